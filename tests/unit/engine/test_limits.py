"""A child's own limits follow the header: memory only tighter, time only as long as it takes."""

import multiprocessing
import resource

import pytest

from dedup_desk.engine.limits import SPARE_MEMORY_BYTES, address_space_bytes, expect_pixels

ENDLESS = resource.RLIM_INFINITY


@pytest.fixture
def child(monkeypatch):
    """This process, taken for a child, with limits that are only written down."""
    limits = {resource.RLIMIT_AS: ENDLESS, resource.RLIMIT_CPU: 10_000}
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: "somebody")
    monkeypatch.setattr(resource, "getrlimit", lambda which: (limits[which], ENDLESS))
    monkeypatch.setattr(
        resource, "setrlimit", lambda which, both: limits.__setitem__(which, both[0])
    )
    return limits


def test_memory_is_what_the_header_says_and_some_room(child):
    expect_pixels(10_000_000, 8)
    shallow = child[resource.RLIMIT_AS]
    room = shallow - address_space_bytes("self") - SPARE_MEMORY_BYTES
    assert 200_000_000 < room < 280_000_000
    child[resource.RLIMIT_AS] = ENDLESS
    expect_pixels(10_000_000, 16)
    assert 200_000_000 < child[resource.RLIMIT_AS] - shallow < 280_000_000


def test_memory_never_grows(child):
    child[resource.RLIMIT_AS] = 1000
    expect_pixels(10_000_000, 8)
    assert child[resource.RLIMIT_AS] == 1000


def test_time_grows_with_the_pixels_and_never_shrinks(child):
    expect_pixels(1, 8)
    assert child[resource.RLIMIT_CPU] == 10_000
    child[resource.RLIMIT_CPU] = 1
    expect_pixels(1, 8)
    short = child[resource.RLIMIT_CPU]
    expect_pixels(200_000_000, 8)
    assert 18 <= child[resource.RLIMIT_CPU] - short <= 22


def test_a_process_that_is_no_child_is_left_alone(child, monkeypatch):
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: None)
    expect_pixels(10, 8)
    assert child == {resource.RLIMIT_AS: ENDLESS, resource.RLIMIT_CPU: 10_000}
