"""Taking one earlier act back: what it is said as, what it is refused for, and that all stays."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dedup_desk.core.canonical import Policy
from dedup_desk.core.chronicle import Chronicle
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.hand_alignment import HandAlignment
from dedup_desk.core.joins import Join, join_draft
from dedup_desk.core.ledger import Actor, EventDraft, EventKind
from dedup_desk.core.pairs import IDENTITY, Finding, Relation
from dedup_desk.core.records import RecordId
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.services.taking_back import TakingBack
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.builders import a_cluster, a_pair, a_record
from tests.helpers.moves_told import announced, brought_back, ended

RECORDS = {RecordId(n): a_record(n, width_px=3000 - 300 * n, path=b"folder/%d.jpg" % n)
           for n in range(1, 7)}  # fmt: skip
CLUSTERS = (a_cluster(1, 2, 5), a_cluster(3, 4))
PAIRS = (
    a_pair(1, 2, Relation.RESIZED),
    a_pair(1, 5, Relation.RESIZED),
    a_pair(3, 4, Relation.RESIZED),
    a_pair(1, 3, Relation.LOOK, finding=Finding.LOOK),
)
WHO = Actor("Wong Siu-ming", "wong", "desk-1")
FIRST = CLUSTERS[0].id


@pytest.fixture
def project(tmp_path):
    with ProjectFile.create(tmp_path / "stills.ddesk", WHO) as made:
        yield made


@pytest.fixture
def session(project):
    return a_session(project)


def a_session(project):
    shelf = Shelf.of(RECORDS, CLUSTERS, PAIRS)
    return ReviewSession(
        shelf, project, lambda _: None, Policy(), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )


def seen(number):
    return RECORDS[RecordId(number)].seen


def about(one, other):
    return ContentPair.of(seen(one).digest, seen(other).digest)


def keep(number):
    return Decision(seen(number), Verdict.CANONICAL)


def retire(number, kept=1):
    return Decision(seen(number), Verdict.RETIRE, seen(kept))


def newest(project, number=None):
    """Return the newest entry, or the newest one that decided about an image."""
    place = None if number is None else seen(number).place
    return Chronicle.of(project.events()).about(place)[-1] if place else project.events()[-1]


def act(project, session, event):
    return TakingBack(session, Chronicle.of(project.events())).of(event)


def take_back(project, session, event):
    taken = act(project, session, event).because("mistaken for another scan")
    if taken.join is not None:
        return session.joins.say(taken.join, taken.cluster)
    return session.decide(taken.decisions, label="take_back")


def why(project, session, event):
    with pytest.raises(RefusedError) as refused:
        act(project, session, event)
    return refused.value.message.english()


def verdicts(session):
    return {n: verdict for n in range(1, 7) if (verdict := session.verdict(RecordId(n)))}


def test_an_earlier_answer_is_taken_back_though_others_were_given_since(project, session):
    session.decide([retire(2)])
    chosen = newest(project)
    session.decide([keep(3)])
    take_back(project, session, chosen)
    assert verdicts(session) == {3: Verdict.CANONICAL}
    assert verdicts(a_session(project)) == {3: Verdict.CANONICAL}


def test_taking_back_is_an_entry_of_its_own_with_person_and_reason_and_erases_nothing(
    project, session
):
    session.decide([retire(2)])
    before = project.events()
    take_back(project, session, newest(project))
    after = project.events()
    assert after[: len(before)] == before
    (new,) = after[len(before) :]
    assert new.kind == EventKind.DECISION_REVOKED
    assert new.person().name == "Wong Siu-ming"
    assert new.personal("note") == {"text": "mistaken for another scan"}
    assert project.verify_chain() == ()
    assert project.verify_state() == ()


def test_it_is_a_step_that_undo_takes_back_also_after_a_restart(project, session):
    session.decide([retire(2)])
    take_back(project, session, newest(project))
    again = a_session(project)
    step = again.history()[-1]
    assert (step.label, step.person.name) == ("take_back", "Wong Siu-ming")
    again.decide(step.before, undoes=step.id, label=step.label)
    assert verdicts(again) == {2: Verdict.RETIRE}


def test_a_kept_copy_takes_what_the_same_key_press_set_aside_for_it_back_with_it(project, session):
    session.decide([keep(1), retire(2), retire(5)])
    chosen = newest(project, 1)
    session.decide([keep(3)])
    first = next(one for one in project.events() if one.body.get("verdict") == "canonical")
    assert chosen.body["verdict"] == "retire"  # the newest entry that names the kept copy
    taken = act(project, session, first)
    assert [one.subject for one in taken.decisions] == [seen(1), seen(2), seen(5)]
    take_back(project, session, first)
    assert verdicts(session) == {3: Verdict.CANONICAL}


def test_a_kept_copy_stays_while_another_decision_depends_on_it_and_the_file_is_named(
    project, session
):
    session.decide([keep(1), retire(2)])
    first = next(one for one in project.events() if one.body.get("verdict") == "canonical")
    session.decide([retire(5)])
    told = why(project, session, first)
    assert "1.jpg stays the kept copy: 5.jpg was set aside in favour of it" in told
    assert "Take that one back first" in told
    take_back(project, session, newest(project, 5))
    take_back(project, session, first)
    assert verdicts(session) == {}


def test_what_a_later_entry_replaced_is_refused_and_the_later_one_can_be_taken_back(
    project, session
):
    session.decide([retire(2)])
    chosen = newest(project)
    session.decide([Decision(seen(2), Verdict.VARIANT, seen(1))])
    assert "a later entry replaced it" in why(project, session, chosen)
    take_back(project, session, newest(project))
    assert verdicts(session) == {}


def test_the_same_answer_given_twice_is_taken_back_at_its_newest_entry(project, session):
    session.decide([retire(2)])
    chosen = newest(project)
    session.decide([Decision(seen(2), None)])
    session.decide([retire(2)])
    assert "a later entry replaced it" in why(project, session, chosen)
    assert act(project, session, newest(project)).decisions


def test_what_was_taken_back_already_says_so(project, session):
    session.decide([retire(2)])
    chosen = newest(project)
    take_back(project, session, chosen)
    assert "was taken back already" in why(project, session, chosen)
    assert "This entry itself took an answer about 2.jpg back" in why(
        project, session, newest(project)
    )


def test_a_file_in_quarantine_is_put_back_first(project, session):
    session.decide([retire(2)])
    chosen = newest(project)
    path = seen(2).place.path
    moved_to(project, announced("one", path), ended("one"))
    assert "Put it back first" in why(project, session, chosen)
    moved_to(project, *brought_back("two", path, "one"))
    assert act(project, session, chosen).decisions[0].subject == seen(2)


def test_a_kept_copy_stays_while_what_was_set_aside_for_it_is_in_quarantine(project, session):
    session.decide([keep(1), retire(2)])
    first = next(one for one in project.events() if one.body.get("verdict") == "canonical")
    moved_to(project, announced("one", seen(2).place.path), ended("one"))
    assert "2.jpg is in quarantine" in why(project, session, first)


def moved_to(project, *drafts):
    """Write moves as the ledger tells them; whoever judges reads the history only."""
    root = seen(1).place.root
    for draft in drafts:
        personal = dict(draft.personal)
        if "item" in personal:
            personal["item"] = {**personal["item"], "root": root}
        is_back = draft.kind in (EventKind.RESTORE_INTENT, EventKind.RESTORE_DONE)
        body = {"batch": "b", "number": 1, "direction": "restore" if is_back else "retire"}
        body |= {**draft.body, "restores": "one" if is_back else None}
        project.append((EventDraft(draft.kind, body, personal),))


def test_a_join_is_taken_back_with_a_reason_and_the_groups_stand_by_themselves(project, session):
    before = [row.id for row in session.queue()]
    session.joins.say(Join(about(1, 3), note="the printer's own proof"), FIRST)
    take_back(project, session, newest(project))
    assert [row.id for row in session.queue()] == before
    last = newest(project)
    assert (last.kind, last.body["set"]) == (EventKind.JOIN_SET, False)
    assert last.personal("note") == {"text": "mistaken for another scan"}


def test_a_join_stays_while_an_answer_compares_pictures_across_the_seam(project, session):
    session.joins.say(Join(about(1, 3)), FIRST)
    chosen = newest(project)
    session.decide([retire(3, kept=1)])
    assert "an answer about 3.jpg compares it with 1.jpg" in why(project, session, chosen)
    session.decide([Decision(seen(3), None), retire(4, kept=3)])  # within its own group
    assert act(project, session, chosen).join == Join(about(1, 3), is_set=False)


def test_an_answer_across_the_seam_can_be_taken_back_and_then_the_join(project, session):
    session.joins.say(Join(about(1, 3)), FIRST)
    joined = newest(project)
    session.decide([retire(3, kept=1)])
    take_back(project, session, newest(project))
    take_back(project, session, joined)
    assert not session.joins.holds(about(1, 3))
    assert "taken back already" in why(project, session, joined)


def test_of_two_joins_between_the_same_groups_either_may_go(project, session):
    session.joins.say(Join(about(1, 3)), FIRST)
    chosen = newest(project)
    project.append((join_draft(Join(about(2, 4)), StepMark("another sitting's")),))
    session.joins.reload()
    session.decide([retire(3, kept=1)])
    assert act(project, session, chosen).join is not None, "the other join holds them together"


def test_an_alignment_by_hand_is_taken_back_to_what_was_measured(project, session):
    said = HandAlignment(seen(1).digest, seen(2).digest, IDENTITY)
    session.alignments.say(said, FIRST)
    chosen = newest(project)
    taken = act(project, session, chosen)
    assert taken.alignment.matrix is None
    session.alignments.say(taken.alignment, FIRST, note="nudged by mistake")
    assert "aligned anew later" in why(project, session, chosen)
    assert newest(project).personal("note") == {"text": "nudged by mistake"}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (EventKind.OPERATION_DONE, "put the file back on the screen Set aside"),
        (EventKind.BOOKMARK_SET, "press its key"),
        (EventKind.AUDIT_RUN, "not what somebody decided"),
    ],
)
def test_what_is_no_act_of_deciding_says_what_to_do_instead(project, session, kind, told):
    body = {"low": "1" * 64, "high": "2" * 64, "set": True, "operation": "x"}
    project.append((EventDraft(kind, body),))
    assert told in why(project, session, newest(project))
