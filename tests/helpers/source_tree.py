"""The project's own source, read as syntax, for the tests that hold the architecture."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "dedup_desk"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One Python file: its path from the checkout, its lines, its syntax."""

    name: str
    line_count: int
    tree: ast.Module

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        """Yield the nodes of these kinds."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kinds))


def source_names(*folders: str) -> list[str]:
    """Name every Python file below these folders, from the checkout.

    Names, not trees, are what tests are parametrised over: four hundred trees kept for a whole run
    make every collection of garbage slow.
    """
    paths = [path for folder in folders for path in sorted((CHECKOUT / folder).rglob("*.py"))]
    return [path.relative_to(CHECKOUT).as_posix() for path in paths]


def read_source(name: str) -> SourceFile:
    """Read one Python file, named from the checkout."""
    text = (CHECKOUT / name).read_bytes()
    return SourceFile(name, len(text.splitlines()), ast.parse(text, name))
