"""The review desk that lies open: made from what was counted, cleared before anything changes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dedup_desk.ui.viewmodels.doors import Counted, Doors

if TYPE_CHECKING:
    from dedup_desk.services.review_views import ClusterRow
    from dedup_desk.ui.viewmodels.review import ReviewViewModel


class Sitting(QObject):
    """Holds the desk and the review screen's view-model.

    Signals:
        review_changed(object): the review view-model to show, or None.
        changed(): what can be undone is another.

    Attributes:
        review: None while nothing is counted.
    """

    review_changed = Signal(object)
    changed = Signal()

    def __init__(self, doors: Doors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self._counted: Counted | None = None
        self._found: frozenset[str] = frozenset()
        self.review: ReviewViewModel | None = None

    @property
    def rows(self) -> Iterable[ClusterRow]:
        """The queue of the desk, as far as it is decided now."""
        return self._counted.queue.rows() if self._counted is not None else ()

    def begin(self, counted: Counted, found: frozenset[str] = frozenset()) -> None:
        """Take another desk; `lay` shows it, and of it `found` first where there is any."""
        self.clear()
        self._counted, self._found = counted, found

    def lay(self) -> None:
        """Make the review screen of the desk that was opened."""
        if self._counted is None or self.review is not None:
            return
        self.review = self._doors.review(self._counted)
        self.review.undo_changed.connect(self.changed)
        self.review_changed.emit(self.review)
        if self._found:
            self.review.queue.show_found(self._found)
        self.changed.emit()

    def clear(self) -> None:
        """Close the desk; everything decided is kept."""
        if self.review is not None:
            old, self.review = self.review, None
            self.review_changed.emit(None)
            old.close()
        if self._counted is not None:
            self._counted.desk.close()
            self._counted = None
