"""Tentative matches of two sets of local features: each the other's nearest, clearly and closely.

Two keypoints match where each is the other's nearest neighbour, where the second nearest is clearly
farther (the ratio test), and where they are near in themselves. Such matches are a suspicion, no
evidence: `engine/voting.py` asks which of them agree on one way to lay the pictures on each other.

Sources: D. G. Lowe, "Distinctive image features from scale-invariant keypoints", IJCV 60 (2004),
91-110 (ratio test); R. Arandjelovic, A. Zisserman, "Three things everyone should know to improve
object retrieval", CVPR 2012 (RootSIFT: the dot product of two descriptors is a Hellinger kernel).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.features import Features

Points = NDArray[np.float64]

_UNIT: Final = 512.0 * 512.0
"""Dot product of a descriptor with itself: RootSIFT has length 1, kept as whole numbers * 512."""

_RATIO: Final = 0.88
_FARTHEST: Final = 0.75
_LEAST_FEATURES: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """Matching keypoints, row by row.

    Attributes:
        a, b: (n, 4) float64: x_px, y_px, size_px, angle_degrees in the two proxies; (0, 0) is the
            outer corner of the first pixel.
    """

    a: Points
    b: Points

    def __len__(self) -> int:
        """How many there are."""
        return len(self.a)


def tentative_matches(a: Features, b: Features) -> Matches:
    """Return the pairs of keypoints that are each other's clear and close nearest neighbours."""
    if min(len(a.points), len(b.points)) < _LEAST_FEATURES:
        return Matches(np.zeros((0, 4)), np.zeros((0, 4)))
    alike = a.descriptors.astype(np.float32) @ b.descriptors.astype(np.float32).T
    rows = np.arange(len(alike))
    nearest, back = alike.argmax(axis=1), alike.argmax(axis=0)
    first = alike[rows, nearest]
    alike[rows, nearest] = -1.0
    distance, next_distance = _distance(first), _distance(alike.max(axis=1))
    is_clear = (distance < _RATIO * next_distance) & (distance < _FARTHEST)
    use = np.flatnonzero(is_clear & (back[nearest] == rows))
    return Matches(_at_corners(a.points[use]), _at_corners(b.points[nearest[use]]))


def _distance(alike: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the Euclidean distance of unit descriptors from their dot product."""
    distance: NDArray[np.float32] = np.sqrt(np.maximum(2 - 2 * alike / _UNIT, 1e-9))
    return distance


def _at_corners(points: NDArray[np.float32]) -> Points:
    """Count from the corner of the first pixel; OpenCV counts from its centre."""
    moved: Points = points.astype(np.float64) + np.array([0.5, 0.5, 0.0, 0.0])
    return moved
