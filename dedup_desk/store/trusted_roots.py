"""Which folders this user chose on this machine for which project.

A project file says where its roots were, on some machine; that is a hint. A root is used without
asking only where this user chose the folder here. The folder's identity is kept with it, so that
an empty mount point is not taken for the disk. The list is in the user's state folder, never in
the project.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    select,
)

from dedup_desk.store.database import Database, Mode, Pragmas
from dedup_desk.store.index_values import signed, unsigned

_TABLES = MetaData()
_TRUSTED = Table(
    "trusted_root",
    _TABLES,
    Column("project", Text, primary_key=True),
    Column("label", Text, primary_key=True),
    Column("folder", LargeBinary, nullable=False),
    Column("dev", Integer, nullable=False),
    Column("inode", Integer, nullable=False),
    sqlite_strict=True,
)
_PRAGMAS = Pragmas({"trusted_schema": "OFF", "journal_mode": "DELETE", "synchronous": "EXTRA"})


@dataclass(frozen=True, slots=True)
class TrustedRoot:
    """A folder that this user chose as a root.

    Attributes:
        project: uuid of the project.
        label: of the root.
        folder: absolute path bytes.
        dev, inode: identity of the folder when it was chosen.
    """

    project: str
    label: str
    folder: bytes
    dev: int
    inode: int


class TrustedRoots:
    """The list, in one small file; several programs may use it at once."""

    def __init__(self, file: Path) -> None:
        """Open or make the list.

        Args:
            file: in the user's state folder; the folder is made where it is missing.
        """
        file.parent.mkdir(parents=True, exist_ok=True)
        self._database = Database(file, _PRAGMAS, Mode.CREATE)
        with self._database.writing() as connection:
            _TABLES.create_all(connection)

    def trust(self, root: TrustedRoot) -> None:
        """Note that this user chose a folder; an earlier choice for the label is replaced."""
        with self._database.writing() as connection:
            _remove(connection, root.project, root.label)
            row = {
                "project": root.project,
                "label": root.label,
                "folder": root.folder,
                "dev": signed(root.dev),
                "inode": signed(root.inode),
            }
            connection.execute(insert(_TRUSTED), row)

    def forget(self, project: str, label: str) -> None:
        """Trust a root no longer."""
        with self._database.writing() as connection:
            _remove(connection, project, label)

    def of(self, project: str) -> dict[str, TrustedRoot]:
        """Return label -> root of a project; empty for one that was received."""
        query = select(_TRUSTED).where(_TRUSTED.c.project == project).order_by(_TRUSTED.c.label)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return {
            row.label: TrustedRoot(
                row.project, row.label, row.folder, unsigned(row.dev), unsigned(row.inode)
            )
            for row in rows
        }

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _remove(connection: Connection, project: str, label: str) -> None:
    at = (_TRUSTED.c.project == project, _TRUSTED.c.label == label)
    connection.execute(delete(_TRUSTED).where(*at))
