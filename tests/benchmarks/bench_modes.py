"""How soon another way of comparing is on the screen after the key, and its overlay whole.

Run as `python -m tests.benchmarks.bench_modes [--4k] [--24mp]`. Each group is looked at in every
mode, once as it lies and once turned upside down (then the second picture has to be laid on the
first). "On screen" is the end of the first paint after the key, "whole" the end of the paint that
has everything the mode shows. Bars, p95: 50 ms on screen; 120 ms whole where one is made.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if "--4k" in sys.argv:
    os.environ["QT_SCALE_FACTOR"] = "2"

import numpy as np
from PySide6.QtCore import QCoreApplication

from dedup_desk.core.compare import CompareMode
from dedup_desk.ui.stall_watch import StallWatch
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.sight import is_straight
from tests.benchmarks.desk import GROUPS, Desk, open_desk, run_events

_ROUND = (
    CompareMode.BLINK,
    CompareMode.SWIPE,
    CompareMode.ONION,
    CompareMode.DIFFERENCE,
    CompareMode.SIDE_BY_SIDE,
)


def is_whole(compare: CompareViewModel) -> bool:
    """Say whether everything that the mode shows is there."""
    state = compare.state
    if state is None or state.mode is CompareMode.SIDE_BY_SIDE:
        return True
    if state.mode is CompareMode.DIFFERENCE:
        return compare.answer is not None
    return is_straight(state.link) or compare.overlays.laid is not None


def leaf(desk: Desk) -> None:
    """Look at groups in every mode; print the times of each mode and the stalls."""
    compare = desk.model.compare
    on_screen: dict[CompareMode, list[float]] = defaultdict(list)
    whole: dict[CompareMode, list[float]] = defaultdict(list)
    desk.first()
    watch = StallWatch()
    watch.start()
    for _ in range(GROUPS - 1):
        run_events(desk.is_sharp, 10)
        run_events(lambda: False, 0.3)
        for mode in _ROUND:
            begun = time.perf_counter()
            compare.set_mode(mode)
            QCoreApplication.processEvents()
            on_screen[mode].append((time.perf_counter() - begun) * 1e3)
            run_events(lambda: is_whole(compare), 10)
            QCoreApplication.processEvents()
            whole[mode].append((time.perf_counter() - begun) * 1e3)
            run_events(desk.is_sharp, 10)
            run_events(lambda: False, 0.1)
        desk.model.next_group()
    watch.stop()
    for mode in _ROUND:
        print(f"    {mode.value}: on screen {_told(on_screen[mode])}, whole {_told(whole[mode])}")
    print(f"    stalls over 50 ms: {len(watch.gaps_ms)}, longest {watch.longest_ms:.0f} ms")


def _told(times_ms: list[float]) -> str:
    return f"p50 {np.percentile(times_ms, 50):.0f} p95 {np.percentile(times_ms, 95):.0f} ms"


def main() -> None:
    """Draw, open the screen, look at the groups, print; the same with turned pictures."""
    for is_turned in (False, True):
        with open_desk(is_turned=is_turned) as desk:
            print(f"modes, {desk.size}, {'turned' if is_turned else 'as they lie'}")
            leaf(desk)


if __name__ == "__main__":
    main()
