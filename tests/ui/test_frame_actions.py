"""The table of actions: every row is complete, and no key means two things."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from dedup_desk.ui import resources
from dedup_desk.ui.actions import ACTIONS, REVIEW_ACTIONS, ActionSet, Group, Need, Scope


def by_id(spec):
    return spec.id


@pytest.mark.parametrize("spec", ACTIONS, ids=by_id)
def test_every_action_has_words_and_a_drawing(spec):
    assert spec.text
    assert resources.icon_path(spec.id).is_file()


def test_no_id_stands_for_two_actions():
    assert [one for one, many in Counter(map(by_id, ACTIONS)).items() if many > 1] == []


@pytest.mark.parametrize("scope", Scope)
def test_no_key_is_bound_twice(scope):
    # Window keys act on the review desk as well, so they must differ from its keys too.
    rows = [spec for spec in ACTIONS if spec.scope in (Scope.WINDOW, scope)]
    keys = Counter(QKeySequence(key).toString() for spec in rows for key in spec.keys)
    assert [key for key, many in keys.items() if many > 1] == []


@pytest.mark.parametrize("spec", ACTIONS, ids=by_id)
def test_every_key_is_one_that_qt_understands(spec):
    assert all(QKeySequence(key).toString() == key for key in spec.keys)


@pytest.mark.parametrize("spec", REVIEW_ACTIONS, ids=by_id)
def test_every_key_of_the_review_desk_is_answered(spec):
    from dedup_desk.ui.viewmodels.review import ReviewViewModel
    from dedup_desk.ui.views.review_view import ReviewView

    assert hasattr(ReviewViewModel, spec.id) or hasattr(ReviewView, spec.id)


def test_a_held_key_never_decides_twice():
    assert [spec.id for spec in REVIEW_ACTIONS if spec.group is Group.DECIDE and spec.repeats] == []


def test_space_goes_on_and_never_decides():
    with_space = [spec for spec in ACTIONS if "Space" in spec.keys]
    assert [(spec.id, spec.group) for spec in with_space] == [("next_group", Group.MOVE)]


def test_delete_is_no_key_of_ours():
    assert [spec.id for spec in ACTIONS for key in spec.keys if "Del" in key] == []


def test_the_panes_letters_are_the_keys_that_choose_them():
    keys = {spec.id: spec.keys for spec in REVIEW_ACTIONS}
    assert (keys["keep_left"], keys["keep_right"]) == (("A",), ("D",))


def test_an_action_is_enabled_only_when_all_it_needs_holds(qapp):
    actions = ActionSet(qapp)
    actions.set_facts(frozenset({Need.PROJECT, Need.IDLE}))
    assert actions["close_project"].isEnabled()
    assert not actions["show_audit"].isEnabled()
    actions["leave"].setEnabled(False)
    actions.set_facts(frozenset({Need.PROJECT, Need.IDLE, Need.INDEXED}))
    assert not actions["leave"].isEnabled()
    assert actions["show_audit"].isEnabled()
