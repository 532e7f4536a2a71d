"""The fine check: what changed, looked at print resolution.

Two deeds of one form with other names are 99 % equal at 320 pixels; at about 1,100 the other names
stand out as dozens of changed blocks. So nothing is accepted as a copy on a small picture alone.
Windows of 15 pixels are correlated with a search of one pixel to each side (re-encoders shift
edges by fractions); a window counts as changed when its detail does not match *and* what is left
is clearly above the noise of the pair as a whole, or when what is left stands out from all the rest
of the pair, as thin lettering on a restless picture does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.windows import Cells, compared, outlying_from

CELLS = Cells(window_px=15, stride_px=7)
_DETAIL_VARIANCE = 120.0
_BAD_BELOW = 0.5
_LEAST_RESIDUAL = 7.0
_NOISE_TIMES = 3.0
_OUTLYING_LEVELS = 12.0
_BLOCK_CELLS = 3
_SUBTLE_LEVELS, _SUBTLE_TIMES = 9.0, 5.0
_LEAST_WINDOWS = 10
_GRAIN_PX = 640
_EDGE_LEVELS = 24.0
_FAINT_GRAIN, _SCREEN_LEVELS = 0.7, 3.0
_SEARCH = ((1, 0), (-1, 0), (0, 1), (0, -1))


@dataclass(frozen=True, slots=True, eq=False)
class FineLook:
    """What the fine check saw.

    Attributes:
        size_px: longest side of the grid it was made on.
        bad_share: share of detailed windows that changed.
        blocks: separate changed blocks of at least 3 windows.
        changed: (rows, columns) bool, the changed windows.
        noise: median residual of detailed windows, in levels (0 to 255).
        grain: correlation of the finest detail, -1 to 1; 1.0 where there is none to compare.
        windows: how many detailed windows there were.
        cells: how the windows lie on the grid.
    """

    size_px: int
    bad_share: float
    blocks: int
    changed: Mask
    noise: float
    grain: float
    windows: int
    cells: Cells = CELLS

    def reduced_to(self, changed: Mask) -> FineLook:
        """Return the same look with fewer changed windows."""
        return replace(
            self,
            changed=changed,
            bad_share=changed_share(changed, self.windows),
            blocks=block_count(changed),
        )


def fine_look(laid: Laid) -> FineLook:
    """Compare two finely laid pictures window by window."""
    a, b = (cv.blurred(cv.grey(side).astype(np.float32), 0.8) for side in (laid.a, laid.b))
    best, residual, detailed = _windows(a, b, laid.shown)
    count = int(detailed.sum())
    noise = float(np.median(residual[detailed])) if count else 0.0
    clear = residual > max(_LEAST_RESIDUAL, _NOISE_TIMES * noise)
    outlying = residual > outlying_from(residual[detailed], _OUTLYING_LEVELS)
    changed = detailed & (((best < _BAD_BELOW) & clear) | outlying)
    return FineLook(
        size_px=laid.longest_px,
        bad_share=changed_share(changed, count),
        blocks=block_count(changed),
        changed=changed,
        noise=noise,
        grain=grain(laid),
        windows=count,
    )


def with_subtle_changes(laid: Laid, look: FineLook) -> FineLook:
    """Return the look with windows added that differ only a little, in a pair known to be changed.

    Where something changed for certain, a reviewer wants to see all of it: a word that was moved
    by half a pixel too. A straight line from one picture's levels to the other's leaves 1 to 8
    levels in re-encoded copies and 14 or more there. Names and counts are not touched by this:
    in a pair without a certain change the same windows would be encoder noise.
    """
    if not look.blocks:
        return look
    residual, detailed = _line_residual(laid)
    if not detailed.any():
        return look
    usual = float(np.percentile(residual[detailed], 75))
    subtle = detailed & (residual > max(_SUBTLE_LEVELS, _SUBTLE_TIMES * usual))
    return replace(look, changed=look.changed | subtle)


def changed_share(changed: Mask, windows: int) -> float:
    """Return the share of detailed windows that changed."""
    return float(changed.sum() / max(windows, _LEAST_WINDOWS))


def block_count(changed: Mask) -> int:
    """Count the separate changed blocks of at least 3 windows."""
    return sum(blob.cells >= _BLOCK_CELLS for blob in cv.blobs(changed)[1])


def _windows(a: Grey, b: Grey, shown: Mask) -> tuple[Grey, Grey, Mask]:
    """Return per window the best correlation, the least residual, and whether it has detail.

    The search of one pixel is made only where something does not match at rest: in a true copy
    that is seldom, and it costs four times the rest.
    """
    at_rest = compared(a, b, CELLS)
    best, residual = at_rest.alike, at_rest.residual
    detailed = (at_rest.variance > _DETAIL_VARIANCE) & CELLS.wholly(shown)
    outlying = residual > outlying_from(residual[detailed], _OUTLYING_LEVELS)
    if not (detailed & ((best < _BAD_BELOW) | outlying)).any():
        return best, residual, detailed
    for dx, dy in _SEARCH:
        moved = compared(a, np.roll(b, (dy, dx), (0, 1)), CELLS)
        best, residual = np.maximum(best, moved.alike), np.minimum(residual, moved.residual)
    return best, residual, detailed


def _line_residual(laid: Laid) -> tuple[Grey, Mask]:
    """Return what is left of each window after the best straight line between the two."""
    a, b = (cv.blurred(cv.grey(side).astype(np.float32), 0.6) for side in (laid.a, laid.b))
    mean_a, mean_b = CELLS.means(a), CELLS.means(b)
    variance_a = np.maximum(CELLS.means(a * a) - mean_a**2, 0)
    variance_b = np.maximum(CELLS.means(b * b) - mean_b**2, 0)
    shared = CELLS.means(a * b) - mean_a * mean_b
    left_b = variance_b - shared**2 / (variance_a + 1)
    left_a = variance_a - shared**2 / (variance_b + 1)
    detailed = np.maximum(variance_a, variance_b) > _DETAIL_VARIANCE
    left = np.sqrt(np.maximum(np.minimum(left_a, left_b), 0))
    return left, detailed & CELLS.wholly(laid.shown)


def grain(laid: Laid) -> float:
    """Correlate what is finer than about three pixels: film grain, paper, halftone, noise.

    The middle of the picture is enough.
    """
    height, width = laid.shown.shape
    top, left = max((height - _GRAIN_PX) // 2, 0), max((width - _GRAIN_PX) // 2, 0)
    middle = (slice(top, top + _GRAIN_PX), slice(left, left + _GRAIN_PX))
    a, b = (cv.grey(np.ascontiguousarray(side[middle])) for side in (laid.a, laid.b))
    fine_a, fine_b = (
        one - cv.blurred(one, 1.2) for one in (a.astype(np.float32), b.astype(np.float32))
    )
    use = laid.shown[middle] & (np.abs(fine_a) < _EDGE_LEVELS) & (np.abs(fine_b) < _EDGE_LEVELS)
    if use.sum() < 1000:
        return 1.0
    if min(fine_a[use].std(), fine_b[use].std()) < _FAINT_GRAIN:
        return 0.0 if _is_screened(fine_a[use], fine_b[use]) else 1.0
    return float(np.corrcoef(fine_a[use], fine_b[use])[0, 1])


def _is_screened(fine_a: NDArray[np.float32], fine_b: NDArray[np.float32]) -> bool:
    """Say whether one picture has dots everywhere and the other is smooth.

    A smooth picture has no grain that could be compared; that a screen lies over it shows all the
    same. The median tells dots from lettering and edges, which are in few places.
    """
    usual = max(float(np.median(np.abs(fine_a))), float(np.median(np.abs(fine_b))))
    return usual > _SCREEN_LEVELS
