"""What SQLite says when the surroundings fail, in a sentence for a person.

Only the surroundings' faults are worded; anything else is our bug and goes up as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from dedup_desk.core.errors import BusyError, DedupError, ProjectError, SurroundingsError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message

_FULL = QT_TRANSLATE_NOOP(
    "Messages",
    "The disk that holds {name} is full. What was saved before is kept; the last change was not "
    "saved. Free some space there and do it again.",
)
_BUSY = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is being written by another program. Nothing was changed; try again in a moment.",
)
_READ_ONLY = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} cannot be written: the file or its folder is read-only. Nothing was changed; allow "
    "writing there, or work on a copy.",
)
_FAILED = QT_TRANSLATE_NOOP(
    "Messages",
    "The disk that holds {name} reported an error. What was saved before is kept; the last change "
    "was not saved. Check the disk before you go on.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} is damaged or is not a file of this program. It was not changed; open one of its "
    "backups (same name, ending in .bak) instead.",
)
_CANNOT_OPEN = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} cannot be opened. Nothing was changed; check that the file is there and that you may "
    "read it.",
)

_TOO_SLOW = QT_TRANSLATE_NOOP(
    "Messages",
    "Reading {name} takes far longer than a project of this program can. It was not changed; do "
    "not open it, and ask for it again.",
)
_FORBIDDEN = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} tries to do something when it is read, or holds something far too large. It was not "
    "changed; do not open it, and ask for it again.",
)

_SENTENCES: dict[str, tuple[type[DedupError], str]] = {
    "SQLITE_FULL": (SurroundingsError, _FULL),
    "SQLITE_BUSY": (BusyError, _BUSY),
    "SQLITE_LOCKED": (BusyError, _BUSY),
    "SQLITE_READONLY": (ProjectError, _READ_ONLY),
    "SQLITE_PERM": (ProjectError, _READ_ONLY),
    "SQLITE_IOERR": (SurroundingsError, _FAILED),
    "SQLITE_CORRUPT": (ProjectError, _DAMAGED),
    "SQLITE_NOTADB": (ProjectError, _DAMAGED),
    "SQLITE_INTERRUPT": (ProjectError, _TOO_SLOW),
    "SQLITE_AUTH": (ProjectError, _FORBIDDEN),
    "SQLITE_TOOBIG": (ProjectError, _FORBIDDEN),
    "SQLITE_CANTOPEN": (ProjectError, _CANNOT_OPEN),
}
"""By the first two words of SQLite's error name; extended codes add more words behind."""


@contextmanager
def worded(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about `path` into a `DedupError`; let our own bugs pass.

    Raises:
        DedupError: the child that fits what the surroundings did.
    """
    try:
        yield
    except DBAPIError as error:
        raise _sentence(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _sentence(error, path) or error from error


def is_damage(error: DedupError) -> bool:
    """Say whether a worded error means that the bytes themselves are wrong."""
    cause = error.__cause__
    orig = getattr(cause, "orig", cause)
    return (error_word(orig) or _driver_word(orig)) in ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def error_word(error: BaseException | None) -> str:
    """Return SQLite's basic word for an error ("SQLITE_BUSY"), or an empty text."""
    name = getattr(error, "sqlite_errorname", "") or ""
    return "_".join(name.split("_")[:2])


def _driver_word(error: BaseException | None) -> str:
    """Name what Python's driver finds wrong itself: text whose bytes are no text any more."""
    is_garbled = isinstance(error, sqlite3.OperationalError) and "decode to UTF-8" in str(error)
    return "SQLITE_CORRUPT" if is_garbled else ""


def _sentence(error: BaseException | None, path: Path) -> DedupError | None:
    found = _SENTENCES.get(error_word(error) or _driver_word(error))
    if found is None:
        return None
    kind, template = found
    return kind(message(template, name=os.fsencode(path)))
