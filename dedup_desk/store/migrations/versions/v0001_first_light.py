"""Schema 1: the ledger, the erasable texts beside it, and what the ledger adds up to."""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

LEDGER = (
    """
    CREATE TABLE meta (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        project_uuid TEXT NOT NULL,
        created_utc TEXT NOT NULL,
        min_reader INTEGER NOT NULL,
        min_writer INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE event (
        position INTEGER PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        chain TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        at_utc TEXT NOT NULL,
        clock TEXT NOT NULL,
        actor TEXT NOT NULL,
        credential TEXT NOT NULL,
        app_version TEXT NOT NULL,
        kind TEXT NOT NULL,
        body TEXT NOT NULL,
        commitments TEXT NOT NULL,
        prev_hash TEXT,
        hash TEXT NOT NULL,
        UNIQUE (chain, seq)
    ) STRICT
    """,
    """
    CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END
    """,
    """
    CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'the ledger is only ever added to'); END
    """,
    """
    CREATE TABLE personal (
        commitment TEXT NOT NULL PRIMARY KEY,
        salt BLOB NOT NULL,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TRIGGER personal_is_never_changed BEFORE UPDATE ON personal
    BEGIN SELECT RAISE(ABORT, 'a personal text is erased, never changed'); END
    """,
)

PRESENT_STATE = (
    """
    CREATE TABLE root (
        label TEXT NOT NULL PRIMARY KEY,
        folder BLOB NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE decision (
        root TEXT NOT NULL,
        path BLOB NOT NULL,
        event TEXT NOT NULL REFERENCES event (uuid),
        PRIMARY KEY (root, path, event)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE apart (
        low BLOB NOT NULL,
        high BLOB NOT NULL,
        event TEXT NOT NULL REFERENCES event (uuid),
        root TEXT NOT NULL,
        path BLOB NOT NULL,
        subject BLOB NOT NULL,
        PRIMARY KEY (low, high, event)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX apart_place ON apart (root, path)",
)

RETIREMENT = (
    """
    CREATE TABLE batch (
        id TEXT NOT NULL PRIMARY KEY,
        event TEXT NOT NULL REFERENCES event (uuid),
        state TEXT NOT NULL CHECK (state IN ('open', 'finished', 'stopped')),
        closed_by TEXT REFERENCES event (uuid)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE operation (
        uuid TEXT NOT NULL PRIMARY KEY,
        position INTEGER NOT NULL,
        batch TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('retire', 'restore')),
        state TEXT NOT NULL CHECK (state IN ('intent', 'done', 'aborted')),
        is_live INTEGER NOT NULL CHECK (is_live IN (0, 1)),
        item_root TEXT NOT NULL,
        item_path BLOB NOT NULL,
        canonical_root TEXT NOT NULL,
        canonical_path BLOB NOT NULL,
        restores TEXT REFERENCES operation (uuid),
        event TEXT NOT NULL REFERENCES event (uuid),
        closed_by TEXT REFERENCES event (uuid)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE UNIQUE INDEX one_live_retirement_a_path ON operation (item_root, item_path)
    WHERE kind = 'retire' AND is_live = 1
    """,
    """
    CREATE UNIQUE INDEX one_open_restore_an_operation ON operation (restores)
    WHERE kind = 'restore' AND is_live = 1
    """,
    """
    CREATE INDEX live_canonical ON operation (canonical_root, canonical_path)
    WHERE kind = 'retire' AND is_live = 1
    """,
    "CREATE INDEX operation_state ON operation (state)",
    """
    CREATE TRIGGER no_chain_of_retirements BEFORE INSERT ON operation
    WHEN NEW.kind = 'retire' AND NEW.is_live = 1
    BEGIN
        SELECT RAISE(ABORT, 'the kept copy is itself retired') WHERE EXISTS (
            SELECT 1 FROM operation WHERE kind = 'retire' AND is_live = 1
            AND item_root = NEW.canonical_root AND item_path = NEW.canonical_path);
        SELECT RAISE(ABORT, 'the retired copy is kept for another') WHERE EXISTS (
            SELECT 1 FROM operation WHERE kind = 'retire' AND is_live = 1
            AND canonical_root = NEW.item_root AND canonical_path = NEW.item_path);
        SELECT RAISE(ABORT, 'a file cannot replace itself')
        WHERE NEW.item_root = NEW.canonical_root AND NEW.item_path = NEW.canonical_path;
    END
    """,
    """
    CREATE TRIGGER only_what_is_in_quarantine_is_put_back BEFORE INSERT ON operation
    WHEN NEW.kind = 'restore'
    BEGIN
        SELECT RAISE(ABORT, 'the item is not in quarantine') WHERE NOT EXISTS (
            SELECT 1 FROM operation WHERE uuid = NEW.restores
            AND kind = 'retire' AND state = 'done' AND is_live = 1);
    END
    """,
)


def upgrade() -> None:
    """Make schema 1 out of an empty file."""
    for statement in (*LEDGER, *PRESENT_STATE, *RETIREMENT):
        op.execute(statement)
