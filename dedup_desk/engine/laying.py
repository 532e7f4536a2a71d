"""Lays one picture on another: both on one grid, at one scale, ready to be compared.

The grid is side a, or the part of it that both show, shrunk to what is asked and never finer than
either picture is. Side b is first shrunk to the grid's scale (each pixel the mean of its area) and
then pulled over, so that neither aliasing nor a difference in sharpness is taken for a difference
in content.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from dedup_desk.core.geometry import Extent, Point, Span, bounds, mapped
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Affine, Mask, Picture
from dedup_desk.engine.matrices import as_matrix, inverse

_NEARLY_WHOLE = 0.97
"""A part this long and high is not worth cutting out."""

_ROUNDING = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A picture at some size, and how large it is in full.

    Attributes:
        pixels: (h, w, 3) uint8 sRGB, or (h, w) uint8 luma; upright.
        width_px, height_px: of the full picture.
        content: what of it is picture and no border, in full pixels; None for all of it.
    """

    pixels: Picture
    width_px: int
    height_px: int
    content: Span | None = None

    @property
    def fineness(self) -> float:
        """Pixels here for one pixel of the full picture, the coarser axis."""
        height, width = self.pixels.shape[:2]
        return float(min(width / self.width_px, height / self.height_px))

    @property
    def extent(self) -> Extent:
        """Size of the full picture."""
        return Extent(float(self.width_px), float(self.height_px))

    @property
    def picture(self) -> Span:
        """What of the full picture is picture and no border."""
        return self.content or Span(0.0, 0.0, float(self.width_px), float(self.height_px))


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Two pictures on one grid.

    Attributes:
        a, b: (h, w, 3) uint8, or (h, w) where the views were luma.
        shown: (h, w) bool, where both are picture: b is there, and neither has a border.
        to_full: 3x3, grid to full pixels of a: stretched and moved, never turned.
        matrix: 3x3, full pixels of a to full pixels of b.
        a_extent, b_extent: sizes of the full pictures.
    """

    a: Picture
    b: Picture
    shown: Mask
    to_full: Affine
    matrix: Affine
    a_extent: Extent
    b_extent: Extent

    @property
    def longest_px(self) -> int:
        """The longer side of the grid."""
        return int(max(self.a.shape[:2]))


def scale_of(matrix: Affine) -> float:
    """Return how many pixels of b one pixel of a is wide, on average."""
    return float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))


def luma_view(view: View) -> View:
    """Return the view in levels of grey: a third of the work where colour does not matter."""
    return replace(view, pixels=cv.grey(view.pixels))


def negative_of(view: View) -> View:
    """Return the view with light and dark exchanged."""
    return replace(view, pixels=255 - view.pixels)


def lay(a: View, b: View, matrix: Affine, at_most_px: int) -> Laid:
    """Lay `b` on the whole of `a`.

    Args:
        a: gives the grid.
        b: is pulled over.
        matrix: 3x3, full pixels of a to full pixels of b.
        at_most_px: longest side of the grid.
    """
    height, width = a.pixels.shape[:2]
    return _laid(a, b, matrix, at_most_px, (0, 0, width, height))


def lay_shared(a: View, b: View, matrix: Affine, at_most_px: int) -> Laid:
    """Lay `b` on the part of `a` that both show; a small crop gets all of the grid that way.

    Args:
        a: gives the grid.
        b: is pulled over.
        matrix: 3x3, full pixels of a to full pixels of b.
        at_most_px: longest side of the grid.
    """
    return _laid(a, b, matrix, at_most_px, _shared_part(a, b, matrix))


_Part = tuple[int, int, int, int]
"""Left, top, right, bottom in the pixels of a view."""


def _shared_part(a: View, b: View, matrix: Affine) -> _Part:
    """Return the pixels of a round what b shows; all of them where that is nearly everything."""
    height, width = a.pixels.shape[:2]
    seen, own = _placed_on(b.picture, inverse(matrix)), a.picture
    across, down = width / a.width_px, height / a.height_px
    left, right = max(seen.left, own.left) * across, min(seen.right, own.right) * across
    top, bottom = max(seen.top, own.top) * down, min(seen.bottom, own.bottom) * down
    is_nearly_whole = min((right - left) / width, (bottom - top) / height) > _NEARLY_WHOLE
    if is_nearly_whole or right - left < 1 or bottom - top < 1:
        return 0, 0, width, height
    return int(left), int(top), int(np.ceil(right)), int(np.ceil(bottom))


def _laid(a: View, b: View, matrix: Affine, at_most_px: int, part: _Part) -> Laid:
    left, top, right, bottom = part
    across, down = a.width_px / a.pixels.shape[1], a.height_px / a.pixels.shape[0]
    full_width, full_height = (right - left) * across, (bottom - top) * down
    longest = max(full_width, full_height)
    fineness = min(a.fineness, b.fineness * scale_of(matrix), at_most_px / longest)
    width, height = max(round(full_width * fineness), 8), max(round(full_height * fineness), 8)
    to_full = np.diag([full_width / width, full_height / height, 1.0])
    to_full[:2, 2] = left * across, top * down
    source, to_source = _at_grid_scale(b, matrix @ to_full)
    whole = _painted(source.shape[:2], b.picture, b.extent)
    shown = cv.pulled_or_zero(whole, to_source, width, height) > 250
    if a.content is not None:
        shown &= _painted((height, width), _on_grid(a.content, to_full), Extent(width, height)) > 0
    return Laid(
        a=cv.shrunk(a.pixels[top:bottom, left:right], width, height),
        b=cv.pulled(source, to_source, width, height),
        shown=shown,
        to_full=to_full,
        matrix=matrix,
        a_extent=a.extent,
        b_extent=b.extent,
    )


def _placed_on(span: Span, matrix: Affine) -> Span:
    """Return the upright rectangle round a rectangle after a matrix."""
    ways = as_matrix(matrix)
    corners = [(x, y) for x in (span.left, span.right) for y in (span.top, span.bottom)]
    return bounds(mapped(ways, Point(x, y)) for x, y in corners)


def _on_grid(span: Span, to_full: Affine) -> Span:
    return _placed_on(span, inverse(to_full))


def _painted(shape: tuple[int, ...], span: Span, extent: Extent) -> Picture:
    """Return (h, w) uint8: 255 where the picture is wholly inside of `span`, else 0."""
    height, width = shape[:2]
    across, down = width / extent.width, height / extent.height
    mask = np.zeros((height, width), np.uint8)
    rows = slice(int(np.ceil(span.top * down - _ROUNDING)), int(span.bottom * down + _ROUNDING))
    columns = slice(
        int(np.ceil(span.left * across - _ROUNDING)), int(span.right * across + _ROUNDING)
    )
    mask[max(rows.start, 0) : rows.stop, max(columns.start, 0) : columns.stop] = 255
    return mask


def _at_grid_scale(b: View, grid_to_b: Affine) -> tuple[Picture, Affine]:
    """Shrink b so that one of its pixels is one cell of the grid; also the way there."""
    height, width = b.pixels.shape[:2]
    wanted_width = round(b.width_px / float(np.hypot(*grid_to_b[0, :2])))
    wanted_height = round(b.height_px / float(np.hypot(*grid_to_b[1, :2])))
    new_width = min(max(wanted_width, 4), width)
    new_height = min(max(wanted_height, 4), height)
    to_small = np.diag([new_width / b.width_px, new_height / b.height_px, 1.0])
    return cv.shrunk(b.pixels, new_width, new_height), to_small @ grid_to_b
