"""Which tentative matches agree on one way to lay a picture on another.

A keypoint has a place, a size and a direction, so a single match already says how one picture would
lie on the other: turned by the difference of directions, scaled by the ratio of sizes, moved from
place to place. Every match of the largest keypoints (theirs are the steadiest) proposes; all
matches vote; the proposal with most votes is refitted to its voters a few times. No chance is
involved, so the same two pictures always give the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine.cv import Affine
from dedup_desk.engine.perspective import fitted_perspective, through
from dedup_desk.engine.tentative import Matches, Points

Floats = NDArray[np.float64]
Chosen = NDArray[np.bool_]

_MOST_PROPOSALS: Final = 120
_NEAR_PX: Final = 5.0
_VOTE_REACH: Final = 2.5
"""A proposal from one keypoint is rough: votes are counted within this many times the tolerance."""

_TURN_REACH: Final = 0.35
_SIZE_REACH: Final = 0.55
_REFIT_SIZE_REACH: Final = 0.7
_REFIT_REACH: Final = (1.5, 1.0, 1.0, 1.0)
_LEAST_MATCHES: Final = 4
_LEAST_POINTS: Final = 3
_AFFINE_FROM: Final = 8
"""Fewer points than that leave six free numbers too free: a similarity is fitted."""

_TILTED_PX: Final = 0.6
_TILT_BETTER: Final = 0.75
_TILT_REFITS: Final = 3

_SAME_PLACE_PX: Final = 3.0
_MOST_ANISOTROPY: Final = 2.0


@dataclass(frozen=True, slots=True, eq=False)
class Geometry:
    """How a picture lies on another as its keypoints tell.

    Attributes:
        matrix: 3x3, proxy pixels of a to proxy pixels of b; affine, unless the picture was tilted.
        inliers: how many separate places agree.
        matches: how many tentative matches there were.
        rms_px: root mean square of what is left between them, in pixels of about both proxies.
        anisotropy: the larger stretch over the smaller, 1 or more.
        scale: pixels of b for one of a.
    """

    matrix: Affine
    inliers: int
    matches: int
    rms_px: float
    anisotropy: float
    scale: float


def voted_geometry(matches: Matches) -> Geometry | None:
    """Return what most matches agree on; None where nothing is agreed."""
    if len(matches) < _LEAST_MATCHES:
        return None
    turn = np.deg2rad(matches.b[:, 3] - matches.a[:, 3])
    growth = np.log(np.maximum(matches.b[:, 2], 0.1) / np.maximum(matches.a[:, 2], 0.1))
    inner, best = _voters(matches, turn, growth)
    fits_turn = np.abs(_angle(turn - turn[best])) < _TURN_REACH
    fits = fits_turn & (np.abs(growth - growth[best]) < _REFIT_SIZE_REACH)
    matrix: Affine = np.eye(3)
    miss: Floats = np.zeros(len(matches))
    for reach in _REFIT_REACH:
        places = len(np.unique(np.round(matches.a[inner, :2]), axis=0))
        if places < _LEAST_POINTS:
            return None
        fit = _affine if places >= _AFFINE_FROM else _similarity
        matrix = fit(matches.a[inner, :2], matches.b[inner, :2])
        miss = _miss(matrix, matches)
        inner = (miss < _NEAR_PX * reach) & fits
    if inner.sum() >= _LEAST_POINTS and _rms(miss, inner) > _TILTED_PX:
        matrix, miss, inner = _perhaps_tilted((matrix, miss, inner), matches, fits)
    return _geometry(matrix, matches, inner, miss)


_Fit = tuple[Affine, Floats, Chosen]
"""A matrix, by how far each match misses it, and which matches agree."""


def _perhaps_tilted(affine: _Fit, matches: Matches, fits: Chosen) -> _Fit:
    """Return the perspective that explains the matches much better, or the affine fit again."""
    _, affine_miss, inner = affine
    best = affine
    for _ in range(_TILT_REFITS):
        matrix = fitted_perspective(matches.a[inner, :2], matches.b[inner, :2])
        if matrix is None:
            return affine
        miss = _miss(matrix, matches)
        inner = (miss < _NEAR_PX) & fits
        best = (matrix, miss, inner)
    is_better = _rms(best[1], inner) < _TILT_BETTER * _rms(affine_miss, affine[2])
    return best if is_better and inner.sum() >= affine[2].sum() else affine


def _rms(miss: Floats, inner: Chosen) -> float:
    return float(np.sqrt((miss[inner] ** 2).mean())) if inner.any() else float("inf")


def _voters(matches: Matches, turn: Floats, growth: Floats) -> tuple[Chosen, int]:
    """Return who votes for the proposal with most votes, and which match proposed it."""
    a, b = matches.a, matches.b
    proposing = np.argsort(-(a[:, 2] * b[:, 2]), kind="stable")[:_MOST_PROPOSALS]
    size = np.exp(growth[proposing])
    cos, sin = size * np.cos(turn[proposing]), size * np.sin(turn[proposing])
    across, down = a[:, 0] - a[proposing, 0][:, None], a[:, 1] - a[proposing, 1][:, None]
    off_x = cos[:, None] * across - sin[:, None] * down - (b[:, 0] - b[proposing, 0][:, None])
    off_y = sin[:, None] * across + cos[:, None] * down - (b[:, 1] - b[proposing, 1][:, None])
    reach = _VOTE_REACH * _NEAR_PX * np.sqrt(size)[:, None]
    agrees = off_x**2 + off_y**2 < reach**2
    agrees &= np.abs(_angle(turn - turn[proposing][:, None])) < _TURN_REACH
    agrees &= np.abs(growth - growth[proposing][:, None]) < _SIZE_REACH
    best = int(agrees.sum(axis=1).argmax())
    return agrees[best], int(proposing[best])


def _angle(radians: Floats) -> Floats:
    """Return angles between minus and plus half a turn."""
    turned: Floats = (radians + np.pi) % (2 * np.pi) - np.pi
    return turned


def _affine(from_a: Points, to_b: Points) -> Affine:
    """Fit the six numbers of an affine move to points, least squares."""
    known = np.column_stack([from_a, np.ones(len(from_a))])
    matrix: Affine = np.eye(3)
    matrix[:2] = np.linalg.lstsq(known, to_b, rcond=None)[0].T
    return matrix


def _similarity(from_a: Points, to_b: Points) -> Affine:
    """Fit turn, scale and move to points, least squares.

    Source: S. Umeyama, "Least-squares estimation of transformation parameters between two point
    patterns", IEEE TPAMI 13 (1991), 376-380; in the plane it is one complex division.
    """
    mean_a, mean_b = from_a.mean(axis=0), to_b.mean(axis=0)
    a = (from_a - mean_a) @ np.array([1, 1j])
    b = (to_b - mean_b) @ np.array([1, 1j])
    factor = complex(np.vdot(a, b) / max(float(np.vdot(a, a).real), 1e-9))
    linear = np.array([[factor.real, -factor.imag], [factor.imag, factor.real]])
    matrix: Affine = np.eye(3)
    matrix[:2, :2] = linear
    matrix[:2, 2] = mean_b - linear @ mean_a
    return matrix


def _miss(matrix: Affine, matches: Matches) -> Floats:
    """Return how far each match is off, halfway between the pixels of both proxies."""
    there = through(matrix, matches.a[:, :2])
    scale = np.sqrt(max(abs(float(np.linalg.det(matrix[:2, :2]))), 1e-6))
    miss: Floats = np.hypot(*(there - matches.b[:, :2]).T) / np.sqrt(scale)
    return miss


def _geometry(matrix: Affine, matches: Matches, inner: Chosen, miss: Floats) -> Geometry | None:
    rough = np.column_stack([matches.a[inner, :2], matches.b[inner, :2]]) / _SAME_PLACE_PX
    places = len(np.unique(np.round(rough[:, :2]), axis=0)) if inner.any() else 0
    places = min(places, len(np.unique(np.round(rough[:, 2:]), axis=0))) if places else 0
    large, small = (float(value) for value in np.linalg.svd(matrix[:2, :2])[1])
    if places < _LEAST_POINTS or large > _MOST_ANISOTROPY * small:
        return None
    return Geometry(
        matrix=matrix,
        inliers=places,
        matches=len(matches),
        rms_px=_rms(miss, inner),
        anisotropy=large / small,
        scale=float(np.sqrt(large * small)),
    )
