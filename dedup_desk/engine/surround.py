"""Tells a border from a crop: what lies outside the part that both pictures show?

The larger frame has more. If what it has more is nearly one tone, and the picture breaks off
sharply where that begins, it is a border, a matte, a letterbox or a caption strip; if the picture
simply goes on, the smaller frame is a crop of it.
"""

from __future__ import annotations

import numpy as np

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid

_LEVELS = 14.0
_FLAT_SHARE = 0.6
_SEAM_SHARE = 0.4
_RIM_LEVELS, _RIM_SHARE = 5.0, 0.9


def has_border(laid: Laid) -> bool:
    """Say whether what side a has beyond side b is a border; False where it has nothing beyond."""
    outside = ~cv.grown(laid.shown, 2)
    if outside.sum() < 32:
        outside = ~laid.shown
    if outside.sum() < 16:
        return False
    luma = cv.grey(laid.a).astype(np.float32)
    tone = float(np.median(luma[outside]))
    is_flat = float((np.abs(luma[outside] - tone) < _LEVELS).mean()) > _FLAT_SHARE
    if not is_flat or not _is_even_at_the_rim(luma, outside):
        return False
    return _breaks_off(luma, laid.shown, tone)


def _is_even_at_the_rim(luma: Grey, outside: Mask) -> bool:
    """Say whether the outermost pixels are of one tone, as drawn borders are and night is not."""
    rim = np.zeros_like(outside)
    rim[:2], rim[-2:], rim[:, :2], rim[:, -2:] = True, True, True, True
    values = luma[rim & outside]
    if len(values) < 16:
        return False
    return float((np.abs(values - np.median(values)) < _RIM_LEVELS).mean()) > _RIM_SHARE


def _breaks_off(luma: Grey, shown: Mask, tone: float) -> bool:
    """Say whether the picture just inside the seam differs from the tone outside of it."""
    seam = cv.grown(~shown, 5) & shown & ~cv.grown(~shown, 2)
    if not seam.any():
        return False
    return float((np.abs(luma[seam] - tone) > _LEVELS).mean()) > _SEAM_SHARE
