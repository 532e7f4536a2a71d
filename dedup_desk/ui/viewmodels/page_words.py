"""Sentences about pages after the first: what was found of them, or why they are not aligned."""

from __future__ import annotations

from dedup_desk.core.compare import Side
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.picture_words import aligned_words
from dedup_desk.core.two_pages import FIRST, pages_statement
from dedup_desk.ui.viewmodels.sight import PairShown


def aligned_pages(pair: PairShown) -> Message:
    """Return how well two pages are laid on each other, and which pages that is about."""
    words = aligned_words(pair.link)
    if pair.pages != FIRST:
        return message(_MEASURED_NOW, alignment=words, **_named(pair))
    has_more = any(pair.record(side).picture.page_count > 1 for side in Side)
    return message(_FIRST_PAGES, alignment=words) if has_more else words


def pages_apart(pair: PairShown) -> Message:
    """Return why two pages after the first are not aligned."""
    words = _BEING_COMPARED if pair.is_awaited else _NOTHING_IN_COMMON
    if pair.trouble is not None:
        words = _NOT_COMPARED
    elif pair.measured is not None and pair.measured.is_blank:
        words = _TOO_LITTLE
    return message(words, **_named(pair))


def pages_words(pair: PairShown) -> Message:
    """Return what the page of D is of the page of A, as it was measured now."""
    two, pages = pair.measured, _named(pair)
    if two is not None and two.pair is not None:
        letters = (Side.LEFT.value, Side.RIGHT.value)
        return message(_PAGES, **pages, statement=pages_statement(two, two.pair, letters))
    if pair.is_awaited:
        return pages_apart(pair)
    apart = message(_ENDED, statement=pages_apart(pair))
    if pair.trouble is not None:
        return message(_BECAUSE, statement=apart, reason=pair.trouble)
    return apart


def _named(pair: PairShown) -> dict[str, int]:
    return {"a": pair.page(Side.LEFT) + 1, "d": pair.page(Side.RIGHT) + 1}


_MEASURED_NOW = QT_TRANSLATE_NOOP("Messages", "{alignment}, measured now: page {a} and page {d}")
_FIRST_PAGES = QT_TRANSLATE_NOOP("Messages", "{alignment}, page 1 of each")
_BEING_COMPARED = QT_TRANSLATE_NOOP("Messages", "Page {a} and page {d} are being compared…")
_NOTHING_IN_COMMON = QT_TRANSLATE_NOOP(
    "Messages", "Not aligned: nothing in common was found on page {a} and page {d}"
)
_TOO_LITTLE = QT_TRANSLATE_NOOP(
    "Messages", "Not aligned: too little is on page {a} or page {d} to compare them"
)
_NOT_COMPARED = QT_TRANSLATE_NOOP(
    "Messages", "Not aligned: page {a} and page {d} could not be compared"
)
_PAGES = QT_TRANSLATE_NOOP("Messages", "Page {a} and page {d}: {statement}")
_BECAUSE = QT_TRANSLATE_NOOP("Messages", "{statement} {reason}")
_ENDED = QT_TRANSLATE_NOOP("Messages", "{statement}.")
