"""Small windows of two laid pictures compared one by one: how alike, and how much is left over.

Correlation alone says little where there is hardly any detail; what is left of the larger of the
two variances after the best straight line between the windows is in levels, and can be held
against what a pair leaves everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask

_CALM_VARIANCE = 8.0
_INSIDE = 0.99
_TAIL_PERCENTILE, _TAIL_TIMES, _USUAL_TIMES = 99, 1.6, 3.3
_LEAST_WINDOWS = 10


@dataclass(frozen=True, slots=True)
class Cells:
    """How windows lie on a grid.

    Attributes:
        window_px: side of a window, odd.
        stride_px: from one window to the next; cell (r, c) is centred on grid pixel
            ((c + 1) * stride_px, (r + 1) * stride_px).
    """

    window_px: int
    stride_px: int

    def strided(self, values: Grey) -> Grey:
        """Return what an (H, W) picture has at the centres of the windows."""
        return values[self.stride_px :: self.stride_px, self.stride_px :: self.stride_px]

    def means(self, picture: Grey) -> Grey:
        """Return the mean of every window of an (H, W) float32 picture."""
        return self.strided(cv.box_mean(picture, self.window_px))

    def wholly(self, shown: Mask) -> Mask:
        """Say which windows lie inside the part that both pictures show."""
        whole: Mask = self.means(shown.astype(np.float32)) > _INSIDE
        return whole

    def covered(self, cells: Mask, height: int, width: int) -> Mask:
        """Return which pixels of a (height, width) picture lie in or beside the given windows."""
        wide = cv.grown(cells, 1)
        row, column = (
            np.clip(np.arange(length) // self.stride_px - 1, 0, count - 1)
            for length, count in zip((height, width), cells.shape, strict=True)
        )
        pixels: Mask = wide[row[:, None], column[None, :]]
        return pixels


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """Every window of two pictures.

    Attributes:
        alike: correlation, -1 to 1.
        residual: what a straight line between the two leaves unexplained, in levels.
        variance: the larger of the two.
    """

    alike: Grey
    residual: Grey
    variance: Grey


def compared(a: Grey, b: Grey, cells: Cells) -> Windows:
    """Compare two (H, W) float32 pictures of one size window by window."""
    mean_a, mean_b = cells.means(a), cells.means(b)
    variance_a = np.maximum(cells.means(a * a) - mean_a**2, 0)
    variance_b = np.maximum(cells.means(b * b) - mean_b**2, 0)
    shared = cells.means(a * b) - mean_a * mean_b
    alike = shared / np.sqrt((variance_a + _CALM_VARIANCE) * (variance_b + _CALM_VARIANCE))
    most = np.maximum(variance_a, variance_b)
    residual = np.sqrt(most * np.clip(1 - np.maximum(alike, 0) ** 2, 0, 1))
    return Windows(alike, residual, most)


def outlying_from(residual: NDArray[np.float32], least_levels: float) -> float:
    """Return from how many levels on a window stands out from what a pair leaves everywhere.

    The hundredth window from the top follows the pair's own tail (compression, hard edges); where
    more than that has changed it is no guide, and the median is.

    Args:
        residual: (n,) of the windows that hold detail.
        least_levels: the answer is never below.
    """
    if len(residual) < _LEAST_WINDOWS:
        return least_levels
    tail = _TAIL_TIMES * float(np.percentile(residual, _TAIL_PERCENTILE))
    return max(least_levels, min(tail, _USUAL_TIMES * float(np.median(residual))))
