"""What one worker learns from one file in one read: the values that cross into the index."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.records import Digest, FileStamp, PictureFacts


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprints:
    """The perceptual bits of one picture, with the recipe that made them.

    Attributes:
        recipe: algorithm, size, reduction, versions; different recipes are never compared.
        phash64: (8,) uint64, pHash of the picture under the 8 symmetries (order: see
            `core/fingerprints.py`); element 0 is the upright picture's own and equals ImageHash's.
        phash256: (4,) uint64, the 256-bit pHash of the upright picture, first bits first.
    """

    recipe: str
    phash64: NDArray[np.uint64]
    phash256: NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class MeasuredImage:
    """Everything the quick pass learns from one readable file.

    Attributes:
        stamp: the file when it was read.
        digest: SHA-256 of the bytes.
        picture, facts: how it is stored, what its metadata says.
        sidecars: names of companion files in the same folder, sorted.
        is_blank: too little detail to compare.
        fingerprints: perceptual bits.
        thumbnail: the picture at 256 px, an encoded JPEG, upright sRGB.
        proxy: the picture at 512 px, an encoded JPEG, upright sRGB.
        sidecars_stamp: changes when a companion changes; 0 where there is none.
    """

    stamp: FileStamp
    digest: Digest
    picture: PictureFacts
    facts: MetadataFacts
    sidecars: tuple[bytes, ...]
    is_blank: bool
    fingerprints: Fingerprints
    thumbnail: bytes
    proxy: bytes
    sidecars_stamp: int = 0
