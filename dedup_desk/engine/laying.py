"""Lays one picture on another: both on one grid, at one scale, ready to be compared.

The grid is side a, shrunk to what is asked and never finer than either picture is. Side b is first
shrunk to the grid's scale (each pixel the mean of its area) and then pulled over, so that neither
aliasing nor a difference in sharpness is taken for a difference in content.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dedup_desk.core.geometry import Extent
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Affine, Mask, Picture


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A picture at some size, and how large it is in full.

    Attributes:
        pixels: (h, w, 3) uint8 sRGB, upright.
        width_px, height_px: of the full picture.
    """

    pixels: Picture
    width_px: int
    height_px: int

    @property
    def fineness(self) -> float:
        """Pixels here for one pixel of the full picture, the coarser axis."""
        height, width = self.pixels.shape[:2]
        return float(min(width / self.width_px, height / self.height_px))


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Two pictures on one grid.

    Attributes:
        a, b: (h, w, 3) uint8.
        shown: (h, w) bool, where b really is.
        to_full: 3x3, grid to full pixels of a.
        matrix: 3x3, full pixels of a to full pixels of b.
        b_extent: size of the full picture b.
    """

    a: Picture
    b: Picture
    shown: Mask
    to_full: Affine
    matrix: Affine
    b_extent: Extent

    @property
    def longest_px(self) -> int:
        """The longer side of the grid."""
        return int(max(self.a.shape[:2]))


def scale_of(matrix: Affine) -> float:
    """Return how many pixels of b one pixel of a is wide, on average."""
    return float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))


def lay(a: View, b: View, matrix: Affine, at_most_px: int) -> Laid:
    """Lay `b` on `a`.

    Args:
        a: gives the grid.
        b: is pulled over.
        matrix: 3x3, full pixels of a to full pixels of b.
        at_most_px: longest side of the grid.
    """
    longest = max(a.width_px, a.height_px)
    fineness = min(a.fineness, b.fineness * scale_of(matrix), at_most_px / longest)
    width, height = max(round(a.width_px * fineness), 8), max(round(a.height_px * fineness), 8)
    to_full = np.diag([a.width_px / width, a.height_px / height, 1.0])
    source, to_source = _at_grid_scale(b, matrix @ to_full)
    everywhere = np.full(source.shape[:2], 255, np.uint8)
    return Laid(
        a=cv.shrunk(a.pixels, width, height),
        b=cv.pulled(source, to_source, width, height),
        shown=cv.pulled_or_zero(everywhere, to_source, width, height) > 250,
        to_full=to_full,
        matrix=matrix,
        b_extent=Extent(float(b.width_px), float(b.height_px)),
    )


def _at_grid_scale(b: View, grid_to_b: Affine) -> tuple[Picture, Affine]:
    """Shrink b so that one of its pixels is one cell of the grid; also the way there."""
    height, width = b.pixels.shape[:2]
    wanted_width = round(b.width_px / float(np.hypot(*grid_to_b[0, :2])))
    wanted_height = round(b.height_px / float(np.hypot(*grid_to_b[1, :2])))
    new_width = min(max(wanted_width, 4), width)
    new_height = min(max(wanted_height, 4), height)
    to_small = np.diag([new_width / b.width_px, new_height / b.height_px, 1.0])
    return cv.shrunk(b.pixels, new_width, new_height), to_small @ grid_to_b
