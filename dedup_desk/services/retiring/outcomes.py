"""What became of a batch, in counts that add up and sentences."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dedup_desk.core.errors import UsageError
from dedup_desk.core.journal import Operation, OperationKind, OperationState
from dedup_desk.core.ledger import Head
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.records import FilePlace
from dedup_desk.store.operations import Batch, BatchState, OperationRow


@dataclass(frozen=True, slots=True)
class BatchOutcome:
    """What became of one run.

    Attributes:
        planned: how many were to move.
        results: one for each file that was reached, in order.
        recovered: what was settled before it began.
        batches: ids of the batches written (one for each quarantine).
        stopped: why the run ended before its end, or None.
        was_cancelled: a person asked it to stop.
        is_rehearsal: nothing was moved.
        moved_bytes: size of what moved.
    """

    planned: int
    results: tuple[MoveResult, ...]
    recovered: tuple[MoveResult, ...] = ()
    batches: tuple[str, ...] = ()
    stopped: Message | None = None
    was_cancelled: bool = False
    is_rehearsal: bool = False
    moved_bytes: int = 0

    @property
    def moved(self) -> int:
        """Files at their new place (of a rehearsal: that would move)."""
        return sum(one.outcome is Outcome.MOVED for one in self.results)

    @property
    def failed(self) -> int:
        """Files that were reached and did not move, each with its sentence."""
        return len(self.results) - self.moved

    @property
    def left(self) -> int:
        """Files that were not reached: moved + failed + left = planned."""
        return self.planned - len(self.results)

    @property
    def is_complete(self) -> bool:
        """True where everything planned has moved."""
        return self.moved == self.planned

    def counts(self) -> Mapping[str, int]:
        """Return the counts that go into the ledger."""
        return {
            "planned": self.planned,
            "moved": self.moved,
            "failed": self.failed,
            "left": self.left,
        }


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a recovery did.

    Attributes:
        settled: operations that were open.
        adopted: items of a quarantine that the project did not know.
    """

    settled: tuple[MoveResult, ...]
    adopted: tuple[MoveResult, ...] = ()

    @property
    def is_clean(self) -> bool:
        """True where nothing is left open."""
        done = {Outcome.MOVED, Outcome.NOT_MOVED}
        return all(one.outcome in done for one in (*self.settled, *self.adopted))


@dataclass(frozen=True, slots=True)
class BatchSummary:
    """One batch and where its files are now.

    Attributes:
        id: as the quarantine folder is called, without "batch-".
        quarantine: absolute path of the quarantine.
        state: open, finished or stopped.
        frozen_at_utc: when.
        moved, restored, failed, open: files by what became of them.
        size_bytes: of what is in quarantine now.
    """

    id: str
    quarantine: bytes
    state: BatchState
    frozen_at_utc: str
    moved: int
    restored: int
    failed: int
    open: int
    size_bytes: int

    @property
    def in_quarantine(self) -> int:
        """Files that can be put back."""
        return self.moved - self.restored

    @classmethod
    def of(cls, batch: Batch, rows: Sequence[OperationRow]) -> BatchSummary:
        """Count the operations of a batch."""
        count = Counter((one.operation.kind, one.state) for one in rows)
        standing = [
            one.operation
            for one in rows
            if one.is_live
            and one.state is OperationState.DONE
            and one.operation.kind is OperationKind.RETIRE
        ]
        return cls(
            id=batch.id,
            quarantine=batch.quarantine,
            state=batch.state,
            frozen_at_utc=batch.frozen_at_utc,
            moved=count[OperationKind.RETIRE, OperationState.DONE],
            restored=count[OperationKind.RESTORE, OperationState.DONE],
            failed=count[OperationKind.RETIRE, OperationState.ABORTED],
            open=sum(one.state is OperationState.INTENT for one in rows),
            size_bytes=sum(one.identity.size_bytes for one in standing),
        )


@dataclass(frozen=True, slots=True)
class Selection:
    """What to put back: everything, one batch, or named files.

    Attributes:
        batch: a batch id, or None.
        places: files by their old places; empty means all of the batch, or all there is.
    """

    batch: str | None = None
    places: frozenset[FilePlace] = frozenset()

    def of(self, standing: Sequence[Operation]) -> tuple[Operation, ...]:
        """Return the retirements that are selected.

        Raises:
            UsageError: nothing is in quarantine under that batch or place.
        """
        in_batch = [one for one in standing if self.batch in (None, one.batch)]
        if self.batch is not None and not in_batch:
            raise UsageError(message(_NO_BATCH, batch=self.batch))
        unknown = self.places - {one.item.place for one in in_batch}
        if unknown:
            raise UsageError(message(_NO_PLACE, file=min(unknown).path))
        return tuple(one for one in in_batch if not self.places or one.item.place in self.places)


EVERYTHING = Selection()


def checkpoint_bytes(project: str, heads: Mapping[str, Head]) -> bytes:
    """Return what is written beside a batch: where the ledger stood when it ended."""
    values = {
        "format": "dedup-desk checkpoint",
        "project": project,
        "heads": {chain: head.as_json() for chain, head in heads.items()},
    }
    return json.dumps(values, sort_keys=True, indent=1).encode("ascii") + b"\n"


def read_checkpoint(data: bytes, project: str) -> dict[str, Head]:
    """Read what `checkpoint_bytes` wrote; another project's checkpoint says nothing about ours.

    Raises:
        ValueError: it does not read as a checkpoint.
    """
    values = json.loads(data)
    if not isinstance(values, dict) or not isinstance(values.get("heads"), dict):
        raise ValueError("not a checkpoint")  # noqa: TRY004 - the text is wrong, not a type
    if values.get("project") != project:
        return {}
    return {str(chain): Head.from_json(head) for chain, head in values["heads"].items()}


_NO_BATCH = QT_TRANSLATE_NOOP(
    "Messages",
    "No file of the batch {batch} is in quarantine. Nothing was moved; look at the list of batches "
    "for its name.",
)
_NO_PLACE = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} is not in quarantine. Nothing was moved; check the path, it is the one the file had.",
)
