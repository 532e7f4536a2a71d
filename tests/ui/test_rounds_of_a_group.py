"""Winner stays in a window: N - 1 questions, nothing written before Enter, Esc without effect."""

import pytest
from PySide6.QtCore import Qt

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Verdict
from tests.helpers.crowds import a_crowd
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def robot(qtbot, store):
    return ReviewRobot(qtbot, a_crowd(6, store))


def shifted(robot, *keys):
    for key in keys:
        robot.press_with(SHIFT, key)


def progress(robot):
    words = robot.view.footer.progress
    return words.text() if words.isVisible() else ""


def names(robot):
    return [robot.name(side) for side in Side]


def test_n_minus_1_keys_find_the_winner_and_enter_keeps_it_in_one_step(robot, store):
    robot.press("Q")
    told = []
    for key in "ADAAD":
        told.append(progress(robot))
        shifted(robot, key)
    assert told == [f"Round: {step} of 5" for step in (1, 2, 3, 4, 5)]
    assert store.written == 0
    winner = robot.model.rounds.winner
    assert robot.button == f"Keep {winner.record.place.name.decode()}"
    robot.press("Enter")
    assert store.written == 1
    kept = [one for one in robot.model.table.view.members if one.verdict is Verdict.CANONICAL]
    assert [one.record.id for one in kept] == [winner.record.id]
    assert robot.verdicts().count(None) == 5
    assert robot.model.table.left == winner.record.id
    assert progress(robot) == ""


def test_it_is_one_undo(robot, store):
    robot.press("Q")
    shifted(robot, *"AAAAD")
    robot.press("Enter")
    robot.press_with(Qt.KeyboardModifier.ControlModifier, "Z")
    assert set(robot.verdicts()) == {None}
    assert store.done == []


def test_the_winner_stays_in_its_pane(robot):
    robot.press("Q")
    stays = names(robot)[1]
    shifted(robot, "D")
    assert names(robot)[1] == stays
    shifted(robot, "D")
    assert names(robot)[1] == stays


@pytest.mark.parametrize("steps", [0, 2, 5])
def test_esc_leaves_without_any_effect_at_every_point(robot, store, steps):
    before = names(robot)
    robot.press("Q")
    shifted(robot, *"DADDA"[:steps])
    robot.press("Esc")
    assert (names(robot), store.written) == (before, 0)
    assert robot.model.rounds.round is None
    assert progress(robot) == ""


@pytest.mark.parametrize("key", ["A", "D", "K", "R", "Y", "E", "V", "N", "U", "X", ";", "Enter"])
def test_no_other_key_decides_while_a_round_is_on(robot, store, key):
    robot.press("Q")
    shown = names(robot)
    robot.press(key)
    assert store.written == 0
    assert names(robot) == shown
    assert not robot.view.note.isVisible()
    assert "a round is on" in robot.said[-1]


def test_a_held_key_says_it_once(robot):
    robot.press("Q")
    assert not robot.actions["round_left"].autoRepeat()
    assert not robot.actions["round_right"].autoRepeat()


def test_later_asks_about_the_newcomer_at_the_end(robot):
    robot.press("Q")
    newcomer = names(robot)[1]
    shifted(robot, "S")
    assert newcomer not in names(robot)
    assert progress(robot) == "Round: 1 of 5"
    shifted(robot, *"AAAA")
    assert names(robot)[1] == newcomer
    shifted(robot, "S")
    assert "only these two" in robot.said[-1]


def test_arrows_and_clicks_in_the_strip_do_not_push_a_picture_into_the_round(robot):
    robot.press("Q")
    shown = names(robot)
    robot.press("Right", "6")
    robot.model.table.show(robot.model.table.view.members[4].record.id)
    assert names(robot) == shown
    assert not robot.model.grid.is_open
    assert robot.model.rounds.round is not None


def test_from_the_grid_a_round_shows_the_pair(robot):
    robot.press("6", "Q")
    assert not robot.model.grid.is_open
    assert progress(robot) == "Round: 1 of 5"


def test_what_was_set_aside_or_is_no_duplicate_is_not_asked_about(robot):
    robot.press("R", "N", "Q")
    assert progress(robot) == "Round: 1 of 3"


def test_a_group_with_nobody_left_to_compare_begins_no_round(sit, store):
    robot = sit(a_crowd(2, store))
    robot.press("A", "Q")
    assert robot.model.rounds.round is None
    assert "No round was begun" in robot.said[-1]


def test_another_group_ends_the_round_and_says_so(sit, store):
    robot = sit(a_review(3, store))
    robot.press("Q")
    robot.model.queue.select(robot.model.queue.selected + 1)
    assert robot.model.rounds.round is None
    assert "The round was left" in robot.said[-1]
    assert store.written == 0


@pytest.mark.parametrize("key", ["Space", "S", "PgDown", "PgUp", "Backspace"])
def test_a_stray_key_to_another_group_does_not_lose_the_round(sit, store, key):
    robot = sit(a_review(3, store))
    robot.press("Space", "Q")
    shifted(robot, "A")
    shown = names(robot)
    robot.press(key)
    assert names(robot) == shown
    assert robot.model.rounds.round is not None
    assert "a round is on" in robot.said[-1]


def test_once_somebody_has_won_only_enter_and_esc_are_left(robot, store):
    robot.press("Q")
    shifted(robot, *"AAAAA")
    shown = names(robot)
    shifted(robot, "A", "D", "S")
    assert (names(robot), store.written) == (shown, 0)
    assert "has its winner" in robot.said[-1]


def test_the_winner_that_is_kept_already_is_not_decided_again(robot, store):
    robot.press("K", "Q")
    shifted(robot, *"AAAAA")
    robot.press("Enter")
    assert store.written == 1
    assert "kept copy already" in robot.said[-1]
    robot.press("Esc")
    assert robot.model.rounds.round is None


def test_a_failed_write_leaves_the_round_as_it_was(robot, store):
    robot.press("Q")
    shifted(robot, *"AAAAD")
    store.fail_with = "The disk is full."
    robot.press("Enter")
    assert robot.said[-1] == "The disk is full."
    assert robot.model.rounds.winner is not None
    robot.press("Enter")
    assert store.written == 1


def test_the_footer_shows_the_keys_of_the_round_and_the_usual_ones_after_it(robot):
    usual = robot.view.footer.hints.words
    robot.press("Q")
    assert robot.view.footer.hints.words[:3] == ("A stays", "D stays", "Ask later")
    robot.press("Esc")
    assert robot.view.footer.hints.words == usual


def test_the_keys_of_a_round_mean_nothing_without_one(robot, store):
    shown = names(robot)
    shifted(robot, "A", "D", "S")
    robot.press("Q", "Q")
    assert (names(robot), store.written) == (shown, 0)
    assert "a round is on" in robot.said[-1]


def test_a_note_is_left_with_esc_while_the_grid_is_open(robot):
    robot.press("6", "K", ";")
    assert robot.view.note.isVisible()
    robot.press("Esc")
    assert not robot.view.note.isVisible()
    assert robot.model.grid.is_open
    robot.press("Esc")
    assert not robot.model.grid.is_open


# The filmstrip ---------------------------------------------------------------------------------


def told(robot):
    """What the filmstrip says of each member, to those who cannot see it."""
    model = robot.view.filmstrip.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def saying(robot, words):
    return [row for row, text in enumerate(told(robot)) if words in text]


def frame_painted(robot, row):
    strip = robot.view.filmstrip
    rect = strip.visualRect(strip.model().index(row, 0))
    return strip.viewport().grab(rect).toImage()


def test_the_filmstrip_says_who_left_the_round_and_who_waits(robot):
    assert not any("round" in text for text in told(robot))
    robot.press("Q")
    assert saying(robot, "Compared now in the round") == [0, 1]
    assert saying(robot, "Waits in the round") == [2, 3, 4, 5]
    shifted(robot, "A", "D")  # the first stays, then the newcomer
    assert saying(robot, "Left the round") == [0, 1]
    assert saying(robot, "Compared now in the round") == [2, 3]
    assert saying(robot, "Waits in the round") == [4, 5]


def test_it_says_who_stayed_to_the_end_and_forgets_all_of_it_after_the_round(robot):
    robot.press("Q")
    shifted(robot, *"AAAAA")
    assert saying(robot, "Stayed to the end") == [0]
    assert saying(robot, "Left the round") == [1, 2, 3, 4, 5]
    robot.press("Esc")
    assert not any("round" in text or "Stayed" in text for text in told(robot))


def lightness(image):
    return [image.pixelColor(x, y).lightness() for x in range(30, 140, 3) for y in range(24, 60, 3)]


def test_who_left_is_marked_by_a_shape_and_words_not_by_colour_alone(robot):
    robot.press("Q")
    waits = lightness(frame_painted(robot, 2))
    shifted(robot, "A", "A")
    assert saying(robot, "Left the round") == [1, 2]
    assert lightness(frame_painted(robot, 2)) != waits
