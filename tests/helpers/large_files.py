"""Files as large scanners write them: tiles, strips, one long strip; made by hand, in any size."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

DEFLATED, PLAIN = 8, 1


def tiled(pixels: NDArray[Any], edge_px: int, packing: int = DEFLATED, planes: int = 1) -> bytes:
    """Return a TIFF of square tiles; those at the right and lower edge are padded."""
    high, wide = pixels.shape[:2]
    down, across = -(-high // edge_px), -(-wide // edge_px)
    room = ((0, down * edge_px - high), (0, across * edge_px - wide), (0, 0))
    padded = np.pad(pixels.reshape(high, wide, -1), room)
    tiles = [
        plane[y : y + edge_px, x : x + edge_px]
        for plane in _planes(padded, planes)
        for y in range(0, high, edge_px)
        for x in range(0, wide, edge_px)
    ]
    shape = {322: edge_px, 323: edge_px}
    return _tiff(pixels, [_packed(one, packing) for one in tiles], shape, (packing, planes))


def stripped(pixels: NDArray[Any], rows: int, packing: int = DEFLATED, planes: int = 1) -> bytes:
    """Return a TIFF of strips of so many rows."""
    whole = pixels.reshape(*pixels.shape[:2], -1)
    strips = [
        plane[y : y + rows] for plane in _planes(whole, planes) for y in range(0, len(pixels), rows)
    ]
    return _tiff(pixels, [_packed(one, packing) for one in strips], {278: rows}, (packing, planes))


def filtered_png(rows: NDArray[np.uint8], kinds: Sequence[int], channels: int) -> bytes:
    """Return an 8-bit PNG whose rows use the filter types given, one after the other.

    Args:
        rows: (H, W * channels).
        kinds: filter types 0 to 4.
        channels: 1 or 3.
    """
    above = np.zeros(rows.shape[1], np.int64)
    coded = []
    for number, row in enumerate(rows.astype(np.int64)):
        kind = kinds[number % len(kinds)]
        coded.append(
            bytes([kind]) + _FILTERS[kind](row, above, channels).astype(np.uint8).tobytes()
        )
        above = row
    size = (rows.shape[1] // channels, len(rows))
    header = struct.pack(">LLBBBBB", *size, 8, 0 if channels == 1 else 2, 0, 0, 0)
    packed = zlib.compress(b"".join(coded))
    halves = (packed[: len(packed) // 2], packed[len(packed) // 2 :])
    chunks = [chunk(b"IHDR", header), *(chunk(b"IDAT", one) for one in halves), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def chunk(name: bytes, content: bytes) -> bytes:
    """Return one PNG chunk."""
    return (
        struct.pack(">L", len(content))
        + name
        + content
        + struct.pack(">L", zlib.crc32(name + content))
    )


def _planes(pixels: NDArray[Any], planes: int) -> list[NDArray[Any]]:
    return [pixels] if planes == 1 else [pixels[..., one : one + 1] for one in range(planes)]


def _packed(samples: NDArray[Any], packing: int) -> bytes:
    plain = samples.tobytes()
    return zlib.compress(plain) if packing == DEFLATED else plain


def _tiff(
    pixels: NDArray[Any], segments: list[bytes], shape: dict[int, int], how: tuple[int, int]
) -> bytes:
    channels = 1 if pixels.ndim == 2 else pixels.shape[2]
    body, places = b"", []
    for one in segments:
        places.append(8 + len(body))
        body += one + b"\0" * (len(one) & 1)
    where, lengths = (324, 325) if 322 in shape else (273, 279)
    kind = {"u": 1, "i": 2, "f": 3}[pixels.dtype.kind]
    tags: dict[int, list[int]] = {
        256: [pixels.shape[1]],
        257: [pixels.shape[0]],
        258: [pixels.dtype.itemsize * 8] * channels,
        259: [how[0]],
        262: [2 if channels >= 3 else 1],
        277: [channels],
        284: [2 if how[1] > 1 else 1],
        339: [kind] * channels,
        **{tag: [value] for tag, value in shape.items()},
        where: places,
        lengths: [len(one) for one in segments],
    }
    return _assembled(body, tags)


def _assembled(body: bytes, tags: dict[int, list[int]]) -> bytes:
    values_at, directory = 8 + len(body), struct.pack("<H", len(tags))
    values = b""
    for tag in sorted(tags):
        packed = struct.pack(f"<{len(tags[tag])}L", *tags[tag])
        entry = packed
        if len(packed) > 4:
            entry = struct.pack("<L", values_at + len(values))
            values += packed
        directory += struct.pack("<HHL", tag, 4, len(tags[tag])) + entry
    at = values_at + len(values)
    return b"II*\0" + struct.pack("<L", at) + body + values + directory + b"\0" * 4


def _left(row: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    return np.concatenate([np.zeros(step, np.int64), row[:-step]])


def _paeth(row: NDArray[np.int64], above: NDArray[np.int64], step: int) -> NDArray[np.int64]:
    left, corner = _left(row, step), _left(above, step)
    guess = left + above - corner
    distances = np.abs(np.stack([guess - left, guess - above, guess - corner]))
    chosen = np.argmin(distances, axis=0)
    nearest: NDArray[np.int64] = np.choose(chosen, [left, above, corner])
    return row - nearest


_FILTERS: dict[int, Callable[..., NDArray[np.int64]]] = {
    0: lambda row, above, step: row,
    1: lambda row, above, step: row - _left(row, step),
    2: lambda row, above, step: row - above,
    3: lambda row, above, step: row - (_left(row, step) + above) // 2,
    4: _paeth,
}
