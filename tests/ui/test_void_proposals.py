"""A proposal that the person's answers made void: no word of the screen goes on proposing."""

import pytest
from PySide6.QtCore import Qt

from dedup_desk.core.compare import Side
from dedup_desk.ui.viewmodels import facts
from dedup_desk.ui.viewmodels.filmstrip import Badge, frames
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def robot(qtbot):
    model = a_review(3)
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    model.queue.select(next(at for at, row in enumerate(rows) if row.member_count == 4))
    return ReviewRobot(qtbot, model)


def keep_another(robot):
    """Press K on the crop."""
    robot.press("K")


def answer_the_keeper(robot):
    """Press V on the copy that is proposed to be kept."""
    robot.model.table.show(robot.model.table.view.proposal.canonical)
    robot.press("V")


ACTS = (keep_another, answer_the_keeper)


def badges(robot):
    table = robot.model.table
    return {one.badge for one in frames(table.view, table.left, table.right)}


def headers(robot):
    """Return the first line of the header that each member has in pane D."""
    found = []
    for member in robot.model.table.view.members:
        robot.model.table.show(member.record.id)
        found.append(robot.view.compare.headers[Side.RIGHT]._whole()[0])
    return found


@pytest.mark.parametrize("act", ACTS)
def test_no_member_is_called_proposed_any_more(robot, act):
    assert badges(robot) == {Badge.KEEP_PROPOSED, Badge.RETIRE_PROPOSED, Badge.OPEN}
    act(robot)
    assert not badges(robot) & {Badge.KEEP_PROPOSED, Badge.RETIRE_PROPOSED}
    assert not any("proposed" in one for one in headers(robot))


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (keep_another, "You kept another copy than proposed: use the keys"),
        (answer_the_keeper, "The copy proposed has another answer: use the keys"),
    ],
)
def test_the_button_says_why_there_is_nothing_to_accept(robot, act, words):
    act(robot)
    assert robot.button == words
    assert not robot.view.footer.accept.isEnabled()


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (keep_another, "another copy was made the kept one"),
        (answer_the_keeper, "it has another answer"),
    ],
)
def test_the_reasons_say_that_the_proposal_stands_no_more_and_no_longer_argue_for_it(
    robot, act, why
):
    argued = [one.text for one in facts.reasons(robot.model.table)]
    act(robot)
    said = [one.text for one in facts.reasons(robot.model.table)]
    assert len(said) == 1
    assert why in said[0]
    assert not set(argued) & set(said)
    assert robot.view.facts._title.text() == "NOTHING IS PROPOSED ANY MORE"


@pytest.mark.parametrize("act", ACTS)
def test_with_the_answer_taken_back_the_proposal_stands_again(robot, act):
    before, words = badges(robot), robot.button
    act(robot)
    robot.press_with(CTRL, "Z")
    assert (badges(robot), robot.button) == (before, words)


@pytest.mark.parametrize("act", ACTS)
def test_when_all_is_answered_the_button_says_that_and_no_more(robot, act):
    here = robot.model.queue.selected
    act(robot)
    for member in robot.model.table.view.members:
        if member.verdict is None:
            robot.model.table.show(member.record.id)
            robot.press("V")
    robot.model.queue.select(here)
    assert robot.button == "Nothing left to accept here"
