"""The right column: fixed fact rows with their marks, and why one copy is proposed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.core.compare import Side
from dedup_desk.core.fact_rows import FACTS, FactRow
from dedup_desk.core.metadata import Presence
from dedup_desk.ui.models.facts_model import LEFT, MARK, NAME, RIGHT, ROW_ROLE, FactsModel
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.viewmodels import facts
from dedup_desk.ui.viewmodels.moving import MovingViewModel
from dedup_desk.ui.views.parts import Ink, Words, clear_layout, sized

ROW_PX = 23
_REASONS = {
    facts.Weight.DECIDES: ("★", Ink.ACCENT),
    facts.Weight.SAYS: ("✓", Ink.TEXT),
    facts.Weight.FORBIDS: ("◆", Ink.INFO),
}
_EQUAL = (Presence.EQUAL, Presence.BOTH_EMPTY)
_Index = QModelIndex | QPersistentModelIndex


class FactsDelegate(QStyledItemDelegate):
    """Dims what is equal, marks what differs, tints what only one side has."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Every row is equally high and stays where it is."""
        return QSize(40, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a cell."""
        row: FactRow | None = index.data(ROW_ROLE)
        box: QRect = option.rect
        inks = colours(option.palette)
        painter.save()
        mark = row.mark if row is not None else Presence.BOTH_EMPTY
        if mark not in _EQUAL:
            painter.fillRect(box, inks.raised)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), inks.line)
        painter.setPen(_ink(inks, mark, index.column()))
        painter.setFont(sized(painter.font(), 0.9))
        inner = QRectF(box).adjusted(8 if index.column() == NAME else 4, 0, -2, -1)
        text = painter.fontMetrics().elidedText(
            index.data() or "", _cut(index.row()), int(inner.width())
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()


class FactsHeader(QHeaderView):
    """The letters of the panes above their columns, in their tints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(ROW_PX + 4)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one letter."""
        inks = colours(self.palette())
        painter.fillRect(rect, inks.panel)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), inks.line)
        tint = {LEFT: inks.left, RIGHT: inks.right}.get(section)
        if tint is not None:
            letter = QRectF(rect.left() + 4, rect.top() + 4, 20, rect.height() - 9)
            painter.fillRect(letter, tint)
            painter.setPen(inks.window)
            painter.setFont(sized(painter.font(), 0.9, QFont.Weight.Bold))
            text = (Side.LEFT if section == LEFT else Side.RIGHT).value
            painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, text)


class FactsView(QWidget):
    """Facts above, reasons below."""

    def __init__(self, model: MovingViewModel) -> None:
        super().__init__()
        self._model = model
        self.table = QTableView()
        self._title = Words(Ink.MUTED, 0.82).heavy()
        self._reasons = QWidget()
        self._list = QVBoxLayout(self._reasons)
        self._dress_table()
        self._lay_out()
        model.table.changed.connect(self._on_changed)
        self._on_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the column's ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_changed()

    def _dress_table(self) -> None:
        table = self.table
        table.setModel(FactsModel(self._model.table))
        table.setItemDelegate(FactsDelegate(table))
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.verticalHeader().setVisible(False)
        table.verticalHeader().setDefaultSectionSize(ROW_PX)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = FactsHeader(table)
        table.setHorizontalHeader(head)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Fixed)
        for column in (LEFT, RIGHT):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(NAME, 84)
        head.resizeSection(MARK, 32)

    def _lay_out(self) -> None:
        self._list.setContentsMargins(0, 2, 0, 0)
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 10, 12, 12)
        below.addWidget(self._title)
        below.addWidget(self._reasons)
        column.addLayout(below)

    def _on_changed(self) -> None:
        view = self._model.table.view
        proposes = view is not None and view.proposal.canonical is not None
        found = facts.reasons(self._model.table)
        self._title.setText(
            self.tr("WHY THIS ONE IS PROPOSED") if proposes else self.tr("NOTHING IS PROPOSED")
        )
        self._title.setVisible(self._model.table.view is not None)
        clear_layout(self._list)
        for reason in found:
            sign, ink = _REASONS[reason.weight]
            line = Words(ink, 0.92).wrapped()
            line.setText(f"{sign} {reason.text}")
            self._list.addWidget(line)


def _cut(row: int) -> Qt.TextElideMode:
    """Names are told apart by both ends; everything else begins with what matters."""
    middle = FACTS[row].id in ("file", "folder")
    return Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight


def _ink(inks: Colours, mark: Presence, column: int) -> QColor:
    """Equal is dim; what only one side has takes that side's tint, beside its letter."""
    if column == NAME or mark in _EQUAL:
        return inks.muted
    tint = {Presence.ONLY_LEFT: inks.left, Presence.ONLY_RIGHT: inks.right}
    own = {Presence.ONLY_LEFT: LEFT, Presence.ONLY_RIGHT: RIGHT}
    if column == MARK or own.get(mark) == column:
        return tint.get(mark, inks.text)
    return inks.text if mark is Presence.DIFFERS else inks.muted
