"""A retirement that moves nothing: plans, results and quarantine for the "Set aside" screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import UsageError
from dedup_desk.core.journal import FileIdentity, Operation, OperationKind
from dedup_desk.core.messages import Message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.pairs import Relation
from dedup_desk.core.plan import PlannedMove, Reason, Refusal, RetirementPlan
from dedup_desk.core.progress import CancelToken, Progress, Report
from dedup_desk.core.records import Digest, FilePlace, SeenFile
from dedup_desk.services.retiring.outcomes import BatchOutcome, Selection


def a_file(name: bytes) -> SeenFile:
    """A file of the collection."""
    return SeenFile(FilePlace("stills", name), Digest(name.ljust(32)[:32]))


def a_plan(moves: Sequence[bytes], refused: Sequence[bytes] = ()) -> RetirementPlan:
    """A plan of these names, each with a kept copy below `masters/`."""
    refusals = tuple(
        Refusal(a_file(name), Reason.CHANGED, Message("It has changed.")) for name in refused
    )
    return RetirementPlan(tuple(map(a_move, moves)), refusals)


def a_move(name: bytes) -> PlannedMove:
    """One planned move of a megabyte."""
    item = a_file(name)
    decision = Decision(item, Verdict.RETIRE, a_file(b"masters/" + name), Relation.RESIZED)
    return PlannedMove(
        item, a_file(b"masters/" + name), Relation.RESIZED, 1_000_000, decision, "Chan", "2026"
    )


@dataclass
class MoveJob:
    """Answers every image with the same outcome."""

    files: tuple[SeenFile, ...]
    outcome: Outcome
    told: Message | None = None
    is_rehearsal: bool = False

    def run(self, report: Report, cancel: CancelToken) -> BatchOutcome:
        cancel.check()
        report(Progress(Message("Setting aside"), 1.0, 2.0, 1, len(self.files)))
        results = tuple(MoveResult(one, self.outcome, self.told) for one in self.files)
        return BatchOutcome(len(self.files), results, is_rehearsal=self.is_rehearsal)


class MadeUpRetirement:
    """Remembers what it was asked; says of every image what the test chose."""

    def __init__(self, plan: RetirementPlan, outcome: Outcome = Outcome.MOVED) -> None:
        self.next_plan, self.outcome = plan, outcome
        self.told: Message | None = None
        self.held: tuple[Operation, ...] = ()
        self.asked: list[tuple[str, object]] = []

    def abilities(self) -> tuple[()]:
        return ()

    def plan(self) -> RetirementPlan:
        return self.next_plan

    def quarantined(self) -> tuple[Operation, ...]:
        return self.held

    def retire_job(
        self, plan: RetirementPlan, *, dry_run: bool = False, acknowledged_by: str | None = None
    ) -> MoveJob:
        self.asked.append(("rehearse", None) if dry_run else ("move", acknowledged_by))
        files = tuple(move.item for move in plan.moves)
        if not dry_run and self.outcome is Outcome.MOVED:
            self.next_plan, self.held = RetirementPlan(()), tuple(map(an_operation, files))
        return MoveJob(files, self.outcome, self.told, dry_run)

    def restore_job(self, selection: Selection) -> MoveJob:
        if not self.held:
            raise UsageError(Message("Nothing is in quarantine."))
        self.asked.append(("restore", selection))
        chosen = selection.of(self.held)
        self.held = tuple(one for one in self.held if one not in chosen)
        return MoveJob(tuple(one.item for one in chosen), self.outcome, self.told)


def an_operation(item: SeenFile) -> Operation:
    """A retirement that stands."""
    return Operation(
        uuid=item.digest.hex()[:32],
        batch="20261121T023000Z-1a2b3c4d",
        number=1,
        kind=OperationKind.RETIRE,
        item=item,
        canonical=a_file(b"masters/" + item.place.path),
        relation=Relation.RESIZED,
        identity=FileIdentity(1, 2, 1_000_000, 3, 0o644),
        quarantine=b"/q",
        safe_path=b"batch-20261121T023000Z-1a2b3c4d/data/000001/a.jpg",
    )
