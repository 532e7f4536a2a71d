"""The import contracts of pyproject.toml hold, and what must start light starts light."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dedup_desk.cli.commands import COMMANDS
from tests.helpers.source_tree import CHECKOUT, PACKAGE

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def heavy_modules_after(module: str, *heavy: str) -> str:
    """Import `module` in a process of its own; tell which of `heavy` came along."""
    code = (
        f"import sys, {module}\n"
        f"print(sorted(set({heavy!r}) & {{name.partition('.')[0] for name in sys.modules}}))"
    )
    return run(sys.executable, "-c", code).stdout.strip()


def run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=CHECKOUT,
        env={name: value for name, value in os.environ.items() if "COVERAGE" not in name},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_import_contract_is_kept():
    ended = run(LINT_IMPORTS, "--no-cache")
    assert ended.returncode == 0, ended.stdout


def test_the_entry_point_imports_no_front_end():
    heavy = ("PySide6", "sqlalchemy", "PIL", "cv2", "numpy", "argparse")
    assert heavy_modules_after("dedup_desk.__main__", *heavy) == "[]"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_no_command_imports_qt(name):
    assert heavy_modules_after(f"dedup_desk.cli.commands.{name}", "PySide6", "shiboken6") == "[]"


def test_a_child_process_that_reads_pictures_imports_no_qt_and_no_database():
    heavy = ("PySide6", "shiboken6", "sqlalchemy", "sqlite3")
    assert heavy_modules_after("dedup_desk.engine.child", *heavy) == "[]"


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix()
)
def test_no_module_is_a_place_for_everything(path):
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "misc"}
