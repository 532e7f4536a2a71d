"""Is this a page (or a product on white), and how much of its lettering does a small copy show?"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Picture
from dedup_desk.engine.laying import View

_TONE_LEVELS, _PAPER_SHARE, _PALE = 25, 0.42, 165
_WINDOW_PX, _LOST_LEVELS = 15, 8.0
_STROKE_PX, _INK_SHARE, _INK_LEVELS = 12, 0.4, 30.0
_LETTER_PX, _LEAST_LETTERS, _MOST_UNEVEN = (3, 60), 60, 1.7


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


def letter_height_px(luma: NDArray[np.uint8]) -> float:
    """Return how high the smaller letters of a page are; 0.0 where it has hardly any lettering.

    A quarter of all dark spots of a letter's size are lower than that. Spots of very uneven sizes
    are no lettering: stitches, grain, leaves.

    Args:
        luma: (H, W) uint8.
    """
    depth = cv.closed(luma, _STROKE_PX).astype(np.float32) - luma
    ink = depth > max(_INK_LEVELS, _INK_SHARE * float(np.percentile(depth, 99.5)))
    least, most = _LETTER_PX
    heights = [
        blob.height
        for blob in cv.blobs(ink)[1]
        if least <= blob.height < most and 2 <= blob.width < most * 3
    ]
    if len(heights) < _LEAST_LETTERS:
        return 0.0
    lower, upper = (float(value) for value in np.percentile(heights, (25, 75)))
    return lower if upper < _MOST_UNEVEN * lower else 0.0
