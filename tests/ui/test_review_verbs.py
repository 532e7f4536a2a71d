"""What each verb of the reviewer means, as decisions."""

import pytest

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.ui.viewmodels import verbs
from tests.helpers.review_fakes import a_review


@pytest.fixture
def review():
    model = a_review(1)
    yield model
    model.close()


def group(review):
    return review.table.view


def verdicts(review):
    return [one.verdict for one in group(review).members]


def decided(decisions):
    return {(one.subject.place.name[-8:], one.verdict) for one in decisions}


def test_keeping_one_retires_the_other_in_favour_of_it(review):
    a, d = group(review).members[:2]
    kept, retired = verbs.keep(group(review), a, d)
    assert (kept.verdict, kept.canonical) == (Verdict.CANONICAL, None)
    assert (retired.verdict, retired.canonical) == (Verdict.RETIRE, a.record.seen)


def test_a_decision_remembers_what_the_person_saw(review):
    a, d = group(review).members[:2]
    retired = verbs.keep(group(review), a, d)[1]
    assert (retired.relation, retired.cluster) == (d.relation, group(review).id)


def test_when_the_winner_changes_copies_set_aside_earlier_follow_it(review):
    review.keep_left()
    review.retire_member()
    first, second, third, last = group(review).members
    steps = verbs.keep(group(review), last, first)
    assert {one.subject: one.canonical for one in steps[1:]} == {
        first.record.seen: last.record.seen,
        second.record.seen: last.record.seen,
        third.record.seen: last.record.seen,
    }


def test_making_another_one_the_kept_copy_sets_nothing_aside(review):
    review.make_canonical()
    former = verbs.kept(group(review))
    other = next(one for one in group(review).members if one is not former)
    steps = verbs.make_canonical(group(review), other)
    assert [one.verdict for one in steps] == [Verdict.CANONICAL, None]
    assert steps[1].subject == former.record.seen


def test_the_kept_copy_cannot_be_set_aside(review):
    review.make_canonical()
    keeper = verbs.kept(group(review))
    other = next(one for one in group(review).members if one is not keeper)
    with pytest.raises(RefusedError, match="is the kept copy of this group"):
        verbs.retire(group(review), keeper, other)


def test_the_last_image_of_a_group_is_never_set_aside(review):
    for number in (1, 2, 3):
        members = group(review).members
        steps = verbs.retire(group(review), members[number], members[0])
        review.session.decide(steps)
        review.table.refresh()
    members = group(review).members
    with pytest.raises(RefusedError, match="nothing of this group would be left"):
        verbs.retire(group(review), members[0], members[1])


def test_nothing_is_set_aside_in_favour_of_a_copy_that_is_set_aside_itself(review):
    members = group(review).members
    review.session.decide(verbs.retire(group(review), members[1], members[0]))
    review.table.refresh()
    members = group(review).members
    with pytest.raises(RefusedError):
        verbs.retire(group(review), members[2], members[1])


def test_taking_the_kept_copy_back_takes_back_what_depends_on_it(review):
    review.keep_left()
    keeper = group(review).members[0]
    steps = verbs.undecided(group(review), keeper)
    assert {one.verdict for one in steps} == {None}
    assert len(steps) == 2


def test_an_answer_nobody_gave_needs_no_taking_back(review):
    assert verbs.undecided(group(review), group(review).members[0]) == ()


def test_a_kept_copy_on_which_others_depend_keeps_its_answer(review):
    review.keep_left()
    keeper, _, third = group(review).members[:3]
    with pytest.raises(RefusedError, match="in favour of which others were set aside"):
        verbs.judged(group(review), Verdict.VARIANT, keeper, third)


def test_enter_decides_only_what_nobody_answered(review):
    offered = review.session.accept(group(review).id)
    review.table.put(review.table.left, group(review).members[2].record.id)
    review.variant()
    rest = verbs.accepting(group(review), offered)
    assert group(review).members[2].record.seen not in {one.subject for one in rest}


def test_the_proposal_is_void_once_another_copy_is_kept(review):
    offered = review.session.accept(group(review).id)
    assert offered
    review.keep_right()
    assert verbs.accepting(group(review), offered) == ()


def test_a_note_needs_an_answer_to_stand_beside(review):
    member = review.table.member(Side.RIGHT)
    with pytest.raises(RefusedError, match="has no answer yet"):
        verbs.noted(member, "torn corner")


def test_counting_what_stays_undecided(review):
    offered = review.table.offered()
    everyone = len(group(review).members)
    assert verbs.left_undecided(group(review), offered) == everyone - len(offered)
    assert verbs.left_undecided(group(review), ()) == everyone
