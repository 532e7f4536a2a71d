"""A few new files among many old ones cost what a few files cost: counted, not timed."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from dedup_desk.core.progress import silent
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.services.bench import Depth
from dedup_desk.services.indexing import IndexSummary
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.verifying import WITH_DETAILS
from tests.helpers.detailed_pictures import crop_of, detailed

pytestmark = pytest.mark.timeout(1800)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    places = UserPlaces(data=tmp_path, state=tmp_path)
    (tmp_path / "collection").mkdir()
    with create_project(tmp_path / "p.ddesk", places=places) as made:
        made.add_root(os.fsencode(tmp_path / "collection"), "stills")
        yield made


@pytest.fixture
def asked_for(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many pictures of each kind of work went to the workers."""
    counts: Counter[str] = Counter()
    plain = WorkerPool.run

    def counted(self, works, cancel):
        def seen():
            for work in works:
                is_many = work.task in ("features", "lookup")
                counts[work.task] += len(work.parcel.blobs) if is_many else 1
                yield work

        return plain(self, seen(), cancel)

    monkeypatch.setattr(WorkerPool, "run", counted)
    return counts


def test_ten_new_files_among_five_hundred(project: Project, asked_for: Counter[str]):
    add_up(project, asked_for, 500, 10)


@pytest.mark.slow
@pytest.mark.by_hand
def test_a_hundred_new_files_among_five_thousand(project: Project, asked_for: Counter[str]):
    add_up(project, asked_for, 5000, 100)


def add_up(project: Project, asked_for: Counter[str], old: int, new: int) -> None:
    """Index `old` files, add `new` ones (a fifth of them crops of old ones), count the rest."""
    folder = Path(os.fsdecode(project.roots()[0].folder))
    draw(folder, "old", range(old))
    first = deep(project)
    assert (first.measured, first.described, first.asked) == (old, old, old)
    answers = project.index.features.answers()
    compared = project.index.compared_keys(WITH_DETAILS)
    records = frozenset(project.index.records())

    draw(folder, "new", range(old, old + new - new // 5))
    draw_crops(folder, range(0, old, old // (new // 5)))
    asked_for.clear()
    second = deep(project)
    assert (second.measured, second.described, second.asked) == (new, new, new)
    assert asked_for["measure"] == asked_for["features"] == asked_for["lookup"] == new
    now = project.index.features.answers()
    is_old = np.isin(now.asking, answers.asking)
    assert np.array_equal(now.found[is_old], answers.found)
    added = project.index.compared_keys(WITH_DETAILS) - compared
    assert second.pairs_compared == len(added)
    assert not any(set(pair) <= records for pair in added)
    assert second.groups == first.groups + new // 5

    print(f"{old} + {new}: {len(compared)} pairs compared, then {len(added)}")  # noqa: T201
    nothing_is_done_twice(project, asked_for)


def nothing_is_done_twice(project: Project, asked_for: Counter[str]) -> None:
    asked_for.clear()
    third = deep(project)
    assert third.measured == third.described == third.asked == third.pairs_compared == 0
    assert asked_for.total() == 0


def deep(project: Project) -> IndexSummary:
    return run_inline(project.indexing(2, Depth.DEEP), silent)


def draw(folder: Path, name: str, numbers: range) -> None:
    for number in numbers:
        inside = folder / f"{name} {number // 100:03}"
        inside.mkdir(exist_ok=True)
        assert cv2.imwrite(str(inside / f"{number:05}.jpg"), detailed(number))


def draw_crops(folder: Path, numbers: range) -> None:
    for number in numbers:
        assert cv2.imwrite(str(folder / f"crop of {number:05}.jpg"), crop_of(detailed(number)))
