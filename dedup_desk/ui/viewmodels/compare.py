"""The two pictures before the eye: which pixels, where, how well aligned, what differs."""

from __future__ import annotations

from PySide6.QtCore import Signal

from dedup_desk.core import apart, compare
from dedup_desk.core.blending import Blend
from dedup_desk.core.compare import CompareMode, CompareState, Side
from dedup_desk.core.geometry import Extent, Point
from dedup_desk.ui.viewmodels.paging import PagingViewModel
from dedup_desk.ui.viewmodels.sight import looking_at


class CompareViewModel(PagingViewModel):
    """Changes how the pair on the table is shown.

    Signals:
        mode_changed: the pictures are shown in another way.
    """

    mode_changed = Signal()

    def set_pane(self, pane: Extent, unit_px: float) -> None:
        """Take the size of one pane, and how many screen pixels make one pane unit."""
        if (pane, unit_px) != (self._pane, self.unit_px):
            self._pane, self.unit_px = pane, unit_px
            self._change(lambda state: compare.resized(state, pane))

    def zoom(self, side: Side, at: Point, factor: float) -> None:
        """Zoom by `factor` about a pane point."""
        step = apart.zoomed_alone if self.is_apart else compare.zoomed
        self._change(lambda state: step(state, side, at, factor))

    def pan(self, side: Side, dx: float, dy: float) -> None:
        """Drag the pictures, grabbed in the pane of `side`."""
        step = apart.panned_alone if self.is_apart else compare.panned
        self._change(lambda state: step(state, side, dx, dy))

    def look_at(self, at: Point) -> None:
        """Bring a point of the left picture to the middle."""
        self._change(lambda state: compare.centred(state, at))

    def actual_pixels(self, *, of_both: bool = False) -> None:
        """100 % at the pointer, of the picture pointed at or of each; once more, back to fit."""
        if self.state is None:
            return
        side, at = self.pointer or (Side.LEFT, self._pane.centre)
        step = compare.true_pixels if of_both else compare.actual_pixels
        whole = step(self.state, side, at, self.unit_px)
        is_so = not self.state.is_fit and _same_scales(whole, self.state)
        self._move(compare.fitted(self.state) if is_so else whole)

    def look_from(self, zoom: float, centre: Point) -> None:
        """Show the pair as close as it was once shown, with that point of A in the middle."""
        self._change(lambda state: compare.placed(state, zoom, centre))

    def fit(self) -> None:
        """Show both pictures whole."""
        self._change(apart.set_apart if self.is_apart else compare.fitted)

    def set_mode(self, mode: CompareMode) -> None:
        """Show the pair in another way, at the same place."""
        self.mode, self.pointer = mode, None
        self.mode_changed.emit()
        self._change(lambda state: compare.with_mode(state, mode, self._pane))

    def set_blend(self, blend: Blend) -> None:
        """Show more or less of each picture, now and of the pairs to come."""
        self.blend = blend
        self._change(lambda state: compare.blended(state, blend))

    def set_loupe(self, *, is_on: bool) -> None:
        """Hold a loupe at the pointer, or put it away."""
        self.has_loupe = is_on
        self.refresh()

    def flip(self) -> None:
        """Bring the other picture on top; in another mode this begins flipping."""
        if self.state is not None and self.mode is not CompareMode.BLINK:
            self.set_mode(CompareMode.BLINK)
        self._change(compare.flipped)

    def step_change(self, by: int) -> None:
        """Centre on the next (or previous) changed region, close enough to judge it."""
        regions = self.regions
        if regions:
            at = self.change_at + by if self.change_at >= 0 else (0 if by > 0 else -1)
            self.change_at = at % len(regions)
            self._change(lambda state: looking_at(state, regions[self.change_at]))

    def point_at(self, side: Side, at: Point) -> None:
        """The pointer is here; the other pane marks the same place."""
        self.pointer = (side, at)
        self.pointed.emit()

    def point_nowhere(self) -> None:
        """The pointer left the panes."""
        self.pointer = None
        self.pointed.emit()

    def set_apart(self) -> None:
        """Show each picture whole in a pane of its own, each moving alone."""
        if self.state is None:
            return
        if self.mode is not CompareMode.SIDE_BY_SIDE:
            self.set_mode(CompareMode.SIDE_BY_SIDE)
        self.is_apart = True
        self._move(apart.set_apart(self.state))


def _same_scales(one: CompareState, two: CompareState) -> bool:
    return abs(one.zoom - two.zoom) < 1e-9 and abs(one.own_scale - two.own_scale) < 1e-9
