"""A package's docstring tells how the data goes through it, and names every room on the way.

Whoever opens a package reads one page and knows where to look; a module that nobody mentions is
one that nobody finds.
"""

import ast
import re
from pathlib import Path

import pytest

from tests.helpers.source_tree import PACKAGE

TABLES_OF_THEIR_OWN = {
    "cli/commands": "COMMANDS names every one of them",
    "store/migrations/versions": "numbered, and listed in schema.ALLOWED",
}

PACKAGES = [
    path.parent
    for path in sorted(PACKAGE.rglob("__init__.py"))
    if path.parent.relative_to(PACKAGE).as_posix() not in TABLES_OF_THEIR_OWN
]
NAME = re.compile(r"`(\w+)`")


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_room_is_named(package):
    assert sorted(rooms(package) - named(package)) == []


def test_a_room_that_is_not_named_is_missed(tmp_path):
    (tmp_path / "__init__.py").write_text('"""Cooking happens in `kitchen`."""\n', "utf-8")
    for room in ("kitchen", "attic"):
        (tmp_path / f"{room}.py").touch()
    assert rooms(tmp_path) - named(tmp_path) == {"attic"}


def rooms(package: Path) -> set[str]:
    inside = {path.parent.name for path in package.glob("*/__init__.py")}
    return inside | {path.stem for path in package.glob("*.py")} - {"__init__", "__main__"}


def named(package: Path) -> set[str]:
    tree = ast.parse((package / "__init__.py").read_text("utf-8"))
    return set(NAME.findall(ast.get_docstring(tree) or ""))
