"""AVIF."""

from __future__ import annotations

from typing import Final

from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, brands, ends_in_data, suffixes

_HIGH_DEPTH: Final = 0x40
_TWELVE_BITS: Final = 0x20


def _storage(_image: Image.Image, data: bytes) -> Storage:
    """Read the depth from the AV1 configuration box; whether it is lossless is not written."""
    box = data.find(b"av1C")
    flags = data[box + 6] if 0 <= box < len(data) - 7 else 0
    if not flags & _HIGH_DEPTH:
        return Storage(is_lossless=False)
    return Storage(bit_depth=12 if flags & _TWELVE_BITS else 10, is_lossless=False)


FORMAT: Final = Format(
    name="AVIF",
    plugin="AVIF",
    suffixes=suffixes(".avif", ".avifs"),
    signatures=brands(b"avif", b"avis"),
    storage=_storage,
    is_whole=ends_in_data,
    cost_s_per_megabyte=0.3,
)
