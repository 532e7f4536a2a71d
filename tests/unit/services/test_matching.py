"""Comparing goes on where it was kept from finishing, and forgets what an older verifier said."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from dedup_desk.core.pairs import CandidatePair, Finding, Relation, VerifiedPair
from dedup_desk.engine.verify import NOT_COMPARED, VERIFY_RECIPE
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    folder = tmp_path / "stills"
    folder.mkdir()
    picture = Image.effect_mandelbrot((640, 480), (-1.2, -0.4, -0.4, 0.2), 60).convert("RGB")
    picture.save(folder / "a.png")
    picture.save(folder / "b.jpg", quality=90)
    places = UserPlaces(data=tmp_path, state=tmp_path)
    with create_project(tmp_path / "p.ddesk", places=places) as made:
        made.add_root(os.fsencode(folder))
        run_inline(made.indexing(1))
        yield made


def the_pair(project: Project) -> VerifiedPair:
    (pair,) = project.index.verified()
    return pair


def kept_as(project: Project, pair: VerifiedPair, recipe: str = VERIFY_RECIPE) -> None:
    left, right = sorted((pair.key.a, pair.key.b))
    project.index.put_verified([(CandidatePair(left, right, 0, 0), pair)], recipe)


def test_a_pair_that_could_not_be_compared_is_compared_by_the_next_run(project: Project):
    found = the_pair(project)
    assert found.relation is Relation.RE_ENCODED
    evidence = replace(found.evidence, notes=(NOT_COMPARED,))
    kept_as(project, replace(found, finding=Finding.LOOK, evidence=evidence))
    summary = run_inline(project.indexing(1))
    assert the_pair(project) == found
    assert summary.measured == 0


def test_what_another_verifier_said_stays_on_the_screen_until_the_next_run(project: Project):
    found = the_pair(project)
    kept_as(project, found, "verify-0")
    assert [pair.key for pair in project.pairs()] == [found.key]
    assert len(project.review().queue()) == 1
    run_inline(project.indexing(1))
    assert the_pair(project).recipe == VERIFY_RECIPE


def test_an_unchanged_folder_compares_nothing(project: Project):
    assert run_inline(project.indexing(1)).pairs_compared == 0
