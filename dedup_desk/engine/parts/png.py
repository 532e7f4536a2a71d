"""PNG in parts: its rows come out of one stream, from the top; places on the way are remembered.

The filtered rows of a band, and the finished row above them, are wrapped as a small PNG of their
own, stored without packing, for the ordinary decoders.

Source: PNG (third edition, 2025), sections 4.6, 7 and 9.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.engine.content import Content
from dedup_desk.engine.parts.base import BAND_BYTES, Band, PixelBox
from dedup_desk.engine.parts.inflating import Inflated
from dedup_desk.engine.parts.pieces import cut, decoded_piece
from dedup_desk.engine.unreadable import UnreadableImage

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_CHANNELS: Final = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_MODES: Final = {0: "L", 2: "RGB", 4: "LA", 6: "RGBA"}
_AS_BYTES: Final = {1: (8, 0), 2: (8, 4), 3: (8, 2), 4: (8, 6), 6: (16, 2), 8: (16, 6)}
"""Bytes from one pixel to the next -> bit depth and colour type with as many."""

_COPIED: Final = (b"PLTE", b"tRNS")
_XMP: Final = b"XML:com.adobe.xmp\0\0\0"
"""Keyword of the packet, and that it is not packed."""

_PLACES: Final = 64
_CUT_SHORT: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file is damaged: the end of the picture is missing."
)


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    """Where reading can be taken up: before `row`, with the unfiltered row above it."""

    row: int
    reader: Inflated
    above: bytes


class PngParts:
    """A PNG without interlacing.

    Args:
        data: the file.
    """

    shrinks_by = 1

    def __init__(self, data: Content) -> None:
        self._header = bytes(data[16:29])
        self.width_px, self.height_px, self._bits, self._kind = struct.unpack(
            ">LLBB", self._header[:10]
        )
        self._pixel_bits = self._bits * _CHANNELS.get(self._kind, 4)
        self._row_bytes = (self.width_px * self._pixel_bits + 7) // 8
        chunks = _chunks(data)
        self._extents, self._copied = chunks.extents, chunks.copied
        self.info = chunks.info
        self._places = [_Place(0, Inflated(data, self._extents), b"\0" * self._row_bytes)]

    @property
    def is_in_parts(self) -> bool:
        """Interlaced rows come in seven passes over the whole picture."""
        return self._header[12] == 0

    def bands(self, box: PixelBox, at_most: int) -> Iterator[Band]:  # noqa: ARG002 - no codec here shrinks
        """Yield the rows of a box; what lies above it is decoded from the last place known."""
        place = max((one for one in self._places if one.row <= box.top), key=lambda one: one.row)
        row, reader, above = place.row, place.reader.copy(), place.above
        each = max(1, BAND_BYTES // (self._row_bytes + 1))
        while row < box.bottom:
            count = min(each, self.height_px - row)
            filtered = reader.take(count * (self._row_bytes + 1))
            if len(filtered) != count * (self._row_bytes + 1):
                raise UnreadableImage(message(_CUT_SHORT))
            rows = self._unfiltered(above, filtered, count)
            if row + count > box.top:
                yield cut(self._as_band(rows, count), row, 0, box)
            row, above = row + count, rows[-self._row_bytes :]
            self._remember(row, reader, above)

    def _unfiltered(self, above: bytes, filtered: bytes, count: int) -> bytes:
        """Let a decoder undo the filters, which see bytes and know nothing of palettes."""
        step = max(1, self._pixel_bits // 8)
        rows = b"\0" + above + filtered
        made = self._file((self._row_bytes // step, count + 1), _AS_BYTES[step], rows, b"")
        band = decoded_piece(made, 16 if step > 4 else 8)
        order = ">u2" if step > 4 else "u1"
        return band.samples[1:].astype(order).tobytes()

    def _as_band(self, rows: bytes, count: int) -> Band:
        """Return unfiltered rows as samples; through the file's palette or key colour, if any."""
        if self._bits >= 8 and self._kind in _MODES and not self._copied:
            order = ">u2" if self._bits > 8 else "u1"
            shape = (count, self.width_px, *((-1,) if self._kind else ()))
            samples = np.frombuffer(rows, order).reshape(shape)
            return Band(samples.astype(samples.dtype.newbyteorder("=")), _MODES[self._kind])
        marked = np.zeros((count, self._row_bytes + 1), np.uint8)
        marked[:, 1:] = np.frombuffer(rows, np.uint8).reshape(count, self._row_bytes)
        size, how = (self.width_px, count), (self._bits, self._kind)
        return decoded_piece(self._file(size, how, marked.tobytes(), self._copied), self._bits)

    def _file(
        self, size: tuple[int, int], how: tuple[int, int], rows: bytes, copied: bytes
    ) -> bytes:
        header = struct.pack(">LLBBBBB", *size, *how, 0, 0, 0)
        packed = zlib.compress(rows, 0)
        chunks = (_chunk(b"IHDR", header), copied, _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
        return _SIGNATURE + b"".join(chunks)

    def _remember(self, row: int, reader: Inflated, above: bytes) -> None:
        """Keep some places evenly over the picture, so that a part low down is not far."""
        if row >= self._places[-1].row + max(1, self.height_px // _PLACES):
            self._places.append(_Place(row, reader.copy(), above))


def _chunk(name: bytes, content: bytes) -> bytes:
    checked = name + content
    return struct.pack(">L", len(content)) + checked + struct.pack(">L", zlib.crc32(checked))


@dataclass(frozen=True, slots=True)
class _Chunks:
    """What a walk over the chunks finds.

    Attributes:
        extents: (offset, length) of the packed rows.
        copied: the chunks that give samples their meaning.
        info: metadata, also from behind the rows, where Pillow would look only after decoding.
    """

    extents: list[tuple[int, int]]
    copied: bytes
    info: dict[str, bytes]


def _chunks(data: Content) -> _Chunks:
    extents, copied, info, at = [], [], {"exif": b""}, len(_SIGNATURE)
    while len(head := bytes(data[at : at + 8])) == 8:
        length, name = int.from_bytes(head[:4]), head[4:]
        if name == b"IDAT":
            extents.append((at + 8, length))
        elif name in _COPIED and not extents:
            copied.append(bytes(data[at : at + 12 + length]))
        elif name == b"eXIf":
            info["exif"] = b"Exif\0\0" + bytes(data[at + 8 : at + 8 + length])
        elif name == b"iTXt" and bytes(data[at + 8 : at + 8 + len(_XMP)]) == _XMP:
            packet = bytes(data[at + 8 + len(_XMP) : at + 8 + length])
            info["XML:com.adobe.xmp"] = packet.split(b"\0", 2)[-1]
        elif name == b"IEND":
            break
        at += 12 + length
    return _Chunks(extents, b"".join(copied), info)
