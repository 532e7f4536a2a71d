"""Groups that a person joined: these two show the same picture, whatever was measured.

A join binds to two contents, as "not a duplicate" does, and is kept in the ledger as an event of
its own: the newest one about the same two holds. One who later calls the two no duplicates ends it,
for as long as that answer stands. A joined group is made of the groups that were found, laid side
by side: none of them changes inside, and nothing is measured by being joined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dedup_desk.core.canonical_json import Json, JsonObject, text_in, text_or_none
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.ledger_check import in_order
from dedup_desk.core.named_files import file_pieces, named_files
from dedup_desk.core.records import Digest, FilePlace


@dataclass(frozen=True, slots=True)
class Join:
    """Two contents that show the same picture.

    Attributes:
        about: the two.
        is_set: False takes back that they do.
        note: the person's words, for either; personal text, kept beside the chain.
    """

    about: ContentPair
    is_set: bool = True
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One of the two groups that a join is about, as it was then.

    Attributes:
        group: its name; "" for an image that was in no group.
        images: how many were in it.
        places: where they lay, as far as that was named and not erased; the content's own first.
    """

    group: str = ""
    images: int = 0
    places: tuple[FilePlace, ...] = ()


_UNTOLD = Part()


@dataclass(frozen=True, slots=True)
class Rejoined:
    """What one step changed of what is joined.

    Attributes:
        before, after: what held about the two contents, and what was said.
        cluster: the row on the table when it was said, or None where nobody knows.
    """

    before: Join
    after: Join
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class JoinEvent:
    """One join out of the ledger, with the step it belongs to.

    Attributes:
        low, high: the groups of the two contents; empty where an older program did not say.
    """

    event: Event
    said: Join
    mark: StepMark
    cluster: str | None
    low: Part = _UNTOLD
    high: Part = _UNTOLD


def join_draft(
    said: Join,
    mark: StepMark,
    cluster: str | None = None,
    parts: tuple[Part, Part] = (_UNTOLD, _UNTOLD),
) -> EventDraft:
    """Return the event that keeps a join: the contents in clear, files and words beside.

    Args:
        said: what holds from now on.
        mark: the step it belongs to.
        cluster: the row on the table.
        parts: the groups of the smaller and of the larger digest.
    """
    low, high = parts
    body: JsonObject = {
        "low": said.about.low.hex(),
        "high": said.about.high.hex(),
        "set": said.is_set,
        "step": mark.step,
        "undoes": mark.undoes,
        "label": mark.label,
        "cluster": cluster,
        "groups": [low.group, high.group],
        "images": [low.images, high.images],
    }
    pieces = file_pieces("low", low.places) | file_pieces("high", high.places)
    if said.note is not None:
        pieces["note"] = {"text": said.note}
    return EventDraft(EventKind.JOIN_SET, body, pieces)


def read_join(event: Event) -> JoinEvent | None:
    """Return the join of an event; None where it is another kind.

    Raises:
        ValueError: the event says join but does not read as one.
    """
    if event.kind != EventKind.JOIN_SET:
        return None
    body = event.body
    mark = StepMark(text_in(body, "step"), text_or_none(body, "undoes"), text_in(body, "label"))
    said = _read(body, event.personal("note"))
    low, high = (_part(event, at, side) for at, side in enumerate(("low", "high")))
    return JoinEvent(event, said, mark, text_or_none(body, "cluster"), low, high)


def join_of(draft: EventDraft) -> Join | None:
    """Return the join of an event that is not written yet; None where it is another kind."""
    if draft.kind is not EventKind.JOIN_SET:
        return None
    return _read(draft.body, draft.personal.get("note"))


def present_joins(events: Iterable[Event]) -> dict[ContentPair, Join]:
    """Return what is joined now, whatever was called not duplicates since."""
    present: dict[ContentPair, Join] = {}
    for event in in_order(events):
        made = read_join(event)
        if made is not None:
            keep_join(present, made.said)
    return present


def keep_join(present: dict[ContentPair, Join], said: Join) -> None:
    """Let what was said hold."""
    if said.is_set:
        present[said.about] = said
    else:
        present.pop(said.about, None)


def joined(present: Mapping[ContentPair, Join], about: ContentPair) -> Join:
    """Return what holds about two contents: that they are joined, or that they are not."""
    return present.get(about) or Join(about, is_set=False)


def set_apart_between(
    some: Collection[Digest], others: Collection[Digest], apart: Iterable[ContentPair]
) -> ContentPair | None:
    """Return two contents, one of each side, that a person called not duplicates; or None."""
    crossing = (
        pair
        for pair in sorted(apart)
        if (pair.low in some and pair.high in others) or (pair.low in others and pair.high in some)
    )
    return next(crossing, None)


def _read(body: JsonObject, note: JsonObject | None) -> Join:
    low, high = (Digest(bytes.fromhex(text_in(body, name))) for name in ("low", "high"))
    said = None if note is None else text_in(note, "text")
    return Join(ContentPair.of(low, high), body.get("set") is True, said)


def _part(event: Event, at: int, side: str) -> Part:
    group, images = (_at(event.body.get(key), at) for key in ("groups", "images"))
    return Part(
        group if isinstance(group, str) else "",
        images if isinstance(images, int) else 0,
        named_files(event, side),
    )


def _at(values: Json, at: int) -> Json:
    return values[at] if isinstance(values, list) and len(values) == 2 else None
