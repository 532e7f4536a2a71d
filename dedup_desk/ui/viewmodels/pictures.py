"""Which rendering of each picture is painted: the best that is here, until a finer one comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QImage

from dedup_desk.core.compare import Side
from dedup_desk.core.geometry import Extent
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Box
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.picture_loader import PictureLoader, Pyramid
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.viewmodels.sight import Sight, ahead_wanted, pane_px


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of a picture at finer pixels than its whole.

    Attributes:
        image: its pixels.
        box: what of the picture they show, in full pixels.
    """

    image: QImage
    box: Box


class Pictures:
    """Asks for renderings and hands out what is here; the stored thumbnail at worst.

    Attributes:
        loader: brings renderings; its signals say when.
    """

    def __init__(self, loader: PictureLoader, thumbnails: Thumbnails) -> None:
        self.loader, self._thumbnails = loader, thumbnails

    def image(self, sight: Sight, side: Side) -> QImage | None:
        """Return the best rendering that is here for the scale shown."""
        record = sight.pair.record(side)
        page = sight.pair.page(side)
        pyramid = self.loader.best(record, page)
        if pyramid is None:
            return self.thumbnail(record) if page == 0 else None
        return pyramid.level_for(sight.needed_px(side))

    def extent(self, sight: Sight, side: Side) -> Extent:
        """Return the size of the page shown; that of the first one until it is known."""
        pyramid = self.loader.best(sight.pair.record(side), sight.pair.page(side))
        known = pyramid.full if pyramid is not None and sight.pair.page(side) else None
        return known or sight.state.extent(side)

    def patches(self, sight: Sight, side: Side) -> list[Patch]:
        """Return the finer parts that are here of a picture too large to be held whole."""
        tiles = ((one, self.loader.pyramid(one)) for one in sight.tiles(side))
        return [
            Patch(found.levels[0], one.cut.box)
            for one, found in tiles
            if found is not None and one.cut.box is not None
        ]

    def limit(self, sight: Sight, side: Side) -> Message | None:
        """Return why full pixels are not shown where they would be seen; None where they are."""
        tiles = sight.tiles(side)
        found = (self.loader.pyramid(one) for one in tiles)
        limits = [one.limit for one in found if one is not None and one.limit is not None]
        if tiles and side is Side.RIGHT and sight.is_laid:
            return message(_ONLY_BESIDE)
        if not limits and (percent := sight.glass_percent(side)) is not None:
            return message(_COARSE_GLASS, percent=percent)
        return limits[0] if limits else None

    def said(self, sight: Sight, side: Side) -> tuple[Message, ...]:
        """Return what a person should know of how the pixels shown were made."""
        found = [self.loader.best(sight.pair.record(side), sight.pair.page(side))]
        found += [self.loader.pyramid(one) for one in sight.tiles(side)]
        told = [said for one in found if one is not None for said in one.said]
        return tuple(dict.fromkeys(told))

    def small(self, record: ImageRecord, page: int) -> QImage | None:
        """Return a page in small; of the first one what is stored, of others what was rendered."""
        if page == 0:
            return self.thumbnail(record)
        pyramid = self.loader.best(record, page)
        return pyramid.level_for(_SMALL_PX) if pyramid is not None else None

    def thumbnail(self, record: ImageRecord) -> QImage | None:
        """Return the stored small picture."""
        return self._thumbnails.image_now(record.digest)

    def finest(self, sight: Sight, side: Side) -> Pyramid | None:
        """Return the rendering that this sight takes, once it is here."""
        return self.loader.pyramid(sight.wanted(side))

    def is_loading(self, sight: Sight, side: Side) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        if self.why_missing(sight.pair.record(side), sight.pair.page(side)) is not None:
            return False
        tiles = sight.tiles(side)
        return self.finest(sight, side) is None or any(
            self.loader.pyramid(one) is None for one in tiles
        )

    def why_missing(self, record: ImageRecord, page: int = 0) -> Message | None:
        """Return why a page cannot be shown, if that is so; of one among many, which it is."""
        reason = self.loader.why_missing(record, page)
        if reason is None or record.picture.page_count == 1:
            return reason
        return message(_PAGE, page=page + 1, reason=reason)

    def expect(self, records: Iterable[ImageRecord]) -> None:
        """Fetch the thumbnails of what may be shown next."""
        self._thumbnails.want(record.digest for record in records)

    def want_all(self, sights: Sequence[Sight]) -> None:
        """Ask for the right pictures of many sights, the first ones first."""
        right = Side.RIGHT
        tiles = [tile for one in sights for tile in one.tiles(right)]
        self.loader.want([*(one.wanted(right) for one in sights), *tiles])

    def want(self, sight: Sight, ahead: Iterable[ImageRecord], pane: Extent) -> None:
        """Ask for what this sight takes, then for what may be shown next."""
        screen_px = pane_px(pane, sight.unit_px)
        coming = [ahead_wanted(one, screen_px) for one in ahead]
        tiles = [one for side in Side for one in sight.tiles(side)]
        shown = [*(sight.wanted(side) for side in Side), *tiles]
        self.loader.want(shown, coming)


_SMALL_PX = 384
"""Longest edge of a picture in small, enough for a screen of two pixels to a unit."""

_PAGE = QT_TRANSLATE_NOOP("Messages", "Page {page}: {reason} Other pages may still be shown.")
_COARSE_GLASS = QT_TRANSLATE_NOOP(
    "Messages",
    "The loupe shows this large scan at {percent} % of its pixels; 100 % shows all of them.",
)
_ONLY_BESIDE = QT_TRANSLATE_NOOP(
    "Messages", "D is turned and too large to be turned at full pixels; side by side shows them."
)
