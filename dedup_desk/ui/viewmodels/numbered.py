"""The keys that choose a picture by its number; slots are called like rows of the actions."""

from __future__ import annotations

from PySide6.QtCore import Slot

from dedup_desk.ui.viewmodels.many import ManyViewModel


class NumberedViewModel(ManyViewModel):
    """Nine keys, one thing to do: a key says a number and nothing else."""

    @Slot()
    def image_1(self) -> None:
        """Choose picture 1."""
        self.choose(1)

    @Slot()
    def image_2(self) -> None:
        """Choose picture 2."""
        self.choose(2)

    @Slot()
    def image_3(self) -> None:
        """Choose picture 3."""
        self.choose(3)

    @Slot()
    def image_4(self) -> None:
        """Choose picture 4."""
        self.choose(4)

    @Slot()
    def image_5(self) -> None:
        """Choose picture 5."""
        self.choose(5)

    @Slot()
    def image_6(self) -> None:
        """Choose picture 6."""
        self.choose(6)

    @Slot()
    def image_7(self) -> None:
        """Choose picture 7."""
        self.choose(7)

    @Slot()
    def image_8(self) -> None:
        """Choose picture 8."""
        self.choose(8)

    @Slot()
    def image_9(self) -> None:
        """Choose picture 9."""
        self.choose(9)
