"""JPEG 2000: fewer resolution levels are decoded when a small picture is enough."""

from __future__ import annotations

from typing import Any, Final

from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, starts, suffixes

_SIZE_MARKER: Final = b"\xff\x4f\xff\x51"
_CODING_MARKER: Final = b"\xff\x52"
_DEPTH_AT: Final = 42  # behind the marker SOC, in SIZ
_LEVELS_AT: Final = 9  # in COD
_WAVELET_AT: Final = 13
_REVERSIBLE: Final = 1
_MOST_LEVELS: Final = 5


def _storage(_image: Image.Image, data: bytes) -> Storage:
    """Read sample depth (SIZ) and wavelet (COD) from the code stream's main header."""
    start = data.find(_SIZE_MARKER)
    depth_at = start + _DEPTH_AT
    if start < 0 or len(data) <= depth_at:
        return Storage(is_lossless=False)
    return Storage(
        bit_depth=(data[depth_at] & 0x7F) + 1,
        is_lossless=_coding_byte(data, _WAVELET_AT) == _REVERSIBLE,
    )


def _coding_byte(data: bytes, offset: int) -> int:
    """Return a byte of the main header's coding style segment, 0 where there is none."""
    coding = data.find(_CODING_MARKER, max(data.find(_SIZE_MARKER), 0))
    return data[coding + offset] if 0 <= coding < len(data) - offset else 0


def _ask_reduced(image: Any, data: bytes, width_px: int, height_px: int) -> None:
    """Discard resolution levels, as many as the file has, while both edges stay large enough."""
    most = min(_coding_byte(data, _LEVELS_AT), _MOST_LEVELS)
    levels = 0
    while levels < most and _is_enough(image, levels + 1, width_px, height_px):
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
    ask_reduced=_ask_reduced,
    cost_s_per_megabyte=0.6,
)
