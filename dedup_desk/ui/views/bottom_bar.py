"""The strip at the bottom of a screen: what can be done there, the default first."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dedup_desk.ui.theme import colours


class BottomBar(QWidget):
    """A panel with a line above; `row` takes the buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(18, 9, 18, 9)
        self.row.setSpacing(10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and line."""
        del event
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(self.rect(), inks.panel)
        painter.fillRect(0, 0, self.width(), 1, inks.line)
