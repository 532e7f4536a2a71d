"""Reading a project that somebody else sent: data, and nothing that can run.

Such a file is opened for reading only, with a schema that is not trusted, an authorizer that lets
through nothing but reading, limits on sizes, and a clock on every query. Everything in it must be
what our own migrations make. It is never rolled back in place: with a journal beside it, both are
copied to a scratch folder and rolled back there.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select

from dedup_desk.core.errors import DedupError, ProjectError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.store import project_opening
from dedup_desk.store.database import Database, Mode, Pragmas
from dedup_desk.store.project_opening import READ_ONLY_FILE
from dedup_desk.store.project_reading import ProjectReading
from dedup_desk.store.project_tables import META, ROOT

Reading = TypeVar("Reading", bound=ProjectReading)

QUERY_S = 10.0
"""How long one read of a received project may take."""

_OPS_BETWEEN_LOOKS = 10_000
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 10_000_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 100,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
_ALLOWED_ACTIONS = frozenset(
    {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION}
)
_ALLOWED_PRAGMAS = frozenset(
    {"application_id", "user_version", "foreign_key_check", "read_uncommitted"}
)
_ALLOWED_CHECKS = frozenset({"quick_check", "integrity_check"})
_ALLOWED_FUNCTIONS = frozenset({"json_each", "max", "count", "min", "coalesce"})

_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")
"""Begins every rollback journal; at its end it says that another file's name stands before it."""

_STRANGE_JOURNAL = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} came with a journal that names another file, which this program never writes. Nothing "
    "was opened or changed; ask for the project again.",
)
_MOVING = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} cannot be copied to be read. It was not changed; check that the disk has room and the "
    "file can be read.",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """Which project a file says it is.

    Attributes:
        uuid: of the project.
        labels: the roots that it wants to know the folders of.
    """

    uuid: str
    labels: frozenset[str]


class GuardedDatabase(Database):
    """A database that can only be read, every query against the clock."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet; every connection is guarded when it is made."""
        self._deadline_s = time.monotonic() + QUERY_S
        super().__init__(path, READ_ONLY_FILE, Mode.READ)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """As `Database.reading`; what takes longer than `QUERY_S` is ended."""
        self._deadline_s = time.monotonic() + QUERY_S
        with super().reading() as connection:
            yield connection

    def raw_connection(self) -> sqlite3.Connection:
        """Open one guarded connection."""
        connection = super().raw_connection()
        for limit, value in _LIMITS.items():
            connection.setlimit(limit, value)
        # Building this table function asks for the right to write the schema, once a connection.
        connection.execute("SELECT value FROM json_each('[]')").close()
        connection.set_progress_handler(self._is_late, _OPS_BETWEEN_LOOKS)
        connection.set_authorizer(_authorize)
        return connection

    def _is_late(self) -> int:
        return int(time.monotonic() > self._deadline_s)


def identity_of(path: Path) -> Identity:
    """Tell which project a file is, before anybody decides how far it may be trusted.

    Raises:
        UsageError: there is no such file.
        ProjectError: it is damaged or foreign.
    """
    project_opening.opened(path, Mode.READ).close()
    try:
        return _identity(path)
    except DedupError:
        journal = _journal_of(path)
        if journal is None:
            raise
        with tempfile.TemporaryDirectory(prefix="dedup-desk-") as scratch:
            return _identity(_rolled_back(path, journal, Path(scratch)))


def open_received(
    path: Path,
    scratch: Path,
    wrap: Callable[[Database], Reading] = ProjectReading,  # type: ignore[assignment] # the default of Reading
) -> Reading:
    """Open somebody else's project for reading.

    Args:
        path: the file as it was sent; neither it nor anything beside it is changed.
        scratch: an empty folder of ours, used only where the file must be rolled back first.
        wrap: what makes a project of the guarded database.

    Raises:
        UsageError: there is no such file.
        ProjectError: it is damaged, foreign, too new, or something was planted in it.
    """
    journal = _journal_of(path)
    if journal is not None:
        path = _rolled_back(path, journal, scratch)
    project_opening.opened(path, Mode.READ).close()
    database = GuardedDatabase(path)
    try:
        with database.reading() as connection:
            project_opening.checked(connection, path, read_only=True)
            found = wrap(database)
            found.uuid = str(connection.execute(select(META.c.project_uuid)).scalar_one())
    except BaseException:
        database.close()
        raise
    return found


def _identity(path: Path) -> Identity:
    database = GuardedDatabase(path)
    try:
        with database.reading() as connection:
            project_opening.found_schema(connection, path)
            uuid = str(connection.execute(select(META.c.project_uuid)).scalar_one())
            labels = connection.execute(select(ROOT.c.label)).scalars().all()
    finally:
        database.close()
    return Identity(uuid, frozenset(labels))


def _journal_of(path: Path) -> Path | None:
    journal = path.with_name(path.name + "-journal")
    return journal if journal.is_file() and journal.stat().st_size else None


def _rolled_back(path: Path, journal: Path, scratch: Path) -> Path:
    """Copy project and journal, and let SQLite undo in the copy what was cut short.

    A journal that ends with the name of another one makes SQLite remove that other file once it
    was played back (pager.c, pager_delsuper): a planted one could name any file of ours.
    """
    copy, copied_journal = scratch / path.name, scratch / journal.name
    try:
        undo = journal.read_bytes()
        if undo.endswith(_JOURNAL_MAGIC):
            raise ProjectError(message(_STRANGE_JOURNAL, name=os.fsencode(path)))
        copy.write_bytes(path.read_bytes())
        copied_journal.write_bytes(undo)
    except OSError as error:
        raise ProjectError(message(_MOVING, name=os.fsencode(path))) from error
    database = Database(copy, _ROLLING_BACK, Mode.WRITE)
    with database.reading() as connection:  # taking the first lock is what rolls back
        connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").all()
    database.close()
    return copy


_ROLLING_BACK = Pragmas({"trusted_schema": "OFF", "cell_size_check": "ON", "mmap_size": "0"})


def _authorize(
    action: int, first: str | None, second: str | None, _database: str | None, _by: str | None
) -> int:
    if action in _ALLOWED_ACTIONS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and second in _ALLOWED_FUNCTIONS:
        return sqlite3.SQLITE_OK
    reads = first in _ALLOWED_PRAGMAS and second is None
    if action == sqlite3.SQLITE_PRAGMA and (reads or (first in _ALLOWED_CHECKS and second == "1")):
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
