"""What answers and degrees of sureness are called, marked for translation."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Sureness
from dedup_desk.core.variant_kinds import kind_words

VERDICT_WORDS: Final[Mapping[Verdict, str]] = MappingProxyType(
    {
        Verdict.CANONICAL: QT_TRANSLATE_NOOP("Messages", "Kept copy"),
        Verdict.RETIRE: QT_TRANSLATE_NOOP("Messages", "Set aside"),
        Verdict.VARIANT: QT_TRANSLATE_NOOP("Messages", "Version: keep both"),
        Verdict.NOT_DUPLICATE: QT_TRANSLATE_NOOP("Messages", "Not a duplicate"),
        Verdict.SAME_QUALITY: QT_TRANSLATE_NOOP("Messages", "Same quality"),
        Verdict.UNSURE: QT_TRANSLATE_NOOP("Messages", "Passed to a second person"),
    }
)

SURENESS_WORDS: Final[Mapping[Sureness, str]] = MappingProxyType(
    {
        Sureness.CERTAIN: QT_TRANSLATE_NOOP("Messages", "certain"),
        Sureness.LIKELY: QT_TRANSLATE_NOOP("Messages", "likely"),
        Sureness.CHECK: QT_TRANSLATE_NOOP("Messages", "check"),
    }
)

_OF_KIND: Final = QT_TRANSLATE_NOOP("Messages", "{verdict} ({kind})")


def verdict_words(verdict: Verdict, variant_kind: str | None = None) -> Message:
    """Return an answer in words, with the kind of a version where one was said."""
    words = message(VERDICT_WORDS[verdict])
    if verdict is not Verdict.VARIANT or variant_kind is None:
        return words
    return message(_OF_KIND, verdict=words, kind=kind_words(variant_kind))
