"""Is this a page, and how much of its lettering does a small copy show?

Paper is one pale tone with thin strokes on it. A white backdrop is pale too, but there a solid body
stands on it, and what lettering there is stands on the body.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Blob, Mask, Picture
from dedup_desk.engine.laying import View
from dedup_desk.engine.measured_once import measured_once

STROKE_PX = 12
"""Strokes of lettering are thinner, on the grids where lettering is looked for."""

_TONE_LEVELS, _PAPER_SHARE, _PALE = 25, 0.42, 165
_WINDOW_PX, _LOST_LEVELS, _SMALL_PX = 15, 8.0, 600
_INK_SHARE, _INK_LEVELS = 0.4, 30.0
_LETTER_PX, _LEAST_LETTERS, _MOST_UNEVEN = (3, 60), 60, 1.7
_BODY_PX, _BODY_LEVELS, _BODY_SHARE, _LEAST_BODY_SHARE = 1280, 40, 0.1, 0.01
_MOST_SPOTS = 30
_LEAST_LINED, _MOST_LINED = 0.4, 1_500
_OVERLAP_PX, _GAP, _LEVEL = 2, 1.5, 0.15

Levels = NDArray[np.float32]


def is_pale(picture: Picture) -> bool:
    """Say whether one pale tone fills most of a picture: paper, or a white backdrop.

    Args:
        picture: (H, W, 3) or (H, W) uint8.
    """
    luma = cv.grey(picture)
    tone, share = _commonest_tone(luma)
    return tone > _PALE and share > _PAPER_SHARE


@measured_once
def shows_an_object(luma: NDArray[np.uint8]) -> bool:
    """Say whether a pale picture is no page: a solid body with hardly a letter round it.

    Measured: bodies fill 15 to 35 % of products on white with 0 to 21 spots round them; pages have
    no body above 1 % at any size, but hundreds of letters. Below 200 px a product may lose its body
    and counts as a page. A body that the frame cuts is none: it may be the table a page lies on.

    Args:
        luma: (H, W) uint8.
    """
    height, width = luma.shape
    scale = min(_BODY_PX / max(height, width), 1.0)
    luma = cv.shrunk(luma, max(round(width * scale), 1), max(round(height * scale), 1))
    bodies = _bodies(luma)
    if sum(one.cells for one in bodies) < _BODY_SHARE * luma.size:
        return False
    return sum(not _lies_in(spot, bodies) for spot in spots_of(luma)) < _MOST_SPOTS


def lost_detail_share(fine: View, size_px: int) -> float:
    """Return the share of the picture whose detail is gone when its longest side is `size_px`.

    A page that is small itself has lost what nobody can measure any more: all of it.
    """
    luma = cv.grey(fine.pixels)
    height, width = luma.shape
    if max(height, width) < _SMALL_PX:
        return 1.0
    scale = size_px / max(height, width)
    if scale >= 1:
        return 0.0
    small = cv.shrunk(luma, max(round(width * scale), 1), max(round(height * scale), 1))
    lost = luma.astype(np.float32) - cv.shrunk(small, width, height).astype(np.float32)
    energy = cv.box_mean(lost * lost, _WINDOW_PX)
    return float((energy > _LOST_LEVELS**2).mean())


@measured_once
def letter_height_px(luma: NDArray[np.uint8]) -> float:
    """Return how high the smaller letters of a page are; 0.0 where it has hardly any lettering.

    A quarter of all dark spots of a letter's size are lower than that. Spots of very uneven sizes
    are no lettering (stitches, grain), nor are those that stand in no lines (bark, leaves on snow).

    Args:
        luma: (H, W) uint8.
    """
    spots = spots_of(luma)
    if len(spots) < _LEAST_LETTERS or lined_share(spots) < _LEAST_LINED:
        return 0.0
    heights = [spot.height for spot in spots]
    lower, upper = (float(value) for value in np.percentile(heights, (25, 75)))
    return lower if upper < _MOST_UNEVEN * lower else 0.0


def _commonest_tone(luma: NDArray[np.uint8]) -> tuple[int, float]:
    """Return the commonest tone, and the share of the picture within 12 levels of it."""
    counts = np.bincount(luma.ravel(), minlength=256).astype(np.float64)
    near = np.convolve(counts, np.ones(_TONE_LEVELS), mode="same")
    tone = int(near.argmax())
    return tone, float(near[tone] / luma.size)


def spots_of(luma: NDArray[np.uint8]) -> list[Blob]:
    """Return the dark spots of a letter's size that stand out from what is round them."""
    least, most = _LETTER_PX
    return [
        blob
        for blob in cv.blobs(ink_of(luma))[1]
        if least <= blob.height < most and 2 <= blob.width < most * 3
    ]


def ink_of(luma: NDArray[np.uint8]) -> Mask:
    """Return what is dark and thin: strokes, points and rules of the page's own ink."""
    depth = depth_of(luma)
    ink: Mask = depth > max(_INK_LEVELS, _INK_SHARE * float(np.percentile(depth, 99.5)))
    return ink


def depth_of(luma: NDArray[np.uint8]) -> Levels:
    """Return by how many levels each pixel is darker than what is round it."""
    depth: Levels = cv.closed(luma, STROKE_PX).astype(np.float32) - luma
    return depth


def is_read_downwards(luma: NDArray[np.uint8]) -> bool:
    """Say whether the lines of a page run up and down: Chinese columns, or a page on its side."""
    spots = spots_of(luma)
    if not spots:
        return False
    across, upright = _line_shares(spots)
    return upright > across


def lined_share(spots: list[Blob]) -> float:
    """Return the share of spots that have a next one on their line, of text across or upright.

    Measured: lettering .75 to .91; birches, grass and gravel .03 to .09.
    """
    return max(_line_shares(spots))


def _line_shares(spots: list[Blob]) -> tuple[float, float]:
    """Return the share of spots that have a next one on a line across, and on an upright one."""
    spots = spots[:: -(-len(spots) // _MOST_LINED)] if len(spots) > _MOST_LINED else spots
    boxes = np.array([(one.left, one.top, one.width, one.height) for one in spots], np.float32)
    left, top, width, height = boxes.T
    across = _next_share((left, left + width), top + height, height)
    upright = max(_next_share((top, top + height), side, width) for side in (left, left + width))
    return across, upright


def _next_share(ends: tuple[Levels, Levels], feet: Levels, size: Levels) -> float:
    """Return how many spots have another behind their end that stands on the same foot."""
    begin, end = ends
    gap = begin[None, :] - end[:, None]
    is_next = (gap > -_OVERLAP_PX) & (gap < _GAP * size[:, None])
    is_level = np.abs(feet[None, :] - feet[:, None]) <= np.maximum(1.0, _LEVEL * size)[:, None]
    share: float = (is_next & is_level).any(axis=1).mean()
    return float(share)


def _bodies(luma: NDArray[np.uint8]) -> list[Blob]:
    """Return what is dark, thicker than strokes, and not cut by the frame."""
    tone, _ = _commonest_tone(luma)
    solid = cv.closed(luma, STROKE_PX) < tone - _BODY_LEVELS
    height, width = luma.shape
    return [
        one
        for one in cv.blobs(solid)[1]
        if min(one.left, one.top, width - one.left - one.width, height - one.top - one.height) > 2
        and one.cells > _LEAST_BODY_SHARE * luma.size
    ]


def _lies_in(spot: Blob, bodies: list[Blob]) -> bool:
    x, y = spot.left + spot.width // 2, spot.top + spot.height // 2
    return any(0 <= x - one.left < one.width and 0 <= y - one.top < one.height for one in bodies)
