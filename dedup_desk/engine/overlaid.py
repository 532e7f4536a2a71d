"""Was something laid over the picture, or is the picture itself another one there?

A pale watermark or a darkened strip lets the picture shine through: where it lies, one side is a
straight line of the other. A badge does not: see `engine/badge.py`. Lettering is thin strokes of
one tone, with the picture as it was between them. On a page lettering is content, and so are a
stamp and a cloned patch.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.pairs import ChangedRegion
from dedup_desk.engine import cv
from dedup_desk.engine.badge import badge_side
from dedup_desk.engine.cloned import is_cloned
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.regions import painted

_CHANGED_LEVELS = 10.0
_LEAST_PIXELS = 80
_LIVELY_LEVELS = 8.0
_LINE_LEVELS, _LINE_SHARE, _LINE_CORRELATION = 14.0, 0.65, 0.9
_THROUGH_LOW, _THROUGH_HIGH = 0.15, 0.92
_STROKE_LEVELS, _STROKE_SHARE, _STROKE_REACH_PX = 30.0, 0.42, 5
_THICK_SHARE, _INK_STEP_LEVELS, _INK_SHARE, _EVEN_INK_SHARE = 0.15, 45.0, 0.48, 0.85
_OTHER_WORDS_SHARE, _ROUND_PX = 0.12, 25
_TONE_LEVELS, _SOLID_SHARE = 10, 0.45

Levels = NDArray[np.float32]


def agreed_side(
    matched: Sequence[Laid], regions: tuple[ChangedRegion, ...], relit: Mask
) -> str | None:
    """Say on which side something lies over the picture, however the tones were made equal.

    A layer is seen whichever side takes the tones of the other. A thing of another colour is a
    straight line of the first one by chance only, and by one of the two ways: measured on labels
    of one series in other tones, and on recoloured things.

    Args:
        matched: the pair as it is, or once with a's tones made those of b and once the reverse.
        regions: where something changed.
        relit: (h, w) bool of any size, where the light changed.
    """
    sides = {overlaid_side(one, regions, relit) for one in matched}
    return sides.pop() if len(sides) == 1 else None


def overlaid_side(laid: Laid, regions: tuple[ChangedRegion, ...], relit: Mask) -> str | None:
    """Say on which side something lies over the picture.

    Args:
        laid: the two pictures; their tones must be about equal elsewhere.
        regions: where something changed.
        relit: (h, w) bool of any size, where the light changed.

    Returns:
        "a", "b", or None where nothing does or it cannot be told.
    """
    boxes = painted(laid, regions)
    lit = cv.shrunk(relit.astype(np.uint8) * 255, laid.a.shape[1], laid.a.shape[0]) > 127
    grey_a, grey_b = cv.grey(laid.a), cv.grey(laid.b)
    a, b = grey_a.astype(np.float32), grey_b.astype(np.float32)
    where = (boxes | lit) & laid.shown & (np.abs(a - b) > _CHANGED_LEVELS)
    if where.sum() < _LEAST_PIXELS:
        return None
    is_solid = (where & boxes).sum() > _SOLID_SHARE * boxes.sum()
    if is_solid and (side := badge_side(grey_a, grey_b, where, laid.shown)):
        return side
    if is_solid and (is_cloned(grey_a, where) or is_cloned(grey_b, where)):
        return None  # a cloned gradient can be a straight line of the one it covers
    if _shines_through(a[where], b[where]):
        return "b"
    return "a" if _shines_through(b[where], a[where]) else None


def lettered_side(laid: Laid, regions: tuple[ChangedRegion, ...]) -> str | None:
    """Say on which side thin strokes of one or two tones were written over a picture.

    Args:
        laid: the two pictures; their tones must be about equal elsewhere.
        regions: where something changed.

    Returns:
        "a", "b", or None where nothing is written, where both sides say something of their own,
        or where it cannot be told. Not for pages.
    """
    a, b = (cv.grey(side).astype(np.float32) for side in (laid.a, laid.b))
    boxes = painted(laid, regions) & laid.shown
    strokes = boxes & (np.abs(a - b) > _STROKE_LEVELS)
    if strokes.sum() < _LEAST_PIXELS or strokes.sum() > _STROKE_SHARE * boxes.sum():
        return None
    thick = ~cv.grown(~strokes, _STROKE_REACH_PX)
    if thick.sum() > _THICK_SHARE * strokes.sum():
        return None
    steps = {"a": _step(a, strokes), "b": _step(b, strokes)}
    tones = {"a": _two_tones(a[strokes]), "b": _two_tones(b[strokes])}
    # Ink stands out from what is round it; on a restless picture it is told by its even tone.
    stands_out = max(steps.values()) > _INK_STEP_LEVELS
    side = max(
        steps if stands_out else tones, key=lambda name: (steps if stands_out else tones)[name]
    )
    if tones[side] <= (_INK_SHARE if stands_out else _EVEN_INK_SHARE):
        return None
    under, over = (b, a) if side == "a" else (a, b)
    return None if _writing_share(under, over, strokes) > _OTHER_WORDS_SHARE else side


def _writing_share(under: Grey, over: Grey, strokes: Mask) -> float:
    """Share of the strokes that stand on the side which should be clean: other words, not more."""
    there, here = (_standing_out(side, strokes) for side in (under, over))
    return float(((there > _STROKE_LEVELS) & (there > here))[strokes].mean())


def _standing_out(luma: Grey, strokes: Mask) -> Grey:
    """Return by how many levels each pixel differs from what is round it and no stroke."""
    free = (~strokes).astype(np.float32)
    weight = np.maximum(cv.box_mean(free, _ROUND_PX), 1e-3)
    around = cv.box_mean(luma * free, _ROUND_PX) / weight
    return np.abs(luma - around)


def _shines_through(under: Levels, over: Levels) -> bool:
    """Say whether most of `over` is a paler or darker straight line of `under`."""
    kept = np.ones(len(under), np.bool_)
    miss, slope = np.zeros(len(under), np.float32), 0.0
    for _ in range(4):  # letters on the strip are not on the line: leave out the farthest third
        if under[kept].std() < _LIVELY_LEVELS:
            return False
        slope, offset = (float(value) for value in np.polyfit(under[kept], over[kept], 1))
        miss = np.abs(over - (slope * under + offset))
        kept = miss <= np.percentile(miss, 67)
    fits = float((miss < _LINE_LEVELS).mean())
    if fits < _LINE_SHARE or not _THROUGH_LOW < slope < _THROUGH_HIGH:
        return False
    return float(np.corrcoef(under[kept], over[kept])[0, 1]) > _LINE_CORRELATION


def _step(luma: Grey, where: Mask) -> float:
    """Return by how many levels the area differs from what lies just outside of it."""
    ring = cv.grown(where, 4) & ~cv.grown(where, 1)
    if not ring.any():
        return 0.0
    return abs(float(np.median(luma[where])) - float(np.median(luma[ring])))


def _two_tones(values: Levels) -> float:
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
