"""The steps of one move, as the mover announces them and the project remembers them.

The mover (`engine/mover.py`) is handed a `Journal` and knows no database; the store implements it
(`store/operations.py`). An operation is announced before anything moves (`intent`), and closed only
after the disk was read again (`done`) or after everything is where it was (`aborted`). Restore is
the same machine turned round, with an intent of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import SeenFile


class OperationKind(StrEnum):
    """Which way a file travels."""

    RETIRE = "retire"
    RESTORE = "restore"


class OperationState(StrEnum):
    """How far an operation has come."""

    INTENT = "intent"
    DONE = "done"
    ABORTED = "aborted"


@dataclass(frozen=True, slots=True)
class FileIdentity:
    """What must be equal for a file to be the one that was reviewed.

    Attributes:
        dev, inode, size_bytes, mtime_ns, mode: from `fstat`.
    """

    dev: int
    inode: int
    size_bytes: int
    mtime_ns: int
    mode: int


@dataclass(frozen=True, slots=True)
class FolderState:
    """A folder above a moving file, so that both its time and its mode can come back.

    A move changes the modification time of the folder it takes a file out of. That is honest and
    stays, but with a time chosen beforehand (`left_ns`), so that a later restore can tell whether
    anybody else changed the folder in between: only if not, the folder gets its old time back.

    Attributes:
        path: relative to the collection root; b"" is the root itself.
        mode: permission bits.
        found_ns: modification time directly before the move (of a missing folder: the one it would
            have if nobody had removed it).
        origin_ns: modification time before the first of our moves out of it.
        left_ns: modification time it gets after this move; None leaves its time alone.
        is_missing: somebody removed it since; a restore makes it again, with `mode`.
    """

    path: bytes
    mode: int
    found_ns: int
    origin_ns: int
    left_ns: int | None = None
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Operation:
    """One file's way into quarantine or back.

    Attributes:
        uuid: identity of the operation (32 hex digits).
        batch: id of the batch ("20261121T023000Z-1a2b3c4d").
        number: 1, 2, 3 ... within the batch; names its folder and record in quarantine.
        kind: retire or restore.
        item: the file that moves (collection place and content).
        canonical: the copy that replaces it.
        relation: what the item is of the canonical.
        identity: the item as it was verified in this run.
        quarantine: the quarantine root, absolute path bytes.
        safe_path: the item's path in quarantine, relative, for example
            b"batch-20261121T023000Z-1a2b3c4d/data/000001/IMG_1.jpg".
        restores: uuid of the retire operation that this one turns round; None for a retirement.
            A restore carries the batch and number of the retirement that it turns round.
        folders: the folders above the item inside the collection, the nearest first.
    """

    uuid: str
    batch: str
    number: int
    kind: OperationKind
    item: SeenFile
    canonical: SeenFile
    relation: Relation
    identity: FileIdentity
    quarantine: bytes
    safe_path: bytes
    restores: str | None = None
    folders: tuple[FolderState, ...] = ()


class Journal(Protocol):
    """Where operations are announced and closed; every call is durable when it returns."""

    def intent(self, operations: Sequence[Operation]) -> None:
        """Announce operations before anything of them moves (one transaction)."""
        ...

    def done(self, operation: Operation, note: Message | None = None) -> None:
        """Close an operation after the disk was read again and agrees."""
        ...

    def aborted(self, operation: Operation, reason: Message) -> None:
        """Close an operation whose file is where it was."""
        ...

    def open_operations(self) -> tuple[Operation, ...]:
        """Return operations that were announced and not closed, oldest first."""
        ...

    def retired(self) -> tuple[Operation, ...]:
        """Return retire operations that are done and not restored since, oldest first."""
        ...
