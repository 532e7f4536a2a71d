"""What is seen through the transparent parts of a picture, and round it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPolygonF

from dedup_desk.ui.display import Ground, Stage
from dedup_desk.ui.theme import Colours

_CHECK_PX = 8
_PLAIN = {
    Ground.WHITE: QColor(255, 255, 255),
    Ground.GREY: QColor(128, 128, 128),
    Ground.BLACK: QColor(0, 0, 0),
}
_LIGHT, _DARK = QColor(204, 204, 204), QColor(153, 153, 153)


def paint_ground(painter: QPainter, frame: QPolygonF, ground: Ground) -> None:
    """Fill a picture's frame; checks keep their size on the screen however close one looks."""
    path = QPainterPath()
    path.addPolygon(frame)
    path.closeSubpath()
    outline = painter.transform().map(path)
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillPath(outline, _brush(ground))
    painter.restore()


def stage_colour(stage: Stage, inks: Colours) -> QColor:
    """Return the grey that surrounds the pictures."""
    level = stage.level
    return inks.canvas if level is None else QColor(level, level, level)


def _brush(ground: Ground) -> QBrush:
    if ground in _PLAIN:
        return QBrush(_PLAIN[ground])
    tile = QImage(2 * _CHECK_PX, 2 * _CHECK_PX, QImage.Format.Format_RGB32)
    tile.fill(_LIGHT)
    painter = QPainter(tile)
    for at in (0, _CHECK_PX):
        painter.fillRect(at, at, _CHECK_PX, _CHECK_PX, _DARK)
    painter.end()
    brush = QBrush(tile)
    brush.setStyle(Qt.BrushStyle.TexturePattern)
    return brush
