"""Groups that a person joined, on the page of evidence and in the plan of what is set aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.joins import Join
from dedup_desk.core.ledger import Actor, EventKind
from dedup_desk.core.pairs import CandidatePair, Finding, Relation
from dedup_desk.core.plan import Reason
from dedup_desk.services.evidence import gather
from dedup_desk.services.evidence.as_page import evidence_page
from dedup_desk.services.groups import groups_of
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.reports import REPORTS
from dedup_desk.services.reports.languages import words_in
from dedup_desk.services.review_views import RowKind
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.services.stored_queue import keep_queue
from tests.helpers.builders import a_pair
from tests.helpers.review_fakes import draw_landscape, jpeg, resized

WHO = Actor("Wong Siu-ming", "wong", "desk-1")
SAME = "are in one group because a person says that they show the same picture."


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two pictures that have nothing to do with each other, each with a smaller copy."""
    folder = tmp_path / "collection"
    folder.mkdir()
    for seed, name in ((3, "x"), (11, "y")):
        full = draw_landscape(seed)
        (folder / f"{name}1.jpg").write_bytes(jpeg(full))
        (folder / f"{name}2.jpg").write_bytes(jpeg(resized(full, 900, 600)))
    places = UserPlaces(data=tmp_path, state=tmp_path)
    with create_project(tmp_path / "made.ddesk", WHO, places) as made:
        made.add_root(os.fsencode(folder), "stills")
        assert run_inline(made.indexing(1)).groups == 2
        yield made


def seen(session: ReviewSession, name: bytes):
    rows = (session.cluster(row.id) for row in session.queue())
    records = (one.record for view in rows for one in view.members)
    return next(one.seen for one in records if one.place.name == name)


def joined(project: Project) -> tuple[ReviewSession, str, str]:
    """Join the two groups; return the sitting, the row they are now, and the step's id."""
    session = project.sitting()
    about = ContentPair.of(seen(session, b"x1.jpg").digest, seen(session, b"y1.jpg").digest)
    step = session.joins.say(Join(about))
    (row,) = session.queue()
    assert row.member_count == 4
    return session, row.id, step.id


def test_the_page_says_that_a_person_joined_them_and_who(project: Project):
    _, group, _ = joined(project)
    page = evidence_page(gather(project, group), words_in("en"))
    assert page.count(SAME) == 2  # both images of the other group, against the first
    assert page.count("No comparison found that; nothing is measured.") == 2
    assert "only through another image" not in page
    (act,) = gather(project, group).acts
    (event,) = (one for one in project.file.events() if one.kind == EventKind.JOIN_SET)
    assert act.what.english() == "Joined by hand: they show the same picture"
    assert (act.hash, act.who) == (event.hash, "Wong Siu-ming (wong@desk-1)")
    assert set(act.about.english().split(" and ")) <= {"A", "B", "C", "D"}


def test_the_page_gives_the_persons_reasons_for_the_join_and_for_taking_it_back(project: Project):
    session, group, step = joined(project)
    about = next(iter(project.file.joins()))
    session.joins.say(Join(about, note="one print, scanned twice"))
    noted = gather(project, group).acts[-1]
    assert noted.reason == ("one print, scanned twice",)
    session.joins.say(Join(about, is_set=False, note="two prints after all"), undoes=step)
    (row, *_) = session.queue()
    acts = gather(project, row.id).acts
    assert [one.reason for one in acts][-1] == ("two prints after all",)


def test_a_group_may_be_set_aside_whole_for_one_it_was_joined_with_and_not_for_another(
    project: Project,
):
    session, _, step = joined(project)
    kept = seen(session, b"y1.jpg")
    leaving = [seen(session, name) for name in (b"x1.jpg", b"x2.jpg", b"y2.jpg")]
    session.decide(
        [
            Decision(kept, Verdict.CANONICAL),
            *(Decision(one, Verdict.RETIRE, kept) for one in leaving),
        ]
    )
    plan = project.retirement().plan()
    assert {one.item.place.name for one in plan.moves} == {b"x1.jpg", b"x2.jpg", b"y2.jpg"}
    about = ContentPair.of(leaving[0].digest, kept.digest)
    session.joins.say(Join(about, is_set=False), undoes=step)
    plan = project.retirement().plan()
    assert {one.item.place.name for one in plan.moves} == {b"y2.jpg"}
    assert {(one.item.place.name, one.reason) for one in plan.refusals} == {
        (b"x1.jpg", Reason.LAST_COPY), (b"x2.jpg", Reason.LAST_COPY)}  # fmt: skip


def rows(project: Project, kind: str) -> list[dict[str, object]]:
    (table,) = REPORTS[kind](project).tables
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_the_audit_counts_joined_groups_as_one_and_says_how_many_are(project: Project):
    before = project.audit()
    session, _, step = joined(project)
    after = project.audit()
    assert (before.holdings.groups, before.holdings.joined) == (2, 0)
    assert (after.holdings.groups, after.holdings.joined) == (1, 1)
    assert after.holdings.redundant_copies == before.holdings.redundant_copies == 2
    about = next(iter(project.file.joins()))
    session.joins.say(Join(about, is_set=False), undoes=step)
    assert project.audit() == before


def test_joined_groups_are_decided_when_every_image_of_both_is(project: Project):
    session, _, _ = joined(project)
    for name in (b"x1.jpg", b"x2.jpg"):
        session.decide([Decision(seen(session, name), Verdict.SAME_QUALITY)])
    assert project.audit().groups_decided == 0
    for name in (b"y1.jpg", b"y2.jpg"):
        session.decide([Decision(seen(session, name), Verdict.SAME_QUALITY)])
    assert project.audit().groups_decided == 1


def test_the_reports_list_one_group_under_the_name_it_has_in_the_queue(project: Project):
    _, row_id, _ = joined(project)
    (group,) = rows(project, "clusters")
    assert (group["cluster"], group["members"], group["joined"]) == (row_id, 4, "by-hand")
    members = rows(project, "members")
    assert {one["cluster"] for one in members} == {row_id}
    by_hand = {one["path"] for one in members if one["joined"]}
    assert len(members) == 4
    assert len(by_hand) == 1
    assert by_hand < {b"x1.jpg", b"y1.jpg"}


def test_the_members_report_proposes_nothing_across_the_seam(project: Project):
    before = {one["path"]: one["proposed"] for one in rows(project, "members")}
    session, row_id, _ = joined(project)
    after = {one["path"]: one["proposed"] for one in rows(project, "members")}
    shown = {one.record.place.path: one.proposed or "" for one in session.cluster(row_id).members}
    assert after == shown
    assert list(before.values()).count("retire") == 2
    assert list(after.values()).count("retire") == 1


def test_the_audit_report_shows_one_group_and_who_is_in_it_by_hand(project: Project):
    joined(project)
    report = REPORTS["audit"](project)
    facts = {one.name: one.value for one in report.facts}
    assert (facts["groups"], facts["joined_groups"]) == (1, 1)
    (group,) = report.groups
    captions = [caption.english() for _, caption in group.pictures]
    assert sum("joined by hand" in one for one in captions) == 1


def test_the_groups_listed_are_those_of_the_queue_whatever_is_joined(project: Project):
    def listed():
        return [(one.id, [each.record for each in one.members]) for one in groups_of(project)]

    def queued():
        session = project.sitting()
        kept = [row for row in session.queue() if row.kind is RowKind.CLUSTER]
        views = [session.cluster(row.id) for row in sorted(kept, key=lambda one: one.number)]
        return [(one.id, [each.record.id for each in one.members]) for one in views]

    assert sorted(listed()) == sorted(queued())
    joined(project)
    assert sorted(listed()) == sorted(queued())
    assert len(listed()) == 1


def test_two_images_of_no_group_that_a_person_joined_are_counted_too(tmp_path: Path):
    made = a_look_pair(tmp_path)
    with made as project:
        session = project.sitting()
        (row,) = session.queue()
        assert row.kind is RowKind.PAIR
        assert project.audit().look_pairs == 1
        session.joins.say(Join(ContentPair.of(*row.thumbnails)))
        audit = project.audit()
        assert (audit.holdings.groups, audit.holdings.joined, audit.look_pairs) == (1, 1, 0)
        assert audit.holdings.redundant_copies == 0, "nothing measured says so"
        assert [one["cluster"] for one in rows(project, "clusters")] == [row.id]


def a_look_pair(tmp_path: Path) -> Project:
    """Two pictures in no group, of which the comparing said that somebody should look."""
    folder = tmp_path / "two"
    folder.mkdir()
    for seed in (3, 11):
        (folder / f"{seed}.jpg").write_bytes(jpeg(draw_landscape(seed)))
    made = create_project(tmp_path / "two.ddesk", WHO, UserPlaces(data=tmp_path, state=tmp_path))
    made.add_root(os.fsencode(folder), "stills")
    assert run_inline(made.indexing(1)).groups == 0
    one, other = sorted(made.index.records())
    pair = a_pair(one, other, Relation.LOOK, finding=Finding.LOOK)
    made.index.put_verified([(CandidatePair(one, other, 4, 0), pair)], "made up")
    keep_queue(made.index, made.index.records())
    return made
