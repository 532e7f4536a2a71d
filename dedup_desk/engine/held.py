"""A file held open while it is judged and moved: what it is, what it contains, whether it changed.

The descriptor is opened once, below its root, through no link and onto no other file system, and
stays open to the end of the move. What was read is what was opened; before and after the move the
name is compared with the descriptor again, so that a file swapped in between is noticed.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.core.journal import FileIdentity
from dedup_desk.engine.files import FILE, FOLDER, NO_ATIME, Digests, FsOps, digests_of

_NOWHERE = {errno.ENOENT, errno.ENOTDIR}


class Change(StrEnum):
    """How a file fails to be the one that was reviewed."""

    MISSING = "missing"
    NOT_A_FILE = "not-a-file"
    HARD_LINK = "hard-link"
    CONTENT = "content"
    SWAPPED = "swapped"
    SAME_FILE = "same-file"
    NAME_TAKEN = "name-taken"
    OUTSIDE = "outside"


class ChangedError(Exception):
    """The disk is not as it was reviewed; nothing is broken, and the file must not move.

    Attributes:
        change: how.
        path: the file, relative to its root.
    """

    def __init__(self, change: Change, path: bytes) -> None:
        super().__init__(f"{path!r}: {change.value}")
        self.change = change
        self.path = path


@dataclass(frozen=True, slots=True)
class HeldFile:
    """An open ordinary file and the open folder that its name is in.

    Attributes:
        folder: descriptor of the folder.
        path: relative to the root it was opened below.
        descriptor: the file itself, for reading.
        identity: what `fstat` said when it was opened.
        links: how many names the file has.
    """

    folder: int
    path: bytes
    descriptor: int
    identity: FileIdentity
    links: int

    @property
    def name(self) -> bytes:
        """The last part of the path."""
        return self.path.rsplit(b"/", 1)[-1]


@contextmanager
def held_file(fs: FsOps, root: int, path: bytes) -> Iterator[HeldFile]:
    """Hold an ordinary file below an open root open in the block.

    Raises:
        ChangedError: there is no such file, or it is a link, a folder, a device.
        OSError: the disk says no.
    """
    folder_path = path.rpartition(b"/")[0]
    with (
        fs.opened(_open_folder(fs, root, folder_path, path)) as folder,
        held_in(fs, folder, path) as held,
    ):
        yield held


@contextmanager
def held_in(fs: FsOps, folder: int, path: bytes) -> Iterator[HeldFile]:
    """Hold the file whose name is the last part of `path`, in its open folder, in the block.

    Raises:
        ChangedError: there is no such file, or it is a link, a folder, a device.
        OSError: the disk says no.
    """
    name = path.rpartition(b"/")[2]
    with fs.opened(_open_ordinary(fs, folder, name, path)) as descriptor:
        facts = fs.stat(descriptor)
        if not stat.S_ISREG(facts.st_mode):
            raise ChangedError(Change.NOT_A_FILE, path)
        yield HeldFile(folder, path, descriptor, identity_of(facts), facts.st_nlink)


def open_folder(fs: FsOps, root: int, path: bytes) -> int:
    """Open the folder `path` below an open root; b"" is the root itself."""
    return fs.open_beneath(root, path, FOLDER) if path else fs.open_at(root, b".", FOLDER)


def identity_of(facts: os.stat_result) -> FileIdentity:
    """Return what must stay equal of what `fstat` says."""
    return FileIdentity(
        dev=facts.st_dev,
        inode=facts.st_ino,
        size_bytes=facts.st_size,
        mtime_ns=facts.st_mtime_ns,
        mode=stat.S_IMODE(facts.st_mode),
    )


def require_content(fs: FsOps, held: HeldFile, sha256: bytes) -> Digests:
    """Read a held file to its end and compare it with what was reviewed.

    Raises:
        ChangedError: other content, or it changed while it was read.
    """
    digests = digests_of(fs, held.descriptor)
    unchanged = identity_of(fs.stat(held.descriptor)) == held.identity
    if digests.sha256 != sha256 or not unchanged:
        raise ChangedError(Change.CONTENT, held.path)
    return digests


def require_unmoved(fs: FsOps, held: HeldFile) -> None:
    """Compare a held file with its name and with itself: still this file, still unchanged.

    Raises:
        ChangedError: the name leads elsewhere, or the file was written to.
    """
    require_name(fs, held, held.folder, held.name)
    if identity_of(fs.stat(held.descriptor)) != held.identity:
        raise ChangedError(Change.CONTENT, held.path)


def require_name(fs: FsOps, held: HeldFile, folder: int, name: bytes) -> None:
    """Require that a name leads to the held file.

    Raises:
        ChangedError: it leads nowhere or to another file.
    """
    facts = fs.stat_at(folder, name)
    if facts is None:
        raise ChangedError(Change.MISSING, held.path)
    if (facts.st_dev, facts.st_ino) != (held.identity.dev, held.identity.inode):
        raise ChangedError(Change.SWAPPED, held.path)


def _open_folder(fs: FsOps, root: int, folder: bytes, path: bytes) -> int:
    try:
        return open_folder(fs, root, folder)
    except OSError as error:
        raise _changed_or(error, path) from error


def _open_ordinary(fs: FsOps, folder: int, name: bytes, path: bytes) -> int:
    """Open a name only when it is an ordinary file: opening a device can do things."""
    facts = fs.stat_at(folder, name)
    if facts is None:
        raise ChangedError(Change.MISSING, path)
    if not stat.S_ISREG(facts.st_mode):
        raise ChangedError(Change.NOT_A_FILE, path)
    try:
        return fs.open_beneath(folder, name, FILE | NO_ATIME)
    except OSError as error:
        raise _changed_or(error, path) from error


def _changed_or(error: OSError, path: bytes) -> Exception:
    if error.errno in _NOWHERE:
        return ChangedError(Change.MISSING, path)
    if error.errno in {errno.ELOOP, errno.EXDEV}:
        return ChangedError(Change.OUTSIDE, path)
    return error
