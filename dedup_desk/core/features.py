"""What is known of the detail of a picture: keypoints with descriptors, and their inverted file.

A keypoint is a place with a size and a direction; its descriptor tells what is seen there in a way
that survives cropping, scaling, turning and most changes of tone. Postings are the same keypoints
as an index keeps them: sorted by cell, so that those with like descriptors stand together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

DESCRIPTOR_BINS: Final = 128
FEWEST_KEYPOINTS: Final = 8
"""A picture with fewer is not looked up by its details: it is faint, but not blank.

Fog, soft skies and pencil drawings have few corners and still a layout of their own. Fingerprints
suggest them, and they are laid on each other as a whole and checked as finely as any picture. Had
they to be equal byte for byte or pixel for pixel, as only blank frames have to, every smaller or
recompressed copy of them would be lost."""

_X, _Y, _SIZE, _ANGLE = range(4)


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """The keypoints of one picture, the largest first.

    Attributes:
        points: (n, 4) float32: x_px, y_px, size_px, angle_degrees (0 to 360, clockwise on the
            screen); in pixels of the proxy, where (0, 0) is the centre of the first pixel.
        descriptors: (n, 128) uint8, RootSIFT times 512, clipped: a 4x4 grid of 8 directions.
        width_px, height_px: of the proxy.
    """

    points: NDArray[np.float32]
    descriptors: NDArray[np.uint8]
    width_px: int
    height_px: int

    def __post_init__(self) -> None:
        """Refuse arrays that do not belong together.

        Raises:
            TypeError: another type of number.
            ValueError: another shape, or not as many descriptors as points.
        """
        if self.points.dtype != np.float32 or self.descriptors.dtype != np.uint8:
            raise TypeError(f"want float32 and uint8, got {self.points.dtype}")
        count = len(self.points)
        if self.points.shape != (count, 4) or self.descriptors.shape != (count, DESCRIPTOR_BINS):
            raise ValueError(f"points {self.points.shape}, descriptors {self.descriptors.shape}")

    def __len__(self) -> int:
        return len(self.points)

    @property
    def has_detail(self) -> bool:
        """Whether there is enough to compare."""
        return len(self) >= FEWEST_KEYPOINTS

    @property
    def places(self) -> NDArray[np.float32]:
        """(n, 2): x_px, y_px."""
        return self.points[:, _X : _Y + 1]

    @property
    def sizes_px(self) -> NDArray[np.float32]:
        """(n,): the diameter of what each keypoint is about."""
        return self.points[:, _SIZE]

    @property
    def angles_degrees(self) -> NDArray[np.float32]:
        """(n,): the direction of each keypoint."""
        return self.points[:, _ANGLE]


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Keypoints of many pictures as an index keeps them, 20 bytes each; may be memory-mapped.

    Sorted by cell, then image. An image is in one set of postings only.

    Attributes:
        cells: (n,) uint32; descriptors that are alike tend to begin with the same bits.
        images: (n,) uint32, numbers that the caller gave to pictures.
        signatures: (n,) uint64; like descriptors differ in few bits.
        shapes: (n,) uint32, place, direction and size, and how many keypoints the picture has; see
            `engine/feature_codes.py`.
    """

    cells: NDArray[np.uint32]
    images: NDArray[np.uint32]
    signatures: NDArray[np.uint64]
    shapes: NDArray[np.uint32]

    def __len__(self) -> int:
        return len(self.cells)
