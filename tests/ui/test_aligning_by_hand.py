"""Nudges and clicks: seen at once, kept with the pair, taken back with undo."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from dedup_desk.core.compare import Link, Side, picture_point, twin_point, view_matrix
from dedup_desk.core.geometry import Point, mapped
from dedup_desk.core.hand_alignment import Hand
from tests.helpers.review_fakes import MemoryStore, a_review
from tests.helpers.review_robot import ReviewRobot

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
THINGS = (Point(500, 300), Point(1400, 350), Point(800, 800))
AFFINE = (0.5, 0.02, -180.0, -0.01, 0.5, -60.0, 0.0, 0.0, 1.0)


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def robot(qtbot, store):
    return ReviewRobot(qtbot, of_four(store))


def of_four(store):
    model = a_review(3, store)
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    model.queue.select(next(at for at, row in enumerate(rows) if row.member_count == 4))
    return model


def kept(store):
    return list(store.alignments().values())


def test_a_nudge_moves_d_by_a_pixel_of_the_screen_and_shift_by_ten(robot):
    state, unit = robot.model.compare.state, robot.model.compare.unit_px
    place = mapped(state.link, Point(700, 500))
    robot.press_with(ALT, "Right")
    robot.press_with(ALT | SHIFT, "Right")
    now = robot.model.compare.state
    there = mapped(now.link, Point(700 + 11 / (state.zoom * unit), 500))
    assert (there.x, there.y) == pytest.approx((place.x, place.y))
    assert (now.zoom, now.centre) == (state.zoom, state.centre)


def test_several_nudges_are_one_step_once_the_hand_rests(robot, store):
    for _ in range(5):
        robot.press_with(ALT, "Right")
    assert store.written == 0
    robot.model.aligning.rest.timeout.emit()
    assert store.written == 1
    assert kept(store)[0].hand is Hand.NUDGE
    assert kept(store)[0].matrix == robot.model.compare.state.link
    assert "Aligned by hand" in robot.view.compare.headers[Side.RIGHT].words[1]


def test_nudges_are_kept_when_the_next_pair_comes_before_the_hand_rests(robot, store):
    link = robot.model.compare.state.link
    robot.press_with(ALT, "Left")
    nudged = robot.model.compare.state.link
    robot.press("Right", "Left")
    assert len(kept(store)) == 1
    assert robot.model.compare.state.link == nudged != link


def test_undo_takes_a_nudge_back_and_redo_brings_it_again(robot, store):
    measured = robot.model.compare.state.link
    robot.press_with(ALT, "Right")
    robot.model.aligning.settle()
    nudged = robot.model.compare.state.link
    robot.press_with(CTRL, "Z")
    assert robot.model.compare.state.link == measured
    assert kept(store) == []
    robot.press_with(CTRL | SHIFT, "Z")
    assert robot.model.compare.state.link == nudged


def test_the_measured_alignment_comes_back_by_its_key(robot, store):
    measured = robot.model.compare.pair.link
    robot.press_with(ALT, "Right")
    robot.model.aligning.settle()
    robot.press_with(CTRL | SHIFT, "L")
    assert robot.model.compare.pair.link == measured
    assert kept(store) == []
    robot.press_with(CTRL | SHIFT, "L")
    assert "not aligned by hand" in robot.said[-1]


def test_an_alignment_by_hand_is_there_again_after_a_restart(qtbot, robot, store):
    robot.press_with(ALT, "Right")
    nudged = robot.model.compare.state.link
    robot.model.aligning.settle()
    later = of_four(store)
    assert later.compare.state.link == nudged
    assert later.compare.pair.link.is_by_hand
    later.close()


def test_after_a_restart_undo_takes_it_back_and_shows_the_two_pictures(qtbot, robot, store):
    robot.press("Right")
    measured = robot.model.compare.pair.link
    shown = {robot.name(side) for side in Side}
    robot.press_with(ALT, "Right")
    nudged = robot.model.compare.state.link
    robot.press("PgDown")  # the nudge is kept on leaving
    assert len(kept(store)) == 1
    again = of_four(store)
    later = ReviewRobot(qtbot, again).press("PgDown")
    assert {later.name(side) for side in Side} != shown
    later.press_with(CTRL, "Z")
    assert kept(store) == []
    assert {later.name(side) for side in Side} == shown
    assert again.compare.pair.link == measured
    later.press_with(CTRL | SHIFT, "Z")
    assert again.compare.state.link == nudged


def test_what_is_not_aligned_cannot_be_nudged(robot, store):
    robot.model.compare.relink(Link())
    link = robot.model.compare.state.link
    robot.press_with(ALT, "Right")
    assert robot.model.compare.state.link == link
    assert "not aligned" in robot.said[-1]


def click(robot, side, thing):
    """Click where a thing of one picture is in its pane."""
    canvas = robot.view.compare.canvases[side]
    state = robot.model.compare.state
    at = mapped(view_matrix(state, side), thing)
    place = QPoint(round(at.x), round(at.y))
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place)
    return picture_point(state, side, Point(place.x(), place.y()))


def test_three_things_clicked_in_both_pictures_align_them(robot, store):
    robot.model.compare.relink(Link())
    robot.press_with(CTRL, "L")
    clicked = []
    for thing in THINGS:
        one = click(robot, Side.LEFT, thing)
        other = click(robot, Side.RIGHT, mapped(AFFINE, thing))
        clicked.append((one, other))
    state = robot.model.compare.state
    assert state.is_aligned
    assert robot.model.aligning.picks is None
    for one, other in clicked:
        there = mapped(state.link, one)
        assert (there.x, there.y) == pytest.approx((other.x, other.y), abs=1e-3)
    assert [one.hand for one in kept(store)] == [Hand.POINTS]
    at = mapped(view_matrix(state, Side.LEFT), clicked[0][0])
    twin = picture_point(state, Side.RIGHT, twin_point(state, Side.LEFT, at))
    assert (twin.x, twin.y) == pytest.approx((clicked[0][1].x, clicked[0][1].y), abs=1e-3)


def test_two_things_are_enough_when_the_person_says_so(robot, store):
    robot.press_with(CTRL, "L")
    for thing in THINGS[:2]:
        click(robot, Side.LEFT, thing)
        click(robot, Side.RIGHT, mapped((0.5, 0, -180, 0, 0.5, -60, 0, 0, 1), thing))
    assert robot.model.compare.state.is_aligned is False
    robot.press_with(CTRL, "L")
    assert robot.model.compare.state.is_aligned
    assert robot.model.compare.state.link[0] == pytest.approx(0.5, abs=0.01)
    assert len(kept(store)) == 1


def test_while_clicking_each_pane_moves_alone(robot):
    robot.press_with(CTRL, "L")
    state = robot.model.compare.state
    before = picture_point(state, Side.LEFT, Point(50, 50))
    robot.wheel_over(Side.RIGHT, 3)
    after = picture_point(robot.model.compare.state, Side.LEFT, Point(50, 50))
    assert (after.x, after.y) == pytest.approx((before.x, before.y))
    canvas = robot.view.compare.canvases[Side.RIGHT]
    start = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(40, 20))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 20))
    assert robot.model.aligning.picks.right == ()


def test_esc_forgets_the_last_click_and_then_leaves_everything_as_it_was(robot, store):
    link = robot.model.compare.pair.link
    robot.press_with(CTRL, "L")
    click(robot, Side.LEFT, THINGS[0])
    assert "thing 1 in D" in robot.view.statement.words
    robot.press("Esc")
    assert robot.model.aligning.picks is not None
    robot.press("Esc")
    assert robot.model.aligning.picks is None
    assert robot.model.compare.pair.link == link
    assert robot.model.compare.state.link == link.matrix
    assert store.written == 0


def test_another_pair_ends_the_clicking_without_a_trace(robot, store):
    robot.press_with(CTRL, "L")
    click(robot, Side.LEFT, THINGS[0])
    robot.press("Right")
    assert robot.model.aligning.picks is None
    assert robot.model.compare.state.is_aligned
    assert store.written == 0


def test_a_project_that_cannot_be_written_says_so_and_the_measured_alignment_stays(robot, store):
    measured = robot.model.compare.state.link
    store.fail_with = "The disk is full."
    robot.press_with(ALT, "Right")
    robot.model.aligning.settle()
    assert robot.said[-1] == "The disk is full."
    assert robot.model.compare.state.link == measured
