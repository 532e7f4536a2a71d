"""Opening the index's databases, and making anew what another version wrote or a disk damaged.

Nothing in an index is precious. What a program of another version wrote is dropped part by part;
a file that SQLite cannot read is emptied and begun again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import Connection, Table, insert, inspect, select
from sqlalchemy.schema import DropTable

from dedup_desk.core.errors import ProjectError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.store.database import Database, Mode, Pragmas
from dedup_desk.store.index_tables import Part
from dedup_desk.store.location import network_file_system
from dedup_desk.store.trouble import is_damage

_SEALED = Pragmas({"trusted_schema": "OFF", "temp_store": "MEMORY", "query_only": "ON"})

_UNREADABLE = QT_TRANSLATE_NOOP(
    "Messages",
    "The index {folder} cannot be written, and is not one that can be read as it is. Nothing was "
    "changed; copy the project to a folder that can be written, and index it there.",
)


def make_folder(folder: Path) -> None:
    """Make the folder of an index if it is not there.

    Raises:
        ProjectError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(message(_UNREADABLE, folder=os.fsencode(folder))) from error


def open_parts(path: Path, parts: Sequence[Part], known: Table, *, page_size: int) -> Database:
    """Return a database that holds `parts` in their present versions.

    Args:
        path: the file; made where there is none.
        parts: what it must hold, needed ones first.
        known: the table that remembers versions.
        page_size: of a new file, in bytes.

    Raises:
        ProjectError: the folder cannot be written, and what is there cannot be read as it is.
    """
    if path.parent.is_dir() and not _can_write(path):
        return _sealed(path, parts, known)
    try:
        return _opened(path, parts, known, page_size)
    except ProjectError as error:
        if not is_damage(error):
            raise
        for name in (path, path.with_name(path.name + "-wal")):
            if name.exists():
                name.write_bytes(b"")
        return _opened(path, parts, known, page_size)


def _opened(path: Path, parts: Sequence[Part], known: Table, page_size: int) -> Database:
    database = Database(path, _pragmas(path, page_size), Mode.CREATE)
    try:
        with database.reading() as connection:
            is_current = not _outdated(connection, parts, known)
        if not is_current:
            with database.writing() as connection:
                _renew(connection, parts, known)
    except BaseException:
        database.close()
        raise
    return database


def _can_write(path: Path) -> bool:
    """Say whether SQLite could write the file and what it keeps beside it."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _sealed(path: Path, parts: Sequence[Part], known: Table) -> Database:
    """Open a finished index on a medium that cannot be written, as it is."""
    log = path.with_name(path.name + "-wal")
    is_finished = path.is_file() and not (log.is_file() and log.stat().st_size)
    if is_finished:
        database = Database(path, _SEALED, Mode.SEALED)
        with database.reading() as connection:
            if not _outdated(connection, parts, known):
                return database
        database.close()
    raise ProjectError(message(_UNREADABLE, folder=os.fsencode(path.parent)))


def _pragmas(path: Path, page_size: int) -> Pragmas:
    local = network_file_system(path.parent) is None
    return Pragmas(
        {
            "page_size": str(page_size),
            "journal_mode": "WAL" if local else "TRUNCATE",
            "synchronous": "NORMAL" if local else "FULL",
            "foreign_keys": "ON",
            "trusted_schema": "OFF",
            "temp_store": "MEMORY",
            "secure_delete": "ON",
            "cache_size": "-16000",
        }
    )


def _renew(connection: Connection, parts: Sequence[Part], known: Table) -> None:
    known.create(connection, checkfirst=True)
    outdated = _outdated(connection, parts, known)
    for part in reversed(outdated):
        _drop(connection, part)
    for part in outdated:
        for table in part.tables:
            table.create(connection)
        connection.execute(
            insert(known).prefix_with("OR REPLACE"), {"name": part.name, "version": part.version}
        )


def _outdated(connection: Connection, parts: Sequence[Part], known: Table) -> list[Part]:
    """Return the parts to make anew: of another version, or computed from such a one."""
    if not inspect(connection).has_table(known.name):
        return list(parts)
    versions = {
        row.name: row.version for row in connection.execute(select(known.c.name, known.c.version))
    }
    outdated: list[Part] = []
    for part in parts:
        renewed = {one.name for one in outdated}
        if versions.get(part.name) != part.version or renewed & set(part.needs):
            outdated.append(part)
    return outdated


def _drop(connection: Connection, part: Part) -> None:
    there = set(inspect(connection).get_table_names())
    for table in reversed(part.tables):
        if table.name in there:
            connection.execute(DropTable(table))
