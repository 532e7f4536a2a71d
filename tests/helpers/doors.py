"""Doors that open made-up projects: for screens that are tested without pictures or disks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from dedup_desk.core.errors import UsageError
from dedup_desk.core.ledger import Actor
from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.progress import CancelToken, Progress, Report
from dedup_desk.core.records import FilePlace, FileStamp, SkipReason, Unreadable
from dedup_desk.core.storage import Holdings, KindCount
from dedup_desk.services.auditing import Audit, DepthCount
from dedup_desk.services.roots import Root

GB = 1_000_000_000


def an_audit(
    copies: tuple[tuple[Relation, int, int], ...] = (
        (Relation.SAME_BYTES, 12, 3),
        (Relation.RE_ENCODED, 5, 1),
    ),
    unreadable: int = 2,
    looks: int = 4,
    depth: DepthCount | None = None,
    joined: int = 0,
) -> Audit:
    """An audit whose counts add up: kinds are (relation, copies, whole gigabytes)."""
    kinds = tuple(KindCount(relation, many, size * GB) for relation, many, size in copies)
    return Audit(
        found=100 + unreadable + 8,
        read=100,
        unreadable=tuple(an_unreadable(number) for number in range(unreadable)),
        skipped={SkipReason.NOT_AN_IMAGE: 7, SkipReason.LINK: 1},
        holdings=Holdings(100, 40 * GB, 6, sum(many for _, many, _ in copies), kinds, joined),
        look_pairs=looks,
        same_layout_pairs=1,
        sureness={Sureness.CERTAIN: 15, Sureness.LIKELY: 2},
        scores=tuple((2, 1) if at > 15 else (0, 0) for at in range(20)),
        blank=0,
        limited=3,
        groups_decided=3,
        depth=depth or DepthCount(),
    )


def an_unreadable(number: int) -> Unreadable:
    """A truncated file."""
    place = FilePlace("stills", f"import/{number:04}.jpg".encode())
    stamp = FileStamp(place, 100, 1, 1, number)
    return Unreadable(stamp, Message("The picture data end in the middle of the file."))


class ReadingJob:
    """Reports twice, then returns; stops when asked."""

    def __init__(self, stop_at: Callable[[], None] = lambda: None) -> None:
        self._stop_at = stop_at
        self.runs = 0

    def run(self, report: Report, cancel: CancelToken) -> object:
        self.runs += 1
        report(Progress(Message("Looking through the folders"), done_items=108))
        report(
            Progress(
                Message("Reading pictures"),
                done_cost=1.0,
                total_cost=4.0,
                done_items=25,
                total_items=100,
                current=b"a/\xffb.jpg",
                bytes_per_s=5e6,
                left_s=120.0,
            )
        )
        self._stop_at()
        cancel.check()
        return "summary"


class MadeUpLedger:
    """Nothing happened yet."""

    def events(self) -> tuple[()]:
        return ()


class MadeUpProject:
    """A project of numbers only."""

    def __init__(self, path: bytes) -> None:
        self.opened = path
        self.name = "holdings"
        self.path = Path("holdings.ddesk")
        self.read_only = False
        self.is_draft = True
        self.job = ReadingJob()
        self.deep_job = ReadingJob()
        self.spare: Callable[[], int] = lambda: 0
        self.depth = DepthCount()
        self.was_read = False
        self.closed = False
        self.file = MadeUpLedger()
        self.added: list[bytes] = []
        self.retiring: object = None
        self.copies: tuple[tuple[Relation, int, int], ...] | None = None

    def roots(self) -> tuple[Root, ...]:
        return (Root("holdings", self.opened),)

    def indexing(self, spare: Callable[[], int] = lambda: 0) -> ReadingJob:
        self.spare = spare
        return self.job

    def deepening(self, spare: Callable[[], int]) -> ReadingJob:
        self.spare = spare
        return self.deep_job

    def audit(self) -> Audit:
        if self.copies is None:
            return an_audit(depth=self.depth)
        return an_audit(self.copies, depth=self.depth)

    def add_root(self, folder: bytes) -> None:
        self.added.append(folder)

    def retirement(self) -> object:
        return self.retiring

    @property
    def actor(self) -> Actor:
        return Actor("Chan Tai Man", "chan", "desk-1")

    def close(self) -> None:
        self.closed = True


class MadeUpReview(QObject):
    """A review view-model without a desk."""

    failed = Signal(str)
    told = Signal(str)
    undo_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.history = QUndoStack(self)
        self.closed = False

    def close(self) -> None:
        self.closed = True


class MadeUpDesk:
    """Nothing lies on it."""

    def __init__(self) -> None:
        self.closed = False

    def close(self) -> None:
        self.closed = True


class MadeUpDoors:
    """Opens every path but those called "missing"."""

    def __init__(self) -> None:
        self.projects: list[MadeUpProject] = []
        self.written: list[bytes] = []
        self.evidence: list[Any] = []
        self.printed: list[Any] = []
        self.retirement: object = None
        self.to_tell: tuple[Message, ...] = ()

    def open(self, path: bytes) -> Any:
        if b"missing" in path:
            raise UsageError(Message("There is no such folder. Nothing was changed."))
        self.projects.append(MadeUpProject(path))
        self.projects[-1].retiring = self.retirement
        return self.projects[-1]

    def settle(self, project: MadeUpProject) -> tuple[Message, ...]:
        assert not project.closed
        return self.to_tell

    def count(self, project: MadeUpProject) -> Any:
        from dedup_desk.services.queue_choosing import QueueContents
        from dedup_desk.ui.viewmodels.doors import Counted

        return Counted(project.audit(), MadeUpDesk(), QueueContents.of(()))

    def rows(self, project: MadeUpProject) -> Any:
        assert not project.closed
        return ()

    def save_as(self, project: MadeUpProject, path: bytes) -> Any:
        if b"taken" in path:
            raise UsageError(Message("That name is taken. Nothing was changed."))
        project.close()
        return self.open(path)

    def write_audit(self, project: MadeUpProject, path: bytes) -> None:
        assert not project.closed
        self.written.append(path)

    def write_evidence(self, project: MadeUpProject, wanted: Any) -> None:
        assert not project.closed
        if b"full" in wanted.path:
            raise UsageError(Message("The disk is full. Nothing was written."))
        self.evidence.append(wanted)

    def print_evidence(self, project: MadeUpProject, wanted: Any) -> None:
        assert not project.closed
        if wanted.sheets.printer == "gone":
            raise UsageError(Message("The printer did not take it."))
        self.printed.append(wanted)

    def receipt(self, project: MadeUpProject) -> str:
        assert not project.closed
        return "a receipt"

    def write_receipt(self, project: MadeUpProject, path: bytes) -> None:
        assert not project.closed
        self.written.append(path)

    def review(self, counted: Any) -> Any:
        assert not counted.desk.closed
        return MadeUpReview()
