"""JPEG: scaled decoding, quality from the quantisation tables, and where it must end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, starts, suffixes

_END_OF_IMAGE: Final = b"\xff\xd9"
_START_OF_SCAN: Final = b"\xff\xda"
_WITHOUT_LENGTH: Final = frozenset(bytes([0xFF, code]) for code in (0x01, *range(0xD0, 0xD9)))

_SAMPLINGS: Final = {
    (1, 1): "4:4:4",
    (2, 1): "4:2:2",
    (2, 2): "4:2:0",
    (1, 2): "4:4:0",
    (4, 1): "4:1:1",
    (4, 2): "4:1:0",
}
"""How much wider and higher than colour brightness is sampled, and what that is called."""

_STANDARD: Final = np.array(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ],
    dtype=np.int64,
).reshape(-1)
"""Luminance quantisation of quality 50; source: ITU-T T.81 (1992), table K.1."""


def _scaled_tables() -> NDArray[np.int64]:
    """Return the luminance tables of qualities 1 to 100, (100, 64), as libjpeg scales them."""
    quality = np.arange(1, 101)
    percent = np.where(quality < 50, 5000 // quality, 200 - 2 * quality)
    scaled: NDArray[np.int64] = (_STANDARD[None, :] * percent[:, None] + 50) // 100
    return np.clip(scaled, 1, 255)


_TABLES: Final = _scaled_tables()


def estimated_quality(luminance: NDArray[np.int64]) -> int:
    """Return the libjpeg quality whose luminance table is nearest to this one ((64,) natural)."""
    distances = np.abs(_TABLES - luminance[None, :]).sum(axis=1)
    return int(np.argmin(distances)) + 1


def _storage(image: Image.Image, _data: bytes) -> Storage:
    tables = getattr(image, "quantization", None) or {}
    luminance = np.asarray(list(tables.get(0, ())), dtype=np.int64)
    quality = estimated_quality(luminance) if luminance.size == 64 else None
    return Storage(
        is_lossless=False,
        jpeg_quality=quality,
        jpeg_sampling=_sampling(getattr(image, "layer", ())),
        is_progressive=bool(image.info.get("progressive")),
    )


def _sampling(layers: Sequence[tuple[int, int, int, int]]) -> str | None:
    """Return how colour is thinned out, in the usual three figures; None for grey.

    Args:
        layers: of each component its id, sampling factors across and down, and table.
    """
    if len(layers) < 3:
        return None
    factors = [(one[1], one[2]) for one in layers]
    (wide, high), colour = factors[0], factors[1]
    if min(*colour) < 1 or wide % colour[0] or high % colour[1]:
        return None
    known = _SAMPLINGS.get((wide // colour[0], high // colour[1]))
    return known if factors[2] == colour else None


def _ask_reduced(image: Image.Image, _data: bytes, width_px: int, height_px: int) -> None:
    image.draft(None, (width_px, height_px))


def _is_whole(data: bytes) -> bool:
    """Look for the end marker behind the first scan; libjpeg invents grey where it is missing."""
    scan = _scan_start(data)
    return scan is not None and data.rfind(_END_OF_IMAGE) > scan


def _scan_start(data: bytes) -> int | None:
    """Walk the segments before the first scan: an embedded thumbnail has scans of its own."""
    at = 2
    while data[at : at + 1] == b"\xff" and at + 4 <= len(data):
        marker = data[at : at + 2]
        if marker == _START_OF_SCAN:
            return at
        if marker == b"\xff\xff":
            at += 1
        elif marker in _WITHOUT_LENGTH:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4])
    found = data.find(_START_OF_SCAN, at)  # rubbish between segments: libjpeg skips it too
    return found if found >= 0 else None


FORMAT: Final = Format(
    name="JPEG",
    plugin="JPEG",
    suffixes=suffixes(".jpg", ".jpeg", ".jpe", ".jfif", ".jif", ".mpo"),
    signatures=starts(b"\xff\xd8\xff"),
    storage=_storage,
    ask_reduced=_ask_reduced,
    is_whole=_is_whole,
    cost_s_per_megabyte=0.006,
)
