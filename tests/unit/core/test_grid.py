"""The grid as a value: shapes, windows, and the same thing under the same place of every cell."""

import math

import numpy as np
import pytest

from dedup_desk.core import compare, grid
from dedup_desk.core.compare import Side
from dedup_desk.core.geometry import Extent, Point, inverted, local_scale, mapped
from dedup_desk.core.grid import Shape, Tile
from dedup_desk.core.pairs import IDENTITY

BASE, CELL = Extent(6000, 4000), Extent(300, 180)
HALF = Tile(Extent(3000, 2000), (0.5, 0, 0, 0, 0.5, 0, 0, 0, 1))
CROP = Tile(Extent(1890, 1260), (0.5, 0, -600, 0, 0.5, -300, 0, 0, 1))
TURNED = Tile(Extent(4000, 6000), (0, -1, 4000, 1, 0, 0, 0, 0, 1))
MIRRORED = Tile(Extent(6000, 4000), (-1, 0, 6000, 0, 1, 0, 0, 0, 1))
TILTED = Tile(Extent(5400, 3900), (0.9, 0.05, 30, -0.04, 0.95, 40, 2e-6, 4e-6, 1))
APART = Tile(Extent(2000, 3000), None)
TILES = (Tile(BASE, IDENTITY), HALF, CROP, TURNED, MIRRORED, TILTED, APART)
LAID = range(len(TILES) - 1)


@pytest.fixture
def state():
    return grid.opened(BASE, TILES, CELL)


@pytest.mark.parametrize(
    ("count", "shape"),
    [
        (1, Shape(1, 1)),
        (2, Shape(2, 1)),
        (3, Shape(2, 2)),
        (4, Shape(2, 2)),
        (5, Shape(3, 2)),
        (6, Shape(3, 2)),
        (7, Shape(3, 3)),
        (9, Shape(3, 3)),
    ],
)
def test_the_shape_has_room_for_all_and_no_empty_row(count, shape):
    assert grid.shape_of(count) == shape
    assert shape.columns * (shape.rows - 1) < count <= shape.columns * shape.rows


def test_up_to_nine_are_all_there_in_their_order():
    assert grid.window_of(9, 4, 7) == tuple(range(9))


@pytest.mark.parametrize("current", range(1, 23))
def test_of_more_the_base_and_the_current_one_always_are(current):
    window = grid.window_of(23, 0, current)
    assert {0, current} <= set(window)
    assert len(window) <= grid.MOST
    assert list(window) == sorted(window)


def test_turning_through_a_large_group_shows_every_picture():
    seen = set().union(*(grid.window_of(23, 5, one) for one in range(23) if one != 5))
    assert seen == set(range(23))


def test_all_that_are_aligned_are_whole_at_first_and_one_of_them_touches_the_margin(state):
    rooms = []
    for at in LAID:
        cell = state.shown(at)
        for corner in TILES[at].extent.corners:
            seen = mapped(compare.view_matrix(cell, Side.RIGHT), corner)
            assert -1e-6 <= seen.x <= CELL.width + 1e-6
            assert -1e-6 <= seen.y <= CELL.height + 1e-6
            edges = (seen.x, seen.y, CELL.width - seen.x, CELL.height - seen.y)
            rooms.append(min(edges))
    assert min(rooms) == pytest.approx(compare.MARGIN, abs=0.01)


@pytest.mark.parametrize("zoom", [1.0, 3.0, 11.0])
def test_the_same_thing_is_under_the_twin_in_every_cell(state, zoom):
    """200 points, at several zooms and places, in every aligned cell from every other."""
    chance = np.random.default_rng(5)
    moved = grid.panned(grid.zoomed(state, 2, Point(120, 70), zoom), 4, 25, -18)
    for _ in range(200):
        one, other = chance.integers(0, len(LAID), 2)
        at = Point(*chance.uniform((0, 0), (CELL.width, CELL.height)))
        twin = grid.twin_point(moved, int(one), at, int(other))
        things = []
        for cell, place in ((one, at), (other, twin)):
            shown = moved.shown(int(cell))
            point = compare.picture_point(shown, Side.RIGHT, place)
            things.append(mapped(inverted(shown.link), point))
        assert math.hypot(things[0].x - things[1].x, things[0].y - things[1].y) < 1e-4


def test_every_aligned_cell_shows_the_middle_at_one_scale(state):
    moved = grid.panned(grid.zoomed(state, 0, Point(10, 10), 4), 0, -30, 12)
    for at in LAID:
        cell = moved.shown(at)
        middle = mapped(inverted(cell.link), compare.picture_point(cell, Side.RIGHT, CELL.centre))
        assert math.hypot(middle.x - moved.centre.x, middle.y - moved.centre.y) < 1e-6
        own = local_scale(compare.view_matrix(cell, Side.RIGHT), mapped(cell.link, middle))
        assert own * local_scale(cell.link, middle) == pytest.approx(moved.zoom)


@pytest.mark.parametrize("cell", LAID)
def test_zooming_keeps_what_is_under_the_pointer(state, cell):
    at = Point(200, 40)
    before = compare.picture_point(state.shown(cell), Side.RIGHT, at)
    zoomed = grid.zoomed(state, cell, at, 2.5)
    after = compare.picture_point(zoomed.shown(cell), Side.RIGHT, at)
    assert math.hypot(before.x - after.x, before.y - after.y) * zoomed.zoom < 0.1


def test_100_percent_is_of_the_picture_pointed_at(state):
    close = grid.actual_pixels(state, 1, CELL.centre, 2.0)
    shown = close.shown(1)
    middle = compare.picture_point(shown, Side.RIGHT, CELL.centre)
    assert compare.scale_of(shown, Side.RIGHT, middle) == pytest.approx(0.5)


def test_what_is_not_aligned_is_fitted_by_its_width_and_has_no_twin(state):
    shown = state.shown(len(TILES) - 1)
    assert not shown.is_aligned
    assert shown.link[0] == shown.link[4] == pytest.approx(2000 / 6000)
    assert mapped(shown.link, BASE.centre) == APART.extent.centre
    assert grid.twin_point(state, 0, CELL.centre, len(TILES) - 1) is None
    assert grid.twin_point(state, len(TILES) - 1, CELL.centre, 0) is None


def test_a_fitted_grid_follows_its_cells_and_a_zoomed_one_stays(state):
    wider = Extent(600, 360)
    assert grid.resized(state, wider).zoom > state.zoom
    zoomed = grid.zoomed(state, 0, CELL.centre, 3)
    assert grid.resized(zoomed, wider).zoom == zoomed.zoom


def test_another_base_shows_the_same_place_at_the_same_scale(state):
    zoomed = grid.panned(grid.zoomed(state, 0, CELL.centre, 6), 0, 14, 9)
    back = inverted(HALF.link)
    tiles = (Tile(BASE, back), Tile(HALF.extent, IDENTITY))
    relaid = grid.relaid(zoomed, HALF.extent, tiles, HALF.link)
    for old, new in ((0, 0), (1, 1)):
        before = compare.view_matrix(zoomed.shown(old), Side.RIGHT)
        assert compare.view_matrix(relaid.shown(new), Side.RIGHT) == pytest.approx(before)


def test_where_nothing_is_known_of_the_other_base_the_grid_is_fitted_anew(state):
    zoomed = grid.zoomed(state, 0, CELL.centre, 6)
    assert grid.relaid(zoomed, APART.extent, (Tile(APART.extent, IDENTITY),), None).is_fit
