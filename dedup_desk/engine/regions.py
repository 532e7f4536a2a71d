"""Turns changed windows into places a reviewer can step through, and says what kind they are.

Windows that are near each other make one region: a word, a stamp, a face. The same windows tell
whether something flat and thin was laid over a picture (a logo, lettering: one tone where the
other picture has many) or whether the picture itself is another one there.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dedup_desk.core.geometry import Extent, Point, Span, bounds, mapped
from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Mask
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.matrices import as_matrix
from dedup_desk.engine.windows import Cells

_JOIN_SHARE = 0.03
_LEAST_CELLS = 3
MOST_REGIONS = 40


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where two pictures differ.

    Attributes:
        regions: largest first, at most 40.
        count: how many there are that count for the pair's name.
    """

    regions: tuple[ChangedRegion, ...]
    count: int

    @property
    def largest_share(self) -> float:
        """The box of the largest region as a share of a's area; 0 without one."""
        return max((region.share_of_a for region in self.regions), default=0.0)


def changed_places(laid: Laid, changed: Mask, shown: Mask, cells: Cells) -> Places:
    """Gather changed windows of the fine check into regions.

    Args:
        laid: the grid the check was made on.
        changed: (rows, columns) bool, the windows that count, see `engine/fine.py`.
        shown: the same and perhaps some more, for a reviewer to step through.
        cells: how the windows lie on the grid.
    """
    reach = max(round(_JOIN_SHARE * laid.longest_px / cells.stride_px / 2), 1)
    found = [(int(one.sum()), _region(laid, one, cells)) for one in _gathered(shown, reach)]
    found.sort(key=lambda one: (-one[0], one[1].in_a.y_px, one[1].in_a.x_px))
    regions = tuple(region for _, region in found[:MOST_REGIONS])
    return Places(regions, len(_gathered(changed, reach)))


def _gathered(changed: Mask, reach: int) -> list[Mask]:
    """Return the cells of each region: what is at most twice `reach` apart belongs together."""
    solid = _without_crumbs(changed)
    labels, found = cv.blobs(cv.grown(solid, reach))
    return [(labels == label + 1) & solid for label in range(len(found))]


def areas(laid: Laid, mask: Mask) -> tuple[ChangedRegion, ...]:
    """Return the regions of a mask that has the grid's own size (hue or light), largest first."""
    _, found = cv.blobs(mask)
    ordered = sorted(found, key=lambda blob: (-blob.cells, blob.top, blob.left))[:MOST_REGIONS]
    return tuple(
        _placed(laid, Span(b.left, b.top, b.left + b.width, b.top + b.height)) for b in ordered
    )


def painted(laid: Laid, regions: tuple[ChangedRegion, ...], grow_px: int = 0) -> Mask:
    """Return the boxes of regions as a mask of a grid, grown a little."""
    height, width = laid.a.shape[:2]
    across, down = float(laid.to_full[0, 0]), float(laid.to_full[1, 1])
    mask = np.zeros((height, width), np.bool_)
    for region in regions:
        x_px, y_px = region.in_a.x_px - laid.to_full[0, 2], region.in_a.y_px - laid.to_full[1, 2]
        top, left = int(y_px / down) - grow_px, int(x_px / across) - grow_px
        bottom = int((y_px + region.in_a.height_px) / down) + grow_px
        right = int((x_px + region.in_a.width_px) / across) + grow_px
        mask[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)] = True
    return mask


def _without_crumbs(changed: Mask) -> Mask:
    labels, found = cv.blobs(changed)
    keep = np.array([False, *(blob.cells >= _LEAST_CELLS for blob in found)])
    solid: Mask = keep[labels]
    return solid


def _region(laid: Laid, changed: Mask, cells: Cells) -> ChangedRegion:
    rows, columns = np.nonzero(changed)
    half, step = cells.window_px / 2, cells.stride_px
    span = Span(
        (int(columns.min()) + 1) * step - half,
        (int(rows.min()) + 1) * step - half,
        (int(columns.max()) + 1) * step + half,
        (int(rows.max()) + 1) * step + half,
    )
    return _placed(laid, span)


def _placed(laid: Laid, span: Span) -> ChangedRegion:
    """Put a rectangle of the grid into full pixels of both pictures."""
    height, width = laid.a.shape[:2]
    left, top = max(span.left, 0.0), max(span.top, 0.0)
    right, bottom = min(span.right, float(width)), min(span.bottom, float(height))
    across, down = float(laid.to_full[0, 0]), float(laid.to_full[1, 1])
    x_px, y_px = float(laid.to_full[0, 2]), float(laid.to_full[1, 2])
    in_a = Span(
        left * across + x_px, top * down + y_px, right * across + x_px, bottom * down + y_px
    )
    matrix = as_matrix(laid.matrix)
    corners = [
        mapped(matrix, Point(x, y))
        for x in (in_a.left, in_a.right)
        for y in (in_a.top, in_a.bottom)
    ]
    in_b = bounds(corners)
    share = (in_a.right - in_a.left) * (in_a.bottom - in_a.top)
    share /= laid.a_extent.width * laid.a_extent.height
    return ChangedRegion(_box(in_a), _box(_within(in_b, laid.b_extent)), share)


def _within(span: Span, extent: Extent) -> Span:
    return Span(
        min(max(span.left, 0.0), extent.width),
        min(max(span.top, 0.0), extent.height),
        min(max(span.right, 0.0), extent.width),
        min(max(span.bottom, 0.0), extent.height),
    )


def _box(span: Span) -> Box:
    return Box(span.left, span.top, span.right - span.left, span.bottom - span.top)
