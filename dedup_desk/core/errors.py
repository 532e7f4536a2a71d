"""What can go wrong in the surroundings, each with its sentence and its exit code.

A `DedupError` is nobody's bug: a disk is full, a project is locked, an answer is missing. It is
raised low, worded once (what happened, to which file, what state things are in, what to do next)
and caught at three borders only: a job, a key press, the command line. Anything else is a bug.
"""

from __future__ import annotations

from typing import ClassVar

from dedup_desk.core.messages import Message


class DedupError(Exception):
    """The surroundings' fault; shown as worded.

    Attributes:
        message: the sentence, translatable.
        exit_code: what the command line exits with.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, message: Message) -> None:
        super().__init__(message.english())
        self.message = message


class UsageError(DedupError):
    """The question was put wrongly: an unknown path, a contradiction, a missing choice."""

    exit_code: ClassVar[int] = 2


class SurroundingsError(DedupError):
    """A disk, a folder, a file or a permission does not allow what was asked."""


class BusyError(DedupError):
    """Somebody else is writing; try again later."""

    exit_code: ClassVar[int] = 75


class ProjectError(DedupError):
    """The project file cannot be used: damaged, foreign, too new, read-only."""


class IntegrityError(ProjectError):
    """The ledger or the project disagrees with itself: somebody or something changed it."""

    exit_code: ClassVar[int] = 1


class RefusedError(DedupError):
    """What was asked would not be safe; nothing was changed."""

    exit_code: ClassVar[int] = 1
