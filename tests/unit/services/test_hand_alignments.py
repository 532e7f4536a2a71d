"""Alignments by hand are in the project file: they hold after a restart, and can be taken back."""

from datetime import UTC, datetime

import pytest

from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.hand_alignment import Hand, HandAlignment, alignment_draft
from dedup_desk.core.ledger import EventKind
from dedup_desk.services.hand_alignments import HandAlignments
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.builders import a_digest
from tests.helpers.ledgers import ANN, retire
from tests.helpers.projects import a_project, decide

ONE, OTHER = a_digest("one"), a_digest("other")
FIRST = (0.5, 0.1, -30.25, 0.0, 0.5, 7.0, 0.0, 0.0, 1.0)
SECOND = (0.5, 0.1, -31.0, 0.0, 0.5, 8.0, 0.0, 0.0, 1.0)


def clock():
    return datetime(2026, 11, 21, 12, 3, 41, tzinfo=UTC)


@pytest.fixture
def project(tmp_path):
    with a_project(tmp_path) as made:
        yield made


def test_it_holds_after_a_restart_from_either_side(tmp_path):
    with a_project(tmp_path) as project:
        HandAlignments(project, clock).say(HandAlignment(ONE, OTHER, FIRST, Hand.POINTS))
    with ProjectFile.open(tmp_path / "sample.ddesk", ANN) as again:
        known = HandAlignments(again, clock)
        assert known.of(ONE, OTHER).matrix == FIRST
        back = known.of(OTHER, ONE).matrix
        assert back == pytest.approx((2, -0.4, 63.3, 0, 2, -14, 0, 0, 1))


def test_the_newest_holds_and_what_held_before_is_handed_back(project):
    known = HandAlignments(project, clock)
    assert known.say(HandAlignment(ONE, OTHER, FIRST)).aligned.before.matrix is None
    before = known.say(HandAlignment(ONE, OTHER, SECOND)).aligned.before
    assert before.matrix == FIRST
    known.say(before)
    assert known.of(ONE, OTHER).matrix == FIRST
    assert HandAlignments(project, clock).of(ONE, OTHER).matrix == FIRST


def test_taken_back_it_is_gone_but_the_ledger_tells_both(project):
    known = HandAlignments(project, clock)
    known.say(known.say(HandAlignment(ONE, OTHER, FIRST)).aligned.before)
    assert known.of(ONE, OTHER) is None
    assert project.alignments() == {}
    kinds = [one.kind for one in project.events()]
    assert kinds.count(EventKind.ALIGNMENT_SET) == 2
    assert project.verify_chain() == ()
    assert project.verify_state() == ()


def test_two_files_of_one_content_lie_on_each_other_as_they_are(project):
    known = HandAlignments(project, clock)
    known.say(HandAlignment(ONE, ONE, FIRST))
    assert known.of(ONE, ONE) is None


def test_it_binds_to_the_contents_and_to_no_other_pair(project):
    known = HandAlignments(project, clock)
    known.say(HandAlignment(ONE, OTHER, FIRST))
    assert set(project.alignments()) == {ContentPair.of(OTHER, ONE)}
    assert known.of(ONE, a_digest("third")) is None


def test_after_a_restart_it_can_be_undone_and_brought_back(tmp_path):
    with a_project(tmp_path) as project:
        decide(project, retire("a.jpg"), step="first")
        made = HandAlignments(project, clock).say(HandAlignment(ONE, OTHER, FIRST), "group")
        assert project.steps()[-1].aligned == made.aligned
    with ProjectFile.open(tmp_path / "sample.ddesk", ANN) as again:
        known, (_, step) = HandAlignments(again, clock), again.steps()
        assert (step.id, step.aligned.cluster, step.is_undone) == (made.id, "group", False)
        known.say(step.aligned.before, "group", undoes=step.id)
        assert again.alignments() == {}
        assert [one.is_undone for one in again.steps()] == [False, True]
        known.say(step.aligned.after, "group", undoes=step.id)
        assert known.of(ONE, OTHER).matrix == FIRST
        assert [one.is_undone for one in again.steps()] == [False, False]
        assert again.verify_chain() == ()
        assert again.verify_state() == ()


def test_what_was_said_before_alignments_were_steps_holds_but_is_no_step(project):
    project.append((alignment_draft(HandAlignment(ONE, OTHER, FIRST)),))
    assert project.steps() == ()
    step = HandAlignments(project, clock).say(HandAlignment(OTHER, ONE, SECOND))
    assert [one.id for one in project.steps()] == [step.id]
    (read,) = project.steps()
    assert read.aligned == step.aligned
    assert read.aligned.before.matrix == pytest.approx((2, -0.4, 63.3, 0, 2, -14, 0, 0, 1))


def test_a_decision_after_an_undone_alignment_ends_what_could_be_redone(project):
    known = HandAlignments(project, clock)
    step = known.say(HandAlignment(ONE, OTHER, FIRST))
    known.say(step.aligned.before, undoes=step.id)
    decide(project, retire("a.jpg"), step="other")
    assert [one.id for one in project.steps()] == ["other"]
