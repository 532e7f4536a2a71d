"""Running a job where there is no window: the command line and the tests."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from dedup_desk.core.progress import CancelToken, Job, Report, silent

Result = TypeVar("Result")

SPEED_WINDOW_S = 4.0


def run_inline(
    job: Job[Result], report: Report = silent, cancel: CancelToken | None = None
) -> Result:
    """Run a job in this thread and return what it returns."""
    return job.run(report, cancel or CancelToken())


class Pace:
    """Estimates speed and time left from what was done lately.

    Args:
        total_cost: estimated cost of the whole work, in any unit.
        clock: seconds that only go forward.
    """

    def __init__(self, total_cost: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.total_cost = total_cost
        self._started_s = clock()
        self._marks: list[tuple[float, int]] = [(self._started_s, 0)]
        self.done_cost = 0.0
        self.done_bytes = 0

    def advance(self, cost: float, size_bytes: int = 0) -> None:
        """Count a finished piece of work."""
        self.done_cost += cost
        self.done_bytes += size_bytes
        now_s = self._clock()
        self._marks.append((now_s, self.done_bytes))
        while len(self._marks) > 2 and self._marks[0][0] < now_s - SPEED_WINDOW_S:
            self._marks.pop(0)

    @property
    def bytes_per_s(self) -> float | None:
        """Bytes a second over the last seconds, or None while too little is known."""
        (then_s, then_bytes), (now_s, now_bytes) = self._marks[0], self._marks[-1]
        return (now_bytes - then_bytes) / (now_s - then_s) if now_s - then_s > 0.2 else None

    @property
    def left_s(self) -> float | None:
        """Seconds left if the rest goes like what was done; None in the first second."""
        spent_s = self._clock() - self._started_s
        if spent_s < 1.0 or self.done_cost <= 0:
            return None
        return spent_s * max(0.0, self.total_cost - self.done_cost) / self.done_cost
