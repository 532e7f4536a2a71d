"""TIFF: any depth, many compressions, many pages; Pillow turns it upright itself."""

from __future__ import annotations

import struct
from typing import Any, Final

from PIL import Image, TiffImagePlugin

from dedup_desk.engine.formats.base import Format, Storage, mode_bits, starts, suffixes

MOST_PAGES: Final = 100_000
"""Counting stops here: more than one is all that anybody asks."""

_LOSSY: Final = frozenset({"jpeg", "tiff_jpeg", "webp"})


def _storage(image: Image.Image, _data: bytes) -> Storage:
    bits: Any = getattr(image, "tag_v2", {}).get(TiffImagePlugin.BITSPERSAMPLE)
    deepest = max(bits) if isinstance(bits, tuple) and bits else bits
    return Storage(
        bit_depth=deepest if isinstance(deepest, int) else mode_bits(image.mode),
        is_lossless=image.info.get("compression") not in _LOSSY,
    )


def _page_count(_image: Image.Image, data: bytes) -> int:
    """Walk the chain of directories; a chain may be endless, or bite its own tail."""
    order = "<" if data[:2] == b"II" else ">"
    is_big = data[2:4] in (b"+\0", b"\0+")
    counter, entry_bytes, offset = ("Q", 20, "Q") if is_big else ("H", 12, "I")
    count_at, next_at = struct.Struct(order + counter), struct.Struct(order + offset)
    (at,) = next_at.unpack_from(data, 8 if is_big else 4)
    seen: set[int] = set()
    while at and at not in seen and len(seen) < MOST_PAGES:
        seen.add(at)
        try:
            (entries,) = count_at.unpack_from(data, at)
            (at,) = next_at.unpack_from(data, at + count_at.size + entries * entry_bytes)
        except (struct.error, OverflowError):
            break
    return max(1, len(seen))


FORMAT: Final = Format(
    name="TIFF",
    plugin="TIFF",
    suffixes=suffixes(".tif", ".tiff"),
    signatures=starts(b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"),
    storage=_storage,
    page_count=_page_count,
    turns_itself=True,
)
