"""The table of facts: rows of one height, dimmed where equal, marked by letter and shape."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QPainter,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dedup_desk.core.compare import Side
from dedup_desk.core.fact_rows import FactRow
from dedup_desk.core.metadata import Presence
from dedup_desk.ui.models.facts_model import LEFT, MARK, NAME, RIGHT, ROW_ROLE, FactsModel, spoken
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.views.parts import sized

ROW_PX = 23
_NAME_PX, _MARK_PX = 90, 28
_PREFERRED_PX = 6
_SIDES = {LEFT: Side.LEFT, RIGHT: Side.RIGHT}
_EQUAL = (Presence.EQUAL, Presence.BOTH_EMPTY)
_Index = QModelIndex | QPersistentModelIndex


class FactsDelegate(QStyledItemDelegate):
    """Dims what is equal, marks what differs, tints what only one side has.

    Attributes:
        at: the row stepped to, barred at its left; -1 for none.
    """

    at = -1

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
        if index.row() == self.at and index.column() == NAME:
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height() - 1), inks.text)
        painter.setPen(_ink(inks, mark, index.column()))
        painter.setFont(sized(painter.font(), 0.9))
        inner = QRectF(box).adjusted(8 if index.column() == NAME else 4, 0, -2, -1)
        side = _SIDES.get(index.column())
        if row is not None and side is not None and row.better is side:
            _paint_preferred(painter, inner)
            inner.setLeft(inner.left() + _PREFERRED_PX + 3)
        cut = _cut(row) if row is not None else Qt.TextElideMode.ElideRight
        text = painter.fontMetrics().elidedText(index.data() or "", cut, int(inner.width()))
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


class FactsTable(QTableView):
    """Takes no focus: the panes hold the keyboard, and a key steps through what differs."""

    def __init__(self, model: FactsModel) -> None:
        super().__init__()
        self._facts = model
        self._painter = FactsDelegate(self)
        self.setModel(model)
        self.setItemDelegate(self._painter)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._dress_head()

    def side_at(self, at: QPoint) -> Side | None:
        """Return whose column lies at a point of the rows, or of the head above them."""
        return _SIDES.get(self.columnAt(at.x()))

    def show_row(self, row: int) -> None:
        """Bring a row into sight, bar it, and have it read out."""
        self._painter.at = row
        self.scrollTo(self._facts.index(row, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.viewport().update()
        found: FactRow | None = self._facts.index(row, 0).data(ROW_ROLE)
        if found is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken(found)))

    def _dress_head(self) -> None:
        head = FactsHeader(self)
        self.setHorizontalHeader(head)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(MARK, QHeaderView.ResizeMode.Fixed)
        for column in (LEFT, RIGHT):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(NAME, _NAME_PX)
        head.resizeSection(MARK, _MARK_PX)
        for one in (head, self.verticalHeader()):  # item views compose by default
            one.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)


def _paint_preferred(painter: QPainter, box: QRectF) -> None:
    """Paint the small triangle of what a keeping rule prefers, in the ink of the words."""
    left, middle = box.left(), box.center().y()
    half = _PREFERRED_PX / 2
    corners = [
        QPointF(left, middle + half),
        QPointF(left + _PREFERRED_PX, middle + half),
        QPointF(left + half, middle - half),
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def _cut(row: FactRow) -> Qt.TextElideMode:
    """Names are told apart by both ends; everything else begins with what matters."""
    middle = row.id in ("file", "folder")
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
