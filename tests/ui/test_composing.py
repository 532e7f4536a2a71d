"""A Chinese input method that composes: no key decides by accident, and none is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dedup_desk.ui.actions import REVIEW_ACTIONS
from tests.helpers.review_fakes import MemoryStore, a_review
from tests.helpers.review_robot import ReviewRobot

SHOWN_WHILE_HELD = "blink"
"""Acts on the press and again on the release; `test_review_screen` has it."""

ONLY_AFTER = {
    "image_above": "show_grid",
    "image_below": "show_grid",
    "leave": "show_grid",
    "round_left": "begin_round",
    "round_right": "begin_round",
    "round_later": "begin_round",
}
"""Keys that mean something only in the grid, or in a round."""


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def robot(qtbot, store):
    return ReviewRobot(qtbot, a_review(3, store))


def begin_composing(words="ni"):
    """Leave a composition open, as while a person looks through the candidates."""
    event = QInputMethodEvent(words, [])
    QApplication.sendEvent(QApplication.focusWidget(), event)


def commit(words):
    done = QInputMethodEvent("", [])
    done.setCommitString(words)
    QApplication.sendEvent(QApplication.focusWidget(), done)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus grab the keyboard
@pytest.mark.parametrize(
    "spec", [one for one in REVIEW_ACTIONS if one.id != SHOWN_WHILE_HELD], ids=lambda one: one.id
)
def test_over_the_pictures_every_key_acts_once_whatever_was_begun(robot, spec):
    done = []
    if spec.id in ONLY_AFTER:
        robot.actions[ONLY_AFTER[spec.id]].trigger()
    robot.actions[spec.id].triggered.connect(lambda: done.append(spec.id))
    begin_composing()
    assert done == []
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(spec.keys[0]))
    assert done == [spec.id]
    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()


@pytest.mark.parametrize("opened_by", ["note", "find_groups", "jump_to_group"])
def test_in_a_text_field_no_letter_decides_and_none_is_lost(robot, store, opened_by):
    robot.actions[opened_by].trigger()
    field = QApplication.focusWidget()
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    for key in "andv":
        QTest.keyClick(field, key)
    begin_composing("ㄋㄧˇ")
    assert field.text() == "andv"  # what is composed is not in the text yet
    commit("你")
    for key in "ruke":
        QTest.keyClick(field, key)
    assert QApplication.focusWidget() is field
    assert field.text() == "andv你ruke"
    assert store.written == 0


@pytest.mark.parametrize("opened_by", ["note", "find_groups", "jump_to_group"])
def test_a_composition_that_is_given_up_leaves_the_text_as_it_was(robot, store, opened_by):
    robot.actions[opened_by].trigger()
    field = QApplication.focusWidget()
    QTest.keyClicks(field, "12")
    begin_composing("ㄋㄧˇ")
    commit("")
    assert field.text() == "12"
    assert store.written == 0


def test_after_the_note_the_keys_decide_again(robot, store):
    robot.press(";")
    begin_composing("ㄋㄧˇ")
    commit("你")
    robot.press("Esc", "V")
    assert store.written == 1
