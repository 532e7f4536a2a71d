"""Everything that can be read from a project file; nothing here writes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from dedup_desk.core.bookmarks import present_bookmarks
from dedup_desk.core.canonical_json import Json, parsed_object
from dedup_desk.core.decision_events import DECISION_KINDS, DecisionEvent, read_decision
from dedup_desk.core.decision_history import Standing, Step, standing, steps
from dedup_desk.core.decisions import ContentPair, Decision
from dedup_desk.core.errors import ProjectError
from dedup_desk.core.hand_alignment import HandAlignment, present_alignments
from dedup_desk.core.joins import Join, present_joins
from dedup_desk.core.ledger import Event, EventKind, Head
from dedup_desk.core.ledger_check import LedgerProblem, chain_heads, verify_chains
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import Digest, FilePlace
from dedup_desk.store import history_changes, project_opening
from dedup_desk.store.database import Database
from dedup_desk.store.ledger_store import chain_ends, read_events
from dedup_desk.store.project_tables import APART, DECISION, EVENT, ROOT, SETTING

_NOT_READABLE = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} holds entries that do not read as a project of this program. It was not changed; "
    "verify it, or open one of its backups.",
)


class ProjectReading:
    """A project's ledger and what it adds up to; every thread may ask.

    Attributes:
        uuid: identity of the project.
    """

    def __init__(self, database: Database) -> None:
        """Take over a database that was checked."""
        self._database = database
        self.uuid = ""

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._database.path

    @property
    def read_only(self) -> bool:
        """True where nothing can be written."""
        return self._database.read_only

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give the other modules of the store one moment of the file to query."""
        with self._understood(), self._database.reading() as connection:
            yield connection

    def events(self) -> tuple[Event, ...]:
        """Return the whole ledger, in the order it came into this file."""
        with self.reading() as connection:
            return read_events(connection)

    def decisions(self) -> dict[FilePlace, Decision]:
        """Return the newest decision that holds about each file."""
        return {place: held.decision for place, held in self.standing().items()}

    def standing(self) -> dict[FilePlace, Standing]:
        """Return what holds about each file, with who, when, and answers that contradict."""
        with self.reading() as connection:
            events = read_events(connection, EVENT.c.uuid.in_(select(DECISION.c.event)))
            made = [read_decision(event) for event in events]
        answers: dict[FilePlace, list[DecisionEvent]] = {}
        for one in made:
            if one is not None:
                answers.setdefault(one.decision.subject.place, []).append(one)
        return {place: standing(tuple(many)) for place, many in answers.items()}

    def not_duplicates(self) -> frozenset[ContentPair]:
        """Return the pairs of contents that a person called not duplicates of each other."""
        with self.reading() as connection:
            rows = connection.execute(select(APART.c.low, APART.c.high).distinct()).all()
        return frozenset(ContentPair(Digest(low), Digest(high)) for low, high in rows)

    def steps(self) -> tuple[Step, ...]:
        """Return the undo stack as the ledger tells it, redoable steps last."""
        with self.reading() as connection:
            kinds = (*DECISION_KINDS, EventKind.ALIGNMENT_SET, EventKind.JOIN_SET)
            return steps(read_events(connection, EVENT.c.kind.in_(kinds)))

    def alignments(self) -> dict[ContentPair, HandAlignment]:
        """Return how people laid pairs on each other by hand."""
        with self.reading() as connection:
            kind = EventKind.ALIGNMENT_SET.value
            return present_alignments(read_events(connection, EVENT.c.kind == kind))

    def bookmarks(self) -> frozenset[ContentPair]:
        """Return the groups and pairs that people marked to find them again."""
        with self.reading() as connection:
            kind = EventKind.BOOKMARK_SET.value
            return present_bookmarks(read_events(connection, EVENT.c.kind == kind))

    def joins(self) -> dict[ContentPair, Join]:
        """Return the pairs of contents that people called the same picture, and their words."""
        with self.reading() as connection:
            kind = EventKind.JOIN_SET.value
            return present_joins(read_events(connection, EVENT.c.kind == kind))

    def roots(self) -> dict[str, bytes]:
        """Return label -> folder as last set; hints only, this machine's user decides."""
        with self.reading() as connection:
            rows = connection.execute(select(ROOT.c.label, ROOT.c.folder)).all()
        return {row.label: row.folder for row in rows}

    def settings(self) -> dict[str, Json]:
        """Return what was set for the project as a whole."""
        with self.reading() as connection:
            rows = connection.execute(select(SETTING.c.key, SETTING.c.value)).all()
        return {key: parsed_object(f'{{"value":{text}}}')["value"] for key, text in rows}

    def heads(self) -> dict[str, Head]:
        """Return the last event of each chain: what a checkpoint writes down."""
        with self.reading() as connection:
            return chain_heads(chain_ends(connection))

    def verify_chain(
        self, checkpoint: Mapping[str, Head] | None = None
    ) -> tuple[LedgerProblem, ...]:
        """Return everything in which the ledger disagrees with itself or with a checkpoint."""
        return verify_chains(self.events(), checkpoint)

    def verify_state(self) -> tuple[str, ...]:
        """Return the tables whose rows are not what the events add up to; reads every page.

        Raises:
            ProjectError: the file itself is damaged.
        """
        with self.reading() as connection:
            project_opening.check_thoroughly(connection, self.path)
            return history_changes.differing_tables(self._database)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    @contextmanager
    def _understood(self) -> Iterator[None]:
        """Rows that are no events of ours are the file's fault, not a bug."""
        try:
            yield
        except (ValueError, KeyError, TypeError) as error:
            raise ProjectError(message(_NOT_READABLE, name=os.fsencode(self.path))) from error
