"""The tables of the project file, for building queries; the migrations make them.

Paths are BLOB, times are text in UTC, hashes and commitments are hex, bodies canonical JSON.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

TABLES = MetaData()

META = Table(
    "meta",
    TABLES,
    Column("id", Integer, primary_key=True),
    Column("project_uuid", Text),
    Column("created_utc", Text),
    Column("min_reader", Integer),
    Column("min_writer", Integer),
)

EVENT = Table(
    "event",
    TABLES,
    Column("position", Integer, primary_key=True),
    Column("uuid", Text),
    Column("chain", Text),
    Column("seq", Integer),
    Column("at_utc", Text),
    Column("clock", Text),
    Column("actor", Text),
    Column("credential", Text),
    Column("app_version", Text),
    Column("kind", Text),
    Column("body", Text),
    Column("commitments", Text),
    Column("prev_hash", Text),
    Column("hash", Text),
)

PERSONAL = Table(
    "personal",
    TABLES,
    Column("commitment", Text, primary_key=True),
    Column("salt", LargeBinary),
    Column("value", Text),
)

ROOT = Table("root", TABLES, Column("label", Text, primary_key=True), Column("folder", LargeBinary))

SETTING = Table("setting", TABLES, Column("key", Text, primary_key=True), Column("value", Text))

DECISION = Table(
    "decision",
    TABLES,
    Column("root", Text, primary_key=True),
    Column("path", LargeBinary, primary_key=True),
    Column("event", Text, primary_key=True),
)

APART = Table(
    "apart",
    TABLES,
    Column("low", LargeBinary, primary_key=True),
    Column("high", LargeBinary, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("root", Text),
    Column("path", LargeBinary),
    Column("subject", LargeBinary),
)

BATCH = Table(
    "batch",
    TABLES,
    Column("id", Text, primary_key=True),
    Column("event", Text),
    Column("state", Text),
    Column("closed_by", Text),
)

OPERATION = Table(
    "operation",
    TABLES,
    Column("uuid", Text, primary_key=True),
    Column("position", Integer),
    Column("batch", Text),
    Column("number", Integer),
    Column("kind", Text),
    Column("state", Text),
    Column("is_live", Integer),
    Column("item_root", Text),
    Column("item_path", LargeBinary),
    Column("canonical_root", Text),
    Column("canonical_path", LargeBinary),
    Column("restores", Text),
    Column("event", Text),
    Column("closed_by", Text),
)

PRESENT_STATE = (OPERATION, BATCH, APART, DECISION, SETTING, ROOT)
"""What the ledger adds up to, children first: can be emptied and built again from the events."""
