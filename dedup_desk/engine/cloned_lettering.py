"""Was a piece of the same page laid over another place?

Whoever paints something out with a cloning brush leaves the same lettering twice on one page,
letter by letter. No clerk writes that. A ledger does repeat itself, but straight down a column or
along a row; a brush is moved both ways. Measured: cloned lettering correlates by .99 and more with
where it came from, any other lettering by at most .85 with anything on its page.
"""

from __future__ import annotations

import numpy as np

from dedup_desk.core.pairs import ChangedRegion
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask, Picture
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.page import spots_of
from dedup_desk.engine.regions import painted

_MOST_REGIONS = 2
_CORE_SHARE, _LEAST_CORE_PX = 0.6, 24
_LEAST_LETTERS = 12
_SMOOTH_PX = 0.8
_SAME = 0.93
_ASIDE_SHARE = 0.1
_MOST_CHANGED = 0.3

_Span = tuple[int, int, int, int]
"""Left, top, right, bottom on the grid."""


def is_cloned_lettering(laid: Laid, regions: tuple[ChangedRegion, ...]) -> bool:
    """Say whether every changed place of a page is lettering that it shows elsewhere too.

    Args:
        laid: the grid of the fine check.
        regions: where something changed; more than two places are no retouching of a page.
    """
    if not 0 < len(regions) <= _MOST_REGIONS:
        return False
    changed = painted(laid, regions)
    sides = [cv.grey(side) for side in (laid.a, laid.b)]
    cores = [_core(painted(laid, (region,))) for region in regions]
    return any(all(_stands_twice(side, core, changed) for core in cores) for side in sides)


def _core(box: Mask) -> _Span:
    """Return the middle of a box: brushes are round and soft."""
    rows, columns = np.nonzero(box.any(axis=1))[0], np.nonzero(box.any(axis=0))[0]
    if not len(rows):
        return 0, 0, 0, 0
    spare = (1 - _CORE_SHARE) / 2
    across, down = int(spare * len(columns)), int(spare * len(rows))
    return (
        int(columns[0]) + across,
        int(rows[0]) + down,
        int(columns[-1]) + 1 - across,
        int(rows[-1]) + 1 - down,
    )


def _stands_twice(side: Picture, core: _Span, changed: Mask) -> bool:
    left, top, right, bottom = core
    patch = np.ascontiguousarray(side[top:bottom, left:right])
    if min(patch.shape) < _LEAST_CORE_PX or len(spots_of(patch)) < _LEAST_LETTERS:
        return False
    found = cv.likeness(_smooth(side), _smooth(patch))
    height, width = found.shape
    rows, columns = np.arange(height)[:, None], np.arange(width)[None, :]
    aside_x = np.abs(columns - left) > _ASIDE_SHARE * (right - left)
    aside_y = np.abs(rows - top) > _ASIDE_SHARE * (bottom - top)
    elsewhere = (np.abs(columns - left) >= right - left) | (np.abs(rows - top) >= bottom - top)
    free = _is_free(changed, right - left, bottom - top)[:height, :width]
    return bool((found[aside_x & aside_y & elsewhere & free] > _SAME).any())


def _is_free(changed: Mask, width: int, height: int) -> Mask:
    """Say at which places (left upper corner) a box of that size holds hardly a changed pixel."""
    total = np.zeros((changed.shape[0] + 1, changed.shape[1] + 1), np.int64)
    total[1:, 1:] = changed.cumsum(axis=0).cumsum(axis=1)
    inside = total[height:, width:] - total[:-height, width:]
    inside = inside - total[height:, :-width] + total[:-height, :-width]
    free: Mask = inside < _MOST_CHANGED * width * height
    return free


def _smooth(side: Picture) -> Grey:
    return cv.blurred(side.astype(np.float32), _SMOOTH_PX)
