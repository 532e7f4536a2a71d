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
    return is_flat and _breaks_off(luma, laid.shown, tone)


def _breaks_off(luma: Grey, shown: Mask, tone: float) -> bool:
    """Say whether the picture just inside the seam differs from the tone outside of it."""
    seam = cv.grown(~shown, 5) & shown & ~cv.grown(~shown, 2)
    if not seam.any():
        return False
    return float((np.abs(luma[seam] - tone) > _LEVELS).mean()) > _SEAM_SHARE
