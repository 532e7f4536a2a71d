"""Groups that a person joined, on the page of evidence and in the plan of what is set aside."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.joins import Join
from dedup_desk.core.ledger import Actor, EventKind
from dedup_desk.core.plan import Reason
from dedup_desk.services.evidence import gather
from dedup_desk.services.evidence.as_page import evidence_page
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.reports.languages import words_in
from dedup_desk.services.reviewing import ReviewSession
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
