"""How two frames lie on each other: what is picture, what is border, and which shows more."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dedup_desk.core.geometry import Extent, Span
from dedup_desk.core.overlap import overlap_shares
from dedup_desk.core.scans import WHOLE_FROM
from dedup_desk.engine.cv import Affine
from dedup_desk.engine.laying import View, lay, luma_view
from dedup_desk.engine.matrices import as_matrix, inverse
from dedup_desk.engine.subject import Subject, is_the_coloured_one, worth
from dedup_desk.engine.surround import content_of, has_wedges

_PROXY_PX = 512


@dataclass(frozen=True, slots=True)
class Frames:
    """How two frames lie on each other.

    Attributes:
        shown_a, shown_b: share of each picture that the other shows; borders are no picture.
        overlap_a, overlap_b: the same as a share of the whole file's area, borders included.
        border_a, border_b: there is a border that the other has not.
    """

    shown_a: float
    shown_b: float
    overlap_a: float
    overlap_b: float
    border_a: bool
    border_b: bool

    @property
    def a_shows_more(self) -> bool:
        """Side a has picture that b has not."""
        return self.shown_a < WHOLE_FROM

    @property
    def b_shows_more(self) -> bool:
        """Side b has picture that a has not; false where each has some."""
        return self.shown_b < WHOLE_FROM and not self.a_shows_more

    @property
    def is_reversed(self) -> bool:
        """Side b is the fuller one: it shows more, or both show the same and a has a border."""
        if self.a_shows_more or self.b_shows_more:
            return self.b_shows_more
        return self.border_a and not self.border_b


def without_bars(a: Subject, b: Subject, matrix: Affine) -> tuple[Subject, Subject]:
    """Return both pictures with their bars known, see `engine/surround.py`.

    Args:
        a: one picture.
        b: the other.
        matrix: 3x3, full pixels of a to full pixels of b.
    """
    one, other = luma_view(a.proxy), luma_view(b.proxy)
    content_a = content_of(lay(one, other, matrix, _PROXY_PX))
    content_b = content_of(lay(other, one, inverse(matrix), _PROXY_PX))
    return _within(a, content_a), _within(b, content_b)


def frames(a: Subject, b: Subject, matrix: Affine) -> Frames:
    """Say what each frame has that the other has not.

    Args:
        a: one picture, its bars known.
        b: the other.
        matrix: 3x3, full pixels of a to full pixels of b.
    """
    span_a, span_b = a.proxy.picture, b.proxy.picture
    moved = _moved_to(span_b.left, span_b.top, inverse_of=True) @ matrix
    moved = moved @ _moved_to(span_a.left, span_a.top)
    shown_a, shown_b = overlap_shares(as_matrix(moved), _size(span_a), _size(span_b))
    one, other = luma_view(a.proxy), luma_view(b.proxy)
    wedges_a = shown_a < WHOLE_FROM and has_wedges(lay(one, other, matrix, _PROXY_PX))
    wedges_b = shown_b < WHOLE_FROM and has_wedges(lay(other, one, inverse(matrix), _PROXY_PX))
    return Frames(
        shown_a=1.0 if wedges_a else shown_a,
        shown_b=1.0 if wedges_b else shown_b,
        overlap_a=shown_a * _share(span_a, a.extent),
        overlap_b=shown_b * _share(span_b, b.extent),
        border_a=wedges_a or _share(span_a, a.extent) < WHOLE_FROM,
        border_b=wedges_b or _share(span_b, b.extent) < WHOLE_FROM,
    )


def right_is_fuller(left: Subject, right: Subject, between: Frames) -> bool:
    """Say whether the right picture is side a.

    In this order: the one that shows more (a border is not more), the one in colour, more pixels,
    more depth, stored without loss, more bytes; at last the place decides.
    """
    if between.a_shows_more or between.b_shows_more:
        return between.b_shows_more
    if between.border_a != between.border_b:
        return between.is_reversed
    if is_the_coloured_one(right, left) != is_the_coloured_one(left, right):
        return is_the_coloured_one(right, left)
    return worth(right.record) < worth(left.record)


def _within(subject: Subject, content: Span | None) -> Subject:
    if content is None:
        return subject

    def fine(longest_px: int) -> View | None:
        view = subject.fine(longest_px)
        return None if view is None else replace(view, content=content)

    return replace(subject, proxy=replace(subject.proxy, content=content), fine=fine)


def _moved_to(x_px: float, y_px: float, *, inverse_of: bool = False) -> Affine:
    sign = -1.0 if inverse_of else 1.0
    return np.array([[1, 0, sign * x_px], [0, 1, sign * y_px], [0, 0, 1]], np.float64)


def _size(span: Span) -> Extent:
    return Extent(span.right - span.left, span.bottom - span.top)


def _share(span: Span, extent: Extent) -> float:
    size = _size(span)
    return size.width * size.height / (extent.width * extent.height)
