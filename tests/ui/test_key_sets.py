"""Keys of one's own: a key means one thing in every set, and what may not be is told."""

import json
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from dedup_desk.core.decisions import Verdict
from dedup_desk.ui.action_rows import Group, Scope
from dedup_desk.ui.actions import ACTIONS, REVIEW_ACTIONS, ActionSet
from dedup_desk.ui.key_sets import (
    NAMED,
    SETS,
    Keys,
    KeySet,
    plain_key,
    read_keys,
    reserved,
    shown_key,
)
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.viewmodels.key_editing import KeyEditing
from dedup_desk.ui.views.dialogs import KeysDialog
from dedup_desk.ui.views.key_editor import KeyEditor
from dedup_desk.ui.views.parts import Words
from tests.helpers.review_fakes import MemoryStore, a_review
from tests.helpers.review_robot import ReviewRobot

BY_ID = {spec.id: spec for spec in ACTIONS}


@pytest.fixture
def editing():
    return KeyEditing(Keys(), ACTIONS)


@pytest.mark.parametrize("base", KeySet)
def test_no_set_binds_a_key_twice(base):
    keys = Keys(base)
    bound = Counter(key for spec in ACTIONS for key in keys.of(spec))
    assert [key for key, many in bound.items() if many > 1] == []


@pytest.mark.parametrize("base", KeySet)
def test_no_set_gives_a_reserved_key_away(base):
    keys = Keys(base)
    given = [(spec.id, key) for spec in ACTIONS for key in keys.of(spec) if reserved(key, spec)]
    assert given == []


@pytest.mark.parametrize(("base", "id_"), [(b, i) for b in KeySet for i in SETS[b]])
def test_every_key_of_a_set_is_of_an_action_and_one_that_qt_understands(base, id_):
    assert all(QKeySequence(key).toString() == key for key in Keys(base).of(BY_ID[id_]))


@pytest.mark.parametrize("base", KeySet)
def test_in_every_set_the_review_desk_works_without_a_mouse(base):
    assert [spec.id for spec in REVIEW_ACTIONS if not Keys(base).of(spec)] == []


def test_every_review_action_can_have_another_key(editing):
    letters = "BCEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    spare = (
        f"{held}+{letter}" for held in ("Meta", "Alt+Shift", "Meta+Shift") for letter in letters
    )
    for spec in REVIEW_ACTIONS:
        key = next(spare)
        editing.put(spec.id, key)
        own = (NAMED[spec.id], key) if spec.id in NAMED else (key,)
        assert (editing.said, editing.keys_of(spec.id)) == ("", own)


def test_a_key_that_another_action_has_is_refused_with_its_name(editing):
    editing.put("note", "N")
    assert editing.said == 'N is the key of "Not a duplicate". A key means one thing only.'
    assert editing.keys == Keys()


def test_window_keys_count_too(editing):
    editing.put("note", "Ctrl+Z")
    assert "Undo" in editing.said


def test_two_actions_can_swap_their_keys(editing):
    editing.put("note", "N")
    editing.swap()
    assert editing.keys_of("note") == ("N",)
    assert editing.keys_of("not_duplicate") == (";",)
    assert (editing.said, editing.clash) == ("", None)


def test_a_swap_that_would_give_a_reserved_key_away_is_refused(editing):
    editing.put("accept", "N")
    editing.swap()
    assert "Enter" in editing.said
    assert editing.keys == Keys()


@pytest.mark.parametrize(
    ("id_", "key"),
    [
        ("note", "A"),
        ("note", "D"),
        ("keep_right", "A"),
        ("note", "Return"),
        ("note", "Num+Enter"),
        ("note", "Del"),
        ("next_group", "Shift+Del"),
        ("retire_member", "Shift+Space"),
        ("retire_member", "Tab"),
        ("next_group", "Shift+Backtab"),
        ("note", "Alt+F"),
        ("note", "Ctrl+C"),
        ("quit", "Q"),
        ("next_group", "Esc"),
    ],
)
def test_reserved_keys_are_refused_and_told_why(editing, id_, key):
    editing.put(id_, key)
    assert editing.said
    assert editing.keys == Keys()


@pytest.mark.parametrize(("id_", "named"), NAMED.items())
@pytest.mark.parametrize("base", KeySet)
def test_a_key_that_the_screen_names_stays_and_others_come_beside_it(base, id_, named):
    assert named in Keys(base).of(BY_ID[id_])
    editing = KeyEditing(Keys(base), ACTIONS)
    editing.put(id_, "Ctrl+F9")
    assert editing.keys_of(id_) == (named, "Ctrl+F9")
    editing.take_away(id_)
    assert editing.keys_of(id_) == (named,)
    moved = Keys(base, own={id_: ("Ctrl+F9",)}).as_text()
    assert read_keys(moved, ACTIONS).of(BY_ID[id_]) == (named, "Ctrl+F9")


def test_one_key_more_and_one_less_and_as_in_the_set(editing):
    editing.put("note", "H", beside=True)
    assert editing.keys_of("note") == (";", "H")
    editing.take_away("note")
    assert editing.keys_of("note") == (";",)
    assert not editing.is_own("note")
    editing.take_away("note")
    assert "needs a key" in editing.said
    editing.put("note", "H")
    editing.reset("note")
    assert editing.keys == Keys()


def test_as_in_the_set_is_refused_while_another_action_has_the_key(editing):
    editing.put("note", "H")
    editing.put("split", ";")
    editing.reset("note")
    assert editing.said.startswith("; is the key of")
    editing.reset_all()
    assert editing.keys == Keys()


def test_the_sets_put_known_keys_where_fingers_look_for_them():
    room, dupl = Keys(KeySet.LIGHTROOM), Keys(KeySet.ANTIDUPL)
    assert room.of(BY_ID["make_canonical"])[0] == "P"
    assert room.of(BY_ID["retire_member"])[0] == "X"
    assert "G" in room.of(BY_ID["show_grid"])
    assert dupl.of(BY_ID["keep_right"]) == ("D", "Num+1")
    assert dupl.of(BY_ID["not_duplicate"])[1] == "Num+5"


@pytest.mark.parametrize("base", KeySet)
def test_a_held_key_decides_once_in_every_set(qapp, base):
    actions = ActionSet(qapp, Keys(base))
    deciding = [spec.id for spec in REVIEW_ACTIONS if spec.group is Group.DECIDE]
    assert [id_ for id_ in deciding if actions[id_].autoRepeat()] == []


def test_keys_come_back_after_a_restart(tmp_path):
    first = Preferences(tmp_path / "window.ini")
    keys = Keys(KeySet.LIGHTROOM).changed(BY_ID["note"], ("H", "Ctrl+Alt+;"))
    first.keys = keys.as_text()
    first.save()
    assert read_keys(Preferences(tmp_path / "window.ini").keys, ACTIONS) == keys


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"set": "emacs", "own": {}}',
        '{"set": "desk", "own": {"note": ["N"]}}',
        '{"set": "desk", "own": {"note": ["A"]}}',
        '{"set": "desk", "own": {"nothing": ["H"]}}',
        '{"set": "desk", "own": {"note": ["Hyper+J"]}}',
        '{"set": "desk", "own": {"note": 3}}',
    ],
)
def test_damaged_or_clashing_keys_are_as_in_the_table_again(text):
    assert read_keys(text, ACTIONS) == Keys()


def test_of_several_own_keys_only_the_clashing_ones_are_given_up():
    own = {"note": ["N"], "split": ["H"]}
    assert read_keys(json.dumps({"set": "desk", "own": own}), ACTIONS).own == {"split": ("H",)}


@pytest.mark.parametrize(
    ("pressed", "key"),
    [("Shift+?", "?"), ("Shift+F", "Shift+F"), ("Num+5", "Num+5"), ("Ctrl+Shift+Z",) * 2],
)
def test_a_pressed_key_is_written_as_in_the_table(pressed, key):
    assert plain_key(QKeySequence(pressed)) == key


def test_keys_stand_on_caps_in_words():
    assert (shown_key("Return"), shown_key("Num+5"), shown_key("K")) == ("Enter", "Num 5", "K")


# In a window -------------------------------------------------------------------------------------


@pytest.fixture
def store():
    return MemoryStore()


@pytest.fixture
def robot(qtbot, store):
    return ReviewRobot(qtbot, a_review(3, store))


@pytest.fixture
def editor(qtbot, robot, tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    dialog = KeyEditor(robot.view, robot.actions, preferences)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    return dialog


def press(dialog, button, key, modifier=Qt.KeyboardModifier.NoModifier):
    button.click()
    QTest.keyClick(button, key, modifier)


def test_a_changed_key_decides_and_the_old_one_does_nothing(robot, store):
    robot.actions.set_keys(Keys().changed(BY_ID["variant"], ("H",)))
    robot.press("V")
    assert store.written == 0
    robot.press("H")
    assert store.written == 1


def test_the_number_pad_of_antidupl_sets_the_second_picture_aside(robot):
    robot.actions.set_keys(Keys(KeySet.ANTIDUPL))
    focus = QApplication.focusWidget()
    mode = robot.model.compare.mode
    QTest.keyClick(focus, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert Verdict.CANONICAL in robot.verdicts()
    assert robot.model.compare.mode is mode
    QTest.keyClick(focus, Qt.Key.Key_2)
    assert robot.model.compare.mode is not mode


def test_buttons_hints_and_tool_tips_follow(robot):
    robot.actions.set_keys(Keys().changed(BY_ID["fit"], ("H",)))
    button = robot.view.tools._buttons["fit"]
    assert button.key == "H"
    assert "(H)" in button.toolTip()


def test_a_held_key_of_ones_own_shows_the_other_picture_only_while_held(robot):
    from dedup_desk.ui.views.compare_view import HELD_MS

    robot.actions.set_keys(Keys().changed(BY_ID["blink"], ("H",)))
    robot.press("2")
    first = robot.model.compare.state.shown
    focus = QApplication.focusWidget()
    QTest.keyPress(focus, Qt.Key.Key_H)
    assert robot.model.compare.state.shown is first.other
    QTest.qWait(HELD_MS + 50)
    QTest.keyRelease(focus, Qt.Key.Key_H)
    assert robot.model.compare.state.shown is first


def test_a_key_is_pressed_to_give_it_and_kept_by_a_button(editor, robot):
    editor.choose("note")
    press(editor, editor.change, Qt.Key.Key_H)
    assert robot.actions.bound == Keys()  # not yet
    editor.keep.click()
    assert robot.actions["note"].shortcut().toString() == "H"
    assert read_keys(editor._preferences.keys, ACTIONS).own == {"note": ("H",)}


def test_cancel_changes_nothing(editor, robot):
    editor.choose("note")
    press(editor, editor.change, Qt.Key.Key_H)
    editor.leave.click()
    assert robot.actions["note"].shortcut().toString() == ";"
    assert editor._preferences.keys == ""


def test_a_taken_key_is_told_and_can_be_swapped(editor):
    editor.choose("note")
    press(editor, editor.change, Qt.Key.Key_N)
    assert "Not a duplicate" in editor.said.text()
    assert editor.swap.isVisible()
    editor.swap.click()
    assert editor.model.keys_of("note") == ("N",)
    assert not editor.swap.isVisible()


def test_escape_leaves_the_waiting_and_not_the_editor(editor):
    editor.choose("note")
    press(editor, editor.change, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert not editor.change.is_waiting
    assert editor.model.keys == Keys()


def test_while_it_waits_no_key_of_the_desk_acts(editor, store):
    editor.choose("note")
    press(editor, editor.change, Qt.Key.Key_V)
    assert store.written == 0


def test_the_key_card_shows_the_set_in_force(qtbot, robot):
    robot.actions.set_keys(Keys(KeySet.LIGHTROOM).changed(BY_ID["note"], ("H",)))
    card = KeysDialog(robot.view, robot.actions)
    qtbot.addWidget(card)
    words = [one.text() for one in card.findChildren(Words)]
    assert "Key set: Lightroom, 1 changed" in words
    assert "P  K  Ctrl+Space" in words
    assert "H" in words


def test_menus_show_the_key_in_force(qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = ActionSet(window)
    menu = window.menuBar().addMenu("x")
    menu.addAction(actions["show_audit"])
    actions.set_keys(Keys().changed(BY_ID["show_audit"], ("Ctrl+9",)))
    assert menu.actions()[0].shortcut().toString() == "Ctrl+9"


WORKING = [
    spec for spec in REVIEW_ACTIONS if spec.scope is Scope.REVIEW and spec.group is Group.DECIDE
]


@pytest.mark.parametrize("base", KeySet)
@pytest.mark.parametrize("spec", WORKING, ids=lambda spec: spec.id)
def test_every_deciding_key_works_after_a_composition_in_every_set(robot, base, spec):
    robot.actions.set_keys(Keys(base))
    done = []
    robot.actions[spec.id].triggered.connect(lambda: done.append(spec.id))
    robot.compose("ni", "你")
    assert done == []
    QTest.keySequence(QApplication.focusWidget(), QKeySequence(Keys(base).of(spec)[0]))
    assert done == [spec.id]
