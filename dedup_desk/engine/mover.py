"""Moves images into quarantine and back: journal first, content checked before and after.

The order of calls of one retirement, each of which a test kills and fails:

1. hold both copies open, below their roots, through no link; two different ordinary files
2. read both to the end and compare with what was reviewed
3. journal: intent
4. record beside the place it will have, durable; its own folder, durable
5. compare both descriptors with their names once more
6. rename without replacing (or link and unlink)
7. make the new name durable, then the loss of the old
8. the name there leads to the held file, and its content read again is what was reviewed
9. journal: done

A restore is the same turned round, with an intent of its own. Whatever fails after the intent is
settled by what a fresh read shows (`engine/recovery.py`), never by what we believe to have done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TypeAlias

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.folder_times import Outstanding, folders_of_restore, folders_of_retirement
from dedup_desk.core.journal import Journal, Operation, OperationKind
from dedup_desk.core.messages import Message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import ImageRecord, SeenFile
from dedup_desk.engine import move_sentences as say
from dedup_desk.engine.carrying import (
    CanonicalChangedError,
    folders_above,
    make_folders_again,
    move_into,
    require_canonical,
    seen_folders,
)
from dedup_desk.engine.files import Digests
from dedup_desk.engine.held import (
    Change,
    ChangedError,
    HeldFile,
    held_file,
    open_folder,
    require_content,
    require_unmoved,
)
from dedup_desk.engine.quarantine_names import safe_path
from dedup_desk.engine.recovery import Ground, Settler
from dedup_desk.engine.replacement import Checked, Reasons, record_bytes

Settling: TypeAlias = Callable[[Operation, Message], MoveResult]


class BatchStoppedError(SurroundingsError):
    """The disk as a whole failed: no further file is touched; open operations are settled later."""


@dataclass(frozen=True, slots=True)
class RetireRequest:
    """One planned retirement.

    Attributes:
        item, canonical: the copy that leaves and the copy that stays, as reviewed.
        relation: what the item is of the canonical.
        batch, number: where in quarantine.
        quarantine: absolute path of an open, locked quarantine.
        reasons: who decided and why.
        images: what the index knows of both, or None.
    """

    item: SeenFile
    canonical: SeenFile
    relation: Relation
    batch: str
    number: int
    quarantine: bytes
    reasons: Reasons
    images: tuple[ImageRecord | None, ImageRecord | None] = (None, None)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is handed in because the mover has no clock and no chance of its own.

    Attributes:
        now_ns: the time, nanoseconds since 1970.
        now_text: the time, ISO 8601, UTC.
        new_uuid: 32 fresh hexadecimal digits.
    """

    now_ns: Callable[[], int]
    now_text: Callable[[], str]
    new_uuid: Callable[[], str]


@dataclass(frozen=True, slots=True)
class HeldPair:
    """Both copies, open and read to the end; `root` is the item's collection root."""

    root: int
    item: HeldFile
    canonical: HeldFile
    item_digests: Digests
    canonical_digests: Digests


class Mover:
    """Retires, restores and recovers, one file at a time.

    Args:
        ground: roots and quarantines.
        journal: where operations are announced and closed.
        surroundings: clock and chance.
    """

    def __init__(self, ground: Ground, journal: Journal, surroundings: Surroundings) -> None:
        self._ground, self._fs = ground, ground.fs
        self._journal = journal
        self._around = surroundings
        self._settler = Settler(ground, journal)
        self._outstanding = Outstanding(journal.retired())

    def check(self, request: RetireRequest) -> MoveResult:
        """Do everything of a retirement that changes nothing: the rehearsal."""
        return self._guarded(request.item, lambda: self._rehearse(request))

    def retire(self, request: RetireRequest) -> MoveResult:
        """Move one image into quarantine.

        Raises:
            BatchStoppedError: the disk as a whole failed; the operation may be open.
            DedupError: the journal cannot be written.
        """
        return self._guarded(request.item, lambda: self._retire(request))

    def restore(self, retired: Operation) -> MoveResult:
        """Put the image of a retirement back where it was.

        Raises:
            BatchStoppedError: the disk as a whole failed; the operation may be open.
            DedupError: the journal cannot be written.
        """
        return self._guarded(retired.item, lambda: self._restore(retired))

    def recover(self, operations: Sequence[Operation] | None = None) -> tuple[MoveResult, ...]:
        """Settle open operations, oldest first; one that cannot be settled stays open.

        Args:
            operations: those to settle; None means all.
        """
        for quarantine in self._ground.quarantines.values():
            with suppress(OSError):  # crumbs harm nobody, and the next start tries again
                quarantine.tidy()
        chosen = self._journal.open_operations() if operations is None else operations
        return tuple(self._recovered(one) for one in chosen)

    def _guarded(self, item: SeenFile, action: Callable[[], MoveResult]) -> MoveResult:
        """Turn what the disk said, before anything was announced, into a result or a stop."""
        try:
            return action()
        except (ChangedError, OSError) as error:
            told = _reason_or_stop(item, error)
            return MoveResult(item, Outcome.NOT_MOVED, told)

    def _rehearse(self, request: RetireRequest) -> MoveResult:
        with self._both(request):
            return MoveResult(request.item, Outcome.MOVED)

    def _retire(self, request: RetireRequest) -> MoveResult:
        with self._both(request) as pair:
            operation = self._retirement(request, pair)
            record = _record(request, pair, operation, self._around.now_text())
            quarantine = self._ground.quarantines[request.quarantine]

            def prepare() -> None:
                quarantine.put_record(operation, record)
                quarantine.make_place(operation)
                require_unmoved(self._fs, pair.item)
                require_canonical(self._fs, pair.canonical)

            def move() -> None:
                folder = operation.safe_path.rpartition(b"/")[0]
                inside = open_folder(self._fs, quarantine.descriptor, folder)
                with self._fs.opened(inside) as target:
                    move_into(self._fs, pair.root, operation, pair.item, target)
                require_canonical(self._fs, pair.canonical)

            return self._carry_out(operation, prepare, move)

    def _restore(self, retired: Operation) -> MoveResult:
        quarantine = self._ground.quarantines[retired.quarantine].descriptor
        folder = self._ground.roots[retired.item.place.root]
        with (
            self._fs.opened(self._fs.open_root(folder)) as root,
            held_file(self._fs, quarantine, retired.safe_path) as held,
        ):
            require_content(self._fs, held, retired.item.digest)
            operation = self._restoration(retired, root, held)

            def prepare() -> None:
                make_folders_again(self._fs, root, operation)
                require_unmoved(self._fs, held)

            def move() -> None:
                outside = open_folder(self._fs, root, retired.item.place.folder)
                with self._fs.opened(outside) as target:
                    move_into(self._fs, root, operation, held, target)

            return self._carry_out(operation, prepare, move)

    def _carry_out(
        self, operation: Operation, prepare: Callable[[], None], move: Callable[[], None]
    ) -> MoveResult:
        """Announce, prepare, move, close; settle whatever goes wrong."""
        self._journal.intent([operation])
        try:
            prepare()
        except (ChangedError, OSError) as error:
            return self._settled(operation, error, self._settler.withdraw)
        try:
            move()
        except CanonicalChangedError as change:
            return self._settled(operation, change, self._settler.take_back)
        except (ChangedError, OSError) as error:
            return self._settled(operation, error, self._settler.settle)
        self._journal.done(operation)
        return self._accounted(MoveResult(operation.item, Outcome.MOVED, None, operation))

    def _settled(
        self, operation: Operation, error: ChangedError | OSError, settle: Settling
    ) -> MoveResult:
        reason = _reason_or_stop(operation.item, error)
        try:
            return self._accounted(settle(operation, reason))
        except OSError as second:
            raise _stop(operation.item, second) from second

    def _recovered(self, operation: Operation) -> MoveResult:
        try:
            return self._accounted(self._settler.settle(operation))
        except OSError as error:
            told = say.still_open(operation.item.place.path, error)
            return MoveResult(operation.item, Outcome.OPEN, told, operation)

    def _accounted(self, result: MoveResult) -> MoveResult:
        """Keep in memory which retirements stand, for the folders' times."""
        if result.operation is not None and result.outcome is Outcome.MOVED:
            self._outstanding.add(result.operation)
        return result

    def _retirement(self, request: RetireRequest, pair: HeldPair) -> Operation:
        item = request.item.place
        seen = seen_folders(self._fs, pair.root, folders_above(item.path))
        return Operation(
            uuid=self._around.new_uuid(),
            batch=request.batch,
            number=request.number,
            kind=OperationKind.RETIRE,
            item=request.item,
            canonical=request.canonical,
            relation=request.relation,
            identity=pair.item.identity,
            quarantine=request.quarantine,
            safe_path=safe_path(request.batch, request.number, item.name),
            folders=folders_of_retirement(
                item.root, seen, self._outstanding, self._around.now_ns()
            ),
        )

    def _restoration(self, retired: Operation, root: int, held: HeldFile) -> Operation:
        seen = seen_folders(self._fs, root, tuple(state.path for state in retired.folders))
        place = retired.item.place
        if seen[0].mtime_ns is not None:
            with self._fs.opened(open_folder(self._fs, root, place.folder)) as folder:
                if self._fs.stat_at(folder, place.name) is not None:
                    raise ChangedError(Change.NAME_TAKEN, place.path)
        return replace(
            retired,
            uuid=self._around.new_uuid(),
            kind=OperationKind.RESTORE,
            identity=held.identity,
            restores=retired.uuid,
            folders=folders_of_restore(retired, seen, self._outstanding),
        )

    @contextmanager
    def _both(self, request: RetireRequest) -> Iterator[HeldPair]:
        """Hold both copies open, read to the end and found as reviewed.

        Raises:
            ChangedError: one of them is not.
        """
        fs, roots = self._fs, self._ground.roots
        item, canonical = request.item.place, request.canonical.place
        with (
            fs.opened(fs.open_root(roots[item.root])) as item_root,
            fs.opened(fs.open_root(roots[canonical.root])) as canonical_root,
            held_file(fs, item_root, item.path) as leaves,
            held_file(fs, canonical_root, canonical.path) as stays,
        ):
            _require_two_files(leaves, stays)
            item_digests = require_content(fs, leaves, request.item.digest)
            canonical_digests = require_content(fs, stays, request.canonical.digest)
            yield HeldPair(item_root, leaves, stays, item_digests, canonical_digests)


def _record(request: RetireRequest, pair: HeldPair, operation: Operation, now_text: str) -> bytes:
    leaves, stays = request.images
    checked = (
        Checked(request.item, pair.item.identity, pair.item_digests, leaves),
        Checked(request.canonical, pair.canonical.identity, pair.canonical_digests, stays),
    )
    return record_bytes(operation, checked, request.reasons, now_text)


def _require_two_files(leaves: HeldFile, stays: HeldFile) -> None:
    one = leaves.identity.dev, leaves.identity.inode
    if one == (stays.identity.dev, stays.identity.inode):
        raise ChangedError(Change.SAME_FILE, leaves.path)
    if leaves.links > 1:
        raise ChangedError(Change.HARD_LINK, leaves.path)


def _reason_or_stop(item: SeenFile, error: ChangedError | OSError) -> Message:
    """Say why one file was not moved; stop the batch where the disk as a whole failed."""
    if isinstance(error, ChangedError):
        return say.refused(error.change, error.path)
    if say.is_medium(error):
        raise _stop(item, error) from error
    return say.not_moved(item.place.path, error)


def _stop(item: SeenFile, error: OSError) -> BatchStoppedError:
    return BatchStoppedError(say.stopped(item.place.path, error))
