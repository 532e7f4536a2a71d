"""A small durable journal over SQLite, so that the mover is tested without the project file."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from dedup_desk.core.journal import Operation, OperationKind, OperationState
from dedup_desk.core.messages import Message
from dedup_desk.core.operation_text import operation_json, read_operation_json


class DurableJournal:
    """Implements `core.journal.Journal`; each call is one transaction, synchronous=EXTRA."""

    def __init__(self, path: Path) -> None:
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("PRAGMA synchronous=EXTRA")
        self._base.execute(
            "CREATE TABLE IF NOT EXISTS operation"
            " (seq INTEGER PRIMARY KEY, uuid TEXT UNIQUE, state TEXT, told TEXT, body TEXT)"
        )

    def intent(self, operations: Sequence[Operation]) -> None:
        rows = [(one.uuid, OperationState.INTENT.value, operation_json(one)) for one in operations]
        self._base.execute("BEGIN IMMEDIATE")
        self._base.executemany("INSERT INTO operation(uuid, state, body) VALUES (?, ?, ?)", rows)
        self._base.execute("COMMIT")

    def done(self, operation: Operation, note: Message | None = None) -> None:
        self._close(operation, OperationState.DONE, note)

    def aborted(self, operation: Operation, reason: Message) -> None:
        self._close(operation, OperationState.ABORTED, reason)

    def open_operations(self) -> tuple[Operation, ...]:
        return self.in_state(OperationState.INTENT)

    def retired(self) -> tuple[Operation, ...]:
        done = self.in_state(OperationState.DONE)
        restored = {one.restores for one in done}
        return tuple(
            one for one in done if one.kind is OperationKind.RETIRE and one.uuid not in restored
        )

    def in_state(self, state: OperationState) -> tuple[Operation, ...]:
        rows = self._base.execute(
            "SELECT body FROM operation WHERE state = ? ORDER BY seq", (state.value,)
        )
        return tuple(read_operation_json(body) for (body,) in rows)

    def close(self) -> None:
        self._base.close()

    def _close(self, operation: Operation, state: OperationState, told: Message | None) -> None:
        text = None if told is None else told.as_json()
        changed = self._base.execute(
            "UPDATE operation SET state = ?, told = ? WHERE uuid = ? AND state = ?",
            (state.value, text, operation.uuid, OperationState.INTENT.value),
        ).rowcount
        assert changed == 1, f"{operation.uuid} was closed twice"
