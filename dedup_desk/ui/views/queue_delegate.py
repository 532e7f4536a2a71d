"""Paints one row of the queue: the pair's thumbnails, name, kind, sureness and state."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from dedup_desk.core.display import display_text
from dedup_desk.core.records import Digest
from dedup_desk.services.review_views import ClusterRow, RowState
from dedup_desk.ui.models.queue_model import MARK_ROLE, ROW_ROLE, chain_words, row_words
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.views.badges import ROW_SIGNS, row_ink
from dedup_desk.ui.views.parts import sized
from dedup_desk.ui.views.small_pictures import paint_filled

ROW_PX = 70
_THUMB_PX = 44
_LEAST_CHIP_PX = 40
_Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Rows of one height, so that a hundred thousand of them scroll like ten."""

    def __init__(self, thumbnails: Thumbnails, parent: QWidget) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Every row is equally high."""
        return QSize(160, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        row: ClusterRow | None = index.data(ROW_ROLE)
        if row is None:
            return
        box: QRect = option.rect
        inks = colours(option.palette)
        state: QStyle.StateFlag = option.state
        painter.save()
        self._paint_ground(painter, box, inks, state)
        left = self._paint_pair(painter, box, row.thumbnails, inks)
        words = QRectF(box).adjusted(left, 7, -10, -5)
        _paint_words(painter, words, row, inks)
        if index.data(MARK_ROLE):
            _paint_mark(painter, box, inks)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, box: QRect, inks: Colours, state: QStyle.StateFlag
    ) -> None:
        """Selection is a bar and a ground; the pointer only a ground."""
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, inks.raised)
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), inks.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, inks.window)
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), inks.line)

    def _paint_pair(
        self, painter: QPainter, box: QRect, pair: tuple[Digest, Digest], inks: Colours
    ) -> float:
        top = box.top() + (box.height() - _THUMB_PX) / 2
        left = box.left() + 10.0
        for digest in pair:
            frame = QRectF(left, top, _THUMB_PX, _THUMB_PX)
            image = self._thumbnails.image(digest)
            if image is None:
                painter.fillRect(frame, inks.sunken)
            else:
                paint_filled(painter, frame, image)
            left += _THUMB_PX + 3
        return left - box.left() + 7


def _paint_words(painter: QPainter, box: QRectF, row: ClusterRow, inks: Colours) -> None:
    font = painter.font()
    metrics = QFontMetricsF(font)
    sign = ROW_SIGNS[row.state]
    width = box.width() - metrics.horizontalAdvance(sign) - 6
    name = metrics.elidedText(display_text(row.title), Qt.TextElideMode.ElideMiddle, width)
    painter.setPen(inks.muted if row.state is RowState.DECIDED else inks.text)
    painter.drawText(QRectF(box.left(), box.top(), width, metrics.height()), 0, name)
    painter.setPen(row_ink(inks, row.state))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, sign)
    painter.setFont(sized(font, 0.84))
    small = QFontMetricsF(painter.font())
    kind, size = row_words(row)
    line = QRectF(box.left(), box.top() + metrics.height() + 3, box.width(), small.height())
    after = _paint_chip(painter, line, kind, inks)
    if row.is_chained and after.width() > _LEAST_CHIP_PX:
        _paint_chip(painter, after, chain_words(row), inks)
    line.translate(0, small.height() + 2)
    painter.setPen(inks.muted)
    number = f"#{row.number:,}" if row.number else ""  # by which one jumps to it
    painter.drawText(line, Qt.AlignmentFlag.AlignRight, number)
    room = line.width() - small.horizontalAdvance(number) - 8
    painter.drawText(line, 0, small.elidedText(size, Qt.TextElideMode.ElideRight, room))


def _paint_chip(painter: QPainter, line: QRectF, words: str, inks: Colours) -> QRectF:
    """Paint a reason as a small frame with words; return what is left of the line."""
    small = QFontMetricsF(painter.font())
    cut = small.elidedText(words, Qt.TextElideMode.ElideRight, line.width() - 10)
    frame = QRectF(line.left(), line.top(), small.horizontalAdvance(cut) + 10, line.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(inks.line)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(inks.muted)
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, cut)
    return line.adjusted(frame.width() + 4, 0, 0, 0)


def _paint_mark(painter: QPainter, box: QRect, inks: Colours) -> None:
    """Paint a ribbon in the upper corner of the first thumbnail; a shape, not a colour alone."""
    left, top = box.left() + 13.0, box.top() + (box.height() - _THUMB_PX) / 2 - 3
    ribbon = [(0, 0), (11, 0), (11, 18), (5.5, 13), (0, 18)]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(inks.panel, 1.4))
    painter.setBrush(inks.info)
    painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in ribbon]))
