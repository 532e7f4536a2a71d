"""Thumbnails painted at other sizes, never shrunk by two or more at once."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter


def paint_filled(painter: QPainter, frame: QRectF, image: QImage) -> None:
    """Fill `frame` with the middle of a picture."""
    image = _halved(painter, image, max(frame.width(), frame.height()))
    shape = frame.width() / frame.height()
    width = min(float(image.width()), image.height() * shape)
    height = width / shape
    source = QRectF((image.width() - width) / 2, (image.height() - height) / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(frame, image, source)


def paint_whole(painter: QPainter, frame: QRectF, image: QImage) -> QRectF:
    """Paint the whole picture in the middle of `frame`; returns where it is."""
    scale = min(frame.width() / image.width(), frame.height() / image.height())
    place = QRectF(0, 0, image.width() * scale, image.height() * scale)
    place.moveCenter(frame.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(place, _halved(painter, image, min(place.width(), place.height())))
    return place


def _halved(painter: QPainter, image: QImage, shortest: float) -> QImage:
    """Halve a picture while its shorter edge is twice what is needed on this screen."""
    needed = shortest * painter.device().devicePixelRatioF()
    while min(image.width(), image.height()) >= 2 * needed:
        image = image.scaled(
            QSize(image.width() // 2, image.height() // 2),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return image
