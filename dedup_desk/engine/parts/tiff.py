"""TIFF in parts: some strips, some tiles of one row, or rows out of one long strip."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from dedup_desk.engine.content import Content
from dedup_desk.engine.parts import segments as tags
from dedup_desk.engine.parts.base import BAND_BYTES, NOTHING_MORE, ONE_PIECE_BYTES, Band, PixelBox
from dedup_desk.engine.parts.inflating import Inflated, Plain
from dedup_desk.engine.parts.pieces import cut, decoded_piece
from dedup_desk.engine.parts.segments import Directory, damaged, directory, wrapped

_PLAIN: Final = 1
_DEFLATE: Final = (8, 32946)


class TiffParts:
    """One page of a TIFF whose strips or tiles are small enough to be decoded one by one.

    Args:
        data: the file.
        page: which page.
    """

    info = NOTHING_MORE
    shrinks_by = 1

    def __init__(self, data: Content, page: int) -> None:
        self._data, self._page = data, directory(data, page)
        self.width_px = self._page.number(tags.WIDTH, 0)
        self.height_px = self._page.number(tags.HEIGHT, 0)
        if self.width_px < 1 or self.height_px < 1:
            raise damaged()
        bits = self._page.numbers(tags.BITS) or (1,)
        self._samples = self._page.number(tags.SAMPLES, 1)
        self._bits = max(bits)
        self._planes = self._samples if self._page.number(tags.PLANES, 1) == 2 else 1
        self._pixel_bits = self._bits * self._samples
        self._rows = min(self._page.number(tags.ROWS_PER_STRIP, self.height_px), self.height_px)
        tile = (self._page.number(tags.TILE_WIDTH, 0), self._page.number(tags.TILE_HEIGHT, 0))
        self._tile = tile if min(tile) > 0 else None
        self._places = self._page.numbers(tags.TILE_OFFSETS if self._tile else tags.STRIP_OFFSETS)
        self._lengths = self._page.numbers(tags.TILE_BYTES if self._tile else tags.STRIP_BYTES)
        self._check()

    @property
    def is_in_parts(self) -> bool:
        """True where no strip or tile is as bad as the whole, or one strip can be read in rows."""
        wide, high = self._tile or (self.width_px, self._rows)
        if wide * high * self._pixel_bits // 8 <= ONE_PIECE_BYTES:
            return True
        return self._is_one_stream

    def bands(self, box: PixelBox, at_most: int) -> Iterator[Band]:  # noqa: ARG002 - no codec here shrinks
        """Yield the rows of a box, about `BAND_BYTES` at a time."""
        if self._tile is not None:
            yield from self._from_tiles(box, self._tile)
        elif self._is_one_stream:
            yield from self._from_rows(box)
        else:
            yield from self._from_strips(box)

    @property
    def _is_one_stream(self) -> bool:
        """One long strip, plain or deflated: its rows can be had one after the other."""
        packing = self._page.number(tags.COMPRESSION, _PLAIN)
        is_long = self._rows * self._row_bytes > BAND_BYTES and self._planes == 1
        return self._tile is None and is_long and packing in (_PLAIN, *_DEFLATE)

    @property
    def _row_bytes(self) -> int:
        return (self.width_px * self._pixel_bits + 7) // 8

    def _check(self) -> None:
        across, down = self._grid()
        if len(self._places) < across * down * self._planes or len(self._places) != len(
            self._lengths
        ):
            raise damaged()

    def _grid(self) -> tuple[int, int]:
        wide, high = self._tile or (self.width_px, self._rows)
        return -(-self.width_px // wide), -(-self.height_px // high)

    def _segment(self, number: int) -> bytes:
        at, length = self._places[number], self._lengths[number]
        found = bytes(self._data[at : at + length])
        if len(found) != length:
            raise damaged()
        return found

    def _from_strips(self, box: PixelBox) -> Iterator[Band]:
        down = self._grid()[1]
        at_a_time = max(1, BAND_BYTES // max(self._rows * self._row_bytes, 1))
        first, last = box.top // self._rows, (box.bottom - 1) // self._rows
        for strip in range(first, last + 1, at_a_time):
            behind = min(strip + at_a_time, last + 1)
            top, bottom = strip * self._rows, min(behind * self._rows, self.height_px)
            numbers = [[p * down + s for s in range(strip, behind)] for p in range(self._planes)]
            yield cut(self._decoded((self.width_px, bottom - top), numbers), top, 0, box)

    def _from_tiles(self, box: PixelBox, tile: tuple[int, int]) -> Iterator[Band]:
        across, down = self._grid()
        wide, high = tile
        left, right = box.left // wide, (box.right - 1) // wide + 1
        for row in range(box.top // high, (box.bottom - 1) // high + 1):
            numbers = [
                [(plane * down + row) * across + column for column in range(left, right)]
                for plane in range(self._planes)
            ]
            size = ((right - left) * wide, high)
            yield cut(self._decoded(size, numbers), row * high, left * wide, box)

    def _decoded(self, size: tuple[int, int], numbers: Sequence[Sequence[int]]) -> Band:
        """Decode some strips or tiles, given plane by plane."""
        if len(numbers) == 1 or self._bits <= 8:
            packed = [self._segment(one) for plane in numbers for one in plane]
            return decoded_piece(wrapped(self._page, size, packed, self._tile), self._bits)
        page = tags.as_one_plane(self._page)  # no decoder here reads deep planes together
        planes = [
            decoded_piece(
                wrapped(page, size, [self._segment(one) for one in plane], self._tile), self._bits
            )
            for plane in numbers
        ]
        mode = {3: "RGB", 4: "RGBA"}.get(len(planes))
        if mode is None:
            raise damaged()
        return Band(np.dstack([one.samples for one in planes]), mode)

    def _from_rows(self, box: PixelBox) -> Iterator[Band]:
        """Read rows out of long strips; those above the box are passed over, not decoded."""
        for strip in range(box.top // self._rows, (box.bottom - 1) // self._rows + 1):
            top = strip * self._rows
            behind = min(box.bottom, top + self._rows, self.height_px)
            yield from self._rows_of(strip, range(max(box.top, top), behind), box)

    def _rows_of(self, strip: int, rows: range, box: PixelBox) -> Iterator[Band]:
        each = max(1, BAND_BYTES // self._row_bytes)
        reader = self._reader(strip, (rows.start - strip * self._rows) * self._row_bytes)
        for row in range(rows.start, rows.stop, each):
            count = min(each, rows.stop - row)
            plain = reader.take(count * self._row_bytes)
            if len(plain) != count * self._row_bytes:
                raise damaged()
            yield cut(self._as_band(plain, count), row, 0, box)

    def _as_band(self, rows: bytes, count: int) -> Band:
        """Return unpacked rows as samples: the simplest need no decoder."""
        if self._is_simple:
            shape = (count, self.width_px, *((3,) if self._samples == 3 else ()))
            order = f"{self._page.order}u{self._bits // 8}"
            samples = np.frombuffer(rows, order).reshape(shape)
            plain = samples.astype(samples.dtype.newbyteorder("="), copy=False)
            return Band(plain, "RGB" if self._samples == 3 else "L")
        packed = rows if self._is_plain else zlib.compress(rows, 0)
        made = wrapped(self._repacked(count), (self.width_px, count), [packed], None)
        return decoded_piece(made, self._bits)

    @property
    def _is_simple(self) -> bool:
        """Plain grey or RGB of whole bytes, bright is large."""
        means = (self._page.number(tags.PHOTOMETRIC, 1), self._samples)
        is_whole = self._page.number(tags.SAMPLE_FORMAT, 1) == 1 and self._bits in (8, 16)
        return self._is_plain and means in ((1, 1), (2, 3)) and is_whole

    @property
    def _is_plain(self) -> bool:
        return self._page.number(tags.COMPRESSION, _PLAIN) == _PLAIN

    def _repacked(self, rows: int) -> Directory:
        return tags.with_one_strip(self._page, _PLAIN if self._is_plain else _DEFLATE[0], rows)

    def _reader(self, strip: int, skipped_bytes: int) -> Plain | Inflated:
        at, length = self._places[strip], self._lengths[strip]
        if self._is_plain:
            return Plain(self._data, at + skipped_bytes)
        reader = Inflated(self._data, [(at, length)])
        reader.skip(skipped_bytes)
        return reader
