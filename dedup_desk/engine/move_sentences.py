"""What a person is told about a move that was refused, failed, or was settled afterwards.

Each sentence says what happened, to which file, what state things are in, and what to do next.
"""

from __future__ import annotations

import errno
import os

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.settling import Remark
from dedup_desk.engine.files import UnsureDiskError
from dedup_desk.engine.held import Change

_MEDIUM = {
    errno.EIO,
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EROFS,
    errno.ESTALE,
    errno.ENOTCONN,
    errno.ETIMEDOUT,
    errno.ENODEV,
    errno.ENXIO,
    errno.EMFILE,
    errno.ENFILE,
    errno.ENOMEM,
}
"""The disk or the system as a whole: going on would only fail again, or do harm."""

_CHANGES = {
    Change.MISSING: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was not found where it was reviewed. Nothing was moved. Index the folder again.",
    ),
    Change.NOT_A_FILE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} is a link, a folder or a device, not an ordinary file. It was left alone.",
    ),
    Change.HARD_LINK: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} has a second name (a hard link): moving it would free nothing and may touch "
        "another record. It was left alone.",
    ),
    Change.CONTENT: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} has changed since it was reviewed. It was left where it is. Index the folder "
        "again and decide anew.",
    ),
    Change.SWAPPED: QT_TRANSLATE_NOOP(
        "Messages",
        "Another file has taken the place of {file} since it was reviewed. It was left where it "
        "is. Index the folder again and decide anew.",
    ),
    Change.SAME_FILE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} and the copy to keep are one and the same file. It was left alone.",
    ),
    Change.NAME_TAKEN: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was not put back: another file has its name now, and nothing is ever overwritten. "
        "It stays in quarantine. Rename or move the other file, then put it back again.",
    ),
    Change.OUTSIDE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} can only be reached through a link or on another disk. It was left alone.",
    ),
}

_CAUSES = {
    errno.ENOSPC: QT_TRANSLATE_NOOP("Messages", "the disk is full"),
    errno.EDQUOT: QT_TRANSLATE_NOOP("Messages", "your share of the disk is used up"),
    errno.EACCES: QT_TRANSLATE_NOOP("Messages", "permission is missing"),
    errno.EPERM: QT_TRANSLATE_NOOP("Messages", "permission is missing"),
    errno.EROFS: QT_TRANSLATE_NOOP("Messages", "the disk is read-only"),
    errno.EIO: QT_TRANSLATE_NOOP("Messages", "the disk reports a read or write error"),
    errno.ESTALE: QT_TRANSLATE_NOOP("Messages", "the connection to the disk is lost"),
    errno.ENOTCONN: QT_TRANSLATE_NOOP("Messages", "the connection to the disk is lost"),
    errno.ETIMEDOUT: QT_TRANSLATE_NOOP("Messages", "the disk does not answer"),
    errno.ENODEV: QT_TRANSLATE_NOOP("Messages", "the disk is gone"),
    errno.ENOENT: QT_TRANSLATE_NOOP("Messages", "it is not there any more"),
    errno.EEXIST: QT_TRANSLATE_NOOP("Messages", "the name is taken"),
    errno.EXDEV: QT_TRANSLATE_NOOP("Messages", "the quarantine is on another disk"),
    errno.EMFILE: QT_TRANSLATE_NOOP("Messages", "too many files are open"),
}

_REMARKS = {
    Remark.NAME_IN_USE: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} has moved, and another file has its old name now. Both are kept.",
    ),
    Remark.TARGET_TAKEN: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was not moved: another file has the name that it should get. Nothing was "
        "overwritten; it is where it was. Move the other file away, then try again.",
    ),
    Remark.CHANGED: QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was changed while it was being moved. It is at its place with the change. Index "
        "the folder again and decide anew.",
    ),
}


def is_medium(error: BaseException) -> bool:
    """Tell whether an error is about the whole disk, so that the batch must stop."""
    if isinstance(error, UnsureDiskError):
        return True
    return isinstance(error, OSError) and error.errno in _MEDIUM


def refused(change: Change, file: bytes) -> Message:
    """Say why a file was left where it is."""
    return message(_CHANGES[change], file=file)


def cause(error: OSError) -> Message:
    """Say in a few words what the system said."""
    template = _CAUSES.get(error.errno or 0)
    if template is not None:
        return message(template)
    return message(QT_TRANSLATE_NOOP("Messages", "{words}"), words=os.strerror(error.errno or 0))


def not_moved(file: bytes, error: OSError) -> Message:
    """Say that one file could not be moved and the others go on."""
    template = QT_TRANSLATE_NOOP(
        "Messages",
        "{file} was not moved: {cause}. It is where it was. Mend that, then try again.",
    )
    return message(template, file=file, cause=cause(error))


def stopped(file: bytes, error: OSError) -> Message:
    """Say that the whole run stopped at one file."""
    template = QT_TRANSLATE_NOOP(
        "Messages",
        "The run stopped at {file}: {cause}. Nothing is lost; what was moved before is complete. "
        "Mend that, then start again: the unfinished step is settled first.",
    )
    return message(template, file=file, cause=cause(error))


def still_open(file: bytes, error: OSError) -> Message:
    """Say that an interrupted move cannot be settled yet."""
    template = QT_TRANSLATE_NOOP(
        "Messages",
        "An interrupted move of {file} cannot be settled yet: {cause}. Nothing was touched. Make "
        "the collection and its quarantine accessible; it is settled at the next start.",
    )
    return message(template, file=file, cause=cause(error))


def interrupted(file: bytes) -> Message:
    """Say that a move was interrupted and taken back."""
    template = QT_TRANSLATE_NOOP(
        "Messages", "The move of {file} was interrupted. It is where it was; nothing is lost."
    )
    return message(template, file=file)


def completed(file: bytes) -> Message:
    """Say that an interrupted move was completed."""
    template = QT_TRANSLATE_NOOP(
        "Messages", "The move of {file} was interrupted and has been completed; nothing is lost."
    )
    return message(template, file=file)


def alarm(file: bytes, quarantine: bytes) -> Message:
    """Say that a file is in neither of its two places."""
    template = QT_TRANSLATE_NOOP(
        "Messages",
        "The content of {file} was found neither at its place nor in the quarantine {quarantine}. "
        "Nothing was touched. Somebody moved or changed it after this program was interrupted: "
        "look for it there and in your backups; the step stays open until it is back.",
    )
    return message(template, file=file, quarantine=quarantine)


def remarked(remark: Remark, file: bytes) -> Message:
    """Say what is notable about a settled move."""
    return message(_REMARKS[remark], file=file)
