"""The review desk that lies open: made from what was counted, cleared before anything changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dedup_desk.ui.viewmodels.doors import Counted, Doors

if TYPE_CHECKING:
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
        self.review: ReviewViewModel | None = None

    def begin(self, counted: Counted) -> None:
        """Take another desk; `lay` shows it."""
        self.clear()
        self._counted = counted

    def lay(self) -> None:
        """Make the review screen of the desk that was opened."""
        if self._counted is None or self.review is not None:
            return
        self.review = self._doors.review(self._counted)
        self.review.undo_changed.connect(self.changed)
        self.review_changed.emit(self.review)
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
