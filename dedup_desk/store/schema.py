"""Which schema a project file has, and whether everything in it is ours.

SQLite's header carries two numbers of ours: `application_id` says whose file it is, and
`user_version` which schema. Every table, index and trigger is compared with what our migrations
make: a view, a trigger or a virtual table that somebody planted would run code of theirs in our
process, so such a file is refused before anything else is read from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection

APPLICATION_ID = 0x4444736B
"""b"DDsk", at offset 68 of the file; `file(1)` can show it."""

SCHEMA = 1
"""The schema that this program writes."""

_VERSION_TABLE = "CREATE TABLE schema_version (version_num TEXT NOT NULL PRIMARY KEY) STRICT"

ALLOWED: Mapping[int, frozenset[str]] = {
    1: frozenset(
        {
            "index apart_place 291d1fbe19eda3b3",
            "index live_canonical 0801a9c726031932",
            "index one_live_retirement_a_path 58097d5acd1ec26d",
            "index one_open_restore_an_operation 475135a9968acebb",
            "index operation_state 2cce30bbcfc586c5",
            "table apart 14de3c180f0d7600",
            "table batch 9f3bbd148419d28d",
            "table decision 0f0f6e418caba6da",
            "table event 1cacfe32dd557483",
            "table meta 0fccbcc520551d39",
            "table operation 44b3fc6605a971ab",
            "table personal 320f44d19b26b1f8",
            "table root e9da85f9b7fb1909",
            "table schema_version a2471dd30f82f109",
            "table setting 381e491f70b13032",
            "trigger event_is_never_changed 67ee143dc4e449ed",
            "trigger event_is_never_removed d9a988fea45002f3",
            "trigger no_chain_of_retirements 866feb713214045b",
            "trigger only_what_is_in_quarantine_is_put_back 62d498a54ddd7bc1",
            "trigger personal_is_never_changed 47384b654b3a25cc",
        }
    ),
}
"""Schema -> all that its files hold (`fingerprints_of_schema`); a test makes one anew."""


def fingerprints_of_schema(connection: Connection) -> frozenset[str]:
    """Return one line for every object of the file: "type name sha256-of-its-sql"."""
    rows = connection.exec_driver_sql(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
    ).all()
    return frozenset(f"{kind} {name} {_digest(sql)}" for kind, name, sql in rows)


def foreign_objects(connection: Connection, schema: int) -> tuple[str, ...]:
    """Return "type name" of everything that the migrations up to `schema` did not make."""
    found = fingerprints_of_schema(connection) - ALLOWED[schema]
    return tuple(sorted(line.rsplit(" ", 1)[0] for line in found))


def strange_code(connection: Connection) -> tuple[str, ...]:
    """Return "type name" of views, triggers and virtual tables that no schema known here has.

    A newer file may have tables and indexes that this program does not know; what could run when
    the file is read, it may not have.
    """
    known = frozenset[str]().union(*ALLOWED.values())
    rows = connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_schema").all()
    return tuple(
        sorted(
            f"{kind} {name}"
            for kind, name, sql in rows
            if (kind in ("view", "trigger") or "virtual" in (sql or "").casefold())
            and f"{kind} {name} {_digest(sql)}" not in known
        )
    )


def missing_objects(connection: Connection, schema: int) -> tuple[str, ...]:
    """Return "type name" of what `schema` has and the file has not."""
    found = ALLOWED[schema] - fingerprints_of_schema(connection)
    return tuple(sorted(line.rsplit(" ", 1)[0] for line in found))


def migrate(connection: Connection) -> None:
    """Bring the file to `SCHEMA`, inside the caller's writing transaction."""
    # Alembic takes a fifth of a second to import, which an opening project need not wait for.
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = Path(__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.attributes["connection"] = connection
    if not connection.dialect.has_table(connection, "schema_version"):
        connection.exec_driver_sql(_VERSION_TABLE)  # Alembic's own would not be STRICT
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")


def _digest(sql: str) -> str:
    return hashlib.sha256(" ".join(sql.split()).encode()).hexdigest()[:16]
