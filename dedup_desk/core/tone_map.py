"""How light and colour moved from one picture to the other, as a map: no tone is fitted away.

Means of cells, so that noise and what a pixel of misalignment does die out; what is left is what a
hand, a scanner or a printer did to the tones, evenly or in one place.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.overlays import Aligned, ToneMap

CELL_PX: Final = 8
_SKIP: Final = 2
THRESHOLD_LEVELS: Final = 4
"""Grey levels (of 255) that another encoder may move the mean of a cell by."""

_FULL_LEVELS = 48.0
"""From here on the map is as strong as it gets."""

_EQUAL = (128, 128, 128, 165)
_LIGHTER, _DARKER, _OTHER = (255, 170, 40), (40, 130, 255), (165, 70, 255)
_WEAKEST, _STRONGEST = 80.0, 235.0

Floats = NDArray[np.float32]


def tone_map(aligned: Aligned) -> ToneMap:
    """Return where and how far light and colour moved."""
    shown = _cells(aligned.inside[:, :, None].astype(np.uint8))[:, :, 0] > 0.5
    moved = _cells(aligned.right) - _cells(aligned.left)
    lighter = moved @ np.array([0.299, 0.587, 0.114], np.float32)
    red, blue = moved[:, :, 0] - lighter, moved[:, :, 2] - lighter
    colour = np.hypot(red, blue)
    return ToneMap(
        overlay=_painted(lighter, colour, shown),
        lighter_levels=_mean(lighter, shown),
        colour_levels=_mean(colour, shown),
        warmer_levels=_mean(red - blue, shown),
        threshold_levels=THRESHOLD_LEVELS,
    )


def _painted(lighter: Floats, colour: Floats, shown: NDArray[np.bool_]) -> NDArray[np.uint8]:
    overlay = np.empty((*lighter.shape, 4), np.uint8)
    overlay[:] = _EQUAL
    light = np.abs(lighter)
    for ink, levels, where in (
        (_LIGHTER, light, (lighter > 0) & (light >= colour)),
        (_DARKER, light, (lighter < 0) & (light >= colour)),
        (_OTHER, colour, colour > light),
    ):
        painted = where & (levels >= THRESHOLD_LEVELS)
        strength = np.clip(levels[painted] / _FULL_LEVELS, 0, 1)
        overlay[painted, :3] = ink
        overlay[painted, 3] = (_WEAKEST + (_STRONGEST - _WEAKEST) * strength).astype(np.uint8)
    overlay[~shown] = 0
    return overlay


def _cells(values: NDArray[np.uint8]) -> Floats:
    """(H, W, C) -> (H/8, W/8, C) rounded up, float32: means of cells, the last ones smaller.

    Every other pixel of every other row is enough for a mean, and costs a quarter.
    """
    thin = values[::_SKIP, ::_SKIP]
    high, wide = -(-values.shape[0] // CELL_PX), -(-values.shape[1] // CELL_PX)
    sums = np.zeros((high, wide, values.shape[2]), np.uint16)
    counts = np.zeros((high, wide, 1), np.uint16)
    for down in range(CELL_PX // _SKIP):
        for across in range(CELL_PX // _SKIP):
            part = thin[down :: CELL_PX // _SKIP, across :: CELL_PX // _SKIP]
            sums[: part.shape[0], : part.shape[1]] += part
            counts[: part.shape[0], : part.shape[1]] += 1
    means: Floats = (sums / np.maximum(counts, 1)).astype(np.float32)
    return means


def _mean(values: Floats, shown: NDArray[np.bool_]) -> float:
    return float(values[shown].mean()) if shown.any() else 0.0
