"""The deep pass: what it finds, what it need not do again, and what it leaves as it was."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import cv2
import numpy as np
import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.ledger import EventKind
from dedup_desk.core.messages import message
from dedup_desk.core.pairs import Relation
from dedup_desk.core.progress import Cancelled, CancelToken, silent
from dedup_desk.engine.lookup import LOOKUP_RECIPE
from dedup_desk.engine.own_disk import OwnDisk
from dedup_desk.engine.pool import WorkerPool, WorkFailed
from dedup_desk.services import deepening
from dedup_desk.services.bench import Bench, Depth
from dedup_desk.services.deepening import ARRANGING, ASKING, FINDING, deepen
from dedup_desk.services.indexing import IndexSummary
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.matching import GROUPING, SEARCHING
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import (
    Access,
    Project,
    create_project,
    index_folder,
    open_project,
)
from dedup_desk.services.roots import Root
from dedup_desk.services.verifying import COMPARING
from tests.helpers.detailed_pictures import crop_of, detailed, draw_collection

pytestmark = pytest.mark.timeout(240)

ORIGINALS = range(12)
COPIES = 3 + 2 + 2
"""Crops, borders and small ones of the originals 0 to 11."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve originals with seven copies, and a picture with nothing on it."""
    folder = tmp_path_factory.mktemp("deep") / "stills"
    list(draw_collection(folder, ORIGINALS))
    cv2.imwrite(str(folder / "blank.png"), np.full((200, 300, 3), 190, np.uint8))
    return folder


def a_project(folder: Path, name: str, collection: Path) -> Project:
    project = create_project(folder / name, places=UserPlaces(data=folder, state=folder))
    project.add_root(os.fsencode(collection), "stills")
    return project


def deep(project: Project, processes: int = 2) -> IndexSummary:
    return run_inline(project.indexing(processes, Depth.DEEP))


def quick(project: Project) -> IndexSummary:
    return run_inline(project.indexing(2))


def told(project: Project) -> set[tuple[bytes, bytes, Relation, str]]:
    """Every pair by its names, with what it is called; figures left out."""
    records = project.index.records()
    return {
        (
            records[pair.key.a].place.path,
            records[pair.key.b].place.path,
            pair.relation,
            pair.finding.value,
        )
        for pair in project.index.verified()
    }


def groups(project: Project) -> set[frozenset[bytes]]:
    records = project.index.records()
    return {
        frozenset(records[member.record].place.path for member in cluster.members)
        for cluster in project.index.clusters()
    }


@pytest.fixture(scope="module")
def alone(drawn: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The collection after one deep run by one process; only read by the tests."""
    with a_project(tmp_path_factory.mktemp("alone"), "alone.ddesk", drawn) as project:
        summary = deep(project, 1)
        assert (summary.described, summary.asked) == (len(ORIGINALS) + COPIES,) * 2
        yield project


@pytest.fixture
def collection(drawn: Path, tmp_path: Path) -> Path:
    """A copy of the collection that a test may change."""
    return Path(shutil.copytree(drawn, tmp_path / "collection"))


@pytest.fixture
def project(collection: Path, tmp_path: Path) -> Iterator[Project]:
    """A project over that copy, not indexed yet."""
    with a_project(tmp_path, "own.ddesk", collection) as made:
        yield made


@pytest.fixture
def deepened(alone: Project, collection: Path, tmp_path: Path) -> Iterator[Project]:
    """A project that has had its deep run, over a collection that a test may change."""
    target, places = tmp_path / "copy.ddesk", UserPlaces(data=tmp_path, state=tmp_path)
    alone.file.copy_to(target)
    alone.index.copy_to(index_folder(target))
    with open_project(target, Access.ADOPT, places=places) as copy:
        copy.trust_root(Root("stills", os.fsencode(collection)))
        assert deep(copy).pairs_compared == 0
        yield copy


def test_it_finds_crops_and_borders(alone: Project):
    by_names = {(a, b): relation for a, b, relation, _finding in told(alone)}
    for number in (0, 5, 10):
        names = (b"00/%04d.jpg" % number, b"00/%04d crop.jpg" % number)
        assert by_names[names] is Relation.CROPPED
    for number in (0, 9):
        names = (b"00/%04d.jpg" % number, b"00/%04d border.jpg" % number)
        assert by_names[names] is Relation.BORDERED
    assert len(groups(alone)) == 5


def test_whoever_sits_there_changes_nothing_that_is_found(project: Project, alone: Project):
    spares, asked = cycle([1, 0, 0, 1, 2]), list[int]()

    def spare() -> int:
        asked.append(next(spares))
        return asked[-1]

    run_inline(project.deepening(spare))
    assert len(asked) > len(ORIGINALS)
    assert told(project) == told(alone)
    assert groups(project) == groups(alone)


def test_the_quick_pass_first_leaves_no_trace(project: Project, alone: Project):
    quick(project)
    before = told(project)
    assert not before & {(b"00/0005.jpg", b"00/0005 crop.jpg", Relation.CROPPED, "copy")}
    deep(project)
    assert told(project) == told(alone)
    assert groups(project) == groups(alone)


def test_a_quick_run_afterwards_loses_nothing(deepened: Project, alone: Project):
    summary = quick(deepened)
    assert (summary.pairs_compared, summary.described, summary.asked) == (0, 0, 0)
    assert told(deepened) == told(alone)
    assert groups(deepened) == groups(alone)


def test_a_new_verifier_compares_deep_candidates_again_in_a_quick_run(
    deepened: Project, alone: Project
):
    for pair in deepened.index.verified():
        deepened.index.forget_pairs([(pair.key.a, pair.key.b)])
    assert quick(deepened).pairs_compared >= COPIES
    assert told(deepened) == told(alone)


def test_nothing_new_is_nothing_to_do(deepened: Project):
    summary = deep(deepened)
    counts = (summary.measured, summary.described, summary.asked, summary.pairs_compared)
    assert counts == (0, 0, 0, 0)


def test_only_what_is_new_is_described_and_asked_for(deepened: Project, collection: Path):
    seen = deepened.index.features.answers()
    news = [*draw_collection(collection / "more", range(100, 104))]  # 4 originals, 1 crop
    cv2.imwrite(str(collection / "more" / "of an old one.jpg"), crop_of(detailed(3)))
    summary = deep(deepened)
    assert len(news) == 5
    assert (summary.measured, summary.described, summary.asked) == (6, 6, 6)
    now = deepened.index.features.answers()
    old = np.isin(now.asking, seen.asking)
    assert np.array_equal(now.found[old], seen.found)
    assert any({b"00/0003.jpg", b"more/of an old one.jpg"} <= one for one in groups(deepened))


def test_whatever_came_first_the_same_copies_are_found(tmp_path: Path, drawn: Path, alone: Project):
    collection = tmp_path / "collection"
    names = sorted(one.relative_to(drawn) for one in drawn.rglob("*.*g"))
    chance = np.random.default_rng(11)
    chance.shuffle(names)
    with a_project_of(tmp_path, collection) as project:
        for some in (names[:13], names[13:14], names[14:]):
            for name in some:
                (collection / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(drawn / name, collection / name)
            deep(project)
        copies = {one for one in told(alone) if one[3] == "copy"}
        assert copies <= told(project)
        assert groups(project) == groups(alone)


def a_project_of(folder: Path, collection: Path) -> Project:
    collection.mkdir()
    return a_project(folder, "history.ddesk", collection)


def test_what_is_gone_is_asked_for_again_when_it_comes_back(deepened: Project, collection: Path):
    gone = collection / "00" / "0005 crop.jpg"
    shutil.move(gone, collection.parent / "kept.jpg")
    assert deep(deepened).asked == 0
    cv2.imwrite(str(collection / "new.jpg"), crop_of(detailed(5))[:, 20:])
    assert deep(deepened).asked == 1
    shutil.move(collection.parent / "kept.jpg", gone)
    summary = deep(deepened)
    assert (summary.described, summary.asked) == (0, 1)
    assert any({b"new.jpg", b"00/0005 crop.jpg", b"00/0005.jpg"} <= one for one in groups(deepened))


def test_no_file_of_the_collection_is_opened(project: Project):
    quick(project)
    opened: list[bytes] = []

    class Watched(WorkerPool):
        def run(self, works, cancel):
            def seen():
                for work in works:
                    opened.extend(work.files)
                    yield work

            return super().run(seen(), cancel)

    with Watched(2) as pool:
        bench = Bench(project.index, {}, pool, silent, CancelToken())
        deepen(bench, project.index.records().values())
    own = os.fsencode(index_folder(project.path))
    assert opened
    assert all(path.startswith(own) for path in opened)


@pytest.mark.parametrize("spoil", ["flip", "cut", "gone"])
def test_a_damaged_segment_is_made_anew(deepened: Project, collection: Path, spoil: str):
    cv2.imwrite(str(collection / "first.jpg"), detailed(300))
    deep(deepened)
    (segment,) = index_folder(deepened.path).glob("postings-*")
    data = segment.read_bytes()
    if spoil == "gone":
        segment.unlink()
    else:
        segment.write_bytes(data[:-16] if spoil == "cut" else data[:-9] + b"\xff" + data[-8:])
    cv2.imwrite(str(collection / "new.jpg"), crop_of(detailed(8)))
    summary = deep(deepened)
    assert (summary.described, summary.asked) == (1, 1)
    assert any({b"00/0008.jpg", b"new.jpg"} <= one for one in groups(deepened))


def test_many_small_segments_become_few(
    project: Project, alone: Project, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deepening, "CONTENTS_A_SEGMENT", 2)
    deep(project)
    store = project.index.segments(OwnDisk(), LOOKUP_RECIPE)
    assert len(store.sound(lambda: None)) <= deepening.MOST_SEGMENTS
    assert told(project) == told(alone)


def test_a_blank_picture_takes_no_part_and_the_audit_says_so(alone: Project):
    audit = alone.audit()
    assert audit.blank == 1
    depth = audit.depth
    assert (depth.searched, depth.missing, depth.faint) == (len(ORIGINALS) + COPIES, 0, 0)


def test_a_picture_with_next_to_no_detail_is_compared_as_a_whole(
    project: Project, collection: Path
):
    ramp = np.linspace(20, 235, 400, dtype=np.float32)[None, :].repeat(300, 0)
    soft = cv2.GaussianBlur(cv2.circle(ramp.copy(), (150, 120), 60, 40.0, -1), (0, 0), 25)
    cv2.imwrite(str(collection / "soft.png"), soft)
    cv2.imwrite(str(collection / "soft small.png"), cv2.resize(soft, (300, 225)))
    deep(project)
    assert project.audit().depth.faint == 2
    assert project.audit().depth.missing == 0


def test_the_history_says_which_pass_it_was(alone: Project):
    started, finished = alone.file.events()[-2:]
    assert (started.kind, started.body["pass"]) == (EventKind.INDEX_STARTED, "deep")
    assert (finished.kind, finished.body["pass"]) == (EventKind.INDEX_FINISHED, "deep")
    assert finished.body["looked_through"] == len(ORIGINALS) + COPIES


def test_what_a_quick_run_leaves_to_do_is_counted(project: Project):
    quick(project)
    depth = project.audit().depth
    assert (depth.searched, depth.missing) == (0, len(ORIGINALS) + COPIES)


@pytest.mark.parametrize("stage", [FINDING, ARRANGING, ASKING, SEARCHING, COMPARING, GROUPING])
def test_it_stops_within_a_second_and_goes_on(
    project: Project, alone: Project, stage: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(deepening, "CONTENTS_A_SEGMENT", 4)
    cancel, asked_s = CancelToken(), []

    def stop_there(progress):
        if progress.stage.template == stage and not asked_s:
            cancel.cancel()
            asked_s.append(time.monotonic())

    with pytest.raises(Cancelled):
        project.indexing(2, Depth.DEEP).run(stop_there, cancel)
    assert time.monotonic() - asked_s[0] < 1
    deep(project)
    assert told(project) == told(alone)


def test_a_search_that_could_not_be_made_is_told_and_made_by_the_next_run(
    project: Project, alone: Project, monkeypatch: pytest.MonkeyPatch
):
    plain = WorkerPool.run

    def broken(self, works, cancel):
        for work, answer in plain(self, works, cancel):
            is_lost = work.task == "lookup" and len(work.tag) <= 32
            yield work, (WorkFailed(message("it died")) if is_lost else answer)

    monkeypatch.setattr(WorkerPool, "run", broken)
    with pytest.raises(SurroundingsError, match="could not be made"):
        deep(project)
    monkeypatch.undo()
    assert deep(project).asked == len(ORIGINALS) + COPIES
    assert told(project) == told(alone)


def test_one_proxy_that_kills_its_child_costs_only_itself(
    project: Project, monkeypatch: pytest.MonkeyPatch
):
    plain = WorkerPool.run
    victims = []

    def broken(self, works, cancel):
        for work, answer in plain(self, works, cancel):
            if work.task == "features" and not victims:
                victims.append(work.tag[0])
            is_hit = work.task == "features" and victims[0] in work.tag
            yield work, (WorkFailed(message("it died")) if is_hit else answer)

    monkeypatch.setattr(WorkerPool, "run", broken)
    assert deep(project).described == len(ORIGINALS) + COPIES - 1
    monkeypatch.undo()
    assert deep(project).described == 1


def test_a_project_from_elsewhere_is_not_written(project: Project, tmp_path: Path):
    quick(project)
    path = project.path
    project.close()
    folder = index_folder(path)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    elsewhere = UserPlaces(data=tmp_path / "d2", state=tmp_path / "s2")
    with open_project(path, places=elsewhere) as received:
        assert received.read_only
        assert received.audit().depth.missing == len(ORIGINALS) + COPIES
    after = {one.name: one.read_bytes() for one in folder.iterdir() if "-shm" not in one.name}
    assert {name: after[name] for name in before if name in after and "wal" not in name} == {
        name: data for name, data in before.items() if "wal" not in name and "-shm" not in name
    }
    assert not list(folder.glob("postings-*"))
