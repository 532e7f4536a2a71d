"""Perceptual fingerprints as bits: their order, their symmetries, their recipe, their distance.

A 64-bit fingerprint is one uint64, a 256-bit one four of them. The first bit (row 0, column 0 of
ImageHash's boolean array) is the most significant bit of the first word, so that the hexadecimal
text of the words equals `str(imagehash.phash(...))`.

The 8 symmetries of the square are numbered 0 to 7: identity, then a quarter, half and three
quarter turn anticlockwise (`numpy.rot90` with k = 1, 2, 3), then the left-right mirror image
followed by the same four turns. Fingerprint k of a picture is the fingerprint of that picture
after symmetry k.
"""

from __future__ import annotations

from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

Sample = TypeVar("Sample", bound=np.generic)

SYMMETRY_COUNT: Final = 8
WORD_BITS: Final = 64

SYMMETRIES: Final = tuple((turn, mirror) for mirror in (False, True) for turn in range(4))
"""(quarter turns anticlockwise, mirrored left-right first) of each symmetry, in order."""


def under_symmetry(picture: NDArray[Sample], symmetry: int) -> NDArray[Sample]:
    """Return a view of `picture` ((H, W) or (H, W, C)) after symmetry 0 to 7.

    Raises:
        IndexError: there is no such symmetry.
    """
    turns, is_mirrored = SYMMETRIES[symmetry]
    return np.rot90(picture[:, ::-1] if is_mirrored else picture, turns)


def inverse_symmetry(symmetry: int) -> int:
    """Return the symmetry that undoes `symmetry`; a mirrored one undoes itself."""
    turns, is_mirrored = SYMMETRIES[symmetry]
    return symmetry if is_mirrored else -turns % 4


def combined_symmetry(first: int, second: int) -> int:
    """Return the symmetry that equals `first` and then `second`."""
    (turns, is_mirrored), (more, mirrored_again) = SYMMETRIES[first], SYMMETRIES[second]
    total = more - turns if mirrored_again else more + turns
    return total % 4 + 4 * (is_mirrored != mirrored_again)


def packed_bits(bits: NDArray[np.bool_]) -> NDArray[np.uint64]:
    """Pack (..., 64 * n) booleans, first bit most significant, into (..., n) uint64.

    Raises:
        ValueError: the last axis is not a multiple of 64.
    """
    if bits.shape[-1] % WORD_BITS:
        raise ValueError(f"want a multiple of {WORD_BITS} bits, got {bits.shape[-1]}")
    in_bytes = np.packbits(bits, axis=-1)
    return np.ascontiguousarray(in_bytes).view(">u8").astype(np.uint64)


def unpacked_bits(words: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Turn (..., n) uint64 into (..., 64 * n) booleans, the inverse of `packed_bits`."""
    in_bytes = np.ascontiguousarray(words, dtype=">u8").view(np.uint8)
    return np.unpackbits(in_bytes, axis=-1).astype(np.bool_)


def hex_text(words: NDArray[np.uint64]) -> str:
    """Return the words of one fingerprint as ImageHash writes it."""
    return "".join(f"{int(word):016x}" for word in np.atleast_1d(words))


def distance_bits(left: NDArray[np.uint64], right: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Count differing bits between fingerprints of n words, shapes (..., n) that broadcast.

    Raises:
        TypeError: an array is not uint64; a float would lose bits in silence.

    Source: R. Hamming, Bell System Technical Journal 29 (1950), 147-160.
    """
    if left.dtype != np.uint64 or right.dtype != np.uint64:
        raise TypeError(f"want uint64 fingerprints, got {left.dtype} and {right.dtype}")
    differing: NDArray[np.int64] = np.bitwise_count(left ^ right).sum(axis=-1, dtype=np.int64)
    return differing
