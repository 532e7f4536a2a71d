"""Joining groups in a sitting: one row, no proposal across the seam, taken back without a trace."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime

import numpy as np
import pytest

from dedup_desk.core.canonical import Policy
from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.hand_alignment import HandAlignment
from dedup_desk.core.joins import Join, read_join
from dedup_desk.core.ledger import Actor, EventKind
from dedup_desk.core.pairs import IDENTITY, Finding, Relation, Sureness
from dedup_desk.core.records import RecordId
from dedup_desk.core.whereabouts import places_of
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.review_views import Proposed, QueueOrder, QueueQuery, RowKind, RowState
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.builders import a_cluster, a_pair, a_record

RECORDS = {RecordId(n): a_record(n, width_px=3000 - 300 * n, path=b"folder/%d.jpg" % n)
           for n in range(1, 9)}  # fmt: skip
CLUSTERS = (a_cluster(1, 2), a_cluster(3, 4), a_cluster(5, 6))
PAIRS = (
    *(a_pair(n, n + 1, Relation.RESIZED) for n in (1, 3, 5)),
    a_pair(1, 3, Relation.LOOK, finding=Finding.LOOK),
    a_pair(7, 8, Relation.LOOK, finding=Finding.LOOK),
)
WHO = Actor("Wong Siu-ming", "wong", "desk-1")
FIRST, SECOND, THIRD = (one.id for one in CLUSTERS)


@pytest.fixture
def project(tmp_path):
    with ProjectFile.create(tmp_path / "stills.ddesk", WHO) as made:
        yield made


def a_session(project, pairs=PAIRS):
    shelf = Shelf.of(RECORDS, CLUSTERS, pairs)
    return ReviewSession(
        shelf, project, lambda _: None, Policy(), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )


@pytest.fixture
def session(project):
    return a_session(project)


def seen(number):
    return RECORDS[RecordId(number)].seen


def about(one, other):
    return ContentPair.of(seen(one).digest, seen(other).digest)


def join(session, one, other):
    return session.joins.say(Join(about(one, other)), FIRST)


def apart(session, one, other):
    answer = Decision(seen(one), Verdict.NOT_DUPLICATE, seen(other))
    return session.decide([answer])


def ids(session):
    return [row.id for row in session.queue()]


def state_of(session):
    """Return everything that is shown of a queue."""
    contents = session.whole_queue()
    columns = {one.name: getattr(contents.table.columns, one.name).tolist()
               for one in fields(contents.table.columns)}  # fmt: skip
    orders = [[row.id for row in session.queue(QueueQuery(order=one))] for one in QueueOrder]
    views = [session.cluster(one) for one in ids(session)]
    return columns, orders, views, session.counts(), contents.states.tolist()


def test_joined_groups_are_one_row_and_their_look_pair_is_gone(session):
    pair = next(one.id for one in session.queue() if one.kind is RowKind.PAIR
                and set(one.thumbnails) == {seen(1).digest, seen(3).digest})  # fmt: skip
    join(session, 1, 3)
    assert {SECOND, pair}.isdisjoint(ids(session))
    row = session.row(FIRST)
    assert (row.member_count, row.kind, row.sureness) == (4, RowKind.CLUSTER, Sureness.CHECK)
    assert row.redundant_bytes == 3000
    assert row.lane == 5
    assert row.is_chained
    assert session.counts().rows == 3
    assert [one.record.id for one in session.cluster(FIRST).members] == [1, 2, 3, 4]
    assert session.joins.shelf.row_of(seen(4).digest) == FIRST


def test_a_joined_group_is_found_by_the_words_of_every_image(session):
    join(session, 1, 5)
    assert [row.id for row in session.queue(QueueQuery(text="6.jpg"))] == [FIRST]


def test_taking_a_join_back_leaves_no_trace_on_the_table(session):
    before = state_of(session)
    step = join(session, 1, 3)
    assert state_of(session) != before
    session.joins.say(step.joined.before, FIRST, undoes=step.id)
    assert state_of(session) == before


def test_the_order_of_joins_does_not_matter(tmp_path):
    states = []
    for number, order in enumerate([((1, 3), (4, 5)), ((4, 5), (1, 3)), ((5, 4), (3, 1))]):
        with ProjectFile.create(tmp_path / f"{number}.ddesk", WHO) as project:
            session = a_session(project)
            for one, other in order:
                join(session, one, other)
            states.append(state_of(session))
    assert states[0] == states[1] == states[2]
    assert states[0][2][0].id == FIRST
    assert len(states[0][2][0].members) == 6


def test_a_look_pair_of_two_single_images_becomes_a_group(session):
    join(session, 7, 8)
    row = next(one for one in session.queue() if seen(7).digest in one.thumbnails)
    assert row.kind is RowKind.CLUSTER
    view = session.cluster(row.id)
    assert [one.is_by_hand for one in view.members] == [False, True]
    assert view.members[1].relation is Relation.LOOK
    assert session.counts().rows == 5


def test_a_join_outlives_the_sitting_and_can_be_taken_back_in_the_next(project, session):
    before = state_of(session)
    made = join(session, 1, 3)
    after = state_of(session)
    later = a_session(project)
    assert state_of(later) == after
    (step,) = later.history()
    assert (step.id, step.joined, step.is_undone) == (made.id, made.joined, False)
    later.joins.say(step.joined.before, step.joined.cluster, undoes=step.id)
    assert state_of(later) == before
    assert state_of(a_session(project)) == before
    (undone,) = a_session(project).history()
    assert undone.is_undone
    kinds = [one.kind for one in project.events()]
    assert kinds.count(EventKind.JOIN_SET) == 2
    assert project.verify_chain() == ()
    assert project.verify_state() == ()


def test_rules_propose_nothing_across_the_seam_whatever_was_measured(project):
    across = (*PAIRS[:3], a_pair(1, 3, Relation.RESIZED))
    session = a_session(project, across)
    join(session, 1, 3)
    members = session.cluster(FIRST).members
    assert [one.proposed for one in members] == [Proposed.CANONICAL, Proposed.RETIRE, None, None]
    vetoed = {one.record: one.reason.template for one in session.cluster(FIRST).proposal.vetoes}
    assert vetoed[3] == "It was joined by hand: a person decides."
    assert {one.subject for one in session.accept(FIRST)} == {seen(1), seen(2)}


@pytest.mark.parametrize("pair", [(1, 3), (2, 3), (4, 1)])
def test_what_was_called_no_duplicate_is_not_joined(session, project, pair):
    apart(session, *pair)
    with pytest.raises(RefusedError, match="were called not duplicates"):
        join(session, 1, 3)
    assert EventKind.JOIN_SET not in [one.kind for one in project.events()]
    session.decide([Decision(seen(pair[0]), None)])
    join(session, 1, 3)
    assert SECOND not in ids(session)


def test_what_a_chain_of_joins_would_bring_together_is_refused_as_well(session):
    apart(session, 1, 5)
    join(session, 1, 3)
    with pytest.raises(RefusedError):
        join(session, 3, 5)


def test_two_of_one_group_cannot_be_joined(session):
    with pytest.raises(RefusedError, match="in one group already"):
        join(session, 1, 2)
    join(session, 1, 3)
    with pytest.raises(RefusedError, match="in one group already"):
        join(session, 2, 4)


def test_called_no_duplicates_later_the_groups_come_apart_and_both_stay_in_the_ledger(
    project, session
):
    before = ids(session)
    join(session, 1, 3)
    apart(session, 1, 3)
    assert ids(session) == before
    assert ids(a_session(project)) == before
    session.decide([Decision(seen(1), None)])  # taken back: what was said before holds again
    assert SECOND not in ids(session)
    kinds = [one.kind for one in project.events()]
    assert kinds.count(EventKind.JOIN_SET) == 1
    assert kinds.count(EventKind.DECISION_MADE) == 1


def test_how_far_a_joined_group_is_decided_counts_every_image(session):
    session.decide([Decision(seen(n), Verdict.VARIANT) for n in (1, 2)])
    assert session.row(FIRST).state is RowState.DECIDED
    join(session, 1, 3)
    assert session.row(FIRST).state is RowState.PARTLY
    states = session.whole_queue()
    at = states.table.place[FIRST]
    assert states.row(at).state is RowState.PARTLY
    assert not np.any(states.open_rows()[states.table.hidden])


def test_a_join_about_images_that_are_not_here_waits(project):
    stranger = a_record(99)
    session = a_session(project)
    before = ids(session)
    shelf = Shelf.of({**RECORDS, stranger.id: stranger}, CLUSTERS, PAIRS)
    other = ReviewSession(shelf, project, lambda _: None, Policy(), lambda: datetime.now(tz=UTC))
    other.joins.say(Join(ContentPair.of(seen(1).digest, stranger.digest)))
    assert ids(a_session(project)) == before


def test_the_entry_of_a_join_names_both_groups_and_every_file_of_them(project, session):
    join(session, 2, 3)
    made = read_join(project.events()[-1])
    named = {one.group: (one.images, [place.name for place in one.places])
             for one in (made.low, made.high)}  # fmt: skip
    assert named == {FIRST: (2, [b"2.jpg", b"1.jpg"]), SECOND: (2, [b"3.jpg", b"4.jpg"])}


def test_a_note_is_put_to_a_join_as_a_step_of_its_own(project, session):
    join(session, 1, 3)
    noted = replace(session.joins.of(about(1, 3)), note="one print, scanned twice")
    step = session.joins.say(noted, FIRST)
    assert step.label == "note"
    again = a_session(project)
    assert again.joins.of(about(1, 3)).note == "one print, scanned twice"
    assert again.history()[-1].label == "note"
    assert project.events()[-1].personal("note") == {"text": "one print, scanned twice"}
    again.joins.say(step.joined.before, FIRST, undoes=step.id)
    assert again.joins.of(about(1, 3)) == Join(about(1, 3)), "joined still, without the note"


def test_a_step_names_the_person_whose_act_it_was(project, session):
    assert join(session, 1, 3).person == WHO
    assert [one.person for one in a_session(project).history()] == [WHO]


def test_a_join_is_found_between_the_two_sides_of_it(session):
    join(session, 1, 3)
    some, others = ({seen(n).digest for n in group} for group in ((1, 2), (3, 4)))
    assert session.joins.between(others, some).about == about(1, 3)
    assert session.joins.between(some, {seen(5).digest}) is None


def test_without_a_join_its_groups_fall_apart_unless_another_holds_them(session):
    places = {n: seen(n).place for n in range(1, 7)}
    join(session, 1, 3)
    join(session, 4, 5)
    parts = set(session.joins.parted_by(about(1, 3)))
    assert parts == {
        frozenset({places[1], places[2]}),
        frozenset({places[3], places[4], places[5], places[6]}),
    }


@pytest.mark.parametrize("act", ["join", "align", "mark", "decide"])
def test_saved_is_renewed_by_every_act_that_is_recorded(session, act):
    assert session.saved_at is None
    acts = {
        "join": lambda: join(session, 1, 3),
        "align": lambda: session.alignments.say(
            HandAlignment(seen(1).digest, seen(2).digest, IDENTITY)
        ),
        "mark": lambda: session.marks.turn(session.row(FIRST)),
        "decide": lambda: session.decide([Decision(seen(1), Verdict.CANONICAL)]),
    }
    acts[act]()
    assert session.saved_at == datetime(2026, 11, 21, tzinfo=UTC)


def test_an_alignment_and_a_bookmark_name_their_files_too(project, session):
    session.alignments.say(HandAlignment(seen(1).digest, seen(2).digest, IDENTITY), FIRST)
    assert [one.name for one in places_of(project.events()[-1])] == [b"1.jpg", b"2.jpg"]
    session.marks.turn(session.row(SECOND))
    assert [one.path for one in places_of(project.events()[-1])] == [b"folder/3.jpg"]
