"""Groups that a person joined: these two show the same picture, whatever was measured.

A join binds to two contents, as "not a duplicate" does, and is kept in the ledger as an event of
its own: the newest one about the same two holds. One who later calls the two no duplicates ends it,
for as long as that answer stands. A joined group is made of the groups that were found, laid side
by side: none of them changes inside, and nothing is measured by being joined.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dedup_desk.core.canonical_json import JsonObject, text_in, text_or_none
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.ledger_check import in_order
from dedup_desk.core.records import Digest


@dataclass(frozen=True, slots=True)
class Join:
    """Two contents that show the same picture.

    Attributes:
        about: the two.
        is_set: False takes back that they do.
    """

    about: ContentPair
    is_set: bool = True


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
    """One join out of the ledger, with the step it belongs to."""

    event: Event
    said: Join
    mark: StepMark
    cluster: str | None


def join_draft(said: Join, mark: StepMark, cluster: str | None = None) -> EventDraft:
    """Return the event that keeps a join; it holds nothing personal."""
    body: JsonObject = {
        "low": said.about.low.hex(),
        "high": said.about.high.hex(),
        "set": said.is_set,
        "step": mark.step,
        "undoes": mark.undoes,
        "label": mark.label,
        "cluster": cluster,
    }
    return EventDraft(EventKind.JOIN_SET, body)


def read_join(event: Event) -> JoinEvent | None:
    """Return the join of an event; None where it is another kind.

    Raises:
        ValueError: the event says join but does not read as one.
    """
    if event.kind != EventKind.JOIN_SET:
        return None
    body = event.body
    mark = StepMark(text_in(body, "step"), text_or_none(body, "undoes"), text_in(body, "label"))
    return JoinEvent(event, _read(body), mark, text_or_none(body, "cluster"))


def join_of(draft: EventDraft) -> Join | None:
    """Return the join of an event that is not written yet; None where it is another kind."""
    return _read(draft.body) if draft.kind is EventKind.JOIN_SET else None


def present_joins(events: Iterable[Event]) -> frozenset[ContentPair]:
    """Return what is joined now, whatever was called not duplicates since."""
    present: set[ContentPair] = set()
    for event in in_order(events):
        made = read_join(event)
        if made is not None:
            keep_join(present, made.said)
    return frozenset(present)


def keep_join(present: set[ContentPair], said: Join) -> None:
    """Let what was said hold."""
    (present.add if said.is_set else present.discard)(said.about)


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


def _read(body: JsonObject) -> Join:
    low, high = (Digest(bytes.fromhex(text_in(body, name))) for name in ("low", "high"))
    return Join(ContentPair.of(low, high), body.get("set") is True)
