"""Paints one pane: which pictures in which mode, what lies outside of both, marks, the loupe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from dedup_desk.core import compare
from dedup_desk.core.blending import Layer
from dedup_desk.core.compare import CompareMode, CompareState, Side
from dedup_desk.core.geometry import after, inverted
from dedup_desk.ui.theme import Colours
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.loupe import RADIUS, Glass
from dedup_desk.ui.viewmodels.sight import is_straight
from dedup_desk.ui.views.grounds import paint_ground, stage_colour
from dedup_desk.ui.views.pane_marks import (
    frame_path,
    hatch,
    paint_divider,
    paint_glass,
    paint_other_frame,
    paint_regions,
    transform_of,
)
from dedup_desk.ui.views.picture_painter import Surface, cover, draw, draw_patch, frame_of

_PaintMode: TypeAlias = Callable[[QPainter, CompareState, QRectF], None]


class PanePainter:
    """Paints the pane of `side`; the left one holds everything where one lies on the other."""

    def __init__(self, model: CompareViewModel, side: Side) -> None:
        self._model, self._side = model, side
        self._modes: Mapping[CompareMode, _PaintMode] = {
            CompareMode.SIDE_BY_SIDE: self._side_by_side,
            CompareMode.BLINK: self._blink,
            CompareMode.SWIPE: self._swipe,
            CompareMode.ONION: self._onion,
            CompareMode.DIFFERENCE: self._difference,
        }

    def paint(self, painter: QPainter, pane: QRectF, inks: Colours) -> None:
        """Paint everything but the pointer's twin and words."""
        state = self._model.state
        if state is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._modes[state.mode](painter, state, pane)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state.mode is CompareMode.DIFFERENCE and state.blend.layer is Layer.STRUCTURE:
            changes = (self._model.regions, self._model.change_at)
            paint_regions(painter, state, changes, inks)
        elif state.mode is CompareMode.SIDE_BY_SIDE:
            paint_other_frame(painter, state, self._side, inks)
        if state.mode is CompareMode.SWIPE:
            paint_divider(painter, divider_line(state, pane), inks)
        self._paint_loupe(painter, state, inks)

    # Modes ------------------------------------------------------------------------------------

    def _side_by_side(self, painter: QPainter, state: CompareState, _pane: QRectF) -> None:
        self._picture(painter, state, self._side)

    def _blink(self, painter: QPainter, state: CompareState, _pane: QRectF) -> None:
        self._with_hatch(painter, state, state.shown)

    def _swipe(self, painter: QPainter, state: CompareState, pane: QRectF) -> None:
        for side, part in zip(Side, parts_of(state, pane), strict=True):
            painter.save()
            painter.setClipRect(part)
            self._with_hatch(painter, state, side)
            painter.restore()

    def _onion(self, painter: QPainter, state: CompareState, _pane: QRectF) -> None:
        self._picture(painter, state, Side.LEFT)
        painter.setOpacity(state.blend.opacity)
        self._picture(painter, state, Side.RIGHT)
        painter.setOpacity(1.0)
        for side in Side:
            hatch(painter, _outside(state, side))

    def _difference(self, painter: QPainter, state: CompareState, _pane: QRectF) -> None:
        """Paint the difference on A; a border or caption round it that only D has shows D."""
        if state.is_aligned:
            self._picture(painter, state, Side.RIGHT)
        self._picture(painter, state, Side.LEFT)
        answer = self._model.answer
        if answer is not None and state.is_aligned:
            is_tone = state.blend.layer is Layer.TONE and answer.tone is not None
            overlay = answer.tone if is_tone else answer.overlay
            if overlay is not None:
                view = compare.view_matrix(state, Side.LEFT)
                cover(painter, self._surface, view, state.left, overlay)
        for side in Side:
            hatch(painter, _outside(state, side))

    # Pieces -----------------------------------------------------------------------------------

    def _with_hatch(self, painter: QPainter, state: CompareState, side: Side) -> None:
        """Paint one picture, and hatch what only the other one shows."""
        self._picture(painter, state, side)
        hatch(painter, _outside(state, side))

    def _picture(self, painter: QPainter, state: CompareState, side: Side) -> None:
        turned = state.mode is not CompareMode.SIDE_BY_SIDE and not is_straight(state.link)
        if side is Side.RIGHT and turned:
            self._laid(painter, state)
            return
        image = self._model.image(side)
        if image is not None:
            extent = self._model.page_extent(side)
            draw(painter, self._surface, compare.view_matrix(state, side), extent, image)
            for patch in self._model.patches(side):
                draw_patch(painter, self._surface, compare.view_matrix(state, side), patch)

    def _laid(self, painter: QPainter, state: CompareState) -> None:
        """Paint the right picture as it was laid last, moved to where it lies now."""
        laid = self._model.overlays.laid
        if laid is None:
            return
        view = compare.view_matrix(state, Side.LEFT)
        realigned = after(inverted(state.link), laid.state.link)
        moved = after(view, after(realigned, inverted(laid.view)))
        pane = laid.state.pane
        image = self._model.image(Side.RIGHT)
        if image is not None and image.hasAlphaChannel():
            frame = frame_of(compare.view_matrix(state, Side.RIGHT), state.right)
            paint_ground(painter, frame, self._model.ground)
        painter.save()
        painter.setTransform(transform_of(moved), combine=True)
        is_as_laid = laid.state.link == state.link
        if is_as_laid and abs(view[0] - laid.view[0]) < 1e-9 * view[0]:  # pixel for pixel
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
        painter.drawImage(QRectF(0, 0, pane.width, pane.height), laid.image)
        painter.restore()

    @property
    def _surface(self) -> Surface:
        return Surface(self._model.ground, self._model.unit_px)

    def _paint_loupe(self, painter: QPainter, state: CompareState, inks: Colours) -> None:
        loupe = self._model.loupe
        for glass in loupe.in_pane(self._side) if loupe is not None else ():
            painter.save()
            painter.setClipPath(round_path(glass))
            behind = stage_colour(self._model.stage, inks)
            painter.fillRect(round_path(glass).boundingRect(), behind)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            image = self._model.image(glass.side)
            if image is not None:
                draw(painter, self._surface, glass.matrix, state.extent(glass.side), image)
            painter.restore()
            paint_glass(painter, glass, inks)


def divider_line(state: CompareState, pane: QRectF) -> QLineF:
    """Return the wipe's line."""
    share = state.blend.divider
    if state.blend.is_upright:
        x = pane.left() + share * pane.width()
        return QLineF(x, pane.top(), x, pane.bottom())
    y = pane.top() + share * pane.height()
    return QLineF(pane.left(), y, pane.right(), y)


def parts_of(state: CompareState, pane: QRectF) -> tuple[QRectF, QRectF]:
    """Return the part of the pane that shows A, and the one that shows D."""
    line = divider_line(state, pane)
    if state.blend.is_upright:
        return (
            QRectF(pane.topLeft(), QPointF(line.x1(), pane.bottom())),
            QRectF(QPointF(line.x1(), pane.top()), pane.bottomRight()),
        )
    return (
        QRectF(pane.topLeft(), QPointF(pane.right(), line.y1())),
        QRectF(QPointF(pane.left(), line.y1()), pane.bottomRight()),
    )


def round_path(glass: Glass) -> QPainterPath:
    """Return the rim of a glass."""
    path = QPainterPath()
    path.addEllipse(QPointF(glass.middle.x, glass.middle.y), RADIUS, RADIUS)
    return path


def _outside(state: CompareState, side: Side) -> QPainterPath:
    """Return what only the other picture shows, while the picture of `side` is looked at."""
    if not state.is_aligned:
        return QPainterPath()
    return frame_path(state, side.other).subtracted(frame_path(state, side))
