"""Questions answered off the GUI thread: the latest one, in time, and not before it is calm."""

from threading import Event

import pytest

from dedup_desk.ui.latest_maker import Errand, LatestMaker

LONG_S = 60.0
"""So long that nothing waits it out: what comes earlier was hurried, or never waited."""


@pytest.fixture
def maker(qtbot):
    made = LatestMaker("test")
    yield made
    made.close()


@pytest.fixture
def heard(maker):
    arrived = []
    maker.arrived.connect(arrived.append)
    return arrived


def test_what_is_asked_for_is_made_at_once(qtbot, maker, heard):
    maker.ask(Errand("one", lambda: 1))
    qtbot.waitUntil(lambda: [(one.key, one.found) for one in heard] == [("one", 1)])


def test_of_what_has_not_begun_only_the_latest_is_made(qtbot, maker, heard):
    goes_on, begun = Event(), Event()
    maker.ask(Errand("first", lambda: (begun.set(), goes_on.wait(5))))
    assert begun.wait(5)
    maker.ask(Errand("second", lambda: 2))
    maker.ask(Errand("third", lambda: 3))
    goes_on.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert [one.key for one in heard] == ["first", "third"]


def test_what_may_wait_is_overtaken_by_what_may_not(qtbot, maker, heard):
    maker.ask(Errand("later", lambda: 1), LONG_S)
    maker.ask(Errand("now", lambda: 2))
    qtbot.waitUntil(lambda: bool(heard))
    assert [one.key for one in heard] == ["now"]


def test_what_may_wait_is_made_at_once_when_somebody_looks_for_it(qtbot, maker, heard):
    maker.ask(Errand("later", lambda: 1), LONG_S)
    maker.hurry()
    qtbot.waitUntil(lambda: [one.key for one in heard] == ["later"])


def test_what_was_forgotten_is_not_made_even_when_hurried(qtbot, maker, heard):
    maker.ask(Errand("forgotten", lambda: 1), LONG_S)
    maker.forget()
    maker.hurry()
    maker.ask(Errand("next", lambda: 2))
    qtbot.waitUntil(lambda: bool(heard))
    assert [one.key for one in heard] == ["next"]


def test_closing_does_not_wait_for_what_may_wait(maker, heard):
    maker.ask(Errand("later", lambda: 1), LONG_S)
    maker.close()
    maker.ask(Errand("after", lambda: 2))
    assert not heard


def test_an_error_of_ours_is_told_by_its_key(qtbot, maker, expected_logs):
    expected_logs.append("the test could not be made")
    told = []
    maker.failed.connect(told.append)
    maker.ask(Errand("broken", lambda: 1 / 0))
    qtbot.waitUntil(lambda: told == ["broken"])
