"""The history screen: each line says what happened and to which file, also where a move ended."""

import os
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from dedup_desk.core.bookmarks import Bookmark, bookmark_draft
from dedup_desk.core.chronicle import Chronicle
from dedup_desk.core.decision_events import StepMark, decision_drafts, place_json
from dedup_desk.core.decisions import ContentPair, DecidedBy
from dedup_desk.core.event_texts import EventGroup
from dedup_desk.core.hand_alignment import HandAlignment, alignment_draft
from dedup_desk.core.joins import Join, Part, join_draft
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.named_files import file_pieces
from dedup_desk.core.pairs import IDENTITY, Relation
from dedup_desk.core.records import Digest, FilePlace
from dedup_desk.ui.viewmodels.history import CHOSEN_AT_ONCE, HistoryViewModel
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.history_view import HistoryView
from tests.helpers.ledgers import BEN, Scribe, retire
from tests.helpers.moves_told import moved
from tests.helpers.robots import WindowRobot
from tests.helpers.scenes import SceneDoors, opened

STORY = {
    EventKind.OPERATION_DONE: EventKind.OPERATION_INTENT,
    EventKind.OPERATION_ABORTED: EventKind.OPERATION_INTENT,
    EventKind.RESTORE_DONE: EventKind.RESTORE_INTENT,
    EventKind.RESTORE_ABORTED: EventKind.RESTORE_INTENT,
}
"""How an operation ends -> how it was announced."""


A, B, C = (FilePlace("masters", name) for name in (b"a.tif", b"b.jpg", b"c.jpg"))
TWO = ContentPair(Digest(b"1" * 32), Digest(b"2" * 32))


def shown(*drafts: EventDraft) -> HistoryViewModel:
    """Return the screen over a ledger of these events."""
    scribe = Scribe("chain")
    scribe.write(*drafts)
    model = HistoryViewModel()
    model.show_chronicle(Chronicle.of(scribe.events))
    return model


def an_intent(kind: EventKind, operation: str, path: bytes) -> EventDraft:
    body = {"operation": operation, "relation": Relation.RESIZED.value}
    return EventDraft(kind, body, {"item": place_json(FilePlace("stills", path))})


@pytest.mark.parametrize(("ending", "announcing"), STORY.items(), ids=str)
def test_the_end_of_a_move_names_the_file_that_was_announced(ending, announcing):
    model = shown(
        an_intent(announcing, "first", b"web/a.jpg"),
        an_intent(announcing, "second", b"web/b.jpg"),
        EventDraft(ending, {"operation": "first"}),
        EventDraft(ending, {"operation": "second"}),
    )
    assert [model.row(at).about for at in (1, 0)] == [
        "web/a.jpg  ·  Resized",
        "web/b.jpg  ·  Resized",
    ]


def test_the_newest_stands_first_and_an_unknown_operation_is_no_fault():
    model = shown(EventDraft(EventKind.OPERATION_DONE, {"operation": "of another project"}))
    assert (model.count, model.row(0).about, model.row(0).what) == (2, "", "Set aside")
    assert model.row(1).what == "Work began"


def test_a_file_set_aside_is_found_by_its_old_path():
    model = shown(*moved("one", b"web/old.jpg"), *moved("two", b"web/other.jpg"))
    model.search("WEB old")
    assert (model.count, model.total, model.file_count) == (2, 5, 1)
    row = model.file_row(0)
    assert (row.path, row.kept) == ("masters/web/old.jpg", "masters/kept.jpg")
    assert row.now == "Set aside: /mnt/quarantine/batch-1/data/000001/old.jpg"
    assert (row.who, row.when[:10]) == ("Ann Archivist", "2026-11-21")
    model.search("")
    assert (model.count, model.file_count) == (5, 0)


def test_a_long_history_is_searched_off_the_gui_thread_and_the_last_words_win(qtbot):
    scribe = Scribe("chain")
    for at in range(CHOSEN_AT_ONCE + 1):
        scribe.write(EventDraft(EventKind.AUDIT_RUN, {"found": at}))
    scribe.write(*moved("one", b"web/old.jpg"))
    model = HistoryViewModel()
    model.show_chronicle(Chronicle.of(scribe.events))
    for text in ("o", "ol", "old"):
        model.search(text)
    assert model.is_searching
    qtbot.waitUntil(lambda: not model.is_searching)
    assert (model.count, model.file_count) == (2, 1)
    model.close()


def told_by_two():
    """Ann sets a file aside in 2026; a month later Ben decides twice, and somebody is erased."""
    ann = Scribe("ann")
    ann.write(*moved("one", b"web/old.jpg"))
    ben = Scribe("ben", ann.events, actor=BEN)
    ben.decide(retire(b"web/new.jpg"), retire(b"web/newer.jpg"))
    later = [dated(one, "2027-01-02T08:00:00.000000Z") for one in ben.events]
    return Chronicle.of((*ann.events, *later, replace(later[0], pieces={})))


def dated(event, at_utc):
    return replace(event, at_utc=at_utc)


def offered(model):
    return [[(one.words, one.events) for one in choices] for choices in model.choices()]


def test_who_what_and_when_are_counted_with_the_other_filters_as_they_are():
    model = HistoryViewModel(clock=lambda: datetime(2027, 1, 3, tzinfo=UTC).timestamp())
    model.show_chronicle(told_by_two())
    assert offered(model) == [
        [("Everybody", 7), ("(erased)", 1), ("Ann Archivist", 3), ("Ben Librarian", 3)],
        [
            ("Every kind of event", 7),
            ("Decisions", 2),
            ("Set aside and put back", 2),
            ("Project and settings", 3),
        ],
        [
            ("At any time", 7),
            ("Last 24 hours", 4),
            ("Last 7 days", 4),
            ("Last 30 days", 4),
            ("2027", 4),
            ("2026", 3),
        ],
    ]
    model.narrow(person="Ben Librarian")
    model.search("new")
    assert (model.count, model.file_count) == (2, 2)
    people, kinds, times = offered(model)
    assert people == [("Everybody", 2), ("Ben Librarian", 2)]
    assert kinds == [("Every kind of event", 2), ("Decisions", 2)]
    assert ("2026", 3) not in times


def test_a_filter_stays_on_and_is_offered_while_nothing_answers_it():
    model = HistoryViewModel(clock=lambda: datetime(2027, 1, 3, tzinfo=UTC).timestamp())
    model.show_chronicle(told_by_two())
    model.narrow(period=model.choices()[2][1].value, person="Ann Archivist")
    assert model.count == 0
    assert ("Ann Archivist", 0) in offered(model)[0]
    assert ("Last 24 hours", 0) in offered(model)[2]
    model.show_chronicle(told_by_two())
    assert ("Last 24 hours", 0) in offered(model)[2], "it is the last 24 hours of this moment now"


def test_filters_are_chosen_from_lists_by_the_keyboard(qtbot):
    model = HistoryViewModel()
    model.show_chronicle(told_by_two())
    view = HistoryView(model)
    qtbot.addWidget(view)
    view.show()
    who, what, _when = view.choosers
    qtbot.keyClick(who, Qt.Key.Key_End)
    assert (model.query.person, model.count) == ("Ben Librarian", 3)
    qtbot.keyClick(what, Qt.Key.Key_Down)
    assert (model.query.group, model.count) == (EventGroup.DECISIONS, 2)
    assert who.currentText() == "Ben Librarian (2)"
    assert view.count.text() == "2 of 7 events shown"
    model.show_chronicle(Chronicle())
    assert who.currentText() == "Everybody (0)"


def test_the_words_in_the_field_are_let_go_of_with_the_project(qtbot):
    model = shown(*moved("one", b"web/old.jpg"))
    view = HistoryView(model)
    qtbot.addWidget(view)
    view.show()
    qtbot.keyClicks(view.field, "old")
    assert view.files.isVisible()
    assert view.files.model().rowCount() == 1
    model.show_chronicle(Chronicle())
    assert view.field.text() == ""
    assert not view.files.isVisible()


def test_a_receipt_is_copied_and_saved(qtbot, tmp_path, monkeypatch):
    doors = SceneDoors()
    robot = WindowRobot(qtbot, doors, tmp_path)
    opened(robot, Screen.HISTORY)
    robot.wait_until(lambda: robot.shell.history.total)
    robot.click("Copy receipt")
    robot.wait_until(lambda: "clipboard" in robot.notice)
    assert QGuiApplication.clipboard().text() == "a receipt"
    answer = (str(tmp_path / "sheet.txt"), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    robot.click("Save receipt…")
    robot.wait_until(lambda: "sheet.txt" in robot.notice)
    assert doors.written == [os.fsencode(answer[0])]


def test_there_is_no_receipt_of_nothing(qtbot):
    view = HistoryView(HistoryViewModel())
    qtbot.addWidget(view)
    assert not view.save.isEnabled()


def test_words_that_no_path_held_are_answered_with_a_sentence(qtbot):
    view = HistoryView(shown(*moved("one", b"web/old.jpg")))
    qtbot.addWidget(view)
    view.show()
    view.field.setText("nowhere")
    assert view.found.isVisible()
    assert "names no file" in view.found.text()
    assert not view.files.isVisible()


def test_a_join_names_both_groups_their_files_and_the_persons_words():
    parts = (Part("3f2a91bc0d44", 3, (A, B)), Part("", 1, (C,)))
    model = shown(
        join_draft(Join(TWO, note="one print"), StepMark("one", label="join"), "row", parts),
        join_draft(Join(TWO, is_set=False), StepMark("two", label="join"), "row"),
    )
    assert [model.row(at).what for at in (1, 0)] == ["Groups joined", "Join taken back"]
    assert model.row(1).about == (
        "a.tif, b.jpg and 1 more (group 3f2a91bc0d44)  ·  c.jpg  ·  “one print”"
    )
    assert model.row(0).about == "content 313131313131  ·  content 323232323232"


def test_alignments_bookmarks_rules_and_notes_are_called_what_they_are():
    said = HandAlignment(TWO.low, TWO.high, IDENTITY)
    noted = retire("x.jpg", note="see the letter")
    by_rule = retire("y.jpg", decided_by=DecidedBy.RULE, rule="proposals 1")
    model = shown(
        alignment_draft(said, None, None, file_pieces("left", [A])),
        alignment_draft(replace(said, matrix=None)),
        bookmark_draft(Bookmark(TWO), "row", C),
        bookmark_draft(Bookmark(TWO, is_set=False)),
        *decision_drafts([noted], StepMark("n", label="note")),
        *decision_drafts([by_rule], StepMark("r")),
    )
    lines = [(row.what, row.about) for row in map(model.row, range(5, -1, -1))]
    assert lines == [
        ("Aligned by hand", "a.tif  ·  content 323232323232"),
        ("Alignment by hand taken back", "content 313131313131  ·  content 323232323232"),
        ("Bookmark set", "c.jpg"),
        ("Bookmark removed", ""),
        ("Note: set aside", "x.jpg  ·  “see the letter”"),
        ("Decided by a rule: set aside", "y.jpg  ·  rule: proposals 1"),
    ]


def test_words_that_only_a_note_holds_show_its_entry_and_say_that_no_path_held_them(qtbot):
    noted = retire("x.jpg", note="see the letter")
    view = HistoryView(shown(*decision_drafts([noted], StepMark("n", label="note"))))
    qtbot.addWidget(view)
    view.show()
    view.field.setText("letter")
    assert view.table.model().rowCount() == 1
    assert "entries below say them otherwise" in view.found.text()
