"""Bars and histograms, painted from the palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from dedup_desk.ui.theme import Colours, colours

Tint: TypeAlias = Callable[[Colours], QColor]


def _progress_tint(inks: Colours) -> QColor:
    return inks.good


class ShareBar(QWidget):
    """How much of something is done; an indefinite one shows stripes.

    Args:
        height_px: thickness.
    """

    def __init__(self, height_px: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share: float | None = 0.0
        self._tint: Tint = _progress_tint
        self.setFixedHeight(height_px)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        """0 to 1; None while nobody knows."""
        return self._share

    def set_share(self, share: float | None, tint: Tint | None = None) -> None:
        """Show `share`; `tint` chooses the colour from those of the theme in force."""
        self._share, self._tint = share, tint or _progress_tint
        self.setAccessibleDescription("" if share is None else f"{share:.0%}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint track and bar."""
        del event
        inks = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box, round_px = QRectF(self.rect()), min(4.0, self.height() / 2)
        painter.setBrush(inks.sunken)
        painter.drawRoundedRect(box, round_px, round_px)
        painter.setBrush(self._tint(inks))
        if self._share is None:
            painter.setOpacity(0.45)
            box.setWidth(box.width() / 5)
        else:
            box.setWidth(max(box.width() * self._share, 3.0 if self._share > 0 else 0.0))
        painter.drawRoundedRect(box, round_px, round_px)


class Histogram(QWidget):
    """Columns side by side, each of two parts stacked; the scale is the tallest column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[tuple[int, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_columns(self, columns: Sequence[tuple[int, int]]) -> None:
        """Show (lower part, upper part) of every column."""
        self._columns = tuple(columns)
        self.update()

    def sizeHint(self) -> QSize:
        """Room to read it."""
        return QSize(240, 60)

    def minimumSizeHint(self) -> QSize:
        """Still a picture."""
        return QSize(120, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns on a line."""
        del event
        inks = colours(self.palette())
        painter = QPainter(self)
        ground = self.height() - 1
        painter.fillRect(0, ground, self.width(), 1, inks.line)
        tallest = max((sum(column) for column in self._columns), default=0)
        if not tallest:
            return
        step = self.width() / len(self._columns)
        for at, (lower, upper) in enumerate(self._columns):
            left, width = at * step + 1, max(1.0, step - 2)
            low = (ground - 4) * lower / tallest
            high = (ground - 4) * upper / tallest
            painter.fillRect(QRectF(left, ground - low, width, low), inks.info)
            painter.fillRect(QRectF(left, ground - low - high, width, high), inks.muted)
