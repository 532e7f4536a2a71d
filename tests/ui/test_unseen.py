"""What cannot be seen is not decided: a file that is gone, a drive that is off."""

import pytest

from dedup_desk.core.compare import Side
from tests.helpers.crowds import a_crowd
from tests.helpers.review_robot import ReviewRobot

DECIDING = ["A", "D", "K", "R", "E", "V", "N", "X", "Enter"]


@pytest.fixture
def robot(qtbot, store):
    made = ReviewRobot(qtbot, a_crowd(4, store, broken=1))
    made.model.table.show(made.model.table.view.members[1].record.id)
    made.wait_until(lambda: made.model.compare.why_missing(Side.RIGHT) is not None)
    return made


@pytest.mark.parametrize("key", DECIDING)
def test_a_picture_that_cannot_be_shown_is_not_decided_about(robot, store, key):
    robot.press(key)
    assert store.written == 0
    assert "cannot be shown now" in robot.said[-1]


def test_it_can_be_passed_on_and_what_was_said_can_be_taken_back(robot, store):
    robot.press("U")
    assert store.written == 1
    robot.model.table.show(robot.model.table.view.members[1].record.id)
    robot.press("Y")
    assert store.written == 2


def test_the_others_of_its_group_are_decided_as_always(robot, store):
    robot.model.table.show(robot.model.table.view.members[2].record.id)
    robot.press("R")
    assert store.written == 1
