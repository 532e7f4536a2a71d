"""What a retirement plan moves and what it refuses."""

from dataclasses import replace

import pytest

from dedup_desk.core.decisions import DecidedBy, Decision, Verdict
from dedup_desk.core.messages import message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.plan import (
    NEVER_BY_RULE,
    SENTENCES,
    Candidate,
    FileState,
    OnDisk,
    Reason,
    References,
    Situation,
    plan_retirement,
)
from dedup_desk.core.records import FilePlace
from tests.helpers.ledgers import a_seen

KEPT = "kept.jpg"


def a_candidate(path="copy.jpg", kept=KEPT, relation=Relation.RESIZED, **more):
    item, canonical = a_seen(path), None if kept is None else a_seen(kept)
    decision = Decision(item, Verdict.RETIRE, canonical, relation)
    number = sum(path.encode())
    plain = Candidate(
        decision,
        OnDisk(item, FileState.AS_SEEN, (1, number), 1, 100),
        None if canonical is None else OnDisk(canonical, FileState.AS_SEEN, (1, 9), 1, 200),
        "Ada",
        "2026-11-21T00:00:00Z",
    )
    return replace(plain, **more)


def place(path):
    return a_seen(path).place


def reason_of(candidate, situation=Situation()):  # noqa: B008 - frozen and empty
    plan = plan_retirement([candidate], situation)
    assert plan.moves == ()
    (refusal,) = plan.refusals
    assert refusal.told.english().endswith(".")
    return refusal.reason


def test_a_decided_copy_moves():
    plan = plan_retirement([a_candidate()], Situation())
    (move,) = plan.moves
    assert (move.item, move.canonical) == (a_seen("copy.jpg"), a_seen(KEPT))
    assert (move.relation, move.size_bytes, move.decided_by) == (Relation.RESIZED, 100, "Ada")
    assert plan.references is References.NOT_CHECKED
    assert plan.size_bytes == 100


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (FileState.CHANGED, Reason.CHANGED),
        (FileState.MISSING, Reason.MISSING),
        (FileState.NOT_A_FILE, Reason.NOT_A_FILE),
        (FileState.OUT_OF_REACH, Reason.OUT_OF_REACH),
    ],
)
def test_a_copy_that_is_not_as_it_was_seen_stays(state, reason):
    one = a_candidate()
    assert reason_of(replace(one, item=replace(one.item, state=state))) is reason


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (FileState.CHANGED, Reason.CANONICAL_CHANGED),
        (FileState.MISSING, Reason.CANONICAL_GONE),
        (FileState.NOT_A_FILE, Reason.CANONICAL_GONE),
        (FileState.OUT_OF_REACH, Reason.CANONICAL_GONE),
    ],
)
def test_a_copy_whose_kept_copy_is_not_as_it_was_seen_stays(state, reason):
    one = a_candidate()
    assert reason_of(replace(one, canonical=replace(one.canonical, state=state))) is reason


def test_a_copy_without_a_kept_copy_stays():
    assert reason_of(a_candidate(kept=None)) is Reason.NO_CANONICAL


def test_a_chain_loses_its_first_link_only():
    plan = plan_retirement([a_candidate("a", "b"), a_candidate("b", "c")], Situation())
    assert [move.item.place for move in plan.moves] == [place("b")]
    assert [(one.item.place, one.reason) for one in plan.refusals] == [
        (place("a"), Reason.CANONICAL_RETIRED)
    ]


def test_two_that_keep_each_other_both_stay():
    plan = plan_retirement([a_candidate("a", "b"), a_candidate("b", "a")], Situation())
    assert plan.moves == ()
    assert {one.reason for one in plan.refusals} == {Reason.CANONICAL_RETIRED}


def test_a_kept_copy_in_quarantine_or_on_its_way_keeps_nothing():
    there = frozenset({place(KEPT)})
    assert reason_of(a_candidate(), Situation(away=there)) is Reason.CANONICAL_RETIRED
    assert reason_of(a_candidate(), Situation(under_way=there)) is Reason.CANONICAL_RETIRED


def test_what_is_kept_for_something_in_quarantine_stays():
    kept = Situation(kept=frozenset({place("copy.jpg")}))
    assert reason_of(a_candidate(), kept) is Reason.KEPT_FOR_ANOTHER


def test_what_is_on_its_way_is_not_planned_again():
    on_its_way = Situation(under_way=frozenset({place("copy.jpg")}))
    assert reason_of(a_candidate(), on_its_way) is Reason.UNDER_WAY


def test_one_file_under_two_names_stays():
    one = a_candidate()
    same = replace(one, canonical=replace(one.canonical, file=one.item.file))
    assert reason_of(same) is Reason.SAME_FILE
    assert reason_of(a_candidate("x", "x")) in {Reason.SAME_FILE, Reason.CANONICAL_RETIRED}


def test_a_hard_link_stays():
    one = a_candidate()
    assert reason_of(replace(one, item=replace(one.item, links=2))) is Reason.HARD_LINK


@pytest.mark.parametrize("relation", sorted(NEVER_BY_RULE))
def test_what_needs_a_person_moves_by_a_person_only(relation):
    by_person = a_candidate(relation=relation)
    by_rule = replace(
        by_person, decision=replace(by_person.decision, decided_by=DecidedBy.RULE, rule="r")
    )
    assert reason_of(by_rule) is Reason.NEEDS_A_PERSON
    assert len(plan_retirement([by_person], Situation()).moves) == 1


def test_a_relation_nobody_saw_counts_as_needing_a_person():
    unseen = a_candidate(relation=None)
    rule = replace(unseen.decision, decided_by=DecidedBy.RULE, rule="r")
    assert reason_of(replace(unseen, decision=rule)) is Reason.NEEDS_A_PERSON


def test_disputed_decisions_stay():
    assert reason_of(a_candidate(is_disputed=True)) is Reason.CONFLICT


def test_a_root_that_cannot_says_why_in_its_own_words():
    why = message("The disk is read-only.")
    plan = plan_retirement([a_candidate()], Situation(cannot={"masters": why}))
    assert [one.told for one in plan.refusals] == [why]


def test_a_group_never_loses_its_last_image():
    group = frozenset(place(path) for path in "ab")
    candidates = [a_candidate("a", "outside"), a_candidate("b", "outside")]
    plan = plan_retirement(candidates, Situation(groups=[group]))
    assert plan.moves == ()
    assert {one.reason for one in plan.refusals} == {Reason.LAST_COPY}
    with_one_more = Situation(groups=[group | {place("c")}])
    assert len(plan_retirement(candidates, with_one_more).moves) == 2


def test_an_image_in_quarantine_does_not_count_as_staying():
    group = frozenset(place(path) for path in "ab")
    around = Situation(groups=[group], away=frozenset({place("b")}))
    assert reason_of(a_candidate("a", "outside"), around) is Reason.LAST_COPY


def test_a_plan_is_known_by_what_it_would_move():
    one, other = a_candidate("a"), a_candidate("b")
    assert plan_retirement([one, other], Situation()) == plan_retirement([other, one], Situation())
    digest = plan_retirement([one, other], Situation()).digest()
    assert digest != plan_retirement([one], Situation()).digest()
    assert len(digest) == 64


def test_every_reason_has_a_sentence_that_says_what_to_do():
    assert set(SENTENCES) == set(Reason)
    for template in SENTENCES.values():
        text = message(template, file=b"a.jpg", kept=b"b.jpg").english()
        assert text.startswith("a.jpg will not move")
        assert text.endswith(".")


def test_places_are_compared_with_their_root():
    elsewhere = frozenset({FilePlace("other", b"copy.jpg")})
    assert len(plan_retirement([a_candidate()], Situation(away=elsewhere)).moves) == 1
