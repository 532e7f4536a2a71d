"""Walk a collection: every entry below a root is a stamp of an image, or skipped for a reason.

Names are bytes. Links are never followed and other file systems never entered, so that a walk
cannot loop or leave the collection. The order is that of the path bytes and depends on nothing
else. What no suffix calls a picture is looked at: its first bytes may.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import FilePlace, FileStamp, Skipped, SkipReason
from dedup_desk.core.sidecars import is_sidecar
from dedup_desk.engine.formats import HEAD_BYTES, format_by_content, format_by_name

_NO_ROOT: Final = QT_TRANSLATE_NOOP(
    "Messages",
    "The folder {folder} cannot be read ({error}). Nothing was changed; check that its disk is "
    "there and that you may open it.",
)
_LOOK: Final = (
    os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0) | os.O_NOCTTY
)


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """Which entries are passed over by name, without regard to case.

    Attributes:
        folders: names of folders that hold what was thrown away, or what programs keep for
            themselves.
        folder_prefixes, folder_suffixes: how such names begin or end.
        file_prefixes: beginnings of files that accompany another (macOS writes `._name`).
    """

    folders: frozenset[bytes] = frozenset(
        {
            b".trash",
            b".trashes",
            b"$recycle.bin",
            b"recycler",
            b"lost+found",
            b"system volume information",
            b".spotlight-v100",
            b".fseventsd",
            b".thumbnails",
            b".git",
            b"@eadir",
        }
    )
    folder_prefixes: tuple[bytes, ...] = (b".trash-",)
    folder_suffixes: tuple[bytes, ...] = (b".ddesk-index", b".dedup-quarantine")
    file_prefixes: tuple[bytes, ...] = (b"._",)

    def ignores(self, name: bytes, *, is_folder: bool) -> bool:
        """Say whether an entry of this name is passed over."""
        lower = name.lower()
        if not is_folder:
            return lower.startswith(self.file_prefixes)
        return (
            lower in self.folders
            or lower.startswith(self.folder_prefixes)
            or lower.endswith(self.folder_suffixes)
        )


@dataclass(frozen=True, slots=True)
class _Walk:
    root: bytes
    label: str
    rules: IgnoreRules
    device: int
    cancel: CancelToken

    def place(self, relative: bytes) -> FilePlace:
        return FilePlace(self.label, relative)

    def skipped(self, relative: bytes, reason: SkipReason) -> Skipped:
        return Skipped(self.place(relative), reason)


def scan(
    root: bytes, label: str, rules: IgnoreRules, cancel: CancelToken
) -> Iterator[FileStamp | Skipped]:
    """Yield every entry below `root` once, in the order of their path bytes.

    Args:
        root: absolute path of the folder; it may be a link or a mount point itself.
        label: the root's label in the project.
        rules: what is passed over by name.
        cancel: checked at every folder.

    Raises:
        SurroundingsError: the root itself cannot be read.
        Cancelled: the token asked for it.
    """
    try:
        device = os.stat(root).st_dev  # noqa: PTH116 - names are bytes
    except OSError as error:
        raise SurroundingsError(
            message(_NO_ROOT, folder=root, error=error.strerror or str(error))
        ) from error
    walk = _Walk(root, label, rules, device, cancel)
    if (entries := _listed(root)) is None:
        raise SurroundingsError(message(_NO_ROOT, folder=root, error=os.strerror(13)))
    yield from _walked(walk, entries)


def _walked(walk: _Walk, entries: list[os.DirEntry[bytes]]) -> Iterator[FileStamp | Skipped]:
    """Walk without recursion: a tree may be deeper than Python's stack."""
    pending = [(entry, entry.name) for entry in _in_order(entries)]
    while pending:
        entry, relative = pending.pop()
        found = _looked_at(walk, entry, relative)
        if not isinstance(found, list):
            yield found
            continue
        walk.cancel.check()
        pending += [(one, relative + b"/" + one.name) for one in _in_order(found)]


def _in_order(entries: list[os.DirEntry[bytes]]) -> list[os.DirEntry[bytes]]:
    """Sort for a stack, last first; a folder counts with its slash, as its files' paths do."""
    return sorted(entries, key=_sort_key, reverse=True)


def _sort_key(entry: os.DirEntry[bytes]) -> bytes:
    try:
        is_folder = entry.is_dir(follow_symlinks=False)
    except OSError:  # it will be skipped; its place in the order is all that is asked here
        is_folder = False
    return entry.name + b"/" if is_folder else entry.name


def _looked_at(
    walk: _Walk, entry: os.DirEntry[bytes], relative: bytes
) -> FileStamp | Skipped | list[os.DirEntry[bytes]]:
    """Return the stamp, the reason to skip, or the entries of a folder to walk."""
    try:
        info = entry.stat(follow_symlinks=False)
    except OSError:
        return walk.skipped(relative, SkipReason.NO_ACCESS)
    reason = _why_skipped(walk, entry, info)
    if reason is not None:
        return walk.skipped(relative, reason)
    if not stat.S_ISDIR(info.st_mode):
        place = walk.place(relative)
        return FileStamp(place, info.st_size, info.st_mtime_ns, info.st_dev, info.st_ino)
    entries = _listed(entry.path)
    return walk.skipped(relative, SkipReason.NO_ACCESS) if entries is None else entries


def _why_skipped(walk: _Walk, entry: os.DirEntry[bytes], info: os.stat_result) -> SkipReason | None:
    is_folder = stat.S_ISDIR(info.st_mode)
    if stat.S_ISLNK(info.st_mode):
        return SkipReason.LINK
    if walk.rules.ignores(entry.name, is_folder=is_folder):
        return SkipReason.IGNORED
    if is_folder:
        return None if info.st_dev == walk.device else SkipReason.OTHER_FILE_SYSTEM
    return _why_no_image(entry) if stat.S_ISREG(info.st_mode) else SkipReason.NOT_A_FILE


def _why_no_image(entry: os.DirEntry[bytes]) -> SkipReason | None:
    if is_sidecar(entry.name):
        return SkipReason.NOT_AN_IMAGE
    if format_by_name(entry.name) is not None:
        return None
    try:
        head = _first_bytes(entry.path)
    except OSError:
        return SkipReason.NO_ACCESS
    return None if format_by_content(head) is not None else SkipReason.NOT_AN_IMAGE


def _first_bytes(path: bytes) -> bytes:
    try:
        descriptor = os.open(path, _LOOK | getattr(os, "O_NOATIME", 0))
    except PermissionError:  # O_NOATIME is for owners only
        descriptor = os.open(path, _LOOK)
    try:
        return os.read(descriptor, HEAD_BYTES)
    finally:
        os.close(descriptor)


def _listed(folder: bytes) -> list[os.DirEntry[bytes]] | None:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return None
