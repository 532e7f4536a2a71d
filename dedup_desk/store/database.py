"""One SQLite file: how it is opened, who may write, and where a transaction begins and ends.

Every thread that asks gets a connection of its own from the pool; writers of one process take
turns at a lock of ours, because two busy SQLite writers otherwise sleep and retry, which a person
at the keys would feel. Writing transactions begin IMMEDIATE: they wait at the start, where nothing
is lost, and never fail half-way for want of the lock.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from sqlalchemy import Connection, Row, create_engine, event
from sqlalchemy.pool import QueuePool

from dedup_desk.store.trouble import worded

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of any query."""

WAIT_S = 5.0
"""How long a connection waits for another process before it gives up."""


class Mode(StrEnum):
    """How a file is opened; the words of SQLite's URI parameters."""

    READ = "ro"
    SEALED = "ro&immutable=1"  # on a medium that nobody can write: no locks, no files beside it
    WRITE = "rw"
    CREATE = "rwc"


@dataclass(frozen=True, slots=True)
class Pragmas:
    """Settings of every connection to a file.

    Attributes:
        values: pragma -> value, set in this order.
    """

    values: Mapping[str, str] = field(default_factory=dict)

    def apply(self, connection: sqlite3.Connection) -> None:
        """Set them all."""
        for name, value in self.values.items():
            connection.execute(f"PRAGMA {name}={value}").close()


class Database:
    """One SQLite file, usable from every thread of this process."""

    def __init__(self, path: Path, pragmas: Pragmas, mode: Mode) -> None:
        self.path = path
        self._mode = mode
        self._pragmas = pragmas
        self._writer = threading.Lock()
        self._engine = create_engine(
            "sqlite://", creator=self.raw_connection, poolclass=QueuePool, pool_size=8
        )
        event.listen(self._engine, "begin", _begin)

    @property
    def read_only(self) -> bool:
        """True where nothing can be written."""
        return self._mode in {Mode.READ, Mode.SEALED}

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the file; fetch everything inside."""
        with worded(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside one writing transaction; leaving it normally commits."""
        with self._writer, worded(self.path), self._engine.connect() as connection:
            writer = connection.execution_options(begins="IMMEDIATE")
            with writer.begin():
                yield writer

    @contextmanager
    def outside(self) -> Iterator[sqlite3.Connection]:
        """Give a plain connection outside any transaction (VACUUM, backup, checkpoints)."""
        with self._writer, worded(self.path):
            connection = self.raw_connection()
            try:
                yield connection
            finally:
                connection.close()

    def raw_connection(self) -> sqlite3.Connection:
        """Open one connection with all settings; the caller closes it."""
        address = f"file:{quote(os.fsencode(self.path.absolute()))}?mode={self._mode}"
        connection = sqlite3.connect(
            address,
            uri=True,
            timeout=WAIT_S,
            isolation_level=None,  # transactions are begun by us, never behind our back
            check_same_thread=False,  # the pool hands one to one thread at a time
        )
        self._pragmas.apply(connection)
        return connection

    def close(self) -> None:
        """Close every connection; using the database afterwards opens new ones."""
        self._engine.dispose()


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get("begins", "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")
