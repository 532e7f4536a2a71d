"""Is this a page (or a product on white), and how much of its lettering does a small copy show?"""

from __future__ import annotations

import numpy as np

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Picture
from dedup_desk.engine.laying import View

_TONE_LEVELS, _PAPER_SHARE, _PALE = 25, 0.42, 165
_WINDOW_PX, _LOST_LEVELS = 15, 8.0


def is_page(picture: Picture) -> bool:
    """Say whether one pale tone fills most of an (H, W, 3) picture: paper, or a white backdrop."""
    counts = np.bincount(cv.grey(picture).ravel(), minlength=256).astype(np.float64)
    near = np.convolve(counts, np.ones(_TONE_LEVELS), mode="same")
    tone = int(near.argmax())
    return bool(tone > _PALE and near[tone] > _PAPER_SHARE * picture[..., 0].size)


def lost_detail_share(fine: View, size_px: int) -> float:
    """Return the share of the picture whose detail is gone when its longest side is `size_px`."""
    luma = cv.grey(fine.pixels)
    height, width = luma.shape
    scale = size_px / max(height, width)
    if scale >= 1:
        return 0.0
    small = cv.shrunk(luma, max(round(width * scale), 1), max(round(height * scale), 1))
    lost = luma.astype(np.float32) - cv.shrunk(small, width, height).astype(np.float32)
    energy = cv.box_mean(lost * lost, _WINDOW_PX)
    return float((energy > _LOST_LEVELS**2).mean())
