"""The ledger folds into what is decided now, what disagrees, and what can be undone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.decision_events import StepMark, decision_drafts, read_decision
from dedup_desk.core.decision_history import fold, steps
from dedup_desk.core.decisions import ContentPair, DecidedBy, Decision, Verdict
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.pairs import Relation
from tests.helpers.ledgers import BEN, Scribe, a_seen, apart, keep, retire, take_back


def verdicts(events):
    return {
        place.path.decode(): held.decision.verdict
        for place, held in fold(events).standing().items()
    }


def test_every_field_of_a_decision_survives_the_ledger():
    decision = Decision(
        subject=a_seen(b"\xff\xfe\n.jpg"),
        verdict=Verdict.VARIANT,
        canonical=a_seen("kept.jpg"),
        relation=Relation.CROPPED,
        cluster="0123456789ab",
        variant_kind="crop",
        note="二稿 \u202e",
        decided_by=DecidedBy.RULE,
        rule="fullest 1",
    )
    scribe = Scribe("one")
    scribe.write(*decision_drafts([decision], StepMark("s", "r", "label")))
    read = read_decision(scribe.events[-1])
    assert (read.decision, read.mark) == (decision, StepMark("s", "r", "label"))


def test_other_events_and_erased_ones_are_no_decisions():
    scribe = Scribe("one")
    scribe.decide(keep("a"))
    assert read_decision(scribe.events[0]) is None
    assert read_decision(replace(scribe.events[1], pieces={})) is None


@pytest.mark.parametrize(
    "path", [b"/etc/passwd", b"../x", b"a/../b", b"a//b", b"./a", b"a\0b", b"", b"a/", b".."]
)
def test_a_place_that_leads_out_of_its_root_is_not_read(path):
    scribe = Scribe("one")
    scribe.decide(keep(path))
    with pytest.raises(ValueError, match="below its root"):
        read_decision(scribe.events[-1])


@pytest.mark.parametrize("path", [b"...", b"a/..b", b".a", b"a..\n", b"..\n", b"a/ ", b"\\..\\x"])
def test_a_place_may_look_odd_and_still_be_below_its_root(path):
    scribe = Scribe("one")
    scribe.decide(keep(path))
    assert read_decision(scribe.events[-1]).decision.subject.place.path == path


def test_the_newest_answer_of_a_run_holds():
    scribe = Scribe("one")
    scribe.decide(retire("a"))
    scribe.decide(keep("a"))
    assert verdicts(scribe.events) == {"a": Verdict.CANONICAL}


def test_an_answer_that_was_taken_back_is_none():
    scribe = Scribe("one")
    scribe.decide(retire("a"), keep("b"))
    scribe.decide(take_back("a"))
    assert verdicts(scribe.events) == {"b": Verdict.CANONICAL}


def two_people(*answers):
    """Everybody answers on a copy of the same project, without seeing the others."""
    common = Scribe("common")
    events = list(common.events)
    for number, answer in enumerate(answers):
        scribe = Scribe(f"person{number}", common.events, actor=BEN, minute=number)
        scribe.decide(answer)
        events += scribe.events
    return events


def test_the_same_answer_twice_is_agreement():
    held = fold(two_people(retire("a", note="x"), retire("a"))).standing()[a_seen("a").place]
    assert held.others == ()


def test_two_different_answers_are_a_conflict():
    held = fold(two_people(retire("a"), keep("a"))).standing()[a_seen("a").place]
    assert held.decision == keep("a")
    assert held.others == (retire("a"),)
    assert held.person == BEN


def test_retiring_in_favour_of_two_different_copies_is_a_conflict():
    held = fold(two_people(retire("a", "x"), retire("a", "y"))).standing()[a_seen("a").place]
    assert len(held.others) == 1


def test_who_has_seen_both_answers_settles_the_conflict():
    events = two_people(retire("a"), keep("a"))
    judge = Scribe("judge", events, minute=9)
    judge.decide(retire("a"))
    held = fold([*events, *judge.events]).standing()[a_seen("a").place]
    assert (held.decision, held.others) == (retire("a"), ())


def test_taking_back_what_one_saw_leaves_what_one_did_not_see():
    assert verdicts(two_people(take_back("a"), retire("a"))) == {"a": Verdict.RETIRE}


@given(st.lists(st.sampled_from("abc"), min_size=1, max_size=6), st.randoms())
def test_the_order_of_reading_does_not_matter(paths, chance):
    events = two_people(*(retire(path) if chance.random() < 0.5 else keep(path) for path in paths))
    before = fold(events)
    chance.shuffle(events)
    assert fold(events) == before


PAIR = ContentPair.of(a_seen("a").digest, a_seen("kept.jpg").digest)


def test_not_a_duplicate_holds_for_the_contents():
    scribe = Scribe("one")
    scribe.decide(apart("a"))
    assert set(fold(scribe.events).pairs) == {PAIR}


@pytest.mark.parametrize("later", [take_back("a"), retire("a"), keep("a")])
def test_a_newer_answer_about_the_file_ends_it(later):
    scribe = Scribe("one")
    scribe.decide(apart("a"))
    scribe.decide(later)
    assert fold(scribe.events).pairs == {}


def test_a_newer_answer_about_the_same_two_contents_elsewhere_ends_it():
    scribe = Scribe("one")
    scribe.decide(apart("a"))
    twin = replace(retire("a"), subject=a_seen("elsewhere", "a"))
    scribe.decide(twin)
    assert fold(scribe.events).pairs == {}


def test_a_file_set_apart_from_another_than_before_is_apart_from_that_one_only():
    scribe = Scribe("one")
    scribe.decide(apart("a", "x"))
    scribe.decide(apart("a", "y"))
    assert set(fold(scribe.events).pairs) == {
        ContentPair.of(a_seen("a").digest, a_seen("y").digest)
    }


def shown(events):
    return [(step.id, step.is_undone) for step in steps(events)]


def test_a_step_holds_what_was_before_and_after():
    scribe = Scribe("one")
    scribe.decide(retire("a"), step="1")
    scribe.decide(keep("a"), retire("b"), step="2")
    second = steps(scribe.events)[1]
    assert second.before == (retire("a"), take_back("b"))
    assert second.after == (keep("a"), retire("b"))


def test_undo_redo_and_undo_again():
    scribe = Scribe("one")
    scribe.decide(retire("a"), step="1")
    scribe.decide(retire("b"), step="2")
    scribe.decide(take_back("b"), step="3", undoes="2")
    assert shown(scribe.events) == [("1", False), ("2", True)]
    scribe.decide(take_back("a"), step="4", undoes="1")
    assert shown(scribe.events) == [("1", True), ("2", True)]
    scribe.decide(retire("a"), step="5", undoes="4")
    assert shown(scribe.events) == [("1", False), ("2", True)]
    scribe.decide(retire("b"), step="6", undoes="3")
    assert shown(scribe.events) == [("1", False), ("2", False)]
    scribe.decide(take_back("b"), step="7", undoes="6")
    assert shown(scribe.events) == [("1", False), ("2", True)]


def test_redo_may_name_the_step_itself():
    scribe = Scribe("one")
    scribe.decide(retire("a"), step="1")
    scribe.decide(take_back("a"), step="2", undoes="1")
    scribe.decide(retire("a"), step="3", undoes="1")
    assert shown(scribe.events) == [("1", False)]


def test_a_new_step_ends_what_could_be_redone():
    scribe = Scribe("one")
    scribe.decide(retire("a"), step="1")
    scribe.decide(take_back("a"), step="2", undoes="1")
    scribe.decide(retire("b"), step="3")
    assert shown(scribe.events) == [("3", False)]


def test_undo_reaches_back_over_a_restart():
    first = Scribe("one")
    first.decide(retire("a"), step="1")
    second = Scribe("two", first.events, minute=1)
    second.decide(take_back("a"), step="2", undoes="1")
    assert shown([*first.events, *second.events]) == [("1", True)]


@given(st.lists(st.sampled_from(["do", "undo", "redo"]), max_size=25))
def test_the_stack_is_that_of_a_person_who_did_undid_and_redid(moves):
    scribe, done, undone = Scribe("one"), [], []
    for at, move in enumerate(moves):
        if move == "do":
            scribe.decide(retire(f"file{at}"), step=str(at))
            done, undone = [*done, str(at)], []
        elif move == "undo" and done:
            undone.append(done.pop())
            scribe.decide(take_back(f"file{undone[-1]}"), step=str(at), undoes=undone[-1])
        elif move == "redo" and undone:
            done.append(undone.pop())
            scribe.decide(retire(f"file{done[-1]}"), step=str(at), undoes=done[-1])
    expected = [(one, False) for one in done] + [(one, True) for one in reversed(undone)]
    assert shown(scribe.events) == expected


def test_a_decision_of_a_newer_program_is_not_guessed_at():
    scribe = Scribe("one")
    draft = decision_drafts([keep("a")], StepMark("s"))[0]
    body = {**draft.body, "verdict": "teleported"}
    scribe.write(EventDraft(EventKind.DECISION_MADE, body, draft.personal))
    with pytest.raises(ValueError, match="teleported"):
        fold(scribe.events)
