"""What stands around one image: its folder's files, its RAW partner, other files of its content.

These facts take a look at the disk or at every record, so they come after the others, off the
window's thread; nothing here touches a disk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.messages import Message
from dedup_desk.core.records import FilePlace

NEAR: Final = 6
"""How many files before and after an image are listed."""

_RAW_NAMES: Final = (
    b"3fr arw cr2 cr3 crw dcr dng erf fff iiq kdc mef mos mrw nef nrw orf pef raf raw rw2 rwl "
    b"sr2 srf srw x3f"
)
RAW_SUFFIXES: Final = frozenset(b"." + name for name in _RAW_NAMES.split())
"""What cameras call the file that their developed picture is made from."""

_DIGITS: Final = re.compile(rb"(\d+)")


@dataclass(frozen=True, slots=True)
class NearFile:
    """One file of an image's folder.

    Attributes:
        name: as the file system spells it.
        size_bytes: None where it cannot be asked for.
        is_it: the image itself.
    """

    name: bytes
    size_bytes: int | None
    is_it: bool = False


@dataclass(frozen=True, slots=True)
class InFolder:
    """An image among the files of its folder.

    Attributes:
        files: up to `NEAR` before it, itself, up to `NEAR` behind it, as a person sorts them.
        at, count: its place, from 1, among how many; 0 where it is gone.
        raw_partners: files of the same stem with a RAW suffix.
        link_count: names that this very file has on its disk.
    """

    files: tuple[NearFile, ...] = ()
    at: int = 0
    count: int = 0
    raw_partners: tuple[bytes, ...] = ()
    link_count: int = 1


@dataclass(frozen=True, slots=True)
class EarlierAnswer:
    """What was decided about the same content at another place."""

    place: FilePlace
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around one image.

    Attributes:
        folder: its folder; None where the folder cannot be read.
        trouble: why it cannot be read.
        copies: other places of the same content.
        answers: what was decided about the same content at other places.
    """

    folder: InFolder | None = None
    trouble: Message | None = None
    copies: tuple[FilePlace, ...] = ()
    answers: tuple[EarlierAnswer, ...] = ()


def in_order(names: Iterable[bytes]) -> list[bytes]:
    """Sort names as a person does: numbers by their value, letters without their case."""
    return sorted(names, key=_sorting_key)


def raw_partners(name: bytes, others: Iterable[bytes]) -> tuple[bytes, ...]:
    """Return the RAW files of one folder that an image was made from, by stem."""
    stem, _, suffix = name.rpartition(b".")
    if not stem or b"." + suffix.lower() in RAW_SUFFIXES:
        return ()
    return tuple(
        sorted(
            other
            for other in others
            if other.rpartition(b".")[0].lower() == stem.lower()
            and b"." + other.rpartition(b".")[2].lower() in RAW_SUFFIXES
        )
    )


def around(names: list[bytes], name: bytes) -> tuple[int, list[bytes]]:
    """Return an image's place among sorted names, from 1 (0: not there), and the names near it."""
    if name not in names:
        return 0, names[: 2 * NEAR + 1]
    at = names.index(name)
    return at + 1, names[max(at - NEAR, 0) : at + NEAR + 1]


def _sorting_key(name: bytes) -> tuple[tuple[int, int, bytes], ...]:
    parts = (part for part in _DIGITS.split(name.lower()) if part)
    keys = tuple((0, int(part), b"") if part.isdigit() else (1, 0, part) for part in parts)
    return (*keys, (2, 0, name))
