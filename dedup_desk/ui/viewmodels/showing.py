"""The pair on the table and how it lies there: pixels that are here, what is computed of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from dedup_desk.core import compare
from dedup_desk.core.blending import Blend
from dedup_desk.core.compare import CompareMode, CompareState, Link, Side
from dedup_desk.core.geometry import Point, Span
from dedup_desk.core.messages import Message
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.overlay_making import Answer
from dedup_desk.ui.picture_loader import Missing, Wanted
from dedup_desk.ui.viewmodels.loupe import Loupe, power_of
from dedup_desk.ui.viewmodels.overlays import Overlays
from dedup_desk.ui.viewmodels.pictures import Pictures
from dedup_desk.ui.viewmodels.sight import PairShown, Sight, extent_of


class ShowingViewModel(QObject):
    """Holds the `CompareState`, brings the pictures it needs and what is computed of them.

    Attributes:
        pair, state: what is shown, and how.
        mode, blend: how the next pair is shown as well.
        pointer: the pane pointed at and where; None elsewhere.
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
        pictures.loader.arrived.connect(self._on_arrived)
        pictures.loader.missing.connect(self._on_missing)
        overlays.changed.connect(self.changed)

    def show(self, pair: PairShown | None, ahead: Sequence[ImageRecord] = ()) -> None:
        """Lay a pair on the table (or clear it); `ahead` may be shown next."""
        self.pair, self._ahead = pair, tuple(ahead)
        self._pictures.expect(self._ahead)
        self.overlays.clear()
        self.change_at, self.is_apart = -1, False
        if pair is None:
            self.state = None
        else:
            sizes = extent_of(pair.left), extent_of(pair.right)
            state = compare.opened(*sizes, pair.link.matrix, self._pane)
            state = compare.with_mode(state, self.mode, self._pane)
            self.state = compare.blended(state, self.blend)
        self.pair_changed.emit()
        self._refresh()

    def relink(self, link: Link) -> None:
        """Lay the same pair on each other in another way; zoom and place stay."""
        if self.pair is None or self.state is None:
            return
        self.pair = replace(self.pair, link=link)
        self.is_apart = False
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

    def thumbnail(self, side: Side) -> QImage | None:
        """Return the stored small picture."""
        return self._pictures.thumbnail(self.pair.record(side)) if self.pair else None

    def is_loading(self, side: Side) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        return self.sight is not None and self._pictures.is_loading(self.sight, side)

    def why_missing(self, side: Side) -> Message | None:
        """Return why one picture cannot be shown, if that is so."""
        return self._pictures.why_missing(self.pair.record(side)) if self.pair else None

    @property
    def answer(self) -> Answer | None:
        """The difference, once it is here."""
        return self.overlays.answer

    @property
    def regions(self) -> tuple[Span, ...]:
        """Changed regions of the pair in full pixels of the left picture, once computed."""
        return self.answer.regions if self.answer is not None else ()

    # Inside -----------------------------------------------------------------------------------

    def _change(self, step: Callable[[CompareState], CompareState]) -> None:
        if self.state is not None:
            self._move(step(self.state))

    def _move(self, state: CompareState) -> None:
        self.state = state
        self._refresh()

    def _refresh(self) -> None:
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
