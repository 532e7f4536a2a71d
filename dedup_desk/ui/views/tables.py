"""Tables of lines: flat, without a grid, with a frame where the keyboard is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dedup_desk.ui.models.lines import MARK, LinesModel
from dedup_desk.ui.theme import colours
from dedup_desk.ui.views.parts import Ink, ink_colour

_LINE_PX = 28


class LineDelegate(QStyledItemDelegate):
    """Paints a separator below each line and inks marked cells.

    Args:
        inks: mark of a line -> ink of the marked column.
        column: the column that takes the ink.
    """

    def __init__(self, inks: Mapping[str, Ink], column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._inks, self._column = inks, column

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Ink the words of a marked cell."""
        super().initStyleOption(option, index)
        ink = self._inks.get(str(index.data(MARK) or ""))
        if ink is not None and index.column() == self._column:
            colour = ink_colour(option.palette, ink)
            option.palette.setColor(QPalette.ColorRole.Text, colour)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the cell and the line below it."""
        super().paint(painter, option, index)
        line = QColor(colours(option.palette).line)
        line.setAlphaF(0.5)
        rect = option.rect
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line)


class LinesTable(QTableView):
    """A table over a `LinesModel`.

    Args:
        model: the lines.
        wide: columns that share the room that is left.
        inks: mark of a line -> ink; `marked` is the column that takes it.
    """

    def __init__(
        self,
        model: LinesModel,
        wide: tuple[int, ...],
        inks: Mapping[str, Ink] | None = None,
        marked: int = 0,
    ) -> None:
        super().__init__()
        self._wide = wide
        self.setModel(model)
        self.setItemDelegate(LineDelegate(inks or {}, marked, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_LINE_PX)
        self._soften()
        self._shape_header()
        model.modelReset.connect(self._shape_header)

    def _soften(self) -> None:
        """Select in a quiet grey: amber is kept for what is proposed."""
        palette = QPalette(self.palette())
        inks = colours(palette)
        palette.setColor(QPalette.ColorRole.Highlight, inks.raised)
        palette.setColor(QPalette.ColorRole.HighlightedText, inks.text)
        if palette != self.palette():
            self.setPalette(palette)

    def _shape_header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        for column in range(self.model().columnCount()):
            mode = (
                QHeaderView.ResizeMode.Stretch
                if column in self._wide
                else QHeaderView.ResizeMode.ResizeToContents
            )
            header.setSectionResizeMode(column, mode)
