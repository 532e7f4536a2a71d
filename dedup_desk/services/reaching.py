"""Where a file lies on this machine, and whether it can be reached there now."""

from __future__ import annotations

import os
from collections.abc import Mapping

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import FilePlace


def path_of(folders: Mapping[str, bytes], place: FilePlace) -> bytes:
    """Return the absolute path of a place; no disk is asked.

    Args:
        folders: root label -> absolute folder of this machine.
        place: where the file is.

    Raises:
        SurroundingsError: the folder of its collection is not known here.
    """
    folder = folders.get(place.root)
    if folder is None:
        raise SurroundingsError(message(_NO_FOLDER, file=place.path, root=place.root))
    return os.path.join(folder, place.path)  # noqa: PTH118 - names are bytes


def reached_at(folders: Mapping[str, bytes], place: FilePlace) -> bytes:
    """Return the absolute path of a file that is there; asks the disk, which may block.

    Raises:
        SurroundingsError: its collection is not known here or not connected, or it is gone.
    """
    path = path_of(folders, place)
    if not os.path.isdir(folders[place.root]):  # noqa: PTH112 - names are bytes
        raise SurroundingsError(
            message(_OFFLINE, file=place.path, root=place.root, folder=folders[place.root])
        )
    try:
        os.stat(path)  # noqa: PTH116 - names are bytes
    except OSError as error:
        reason = os.strerror(error.errno or 0)
        raise SurroundingsError(message(_GONE, file=path, reason=reason)) from error
    return path


_NO_FOLDER = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was done: the folder of {root} is not known on this machine, so {file} cannot be"
    " found. Tell the project where {root} is.",
)
_OFFLINE = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was opened: the folder of {root} ({folder}) cannot be reached, and {file} lies in it."
    " Its answers are kept. Connect its drive, then try again.",
)
_GONE = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was opened: {file} cannot be reached ({reason}). Its answers are kept. If it was moved"
    " or renamed, read the folders again.",
)
