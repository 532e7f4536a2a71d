"""Which way round one picture lies on another, as their local features tell.

Plain first; mirrored where plain finds little; as a negative, either way round, where both find
next to nothing. Nothing is looked at here but keypoints: a pair without common geometry costs a few
milliseconds and no picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from dedup_desk.core.features import Features
from dedup_desk.engine.cv import Affine
from dedup_desk.engine.features import inverted, mirrored
from dedup_desk.engine.tentative import tentative_matches
from dedup_desk.engine.voting import Geometry, voted_geometry

ENOUGH_INLIERS: Final = 25
"""As many leave no doubt which way round a picture lies."""

_FEW_INLIERS: Final = 12
_CLEAR_SHARE: Final = 0.6
"""As large a share of the matches must agree too: goods and faces look like their mirror image."""

_CLEARLY_MORE: Final = 1.25
"""A rarer kind (mirrored, negative) must find this many times the points of a commoner one."""


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """How a picture lies on another by its keypoints.

    Attributes:
        matrix: 3x3, proxy pixels of a to proxy pixels of b, (0, 0) the outer corner of a pixel.
        is_mirrored, is_inverted: of b.
        geometry: the figures; its own matrix is that to the mirrored picture where it is mirrored.
    """

    matrix: Affine
    is_mirrored: bool
    is_inverted: bool
    geometry: Geometry

    @property
    def inliers(self) -> int:
        """How many separate places agree."""
        return self.geometry.inliers

    @property
    def is_sure(self) -> bool:
        """No other way round needs to be tried."""
        share = self.inliers / max(self.geometry.matches, 1)
        return self.inliers >= ENOUGH_INLIERS and share > _CLEAR_SHARE


def placed_by_features(a: Features, b: Features) -> Placed | None:
    """Return how b lies on a; None where no four keypoints agree on anything."""
    best: Placed | None = None
    for placed in _attempts(a, b):
        if best is None or placed.inliers > _CLEARLY_MORE * best.inliers:
            best = placed
        if best.is_sure:
            break
    return best


def _attempts(a: Features, b: Features) -> Iterator[Placed]:
    """Yield what is found plain, mirrored, and both of them as a negative."""
    found = 0
    for is_inverted in (False, True):
        if is_inverted and found >= _FEW_INLIERS:
            return
        turned = inverted(b) if is_inverted else b
        for is_mirrored in (False, True):
            other = mirrored(turned) if is_mirrored else turned
            geometry = voted_geometry(tentative_matches(a, other))
            if geometry is None:
                continue
            found = max(found, geometry.inliers)
            matrix = _unflipped(geometry.matrix, b.width_px) if is_mirrored else geometry.matrix
            yield Placed(matrix, is_mirrored, is_inverted, geometry)


def _unflipped(matrix: Affine, width_px: int) -> Affine:
    """Return a matrix to the mirrored picture as one to the picture itself."""
    flip = np.array([[-1.0, 0.0, width_px], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    back: Affine = flip @ matrix
    return back
