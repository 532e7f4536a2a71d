"""TIFF: any depth, many compressions, many pages; Pillow turns it upright itself."""

from __future__ import annotations

from typing import Any, Final

from PIL import Image, TiffImagePlugin

from dedup_desk.engine.formats.base import Format, Storage, mode_bits, starts, suffixes

_LOSSY: Final = frozenset({"jpeg", "tiff_jpeg", "webp"})


def _storage(image: Image.Image, _data: bytes) -> Storage:
    bits: Any = getattr(image, "tag_v2", {}).get(TiffImagePlugin.BITSPERSAMPLE)
    deepest = max(bits) if isinstance(bits, tuple) and bits else bits
    return Storage(
        bit_depth=deepest if isinstance(deepest, int) else mode_bits(image.mode),
        is_lossless=image.info.get("compression") not in _LOSSY,
    )


FORMAT: Final = Format(
    name="TIFF",
    plugin="TIFF",
    suffixes=suffixes(".tif", ".tiff"),
    signatures=starts(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    storage=_storage,
    turns_itself=True,
)
