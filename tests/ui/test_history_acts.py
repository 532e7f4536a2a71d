"""From the history screen: undo the last act, take a chosen one back, and read why one stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.ledger import Actor, EventKind
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.ui import resources
from dedup_desk.ui.action_rows import Group
from dedup_desk.ui.text import Catalogues
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.history_acts_bar import TakeBackDialog
from tests.helpers.ledger_doors import LedgerDoors
from tests.helpers.robots import WindowRobot
from tests.helpers.scenes import opened

WHO = Actor("Ann Archivist", "ann", "desk-1")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def ledger(tmp_path):
    with ProjectFile.create(tmp_path / "stills.ddesk", WHO) as made:
        yield made


@pytest.fixture
def doors(ledger):
    return LedgerDoors(ledger)


@pytest.fixture
def robot(qtbot, doors, tmp_path):
    made = WindowRobot(qtbot, doors, tmp_path)
    opened(made, Screen.REVIEW)
    return made


def to_history(robot):
    robot.shell.show(Screen.HISTORY)
    robot.wait_for(Screen.HISTORY)


def choose(robot, kind, at=0):
    """Choose the newest entry of a kind by clicking its line."""
    model, table = robot.shell.history, robot.window.history.table
    events = [model._chronicle.events[int(one)] for one in model._chosen.events]
    line = [here for here, event in enumerate(events) if event.kind == kind][at]
    place = table.visualRect(table.model().index(line, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return events[line]


def agree(robot, reason):
    """Write a reason in the dialog that asks, and press Enter."""
    robot.click("Take this back…")
    dialog = next(one for one in robot.window.findChildren(TakeBackDialog) if one.isVisible())
    robot.wait_until(dialog.isActiveWindow)
    assert not dialog.agree.isEnabled(), "without a reason nothing is taken back"
    QTest.keyClicks(dialog.reason, reason)
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)


def test_undo_takes_back_the_last_act_and_the_list_shows_it_at_once(robot, ledger):
    robot.shell.review.keep_left()
    to_history(robot)
    before = robot.shell.history.total
    robot.click("Undo: Keep A (Ann Archivist)")
    robot.wait_until(lambda: robot.shell.history.total == before + 2)
    assert robot.shell.history.row(0).what == "Decision taken back"
    assert ledger.decisions() == {}
    assert robot.window.history.acts.undo.text() == "Undo"
    assert not robot.window.history.acts.undo.isEnabled()
    robot.press(Qt.Key.Key_Z, CTRL | SHIFT)
    robot.wait_until(lambda: robot.shell.history.total == before + 4)
    assert len(ledger.decisions()) == 2


def test_what_undo_would_take_back_is_said_in_the_language_in_force(robot, qapp):
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    robot.shell.review.keep_left()
    to_history(robot)
    try:
        catalogues.install("zh_HK")
        robot.wait_until(lambda: "保留 A" in robot.window.history.acts.undo.text())
    finally:
        catalogues.install("en")
    robot.wait_until(lambda: "Keep A" in robot.window.history.acts.undo.text())


def test_a_chosen_answer_is_taken_back_with_a_reason_and_the_later_ones_stay(robot, ledger):
    review = robot.shell.review
    review.retire_member()
    chosen = ledger.events()[-1].uuid
    review.variant()
    to_history(robot)
    choose(robot, EventKind.DECISION_MADE, at=1)
    assert "with your name and your reason" in robot.reads()
    agree(robot, "another print")
    robot.wait_until(lambda: robot.shell.history.row(0).what == "Decision taken back")
    assert "“another print”" in robot.shell.history.row(0).about
    assert [one.verdict for one in ledger.decisions().values()] == [Verdict.VARIANT]
    assert chosen in [one.uuid for one in ledger.events()]
    assert robot.button("Undo: Take back (Ann Archivist)").isEnabled()


def test_the_chosen_entry_stays_chosen_and_says_that_it_is_taken_back(robot):
    robot.shell.review.retire_member()
    to_history(robot)
    choose(robot, EventKind.DECISION_MADE)
    agree(robot, "another print")
    history = robot.shell.history
    robot.wait_until(lambda: history.row(0).what == "Decision taken back")
    assert robot.window.history.table.currentIndex().row() == 1
    assert "was taken back already" in robot.reads()
    assert not robot.button("Take this back…").isEnabled()


def test_escape_takes_nothing_back(robot, ledger):
    robot.shell.review.retire_member()
    to_history(robot)
    choose(robot, EventKind.DECISION_MADE)
    robot.click("Take this back…")
    dialog = next(one for one in robot.window.findChildren(TakeBackDialog) if one.isVisible())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert len(ledger.decisions()) == 1


def test_the_dialog_names_every_image_that_becomes_undecided(robot):
    review = robot.shell.review
    review.keep_left()
    to_history(robot)
    choose(robot, EventKind.DECISION_MADE, at=1)  # the kept copy: written first
    question = robot.shell.history.acts.question()
    assert len(question.files) == 2
    assert question.person == "Ann Archivist"


def test_an_entry_that_is_no_act_says_so_and_the_button_is_off(robot):
    robot.shell.review.retire_member()
    to_history(robot)
    choose(robot, EventKind.RUN_STARTED)
    assert "not what somebody decided" in robot.reads()
    assert not robot.button("Take this back…").isEnabled()


def test_a_join_is_taken_back_from_the_history_and_the_desk_shows_two_groups(robot, ledger):
    review = robot.shell.review
    rows = [row for row in ledger_rows(review) if row.kind.value == "cluster"]
    review.queue.select_id(rows[0].id)
    review.join_groups()
    review.queue.select_id(rows[1].id)
    review.joining.asked.connect(review.joining.agree)
    review.join_groups()
    assert len(ledger_rows(review)) == 1
    to_history(robot)
    choose(robot, EventKind.JOIN_SET)
    agree(robot, "two prints after all")
    robot.wait_until(lambda: robot.shell.history.row(0).what == "Join taken back")
    assert len(ledger_rows(review)) == 3
    assert robot.button("Undo: Take join back (Ann Archivist)").isEnabled()


def ledger_rows(review):
    return [review.queue.row(at) for at in range(review.queue.count)]


def test_a_project_that_is_only_read_says_so_before_anything_is_asked(
    qtbot, doors, ledger, tmp_path
):
    made = WindowRobot(qtbot, doors, tmp_path)
    opened(made, Screen.REVIEW)
    made.shell.review.retire_member()
    made.shell.close()
    doors.read_only = True
    opened(made, Screen.REVIEW)
    to_history(made)
    choose(made, EventKind.DECISION_MADE)
    assert "only read here" in made.reads()
    assert not made.button("Take this back…").isEnabled()


def test_on_the_other_screens_nothing_is_undone_by_the_key(robot, ledger):
    robot.shell.review.keep_left()
    robot.shell.show(Screen.AUDIT)
    robot.wait_for(Screen.AUDIT)
    robot.press(Qt.Key.Key_Z, CTRL)
    assert len(ledger.decisions()) == 2


def test_the_step_of_another_person_carries_that_name(qtbot, tmp_path):
    path = tmp_path / "shared.ddesk"
    for name in ("Ben Librarian", "Ann Archivist"):
        with (
            ProjectFile.create(path, replace(WHO, name=name))
            if not path.exists()
            else (ProjectFile.open(path, replace(WHO, name=name))) as file
        ):
            review = LedgerDoors(file).review(None)
            if name == "Ben Librarian":
                review.retire_member()
            else:
                assert review.history.undoText() == "Set aside (Ben Librarian)"
            review.close()


def test_the_menu_names_the_act_that_undo_and_redo_are_about_while_it_is_open(robot):
    actions, menu = robot.window.actions_, robot.window._menus._menus[Group.EDIT]
    review = robot.shell.review
    review.keep_left()
    review.retire_member()
    review.undo()
    menu.aboutToShow.emit()
    assert actions["undo"].text() == "&Undo: Keep A (Ann Archivist)"
    assert actions["redo"].text() == "&Redo: Set aside (Ann Archivist)"
    menu.aboutToHide.emit()
    assert [actions[one].text() for one in ("undo", "redo")] == ["&Undo", "&Redo"]
