"""Does one correction of red, green and blue, learnt everywhere else, make this colour of that one?

A white balance and a contrast curve work on each channel by itself and cut it off at black and
white. "Luma curve, saturation and cast" comes near that in most colours, and misses in strong ones:
a lilac wall under warmer light, a teal letterhead under more contrast. So where a hue departs from
that fit, a curve is learnt for each channel from all the rest of the picture. What the three curves
foretell was changed like everything else. A dress of another colour is not foretold by the room it
stands in; and a picture that three mild curves do not explain all over excuses nothing.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid

_BINS, _LEAST_PIXELS, _LEAST_SHARE = 32, 20, 0.0002
_SMOOTH_PX, _SMOOTH_SIGMA, _GROW_PX = 9, 1.2, 5
_TOLD_LEVELS, _TOLD_SHARE = 12.0, 0.95
_SAME_HUE_LEVELS, _SAME_HUE_SHARE = 12.0, 0.2
_LEAST_OUTSIDE = 0.5
_CAST_AT_BLACK, _CAST_AT_WHITE = 20.0, 56.0
"""How far a correction turns a grey of each level into a colour, in levels of a channel."""

_LUMA = np.array([0.299, 0.587, 0.114], np.float32)
_LEVELS = np.arange(256, dtype=np.float32)

Table = NDArray[np.float32]


def told_by_channels(laid: Laid, recoloured: Mask, changed: Mask | None = None) -> Mask:
    """Say where another hue is what a correction of each channel makes of the old one.

    Args:
        laid: the pair in colour.
        recoloured: (h, w) bool, where the hue departs from the usual fit; nothing is learnt there.
        changed: (h, w) bool, where it is known to show different things: no guide to tones.

    Returns:
        (h, w) bool, part of `recoloured`.
    """
    nowhere = np.zeros_like(recoloured)
    if not recoloured.any():
        return nowhere
    outside = laid.shown & ~cv.grown(recoloured, _GROW_PX)
    if changed is not None:
        outside &= ~changed
    if outside.sum() < _LEAST_OUTSIDE * laid.shown.sum():
        return nowhere
    a, b = (cv.blurred(side.astype(np.float32), _SMOOTH_SIGMA) for side in (laid.a, laid.b))
    return recoloured & (_told(a, b, outside) | _told(b, a, outside))


def _told(before: Grey, after: Grey, outside: Mask) -> Mask:
    """Return where `after` has the hue foretold; nowhere if it is not foretold outside."""
    tables = [_table(before[..., at][outside], after[..., at][outside]) for at in range(3)]
    if not _is_mild(tables):
        return np.zeros_like(outside)
    foretold = np.stack([_through(table, before[..., at]) for at, table in enumerate(tables)], -1)
    off = np.abs(after - foretold).max(axis=-1)
    if (off[outside] < _TOLD_LEVELS).mean() < _TOLD_SHARE:
        return np.zeros_like(outside)
    strength = np.maximum(_colourful(after), _colourful(foretold))
    told: Mask = _colourful(after - foretold) < _SAME_HUE_LEVELS + _SAME_HUE_SHARE * strength
    return told


def _table(before: Grey, after: Grey) -> Table:
    """Return what each level becomes: medians of bands, made to rise; the ends go on in ratio."""
    band = np.clip((before / 256 * _BINS).astype(np.int64), 0, _BINS - 1)
    least = max(_LEAST_PIXELS, round(_LEAST_SHARE * len(before)))
    levels, values = [0.0], [0.0]
    for one in range(_BINS):
        here = band == one
        if here.sum() >= least:
            levels.append(float(np.median(before[here])))
            values.append(max(float(np.median(after[here])), values[-1]))
    if levels[-1] > 0 and levels[-1] < _LEVELS[-1]:
        values.append(min(values[-1] * float(_LEVELS[-1]) / levels[-1], 255.0))
        levels.append(float(_LEVELS[-1]))
    table: Table = np.interp(_LEVELS, levels, values).astype(np.float32)
    return table


def _through(table: Table, values: Grey) -> Grey:
    made: Grey = np.interp(values, _LEVELS, table).astype(np.float32)
    return made


def _is_mild(tables: list[Table]) -> bool:
    """Say whether the curves leave grey nearly grey, as corrections do and dyes do not."""
    made = np.stack(tables, axis=-1)
    cast = np.abs(made - (made @ _LUMA)[:, None]).max(axis=-1)
    light = _LEVELS / 255
    return bool((cast <= (1 - light) * _CAST_AT_BLACK + light * _CAST_AT_WHITE).all())


def _colourful(picture: Grey) -> Grey:
    """Return (h, w): how far red and blue are from the light, in areas of a few pixels."""
    light = picture @ _LUMA
    return np.hypot(*(cv.box_mean(picture[..., at] - light, _SMOOTH_PX) for at in (0, 2)))
