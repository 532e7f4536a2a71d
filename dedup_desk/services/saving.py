"""Save project as: a draft moves to the name a person chose; a named project is copied.

The new file and its index are whole and checked before anything of the draft goes. What was
decided, the chain of events and the trust in the roots are the same; only the place is another.
"""

from __future__ import annotations

import os
from pathlib import Path

from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import message
from dedup_desk.engine.files import discard_own
from dedup_desk.services.projects import SUFFIX, Project, index_folder, open_project
from dedup_desk.services.roots import INSIDE


def save_as(project: Project, path: Path) -> Project:
    """Save a project under a name and return it open there; the old one is closed.

    Args:
        project: open for writing.
        path: a free name that ends in `.ddesk` (added where it is missing), outside its roots.

    Raises:
        UsageError: the name is taken, its folder cannot be used, or it lies in the collection.
        ProjectError: the copy does not read back; the project is as it was and still open.
    """
    target = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    if project.place_of(os.fsencode(target.absolute())) is not None:
        raise UsageError(message(INSIDE, name=os.fsencode(target)))
    project.file.copy_to(target)
    project.index.copy_to(index_folder(target))
    leftovers = _own_files(project.path) if project.is_draft else []
    actor, places = project.actor, project.places
    project.close()
    discard_own(leftovers)
    return open_project(target, actor=actor, places=places)


def _own_files(path: Path) -> list[bytes]:
    """Return the draft, its backups and lock, and what its index folder holds."""
    beside = [one for one in path.parent.iterdir() if one.name.startswith(path.name)]
    files = [one for one in beside if one.is_file()]
    index = index_folder(path)
    inside = [one for one in index.iterdir() if one.is_file()] if index.is_dir() else []
    return [os.fsencode(one) for one in (*files, *inside)]
