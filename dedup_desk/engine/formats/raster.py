"""The plain lossless formats: GIF, BMP, portable maps, Photoshop's composite."""

from __future__ import annotations

from typing import Final

from PIL import Image

from dedup_desk.engine.formats.base import Format, Storage, mode_bits, starts, suffixes

_PHOTOSHOP_DEPTH_AT: Final = 22


def _map_storage(image: Image.Image, data: bytes) -> Storage:
    """A portable map with more than 255 grey levels a sample has 16 bits, also in colour."""
    fields = data[:512].split()
    is_deep = (
        len(fields) > 3
        and fields[0] in (b"P2", b"P3", b"P5", b"P6")
        and (_comment_free_maximum(data[:512]) > 255)
    )
    return Storage(bit_depth=16 if is_deep else mode_bits(image.mode))


def _comment_free_maximum(head: bytes) -> int:
    lines = [line.partition(b"#")[0] for line in head.splitlines()]
    fields = b" ".join(lines).split()
    return int(fields[3]) if len(fields) > 3 and fields[3][:6].isdigit() else 255


def _photoshop_storage(_image: Image.Image, data: bytes) -> Storage:
    return Storage(bit_depth=int.from_bytes(data[_PHOTOSHOP_DEPTH_AT : _PHOTOSHOP_DEPTH_AT + 2]))


GIF: Final = Format(
    name="GIF", plugin="GIF", suffixes=suffixes(".gif"), signatures=starts(b"GIF87a", b"GIF89a")
)
BMP: Final = Format(
    name="BMP",
    plugin="BMP",
    suffixes=suffixes(".bmp", ".dib"),
    signatures=tuple(
        ((0, b"BM"), (14, bytes([size, 0, 0, 0]))) for size in (12, 40, 56, 64, 108, 124)
    ),
)
PORTABLE_MAP: Final = Format(
    name="PNM",
    plugin="PPM",
    suffixes=suffixes(".pbm", ".pgm", ".ppm", ".pnm", ".pfm"),
    signatures=tuple(
        ((0, kind + space),)
        for kind in (b"P1", b"P2", b"P3", b"P4", b"P5", b"P6", b"Pf", b"PF")
        for space in (b"\n", b" ", b"\r", b"\t")
    ),
    storage=_map_storage,
)
PHOTOSHOP: Final = Format(
    name="Photoshop",
    plugin="PSD",
    suffixes=suffixes(".psd"),
    signatures=starts(b"8BPS\0\1"),
    storage=_photoshop_storage,
)
