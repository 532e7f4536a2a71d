"""Registrations between the engine's arrays and the core's nine numbers."""

from __future__ import annotations

import numpy as np

from dedup_desk.core.pairs import Matrix
from dedup_desk.engine.cv import Affine


def as_matrix(array: Affine) -> Matrix:
    """Return a 3x3 array as the nine numbers of a registration."""
    a, b, c, d, e, f, g, h, i = (float(value) for value in array.ravel())
    return (a, b, c, d, e, f, g, h, i)


def as_array(matrix: Matrix) -> Affine:
    """Return the nine numbers of a registration as a 3x3 array."""
    return np.array(matrix, np.float64).reshape(3, 3)


def inverse(array: Affine) -> Affine:
    """Return the way back; the last row of an affine one stays exact."""
    back = np.asarray(np.linalg.inv(array), np.float64)
    if is_affine(array):
        back[2] = (0.0, 0.0, 1.0)
        return back
    return np.asarray(back / back[2, 2], np.float64)


def is_affine(array: Affine) -> bool:
    """Say whether parallels stay parallel."""
    return bool(array[2, 0] == 0 and array[2, 1] == 0)


def anisotropy(array: Affine) -> float:
    """Return the larger stretch of a matrix over the smaller one, 1 or more."""
    large, small = (float(value) for value in np.linalg.svd(array[:2, :2])[1])
    return large / max(small, 1e-9)
