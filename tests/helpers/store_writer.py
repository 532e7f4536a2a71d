"""A process that writes until it is killed, and says what it was told is durable.

Run as `python -m tests.helpers.store_writer KIND PATH`; prints one number a line, each after the
call that makes it durable has returned.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from dedup_desk.core.features import Features
from dedup_desk.engine.feature_index import postings_of
from dedup_desk.engine.own_disk import OwnDisk
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.operations import OperationsJournal
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.ledgers import ANN, retire
from tests.helpers.projects import a_restore, an_operation, decide, measured


def decisions(path: Path) -> Iterator[int]:
    """Decide on one file after the other."""
    with ProjectFile.open(path, ANN, wait_s=0) as project:
        for number in range(len(project.decisions()), 1_000_000):
            decide(project, retire(f"{number}.jpg"), step=str(number))
            yield number


def operations(path: Path) -> Iterator[int]:
    """Announce, close, announce the way back, close."""
    with ProjectFile.open(path, ANN, wait_s=0) as project:
        journal = OperationsJournal(project)
        for number in range(len(project.events()), 1_000_000):
            retirement = an_operation(f"{number}.jpg", uuid=f"there {number}")
            journal.intent([retirement])
            journal.done(retirement)
            restore = a_restore(retirement, f"back {number}")
            journal.intent([restore])
            journal.done(restore)
            yield number


def batches(path: Path) -> Iterator[int]:
    """Put batches of ten images."""
    with IndexFile.open(path) as index:
        for number in range(len(index.records()) // 10, 1_000_000):
            index.put_measured([measured(f"{number}/{one}.jpg") for one in range(10)])
            yield number


def segments(path: Path) -> Iterator[int]:
    """Put one segment after the other, of one content each; make one of every four."""
    with IndexFile.open(path) as index:
        store = index.segments(OwnDisk(), "recipe")
        kept = list(store.sound(lambda: None))
        first = 1 + max((int(one.members[-1]) for one in kept), default=-1)
        for number in range(first, 1_000_000):
            rows = postings_of([(number, features_of(number))])
            kept.append(store.add(rows, np.array([number], np.uint32)))
            if len(kept) >= 4:
                alive = np.ones(number + 1, np.bool_)
                merged = store.merge(kept, alive, lambda: None)
                kept = [merged] if merged is not None else []
            yield number


def features_of(number: int) -> Features:
    """Made-up details, other ones for each number."""
    chance = np.random.default_rng(number)
    points = chance.uniform(1, 200, (40, 4)).astype(np.float32)
    return Features(points, chance.integers(0, 200, (40, 128), dtype=np.uint8), 256, 256)


def makings(path: Path) -> Iterator[int]:
    """Make one project after the other."""
    for number in range(sum(1 for _ in path.glob("*.ddesk")), 1_000_000):
        ProjectFile.create(path / f"{number}.ddesk", ANN).close()
        yield number


def erasures(path: Path) -> Iterator[int]:
    """Decide, back up, and erase what was decided."""
    with ProjectFile.open(path, ANN, wait_s=0) as project:
        for number in range(len(project.events()), 1_000_000):
            decide(project, retire(f"secret {number}.jpg"), step=str(number))
            project.backup()
            project.erase(tuple(project.events()[-1].commitments.values()), "asked")
            yield number


KINDS = {
    "decisions": decisions,
    "operations": operations,
    "batches": batches,
    "segments": segments,
    "makings": makings,
    "erasures": erasures,
}

if __name__ == "__main__":
    for done in KINDS[sys.argv[1]](Path(sys.argv[2])):
        print(done, flush=True)  # noqa: T201 - the parent reads it
