"""In what a version differs from the copy it stands beside: a person's word, or the usual one.

The names are those of the ledger and of the reports. A project from elsewhere may hold others;
they are kept as they are and shown as they are written.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.pairs import Relation


class VariantKind(StrEnum):
    """Why both are kept."""

    CROP = "crop"
    TONE = "tone"
    FORMAT = "format"
    FRAME = "frame"
    OTHER = "other"


KIND_WORDS: Final[Mapping[VariantKind, str]] = MappingProxyType(
    {
        VariantKind.CROP: QT_TRANSLATE_NOOP("Messages", "crop or border"),
        VariantKind.TONE: QT_TRANSLATE_NOOP("Messages", "tone or colour"),
        VariantKind.FORMAT: QT_TRANSLATE_NOOP("Messages", "format or size"),
        VariantKind.FRAME: QT_TRANSLATE_NOOP("Messages", "another frame"),
        VariantKind.OTHER: QT_TRANSLATE_NOOP("Messages", "other"),
    }
)

_USUAL: Final[Mapping[Relation, VariantKind]] = MappingProxyType(
    {
        **dict.fromkeys((Relation.CROPPED, Relation.BORDERED), VariantKind.CROP),
        **dict.fromkeys((Relation.TONE, Relation.GREYSCALE, Relation.NEGATIVE), VariantKind.TONE),
        **dict.fromkeys(
            (Relation.SAME_PIXELS, Relation.RE_ENCODED, Relation.RESIZED), VariantKind.FORMAT
        ),
        Relation.LOOK: VariantKind.FRAME,
    }
)


def usual_kind(relation: Relation | None) -> VariantKind:
    """Return what a version most often is, going by what was measured."""
    return VariantKind.OTHER if relation is None else _USUAL.get(relation, VariantKind.OTHER)


def kind_words(kind: str) -> Message:
    """Return a kind in words; one that this program does not know as it is written."""
    known = {one.value: words for one, words in KIND_WORDS.items()}
    return message(known[kind]) if kind in known else message("{kind}", kind=kind)
