"""A small wide-gamut ICC profile, written from its numbers.

Version 2 matrix/gamma display profile (ICC.1:2001-04) with the primaries of Adobe RGB (1998)
adapted to D50 and a plain gamma of 563/256. No file of Adobe's is used; the name says "compatible".
"""

from __future__ import annotations

import struct
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

GAMMA = 563 / 256

_TO_D50 = np.array(
    [[0.60974, 0.20528, 0.14919], [0.31111, 0.62567, 0.06322], [0.01947, 0.06087, 0.74457]]
)
"""Linear wide-gamut RGB to XYZ (D50); columns are the primaries."""

_SRGB_TO_D50 = np.array(
    [[0.43607, 0.38515, 0.14307], [0.22249, 0.71687, 0.06061], [0.01392, 0.09708, 0.71410]]
)


@lru_cache(maxsize=1)
def wide_gamut_profile() -> bytes:
    """Return the profile's bytes, the same every time (its date is fixed)."""
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(GAMMA * 256)) + bytes(2)
    tags = [
        (b"desc", _description("Wide gamut RGB (A98 compatible)")),
        (b"cprt", b"text" + bytes(4) + b"Public domain\x00" + bytes(2)),
        (b"wtpt", _xyz((0.9642, 1.0, 0.8249))),
        *((name, _xyz(_TO_D50[:, at])) for at, name in enumerate((b"rXYZ", b"gXYZ", b"bXYZ"))),
        *((name, curve) for name in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    return _assembled(tags)


def to_wide_gamut(srgb: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return an (H, W, 3) sRGB picture in the profile's numbers; it looks the same when managed."""
    coded = np.arange(256) / 255.0
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    mix = np.linalg.solve(_TO_D50, _SRGB_TO_D50).astype(np.float32)
    wide = linear.astype(np.float32)[srgb] @ mix.T
    encoded = np.clip(wide, 0.0, 1.0) ** np.float32(1.0 / GAMMA)
    coded_bytes: NDArray[np.uint8] = (encoded * 255.0 + 0.5).astype(np.uint8)
    return coded_bytes


def _assembled(tags: list[tuple[bytes, bytes]]) -> bytes:
    table, body = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags:
        padded = value + bytes(-len(value) % 4)
        table += name + struct.pack(">II", start + len(body), len(value))
        body += padded
    size = start + len(body)
    date = struct.pack(">6H", 2004, 1, 1, 0, 0, 0)
    header = struct.pack(
        ">I4sI4s4s4s12s4s", size, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ", date, b"acsp"
    )
    white = struct.pack(">3i", 63190, 65536, 54061)
    return (header.ljust(68, b"\x00") + white).ljust(128, b"\x00") + table + body


def _xyz(value: tuple[float, float, float] | NDArray[np.float64]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *(round(float(part) * 65536) for part in value))


def _description(text: str) -> bytes:
    ascii_text = text.encode("ascii") + b"\x00"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_text)) + ascii_text + bytes(12 + 67)
