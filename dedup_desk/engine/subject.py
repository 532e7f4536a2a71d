"""One picture under comparison, and which of two is the fuller one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from dedup_desk.core.geometry import Extent
from dedup_desk.core.overlap import overlap_shares
from dedup_desk.core.records import ImageRecord
from dedup_desk.engine import cv
from dedup_desk.engine.laying import View, lay, luma_view, negative_of
from dedup_desk.engine.matrices import as_matrix, inverse
from dedup_desk.engine.surround import has_border
from dedup_desk.engine.tone import colour_levels

_PROXY_PX = 512
_WHOLE = 0.996
_COLOURED, _COLOURLESS = 5.0, 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One picture under comparison.

    Attributes:
        record: what the index knows of it.
        proxy: the picture at about 512 px.
        fine: decodes it in levels of grey, so long at most (px); None where that fails.
    """

    record: ImageRecord
    proxy: View
    fine: Callable[[int], View | None]

    @property
    def extent(self) -> Extent:
        """Full size."""
        return self.proxy.extent

    def as_negative(self) -> Subject:
        """Return the picture with light and dark exchanged."""

        def fine(longest_px: int) -> View | None:
            view = self.fine(longest_px)
            return None if view is None else negative_of(view)

        return Subject(self.record, negative_of(self.proxy), fine)


@dataclass(frozen=True, slots=True)
class Frames:
    """How two frames lie on each other.

    Attributes:
        shown_a, shown_b: share of each picture's area that the other shows.
        border_a, border_b: what the other does not show of it is a border.
    """

    shown_a: float
    shown_b: float
    border_a: bool
    border_b: bool

    @property
    def a_shows_more(self) -> bool:
        """Side a has picture, not border, that b has not."""
        return self.shown_a < _WHOLE and not self.border_a

    @property
    def is_reversed(self) -> bool:
        """Side b is the fuller one: it shows more, or a is the one with a border."""
        return self.b_shows_more or (self.border_a and not self.border_b)

    @property
    def b_shows_more(self) -> bool:
        """Side b has picture, not border, that a has not; false where each has some."""
        return self.shown_b < _WHOLE and not self.border_b and not self.a_shows_more


def frames(a: Subject, b: Subject, matrix: cv.Affine) -> Frames:
    """Say what each frame has that the other has not.

    Args:
        a: one picture.
        b: the other.
        matrix: 3x3, full pixels of a to full pixels of b.
    """
    shown_a, shown_b = overlap_shares(as_matrix(matrix), a.extent, b.extent)
    one, other = luma_view(a.proxy), luma_view(b.proxy)
    border_a = shown_a < _WHOLE and has_border(lay(one, other, matrix, _PROXY_PX))
    back = inverse(matrix)
    border_b = shown_b < _WHOLE and has_border(lay(other, one, back, _PROXY_PX))
    return Frames(shown_a, shown_b, border_a, border_b)


def has_lost_colour(a: Subject, b: Subject) -> bool:
    """Say whether a has colour and b has none."""
    return _colour(a.proxy) > _COLOURED and _colour(b.proxy) < _COLOURLESS


@lru_cache(maxsize=2)  # the two pictures in hand: it is asked more than once about each
def _colour(proxy: View) -> float:
    return colour_levels(proxy.pixels)


def right_is_fuller(left: Subject, right: Subject, between: Frames) -> bool:
    """Say whether the right picture is side a.

    In this order: the one that shows more (a border is not more), the one in colour, more pixels,
    more depth, stored without loss, more bytes; at last the place decides.
    """
    if between.a_shows_more or between.b_shows_more:
        return between.b_shows_more
    if between.border_a != between.border_b:
        return between.is_reversed
    if has_lost_colour(right, left) != has_lost_colour(left, right):
        return has_lost_colour(right, left)
    return worth(right.record) < worth(left.record)


def worth(record: ImageRecord) -> tuple[object, ...]:
    """Sort key: the fuller picture first."""
    picture = record.picture
    return (
        -picture.pixel_count,
        -picture.bit_depth,
        not picture.is_lossless,
        -record.stamp.size_bytes,
        record.place.path,
        record.place.root,
    )
