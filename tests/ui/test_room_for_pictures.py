"""Whatever stands round the panes leaves its room to them where there is little."""

import pytest
from PySide6.QtWidgets import QApplication

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
