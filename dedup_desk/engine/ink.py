"""The ink of what was written over a picture: an office's red, blue or violet makes it content.

Agencies write in white, grey or black, cameras burn dates in orange. Registries and registrars
stamp, number and sign in red, blue and violet: that is content, whichever picture it stands on.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.pairs import ChangedRegion
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.regions import painted

_CHANGED_LEVELS = 20.0
_LEAST_PIXELS = 12
_COLOURED_LEVELS = 32.0
_GREEN_OVER_BLUE = 15.0
_SAME_WAY = 0.95

Colour = NDArray[np.float64]


def is_office_ink(small: Laid, regions: tuple[ChangedRegion, ...], side: str) -> bool:
    """Say whether what was written is red, blue or violet.

    Args:
        small: the pair in colour; about 320 px are enough.
        regions: where it was written.
        side: "a" or "b", the picture it stands on.
    """
    under, over = (small.b, small.a) if side == "a" else (small.a, small.b)
    change = over.astype(np.float64) - under
    where = painted(small, regions) & small.shown & (np.abs(change).max(axis=2) > _CHANGED_LEVELS)
    if where.sum() < _LEAST_PIXELS:
        return False
    ink, paper = np.median(over[where], axis=0), np.median(under[where], axis=0)
    if _goes_to(ink - paper, 255 - paper) or _goes_to(ink - paper, -paper):
        return False  # thin strokes of white or black let the colour of the ground through
    red, green, blue = (float(value) for value in ink)
    spread = float(np.hypot(red - _luma(ink), blue - _luma(ink)))
    return spread > _COLOURED_LEVELS and green < blue + _GREEN_OVER_BLUE


def _goes_to(change: Colour, way: Colour) -> bool:
    """Say whether a change of colour leads straight towards another colour."""
    length = float(np.linalg.norm(change) * np.linalg.norm(way))
    return length > 0 and float(change @ way) / length > _SAME_WAY


def _luma(colour: Colour) -> float:
    return float(colour @ np.array([0.299, 0.587, 0.114]))
