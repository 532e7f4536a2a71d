"""What is drawn over a picture: frames, hatching, numbered changes, a line, a glass, pointers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareState, Side
from dedup_desk.core.geometry import Point, Span, outline
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.theme import Colours
from dedup_desk.ui.viewmodels.loupe import RADIUS, Glass
from dedup_desk.ui.views.parts import sized

_UNDER = QColor(0, 0, 0, 170)
"""Painted below every line, so that it can be seen on any picture."""

_VEIL, _STRIPE = QColor(70, 70, 70, 150), QColor(190, 190, 190, 150)
_STRIPE_STEP = 12
_SLIVER = 1.5


def transform_of(matrix: Matrix) -> QTransform:
    """Return our column matrix as Qt's row one."""
    a, b, c, d, e, f, g, h, i = matrix
    return QTransform(a, d, g, b, e, h, c, f, i)


def frame_path(state: CompareState, side: Side) -> QPainterPath:
    """Return the frame of one picture as it lies in the pane."""
    path = QPainterPath()
    corners = outline(compare.view_matrix(state, side), state.extent(side))
    path.addPolygon(QPolygonF([QPointF(one.x, one.y) for one in corners]))
    path.closeSubpath()
    return path


def hatch(painter: QPainter, place: QPainterPath) -> None:
    """Hatch what only one of the pictures shows, so that nobody takes it for a difference.

    Stripes count from the pane's corner: they rest while the pictures move below them.
    """
    if not place.isEmpty() and _is_wide(place):
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillPath(place, QBrush(_stripes()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@cache
def _stripes() -> QImage:
    """Return one tile of the hatching."""
    tile = QImage(_STRIPE_STEP, _STRIPE_STEP, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(_VEIL)
    pen = QPainter(tile)
    pen.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen.setPen(QPen(_STRIPE, 2.0))
    for off in (-_STRIPE_STEP, 0, _STRIPE_STEP):
        low = float(off + _STRIPE_STEP)
        pen.drawLine(QLineF(off - 2.0, low + 2.0, low + 2.0, off - 2.0))
    pen.end()
    return tile


def paint_divider(painter: QPainter, line: QLineF, inks: Colours) -> None:
    """Draw the wipe's line with a handle and the letters of both sides."""
    for ink, width in ((_UNDER, 4.0), (QColor(255, 255, 255), 1.6)):
        painter.setPen(QPen(ink, width))
        painter.drawLine(line)
    middle = line.center()
    painter.setPen(QPen(_UNDER, 1.0))
    painter.setBrush(QColor(255, 255, 255))
    painter.drawEllipse(middle, 13, 13)
    is_upright = abs(line.dx()) < abs(line.dy())
    for side, ink in ((Side.LEFT, inks.left), (Side.RIGHT, inks.right)):
        way = -1 if side is Side.LEFT else 1
        off = QPointF(22 * way, 0) if is_upright else QPointF(0, 22 * way)
        box = QRectF(0, 0, 18, 18)
        box.moveCenter(middle + off)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(inks.window)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, side.value)
    _paint_handle(painter, middle, is_upright=is_upright)


def paint_glass(painter: QPainter, glass: Glass, inks: Colours) -> None:
    """Draw the rim of a glass, its middle and the letter of its picture."""
    at = QPointF(glass.middle.x, glass.middle.y)
    ink = inks.left if glass.side is Side.LEFT else inks.right
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_UNDER, 5.0), (ink, 2.5)):
        painter.setPen(QPen(colour, width))
        painter.drawEllipse(at, RADIUS, RADIUS)
    paint_cross(painter, glass.middle)
    box = QRectF(0, 0, 20, 20)
    box.moveCenter(QPointF(at.x() - RADIUS * 0.7, at.y() - RADIUS * 0.7))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(inks.window)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, glass.side.value)


def paint_picks(painter: QPainter, places: Sequence[Point], ink: QColor) -> None:
    """Mark and number what was clicked."""
    for number, place in enumerate(places):
        at = QPointF(place.x, place.y)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((_UNDER, 4.0), (ink, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawEllipse(at, 9, 9)
        paint_cross(painter, place)
        box = QRectF(at.x() + 9, at.y() - 25, 18, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_UNDER)
        painter.drawRoundedRect(box, 3, 3)
        painter.setPen(QColor(255, 255, 255))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number + 1))


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
    boxes = [place.mapRect(_rect(one)).adjusted(-2, -2, 2, 2) for one in regions]
    painter.setFont(sized(painter.font(), 0.84, QFont.Weight.DemiBold))
    for number, box in reversed(list(enumerate(boxes))):  # the largest and the one at hand on top
        if number != looked_at:
            _box(painter, box, inks.danger, 1.5)
            _number(painter, box, str(number + 1), (inks.danger, inks.window))
    if 0 <= looked_at < len(boxes):
        _box(painter, boxes[looked_at], inks.accent, 3.0)
        _number(painter, boxes[looked_at], str(looked_at + 1), (inks.accent, inks.on_accent))


def paint_cross(painter: QPainter, at: Point) -> None:
    """Mark a point with a cross."""
    for ink, width in ((_UNDER, 3.0), (QColor(255, 255, 255), 1.2)):
        painter.setPen(QPen(ink, width))
        painter.drawLine(QPointF(at.x - 9, at.y), QPointF(at.x + 9, at.y))
        painter.drawLine(QPointF(at.x, at.y - 9), QPointF(at.x, at.y + 9))


def _paint_handle(painter: QPainter, at: QPointF, *, is_upright: bool) -> None:
    """Draw two arrow heads along the way in which the line can be dragged."""
    painter.save()
    painter.translate(at)
    painter.rotate(0 if is_upright else 90)
    painter.setPen(QPen(QColor(40, 40, 40), 1.8))
    for way in (-1, 1):
        painter.drawPolyline([QPointF(3 * way, -4), QPointF(7 * way, 0), QPointF(3 * way, 4)])
    painter.restore()


def _is_wide(place: QPainterPath) -> bool:
    """Frames that fall on each other leave slivers of rounding; those are not hatched."""
    box = place.boundingRect()
    return min(box.width(), box.height()) > _SLIVER


def _box(painter: QPainter, box: QRectF, ink: QColor, width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, wide in ((_UNDER, width + 2), (ink, width)):
        painter.setPen(QPen(colour, wide))
        painter.drawRect(box)


def _number(painter: QPainter, box: QRectF, number: str, inks: tuple[QColor, QColor]) -> None:
    """Put a number on the upper edge of a box, inside the pane."""
    metrics = painter.fontMetrics()
    tag = QRectF(0, 0, metrics.horizontalAdvance(number) + 6.0, metrics.height() - 1.0)
    tag.moveBottomLeft(box.topLeft())
    tag.moveTop(max(tag.top(), 0.0))
    painter.fillRect(tag, inks[0])
    painter.setPen(inks[1])
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
