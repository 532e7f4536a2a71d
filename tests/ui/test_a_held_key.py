"""A key that is held writes nothing again and flashes nothing; only going on repeats."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dedup_desk.ui.actions import ACTIONS
from dedup_desk.ui.key_sets import SETS, Keys, KeySet
from dedup_desk.ui.views.kind_menu import KindMenu
from tests.helpers.review_fakes import a_review

STEPS = {
    *("next_group", "previous_group", "next_member", "previous_member", "back", "next_fact"),
    *("step_less", "step_more", "next_change", "previous_change"),
    *("next_page", "previous_page", "next_page_of_d", "previous_page_of_d"),
    *("nudge_left", "nudge_right", "nudge_up", "nudge_down"),
    *("nudge_far_left", "nudge_far_right", "nudge_far_up", "nudge_far_down"),
}
"""What goes one step on, so that going on by holding the key makes sense."""

SETTLES = {
    *("mode_side_by_side", "mode_blink", "mode_swipe", "mode_onion", "mode_difference", "fit"),
}
"""What is the same however often it is done."""

BY_ID = {spec.id: spec for spec in ACTIONS}
IN_SETS = [(KeySet.DESK, spec) for spec in ACTIONS if spec.keys]
IN_SETS += [(base, BY_ID[id_]) for base, keys in SETS.items() for id_ in keys]
"""Every action with its key, and once more where a set gives it another one."""


@pytest.fixture
def robot(sit, store):
    return sit(a_review(3, store))


def hold(keys, times=6):
    """Hold a sequence down where the focus is: one press, then what the keyboard repeats."""
    (pressed,) = [QKeySequence(keys)[0]]
    code, held = pressed.key(), pressed.keyboardModifiers()
    for is_repeated in [False] + times * [True]:
        target = QApplication.activePopupWidget() or QApplication.focusWidget()
        if target is None:
            return
        QTest.simulateEvent(target, True, code, held, "", is_repeated)


def test_only_going_on_and_what_settles_repeats(robot):
    repeating = {spec.id for spec in ACTIONS if robot.actions[spec.id].autoRepeat()}
    assert repeating == STEPS | SETTLES


@pytest.mark.parametrize(("base", "spec"), IN_SETS, ids=lambda one: getattr(one, "id", one))
def test_a_held_key_writes_at_most_once(robot, store, base, spec):
    """There are three steps to take back, and three to bring back."""
    for _ in range(6):
        robot.model.retire_member()
    for _ in range(3):
        robot.model.undo()
    robot.model.grid.close()
    robot.actions.set_keys(Keys(base))
    written = store.written
    hold(Keys(base).of(spec)[0])
    assert store.written - written <= 1


@pytest.mark.parametrize(
    "id_",
    ["files_beside", "fold_filmstrip", "fold_queue", "fold_facts", "fold_overview", "show_grid"],
)
def test_a_switch_turns_once_however_long_its_key_is_held(robot, id_):
    done = []
    robot.actions[id_].triggered.connect(lambda: done.append(id_))
    hold(BY_ID[id_].keys[0])
    assert done == [id_]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_held_key_chooses_nothing_in_the_menu_of_kinds(robot, store, key):
    robot.press_with(Qt.KeyboardModifier.ShiftModifier, "V")
    menu = robot.view.findChild(KindMenu)
    for _ in range(3):
        QTest.simulateEvent(menu, True, key, Qt.KeyboardModifier.NoModifier, "", True)
    assert (store.written, menu.isVisible()) == (0, True)
    QTest.keyClick(menu, key)
    assert (store.written, menu.isVisible()) == (1, False)


def test_the_menu_of_kinds_is_walked_by_holding(robot):
    robot.press_with(Qt.KeyboardModifier.ShiftModifier, "V")
    menu = robot.view.findChild(KindMenu)
    first = menu.activeAction()
    QTest.simulateEvent(menu, True, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, "", True)
    assert menu.activeAction() is not first
