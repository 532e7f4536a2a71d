"""TIFF directories as raw entries, and small TIFFs made of some strips or tiles of a large one.

A strip or tile is wrapped as a TIFF of its own with the tags that say how it is coded, so that the
ordinary decoders read it: every compression and depth that they know, and no second codec of ours.

Source: TIFF 6.0 (1992), sections 2, 15 and 22; BigTIFF (2007).
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.engine.content import Content
from dedup_desk.engine.unreadable import UnreadableImage

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
STRIP_OFFSETS, SAMPLES, ROWS_PER_STRIP, STRIP_BYTES, PLANES = 273, 277, 278, 279, 284
TILE_WIDTH, TILE_HEIGHT, TILE_OFFSETS, TILE_BYTES = 322, 323, 324, 325
EXTRA_SAMPLES, SAMPLE_FORMAT = 338, 339

_HOW_CODED: Final = (258, 259, 262, 266, 277, 284, 292, 293, 317, 320, 332, 338, 339, 347, 530, 532)
_BESIDE: Final = (270, 274, 282, 283, 306, 315, 700, 33432, 33723, 34675)
"""What is written beside samples: description, orientation, dates, names, XMP, IPTC, profile."""

_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8,
                 13: 4, 16: 8, 17: 8, 18: 8}  # fmt: skip
_NUMBERS: Final = {1: "B", 3: "H", 4: "L", 16: "Q"}
_SHORT, _LONG = 3, 4
_MOST_ENTRIES: Final = 4096
_MOST_SEGMENTS: Final = 20_000_000

_BAD: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file is damaged: its list of strips or tiles makes no sense."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One tag: its type, how many values, and their bytes in the file's order."""

    kind: int
    count: int
    value: bytes


@dataclass(frozen=True, slots=True)
class Directory:
    """One page's tags.

    Attributes:
        order: "<" or ">".
        entries: by tag.
    """

    order: str
    entries: Mapping[int, Entry]

    def numbers(self, tag: int) -> tuple[int, ...]:
        """Return the whole numbers of a tag; empty where it is absent or of another type."""
        entry = self.entries.get(tag)
        if entry is None or entry.kind not in _NUMBERS:
            return ()
        return struct.unpack(f"{self.order}{entry.count}{_NUMBERS[entry.kind]}", entry.value)

    def number(self, tag: int, otherwise: int) -> int:
        """Return the first whole number of a tag."""
        found = self.numbers(tag)
        return found[0] if found else otherwise


def damaged() -> UnreadableImage:
    """Return the refusal for a list of segments that cannot be true."""
    return UnreadableImage(message(_BAD))


def directory(data: Content, page: int) -> Directory:
    """Read the tags of one page.

    Raises:
        UnreadableImage: no such page, or its tags lie outside the file.
    """
    try:
        return _directory(data, page)
    except (struct.error, KeyError, OverflowError) as error:
        raise damaged() from error


def wrapped(
    page: Directory, size: tuple[int, int], segments: Sequence[bytes], tile: tuple[int, int] | None
) -> bytes:
    """Return a TIFF file of some strips or tiles.

    Args:
        page: says how they are coded.
        size: width and height of what they make up.
        segments: their bytes, in the order that TIFF wants.
        tile: width and height of one tile; None: strips.
    """
    tags = {tag: page.entries[tag] for tag in _HOW_CODED if tag in page.entries}
    tags[WIDTH], tags[HEIGHT] = (_numbers(page, _LONG, (edge,)) for edge in size)
    where, lengths = (STRIP_OFFSETS, STRIP_BYTES) if tile is None else (TILE_OFFSETS, TILE_BYTES)
    tags[lengths] = _numbers(page, _LONG, [len(one) for one in segments])
    tags[where] = _numbers(page, _LONG, [0] * len(segments))
    if tile is None:
        rows = page.number(ROWS_PER_STRIP, size[1])
        tags[ROWS_PER_STRIP] = _numbers(page, _LONG, (min(rows, size[1]),))
    else:
        tags[TILE_WIDTH], tags[TILE_HEIGHT] = (_numbers(page, _LONG, (edge,)) for edge in tile)
    begins = 8 + 2 + 12 * len(tags) + 4 + sum(_padded(len(one.value)) for one in tags.values())
    places, at = [], begins
    for one in segments:
        places.append(at)
        at += len(one)
    tags[where] = _numbers(page, _LONG, places)
    return b"".join((_head(page, tags, begins), *segments))


def with_one_strip(page: Directory, compression: int, rows: int) -> Directory:
    """Return the tags for rows that lie in one strip and are packed in another way."""
    entries = dict(page.entries)
    entries[COMPRESSION] = _numbers(page, _SHORT, (compression,))
    entries[ROWS_PER_STRIP] = _numbers(page, _LONG, (rows,))
    return Directory(page.order, entries)


def as_whole_bytes(page: Directory) -> bytes:
    """Return a TIFF that says what a page says but for its samples: those are of eight bits.

    No sample stands in it. Who knows no other depth can read from it how large the page is, how it
    is turned, and what is written beside it.
    """
    told = {tag: page.entries[tag] for tag in (*_HOW_CODED, *_BESIDE) if tag in page.entries}
    del told[SAMPLE_FORMAT]
    samples = page.number(SAMPLES, 1)
    told |= {BITS: _numbers(page, _SHORT, [8] * samples), COMPRESSION: _numbers(page, _SHORT, (1,))}
    told[WIDTH], told[HEIGHT] = page.entries[WIDTH], page.entries[HEIGHT]
    told[ROWS_PER_STRIP] = _numbers(page, _LONG, (page.number(HEIGHT, 0),))
    told[STRIP_OFFSETS], told[STRIP_BYTES] = (_numbers(page, _LONG, (0,)) for _ in range(2))
    begins = 8 + 2 + 12 * len(told) + 4 + sum(_padded(len(one.value)) for one in told.values())
    return _head(page, told, begins)


def as_one_plane(page: Directory) -> Directory:
    """Return the tags for one of the planes that a page's samples are kept in."""
    entries = {tag: entry for tag, entry in page.entries.items() if tag != EXTRA_SAMPLES}
    one = {SAMPLES: 1, PHOTOMETRIC: 1, PLANES: 1, BITS: page.number(BITS, 8)}
    for tag, value in (one | {SAMPLE_FORMAT: page.number(SAMPLE_FORMAT, 1)}).items():
        entries[tag] = _numbers(page, _SHORT, (value,))
    return Directory(page.order, entries)


def _directory(data: Content, page: int) -> Directory:
    order = "<" if data[:2] == b"II" else ">"
    is_big = data[2:4] in (b"+\0", b"\0+")
    count_format, offset_format, entry_bytes = ("Q", "Q", 20) if is_big else ("H", "L", 12)
    counted, pointed = struct.Struct(order + count_format), struct.Struct(order + offset_format)
    (at,) = pointed.unpack(data[8:16] if is_big else data[4:8])
    for _ in range(page):
        (entries,) = counted.unpack(data[at : at + counted.size])
        behind = at + counted.size + entries * entry_bytes
        (at,) = pointed.unpack(data[behind : behind + pointed.size])
    (entries,) = counted.unpack(data[at : at + counted.size])
    if not at or entries > _MOST_ENTRIES:
        raise damaged()
    at += counted.size
    made = {}
    for _ in range(entries):
        tag, entry = _entry(data, at, order, pointed)
        if entry is not None:
            made[tag] = entry
        at += entry_bytes
    return Directory(order, made)


def _entry(data: Content, at: int, order: str, pointed: struct.Struct) -> tuple[int, Entry | None]:
    tag, kind = struct.unpack(order + "HH", data[at : at + 4])
    (count,) = pointed.unpack(data[at + 4 : at + 4 + pointed.size])
    length = _SIZES.get(kind, 0) * count
    if not length or count > _MOST_SEGMENTS:
        return tag, None
    value_at = at + 4 + pointed.size
    if length > pointed.size:
        (value_at,) = pointed.unpack(data[value_at : value_at + pointed.size])
    value = bytes(data[value_at : value_at + length])
    return tag, Entry(kind, count, value) if len(value) == length else None


def _numbers(page: Directory, kind: int, values: Sequence[int]) -> Entry:
    packed = struct.pack(f"{page.order}{len(values)}{_NUMBERS[kind]}", *values)
    return Entry(kind, len(values), packed)


def _padded(length: int) -> int:
    """Return the bytes that a value takes behind the directory: none where it fits inside."""
    return 0 if length <= 4 else length + (length & 1)


def _head(page: Directory, tags: Mapping[int, Entry], begins: int) -> bytes:
    mark = b"II" if page.order == "<" else b"MM"
    behind, behind_at = bytearray(), 8 + 2 + 12 * len(tags) + 4
    rows = [mark + struct.pack(page.order + "HLH", 42, 8, len(tags))]
    for tag in sorted(tags):
        entry = tags[tag]
        rows.append(struct.pack(page.order + "HHL", tag, entry.kind, entry.count))
        if len(entry.value) <= 4:
            rows.append(entry.value.ljust(4, b"\0"))
        else:
            rows.append(struct.pack(page.order + "L", behind_at + len(behind)))
            behind += entry.value.ljust(_padded(len(entry.value)), b"\0")
    head = b"".join(rows) + b"\0\0\0\0" + bytes(behind)
    return head.ljust(begins, b"\0")
