"""What is before the eye at one moment: a pair, how it is shown, and the pixels that takes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Link, Side
from dedup_desk.core.geometry import Extent, Span, bounds, inverted, outline
from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import Box, Matrix
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.two_pages import FIRST, Pages, TwoPages
from dedup_desk.services.renderings import Cut
from dedup_desk.ui.picture_loader import Wanted, rung_for

DIFFERENCE_EDGE_PX = 1600
"""About the edge at which differences are computed: a full HD pane, soon enough to wait for.

No pair is rendered coarser than this, however small its panes: decoding takes about as long at
half the size, and the difference would have to be decoded for once more.
"""

TILE_PX = 2048
MOST_TILES = 12
"""Of one picture at a time; a 4K screen, one picture across it, shows at most so many."""


@dataclass(frozen=True, slots=True)
class Thrift:
    """How much of a picture is held at once.

    Attributes:
        whole_pixels: a picture of more is held whole only in small; full pixels come as tiles.
        whole_px: longest edge at which such a picture is held whole.
        tile_px: edge of a tile.
        least_px: longest edge below which no picture is rendered, unless the file is smaller.
    """

    whole_pixels: int
    whole_px: int
    tile_px: int
    least_px: int = 0


ALONE = Thrift(50_000_000, 4096, TILE_PX, DIFFERENCE_EDGE_PX)
AMONG = Thrift(4_000_000, 2048, TILE_PX // 2)
"""Where many pictures are shown at once: nine of them must fit the memory together."""


@dataclass(frozen=True, slots=True)
class PairShown:
    """The pair on the table.

    Attributes:
        left, right: the two images.
        link: how they lie on each other.
        fuller: the one that shows more, as comparing found; None where they were not compared.
        content: what of the other one is picture and no border, in its pixels; None for all of it.
        pages: which page of each, from 0; all else is about these, the records' pictures as well.
        measured: what comparing these pages found; None of the first ones, and while it is awaited.
        trouble: why these pages could not be compared.
    """

    left: ImageRecord
    right: ImageRecord
    link: Link
    fuller: Side | None = None
    content: Box | None = None
    pages: Pages = FIRST
    measured: TwoPages | None = None
    trouble: Message | None = None

    def record(self, side: Side) -> ImageRecord:
        """The image on one side."""
        return self.left if side is Side.LEFT else self.right

    def page(self, side: Side) -> int:
        """Which page of one image, from 0."""
        return self.pages[0 if side is Side.LEFT else 1]

    def is_read(self, side: Side) -> bool:
        """Say whether the record of one image tells of the page shown."""
        return self.page(side) == 0 or self.measured is not None

    @property
    def is_awaited(self) -> bool:
        """These pages are being compared."""
        return self.pages != FIRST and self.measured is None and self.trouble is None

    @property
    def digests(self) -> tuple[bytes, bytes]:
        """Both contents."""
        return (self.left.digest, self.right.digest)


@dataclass(frozen=True, slots=True)
class Sight:
    """A pair and the way it is shown on a display with `unit_px` pixels to a pane unit.

    Attributes:
        magnified: how much larger than in the pane the loupe shows things; 1 without a loupe.
        thrift: how much of each picture may be held.
    """

    pair: PairShown
    state: CompareState
    unit_px: float
    magnified: float = 1.0
    thrift: Thrift = ALONE

    def needed_px(self, side: Side) -> float:
        """Return how many screen pixels the longest edge of one picture takes."""
        middle = compare.picture_point(self.state, side, self.state.pane.centre)
        scale = compare.scale_of(self.state, side, middle)
        return scale * self.unit_px * edge_of(self.pair.record(side))

    def wanted(self, side: Side) -> Wanted:
        """Return which rendering serves this sight: never shrunk by two, never enlarged early."""
        record = self.pair.record(side)
        needed = self.needed_px(side) * self.magnified
        return Wanted(record, Cut(_rung(record, needed, self.thrift), self.pair.page(side)))

    def glass_percent(self, side: Side) -> int | None:
        """Return how much of a large picture's pixels the loupe has, in percent; None for all."""
        record = self.pair.record(side)
        if self.magnified <= 1 or not is_large(record, self.thrift):
            return None
        held = self.wanted(side).cut.edge_px
        needed = min(self.needed_px(side) * self.magnified, edge_of(record))
        return None if held >= needed else round(100 * held / edge_of(record))

    @property
    def is_laid(self) -> bool:
        """True where the right picture has to be turned or tilted to lie on the left one."""
        return self.state.mode is not CompareMode.SIDE_BY_SIDE and not is_straight(self.state.link)

    def tiles(self, side: Side) -> tuple[Wanted, ...]:
        """Return the parts that a large picture is seen through where its whole is too coarse.

        Each is a square at half, quarter ... of the full pixels or at all of them, cut at
        places that do not move with the view, so that they serve again after a step aside.
        """
        record = self.pair.record(side)
        by = self._coarseness(side)
        if by == 0:
            return ()
        seen = self._seen(side)
        step = self.thrift.tile_px * by
        columns = range(int(seen.left // step), max(int(-(-seen.right // step)), 0))
        rows = range(int(seen.top // step), max(int(-(-seen.bottom // step)), 0))
        page = self.pair.page(side)
        boxes = [
            _tile(record, column * step, row * step, step) for row in rows for column in columns
        ]
        return tuple(Wanted(record, Cut(_edge(one, by), page, one)) for one in boxes[:MOST_TILES])

    def _coarseness(self, side: Side) -> int:
        """Return how many pixels of the file a pixel of a tile covers; 0: the whole is enough."""
        record = self.pair.record(side)
        scale = self.needed_px(side) / edge_of(record)
        by = 1
        while by * 2 * scale <= 1:
            by *= 2
        is_coarse = edge_of(record) / by > self.thrift.whole_px
        return by if is_large(record, self.thrift) and is_coarse else 0

    def _seen(self, side: Side) -> Span:
        """Return what of one picture lies in the pane, in its own pixels, cut to the picture."""
        back = inverted(compare.view_matrix(self.state, side))
        seen = bounds(outline(back, self.state.pane))
        full = extent_of(self.pair.record(side))
        return Span(
            max(seen.left, 0.0),
            max(seen.top, 0.0),
            min(seen.right, full.width),
            min(seen.bottom, full.height),
        )


def is_straight(link: Matrix) -> bool:
    """Say whether the right picture lies on the left one without turn, mirror or tilt."""
    across, shear, _, lean, down, _, tilt, fall, _ = link
    slack = 1e-6 * max(abs(across), abs(down))
    leans = max(abs(shear), abs(lean)) > slack or max(abs(tilt), abs(fall)) > 1e-12
    return across > 0 and down > 0 and not leans


def is_large(record: ImageRecord, thrift: Thrift = ALONE) -> bool:
    """Say whether a picture is too large to be held at its full size."""
    return record.picture.pixel_count > thrift.whole_pixels


def ahead_wanted(record: ImageRecord, screen_px: float) -> Wanted:
    """Return which rendering a picture will need when it is shown fitted in a pane."""
    return Wanted(record, Cut(_rung(record, screen_px, ALONE)))


def _rung(record: ImageRecord, needed_px: float, thrift: Thrift) -> int:
    rung = rung_for(max(needed_px, thrift.least_px), edge_of(record))
    return min(rung, thrift.whole_px) if is_large(record, thrift) else rung


def _edge(box: Box, by: int) -> int:
    """Return the longest edge of a box at one of `by` pixels along an edge."""
    return max(1, math.ceil(max(box.width_px, box.height_px) / by))


def _tile(record: ImageRecord, left: int, top: int, edge: int) -> Box:
    full = record.picture
    return Box(left, top, min(edge, full.width_px - left), min(edge, full.height_px - top))


def extent_of(record: ImageRecord) -> Extent:
    """Return the full upright size of an image."""
    return Extent(float(record.picture.width_px), float(record.picture.height_px))


def edge_of(record: ImageRecord) -> int:
    """Return the longest edge of an image in pixels."""
    return max(record.picture.width_px, record.picture.height_px)


def pane_px(pane: Extent, unit_px: float) -> float:
    """Return the longest edge of a pane in screen pixels."""
    return max(pane.width, pane.height) * unit_px


def looking_at(state: CompareState, region: Span) -> CompareState:
    """Centre on a region so that it takes about a third of the pane, never finer than 4:1."""
    wide, high = max(region.right - region.left, 1.0), max(region.bottom - region.top, 1.0)
    wanted = min(state.pane.width / wide, state.pane.height / high) / 3
    zoom = min(max(wanted, compare.fitted(state).zoom), 4.0)
    closer = compare.zoomed(state, Side.LEFT, state.pane.centre, zoom / state.zoom)
    return compare.centred(closer, region.centre)
