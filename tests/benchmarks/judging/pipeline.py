"""The whole program on one half: scan, measure, both passes, verification, groups."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dedup_desk.core.ledger import Actor
from dedup_desk.core.pairs import Finding, VerifiedPair
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.records import RecordId
from dedup_desk.services.bench import Depth
from dedup_desk.services.indexing import IndexJob
from dedup_desk.services.roots import Root
from dedup_desk.services.verifying import CURRENT, every_key
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.project_file import ProjectFile
from tests.benchmarks.judging.asked import Asked, PairKind, kind_of
from tests.benchmarks.judging.measuring import LABEL, Measured
from tests.benchmarks.judging.outcome import Outcome, outcome
from tests.benchmarks.labelled.truth import Half, Label

_JUDGE = Actor("accuracy benchmark", "benchmark", "benchmark")

Pair = frozenset[RecordId]


@dataclass(frozen=True, slots=True)
class Opened:
    """What an indexing job needs of a project."""

    file: ProjectFile
    index: IndexFile
    root: Root

    def roots(self) -> tuple[Root, ...]:
        """Return the one folder."""
        return (self.root,)


def index_half(folder: Path, half: Half, jobs: int, depth: Depth) -> Opened:
    """Index one half as a user would; goes on where an earlier run stopped."""
    path = folder / f"project-{half.value}-{depth.value}" / "set.ddesk"
    path.parent.mkdir(exist_ok=True)
    open_it = ProjectFile.open if path.exists() else ProjectFile.create
    root = Root(LABEL, os.fsencode((folder / half.value).resolve()))
    project = Opened(open_it(path, _JUDGE), IndexFile.open(path.parent / "index"), root)
    IndexJob(project, jobs, depth).run(lambda _progress: None, CancelToken())
    project.file.close()
    return project


def judged(
    project: Opened, asked: Sequence[Asked], labels: Sequence[Label], measured: Measured
) -> list[Outcome]:
    """Return what the program made of every asked pair, and every other copy that it found.

    Args:
        project: after indexing.
        asked: the pairs whose truth is wanted in any case.
        labels: of the half.
        measured: its records are those of `project`.
    """
    index = project.index
    pairs = {frozenset((one.key.a, one.key.b)): one for one in index.verified()}
    tried = {frozenset(key) for key in every_key(index, CURRENT)}
    groups = {
        member.record: cluster.id for cluster in index.clusters() for member in cluster.members
    }
    judging = _Judging(measured, pairs, tried, groups)
    outcomes = [judging.judge(one) for one in asked]
    known = {judging.key(one) for one in asked}
    by_id = {measured.records[label.path].id: label for label in labels}
    for key, pair in pairs.items():
        if key not in known and pair.finding is Finding.COPY:
            one, other = (by_id[which] for which in (pair.key.a, pair.key.b))
            if kind_of(one, other) is not PairKind.COPY:
                outcomes.append(judging.judge(Asked(one, other, kind_of(one, other))))
    return outcomes


@dataclass(frozen=True, slots=True)
class _Judging:
    measured: Measured
    pairs: dict[Pair, VerifiedPair]
    tried: set[Pair]
    groups: dict[RecordId, str]

    def key(self, asked: Asked) -> Pair:
        return frozenset(self.measured.records[one.path].id for one in (asked.one, asked.other))

    def judge(self, asked: Asked) -> Outcome:
        key = self.key(asked)
        found = outcome(asked, self.pairs.get(key), self.measured, {})
        groups = [self.groups.get(which) for which in key]
        together = len(groups) == 2 and groups[0] is not None and groups[0] == groups[1]
        is_tried = key in self.tried or key in self.pairs
        return replace(found, is_candidate=is_tried, is_grouped=together)
