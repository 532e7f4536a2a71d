"""A sitting over one generation: rows, proposals, answers that are committed, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dedup_desk.core.canonical import Policy
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.ledger import Actor
from dedup_desk.core.pairs import Finding, Relation, Sureness
from dedup_desk.core.records import RecordId
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.review_views import (
    Proposed,
    QueueOrder,
    QueueQuery,
    RowKind,
    RowState,
)
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.builders import a_cluster, a_pair, a_record

RECORDS = {
    RecordId(n): a_record(n, size_bytes=size, path=path)
    for n, size, path in (
        (1, 9000, b"masters/0413.tif"),
        (2, 2000, b"press/0413-web.jpg"),
        (3, 1000, b"press/0413-thumb.jpg"),
        (4, 5000, b"masters/0500.tif"),
        (5, 4000, b"press/\xff0500.jpg"),
        (6, 3000, b"deeds/a.png"),
        (7, 3000, b"deeds/b.png"),
    )
}
CLUSTERS = (a_cluster(1, 2, 3), a_cluster(4, 5, relation=Relation.CROPPED, lane=3))
PAIRS = (
    a_pair(1, 2),
    a_pair(1, 3, score=0.9),
    a_pair(4, 5, Relation.CROPPED),
    a_pair(6, 7, Relation.SAME_LAYOUT, finding=Finding.LOOK, score=0.7),
)
WHO = Actor("Wong Siu-ming", "wong", "desk-1")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[ProjectFile]:
    with ProjectFile.create(tmp_path / "stills.ddesk", WHO) as made:
        yield made


def a_session(project: ProjectFile) -> ReviewSession:
    shelf = Shelf.of(RECORDS, CLUSTERS, PAIRS)
    return ReviewSession(
        shelf, project, lambda _digest: None, Policy(), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )


@pytest.fixture
def session(project: ProjectFile) -> ReviewSession:
    return a_session(project)


def test_groups_and_look_pairs_are_rows_of_their_own_kind(session: ReviewSession):
    rows = session.queue()
    assert [(row.kind, row.lane, row.member_count) for row in rows] == [
        (RowKind.CLUSTER, 2, 3),
        (RowKind.CLUSTER, 3, 2),
        (RowKind.PAIR, 5, 2),
    ]
    assert rows[0].redundant_bytes == 3000
    assert [row.sureness for row in rows] == [Sureness.LIKELY, Sureness.CERTAIN, Sureness.CHECK]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        (QueueQuery(lanes=frozenset({3})), [b"0500.tif"]),
        (QueueQuery(relations=frozenset({Relation.SAME_LAYOUT})), [b"a.png"]),
        (QueueQuery(text="THUMB"), [b"0413.tif"]),
        (QueueQuery(text="\\xff"), [b"0500.tif"]),
        (QueueQuery(order=QueueOrder.LARGEST), [b"0500.tif", b"0413.tif", b"a.png"]),
        (QueueQuery(order=QueueOrder.LEAST_CERTAIN), [b"a.png", b"0413.tif", b"0500.tif"]),
        (QueueQuery(states=frozenset({RowState.DECIDED})), []),
    ],
)
def test_the_queue_answers_a_query(session: ReviewSession, query: QueueQuery, titles: list[bytes]):
    assert [row.title for row in session.queue(query)] == titles


def test_counts_follow_the_filter(session: ReviewSession):
    assert session.counts().by_lane == {2: 1, 3: 1, 5: 1}
    assert session.counts(QueueQuery(text="press")).by_lane == {2: 1, 3: 1}


def test_accepting_a_proposal_decides_exactly_what_was_proposed(session: ReviewSession):
    row = session.queue()[0]
    session.decide(session.accept(row.id))
    view = session.cluster(row.id)
    assert [(one.verdict, one.proposed) for one in view.members] == [
        (Verdict.CANONICAL, Proposed.CANONICAL),
        (Verdict.RETIRE, Proposed.RETIRE),
        (Verdict.RETIRE, Proposed.RETIRE),
    ]
    assert view.state is RowState.DECIDED
    assert view.members[1].decision is not None
    assert view.members[1].decision.canonical == RECORDS[RecordId(1)].seen


@pytest.mark.parametrize(
    ("subject", "verdict"), [(2, Verdict.CANONICAL), (1, Verdict.VARIANT), (1, Verdict.UNSURE)]
)
def test_a_proposal_is_void_once_an_answer_says_otherwise_about_the_kept_copy(
    session: ReviewSession, subject: int, verdict: Verdict
):
    row = session.queue()[0]
    session.decide([Decision(RECORDS[RecordId(subject)].seen, verdict)])
    view = session.cluster(row.id)
    assert view.void is not None
    assert {one.proposed for one in view.members} == {None}
    assert session.accept(row.id) == ()


def test_an_answer_about_another_member_leaves_the_rest_of_the_proposal_standing(
    session: ReviewSession,
):
    row = session.queue()[0]
    session.decide([Decision(RECORDS[RecordId(2)].seen, Verdict.VARIANT)])
    view = session.cluster(row.id)
    assert view.void is None
    assert view.members[2].proposed is Proposed.RETIRE


def test_a_look_pair_proposes_nothing(session: ReviewSession):
    row = session.queue()[-1]
    assert session.accept(row.id) == ()
    assert session.cluster(row.id).proposal.canonical is None


def test_an_answer_outlives_the_sitting(project: ProjectFile, session: ReviewSession):
    row = session.queue()[0]
    session.decide(session.accept(row.id))
    assert a_session(project).cluster(row.id).state is RowState.DECIDED


def test_undo_writes_the_earlier_answer_again_and_redo_works_after_a_restart(
    project: ProjectFile, session: ReviewSession
):
    subject = RECORDS[RecordId(2)].seen
    kept = RECORDS[RecordId(1)].seen
    step = session.decide([Decision(subject, Verdict.RETIRE, kept)], label="retire")
    session.decide(step.before, undoes=step.id)
    assert session.verdict(RecordId(2)) is None
    again = a_session(project)
    assert [(one.label, one.is_undone) for one in again.history()] == [("retire", True)]
    again.decide(again.history()[0].after, undoes=step.id)
    assert again.verdict(RecordId(2)) is Verdict.RETIRE
    assert [one.is_undone for one in again.history()] == [False]


def test_undo_appends_and_rewrites_nothing(project: ProjectFile, session: ReviewSession):
    before = len(project.events())
    step = session.decide([Decision(RECORDS[RecordId(2)].seen, Verdict.UNSURE)])
    session.decide(step.before, undoes=step.id)
    assert len(project.events()) >= before + 2
    assert project.verify_chain() == ()


def test_unsure_makes_a_group_unsure(session: ReviewSession):
    session.decide([Decision(RECORDS[RecordId(3)].seen, Verdict.UNSURE)])
    assert session.row(session.queue()[0].id).state is RowState.UNSURE


def test_one_step_gives_one_answer_a_file(session: ReviewSession):
    twice = Decision(RECORDS[RecordId(2)].seen, Verdict.UNSURE)
    with pytest.raises(RefusedError, match="one answer for each"):
        session.decide([twice, twice])
    with pytest.raises(RefusedError):
        session.decide([])
    assert session.verdict(RecordId(2)) is None


def test_a_decision_about_other_content_is_stale(project: ProjectFile, session: ReviewSession):
    subject = RECORDS[RecordId(2)]
    session.decide([Decision(subject.seen, Verdict.RETIRE, RECORDS[RecordId(1)].seen)])
    changed = {**RECORDS, subject.id: a_record(2, subject.place.path, content="edited")}
    later = ReviewSession(
        Shelf.of(changed, CLUSTERS, PAIRS),
        project,
        lambda _digest: None,
        Policy(),
        lambda: datetime(2026, 11, 21, tzinfo=UTC),
    )
    member = later.cluster(later.queue()[0].id).members[1]
    assert (member.is_stale, member.verdict) == (True, None)


def test_what_was_decided_about_a_file_in_quarantine_is_no_answer_about_its_twin(
    project: ProjectFile, session: ReviewSession
):
    moved, kept = RECORDS[RecordId(2)], RECORDS[RecordId(1)]
    session.decide([Decision(moved.seen, Verdict.RETIRE, kept.seen)])
    twin = a_record(8, b"later/0413-web.jpg", content="content 2")
    after = {one.id: one for one in (*RECORDS.values(), twin) if one.id != moved.id}
    clusters, pairs = (a_cluster(1, 3, 8),), (a_pair(1, 3), a_pair(1, 8))
    shelf = Shelf.of(after, clusters, pairs, frozenset({moved.place}))
    later = ReviewSession(
        shelf, project, lambda _digest: None, Policy(), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )
    assert later.verdict(twin.id) is None
    later = ReviewSession(
        Shelf.of(after, clusters, pairs),  # nothing was moved: then the file went elsewhere by hand
        project,
        lambda _digest: None,
        Policy(),
        lambda: datetime(2026, 11, 21, tzinfo=UTC),
    )
    assert later.verdict(twin.id) is Verdict.RETIRE


def test_a_decision_says_what_a_copy_is_of_the_copy_that_is_kept(project: ProjectFile):
    shelf = Shelf.of(RECORDS, CLUSTERS, (*PAIRS, a_pair(2, 3, Relation.RESIZED)))
    session = ReviewSession(
        shelf, project, lambda _digest: None, Policy(), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )
    one, two, three, four = (RECORDS[RecordId(at)].seen for at in (1, 2, 3, 4))
    asked = Decision(three, Verdict.RETIRE, two, Relation.RE_ENCODED)
    assert session.as_compared(asked).relation is Relation.RESIZED
    for not_compared in (Decision(three, Verdict.RETIRE, four), Decision(one, Verdict.CANONICAL)):
        assert session.as_compared(not_compared) == not_compared


def test_two_members_that_nobody_compared_are_nothing_of_each_other(project: ProjectFile):
    shelf = Shelf.of(RECORDS, CLUSTERS, PAIRS)
    session = ReviewSession(
        shelf, project, lambda _digest: None, Policy(), lambda: datetime(2026, 11, 21, tzinfo=UTC)
    )
    members = session.cluster(CLUSTERS[0].id).members
    centre, *others = members
    assert session.relation_to(centre, others[0]) is not None
    assert session.pair(others[0].record.id, others[1].record.id) is None
    assert session.relation_to(others[0], others[1]) is None
