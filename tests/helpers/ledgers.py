"""Ledgers out of nothing: a scribe writes one chain, with a clock and identities that repeat."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from dedup_desk.core.canonical_json import Json, JsonObject
from dedup_desk.core.decision_events import StepMark, decision_drafts
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.ledger import Actor, Event, EventDraft, EventKind, Head, Personal
from dedup_desk.core.ledger_check import frontier
from dedup_desk.core.records import Digest, FilePlace, SeenFile

ANN = Actor("Ann Archivist", "ann", "desk-1")
BEN = Actor("Ben Librarian", "ben", "desk-2")


class Scribe:
    """Writes one chain, as one run of the program does."""

    def __init__(
        self, chain: str, seen: Iterable[Event] = (), *, actor: Actor = ANN, minute: int = 0
    ) -> None:
        self.events: list[Event] = []
        self._chain, self._actor, self._minute = chain, actor, minute
        heads = {name: head.as_json() for name, head in frontier(seen).items()}
        self.write(EventDraft(EventKind.RUN_STARTED, {"heads": heads}))

    def write(self, *drafts: EventDraft) -> list[Event]:
        """Write events behind the last one."""
        new = []
        for draft in drafts:
            new.append(self._sealed(draft))
            self.events.append(new[-1])
        return new

    def note(self, body: Mapping[str, Json], personal: Mapping[str, JsonObject] = {}) -> Event:
        """Write one event of an ordinary kind."""
        return self.write(EventDraft(EventKind.AUDIT_RUN, body, personal))[0]

    def decide(
        self, *decisions: Decision, step: str | None = None, undoes: str | None = None
    ) -> str:
        """Write one step; return its name."""
        name = step or f"{self._chain}-step-{len(self.events)}"
        self.write(*decision_drafts(decisions, StepMark(name, undoes)))
        return name

    def _sealed(self, draft: EventDraft) -> Event:
        at = len(self.events) + 1
        pieces = {key: Personal(self._salt(at, key), text) for key, text in draft.personal.items()}
        person = Personal(self._salt(0, "person"), self._actor.as_json())
        beside = {piece.commitment(): piece for piece in (*pieces.values(), person)}
        return Event(
            uuid=hashlib.sha256(f"{self._chain} {at}".encode()).hexdigest()[:32],
            chain=self._chain,
            seq=at,
            at_utc=f"2026-11-21T08:{self._minute:02d}:{at:02d}.000000Z",
            clock="test",
            actor=person.commitment(),
            credential="self-declared",
            app_version="test",
            kind=draft.kind,
            body=draft.body,
            commitments={key: piece.commitment() for key, piece in pieces.items()},
            prev_hash=self.events[-1].hash if self.events else None,
            pieces=beside,
        ).sealed()

    def _salt(self, at: int, key: str) -> bytes:
        return hashlib.sha256(f"{self._chain} {at} {key}".encode()).digest()


def a_seen(path: bytes | str, content: str | None = None, root: str = "masters") -> SeenFile:
    """A file that was seen; its content is called after its path unless told otherwise."""
    raw = path.encode() if isinstance(path, str) else path
    named = content.encode() if content is not None else raw
    return SeenFile(FilePlace(root, raw), Digest(hashlib.sha256(named).digest()))


def retire(path: bytes | str, kept: bytes | str = "kept.jpg", **more: object) -> Decision:
    """Retire one file in favour of another."""
    return Decision(a_seen(path), Verdict.RETIRE, a_seen(kept), **more)


def keep(path: bytes | str) -> Decision:
    """Keep one file as the canonical."""
    return Decision(a_seen(path), Verdict.CANONICAL)


def apart(path: bytes | str, other: bytes | str = "kept.jpg") -> Decision:
    """Say that two files are no duplicates."""
    return Decision(a_seen(path), Verdict.NOT_DUPLICATE, a_seen(other))


def take_back(path: bytes | str) -> Decision:
    """Nothing is decided about a file any more."""
    return Decision(a_seen(path), None)


def heads_of(events: Iterable[Event]) -> dict[str, Head]:
    """What a checkpoint of these events says."""
    from dedup_desk.core.ledger_check import chain_heads

    return chain_heads(events)
