"""JPEG 2000: fewer resolution levels are decoded when a small picture is enough."""

from __future__ import annotations

from typing import Any, Final

from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, starts, suffixes

_SIZE_MARKER: Final = b"\xff\x4f\xff\x51"
_CODING_MARKER: Final = b"\xff\x52"
_REVERSIBLE: Final = 1
_MOST_LEVELS: Final = 5


def _storage(_image: Image.Image, data: bytes) -> Storage:
    """Read sample depth (SIZ) and wavelet (COD) from the code stream's main header."""
    start = data.find(_SIZE_MARKER)
    depth_at, coding = start + 42, data.find(_CODING_MARKER, max(start, 0))
    if start < 0 or len(data) <= depth_at:
        return Storage(is_lossless=False)
    wavelet = data[coding + 13 : coding + 14] if coding >= 0 else b""
    return Storage(
        bit_depth=(data[depth_at] & 0x7F) + 1, is_lossless=wavelet == bytes([_REVERSIBLE])
    )


def _ask_reduced(image: Any, width_px: int, height_px: int) -> None:
    """Discard resolution levels while both edges stay large enough."""
    levels = 0
    while levels < _MOST_LEVELS and _is_enough(image, levels + 1, width_px, height_px):
        levels += 1
    image.reduce = levels  # Pillow's plug-in shadows the method with this number


def _is_enough(image: Image.Image, levels: int, width_px: int, height_px: int) -> bool:
    return image.width >> levels >= width_px and image.height >> levels >= height_px


FORMAT: Final = Format(
    name="JPEG 2000",
    plugin="JPEG2000",
    suffixes=suffixes(".jp2", ".j2k", ".jpf", ".jpx", ".j2c", ".jpc"),
    signatures=starts(b"\x00\x00\x00\x0cjP  \r\n\x87\n", _SIZE_MARKER),
    storage=_storage,
    cost_s_per_megabyte=0.6,
)
