"""What a fingerprint must tell: its id and version, its width, the reduction it reads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class HashKind:
    """One row of `HASHES`.

    Attributes:
        id: short name; `version` changes when the same picture would get other bits.
        bits: width, a multiple of 64.
        edge_px: it reads the whole picture shrunk to a square of this edge, grey (LANCZOS).
        compute: (..., edge, edge) uint8 -> (..., bits / 64) uint64.
    """

    id: str
    version: int
    bits: int
    edge_px: int
    compute: Callable[[NDArray[np.uint8]], NDArray[np.uint64]]
