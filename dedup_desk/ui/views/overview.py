"""The fuller picture in small, with the frame of the other one and what it lost at each side.

Click or drag in it to look there. It lies in a corner of a pane and never over the middle of it.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from dedup_desk.core.compare import CompareMode, CompareState, Side, view_matrix
from dedup_desk.core.geometry import Point, bounds, outline
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.overview import Overview, overview_of
from dedup_desk.ui.views.parts import sized

MARGIN = 10
_LONGEST, _SHARE = 170.0, 0.25
_ROOM = 17.0
"""Round the small picture, for the figures."""


class OverviewPane(QWidget):
    """Shows where a crop was cut from, while there is one."""

    def __init__(self, model: CompareViewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._room = model, parent
        self._shown: Overview | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setVisible(False)
        model.changed.connect(self.refresh)

    @property
    def overview(self) -> Overview | None:
        """What it shows; None where neither picture shows less than the other."""
        return self._shown

    def refresh(self) -> None:
        """Follow the pair, its alignment and what is before the eye."""
        found = overview_of(self._model)
        is_new = found is not None and (self._shown is None or found.frame != self._shown.frame)
        self._shown = found
        if is_new and found is not None:
            self._word(found)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._shown is not None:
            self._word(self._shown)

    def _word(self, found: Overview) -> None:
        words = worded(found.words)
        self.setToolTip(plain_tip(words))
        self.setAccessibleName(words)

    def sizeHint(self) -> QSize:
        """As large as the fuller picture in small, within limits, and its figures."""
        room = self._room.size()
        longest = min(_LONGEST, _SHARE * min(room.width(), room.height() * 1.3))
        extent = self._shown.extent if self._shown is not None else None
        if extent is None:
            return QSize(0, 0)
        scale = longest / max(extent.width, extent.height)
        around = 2 * _ROOM
        return QSize(
            round(max(extent.width * scale, 40) + around + 24),
            round(max(extent.height * scale, 30) + around),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the small picture, both frames, what is looked at, and the figures."""
        found = self._shown
        if found is None:
            return
        painter, inks = QPainter(self), colours(self.palette())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ground = QColor(inks.panel)
        ground.setAlpha(235)
        painter.setPen(QPen(inks.line, 1))
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        place = self._place()
        image = self._model.small(found.fuller)
        if image is not None:
            painter.drawImage(place, image)
        self._paint_frames(painter, place)
        self._paint_figures(painter, place)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look there."""
        self._look(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on looking while the button is held."""
        if event.buttons():
            self._look(event.position())
        event.accept()

    def _look(self, at: QPointF) -> None:
        place = self._place()
        x, y = (at.x() - place.left()) / place.width(), (at.y() - place.top()) / place.height()
        if self._shown is not None:
            self._model.look_at(self._shown.on_left(Point(_share(x), _share(y))))

    def _place(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_ROOM + 12, _ROOM, -_ROOM - 12, -_ROOM)

    def _paint_frames(self, painter: QPainter, place: QRectF) -> None:
        found, inks = self._shown, colours(self.palette())
        if found is None:
            return
        frame, seen = _path(found.frame, place), _path(found.seen, place)
        whole = QPainterPath()
        whole.addRect(place)
        painter.save()
        painter.setClipRect(place)
        painter.fillPath(whole.subtracted(frame), QColor(0, 0, 0, 120))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 220), 1.0, Qt.PenStyle.DotLine))
        painter.drawPath(seen)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in ((QColor(0, 0, 0, 170), 3.5), (inks.accent, 1.8)):
            painter.setPen(QPen(ink, width))
            painter.drawPath(frame.intersected(whole))

    def _paint_figures(self, painter: QPainter, place: QRectF) -> None:
        found, inks = self._shown, colours(self.palette())
        if found is None:
            return
        painter.setFont(sized(self.font(), 0.8))
        metrics = QFontMetricsF(painter.font())
        high, whole = metrics.height(), QRectF(self.rect())
        middle = place.center()
        boxes = {
            "left": QRectF(1, middle.y() - high / 2, place.left() - 2, high),
            "right": QRectF(place.right() + 1, middle.y() - high / 2, place.left() - 2, high),
            "top": QRectF(0, 0, whole.width(), place.top()),
            "bottom": QRectF(0, place.bottom(), whole.width(), place.top()),
        }
        painter.setPen(inks.text)
        for name, box in boxes.items():
            figure = found.figures[name]
            text = f"{figure}%" if float(figure) else "0"
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def freest_corner(state: CompareState, side: Side, size: QSize) -> Qt.Corner:
    """Return the corner of a pane where the overview covers least of the pictures in it."""
    sides = (side,) if state.mode is CompareMode.SIDE_BY_SIDE else tuple(Side)
    frames = [bounds(outline(view_matrix(state, one), state.extent(one))) for one in sides]
    pane = QRect(0, 0, int(state.pane.width), int(state.pane.height))
    pane = pane.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def covered(corner: Qt.Corner) -> float:
        place = QRectF(QRect(in_corner(pane, size, corner), size))
        boxes = [QRectF(QPointF(f.left, f.top), QPointF(f.right, f.bottom)) for f in frames]
        return sum(_area(place.intersected(box)) for box in boxes)

    return min(_CORNERS, key=covered)


def in_corner(room: QRect, size: QSize, corner: Qt.Corner) -> QPoint:
    """Return where something of a size begins that fills one corner of a room."""
    is_right = corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner)
    is_low = corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner)
    left = room.right() - size.width() + 1 if is_right else room.left()
    top = room.bottom() - size.height() + 1 if is_low else room.top()
    return QPoint(left, top)


_CORNERS = (
    Qt.Corner.BottomRightCorner,
    Qt.Corner.BottomLeftCorner,
    Qt.Corner.TopRightCorner,
    Qt.Corner.TopLeftCorner,
)
"""Where the overview may lie, the usual place first."""


def _area(box: QRectF) -> float:
    return max(box.width(), 0.0) * max(box.height(), 0.0)


def _path(points: tuple[Point, ...], place: QRectF) -> QPainterPath:
    """Return points told as shares of the picture as a path on the small one."""
    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [
                QPointF(place.left() + one.x * place.width(), place.top() + one.y * place.height())
                for one in points
            ]
        )
    )
    path.closeSubpath()
    return path


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)
