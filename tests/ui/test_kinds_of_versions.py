"""Keeping both as versions: of the kind that was measured, or of another one that a person says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dedup_desk.core.decision_events import StepMark, decision_drafts
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.ledger import Actor
from dedup_desk.core.pairs import Relation
from dedup_desk.core.variant_kinds import VariantKind, kind_words, usual_kind
from dedup_desk.core.verdict_words import verdict_words
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.ui.viewmodels.event_words import what
from dedup_desk.ui.viewmodels.filmstrip import words_of
from dedup_desk.ui.views.kind_menu import KindMenu
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot

CROPPED = 1
"""Which member of the group is the crop."""


@pytest.fixture
def robot(qtbot, store):
    model = a_review(3, store)
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    model.queue.select(next(at for at, row in enumerate(rows) if row.member_count == 4))
    model.table.show(model.table.view.members[CROPPED].record.id)
    return ReviewRobot(qtbot, model)


def crop(robot):
    return robot.model.table.view.members[CROPPED]


def menu(robot):
    return robot.view.findChild(KindMenu)


def kind_of(robot):
    return crop(robot).verdict, crop(robot).decision.variant_kind if crop(robot).decision else None


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_usual_kind(relation):
    assert usual_kind(relation) in VariantKind


def test_v_keeps_both_as_what_was_measured(robot):
    robot.press("V")
    assert kind_of(robot) == (Verdict.VARIANT, "crop")
    assert words_of(crop(robot)).english() == "Version: keep both (crop or border)"


def test_another_kind_is_chosen_from_a_menu_that_begins_with_the_usual_one(robot):
    robot.press_with(Qt.KeyboardModifier.ShiftModifier, "V")
    opened = menu(robot)
    assert opened.isVisible()
    assert opened.activeAction().objectName() == "crop"
    QTest.keyClick(opened, Qt.Key.Key_Down)
    QTest.keyClick(opened, Qt.Key.Key_Down)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    assert kind_of(robot) == (Verdict.VARIANT, "format")
    assert not opened.isVisible()


def test_leaving_the_menu_decides_nothing(robot):
    robot.press_with(Qt.KeyboardModifier.ShiftModifier, "V")
    QTest.keyClick(menu(robot), Qt.Key.Key_Escape)
    assert kind_of(robot) == (None, None)


def test_a_second_answer_of_another_kind_replaces_the_first_and_undo_brings_it_back(robot):
    robot.press("V")
    robot.model.table.show(crop(robot).record.id)
    robot.model.variant_of(VariantKind.FRAME)
    assert kind_of(robot) == (Verdict.VARIANT, "frame")
    robot.model.undo()
    assert kind_of(robot) == (Verdict.VARIANT, "crop")


def test_the_ledger_keeps_the_kind_and_the_history_names_it(robot, tmp_path):
    robot.press("V")
    said = crop(robot).decision
    with ProjectFile.create(tmp_path / "stills.ddesk", Actor("Ann", "ann", "desk-1")) as ledger:
        ledger.append(decision_drafts([said], StepMark("1", label="variant")))
        assert ledger.decisions()[said.subject.place].variant_kind == "crop"
        assert what(ledger.events()[-1]).endswith("version: keep both (crop or border)")


def test_a_kind_of_another_program_is_shown_as_it_is_written():
    assert kind_words("hue shift").english() == "hue shift"
    assert verdict_words(Verdict.RETIRE, "crop").english() == "Set aside"
