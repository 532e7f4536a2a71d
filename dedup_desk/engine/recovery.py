"""Settles an operation that was announced and not closed: after a kill, and after a failed move.

It trusts nothing but a fresh read of both ends. What stands there is put into `settled_step`
(`core/settling.py`), which knows exactly one step for each picture, and that step is taken. All of
it can be interrupted again, at any call: the next run finds one of the same pictures.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace

from dedup_desk.core.journal import FolderState, Journal, Operation, OperationKind
from dedup_desk.core.messages import Message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.settling import Found, Remark, Settled, Standing, Step, settled_step
from dedup_desk.engine import move_sentences as say
from dedup_desk.engine.files import FsOps, digests_of, move_name
from dedup_desk.engine.held import Change, ChangedError, HeldFile, held_in, open_folder
from dedup_desk.engine.quarantine import Quarantine

_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.EXDEV}


@dataclass(frozen=True, slots=True)
class Ground:
    """The folders that moves go between.

    Attributes:
        fs: the disk.
        roots: absolute folder of each root label, trusted on this machine.
        quarantines: open, locked quarantine folders by absolute path.
    """

    fs: FsOps
    roots: Mapping[str, bytes]
    quarantines: Mapping[bytes, Quarantine]


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """One end of an operation: the open folder (None where it is gone) and the path."""

    folder: int | None
    path: bytes

    @property
    def name(self) -> bytes:
        """The last part of the path."""
        return self.path.rpartition(b"/")[2]


@dataclass(frozen=True, slots=True)
class Ends:
    """Both ends of an operation, held open.

    Attributes:
        root: descriptor of the collection root.
        source, target: where it moves from and to.
    """

    root: int
    source: OpenEnd
    target: OpenEnd


class Settler:
    """Settles operations one by one."""

    def __init__(self, ground: Ground, journal: Journal) -> None:
        self._ground = ground
        self._fs = ground.fs
        self._journal = journal

    def settle(self, operation: Operation, reason: Message | None = None) -> MoveResult:
        """Look afresh, take the one step, close the operation.

        Args:
            operation: announced and not closed.
            reason: why it did not go through, where this process knows.

        Raises:
            OSError: the disk does not let us look or act; the operation stays open.
        """
        with self._ends(operation) as ends:
            settled = settled_step(operation.kind, self._look(operation, ends))
            return self._take(operation, ends, settled, reason)

    def withdraw(self, operation: Operation, reason: Message) -> MoveResult:
        """Close an operation of this process that is known not to have moved anything."""
        with self._ends(operation) as ends:
            return self._take(operation, ends, Settled(Step.UNDO), reason)

    def take_back(self, operation: Operation, reason: Message) -> MoveResult:
        """Close an operation of this process that moved, by moving the file back."""
        with self._ends(operation) as ends:
            return self._take(operation, ends, Settled(Step.MOVE_BACK), reason)

    def look(self, operation: Operation) -> Settled:
        """Return the step that `settle` would take; reads only."""
        with self._ends(operation) as ends:
            return settled_step(operation.kind, self._look(operation, ends))

    def _look(self, operation: Operation, ends: Ends) -> Found:
        source, source_file = self._standing(operation, ends.source)
        target, target_file = self._standing(operation, ends.target)
        return Found(source, target, source_file is not None and source_file == target_file)

    def _standing(
        self, operation: Operation, end: OpenEnd
    ) -> tuple[Standing, tuple[int, int] | None]:
        """What stands at one end, and which file it is (device and inode)."""
        if end.folder is None:
            return Standing.ABSENT, None
        try:
            with held_in(self._fs, end.folder, end.path) as held:
                file = held.identity.dev, held.identity.inode
                return self._judged(operation, held), file
        except ChangedError as change:
            if change.change is Change.MISSING:
                return Standing.ABSENT, None
            return Standing.OTHER, None

    def _judged(self, operation: Operation, held: HeldFile) -> Standing:
        # Device numbers may change with a reboot; both ends are on one file system by construction.
        is_file = held.identity.inode == operation.identity.inode
        if digests_of(self._fs, held.descriptor).sha256 == operation.item.digest:
            return Standing.ITSELF if is_file else Standing.TWIN
        return Standing.EDITED if is_file else Standing.OTHER

    def _take(
        self, operation: Operation, ends: Ends, settled: Settled, reason: Message | None
    ) -> MoveResult:
        file, step = operation.item.place.path, settled.step
        if step is Step.ALARM:
            told = say.alarm(file, operation.quarantine)
            return MoveResult(operation.item, Outcome.ALARM, told, operation)
        if step is Step.DROP_SOURCE:
            self._drop(ends.source, ends.target)
        if step in {Step.FORWARD, Step.DROP_SOURCE}:
            return self._forward(operation, ends, settled.remark)
        if step is Step.DROP_TARGET:
            self._drop(ends.target, ends.source)
        if step is Step.MOVE_BACK:
            self._move_back(operation, ends)
        return self._undo(operation, ends, _told(file, settled.remark, reason))

    def _forward(self, operation: Operation, ends: Ends, remark: Remark | None) -> MoveResult:
        file = operation.item.place.path
        set_folder_times(self._fs, ends.root, operation.folders)
        self._sync(ends.target)
        self._sync(ends.source)
        told = say.remarked(remark, file) if remark else say.completed(file)
        self._journal.done(operation, told)
        return MoveResult(operation.item, Outcome.MOVED, told, operation)

    def _undo(self, operation: Operation, ends: Ends, told: Message) -> MoveResult:
        if operation.kind is OperationKind.RETIRE:
            self._ground.quarantines[operation.quarantine].clear(operation)
        else:
            self._remove_leftovers(operation, ends.root)
            set_folder_times(self._fs, ends.root, _as_found(operation.folders))
        self._journal.aborted(operation, told)
        return MoveResult(operation.item, Outcome.NOT_MOVED, told, operation)

    def _move_back(self, operation: Operation, ends: Ends) -> None:
        if ends.source.folder is None or ends.target.folder is None:
            raise FileNotFoundError(errno.ENOENT, "its folder is gone", ends.source.path)
        move_name(
            self._fs, (ends.target.folder, ends.target.name), (ends.source.folder, ends.source.name)
        )
        set_folder_times(self._fs, ends.root, _as_found(operation.folders))

    def _drop(self, end: OpenEnd, kept: OpenEnd) -> None:
        """Remove one of two names of one file, after looking once more that the other is there."""
        if end.folder is None or kept.folder is None:
            raise FileNotFoundError(errno.ENOENT, "its folder is gone", end.path)
        ours = self._fs.stat_at(end.folder, end.name)
        other = self._fs.stat_at(kept.folder, kept.name)
        if ours is None or other is None or ours.st_nlink < 2:
            raise FileNotFoundError(errno.ENOENT, "changed meanwhile", end.path)
        if (ours.st_dev, ours.st_ino) != (other.st_dev, other.st_ino):
            raise FileExistsError(errno.EEXIST, "changed meanwhile", end.path)
        self._sync(kept)
        self._fs.unlink(end.folder, end.name)
        self._sync(end)

    def _sync(self, end: OpenEnd) -> None:
        if end.folder is not None:
            self._fs.sync(end.folder)

    def _remove_leftovers(self, operation: Operation, root: int) -> None:
        """Remove a folder that a restore was about to name when it died."""
        for state in operation.folders:
            found = _reachable(self._fs, root, state.path)
            if found is not None:
                with suppress(FileNotFoundError), self._fs.opened(found) as folder:
                    self._fs.remove_folder(folder, unnamed(operation))

    @contextmanager
    def _ends(self, operation: Operation) -> Iterator[Ends]:
        place, fs = operation.item.place, self._fs
        with ExitStack() as held:
            root = held.enter_context(fs.opened(fs.open_root(self._ground.roots[place.root])))
            quarantine = self._ground.quarantines[operation.quarantine].descriptor
            outside = OpenEnd(_folder_or_none(fs, root, place.folder, held), place.path)
            folder = operation.safe_path.rpartition(b"/")[0]
            inside = OpenEnd(_folder_or_none(fs, quarantine, folder, held), operation.safe_path)
            if operation.kind is OperationKind.RETIRE:
                yield Ends(root, outside, inside)
            else:
                yield Ends(root, inside, outside)


def unnamed(operation: Operation) -> bytes:
    """Return the name of a folder being made again, before it gets its own."""
    return b".dedup-restore-" + operation.uuid.encode("ascii")


def set_folder_times(fs: FsOps, root: int, folders: tuple[FolderState, ...]) -> None:
    """Give folders the times written down for them, as far as this account may.

    Only the owner of a folder may set its time; for anybody else the kernel's time stays.
    """
    for state in folders:
        if state.left_ns is None:
            continue
        folder = _reachable(fs, root, state.path)
        if folder is not None:
            with suppress(PermissionError), fs.opened(folder):
                fs.set_mtime(folder, state.left_ns)


def _as_found(folders: tuple[FolderState, ...]) -> tuple[FolderState, ...]:
    changed = [state for state in folders if state.left_ns is not None]
    return tuple(replace(state, left_ns=state.found_ns) for state in changed)


def _told(file: bytes, remark: Remark | None, reason: Message | None) -> Message:
    if reason is not None:
        return reason
    return say.remarked(remark, file) if remark else say.interrupted(file)


def _folder_or_none(fs: FsOps, root: int, path: bytes, held: ExitStack) -> int | None:
    found = _reachable(fs, root, path)
    return None if found is None else held.enter_context(fs.opened(found))


def _reachable(fs: FsOps, root: int, path: bytes) -> int | None:
    """Open a folder, or return None where its path leads nowhere, or elsewhere by a link."""
    try:
        return open_folder(fs, root, path)
    except OSError as error:
        if error.errno in _NOT_THERE:
            return None
        raise
