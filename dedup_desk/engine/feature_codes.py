"""How a keypoint is written in the inverted file: cell, signature, shape.

A descriptor is seen from 96 fixed directions, orthogonal to each other; on which side of the usual
value it lies is a bit. The first 32 bits are its cell (an index looks at as many of them as its
size asks for), the other 64 its signature. Nothing is learned but 96 medians. All sums are whole
numbers below 2^24 and so exact in any order: a bit never depends on the batch it was computed in.

Source: M. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002;
H. Jegou, M. Douze, C. Schmid, "Hamming embedding and weak geometric consistency for large scale
image search", ECCV 2008.
"""

from __future__ import annotations

import hashlib
import zlib
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.features import DESCRIPTOR_BINS
from dedup_desk.engine.feature_medians import MEDIANS

CELL_BITS: Final = 32
SIGNATURE_BITS: Final = 64

CODES_RECIPE: Final = f"walsh-1 {zlib.crc32(repr(MEDIANS).encode()):08x}"
"""What makes the codes: other medians give other cells."""

_DIRECTIONS: Final = CELL_BITS + SIGNATURE_BITS
_DOUBTFUL_BITS: Final = 8
_CELL_WEIGHTS: Final = np.uint64(1) << np.arange(CELL_BITS - 1, -1, -1, dtype=np.uint64)

_PLACE_STEP_PX: Final = 2
_ANGLE_STEPS: Final = 64
_SIZE_STEPS: Final = 16  # to an octave
_SIZE_LEVELS: Final = 128
_FEWEST_COUNTED: Final = 20
_COUNT_LEVELS: Final = 8
_COUNT_RATIO: Final = (250 / _FEWEST_COUNTED) ** (1 / (_COUNT_LEVELS - 1))


class Shapes(NamedTuple):
    """Where keypoints are and how they stand; all (n,) float32.

    Attributes:
        x_px, y_px: of the proxy.
        angles_degrees: clockwise on the screen.
        octaves: log2 of the size in pixels.
        counted: how many keypoints their picture has, from 20 on, roughly.
    """

    x_px: NDArray[np.float32]
    y_px: NDArray[np.float32]
    angles_degrees: NDArray[np.float32]
    octaves: NDArray[np.float32]
    counted: NDArray[np.float32]


def projected(descriptors: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return how far descriptors lie to one side or the other, (n, 96) float32, exact.

    Args:
        descriptors: (n, 128) uint8.
    """
    seen = descriptors.astype(np.float32) @ DIRECTIONS - _MEDIANS
    return np.asarray(seen, np.float32)


def cells_of(seen: NDArray[np.float32]) -> NDArray[np.uint32]:
    """Return the cells of projected descriptors, the first bit most significant."""
    return ((seen[:, :CELL_BITS] > 0) @ _CELL_WEIGHTS).astype(np.uint32)


def signatures_of(seen: NDArray[np.float32]) -> NDArray[np.uint64]:
    """Return the signatures of projected descriptors."""
    packed = np.packbits(seen[:, CELL_BITS:] > 0, axis=1)
    return packed.view("<u8").reshape(-1).astype(np.uint64)


def probes_of(seen: NDArray[np.float32], bits: int, count: int) -> NDArray[np.uint32]:
    """Return the cells in which likes of a descriptor may stand: its own and its neighbours.

    The neighbours are reached by turning round the bits that were decided most narrowly, first one
    at a time, then two.

    Args:
        seen: (n, 96), see `projected`.
        bits: how many bits of a cell count.
        count: cells for each descriptor, 1 to 37.

    Returns:
        (n, count) uint32; of each only the first `bits` bits mean something.
    """
    doubtful = np.argsort(np.abs(seen[:, :bits]), axis=1, kind="stable")[:, :_DOUBTFUL_BITS]
    turned = np.uint32(1) << (CELL_BITS - 1 - doubtful).astype(np.uint32)
    turns = _turns()[:count] @ turned.T.astype(np.uint64)
    return cells_of(seen)[:, None] ^ turns.T.astype(np.uint32)


def packed_shapes(points: NDArray[np.float32]) -> NDArray[np.uint32]:
    """Return the keypoints of one picture, (n, 4) as in `Features`, in 32 bits each."""
    places = np.clip(points[:, :2] / _PLACE_STEP_PX, 0, 255).astype(np.uint32)
    angles = np.round(points[:, 3] * (_ANGLE_STEPS / 360)).astype(np.uint32) % _ANGLE_STEPS
    octaves = np.log2(np.maximum(points[:, 2], 1)) * _SIZE_STEPS
    sizes = np.clip(np.round(octaves), 0, _SIZE_LEVELS - 1).astype(np.uint32)
    level = np.uint32(_count_level(len(points)))
    packed = places[:, 0] << 24 | places[:, 1] << 16 | angles << 10 | sizes << 3 | level
    return np.asarray(packed, np.uint32)


def unpacked_shapes(shapes: NDArray[np.uint32]) -> Shapes:
    """Return what `packed_shapes` wrote, each to the middle of its step."""
    half_px = _PLACE_STEP_PX / 2
    return Shapes(
        (shapes >> 24).astype(np.float32) * _PLACE_STEP_PX + half_px,
        (shapes >> 16 & 255).astype(np.float32) * _PLACE_STEP_PX + half_px,
        (shapes >> 10 & (_ANGLE_STEPS - 1)).astype(np.float32) * (360 / _ANGLE_STEPS),
        (shapes >> 3 & (_SIZE_LEVELS - 1)).astype(np.float32) / np.float32(_SIZE_STEPS),
        (_FEWEST_COUNTED * _COUNT_RATIO ** (shapes & 7)).astype(np.float32),
    )


def _count_level(count: int) -> int:
    level = np.log(max(count, _FEWEST_COUNTED) / _FEWEST_COUNTED) / np.log(_COUNT_RATIO)
    return min(round(float(level)), _COUNT_LEVELS - 1)


@cache
def _turns() -> NDArray[np.uint64]:
    """Return which doubtful bits each probe turns round, (37, 8), the likeliest first."""
    single = [(bit,) for bit in range(_DOUBTFUL_BITS)]
    double = [(one, two) for two in range(_DOUBTFUL_BITS) for one in range(two)]
    double.sort(key=lambda pair: (sum(pair), pair))
    rows = [(), *single, *double]
    turns = np.zeros((len(rows), _DOUBTFUL_BITS), np.uint64)
    for row, bits in enumerate(rows):
        turns[row, list(bits)] = 1
    return turns


def _directions() -> NDArray[np.float32]:
    """Return 96 orthogonal directions of +1 and -1, (128, 96): Walsh's, with mixed signs.

    Signs and order come from SHA-256, which no library's version changes.
    """
    walsh = np.ones((1, 1), np.float32)
    while len(walsh) < DESCRIPTOR_BINS:
        walsh = np.block([[walsh, walsh], [walsh, -walsh]])
    signs = np.array([1 - 2 * (_draw("sign", at) & 1) for at in range(DESCRIPTOR_BINS)], np.float32)
    order = sorted(range(1, DESCRIPTOR_BINS), key=lambda at: _draw("order", at))
    return np.ascontiguousarray((walsh * signs)[order[:_DIRECTIONS]].T)


def _draw(what: str, number: int) -> int:
    return int.from_bytes(hashlib.sha256(f"{what} {number}".encode()).digest(), "big")


DIRECTIONS: Final = _directions()
"""(128, 96) float32 of +1 and -1."""

_MEDIANS: Final = np.array(MEDIANS, np.float32) + np.float32(0.5)
