"""Was something laid over the picture, or is the picture itself another one there?

A pale watermark or a darkened strip lets the picture shine through: where it lies, one side is a
straight line of the other. A badge does not, but it is a solid patch of one or two tones where the
other side has many. Lettering alone, a stamp, a cloned patch are neither: they count as changed
content.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Mask
from dedup_desk.engine.laying import Laid

_CHANGED_LEVELS = 10.0
_LEAST_PIXELS = 80
_LIVELY_LEVELS = 8.0
_SHINES_THROUGH, _THROUGH_LOW, _THROUGH_HIGH = 0.8, 0.15, 0.92
_TONE_LEVELS, _FLAT_SHARE, _LIVELY_SHARE = 10, 0.75, 0.6
_SOLID_SHARE = 0.5

Floats = NDArray[np.float32]


def overlaid_side(laid: Laid, places: Mask) -> str | None:
    """Say on which side something lies over the picture.

    Args:
        laid: the two pictures; their tones must be about equal.
        places: (h, w) bool of the grid, where something changed.

    Returns:
        "a", "b", or None where nothing does or it cannot be told.
    """
    a, b = (cv.grey(side).astype(np.float32) for side in (laid.a, laid.b))
    where = places & laid.shown & (np.abs(a - b) > _CHANGED_LEVELS)
    if where.sum() < _LEAST_PIXELS:
        return None
    for name, under, over in (("b", a[where], b[where]), ("a", b[where], a[where])):
        if _shines_through(under, over) or _is_badge(under, over, where, places):
            return name
    return None


def _shines_through(under: Floats, over: Floats) -> bool:
    """Say whether `over` is a paler or darker straight line of `under`."""
    if under.std() < _LIVELY_LEVELS or over.std() < 1:
        return False
    slope, offset = np.polyfit(under, over, 1)
    miss = np.abs(over - (slope * under + offset))
    fits = float((miss < _TONE_LEVELS).mean())
    return fits > _SHINES_THROUGH and _THROUGH_LOW < slope < _THROUGH_HIGH


def _is_badge(under: Floats, over: Floats, where: Mask, places: Mask) -> bool:
    """Say whether `over` is a solid patch of at most two tones where `under` has many."""
    if where.sum() < _SOLID_SHARE * places.sum():
        return False
    return _two_tones(over) > _FLAT_SHARE and _two_tones(under) < _LIVELY_SHARE


def _two_tones(values: Floats) -> float:
    """Share of the values within 10 levels of the two commonest tones."""
    counts = np.bincount(np.clip(values, 0, 255).astype(np.int64), minlength=256).astype(float)
    width = np.ones(2 * _TONE_LEVELS + 1)
    total = 0.0
    for _ in range(2):
        near = np.convolve(counts, width, mode="same")
        top = int(near.argmax())
        total += float(near[top])
        counts[max(top - _TONE_LEVELS, 0) : top + _TONE_LEVELS + 1] = 0
    return total / max(len(values), 1)
