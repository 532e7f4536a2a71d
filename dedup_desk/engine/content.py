"""A file's bytes without holding them: mapped where it is large, and known by digest once."""

from __future__ import annotations

import hashlib
import mmap
import os
from collections import OrderedDict
from typing import BinaryIO, Final, TypeAlias

Content: TypeAlias = "bytes | mmap.mmap"
"""What decoders slice and search; a mapped file is read as they touch it."""

HELD_BYTES: Final = 64_000_000
"""A smaller file is read as a whole: what is decoded is then what was digested."""

_REMEMBERED: Final = 64
_proven: OrderedDict[tuple[int, ...], bytes] = OrderedDict()


def content_of(file: BinaryIO, *, may_map: bool) -> Content:
    """Return a file's bytes.

    Args:
        file: opened for reading.
        may_map: it comes mapped: whoever decodes it only slices and searches.
    """
    if not may_map:
        return file.read()
    return mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)


def digest_of(file: BinaryIO, data: Content) -> bytes:
    """Return the SHA-256 of a file; a large one is read once while its stat stays as it is."""
    if isinstance(data, bytes):
        return hashlib.sha256(data).digest()
    stamp = stamp_of(file)
    if stamp not in _proven:
        digest = hashlib.sha256()
        while chunk := data.read(1 << 22):
            digest.update(chunk)
        data.seek(0)
        _proven[stamp] = digest.digest()
        if len(_proven) > _REMEMBERED:
            _proven.popitem(last=False)
    return _proven[stamp]


def stamp_of(file: BinaryIO) -> tuple[int, ...]:
    """Return what changes when a file does."""
    stat = os.fstat(file.fileno())
    return (stat.st_dev, stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
