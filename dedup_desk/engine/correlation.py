"""Local correlation of two laid pictures: do the same details stand in the same places?

Zero-mean normalised cross-correlation in small windows, so that brightness and contrast do not
matter, only windows that hold detail in one of the two pictures have a say, and a change in one
corner cannot hide behind agreement everywhere else.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid

_WINDOW_PX = 17
_STRIDE_PX = 8
_LEAST_VARIANCE = 36.0
_CALM_VARIANCE = 4.0
_BAD_BELOW = 0.45
_LEAST_WINDOWS = 6


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well two laid pictures agree, window by window.

    Attributes:
        mean, median, quartile: of the correlation of detailed windows, -1 to 1.
        bad_share: share of detailed windows below .45.
        largest_bad_share: the largest connected area of them, as a share of the detailed windows.
        elsewhere: mean outside of that area.
        windows: how many detailed windows there were; with fewer than 6 the whole picture's
            correlation stands in for all means.
    """

    mean: float
    median: float
    quartile: float
    bad_share: float
    largest_bad_share: float
    elsewhere: float
    windows: int


def agreement(laid: Laid) -> Agreement:
    """Correlate two laid pictures in windows of 17 pixels."""
    a, b = (cv.blurred(cv.grey(side).astype(np.float32), 0.9) for side in (laid.a, laid.b))
    correlation, detailed = _windows(a, b, laid.shown)
    values = correlation[detailed]
    if len(values) < _LEAST_WINDOWS:
        whole = _whole(a, b, laid.shown)
        return Agreement(whole, whole, whole, float(whole < 0.9), 0.0, whole, len(values))
    bad = detailed & (correlation < _BAD_BELOW)
    area = _largest(bad)
    quartile, median = (float(value) for value in np.percentile(values, (25, 50)))
    return Agreement(
        mean=float(values.mean()),
        median=median,
        quartile=quartile,
        bad_share=float(bad.sum()) / len(values),
        largest_bad_share=float(area.sum()) / len(values),
        elsewhere=float(correlation[detailed & ~area].mean()) if (detailed & ~area).any() else 0.0,
        windows=len(values),
    )


def _largest(bad: Mask) -> Mask:
    """Return the largest connected area of a mask; nothing of an empty one."""
    labels, _ = cv.blobs(bad)
    counts = np.bincount(labels[bad], minlength=1)
    area: Mask = bad & (labels == int(counts.argmax()))
    return area


def _windows(a: Grey, b: Grey, shown: Mask) -> tuple[Grey, Mask]:
    """Return the correlation of every strided window, and which windows count."""
    weight = shown.astype(np.float32)
    part = np.maximum(cv.box_mean(weight, _WINDOW_PX), 1e-3)

    def mean(values: Grey) -> Grey:
        smoothed: Grey = np.asarray(cv.box_mean(values * weight, _WINDOW_PX) / part, np.float32)
        return smoothed

    mean_a, mean_b = mean(a), mean(b)
    variance_a = np.maximum(mean(a * a) - mean_a**2, 0)
    variance_b = np.maximum(mean(b * b) - mean_b**2, 0)
    shared = mean(a * b) - mean_a * mean_b
    correlation = shared / np.sqrt((variance_a + _CALM_VARIANCE) * (variance_b + _CALM_VARIANCE))
    detailed = (np.maximum(variance_a, variance_b) > _LEAST_VARIANCE) & shown & (part > 0.5)
    at = (slice(_STRIDE_PX // 2, None, _STRIDE_PX),) * 2
    return np.asarray(correlation[at], np.float32), np.asarray(detailed[at], bool)


def _whole(a: Grey, b: Grey, shown: Mask) -> float:
    left: NDArray[np.float32] = a[shown]
    right: NDArray[np.float32] = b[shown]
    if len(left) < 64 or left.std() < 0.5 or right.std() < 0.5:
        return 0.0
    return float(np.corrcoef(left, right)[0, 1])
