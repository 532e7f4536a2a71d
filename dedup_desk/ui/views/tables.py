"""Tables of lines: flat, without a grid, with a frame where the keyboard is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dedup_desk.ui.models.lines import MARK, LinesModel
from dedup_desk.ui.theme import colours
from dedup_desk.ui.views.parts import Ink, ink_colour

_LINE_PX = 28
_APART_PX = 12
_APART = "\u2002"
"""After figures at the right of their column, whose neighbour begins at its left."""

_MEASURED = 24
"""Lines that say how wide a column is, about a screen of them; Qt measures 1,000 of each column,
which takes over a second. What is longer further down is cut, and its tool tip says the whole."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table's columns are shown.

    Attributes:
        wide: columns that share the room that is left.
        paths: columns cut in the middle, where the ends matter most; others lose their end.
        inks: mark of a line -> ink of the column `marked`.
        tall: lines of words a row has room for; what is longer is in the tool tip.
    """

    wide: tuple[int, ...]
    paths: tuple[int, ...] = (0,)
    inks: Mapping[str, Ink] = field(default_factory=dict)
    marked: int = 0
    tall: int = 1


def select_quietly(view: QAbstractItemView) -> None:
    """Let a list select in a quiet grey: amber is kept for what is proposed."""
    inks = colours(QApplication.palette())
    if view.palette().color(QPalette.ColorRole.Highlight) != inks.raised:
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Highlight, inks.raised)
        palette.setColor(QPalette.ColorRole.HighlightedText, inks.text)
        view.setPalette(palette)


class LineDelegate(QStyledItemDelegate):
    """Paints a separator below each line and inks marked cells."""

    def __init__(self, shape: Shape, parent: QWidget) -> None:
        super().__init__(parent)
        self._shape = shape

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ink the words of a marked cell."""
        super().initStyleOption(option, index)
        if index.column() not in self._shape.paths:
            option.textElideMode = Qt.TextElideMode.ElideRight
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += _APART
        ink = self._shape.inks.get(str(index.data(MARK) or ""))
        if ink is not None and index.column() == self._shape.marked:
            colour = ink_colour(option.palette, ink)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                option.palette.setColor(role, colour)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Keep columns apart."""
        return super().sizeHint(option, index) + QSize(_APART_PX, 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell, the line below it, and a frame where the keyboard is.

        The style would fill that frame with a veil over the words.
        """
        plain = QStyleOptionViewItem(option)
        plain.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, plain, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(colours(option.palette).muted)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        line = QColor(colours(option.palette).line)
        line.setAlphaF(0.5)
        rect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


class FlatHeader(QHeaderView):
    """Headings in muted words on the card, with a line below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Paint one heading."""
        inks = colours(self.palette())
        painter.save()
        painter.fillRect(rect, inks.panel)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, inks.line)
        painter.setPen(inks.muted)
        words = self.model().headerData(logicalIndex, self.orientation())
        side = self.model().headerData(
            logicalIndex, self.orientation(), Qt.ItemDataRole.TextAlignmentRole
        )
        flags = side if isinstance(side, Qt.AlignmentFlag) else Qt.AlignmentFlag.AlignVCenter
        words = f"{words}{_APART}" if flags & Qt.AlignmentFlag.AlignRight else str(words)
        painter.drawText(rect.adjusted(4, 0, -4, 0), flags, words)
        painter.restore()


class LinesTable(QTableView):
    """A table over a `LinesModel`."""

    def __init__(self, model: LinesModel, shape: Shape) -> None:
        super().__init__()
        self._wide = shape.wide
        self.setHorizontalHeader(FlatHeader(self))
        self.setModel(model)
        self.setItemDelegate(LineDelegate(shape, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(shape.tall > 1)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for widget in (self, self.verticalHeader()):  # item views compose by default
            widget.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        more_px = (shape.tall - 1) * self.fontMetrics().lineSpacing()
        self.verticalHeader().setDefaultSectionSize(_LINE_PX + more_px)
        select_quietly(self)
        self._shape_header()
        model.modelReset.connect(self._shape_header)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            select_quietly(self)

    def _shape_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setResizeContentsPrecision(_MEASURED)
        for column in range(self.model().columnCount()):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if column in self._wide
                else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(column, mode)
