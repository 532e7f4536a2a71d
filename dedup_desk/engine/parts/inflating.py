"""A deflated stream read piece by piece, from places that can be returned to."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Final

from dedup_desk.engine.content import Content

_CHUNK_BYTES: Final = 1 << 17


class Inflated:
    """What a deflated stream holds, from its beginning on, in bounded memory.

    Args:
        data: the file.
        extents: (offset, length) of the pieces that make up the stream.
    """

    def __init__(self, data: Content, extents: Sequence[tuple[int, int]]) -> None:
        self._data, self._extents = data, extents
        self._extent, self._at = 0, 0
        self._packer = zlib.decompressobj()
        self._tail = b""

    def copy(self) -> Inflated:
        """Return another reader at this very place; it takes some 50 KB."""
        other = Inflated(self._data, self._extents)
        other._extent, other._at = self._extent, self._at
        other._packer, other._tail = self._packer.copy(), self._tail
        return other

    def take(self, count: int) -> bytes:
        """Return the next bytes, fewer only at the end.

        Raises:
            zlib.error: the stream is damaged.
        """
        made: list[bytes] = []
        while count > 0:
            chunk = self._tail or self._next_chunk()
            if not chunk or self._packer.eof:
                break
            got = self._packer.decompress(chunk, count)
            self._tail = self._packer.unconsumed_tail
            made.append(got)
            count -= len(got)
        return b"".join(made)

    def skip(self, count: int) -> None:
        """Pass bytes over without keeping them."""
        while count > 0:
            got = len(self.take(min(count, 1 << 20)))
            if not got:
                return
            count -= got

    def _next_chunk(self) -> bytes:
        while self._extent < len(self._extents):
            offset, length = self._extents[self._extent]
            if self._at < length:
                ends = min(self._at + _CHUNK_BYTES, length)
                chunk = bytes(self._data[offset + self._at : offset + ends])
                self._at = ends
                return chunk
            self._extent, self._at = self._extent + 1, 0
        return b""


class Plain:
    """Bytes that are not packed at all, read from a place on."""

    def __init__(self, data: Content, at: int) -> None:
        self._data, self._at = data, at

    def take(self, count: int) -> bytes:
        """Return the next bytes, fewer only at the end."""
        got = bytes(self._data[self._at : self._at + count])
        self._at += len(got)
        return got
