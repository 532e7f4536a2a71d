"""Garbage is collected in the GUI thread, and all of it only while nobody would feel it."""

import gc
import threading

import pytest

from dedup_desk.ui.garbage import MOST_UNSWEPT, WORTH_A_PAUSE, YOUNG, YOUNG_A_MIDDLE, Sweeper
from dedup_desk.ui.presence import GONE_AFTER_S, Presence
from tests.helpers.clocks import Clock


class MadeUpCollector:
    """Counts like the interpreter's; nothing it looks through is garbage."""

    def __init__(self):
        self.is_enabled = True
        self.new, self.young = 0, 0
        self.collected = []
        self.frozen = 0

    def enable(self):
        self.is_enabled = True

    def disable(self):
        self.is_enabled = False

    def get_count(self):
        return self.new, self.young, 0

    def collect(self, generation=2, /):
        self.collected.append(generation)
        self.new = 0
        self.young = self.young + 1 if generation == 0 else 0
        return 0

    def freeze(self):
        self.frozen += 1

    def unfreeze(self):
        self.frozen = 0


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(qapp, clock):
    return Presence(clock)


@pytest.fixture
def collector():
    return MadeUpCollector()


@pytest.fixture
def sweeper(presence, collector):
    with Sweeper(presence, collector) as made:
        yield made


def make(sweeper, collector, objects):
    """Let a program make objects that live, and the sweeper look in between."""
    for _ in range(0, objects, YOUNG):
        collector.new += YOUNG
        sweeper.glance()


def test_python_collects_nothing_by_itself_inside_and_does_again_afterwards(presence, collector):
    with Sweeper(presence, collector) as sweeper:
        assert not collector.is_enabled
        sweeper.settle()
        assert collector.frozen
    assert collector.is_enabled
    assert not collector.frozen


def test_what_was_frozen_before_stays_so_where_nothing_was_loaded(presence, collector):
    collector.freeze()
    with Sweeper(presence, collector):
        pass
    assert collector.frozen


def test_what_is_loaded_is_looked_through_once_and_never_again(sweeper, collector):
    sweeper.settle()
    sweeper.settle()
    assert (collector.collected, collector.frozen) == ([2], 1)


def test_few_new_objects_are_not_worth_a_look(sweeper, collector):
    collector.new = YOUNG - 1
    sweeper.glance()
    assert collector.collected == []


def test_new_objects_are_collected_while_somebody_works_and_the_middle_aged_now_and_then(
    sweeper, collector, presence
):
    presence.note()
    make(sweeper, collector, (YOUNG_A_MIDDLE + 1) * YOUNG)
    assert collector.collected == [0] * YOUNG_A_MIDDLE + [1]


def test_everything_is_collected_in_a_pause(sweeper, collector, presence, clock):
    presence.note()
    make(sweeper, collector, WORTH_A_PAUSE)
    assert 2 not in collector.collected
    clock.now_s += GONE_AFTER_S
    sweeper.glance()
    assert collector.collected[-1] == 2


def test_a_pause_is_used_once(sweeper, collector):
    make(sweeper, collector, WORTH_A_PAUSE)
    before = len(collector.collected)
    for _ in range(5):
        sweeper.glance()
    assert len(collector.collected) == before


def test_it_never_waits_for_a_pause_beyond_a_number_of_objects(sweeper, collector, presence):
    presence.note()
    make(sweeper, collector, MOST_UNSWEPT - YOUNG)
    assert 2 not in collector.collected
    make(sweeper, collector, YOUNG)
    assert collector.collected[-1] == 2


def test_garbage_of_another_thread_dies_in_the_gui_thread(qtbot, presence):
    died_in = []

    class Cycle:
        def __init__(self):
            self.me = self

        def __del__(self):
            died_in.append(threading.current_thread())

    def make_much():
        for _ in range(100):
            Cycle()
        kept.extend([] for _ in range(20 * YOUNG))

    kept: list[list[object]] = []
    was_enabled = gc.isenabled()
    with Sweeper(presence):
        thread = threading.Thread(target=make_much)
        thread.start()
        thread.join()
        assert died_in == []
        qtbot.wait_until(lambda: len(died_in) == 100)
    assert set(died_in) == {threading.main_thread()}
    assert gc.isenabled() == was_enabled
