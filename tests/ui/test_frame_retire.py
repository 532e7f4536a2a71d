"""Setting aside: nothing moves unless a person answers for it, and nothing is claimed too early."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from dedup_desk.core.messages import Message
from dedup_desk.core.move_results import Outcome
from dedup_desk.ui.viewmodels.retire import Doing
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.doors import MadeUpDoors
from tests.helpers.retirements import MadeUpRetirement, a_plan
from tests.helpers.robots import WindowRobot, a_made_up_desk

MOVE = "Set aside 2 images…"


@pytest.fixture
def retirement():
    return MadeUpRetirement(a_plan([b"a.jpg", b"b.jpg"], refused=[b"c.jpg"]))


@pytest.fixture
def robot(qtbot, tmp_path, retirement):
    doors = MadeUpDoors()
    doors.retirement = retirement
    robot = WindowRobot(qtbot, doors, tmp_path, a_made_up_desk)
    robot.open(b"/holdings")
    robot.click("Set aside")
    robot.wait_until(lambda: idle(robot) and robot.shell.retire.state.plan is not None)
    return robot


def labels(robot):
    """Return the words that stand on the screen outside tables and buttons."""
    return [one.text() for one in robot.window.findChildren(QLabel) if one.isVisible()]


def idle(robot):
    return robot.shell.retire.state.doing is Doing.NOTHING and not robot.runner.busy


def take_on(robot):
    robot.window.retire.checks.tick.click()


def confirm_dialog(robot):
    """Return the question once it has the keyboard: on Cancel."""
    (dialog,) = robot.window.findChildren(QDialog, "confirm")
    robot.wait_until(lambda: QApplication.focusWidget() is dialog.cancel)
    return dialog


def test_the_plan_lists_what_moves_and_what_stays_and_why(robot):
    read = robot.reads()
    assert "a.jpg\nmasters/a.jpg\nResized\n1.0 MB\nnot read yet" in read
    assert "c.jpg\n\n\n\n✗ It has changed." in read


def test_why_an_image_stays_can_be_read_in_full(robot):
    assert "✗ It has changed." in labels(robot)  # the first line that stays is in hand
    robot.window.retire.plan.table.selectRow(0)
    assert "✗ It has changed." not in labels(robot)


def test_another_language_takes_no_promise_back(robot, qapp):
    take_on(robot)
    QApplication.sendEvent(robot.window.retire, QEvent(QEvent.Type.LanguageChange))
    assert robot.button(MOVE).isEnabled()
    assert robot.shell.retire.state.acknowledged_by == "Chan Tai Man"


def test_cancel_has_the_keyboard_and_enter_only_leaves(robot, retirement):
    assert robot.focused_words() == "Cancel"
    robot.press(Qt.Key.Key_Return)
    assert robot.screen is Screen.AUDIT
    assert retirement.asked == []


def test_nothing_can_move_before_a_person_takes_the_references_on(robot):
    assert not robot.button(MOVE).isEnabled()
    assert "NOT CHECKED; a named person must take it on" in robot.reads()
    take_on(robot)
    assert robot.button(MOVE).isEnabled()
    assert "NOT CHECKED, acknowledged by Chan Tai Man" in robot.reads()


def test_enter_in_the_name_field_leaves_nothing(robot):
    take_on(robot)
    robot.window.retire.checks.name.setFocus()
    robot.press(Qt.Key.Key_Return)
    assert robot.screen is Screen.SET_ASIDE


def test_an_empty_name_is_nobody(robot):
    take_on(robot)
    robot.window.retire.checks.name.setText("  ")
    assert not robot.button(MOVE).isEnabled()


def test_a_rehearsal_reads_and_moves_nothing(robot, retirement):
    robot.click("Rehearsal, nothing moves")
    robot.wait_until(lambda: idle(robot) and robot.shell.retire.state.rehearsal)
    assert retirement.asked == [("rehearse", None)]
    assert "✓ bytes of both copies" in robot.reads()
    assert "2 of 2 read to the end, as reviewed." in robot.reads()


def test_the_question_states_what_would_happen_and_enter_changes_nothing(robot, retirement):
    take_on(robot)
    robot.click(MOVE)
    dialog = confirm_dialog(robot)
    assert dialog.move_.text() == "Set aside 2 images"
    robot.press(Qt.Key.Key_Space)
    robot.press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert retirement.asked == []


def test_what_moved_is_told_from_results_and_the_plan_is_made_anew(robot, retirement):
    move(robot)
    assert retirement.asked == [("move", "Chan Tai Man")]
    assert "2 images set aside, each read again in quarantine." in robot.reads()
    assert robot.shell.retire.state.plan.moves == ()
    assert robot.shell.retire.state.acknowledged_by == ""


def test_what_did_not_move_is_not_called_done(robot, retirement):
    retirement.outcome, retirement.told = Outcome.NOT_MOVED, Message("The disk is read-only.")
    move(robot)
    read = robot.reads()
    assert "0 images set aside" in read
    assert "2 stayed where they were. The disk is read-only." in read


def test_what_is_in_neither_place_asks_for_a_person(robot, retirement):
    retirement.outcome = Outcome.ALARM
    move(robot)
    assert "2 could not be settled: look at them." in robot.reads()


@pytest.mark.parametrize(
    ("button", "left", "said"),
    [
        ("Put back this image", 1, "1 image put back and read again where it was."),
        ("Put back its batch (2)", 0, "2 images put back, each read again where it was."),
        ("Put back all (2)", 0, "2 images put back, each read again where it was."),
    ],
)
def test_one_a_batch_or_all_can_be_put_back(robot, retirement, button, left, said):
    move(robot)
    robot.click("Put back…")
    robot.window.retire.quarantine.table.selectRow(0)
    robot.click(button)
    robot.wait_until(lambda: idle(robot) and robot.shell.retire.state.was is Doing.PUTTING_BACK)
    assert len(retirement.held) == left
    assert said in robot.reads()
    assert "What was decided still stands" in robot.reads()


def test_after_a_move_the_folders_are_read_again_before_anything_else_is_shown(robot):
    move(robot)
    before = robot.shell.project.job.runs
    robot.click("Audit")
    robot.wait_for(Screen.AUDIT)
    assert robot.shell.project.job.runs == before + 1


def move(robot):
    take_on(robot)
    robot.click(MOVE)
    confirm_dialog(robot).move_.click()
    robot.wait_until(lambda: robot.shell.retire.state.was is Doing.MOVING and idle(robot))
    robot.wait_until(lambda: robot.shell.retire.state.plan is not None)
