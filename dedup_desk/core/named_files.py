"""Files that an event names beside the contents it is about, each one erasable by itself.

What binds to two contents holds wherever their files lie; where they lay is kept for whoever reads
the history later, when they may lie elsewhere or nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dedup_desk.core.canonical_json import JsonObject
from dedup_desk.core.decision_events import place_json, read_place
from dedup_desk.core.ledger import Event
from dedup_desk.core.records import FilePlace

MOST_NAMED = 100
"""Files of one side that are named; how many there were is said beside them."""

SIDES = ("low", "high", "left", "right")
"""What the two contents of an event are called in its body."""


def file_pieces(side: str, places: Iterable[FilePlace]) -> dict[str, JsonObject]:
    """Return the files of one side as erasable pieces, the first `MOST_NAMED` of them."""
    named = islice(places, MOST_NAMED)
    return {f"{side}.{at:02}": place_json(place) for at, place in enumerate(named)}


def named_files(event: Event, side: str) -> tuple[FilePlace, ...]:
    """Return the files of one side that were named and not erased, in the order of naming."""
    keys = (key for key in sorted(event.commitments) if key.startswith(f"{side}."))
    return tuple(place for key in keys if (place := _place(event.personal(key))) is not None)


def all_named_files(event: Event) -> Iterator[FilePlace]:
    """Yield the files of both sides."""
    if any("." in key for key in event.commitments):  # most events name none in this way
        for side in SIDES:
            yield from named_files(event, side)


def _place(piece: JsonObject | None) -> FilePlace | None:
    """Return a place; None where it was erased or is written in a newer way."""
    try:
        return None if piece is None else read_place(piece)
    except ValueError:
        return None
