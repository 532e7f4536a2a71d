"""What crosses the pipe between the application and its child processes: packed, capped, checked.

A parcel is a small JSON object and a few byte strings. Nothing is pickled: a child that a hostile
picture took over could otherwise make the parent run code. Every length is checked before memory
is taken for it, every field is checked again by whoever reads it (`Fields`).
"""

from __future__ import annotations

import json
import math
import socket
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NoReturn, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

MAX_HEADER_BYTES: Final = 4_000_000
MAX_BLOBS: Final = 64
MAX_BLOB_BYTES: Final = 64_000_000
MAX_DESCRIPTORS: Final = 16
_MAGIC: Final = b"DDP1"
_PREFIX: Final = struct.Struct(">4sHHI")  # magic, descriptors, blobs, header bytes
_LENGTH: Final = struct.Struct(">I")


class PackingError(Exception):
    """What came out of a pipe is not what was agreed; the other side is not to be trusted."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """One question or answer.

    Attributes:
        header: a JSON object; bytes in it are hexadecimal text.
        blobs: byte strings beside it (encoded pictures, packed arrays).
    """

    header: Mapping[str, Json] = field(default_factory=dict)
    blobs: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A parcel on its way, with the word that says what it is: a task, "done" or "failed"."""

    word: str
    parcel: Parcel


def send(pipe: socket.socket, letter: Letter, descriptors: Sequence[int] = ()) -> None:
    """Send a letter, and open descriptors with it.

    Raises:
        PackingError: it is larger than the other side would take.
        OSError: the other side is gone or too slow.
    """
    head = json.dumps([letter.word, dict(letter.parcel.header)], allow_nan=False).encode()
    blobs = letter.parcel.blobs
    _check_sizes(len(head), [len(blob) for blob in blobs], len(descriptors))
    prefix = _PREFIX.pack(_MAGIC, len(descriptors), len(blobs), len(head))
    if descriptors:
        sent = socket.send_fds(pipe, [prefix], list(descriptors))
        prefix = prefix[sent:]
    lengths = b"".join(_LENGTH.pack(len(blob)) for blob in blobs)
    pipe.sendall(b"".join((prefix, lengths, head, *blobs)))


def receive(pipe: socket.socket) -> Letter:
    """Wait for a letter that carries no descriptors.

    Raises:
        PackingError: it is malformed, too large, or announces descriptors.
        EOFError: the other side closed the pipe.
        OSError: the pipe broke or its timeout passed.
    """
    count, letter = _rest_of_letter(pipe, _exactly(pipe, _PREFIX.size))
    if count:
        raise PackingError("descriptors where none were asked for")
    return letter


def receive_with_descriptors(pipe: socket.socket) -> tuple[Letter, list[int]]:
    """Wait for a letter and the open descriptors that came with it; the caller closes them.

    Raises:
        PackingError, EOFError, OSError: as `receive`.
    """
    first, descriptors, _flags, _address = socket.recv_fds(pipe, _PREFIX.size, MAX_DESCRIPTORS)
    if not first:
        raise EOFError("the pipe was closed")
    prefix = first + _exactly(pipe, _PREFIX.size - len(first))
    count, letter = _rest_of_letter(pipe, prefix)
    if count != len(descriptors):
        raise PackingError(f"{len(descriptors)} descriptors came, {count} were announced")
    return letter, descriptors


def _rest_of_letter(pipe: socket.socket, prefix: bytes) -> tuple[int, Letter]:
    magic, descriptor_count, blob_count, head_bytes = _PREFIX.unpack(prefix)
    if magic != _MAGIC:
        raise PackingError("not a letter")
    _check_sizes(head_bytes, [0] * blob_count, descriptor_count)
    lengths = [_LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0] for _ in range(blob_count)]
    _check_sizes(head_bytes, lengths, descriptor_count)
    word, header = _opened_head(_exactly(pipe, head_bytes))
    blobs = tuple(_exactly(pipe, length) for length in lengths)
    return descriptor_count, Letter(word, Parcel(header, blobs))


def _check_sizes(head_bytes: int, blob_bytes: Sequence[int], descriptors: int) -> None:
    if head_bytes > MAX_HEADER_BYTES:
        raise PackingError(f"a header of {head_bytes} bytes is too large")
    if len(blob_bytes) > MAX_BLOBS or sum(blob_bytes) > MAX_BLOB_BYTES:
        raise PackingError(f"{len(blob_bytes)} blobs of {sum(blob_bytes)} bytes are too much")
    if descriptors > MAX_DESCRIPTORS:
        raise PackingError(f"{descriptors} descriptors are too many")


def _opened_head(head: bytes) -> tuple[str, dict[str, Json]]:
    try:
        word, header = json.loads(head, parse_constant=_refuse_constant)
    except (ValueError, TypeError, RecursionError) as error:
        raise PackingError(f"the header is not what was agreed: {error}") from error
    if not isinstance(word, str) or not isinstance(header, dict):
        raise PackingError("the header is not a word and an object")
    return word, header


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")


def _exactly(pipe: socket.socket, count: int) -> bytes:
    buffer = bytearray(count)
    view, filled = memoryview(buffer), 0
    while filled < count:
        got = pipe.recv_into(view[filled:])
        if not got:
            raise EOFError("the pipe was closed")
        filled += got
    return bytes(buffer)


class Fields:
    """Reads the fields of a header one by one and refuses what has another type or size.

    Every reader raises `PackingError` where a field is missing or is not what was agreed.
    """

    __slots__ = ("_header",)

    def __init__(self, header: Mapping[str, Json]) -> None:
        self._header = header

    def has(self, name: str) -> bool:
        """Say whether the field is there and not null."""
        return self._header.get(name) is not None

    def text(self, name: str, longest: int = 1_000_000) -> str:
        """Return a text of at most `longest` characters."""
        value = self._header.get(name)
        if not isinstance(value, str) or len(value) > longest:
            raise PackingError(f"field {name!r} is not a text of at most {longest} characters")
        return value

    def text_or_none(self, name: str, longest: int = 1_000_000) -> str | None:
        """Return a text, or None where it is absent."""
        return self.text(name, longest) if self.has(name) else None

    def integer(self, name: str, lowest: int, highest: int) -> int:
        """Return a whole number within the bounds, both included."""
        value = self._header.get(name)
        if isinstance(value, bool) or not isinstance(value, int):
            raise PackingError(f"field {name!r} is not a whole number")
        if not lowest <= value <= highest:
            raise PackingError(f"field {name!r} is {value}, not within {lowest} to {highest}")
        return value

    def number(self, name: str) -> float:
        """Return a finite number."""
        value = self._header.get(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise PackingError(f"field {name!r} is not a number")
        if not math.isfinite(value):
            raise PackingError(f"field {name!r} is not finite")
        return float(value)

    def flag(self, name: str) -> bool:
        """Return a truth value."""
        value = self._header.get(name)
        if not isinstance(value, bool):
            raise PackingError(f"field {name!r} is not true or false")
        return value

    def hex_bytes(self, name: str, longest: int = 100_000) -> bytes:
        """Return bytes that were written as hexadecimal text."""
        try:
            return bytes.fromhex(self.text(name, 2 * longest))
        except ValueError as error:
            raise PackingError(f"field {name!r} is not hexadecimal") from error

    def texts(self, name: str, most: int = 1_000) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self._header.get(name)
        if not isinstance(value, list) or len(value) > most:
            raise PackingError(f"field {name!r} is not a list of at most {most}")
        if not all(isinstance(one, str) for one in value):
            raise PackingError(f"field {name!r} holds something that is not text")
        return tuple(str(one) for one in value)

    def part(self, name: str) -> Fields:
        """Return the reader of an object inside this one."""
        value = self._header.get(name)
        if not isinstance(value, dict):
            raise PackingError(f"field {name!r} is not an object")
        return Fields(value)
