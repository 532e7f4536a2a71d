"""One sentence for the message bar, and its tone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from dedup_desk.core.messages import Message
from dedup_desk.ui.text import worded


class Tone(Enum):
    """What kind of news it is; shown by a sign as well as by colour."""

    PROBLEM = auto()
    DONE = auto()
    TOLD = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence.

    Attributes:
        said: the sentence; a message follows the language, words stay as they are.
        tone: what kind of news it is.
        action: id of the row of `ui/actions.py` that a person may want now; empty for none.
    """

    said: Message | str
    tone: Tone
    action: str = ""

    @property
    def text(self) -> str:
        """The sentence in the language of the moment."""
        return self.said if isinstance(self.said, str) else worded(self.said)
