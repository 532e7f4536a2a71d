"""The two pictures before the eye: which pixels, where, how well aligned, what differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Side
from dedup_desk.core.geometry import Extent, Point, Span
from dedup_desk.core.messages import Message
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.difference_maker import Answer, DifferenceMaker, Question
from dedup_desk.ui.picture_loader import Missing, PictureLoader, Wanted
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.viewmodels.sight import (
    DIFFERENCE_EDGE_PX,
    PairShown,
    Sight,
    ahead_wanted,
    extent_of,
    looking_at,
)


class CompareViewModel(QObject):
    """Holds the `CompareState`, brings the pictures it needs and the differences.

    Signals:
        changed: something to paint is different.
        pointed: the pointer is elsewhere; nothing else changed.
        pair_changed: another pair lies on the table, or none.
        mode_changed: the pictures are shown in another way.
    """

    changed = Signal()
    pointed = Signal()
    pair_changed = Signal()
    mode_changed = Signal()

    def __init__(
        self, loader: PictureLoader, differences: DifferenceMaker, thumbnails: Thumbnails
    ) -> None:
        super().__init__()
        self._loader, self._differences, self._thumbnails = loader, differences, thumbnails
        self._ahead: tuple[ImageRecord, ...] = ()
        self._pane = Extent(640.0, 480.0)
        self.unit_px = 1.0
        self._asked: PairShown | None = None
        self.pair: PairShown | None = None
        self.state: CompareState | None = None
        self.mode = CompareMode.SIDE_BY_SIDE
        self.pointer: tuple[Side, Point] | None = None
        self.answer: Answer | None = None
        self.has_no_answer = False
        self.change_at = -1
        loader.arrived.connect(self._on_arrived)
        loader.missing.connect(self._on_missing)
        differences.arrived.connect(self._on_answer)
        differences.failed.connect(self._on_no_answer)

    def show(self, pair: PairShown | None, ahead: Sequence[ImageRecord] = ()) -> None:
        """Lay a pair on the table (or clear it); `ahead` may be shown next."""
        self.pair, self._ahead = pair, tuple(ahead)
        self._thumbnails.want(record.digest for record in self._ahead)
        self.answer, self.change_at, self._asked = None, -1, None
        self.has_no_answer = False
        if pair is None:
            self.state = None
        else:
            state = compare.opened(
                extent_of(pair.left), extent_of(pair.right), pair.link.matrix, self._pane
            )
            self.state = compare.with_mode(state, self.mode, self._pane)
        self.pair_changed.emit()
        self._refresh()

    def image(self, side: Side) -> QImage | None:
        """Return the best rendering that is here for the scale shown; a thumbnail at worst."""
        sight = self._sight()
        if sight is None:
            return None
        record = sight.pair.record(side)
        pyramid = self._loader.best(record)
        if pyramid is None:
            return self._thumbnails.image_now(record.digest)
        return pyramid.level_for(sight.needed_px(side))

    def is_loading(self, side: Side) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        sight = self._sight()
        return (
            sight is not None
            and self._loader.pyramid(sight.wanted(side)) is None
            and self.why_missing(side) is None
        )

    def why_missing(self, side: Side) -> Message | None:
        """Return why one picture cannot be shown, if that is so."""
        return self._loader.why_missing(self.pair.record(side)) if self.pair else None

    def set_pane(self, pane: Extent, unit_px: float) -> None:
        """Take the size of one pane, and how many screen pixels make one pane unit."""
        if (pane, unit_px) == (self._pane, self.unit_px):
            return
        self._pane, self.unit_px = pane, unit_px
        if self.state is not None:
            self._move(compare.resized(self.state, pane))

    def zoom(self, side: Side, at: Point, factor: float) -> None:
        """Zoom by `factor` about a pane point."""
        if self.state is not None:
            self._move(compare.zoomed(self.state, side, at, factor))

    def pan(self, side: Side, dx: float, dy: float) -> None:
        """Drag the pictures, grabbed in the pane of `side`."""
        if self.state is not None:
            self._move(compare.panned(self.state, side, dx, dy))

    def actual_pixels(self) -> None:
        """100 % at the pointer, of the picture pointed at; pressed again, back to fit."""
        if self.state is None:
            return
        side, at = self.pointer or (Side.LEFT, self._pane.centre)
        whole = compare.actual_pixels(self.state, side, at, self.unit_px)
        same = abs(whole.zoom - self.state.zoom) < 1e-9 and not self.state.is_fit
        self._move(compare.fitted(self.state) if same else whole)

    def fit(self) -> None:
        """Show both pictures whole."""
        if self.state is not None:
            self._move(compare.fitted(self.state))

    def point_at(self, side: Side, at: Point) -> None:
        """The pointer is here; the other pane marks the same place."""
        self.pointer = (side, at)
        self.pointed.emit()

    def point_nowhere(self) -> None:
        """The pointer left the panes."""
        self.pointer = None
        self.pointed.emit()

    def set_mode(self, mode: CompareMode) -> None:
        """Show the pair in another way, at the same place."""
        self.mode, self.pointer = mode, None
        self.mode_changed.emit()
        if self.state is not None:
            self._move(compare.with_mode(self.state, mode, self._pane))

    def flip(self) -> None:
        """Bring the other picture on top; side by side this begins flipping."""
        if self.state is None:
            return
        if self.mode is not CompareMode.BLINK:
            self.set_mode(CompareMode.BLINK)
        self._move(compare.flipped(self.state))

    def step_change(self, by: int) -> None:
        """Centre on the next (or previous) changed region, close enough to judge it."""
        regions = self.regions
        if self.state is None or not regions:
            return
        at = self.change_at + by if self.change_at >= 0 else (0 if by > 0 else -1)
        self.change_at = at % len(regions)
        self._move(looking_at(self.state, regions[self.change_at]))

    @property
    def regions(self) -> tuple[Span, ...]:
        """Changed regions of the pair in full pixels of the left picture, once computed."""
        return self.answer.regions if self.answer is not None else ()

    def _move(self, state: CompareState) -> None:
        self.state = state
        self._refresh()

    def _refresh(self) -> None:
        sight = self._sight()
        if sight is not None:
            ahead = (ahead_wanted(one, self._pane, self.unit_px) for one in self._ahead)
            self._loader.want([sight.wanted(side) for side in Side], ahead)
            self._ask_for_difference()
        self.changed.emit()

    def _sight(self) -> Sight | None:
        if self.pair is None or self.state is None:
            return None
        return Sight(self.pair, self.state, self.unit_px)

    def _ask_for_difference(self) -> None:
        """Ask once for each pair, when both renderings are as fine as they will be."""
        sight = self._sight()
        if self.mode is not CompareMode.DIFFERENCE or sight is None or self._asked == sight.pair:
            return
        left, right = (self._loader.pyramid(sight.wanted(side)) for side in Side)
        if left is None or right is None:
            return
        self._asked = sight.pair
        images = (left.level_for(DIFFERENCE_EDGE_PX), right.level_for(DIFFERENCE_EDGE_PX))
        state = sight.state
        self._differences.ask(Question(sight.pair, *images, state.left, state.right, state.link))

    @Slot(object)
    def _on_arrived(self, wanted: Wanted) -> None:
        if self.pair is not None and wanted.record.digest in self.pair.digests:
            self._ask_for_difference()
            self.changed.emit()

    @Slot(object)
    def _on_missing(self, missing: Missing) -> None:
        self._on_arrived(missing.wanted)

    @Slot(object)
    def _on_answer(self, answer: Answer) -> None:
        if answer.key == self._asked:
            self.answer = answer
            self.changed.emit()

    @Slot(object)
    def _on_no_answer(self, key: object) -> None:
        if key == self._asked:
            self.has_no_answer = True
            self.changed.emit()
