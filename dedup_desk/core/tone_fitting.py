"""Gives one picture the tones of another: what is left between them is no matter of light."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.blocks import BLOCK_PX, block_means, block_sums

REC_601 = np.array([77, 150, 29], np.uint16)
"""Weights of red, green and blue in luma, in 1/256."""

_LEAST_BLOCKS = 64
_WEIGHTS_PRIOR = 20.0
"""A variance in levels squared that pulls towards the ordinary weights."""

_TONE_DEGREE = 3


def luma(pixels: NDArray[np.uint8], weights: NDArray[np.uint16]) -> NDArray[np.uint8]:
    """(H, W, 3) -> (H, W) uint8; the weights of red, green and blue are in 1/256."""
    red, green, blue = (pixels[:, :, one].astype(np.uint16) for one in range(3))
    total = red * weights[0] + green * weights[1] + blue * weights[2]
    luma: NDArray[np.uint8] = (total >> np.uint16(8)).astype(np.uint8)
    return luma


def matching_weights(
    left: NDArray[np.uint8], right: NDArray[np.uint8], inside: NDArray[np.bool_]
) -> NDArray[np.uint16]:
    """Return the weights by which the right picture's colours make the left one's luma.

    A copy made warmer has another luma in every colour: one curve of luma cannot undo that, and
    edges between colours would be called changed. Fitted on the means of blocks, towards the
    ordinary weights; what disagrees (a changed spot) loses its say. They add up to 256, so that
    nothing overflows; how light the whole is, is the curve's matter.
    """
    whole = block_sums(inside) == BLOCK_PX * BLOCK_PX
    if np.count_nonzero(whole) < _LEAST_BLOCKS:
        return REC_601
    ours = block_means(left)[whole] @ (REC_601 / np.float32(256))
    theirs = block_means(right)[whole]
    weights, trusted = REC_601 / np.float64(256), np.ones(ours.shape, np.bool_)
    for _ in range(3):
        terms, aim = theirs[trusted] - theirs[trusted].mean(axis=0), ours[trusted]
        square = terms.T @ terms + _WEIGHTS_PRIOR * len(terms) * np.eye(3)
        pull = terms.T @ (aim - aim.mean()) + _WEIGHTS_PRIOR * len(terms) * (REC_601 / 256)
        weights = np.linalg.solve(square, pull)
        off = np.abs((ours - aim.mean()) - (theirs - theirs[trusted].mean(axis=0)) @ weights)
        trusted = off <= max(float(np.percentile(off, 80)), 1.0)
    weights = np.maximum(weights, 0)
    total = max(float(weights.sum()), 1e-6)
    fitted: NDArray[np.uint16] = np.floor(256 * weights / total).astype(np.uint16)
    return fitted


def tone_fitted(
    left: NDArray[np.uint8], right: NDArray[np.uint8], inside: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """Give the right picture the left one's tones by one smooth curve.

    The curve is smooth and no grey level counts for more than its share, so a changed area cannot
    pull the curve towards itself and make the rest look changed.
    """
    take = (slice(None, None, 2), slice(None, None, 2))
    within = inside[take].ravel()
    levels, targets = right[take].ravel()[within], left[take].ravel()[within]
    counts = np.bincount(levels, minlength=256).astype(np.float64)
    sums = np.bincount(levels, weights=targets, minlength=256)
    known = np.flatnonzero(counts >= 16)
    if known.size < _TONE_DEGREE + 2:
        return right
    curve = _smooth_curve(known, sums[known] / counts[known], counts[known])
    table = np.clip(np.rint(curve), 0, 255).astype(np.uint8)
    fitted: NDArray[np.uint8] = table[right]
    return fitted


def _smooth_curve(
    levels: NDArray[np.intp], means: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Fit a polynomial through the mean left level of each right level, leaving outliers out.

    Returns:
        (256,) the left level for every right level; flat beyond the levels that occur.
    """
    weights = np.minimum(counts, 4 * np.median(counts))
    trust = np.ones_like(weights)
    fit = np.polynomial.Polynomial.fit(levels, means, 1, w=weights)
    for _ in range(4):
        away = np.abs(means - fit(levels))
        trust = 1 / (1 + (away / max(2.0, float(np.median(away)))) ** 2)
        fit = np.polynomial.Polynomial.fit(levels, means, _TONE_DEGREE, w=weights * trust)
    curve: NDArray[np.float64] = fit(np.clip(np.arange(256), levels[0], levels[-1]))
    return curve
