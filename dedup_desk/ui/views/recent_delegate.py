"""Paints one recent place: its sign, its name, where it is and when it was open."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dedup_desk.ui import resources
from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.start import RecentRow
from dedup_desk.ui.views.parts import RADIUS_PX, sized

ROW = Qt.ItemDataRole.UserRole + 1


class RecentDelegate(QStyledItemDelegate):
    """Two lines a row; the row under the mouse is raised, the current one framed."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, RecentRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 2, -1, -2)
        self._paint_ground(painter, option, box)
        self._paint_row(painter, option, box, row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF) -> None:
        inks = colours(option.palette)
        state = option.state
        is_lit = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected))
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(inks.accent_ink, 1.5) if has_focus else Qt.PenStyle.NoPen)
        painter.setBrush(inks.raised if is_lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)

    def _paint_row(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, row: RecentRow
    ) -> None:
        inks = colours(option.palette)
        font = option.font
        sign = resources.icon("folder" if row.is_folder else "project", inks.muted.name())
        sign.paint(painter, int(box.left()) + 10, int(box.center().y()) - 12, 24, 24)
        upper = QRectF(box.left() + 46, box.top() + 5, box.width() - 56, box.height() / 2 - 4)
        lower = upper.translated(0, upper.height())
        painter.setPen(inks.muted)
        painter.setFont(sized(font, 0.9))
        left = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, left | Qt.AlignmentFlag.AlignRight, row.when)
        room = upper.width() - painter.fontMetrics().horizontalAdvance(row.when) - 12
        self._cut(painter, lower, row.where, lower.width())
        painter.setPen(inks.text)
        painter.setFont(sized(font, 1.0, QFont.Weight.DemiBold))
        self._cut(painter, upper, row.title, room)

    def _cut(self, painter: QPainter, box: QRectF, text: str, room_px: float) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(room_px))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
