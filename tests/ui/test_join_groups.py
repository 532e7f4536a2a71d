"""Joining groups by the key: marked, asked, joined, on the table, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dedup_desk.core.decisions import Verdict
from dedup_desk.services.review_views import RowKind
from dedup_desk.ui.models.filmstrip_model import frame_words
from dedup_desk.ui.viewmodels import facts, verbs
from dedup_desk.ui.viewmodels.filmstrip import frames
from dedup_desk.ui.viewmodels.review import Then
from dedup_desk.ui.views.join_dialog import JoinDialog
from tests.helpers.review_fakes import MemoryStore, a_review
from tests.helpers.review_robot import ReviewRobot

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def robot(qtbot, store):
    return ReviewRobot(qtbot, a_review(3, store))


def rows(model):
    return [model.queue.row(at) for at in range(model.queue.count)]


def groups(model):
    return [row.id for row in rows(model) if row.kind is RowKind.CLUSTER]


def dialog(robot):
    found = robot.view.findChildren(JoinDialog)
    return next((one for one in found if one.isVisible()), None)


def answer(robot, key):
    asking = dialog(robot)
    robot.wait_until(asking.isActiveWindow)
    QTest.keyClick(asking, key)
    robot.wait_until(lambda: dialog(robot) is None)
    robot.view.activateWindow()  # as a window manager does
    robot.wait_until(robot.view.isActiveWindow)


def join_first_two(robot):
    first, second = groups(robot.model)[:2]
    robot.model.queue.select_id(first)
    robot.press("J")
    robot.model.queue.select_id(second)
    robot.press("J")
    return first, second


def test_the_key_marks_a_group_and_asks_on_another_one(robot, store):
    join_first_two(robot)
    assert "marked for joining" in robot.said[0]
    words = [dialog(robot).one.text(), dialog(robot).other.text()]
    assert all("group of 4 images" in one for one in words)
    assert words[0] != words[1]
    assert store.written == 0


def test_enter_joins_and_the_joined_group_is_on_the_table(robot):
    first, second = join_first_two(robot)
    total = robot.model.queue.total
    answer(robot, Qt.Key.Key_Return)
    view = robot.model.table.view
    assert view.id in (first, second)
    assert len(view.members) == 8
    assert len(groups(robot.model)) == 2
    assert robot.model.queue.total == total - 2  # the other group, and the look pair between them
    assert robot.model.queue.current().id == view.id


def test_escape_writes_nothing_and_the_group_stays_marked(robot, store):
    _, second = join_first_two(robot)
    answer(robot, Qt.Key.Key_Escape)
    assert store.written == 0
    assert robot.model.table.view.id == second
    robot.press("J")
    assert dialog(robot) is not None


def test_the_key_on_the_marked_group_takes_the_mark_away(robot):
    robot.press("J", "J")
    assert "no longer marked" in robot.said[-1]
    assert dialog(robot) is None


def test_undo_parts_them_and_redo_joins_them_again(robot, store):
    before = rows(robot.model)
    join_first_two(robot)
    on_table = robot.model.table.view.id
    answer(robot, Qt.Key.Key_Return)
    after = rows(robot.model)
    assert robot.model.history.undoText() == "Join groups (Ann Archivist)"
    robot.press_with(CTRL, "Z")
    assert rows(robot.model) == before
    assert robot.model.table.view.id == on_table
    robot.press_with(CTRL | SHIFT, "Z")
    assert rows(robot.model) == after
    assert len(robot.model.table.view.members) == 8


def test_after_a_restart_they_are_joined_and_undo_parts_them(robot, store):
    before = rows(robot.model)
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    later = a_review(3, store)
    assert rows(later) == rows(robot.model)
    later.undo()
    assert rows(later) == before
    later.close()


def test_what_only_a_person_joined_says_so_and_is_not_aligned(robot):
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    model = robot.model
    ours = {one.record.id: one for one in model.table.view.members}
    (root,) = (one for one in ours.values() if one.is_by_hand)
    beyond = next(one for one in ours.values() if one.through == root.record.id)
    model.table.put(model.table.view.members[0].record.id, beyond.record.id)
    said = facts.statement_of(model.table)
    assert said.kind == "Joined by hand"
    assert "nothing was measured" in said.text
    assert not model.compare.state.is_aligned
    assert beyond.proposed is None
    model.table.put(model.table.view.members[0].record.id, root.record.id)
    assert facts.statement_of(model.table).kind.startswith("Joined by hand + ")


def test_they_can_be_aligned_by_hand(robot):
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    members = robot.model.table.view.members
    robot.model.table.put(members[0].record.id, members[-1].record.id)
    robot.press_with(CTRL, "L")
    assert robot.model.aligning.picks is not None


def test_on_a_look_pair_the_key_asks_at_once_and_joins_the_groups_of_both(robot):
    pair = next(row for row in rows(robot.model) if row.kind is RowKind.PAIR)
    robot.model.queue.select_id(pair.id)
    robot.press("J")
    answer(robot, Qt.Key.Key_Return)
    assert len(robot.model.table.view.members) == 8
    assert RowKind.PAIR not in [row.kind for row in rows(robot.model)]


def test_called_no_duplicates_they_are_not_joined_and_the_reason_is_told(robot, store):
    pair = next(row for row in rows(robot.model) if row.kind is RowKind.PAIR)
    robot.model.queue.select_id(pair.id)
    robot.press("N")
    written = store.written
    join_first_two(robot)
    assert "were called not duplicates" in robot.said[-1]
    assert dialog(robot) is None
    assert store.written == written


def test_taken_out_again_by_its_key_the_joined_group_comes_apart(robot):
    before = groups(robot.model)
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    model = robot.model
    root = next(one for one in model.table.view.members if one.is_by_hand)
    model.table.show(root.record.id)
    robot.press("X")
    assert groups(model) == before
    assert all(len(model.session.cluster(one).members) == 4 for one in before)
    assert model.session.verdict(root.record.id) is Verdict.NOT_DUPLICATE
    robot.press_with(CTRL, "Z")
    assert len(groups(model)) == 2


def test_filters_stay_when_groups_are_joined(robot):
    robot.model.queue.search("HKFA")
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    assert robot.model.queue.query.text == "HKFA"
    assert len(robot.model.table.view.members) == 8


def test_a_failure_to_write_changes_nothing(robot, store):
    before = rows(robot.model)
    join_first_two(robot)
    store.fail_with = "The project cannot be written."
    answer(robot, Qt.Key.Key_Return)
    assert rows(robot.model) == before
    assert robot.said[-1] == "The project cannot be written."
    assert robot.model.history.count() == 0


def test_the_strip_tells_who_is_in_it_by_hand(robot):
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    table = robot.model.table
    told = [frame_words(one) for one in frames(table.view, table.left, table.right)]
    assert sum("Joined by hand" in one for one in told) == 1


def test_why_they_are_joined_can_be_written_in_the_dialog(robot, store):
    join_first_two(robot)
    QTest.keyClicks(dialog(robot).note, "one print, scanned twice")
    answer(robot, Qt.Key.Key_Return)
    assert [one.note for one in store.joined.values()] == ["one print, scanned twice"]


def write_note(robot, text):
    robot.press(";")
    field = robot.view.note
    robot.wait_until(field.isVisible)
    placeholder, before = field.placeholderText(), field.text()
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    return placeholder, before


def on_the_seam(robot):
    """Join the first two groups and lay a picture of the second beside one of the first."""
    join_first_two(robot)
    answer(robot, Qt.Key.Key_Return)
    table = robot.model.table
    by_hand = next(one.record.id for one in table.view.members if one.is_by_hand)
    table.put(table.view.members[0].record.id, by_hand)


def test_the_note_key_writes_a_note_on_the_join_while_the_picture_has_no_answer(robot, store):
    on_the_seam(robot)
    placeholder, before = write_note(robot, "the printer says so")
    assert "joining the two groups" in placeholder
    assert before == ""
    assert [one.note for one in store.joined.values()] == ["the printer says so"]
    assert write_note(robot, "both printers say so")[1] == "the printer says so"
    assert robot.model.history.undoText() == "Note (Ann Archivist)"
    robot.model.undo()
    assert [one.note for one in store.joined.values()] == ["the printer says so"]


def test_once_the_picture_has_an_answer_the_note_is_about_that(robot, store):
    on_the_seam(robot)
    subject = robot.model.table.view.members[4].record.place
    robot.model.restore_undecided()
    robot.model._decide("variant", lambda view, a, d: verbs.judged(view, Verdict.VARIANT, d, a),
                        Then.STAY)  # fmt: skip
    placeholder, _ = write_note(robot, "a version of its own")
    assert "picture in pane D" in placeholder
    assert store.present[subject].note == "a version of its own"
    assert [one.note for one in store.joined.values()] == [None]


def test_the_footer_says_when_a_bookmark_was_saved(robot):
    saved = robot.view.footer.saved
    assert "saved" not in saved.text()
    robot.model.mark_group()
    assert "saved" in saved.text()


def test_the_footer_says_when_an_alignment_alone_was_saved(robot):
    saved = robot.view.footer.saved
    robot.model.aligning.nudge(1, 0)
    assert "saved" not in saved.text()
    robot.model.aligning.settle()
    assert "saved" in saved.text()
