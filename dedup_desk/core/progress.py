"""How a long job reports where it is, and how it is asked to stop or to wait.

A job is a plain object with `run(report, cancel)`; it calls `report(Progress(...))` and
`cancel.check()` at least ten times a second where it can, and raises `Cancelled` at a point where
everything finished so far is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final, Generic, Protocol, TypeAlias, TypeVar

from dedup_desk.core.messages import Message

Result_co = TypeVar("Result_co", covariant=True)
One = TypeVar("One")


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked
    """A person asked the job to stop; what was finished is kept."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a job is.

    Attributes:
        stage: what is being done now ("Reading pictures").
        done_cost, total_cost: estimated cost in arbitrary units of the same kind; the bar is their
            ratio; 0 total means "not known yet".
        done_items, total_items: files or pairs, for the text beside the bar.
        current: the file in hand, as bytes, or None.
        bytes_per_s: reading speed over the last seconds, or None.
        left_s: estimated seconds left, or None while nobody can know.
    """

    stage: Message
    done_cost: float = 0.0
    total_cost: float = 0.0
    done_items: int = 0
    total_items: int = 0
    current: bytes | None = None
    bytes_per_s: float | None = None
    left_s: float | None = None


Report: TypeAlias = Callable[[Progress], None]

Check: TypeAlias = Callable[[], None]
"""Raises `Cancelled` where somebody asked to stop; the core asks it and knows no token."""

ITEMS_A_CHECK: Final = 1024
"""Of things that take some microseconds each."""


def silent(_progress: Progress) -> None:
    """Report to nobody."""


def unasked() -> None:
    """Never ask to stop."""


def checked(items: Iterable[One], check: Check) -> Iterator[One]:
    """Yield the items; ask now and then whether to go on."""
    left = iter(items)
    while some := tuple(islice(left, ITEMS_A_CHECK)):
        check()
        yield from some


class CancelToken:
    """Asks a job to stop or to wait; set by one thread, read by another.

    Args:
        wait: how a paused job waits one short moment; handed in because the core has no clock.
    """

    __slots__ = ("_cancelled", "_paused", "_wait")

    def __init__(self, wait: Callable[[], None] = lambda: None) -> None:
        self._cancelled = False
        self._paused = False
        self._wait = wait

    @property
    def paused(self) -> bool:
        """True while a person asked the job to wait."""
        return self._paused

    def cancel(self) -> None:
        """Ask the job to stop at its next check."""
        self._cancelled = True

    def pause(self) -> None:
        """Ask the job to wait at its next check."""
        self._paused = True

    def resume(self) -> None:
        """Let a waiting job go on."""
        self._paused = False

    def check(self) -> None:
        """Raise `Cancelled` if asked to stop; wait here while asked to wait."""
        while self._paused and not self._cancelled:
            self._wait()
        if self._cancelled:
            raise Cancelled


class Job(Protocol, Generic[Result_co]):
    """A long piece of work, free of any toolkit."""

    def run(self, report: Report, cancel: CancelToken) -> Result_co:
        """Do it; report; stop with `Cancelled` when asked, keeping what is finished."""
        ...
