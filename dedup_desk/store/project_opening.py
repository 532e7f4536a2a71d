"""Making a project file, and everything that is checked before one is used."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, insert

from dedup_desk.core.errors import ProjectError, UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.store.database import Database, Mode, Pragmas
from dedup_desk.store.location import network_file_system
from dedup_desk.store.project_tables import META
from dedup_desk.store.schema import (
    APPLICATION_ID,
    SCHEMA,
    foreign_objects,
    migrate,
    missing_objects,
    strange_code,
)

OWN_FILE = Pragmas(
    {
        "foreign_keys": "ON",
        "recursive_triggers": "ON",  # else INSERT OR REPLACE would get past the ledger's triggers
        "trusted_schema": "OFF",
        "cell_size_check": "ON",
        "mmap_size": "0",
        "temp_store": "MEMORY",
        "secure_delete": "ON",
        "journal_mode": "DELETE",
        "synchronous": "EXTRA",
        "fullfsync": "1",
    }
)
"""Settings of every connection to a project that we may write."""

READ_ONLY_FILE = Pragmas(
    {
        "trusted_schema": "OFF",
        "cell_size_check": "ON",
        "mmap_size": "0",
        "temp_store": "MEMORY",
        "query_only": "ON",
    }
)
"""Settings of every connection to a project that we only read."""

_EXISTS = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} exists already. It was not changed; choose another name, or open it.",
)
_NO_FOLDER = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} cannot be made: {folder} does not exist or cannot be written. Choose another folder.",
)
_MISSING = QT_TRANSLATE_NOOP(
    "Messages", "{name} does not exist. Check the name, or make a new project."
)
_NETWORK = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is on a network share ({kind}), where a crash or a second writer can damage it. It "
    "was not changed; open it for reading only, or copy it to a disk of this machine.",
)
_FOREIGN = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is not a project of this program. It was not changed; choose a file that ends in "
    ".ddesk.",
)
_NEWER = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} was written by a newer version of this program (schema {schema}, this version knows "
    "{known}). It was not changed; update the program to go on.",
)
_OLDER = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} was written by an older version of this program and must be opened for writing once, "
    "so that it can be brought up to date. It was not changed.",
)
_PLANTED = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} holds something that this program did not put there ({what}). It could run when the "
    "project is read, so the project was not opened and not changed. Use a backup.",
)
_INCOMPLETE = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} lacks a part that every project has ({what}). It was not changed; use a backup.",
)
_UNSOUND = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is damaged ({what}). It was not changed; open one of its backups instead.",
)


def reserve(path: Path) -> None:
    """Make an empty file at `path`, refusing one that holds anything.

    Raises:
        UsageError: there is something already, or the folder cannot be used.
    """
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o644)
    except FileExistsError:
        if path.is_symlink() or not path.is_file() or path.stat().st_size:
            raise UsageError(message(_EXISTS, name=os.fsencode(path))) from None
        return  # left over from a making that was cut short
    except OSError as error:
        folder = os.fsencode(path.parent)
        raise UsageError(message(_NO_FOLDER, name=os.fsencode(path), folder=folder)) from error
    os.close(descriptor)


def opened(path: Path, mode: Mode) -> Database:
    """Return the database of an existing file; nothing is checked yet."""
    if path.is_dir():
        raise ProjectError(message(_FOREIGN, name=os.fsencode(path)))
    if not path.is_file():
        raise UsageError(message(_MISSING, name=os.fsencode(path)))
    return Database(path, READ_ONLY_FILE if mode is Mode.READ else OWN_FILE, mode)


def writable_place(path: Path) -> None:
    """Refuse to write a project on a network share, where SQLite's locks cannot be relied on.

    Raises:
        ProjectError: it is on one; the sentence names the ways that remain.
    """
    kind = network_file_system(path)
    if kind is not None:
        raise ProjectError(message(_NETWORK, name=os.fsencode(path), kind=kind))


def roll_back_if_cut_short(path: Path) -> None:
    """Let SQLite undo a write that was killed half-way; a plain reader is not allowed to.

    Only for a project of one's own: it is opened for writing once.
    """
    journal = path.with_name(path.name + "-journal")
    if not journal.is_file() or not journal.stat().st_size:
        return
    database = Database(path, OWN_FILE, Mode.WRITE)
    try:
        with database.reading() as connection:  # the first lock is what rolls back
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").all()
    finally:
        database.close()


def found_schema(connection: Connection, path: Path) -> int:
    """Return the schema of a file that says it is ours.

    Raises:
        ProjectError: it is somebody else's file.
    """
    owner = connection.exec_driver_sql("PRAGMA application_id").scalar()
    schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
    if owner != APPLICATION_ID or schema < 1:
        raise ProjectError(message(_FOREIGN, name=os.fsencode(path)))
    return schema


def checked(connection: Connection, path: Path, *, read_only: bool) -> None:
    """Check whose file it is, which schema, that nothing was planted and that it is sound.

    Raises:
        ProjectError: one of these is wrong; the sentence says which.
    """
    schema, name = found_schema(connection, path), os.fsencode(path)
    if schema > SCHEMA:
        _check_newer(connection, path, schema, read_only=read_only)
        return
    planted = foreign_objects(connection, schema)
    if planted:
        raise ProjectError(message(_PLANTED, name=name, what=planted[0]))
    missing = missing_objects(connection, schema)
    if missing:
        raise ProjectError(message(_INCOMPLETE, name=name, what=missing[0]))
    if schema < SCHEMA and read_only:
        raise ProjectError(message(_OLDER, name=name))
    _check_sound(connection, path, "quick_check")


def check_thoroughly(connection: Connection, path: Path) -> None:
    """Read every page and index; raises ProjectError where one disagrees."""
    _check_sound(connection, path, "integrity_check")


def bring_up_to_date(database: Database, before: Callable[[], object]) -> int | None:
    """Migrate an older file in one transaction; return the schema it had, None if it was current.

    Args:
        database: opened for writing.
        before: called before anything is changed; makes a backup.
    """
    with database.reading() as connection:
        schema = found_schema(connection, database.path)
    if schema >= SCHEMA:
        return None
    before()
    with database.writing() as connection:
        migrate(connection)
    return schema


def make(connection: Connection, project_uuid: str, created_utc: str) -> None:
    """Fill an empty file, inside the caller's writing transaction."""
    migrate(connection)
    row = {
        "id": 1,
        "project_uuid": project_uuid,
        "created_utc": created_utc,
        "min_reader": SCHEMA,
        "min_writer": SCHEMA,
    }
    connection.execute(insert(META), row)


def _check_newer(connection: Connection, path: Path, schema: int, *, read_only: bool) -> None:
    """A newer file may be read where it says that this version can, and never written."""
    strange = strange_code(connection)
    if strange:
        raise ProjectError(message(_PLANTED, name=os.fsencode(path), what=strange[0]))
    wanted = connection.exec_driver_sql("SELECT min_reader FROM meta WHERE id = 1").scalar()
    if not read_only or not isinstance(wanted, int) or wanted > SCHEMA:
        raise ProjectError(message(_NEWER, name=os.fsencode(path), schema=schema, known=SCHEMA))
    _check_sound(connection, path, "quick_check")


def _check_sound(connection: Connection, path: Path, check: str) -> None:
    said = connection.exec_driver_sql(f"PRAGMA {check}(1)").scalar()
    loose = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if said != "ok" or loose is not None:
        what = str(said) if said != "ok" else f"{loose[0]}" if loose else "?"
        raise ProjectError(message(_UNSOUND, name=os.fsencode(path), what=what))
