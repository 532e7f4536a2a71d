"""Why a person decides: one plain reason for each doubt of `core/naming.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.naming import FINE_CHECK_NOT_MADE
from dedup_desk.core.told import Told, percent_text

NOT_COMPARED: Final = QT_TRANSLATE_NOOP(
    "Messages", "The two could not be compared; look at them yourself."
)

DOUBT_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "lettering-too-small": QT_TRANSLATE_NOOP(
            "Messages", "the lettering is too small to tell another page"
        ),
        "recoloured": QT_TRANSLATE_NOOP(
            "Messages", "the colour differs in places only, {share} % of the area"
        ),
        "mostly-changed": QT_TRANSLATE_NOOP("Messages", "much of the picture differs"),
        "partly-overlapping": QT_TRANSLATE_NOOP("Messages", "{b} also shows what {a} does not"),
        "border-on-the-fuller": QT_TRANSLATE_NOOP(
            "Messages", "{a} has a border or caption that {b} has not"
        ),
        FINE_CHECK_NOT_MADE: QT_TRANSLATE_NOOP(
            "Messages", "a file was away, so only the small pictures were compared"
        ),
        "weak-correlation": QT_TRANSLATE_NOOP("Messages", "the details agree too little"),
        "unlikely": QT_TRANSLATE_NOOP("Messages", "too little speaks for a copy"),
    }
)
"""Note -> reason, marked for translation; the most telling first."""

_VAGUE: Final = ("weak-correlation", "unlikely")
"""Say nothing that one could look at; left out where another reason does."""

_ALIKE: Final = QT_TRANSLATE_NOOP("Messages", "they look alike, and more is not known")


def doubts(told: Told) -> list[Message]:
    """Return why a person decides, one message a reason, at least one."""
    notes = [note for note in DOUBT_WORDS if note in told.pair.evidence.notes]
    telling = [note for note in notes if note not in _VAGUE] or notes
    share = percent_text(told.pair.evidence.hue_share)
    said = [told.message(DOUBT_WORDS[note], share=share) for note in telling]
    return said or [message(_ALIKE)]
