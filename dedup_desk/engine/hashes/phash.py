"""pHash as ImageHash defines it, for a whole stack of reductions at once.

A two-dimensional DCT of the reduced grey picture; its lowest frequencies, compared with their
median. The DCT runs through `scipy.fft.dctn`, axis by axis as ImageHash does it: as a product of
matrices it rounds differently, and flat pictures then differ in up to 31 bits.

Source: E. Klinger and D. Starkweather, pHash (2010); definition followed: ImageHash 4.3.
"""

from __future__ import annotations

from functools import partial
from typing import Final

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from dedup_desk.core.fingerprints import packed_bits
from dedup_desk.engine.hashes.base import HashKind

_OVERSIZE: Final = 4
"""The reduction is this many times as wide as the block of frequencies that is kept."""


def phash(reductions: NDArray[np.uint8], kept: int) -> NDArray[np.uint64]:
    """Return the pHash of square reductions.

    Args:
        reductions: (..., 4 * kept, 4 * kept) uint8, grey.
        kept: frequencies kept on each axis: 8 gives 64 bits, 16 gives 256.

    Returns:
        (..., kept * kept / 64) uint64.
    """
    frequencies = scipy.fft.dctn(reductions.astype(np.float64), type=2, axes=(-2, -1))
    low = frequencies[..., :kept, :kept].reshape(*reductions.shape[:-2], kept * kept)
    return packed_bits(low > np.median(low, axis=-1, keepdims=True))


def _kind(kept: int) -> HashKind:
    bits = kept * kept
    return HashKind(f"phash{bits}", 1, bits, _OVERSIZE * kept, partial(phash, kept=kept))


PHASH64: Final = _kind(8)
PHASH256: Final = _kind(16)
