"""Draw the window: every screen, or every compare mode on variants of photographs.

    python -m tests.ui.screens OUTPUT [FOLDER]       the tour; FOLDER is a collection
    python -m tests.ui.screens OUTPUT --compare      needs the photographs of the corpus

One process for each size: Qt reads its scale once, at its start.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.made_pictures import CORPUS
from tests.ui.screens.grabber import SIZES


def main(arguments: list[str]) -> int:
    """Prepare what is drawn, then draw it at every size asked for."""
    asked = _asked(arguments)
    if asked.grab:
        _grab(asked)
        return 0
    _check_words()
    folder = _prepared(asked)
    if folder is None:
        print(f"Nothing is drawn: there are no photographs at {CORPUS}.")  # noqa: T201 - the answer
        return 0
    for size in asked.size or (tuple(SIZES) if asked.compare else ("720p", "4k")):
        _in_a_process(size, asked, folder)
    return 0


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.ui.screens",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("output", type=Path, help="where the pictures go")
    parser.add_argument("folder", type=Path, nargs="?", help="a collection; drawn if left out")
    parser.add_argument(
        "--compare", action="store_true", help="every mode on every kind of variant"
    )
    parser.add_argument("--size", action="append", choices=tuple(SIZES), help="only this size")
    parser.add_argument("--grab", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _check_words() -> None:
    from dedup_desk.ui import resources

    if not (resources.folder() / "i18n" / "dedup_desk_zh_HK.qm").exists():
        raise SystemExit("The words of zh_HK are not built; run packaging/translate.py release.")


def _prepared(asked: argparse.Namespace) -> Path | None:
    """Return the folder to open; None where it cannot be made."""
    if asked.folder is not None:
        return asked.folder.resolve()
    output = asked.output.resolve()
    if asked.compare:
        from tests.ui.screens.variants import write_variants

        return write_variants(output / "variants")
    folder = output / "sample"
    subprocess.run([sys.executable, "-m", "dedup_desk", "sample", str(folder)], check=True)
    return folder


def _in_a_process(size: str, asked: argparse.Namespace, folder: Path) -> None:
    output = asked.output.resolve()
    settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": SIZES[size][2]}
    home = {f"XDG_{one}_HOME": str(output / "home" / one) for one in ("DATA", "STATE", "CONFIG")}
    walk = ["--compare"] if asked.compare else []
    command = [sys.executable, "-m", "tests.ui.screens", output, folder, "--grab", "--size", size]
    subprocess.run([*command, *walk], env=os.environ | settings | home, check=True)


def _grab(asked: argparse.Namespace) -> None:
    from tests.ui.screens import compare_modes, tour

    walk = compare_modes.grab_modes if asked.compare else tour.grab_all
    walk(asked.size[0], asked.output, asked.folder)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
