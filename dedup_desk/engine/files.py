"""The only module that renames, links, unlinks or fsyncs; one method for each system call.

Everything that changes a disk goes through one `FsOps` object, and every call of it through
`FsOps.perform`: a test counts the calls there, lets the N-th fail, or dies at it. Names are bytes
and always relative to an open folder, so that nobody can swap a parent under us.

Linux gives two calls that Python does not wrap: `openat2`, which resolves a path below a folder
without following a link or crossing a mount, and `renameat2` with `RENAME_NOREPLACE`, which cannot
overwrite. Where the kernel lacks the first, the path is walked part by part with `O_NOFOLLOW`;
where a file system lacks the second (EINVAL on ntfs-3g, FUSE 2, NFS), the mover links and unlinks.
"""

from __future__ import annotations

import ctypes
import errno
import fcntl
import hashlib
import os
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")
End: TypeAlias = tuple[int, bytes]
"""One end of a move: an open folder and a name in it."""

READ_BYTES = 1 << 20
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
NO_ATIME = getattr(os, "O_NOATIME", 0)
FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
LOCK_FILE = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC

_RENAME_NOREPLACE = 1
_OPENAT2 = 437  # the same number on every architecture (Linux 5.6)
_RESOLVE = 0x01 | 0x02 | 0x04 | 0x08  # NO_XDEV, NO_MAGICLINKS, NO_SYMLINKS, BENEATH
_NO_SUCH_CALL = {errno.ENOSYS, errno.EPERM}  # old kernel, or a container's filter
_NO_SUCH_FLAG = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}
_LIBC = ctypes.CDLL(None, use_errno=True)


class CannotRenameError(OSError):
    """This file system has no rename that refuses to overwrite."""


class UnsureDiskError(OSError):
    """An fsync or a close failed: nobody knows what is on the disk until it is read afresh."""


@dataclass(frozen=True, slots=True)
class Digests:
    """What reading a file to its end gave."""

    sha256: bytes
    sha512: bytes
    size_bytes: int


class FsOps:
    """The disk, one method for each system call; stateless.

    Every method raises `OSError` as the call does, with the name it was about.
    """

    def perform(self, call: str, action: Callable[[], Result]) -> Result:
        """Make one system call (`call` is its name); every method below passes through here."""
        del call
        return action()

    def open_root(self, folder: bytes) -> int:
        """Open a folder by its absolute path (a root that a person chose may be a link)."""
        return self.perform("open", lambda: os.open(folder, FOLDER))

    def open_beneath(self, folder: int, path: bytes, flags: int) -> int:
        """Open `path` below an open folder; no link followed, no mount crossed, no way out."""
        try:
            return self.perform("openat2", lambda: _openat2(folder, path, flags))
        except OSError as error:
            if error.errno not in _NO_SUCH_CALL:
                raise
        return self._open_part_by_part(folder, path, flags & ~NO_ATIME)

    def open_at(self, folder: int, name: bytes, flags: int, mode: int = 0o600) -> int:
        """Open or create one name in an open folder; never through a link."""
        how = flags | os.O_NOFOLLOW
        return self.perform("openat", lambda: os.open(name, how, mode, dir_fd=folder))

    def close(self, descriptor: int) -> None:
        """Close a descriptor; an error here is an error of the disk."""
        with _unsure():
            self.perform("close", lambda: os.close(descriptor))

    def stat(self, descriptor: int) -> os.stat_result:
        """Return what the disk says of an open file or folder."""
        return self.perform("fstat", lambda: os.fstat(descriptor))

    def stat_at(self, folder: int, name: bytes) -> os.stat_result | None:
        """Return what the disk says of a name (links not followed), or None if there is none."""
        try:
            return self.perform(
                "fstatat", lambda: os.stat(name, dir_fd=folder, follow_symlinks=False)
            )
        except FileNotFoundError:
            return None

    def names(self, folder: int) -> list[bytes]:
        """Return the names in an open folder, sorted."""
        listed = self.perform("getdents", lambda: os.listdir(folder))
        return sorted(os.fsencode(name) for name in listed)

    def read(self, descriptor: int, offset: int) -> bytes:
        """Read up to 1 MiB from a place in an open file; empty at its end."""
        return self.perform("pread", lambda: os.pread(descriptor, READ_BYTES, offset))

    def write(self, descriptor: int, data: bytes) -> int:
        """Write some of `data`; returns how many bytes, which may be fewer."""
        return self.perform("write", lambda: os.write(descriptor, data))

    def write_at(self, descriptor: int, data: bytes, offset: int) -> int:
        """Write some of `data` at a place in an open file; returns how many bytes."""
        return self.perform("pwrite", lambda: os.pwrite(descriptor, data, offset))

    def empty(self, descriptor: int) -> None:
        """Cut an open file to nothing."""
        self.perform("ftruncate", lambda: os.ftruncate(descriptor, 0))

    def sync(self, descriptor: int) -> None:
        """Make an open file's bytes, or an open folder's names, survive a power cut."""
        with _unsure():
            self.perform("fsync", lambda: os.fsync(descriptor))

    def make_folder(self, folder: int, name: bytes, mode: int) -> None:
        """Make a folder; the process's mask applies to `mode`."""
        self.perform("mkdirat", lambda: os.mkdir(name, mode, dir_fd=folder))

    def remove_folder(self, folder: int, name: bytes) -> None:
        """Remove an empty folder; the kernel refuses any other."""
        self.perform("rmdir", lambda: os.rmdir(name, dir_fd=folder))

    def rename(self, from_folder: int, name: bytes, to_folder: int, new: bytes) -> None:
        """Rename without ever replacing.

        Raises:
            CannotRenameError: the file system has no such rename.
            FileExistsError: the new name is taken.
        """
        self.perform("renameat2", lambda: _renameat2(from_folder, name, to_folder, new))

    def link(self, from_folder: int, name: bytes, to_folder: int, new: bytes) -> None:
        """Give a file a second name; refuses a taken one."""
        self.perform(
            "linkat",
            lambda: os.link(
                name, new, src_dir_fd=from_folder, dst_dir_fd=to_folder, follow_symlinks=False
            ),
        )

    def unlink(self, folder: int, name: bytes) -> None:
        """Remove one name."""
        self.perform("unlinkat", lambda: os.unlink(name, dir_fd=folder))

    def set_mode(self, descriptor: int, mode: int) -> None:
        """Set permission bits of an open file or folder."""
        self.perform("fchmod", lambda: os.fchmod(descriptor, mode))

    def set_mtime(self, descriptor: int, mtime_ns: int) -> None:
        """Set the modification time of an open file or folder; access time stays."""
        atime_ns = self.stat(descriptor).st_atime_ns
        self.perform("futimens", lambda: os.utime(descriptor, ns=(atime_ns, mtime_ns)))

    def lock(self, descriptor: int) -> bool:
        """Take an exclusive lock that dies with the process; False if somebody has it."""
        try:
            self.perform("flock", lambda: fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    @contextmanager
    def opened(self, descriptor: int) -> Iterator[int]:
        """Close a descriptor at the end of the block, whatever happens in it."""
        try:
            yield descriptor
        except BaseException:
            with suppress(OSError):  # the first error is the one to tell
                self.close(descriptor)
            raise
        self.close(descriptor)

    def _open_part_by_part(self, folder: int, path: bytes, flags: int) -> int:
        parts = path.split(b"/")
        if any(part in {b"", b".", b".."} for part in parts):
            raise OSError(errno.EXDEV, "path leaves its folder", path)
        device = self.stat(folder).st_dev
        current = folder
        try:
            for part in parts[:-1]:
                inner = self.open_at(current, part, FOLDER)
                if current != folder:
                    self.close(current)
                current = inner
            found = self.open_at(current, parts[-1], flags)
        finally:
            if current != folder:
                self.close(current)
        return self._on_device(found, device, path)

    def _on_device(self, found: int, device: int, path: bytes) -> int:
        if self.stat(found).st_dev == device:
            return found
        self.close(found)
        raise OSError(errno.EXDEV, "another file system", path)


def write_all(fs: FsOps, descriptor: int, data: bytes) -> None:
    """Write all of `data`, however little each call takes."""
    left = memoryview(data)
    while left:
        left = left[fs.write(descriptor, bytes(left)) :]


def digests_of(fs: FsOps, descriptor: int) -> Digests:
    """Read an open file from its first byte to its end and return its digests."""
    short, long, offset = hashlib.sha256(), hashlib.sha512(), 0
    while block := fs.read(descriptor, offset):
        short.update(block)
        long.update(block)
        offset += len(block)
    return Digests(short.digest(), long.digest(), offset)


def put_new_file(fs: FsOps, folder: int, name: bytes, data: bytes, mode: int = 0o644) -> None:
    """Create a file that is whole and durable under its name, or not there at all.

    Raises:
        FileExistsError: the name is taken; nothing was replaced.
        OSError: as the calls say; a part file named `.NAME.part` may remain.
    """
    part = b"." + name + b".part"
    with fs.opened(fs.open_at(folder, part, NEW_FILE, mode)) as descriptor:
        write_all(fs, descriptor, data)
        fs.sync(descriptor)
    move_name(fs, (folder, part), (folder, name))


def move_name(fs: FsOps, source: End, target: End) -> None:
    """Move a name durably and without replacing: the new name first, the loss of the old second.

    Raises:
        FileExistsError: the new name is taken; nothing was replaced.
        OSError: as the calls say.
    """
    rename_or_link(fs, source, target)
    fs.sync(target[0])
    if source[0] != target[0]:
        fs.sync(source[0])


def rename_or_link(fs: FsOps, source: End, target: End) -> None:
    """Move a name without replacing; making it durable is left to the caller.

    Where the file system has no such rename, the file gets its second name, that is made durable,
    and then the first is removed: at no instant is there no name.
    """
    try:
        fs.rename(*source, *target)
    except CannotRenameError:
        fs.link(*source, *target)
        fs.sync(target[0])
        fs.unlink(*source)


def write_atomically(path: bytes, data: bytes, fs: FsOps | None = None) -> None:
    """Replace a file of our own (a report, an export, a setting) by a whole and durable new one.

    Never for files of a collection or of a quarantine: this is the one call that overwrites.

    Raises:
        OSError: the folder cannot be written; the old file is as it was.
    """
    write_blocks_atomically(path, ((0, data),), fs)


def write_blocks_atomically(
    path: bytes, blocks: Iterable[tuple[int, bytes]], fs: FsOps | None = None
) -> None:
    """Do the same with a file too large for memory.

    Args:
        path: a file of our own.
        blocks: offsets and what belongs there, in any order, as it is made.
        fs: the disk.

    Raises:
        OSError: the folder cannot be written; the old file is as it was. Whatever making a block
            raises goes up too, and leaves as little behind.
    """
    disk = fs or FsOps()
    parent, name = os.path.split(path)
    part = b".%s.%d.part" % (name[:200], os.getpid())
    with disk.opened(disk.open_root(parent or b".")) as folder:
        try:
            with disk.opened(disk.open_at(folder, part, NEW_FILE, 0o666)) as descriptor:
                for offset, data in blocks:
                    _write_all_at(disk, descriptor, data, offset)
                disk.sync(descriptor)
            disk.perform("renameat", lambda: _replace(folder, part, name))
        except BaseException:
            with suppress(OSError):
                disk.unlink(folder, part)
            raise
        disk.sync(folder)


def discard_own(paths: Iterable[bytes], fs: FsOps | None = None) -> None:
    """Remove files of our own that stand elsewhere by now (a draft that was saved by name).

    Never for files of a collection or of a quarantine. A file that is gone already is no trouble.

    Raises:
        OSError: a folder cannot be written; what was removed stays removed.
    """
    disk = fs or FsOps()
    for path in paths:
        parent, name = os.path.split(path)
        with disk.opened(disk.open_root(parent or b".")) as folder, suppress(FileNotFoundError):
            disk.unlink(folder, name)


@contextmanager
def _unsure() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnsureDiskError(error.errno, error.strerror) from error


def _write_all_at(fs: FsOps, descriptor: int, data: bytes, offset: int) -> None:
    left = memoryview(data)
    while left:
        written = fs.write_at(descriptor, bytes(left), offset)
        left, offset = left[written:], offset + written


def _replace(folder: int, part: bytes, name: bytes) -> None:
    os.replace(part, name, src_dir_fd=folder, dst_dir_fd=folder)


def _openat2(folder: int, path: bytes, flags: int) -> int:
    while True:
        how = ctypes.create_string_buffer(struct.pack("QQQ", flags, 0, _RESOLVE), 24)
        found = int(_LIBC.syscall(_OPENAT2, folder, ctypes.c_char_p(path), how, 24))
        if found >= 0:
            return found
        failed = ctypes.get_errno()
        if failed == errno.EPERM and flags & NO_ATIME:  # only the owner may read without a trace
            flags &= ~NO_ATIME
        elif failed not in {errno.EAGAIN, errno.EINTR}:  # EAGAIN: something was renamed meanwhile
            raise OSError(failed, os.strerror(failed), path)


def _renameat2(from_folder: int, name: bytes, to_folder: int, new: bytes) -> None:
    call = getattr(_LIBC, "renameat2", None)
    if call is None:
        raise CannotRenameError(errno.ENOSYS, os.strerror(errno.ENOSYS), name)
    if call(from_folder, name, to_folder, new, _RENAME_NOREPLACE) == 0:
        return
    failed = ctypes.get_errno()
    if failed in _NO_SUCH_FLAG:
        raise CannotRenameError(failed, os.strerror(failed), name)
    raise OSError(failed, os.strerror(failed), name, None, new)
