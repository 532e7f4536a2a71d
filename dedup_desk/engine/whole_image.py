"""Whole-image guesses: which of the 8 symmetries, positive or negative, and a first stretch.

Two pictures whose fingerprints are near show about the same frame, so small squares of both tell
which way round they lie; the sign of their correlation tells a negative from a positive.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.fingerprints import SYMMETRY_COUNT, under_symmetry
from dedup_desk.core.geometry import Point, turn_degrees
from dedup_desk.engine import cv
from dedup_desk.engine.cv import Affine, Grey
from dedup_desk.engine.laying import View
from dedup_desk.engine.matrices import as_matrix

_TURNS: tuple[tuple[tuple[float, ...], ...], ...] = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((0, -1, 1), (1, 0, 0), (0, 0, 1)),
    ((-1, 0, 1), (0, -1, 1), (0, 0, 1)),
    ((0, 1, 0), (-1, 0, 1), (0, 0, 1)),
)
"""Unit squares: where in a picture the points of the picture turned by k quarters lie."""

_FLIP = ((-1, 0, 1), (0, 1, 0), (0, 0, 1))

_GUESS_PX, _ECC_PX = 32, 128
_LEAST_GUESS = 0.5
_GUESSES_WITHIN = 0.08
_MOST_GUESSES = 3


@dataclass(frozen=True, slots=True)
class Guess:
    """A way round that may be right: the symmetry of b that looks like a, or like its negative."""

    symmetry: int
    is_inverted: bool


def likely_guesses(a: View, b: View) -> tuple[Guess, ...]:
    """Return the ways round in which b may look like a, best first, equals in table order."""
    ours = _square(cv.grey(a.pixels), _GUESS_PX)
    theirs = _square(cv.grey(b.pixels), _GUESS_PX)
    alike = [_likeness(ours, _under(theirs, symmetry)) for symmetry in range(SYMMETRY_COUNT)]
    least = max(_LEAST_GUESS, max(abs(one) for one in alike) - _GUESSES_WITHIN)
    likely = [symmetry for symmetry in range(SYMMETRY_COUNT) if abs(alike[symmetry]) > least]
    # Equal to the third digit is a symmetric motif: then the picture as it stands comes first.
    likely.sort(key=lambda one: (-round(abs(alike[one]), 2), alike[one] < 0, one))
    return tuple(Guess(one, alike[one] < 0) for one in likely[:_MOST_GUESSES])


def unit_square(symmetry: int) -> Affine:
    """Return where in a picture the points of the picture under `symmetry` lie, sides of 1."""
    turn = np.array(_TURNS[symmetry % 4], np.float64)
    return np.asarray(np.array(_FLIP, np.float64) @ turn if symmetry >= 4 else turn, np.float64)


def stretch(a: View, b: View, symmetry: int) -> Affine:
    """Return the matrix that lays the frame of a on the frame of b turned by `symmetry`."""
    from_a = np.diag([1 / a.width_px, 1 / a.height_px, 1.0])
    to_b = np.diag([float(b.width_px), float(b.height_px), 1.0])
    matrix: Affine = to_b @ unit_square(symmetry) @ from_a
    return matrix


def symmetry_of(matrix: Affine) -> int:
    """Return which of the 8 symmetries a matrix from a to b is nearest to."""
    linear = matrix[:2, :2]
    mirrored = 4 if np.linalg.det(linear) < 0 else 0
    fits = [float((unit_square(mirrored + turn)[:2, :2] * linear).sum()) for turn in range(4)]
    return mirrored + int(np.argmax(fits))


def degrees_beyond(matrix: Affine, symmetry: int) -> float:
    """Return by how many degrees a matrix turns beyond its symmetry."""
    rest = np.eye(3)
    rest[:2, :2] = unit_square(symmetry)[:2, :2].T @ matrix[:2, :2]
    return turn_degrees(as_matrix(rest), Point(0, 0))


def by_ecc(a: View, b: View, symmetry: int) -> Affine | None:
    """Align the pictures as 128 px squares, starting from the plain stretch."""
    ours = _square(cv.grey(a.pixels), _ECC_PX)
    theirs = _under(_square(cv.grey(b.pixels), _ECC_PX), symmetry)
    found = cv.affine_by_ecc(cv.blurred(ours, 1.0), cv.blurred(theirs, 1.0))
    if found is None:
        return None
    to_square = np.diag([_ECC_PX / a.width_px, _ECC_PX / a.height_px, 1.0])
    from_square = np.diag([a.width_px / _ECC_PX, a.height_px / _ECC_PX, 1.0])
    matrix: Affine = stretch(a, b, symmetry) @ from_square @ found[1] @ to_square
    return matrix


def _square(luma: NDArray[np.uint8], side_px: int) -> Grey:
    return cv.shrunk(luma, side_px, side_px).astype(np.float32)


def _likeness(one: Grey, other: Grey) -> float:
    a, b = one - one.mean(), other - other.mean()
    return float((a * b).mean() / (a.std() * b.std() + 1e-3))


def _under(luma: Grey, symmetry: int) -> Grey:
    turned: Grey = np.ascontiguousarray(under_symmetry(luma, symmetry))
    return turned
