"""The sample collection, drawn and indexed once for all stories of a run."""

from __future__ import annotations

import os
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
