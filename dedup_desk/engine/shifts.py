"""Measures how far two laid pictures still lie apart: small patches, each with its own shift.

Each patch answers by phase correlation, to a fraction of a pixel; an affine correction is fitted
through the answers, and patches that disagree (a changed face, a stamp) are left out of it. Where
they still disagree a little everywhere, a print may have been photographed from the side: then a
perspective is tried, and kept if it explains them much better. No chance is involved.

Source: C. D. Kuglin, D. C. Hines, "The phase correlation image alignment method", Proc. IEEE Int.
Conf. Cybernetics and Society (1975), 163-165.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import fft  # unlike numpy's, it stays in single precision

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Affine, Grey, Mask
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.perspective import fitted_perspective, through

Floats = NDArray[np.float64]

_PATCH_PX = 64
_PER_AXIS = 8
_LEAST_PATCHES = 6
_LEAST_DETAIL = 3.0
_LEAST_PEAK = 0.25
_REACH_PX = 20
_SHOWN_SHARE = 0.9
_COARSE = 2
_TILTED_PX, _TILT_BETTER = 0.5, 0.6
_TILT_REFITS = 4


@dataclass(frozen=True, slots=True, eq=False)
class Nudge:
    """What is still between two laid pictures.

    Attributes:
        correction: 3x3 in grid pixels: where on the pulled b the content of a point lies; affine,
            unless b is tilted against a.
        typical_px: what half of the agreeing patches stay below, in grid pixels.
        largest_px: the largest move of a corner after the fit, in grid pixels.
        error_px: root mean square of what is left after the correction, in grid pixels.
        patches: how many agreed.
    """

    correction: Affine
    typical_px: float
    largest_px: float
    error_px: float
    patches: int


def nudge(laid: Laid) -> Nudge | None:
    """Measure the remaining shift of b against a; None where too little detail can tell."""
    a, b = _sharp(laid.a), _sharp(laid.b)
    corners = _patch_corners(a, laid.shown)
    if len(corners) < _LEAST_PATCHES:
        return None
    ours, theirs = _cut(a, corners), _cut(b, corners)
    lively = np.minimum(ours.std(axis=(1, 2)), theirs.std(axis=(1, 2))) > _LEAST_DETAIL
    if lively.sum() < _LEAST_PATCHES:
        return None
    shifts, peaks = _phase_shifts(ours[lively], theirs[lively])
    good = (peaks > _LEAST_PEAK) & (np.abs(shifts).max(axis=1) < _REACH_PX)
    if good.sum() < _LEAST_PATCHES:
        return None
    centres = corners[lively][good].astype(np.float64) + _PATCH_PX / 2
    return _fitted(centres, shifts[good], laid.a.shape[1], laid.a.shape[0])


def _sharp(picture: cv.Picture) -> Grey:
    """Keep the detail, drop slow tone: then a tone curve hardly moves the answer."""
    luma = cv.grey(picture).astype(np.float32)
    return cv.blurred(luma, 0.8) - cv.blurred_widely(luma, 8.0)


def _patch_corners(sharp: Grey, shown: Mask) -> NDArray[np.int64]:
    """Return the (x, y) of patches, the best one of each cell of an even grid, where b is shown.

    On a page most places are blank, or a line that could slide along itself: a good patch has
    detail across and down.
    """
    height, width = sharp.shape
    if min(height, width) < _PATCH_PX:
        return np.zeros((0, 2), np.int64)
    firmness = _firmness(sharp[::_COARSE, ::_COARSE], shown[::_COARSE, ::_COARSE])
    best = []
    for top, bottom in pairwise(_cell_edges(firmness.shape[0])):
        for left, right in pairwise(_cell_edges(firmness.shape[1])):
            cell = firmness[top:bottom, left:right]
            y, x = divmod(int(cell.argmax()), cell.shape[1])
            if cell[y, x] > 0:
                best.append(((left + x) * _COARSE, (top + y) * _COARSE))
    last = (width - _PATCH_PX, height - _PATCH_PX)
    return np.minimum(np.array(best, np.int64).reshape(-1, 2), last)


def _cell_edges(length: int) -> list[int]:
    edges = np.unique(np.linspace(0, length, _PER_AXIS + 1).round().astype(np.int64))
    return [int(edge) for edge in edges]


def _firmness(sharp: Grey, shown: Mask) -> Grey:
    """Return per possible corner of a patch how much detail it has in its poorer direction.

    0 where b is not shown nearly everywhere.
    """
    side = _PATCH_PX // _COARSE
    across, down = np.zeros_like(sharp), np.zeros_like(sharp)
    across[:, 1:], down[1:] = np.diff(sharp, axis=1) ** 2, np.diff(sharp, axis=0) ** 2
    firmness = np.minimum(cv.box_mean(across, side), cv.box_mean(down, side))
    firmness[cv.box_mean(shown.astype(np.float32), side) < _SHOWN_SHARE] = 0
    half = side // 2
    return firmness[half : sharp.shape[0] - half + 1, half : sharp.shape[1] - half + 1]


def _cut(picture: Grey, corners: NDArray[np.int64]) -> Grey:
    cut = [picture[y : y + _PATCH_PX, x : x + _PATCH_PX] for x, y in corners.tolist()]
    return np.stack(cut)


def _phase_shifts(ours: Grey, theirs: Grey) -> tuple[Floats, Floats]:
    """Return per patch the (x, y) by which `theirs` is moved, and how sharp the answer is."""
    window = np.outer(np.hanning(_PATCH_PX), np.hanning(_PATCH_PX)).astype(np.float32)
    spectrum = np.conj(fft.rfft2(ours * window)) * fft.rfft2(theirs * window)
    strength = np.abs(spectrum)
    # Half whitened: full whitening lets the empty frequencies of a blurred copy vote too.
    floor = np.percentile(strength, 60, axis=(1, 2), keepdims=True) + 1e-6
    damping = np.sqrt(np.maximum(strength, 1e-9) * np.maximum(strength, floor))
    surface = fft.irfft2(spectrum / damping)
    surface /= fft.irfft2(strength / damping)[:, :1, :1]
    flat = surface.reshape(len(surface), -1).argmax(axis=1)
    y, x = np.unravel_index(flat, surface.shape[1:])
    at = np.arange(len(surface))
    peaks = surface[at, y, x]
    dx = _parabola(surface[at, y, x - 1], peaks, surface[at, y, (x + 1) % _PATCH_PX])
    dy = _parabola(surface[at, y - 1, x], peaks, surface[at, (y + 1) % _PATCH_PX, x])
    return np.stack([_signed(x) + dx, _signed(y) + dy], axis=1), peaks


def _signed(index: NDArray[np.intp]) -> Floats:
    return np.where(index > _PATCH_PX // 2, index - _PATCH_PX, index).astype(np.float64)


def _parabola(before: Floats, top: Floats, after: Floats) -> Floats:
    bend = before - 2 * top + after
    offset: Floats = np.where(np.abs(bend) > 1e-9, 0.5 * (before - after) / bend, 0.0)
    return np.clip(offset, -0.5, 0.5)


def _fitted(centres: Floats, shifts: Floats, width: int, height: int) -> Nudge | None:
    """Fit a correction through the shifts; patches that disagree lose their say step by step."""
    points = np.column_stack([centres, np.ones(len(centres))])
    move, miss, scale = _robust_move(points, shifts)
    agreeing = miss < 3 * scale
    if agreeing.sum() < _LEAST_PATCHES:
        return None
    correction = np.eye(3)
    correction[:2] += move.T
    if _rms(miss[agreeing]) > _TILTED_PX:
        correction, miss, agreeing = _perhaps_tilted(
            centres, centres + shifts, (correction, miss, agreeing)
        )
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]], np.float64)
    return Nudge(
        correction=correction,
        typical_px=float(np.median(_moved(correction, centres[agreeing]))),
        largest_px=float(_moved(correction, corners).max()),
        error_px=_rms(miss[agreeing]),
        patches=int(agreeing.sum()),
    )


_Fit = tuple[Affine, Floats, NDArray[np.bool_]]
"""A correction, by how far each patch misses it, and which patches agree."""


def _perhaps_tilted(centres: Floats, there: Floats, affine: _Fit) -> _Fit:
    """Return the perspective if it explains the patches much better, or the affine fit again."""
    best, agreeing = affine, affine[2]
    for _ in range(_TILT_REFITS):
        matrix = fitted_perspective(centres[agreeing], there[agreeing])
        if matrix is None:
            return affine
        miss = np.hypot(*(through(matrix, centres) - there).T)
        agreeing = miss < 3 * max(1.5 * float(np.median(miss)), 0.15)
        best = (matrix, miss, agreeing)
    is_better = _rms(best[1][agreeing]) < _TILT_BETTER * _rms(affine[1][affine[2]])
    return best if is_better and agreeing.sum() >= affine[2].sum() else affine


def _moved(correction: Affine, points: Floats) -> Floats:
    """Return by how much a correction moves each of (n, 2) points."""
    away: Floats = np.hypot(*(through(correction, points) - points).T)
    return away


def _rms(miss: Floats) -> float:
    return float(np.sqrt((miss**2).mean())) if len(miss) else float("inf")


def _robust_move(points: Floats, shifts: Floats) -> tuple[Floats, Floats, float]:
    """Return the move (3, 2), how far each patch is from it, and the scale of a usual miss."""
    weights = np.ones(len(points))
    move: Floats = np.zeros((3, 2))
    miss: Floats = np.zeros(len(points))
    scale = 0.0
    for _ in range(8):
        root = np.sqrt(weights)[:, None]
        move = np.asarray(np.linalg.lstsq(points * root, shifts * root, rcond=None)[0], np.float64)
        miss = np.hypot(*(shifts - points @ move).T)
        scale = max(1.5 * float(np.median(miss)), 0.15)
        weights = 1 / (1 + (miss / scale) ** 2) ** 2
    return move, miss, scale
