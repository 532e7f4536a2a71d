"""Does the same place say something on both pictures, and something else on each?

A caption that was burnt in stands on one side only, and so does a word that was painted out. Where
lettering of either side meets other lettering, it is another label of the series, another date of
the same poster: other content, however alike all the rest. Film grain and foliage make spots of a
letter's size too, but they are lower or stand in no lines. Measured on 367 changed places: both
sides of other labels and posters hold the like of 8 lined letters and more, .32 or more of their
spots stand in lines and half of them are 5 px high; no caption, clone or grain reaches all three.
"""

from __future__ import annotations

import numpy as np

from dedup_desk.core.pairs import ChangedRegion
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Blob, Mask, Picture
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.page import lined_share, spots_of
from dedup_desk.engine.regions import painted

_MARGIN_PX = 8
_CHANGED_LEVELS, _CHANGED_SHARE = 25, 0.15
_LEAST_LINED_LETTERS, _LEAST_LINED = 8.0, 0.3
_LEAST_HEIGHT_PX = 5.0
_MOST_REGIONS = 6


def is_rewritten(laid: Laid, regions: tuple[ChangedRegion, ...]) -> bool:
    """Say whether both pictures show lettering in one changed place, and not the same.

    Args:
        laid: the grid of the fine check.
        regions: where something changed, largest first.
    """
    sides = (cv.grey(laid.a), cv.grey(laid.b))
    places = (painted(laid, (one,), _MARGIN_PX) for one in regions[:_MOST_REGIONS])
    return any(_is_rewritten(sides, place) for place in places)


def _is_rewritten(sides: tuple[Picture, Picture], box: Mask) -> bool:
    rows, columns = np.nonzero(box.any(axis=1))[0], np.nonzero(box.any(axis=0))[0]
    if not len(rows):
        return False
    place = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    a, b = (side[place] for side in sides)
    changed = np.abs(a.astype(np.int16) - b) > _CHANGED_LEVELS
    return all(_says_something(side, changed) for side in (a, b))


def _says_something(side: Picture, changed: Mask) -> bool:
    """Say whether there is lettering in what changed, dark on light or light on dark."""
    inverse: Picture = np.uint8(255) - side
    return any(_is_lettering(_changed_spots(ground, changed)) for ground in (side, inverse))


def _changed_spots(luma: Picture, changed: Mask) -> list[Blob]:
    return [
        one
        for one in spots_of(luma)
        if changed[one.top : one.top + one.height, one.left : one.left + one.width].mean()
        > _CHANGED_SHARE
    ]


def _is_lettering(spots: list[Blob]) -> bool:
    if len(spots) < _LEAST_LINED_LETTERS:
        return False
    share = lined_share(spots)
    height = float(np.median([one.height for one in spots]))
    is_lined = share >= _LEAST_LINED and share * len(spots) >= _LEAST_LINED_LETTERS
    return is_lined and height >= _LEAST_HEIGHT_PX
