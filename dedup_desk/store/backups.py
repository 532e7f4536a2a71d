"""Copies of the project file beside it, made while it is open and read back before they count.

`NAME.ddesk.bak-1` to `-5` are the five newest; `NAME.ddesk.bak-monday` and so on are the first of
each day of a week. Slots are written over through SQLite's own backup, which replaces a database in
one transaction: a crash leaves a slot as it was, and no file ever has to be removed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from dedup_desk.core.errors import ProjectError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.store.database import Database, Mode
from dedup_desk.store.project_opening import OWN_FILE
from dedup_desk.store.trouble import worded

KEPT = 5
DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NOT_EQUAL = QT_TRANSLATE_NOOP(
    "Messages",
    "The backup {backup} does not read back as the project. Nothing else was changed; check the "
    "disk, then try again.",
)


def back_up(database: Database, now: datetime | None = None) -> Path:
    """Copy the project into the oldest slot, and once a day into the day's slot.

    Args:
        database: the open project.
        now: the time, for the day's slot; the system clock's without it.

    Returns:
        The slot of the newest five.

    Raises:
        ProjectError: the copy does not read back; the project itself is untouched.
    """
    slot = _oldest(database.path)
    _copy(database, slot)
    moment = now or datetime.now(UTC)
    day = _slot(database.path, DAYS[moment.weekday()])
    if not day.exists() or _written(day).date() != moment.date():
        _copy(database, day)
    return slot


def copy_to(database: Database, target: Path) -> None:
    """Copy an open database to a new name, and check that the copy is sound.

    Raises:
        ProjectError: the copy does not read back; the original is untouched.
    """
    copied = Database(target, OWN_FILE, Mode.CREATE)
    try:
        with database.outside() as source, copied.outside() as copy:
            source.backup(copy)
            with worded(target):
                if not _is_sound(copy):
                    raise ProjectError(message(_NOT_EQUAL, backup=bytes(target)))
    finally:
        copied.close()


def existing(project: Path) -> tuple[Path, ...]:
    """Return the backups of a project, newest first."""
    names = (*(str(number) for number in range(1, KEPT + 1)), *DAYS)
    slots = [slot for name in names if (slot := _slot(project, name)).is_file()]
    return tuple(sorted(slots, key=_written, reverse=True))


def vacuum(database: Database) -> None:
    """Rewrite the file so that nothing erased is left in it."""
    with database.outside() as connection:
        connection.execute("VACUUM")


def holds_a_project(database: Database) -> bool:
    """Say whether a slot was ever filled: a first backup that was cut short leaves it empty."""
    with database.reading() as connection:
        return bool(connection.dialect.has_table(connection, "event"))


@contextmanager
def as_database(backup: Path) -> Iterator[Database]:
    """Open a backup for writing (an erasure must reach it)."""
    database = Database(backup, OWN_FILE, Mode.WRITE)
    try:
        yield database
    finally:
        database.close()


def _copy(database: Database, slot: Path) -> None:
    target = Database(slot, OWN_FILE, Mode.CREATE)
    try:
        with database.outside() as source, target.outside() as copy:
            source.backup(copy)
            with worded(slot):
                if _summary(copy) != _summary(source) or not _is_sound(copy):
                    raise ProjectError(message(_NOT_EQUAL, backup=bytes(slot)))
    finally:
        target.close()


def _summary(connection: sqlite3.Connection) -> tuple[object, ...]:
    query = (
        "SELECT (SELECT project_uuid FROM meta), count(*), max(position),"
        " (SELECT hash FROM event ORDER BY position DESC LIMIT 1) FROM event"
    )
    with closing(connection.execute(query)) as cursor:
        return tuple(cursor.fetchone())


def _is_sound(connection: sqlite3.Connection) -> bool:
    with closing(connection.execute("PRAGMA integrity_check(1)")) as cursor:
        return bool(cursor.fetchone() == ("ok",))


def _oldest(project: Path) -> Path:
    slots = [_slot(project, str(number)) for number in range(1, KEPT + 1)]
    return min(slots, key=lambda slot: slot.stat().st_mtime_ns if slot.exists() else 0)


def _slot(project: Path, name: str) -> Path:
    return project.with_name(f"{project.name}.bak-{name}")


def _written(slot: Path) -> datetime:
    return datetime.fromtimestamp(slot.stat().st_mtime, UTC)
