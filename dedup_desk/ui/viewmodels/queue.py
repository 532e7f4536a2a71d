"""The queue of groups: which rows, filtered how, and which one is on the table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.pairs import Relation
from dedup_desk.services.review_views import ClusterRow, RowKind, RowState


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: a kind of group, how many there are, how many are still undecided.

    `relation` is None for what the deep pass found while somebody reviewed.
    """

    relation: Relation | None
    rows: int
    left: int
    is_on: bool


@dataclass(frozen=True, slots=True)
class QueueContents:
    """Rows with what is counted of them; made on any thread, then kept by a `QueueViewModel`.

    Attributes:
        rows: in the session's order.
        place: id -> place in `rows`.
        of_relation, left: rows, and rows that still need a person, by kind of copy.
        of_kind, open_of_kind: the same for groups and pairs.
    """

    rows: list[ClusterRow]
    place: dict[str, int]
    of_relation: Counter[Relation]
    left: Counter[Relation]
    of_kind: Counter[RowKind]
    open_of_kind: Counter[RowKind]

    @classmethod
    def of(cls, rows: Sequence[ClusterRow]) -> QueueContents:
        """Count rows; of 100,000 it takes a fifth of a second."""
        open_rows = [row for row in rows if is_open(row)]
        return cls(
            list(rows),
            {row.id: at for at, row in enumerate(rows)},
            Counter(row.relation for row in rows),
            Counter(row.relation for row in open_rows),
            Counter(row.kind for row in rows),
            Counter(row.kind for row in open_rows),
        )


class QueueViewModel(QObject):
    """Rows of the queue in a fixed order; filters hide, decisions never move a row.

    Signals:
        rows_changed: other rows are shown (filter, new reading).
        row_changed: int, the state of one shown row is different.
        selected_changed: another row is on the table.
    """

    rows_changed = Signal()
    row_changed = Signal(int)
    selected_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._of = QueueContents.of(())
        self._shown: Sequence[int] = ()
        self._shown_at: dict[str, int] = {}
        self._relations: frozenset[Relation] = frozenset()
        self._only_open = False
        self._found: frozenset[str] = frozenset()
        self._only_found = False
        self.selected = -1

    def load(self, rows: Sequence[ClusterRow]) -> None:
        """Take the rows of the project, in the session's order."""
        self.take(QueueContents.of(rows))

    def take(self, contents: QueueContents) -> None:
        """Take rows that were counted elsewhere; they are this queue's from now on."""
        self._of = contents
        self._relations &= contents.of_relation.keys()
        self._found, self._only_found = frozenset(), False
        self._filter(keep=None)

    # Rows ---------------------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """Rows shown."""
        return len(self._shown)

    @property
    def total(self) -> int:
        """Rows of the project."""
        return len(self._of.rows)

    def standing(self, kind: RowKind) -> tuple[int, int]:
        """Return (decided, all) rows of one kind; groups and pairs are never mixed in a count."""
        return self._of.of_kind[kind] - self._of.open_of_kind[kind], self._of.of_kind[kind]

    def row(self, at: int) -> ClusterRow:
        """Return the shown row number `at`."""
        return self._of.rows[self._shown[at]]

    def current(self) -> ClusterRow | None:
        """Return the row on the table."""
        return self.row(self.selected) if 0 <= self.selected < self.count else None

    def set_state(self, row_id: str, state: RowState) -> None:
        """A decision changed how far a group is decided."""
        at = self._of.place.get(row_id)
        if at is None or self._of.rows[at].state is state:
            return
        was_open = is_open(self._of.rows[at])
        self._of.rows[at] = replace(self._of.rows[at], state=state)
        change = is_open(self._of.rows[at]) - was_open
        self._of.left[self._of.rows[at].relation] += change
        self._of.open_of_kind[self._of.rows[at].kind] += change
        shown = self._shown_at.get(row_id)
        if shown is not None:
            self.row_changed.emit(shown)

    # Which one ----------------------------------------------------------------------------------

    def select(self, at: int) -> None:
        """Put a shown row on the table; a number out of range is ignored."""
        if 0 <= at < self.count and at != self.selected:
            self.selected = at
            self.selected_changed.emit()

    def select_id(self, row_id: str) -> bool:
        """Put a row on the table by its id, letting go of filters that hide it."""
        if row_id not in self._of.place:
            return False
        if row_id not in self._shown_at:
            self._relations, self._only_open, self._only_found = frozenset(), False, False
            self._filter(keep=row_id)
            self.selected_changed.emit()
            return True
        self.select(self._shown_at[row_id])
        return True

    def next_open(self) -> int:
        """Return the next shown row that needs a person, wrapping round; -1 where none is left."""
        after = range(self.selected + 1, self.count)
        before = range(max(self.selected, 0))
        return next((at for at in (*after, *before) if is_open(self.row(at))), -1)

    # Filters ------------------------------------------------------------------------------------

    def chips(self) -> tuple[Chip, ...]:
        """Return one filter for what was found last, and for each kind in order of precedence."""
        rows = [self._of.rows[self._of.place[one]] for one in self._found]
        found = (Chip(None, len(rows), sum(map(is_open, rows)), self._only_found),) if rows else ()
        return found + tuple(
            Chip(one, self._of.of_relation[one], self._of.left[one], one in self._relations)
            for one in Relation
            if self._of.of_relation[one]
        )

    def toggle(self, relation: Relation | None) -> None:
        """Switch one kind's filter; no filter on means everything is shown."""
        if relation is None:
            self._only_found = not self._only_found
        else:
            self._relations ^= {relation}
        self._refilter()

    def show_found(self, ids: Collection[str]) -> None:
        """Show these rows alone, the first that needs a person on the table."""
        self._found = frozenset(ids) & self._of.place.keys()
        self._relations, self._only_open = frozenset(), False
        self._only_found = bool(self._found)
        self._filter(keep=None)
        waiting = next((at for at in range(self.count) if is_open(self.row(at))), self.selected)
        self.selected = waiting
        self.selected_changed.emit()

    def show_only_open(self, *, only: bool) -> None:
        """Hide (or show) groups that need nobody any more."""
        self._only_open = only
        self._refilter()

    @property
    def only_open(self) -> bool:
        """True while decided groups are hidden."""
        return self._only_open

    def _refilter(self) -> None:
        before = self.current()
        self._filter(keep=before.id if before is not None else None)
        if self.current() != before:
            self.selected_changed.emit()

    def _filter(self, keep: str | None) -> None:
        wanted = self._relations
        rows = self._of.rows
        if wanted or self._only_open or self._only_found:
            only_open, only = self._only_open, self._found if self._only_found else None
            self._shown = [
                at
                for at, row in enumerate(rows)
                if (not wanted or row.relation in wanted)
                and (not only_open or is_open(row))
                and (only is None or row.id in only)
            ]
            self._shown_at = {rows[at].id: number for number, at in enumerate(self._shown)}
        else:
            self._shown, self._shown_at = range(len(rows)), self._of.place
        self.selected = self._shown_at.get(keep or "", 0 if self._shown else -1)
        self.rows_changed.emit()


def is_open(row: ClusterRow) -> bool:
    """Say whether a group still needs a person."""
    return row.state in (RowState.UNDECIDED, RowState.PARTLY)
