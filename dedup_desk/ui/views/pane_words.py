"""Words in a pane and above it: lines of a header, and sentences instead of a picture."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from dedup_desk.core.compare import CompareMode, Side
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours
from dedup_desk.ui.viewmodels.compare import CompareViewModel


def limit_words(model: CompareViewModel, side: Side) -> str:
    """Return why full pixels are not shown although one looks that close; "" mostly."""
    is_alone = model.state is None or model.state.mode is CompareMode.SIDE_BY_SIDE
    limits = (model.limit(one) for one in ((side,) if is_alone else Side))
    return next((worded(one) for one in limits if one is not None), "")


def paint_words(
    painter: QPainter, room: QRectF, words: str, inks: Colours, *, is_high: bool = False
) -> None:
    """Paint a sentence on a panel of its own, in the middle or at the upper edge."""
    if not words:
        return
    place = Qt.AlignmentFlag.AlignCenter
    if is_high:  # below lies the overview
        place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    wrap = int(Qt.TextFlag.TextWordWrap | place)
    box = painter.boundingRect(room, wrap, words).adjusted(-14, -10, 14, 10)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.panel)
    painter.drawRoundedRect(box, 6, 6)
    painter.setPen(inks.text)
    painter.drawText(room, wrap, words)


def put_line(
    painter: QPainter, line: QRectF, text: str, ink: QColor, weight: QFont.Weight
) -> float:
    """Paint text, cut in the middle where it does not fit; returns where the next may begin."""
    font = QFont(painter.font())
    font.setWeight(weight)
    painter.setFont(font)
    painter.setPen(ink)
    metrics = QFontMetricsF(font)
    cut = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, line.width())
    painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)
    return min(line.left() + metrics.horizontalAdvance(cut) + 10, line.right())
