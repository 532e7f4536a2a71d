"""A disk that counts its calls, dies at the N-th, or lets the N-th fail."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

from dedup_desk.core.journal import Journal, Operation
from dedup_desk.core.messages import Message
from dedup_desk.engine.files import CannotRenameError, FsOps

Result = TypeVar("Result")


class Fault(Enum):
    """What happens at the N-th call."""

    NONE = "none"
    KILL = "kill"
    """The process is gone before the call: kill -9."""
    ERROR = "error"
    """The call fails and nothing of it happened."""
    LATE_ERROR = "late error"
    """The call reports an error although it did its work, as network file systems do."""
    ERRORS_FROM_HERE = "errors from here on"


@dataclass
class Points:
    """Counts calls; acts at one of them.

    Attributes:
        at: the call to act at, counted from 1; 0 never acts.
        fault: how it acts.
        errno: what it fails with.
        calls: names of the calls made so far.
    """

    at: int = 0
    fault: Fault = Fault.NONE
    errno: int = 0
    calls: list[str] = field(default_factory=list)
    on_call: Callable[[int, str], None] | None = None

    def pass_by(self, call: str, action: Callable[[], Result]) -> Result:
        self.calls.append(call)
        number = len(self.calls)
        if self.on_call is not None:
            self.on_call(number, call)
        is_here = number == self.at or (
            self.fault is Fault.ERRORS_FROM_HERE and 0 < self.at <= number
        )
        if not is_here:
            return action()
        if self.fault is Fault.KILL:
            os.kill(os.getpid(), signal.SIGKILL)
        if self.fault is Fault.LATE_ERROR or call == "close":  # a failed close still closes
            action()
        raise OSError(self.errno, os.strerror(self.errno), f"call {number}: {call}")


class FaultyDisk(FsOps):
    """An `FsOps` whose every call passes by the points."""

    def __init__(self, points: Points, *, can_rename: bool = True) -> None:
        self.points = points
        self.can_rename = can_rename

    def perform(self, call: str, action: Callable[[], Result]) -> Result:
        return self.points.pass_by(call, action)

    def rename(self, from_folder: int, name: bytes, to_folder: int, new: bytes) -> None:
        if not self.can_rename and not name.endswith(b".part"):
            raise CannotRenameError(22, "no such flag", name)
        super().rename(from_folder, name, to_folder, new)


class ShortWrites(FsOps):
    """A disk that takes three bytes at a time."""

    def write(self, descriptor: int, data: bytes) -> int:
        return super().write(descriptor, data[:3])


class PointedJournal:
    """A journal before and after whose every commit a process can die."""

    def __init__(self, inner: Journal, points: Points) -> None:
        self.inner = inner
        self.points = points

    def intent(self, operations: Sequence[Operation]) -> None:
        self._around("journal.intent", lambda: self.inner.intent(operations))

    def done(self, operation: Operation, note: Message | None = None) -> None:
        self._around("journal.done", lambda: self.inner.done(operation, note))

    def aborted(self, operation: Operation, reason: Message) -> None:
        self._around("journal.aborted", lambda: self.inner.aborted(operation, reason))

    def open_operations(self) -> tuple[Operation, ...]:
        return self.inner.open_operations()

    def retired(self) -> tuple[Operation, ...]:
        return self.inner.retired()

    def _around(self, call: str, action: Callable[[], None]) -> None:
        if self.points.fault is not Fault.KILL:  # disk errors of the store are the store's tests
            action()
            return
        self.points.pass_by(f"before {call}", lambda: None)
        action()
        self.points.pass_by(f"after {call}", lambda: None)
