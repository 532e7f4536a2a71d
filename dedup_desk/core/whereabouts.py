"""Where a file is now, as the ledger tells it: asked with the path it once had.

The ledger knows what this program did. A file that somebody else moved or renamed stands at its
place here; only reading its folder again tells more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from dedup_desk.core.canonical_json import JsonObject, text_bytes
from dedup_desk.core.decision_events import read_place
from dedup_desk.core.ledger import Event, EventKind
from dedup_desk.core.named_files import all_named_files
from dedup_desk.core.records import FilePlace

SUBJECTS = ("subject", "item", "canonical")
"""Personal pieces that name a file of the collection."""

_INTENTS = (EventKind.OPERATION_INTENT, EventKind.RESTORE_INTENT)
_DONE = (EventKind.OPERATION_DONE, EventKind.RESTORE_DONE)
_ENDS = (*_DONE, EventKind.OPERATION_ABORTED, EventKind.RESTORE_ABORTED)


class Whereabouts(StrEnum):
    """Where a file is."""

    NEVER_MOVED = "never-moved"
    ON_ITS_WAY = "on-its-way"
    SET_ASIDE = "set-aside"
    PUT_BACK = "put-back"


@dataclass(frozen=True, slots=True)
class FileStory:
    """One file that the ledger names, and where it is now.

    Attributes:
        place: where it was when the ledger named it.
        now: where it is.
        event: what says so; of a file that never moved, the last event that names it.
        kept: the copy that was kept in its stead; None where it is at its place.
        quarantine: absolute path bytes of the file in quarantine; empty where it is not there, or
            where that was erased.
    """

    place: FilePlace
    now: Whereabouts
    event: Event
    kept: FilePlace | None = None
    quarantine: bytes = b""


def places_of(event: Event) -> Iterator[FilePlace]:
    """Yield the files of the collection that an event names and that were not erased."""
    for key in SUBJECTS:
        place = named_place(event.personal(key))
        if place is not None:
            yield place
    yield from all_named_files(event)


def named_place(piece: JsonObject | None) -> FilePlace | None:
    """Return the place a piece names; None where it was erased or is written in a newer way."""
    try:
        return None if piece is None else read_place(piece)
    except ValueError:
        return None


def announcements(events: Iterable[Event]) -> dict[str, Event]:
    """Return operation -> the event that announced it and names its file."""
    return {str(one.body.get("operation")): one for one in events if one.kind in _INTENTS}


def stories(events: Iterable[Event]) -> tuple[FileStory, ...]:
    """Return every file that the ledger names, by place, and where it is now.

    Args:
        events: all of one ledger, the oldest first.
    """
    known = tuple(events)
    moves = _Moves.of(known)
    last = {place: event for event in known for place in places_of(event)}
    return tuple(moves.story(place, last[place]) for place in sorted(last))


@dataclass(slots=True)
class _Moves:
    """The operations of a ledger: which were announced, how each ended, what was turned round."""

    of_place: dict[FilePlace, list[Event]] = field(default_factory=lambda: defaultdict(list))
    ends: dict[str, Event] = field(default_factory=dict)
    restored: dict[str, Event] = field(default_factory=dict)

    @classmethod
    def of(cls, events: Iterable[Event]) -> _Moves:
        moves = cls()
        for event in events:
            place = named_place(event.personal("item")) if event.kind in _INTENTS else None
            if place is not None:
                moves.of_place[place].append(event)
            if event.kind in _ENDS:
                moves.ends[str(event.body.get("operation"))] = event
            if event.kind == EventKind.RESTORE_DONE:
                moves.restored[str(event.body.get("restores"))] = event
        return moves

    def story(self, place: FilePlace, last: Event) -> FileStory:
        """Say where a file is; which copy of a project said it first makes no difference."""
        intents = self.of_place.get(place, [])
        for intent in intents:
            if _operation(intent) not in self.ends:
                return _away(FileStory(place, Whereabouts.ON_ITS_WAY, intent), intent)
        retired = [one for one in intents if self._is_retired(one)]
        for intent in reversed(retired):
            if _operation(intent) not in self.restored:
                done = self.ends[_operation(intent)]
                return _away(FileStory(place, Whereabouts.SET_ASIDE, done), intent)
        if retired:
            back = self.restored[_operation(retired[-1])]
            return FileStory(place, Whereabouts.PUT_BACK, back)
        return FileStory(place, Whereabouts.NEVER_MOVED, last)

    def _is_retired(self, intent: Event) -> bool:
        is_done = self.ends[_operation(intent)].kind == EventKind.OPERATION_DONE
        return is_done and intent.kind == EventKind.OPERATION_INTENT


def _operation(intent: Event) -> str:
    return str(intent.body.get("operation"))


def _away(story: FileStory, intent: Event) -> FileStory:
    piece = intent.personal("quarantine") or {}
    try:
        held = text_bytes(piece.get("path")).rstrip(b"/") + b"/" + text_bytes(piece["safe_path"])
    except (ValueError, KeyError):  # erased, or a newer program writes it differently
        held = b""
    kept = named_place(intent.personal("canonical"))
    return FileStory(story.place, story.now, story.event, kept, held)
