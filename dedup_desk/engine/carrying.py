"""The steps of one move between intent and done, as functions over what is held open.

Only `move_into` contains the call that takes a file away from its name, and the checks behind it;
what comes before changes nothing that a person would miss.
"""

from __future__ import annotations

import stat
from collections.abc import Sequence
from contextlib import suppress

from dedup_desk.core.folder_times import SeenFolder
from dedup_desk.core.journal import FolderState, Operation
from dedup_desk.engine.files import FOLDER, CannotRenameError, FsOps, digests_of, rename_or_link
from dedup_desk.engine.held import (
    Change,
    ChangedError,
    HeldFile,
    identity_of,
    open_folder,
    require_name,
    require_unmoved,
)
from dedup_desk.engine.recovery import set_folder_times, unnamed


class CanonicalChangedError(ChangedError):
    """The copy to keep is not what it was: the other one goes back."""


def folders_above(path: bytes) -> tuple[bytes, ...]:
    """Return the folders above a relative path, the nearest first, the root (b"") last."""
    parts = path.split(b"/")[:-1]
    return tuple(b"/".join(parts[:count]) for count in range(len(parts), -1, -1))


def seen_folders(fs: FsOps, root: int, paths: Sequence[bytes]) -> tuple[SeenFolder, ...]:
    """Look at folders below an open root; a missing one has no modification time.

    Raises:
        OSError: one of them cannot be reached, or only through a link.
    """
    return tuple(_seen(fs, root, path) for path in paths)


def require_canonical(fs: FsOps, canonical: HeldFile) -> None:
    """Require that the copy to keep is still there and unchanged.

    Raises:
        CanonicalChangedError: it is not.
    """
    try:
        require_unmoved(fs, canonical)
    except ChangedError as change:
        raise CanonicalChangedError(change.change, change.path) from change


def move_into(fs: FsOps, root: int, operation: Operation, held: HeldFile, folder: int) -> None:
    """Move a held file to its new name, make that durable, and look at what has arrived.

    Args:
        fs: the disk.
        root: descriptor of the collection root, for the folders' times.
        operation: what was announced; its kind says which name is the new one.
        held: the file, open under its old name.
        folder: descriptor of the folder that it moves to.

    Raises:
        ChangedError: what arrived is not what was reviewed.
        OSError: the disk said no.
    """
    arriving = operation.item.place.path if operation.restores else operation.safe_path
    name = arriving.rpartition(b"/")[2]
    rename_or_link(fs, (held.folder, held.name), (folder, name))
    set_folder_times(fs, root, operation.folders)
    fs.sync(folder)
    fs.sync(held.folder)
    require_name(fs, held, folder, name)
    is_same = digests_of(fs, held.descriptor).sha256 == operation.item.digest
    if not is_same or identity_of(fs.stat(held.descriptor)) != held.identity:
        raise ChangedError(Change.CONTENT, operation.item.place.path)


def make_folders_again(fs: FsOps, root: int, operation: Operation) -> None:
    """Make the folders that are missing above a restored file, with their old modes.

    Each is made under a name of ours, gets its mode, and only then its own name: no folder is ever
    seen with a mode that it never had.
    """
    for state in reversed(operation.folders):
        if state.is_missing:
            parent_path, _, name = state.path.rpartition(b"/")
            with fs.opened(open_folder(fs, root, parent_path)) as parent:
                _make_folder(fs, parent, state, (unnamed(operation), name))


def _make_folder(fs: FsOps, parent: int, state: FolderState, names: tuple[bytes, bytes]) -> None:
    passing, name = names
    fs.make_folder(parent, passing, 0o700)
    _set_mode(fs, parent, passing, state.mode)
    try:
        fs.rename(parent, passing, parent, name)
    except CannotRenameError:
        fs.remove_folder(parent, passing)
        fs.make_folder(parent, name, 0o700)
        _set_mode(fs, parent, name, state.mode)
    fs.sync(parent)


def _set_mode(fs: FsOps, parent: int, name: bytes, mode: int) -> None:
    with fs.opened(fs.open_at(parent, name, FOLDER)) as folder:
        fs.set_mode(folder, mode)
        fs.sync(folder)


def _seen(fs: FsOps, root: int, path: bytes) -> SeenFolder:
    with (
        suppress(FileNotFoundError, NotADirectoryError),
        fs.opened(open_folder(fs, root, path)) as folder,
    ):
        facts = fs.stat(folder)
        return SeenFolder(path, stat.S_IMODE(facts.st_mode), facts.st_mtime_ns)
    return SeenFolder(path, 0, None)
