"""The compare modes in a window: wipe, overlay, both layers, rhythm, loupe, overview, headers."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from dedup_desk.core import compare
from dedup_desk.core.blending import Layer
from dedup_desk.core.compare import CompareMode, Link, Side
from dedup_desk.core.geometry import Point, mapped
from dedup_desk.ui.viewmodels.rhythm import EACH_MS, REDUCED_EACH_MS
from dedup_desk.ui.views.review_tools import StatementLine
from tests.helpers.review_fakes import CROP, a_review
from tests.helpers.review_robot import ReviewRobot

CROPPED, TONED = 1, 2
"""Which member of the group is the crop, and which the one in other tones."""


@pytest.fixture
def robot(qtbot):
    model = a_review(3)
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    model.queue.select(next(at for at, row in enumerate(rows) if row.member_count == 4))
    return ReviewRobot(qtbot, model)


def show(robot, member):
    model = robot.model
    model.table.show(model.table.view.members[member].record.id)
    robot.wait_until(lambda: not any(model.compare.is_loading(side) for side in Side))


def painted(robot, side=Side.LEFT):
    return robot.view.compare.canvases[side].grab().toImage()


def columns(image, part):
    """A row of colours in some part of the pane's width."""
    xs = [int(image.width() * part) + step for step in range(-20, 21, 5)]
    return [image.pixelColor(x, image.height() // 2).getRgb() for x in xs]


def said(robot):
    return robot.view.findChild(StatementLine).words


def test_hatching_is_told_only_where_something_is_hatched(robot):
    show(robot, CROPPED)
    for key in "234":
        robot.press(key)
        assert "hatched" in said(robot)
    show(robot, TONED)
    for key in "234":
        robot.press(key)
        assert "hatched" not in said(robot)


def test_the_wipe_shows_a_on_one_side_of_the_line_and_d_on_the_other(robot):
    show(robot, TONED)
    robot.press("2")
    only_a = painted(robot)
    robot.press("Tab")
    only_d = painted(robot)
    robot.press("3")
    both = painted(robot)
    assert columns(both, 0.3) == columns(only_a, 0.3) != columns(only_d, 0.3)
    assert columns(both, 0.7) == columns(only_d, 0.7)


def test_the_line_follows_keys_and_lies_down_with_w(robot):
    robot.press("3", "]", "]")
    assert robot.model.compare.state.blend.divider == pytest.approx(0.6)
    robot.press("W")
    assert not robot.model.compare.state.blend.is_upright
    assert "above the line" in said(robot)


def test_the_mouse_drags_the_line_and_beside_it_the_pictures(robot):
    robot.press("3")
    canvas = robot.view.compare.canvases[Side.LEFT]
    start, centre = canvas.rect().center(), robot.model.compare.state.centre
    drag(canvas, start, start + QPoint(60, 0))
    assert robot.model.compare.state.blend.divider == pytest.approx(
        (start.x() + 60) / canvas.width(), abs=0.01
    )
    assert robot.model.compare.state.centre == centre
    drag(canvas, start - QPoint(150, 0), start - QPoint(120, 0))
    assert robot.model.compare.state.centre != centre


def drag(canvas, start, end):
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)


def test_the_overlay_is_a_at_nothing_and_d_at_all(robot):
    show(robot, TONED)
    robot.press("2")
    only_a = painted(robot)
    robot.press("Tab")
    only_d = painted(robot)
    robot.press("4")
    slider = robot.view.tools.opacity
    slider.setValue(0)
    assert columns(painted(robot), 0.4) == columns(only_a, 0.4)
    slider.setValue(100)
    assert columns(painted(robot), 0.4) == columns(only_d, 0.4)


def test_the_slider_rests_at_one_half_and_follows_the_keys(robot):
    robot.press("4")
    slider = robot.view.tools.opacity
    slider.setValue(80)
    slider.setValue(52)
    assert (robot.model.compare.blend.opacity, slider.value()) == (0.5, 50)
    robot.press("[")
    assert slider.value() == 45
    assert "45 %" in said(robot)


def test_what_was_chosen_holds_for_the_next_pair_too(robot):
    robot.press("4", "]", "Right")
    assert robot.model.compare.state.mode is CompareMode.ONION
    assert robot.model.compare.state.blend.opacity == pytest.approx(0.55)


def test_beyond_the_overlap_it_is_hatched_in_every_mode_that_lays_them_on_each_other(robot):
    show(robot, CROPPED)
    model = robot.model.compare
    for keys in (("2", "Tab"), ("4",), ("5",)):
        robot.press(*keys)
        if keys == ("5",):
            robot.wait_until(lambda: model.answer is not None)
        canvas = painted(robot)
        at = mapped(compare.view_matrix(model.state, Side.LEFT), Point(CROP[0] / 2, 700))
        colours = {canvas.pixelColor(int(at.x) + dx, int(at.y)).name() for dx in range(-9, 10)}
        lights = [int(one[1:3], 16) for one in colours]
        assert max(lights) - min(lights) > 24, keys


def test_the_difference_has_a_layer_of_structure_and_one_of_tone(robot):
    show(robot, TONED)
    robot.press("5")
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    structure = painted(robot)
    assert "grey levels" in said(robot)
    robot.press("G")
    assert robot.model.compare.state.blend.layer is Layer.TONE
    assert "levels" in said(robot)
    assert "Tone and colour" in said(robot)
    assert painted(robot) != structure


def test_the_difference_is_there_before_its_key_once_a_pair_was_looked_at(robot):
    show(robot, TONED)
    assert robot.model.compare.state.mode is CompareMode.SIDE_BY_SIDE
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    made = robot.model.compare.answer
    robot.press("5")
    assert robot.model.compare.answer is made


def test_what_was_made_ahead_of_one_pair_is_never_shown_of_another(robot):
    show(robot, TONED)
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    made = robot.model.compare.answer
    show(robot, CROPPED)
    assert robot.model.compare.answer is not made


def test_the_picture_shines_through_its_difference(robot):
    show(robot, TONED)
    robot.press("5")
    plain = painted(robot)
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    robot.model.compare.changed.emit()
    muted = painted(robot)
    width, row = plain.width(), plain.height() // 3
    steps = range(width // 4, 3 * width // 4, 3)
    lights = [[one.pixelColor(x, row).lightness() for x in steps] for one in (plain, muted)]
    assert np.corrcoef(lights)[0, 1] > 0.9
    assert np.std(lights[1]) < np.std(lights[0])


def test_the_difference_shows_what_only_d_has_round_a(robot):
    show(robot, CROPPED)
    full, crop = robot.model.table.left, robot.model.table.right
    robot.model.table.put(crop, full)
    robot.press("5")
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    shown = painted(robot)
    assert len(set(columns(shown, 0.2))) > 1, "D's own pixels, not the bare stage"
    assert "hatched is what one of them lacks" in said(robot)


def test_pictures_that_are_not_aligned_have_no_difference_and_say_so(robot):
    robot.model.compare.relink(Link())
    robot.press("5")
    assert "not aligned" in said(robot)
    assert robot.model.compare.answer is None
    header = robot.view.compare.headers[Side.RIGHT]
    assert "Not aligned: fitted by width" in header.words[1]


def test_the_headers_say_what_was_rendered_and_how_well_it_is_aligned(robot):
    show(robot, CROPPED)
    rendered, lies = robot.view.compare.headers[Side.LEFT].words
    assert rendered == "page 1 of 1 · 16 bit, compared at 8 bit · Adobe RGB (1998)"
    assert lies.endswith(" %")
    rendered, lies = robot.view.compare.headers[Side.RIGHT].words
    assert rendered == "page 1 of 1 · 8 bit · sRGB"
    assert "Aligned to 0.4 px, 812 matching points" in lies


def test_flipping_by_itself_is_calm_and_calmer_where_that_is_wished(robot):
    rhythm = robot.model.rhythm
    robot.press("B")
    assert rhythm.is_on
    assert robot.model.compare.mode is CompareMode.BLINK
    assert 1000 / (2 * rhythm.beat.interval()) < 3  # a flash is there and back
    assert rhythm.beat.interval() == EACH_MS
    robot.actions["reduced_flashing"].setChecked(True)
    assert rhythm.beat.interval() == REDUCED_EACH_MS
    robot.press("B")
    assert not rhythm.is_on


@pytest.mark.parametrize("key", ["Tab", "1", "Right", "Space"])
def test_the_rhythm_ends_with_whatever_looks_elsewhere(robot, key):
    robot.press("B", key)
    assert not robot.model.rhythm.is_on


def test_the_rhythm_flips(robot):
    seen = []
    robot.model.compare.changed.connect(lambda: seen.append(robot.model.compare.state.shown))
    robot.press("B")
    robot.model.rhythm.beat.setInterval(1)
    robot.wait_until(lambda: set(seen) == set(Side))


def test_the_loupe_shows_the_same_thing_of_both_pictures_enlarged(robot):
    show(robot, CROPPED)
    model = robot.model.compare
    robot.press("O")
    model.point_at(Side.LEFT, Point(200, 150))
    left, right = model.loupe.glasses
    thing = compare.picture_point(model.state, Side.LEFT, Point(200, 150))
    for glass, link in ((left, (1, 0, 0, 0, 1, 0, 0, 0, 1)), (right, model.state.link)):
        at = mapped(glass.matrix, mapped(link, thing))
        assert (at.x, at.y) == pytest.approx((glass.middle.x, glass.middle.y))
    assert model.loupe.power >= 2
    robot.press("O")
    assert model.loupe is None


def test_in_one_pane_the_glasses_lie_beside_each_other(robot):
    robot.press("4", "O")
    robot.model.compare.point_at(Side.LEFT, Point(300, 200))
    a, d = robot.model.compare.loupe.in_pane(Side.LEFT)
    assert (a.side, d.side) == (Side.LEFT, Side.RIGHT)
    assert a.middle.x < 300 < d.middle.x


def test_shift_z_is_100_percent_of_each(robot):
    show(robot, CROPPED)
    shift = Qt.KeyboardModifier.ShiftModifier
    robot.press_with(shift, "Z")
    state, unit = robot.model.compare.state, robot.model.compare.unit_px
    scales = [compare.scale_of(state, side, Point(10, 10)) * unit for side in Side]
    assert scales == pytest.approx([1, 1])
    robot.press_with(shift, "Z")
    assert robot.model.compare.state.is_fit


def test_a_crop_has_an_overview_with_what_is_cut_at_each_side(robot):
    show(robot, CROPPED)
    shown = robot.view.compare.overview
    assert shown.isVisible()
    found = shown.overview
    assert found.fuller is Side.LEFT
    sides = {name: float(found.figures[name]) for name in ("left", "right", "top", "bottom")}
    assert sides == pytest.approx({"left": 20, "right": 10, "top": 10, "bottom": 20}, abs=0.5)
    assert "at left" in shown.accessibleName()
    robot.press_with(Qt.KeyboardModifier.ShiftModifier, "O")
    assert not shown.isVisible()


def test_where_both_show_all_there_is_no_overview(robot):
    show(robot, TONED)
    assert not robot.view.compare.overview.isVisible()


def test_a_click_in_the_overview_looks_there(robot):
    show(robot, CROPPED)
    robot.press("Z")
    shown = robot.view.compare.overview
    QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=shown.rect().center())
    centre = robot.model.compare.state.centre
    assert (centre.x, centre.y) == pytest.approx((900, 600), abs=30)


@pytest.mark.parametrize(("width", "most"), [(640, 0), (860, 6), (1500, 10)])
def test_the_line_of_tools_gives_words_up_before_it_is_cut(robot, width, most):
    tools = robot.view.tools
    for key in "12345":
        robot.press(key)
        tools.resize(width, tools.height())
        buttons = [
            one for one in tools.findChildren(type(tools._buttons["fit"])) if one.isVisible()
        ]
        assert sum(one.sizeHint().width() for one in buttons) < width
        assert all(one.accessibleName() for one in buttons)
    assert len(tools.words) == most
