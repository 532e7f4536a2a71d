"""The keys that turn pages; slots are called like rows of the actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from dedup_desk.ui.viewmodels.compare import CompareViewModel


class PageKeys(QObject):
    """Turns both files, or D alone.

    Attributes:
        compare: what is shown.
    """

    def __init__(self, compare: CompareViewModel) -> None:
        super().__init__()
        self.compare = compare

    def turn(self, turn: Callable[[int], bool], by: int) -> None:
        """Turn pages; who inherits says so where there is none."""
        turn(by)

    @Slot()
    def next_page(self) -> None:
        """Turn both pictures to their next page or frame."""
        self.turn(self.compare.turn_page, +1)

    @Slot()
    def previous_page(self) -> None:
        """Turn both back."""
        self.turn(self.compare.turn_page, -1)

    @Slot()
    def next_page_of_d(self) -> None:
        """Turn D alone to its next page: one may be missing in A."""
        self.turn(self.compare.turn_page_of_right, +1)

    @Slot()
    def previous_page_of_d(self) -> None:
        """Turn D alone back."""
        self.turn(self.compare.turn_page_of_right, -1)
