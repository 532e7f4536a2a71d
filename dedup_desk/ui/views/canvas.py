"""One pane of the compare screen: paints pictures at their place and hands pointer moves on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Side
from dedup_desk.core.geometry import Extent, Point
from dedup_desk.core.pairs import Matrix
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.views.pane_marks import (
    paint_cross,
    paint_other_frame,
    paint_regions,
    transform_of,
)

_WHEEL_STEP = 1.25
_MARK_PX = 13


class Canvas(QWidget):
    """Paints one side (or, flipping and in difference mode, both laid on each other).

    Signals:
        resized: the pane has another size.
    """

    resized = Signal()

    def __init__(self, model: CompareViewModel, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model, self._side = model, side
        self._grabbed: QPointF | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._twin: QRect | None = None
        model.changed.connect(self.update)
        model.pointed.connect(self._on_pointed)

    @property
    def extent(self) -> Extent:
        """Size of the pane in device-independent pixels."""
        return Extent(float(max(self.width(), 1)), float(max(self.height(), 1)))

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures, the frame of the other one, regions and the twin pointer."""
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(event.rect(), inks.canvas)
        state = self._model.state
        if state is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for side in self._sides(state):
                self._paint_picture(painter, state, side)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_marks(painter, state, inks)
            self._paint_words(painter, inks)
        painter.end()

    @property
    def words(self) -> str:
        """What stands in the pane instead of a picture, or on a preview; "" mostly."""
        reason = self._model.why_missing(self._active())
        if reason is not None:
            return worded(reason)
        if self._model.pair is not None and self._model.image(self._active()) is None:
            return self.tr("Loading\u2026")
        return ""

    def _paint_words(self, painter: QPainter, inks: Colours) -> None:
        words = self.words
        if not words:
            return
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)
        room = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        box = painter.boundingRect(room, wrap, words).adjusted(-14, -10, 14, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(inks.panel)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(inks.text)
        painter.drawText(room, wrap, words)

    def _sides(self, state: CompareState) -> tuple[Side, ...]:
        """Which pictures are painted, in which order."""
        if state.mode is CompareMode.SIDE_BY_SIDE:
            return (self._side,)
        if state.mode is CompareMode.DIFFERENCE:
            return (Side.LEFT,)
        return (state.shown,)

    def _paint_picture(self, painter: QPainter, state: CompareState, side: Side) -> None:
        image = self._model.image(side)
        if image is None:
            return
        matrix = compare.view_matrix(state, side)
        extent = state.extent(side)
        self._draw(painter, matrix, extent, image)
        answer = self._model.answer
        if state.mode is CompareMode.DIFFERENCE and answer is not None:
            self._draw(painter, matrix, extent, answer.overlay)

    def _draw(self, painter: QPainter, matrix: Matrix, extent: Extent, image: QImage) -> None:
        painter.save()
        painter.setTransform(transform_of(matrix), combine=True)
        if matrix[0] * self._model.unit_px * extent.width / image.width() >= 3:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(QRectF(0, 0, extent.width, extent.height), image)
        painter.restore()

    def _paint_marks(self, painter: QPainter, state: CompareState, inks: Colours) -> None:
        if state.mode is CompareMode.DIFFERENCE:
            paint_regions(painter, state, (self._model.regions, self._model.change_at), inks)
        else:
            paint_other_frame(painter, state, self._sides(state)[0], inks)
        twin = self._twin_point(state)
        if twin is not None:
            paint_cross(painter, twin)

    def _twin_point(self, state: CompareState) -> Point | None:
        pointer = self._model.pointer
        if pointer is None or state.mode is not CompareMode.SIDE_BY_SIDE:
            return None
        side, at = pointer
        return None if side is self._side else compare.twin_point(state, side, at)

    def _on_pointed(self) -> None:
        """Paint only where the mark was and where it is: pictures are dear at every move."""
        state = self._model.state
        twin = self._twin_point(state) if state is not None else None
        here = None
        if twin is not None:
            here = QRect(int(twin.x) - _MARK_PX, int(twin.y) - _MARK_PX, 2 * _MARK_PX, 2 * _MARK_PX)
        for place in (self._twin, here):
            if place is not None:
                self.update(place)
        self._twin = here

    # Pointer ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the compare view that the pane has another size."""
        super().resizeEvent(event)
        self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer; a trackpad's fine steps zoom finely."""
        steps = event.angleDelta().y() / 120
        if steps:
            self._model.zoom(self._active(), _point(event.position()), _WHEEL_STEP**steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grab the picture."""
        self._grabbed = event.position()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        self._grabbed = None
        self.setCursor(Qt.CursorShape.CrossCursor)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or point."""
        at = event.position()
        if self._grabbed is not None:
            moved = at - self._grabbed
            self._grabbed = at
            self._model.pan(self._active(), moved.x(), moved.y())
        self._model.point_at(self._active(), _point(at))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """100 % where the pointer is, and back."""
        self._model.point_at(self._active(), _point(event.position()))
        self._model.actual_pixels()

    def leaveEvent(self, _event: QEvent) -> None:
        """The pointer is elsewhere."""
        self._model.point_nowhere()

    def event(self, event: QEvent) -> bool:
        """Zoom with two fingers where the system reports that."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._model.zoom(self._active(), _point(event.position()), 1 + event.value())
            return True
        return super().event(event)

    def _active(self) -> Side:
        state = self._model.state
        if state is None or state.mode is CompareMode.SIDE_BY_SIDE:
            return self._side
        return state.shown if state.mode is CompareMode.BLINK else Side.LEFT


def _point(at: QPointF) -> Point:
    return Point(at.x(), at.y())
