"""What became of one file that was to move, in words that every front end can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dedup_desk.core.journal import Operation
from dedup_desk.core.messages import Message
from dedup_desk.core.records import SeenFile


class Outcome(StrEnum):
    """How a move ended."""

    MOVED = "moved"
    """It is at its new place, read again there; of a rehearsal: it would move."""
    NOT_MOVED = "not-moved"
    """It is where it was."""
    OPEN = "open"
    """Could not be settled now; nothing was touched, and the next start tries again."""
    ALARM = "alarm"
    """In neither place; a person has to look."""


@dataclass(frozen=True, slots=True)
class MoveResult:
    """What became of one file.

    Attributes:
        item: the file.
        outcome: how it ended.
        told: a sentence, where there is something to tell.
        operation: None where nothing was announced.
    """

    item: SeenFile
    outcome: Outcome
    told: Message | None = None
    operation: Operation | None = None
