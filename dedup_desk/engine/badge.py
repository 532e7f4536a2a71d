"""Is a badge what was laid over a picture: one or two drawn tones, foreign to their surroundings?

A badge is drawn: nine tenths of it are two tones, each the same everywhere but for what an encoder
leaves. Sky, walls and cloth are even too, but they have grain and a gradient. A caption's dark
strip is a badge in that sense. What was cloned is none, however even: it is the picture's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cloned import is_cloned
from dedup_desk.engine.cv import Grey, Mask, Picture

_CLOSED_PX = 7
_RING_FROM_PX, _RING_TO_PX = 6, 20
_TONE_LEVELS, _DRAWN_LEVELS = 12, 3
_FOREIGN_LEVELS = 5.0

_TWO_TONES_SHARE = 0.87
"""Measured: badges and caption strips .88 to .99; clones, whose rims are blended, .85 and less
where they are drawn at all."""

_DRAWN_SHARE = 0.83
"""Of the pixels near a tone, those that have it but for 3 levels. Measured: badges .85 to .98, what
they cover in drawn pictures up to .77, a drawn thing recoloured .81, cloned photographs to .76."""

_FOREIGN_SHARE = 0.2
"""A badge on a ground of its own tone still has its letters."""

_CLEARLY_FOREIGN_SHARE = 0.5

Levels = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Tones:
    """Of one side's patch: shares of its pixels near its two commonest tones."""

    near: float
    exact: float


def badge_side(a: Picture, b: Picture, changed: Mask, shown: Mask) -> str | None:
    """Say on which side a badge lies.

    Args:
        a: (H, W) uint8 luma.
        b: the other picture on the same grid.
        changed: (H, W) bool, where they differ; what lies between near pixels belongs to it.
        shown: where both are picture.

    Returns:
        "a", "b", or None where there is none, or the picture itself is another one there.
    """
    patch = cv.closed(np.where(changed, 255, 0).astype(np.uint8), _CLOSED_PX) > 0
    ring = cv.grown(patch, _RING_TO_PX) & ~cv.grown(patch, _RING_FROM_PX) & shown
    foreign = {
        name: _foreign_share(side, patch, ring)
        for name, side in (("a", a), ("b", b))
        if _is_drawn(side[patch])
    }
    found = max(foreign, key=lambda name: foreign[name], default=None)
    if found is None or not _stands_out(foreign, found):
        return None
    own, other = (a, b) if found == "a" else (b, a)
    # A clone on a calm ground: then the other side is the even one, and nothing lies on it.
    is_doubtful = foreign[found] < _CLEARLY_FOREIGN_SHARE
    is_own = is_cloned(own, changed) or (is_doubtful and is_cloned(other, changed))
    return None if is_own else found


def _stands_out(foreign: Mapping[str, float], found: str) -> bool:
    """Say whether one side is foreign to what lies round it, and the other one much less so.

    What lies under a badge is restless, or it goes on round the badge. Where two drawn patches are
    equally foreign, one part of a drawing stands for another.
    """
    rest = max((share for name, share in foreign.items() if name != found), default=0.0)
    return foreign[found] >= max(_FOREIGN_SHARE, 2 * rest)


def _is_drawn(values: NDArray[np.uint8]) -> bool:
    tones = _tones(values)
    return tones.near > _TWO_TONES_SHARE and tones.exact > _DRAWN_SHARE * tones.near


def _tones(values: NDArray[np.uint8]) -> _Tones:
    counts = np.bincount(values, minlength=256).astype(float)
    near = exact = 0.0
    for _ in range(2):
        sums = np.convolve(counts, np.ones(2 * _DRAWN_LEVELS + 1), mode="same")
        top = int(sums.argmax())
        part = slice(max(top - _TONE_LEVELS, 0), top + _TONE_LEVELS + 1)
        exact, near = exact + float(sums[top]), near + float(counts[part].sum())
        counts[part] = 0
    total = max(len(values), 1)
    return _Tones(near / total, exact / total)


def _foreign_share(luma: Picture, patch: Mask, ring: Mask) -> float:
    """Return the share of the patch whose tone is not that of what lies round it."""
    if not ring.any():
        return 1.0
    away: Grey = np.abs(luma[patch].astype(np.float32) - np.float32(np.median(luma[ring])))
    return float((away > _FOREIGN_LEVELS).mean())
