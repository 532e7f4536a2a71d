"""Counting the moments in which the window does not answer."""

import time

from dedup_desk.ui.stall_watch import StallWatch


class Clock:
    def __init__(self):
        self.now = 0

    def __call__(self):
        return self.now


def test_gaps_above_fifty_milliseconds_are_counted():
    clock = Clock()
    watch = StallWatch(clock)
    for gap_ms in (4, 50, 51, 8, 200):
        clock.now += gap_ms * 1_000_000
        watch.tick()
    assert watch.gaps_ms == [51, 200]
    assert watch.longest_ms == 200


def test_time_that_is_skipped_is_no_gap():
    clock = Clock()
    watch = StallWatch(clock)
    clock.now += 300_000_000
    watch.skip()
    clock.now += 20_000_000
    watch.tick()
    assert (watch.gaps_ms, watch.longest_ms) == ([], 20)


def test_a_sleeping_gui_thread_is_seen(qtbot):
    watch = StallWatch()
    watch.start()
    qtbot.wait(30)
    time.sleep(0.08)
    qtbot.wait(30)
    watch.stop()
    assert len(watch.gaps_ms) >= 1


def test_starting_again_forgets_what_was(qtbot):
    clock = Clock()
    watch = StallWatch(clock)
    clock.now = 10**9
    watch.tick()
    watch.start()
    watch.stop()
    assert (watch.gaps_ms, watch.longest_ms) == ([], 0)
