"""Fits what a change of tone explains, and finds what it does not: local colour is content.

A correction of tone is one curve over the whole picture, a turn of saturation and a mild cast. So
b is predicted from a by exactly that: a curve on every channel, saturation times s, plus a small
cast that grows with brightness. What remains after the prediction over an area, in hue or in
brightness, was changed *there*: a recoloured product, a tinted face, a burnt-in corner. A fit can
take a cast of the shadows for what is a body of another hue: `engine/turned_hue.py` sees to that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.pairs import ToneFit
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.turned_hue import turned_bodies

Floats = NDArray[np.float64]

_BINS = 32
_ENOUGH = 0.4
_SAMPLE = 4_000
_STEPS_A_LEVEL = 8
_STEPS = np.arange(256 * _STEPS_A_LEVEL) / _STEPS_A_LEVEL
_COLOUR_PX = 160
_SMOOTH_PX = 9
_CAST_AT_BLACK, _CAST_AT_WHITE = 20.0, 48.0
_HUE_LEVELS, _HUE_SHARE = 15.0, 0.25
_LIGHT_LEVELS = 26.0
_GREY_SATURATION, _SAME_CHROMA, _MOSTLY = 0.25, 8.0, 0.6
_MOST_SATURATION = 3.0
_FAINT_PULL = np.diag([1e-6, 9.0, 9.0, 9.0, 9.0])


@dataclass(frozen=True, slots=True, eq=False)
class ToneLook:
    """How the tones of two laid pictures compare.

    Attributes:
        fit: the change from a to b in figures.
        moved_levels: how far tones differ, in levels: the move of light (root mean square) or of
            colour (mean), whichever is more.
        recoloured: (h, w) bool, where the hue departs from the fit.
        relit: (h, w) bool, where the brightness departs from the fit.
        faded: (h, w) bool, where a has colour and b has none, in a pair fitted as "all colour
            gone": of a grey picture with one tinted place that fit says nothing.
    """

    fit: ToneFit
    moved_levels: float
    recoloured: Mask
    relit: Mask
    faded: Mask

    def with_faded_places(self) -> ToneLook:
        """Return the look with lost colour counted as another hue: it was a place's, not all's."""
        return replace(self, recoloured=self.recoloured | self.faded)


def tone_look(laid: Laid, changed: Mask | None = None) -> ToneLook:
    """Compare the tones of two laid pictures; about 320 px are enough.

    Args:
        laid: the pair.
        changed: (h, w) bool, where it is known to show different things: no guide to tones.
    """
    a, b = (cv.blurred(side.astype(np.float32), 1.2) for side in (laid.a, laid.b))
    shown = laid.shown
    luma_a, luma_b = _luma(a), _luma(b)
    alike = shown if changed is None else shown & ~changed
    curve = _curve(luma_a[shown], luma_b[shown], alike[shown])
    predicted = _through(curve, a)
    predicted_luma = _luma(predicted)
    told = alike if alike.sum() >= _ENOUGH * shown.sum() else shown
    colour = _fit_colour(_chroma(predicted)[told], _chroma(b)[told], luma_b[told])
    expected = _expected(colour, _chroma(predicted), luma_b)
    off_light = cv.box_mean(luma_b - _through(curve, luma_a), _SMOOTH_PX)
    relit = shown & (np.abs(off_light) > _LIGHT_LEVELS)
    recoloured = shown & _off_hue(expected, _chroma(b))
    recoloured |= turned_bodies(predicted, b, shown, alike)
    fit = _figures(curve, colour, float(np.median(np.abs(luma_b - predicted_luma)[shown])) / 255)
    shift = np.hypot(*(expected - _chroma(a))[shown].T)
    return ToneLook(
        fit=fit,
        moved_levels=max(_curve_moved(curve), float(shift.mean())),
        recoloured=recoloured,
        relit=relit,
        faded=shown & _has_faded(colour, _chroma(a), _chroma(b)),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Curve:
    """Luma of a -> luma of b at the levels that occur, with how often they do."""

    levels: Floats
    values: Floats
    weights: Floats


@dataclass(frozen=True, slots=True)
class _Colour:
    """Chroma of b = saturation * predicted chroma + cast, which runs from black to white."""

    saturation: float
    black: tuple[float, float]
    white: tuple[float, float]


def with_tones_of(laid: Laid, changed: Mask) -> tuple[Laid, Laid]:
    """Return the pair twice: a with b's tones, and b with a's tones.

    Args:
        laid: the pair.
        changed: (h, w) bool, where it may show different things: it has no say, or a badge on the
            sky would make the tone of the badge a tone of the sky.
    """
    luma_a, luma_b = (cv.grey(side).astype(np.float32) for side in (laid.a, laid.b))
    shown, trusted = laid.shown, ~changed[laid.shown]
    there = _curve(luma_a[shown], luma_b[shown], trusted)
    back = _curve(luma_b[shown], luma_a[shown], trusted)
    return (
        replace(laid, a=_table(there)[laid.a]),
        replace(laid, b=_table(back)[laid.b]),
    )


def colour_levels(picture: cv.Picture) -> float:
    """Return how much colour an (H, W, 3) picture has: 95 % of it is this far from grey or less.

    Grey pictures have 0 to 1 even after strong compression, yellowed paper about 20.
    """
    height, width = picture.shape[:2]
    scale = min(1.0, _COLOUR_PX / max(height, width))
    small = cv.shrunk(picture, max(round(width * scale), 1), max(round(height * scale), 1))
    smooth = small.astype(np.float32)
    return float(np.percentile(np.hypot(*np.moveaxis(_chroma(smooth), -1, 0)), 95))


def colour_variety(picture: cv.Picture) -> float:
    """Return how much colour an (H, W, 3) picture has beyond one tint over its tones, in levels.

    Sepia prints, yellowed paper and toned greys have next to none.
    """
    height, width = picture.shape[:2]
    scale = min(1.0, _COLOUR_PX / max(height, width))
    small = cv.shrunk(picture, max(round(width * scale), 1), max(round(height * scale), 1))
    smooth = cv.blurred(small.astype(np.float32), 1.0)
    luma, chroma = _luma(smooth).ravel(), _chroma(smooth).reshape(-1, 2)
    terms = np.column_stack([np.ones_like(luma), luma, luma * luma / 255])
    left = chroma - terms @ np.linalg.lstsq(terms, chroma, rcond=None)[0]
    return float(np.percentile(np.hypot(*left.T), 95))


def _table(curve: _Curve) -> NDArray[np.uint8]:
    """Return what the curve makes of each of the 256 levels."""
    made = _through(curve, np.arange(256, dtype=np.float32))
    rounded: NDArray[np.uint8] = np.clip(made + 0.5, 0, 255).astype(np.uint8)
    return rounded


def _luma(picture: Grey) -> Grey:
    luma: Grey = picture @ np.array([0.299, 0.587, 0.114], np.float32)
    return luma


def _chroma(picture: Grey) -> Grey:
    """Return (..., 2): red minus luma, blue minus luma."""
    luma = _luma(picture)
    return np.stack([picture[..., 0] - luma, picture[..., 2] - luma], axis=-1)


def _curve(luma_a: Grey, luma_b: Grey, trusted: Mask) -> _Curve:
    """Median of b for each band of a, made to rise: where it falls, the more pixels have the say.

    A curve that only ever rose would let one covered word lift everything that is lighter than its
    letters. Pixels that are not trusted have no say, unless they are most of the picture.
    """
    band = np.clip((luma_a / 256 * _BINS).astype(np.int64), 0, _BINS - 1)
    if trusted.mean() >= _ENOUGH:
        band, luma_a, luma_b = band[trusted], luma_a[trusted], luma_b[trusted]
    least = max(8, len(band) // 2000)
    order = np.argsort(band, kind="stable")
    edges = np.searchsorted(band[order], np.arange(_BINS + 1))
    levels, values, weights = [], [], []
    for start, end in pairwise(edges.tolist()):
        if end - start >= least:
            levels.append(float(np.median(luma_a[order[start:end]])))
            values.append(float(np.median(luma_b[order[start:end]])))
            weights.append(float(end - start))
    if not levels:
        return _Curve(np.array([0.0, 255.0]), np.array([0.0, 255.0]), np.ones(2))
    return _Curve(np.array(levels), _rising(np.array(values), np.array(weights)), np.array(weights))


def _rising(values: Floats, weights: Floats) -> Floats:
    from scipy.optimize import isotonic_regression  # .2 s that only who compares has to pay

    rising: Floats = isotonic_regression(values, weights=weights).x
    return rising


def _through(curve: _Curve, values: Grey) -> Grey:
    """Apply the curve; beyond its ends it goes on to black and white."""
    levels = np.concatenate(([min(0.0, curve.levels[0] - 1)], curve.levels, [256.0]))
    first, last = curve.values[0], curve.values[-1]
    ends = (min(first, max(first - curve.levels[0], 0.0)), max(last, 255.0))
    made = np.interp(_STEPS, levels, np.concatenate(([ends[0]], curve.values, [ends[1]])))
    table: Grey = made.astype(np.float32)
    return table[np.clip(values * _STEPS_A_LEVEL, 0, len(table) - 1).astype(np.int32)]


def _fit_colour(predicted: Grey, actual: Grey, luma: Grey) -> _Colour:
    """Fit saturation and cast; pixels that disagree lose their say, from two starting points."""
    step = max(len(luma) // _SAMPLE, 1)
    predicted, actual, luma = predicted[::step], actual[::step], luma[::step]
    fits = [_refit(predicted, actual, luma, start) for start in (1.0, 0.0)]
    return min(fits, key=lambda fit: fit[0])[1]


def _refit(predicted: Grey, actual: Grey, luma: Grey, start: float) -> tuple[float, _Colour]:
    light = (luma / 255).astype(np.float64)
    zero = np.zeros_like(light)
    red = np.column_stack([predicted[:, 0], 1 - light, light, zero, zero])
    blue = np.column_stack([predicted[:, 1], zero, zero, 1 - light, light])
    terms, target = np.vstack([red, blue]), np.concatenate([actual[:, 0], actual[:, 1]])
    colour = _Colour(start, (0.0, 0.0), (0.0, 0.0))
    for _ in range(6):
        miss = _misses(colour, predicted, actual, luma)
        weight = 1 / (1 + (miss / 8) ** 2)
        heavy = terms * np.concatenate([weight, weight])[:, None]
        # A faint pull towards "no cast" keeps the fit defined where only one brightness occurs.
        normal = heavy.T @ terms + _FAINT_PULL
        colour = _bounded(np.linalg.solve(normal, heavy.T @ target))
    miss = _misses(colour, predicted, actual, luma)
    return float((miss**2 / (64 + miss**2)).mean()), colour


def _bounded(solved: Floats) -> _Colour:
    """Keep the fit within what corrections do; more is a change of colour, not of tone."""
    s = float(np.clip(solved[0], 0.0, _MOST_SATURATION))
    black = np.clip(solved[[1, 3]], -_CAST_AT_BLACK, _CAST_AT_BLACK)
    white = np.clip(solved[[2, 4]], -_CAST_AT_WHITE, _CAST_AT_WHITE)
    return _Colour(s, (float(black[0]), float(black[1])), (float(white[0]), float(white[1])))


def _expected(colour: _Colour, predicted: Grey, luma: Grey) -> Grey:
    light = (luma / 255)[..., None]
    black, white = np.array(colour.black, np.float32), np.array(colour.white, np.float32)
    expected: Grey = (colour.saturation * predicted + (1 - light) * black + light * white).astype(
        np.float32
    )
    return expected


def _misses(colour: _Colour, predicted: Grey, actual: Grey, luma: Grey) -> Floats:
    off = actual - _expected(colour, predicted, luma)
    miss: Floats = np.hypot(off[:, 0], off[:, 1]).astype(np.float64)
    return miss


def _off_hue(expected: Grey, actual: Grey) -> Mask:
    wanted, found = cv.box_mean(expected, _SMOOTH_PX), cv.box_mean(actual, _SMOOTH_PX)
    size = np.maximum(np.hypot(*np.moveaxis(wanted, -1, 0)), np.hypot(*np.moveaxis(found, -1, 0)))
    off: Mask = np.hypot(*np.moveaxis(found - wanted, -1, 0)) > _HUE_LEVELS + _HUE_SHARE * size
    return off


def _has_faded(colour: _Colour, before: Grey, after: Grey) -> Mask:
    """Return where colour was lost in a picture that is otherwise as it was: grey, or one tint."""
    off = np.hypot(*np.moveaxis(after - before, -1, 0))
    if colour.saturation > _GREY_SATURATION or (off < _SAME_CHROMA).mean() < _MOSTLY:
        return np.zeros(before.shape[:2], np.bool_)
    is_less = np.hypot(*np.moveaxis(after, -1, 0)) < np.hypot(*np.moveaxis(before, -1, 0))
    faded: Mask = cv.box_mean(off * is_less, _SMOOTH_PX) > _HUE_LEVELS
    return faded


def _curve_moved(curve: _Curve) -> float:
    """Root mean square, so that a white background does not hide what happened to the goods."""
    return float(np.sqrt(np.average((curve.values - curve.levels) ** 2, weights=curve.weights)))


def _figures(curve: _Curve, colour: _Colour, residual: float) -> ToneFit:
    """Put the curve into gain and gamma: a straight line through its logarithms."""
    use = (curve.levels > 8) & (curve.values > 4)
    gain = gamma = 1.0
    if use.sum() >= 3:
        x, y = np.log(curve.levels[use] / 255), np.log(curve.values[use] / 255)
        slope, offset = np.polyfit(x, y, 1, w=np.sqrt(curve.weights[use]))
        gain, gamma = float(np.exp(offset)), float(slope)
    warmth = (colour.white[0] - colour.white[1]) / 2 / 255
    return ToneFit(gain, gamma, colour.saturation, float(warmth), residual)
