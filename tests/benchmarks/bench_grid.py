"""How soon a grid of nine is on the screen after a key, how soon sharp, and what it holds.

Run as `python -m tests.benchmarks.bench_grid [--4k] [--24mp]`. "On screen" is the end of the first
paint after the key; "sharp" is the end of the paint after which no cell waits for pixels. Bar, p95:
50 ms on screen, and no stall over 50 ms.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--4k" in sys.argv:
    os.environ["QT_SCALE_FACTOR"] = "2"

import numpy as np
from PySide6.QtCore import QCoreApplication

from dedup_desk.core.geometry import Point
from dedup_desk.ui.stall_watch import StallWatch
from tests.benchmarks.desk import Desk, open_desk, run_events

GROUPS, MEMBERS, STEPS = 4, 9, 8


class Timer:
    """Times what a key does, until the first paint and until every cell is sharp."""

    def __init__(self, desk: Desk) -> None:
        self._model = desk.model
        self.on_screen: dict[str, list[float]] = defaultdict(list)
        self.sharp: dict[str, list[float]] = defaultdict(list)
        self.most_bytes = 0

    def take(self, name: str, do: Callable[[], object], times: int = 1) -> None:
        """Do something so many times."""
        grid = self._model.grid
        for _ in range(times):
            begun = time.perf_counter()
            do()
            QCoreApplication.processEvents()
            self.on_screen[name].append((time.perf_counter() - begun) * 1e3)
            run_events(lambda: not any(map(grid.is_loading, range(len(grid.cells)))), 20)
            QCoreApplication.processEvents()
            self.sharp[name].append((time.perf_counter() - begun) * 1e3)
            self.most_bytes = max(self.most_bytes, self._model.held_bytes)
            run_events(lambda: False, 0.05)


def leaf(desk: Desk) -> None:
    """Open the grid of each group, choose, zoom and drag in it; print times, stalls and memory."""
    model, grid, timer = desk.model, desk.model.grid, Timer(desk)
    desk.first()
    watch = StallWatch()
    watch.start()
    for _ in range(GROUPS):
        run_events(desk.is_sharp, 10)
        run_events(lambda: False, 0.3)
        timer.take("open", model.show_grid)
        timer.take("choose", model.next_member, STEPS)
        timer.take("zoom", lambda: grid.zoom(4, Point(60, 50), 1.25), STEPS)
        timer.take("100 %", model.actual_pixels)
        timer.take("drag", lambda: grid.pan(4, 17, 9), STEPS)
        model.show_grid()
        model.next_group()
    watch.stop()
    for name, times in timer.on_screen.items():
        print(f"    {name}: on screen {_told(times)}, sharp {_told(timer.sharp[name])}")
    print(f"    stalls over 50 ms: {len(watch.gaps_ms)}, longest {watch.longest_ms:.0f} ms")
    print(f"    most memory held by pictures: {timer.most_bytes / 1e6:.0f} MB")


def _told(times_ms: list[float]) -> str:
    return f"p50 {np.percentile(times_ms, 50):.0f} p95 {np.percentile(times_ms, 95):.0f} ms"


def main() -> None:
    """Draw, open the screen, look at the grids, print."""
    with open_desk(groups=GROUPS, members=MEMBERS) as desk:
        print(f"grid of {MEMBERS}, {desk.size}")
        leaf(desk)


if __name__ == "__main__":
    main()
