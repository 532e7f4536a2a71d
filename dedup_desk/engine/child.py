"""One child process: started when needed, limited before each file, replaced when it dies.

Limits are set from the outside before every question: processor time = used so far + 5 s + the
expected cost, address space = what it has now + 6 times the decoded bytes, and a wall clock. A
child that crosses one is killed; the next question gets a new child.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import resource
import signal
import socket
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.engine.limits import (
    DECODED_FACTOR,
    SPARE_CPU_S,
    SPARE_MEMORY_BYTES,
    address_space_bytes,
)
from dedup_desk.engine.packing import (
    Fields,
    Letter,
    PackingError,
    Parcel,
    receive,
    send,
)
from dedup_desk.engine.worker import worker_main

SPARE_WALL_S: Final = 60.0
STARTING_WALL_S: Final = 60.0
SLOWEST_READING_BYTES_PER_S: Final = 1_000_000
_LEAVING_S: Final = 2.0
_TICKS_PER_S: Final = os.sysconf("SC_CLK_TCK")

_CRASHED: Final = QT_TRANSLATE_NOOP("Messages", "The decoder crashed on it ({signal}).")
_TOO_MUCH_TIME: Final = QT_TRANSLATE_NOOP(
    "Messages", "Reading it was stopped: it took more processor time than its size allows."
)
_NO_ANSWER: Final = QT_TRANSLATE_NOOP(
    "Messages", "Reading it was stopped: no answer within {seconds} seconds."
)
_NONSENSE: Final = QT_TRANSLATE_NOOP(
    "Messages", "Reading it was stopped: the decoder answered with nonsense ({error})."
)
_NOT_STARTED: Final = QT_TRANSLATE_NOOP(
    "Messages", "The process that reads pictures could not be started ({error})."
)


@dataclass(frozen=True, slots=True)
class WorkFailed:
    """No answer came; why, for a person."""

    reason: Message


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one question may cost.

    Attributes:
        cpu_s: processor time beyond what the child used before.
        wall_s: time until the answer must be there.
        decoded_bytes: how large its pictures are when decoded.
    """

    cpu_s: float
    wall_s: float
    decoded_bytes: int

    @classmethod
    def expected(cls, cost_s: float, decoded_bytes: int, file_bytes: int) -> Allowance:
        """Return the allowance for an expected cost and the size of its files on disk."""
        reading_s = file_bytes / SLOWEST_READING_BYTES_PER_S
        return cls(SPARE_CPU_S + cost_s, SPARE_WALL_S + 4 * cost_s + reading_s, decoded_bytes)


class Child:
    """A child process and the pipe to it; used by one thread at a time, the one that made it."""

    def __init__(self, niceness: int) -> None:
        self._niceness = niceness
        self._process: SpawnProcess | None = None
        self._pipe: socket.socket | None = None
        self._answered = 0
        self._crashed_after = 0
        self._is_ending = False

    @property
    def may_carry_damage(self) -> bool:
        """True where the process that just crashed had answered earlier questions."""
        return self._crashed_after > 0

    def ask(
        self, letter: Letter, descriptors: Sequence[int], allowance: Allowance
    ) -> Parcel | WorkFailed:
        """Send a question and wait for its answer; a child that fails is gone afterwards."""
        self._crashed_after = 0
        try:
            process, pipe = self._started()
        except (OSError, EOFError, PackingError) as error:
            self.kill()
            return WorkFailed(message(_NOT_STARTED, error=str(error)))
        try:
            _limit(process, allowance)
            pipe.settimeout(allowance.wall_s)
            send(pipe, letter, descriptors)
            answer = _opened(receive(pipe))
        except TimeoutError:
            self.kill()
            return WorkFailed(message(_NO_ANSWER, seconds=math.ceil(allowance.wall_s)))
        except PackingError as error:
            self.kill()
            return WorkFailed(message(_NONSENSE, error=str(error)))
        except (EOFError, OSError):
            return WorkFailed(self._obituary())
        self._answered += 1
        return answer

    def leave(self) -> None:
        """End the child in good order: it sees the closed pipe; kill it if it does not go."""
        process, pipe = self._process, self._pipe
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(_LEAVING_S)
        self.kill()

    def kill(self) -> None:
        """End the child now and leave no zombie."""
        process, pipe = self._process, self._pipe
        self._process, self._pipe, self._answered = None, None, 0
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.kill()
            process.join()
            process.close()

    def interrupt(self) -> None:
        """From another thread: make this and every later `ask` come back at once with a failure."""
        self._is_ending = (
            True  # before looking: `_started` looks after it has put the process there
        )
        process = self._process
        if process is None:
            return
        try:
            process.kill()
        except ValueError:  # closed in this very moment
            return

    def _started(self) -> tuple[SpawnProcess, socket.socket]:
        if self._process is not None and self._pipe is not None:
            return self._process, self._pipe
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        process = multiprocessing.get_context("spawn").Process(
            target=worker_main,
            args=(theirs, os.getpid(), self._niceness),
            daemon=True,
            name="reader",
        )
        with theirs:
            self._pipe = ours
            process.start()
        self._process = process
        if self._is_ending:
            raise EOFError("the program is closing")
        ours.settimeout(STARTING_WALL_S)
        if receive(ours).word != "ready":  # it has loaded what it needs: its memory is measurable
            raise PackingError("the child did not say that it is ready")
        return process, ours

    def _obituary(self) -> Message:
        process = self._process
        if process is not None:
            process.join(_LEAVING_S)
        code, answered = process.exitcode if process is not None else None, self._answered
        self.kill()
        if code == -signal.SIGXCPU:
            return message(_TOO_MUCH_TIME)
        self._crashed_after = answered
        return message(_CRASHED, signal=_exit_name(code))


def _opened(letter: Letter) -> Parcel | WorkFailed:
    if letter.word == "done":
        return letter.parcel
    if letter.word != "failed":
        raise PackingError(f"the word {letter.word[:20]!r} is unknown")
    try:
        reason = Message.from_json(Fields(letter.parcel.header).text("reason", 10_000))
    except (ValueError, KeyError, TypeError) as error:
        raise PackingError("a failure without a reason") from error
    return WorkFailed(reason)


def _exit_name(code: int | None) -> str:
    if code is None or code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _limit(process: SpawnProcess, allowance: Allowance) -> None:
    """Set the limits of a Linux child; elsewhere the wall clock alone holds."""
    pid = process.pid
    if sys.platform != "linux" or pid is None:
        return
    cpu_s = math.ceil(_cpu_used_s(pid) + allowance.cpu_s)
    memory = address_space_bytes(pid) + SPARE_MEMORY_BYTES
    _lower(pid, resource.RLIMIT_CPU, cpu_s)
    _lower(pid, resource.RLIMIT_AS, memory + DECODED_FACTOR * allowance.decoded_bytes)


def _lower(pid: int, which: int, limit: int) -> None:
    _soft, hard = resource.prlimit(pid, which)
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.prlimit(pid, which, (soft, hard))


def _cpu_used_s(pid: int) -> float:
    behind_name = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    return (int(behind_name[11]) + int(behind_name[12])) / _TICKS_PER_S
