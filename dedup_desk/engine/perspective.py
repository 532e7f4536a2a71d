"""The tilt of a print that was photographed: a plane seen from the side, eight numbers.

Source: R. Hartley, A. Zisserman, "Multiple View Geometry in Computer Vision", 2nd ed. (2004),
section 4.4 (normalised direct linear transformation).
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine.cv import Affine

Points = NDArray[np.float64]

_LEAST_POINTS: Final = 16
"""Eight free numbers fit anything through fewer."""


def fitted_perspective(from_a: Points, to_b: Points) -> Affine | None:
    """Fit a plane's perspective to points; None where they are too few or on a line.

    Args:
        from_a: (n, 2) places in one picture.
        to_b: (n, 2) where they are in the other.
    """
    if len(from_a) < _LEAST_POINTS:
        return None
    norm_a, norm_b = _normalising(from_a), _normalising(to_b)
    a, b = through(norm_a, from_a), through(norm_b, to_b)
    one, zero = np.ones(len(a)), np.zeros((len(a), 3))
    known = np.column_stack([a, one])
    rows = np.vstack(
        [
            np.column_stack([known, zero, -b[:, :1] * known]),
            np.column_stack([zero, known, -b[:, 1:] * known]),
        ]
    )
    solved = np.linalg.eigh(rows.T @ rows)[1][:, 0].reshape(3, 3)
    matrix = np.linalg.inv(norm_b) @ solved @ norm_a
    if abs(matrix[2, 2]) < 1e-9:
        return None
    return np.asarray(matrix / matrix[2, 2], np.float64)


def through(matrix: Affine, points: Points) -> Points:
    """Return (n, 2) points after a 3x3 matrix, affine or not."""
    mapped = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    weight = np.where(np.abs(mapped[:, 2:]) < 1e-9, 1e-9, mapped[:, 2:])
    there: Points = mapped[:, :2] / weight
    return there


def _normalising(points: Points) -> Affine:
    """Return the move that brings points round the origin, one unit away on average."""
    middle = points.mean(axis=0)
    spread = max(float(np.hypot(*(points - middle).T).mean()), 1e-9)
    return np.array(
        [[1 / spread, 0, -middle[0] / spread], [0, 1 / spread, -middle[1] / spread], [0, 0, 1]]
    )
