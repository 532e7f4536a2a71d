"""The project file: what people decided, in one SQLite file that is never rewritten.

Everything enters as an event (`append`: one transaction for the events and for what they change),
and everything that is read is either the events or what they add up to. One process writes a
project at a time; every thread of that process may use the same `ProjectFile`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, select

from dedup_desk.core.canonical_json import Json, bytes_text
from dedup_desk.core.errors import ProjectError
from dedup_desk.core.ledger import Actor, Event, EventDraft, EventKind
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.store import backups, history_changes, project_opening
from dedup_desk.store.database import Database, Mode
from dedup_desk.store.ledger_store import Surroundings
from dedup_desk.store.ledger_writer import LedgerWriter
from dedup_desk.store.project_lock import ProjectLock
from dedup_desk.store.project_reading import ProjectReading
from dedup_desk.store.project_tables import META
from dedup_desk.store.projections import project

LOCK_WAIT_S = 5.0

_READ_ONLY = QT_TRANSLATE_NOOP(
    "Messages", "{name} is open for reading only. Nothing was changed; open it for writing."
)


class ProjectFile(ProjectReading):
    """One open project. Made with `create` or `open`, ended with `close`."""

    def __init__(
        self,
        database: Database,
        actor: Actor,
        surroundings: Surroundings,
        lock: ProjectLock | None = None,
    ) -> None:
        """Take over a database that was checked; `create` and `open` are the ways in."""
        super().__init__(database)
        self._surroundings = surroundings
        self._writer = LedgerWriter(database, actor, surroundings)
        self._lock = lock
        self._backing_up = threading.Lock()
        self._is_backed_up = False
        self.actor = actor

    @classmethod
    def create(
        cls, path: Path, actor: Actor, surroundings: Surroundings | None = None
    ) -> ProjectFile:
        """Make a new project; it exists whole or not at all.

        Raises:
            UsageError: the name is taken or the folder cannot be used.
        """
        given = surroundings or Surroundings()
        project_opening.writable_place(path)
        project_opening.reserve(path)
        lock = ProjectLock(path, actor, LOCK_WAIT_S)
        made = cls(project_opening.opened(path, Mode.WRITE), actor, given, lock)
        made._is_backed_up = True  # there is nothing to back up yet
        made.uuid = given.draw_id()
        with _closed_on_error(made):
            made._writer.write(made._making, project)
        return made

    @classmethod
    def open(
        cls,
        path: Path,
        actor: Actor,
        *,
        read_only: bool = False,
        surroundings: Surroundings | None = None,
        wait_s: float = LOCK_WAIT_S,
    ) -> ProjectFile:
        """Open a project of one's own; what somebody sent goes through `open_received`.

        Raises:
            UsageError: there is no such file.
            BusyError: another process has it open for writing; the sentence names who.
            ProjectError: it is damaged, foreign, too new, or something was planted in it.
        """
        database = project_opening.opened(path, Mode.READ if read_only else Mode.WRITE)
        if read_only:
            project_opening.roll_back_if_cut_short(path)
        else:
            project_opening.writable_place(path)
        lock = None if read_only else ProjectLock(path, actor, wait_s)
        found = cls(database, actor, surroundings or Surroundings(), lock)
        with _closed_on_error(found):
            found._check()
        return found

    def append(self, drafts: Sequence[EventDraft]) -> tuple[Event, ...]:
        """Write events and what they change: one transaction, durable when this returns.

        Raises:
            ProjectError: the project is open for reading only.
            SurroundingsError: the disk is full or fails; nothing of it was written then.
        """
        self.prepare_writing()
        return self._writer.append(drafts)

    def prepare_writing(self) -> None:
        """Make the backup that goes before the first write of a run; later calls do nothing.

        `append` does it too: whoever wants the first key press quick calls this on a job's thread.
        """
        self._must_be_writable()
        with self._backing_up:
            if not self._is_backed_up:
                backups.back_up(self._database)
                self._is_backed_up = True

    def set_root(self, label: str, folder: bytes | None) -> None:
        """Note where a root is; None forgets it."""
        pieces = {} if folder is None else {"folder": {"path": bytes_text(folder)}}
        self.append((EventDraft(EventKind.ROOT_SET, {"label": label}, pieces),))

    def set_setting(self, key: str, value: Json) -> None:
        """Set something for the project as a whole; never personal text, it is chained in clear."""
        self.append((EventDraft(EventKind.SETTING_SET, {"key": key, "value": value}),))

    def backup(self) -> Path:
        """Copy the project while it is open, check the copy, and return where it is.

        Raises:
            ProjectError: the copy does not read back as this project.
        """
        self._must_be_writable()
        with self._backing_up:
            made = backups.back_up(self._database)
            self._is_backed_up = True
        return made

    def copy_to(self, path: Path) -> None:
        """Copy the project to a name that is free; this file stays as it is and stays open.

        Raises:
            UsageError: the name is taken or its folder cannot be used.
            ProjectError: the copy does not read back.
        """
        project_opening.reserve(path)
        with self._backing_up:
            backups.copy_to(self._database, path)

    def merge(self, others: Iterable[Event]) -> None:
        """Take in the events of another copy of this project; what both hold is passed over.

        Raises:
            IntegrityError: one of the two copies was changed; nothing was taken in.
        """
        self.prepare_writing()
        self._writer.branch()  # the new chain says that it saw both
        self._writer.write(
            lambda connection: history_changes.merge_in(connection, others),
            history_changes.rebuild_all,
        )

    def erase(self, pieces: Collection[str], reason: str) -> None:
        """Erase personal texts by commitment, here and in all backups; the chain still verifies.

        What copies elsewhere keep is in nobody's hands. Whoever erases stays named in the event
        that says so.

        Raises:
            RefusedError: a piece belongs to an item that is in quarantine or on its way.
        """
        self._must_be_writable()
        with self.reading() as connection:
            history_changes.check_erasable(connection, pieces)
        # The backups first: a run that is killed in between still has the texts here to erase.
        for backup in backups.existing(self.path):
            with backups.as_database(backup) as database:
                if backups.holds_a_project(database):
                    writer = LedgerWriter(database, self.actor, self._surroundings)
                    _erase(database, writer, pieces, reason)
        self._writer.branch()  # else the person of this run would be written again
        _erase(self._database, self._writer, pieces, reason)

    def close(self) -> None:
        """Let go of the file; others may write it."""
        super().close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> ProjectFile:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def _making(self, connection: Connection) -> Sequence[EventDraft]:
        project_opening.make(connection, self.uuid, self._surroundings.clock())
        return (EventDraft(EventKind.PROJECT_CREATED, {"project": self.uuid}),)

    def _check(self) -> None:
        with self._database.reading() as connection:
            project_opening.checked(connection, self.path, read_only=self.read_only)
        older = None if self.read_only else self._bring_up_to_date()
        with self._database.reading() as connection:
            self.uuid = str(connection.execute(select(META.c.project_uuid)).scalar_one())
        if older is not None:
            self.append((EventDraft(EventKind.PROJECT_MIGRATED, {"from_schema": older}),))

    def _bring_up_to_date(self) -> int | None:
        return project_opening.bring_up_to_date(self._database, self.backup)

    def _must_be_writable(self) -> None:
        if self.read_only:
            raise ProjectError(message(_READ_ONLY, name=os.fsencode(self.path)))


def _erase(database: Database, writer: LedgerWriter, pieces: Collection[str], reason: str) -> None:
    writer.write(
        lambda connection: history_changes.erase_from(connection, pieces, reason),
        history_changes.rebuild_all,
    )
    backups.vacuum(database)


@contextmanager
def _closed_on_error(project_file: ProjectFile) -> Iterator[None]:
    try:
        yield
    except BaseException:
        project_file.close()
        raise
