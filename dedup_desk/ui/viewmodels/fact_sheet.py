"""The facts of the two pictures shown: at once what the index knows, then what must be looked up.

What is looked up fills cells that were kept for it; no row moves. Answers about pictures that are
no longer shown are kept for a while, so that going back shows them at once.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core.compare import Side
from dedup_desk.core.fact_judgement import preferred
from dedup_desk.core.fact_rows import FactRow, Order, Seen, fact_rows, judged
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.metadata import Presence
from dedup_desk.core.records import ImageRecord, SeenFile
from dedup_desk.core.surroundings import Surroundings
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.latest_maker import Errand, LatestMaker, Made
from dedup_desk.ui.viewmodels.table import TableViewModel

_KEPT = 64
"""Images whose surroundings are kept."""

_EQUAL = (Presence.EQUAL, Presence.BOTH_EMPTY)
_FAILED = QT_TRANSLATE_NOOP("Messages", "not known")


class Around(Protocol):
    """Whoever can look around an image; `services/comparing.Comparing` is one."""

    def around(self, record: ImageRecord) -> Surroundings:
        """Return what stands around an image on its disk; may block."""
        ...


class FactSheet(QObject):
    """Rows in a fixed order; a place among those that differ; the folder's files on the back.

    Signals:
        changed: other pictures, or something was looked up.
        ordered: the rows stand in another order.
        stepped: int; the row to bring into sight.
        turned: the other page is wanted.

    Attributes:
        rows: the facts; none while nothing is on the table.
        at: the row stepped to last, -1 if none.
        shows_files: the folder's files are in front, not the facts.
    """

    changed = Signal()
    ordered = Signal()
    stepped = Signal(int)
    turned = Signal()

    def __init__(self, table: TableViewModel, session: ReviewSession, disk: Around) -> None:
        super().__init__()
        self._table, self._session, self._disk = table, session, disk
        self._known: OrderedDict[SeenFile, Surroundings] = OrderedDict()
        self._two: tuple[SeenFile, SeenFile] | None = None
        self._maker = LatestMaker("facts", self)
        self._maker.arrived.connect(self._on_arrived)
        self._maker.failed.connect(self._on_failed)
        self.order = Order.PICTURES
        self.rows: tuple[FactRow, ...] = ()
        self.at = -1
        self.shows_files = False
        table.changed.connect(self._on_table)

    def close(self) -> None:
        """Look nothing up any more."""
        self._maker.close()

    def around(self, side: Side) -> Surroundings | None:
        """Return what stands around one of the two shown; None while it is being looked up."""
        record = self._record(side)
        return None if record is None else self._known.get(record.seen)

    @Slot(bool)
    def put_documents_first(self, wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Let document number, page and date stand first, or the order of pictures."""
        self.order = Order.DOCUMENTS if wanted else Order.PICTURES
        self.at = -1
        self._fill()
        self.ordered.emit()

    def turn(self) -> None:
        """Show the folder's files instead of the facts, or the facts again."""
        self.shows_files = not self.shows_files
        self.turned.emit()

    def step(self) -> None:
        """Go to the next row in which the two differ, from the last one to the first."""
        rows = [at for at, row in enumerate(self.rows) if row.mark not in _EQUAL]
        if rows:
            self.at = next((at for at in rows if at > self.at), rows[0])
            self.stepped.emit(self.at)

    @Slot()
    def _on_table(self) -> None:
        left, right = self._record(Side.LEFT), self._record(Side.RIGHT)
        two = None if left is None or right is None else (left.seen, right.seen)
        if two != self._two:
            self._two, self.at = two, -1
        if left is not None and right is not None and not self._knows(left, right):
            self._maker.ask(Errand(two, lambda: self._look(left, right)))
        self._fill()

    @Slot(object)
    def _on_arrived(self, made: Made) -> None:
        if not isinstance(made.found, dict):
            return
        self._known |= made.found
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        if made.key == self._two:
            self._fill()

    @Slot(object)
    def _on_failed(self, key: object) -> None:
        """An error of ours is in the log; the cells say that nothing is known."""
        if isinstance(key, tuple):
            nothing = Surroundings(trouble=message(_FAILED))
            self._on_arrived(Made(key, dict.fromkeys(key, nothing)))

    def _look(self, *records: ImageRecord) -> dict[SeenFile, Surroundings]:  # on a thread
        contents = self._session.contents
        return {one.seen: contents.added(self._disk.around(one), one) for one in records}

    def _knows(self, *records: ImageRecord) -> bool:
        return all(one.seen in self._known for one in records)

    def _fill(self) -> None:
        left, right = self._record(Side.LEFT), self._record(Side.RIGHT)
        if left is None or right is None:
            self.rows = ()
        else:
            here, there = (Seen(one, self._known.get(one.seen)) for one in (left, right))
            pair = self._table.pair()
            pairs = {} if pair is None else {pair.key: pair}
            rules = self._session.policy.rules
            better = preferred(left, right, pairs, rules)
            self.rows = judged(fact_rows(here, there, self.order), better)
        self.changed.emit()

    def _record(self, side: Side) -> ImageRecord | None:
        member = self._table.member(side)
        return None if member is None else member.record
