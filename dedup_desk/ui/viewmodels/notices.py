"""One sentence for the message bar, and its tone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Tone(Enum):
    """What kind of news it is; shown by a sign as well as by colour."""

    PROBLEM = auto()
    DONE = auto()
    TOLD = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence, already in the person's language.

    Attributes:
        text: the sentence.
        tone: what kind of news it is.
        action: id of the row of `ui/actions.py` that a person may want now; empty for none.
    """

    text: str
    tone: Tone
    action: str = ""
