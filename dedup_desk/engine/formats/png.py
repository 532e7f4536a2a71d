"""PNG and its animated kin."""

from __future__ import annotations

from typing import Final

from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, mode_bits, starts, suffixes


def _storage(image: Image.Image, data: bytes) -> Storage:
    """Read the bit depth from the header chunk: Pillow opens 16-bit colour as 8-bit."""
    is_header_first = data[12:16] == b"IHDR" and len(data) > 24
    return Storage(bit_depth=data[24] if is_header_first else mode_bits(image.mode))


FORMAT: Final = Format(
    name="PNG",
    plugin="PNG",
    suffixes=suffixes(".png", ".apng"),
    signatures=starts(b"\x89PNG\r\n\x1a\n"),
    storage=_storage,
)
