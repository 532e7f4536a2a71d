"""Whatever stands round the panes leaves its room to them where there is little."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from dedup_desk.ui.actions import ACTIONS
from dedup_desk.ui.key_sets import Keys, KeySet, owner_of
from dedup_desk.ui.views.fold_button import FoldButton
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot


@pytest.fixture
def robot(qtbot):
    return ReviewRobot(qtbot, a_review(3))


def test_the_filmstrip_folds_away_and_gives_its_room_to_the_panes(robot):
    before = robot.view.compare.height()
    robot.press("T")
    QApplication.processEvents()
    assert robot.view.compare.height() > before
    robot.press("T")
    assert robot.view.filmstrip.isVisible()


def test_in_a_low_window_the_filmstrip_leaves_its_room_to_the_panes(robot):
    view = robot.view
    view.resize(1280, 900)
    QApplication.processEvents()
    high, panes = view.filmstrip.height(), view.compare.height()
    view.resize(1280, 650)
    QApplication.processEvents()
    assert view.filmstrip.height() < high - 40
    assert view.compare.height() > panes - 250 + 40
    boxes = [view.filmstrip.visualRect(view.filmstrip.model().index(at, 0)) for at in range(2)]
    assert all(box.height() <= view.filmstrip.height() for box in boxes)
    view.resize(1280, 900)
    QApplication.processEvents()
    assert (view.filmstrip.height(), view.compare.height()) == (high, panes)


def test_what_stands_under_the_panes_takes_the_same_room_in_every_mode(robot):
    heights = set()
    for key in "12345":
        robot.press(key)
        QApplication.processEvents()
        heights.add(robot.view.compare.height())
    assert len(heights) == 1


def columns(robot):
    view = robot.view
    return view.queue.isVisible(), view.facts.isVisible()


def test_with_queue_and_facts_folded_the_pictures_have_the_whole_width(robot):
    robot.press("F7", "F8")
    QApplication.processEvents()
    assert columns(robot) == (False, False)
    assert robot.view.compare.width() >= 1280 - 2
    robot.press("F7", "F8")
    QApplication.processEvents()
    assert columns(robot) == (True, True)


def test_a_column_comes_back_as_wide_as_it_was(robot):
    before = robot.view.queue.width(), robot.view.facts.width()
    robot.press("F7", "F8", "F8", "F7")
    QApplication.processEvents()
    assert (robot.view.queue.width(), robot.view.facts.width()) == before


def test_the_columns_fold_by_mouse_and_come_back_at_the_ends_of_the_tool_line(robot, qtbot):
    view, tools = robot.view, robot.view.tools
    assert not any(one.isVisible() for one in tools.folds)
    for column in (view.queue, view.facts):
        qtbot.mouseClick(column.findChild(FoldButton), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert columns(robot) == (False, False)
    assert all(one.isVisible() and one.isChecked() for one in tools.folds)
    assert tools.folds[0].geometry().left() < 40
    assert tools.folds[1].geometry().right() > tools.width() - 40
    for button in tools.folds:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert columns(robot) == (True, True)
    assert QApplication.focusWidget() is view.compare


@pytest.mark.parametrize("id_", ["find_groups", "jump_to_group", "filter_groups", "order_groups"])
def test_a_key_about_the_queue_shows_it_first(robot, id_):
    robot.press("F7")
    robot.actions[id_].trigger()
    assert columns(robot) == (True, True)
    for menu in robot.view.queue.head.findChildren(QMenu):
        menu.close()


def test_what_is_typed_in_an_unfolded_queue_is_a_search(robot):
    robot.press("F7", "/")
    assert QApplication.focusWidget() is robot.view.queue.head.field


def test_who_types_in_the_queue_and_folds_it_has_the_panes_again(robot):
    robot.press("/")
    robot.actions["fold_queue"].trigger()
    assert QApplication.focusWidget() is robot.view.compare


@pytest.mark.parametrize("key", ["M", "I"])
def test_a_key_about_the_facts_shows_them_first(robot, key):
    robot.press("F8", key)
    assert robot.view.facts.isVisible()
    assert robot.model.sheet.shows_files == (key == "I")


def test_files_that_were_shown_when_the_facts_were_folded_are_shown_again_by_their_key(robot):
    robot.press("I", "F8", "I")
    assert robot.view.facts.isVisible()
    assert robot.model.sheet.shows_files


def test_the_pictures_never_fold(robot):
    robot.press("T", "F7", "F8")
    QApplication.processEvents()
    assert robot.view.compare.isVisible()
    assert all(one.isVisible() for one in robot.view.compare.canvases.values())


def test_the_keys_that_fold_are_free_in_every_set():
    folding = [spec for spec in ACTIONS if spec.id.startswith("fold_")]
    assert len(folding) == 4
    for base in KeySet:
        keys = Keys(base)
        assert [owner_of(keys.of(spec)[0], keys, ACTIONS) for spec in folding] == folding


def test_a_key_that_folds_does_not_flicker_while_it_is_held(robot):
    robot.hold("F7", times=3)
    assert not robot.view.queue.isVisible()
