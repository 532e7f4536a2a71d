"""What a relation is called.

The words are marked for translation here and shown by the front ends. What a pair is told in one
line is in `core/statements.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from dedup_desk.core.messages import QT_TRANSLATE_NOOP
from dedup_desk.core.pairs import Relation

RELATION_NAMES: Final[Mapping[Relation, str]] = MappingProxyType(
    {
        Relation.SAME_BYTES: QT_TRANSLATE_NOOP("Messages", "Identical file"),
        Relation.SAME_PIXELS: QT_TRANSLATE_NOOP("Messages", "Same picture, other data"),
        Relation.SAME_LAYOUT: QT_TRANSLATE_NOOP("Messages", "Same form, other content"),
        Relation.NEGATIVE: QT_TRANSLATE_NOOP("Messages", "Negative"),
        Relation.CROPPED: QT_TRANSLATE_NOOP("Messages", "Crop"),
        Relation.BORDERED: QT_TRANSLATE_NOOP("Messages", "Border or caption added"),
        Relation.OVERLAID: QT_TRANSLATE_NOOP("Messages", "Watermark or logo"),
        Relation.RETOUCHED: QT_TRANSLATE_NOOP("Messages", "Area changed"),
        Relation.RESCAN: QT_TRANSLATE_NOOP("Messages", "Another scan"),
        Relation.MIRRORED: QT_TRANSLATE_NOOP("Messages", "Mirrored"),
        Relation.ROTATED: QT_TRANSLATE_NOOP("Messages", "Rotated"),
        Relation.GREYSCALE: QT_TRANSLATE_NOOP("Messages", "Black and white"),
        Relation.TONE: QT_TRANSLATE_NOOP("Messages", "Colour corrected"),
        Relation.RESIZED: QT_TRANSLATE_NOOP("Messages", "Resized"),
        Relation.RE_ENCODED: QT_TRANSLATE_NOOP("Messages", "Recompressed"),
        Relation.LOOK: QT_TRANSLATE_NOOP("Messages", "Needs a person"),
    }
)
"""Relation -> its name, marked for translation."""
