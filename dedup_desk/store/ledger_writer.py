"""The one way into a project's ledger: events and what they change, in one transaction."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from sqlalchemy import Connection

from dedup_desk.core.ledger import Actor, Event, EventDraft
from dedup_desk.store.database import Database
from dedup_desk.store.ledger_store import LedgerStore, Surroundings
from dedup_desk.store.projections import project

Drafting: TypeAlias = Callable[[Connection], Sequence[EventDraft]]
Change: TypeAlias = Callable[[Connection, Iterable[Event]], None]


class LedgerWriter:
    """Keeps the chain of this run; threads take turns."""

    def __init__(self, database: Database, actor: Actor, surroundings: Surroundings) -> None:
        self._database = database
        self._actor = actor
        self._store = LedgerStore(surroundings)
        self._run = self._store.begin(actor)
        self._turn = threading.RLock()

    def append(self, drafts: Sequence[EventDraft]) -> tuple[Event, ...]:
        """Write events, and let them change the present state."""
        return self.write(lambda _connection: drafts, project)

    def write(self, drafting: Drafting, change: Change) -> tuple[Event, ...]:
        """Draft events, write them and change the state with them: all of it or nothing.

        Args:
            drafting: says what to write, inside the transaction; no drafts means no event.
            change: called with the events, inside the transaction.
        """
        with self._turn:
            try:
                with self._database.writing() as connection:
                    drafts = drafting(connection)
                    if not drafts:
                        return ()
                    run, events = self._store.append(connection, self._run, drafts)
                    change(connection, events)
            except BaseException:
                # Whether a commit that failed reached the disk is not known: never go on behind it.
                self.branch()
                raise
            self._run = run
            return events

    def branch(self) -> None:
        """Begin a new chain with the next event; it names everything that is there by then."""
        with self._turn:
            self._run = self._store.begin(self._actor)
