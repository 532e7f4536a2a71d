"""Fields that take text, ticks and figures, with frames that can be seen in both themes.

Fusion draws the frames of fields as a darker shade of the window, which is next to nothing on a
dark one; WCAG 2.1, 1.4.11 asks 3 to 1 for what shows where a control is.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from dedup_desk.ui.theme import colours

_BOX_PX = 17.0
_GAP_PX = 8.0


class TextField(QLineEdit):
    """One line of text."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setTextMargins(8, 6, 8, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, then the frame."""
        super().paintEvent(event)
        _paint_frame(self)


class FigureField(QDoubleSpinBox):
    """A figure that is typed or stepped with the arrow keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setLineEdit(TextField())

    def sizeHint(self) -> QSize:
        """Room for the words that stand for "no figure" as well."""
        metrics = self.fontMetrics()
        width = max(
            metrics.horizontalAdvance(one) for one in (self.specialValueText(), "HK$ 99.99")
        )
        return QSize(width + 24, metrics.height() + 14)

    def minimumSizeHint(self) -> QSize:
        """Never cut it."""
        return self.sizeHint()


class Chooser(QComboBox):
    """One value out of a list."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrame(False)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for widget in (self, self.view()):  # typing only looks for an entry
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def show_entries(self, entries: Sequence[str], at: int) -> None:
        """Offer other entries, `at` is in force; what stays the same is left alone."""
        if [self.itemText(one) for one in range(self.count())] != list(entries):
            self.clear()
            self.addItems(list(entries))
            self._let_nobody_edit()
        self.setCurrentIndex(at)

    def _let_nobody_edit(self) -> None:
        """Entries that could be edited switch the input method on as soon as one is current."""
        items = self.model()
        if isinstance(items, QStandardItemModel):
            for row in range(items.rowCount()):
                items.item(row).setEditable(False)
        self.view().setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def sizeHint(self) -> QSize:
        """Room for the widest entry, the arrow and a frame; as high as a line of text."""
        known = super().sizeHint()
        return QSize(known.width() + 14, max(known.height(), self.fontMetrics().height() + 16))

    def minimumSizeHint(self) -> QSize:
        """Never cut an entry."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, entry and arrow, then the frame."""
        del event
        inks = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(inks.text)
        room = QRectF(self.rect()).adjusted(10, 0, -10, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.currentText())
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, "\u25be"
        )
        painter.end()
        _paint_frame(self)


class Tick(QCheckBox):
    """A box to tick; Space ticks it, it decides nothing by itself."""

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        metrics = self.fontMetrics()
        width = int(_BOX_PX + _GAP_PX) + metrics.horizontalAdvance(self.text()) + 6
        return QSize(width, max(metrics.height(), int(_BOX_PX)) + 6)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def hitButton(self, position: object) -> bool:
        """Take a click on the words as well."""
        del position
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box, tick and words."""
        del event
        inks = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2, (self.height() - _BOX_PX) / 2, _BOX_PX, _BOX_PX)
        ring = inks.accent_ink if self.hasFocus() else inks.muted
        painter.setPen(QPen(ring, 2.0 if self.hasFocus() else 1.2))
        painter.setBrush(inks.raised)
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            _paint_tick(painter, box, inks.text)
        painter.setPen(inks.text)
        words = QRectF(self.rect()).adjusted(box.right() + _GAP_PX, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())


def _paint_frame(widget: QWidget) -> None:
    """Paint a frame just inside `widget`; a stronger one where the keyboard is."""
    has_focus = widget.hasFocus()
    inks = colours(widget.palette())
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.accent_ink if has_focus else inks.muted, 2.0 if has_focus else 1.0))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(1, 1, -1, -1), 4, 4)


def _paint_tick(painter: QPainter, box: QRectF, ink: QColor) -> None:
    corners = ((0.22, 0.52), (0.43, 0.74), (0.8, 0.28))
    points = [
        QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in corners
    ]
    painter.setPen(QPen(ink, 2.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(points)
