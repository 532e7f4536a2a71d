"""The two pictures before the eye: which pixels, where, how well aligned, what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Link, Side
from dedup_desk.core.geometry import Extent, Point, Span
from dedup_desk.core.messages import Message
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.difference_maker import Answer, DifferenceMaker, Question
from dedup_desk.ui.picture_loader import Missing, PictureLoader, Wanted, rung_for
from dedup_desk.ui.thumbnails import Thumbnails

DIFFERENCE_EDGE_PX = 1600
"""About the edge at which differences are computed: a full HD pane, soon enough to wait for."""


@dataclass(frozen=True, slots=True)
class PairShown:
    """The pair on the table."""

    left: ImageRecord
    right: ImageRecord
    link: Link

    def record(self, side: Side) -> ImageRecord:
        """The image on one side."""
        return self.left if side is Side.LEFT else self.right


def extent_of(record: ImageRecord) -> Extent:
    """Return the full upright size of an image."""
    return Extent(float(record.picture.width_px), float(record.picture.height_px))


class CompareViewModel(QObject):
    """Holds the `CompareState`, brings the pictures it needs and the differences.

    Signals:
        changed: something to paint is different.
        pair_changed: another pair lies on the table, or none.
        mode_changed: the pictures are shown in another way.
    """

    changed = Signal()
    pair_changed = Signal()
    mode_changed = Signal()

    def __init__(
        self, loader: PictureLoader, differences: DifferenceMaker, thumbnails: Thumbnails
    ) -> None:
        super().__init__()
        self._loader, self._differences, self._thumbnails = loader, differences, thumbnails
        self._ahead: tuple[ImageRecord, ...] = ()
        self._pane = Extent(640.0, 480.0)
        self._unit_px = 1.0
        self._asked: object = None
        self.pair: PairShown | None = None
        self.state: CompareState | None = None
        self.mode = CompareMode.SIDE_BY_SIDE
        self.pointer: tuple[Side, Point] | None = None
        self.answer: Answer | None = None
        self.change_at = -1
        loader.arrived.connect(self._on_arrived)
        loader.missing.connect(self._on_missing)
        differences.arrived.connect(self._on_answer)

    # What lies on the table -----------------------------------------------------------------

    def show(self, pair: PairShown | None, ahead: Sequence[ImageRecord] = ()) -> None:
        """Lay a pair on the table (or clear it); `ahead` may be shown next."""
        self.pair, self._ahead = pair, tuple(ahead)
        self.answer, self.change_at, self._asked = None, -1, None
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
        if self.pair is None:
            return None
        record = self.pair.record(side)
        pyramid = self._loader.best(record)
        if pyramid is None:
            return self._thumbnails.image(record.digest)
        return pyramid.level_for(self._needed_px(side))

    def is_loading(self, side: Side) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        return (
            self.pair is not None
            and self._loader.pyramid(self._wanted(side)) is None
            and self.why_missing(side) is None
        )

    def why_missing(self, side: Side) -> Message | None:
        """Return why one picture cannot be shown, if that is so."""
        return self._loader.why_missing(self.pair.record(side)) if self.pair else None

    # Zoom and pan ---------------------------------------------------------------------------

    def set_pane(self, pane: Extent, unit_px: float) -> None:
        """Take the size of one pane, and how many screen pixels make one pane unit."""
        if (pane, unit_px) == (self._pane, self._unit_px):
            return
        self._pane, self._unit_px = pane, unit_px
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
        whole = compare.actual_pixels(self.state, side, at, self._unit_px)
        same = abs(whole.zoom - self.state.zoom) < 1e-9 and not self.state.is_fit
        self._move(compare.fitted(self.state) if same else whole)

    def fit(self) -> None:
        """Show both pictures whole."""
        if self.state is not None:
            self._move(compare.fitted(self.state))

    def point_at(self, side: Side, at: Point) -> None:
        """The pointer is here; the other pane marks the same place."""
        self.pointer = (side, at)
        self.changed.emit()

    def point_nowhere(self) -> None:
        """The pointer left the panes."""
        self.pointer = None
        self.changed.emit()

    # Modes ----------------------------------------------------------------------------------

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
        self._move(_looking_at(self.state, regions[self.change_at]))

    @property
    def regions(self) -> tuple[Span, ...]:
        """Changed regions of the pair in full pixels of the left picture, once computed."""
        return self.answer.regions if self.answer is not None else ()

    @property
    def unit_px(self) -> float:
        """Screen pixels in one pane unit."""
        return self._unit_px

    # Inside ---------------------------------------------------------------------------------

    def _move(self, state: CompareState) -> None:
        self.state = state
        self._refresh()

    def _refresh(self) -> None:
        if self.pair is not None:
            shown = [self._wanted(side) for side in Side]
            edge = max(self._pane.width, self._pane.height) * self._unit_px
            ahead = [Wanted(one, rung_for(edge, _edge(one))) for one in self._ahead]
            self._loader.want(shown, ahead)
            self._ask_for_difference()
        self.changed.emit()

    def _needed_px(self, side: Side) -> float:
        if self.state is None or self.pair is None:
            return 0.0
        middle = compare.picture_point(self.state, side, self._pane.centre)
        scale = compare.scale_of(self.state, side, middle)
        return scale * self._unit_px * _edge(self.pair.record(side))

    def _wanted(self, side: Side) -> Wanted:
        assert self.pair is not None  # noqa: S101 - callers have looked
        record = self.pair.record(side)
        pane_px = max(self._pane.width, self._pane.height) * self._unit_px
        needed = max(self._needed_px(side), min(pane_px, 1024.0))
        return Wanted(record, rung_for(needed, _edge(record)))

    def _ask_for_difference(self) -> None:
        if self.mode is not CompareMode.DIFFERENCE or self.pair is None or self.state is None:
            return
        found = [self._loader.best(self.pair.record(side)) for side in Side]
        left, right = found
        if left is None or right is None or self.is_loading(Side.LEFT):
            return
        images = (left.level_for(DIFFERENCE_EDGE_PX), right.level_for(DIFFERENCE_EDGE_PX))
        key = (self.pair, max(images[0].width(), images[0].height()))
        if key == self._asked or self.is_loading(Side.RIGHT):
            return
        self._asked = key
        self._differences.ask(
            Question(key, *images, self.state.left, self.state.right, self.state.link)
        )

    @Slot(object)
    def _on_arrived(self, wanted: Wanted) -> None:
        if self.pair is not None and wanted.record.digest in _digests(self.pair):
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


def _edge(record: ImageRecord) -> int:
    return max(record.picture.width_px, record.picture.height_px)


def _digests(pair: PairShown) -> tuple[bytes, bytes]:
    return (pair.left.digest, pair.right.digest)


def _looking_at(state: CompareState, region: Span) -> CompareState:
    """Centre on a region so that it takes about a third of the pane, never finer than 4:1."""
    wide, high = max(region.right - region.left, 1.0), max(region.bottom - region.top, 1.0)
    wanted = min(state.pane.width / wide, state.pane.height / high) / 3
    zoom = min(max(wanted, compare.fitted(state).zoom), 4.0)
    closer = compare.zoomed(state, Side.LEFT, state.pane.centre, zoom / state.zoom)
    return compare.centred(closer, region.centre)
