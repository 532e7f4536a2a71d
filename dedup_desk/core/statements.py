"""The one line under a pair: what one picture shows of the other, and what was done to it.

A statement has an opening (what is shown, or why a person decides), the parts of every relation
that applies, and one full stop: "D shows 63 % of A: 21 % cut at left, ...; warmer; JPEG quality
about 70." Every figure comes from the pair's own registration and evidence. The words are marked
for translation here and shown by the front ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Final

from dedup_desk.core.changes import changes, encoding, places
from dedup_desk.core.doubts import NOT_COMPARED, doubts
from dedup_desk.core.loss_words import cut_words, shown_part
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.overlap import loss
from dedup_desk.core.pairs import Matrix, Relation, VerifiedPair
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.scans import WHOLE_FROM
from dedup_desk.core.told import Told, extent_of

AS_LISTED: Final = ("A", "B")
"""What a list calls the two sides of a pair: as its columns are called."""

_SAME_BYTES = QT_TRANSLATE_NOOP("Messages", "Every byte is the same.")
_SAME_PIXELS = QT_TRANSLATE_NOOP("Messages", "Every pixel is the same; format or metadata differ.")
_EXACT = {Relation.SAME_BYTES: _SAME_BYTES, Relation.SAME_PIXELS: _SAME_PIXELS}

_FORM = QT_TRANSLATE_NOOP("Messages", "The form is the same; what is written differs")
_FORM_ONE = QT_TRANSLATE_NOOP(
    "Messages", "The form is the same; what is written differs in one place"
)
_FORM_MANY = QT_TRANSLATE_NOOP(
    "Messages", "The form is the same; what is written differs in {count} places"
)
_ALIKE = QT_TRANSLATE_NOOP("Messages", "Laid out alike, but not the same thing")
_ALIKE_ONE = QT_TRANSLATE_NOOP(
    "Messages", "Laid out alike, but not the same thing: one place differs"
)
_ALIKE_MANY = QT_TRANSLATE_NOOP(
    "Messages", "Laid out alike, but not the same thing: {count} places differ"
)
_WHOLE = QT_TRANSLATE_NOOP("Messages", "{b} shows the whole of {a}")
_COMPRESSED = QT_TRANSLATE_NOOP("Messages", "{b} is the same picture as {a}, compressed again")
_SAVED = QT_TRANSLATE_NOOP("Messages", "{b} is the same picture as {a}, saved again")
_OF_B = QT_TRANSLATE_NOOP("Messages", "{b}: {part}")
_DECIDES = QT_TRANSLATE_NOOP("Messages", "A person decides: {doubts}")
_AND = QT_TRANSLATE_NOOP("Messages", "{first}, and {second}")
_JOINED = QT_TRANSLATE_NOOP("Messages", "{first}; {second}")
_ENDED = QT_TRANSLATE_NOOP("Messages", "{statement}.")
_BY_HAND = QT_TRANSLATE_NOOP(
    "Messages",
    "{statement} What is shown follows the alignment by hand; the rest is as measured.",
)
_ONLY_BY_HAND = QT_TRANSLATE_NOOP(
    "Messages", "As aligned by hand, {shown}. Nothing was measured between the two."
)
_FIRST_PAGES = QT_TRANSLATE_NOOP("Messages", "{statement} Only page 1 of each was compared.")


def statement(
    pair: VerifiedPair, a: ImageRecord, b: ImageRecord, letters: tuple[str, str] = AS_LISTED
) -> Message:
    """Return one line: what side b is of side a, what it loses and what was done to it.

    Args:
        pair: the verified pair.
        a: the record of `pair.key.a`, the fuller picture.
        b: the record of `pair.key.b`.
        letters: what the reader knows the two sides by, that of `a` first.
    """
    if pair.relation in _EXACT:
        return message(_EXACT[pair.relation])
    if pair.registration is None:
        return message(NOT_COMPARED)
    told = Told(pair, pair.registration, a, b, *letters)
    said = message(_ENDED, statement=_joined(_JOINED, _parts(told)))
    pages = max(a.picture.page_count, b.picture.page_count)
    return message(_FIRST_PAGES, statement=said) if pages > 1 else said


def statement_by_hand(
    pair: VerifiedPair | None,
    a: ImageRecord,
    b: ImageRecord,
    matrix: Matrix,
    letters: tuple[str, str] = AS_LISTED,
) -> Message:
    """Return the line of two pictures that a person laid on each other.

    What is shown, and how it lies, is that person's word; everything else stays as measured.

    Args:
        pair: the verified pair; None, or without a registration, where nothing was measured.
        a: the fuller picture.
        b: the other one.
        matrix: a -> b, full upright pixels.
        letters: what the reader knows the two sides by, that of `a` first.
    """
    if pair is not None and pair.registration is not None:
        laid = replace(pair, registration=replace(pair.registration, matrix=matrix))
        return message(_BY_HAND, statement=statement(laid, a, b, letters))
    lost = loss(matrix, extent_of(a), extent_of(b))
    is_whole = lost.shown >= WHOLE_FROM
    shown = message(_WHOLE, a=letters[0], b=letters[1]) if is_whole else cut_words(lost, *letters)
    return message(_ONLY_BY_HAND, shown=shown)


def _parts(told: Told) -> list[Message]:
    if told.pair.relation is Relation.SAME_LAYOUT:
        return [_same_layout(told), *shown_part(told)]
    if told.pair.relation is Relation.LOOK:
        return [_decides(told), *_about_b(told)]
    shown, changed = list(shown_part(told)), changes(told)
    if not shown:
        shown = [told.message(_WHOLE) if changed else _same_picture(told)]
    return [*shown, *changed, *encoding(told)]


def _about_b(told: Told) -> list[Message]:
    """Name the side the parts are about once: the part of what is shown does so itself."""
    shown, rest = list(shown_part(told)), [*changes(told), *encoding(told)]
    if shown or not rest:
        return [*shown, *rest]
    return [told.message(_OF_B, part=rest[0]), *rest[1:]]


def _decides(told: Told) -> Message:
    return message(_DECIDES, doubts=_joined(_AND, doubts(told)))


def _same_picture(told: Told) -> Message:
    return told.message(_SAVED if told.b.picture.is_lossless else _COMPRESSED)


def _same_layout(told: Told) -> Message:
    """Two pages of one form, or two articles before one backdrop."""
    if "page" in told.pair.evidence.notes:
        return places(told, _FORM, _FORM_ONE, _FORM_MANY)
    return places(told, _ALIKE, _ALIKE_ONE, _ALIKE_MANY)


def _joined(template: str, parts: Sequence[Message]) -> Message:
    return reduce(lambda first, second: message(template, first=first, second=second), parts)
