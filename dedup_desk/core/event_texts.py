"""What an event says beside the files it names, as text to be searched; and what kind of act it is.

A person asks for "the notes" or "what a rule decided": what a kind of event is called in the ledger
is not what it is asked for by.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final

from dedup_desk.core.canonical_json import Json, JsonObject
from dedup_desk.core.decisions import DecidedBy
from dedup_desk.core.ledger import Event, EventKind


class EventGroup(StrEnum):
    """Kinds of events that a person asks for together."""

    DECISIONS = "decisions"
    RULES = "rules"
    NOTES = "notes"
    JOINS = "joins"
    ALIGNMENTS = "alignments"
    BOOKMARKS = "bookmarks"
    MOVES = "moves"
    READING = "reading"
    PROJECT = "project"
    OTHER = "other"


GROUPS: Final = tuple(EventGroup)

_GROUPS: Final[Mapping[str, EventGroup]] = {
    **dict.fromkeys(("decision", "approval", "hold", "override"), EventGroup.DECISIONS),
    "join": EventGroup.JOINS,
    "alignment": EventGroup.ALIGNMENTS,
    "bookmark": EventGroup.BOOKMARKS,
    **dict.fromkeys(("batch", "op", "restore", "purge"), EventGroup.MOVES),
    **dict.fromkeys(("index", "audit", "reference"), EventGroup.READING),
    **dict.fromkeys(("project", "run", "root", "setting", "personal"), EventGroup.PROJECT),
}
"""First word of a kind -> its group; so a newer program's kind finds its group as well."""

NOTE_LABEL: Final = "note"
"""What a step is called that only put a person's words to what was said before."""

_TOLD: Final = ("rule", "variant_kind", "cluster", "groups", "batch", "reason", "key")
"""Facts of an event that a person may look for: names and words, neither digests nor counts."""


def group_of(event: Event) -> EventGroup:
    """Return what kind of act an event is."""
    if event.body.get("label") == NOTE_LABEL and event.kind in (
        EventKind.DECISION_MADE, EventKind.JOIN_SET
    ):  # fmt: skip
        return EventGroup.NOTES
    if event.body.get("decided_by") == DecidedBy.RULE:
        return EventGroup.RULES
    return _GROUPS.get(event.kind.split(".")[0], EventGroup.OTHER)


def note_of(event: Event) -> str:
    """Return a person's words, or "" where there are none, or were erased."""
    piece: JsonObject = event.personal("note") or {}
    text = piece.get("text")
    return text if isinstance(text, str) else ""


def text_of(event: Event) -> str:
    """Return what of an event can be searched beside the files it names."""
    return " ".join(one for one in _texts(event) if one)


def _texts(event: Event) -> Iterator[str]:
    yield note_of(event)
    for key in _TOLD:
        yield from _strings(event.body.get(key))
    if event.kind == EventKind.ROOT_SET:
        yield from _strings(event.body.get("label"))


def _strings(value: Json) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
