"""The queue of groups: which rows, filtered how, and which one is on the table.

The rows are arrays (`services/queue_table.py`), so a filter costs a millisecond or two of 100,000
rows and is made at once. Only looking for text may take longer: in a long queue it is made on a
thread of its own, and an answer to words that were typed over meanwhile is dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest
from dedup_desk.services.queue_choosing import (
    OPEN_STATES,
    Mask,
    QueueContents,
    holding,
    masks_of,
    would_show,
)
from dedup_desk.services.queue_table import RELATIONS
from dedup_desk.services.review_views import (
    ClusterRow,
    QueueOrder,
    QueueQuery,
)
from dedup_desk.ui.latest_maker import Errand, LatestMaker, Made
from dedup_desk.ui.viewmodels.queue_return import ReturnableRows

SEARCHED_AT_ONCE = 200_000
"""Bytes of text that are searched in the GUI thread: well below a millisecond."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter: a kind of group, how many there are, how many are still undecided.

    Both counts follow the other filters. `relation` is None for what the deep pass found while
    somebody reviewed.
    """

    relation: Relation | None
    rows: int
    left: int
    is_on: bool


class QueueViewModel(ReturnableRows):
    """Rows of the queue in a chosen order; filters hide, decisions never move a row."""

    def __init__(self) -> None:
        super().__init__()
        self._found: frozenset[str] = frozenset()
        self._there: frozenset[int] = frozenset()
        self._maker = LatestMaker("queue search", self)
        self._maker.arrived.connect(self._on_made)

    def load(self, rows: Iterable[ClusterRow]) -> None:
        """Take rows that stand for themselves."""
        self.take(QueueContents.of(rows))

    def take(self, contents: QueueContents, marked: frozenset[str] = frozenset()) -> None:
        """Take the rows of a sitting; how far they are decided is this queue's from now on."""
        self._of, self._marked = contents, marked
        self._found = frozenset()
        self._there = frozenset(np.unique(contents.table.columns.relation).tolist())
        kept = {one for one in self._query.relations if RELATIONS.index(one) in self._there}
        self._query = QueueQuery(relations=frozenset(kept), order=self._query.order)
        self._forget_words()
        self._filter(keep=None)

    def close(self) -> None:
        """Look for nothing more."""
        self._maker.close()

    # Filters ------------------------------------------------------------------------------------

    def chips(self) -> tuple[Chip, ...]:
        """Return one filter for what was found last, and for each kind in order of precedence."""
        counts = self.counts()
        return self._found_chip() + tuple(
            Chip(
                one,
                counts.by_relation.get(one, 0),
                counts.open_by_relation.get(one, 0),
                one in self._query.relations,
            )
            for at, one in enumerate(RELATIONS)
            if at in self._there
        )

    def toggle(self, relation: Relation | None) -> None:
        """Switch one kind's filter; no filter on means everything is shown."""
        if relation is None:
            self.narrow(only=None if self._query.only is not None else self._found)
        else:
            self.narrow(relations=self._query.relations ^ {relation})

    def search(self, words: str) -> None:
        """Show only rows whose names or captions hold all these words."""
        text = words.strip()
        if text == self._query.text and not self.is_searching:
            return
        self._generation += 1
        table = self._of.table
        if not text or len(table.text) <= SEARCHED_AT_ONCE:
            self._take_words(text, holding(table, text) if text else None)
            return
        self._set_searching(is_on=True)
        key = (self._generation, text)
        self._maker.ask(Errand(key, lambda: holding(table, text)))

    def show_all(self) -> None:
        """Let go of every filter; the order stays."""
        self._query = QueueQuery(order=self._query.order)
        self._forget_words()
        self._refilter()

    def order_by(self, order: QueueOrder) -> None:
        """Show the rows in another order."""
        self.narrow(order=order)

    def show_found(self, ids: Collection[str]) -> None:
        """Show these rows alone, the first that needs a person on the table."""
        self._found = frozenset(ids) & self._of.table.place.keys()
        only = self._found or None
        self._query = QueueQuery(only=only, order=self._query.order)
        self._forget_words()
        self._filter(keep=None)
        waiting = np.flatnonzero(self._of.open_rows()[self._shown])
        self.selected = int(waiting[0]) if len(waiting) else self.selected
        self.selected_changed.emit()

    def return_to(self, query: QueueQuery, row_id: str, contents: Sequence[Digest]) -> bool:
        """Show rows as they were once shown, that row, or the next one shown, selected.

        Nobody is told of the selection.

        Args:
            query: what to show.
            row_id: the row.
            contents: of pictures in it, by which it is found where its id is another now.

        Returns:
            True where there is such a row.
        """
        at = self._row_of(row_id, contents)
        if at is None:
            return False
        kept = {one for one in query.relations if RELATIONS.index(one) in self._there}
        is_long = bool(query.text) and len(self._of.table.text) > SEARCHED_AT_ONCE
        self._query = replace(query, relations=frozenset(kept), text="" if is_long else query.text)
        self._forget_words()
        if self._query.text:
            self._held = holding(self._of.table, self._query.text)
        self._filter_near(at)
        if is_long:
            self.search(query.text)
        return self.count > 0

    def show_only_open(self, *, only: bool) -> None:
        """Hide (or show) groups that need nobody any more."""
        self.narrow(states=OPEN_STATES if only else frozenset())

    @property
    def only_open(self) -> bool:
        """True while decided groups are hidden."""
        return self._query.states == OPEN_STATES

    @property
    def is_filtered(self) -> bool:
        """True while any filter hides rows, or could."""
        return self._query != QueueQuery(order=self._query.order)

    def _found_chip(self) -> tuple[Chip, ...]:
        if not self._found:
            return ()
        found = self._would_show(only=self._found)
        left = int((found & self._of.open_rows()).sum())
        return (Chip(None, int(found.sum()), left, self._query.only is not None),)

    def count_with(self, **changes: Any) -> int:
        """Return how many rows one part of the filter would show with another value.

        Args:
            changes: the part, by its name in `QueueQuery`, and its value.
        """
        return int(self._would_show(**changes).sum())

    def _would_show(self, **changes: Any) -> Mask:
        masks = self._masks if not self._query.states else None  # a state may have changed
        masks = masks or masks_of(self._of, self._query, self._held)
        return would_show(self._of, self._query, masks, **changes)

    def _on_made(self, made: Made) -> None:
        if not isinstance(made.key, tuple) or made.key[0] != self._generation:
            return  # typed over meanwhile
        self._take_words(made.key[1], made.found if isinstance(made.found, np.ndarray) else None)

    def _take_words(self, text: str, held: Mask | None) -> None:
        self._held = held
        self._query = replace(self._query, text=text)
        self._set_searching(is_on=False)
        self._refilter()
