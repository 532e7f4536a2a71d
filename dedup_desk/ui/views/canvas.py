"""One pane of the compare screen: paints pictures at their place and hands pointer moves on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dedup_desk.core import blending, compare
from dedup_desk.core.compare import CompareMode, CompareState, Side
from dedup_desk.core.geometry import Extent, Point, mapped
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.viewmodels.aligning import Aligning
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.loupe import RADIUS
from dedup_desk.ui.views.grounds import stage_colour
from dedup_desk.ui.views.pane_marks import paint_cross, paint_picks
from dedup_desk.ui.views.pane_painter import PanePainter, divider_line
from dedup_desk.ui.views.pane_words import limit_words, paint_words

_WHEEL_STEP = 1.25
_MARK_PX = 13
_GRIP_PX = 14.0
_CLICK_PX = 4.0
"""A press that moved no farther is a click."""


class Canvas(QWidget):
    """Paints one side (or, in every mode but the first, both laid on each other).

    Signals:
        resized: the pane has another size.
    """

    resized = Signal()

    def __init__(self, model: CompareViewModel, aligning: Aligning, side: Side) -> None:
        super().__init__()
        self._model, self._aligning, self._side = model, aligning, side
        self._painter = PanePainter(model, side)
        self._pressed: QPointF | None = None
        self._grabbed: QPointF | None = None
        self._drags_divider = False
        self._marked: list[QRect] = []
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 120)
        self.setCursor(Qt.CursorShape.CrossCursor)
        model.changed.connect(self.update)
        aligning.changed.connect(self.update)
        model.pointed.connect(self._on_pointed)

    @property
    def extent(self) -> Extent:
        """Size of the pane in device-independent pixels."""
        return Extent(float(max(self.width(), 1)), float(max(self.height(), 1)))

    # Painting ---------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pictures, what the mode adds, and what the pointer means here."""
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(event.rect(), stage_colour(self._model.stage, inks))
        state = self._model.state
        if state is not None:
            self._painter.paint(painter, QRectF(self.rect()), inks)
            self._paint_pointers(painter, state, inks)
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
        room = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        words = self.words
        if words:
            paint_words(painter, room, words, inks)
        else:
            paint_words(painter, room, limit_words(self._model, self._side), inks, is_high=True)

    def _paint_pointers(self, painter: QPainter, state: CompareState, inks: Colours) -> None:
        twin = self._twin_point(state)
        if twin is not None and not self._model.has_loupe:
            paint_cross(painter, twin)
        picks = self._aligning.picks
        if picks is not None:
            view = compare.view_matrix(state, self._side)
            ink = inks.left if self._side is Side.LEFT else inks.right
            paint_picks(painter, [mapped(view, one) for one in picks.of(self._side)], ink)

    def _twin_point(self, state: CompareState) -> Point | None:
        pointer = self._model.pointer
        is_alone = state.mode is not CompareMode.SIDE_BY_SIDE or self._model.is_apart
        if pointer is None or is_alone or not state.is_aligned:
            return None
        side, at = pointer
        return None if side is self._side else compare.twin_point(state, side, at)

    def _on_pointed(self) -> None:
        """Paint only where marks were and where they are: pictures are dear at every move."""
        state = self._model.state
        loupe = self._model.loupe
        if loupe is not None:
            reach = int(RADIUS) + 6
            middles = [one.middle for one in loupe.in_pane(self._side)]
        else:
            reach = _MARK_PX
            twin = self._twin_point(state) if state is not None else None
            middles = [] if twin is None else [twin]
        here = [_square(one, reach) for one in middles]
        for place in (*self._marked, *here):
            self.update(place)
        self._marked = here

    def record_at(self, at: QPoint) -> ImageRecord | None:
        """Return the picture that is seen at a point of the pane; A where both shine through."""
        pair, is_wiped = self._model.pair, _is_wiped(self._model.state, self.rect(), at)
        return pair.record(Side.RIGHT if is_wiped else self._active()) if pair else None

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
        """Grab the picture, or the wipe's line; the other button asks for the menu."""
        if event.button() is Qt.MouseButton.RightButton:
            return
        self._pressed = self._grabbed = event.position()
        self._drags_divider = self._is_at_divider(event.position())
        if not self._drags_divider:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go; a press that went nowhere is a click."""
        pressed, self._pressed, self._grabbed = self._pressed, None, None
        self._drags_divider = False
        self._show_cursor(event.position())
        is_click = pressed is not None and _distance(pressed, event.position()) <= _CLICK_PX
        if is_click and self._aligning.picks is not None:
            self._aligning.take(self._side, _point(event.position()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or point."""
        at = event.position()
        if self._drags_divider:
            self._move_divider(at)
        elif self._grabbed is not None and self._is_drag(at):
            moved = at - self._grabbed
            self._grabbed = at
            self._model.pan(self._active(), moved.x(), moved.y())
        else:
            self._show_cursor(at)
        self._model.point_at(self._active(), _point(at))

    def _is_drag(self, at: QPointF) -> bool:
        """While things are clicked, a hand that trembles does not drag."""
        is_picking = self._aligning.picks is not None
        if not is_picking or self._pressed is None or self._grabbed != self._pressed:
            return True
        return _distance(self._pressed, at) > _CLICK_PX

    def _is_at_divider(self, at: QPointF) -> bool:
        state = self._model.state
        if state is None or state.mode is not CompareMode.SWIPE:
            return False
        return abs(_beyond_px(state, QRectF(self.rect()), at)) <= _GRIP_PX

    def _move_divider(self, at: QPointF) -> None:
        blend = self._model.blend
        share = at.x() / self.width() if blend.is_upright else at.y() / self.height()
        self._model.set_blend(blending.with_divider(blend, share))

    def _show_cursor(self, at: QPointF) -> None:
        shape = Qt.CursorShape.CrossCursor
        if self._is_at_divider(at):
            is_upright = self._model.blend.is_upright
            shape = Qt.CursorShape.SplitHCursor if is_upright else Qt.CursorShape.SplitVCursor
        if self.cursor().shape() is not shape and self._grabbed is None:
            self.setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """100 % where the pointer is, and back; not while things are clicked."""
        if self._aligning.picks is not None:
            return
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


def _is_wiped(state: CompareState | None, room: QRect, at: QPoint) -> bool:
    """Return whether a point lies where the wipe shows D."""
    if state is None or state.mode is not CompareMode.SWIPE:
        return False
    return _beyond_px(state, QRectF(room), QPointF(at)) > 0


def _beyond_px(state: CompareState, room: QRectF, at: QPointF) -> float:
    """Return how far a point lies beyond the wipe's line, where D is seen."""
    line: QLineF = divider_line(state, room)
    return at.x() - line.x1() if state.blend.is_upright else at.y() - line.y1()


def _point(at: QPointF) -> Point:
    return Point(at.x(), at.y())


def _distance(one: QPointF, two: QPointF) -> float:
    return QLineF(one, two).length()


def _square(middle: Point, reach: int) -> QRect:
    return QRect(int(middle.x) - reach, int(middle.y) - reach, 2 * reach, 2 * reach)
