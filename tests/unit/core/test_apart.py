"""While nothing is known, each picture moves alone in its pane."""

import math

import pytest

from dedup_desk.core.apart import panned_alone, set_apart, zoomed_alone
from dedup_desk.core.compare import Side, opened, picture_point, scale_of
from dedup_desk.core.geometry import Extent, Point

PANE = Extent(500, 400)
LEFT, RIGHT = Extent(3000, 2000), Extent(800, 1000)


@pytest.fixture
def apart():
    turned = (0.0, -1.0, 800.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    return set_apart(opened(LEFT, RIGHT, turned, PANE))


def seen(state, side):
    """Two places of the pane tell all of an upright view."""
    return [picture_point(state, side, at) for at in (Point(0, 0), Point(500, 400))]


def near(ones, others):
    return all(math.hypot(a.x - b.x, a.y - b.y) < 1e-6 for a, b in zip(ones, others, strict=True))


def test_what_was_aligned_counts_for_nothing(apart):
    assert not apart.is_aligned
    assert apart.link[1] == apart.link[3] == 0


@pytest.mark.parametrize("side", list(Side))
def test_zooming_one_leaves_the_other_and_what_is_under_the_pointer(apart, side):
    at = Point(120, 310)
    under, scale = picture_point(apart, side, at), scale_of(apart, side, Point(5, 5))
    closer = zoomed_alone(apart, side, at, 3)
    assert near([picture_point(closer, side, at)], [under])
    assert scale_of(closer, side, Point(5, 5)) == pytest.approx(3 * scale)
    assert near(seen(closer, side.other), seen(apart, side.other))


@pytest.mark.parametrize("side", list(Side))
def test_dragging_one_leaves_the_other(apart, side):
    grabbed = picture_point(apart, side, Point(200, 200))
    moved = panned_alone(zoomed_alone(apart, side, Point(0, 0), 2), side, 0, 0)
    grabbed = picture_point(moved, side, Point(200, 200))
    dragged = panned_alone(moved, side, 30, -20)
    assert near([picture_point(dragged, side, Point(230, 180))], [grabbed])
    assert near(seen(dragged, side.other), seen(moved, side.other))
