"""What is drawn over a picture: the other one's frame, numbered changes, the twin pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareState, Side
from dedup_desk.core.geometry import Point, Span
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.theme import Colours

_UNDER = QColor(0, 0, 0, 170)
"""Painted below every line, so that it can be seen on any picture."""


def transform_of(matrix: Matrix) -> QTransform:
    """Return our column matrix as Qt's row one."""
    a, b, c, d, e, f, g, h, i = matrix
    return QTransform(a, d, g, b, e, h, c, f, i)


def paint_other_frame(painter: QPainter, state: CompareState, side: Side, inks: Colours) -> None:
    """Draw the other picture's frame, dashed, where it cuts into the picture of `side`."""
    frame = compare.frame_of_other(state, side)
    if not state.is_aligned or _is_whole(state, side, frame):
        return
    polygon = QPolygonF([QPointF(one.x, one.y) for one in frame])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(_UNDER, 3.5))
    painter.drawPolygon(polygon)
    dashes = QPen(inks.accent, 1.5)
    dashes.setDashPattern([5.0, 4.0])
    painter.setPen(dashes)
    painter.drawPolygon(polygon)


def paint_regions(
    painter: QPainter, state: CompareState, changes: tuple[Sequence[Span], int], inks: Colours
) -> None:
    """Box and number changed regions; `changes` are the regions and which one is looked at."""
    regions, looked_at = changes
    place = transform_of(compare.view_matrix(state, Side.LEFT))
    for number, region in enumerate(regions):
        box = place.mapRect(_rect(region)).adjusted(-2, -2, 2, 2)
        here = number == looked_at
        ink, width = (inks.accent, 3.0) if here else (inks.danger, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((_UNDER, width + 2), (ink, width)):
            painter.setPen(QPen(colour, wide))
            painter.drawRect(box)
        _number(painter, box, str(number + 1), inks)


def paint_cross(painter: QPainter, at: Point) -> None:
    """Mark a point with a cross."""
    for ink, width in ((_UNDER, 3.0), (QColor(255, 255, 255), 1.2)):
        painter.setPen(QPen(ink, width))
        painter.drawLine(QPointF(at.x - 9, at.y), QPointF(at.x + 9, at.y))
        painter.drawLine(QPointF(at.x, at.y - 9), QPointF(at.x, at.y + 9))


def _number(painter: QPainter, box: QRectF, number: str, inks: Colours) -> None:
    metrics = painter.fontMetrics()
    tag = QRectF(0, 0, metrics.horizontalAdvance(number) + 8.0, metrics.height() + 2.0)
    tag.moveBottomLeft(box.topLeft())
    painter.fillRect(tag, inks.danger)
    painter.setPen(inks.window)
    painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, number)


def _is_whole(state: CompareState, side: Side, frame: Sequence[Point]) -> bool:
    """Say whether the other frame is this picture's own, within one pane unit or two."""
    extent = state.extent(side)
    own = transform_of(compare.view_matrix(state, side)).mapRect(
        QRectF(0, 0, extent.width, extent.height)
    )
    inner = own.adjusted(1.5, 1.5, -1.5, -1.5)
    corners = [QPointF(one.x, one.y) for one in frame]
    covers = QPolygonF(corners).boundingRect().contains(inner)
    return covers and not any(inner.contains(one) for one in corners)


def _rect(span: Span) -> QRectF:
    return QRectF(span.left, span.top, span.right - span.left, span.bottom - span.top)
