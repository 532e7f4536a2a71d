"""How soon the next group is on the screen after the key, and how often the window stalls.

Run as `python -m tests.benchmarks.bench_next_group [--4k] [--24mp]`. Three reviewers: one who looks
at each group until the next ones were fetched (and says how long that took), one who looks for 0.8
seconds, and one who leafs as fast as the screen follows. "On screen" is the end of the first paint
after the key, "sharp" the end of the paint in which both pictures have all the pixels that the
panes can show. Bars, p95: 50 ms on screen for all three, 50 ms sharp for what was fetched before.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--4k" in sys.argv:
    os.environ["QT_SCALE_FACTOR"] = "2"

import numpy as np
from PySide6.QtCore import QCoreApplication

from dedup_desk.ui.stall_watch import StallWatch
from tests.benchmarks.desk import Desk, open_desk, run_events

GROUPS = 40
LOOK_S = 0.8
MOST_S = 10.0
"""A bench that waits longer for a picture has found something else to tell."""

Look = Callable[[Desk], float]


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds, one a group: looking before the key, from the key to the paints."""

    looked_ms: list[float]
    on_screen_ms: list[float]
    sharp_ms: list[float]
    stalls_ms: list[float]


def until_fetched(desk: Desk) -> float:
    """Look until nothing is on its way any more; returns seconds."""
    return run_events(lambda: desk.loader.is_idle, MOST_S)


def a_while(_desk: Desk) -> float:
    """Look for as long as an easy group takes; returns seconds."""
    return run_events(lambda: False, LOOK_S)


def not_at_all(_desk: Desk) -> float:
    """Leaf on; returns seconds."""
    return 0.0


def leaf(desk: Desk, look: Look) -> Timing:
    """Press "next group" through the queue and time every press."""
    desk.first()
    watch = StallWatch()
    watch.start()
    looked, on_screen, sharp = [], [], []
    for _ in range(GROUPS - 1):
        looked.append(look(desk) * 1e3)
        begun = time.perf_counter()
        desk.model.next_group()
        QCoreApplication.processEvents()  # paints what changed
        on_screen.append((time.perf_counter() - begun) * 1e3)
        run_events(desk.is_sharp, MOST_S)
        QCoreApplication.processEvents()
        sharp.append((time.perf_counter() - begun) * 1e3)
    watch.stop()
    return Timing(looked, on_screen, sharp, list(watch.gaps_ms))


def told(name: str, timing: Timing) -> str:
    """Return a timing in one line."""
    stalls = ", ".join(f"{one:.0f}" for one in timing.stalls_ms) or "none"
    return (
        f"    {name}: looked {_spread(timing.looked_ms)}, on screen {_spread(timing.on_screen_ms)}"
        f" (bar 50), sharp {_spread(timing.sharp_ms)}; stalls over 50 ms: {stalls}"
    )


def _spread(times_ms: list[float]) -> str:
    return f"p50 {np.percentile(times_ms, 50):.0f} p95 {np.percentile(times_ms, 95):.0f} ms"


def main() -> None:
    """Draw, open the screen, leaf three times, print."""
    with open_desk(groups=GROUPS) as desk:
        print(f"next group, {GROUPS} groups, {desk.size}")
        looks = (("fetched before (bar 50)", until_fetched), (f"looking {LOOK_S} s", a_while))
        for name, look in (*looks, ("leafing", not_at_all)):
            desk.model.compare.render_again()
            print(told(name, leaf(desk, look)))


if __name__ == "__main__":
    main()
