"""What happens to a ledger as a whole: two copies become one, texts are erased, state is rebuilt.

All functions run inside the caller's writing transaction.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from contextlib import closing

from sqlalchemy import Connection, create_engine, delete, func, or_, select, true
from sqlalchemy.exc import IntegrityError as ConstraintFailed
from sqlalchemy.pool import StaticPool

from dedup_desk.core.canonical_json import Json
from dedup_desk.core.decision_history import fold
from dedup_desk.core.errors import IntegrityError, RefusedError
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.ledger_check import (
    chain_heads,
    clashes,
    erased_commitments,
    in_order,
    verify_chains,
)
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.store.database import Database
from dedup_desk.store.ledger_store import insert_foreign, read_events
from dedup_desk.store.project_tables import EVENT, OPERATION, PERSONAL, PRESENT_STATE
from dedup_desk.store.projections import rebuild

_CLASH = QT_TRANSLATE_NOOP(
    "Messages",
    "The two copies of this project disagree about what happened: at least one was changed "
    "outside this program. Nothing was taken over; verify both copies.",
)
_BOTH_MOVED = QT_TRANSLATE_NOOP(
    "Messages",
    "The two copies of this project both moved the same image. Nothing was taken over; put it back "
    "in one of them first.",
)
_IN_QUARANTINE = QT_TRANSLATE_NOOP(
    "Messages",
    "This text belongs to an image that is in quarantine or on its way: without it the image "
    "could not be put back. Nothing was erased; put the image back first.",
)


def merge_in(connection: Connection, others: Iterable[Event]) -> Sequence[EventDraft]:
    """Write the events of another copy that are new here; draft the event that says so.

    Raises:
        IntegrityError: the other copy does not verify, or differs about an event both hold.
    """
    here, others = read_events(connection), tuple(others)
    held = {event.uuid for event in here}
    new = in_order(event for event in others if event.uuid not in held)
    if clashes(here, others) or verify_chains(others):
        raise IntegrityError(message(_CLASH))
    if not new:
        return ()
    insert_foreign(connection, new)
    gone = erased_commitments((*here, *new))
    connection.execute(delete(PERSONAL).where(PERSONAL.c.commitment.in_(gone)))
    heads: dict[str, Json] = {
        chain: head.as_json() for chain, head in sorted(chain_heads(others).items())
    }
    return (EventDraft(EventKind.PROJECT_MERGED, {"heads": heads, "new_events": len(new)}),)


def check_erasable(connection: Connection, pieces: Collection[str]) -> None:
    """Raise RefusedError where a piece is needed to put an item back."""
    if set(pieces) & _needed(connection):
        raise RefusedError(message(_IN_QUARANTINE))


def erase_from(
    connection: Connection, pieces: Collection[str], reason: str
) -> Sequence[EventDraft]:
    """Remove texts and salts; draft the event that says which.

    Args:
        connection: inside a writing transaction.
        pieces: commitments; those that are not here are passed over.
        reason: a word without personal text; it is chained in clear.
    """
    here = select(PERSONAL.c.commitment).where(PERSONAL.c.commitment.in_(pieces))
    known = sorted(connection.execute(here).scalars())
    if not known:
        return ()
    connection.execute(delete(PERSONAL).where(PERSONAL.c.commitment.in_(known)))
    return (EventDraft(EventKind.PERSONAL_ERASED, {"pieces": known, "reason": reason}),)


def rebuild_all(connection: Connection, _new: Iterable[Event] = ()) -> None:
    """Build the present state again from all events.

    Raises:
        IntegrityError: two merged copies moved the same file.
    """
    events = in_order(read_events(connection))
    try:
        rebuild(connection, events, fold(events))
    except ConstraintFailed as error:  # each copy alone kept to the schema's rules
        raise IntegrityError(message(_BOTH_MOVED)) from error


def differing_tables(database: Database) -> tuple[str, ...]:
    """Return the names of tables whose rows are not what the events add up to.

    The state is rebuilt in a copy in memory: the file is only read.
    """
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    with closing(memory), closing(database.raw_connection()) as source:
        source.backup(memory)
        engine = create_engine("sqlite://", creator=lambda: memory, poolclass=StaticPool)
        with engine.connect() as connection:
            stored = _rows(connection)
            rebuild_all(connection)
            built = _rows(connection)
        engine.dispose()
    return tuple(sorted(name for name in stored if stored[name] != built[name]))


def _rows(connection: Connection) -> dict[str, frozenset[tuple[object, ...]]]:
    return {
        table.name: frozenset(tuple(row) for row in connection.execute(select(table)))
        for table in PRESENT_STATE
    }


def _needed(connection: Connection) -> frozenset[str]:
    """The commitments of operations that are not over: in quarantine, or open."""
    each = func.json_each(EVENT.c.commitments).table_valued("value")
    live = select(OPERATION.c.event).where(
        or_(OPERATION.c.is_live == 1, OPERATION.c.state == "intent")
    )
    query = select(each.c.value).select_from(EVENT).join(each, true()).where(EVENT.c.uuid.in_(live))
    return frozenset(connection.execute(query).scalars())
