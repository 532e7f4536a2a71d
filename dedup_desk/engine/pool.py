"""Work on many files in child processes; a file that kills its child costs only itself.

One thread per child takes the next work, opens its files, asks its child and hands the answer back.
`run` feeds bulk work lazily; `ask` is for one picture that somebody waits for and goes before all
queued bulk work. One killed child of a `ProcessPoolExecutor` fails every remaining task, which is
why this pool exists.
"""

from __future__ import annotations

import os
import queue
import signal
import stat
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, TypeAlias

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.progress import Cancelled, CancelToken
from dedup_desk.engine.child import Allowance, Child, WorkFailed
from dedup_desk.engine.packing import Letter, Parcel

__all__ = ["Answer", "Parcel", "Spare", "Work", "WorkFailed", "WorkerPool", "nobody_waits"]

Answer: TypeAlias = "Parcel | WorkFailed"
Spare: TypeAlias = Callable[[], int]
"""How many children are to begin nothing now, so that somebody else has a processor."""

BULK_NICENESS: Final = 10
"""Reading a collection must not hold up a key press."""

SCREEN_NICENESS: Final = 5
"""Pictures for the screen go before reading, and after the window's own thread."""

_AHEAD_PER_CHILD: Final = 4
_GLANCE_S: Final = 0.05
_SPARED_S: Final = 0.2
"""A spared child looks this often whether it may go on; nobody tells it."""

_OPEN_FLAGS: Final = (
    os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | getattr(os, "O_NOFOLLOW", 0) | os.O_NOCTTY
)
_NOT_OPENED: Final = QT_TRANSLATE_NOOP("Messages", "It could not be opened ({error}).")
_NOT_A_FILE: Final = QT_TRANSLATE_NOOP("Messages", "It is not an ordinary file any more.")
_CLOSED: Final = QT_TRANSLATE_NOOP("Messages", "The program is closing; it was not read.")


@dataclass(frozen=True, slots=True)
class Work:
    """One question for a child process.

    Attributes:
        task: a row of `engine/tasks.TASKS`.
        parcel: the question.
        files: absolute paths; the pool opens ordinary files only and passes the descriptors.
        cost: expected processor seconds.
        decoded_bytes: expected size of the decoded pictures, for the memory limit.
        tag: handed back untouched; never leaves the parent.
        needed_files: so many files must open; a later one that does not is handed over empty.
        descriptors: more open descriptors, the caller's own (shared memory), behind the files.
    """

    task: str
    parcel: Parcel
    files: tuple[bytes, ...] = ()
    cost: float = 1.0
    decoded_bytes: int = 0
    tag: object = None
    needed_files: int = 16
    descriptors: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Order:
    work: Work
    deliver: Callable[[Work, Answer], None]
    is_wanted: Callable[[], bool]


@dataclass(slots=True)
class _Counter:
    """How many works of one run are under way, and whether anybody still wants them."""

    under_way: int = 0
    is_wanted: bool = True
    answers: queue.SimpleQueue[tuple[Work, Answer]] = field(default_factory=queue.SimpleQueue)

    def deliver(self, work: Work, answer: Answer) -> None:
        self.answers.put((work, answer))


def nobody_waits() -> int:
    """Spare no child: nobody needs a processor for anything else."""
    return 0


class WorkerPool:
    """A context manager over a fixed number of child processes, each started on first use.

    Args:
        processes: how many; by default as many as this process may use processors.
        niceness: how far the children step back behind everything else, 0 to 19.
        spare: how many children begin no bulk work now; asked before each, from any thread, so it
            must answer at once. One child works whatever it says, and no work is broken off.
    """

    def __init__(
        self,
        processes: int | None = None,
        niceness: int = BULK_NICENESS,
        spare: Spare = nobody_waits,
    ) -> None:
        count = processes or _processor_count()
        self._spare, self._working = spare, 0
        self._news = threading.Condition()
        self._urgent: deque[_Order] = deque()
        self._bulk: deque[_Order] = deque()
        self._is_closing = False
        self._children = tuple(Child(niceness) for _ in range(count))
        self._threads = tuple(
            threading.Thread(target=self._serve, args=(child,), name="reader", daemon=True)
            for child in self._children
        )
        for thread in self._threads:
            thread.start()

    @property
    def process_count(self) -> int:
        """How many files are worked on at a time."""
        return len(self._children)

    def run(self, works: Iterable[Work], cancel: CancelToken) -> Iterator[tuple[Work, Answer]]:
        """Yield every work with its answer, as they finish; takes `works` only as needed.

        Raises:
            Cancelled: the token asked for it, or the pool was closed; what was not yielded yet is
                dropped, because a work that was stopped says nothing about its file.
        """
        counter, ahead = _Counter(), _AHEAD_PER_CHILD * self.process_count
        waiting = iter(works)
        try:
            is_more = True
            while is_more or counter.under_way:
                cancel.check()
                while is_more and counter.under_way < ahead:
                    is_more = self._feed(waiting, counter)
                for arrived in _arrived(counter):
                    if self._is_closing:
                        raise Cancelled
                    yield arrived
        finally:
            counter.is_wanted = False

    def ask(self, work: Work) -> Answer:
        """Do one work before all queued bulk work and wait for it; safe from any thread."""
        answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        order = _Order(work, lambda _work, answer: answers.put(answer), lambda: True)
        self._put(self._urgent, order)
        return answers.get()

    def close(self) -> None:
        """End all children; works that were waiting come back as failed. May be called twice."""
        with self._news:
            self._is_closing = True
            left = [*self._urgent, *self._bulk]
            self._urgent.clear()
            self._bulk.clear()
            self._news.notify_all()
        for order in left:
            order.deliver(order.work, WorkFailed(message(_CLOSED)))
        for child, thread in zip(self._children, self._threads, strict=True):
            child.interrupt()
            thread.join()

    def __enter__(self) -> WorkerPool:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _feed(self, works: Iterator[Work], counter: _Counter) -> bool:
        work = next(works, None)
        if work is None:
            return False
        counter.under_way += 1
        self._put(self._bulk, _Order(work, counter.deliver, lambda: counter.is_wanted))
        return True

    def _put(self, where: deque[_Order], order: _Order) -> None:
        with self._news:
            if not self._is_closing:
                where.append(order)
                self._news.notify()
                return
        order.deliver(order.work, WorkFailed(message(_CLOSED)))

    def _serve(self, child: Child) -> None:
        """Live as long as the child: the kernel kills it when the thread that started it ends."""
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # for the child to inherit
        while (order := self._next_order()) is not None:
            if order.is_wanted():
                order.deliver(order.work, self._answered(child, order.work))
            with self._news:
                self._working -= 1
        child.leave()

    def _next_order(self) -> _Order | None:
        with self._news:
            while not self._is_closing:
                if waiting := self._urgent or (self._bulk if self._may_begin() else None):
                    self._working += 1
                    return waiting.popleft()
                self._news.wait(_SPARED_S if self._bulk else None)
        return None

    def _may_begin(self) -> bool:
        return self._working < max(1, self.process_count - self._spare())

    def _answered(self, child: Child, work: Work) -> Answer:
        with ExitStack() as opened:
            try:
                descriptors = _opened_files(work, opened)
                size_bytes = sum(os.fstat(one).st_size for one in descriptors)
            except OSError as error:
                return WorkFailed(message(_NOT_OPENED, error=error.strerror or str(error)))
            except _NotAFileError:
                return WorkFailed(message(_NOT_A_FILE))
            allowance = Allowance.expected(work.cost, work.decoded_bytes, size_bytes)
            letter = Letter(work.task, work.parcel)
            answer = child.ask(letter, [*descriptors, *work.descriptors], allowance)
            if child.may_carry_damage and not self._is_closing:
                # An earlier file may have done it: ask once more, a fresh child.
                _rewind(descriptors)
                answer = child.ask(letter, [*descriptors, *work.descriptors], allowance)
        return answer


class _NotAFileError(Exception):
    """A path led to something that is no ordinary file."""


def _processor_count() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _arrived(counter: _Counter) -> Iterator[tuple[Work, Answer]]:
    """Yield what is there now, waiting a moment for the first."""
    try:
        arrived = counter.answers.get(timeout=_GLANCE_S) if counter.under_way else None
        while arrived is not None:
            counter.under_way -= 1
            yield arrived
            arrived = counter.answers.get_nowait()
    except queue.Empty:
        return


def _opened_files(work: Work, opened: ExitStack) -> list[int]:
    descriptors = []
    for number, path in enumerate(work.files):
        try:
            descriptor = _opened_file(path)
        except (OSError, _NotAFileError):
            if number < work.needed_files:
                raise
            descriptor = os.open(os.devnull, os.O_RDONLY | os.O_CLOEXEC)
        opened.callback(os.close, descriptor)
        descriptors.append(descriptor)
    return descriptors


def _opened_file(path: bytes) -> int:
    try:
        descriptor = os.open(path, _OPEN_FLAGS | getattr(os, "O_NOATIME", 0))
    except PermissionError:  # O_NOATIME is for owners only
        descriptor = os.open(path, _OPEN_FLAGS)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise _NotAFileError
    return descriptor


def _rewind(descriptors: list[int]) -> None:
    for descriptor in descriptors:
        os.lseek(descriptor, 0, os.SEEK_SET)
