"""Was a changed place cloned: does the same detail stand elsewhere in the same picture?

A retoucher covers a place with another part of the picture itself; a badge, a stamp and a line of
lettering come from outside. So the changed place is looked for in the rest of its own picture, on
either side: where a clone was put on a calm ground, the other side is all but plain there. What
is plain says nothing: there is sky beside any piece of sky.

Source: the copy-move test of image forensics: J. Fridrich, D. Soukal, J. Lukas, "Detection of
copy-move forgery in digital images", DFRWS 2003.
"""

from __future__ import annotations

from dataclasses import dataclass

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

_PERHAPS_SHARE, _EXACT_SHARE, _SPARE_PX = 0.45, 0.2, 3
"""Lettering and thin stripes that were moved by half a pixel of the small picture do not fit there;
on the picture itself they do."""


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
    pair = _Scaled(small, elsewhere, luma, width / size[0])
    return any(_stands_elsewhere(pair, labels == label, blob) for label, blob in places)


@dataclass(frozen=True, slots=True, eq=False)
class _Scaled:
    """A picture made small, the same without its changed places, and the picture itself."""

    small: Grey
    elsewhere: Grey
    full: Picture
    by: float


def _stands_elsewhere(pair: _Scaled, place: Mask, blob: Blob) -> bool:
    inner = ~cv.grown(~place, _RIM_PX)  # the rim of a clone is blended
    box = (slice(blob.top, blob.top + blob.height), slice(blob.left, blob.left + blob.width))
    part, mask = np.ascontiguousarray(pair.small[box]), inner[box]
    if mask.sum() < _LEAST_PIXELS:
        return False
    spread = float(part[mask].std())
    if spread < _LIVELY_LEVELS:
        return False
    found = cv.best_fit(pair.elsewhere, part, mask)
    if found.misfit < (_ALIKE_SHARE * spread) ** 2:
        return True
    return found.misfit < (_PERHAPS_SHARE * spread) ** 2 and _is_exact(pair, blob, mask, found)


def _is_exact(pair: _Scaled, blob: Blob, mask: Mask, found: cv.Fit) -> bool:
    """Say whether the place fits the one found for it when both are looked at in full size."""
    height, width = pair.full.shape
    left, top = round(blob.left * pair.by), round(blob.top * pair.by)
    right, bottom = (
        min(round((blob.left + blob.width) * pair.by), width),
        min(round((blob.top + blob.height) * pair.by), height),
    )
    part = np.ascontiguousarray(pair.full[top:bottom, left:right]).astype(np.float32)
    counts = cv.shrunk(mask.astype(np.uint8) * 255, right - left, bottom - top) > 127
    spare = round(_SPARE_PX * pair.by)
    from_left = max(round(found.left * pair.by) - spare, 0)
    from_top = max(round(found.top * pair.by) - spare, 0)
    there = np.s_[
        from_top : from_top + bottom - top + 2 * spare,
        from_left : from_left + right - left + 2 * spare,
    ]
    round_it = np.ascontiguousarray(pair.full[there]).astype(np.float32)
    if round_it.shape[0] < part.shape[0] or round_it.shape[1] < part.shape[1]:
        return False
    spread = float(part[counts].std())
    return cv.best_fit(round_it, part, counts).misfit < (_EXACT_SHARE * spread) ** 2
