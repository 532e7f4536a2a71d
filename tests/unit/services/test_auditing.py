"""The audit: counts that add up, of the queue as it stands, whatever a person joined or kept."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import numpy as np
import pytest

from dedup_desk.core.array_file import ArrayFileError
from dedup_desk.core.canonical import Policy
from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.joins import Join
from dedup_desk.core.ledger import Actor
from dedup_desk.core.pairs import Finding, Relation, Sureness
from dedup_desk.core.records import RecordId
from dedup_desk.services.auditing import KEEPS_APART, AuditSources, count_holdings, make_audit
from dedup_desk.services.projects import create_project, index_folder, open_project
from dedup_desk.services.review_queue import Shelf
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.services.tallying import SCORE_BINS, Tally
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.builders import a_cluster, a_pair, a_record
from tests.helpers.many_groups import write_groups

RECORDS = {RecordId(n): a_record(n, size_bytes=n * 100) for n in range(1, 10)}
CLUSTERS = (a_cluster(1, 2, 3), a_cluster(4, 5, relation=Relation.CROPPED, lane=3))
PAIRS = (
    a_pair(1, 2),
    a_pair(1, 3, score=1.0),
    a_pair(4, 5, Relation.CROPPED, score=0.52),
    a_pair(6, 7, Relation.LOOK, finding=Finding.LOOK, score=0.4),
    a_pair(8, 9, Relation.SAME_LAYOUT, finding=Finding.LOOK, score=0.2),
)
TALLY = Tally.of(RECORDS, PAIRS)


@pytest.fixture
def session(tmp_path):
    who = Actor("Wong Siu-ming", "wong", "desk-1")
    shelf = Shelf.of(RECORDS, CLUSTERS, PAIRS)
    with ProjectFile.create(tmp_path / "stills.ddesk", who) as file:
        at = datetime(2026, 11, 22, tzinfo=UTC)
        yield ReviewSession(shelf, file, lambda _: None, Policy(), lambda: at)


def audit(session):
    kept = {one for one, verdict in session.answers.verdicts().items() if verdict in KEEPS_APART}
    return make_audit(AuditSources(session.whole_queue(), TALLY, kept))


def decide(session, number, verdict):
    session.decide([Decision(RECORDS[RecordId(number)].seen, verdict)])


def join(session, one, other):
    digests = (RECORDS[RecordId(each)].digest for each in (one, other))
    session.joins.say(Join(ContentPair.of(*digests)), CLUSTERS[0].id)


def kinds(holdings):
    return [(one.relation, one.copies, one.size_bytes) for one in holdings.kinds]


def test_every_member_but_the_centre_is_redundant_under_its_own_kind(session):
    holdings = audit(session).holdings
    assert kinds(holdings) == [(Relation.CROPPED, 1, 500), (Relation.RE_ENCODED, 2, 500)]
    assert (holdings.redundant_copies, holdings.redundant_bytes, holdings.groups) == (3, 1000, 2)
    assert (holdings.images, holdings.size_bytes, holdings.folders) == (9, 4500, 1)


def test_pairs_that_need_a_person_stand_beside_the_headline(session):
    counted = audit(session)
    assert (counted.look_pairs, counted.same_layout_pairs) == (1, 1)
    assert sum(copies for copies, _ in counted.scores) == 3
    assert [at for at, (copies, looks) in enumerate(counted.scores) if copies or looks] == [
        4, 8, 10, 19
    ]  # fmt: skip
    assert counted.sureness == Counter(one.sureness for one in PAIRS[:3])


def test_a_version_that_a_person_keeps_is_not_redundant(session):
    decide(session, 5, Verdict.VARIANT)
    holdings = audit(session).holdings
    assert (holdings.redundant_copies, holdings.groups) == (2, 1)


def test_a_group_is_decided_when_all_of_it_is(session):
    decide(session, 4, Verdict.CANONICAL)
    assert audit(session).groups_decided == 0
    decide(session, 5, Verdict.UNSURE)
    assert audit(session).groups_decided == 0
    decide(session, 5, Verdict.RETIRE)
    assert audit(session).groups_decided == 1


def test_joined_groups_are_one_and_nothing_is_measured_by_joining(session):
    before = audit(session)
    join(session, 1, 4)
    after = audit(session)
    assert after.holdings.groups == before.holdings.groups - 1
    assert after.holdings.kinds == before.holdings.kinds
    for number in (1, 2, 3):
        decide(session, number, Verdict.CANONICAL if number == 1 else Verdict.RETIRE)
    assert audit(session).groups_decided == 0  # the other half of it waits
    for number in (4, 5):
        decide(session, number, Verdict.RETIRE)
    assert audit(session).groups_decided == 1


def test_look_pairs_within_a_joined_group_need_nobody_any_more(session):
    before = audit(session)
    for pair in (one for one in PAIRS if one.finding is Finding.LOOK):
        join(session, pair.key.a, pair.key.b)
    after = audit(session)
    assert (before.look_pairs, before.same_layout_pairs) == (1, 1)
    assert (after.look_pairs, after.same_layout_pairs) == (0, 0)
    assert after.scores == before.scores
    assert after.holdings.joined > 0


def test_a_tally_is_read_as_it_was_packed():
    assert Tally.read(TALLY.packed()) == Tally(
        **{name: getattr(TALLY, name) for name in ("images", "size_bytes", "folders")},
        blank=0,
        limited=0,
        looks={one: TALLY.looks.get(one, 0) for one in Relation},
        sureness={one: TALLY.sureness.get(one, 0) for one in Sureness},
        scores=TALLY.scores,
    )
    assert len(TALLY.scores) == SCORE_BINS


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_numbers_of_something_else_are_no_tally(count):
    with pytest.raises(ArrayFileError):
        Tally.read(np.zeros(count, np.uint64))


def test_an_empty_collection_has_no_share():
    nothing = Shelf.of({}, (), ()).table
    assert count_holdings(nothing, Tally.of({}, ())).redundant_share == 0.0


def test_an_audit_of_an_index_reads_no_record_and_no_comparison(tmp_path, monkeypatch):
    path = tmp_path / "queue.ddesk"
    create_project(path).close()
    write_groups(index_folder(path), 60)
    with open_project(path) as project:
        first = project.audit()  # keeps what it counted
        counted = (Tally.of(project.index.records(), project.index.verified()), project.audit())
        assert (first.read, first.look_pairs) == (counted[0].images, sum(counted[0].looks.values()))
        assert first == counted[1]
        for name in ("records", "verified", "clusters"):
            monkeypatch.delattr(type(project.index), name)
        assert project.audit() == first
