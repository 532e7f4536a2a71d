"""Places in the queue that a person wants to find again.

A bookmark binds to contents, as decisions do: to the centre of a group, or to the two sides of a
pair, wherever the files lie and whatever numbers an index gives them. It is kept in the ledger as
an event of its own; the newest one about the same contents holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dedup_desk.core.canonical_json import JsonObject, text_in
from dedup_desk.core.decision_events import place_json
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.ledger_check import in_order
from dedup_desk.core.records import Digest, FilePlace


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A mark that is set or taken away.

    Attributes:
        about: the two sides of a pair; of a group, its centre twice.
        is_set: False takes it away.
    """

    about: ContentPair
    is_set: bool = True


def bookmark_draft(
    said: Bookmark, cluster: str | None = None, place: FilePlace | None = None
) -> EventDraft:
    """Return the event that keeps a bookmark.

    Args:
        said: what holds from now on.
        cluster: the row that is marked.
        place: where its first image lies, for whoever reads the history later.
    """
    body: JsonObject = {
        "low": said.about.low.hex(),
        "high": said.about.high.hex(),
        "set": said.is_set,
        "cluster": cluster,
    }
    pieces = {} if place is None else {"subject": place_json(place)}
    return EventDraft(EventKind.BOOKMARK_SET, body, pieces)


def bookmark_of(draft: EventDraft) -> Bookmark | None:
    """Return the bookmark of an event that is not written yet; None where it is another kind."""
    return _read(draft.body) if draft.kind is EventKind.BOOKMARK_SET else None


def present_bookmarks(events: Iterable[Event]) -> frozenset[ContentPair]:
    """Return what is marked now.

    Raises:
        ValueError: an event says bookmark but does not read as one.
    """
    present: set[ContentPair] = set()
    for event in in_order(events):
        if event.kind == EventKind.BOOKMARK_SET:
            said = _read(event.body)
            (present.add if said.is_set else present.discard)(said.about)
    return frozenset(present)


def _read(body: JsonObject) -> Bookmark:
    low, high = (Digest(bytes.fromhex(text_in(body, name))) for name in ("low", "high"))
    return Bookmark(ContentPair.of(low, high), body.get("set") is True)
