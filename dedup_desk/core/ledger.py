"""The ledger: events that are only ever added, each chained to the one before it.

An event's hash covers the whole event (RFC 8785 text, a zero byte in front), and the next event of
its chain repeats that hash. One chain is one writing run; its first event names the heads of all
chains it saw, so two copies of a project that both go on branch instead of colliding, and merging
them is the union of their events. What a person could ask to be erased (paths, names, notes)
stands beside the chain, each piece behind a salted commitment: without text and salt the chain
still verifies.

What this proves: a later change of one event is seen by whoever holds a later hash. It does not
prove that the end is complete; only a checkpoint kept elsewhere does (`verify_chains(checkpoint)`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from dedup_desk.core.canonical_json import Json, JsonObject, canonical_json, text_in

_EVENT_DOMAIN = b"\x00"
_HEAD_DOMAIN = b"\x01"
_PERSONAL_DOMAIN = b"\x02"


class EventKind(StrEnum):
    """What can happen in a project; a newer program may know more kinds than this one."""

    PROJECT_CREATED = "project.created"
    PROJECT_MIGRATED = "project.migrated"
    PROJECT_MERGED = "project.merged"
    RUN_STARTED = "run.started"
    ROOT_SET = "root.set"
    SETTING_SET = "setting.set"
    INDEX_STARTED = "index.started"
    INDEX_FINISHED = "index.finished"
    AUDIT_RUN = "audit.run"
    DECISION_MADE = "decision.made"
    DECISION_REVOKED = "decision.revoked"
    ALIGNMENT_SET = "alignment.set"
    BOOKMARK_SET = "bookmark.set"
    JOIN_SET = "join.set"
    APPROVAL_GIVEN = "approval.given"
    APPROVAL_REFUSED = "approval.refused"
    HOLD_SET = "hold.set"
    HOLD_RELEASED = "hold.released"
    REFERENCE_SCAN = "reference.scan"
    REFERENCE_CHANGED = "reference.changed"
    REFERENCE_VERIFIED = "reference.verified"
    BATCH_FROZEN = "batch.frozen"
    BATCH_CLOSED = "batch.closed"
    OPERATION_INTENT = "op.intent"
    OPERATION_COPIED = "op.copied"
    OPERATION_DONE = "op.done"
    OPERATION_ABORTED = "op.aborted"
    OPERATION_RECOVERED = "op.recovered"
    RESTORE_INTENT = "restore.intent"
    RESTORE_DONE = "restore.done"
    RESTORE_ABORTED = "restore.aborted"
    PURGE_INTENT = "purge.intent"
    PURGE_DONE = "purge.done"
    PERSONAL_ERASED = "personal.erased"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, as far as is known.

    Attributes:
        name: the declared name; nobody checked it.
        account, host: the account of the operating system and the machine.
        credential: how the identity was shown: "self-declared", "PIN" or "key".
    """

    name: str
    account: str
    host: str
    credential: str = "self-declared"

    def as_json(self) -> JsonObject:
        """Return the personal part: all but the credential, which is chained in clear."""
        return {"name": self.name, "account": self.account, "host": self.host}


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What somebody wants written; the store adds place in the chain, time and hash.

    Attributes:
        kind: what happened.
        body: facts that are chained in clear: ids, digests, counts, choices.
        personal: pieces of text that can be erased one by one, by key.
    """

    kind: EventKind
    body: JsonObject
    personal: Mapping[str, JsonObject] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Personal:
    """One erasable piece: the text, and the salt that keeps its commitment from being guessed."""

    salt: bytes
    value: JsonObject

    def commitment(self) -> str:
        """Return the SHA-256 (64 hex digits) that stands for this piece in the chain."""
        packed = _PERSONAL_DOMAIN + self.salt + canonical_json(self.value)
        return hashlib.sha256(packed).hexdigest()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened; everything but `pieces` is covered by `hash`.

    Attributes:
        uuid: identity, 32 hex digits; merging goes by it.
        chain, seq: the writing run, and 1, 2, 3 ... within it.
        at_utc, clock: when ("2026-11-21T08:10:48.123456Z"), and by which clock ("system").
        actor: commitment of the person's piece.
        credential: how that person's identity was shown.
        app_version: the program that wrote it.
        kind: an `EventKind`, or the word of a newer program.
        body: what happened.
        commitments: key of each erasable piece -> its commitment.
        prev_hash: hash of the event before in this chain; None for the first.
        hash: SHA-256 of this event, 64 hex digits.
        pieces: commitment -> text and salt, beside the chain; erased ones are absent.
    """

    uuid: str
    chain: str
    seq: int
    at_utc: str
    clock: str
    actor: str
    credential: str
    app_version: str
    kind: str
    body: JsonObject
    commitments: Mapping[str, str]
    prev_hash: str | None
    hash: str = ""
    pieces: Mapping[str, Personal] = field(default_factory=dict)

    def personal(self, key: str) -> JsonObject | None:
        """Return an erasable piece, or None where it was erased or never written."""
        piece = self.pieces.get(self.commitments.get(key, ""))
        return None if piece is None else piece.value

    def person(self) -> Actor | None:
        """Return who did it, or None where that was erased."""
        piece = self.pieces.get(self.actor)
        if piece is None:
            return None
        known = piece.value
        return Actor(
            text_in(known, "name"), text_in(known, "account"), text_in(known, "host"),
            self.credential,
        )  # fmt: skip

    def computed_hash(self) -> str:
        """Return the hash that this event must carry."""
        return hashlib.sha256(_EVENT_DOMAIN + canonical_json(self.chained())).hexdigest()

    def chained(self) -> JsonObject:
        """Return what the hash covers: the whole event but the hash itself."""
        return {
            "actor": self.actor,
            "app": self.app_version,
            "at": self.at_utc,
            "body": self.body,
            "chain": self.chain,
            "clock": self.clock,
            "credential": self.credential,
            "kind": str(self.kind),
            "personal": dict(self.commitments),
            "prev": self.prev_hash,
            "seq": self.seq,
            "uuid": self.uuid,
        }

    def sealed(self) -> Event:
        """Return the event with its hash filled in."""
        return replace(self, hash=self.computed_hash())


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of one chain."""

    seq: int
    hash: str

    def as_json(self) -> JsonObject:
        """Return the head as an event or a checkpoint carries it."""
        return {"seq": self.seq, "hash": self.hash}

    @classmethod
    def from_json(cls, value: Json) -> Head:
        """Read what `as_json` wrote; raises ValueError for anything else."""
        if not isinstance(value, Mapping):
            raise ValueError("a head is an object")  # noqa: TRY004 - foreign data
        seq = value.get("seq")
        if isinstance(seq, bool) or not isinstance(seq, int) or seq < 1:
            raise ValueError("a head names the number of its event")
        return cls(seq, text_in(value, "hash"))


def heads_seen(start: Event) -> dict[str, Head]:
    """Return the heads that the first event of a chain names.

    Raises:
        ValueError: the event names none, so it cannot be the first of a chain.
    """
    seen = start.body.get("heads")
    if start.kind != EventKind.RUN_STARTED or not isinstance(seen, Mapping):
        raise ValueError("the first event of a chain names the heads it saw")
    return {chain: Head.from_json(head) for chain, head in seen.items()}


def ledger_head(heads: Mapping[str, Head]) -> str:
    """Return one hash for a whole ledger: of the heads of all its chains (64 hex digits)."""
    listed: JsonObject = {chain: head.as_json() for chain, head in heads.items()}
    return hashlib.sha256(_HEAD_DOMAIN + canonical_json(listed)).hexdigest()


def printable_head(heads: Mapping[str, Head]) -> str:
    """Return the ledger's head as a person copies it from paper: "3f2a91bc 0d44... (12 events)"."""
    digits = ledger_head(heads)
    groups = " ".join(digits[at : at + 8] for at in range(0, 64, 8))
    count = sum(head.seq for head in heads.values())
    return f"{groups} ({count} {'event' if count == 1 else 'events'})"
