"""Joined groups in the queue: one row where the fullest group stood, the other rows out of sight.

Rows keep their numbers and their places in every order: nothing moves under the reviewer's hands,
and taking a join back gives the very table of before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.lanes import DOUBTFUL_LANE
from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.services.queue_table import KINDS, RELATIONS, SURENESS, Columns, Folder, QueueTable
from dedup_desk.services.review_views import RowKind

_Item = TypeVar("_Item", bound=np.generic)


@dataclass(frozen=True, slots=True)
class JoinedRow:
    """A row that stands for joined groups.

    Attributes:
        at: the row whose place it takes.
        members: its images, the fullest first.
        instead_of: rows that it stands for, `at` among them.
        is_chained: a member hangs on another member.
    """

    at: int
    members: Sequence[ImageRecord]
    instead_of: Sequence[int]
    is_chained: bool


def row_with(table: QueueTable, record: RecordId) -> int | None:
    """Return the row of the group that has an image, or None."""
    groups = table.columns.kind == KINDS.index(RowKind.CLUSTER)
    for at in _rows_of(table, [record]):
        if groups[at]:
            return int(at)
    return None


def pairs_within(table: QueueTable, records: Collection[RecordId]) -> list[int]:
    """Return the rows of the look pairs whose two images are both among `records`."""
    rows, counts = np.unique(_rows_of(table, records), return_counts=True)
    is_pair = table.columns.kind[rows] == KINDS.index(RowKind.PAIR)
    return [int(at) for at in rows[is_pair & (counts == 2)]]


def with_joined(table: QueueTable, rows: Sequence[JoinedRow]) -> QueueTable:
    """Return the table with joined groups as one row each."""
    if not rows:
        return table
    hidden = np.zeros(len(table), np.bool_)
    for one in rows:
        hidden[list(one.instead_of)] = True
    joined = np.zeros(len(table), np.bool_)
    joined[[one.at for one in rows]] = True
    return table.changed(_columns(table, rows), hidden & ~joined, joined)


def _rows_of(table: QueueTable, records: Collection[RecordId]) -> NDArray[np.int64]:
    """Return the row of every member that is one of `records`."""
    wanted = np.array(sorted(records), np.uint64)
    found = np.flatnonzero(np.isin(table.columns.member, wanted))
    return np.searchsorted(table.columns.member_end, found, "right")


def _columns(table: QueueTable, rows: Sequence[JoinedRow]) -> Columns:
    known = table.columns
    folders = {folder: code for code, folder in enumerate(table.folders)}
    places = {one.at: [folders[_folder(each)] for each in one.members] for one in rows}
    ids = {one.at: [each.id for each in one.members] for one in rows}
    member, ends = _spliced(known.member, known.member_end, ids)
    member_folder, _ = _spliced(known.member_folder, known.member_end, places)
    sizes = {one.at: [each.stamp.size_bytes for each in one.members] for one in rows}
    member_bytes, _ = _spliced(known.member_bytes, known.member_end, sizes)
    joined = {one.at: _joined_as(table, one) for one in rows}
    joined_as, _ = _spliced(known.joined_as, known.member_end, joined)
    titles, title_end = _spliced(
        known.titles, known.title_end,
        {one.at: list(one.members[0].place.name) for one in rows},
    )  # fmt: skip
    texts, text_end = _spliced(
        known.texts, known.text_end, {one.at: list(_text(table, one)) for one in rows}
    )
    return replace(
        known,
        member=member, member_end=ends, member_folder=member_folder,
        member_bytes=member_bytes, joined_as=joined_as,
        titles=titles, title_end=title_end, texts=texts, text_end=text_end,
        **_facts(known, rows, places),
    )  # fmt: skip


def _facts(
    known: Columns, rows: Sequence[JoinedRow], places: Mapping[int, Sequence[int]]
) -> dict[str, NDArray[Any]]:
    names = ("kind", "lane", "relation", "sureness", "is_chained", "score", "redundant_bytes",
             "folder", "digests")  # fmt: skip
    made: dict[str, NDArray[Any]] = {name: getattr(known, name).copy() for name in names}
    for one in rows:
        made["kind"][one.at] = KINDS.index(RowKind.CLUSTER)
        made["lane"][one.at] = DOUBTFUL_LANE
        made["relation"][one.at] = RELATIONS.index(Relation.LOOK)
        made["sureness"][one.at] = SURENESS.index(Sureness.CHECK)
        made["is_chained"][one.at] = one.is_chained
        made["score"][one.at] = 0
        made["redundant_bytes"][one.at] = sum(each.stamp.size_bytes for each in one.members[1:])
        made["folder"][one.at] = places[one.at][0]
        both = one.members[0].digest + one.members[-1].digest
        made["digests"][64 * one.at : 64 * one.at + 64] = np.frombuffer(both, np.uint8)
    return made


def _joined_as(table: QueueTable, row: JoinedRow) -> list[int]:
    """Return what joined each member to its own group: being joined by hand measures nothing."""
    known = table.columns
    groups = [at for at in row.instead_of if known.kind[at] == KINDS.index(RowKind.CLUSTER)]
    codes: dict[int, int] = {}
    for at in groups:
        part = slice(int(table.member_start[at]), int(known.member_end[at]))
        codes |= dict(zip(known.member[part].tolist(), known.joined_as[part].tolist(), strict=True))
    return [codes.get(one.id, 0) for one in row.members]


def _text(table: QueueTable, row: JoinedRow) -> bytes:
    """Return what a search looks through: the words of every row it stands for."""
    words = (table.words(at).rstrip(b"\n") for at in sorted({row.at, *row.instead_of}))
    return b"\x1f".join(words) + b"\n"


def _folder(one: ImageRecord) -> Folder:
    return Folder(one.place.root, one.place.folder)


def _spliced(
    data: NDArray[_Item], ends: NDArray[Any], new: Mapping[int, Sequence[int]]
) -> tuple[NDArray[_Item], NDArray[Any]]:
    """Put other pieces in the place of some; return the pieces and where each ends."""
    begins = np.concatenate((np.zeros(1, np.int64), ends[:-1].astype(np.int64)))
    lengths = ends.astype(np.int64) - begins
    pieces, last = [], 0
    for at in sorted(new):
        pieces += [data[last : begins[at]], np.array(new[at], data.dtype)]
        lengths[at] = len(new[at])
        last = int(ends[at])
    pieces.append(data[last:])
    return np.concatenate(pieces), np.cumsum(lengths).astype(ends.dtype)
