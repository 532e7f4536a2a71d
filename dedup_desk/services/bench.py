"""What the stages of indexing work with, and how they say where they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.core.messages import message
from dedup_desk.core.progress import CancelToken, Progress, Report
from dedup_desk.core.records import ImageRecord
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.services.jobs import Pace
from dedup_desk.services.roots import Root
from dedup_desk.store.index_file import IndexFile


class Depth(StrEnum):
    """How thoroughly copies are looked for."""

    QUICK = "quick"
    """By fingerprints of whole pictures."""
    DEEP = "deep"
    """By details as well: crops, borders, re-scans, pictures inside pages."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What the stages work with: the index, the roots of this machine, the workers."""

    index: IndexFile
    roots: Mapping[str, Root]
    pool: WorkerPool
    report: Report
    cancel: CancelToken

    def absolute(self, record: ImageRecord) -> bytes:
        """Return where a record's file is on this machine."""
        return self.roots[record.place.root].absolute(record.place)

    def tell(self, stage: str, pace: Pace, done: int, total: int) -> None:
        """Report how far a stage has come, by cost."""
        self.report(
            Progress(
                message(stage),
                done_cost=pace.done_cost,
                total_cost=pace.total_cost,
                done_items=done,
                total_items=total,
                left_s=pace.left_s,
            )
        )
