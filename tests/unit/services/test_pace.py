"""Speed and time left, from what was done lately."""

from __future__ import annotations

import pytest

from dedup_desk.services.jobs import Pace
from tests.helpers.clocks import Clock


def test_time_left_goes_by_cost_not_by_count():
    clock = Clock()
    pace = Pace(10.0, clock)
    clock.now_s += 2
    pace.advance(4.0, 8_000_000)
    assert pace.left_s == pytest.approx(3.0)
    assert pace.bytes_per_s == pytest.approx(4_000_000)


def test_nobody_can_know_in_the_first_second():
    clock = Clock()
    pace = Pace(10.0, clock)
    clock.now_s += 0.5
    pace.advance(1.0)
    assert pace.left_s is None


def test_speed_forgets_what_is_long_ago():
    clock = Clock()
    pace = Pace(100.0, clock)
    pace.advance(1.0, 1_000_000_000)
    for _ in range(8):
        clock.now_s += 1
        pace.advance(1.0, 1_000_000)
    assert pace.bytes_per_s == pytest.approx(1_000_000, rel=0.3)
