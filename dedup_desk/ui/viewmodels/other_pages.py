"""How pages after the first lie on each other: compared off the GUI thread when they are shown."""

from __future__ import annotations

from collections import OrderedDict
from typing import Protocol, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core.errors import DedupError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import Digest, ImageRecord, RecordId
from dedup_desk.core.two_pages import Pages, TwoPages
from dedup_desk.ui.latest_maker import Errand, LatestMaker, Made
from dedup_desk.ui.viewmodels.sight import PairShown

_KEPT = 256
"""Comparisons that are kept: turning back shows them at once."""

_Key: TypeAlias = "tuple[RecordId, Digest, RecordId, Digest, Pages]"

Found: TypeAlias = "TwoPages | Message"
"""What comparing two pages found, or why they could not be compared."""


class PageSource(Protocol):
    """Whoever can compare pages; `services/comparing.Comparing` is one."""

    def pages(self, left: ImageRecord, right: ImageRecord, pages: Pages) -> TwoPages:
        """Compare a page of one file with a page of another; may block."""
        ...


class OtherPages(QObject):
    """Has pages compared, the latest ones first, and keeps what was found for a while.

    Signals:
        changed: something was found.
    """

    changed = Signal()

    def __init__(self, source: PageSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._found: OrderedDict[_Key, Found] = OrderedDict()
        self._maker = LatestMaker("pages", self)
        self._maker.arrived.connect(self._on_arrived)
        self._maker.failed.connect(self._on_failed)

    def found(self, first: PairShown, pages: Pages) -> Found | None:
        """Return what is known of two pages; None while nothing is.

        Args:
            first: the pair as it was read.
            pages: of the two files.
        """
        return self._found.get(_key(first, pages))

    def ask(self, first: PairShown, pages: Pages) -> None:
        """Have two pages compared soon, unless they were."""
        key, source = _key(first, pages), self._source
        if key not in self._found:
            self._maker.ask(Errand(key, lambda: _compared(source, first, pages)))

    def close(self) -> None:
        """Compare nothing any more."""
        self._maker.close()

    @Slot(object)
    def _on_arrived(self, made: Made) -> None:
        self._found[made.key] = made.found  # type: ignore[index, assignment]  # as `ask` asked it
        while len(self._found) > _KEPT:
            self._found.popitem(last=False)
        self.changed.emit()

    @Slot(object)
    def _on_failed(self, key: object) -> None:
        """An error of ours is in the log."""
        self._on_arrived(Made(key, message(_BROKEN)))


def _compared(source: PageSource, first: PairShown, pages: Pages) -> Found:  # on the thread
    try:
        return source.pages(first.left, first.right, pages)
    except DedupError as error:
        return error.message


def _key(first: PairShown, pages: Pages) -> _Key:
    left, right = first.left, first.right
    return (left.id, left.digest, right.id, right.digest, pages)


_BROKEN = QT_TRANSLATE_NOOP(
    "Messages", "They could not be compared because of an error of ours; the log has the details."
)
