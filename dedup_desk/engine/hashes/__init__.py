"""HASHES: the perceptual fingerprints; a new one is a row here and a file beside it.

`base` says what a fingerprint must tell; `phash` is the one in use, at two widths.
Every row runs through the conformance tests: repeatable, as wide as it says, tells a mirror image
from its original, survives recompression.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dedup_desk.engine.hashes.base import HashKind
from dedup_desk.engine.hashes.phash import PHASH64, PHASH256

HASHES: Final[Mapping[str, HashKind]] = MappingProxyType(
    {kind.id: kind for kind in (PHASH64, PHASH256)}
)
