"""The grid in a window: what is in it, choosing by key and click, zooming as one, words, limits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dedup_desk.core import compare, grid
from dedup_desk.core.compare import CompareMode, Link, Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.geometry import Extent, Point, inverted, mapped
from dedup_desk.core.pairs import IDENTITY
from dedup_desk.ui.picture_loader import CACHE_BYTES
from dedup_desk.ui.viewmodels.grid_words import cell_words, grid_words
from dedup_desk.ui.viewmodels.sight import AMONG, PairShown
from dedup_desk.ui.views.review_tools import StatementLine
from tests.helpers.crowds import APART_AT, MIRRORED_AT, TURNED_AT, a_crowd
from tests.helpers.review_robot import ReviewRobot

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def robot(qtbot, store):
    robot = ReviewRobot(qtbot, a_crowd(6, store))
    return robot.press("6").wait_until(lambda: is_sharp(robot))


def is_sharp(robot):
    grid = robot.model.grid
    return not any(grid.is_loading(at) for at in range(len(grid.cells)))


def panes(robot):
    return [one for one in robot.view.compare.grid.cells if one.isVisible()]


def sides(robot):
    return [one.side for one in robot.model.grid.cells]


def said(robot):
    return robot.view.findChild(StatementLine).words


def test_6_shows_the_whole_group_and_again_the_pair(robot):
    assert len(panes(robot)) == 6
    assert not robot.view.compare.canvases[Side.LEFT].isVisible()
    robot.press("6")
    assert panes(robot) == []
    assert robot.view.compare.canvases[Side.LEFT].isVisible()


@pytest.mark.parametrize("key", ["Esc", "1"])
def test_esc_and_a_mode_return_to_the_pair(robot, key):
    robot.press(key)
    assert not robot.model.grid.is_open
    assert robot.model.compare.mode is CompareMode.SIDE_BY_SIDE


def test_a_key_about_the_pair_shows_the_pair_first(robot):
    robot.press("F")
    assert not robot.model.grid.is_open
    assert robot.model.compare.mode is CompareMode.DIFFERENCE


def test_the_letters_are_those_of_the_panes_as_in_the_filmstrip(robot):
    table = robot.model.table
    ids = [one.member.record.id for one in robot.model.grid.cells]
    assert ids[sides(robot).index(Side.LEFT)] == table.left
    assert ids[sides(robot).index(Side.RIGHT)] == table.right
    assert sides(robot).count(None) == 4


def test_arrows_choose_across_and_down_and_pass_over_a(robot):
    robot.press("Right")
    assert robot.model.grid.current == 2
    down(robot)
    assert robot.model.grid.current == 5
    up(robot)
    assert robot.model.grid.current == 2
    robot.press("Left")
    down(robot)
    assert robot.model.grid.current == 4
    up(robot)
    up(robot)
    assert robot.model.grid.current == 1


def down(robot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)


def up(robot):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)


def test_alt_and_a_digit_choose_by_number_and_a_number_that_nobody_has_chooses_nobody(robot):
    robot.press_with(ALT, "5")
    assert robot.model.grid.current == 4
    robot.press_with(ALT, "9")
    assert robot.model.grid.current == 4


def test_a_click_chooses_and_a_double_click_shows_the_pair(robot):
    QTest.mouseClick(panes(robot)[3], Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    assert robot.model.grid.current == 3
    QTest.mouseDClick(panes(robot)[3], Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    assert not robot.model.grid.is_open
    assert robot.model.table.right == robot.model.table.view.members[3].record.id


def test_the_verbs_mean_the_current_one(robot, store):
    robot.press_with(ALT, "4")
    robot.press("R")
    assert robot.verdicts()[3] is Verdict.RETIRE
    robot.press_with(ALT, "3")
    robot.press("K")
    assert robot.verdicts()[2] is Verdict.CANONICAL
    assert store.written == 2
    assert robot.model.grid.is_open


def test_what_was_made_canonical_is_what_the_others_are_laid_on(robot):
    robot.press_with(ALT, "2")
    robot.press("K")
    assert sides(robot)[1] is Side.LEFT
    assert robot.model.grid.state.base.width == 900


def test_looking_decides_nothing(robot, store):
    robot.press("Right", "Left", "Z", "0", "6", "6", "Esc")
    assert store.written == 0


def test_the_wheel_zooms_all_about_the_same_thing(robot):
    grid, pane = robot.model.grid, panes(robot)[0]
    zoom = grid.state.zoom
    at = QPoint(pane.width() // 2 + 20, pane.header_px + 30)
    QTest.wheelEvent(robot.view.windowHandle(), pane.mapTo(robot.view, at), QPoint(0, 240))
    assert grid.state.zoom == pytest.approx(zoom * 1.25**2)
    things = []
    for cell in (0, 1, 2, TURNED_AT, MIRRORED_AT):
        shown = grid.state.shown(cell)
        middle = compare.picture_point(shown, Side.RIGHT, shown.pane.centre)
        things.append(mapped(inverted(shown.link), middle))
    assert [(one.x, one.y) for one in things] == [pytest.approx((things[0].x, things[0].y))] * 5


def test_dragging_one_drags_all_and_chooses_nobody(robot):
    grid, pane = robot.model.grid, panes(robot)[1]
    robot.press("Z")
    centre, current = grid.state.centre, grid.current
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(60, 70))
    QTest.mouseMove(pane, QPoint(90, 80))
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(90, 80))
    assert grid.state.centre != centre
    assert grid.current == current


def test_z_is_100_percent_of_the_current_one_and_back_to_fit(robot):
    grid = robot.model.grid
    robot.press("Z")
    assert cell_words(grid, grid.current).scale == "100 %"
    robot.press("Z")
    assert grid.state.is_fit
    robot.press("Z", "0")
    assert grid.state.is_fit


def test_the_cross_marks_the_same_thing_in_the_other_cells(robot):
    grid = robot.model.grid
    grid.point_at(0, Point(90, 50))
    assert grid.twin(0) is None
    assert grid.twin(TURNED_AT) is not None
    assert grid.twin(APART_AT) is None
    before = panes(robot)[TURNED_AT].grab().toImage()
    grid.point_nowhere()
    assert panes(robot)[TURNED_AT].grab().toImage() != before


def test_each_cell_shows_its_picture_where_it_says(robot):
    """The colours at one thing are the same in the full frame and in its half."""
    grid = robot.model.grid
    images = [pane.grab().toImage() for pane in panes(robot)[:2]]
    header = panes(robot)[0].header_px
    ratio = images[0].devicePixelRatio()
    for x, y in ((60, 40), (100, 60), (130, 80)):
        twin = _twin(grid, Point(x, y))
        here = images[0].pixelColor(int(x * ratio), int((y + header) * ratio))
        there = images[1].pixelColor(int(twin.x * ratio), int((twin.y + header) * ratio))
        assert here.getRgb() == pytest.approx(there.getRgb(), abs=12)


def _twin(grid, at):
    grid.point_at(0, at)
    twin = grid.twin(1)
    grid.point_nowhere()
    return twin


def test_the_header_says_how_large_how_well_aligned_and_what_was_rendered(robot):
    pane = panes(robot)[1]
    assert "01-half.jpg" in pane.accessibleName()
    assert "Aligned to 0.4 px" in pane.accessibleName()
    QApplication.sendEvent(pane, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert "Aligned to 0.4 px, 812 matching points · page 1 of 1 · 8 bit" in pane.toolTip()


def test_what_is_not_aligned_says_so_in_its_cell_and_in_the_line_below(robot):
    words = cell_words(robot.model.grid, APART_AT)
    assert not words.is_aligned
    assert "Not aligned: fitted by width" in panes(robot)[APART_AT].accessibleName()
    assert "not aligned, fitted by width: 1" in said(robot)


def test_no_letter_and_no_number_stands_for_two_pictures(robot):
    names = [one.accessibleName().split(":")[0] for one in panes(robot)]
    assert names == ["1 A", "2 D", "3", "4", "5", "6"]


def test_a_picture_that_cannot_be_shown_says_why_and_the_others_are_shown(sit):
    robot = sit(a_crowd(4, broken=2)).press("6")
    robot.wait_until(lambda: robot.model.grid.why_missing(2) is not None)
    robot.wait_until(lambda: is_sharp(robot))
    assert robot.model.grid.image(1) is not None
    panes(robot)[2].grab()


def test_of_a_large_group_nine_are_shown_and_the_rest_is_a_step_away(sit):
    robot = sit(a_crowd(14)).press("6")
    assert len(panes(robot)) == 9
    assert "9 of 14 images" in said(robot)
    robot.press("Left")
    ids = [one.member.record.id for one in robot.model.grid.cells]
    last = robot.model.table.view.members[-1].record.id
    assert ids[-1] == last == robot.model.table.right


def test_another_group_is_laid_anew(sit):
    from tests.helpers.review_fakes import a_review

    robot = sit(a_review(3)).press("6")
    robot.press("Z", "Space")
    assert robot.model.grid.is_open
    assert robot.model.grid.state.is_fit
    assert len(panes(robot)) == len(robot.model.table.view.members)


def test_pictures_come_at_the_size_of_the_cells_and_fit_the_memory_together(sit):
    model = a_crowd(9)
    robot = sit(model).press("6")
    robot.wait_until(lambda: is_sharp(robot))
    assert {model.grid.sight(at).wanted(Side.RIGHT).cut.edge_px for at in range(3)} <= {1024, 900}
    whole = AMONG.whole_px**2 * 4 * 4 / 3
    tiles = 4 * AMONG.tile_px**2 * 4
    assert 9 * (whole + tiles) < 1.1 * CACHE_BYTES
    assert model.held_bytes < CACHE_BYTES


def test_at_100_percent_large_pictures_come_in_parts(robot):
    """Nine pictures of 24 megapixels held whole would be more than a gigabyte."""
    sight = robot.model.grid.sight(0)
    size = Extent(6000, 4000)
    record = sight.pair.right
    large = replace(record, picture=replace(record.picture, width_px=6000, height_px=4000))
    one = grid.opened(size, (grid.Tile(size, IDENTITY),), sight.state.pane)
    state = grid.actual_pixels(one, 0, sight.state.pane.centre, 1.0).shown(0)
    close = replace(sight, pair=PairShown(large, large, Link(IDENTITY)), state=state)
    assert close.wanted(Side.RIGHT).cut.edge_px == AMONG.whole_px
    parts = close.tiles(Side.RIGHT)
    assert 1 <= len(parts) <= 4
    assert all(part.cut.edge_px <= AMONG.tile_px for part in parts)


def test_the_filmstrip_makes_room_where_the_grid_shows_everything(robot):
    assert not robot.view.filmstrip.isVisible()
    robot.press("6")
    assert robot.view.filmstrip.isVisible()


def test_a_folded_filmstrip_stays_folded_after_the_grid(robot):
    robot.press("6", "T", "6", "6")
    assert not robot.view.filmstrip.isVisible()


def test_the_words_follow_the_state_of_the_grid(robot):
    assert grid_words(robot.model.grid) is not None
    robot.press("6")
    assert grid_words(robot.model.grid) is None
    assert cell_words(robot.model.grid, 0) is None
