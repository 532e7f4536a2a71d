"""How soon the next group is on the screen after the key, and how often the window stalls.

Run as `python -m tests.benchmarks.bench_next_group [--4k] [--24mp]`. Two reviewers: one who looks
at each group for a while (the next groups were fetched in the meantime) and one who leafs as fast
as the screen follows. "On screen" is the end of the first paint after the key; "sharp" is the end
of the paint in which both pictures have all the pixels that the panes can show. Bar: 50 ms, p95.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--4k" in sys.argv:
    os.environ["QT_SCALE_FACTOR"] = "2"

import numpy as np
from PySide6.QtCore import QCoreApplication

from dedup_desk.ui.stall_watch import StallWatch
from tests.benchmarks.desk import GROUPS, Desk, open_desk, run_events

LOOK_S = 0.8


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds from key to paint, one a group."""

    on_screen_ms: list[float]
    sharp_ms: list[float]
    stalls: int
    longest_ms: float


def leaf(desk: Desk, look_s: float) -> Timing:
    """Press "next group" through the queue and time every press."""
    desk.first()
    watch = StallWatch()
    watch.start()
    on_screen, sharp = [], []
    for _ in range(GROUPS - 1):
        begun = time.perf_counter()
        desk.model.next_group()
        QCoreApplication.processEvents()  # paints what changed
        on_screen.append((time.perf_counter() - begun) * 1e3)
        run_events(desk.is_sharp, 10)
        QCoreApplication.processEvents()
        sharp.append((time.perf_counter() - begun) * 1e3)
        run_events(lambda: False, look_s)
    watch.stop()
    return Timing(on_screen, sharp, len(watch.gaps_ms), watch.longest_ms)


def told(name: str, timing: Timing) -> str:
    """Return a timing in one line."""
    on_screen, sharp = np.array(timing.on_screen_ms), np.array(timing.sharp_ms)
    return (
        f"{name}: on screen p50 {np.percentile(on_screen, 50):.0f} p95"
        f" {np.percentile(on_screen, 95):.0f} ms (bar 50); sharp p50 {np.percentile(sharp, 50):.0f}"
        f" p95 {np.percentile(sharp, 95):.0f} ms; stalls over 50 ms: {timing.stalls},"
        f" longest {timing.longest_ms:.0f} ms"
    )


def main() -> None:
    """Draw, open the screen, leaf twice, print."""
    with open_desk() as desk:
        print(told(f"next group, looking {LOOK_S} s, {desk.size}", leaf(desk, LOOK_S)))
        desk.model.compare.render_again()
        print(told(f"next group, leafing, {desk.size}", leaf(desk, 0.0)))


if __name__ == "__main__":
    main()
