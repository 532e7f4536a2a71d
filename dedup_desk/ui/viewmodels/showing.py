"""The pair on the table and how it lies there: pixels that are here, what is computed of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from dedup_desk.core import compare
from dedup_desk.core.blending import Blend
from dedup_desk.core.compare import CompareMode, CompareState, Link, Side
from dedup_desk.core.geometry import Extent, Point, Span
from dedup_desk.core.messages import Message
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.display import Display, Ground, Stage
from dedup_desk.ui.overlay_making import Answer
from dedup_desk.ui.picture_loader import Missing, Wanted
from dedup_desk.ui.viewmodels.loupe import Loupe, power_of
from dedup_desk.ui.viewmodels.overlays import Overlays
from dedup_desk.ui.viewmodels.pictures import Patch, Pictures
from dedup_desk.ui.viewmodels.sight import PairShown, Sight, extent_of


class ShowingViewModel(QObject):
    """Holds the `CompareState`, brings the pictures it needs and what is computed of them.

    Attributes:
        pair, state: what is shown, and how.
        mode, blend: how the next pair is shown as well.
        pointer: the pane pointed at and where; None elsewhere.
        ground: what is seen through transparent parts.
        stage: the grey behind the pictures.
        is_apart: each pane moves alone, because somebody is aligning them by hand.
        overlays: what is computed of the pair.

    Signals:
        changed: something to paint is different.
        pointed: the pointer is elsewhere; nothing else changed.
        pair_changed: another pair lies on the table, or none.
    """

    changed = Signal()
    pointed = Signal()
    pair_changed = Signal()

    def __init__(self, pictures: Pictures, overlays: Overlays) -> None:
        super().__init__()
        self._pictures, self.overlays = pictures, overlays
        self._ahead: tuple[ImageRecord, ...] = ()
        self._pane = compare.NO_PANE
        self.unit_px = 1.0
        self.pair: PairShown | None = None
        self.state: CompareState | None = None
        self.mode = CompareMode.SIDE_BY_SIDE
        self.blend = Blend()
        self.pointer: tuple[Side, Point] | None = None
        self.has_loupe = self.is_apart = False
        self.change_at = -1
        self.ground, self.stage = Ground.CHECKS, Stage.THEME
        self._display: Display | None = None
        pictures.loader.arrived.connect(self._on_arrived)
        pictures.loader.missing.connect(self._on_missing)
        overlays.changed.connect(self.changed)

    def show(self, pair: PairShown | None, ahead: Sequence[ImageRecord] = ()) -> None:
        """Lay a pair on the table (or clear it); `ahead` may be shown next."""
        self.pair, self._ahead = pair, tuple(ahead)
        self._pictures.expect(self._ahead)
        self.overlays.clear()
        self.change_at, self.is_apart = -1, False
        self.state = None if pair is None else self._opened(pair)
        self.pair_changed.emit()
        self.refresh()

    def follow(self, display: Display) -> None:
        """Take ground and stage of the display, now and whenever they change."""
        self._display = display
        self._on_ground()
        display.ground_changed.connect(self._on_ground)

    def unfollow(self) -> None:
        """Look at the display no more."""
        if self._display is not None:
            self._display.ground_changed.disconnect(self._on_ground)
            self._display = None

    @Slot()
    def _on_ground(self) -> None:
        if self._display is not None:
            self.ground, self.stage = self._display.ground, self._display.stage
            self.changed.emit()

    def render_again(self) -> None:
        """Ask for every picture anew: the screen's colours are others."""
        self._pictures.loader.forget()
        self.refresh()

    def relink(self, link: Link) -> None:
        """Lay the same pair on each other in another way; zoom and place stay."""
        if self.pair is None or self.state is None:
            return
        self.pair = replace(self.pair, link=link)
        self.change_at, self.is_apart = -1, False
        self._move(compare.relinked(self.state, link.matrix))

    @property
    def sight(self) -> Sight | None:
        """What is before the eye; None while nothing is."""
        if self.pair is None or self.state is None:
            return None
        magnified = power_of(self.state, self.unit_px) if self.has_loupe else 1.0
        return Sight(self.pair, self.state, self.unit_px, magnified)

    @property
    def loupe(self) -> Loupe | None:
        """What is under the loupe; None without one, or while nothing is pointed at."""
        if not self.has_loupe or self.pointer is None or self.state is None:
            return None
        return Loupe.over(self.state, self.pointer, self.unit_px)

    def image(self, side: Side) -> QImage | None:
        """Return the best rendering that is here for the scale shown; a thumbnail at worst."""
        return self._pictures.image(self.sight, side) if self.sight else None

    def patches(self, side: Side) -> list[Patch]:
        """Return the finer parts of a large picture that are here, to be painted on its image."""
        return self._pictures.patches(self.sight, side) if self.sight else []

    def page_extent(self, side: Side) -> Extent:
        """Return the size of the page shown of one picture, in its own pixels."""
        sight = self.sight
        return self._pictures.extent(sight, side) if sight else compare.NO_PANE

    def limit(self, side: Side) -> Message | None:
        """Return why full pixels are not shown where they would be seen; None where they are."""
        return self._pictures.limit(self.sight, side) if self.sight else None

    def said(self, side: Side) -> tuple[Message, ...]:
        """Return what a person should know of how one picture was rendered."""
        return self._pictures.said(self.sight, side) if self.sight else ()

    def small(self, side: Side) -> QImage | None:
        """Return the page shown of one picture in small, once it is here."""
        pair = self.pair
        return self._pictures.small(pair.record(side), pair.page(side)) if pair else None

    def is_loading(self, side: Side) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        return self.sight is not None and self._pictures.is_loading(self.sight, side)

    def why_missing(self, side: Side) -> Message | None:
        """Return why the page shown of one picture is not there, if that is so."""
        pair = self.pair
        return self._pictures.why_missing(pair.record(side), pair.page(side)) if pair else None

    @property
    def answer(self) -> Answer | None:
        """The difference of the two as they lie now, once it is here."""
        return self.overlays.answer(self.sight) if self.sight else None

    @property
    def has_no_answer(self) -> bool:
        """There is no difference of the two as they lie now, because of an error of ours."""
        return self.sight is not None and self.overlays.has_no_answer(self.sight)

    @property
    def regions(self) -> tuple[Span, ...]:
        """Changed regions of the pair in full pixels of the left picture, once computed."""
        answer = self.answer
        return answer.regions if answer is not None else ()

    # Inside -----------------------------------------------------------------------------------

    def _opened(self, pair: PairShown) -> CompareState:
        """Return how a pair is shown at first: whole, in the mode of the one before."""
        sizes = extent_of(pair.left), extent_of(pair.right)
        state = compare.opened(*sizes, pair.link.matrix, self._pane)
        state = compare.with_mode(state, self.mode, self._pane)
        return compare.blended(state, self.blend)

    def _change(self, step: Callable[[CompareState], CompareState]) -> None:
        if self.state is not None:
            self._move(step(self.state))

    def _move(self, state: CompareState) -> None:
        self.state = state
        self.refresh()

    def refresh(self) -> None:
        """Ask for the pictures that are before the eye, and have everything painted."""
        sight = self.sight
        if sight is not None:
            self._pictures.want(sight, self._ahead, self._pane)
            self.overlays.follow(sight)
        self.changed.emit()

    @Slot(object)
    def _on_arrived(self, wanted: Wanted) -> None:
        sight = self.sight
        if sight is not None and wanted.record.digest in sight.pair.digests:
            self.overlays.follow(sight)
            self.changed.emit()

    @Slot(object)
    def _on_missing(self, missing: Missing) -> None:
        self._on_arrived(missing.wanted)
