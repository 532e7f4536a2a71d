"""An answer is given once: reading the folders again asks about nothing but what is new."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.records import ImageRecord
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.review_views import ClusterView, RowState

PICTURE = Image.effect_mandelbrot((900, 600), (-1.2, -0.4, -0.4, 0.2), 60).convert("RGB")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stills"
    made.mkdir()
    for name, width in (("whole.jpg", 900), ("half.jpg", 450), ("third.jpg", 300)):
        PICTURE.resize((width, width * 2 // 3)).save(made / name, quality=90)
    return made


@pytest.fixture
def project(tmp_path: Path, folder: Path) -> Iterator[Project]:
    places = UserPlaces(data=tmp_path, state=tmp_path)
    with create_project(tmp_path / "p.ddesk", places=places) as made:
        made.add_root(os.fsencode(folder))
        run_inline(made.indexing(1))
        yield made


def the_group(project: Project) -> ClusterView:
    session = project.review()
    (row,) = session.queue()
    return session.cluster(row.id)


def named(project: Project, name: bytes) -> ImageRecord:
    return next(one for one in project.index.records().values() if one.place.name == name)


def answered(project: Project, verdict: Verdict, name: bytes, other: bytes | None = None) -> None:
    about = named(project, other).seen if other else None
    project.review().decide([Decision(named(project, name).seen, verdict, about)])


def test_three_kept_as_versions_stay_answered_and_a_fourth_asks_about_itself_alone(project, folder):
    for name in (b"whole.jpg", b"half.jpg", b"third.jpg"):
        answered(project, Verdict.VARIANT, name)
    run_inline(project.indexing(1))
    assert the_group(project).state is RowState.DECIDED
    PICTURE.resize((600, 400)).save(folder / "fourth.jpg", quality=80)
    run_inline(project.indexing(1))
    view = the_group(project)
    assert view.state is RowState.PARTLY
    assert [one.record.place.name for one in view.members if one.verdict is None] == [b"fourth.jpg"]


def test_what_is_no_duplicate_joins_no_group_again_wherever_it_lies(project, folder):
    answered(project, Verdict.NOT_DUPLICATE, b"third.jpg", b"whole.jpg")
    (folder / "elsewhere").mkdir()
    (folder / "third.jpg").rename(folder / "elsewhere" / "under another name.jpg")
    run_inline(project.indexing(1))
    names = {one.record.place.name for one in the_group(project).members}
    assert names == {b"whole.jpg", b"half.jpg"}
