"""Marks in a picture: seen on any ground, where they belong, and nowhere else."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.geometry import Point, Span
from dedup_desk.engine.marking import filled, laid_over, numbered, outlined


def ground(level: int) -> np.ndarray:
    return np.full((200, 300, 3), level, np.uint8)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_a_frame_is_seen_on_any_ground(level: int):
    drawn = numbered(ground(level), [Span(100, 60, 180, 120)])
    ring = drawn[50:130, 90:190]
    assert {0, 255} <= set(np.unique(ring).tolist())
    assert (drawn[70:110, 110:170] == level).all()


def test_every_region_has_its_number_and_none_is_cut_off():
    at_the_rims = [Span(0, 0, 40, 30), Span(270, 170, 300, 200)]
    one, both = numbered(ground(128), at_the_rims[:1]), numbered(ground(128), at_the_rims)
    assert (one[:60, :80] == both[:60, :80]).all()
    assert (both[140:, 230:] != 128).any()


def test_an_outline_goes_through_its_corners_and_one_outside_does_no_harm():
    corners = [Point(50, 40), Point(250, 40), Point(250, 1e9), Point(50, 160)]
    drawn = outlined(ground(128), corners)
    assert (drawn[40, 100] != 128).all()
    assert (drawn[100, 50] != 128).all()
    assert (drawn[10, 10] == 128).all()


def test_a_frame_of_the_whole_picture_stays_in_sight():
    corners = [Point(0, 0), Point(300, 0), Point(300, 200), Point(0, 200)]
    drawn = outlined(ground(128), corners)
    assert (drawn[0, 150] != 128).all()
    assert (drawn[199, 150] != 128).all()


def test_what_is_within_the_corners_is_known():
    inside = filled((300, 200), [Point(50, 40), Point(250, 40), Point(250, 160), Point(50, 160)])
    assert inside[100, 150]
    assert not inside[10, 10]
    assert inside.shape == (200, 300)


def test_an_overlay_shows_as_much_as_it_is_opaque():
    overlay = np.zeros((200, 300, 4), np.uint8)
    overlay[:, 100:200] = (255, 0, 0, 255)
    overlay[:, 200:] = (0, 0, 0, 128)
    made = laid_over(ground(200), overlay)
    assert made[0, 0].tolist() == [200, 200, 200]
    assert made[0, 150].tolist() == [255, 0, 0]
    assert made[0, 250].tolist() == [100, 100, 100]
