"""WebP, lossy and lossless, still and moving."""

from __future__ import annotations

from typing import Final

from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, ends_in_data, suffixes

_FIRST_CHUNK_AT: Final = 12


def _storage(_image: Image.Image, data: bytes) -> Storage:
    """A lossless stream is a VP8L chunk; in the extended form it comes a few chunks later."""
    head = data[: _FIRST_CHUNK_AT + 4]
    is_plain = head.endswith(b"VP8L")
    is_extended = head.endswith(b"VP8X") and b"VP8 " not in data and b"VP8L" in data
    return Storage(is_lossless=is_plain or is_extended)


FORMAT: Final = Format(
    name="WebP",
    plugin="WEBP",
    suffixes=suffixes(".webp"),
    signatures=(((0, b"RIFF"), (8, b"WEBP")),),
    storage=_storage,
    is_whole=ends_in_data,
    cost_s_per_megabyte=0.15,
)
