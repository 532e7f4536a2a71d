"""The mover's journal in the project file: announced, done or aborted, each with its event.

One transaction writes the ledger's event and the operation's row. The schema itself refuses what
must never be (one file in two live retirements, a kept copy that is retired, a copy kept for
another that is retired): then nothing is announced, and nothing may move.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.exc import IntegrityError as ConstraintFailed

from dedup_desk.core.canonical_json import Json, JsonObject, bytes_text, text_bytes, text_in
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.journal import Operation, OperationKind, OperationState
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.store.ledger_store import read_events
from dedup_desk.store.operation_events import (
    ABORTED,
    DONE,
    announcement,
    read_note,
    read_operation,
)
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.store.project_tables import BATCH, EVENT, OPERATION

_REFUSED = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was moved: {path} is already being moved, is in quarantine, or is the kept copy of "
    "an image in quarantine. Put that image back first, or take this one out of the plan.",
)


class BatchState(StrEnum):
    """How far a batch has come."""

    OPEN = "open"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Batch:
    """A plan that was frozen to be carried out.

    Attributes:
        id: as in the quarantine ("20261121T023000Z-1a2b3c4d").
        quarantine: absolute path bytes of the quarantine root; empty once erased.
        plan: what was frozen, as its maker packed it; empty once erased.
        state: open until its run ended.
        frozen_at_utc: when.
        counts: what its run said at the end (moved, skipped, failed ...); empty while open.
    """

    id: str
    quarantine: bytes
    plan: JsonObject
    state: BatchState
    frozen_at_utc: str
    counts: JsonObject


@dataclass(frozen=True, slots=True)
class OperationRow:
    """An operation and where it stands.

    Attributes:
        operation: as it was announced.
        state: intent, done or aborted.
        is_live: open, or in quarantine and not put back.
        note: what the mover said when it closed it.
        at_utc: when it was announced.
    """

    operation: Operation
    state: OperationState
    is_live: bool
    note: Message | None
    at_utc: str


class OperationsJournal:
    """Implements `core.journal.Journal`; every call is durable when it returns."""

    def __init__(self, project_file: ProjectFile) -> None:
        """Write into an open project."""
        self._project = project_file

    def freeze(self, batch: str, quarantine: bytes, plan: JsonObject) -> None:
        """Write down a plan before anything of it is carried out.

        Args:
            batch: its id.
            quarantine: where its files go.
            plan: anything that `canonical_json` takes.
        """
        pieces = {"plan": plan, "quarantine": {"path": bytes_text(quarantine)}}
        self._project.append((EventDraft(EventKind.BATCH_FROZEN, {"batch": batch}, pieces),))

    def close_batch(self, batch: str, state: BatchState, counts: JsonObject) -> None:
        """Write down how a batch's run ended."""
        body: dict[str, Json] = {"batch": batch, "state": state.value, "counts": counts}
        self._project.append((EventDraft(EventKind.BATCH_CLOSED, body),))

    def intent(self, operations: Sequence[Operation]) -> None:
        """Announce operations before anything of them moves: all or none.

        Raises:
            RefusedError: one of them contradicts a live one; nothing was announced.
        """
        if not operations:
            return
        try:
            self._project.append([announcement(one) for one in operations])
        except ConstraintFailed as error:
            path = self._contradicting(operations).item.place.path
            raise RefusedError(message(_REFUSED, path=path)) from error

    def done(self, operation: Operation, note: Message | None = None) -> None:
        """Close an operation after the disk was read again and agrees."""
        self._close(DONE[operation.kind], operation, note)

    def aborted(self, operation: Operation, reason: Message) -> None:
        """Close an operation whose file is where it was."""
        self._close(ABORTED[operation.kind], operation, reason)

    def open_operations(self) -> tuple[Operation, ...]:
        """Return operations that were announced and not closed, oldest first."""
        rows = self._rows(OPERATION.c.state == OperationState.INTENT.value)
        return tuple(row.operation for row in rows)

    def retired(self) -> tuple[Operation, ...]:
        """Return retire operations that are done and not restored since, oldest first."""
        return tuple(row.operation for row in self.in_quarantine())

    def operations(self, batch: str | None = None) -> tuple[OperationRow, ...]:
        """Return the operations of a batch, or all, oldest first."""
        return self._rows(None if batch is None else OPERATION.c.batch == batch)

    def in_quarantine(self) -> tuple[OperationRow, ...]:
        """Return the retirements that are done and were not put back, oldest first."""
        return self._rows(
            (OPERATION.c.is_live == 1)
            & (OPERATION.c.kind == OperationKind.RETIRE.value)
            & (OPERATION.c.state == OperationState.DONE.value)
        )

    def batches(self) -> tuple[Batch, ...]:
        """Return all batches, oldest first."""
        frozen, closed = select(BATCH.c.event), select(BATCH.c.closed_by)
        with self._project.reading() as connection:
            rows = connection.execute(select(BATCH)).all()
            events = {
                event.uuid: event
                for event in read_events(
                    connection, EVENT.c.uuid.in_(frozen) | EVENT.c.uuid.in_(closed)
                )
            }
        found = [
            _batch(row.state, events[row.event], events.get(row.closed_by or "")) for row in rows
        ]
        return tuple(sorted(found, key=lambda one: (one.frozen_at_utc, one.id)))

    def _close(self, kind: EventKind, operation: Operation, note: Message | None) -> None:
        open_ones = (OPERATION.c.uuid == operation.uuid) & (OPERATION.c.state == "intent")
        if not self._rows(open_ones):
            raise ValueError(f"operation {operation.uuid} is not open: it cannot be closed")
        body: dict[str, Json] = {
            "operation": operation.uuid,
            "batch": operation.batch,
            "number": operation.number,
            "item": operation.item.digest.hex(),
            "canonical": operation.canonical.digest.hex(),
            "restores": operation.restores,
        }
        pieces = {} if note is None else {"note": {"message": note.as_json()}}
        self._project.append((EventDraft(kind, body, pieces),))

    def _rows(self, where: ColumnElement[bool] | None) -> tuple[OperationRow, ...]:
        chosen = select(OPERATION).order_by(OPERATION.c.position)
        chosen = chosen if where is None else chosen.where(where)
        opening = chosen.with_only_columns(OPERATION.c.event).order_by(None)
        closing = chosen.with_only_columns(OPERATION.c.closed_by).order_by(None)
        with self._project.reading() as connection:
            rows = connection.execute(chosen).all()
            either = EVENT.c.uuid.in_(opening) | EVENT.c.uuid.in_(closing)
            events = {event.uuid: event for event in read_events(connection, either)}
        return tuple(
            OperationRow(
                read_operation(events[row.event]),
                OperationState(row.state),
                bool(row.is_live),
                read_note(events.get(row.closed_by or "")),
                events[row.event].at_utc,
            )
            for row in rows
        )

    def _contradicting(self, operations: Sequence[Operation]) -> Operation:
        """Name the first operation that contradicts a live one, or another of the same call."""
        live = self._rows(OPERATION.c.is_live == 1)
        taken = {row.operation.item.place for row in live}
        kept = {row.operation.canonical.place for row in live}
        for one in operations:
            item, canonical = one.item.place, one.canonical.place
            if item in taken | kept or canonical in taken or item == canonical:
                return one
            taken.add(item)
            kept.add(canonical)
        return operations[0]


def _batch(state: str, frozen: Event, closed: Event | None) -> Batch:
    quarantine = frozen.personal("quarantine")
    counts = None if closed is None else closed.body.get("counts")
    return Batch(
        id=text_in(frozen.body, "batch"),
        quarantine=b"" if quarantine is None else text_bytes(quarantine.get("path")),
        plan=frozen.personal("plan") or {},
        state=BatchState(state),
        frozen_at_utc=frozen.at_utc,
        counts=counts if isinstance(counts, dict) else {},
    )
