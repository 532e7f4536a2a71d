"""A collection root as this machine knows it: a label and a folder; and what may become one."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dedup_desk.core.display import display_text
from dedup_desk.core.errors import UsageError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import FilePlace
from dedup_desk.services.places import user_places


@dataclass(frozen=True, slots=True)
class Root:
    """One collection folder.

    Attributes:
        label: the name by which decisions and reports know it.
        folder: absolute path bytes on this machine.
        inode: of the folder when this user opened it; 0 where that is not known.
    """

    label: str
    folder: bytes
    inode: int = field(default=0, compare=False)

    def absolute(self, place: FilePlace) -> bytes:
        """Return the absolute path of a place below this root."""
        return self.folder.rstrip(b"/") + b"/" + place.path


def require_folders(folders: Sequence[bytes], project: Path | None = None) -> None:
    """Refuse before a project is made for folders that cannot be opened, or inside one of them.

    This user's own data folder is no part of a collection, also where a whole home is opened.

    Raises:
        UsageError: one of them is no folder, or the project's name lies in it.
    """
    at = b"" if project is None else os.fsencode(project.resolve())
    if at.startswith(os.fsencode(user_places().data.resolve()) + b"/"):
        at = b""
    for folder in folders:
        real = os.path.realpath(folder)
        check_folder(real, folder)
        if at.startswith(real.rstrip(b"/") + b"/"):
            raise UsageError(message(INSIDE, name=at))


def check_folder(real: bytes, given: bytes) -> None:
    """Refuse a path that is no folder; `given` is what the person wrote.

    Raises:
        UsageError: it is none.
    """
    if not os.path.isdir(real):  # noqa: PTH112 - bytes path
        raise UsageError(
            message(
                QT_TRANSLATE_NOOP(
                    "Messages",
                    "{folder} is not a folder that can be opened. Nothing was changed; check the "
                    "name, or connect the disk.",
                ),
                folder=given,
            )
        )


def check_apart(real: bytes, roots: Mapping[str, Root]) -> None:
    """Refuse a folder inside or around another root, whose files would be counted twice.

    Raises:
        UsageError: it is one.
    """
    for root in roots.values():
        one, other = real.rstrip(b"/") + b"/", root.folder.rstrip(b"/") + b"/"
        if one.startswith(other) or other.startswith(one):
            raise UsageError(
                message(
                    QT_TRANSLATE_NOOP(
                        "Messages",
                        "{folder} and {known} ({label}) lie in one another, so files would be "
                        "counted twice. Nothing was changed; open the outer folder alone.",
                    ),
                    folder=real,
                    known=root.folder,
                    label=root.label,
                )
            )


def free_label(folder: bytes, taken: Collection[str]) -> str:
    """Return a folder's own name as a label that no other root has."""
    name = re.sub(r"\s+", " ", display_text(folder.rstrip(b"/").rsplit(b"/", 1)[-1])).strip()
    label, number = name or "root", 2
    while label in taken:
        label, number = f"{name} {number}", number + 1
    return label


INSIDE = QT_TRANSLATE_NOOP(
    "Messages",
    "{name} lies in the collection, which is never written to. Nothing was saved; choose a place "
    "outside it.",
)
