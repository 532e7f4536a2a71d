"""What the ledger adds up to, kept in tables so that a project opens at once.

Each kind of event that changes the present state is a row in `PROJECTIONS`. `append` runs the row
in the event's own transaction; emptying the tables and running all events through the same rows
must give the same tables (`rebuild`, and the tests). Nothing here words or checks: a constraint of
the schema that refuses an event undoes its whole transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, or_, select, update

from dedup_desk.core.canonical_json import canonical_json, text_bytes, text_in, text_or_none
from dedup_desk.core.decision_events import DecisionEvent, read_decision, read_place
from dedup_desk.core.decision_history import Present, content_pair
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.ledger import Event, EventKind
from dedup_desk.store.project_tables import (
    APART,
    BATCH,
    DECISION,
    EVENT,
    OPERATION,
    PRESENT_STATE,
    ROOT,
    SETTING,
)

Projection: TypeAlias = Callable[[Connection, Event], None]


def project(connection: Connection, events: Iterable[Event]) -> None:
    """Let events change the present state, in the transaction that writes them."""
    for event in events:
        change = PROJECTIONS.get(event.kind)
        if change is not None:
            change(connection, event)


def rebuild(connection: Connection, events: Iterable[Event], present: Present) -> None:
    """Empty the present state and build it again.

    Args:
        connection: inside a writing transaction.
        events: all events, each behind what it saw.
        present: the same events folded; decisions of merged copies can stand side by side, which
            one event after the other cannot tell.
    """
    for table in PRESENT_STATE:
        connection.execute(delete(table))
    project(connection, (one for one in events if one.kind not in _DECISIONS))
    answers = [one for many in present.places.values() for one in many]
    apart = [one for many in present.pairs.values() for one in many]
    if answers:
        connection.execute(insert(DECISION), [_decision_row(one) for one in answers])
    if apart:
        connection.execute(insert(APART), [_apart_row(one) for one in apart])


def _decide(connection: Connection, event: Event) -> None:
    made = read_decision(event)
    if made is None:
        return
    row = _decision_row(made)
    connection.execute(_FORGET_DECISION, {"at_root": row["root"], "at_path": row["path"]})
    if made.decision.verdict is not None:
        connection.execute(_KEEP_DECISION, row)
    _set_apart(connection, made)


def _set_apart(connection: Connection, made: DecisionEvent) -> None:
    subject, pair = made.decision.subject, content_pair(made.decision)
    ended = {
        "at_root": subject.place.root,
        "at_path": subject.place.path,
        "of": subject.digest,
        "one": pair and pair.low,
        "other": pair and pair.high,
    }
    connection.execute(_END_APART, ended)
    if pair is not None and made.decision.verdict is Verdict.NOT_DUPLICATE:
        connection.execute(insert(APART), _apart_row(made))


# Built once: building a statement takes longer than running it, and a key press waits for these.
_FORGET_DECISION = delete(DECISION).where(
    DECISION.c.root == bindparam("at_root"), DECISION.c.path == bindparam("at_path")
)
_KEEP_DECISION = insert(DECISION)
_END_APART = delete(APART).where(
    or_(
        and_(
            APART.c.root == bindparam("at_root"),
            APART.c.path == bindparam("at_path"),
            APART.c.subject == bindparam("of"),
        ),
        and_(APART.c.low == bindparam("one"), APART.c.high == bindparam("other")),
    )
)


def _decision_row(made: DecisionEvent) -> dict[str, object]:
    place = made.decision.subject.place
    return {"root": place.root, "path": place.path, "event": made.event.uuid}


def _apart_row(made: DecisionEvent) -> dict[str, object]:
    pair = content_pair(made.decision)
    if pair is None:
        raise ValueError("what is set apart names two contents")
    subject = made.decision.subject.digest
    return {"low": pair.low, "high": pair.high, "subject": subject, **_decision_row(made)}


def _set_root(connection: Connection, event: Event) -> None:
    label = text_in(event.body, "label")
    connection.execute(delete(ROOT).where(ROOT.c.label == label))
    folder = event.personal("folder")
    if folder is not None:
        row = {"label": label, "folder": text_bytes(folder.get("path"))}
        connection.execute(insert(ROOT), row)


def _set_setting(connection: Connection, event: Event) -> None:
    key = text_in(event.body, "key")
    connection.execute(delete(SETTING).where(SETTING.c.key == key))
    value = canonical_json(event.body.get("value")).decode()
    connection.execute(insert(SETTING), {"key": key, "value": value})


def _freeze_batch(connection: Connection, event: Event) -> None:
    row = {"id": text_in(event.body, "batch"), "event": event.uuid, "state": "open"}
    connection.execute(insert(BATCH), row)


def _close_batch(connection: Connection, event: Event) -> None:
    connection.execute(
        update(BATCH)
        .where(BATCH.c.id == text_in(event.body, "batch"))
        .values(state=text_in(event.body, "state"), closed_by=event.uuid)
    )


def _intend(connection: Connection, event: Event) -> None:
    item, canonical = event.personal("item"), event.personal("canonical")
    if item is None or canonical is None:
        return  # erased: only operations that are over can be
    body = event.body
    if _turns_round_what_was_erased(connection, text_or_none(body, "restores")):
        return
    at, kept = read_place(item), read_place(canonical)
    row = {
        "uuid": text_in(body, "operation"),
        "position": _next_position(connection),
        "batch": text_in(body, "batch"),
        "number": body["number"],
        "kind": text_in(body, "direction"),
        "state": "intent",
        "is_live": 1,
        "item_root": at.root,
        "item_path": at.path,
        "canonical_root": kept.root,
        "canonical_path": kept.path,
        "restores": text_or_none(body, "restores"),
        "event": event.uuid,
    }
    connection.execute(insert(OPERATION), row)


def _turns_round_what_was_erased(connection: Connection, restored: str | None) -> bool:
    """Say whether a retirement was announced once, and has no row because its places are gone."""
    if restored is None:
        return False
    row = select(OPERATION.c.uuid).where(OPERATION.c.uuid == restored)
    announced = select(EVENT.c.uuid).where(
        EVENT.c.kind == EventKind.OPERATION_INTENT.value,
        func.json_extract(EVENT.c.body, "$.operation") == restored,
    )
    return connection.execute(row).first() is None and (
        connection.execute(announced).first() is not None
    )


def _next_position(connection: Connection) -> int:
    last = connection.execute(select(func.max(OPERATION.c.position))).scalar()
    return int(last or 0) + 1


def _finish_retirement(connection: Connection, event: Event) -> None:
    _close(connection, event, state="done", is_live=1)


def _abort(connection: Connection, event: Event) -> None:
    _close(connection, event, state="aborted", is_live=0)


def _finish_restore(connection: Connection, event: Event) -> None:
    _close(connection, event, state="done", is_live=0)
    restored = text_or_none(event.body, "restores")
    connection.execute(update(OPERATION).where(OPERATION.c.uuid == restored).values(is_live=0))


def _close(connection: Connection, event: Event, *, state: str, is_live: int) -> None:
    connection.execute(
        update(OPERATION)
        .where(OPERATION.c.uuid == text_in(event.body, "operation"))
        .values(state=state, is_live=is_live, closed_by=event.uuid)
    )


_DECISIONS = (EventKind.DECISION_MADE, EventKind.DECISION_REVOKED)

PROJECTIONS: Mapping[str, Projection] = {
    EventKind.ROOT_SET: _set_root,
    EventKind.SETTING_SET: _set_setting,
    EventKind.DECISION_MADE: _decide,
    EventKind.DECISION_REVOKED: _decide,
    EventKind.BATCH_FROZEN: _freeze_batch,
    EventKind.BATCH_CLOSED: _close_batch,
    EventKind.OPERATION_INTENT: _intend,
    EventKind.OPERATION_DONE: _finish_retirement,
    EventKind.OPERATION_ABORTED: _abort,
    EventKind.RESTORE_INTENT: _intend,
    EventKind.RESTORE_DONE: _finish_restore,
    EventKind.RESTORE_ABORTED: _abort,
}
"""Kind of event -> how it changes the present state; a new kind is a new row."""
