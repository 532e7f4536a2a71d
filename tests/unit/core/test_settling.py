"""Every picture that an interrupted move can leave has exactly one step, and steps lead home."""

from itertools import product

import pytest

from dedup_desk.core.journal import OperationKind
from dedup_desk.core.settling import RIGHT, Found, Remark, Settled, Standing, Step, settled_step

RETIRE, RESTORE = OperationKind
ABSENT, ITSELF, TWIN, EDITED, OTHER = Standing
PICTURES = [Found(*both) for both in product(Standing, Standing)]


@pytest.mark.parametrize("kind", OperationKind)
@pytest.mark.parametrize("found", PICTURES)
def test_content_that_is_somewhere_is_never_an_alarm(kind, found):
    step = settled_step(kind, found).step
    if {found.source, found.target} & RIGHT:
        assert step in {Step.UNDO, Step.FORWARD}


@pytest.mark.parametrize("kind", OperationKind)
def test_content_that_is_nowhere_is_an_alarm(kind):
    assert settled_step(kind, Found(ABSENT, ABSENT)).step is Step.ALARM
    assert settled_step(kind, Found(OTHER, ABSENT)).step is Step.ALARM
    assert settled_step(kind, Found(OTHER, OTHER)).step is Step.ALARM


@pytest.mark.parametrize("kind", OperationKind)
@pytest.mark.parametrize("source", [ITSELF, TWIN])
def test_what_did_not_leave_is_undone(kind, source):
    assert settled_step(kind, Found(source, ABSENT)) == Settled(Step.UNDO)


@pytest.mark.parametrize("kind", OperationKind)
@pytest.mark.parametrize("target", [ITSELF, TWIN])
def test_what_arrived_goes_forward(kind, target):
    assert settled_step(kind, Found(ABSENT, target)) == Settled(Step.FORWARD)


@pytest.mark.parametrize("kind", OperationKind)
def test_two_names_of_one_file_become_one_name(kind):
    both = Found(ITSELF, ITSELF, one_file=True)
    assert settled_step(kind, both) == Settled(Step.DROP_SOURCE)
    edited = Found(EDITED, EDITED, one_file=True)
    assert settled_step(kind, edited) == Settled(Step.DROP_TARGET, Remark.CHANGED)


def test_what_nobody_reviewed_goes_back_to_the_collection():
    assert settled_step(RETIRE, Found(ABSENT, OTHER)).step is Step.MOVE_BACK
    assert settled_step(RETIRE, Found(ABSENT, EDITED)).step is Step.MOVE_BACK


def test_what_somebody_worked_on_after_it_came_back_stays():
    assert settled_step(RESTORE, Found(ABSENT, EDITED)) == Settled(Step.FORWARD, Remark.CHANGED)


@pytest.mark.parametrize("kind", OperationKind)
def test_a_newcomer_under_the_old_name_is_left_alone(kind):
    assert settled_step(kind, Found(OTHER, ITSELF)) == Settled(Step.FORWARD, Remark.NAME_IN_USE)


@pytest.mark.parametrize("kind", OperationKind)
def test_a_newcomer_under_the_new_name_is_left_alone(kind):
    assert settled_step(kind, Found(ITSELF, OTHER)) == Settled(Step.UNDO, Remark.TARGET_TAKEN)


@pytest.mark.parametrize("kind", OperationKind)
@pytest.mark.parametrize("found", PICTURES)
def test_after_its_step_nothing_but_closing_is_left_to_do(kind, found):
    """Recovery can die after its step and before the journal knows: it must not do harm twice."""
    step = settled_step(kind, found).step
    after = {
        Step.UNDO: found,
        Step.FORWARD: found,
        Step.MOVE_BACK: Found(found.target, ABSENT),
        Step.ALARM: found,
    }[step]
    again = settled_step(kind, after).step
    assert again in {step, Step.UNDO} or (step is Step.MOVE_BACK and again is Step.ALARM)
