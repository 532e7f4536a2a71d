"""Was a changed place cloned: does the same detail stand elsewhere in the same picture?

A retoucher covers a place with another part of the picture itself; a badge, a stamp and a line of
lettering come from outside. So the changed place is looked for in the rest of its own picture, on
either side: where a clone was put on a calm ground, the other side is all but plain there. What
is plain says nothing: there is sky beside any piece of sky.

Source: the copy-move test of image forensics: J. Fridrich, D. Soukal, J. Lukas, "Detection of
copy-move forgery in digital images", DFRWS 2003.
"""

from __future__ import annotations

import numpy as np

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Blob, Grey, Mask, Picture

_LONGEST_PX = 400
_CLOSED_PX, _RIM_PX = 3, 2
_LEAST_PIXELS = 100
_MOST_PLACES = 3
_NOWHERE_LEVELS = 600.0
"""Stands where nothing may be found: in the changed places themselves."""

_LIVELY_LEVELS = 15.0
_ALIKE_SHARE = 0.26
"""Of the detail's own spread. Measured: clones .02 to .22, two that are nearly plain .36; what
badges cover .31 and more (regular windows come nearest), badges themselves .7 and more."""


def is_cloned(luma: Picture, changed: Mask) -> bool:
    """Say whether what stands in the changed places stands elsewhere in the picture too.

    Args:
        luma: (H, W) uint8.
        changed: (H, W) bool, the pixels that another version of the picture has otherwise.
    """
    height, width = luma.shape
    scale = min(1.0, _LONGEST_PX / max(height, width))
    size = max(round(width * scale), 1), max(round(height * scale), 1)
    small = cv.shrunk(luma, *size).astype(np.float32)
    touched = cv.shrunk(changed.astype(np.uint8) * 255, *size)
    elsewhere = small.copy()
    elsewhere[touched > 0] = _NOWHERE_LEVELS
    solid = cv.closed(np.where(touched > 127, 255, 0).astype(np.uint8), _CLOSED_PX) > 0
    labels, found = cv.blobs(solid)
    places = sorted(enumerate(found, 1), key=lambda one: -one[1].cells)[:_MOST_PLACES]
    return any(_stands_elsewhere(small, elsewhere, labels == label, blob) for label, blob in places)


def _stands_elsewhere(small: Grey, elsewhere: Grey, place: Mask, blob: Blob) -> bool:
    inner = ~cv.grown(~place, _RIM_PX)  # the rim of a clone is blended
    box = (slice(blob.top, blob.top + blob.height), slice(blob.left, blob.left + blob.width))
    part, mask = np.ascontiguousarray(small[box]), inner[box]
    if mask.sum() < _LEAST_PIXELS:
        return False
    spread = float(part[mask].std())
    if spread < _LIVELY_LEVELS:
        return False
    return cv.least_misfit(elsewhere, part, mask) < (_ALIKE_SHARE * spread) ** 2
