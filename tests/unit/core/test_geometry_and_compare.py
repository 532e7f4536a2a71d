from __future__ import annotations

import math

import pytest

from dedup_desk.core.compare import (
    CompareMode,
    Side,
    actual_pixels,
    fitted,
    flipped,
    frame_of_other,
    opened,
    panned,
    picture_point,
    relinked,
    resized,
    scale_of,
    shows_turned,
    true_pixels,
    twin_point,
    view_matrix,
    with_mode,
    zoomed,
)
from dedup_desk.core.geometry import (
    Extent,
    Point,
    after,
    bounds,
    inverted,
    local_scale,
    mapped,
    outline,
    scaling,
    turn_degrees,
)
from dedup_desk.core.pairs import IDENTITY, Matrix

PANE = Extent(800, 600)
FULL = Extent(6000, 4000)
CROP = Extent(1890, 1260)
CROP_LINK: Matrix = (0.5, 0, -600, 0, 0.5, -300, 0, 0, 1)
"""The crop starts at (1200, 600) of the full frame and was saved at half its size."""
TURNED_LINK: Matrix = (0, -1, 4000, 1, 0, 0, 0, 0, 1)
"""The right picture is the left one turned by 90 degrees clockwise."""


def near(one: Point, two: Point, within: float = 1e-6) -> bool:
    return math.hypot(one.x - two.x, one.y - two.y) <= within


def test_a_matrix_and_its_way_back_cancel_out():
    there = after(CROP_LINK, scaling(2, 3))
    assert near(mapped(inverted(there), mapped(there, Point(17, 23))), Point(17, 23))


def test_a_matrix_that_flattens_the_picture_is_refused():
    with pytest.raises(ValueError, match="no way back"):
        inverted((1, 1, 0, 1, 1, 0, 0, 0, 1))


def test_local_scale_is_the_mean_of_both_directions():
    assert local_scale(scaling(4, 1), Point(5, 5)) == pytest.approx(2)


@pytest.mark.parametrize("link", [IDENTITY, CROP_LINK, TURNED_LINK, None])
@pytest.mark.parametrize("mode", list(CompareMode))
@pytest.mark.parametrize("side", list(Side))
def test_what_is_under_one_cursor_is_under_the_other(link, mode, side):
    state = with_mode(opened(FULL, CROP, link, PANE), mode, PANE)
    state = panned(zoomed(state, side, Point(100, 50), 3.7), side, 31, -12)
    at = Point(321, 123)
    here = picture_point(state, side, at)
    there = picture_point(state, side.other, twin_point(state, side, at))
    expected = mapped(state.link if side is Side.LEFT else inverted(state.link), here)
    assert near(there, expected, 1e-6 * FULL.width)


def test_a_fitted_pair_shows_both_pictures_whole_and_one_touches_the_margin():
    for link in (CROP_LINK, TURNED_LINK, None):
        right = Extent(4000, 6000) if link is TURNED_LINK else CROP
        state = opened(FULL, right, link, PANE)
        gaps = []
        for side in Side:
            seen = bounds(outline(view_matrix(state, side), state.extent(side)))
            gaps += [seen.left, seen.top, PANE.width - seen.right, PANE.height - seen.bottom]
        assert min(gaps) == pytest.approx(10)


def test_side_by_side_a_crop_has_the_scale_of_the_frame_it_was_cut_from():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    left = scale_of(state, Side.LEFT, Point(1200, 600))
    assert scale_of(state, Side.RIGHT, Point(0, 0)) == pytest.approx(2 * left)


def test_flipping_and_difference_lay_the_right_picture_on_the_left_one():
    for mode in (CompareMode.BLINK, CompareMode.DIFFERENCE):
        state = with_mode(opened(FULL, CROP, CROP_LINK, PANE), mode, PANE)
        on_left = mapped(view_matrix(state, Side.LEFT), Point(1200, 600))
        assert near(mapped(view_matrix(state, Side.RIGHT), Point(0, 0)), on_left)


def test_side_by_side_a_turned_copy_stays_upright_as_it_is():
    state = opened(FULL, Extent(4000, 6000), TURNED_LINK, PANE)
    matrix = view_matrix(state, Side.RIGHT)
    assert matrix[1] == 0
    assert matrix[3] == 0
    assert matrix[0] > 0
    assert shows_turned(state)


def test_unaligned_pictures_are_fitted_by_width_and_never_stretched():
    state = opened(FULL, Extent(3000, 3000), None, PANE)
    assert not state.is_aligned
    assert state.link[0] == state.link[4] == 0.5


def test_zooming_keeps_what_is_under_the_pointer():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    for side in Side:
        at = Point(500, 140)
        before = picture_point(state, side, at)
        assert near(picture_point(zoomed(state, side, at, 2.5), side, at), before, 1e-3)


def test_dragging_moves_what_was_grabbed_with_the_pointer():
    state = zoomed(opened(FULL, CROP, CROP_LINK, PANE), Side.LEFT, PANE.centre, 4)
    for side in Side:
        grabbed = picture_point(state, side, Point(200, 200))
        moved = panned(state, side, 40, -25)
        assert near(picture_point(moved, side, Point(240, 175)), grabbed, 1e-3)


def test_at_100_percent_one_pixel_is_one_screen_pixel_of_the_picture_pointed_at():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    for side in Side:
        whole = actual_pixels(state, side, Point(300, 300), unit_px=2.0)
        point = picture_point(whole, side, Point(300, 300))
        assert scale_of(whole, side, point) * 2.0 == pytest.approx(1)
        assert near(point, picture_point(state, side, Point(300, 300)), 1e-3)


def test_a_fitted_picture_follows_its_pane_until_the_person_zooms():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    assert resized(state, Extent(400, 300)).zoom < state.zoom
    mine = zoomed(state, Side.LEFT, Point(0, 0), 2)
    assert resized(mine, Extent(400, 300)).zoom == mine.zoom
    assert fitted(mine).zoom == state.zoom


def test_the_crop_is_drawn_where_it_was_cut():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    frame = frame_of_other(state, Side.LEFT)
    assert near(frame[0], mapped(view_matrix(state, Side.LEFT), Point(1200, 600)))
    assert near(frame[2], mapped(view_matrix(state, Side.LEFT), Point(4980, 3120)))


def test_flipping_brings_the_other_picture_on_top_and_back():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    assert flipped(state).shown is Side.RIGHT
    assert flipped(flipped(state)) == state


def test_zoom_stays_within_its_limits():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    assert zoomed(state, Side.LEFT, Point(0, 0), 1e9).zoom == 32
    assert zoomed(state, Side.LEFT, Point(0, 0), 1e-9).zoom == 1 / 256


@pytest.mark.parametrize("degrees", [-179, -90, -1.5, 0, 0.7, 90, 179])
@pytest.mark.parametrize("mirror", [1, -1])
def test_a_turn_is_read_off_a_matrix_whether_it_mirrors_first_or_not(degrees, mirror):
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    turn: Matrix = (0.4 * cos, -0.4 * sin, 70, 0.4 * sin, 0.4 * cos, -9, 0, 0, 1)
    matrix = after(turn, scaling(mirror, 1))
    assert turn_degrees(matrix, Point(300, 200)) == pytest.approx(degrees)


@pytest.mark.parametrize("side", list(Side))
def test_true_pixels_are_those_of_each_picture_and_the_cross_hairs_still_agree(side):
    state = true_pixels(opened(FULL, CROP, CROP_LINK, PANE), side, Point(400, 300), unit_px=2.0)
    for one in Side:
        assert scale_of(state, one, Point(50, 50)) * 2.0 == pytest.approx(1)
    at = Point(321, 123)
    here = picture_point(state, side, at)
    there = picture_point(state, side.other, twin_point(state, side, at))
    assert near(there, mapped(CROP_LINK if side is Side.LEFT else inverted(CROP_LINK), here), 1e-3)
    assert fitted(state).own_scale == 1


def test_true_pixels_keep_what_is_under_the_pointer():
    state = opened(FULL, CROP, CROP_LINK, PANE)
    for side in Side:
        at = Point(300, 240)
        whole = true_pixels(state, side, at, unit_px=1.0)
        assert near(picture_point(whole, side, at), picture_point(state, side, at), 1e-3)


def test_pictures_on_each_other_have_one_scale():
    state = with_mode(opened(FULL, CROP, CROP_LINK, PANE), CompareMode.ONION, PANE)
    assert true_pixels(state, Side.LEFT, PANE.centre, 1.0).own_scale == 1


def test_another_alignment_keeps_zoom_and_place_and_none_is_the_width():
    state = zoomed(opened(FULL, CROP, CROP_LINK, PANE), Side.LEFT, PANE.centre, 3)
    other = relinked(state, TURNED_LINK)
    assert (other.zoom, other.centre, other.is_aligned) == (state.zoom, state.centre, True)
    assert relinked(state, None).link == scaling(0.315, 0.315)
    assert not relinked(state, None).is_aligned
