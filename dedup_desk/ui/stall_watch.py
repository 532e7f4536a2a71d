"""Counts the moments in which the GUI thread did not answer.

A timer that should fire every few milliseconds measures how late it comes: whatever made it late
also held up the person. Used by tests and benchmarks; the window itself does not need it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer

STALL_MS = 50.0
"""A gap above this is felt as a hang under a held key."""

_TICK_MS = 4


class StallWatch(QObject):
    """Measures gaps of the event loop it lives in.

    Args:
        now_ns: a clock that never goes back.

    Attributes:
        gaps_ms: every gap above `STALL_MS`, in order.
        longest_ms: the longest gap of all.
    """

    def __init__(
        self, now_ns: Callable[[], int] = time.perf_counter_ns, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now_ns = now_ns
        self._last_ns = 0
        self.gaps_ms: list[float] = []
        self.longest_ms = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def start(self) -> None:
        """Begin counting anew."""
        self.gaps_ms, self.longest_ms = [], 0.0
        self._last_ns = self._now_ns()
        self._timer.start()

    def stop(self) -> None:
        """Measure the last gap and stop."""
        self.tick()
        self._timer.stop()

    def skip(self) -> None:
        """Leave out the time since the tick before: it was spent by whoever measures."""
        self._last_ns = self._now_ns()

    def tick(self) -> None:
        """Measure the time since the tick before."""
        now_ns = self._now_ns()
        gap_ms = (now_ns - self._last_ns) / 1e6
        self._last_ns = now_ns
        self.longest_ms = max(self.longest_ms, gap_ms)
        if gap_ms > STALL_MS:
            self.gaps_ms.append(gap_ms)
