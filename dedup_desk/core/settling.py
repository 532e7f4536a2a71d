"""How an interrupted move is settled: a pure function of what is found on the disk.

A process can die at any system call. What it leaves is one of a few pictures: the file is at one
name, at the other, at both (two names of one file, where a move had to link and unlink), or at
neither. For each picture there is exactly one step, and taking it twice is the same as taking it
once, because the step leads to a picture whose own step is to close the operation. A failed move is
settled by the same function in the same process.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.core.journal import OperationKind


class Standing(StrEnum):
    """What stands under one of the two names of an operation.

    Content is told by SHA-256, identity by device and inode of the file that was verified.
    """

    ABSENT = "absent"
    ITSELF = "itself"
    """The verified file with the verified content."""
    TWIN = "twin"
    """The verified content in another file: a copy, or inodes changed by a remount."""
    EDITED = "edited"
    """The verified file with other content: somebody wrote to it since."""
    OTHER = "other"
    """Another file with other content."""


class Step(StrEnum):
    """The one thing to do."""

    UNDO = "undo"
    """It did not move: remove what we prepared for it, close as aborted."""
    FORWARD = "forward"
    """It has moved: make both folders durable, close as done."""
    DROP_SOURCE = "drop-source"
    """It has both names: remove the old one, then forward."""
    DROP_TARGET = "drop-target"
    """It has both names but is not what was reviewed: remove the new one, then undo."""
    MOVE_BACK = "move-back"
    """What moved is not what was reviewed: back to its old name, then undo."""
    ALARM = "alarm"
    """The content is at neither name: touch nothing, show it to a person."""


class Remark(StrEnum):
    """What a person should know about a settled operation."""

    NAME_IN_USE = "name-in-use"
    """Another file has the original name now; restoring will conflict."""
    TARGET_TAKEN = "target-taken"
    """Another file has the name that it should have got."""
    CHANGED = "changed"
    """The file was changed since it was verified."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a fresh read of the disk shows of one open operation.

    Attributes:
        source: what stands under the name it moves away from.
        target: what stands under the name it moves to.
        one_file: both names lead to one file (same device and inode).
    """

    source: Standing
    target: Standing
    one_file: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """A step and what to tell about it."""

    step: Step
    remark: Remark | None = None


RIGHT = frozenset({Standing.ITSELF, Standing.TWIN})
"""The verified content stands there."""


def settled_step(kind: OperationKind, found: Found) -> Settled:
    """Return the one step that settles an operation of which `found` is left.

    Args:
        kind: retire (collection to quarantine) or restore (quarantine to collection).
        found: what a fresh read shows; only a read that succeeded may be judged.
    """
    if found.one_file:
        return _of_two_names(found)
    if found.target is Standing.ABSENT:
        return _not_arrived(found.source)
    if found.source is Standing.ABSENT:
        return _arrived(kind, found.target)
    return _of_two_files(found)


def _of_two_names(found: Found) -> Settled:
    if found.source in RIGHT:
        return Settled(Step.DROP_SOURCE)
    return Settled(Step.DROP_TARGET, Remark.CHANGED)


def _not_arrived(source: Standing) -> Settled:
    if source in RIGHT:
        return Settled(Step.UNDO)
    if source is Standing.EDITED:  # the reviewed file itself: it never left, somebody wrote to it
        return Settled(Step.UNDO, Remark.CHANGED)
    return Settled(Step.ALARM)


def _arrived(kind: OperationKind, target: Standing) -> Settled:
    if target in RIGHT:
        return Settled(Step.FORWARD)
    if kind is OperationKind.RETIRE:  # we took something that nobody reviewed
        return Settled(Step.MOVE_BACK, Remark.CHANGED)
    if target is Standing.EDITED:  # it came back, and somebody has worked on it since
        return Settled(Step.FORWARD, Remark.CHANGED)
    return Settled(Step.ALARM)


def _of_two_files(found: Found) -> Settled:
    if found.target is Standing.ITSELF:  # it arrived; what has the old name came later
        return Settled(Step.FORWARD, Remark.NAME_IN_USE)
    if found.source in RIGHT:
        return Settled(Step.UNDO, Remark.TARGET_TAKEN)
    if found.target is Standing.TWIN:
        return Settled(Step.FORWARD, Remark.NAME_IN_USE)
    return Settled(Step.ALARM)
