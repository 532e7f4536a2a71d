"""The rows of the queue as they are shown: arrays of numbers, whatever filter made them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal

from dedup_desk.services.queue_choosing import (
    OPEN_STATES,
    Mask,
    QueueContents,
    chosen,
    counted,
    holding,
    masks_of,
)
from dedup_desk.services.queue_table import KINDS, STATES, Folder, QueueTable
from dedup_desk.services.review_views import ClusterRow, QueueCounts, QueueQuery, RowKind, RowState


class QueueRows(QObject):
    """Which rows are shown, in which order, and which one is on the table.

    Signals:
        rows_changed: other rows are shown (filter, order, new reading).
        row_changed: int, the state or mark of one shown row is different.
        selected_changed: another row is on the table.
        searching_changed: looking for words began or ended.
    """

    rows_changed = Signal()
    row_changed = Signal(int)
    selected_changed = Signal()
    searching_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._of = QueueContents.of(())
        self._query = QueueQuery()
        self._held: Mask | None = None
        self._shown = np.zeros(0, np.uint32)
        self._shown_at = np.zeros(0, np.int64)
        self._marked: frozenset[str] = frozenset()
        self._generation = 0
        self._counts: QueueCounts | None = None
        self._masks: dict[str, Mask] = {}
        self.is_searching = False
        self.selected = -1

    # Rows ---------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """Rows shown."""
        return len(self._shown)

    @property
    def total(self) -> int:
        """Rows of the project."""
        hidden = self._of.table.hidden
        return len(self._of) - (0 if hidden is None else int(hidden.sum()))

    def standing(self, kind: RowKind) -> tuple[int, int]:
        """Return (decided, all) rows of one kind; groups and pairs are never mixed in a count."""
        of_kind = self._of.table.columns.kind == KINDS.index(kind)
        if self._of.table.hidden is not None:
            of_kind &= ~self._of.table.hidden
        return int((of_kind & ~self._of.open_rows()).sum()), int(of_kind.sum())

    def row(self, at: int) -> ClusterRow:
        """Return the shown row number `at`."""
        return self._of.row(int(self._shown[at]))

    def current(self) -> ClusterRow | None:
        """Return the row on the table."""
        return self.row(self.selected) if 0 <= self.selected < self.count else None

    def set_state(self, row_id: str, state: RowState) -> None:
        """A decision changed how far a group is decided."""
        at = self._of.table.place.get(row_id)
        code = STATES.index(state)
        if at is None or self._of.states[at] == code:
            return
        self._of.states[at] = code
        self._tell_row(at)

    def folders(self) -> tuple[Folder, ...]:
        """Return all folders that hold an image of the queue."""
        return self._of.table.folders

    # Which one ----------------------------------------------------------------------------------

    def select(self, at: int) -> None:
        """Put a shown row on the table; a number out of range is ignored."""
        if 0 <= at < self.count and at != self.selected:
            self.selected = at
            self.selected_changed.emit()

    def select_id(self, row_id: str) -> bool:
        """Put a row on the table by its id, letting go of filters that hide it."""
        at = self._of.table.place.get(row_id)
        if at is None or not self._of.table.is_shown(at):
            return False
        if self._shown_at[at] < 0:
            self._query = QueueQuery(order=self._query.order)
            self._forget_words()
            self._filter(keep=row_id)
            self.selected_changed.emit()
            return True
        self.select(int(self._shown_at[at]))
        return True

    def jump(self, words: str) -> bool:
        """Put a row on the table by its number in the queue, or by the beginning of its id."""
        wanted = words.strip().lstrip("#").replace(",", "").lower()
        ids = self._of.table.ids
        if wanted in self._of.table.place:
            return self.select_id(wanted)
        if wanted.isdecimal() and 1 <= int(wanted) <= len(ids):
            return self.select_id(ids[int(wanted) - 1])
        found = next((one for one in ids if wanted and one.startswith(wanted)), None)
        return found is not None and self.select_id(found)

    def next_open(self) -> int:
        """Return the next shown row that needs a person, wrapping round; -1 where none is left."""
        waiting = np.flatnonzero(self._of.open_rows()[self._shown])
        return _next(waiting[waiting != self.selected], self.selected)

    # Bookmarks ----------------------------------------------------------------------------------

    @property
    def marked(self) -> frozenset[str]:
        """Ids of the rows that are marked."""
        return self._marked

    def set_marked(self, row_id: str, *, marked: bool) -> None:
        """A row was marked, or its mark taken away."""
        self._marked = self._marked | {row_id} if marked else self._marked - {row_id}
        at = self._of.table.place.get(row_id)
        if at is not None:
            self._tell_row(at)

    def next_marked(self, by: int) -> int:
        """Return the next (or, with -1, the previous) shown row with a mark; -1 without any."""
        places = [self._of.table.place[one] for one in self._marked if one in self._of.table.place]
        shown = np.sort(self._shown_at[places]) if places else self._shown_at[:0]
        shown = shown[(shown >= 0) & (shown != self.selected)]
        if by > 0:
            return _next(shown, self.selected)
        before = shown[shown < self.selected]
        return int((before if len(before) else shown)[-1]) if len(shown) else -1

    @property
    def query(self) -> QueueQuery:
        """What is shown now, in which order."""
        return self._query

    def narrow(self, **changes: Any) -> None:
        """Change some parts of the filter, or the order, by the names of `QueueQuery`.

        The row on the table stays on it where it is still shown.
        """
        self._query = replace(self._query, **changes)
        self._refilter()

    def _forget_words(self) -> None:
        self._generation += 1
        self._held = None
        self._set_searching(is_on=False)

    def _set_searching(self, *, is_on: bool) -> None:
        if is_on != self.is_searching:
            self.is_searching = is_on
            self.searching_changed.emit()

    def is_of(self, table: QueueTable) -> bool:
        """Say whether these are the rows of a table."""
        return self._of.table is table

    def regroup(self, contents: QueueContents, marked: frozenset[str], keep: str) -> None:
        """Take the rows as other groups are joined; filters stay, `keep` is on the table."""
        self._of, self._marked = contents, marked
        text = self._query.text
        self._held = holding(contents.table, text) if text else None
        self._filter(keep=keep)
        current = self.current()
        if (current is not None and current.id == keep) or not self.select_id(keep):
            self.selected_changed.emit()

    def _refilter(self) -> None:
        before = self.current()
        self._filter(keep=before.id if before is not None else None)
        if self.current() != before:
            self.selected_changed.emit()

    def _filter(self, keep: str | None) -> None:
        self._counts = None
        self._masks = masks_of(self._of, self._query, self._held)
        self._shown = chosen(self._of, self._query, self._masks)
        self._shown_at = np.full(len(self._of), -1, np.int64)
        self._shown_at[self._shown] = np.arange(len(self._shown))
        at = self._of.table.place.get(keep) if keep is not None else None
        kept = -1 if at is None else int(self._shown_at[at])
        self.selected = kept if kept >= 0 else min(0, self.count - 1)
        self.rows_changed.emit()

    def counts(self) -> QueueCounts:
        """Count what is shown, and what other values of each filter would show."""
        if self._counts is None:
            masks = self._masks if not self._query.states else None  # a state may have changed
            masks = masks or masks_of(self._of, self._query, self._held)
            self._counts = counted(self._of, self._query, masks)
        return self._counts

    def _tell_row(self, at: int) -> None:
        self._counts = None
        shown = int(self._shown_at[at])
        if shown >= 0:
            self.row_changed.emit(shown)


def is_open(row: ClusterRow) -> bool:
    """Say whether a group still needs a person."""
    return row.state in OPEN_STATES


def _next(places: np.ndarray, after: int) -> int:
    """Return the first place after one, else the first of all; -1 without any."""
    later = places[places > after]
    found = later if len(later) else places
    return int(found[0]) if len(found) else -1
