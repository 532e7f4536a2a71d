"""Whoever changes a ledger is found out; two copies of one make one, whichever comes first."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.ledger import EventDraft, EventKind, Head, Personal
from dedup_desk.core.ledger_check import (
    ProblemKind,
    clashes,
    in_order,
    knowledge,
    merge_histories,
    verify_chains,
)
from tests.helpers.ledgers import BEN, Scribe, heads_of


@st.composite
def ledgers(draw):
    """One to four runs, each of which saw everything before it, or only the first run."""
    events = []
    for run in range(draw(st.integers(1, 4))):
        seen = events if draw(st.booleans()) else [one for one in events if one.chain == "run0"]
        scribe = Scribe(f"run{run}", seen, minute=draw(st.integers(0, 3)))
        for number in range(draw(st.integers(0, 5))):
            scribe.note({"number": number}, {"note": {"text": f"note {number}"}})
        events += scribe.events
    return events


def kinds(problems):
    return {problem.kind for problem in problems}


@given(ledgers(), st.randoms())
def test_an_untouched_ledger_verifies_in_whatever_order_it_is_read(events, chance):
    chance.shuffle(events)
    assert verify_chains(events, heads_of(events)) == ()


@given(ledgers(), st.data())
def test_changing_an_event_is_detected(events, data):
    at = data.draw(st.integers(0, len(events) - 1))
    field = data.draw(st.sampled_from(["uuid", "at_utc", "kind", "credential", "app_version"]))
    events[at] = replace(events[at], **{field: "other"})
    assert ProblemKind.CHANGED in kinds(verify_chains(events))


@given(ledgers(), st.data())
def test_changing_an_event_with_its_hash_is_detected_by_what_follows_or_the_checkpoint(
    events, data
):
    checkpoint = heads_of(events)
    at = data.draw(st.integers(0, len(events) - 1))
    body = {**events[at].body, "planted": True}
    events[at] = replace(events[at], body=body).sealed()
    assert verify_chains(events, checkpoint) != ()


@given(ledgers(), st.data())
def test_removing_any_event_is_detected_against_a_checkpoint(events, data):
    checkpoint = heads_of(events)
    del events[data.draw(st.integers(0, len(events) - 1))]
    assert verify_chains(events, checkpoint) != ()


@given(ledgers(), st.data())
def test_removing_an_event_from_the_middle_is_detected_without_one(events, data):
    followed = {(one.chain, one.seq - 1) for one in events}
    middle = [at for at, one in enumerate(events) if (one.chain, one.seq) in followed]
    if middle:
        del events[data.draw(st.sampled_from(middle))]
        assert kinds(verify_chains(events)) & {ProblemKind.MISSING, ProblemKind.NO_START}


@given(ledgers(), st.data())
def test_inserting_an_event_is_detected(events, data):
    at = data.draw(st.integers(0, len(events) - 1))
    planted = replace(events[at], uuid="planted", body={"planted": True}).sealed()
    assert kinds(verify_chains([*events, planted])) & {ProblemKind.DOUBLED}


@given(ledgers(), st.data())
def test_swapping_two_events_is_detected(events, data):
    run = data.draw(st.sampled_from(sorted({one.chain for one in events})))
    members = sorted((one for one in events if one.chain == run), key=lambda one: one.seq)
    if len(members) < 2:
        return
    at = data.draw(st.integers(0, len(members) - 2))
    left, right = members[at], members[at + 1]
    swapped = {
        left.uuid: replace(left, seq=right.seq).sealed(),
        right.uuid: replace(right, seq=left.seq).sealed(),
    }
    assert verify_chains([swapped.get(one.uuid, one) for one in events]) != ()


@given(ledgers(), st.data())
def test_a_whole_run_that_is_gone_is_detected_against_a_checkpoint(events, data):
    run = data.draw(st.sampled_from(sorted({one.chain for one in events})))
    left = [one for one in events if one.chain != run]
    assert ProblemKind.TRUNCATED in kinds(verify_chains(left, heads_of(events)))


def test_an_end_that_was_cut_off_is_seen_by_the_checkpoint_only():
    scribe = Scribe("one")
    scribe.note({})
    whole = heads_of(scribe.events)
    assert verify_chains(scribe.events[:-1]) == ()
    assert kinds(verify_chains(scribe.events[:-1], whole)) == {ProblemKind.TRUNCATED}


def test_a_run_that_a_later_one_saw_cannot_be_cut_off():
    first = Scribe("one")
    first.note({})
    second = Scribe("two", first.events)
    events = [*first.events[:-1], *second.events]
    assert kinds(verify_chains(events)) == {ProblemKind.UNKNOWN_HEAD}


def test_a_personal_text_that_was_exchanged_is_detected():
    event = Scribe("one").note({}, {"note": {"text": "yes"}})
    commitment = event.commitments["note"]
    forged = {**event.pieces, commitment: Personal(bytes(32), {"text": "no"})}
    start = Scribe("one").events[0]
    assert kinds(verify_chains([start, replace(event, pieces=forged)])) == {
        ProblemKind.TEXT_CHANGED
    }


def test_a_personal_text_may_be_missing_only_where_the_ledger_says_it_was_erased():
    scribe = Scribe("one")
    event = scribe.note({}, {"note": {"text": "yes"}})
    commitment = event.commitments["note"]
    scribe.events[1] = replace(event, pieces={event.actor: event.pieces[event.actor]})
    assert kinds(verify_chains(scribe.events)) == {ProblemKind.TEXT_MISSING}
    erasure = EventDraft(EventKind.PERSONAL_ERASED, {"pieces": [commitment], "reason": "asked"})
    scribe.write(erasure)
    assert verify_chains(scribe.events) == ()


@st.composite
def copies(draw):
    """Two copies of one project that both went on."""
    common = Scribe("common")
    for number in range(draw(st.integers(0, 3))):
        common.note({"number": number})
    sides = []
    for name in ("left", "right"):
        scribe = Scribe(name, common.events, actor=BEN, minute=draw(st.integers(0, 3)))
        for number in range(draw(st.integers(0, 3))):
            scribe.note({"number": number})
        sides.append([*common.events, *scribe.events])
    return sides


@given(copies())
def test_merging_is_the_same_from_either_side_and_twice(sides):
    left, right = sides
    merged = merge_histories(left, right)
    assert merged == merge_histories(right, left)
    assert merged == merge_histories(merged, left)
    assert {one.uuid for one in merged} == {one.uuid for one in (*left, *right)}
    assert verify_chains(merged) == ()


@given(copies())
def test_in_a_merged_history_nothing_stands_before_what_it_saw(sides):
    merged = merge_histories(*sides)
    position = {(one.chain, one.seq): at for at, one in enumerate(merged)}
    for chain, reached in knowledge(merged).items():
        for other, seq in reached.items():
            assert position[other, seq] < position[chain, 1]
    for one in merged:
        assert one.seq == 1 or position[one.chain, one.seq - 1] < position[one.chain, one.seq]


def test_two_copies_that_differ_about_one_event_are_not_merged():
    scribe = Scribe("one")
    event = scribe.note({"count": 1})
    forged = replace(event, body={"count": 2}).sealed()
    other = [scribe.events[0], forged]
    assert [one.left for one in clashes(scribe.events, other)] == [event]
    with pytest.raises(ValueError, match="differ"):
        merge_histories(scribe.events, other)


def test_a_piece_that_was_erased_in_one_copy_is_gone_from_the_merged_one():
    scribe = Scribe("one")
    event = scribe.note({}, {"note": {"text": "secret"}})
    erased = replace(event, pieces={})
    merged = merge_histories([scribe.events[0], erased], scribe.events)
    assert merged[1].personal("note") is None


def test_a_damaged_ledger_is_still_listed_whole():
    first, second = Scribe("one"), Scribe("two")
    heads = {"two": Head(1, "x").as_json()}
    start = replace(first.events[0], body={"heads": heads}).sealed()
    circle = {"one": Head(1, start.hash).as_json()}
    other = replace(second.events[0], body={"heads": circle}).sealed()
    assert len(in_order([start, other])) == 2
