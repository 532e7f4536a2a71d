"""Files one after the other: counted, reported, stopped between two when somebody asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from dedup_desk.core.messages import Message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.progress import Cancelled, CancelToken, Progress, Report
from dedup_desk.services.retiring.outcomes import BatchOutcome
from dedup_desk.services.retiring.session import Session, Tools, moved_one

One: TypeAlias = Callable[[], MoveResult]
Hands: TypeAlias = tuple[Report, CancelToken]
"""How a job reports and how it is asked to stop."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One file of a run: what to do, and what it costs in bytes to read."""

    file: bytes
    size_bytes: int
    act: One


class Run:
    """Does errands one after the other; stops between two when asked, at once when it must."""

    def __init__(self, tools: Tools, stage: Message) -> None:
        self._tools = tools
        self._stage = stage
        self.results: list[MoveResult] = []
        self.moved_bytes = 0
        self.stopped: Message | None = None
        self.was_cancelled = False

    @property
    def is_over(self) -> bool:
        """No further errand may begin."""
        return self.was_cancelled or self.stopped is not None

    def all_of(self, errands: Sequence[Errand], run: Session, hands: Hands) -> None:
        """Do the errands; everything finished stays finished, whatever ends the run."""
        report, cancel = hands
        total, done = sum(one.size_bytes for one in errands), 0
        for number, errand in enumerate(errands):
            report(self._progress(errand, (number, len(errands)), (done, total)))
            try:
                cancel.check()
            except Cancelled:
                self.was_cancelled = True
                return
            moved = moved_one(self._tools, run, errand.act)
            self._count(errand, moved.result)
            done += errand.size_bytes
            if moved.stopped is not None:
                self.stopped = moved.stopped
                return

    def outcome(self, planned: int, recovered: tuple[MoveResult, ...]) -> BatchOutcome:
        """Return what became of the run."""
        return BatchOutcome(
            planned=planned,
            results=tuple(self.results),
            recovered=recovered,
            stopped=self.stopped,
            was_cancelled=self.was_cancelled,
            moved_bytes=self.moved_bytes,
        )

    def _count(self, errand: Errand, result: MoveResult | None) -> None:
        if result is None:
            return
        self.results.append(result)
        if result.outcome is Outcome.MOVED:
            self.moved_bytes += errand.size_bytes

    def _progress(self, errand: Errand, items: tuple[int, int], cost: tuple[int, int]) -> Progress:
        return Progress(
            stage=self._stage,
            done_cost=float(cost[0]),
            total_cost=float(cost[1]),
            done_items=items[0],
            total_items=items[1],
            current=errand.file,
        )
