"""Projects that came from elsewhere: only read, until this user says where their folders are.

Whoever can write a project file can put any folder into it, so what it says about folders is never
believed: a project is this user's own once they opened one of its folders on this machine.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from dedup_desk.core.ledger import Actor
from dedup_desk.services.places import UserPlaces
from dedup_desk.store.ledger_store import Surroundings
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.store.received import identity_of, open_received
from dedup_desk.store.trusted_roots import TrustedRoots


def is_from_elsewhere(path: Path, places: UserPlaces) -> bool:
    """Say whether a project has folders of which this user opened none on this machine.

    Raises:
        UsageError, ProjectError: see `identity_of`.
    """
    identity, trusted = identity_of(path), TrustedRoots(places.trusted_roots)
    try:
        return bool(identity.labels) and not trusted.of(identity.uuid)
    finally:
        trusted.close()


def received_file(path: Path, actor: Actor) -> tuple[ProjectFile, tempfile.TemporaryDirectory[str]]:
    """Open a project that came from elsewhere; the folder is cleaned up after it is closed.

    Raises:
        UsageError, ProjectError: see `open_received`.
    """
    scratch = tempfile.TemporaryDirectory(prefix="dedup-desk-")
    try:
        file = open_received(
            path, Path(scratch.name), lambda database: ProjectFile(database, actor, Surroundings())
        )
    except BaseException:
        scratch.cleanup()
        raise
    return file, scratch
