"""JPEG in parts: reduced by its own transform; at full size by restart intervals where it has them.

A coder that wrote restart markers on row boundaries let us in at any of them. Without them a JPEG
can only be read from its top; then a part costs the memory of everything above it, and where that
is too much, the finest eighth, quarter or half that fits is what can be had.

Source: ITU-T T.81 (1992), B.2 and E.1.4.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final, cast

import numpy as np
from PIL import Image

from dedup_desk.engine.content import Content
from dedup_desk.engine.parts.base import BAND_BYTES, NOTHING_MORE, Band, PixelBox
from dedup_desk.engine.parts.pieces import as_band, cut
from dedup_desk.engine.parts.segments import damaged

MOST_BYTES: Final = 1_700_000_000
"""What one part of a JPEG without restart markers may take."""

_SHRINKS: Final = (1, 2, 4, 8)
_SEQUENTIAL: Final = (0xC0, 0xC1)
_FRAMES: Final = (*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_DROPPED: Final = (*range(0xE1, 0xEE), 0xEF, 0xFE)
"""Application segments but JFIF's and Adobe's (which says how colours are coded), and comments."""

_SCAN, _RESTART = 0xDA, 0xDD
_SEARCH_BYTES: Final = 1 << 22
_COEFFICIENT_BYTES: Final = 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the headers say.

    Attributes:
        head: marker segments that a part needs, from the start to the scan's own header.
        height_at: where in them the picture's height stands.
        scan_at: where in the file coded data begins.
        unit: width and height of one coded unit in pixels.
        components: how many.
        blocks: coded blocks a unit.
        interval: units between restart markers, 0: none.
        is_sequential: one scan, row by row.
    """

    head: bytes
    height_at: int
    scan_at: int
    unit: tuple[int, int]
    components: int
    blocks: int
    interval: int
    is_sequential: bool


class JpegParts:
    """A JPEG of any size; how fine it can be had depends on how it was written.

    Args:
        data: the file.
        width_px, height_px: as its header says.
    """

    info = NOTHING_MORE

    def __init__(self, data: Content, width_px: int, height_px: int) -> None:
        self._data, self.width_px, self.height_px = data, width_px, height_px
        self._frame = _frame(data)
        self._across = math.ceil(width_px / self._frame.unit[0])
        self._rows_apart = self._rows_between_restarts()
        self._restarts: list[int] | None = None

    @property
    def is_in_parts(self) -> bool:
        """False where even an eighth takes too much."""
        return self._cost_bytes(self.height_px, 8) <= MOST_BYTES

    @property
    def shrinks_by(self) -> int:
        """1 with restart markers on row boundaries, or where the whole height can be afforded."""
        if self._rows_apart:
            return 1
        fits = [one for one in _SHRINKS if self._cost_bytes(self.height_px, one) <= MOST_BYTES]
        return fits[0] if fits else _SHRINKS[-1]

    def bands(self, box: PixelBox, at_most: int) -> Iterator[Band]:
        """Yield the rows of a box, shrunk by the decoder by `at_most` or as much as it must."""
        by = max(at_most, self.shrinks_by)
        if self._rows_apart and by == 1:
            yield from self._by_restarts(box)
        else:
            yield self._from_the_top(box, by)

    def _rows_between_restarts(self) -> int:
        """Return the least number of coded rows between restart markers at a row's beginning."""
        interval = self._frame.interval
        if not interval or not self._frame.is_sequential:
            return 0
        return math.lcm(interval, self._across) // self._across

    def _cost_bytes(self, rows: int, by: int) -> int:
        """Return about what decoding the first rows takes; a progressive file takes all of it."""
        pixels = 4 * math.ceil(self.width_px / by) * math.ceil(rows / by)
        if self._frame.is_sequential:
            return pixels
        high = self._frame.unit[1]
        units = self._across * math.ceil(self.height_px / high)
        return pixels + units * self._frame.blocks * 64 * _COEFFICIENT_BYTES

    def _from_the_top(self, box: PixelBox, by: int) -> Band:
        """Decode the first rows and cut the box out; the header is told that there are no more."""
        last = self.height_px
        if self._frame.is_sequential:
            unit = self._frame.unit[1]
            last = min((box.bottom // unit + 2) * unit, self.height_px)
        joined = _Joined(self._head_for(last), self._data, self._frame.scan_at)
        with Image.open(cast("BinaryIO", joined), formats=["JPEG"]) as image:
            if by > 1:
                image.draft(None, (math.ceil(self.width_px / by), math.ceil(last / by)))
            image.load()
            edges = (box.left / by, box.top / by, box.right / by, box.bottom / by)
            left, top = (math.floor(one) for one in edges[:2])
            right, bottom = (math.ceil(one) for one in edges[2:])
            part = image.crop((left, top, min(right, image.width), min(bottom, image.height)))
        band = as_band(part)
        return Band(band.samples, band.mode, by)

    def _by_restarts(self, box: PixelBox) -> Iterator[Band]:
        """Decode a few coded rows at a time, with a neighbour on each side for smooth colour."""
        high = self._frame.unit[1] * self._rows_apart
        each = max(1, BAND_BYTES // (high * self.width_px * self._frame.components))
        groups = math.ceil(self.height_px / high)
        for group in range(box.top // high, (box.bottom - 1) // high + 1, each):
            behind = min(group + each, (box.bottom - 1) // high + 1)
            begin, end = max(group - 1, 0), min(behind + 1, groups)
            band = self._restarted(begin, end, high)
            inner = PixelBox(
                box.left,
                max(box.top, group * high),
                box.width,
                min(box.bottom, behind * high) - max(box.top, group * high),
            )
            yield cut(band, begin * high, 0, inner)

    def _restarted(self, begin: int, end: int, high: int) -> Band:
        each = self._rows_apart * self._across // self._frame.interval
        marks = self._marks()
        first, last = begin * each, end * each
        starts = self._frame.scan_at if not first else marks[first - 1] + 2
        ends = marks[last - 1] if last <= len(marks) else len(self._data)
        coded = np.frombuffer(bytes(self._data[starts:ends]), np.uint8).copy()
        within = np.array(marks[first : last - 1], np.int64) - starts
        coded[within + 1] = 0xD0 + np.arange(len(within)) % 8
        rows = min(end * high, self.height_px) - begin * high
        made = self._head_for(rows) + coded.tobytes() + b"\xff\xd9"
        with Image.open(io.BytesIO(made), formats=["JPEG"]) as image:
            image.load()
            return as_band(image)

    def _marks(self) -> list[int]:
        """Return where the restart markers are, searched for once."""
        if self._restarts is None:
            self._restarts = list(_restart_places(self._data, self._frame.scan_at))
            units = self._across * math.ceil(self.height_px / self._frame.unit[1])
            if len(self._restarts) < math.ceil(units / self._frame.interval) - 1:
                raise damaged()
        return self._restarts

    def _head_for(self, rows: int) -> bytes:
        at = self._frame.height_at
        return self._frame.head[:at] + rows.to_bytes(2) + self._frame.head[at + 2 :]


class _Joined(io.RawIOBase):
    """A made-up header and the coded data of a file behind it, without copying either."""

    def __init__(self, head: bytes, data: Content, scan_at: int) -> None:
        self._head, self._data, self._scan_at, self._at = head, data, scan_at, 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        if self._at < len(self._head):
            got = self._head[self._at :] if size < 0 else self._head[self._at : self._at + size]
        else:
            begin = self._scan_at + self._at - len(self._head)
            got = bytes(self._data[begin:] if size < 0 else self._data[begin : begin + size])
        self._at += len(got)
        return got

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place; from the end only as far as Pillow ever asks."""
        length = len(self._head) + len(self._data) - self._scan_at
        self._at = offset + (0, self._at, length)[whence]
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def seekable(self) -> bool:
        """Any place can be gone to."""
        return True

    def readable(self) -> bool:
        """It is for reading."""
        return True


def _restart_places(data: Content, begin: int) -> Iterator[int]:
    for at in range(begin, len(data), _SEARCH_BYTES):
        piece = np.frombuffer(bytes(data[at : at + _SEARCH_BYTES + 1]), np.uint8)
        found = (piece[:-1] == 0xFF) & ((piece[1:] & 0xF8) == 0xD0)
        yield from (np.flatnonzero(found) + at).tolist()


def _frame(data: Content) -> _Frame:
    kept, at, height_at = [b"\xff\xd8"], 2, 0
    marker, sof, interval = 0, b"", 0
    while len(head := bytes(data[at : at + 4])) == 4:
        if head[0] != 0xFF or head[1] == 0xFF:
            at += 1
            continue
        marker, length = head[1], int.from_bytes(head[2:])
        segment = bytes(data[at : at + 2 + length])
        at += 2 + length
        if marker in _FRAMES and not sof:
            sof, height_at = segment, sum(len(one) for one in kept) + 5
        if marker == _RESTART:
            interval = int.from_bytes(segment[4:6])
        if marker not in _DROPPED:
            kept.append(segment)
        if marker == _SCAN:
            break
    if marker != _SCAN or len(sof) < 10 or len(sof) < 10 + 3 * sof[9]:
        raise damaged()
    factors = [(sof[11 + 3 * one] >> 4, sof[11 + 3 * one] & 15) for one in range(sof[9])]
    widest, highest = (max(one[axis] for one in factors) for axis in (0, 1))
    is_one_scan = sof[1] in _SEQUENTIAL and kept[-1][4] == sof[9]
    unit = (8 * widest, 8 * highest) if len(factors) > 1 else (8, 8)
    blocks = sum(wide * high for wide, high in factors) if len(factors) > 1 else 1
    return _Frame(b"".join(kept), height_at, at, unit, sof[9], blocks, interval, is_one_scan)
