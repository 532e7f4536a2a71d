"""What a report is before it has a format: a title, some remarks, and tables of cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dedup_desk.core.messages import Message

Cell: TypeAlias = str | int | float | bytes | None
"""One value; bytes are a path or a name as the file system spells it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns.

    Attributes:
        name: machine word ("pairs"); the key in JSON.
        title: what a person reads above it.
        columns: machine names; a bytes column, which is one called `path` or `..._path` or
            `path_...`, is followed by `..._b64` when written.
        rows: cells in column order; may be a lazy iterable, read once.
    """

    name: str
    title: Message
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One line above the tables: "Redundant copies: 118"."""

    name: str
    label: Message
    value: Message | str | int | float


@dataclass(frozen=True, slots=True)
class Group:
    """A cluster as an HTML report shows it: pictures side by side with a line each."""

    title: str
    pictures: tuple[tuple[bytes, Message], ...]
    """(encoded JPEG thumbnail, caption) of each member, the proposed canonical first."""


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report: headline facts, tables, and groups to look at where the format can."""

    title: Message
    facts: tuple[Fact, ...]
    tables: tuple[Table, ...]
    groups: tuple[Group, ...] = ()
