"""Project files and indexes for tests: made in a folder, written to in one line each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
from sqlalchemy import event as sqlalchemy_event

from dedup_desk.core.decision_events import StepMark, decision_drafts
from dedup_desk.core.decisions import Decision
from dedup_desk.core.journal import FileIdentity, FolderState, Operation, OperationKind
from dedup_desk.core.measured import Fingerprints, MeasuredImage
from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import FilePlace, FileStamp, PictureFacts
from dedup_desk.store.database import Database
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.builders import a_digest
from tests.helpers.ledgers import ANN, a_seen


def a_project(folder: Path, name: str = "sample.ddesk") -> ProjectFile:
    """A new project, open for writing."""
    return ProjectFile.create(folder / name, ANN)


def decide(
    project: ProjectFile, *decisions: Decision, step: str = "step", undoes: str | None = None
) -> None:
    """Decide something, in one step."""
    project.append(decision_drafts(decisions, StepMark(step, undoes)))


def an_operation(
    path: bytes | str = "copy.jpg", kept: bytes | str = "kept.jpg", **more: object
) -> Operation:
    """The announcement of a retirement, every number as large as a file system can make it."""
    seen = a_seen(path)
    plain = Operation(
        uuid=f"op-{seen.digest.hex()[:8]}",
        batch="20261121T023000Z-1a2b3c4d",
        number=1,
        kind=OperationKind.RETIRE,
        item=seen,
        canonical=a_seen(kept),
        relation=Relation.RESIZED,
        identity=FileIdentity(2**64 - 1, 2**63 + 5, 10**12, 1_763_700_000_123_456_789, 0o100644),
        quarantine=b"/quarantine \xff",
        safe_path=b"batch-1/data/000001/copy.jpg",
        folders=(FolderState(b"folder\n", 0o755, 10**18, 10**18 + 1, 10**18 + 2, is_missing=True),),
    )
    return replace(plain, **more)


def a_restore(retirement: Operation, uuid: str = "back") -> Operation:
    """The announcement that turns a retirement round."""
    return replace(
        retirement, uuid=uuid, kind=OperationKind.RESTORE, restores=retirement.uuid, folders=()
    )


def measured(
    path: bytes | str,
    content: str | None = None,
    *,
    recipe: str = "recipe 1",
    root: str = "masters",
) -> MeasuredImage:
    """What a worker learnt from one file; its fingerprints follow from its content."""
    raw = path.encode() if isinstance(path, str) else path
    digest = a_digest(content if content is not None else repr(raw))
    words = np.frombuffer(digest * 3, dtype="<u8").astype(np.uint64)
    return MeasuredImage(
        stamp=FileStamp(FilePlace(root, raw), 1000, 1_763_700_000_123_456_789, 2**64 - 1, 2**63),
        digest=digest,
        picture=PictureFacts("JPEG", 4000, 3000, jpeg_quality=91),
        facts=MetadataFacts(caption="Harbour \ud800", sidecar_fields=("caption",)),
        sidecars=(b"a.xmp", b"\xff.aae"),
        is_blank=False,
        fingerprints=Fingerprints(recipe, words[:8], words[8:12]),
        thumbnail=b"thumbnail of " + digest,
        proxy=b"proxy of " + digest,
    )


def in_sqlite(path: Path, *statements: str) -> None:
    """Do to a database file what no part of the program does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """Collect every statement that SQLAlchemy sends to a database, transactions included."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    def note_end(_connection: object) -> None:
        sent.append("COMMIT")

    engine = database._engine
    sqlalchemy_event.listen(engine, "before_cursor_execute", note)
    sqlalchemy_event.listen(engine, "commit", note_end)
    try:
        yield sent
    finally:
        sqlalchemy_event.remove(engine, "before_cursor_execute", note)
        sqlalchemy_event.remove(engine, "commit", note_end)
