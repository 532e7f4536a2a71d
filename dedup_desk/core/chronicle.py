"""The ledger laid out for looking: who, what and when as arrays, names as text to search.

A ledger of 100,000 events is laid out once, off the thread that paints; a filter is then a matter
of a few milliseconds. What is counted beside a filter is everything the other filters let through.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.display import display_text
from dedup_desk.core.event_texts import GROUPS, EventGroup, group_of, text_of
from dedup_desk.core.folding import folded
from dedup_desk.core.ledger import Event
from dedup_desk.core.records import FilePlace
from dedup_desk.core.whereabouts import FileStory, announcements, places_of, stories

Mask = NDArray[np.bool_]
Codes = NDArray[np.uint32]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time, in seconds since 1970 (UTC): `since_s` belongs to it, `until_s` not."""

    since_s: float
    until_s: float = float("inf")


@dataclass(frozen=True, slots=True)
class HistoryQuery:
    """What of a ledger is wanted; what is empty leaves nothing out.

    Attributes:
        text: words that the path of a file must hold, as it was then; or that the event says, in
            a note or by the name of a rule, a group or a batch.
        person: declared name; None stands for everybody, "" for names that were erased.
        group: kind of events.
        period: when.
    """

    text: str = ""
    person: str | None = None
    group: EventGroup | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Chronicle:
    """A ledger, ready to be looked through; made on any thread.

    Attributes:
        events: the oldest first.
        announced: operation -> the event that announced it and names its file.
        files: every file that is named, by place, and where it is now.
        names: of each file, root and path as they are shown, folded.
        number: place of a file -> its place in `files`.
        links: (n, 2) int64: place of an event, place of a file it is about.
        texts: what each event says beside that, folded; "" for most.
        people: declared names, "" for erased ones; `person` (n,) gives each event's place in it.
        group: (n,) place in `GROUPS`.
        at_s: (n,) float64: seconds since 1970, 0 where the time does not read.
    """

    events: tuple[Event, ...] = ()
    announced: Mapping[str, Event] = field(default_factory=dict)
    files: tuple[FileStory, ...] = ()
    names: tuple[str, ...] = ()
    number: Mapping[FilePlace, int] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    links: NDArray[np.int64] = field(default_factory=lambda: np.zeros((0, 2), np.int64))
    people: tuple[str, ...] = ()
    person: Codes = field(default_factory=lambda: np.zeros(0, np.uint32))
    group: Codes = field(default_factory=lambda: np.zeros(0, np.uint32))
    at_s: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))

    @classmethod
    def of(cls, events: Iterable[Event]) -> Chronicle:
        """Lay events out, the oldest first."""
        known = tuple(events)
        announced, files = announcements(known), stories(known)
        number = {one.place: at for at, one in enumerate(files)}
        links = [
            (at, number[place])
            for at, event in enumerate(known)
            for place in places_of(_subject(announced, event))
        ]
        persons = [_person(one) for one in known]
        people = tuple(sorted(set(persons)))
        return cls(
            known,
            announced,
            files,
            tuple(folded(name_of(one.place)) for one in files),
            number,
            tuple(folded(text_of(one)) for one in known),
            np.array(links, np.int64).reshape(-1, 2),
            people,
            _coded(persons, people),
            _coded([group_of(one) for one in known], GROUPS),
            np.array([_seconds(one.at_utc) for one in known], np.float64),
        )

    def subject(self, event: Event) -> Event:
        """Return the event that names what `event` is about: often itself."""
        return _subject(self.announced, event)

    def about(self, place: FilePlace) -> tuple[Event, ...]:
        """Return every event that names the file at a place, the oldest first."""
        at = self.number.get(place, -1)
        return tuple(self.events[one] for one in self.links[self.links[:, 1] == at, 0].tolist())

    def story(self, place: FilePlace) -> FileStory | None:
        """Return where the file of a place is; None where the ledger does not name it."""
        at = self.number.get(place)
        return None if at is None else self.files[at]


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """What answers a query.

    Attributes:
        events: places of events, the newest first.
        files: places of the files whose path holds the words; none where no words are given.
        by_person, by_group, by_period: how many events each value would show, with the other parts
            of the query as they are.
    """

    events: NDArray[np.int64]
    files: tuple[int, ...] = ()
    by_person: Mapping[str, int] = field(default_factory=dict)
    by_group: Mapping[EventGroup, int] = field(default_factory=dict)
    by_period: Mapping[Period, int] = field(default_factory=dict)


def choose(chronicle: Chronicle, query: HistoryQuery, periods: Iterable[Period] = ()) -> Chosen:
    """Return what answers a query.

    Args:
        chronicle: the ledger.
        query: what is wanted.
        periods: stretches of time that are to be counted.
    """
    words = folded(query.text).split()
    files = _files_named(chronicle, words)
    masks = _masks(chronicle, query)
    if words:
        masks["text"] = _about(chronicle, files) | _saying(chronicle, words)
    shown = _all_but("", masks, len(chronicle.events))
    timely = _all_but("period", masks, len(chronicle.events))
    return Chosen(
        np.flatnonzero(shown)[::-1],
        tuple(files.tolist()),
        _counts(chronicle.people, chronicle.person[_all_but("person", masks, len(shown))]),
        _counts(GROUPS, chronicle.group[_all_but("group", masks, len(shown))]),
        {one: int((_within(chronicle.at_s, one) & timely).sum()) for one in periods},
    )


def name_of(place: FilePlace) -> str:
    """Return root and path of a place for eyes; the root first, as it is searched too."""
    return f"{display_text(place.root.encode('utf-8', 'replace'))}/{place.shown()}"


def _files_named(chronicle: Chronicle, words: Sequence[str]) -> NDArray[np.int64]:
    if not words:
        return np.zeros(0, np.int64)
    found = [at for at, name in enumerate(chronicle.names) if all(word in name for word in words)]
    return np.array(found, np.int64)


def _masks(chronicle: Chronicle, query: HistoryQuery) -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    if query.person is not None:
        masks["person"] = _equal(chronicle.person, chronicle.people, query.person)
    if query.group is not None:
        masks["group"] = _equal(chronicle.group, GROUPS, query.group)
    if query.period is not None:
        masks["period"] = _within(chronicle.at_s, query.period)
    return masks


def _about(chronicle: Chronicle, files: NDArray[np.int64]) -> Mask:
    wanted = np.zeros(len(chronicle.files), np.bool_)
    wanted[files] = True
    mask = np.zeros(len(chronicle.events), np.bool_)
    mask[chronicle.links[wanted[chronicle.links[:, 1]], 0]] = True
    return mask


def _saying(chronicle: Chronicle, words: Sequence[str]) -> Mask:
    """Return the events that say one of the words themselves, and the others by a file at most."""
    says = np.zeros(len(chronicle.events), np.bool_)
    whole = np.ones(len(chronicle.events), np.bool_)
    for word in words:
        own = np.fromiter((word in one for one in chronicle.texts), np.bool_, len(says))
        says |= own
        whole &= own | _about(chronicle, _files_named(chronicle, [word]))
    return says & whole


def _equal(codes: Codes, values: Sequence[Value], wanted: Value) -> Mask:
    at = values.index(wanted) if wanted in values else len(values)
    equal: Mask = codes == at
    return equal


def _within(at_s: NDArray[np.float64], period: Period) -> Mask:
    within: Mask = (at_s >= period.since_s) & (at_s < period.until_s)
    return within


def _all_but(name: str, masks: Mapping[str, Mask], count: int) -> Mask:
    found = np.ones(count, np.bool_)
    for other, mask in masks.items():
        if other != name:
            found &= mask
    return found


def _counts(values: Sequence[Value], codes: Codes) -> dict[Value, int]:
    counts = np.bincount(codes, minlength=len(values)).tolist()
    return {value: count for value, count in zip(values, counts, strict=True) if count}


def _coded(values: Sequence[Value], among: Sequence[Value]) -> Codes:
    code = {value: at for at, value in enumerate(among)}
    return np.array([code[one] for one in values], np.uint32)


def _subject(announced: Mapping[str, Event], event: Event) -> Event:
    return announced.get(str(event.body.get("operation")), event)


def _person(event: Event) -> str:
    person = event.person()
    return "" if person is None else person.name


def _seconds(at_utc: str) -> float:
    try:
        return datetime.fromisoformat(at_utc).timestamp()
    except ValueError:  # a clock of a newer program
        return 0.0
