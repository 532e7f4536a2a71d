"""Paints one picture, or a finer part of it, where a matrix puts it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPolygonF

from dedup_desk.core.geometry import Extent, Point, local_scale, outline
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.display import Ground
from dedup_desk.ui.viewmodels.pictures import Patch
from dedup_desk.ui.views.grounds import paint_ground
from dedup_desk.ui.views.pane_marks import transform_of

_PIXELATED_FROM = 3.0
"""Screen pixels for one picture pixel from which pixels are shown as squares."""


@dataclass(frozen=True, slots=True)
class Surface:
    """What a picture is painted on.

    Attributes:
        ground: what is seen through transparent parts.
        unit_px: screen pixels to a pane unit.
    """

    ground: Ground
    unit_px: float


def draw(
    painter: QPainter, surface: Surface, matrix: Matrix, extent: Extent, image: QImage
) -> None:
    """Paint a picture; what is clear in it lies on the ground that the person chose."""
    if image.hasAlphaChannel():
        paint_ground(painter, frame_of(matrix, extent), surface.ground)
    cover(painter, surface, matrix, extent, image)


def cover(
    painter: QPainter, surface: Surface, matrix: Matrix, extent: Extent, image: QImage
) -> None:
    """Stretch an image over the frame of a picture."""
    painter.save()
    painter.setTransform(transform_of(matrix), combine=True)
    screen = local_scale(matrix, extent.centre) * surface.unit_px
    if screen * extent.width / image.width() >= _PIXELATED_FROM:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    painter.drawImage(QRectF(0, 0, extent.width, extent.height), image)
    painter.restore()


def draw_patch(painter: QPainter, surface: Surface, matrix: Matrix, patch: Patch) -> None:
    """Paint a finer part over the whole, pixel for pixel where it is one to one."""
    box, image = patch.box, patch.image
    place = QRectF(box.x_px, box.y_px, box.width_px, box.height_px)
    screen = local_scale(matrix, Point(box.x_px, box.y_px)) * surface.unit_px
    painter.save()
    painter.setTransform(transform_of(matrix), combine=True)
    is_squares = screen * box.width_px / image.width() >= _PIXELATED_FROM
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=not is_squares)
    if image.hasAlphaChannel():  # what the whole painted there is taken away again
        paint_ground(painter, QPolygonF(place), surface.ground)
    painter.drawImage(place, image)
    painter.restore()


def frame_of(matrix: Matrix, extent: Extent) -> QPolygonF:
    """Return where a picture's frame lies in the pane."""
    return QPolygonF([QPointF(one.x, one.y) for one in outline(matrix, extent)])
