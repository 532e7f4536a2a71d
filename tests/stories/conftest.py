"""The sample collection, drawn and indexed once for all stories of a run; and a part of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.engine.sample.truth import SampleTruth
from dedup_desk.services.indexing import IndexSummary
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.sampling import draw_sample
from tests.helpers.command_line import Person
from tests.helpers.sample_truth import written_sample

FAMILIES = ("", "sea_cliffs", "moonlit_sea", "stone_bridge", "tower_block", "tram", "doorway")
"""Originals whose copies have names that hurt: Big5, no encoding, newline, NFC and NFD twins."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A person, a collection of their own, and where their project is or will be."""

    person: Person
    collection: Path
    project: Path

    @property
    def quarantine(self) -> Path:
        """Where copies are set aside if nobody says otherwise."""
        return self.collection.with_name(self.collection.name + ".dedup-quarantine")


@dataclass(frozen=True, slots=True)
class IndexedSample:
    """A drawn sample, its truth, and a project that has read it.

    Attributes:
        folder: where the pictures are.
        truth: what every file is.
        project: indexed, nothing decided.
        summary: what indexing said.
    """

    folder: Path
    truth: SampleTruth
    project: Project
    summary: IndexSummary

    @property
    def records(self) -> dict[RecordId, ImageRecord]:
        """Every image."""
        return self.project.index.records()


@pytest.fixture(scope="session")
def drawn_sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SampleTruth]:
    """Draw the sample once; whoever changes it works on a copy."""
    folder = tmp_path_factory.mktemp("sample") / "collection"
    truth = run_inline(draw_sample(os.fsencode(folder))).truth
    assert truth is not None
    return folder, truth


@pytest.fixture(scope="session")
def indexed_sample(
    drawn_sample: tuple[Path, SampleTruth], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[IndexedSample]:
    """Index the sample once, in a project of its own; read-only for the stories."""
    folder, truth = drawn_sample
    home = tmp_path_factory.mktemp("indexed")
    places = UserPlaces(data=home, state=home)
    with create_project(home / "sample.ddesk", places=places) as project:
        project.add_root(os.fsencode(folder), "sample")
        summary = run_inline(project.indexing())
        yield IndexedSample(folder, truth, project, summary)


@pytest.fixture(scope="session")
def small_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty files of the sample, drawn once; whoever changes them works on a copy."""
    folder = tmp_path_factory.mktemp("small") / "collection"
    written_sample(folder, *FAMILIES)
    return folder


@pytest.fixture
def desk(small_sample: Path, tmp_path: Path) -> Desk:
    """A person with a copy of the small sample and no project yet."""
    return a_desk(small_sample, tmp_path)


def a_desk(sample: Path, folder: Path) -> Desk:
    """Set a desk up in a folder: `folder/collection` with all its times, `folder/work.ddesk`."""
    shutil.copytree(sample, folder / "collection", symlinks=True)
    return Desk(Person(folder / "home"), folder / "collection", folder / "work.ddesk")
