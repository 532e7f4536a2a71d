"""The indexing job: scan, measure, search, verify, cluster; it goes on where it stopped.

The deep pass is the same job, going further: details of all pictures are found and looked up before
anything is compared, so that both kinds of candidates go through one verifier in one run.

Whatever is finished is committed as it comes, with the version of what made it. A second run
measures only what is new or changed, compares only pairs that today's verifier has not compared,
and a run that was killed loses at most one batch.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.progress import CancelToken, Progress, Report
from dedup_desk.core.records import FileStamp, Unreadable
from dedup_desk.engine.measure import RECIPE, measure_work, read_measured
from dedup_desk.engine.pool import Spare, WorkerPool, nobody_waits
from dedup_desk.services.bench import Bench, Depth
from dedup_desk.services.deepening import Deepened, deepen
from dedup_desk.services.jobs import Pace
from dedup_desk.services.matching import match_images
from dedup_desk.services.roots import Root
from dedup_desk.services.surveying import Survey, ToMeasure, survey_roots
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.project_file import ProjectFile

BATCH = 32
"""Measured files written in one transaction."""

SCANNING = QT_TRANSLATE_NOOP("Messages", "Looking through the folders")
READING = QT_TRANSLATE_NOOP("Messages", "Reading pictures")


class Manifest(StrEnum):
    """How a manifest digest is made; named in the ledger beside it."""

    SHA256_OF_PLACES_AND_DIGESTS = "sha256(root NUL path NUL sha256 LF ...)"


@dataclass(frozen=True, slots=True)
class IndexSummary:
    """What one run did; found = read + unreadable + skipped.

    Attributes:
        found, read, unreadable, skipped: the collection as it is now.
        measured: files read in this run (0 when nothing changed).
        forgotten: places that are gone.
        groups: clusters of copies.
        pairs_compared: pairs whose pictures this run compared.
        manifest: SHA-256 over every place and digest, hex.
        described: contents whose details this run found (0 in a quick run).
        asked: contents for which this run looked details up (0 in a quick run).
        depth: how thoroughly this run looked.
    """

    found: int
    read: int
    unreadable: int
    skipped: int
    measured: int
    forgotten: int
    groups: int
    pairs_compared: int
    manifest: str
    described: int = 0
    asked: int = 0
    depth: Depth = Depth.QUICK


class IndexingProject(Protocol):
    """What indexing needs of an open project."""

    @property
    def file(self) -> ProjectFile:
        """The precious part; two events go to its ledger."""
        ...

    @property
    def index(self) -> IndexFile:
        """The part that is computed here."""
        ...

    def roots(self) -> tuple[Root, ...]:
        """Return the folders that this user opened on this machine."""
        ...


class IndexJob:
    """Reads the roots of a project and finds copies; resumable, incremental, cancellable.

    Args:
        project: where results go; its index is written, and two events go to its ledger.
        processes: child processes, or None for one a core.
        depth: the quick pass alone, or both.
        spare: how many of the processes are to rest now, see `engine.pool.WorkerPool`.
    """

    def __init__(
        self,
        project: IndexingProject,
        processes: int | None = None,
        depth: Depth = Depth.QUICK,
        spare: Spare = nobody_waits,
    ) -> None:
        self._project = project
        self._spare = spare
        self._processes = processes
        self._depth = depth

    def run(self, report: Report, cancel: CancelToken) -> IndexSummary:
        """Do it; see `core.progress.Job`.

        Raises:
            Cancelled: asked to stop; everything finished is kept.
            SurroundingsError: a root cannot be reached.
        """
        project = self._project
        roots = project.roots()
        report(Progress(message(SCANNING)))
        survey = survey_roots(roots, project.index.stamps(), RECIPE, cancel)
        started = {"to_measure": len(survey.to_measure), "pass": self._depth.value}
        self._log(EventKind.INDEX_STARTED, started)
        project.index.forget(survey.gone)
        for label, counter in survey.skipped.items():
            project.index.set_skipped(label, counter)
        with WorkerPool(self._processes, spare=self._spare) as pool:
            bench = Bench(project.index, {root.label: root for root in roots}, pool, report, cancel)
            measured = self._measure(bench, survey.to_measure)
            deepened = Deepened()
            if self._depth is Depth.DEEP:
                deepened = deepen(bench, project.index.records(cancel.check).values())
            matched = match_images(bench, project.file.not_duplicates(), self._depth)
        summary = replace(
            self._summary(survey),
            measured=measured,
            groups=len(matched.clusters),
            pairs_compared=matched.compared,
            described=deepened.described,
            asked=deepened.asked,
            depth=self._depth,
        )
        self._log(EventKind.INDEX_FINISHED, _facts_of(summary))
        return summary

    def _measure(self, bench: Bench, todo: Sequence[ToMeasure]) -> int:
        works = [measure_work(one.stamp, one.root.folder, one.sidecars) for one in todo]
        sidecars = {one.stamp.place: one.sidecars_stamp for one in todo}
        pace = Pace(sum(work.cost for work in works))
        batch = _Batch(bench)
        try:
            for count, (work, answer) in enumerate(bench.pool.run(works, bench.cancel), 1):
                stamp = work.tag
                assert isinstance(stamp, FileStamp)  # noqa: S101 - measure_work put it there
                batch.add(read_measured(work, answer), sidecars[stamp.place])
                pace.advance(work.cost, stamp.size_bytes)
                bench.report(_progress(pace, stamp, count, len(works)))
        finally:
            batch.flush()
        return len(works)

    def _summary(self, survey: Survey) -> IndexSummary:
        index = self._project.index
        records = index.records().values()
        unreadable = index.unreadable()
        skipped = sum(counter.total() for counter in survey.skipped.values())
        digest = hashlib.sha256()
        for record in sorted(records, key=lambda one: one.place):
            line = b"\0".join((record.place.root.encode(), record.place.path, record.digest))
            digest.update(line + b"\n")
        return IndexSummary(
            found=len(records) + len(unreadable) + skipped,
            read=len(records),
            unreadable=len(unreadable),
            skipped=skipped,
            measured=0,
            forgotten=len(survey.gone),
            groups=0,
            pairs_compared=0,
            manifest=digest.hexdigest(),
        )

    def _log(self, kind: EventKind, facts: dict[str, int | str]) -> None:
        if not self._project.file.read_only:
            self._project.file.append([EventDraft(kind, facts, {})])


class _Batch:
    """Collects results and writes them a transaction at a time."""

    def __init__(self, bench: Bench) -> None:
        self._index = bench.index
        self._measured: list[MeasuredImage] = []
        self._unreadable: list[Unreadable] = []

    def add(self, result: MeasuredImage | Unreadable, sidecars_stamp: int) -> None:
        if isinstance(result, MeasuredImage):
            self._measured.append(replace(result, sidecars_stamp=sidecars_stamp))
        else:
            self._unreadable.append(result)
        if len(self._measured) + len(self._unreadable) >= BATCH:
            self.flush()

    def flush(self) -> None:
        self._index.put_measured(self._measured)
        self._index.put_unreadable(self._unreadable)
        self._measured, self._unreadable = [], []


def _progress(pace: Pace, stamp: FileStamp, done: int, total: int) -> Progress:
    return Progress(
        message(READING),
        done_cost=pace.done_cost,
        total_cost=pace.total_cost,
        done_items=done,
        total_items=total,
        current=stamp.place.path,
        bytes_per_s=pace.bytes_per_s,
        left_s=pace.left_s,
    )


def _facts_of(summary: IndexSummary) -> dict[str, int | str]:
    names = ("found", "read", "unreadable", "skipped", "measured", "forgotten", "groups")
    facts: dict[str, int | str] = {name: getattr(summary, name) for name in names}
    if summary.depth is Depth.DEEP:
        facts["looked_through"] = summary.asked
    return facts | {
        "pass": summary.depth.value,
        "manifest": summary.manifest,
        "manifest_of": Manifest.SHA256_OF_PLACES_AND_DIGESTS.value,
    }
