"""Events to rows and back, and the chain of this writing run."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, func, insert, or_, select, true

from dedup_desk import __version__
from dedup_desk.core.canonical_json import JsonObject, canonical_json, parsed_object
from dedup_desk.core.ledger import Actor, Event, EventDraft, EventKind, Head, Personal
from dedup_desk.core.ledger_check import frontier
from dedup_desk.store.database import AnyRow
from dedup_desk.store.project_tables import EVENT, PERSONAL

SALT_BYTES = 32


def now_utc() -> str:
    """Return the system clock's time as events carry it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def new_id() -> str:
    """Return 32 hex digits that nobody else has drawn."""
    return secrets.token_hex(16)


_ADD_EVENT = insert(EVENT)
_ADD_PIECE = insert(PERSONAL).prefix_with("OR IGNORE")
"""Merging can bring the piece of a person that is here already."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where time, identities and salts come from; tests hand in their own.

    Attributes:
        clock: the time, as events carry it.
        clock_source: what that clock is, as reports print it.
        draw_id: a new identity, 32 hex digits.
        draw_salt: 32 bytes that nobody can guess.
    """

    clock: Callable[[], str] = now_utc
    clock_source: str = "system"
    draw_id: Callable[[], str] = new_id
    draw_salt: Callable[[], bytes] = lambda: secrets.token_bytes(SALT_BYTES)


@dataclass(frozen=True, slots=True)
class Run:
    """The chain that this process writes, as far as it is durable.

    Attributes:
        actor: who writes.
        person: that actor as an erasable piece; the whole run shares it.
        chain: identity of the chain.
        head: its last event; None while nothing was written.
    """

    actor: Actor
    person: Personal
    chain: str
    head: Head | None = None


class LedgerStore:
    """Writes events behind each other; the caller owns the transaction and keeps the run."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def begin(self, actor: Actor) -> Run:
        """Return a run that has written nothing yet."""
        person = self._piece(actor.as_json())
        return Run(actor, person, self._surroundings.draw_id())

    def append(
        self, connection: Connection, run: Run, drafts: Sequence[EventDraft]
    ) -> tuple[Run, tuple[Event, ...]]:
        """Write the drafts behind the run's head; the first ones behind a "run started".

        Returns:
            The run as it is once the transaction is committed, and the events of the drafts.
        """
        opening = () if run.head else (self._opening(connection),)
        events = []
        for draft in (*opening, *drafts):
            event = self._event(run, draft)
            run = replace(run, head=Head(event.seq, event.hash))
            events.append(event)
        persons = {run.person.commitment(): run.person} if opening else {}
        _insert(connection, events, persons)
        return run, tuple(events[len(opening) :])

    def _opening(self, connection: Connection) -> EventDraft:
        heads = frontier(chain_ends(connection))
        return EventDraft(
            EventKind.RUN_STARTED,
            {"heads": {chain: head.as_json() for chain, head in sorted(heads.items())}},
        )

    def _event(self, run: Run, draft: EventDraft) -> Event:
        pieces = {key: self._piece(value) for key, value in draft.personal.items()}
        commitments = {key: piece.commitment() for key, piece in pieces.items()}
        beside = {commitments[key]: piece for key, piece in pieces.items()}
        actor = run.person.commitment()
        return Event(
            uuid=self._surroundings.draw_id(),
            chain=run.chain,
            seq=run.head.seq + 1 if run.head else 1,
            at_utc=self._surroundings.clock(),
            clock=self._surroundings.clock_source,
            actor=actor,
            credential=run.actor.credential,
            app_version=__version__,
            kind=draft.kind,
            body=draft.body,
            commitments=commitments,
            prev_hash=run.head.hash if run.head else None,
            pieces={**beside, actor: run.person},
        ).sealed()

    def _piece(self, value: JsonObject) -> Personal:
        return Personal(self._surroundings.draw_salt(), value)


def read_events(
    connection: Connection, where: ColumnElement[bool] | None = None
) -> tuple[Event, ...]:
    """Return events with their erasable pieces, in the order they came into this file.

    Args:
        connection: inside a transaction.
        where: a condition on `EVENT`; all events without one. Two queries, however many there are.
    """
    chosen = select(EVENT) if where is None else select(EVENT).where(where)
    pieces = read_pieces(connection, where)
    return tuple(
        _event_of(row, pieces) for row in connection.execute(chosen.order_by(EVENT.c.position))
    )


def read_pieces(
    connection: Connection, where: ColumnElement[bool] | None = None
) -> dict[str, Personal]:
    """Return the erasable pieces of all or some events, by commitment, persons included."""
    query = select(PERSONAL)
    if where is not None:
        each = func.json_each(EVENT.c.commitments).table_valued("value")
        of_body = select(each.c.value).select_from(EVENT).join(each, true()).where(where)
        of_person = select(EVENT.c.actor).where(where)
        query = query.where(
            or_(PERSONAL.c.commitment.in_(of_body), PERSONAL.c.commitment.in_(of_person))
        )
    return {
        row.commitment: Personal(row.salt, parsed_object(row.value))
        for row in connection.execute(query)
    }


def chain_ends(connection: Connection) -> tuple[Event, ...]:
    """Return the first and the last event of every chain, without their pieces."""
    ends = (
        select(EVENT.c.chain, func.max(EVENT.c.seq).label("seq")).group_by(EVENT.c.chain).subquery()
    )
    query = (
        select(EVENT)
        .join(ends, EVENT.c.chain == ends.c.chain)
        .where(or_(EVENT.c.seq == 1, EVENT.c.seq == ends.c.seq))
    )
    return tuple(_event_of(row, {}) for row in connection.execute(query))


def insert_foreign(connection: Connection, events: Iterable[Event]) -> None:
    """Write events of another copy as they are, hashes and all."""
    taken = tuple(events)
    _insert(
        connection,
        taken,
        {event.actor: event.pieces[event.actor] for event in taken if event.actor in event.pieces},
    )


def _insert(
    connection: Connection, events: Sequence[Event], persons: Mapping[str, Personal]
) -> None:
    """Write events, their own pieces, and `persons`: a run writes its person once."""
    connection.execute(_ADD_EVENT, [_row_of(event) for event in events])
    pieces = {
        one: event.pieces[one]
        for event in events
        for one in event.commitments.values()
        if one in event.pieces
    }
    rows = [_piece_row(*item) for item in {**pieces, **persons}.items()]
    if rows:
        connection.execute(_ADD_PIECE, rows)


def _row_of(event: Event) -> dict[str, object]:
    return {
        "uuid": event.uuid,
        "chain": event.chain,
        "seq": event.seq,
        "at_utc": event.at_utc,
        "clock": event.clock,
        "actor": event.actor,
        "credential": event.credential,
        "app_version": event.app_version,
        "kind": str(event.kind),
        "body": canonical_json(event.body).decode(),
        "commitments": canonical_json(dict(event.commitments)).decode(),
        "prev_hash": event.prev_hash,
        "hash": event.hash,
    }


def _piece_row(commitment: str, piece: Personal) -> dict[str, object]:
    return {
        "commitment": commitment,
        "salt": piece.salt,
        "value": canonical_json(piece.value).decode(),
    }


def _event_of(row: AnyRow, pieces: Mapping[str, Personal]) -> Event:
    _position, uuid, chain, seq, at_utc, clock, actor, credential, app_version, *rest = row
    kind, body, chained, prev_hash, hash_ = rest
    commitments: dict[str, str] = json.loads(chained)
    return Event(
        uuid=uuid,
        chain=chain,
        seq=seq,
        at_utc=at_utc,
        clock=clock,
        actor=actor,
        credential=credential,
        app_version=app_version,
        kind=kind,
        body=parsed_object(body),
        commitments=commitments,
        prev_hash=prev_hash,
        hash=hash_,
        pieces={one: pieces[one] for one in (actor, *commitments.values()) if one in pieces},
    )
