"""A decision as the ledger keeps it: digests and choices chained, places and notes beside.

Every decision carries the step it belongs to (one key press, one undo), and a step that takes
another back says so in `undoes`: from that alone the undo stack is built again after a restart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedup_desk.core.canonical_json import (
    Json,
    JsonObject,
    bytes_text,
    text_bytes,
    text_in,
    text_or_none,
)
from dedup_desk.core.decisions import DecidedBy, Decision, Verdict
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest, FilePlace, SeenFile

_LEADS_OUT = re.compile(rb"(?:\A|/)\.{0,2}(?:/|\Z)|\0")
"""An empty part, ".", ".." or a NUL: no path below a root has one."""

DECISION_KINDS = (EventKind.DECISION_MADE, EventKind.DECISION_REVOKED)


@dataclass(frozen=True, slots=True)
class StepMark:
    """What decisions that were made by one key press share.

    Attributes:
        step: identity of the step.
        undoes: the step that this one takes back (or brings back), or None.
        label: what the step is called in a menu; the caller's word, not worded here.
    """

    step: str
    undoes: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class DecisionEvent:
    """One decision out of the ledger, with the step it belongs to."""

    event: Event
    decision: Decision
    mark: StepMark


def decision_drafts(decisions: Iterable[Decision], mark: StepMark) -> tuple[EventDraft, ...]:
    """Return the events of one step; all go into one transaction."""
    return tuple(_draft(decision, mark) for decision in decisions)


def read_decision(event: Event) -> DecisionEvent | None:
    """Return the decision of an event; None where it is another kind or its place was erased.

    Raises:
        ValueError: the event says decision but does not read as one.
    """
    if event.kind not in DECISION_KINDS:
        return None
    place = event.personal("subject")
    if place is None:
        return None
    body = event.body
    note = event.personal("note")
    decision = Decision(
        subject=_seen(place, text_in(body, "subject")),
        verdict=_verdict(text_or_none(body, "verdict")),
        canonical=_canonical(event),
        relation=_relation(text_or_none(body, "relation")),
        cluster=text_or_none(body, "cluster"),
        variant_kind=text_or_none(body, "variant_kind"),
        note=None if note is None else text_in(note, "text"),
        decided_by=DecidedBy(text_in(body, "decided_by")),
        rule=text_or_none(body, "rule"),
    )
    mark = StepMark(text_in(body, "step"), text_or_none(body, "undoes"), text_in(body, "label"))
    return DecisionEvent(event, decision, mark)


def place_json(place: FilePlace) -> JsonObject:
    """Return a place as an erasable piece: root label, path bytes as base64."""
    return {"root": place.root, "path": bytes_text(place.path)}


def read_place(value: JsonObject) -> FilePlace:
    """Read what `place_json` wrote.

    Raises:
        ValueError: it is no place, or one that could lead out of its root: a project that somebody
            sent must not name files elsewhere.
    """
    path = text_bytes(value.get("path"))
    if _LEADS_OUT.search(path):
        raise ValueError("a place is a path below its root")
    return FilePlace(text_in(value, "root"), path)


def _draft(decision: Decision, mark: StepMark) -> EventDraft:
    kind = EventKind.DECISION_REVOKED if decision.verdict is None else EventKind.DECISION_MADE
    canonical = decision.canonical
    body: dict[str, Json] = {
        "subject": decision.subject.digest.hex(),
        "verdict": decision.verdict,
        "canonical": None if canonical is None else canonical.digest.hex(),
        "relation": decision.relation,
        "cluster": decision.cluster,
        "variant_kind": decision.variant_kind,
        "decided_by": decision.decided_by,
        "rule": decision.rule,
        "step": mark.step,
        "undoes": mark.undoes,
        "label": mark.label,
    }
    return EventDraft(kind, body, _personal(decision))


def _personal(decision: Decision) -> Mapping[str, JsonObject]:
    pieces = {"subject": place_json(decision.subject.place)}
    if decision.canonical is not None:
        pieces["canonical"] = place_json(decision.canonical.place)
    if decision.note is not None:
        pieces["note"] = {"text": decision.note}
    return pieces


def _canonical(event: Event) -> SeenFile | None:
    place, digest = event.personal("canonical"), text_or_none(event.body, "canonical")
    return None if place is None or digest is None else _seen(place, digest)


def _seen(place: JsonObject, digest: str) -> SeenFile:
    return SeenFile(read_place(place), Digest(bytes.fromhex(digest)))


def _verdict(word: str | None) -> Verdict | None:
    return None if word is None else Verdict(word)


def _relation(word: str | None) -> Relation | None:
    return None if word is None else Relation(word)
