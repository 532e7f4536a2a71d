"""Grab every screen, light and dark, in both languages, at 1280 x 720 and at 4K with scale 2.

    python -m tests.ui.screens OUTPUT [FOLDER]

FOLDER is a collection (the drawn sample is a good one: `dedup-desk sample FOLDER`); without it the
sample is drawn beside the pictures. It is opened through the real services in a window without a
screen, three groups are decided with Enter, one batch is set aside and put back again, and each
screen is grabbed on the way. Settings and drafts of the user are not touched.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

SIZES = {"720p": (1280, 720, "1"), "4k": (1920, 1080, "2")}
"""Name -> width and height in points, and the scale."""


def main(arguments: list[str]) -> int:
    """Run one process for each scale: Qt reads it once, at its start."""
    output = Path(arguments[0]).resolve()
    folder = Path(arguments[1]).resolve() if len(arguments) > 1 else _drawn(output / "sample")
    for name, (_, _, scale) in SIZES.items():
        settings = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        home = {
            f"XDG_{one}_HOME": str(output / "home" / one) for one in ("DATA", "STATE", "CONFIG")
        }
        command = [sys.executable, "-m", "tests.ui.screens", "--grab", name, output, folder]
        subprocess.run(command, env=os.environ | settings | home, check=True)
    return 0


def _drawn(folder: Path) -> Path:
    command = [sys.executable, "-m", "dedup_desk", "sample", str(folder)]
    subprocess.run(command, check=True)
    return folder


class Grabber:
    """Drives one window and saves what it shows."""

    def __init__(self, size: str, output: Path) -> None:
        from dedup_desk.ui.app import Window, make_application
        from dedup_desk.ui.preferences import Preferences

        self._size, self._output = size, output
        self._application = make_application()
        self._preferences = Preferences(output / "home" / f"{size}.ini")
        self.window = Window(self._application, self._preferences, os.fsencode(output / "log"))
        self.window.frame.resize(*SIZES[size][:2])
        self.window.shell.noticed.connect(self._say)
        self.window.show()

    def _say(self, notice: object) -> None:
        sys.stderr.write(f"told: {notice}\n")

    def wait(self, holds: Callable[[], object], limit_s: float = 900.0) -> None:
        """Let the window work until something holds."""
        end_s = time.monotonic() + limit_s
        while not holds():
            self._application.processEvents()
            time.sleep(0.01)
            if time.monotonic() > end_s:
                raise TimeoutError("the window did not come that far")

    def rest(self, wait_s: float = 0.4) -> None:
        """Let the window work for a moment."""
        until_s = time.monotonic() + wait_s
        turns = iter(range(40))
        self.wait(lambda: next(turns, None) is None and time.monotonic() > until_s)

    def grab(self, name: str) -> None:
        """Save the window in both themes and languages."""
        for language, scheme in _looks():
            self.window.set_language(language)
            self.window.set_scheme(scheme)
            self.rest()
            file = self._output / f"{self._size}-{name}-{scheme}-{language}.png"
            self.window.frame.grab().save(str(file))


def _looks() -> Iterator[tuple[str, object]]:
    from dedup_desk.ui.theme import Scheme

    for language in ("en", "zh_HK"):
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            yield language, scheme


def _grab_all(size: str, output: Path, folder: Path) -> None:
    from dedup_desk.ui.viewmodels.shell import Screen

    grabber = Grabber(size, output)
    shell, runner = grabber.window.shell, grabber.window.runner
    grabber.grab("1-start")
    shell.open(os.fsencode(folder))
    grabber.wait(lambda: shell.indexing.share or shell.audit.audit is not None)
    if shell.screen is Screen.INDEXING:
        grabber.window.frame.indexing.pause.click()
        grabber.grab("2-indexing")
        grabber.window.frame.indexing.pause.click()
    grabber.wait(lambda: shell.audit.audit is not None and not runner.busy)
    grabber.grab("3-audit")
    shell.show(Screen.REVIEW)
    grabber.rest(2.0)
    grabber.grab("4-review")
    for _ in range(3):
        shell.review.accept()
        grabber.rest()
    _grab_setting_aside(grabber)
    shell.show(Screen.HISTORY)
    grabber.wait(lambda: not runner.busy)
    grabber.grab("9-history")
    grabber.window.frame.close()


def _grab_setting_aside(grabber: Grabber) -> None:
    from dedup_desk.ui.viewmodels.retire import Doing
    from dedup_desk.ui.viewmodels.shell import Screen

    shell, view = grabber.window.shell, grabber.window.frame.retire
    shell.show(Screen.SET_ASIDE)
    grabber.wait(lambda: shell.retire.state.plan is not None)
    shell.retire.rehearse()
    grabber.wait(lambda: shell.retire.state.doing is Doing.NOTHING)
    grabber.grab("5-rehearsed")
    shell.retire.acknowledge("Chan Tai Man")
    shell.retire.move()
    grabber.wait(lambda: shell.retire.state.doing is Doing.NOTHING and shell.retire.state.plan)
    grabber.grab("6-set-aside")
    view.show_quarantine(is_shown=True)
    grabber.grab("7-quarantine")
    shell.retire.put_back_all()
    grabber.wait(lambda: shell.retire.state.doing is Doing.NOTHING and shell.retire.state.plan)
    view.show_quarantine(is_shown=False)
    grabber.grab("8-put-back")


if __name__ == "__main__":
    if sys.argv[1] == "--grab":
        _grab_all(sys.argv[2], Path(sys.argv[3]), Path(sys.argv[4]))
    else:
        sys.exit(main(sys.argv[1:]))
