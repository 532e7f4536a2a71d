"""What the decision history can be narrowed to, in words: by whom, what kind, and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication

from dedup_desk.core.chronicle import Chosen, Chronicle, Period
from dedup_desk.core.display import display_text
from dedup_desk.core.event_texts import GROUPS, EventGroup
from dedup_desk.ui.text import QT_TRANSLATE_NOOP
from dedup_desk.ui.viewmodels.event_words import ERASED

ALWAYS: Final = Period(float("-inf"))
"""All there is, to be counted with the others."""

_HOUR_S: Final = 3600.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a filter can have.

    Attributes:
        words: what it shows.
        value: part of the query; None leaves nothing out.
        events: how many events it would show.
    """

    words: str
    value: str | EventGroup | Period | None
    events: int


def periods_of(chronicle: Chronicle, now_s: float) -> dict[str, Period]:
    """Return name -> stretch of time: the last days, then the years that have events.

    Args:
        chronicle: the ledger.
        now_s: seconds since 1970.
    """
    last = {name: Period(now_s - hours * _HOUR_S) for name, (_, hours) in LAST_WORDS.items()}
    at_s = chronicle.at_s[chronicle.at_s > 0]
    if not len(at_s):
        return last
    first, newest = (datetime.fromtimestamp(one).year for one in (at_s.min(), at_s.max()))  # noqa: DTZ006 - a person's own years
    return last | {str(year): _year(year) for year in range(newest, first - 1, -1)}


def people(chosen: Chosen, wanted: str | None) -> tuple[Choice, ...]:
    """Return everybody who did anything that is shown, and the one in force."""
    names = sorted({*chosen.by_person, *(() if wanted is None else (wanted,))})
    return (
        Choice(_word(_EVERYBODY), None, sum(chosen.by_person.values())),
        *(Choice(_person(one), one, chosen.by_person.get(one, 0)) for one in names),
    )


def groups(chosen: Chosen, wanted: EventGroup | None) -> tuple[Choice, ...]:
    """Return every kind of event that there is, and the one in force."""
    return (
        Choice(_word(_EVERYTHING), None, sum(chosen.by_group.values())),
        *(
            Choice(_word(GROUP_WORDS[one]), one, chosen.by_group.get(one, 0))
            for one in GROUPS
            if one in chosen.by_group or one is wanted
        ),
    )


def periods(
    chosen: Chosen, known: Mapping[str, Period], wanted: Period | None
) -> tuple[Choice, ...]:
    """Return every stretch of time that has events, and the one in force."""
    return (
        Choice(_word(_ALWAYS), None, chosen.by_period.get(ALWAYS, 0)),
        *_periods(chosen, known.items(), wanted),
    )


def _periods(
    chosen: Chosen, known: Iterable[tuple[str, Period]], wanted: Period | None
) -> Iterator[Choice]:
    for name, period in known:
        events = chosen.by_period.get(period, 0)
        if events or period == wanted:
            words = _word(LAST_WORDS[name][0]) if name in LAST_WORDS else name
            yield Choice(words, period, events)


def _year(year: int) -> Period:
    since, until = (datetime(one, 1, 1).timestamp() for one in (year, year + 1))  # noqa: DTZ001 - a person's own years
    return Period(since, until)


def _person(name: str) -> str:
    return display_text(name.encode("utf-8", "replace")) if name else _word(ERASED)


def _word(template: str) -> str:
    return QCoreApplication.translate("History", template)


LAST_WORDS: Final[Mapping[str, tuple[str, int]]] = {
    "day": (QT_TRANSLATE_NOOP("History", "Last 24 hours"), 24),
    "week": (QT_TRANSLATE_NOOP("History", "Last 7 days"), 7 * 24),
    "month": (QT_TRANSLATE_NOOP("History", "Last 30 days"), 30 * 24),
}
"""Name -> words, hours."""

GROUP_WORDS: Final[Mapping[EventGroup, str]] = {
    EventGroup.DECISIONS: QT_TRANSLATE_NOOP("History", "Decisions"),
    EventGroup.RULES: QT_TRANSLATE_NOOP("History", "Decided by a rule"),
    EventGroup.NOTES: QT_TRANSLATE_NOOP("History", "Notes"),
    EventGroup.JOINS: QT_TRANSLATE_NOOP("History", "Joined groups"),
    EventGroup.ALIGNMENTS: QT_TRANSLATE_NOOP("History", "Alignments by hand"),
    EventGroup.BOOKMARKS: QT_TRANSLATE_NOOP("History", "Bookmarks"),
    EventGroup.MOVES: QT_TRANSLATE_NOOP("History", "Set aside and put back"),
    EventGroup.READING: QT_TRANSLATE_NOOP("History", "Reading and audit"),
    EventGroup.PROJECT: QT_TRANSLATE_NOOP("History", "Project and settings"),
    EventGroup.OTHER: QT_TRANSLATE_NOOP("History", "Other events"),
}
_EVERYBODY = QT_TRANSLATE_NOOP("History", "Everybody")
_EVERYTHING = QT_TRANSLATE_NOOP("History", "Every kind of event")
_ALWAYS = QT_TRANSLATE_NOOP("History", "At any time")
