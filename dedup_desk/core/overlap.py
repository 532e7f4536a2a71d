"""How much of one picture another shows: overlap shares, and what is cut at each side.

All from one registration, so that what is said multiplies out: the shares cut at left and right
and at top and bottom leave a rectangle; where the other picture lies askew it misses corners of
that rectangle too, and that rest is a figure of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from dedup_desk.core.geometry import Extent, Point, bounds, inverted, outline
from dedup_desk.core.pairs import Matrix


@dataclass(frozen=True, slots=True)
class Loss:
    """What is missing of one picture in another, 0 to 1.

    Attributes:
        left, right: share of the width that is cut at that side.
        top, bottom: share of the height.
        corners: share of the remaining rectangle that is missing because the other lies askew.
        shown: share of the area that is shown:
            (1 - left - right) * (1 - top - bottom) * (1 - corners).
    """

    left: float
    right: float
    top: float
    bottom: float
    corners: float
    shown: float


def loss(to_other: Matrix, extent: Extent, other: Extent) -> Loss:
    """Say what of a picture another one does not show.

    Args:
        to_other: from the picture to the other one, full pixels of both.
        extent: of the picture.
        other: of the other one.
    """
    seen = _clipped(list(outline(inverted(to_other), other)), extent)
    if len(seen) < 3:
        return Loss(0.0, 0.0, 0.0, 0.0, 1.0, 0.0)
    span = bounds(seen)
    left, right = span.left / extent.width, 1 - span.right / extent.width
    top, bottom = span.top / extent.height, 1 - span.bottom / extent.height
    shown = min(_area(seen) / (extent.width * extent.height), 1.0)
    rectangle = (1 - left - right) * (1 - top - bottom)
    corners = 1 - shown / rectangle if rectangle > 0 else 1.0
    return Loss(left, right, top, bottom, max(corners, 0.0), shown)


def overlap_shares(a_to_b: Matrix, a: Extent, b: Extent) -> tuple[float, float]:
    """Return the share of a's area that b shows and the share of b's area that a shows."""
    return loss(a_to_b, a, b).shown, loss(inverted(a_to_b), b, a).shown


def _clipped(polygon: list[Point], extent: Extent) -> list[Point]:
    """Cut a convex polygon to the rectangle from (0, 0) to the extent.

    Source: I. E. Sutherland, G. W. Hodgman, "Reentrant polygon clipping", CACM 17 (1974), 32-42.
    """
    for normal_x, normal_y, limit in (
        (1.0, 0.0, 0.0),
        (-1.0, 0.0, -extent.width),
        (0.0, 1.0, 0.0),
        (0.0, -1.0, -extent.height),
    ):
        depths = [normal_x * point.x + normal_y * point.y - limit for point in polygon]
        polygon = _cut(polygon, depths)
    return polygon


def _cut(polygon: list[Point], depths: list[float]) -> list[Point]:
    """Keep what is not behind a line; `depths` are signed distances of the corners to it."""
    kept: list[Point] = []
    ring = list(zip(polygon, depths, strict=True))
    for (here, depth), (there, next_depth) in pairwise([*ring, *ring[:1]]):
        if depth >= 0:
            kept.append(here)
        if (depth < 0) != (next_depth < 0):
            part = depth / (depth - next_depth)
            kept.append(
                Point(here.x + part * (there.x - here.x), here.y + part * (there.y - here.y))
            )
    return kept


def _area(polygon: list[Point]) -> float:
    ring = [*polygon, polygon[0]]
    return abs(sum(one.x * two.y - two.x * one.y for one, two in pairwise(ring))) / 2
