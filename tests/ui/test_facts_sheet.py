"""The facts on the screen: rows that stay, marks by sign, what is looked up, files beside."""

import pytest
from PySide6.QtCore import Qt

from dedup_desk.core.compare import Side
from dedup_desk.core.fact_rows import FACTS, Order
from dedup_desk.core.metadata import Presence
from dedup_desk.ui.models.facts_model import LEFT, MARK, NAME, FactsModel
from dedup_desk.ui.viewmodels import facts
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot


@pytest.fixture
def robot(qtbot):
    return ReviewRobot(qtbot, a_review(3))


@pytest.fixture
def looked_around(robot, qtbot):
    qtbot.waitUntil(lambda: robot.model.sheet.around(Side.RIGHT) is not None)
    return robot


def shown(model, column):
    return [model.index(at, column).data() for at in range(model.rowCount())]


def test_every_row_has_its_name_and_stays_while_pictures_change(robot):
    model = robot.view.facts.table.model()
    names = shown(model, NAME)
    assert len(names) == len(FACTS)
    robot.press("S")
    assert shown(model, NAME) == names


def test_what_is_looked_up_fills_its_row_and_moves_none(looked_around):
    rows = {row.id: at for at, row in enumerate(looked_around.model.sheet.rows)}
    position = looked_around.model.sheet.rows[rows["position"]]
    assert not position.is_waiting
    assert facts.cell_text(position.left) == "file 2 of 2"


def test_before_anybody_looked_the_cells_say_that_they_wait(robot):
    sheet = robot.model.sheet
    sheet._known.clear()
    sheet._fill()
    row = next(row for row in sheet.rows if row.id == "raw")
    assert (facts.cell_text(row.left), facts.mark_text(row)) == ("…", "…")


def test_an_error_of_ours_leaves_no_cell_waiting_for_ever(robot):
    sheet = robot.model.sheet
    sheet._known.clear()
    sheet._on_failed(sheet._two)
    row = next(row for row in sheet.rows if row.id == "raw")
    assert facts.cell_text(row.left) == "not known"


def test_what_differs_is_marked_by_a_sign_and_in_words(robot):
    rows = [row for row in robot.model.sheet.rows if row.mark is Presence.DIFFERS]
    assert rows
    assert {facts.mark_text(row) for row in rows} == {"≠"}
    assert all("Differs" in facts.mark_words(row) for row in rows)


def test_the_side_that_a_keeping_rule_prefers_is_marked_and_the_rule_is_told(robot):
    (row,) = [row for row in robot.model.sheet.rows if row.id == "pixels"]
    assert row.better is Side.LEFT
    assert "The keeping rules prefer A" in " ".join(facts.mark_words(row))


def test_what_would_be_lost_with_either_side_is_one_sentence_a_side(robot):
    words = facts.only_here(robot.model.sheet.rows)
    assert words.startswith("Only A has: ")
    assert "Caption" in words


def test_m_steps_through_the_rows_that_differ_and_begins_again(robot):
    sheet = robot.model.sheet
    differing = [
        at
        for at, row in enumerate(sheet.rows)
        if row.mark not in (Presence.EQUAL, Presence.BOTH_EMPTY)
    ]
    seen = []
    for _ in range(len(differing) + 1):
        robot.press("M")
        seen.append(sheet.at)
    assert seen == [*differing, differing[0]]


def test_the_row_stepped_to_is_in_sight(robot):
    table = robot.view.facts.table
    for _ in range(len(FACTS)):
        robot.press("M")
        row = table.visualRect(table.model().index(robot.model.sheet.at, 0))
        assert table.viewport().rect().contains(row)


def test_i_shows_the_files_beside_each_and_the_facts_again(looked_around):
    view = looked_around.view.facts
    looked_around.press("I")
    assert view.files.isVisible()
    assert [line.side for line in view.files.lines if line.side] == [Side.LEFT, Side.RIGHT]
    assert sum(line.is_it for line in view.files.lines) == 2
    looked_around.press("I")
    assert view.table.isVisible()


def test_document_rows_stand_first_only_where_a_person_asked_for_it(robot):
    sheet, model = robot.model.sheet, robot.view.facts.table.model()
    assert sheet.order is Order.PICTURES
    sheet.put_documents_first(True)
    assert shown(model, NAME)[:3] == ["Doc. no.", "Page", "Dated"]
    sheet.put_documents_first(False)
    assert shown(model, NAME)[0] == "File"


def test_a_row_is_read_out_whole(robot):
    model = robot.view.facts.table.model()
    at = [fact.id for fact in FACTS].index("caption")
    spoken = model.index(at, LEFT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "A: By the river" in spoken
    assert "Only A has it" in spoken


def test_without_a_group_there_are_rows_but_nothing_in_them(robot):
    robot.model.table.view = None
    robot.model.table.changed.emit()
    model = FactsModel(robot.model.sheet)
    assert set(shown(model, MARK)) == {None}
