"""Which rows of the queue a filter shows, in which order, and how many there are of what.

Every part of a query is one array of truth values; what is shown is all of them together, what is
counted beside a filter is all of them but its own. Of 100,000 rows a filter takes a millisecond or
two; looking for text takes tens of milliseconds, so `holding` can be made on another thread.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.display import display_text
from dedup_desk.core.folding import folded
from dedup_desk.core.records import RecordId
from dedup_desk.services.queue_table import (
    KINDS,
    RELATIONS,
    STATES,
    SURENESS,
    Codes,
    Entry,
    QueueTable,
    table_of,
)
from dedup_desk.services.review_views import (
    ClusterRow,
    QueueCounts,
    QueueQuery,
    RowState,
)

Mask = NDArray[np.bool_]
Value = TypeVar("Value")

OPEN_STATES: Final = frozenset({RowState.UNDECIDED, RowState.PARTLY})
"""States in which a row still needs a person."""

LANE_COUNT: Final = 6

_PLACES: Final = frozenset({"roots", "folder"})
"""Parts of a query that are asked of one image together."""

_FEW = 5_000
"""Rows that are sooner looked through one by one than with all the others between them."""


@dataclass(frozen=True, slots=True, eq=False)
class QueueContents:
    """The rows of a sitting, and how far each is decided.

    Attributes:
        table: what never changes.
        states: (n,) uint8, codes of `queue_table.STATES`; whoever decides writes into it.
    """

    table: QueueTable
    states: Codes

    @classmethod
    def of(cls, rows: Iterable[ClusterRow]) -> QueueContents:
        """Take rows that stand for themselves, without images: their names can be searched."""
        listed = list(rows)
        table = table_of(Entry(one, text=folded(display_text(one.title))) for one in listed)
        states = np.array([STATES.index(one.state) for one in listed], np.uint8)
        return cls(table, states)

    def __len__(self) -> int:
        return len(self.table)

    def rows(self) -> Iterator[ClusterRow]:
        """Make all rows that stand for themselves, one after the other."""
        return (self.row(at) for at in range(len(self)) if self.table.is_shown(at))

    def row(self, at: int) -> ClusterRow:
        """Make a row as it stands now."""
        return self.table.row(at, STATES[self.states[at]])

    def open_rows(self) -> Mask:
        """Say of each row whether it still needs a person."""
        found = _among(self.states, [STATES.index(one) for one in OPEN_STATES], len(STATES))
        return found if self.table.hidden is None else found & ~self.table.hidden


def states_of(table: QueueTable, verdicts: Mapping[RecordId, Verdict]) -> Codes:
    """Return how far each row is decided."""
    if not len(table):
        return np.zeros(0, np.uint8)
    members = table.columns.member
    answered = np.zeros(int(members.max()) + 1, np.uint8)
    known = [(one, verdict) for one, verdict in verdicts.items() if one < len(answered)]
    for one, verdict in known:
        answered[one] = 2 if verdict is Verdict.UNSURE else 1
    per_member = answered[members]
    most = np.maximum.reduceat(per_member, table.member_start)
    least = np.minimum.reduceat(per_member, table.member_start)
    states = np.full(len(table), STATES.index(RowState.UNDECIDED), np.uint8)
    states[most == 1] = STATES.index(RowState.PARTLY)
    states[(least >= 1) & (most == 1)] = STATES.index(RowState.DECIDED)
    states[most == 2] = STATES.index(RowState.UNSURE)
    return states


def holding(table: QueueTable, text: str) -> Mask:
    """Say of each row whether its names and captions hold every word of `text`."""
    found = np.ones(len(table), np.bool_)
    for word in sorted(folded(text).split(), key=len, reverse=True):  # rare ones first
        needle = word.encode("utf-8", "replace")
        left = np.flatnonzero(found)
        found = (
            _among_few(table, needle, left) if len(left) < _FEW else _holding(table, needle, found)
        )
    return found


def chosen(
    contents: QueueContents, query: QueueQuery, masks: Mapping[str, Mask] | None = None
) -> NDArray[np.uint32]:
    """Return the rows that answer a query, in its order.

    Args:
        contents: all rows.
        query: what is wanted.
        masks: what `masks_of` said of it, where that is known already.
    """
    masks = masks_of(contents, query) if masks is None else masks
    wanted = _all_but("", masks, len(contents))
    order = contents.table.ordered(query.order)
    found: NDArray[np.uint32] = order[wanted[order]]
    return found


def counted(
    contents: QueueContents, query: QueueQuery, masks: Mapping[str, Mask] | None = None
) -> QueueCounts:
    """Count what a query shows, and what it would show with other values; see `chosen`."""
    masks = masks_of(contents, query) if masks is None else masks
    columns, open_rows = contents.table.columns, contents.open_rows()
    shown = _all_but("", masks, len(contents))
    of_relation = _all_but("relations", masks, len(contents))
    relations = columns.relation
    return QueueCounts(
        rows=int(shown.sum()),
        open_rows=int((shown & open_rows).sum()),
        by_relation=_by(RELATIONS, relations[of_relation]),
        by_lane=_by(range(LANE_COUNT), columns.lane[_all_but("lanes", masks, len(contents))]),
        by_state=_by(STATES, contents.states[_all_but("states", masks, len(contents))]),
        by_sureness=_by(SURENESS, columns.sureness[_all_but("sureness", masks, len(contents))]),
        open_by_relation=_by(RELATIONS, relations[of_relation & open_rows]),
    )


def would_show(
    contents: QueueContents, query: QueueQuery, masks: Mapping[str, Mask], **changes: Any
) -> Mask:
    """Say of each row whether a query would show it with another value of one part.

    Args:
        contents: all rows.
        query: what is wanted now.
        masks: what `masks_of` said of it.
        changes: the part, by its name in `QueueQuery`, and its value.
    """
    (name,) = changes
    near = {"roots": query.roots, "folder": query.folder} if name in _PLACES else {}
    mask = "places" if name in _PLACES else name
    alone = masks_of(contents, QueueQuery(**{**near, **changes}))
    found = _all_but(mask, masks, len(contents))
    return found & alone[mask] if mask in alone else found


def _all_but(name: str, masks: Mapping[str, Mask], count: int) -> Mask:
    found = np.ones(count, np.bool_)
    for other, mask in masks.items():
        if other != name:
            found &= mask
    return found


def masks_of(
    contents: QueueContents, query: QueueQuery, held: Mask | None = None
) -> dict[str, Mask]:
    """Return one array for each part of a query that leaves anything out.

    Args:
        contents: all rows.
        query: what is wanted.
        held: what `holding` said of the query's text, where that is known already.
    """
    table, known = contents.table, contents.table.columns
    found = {
        "shown": None if table.hidden is None else ~table.hidden,
        "relations": _wanted(known.relation, RELATIONS, query.relations),
        "lanes": _wanted(known.lane, range(LANE_COUNT), query.lanes),
        "states": _wanted(contents.states, STATES, query.states),
        "sureness": _wanted(known.sureness, SURENESS, query.sureness),
        "kinds": _wanted(known.kind, KINDS, query.kinds),
        "places": _in_places(table, query),
        "least_bytes": known.redundant_bytes >= query.least_bytes if query.least_bytes else None,
        "is_chained": known.is_chained.astype(np.bool_) if query.is_chained else None,
        "only": None if query.only is None else _only(table, query.only),
        "text": (holding(table, query.text) if held is None else held) if query.text else None,
    }
    return {name: mask for name, mask in found.items() if mask is not None}


def _wanted(column: Codes, values: Sequence[Value], wanted: Collection[Value]) -> Mask | None:
    if not wanted:
        return None
    return _among(column, [values.index(one) for one in wanted], len(values))


def _among(column: Codes, codes: Collection[int], count: int) -> Mask:
    is_wanted = np.zeros(count, np.bool_)
    is_wanted[list(codes)] = True
    found: Mask = is_wanted[column]
    return found


def _in_places(table: QueueTable, query: QueueQuery) -> Mask | None:
    """Say of each row whether one of its images is in the wanted collections and folder."""
    if not query.roots and query.folder is None:
        return None
    if not len(table):
        return np.zeros(0, np.bool_)
    is_wanted = np.array(
        [
            (not query.roots or one.root in query.roots)
            and (query.folder is None or _is_in(query.folder, one.root, one.path))
            for one in table.folders
        ],
        np.bool_,
    )
    found: Mask = np.logical_or.reduceat(is_wanted[table.columns.member_folder], table.member_start)
    return found


def _is_in(folder: tuple[str, bytes], root: str, path: bytes) -> bool:
    label, above = folder
    return label == root and (not above or path == above or path.startswith(above + b"/"))


def _only(table: QueueTable, ids: Collection[str]) -> Mask:
    found = np.zeros(len(table), np.bool_)
    found[[table.place[one] for one in ids if one in table.place]] = True
    return found


def _by(values: Sequence[Value], codes: Codes) -> dict[Value, int]:
    counts = np.bincount(codes, minlength=len(values)).tolist()
    return {value: count for value, count in zip(values, counts, strict=True) if count}


def _among_few(table: QueueTable, needle: bytes, rows: NDArray[np.int64]) -> Mask:
    """Look through some rows one by one."""
    ends = table.columns.text_end
    begins = np.where(rows > 0, ends[rows - 1], 0) if len(rows) else rows
    spans = zip(rows.tolist(), begins.tolist(), ends[rows].tolist(), strict=True)
    found = np.zeros(len(table), np.bool_)
    found[[row for row, begin, end in spans if table.text.find(needle, begin, end) >= 0]] = True
    return found


def _holding(table: QueueTable, needle: bytes, among: Mask) -> Mask:
    """Go from row to row that holds a text; each row is looked at once."""
    text, hits = table.text, []
    at = text.find(needle)
    while at >= 0:
        hits.append(at)
        at = text.find(needle, text.find(b"\n", at))
    found = np.zeros(len(table), np.bool_)
    found[np.searchsorted(table.columns.text_end, np.array(hits, np.uint64), "right")] = True
    return found & among
