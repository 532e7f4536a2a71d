"""Reading a ledger as a whole: is it unchanged, what came before what, what do two copies make.

Pure functions over events; the order in which the events are given never matters.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from dedup_desk.core.ledger import Event, EventKind, Head, Personal, heads_seen


class ProblemKind(StrEnum):
    """In which way a ledger disagrees with itself or with a checkpoint."""

    CHANGED = "changed"
    MISSING = "missing"
    OUT_OF_PLACE = "out-of-place"
    DOUBLED = "doubled"
    NO_START = "no-start"
    UNKNOWN_HEAD = "unknown-head"
    TRUNCATED = "truncated"
    TEXT_CHANGED = "text-changed"
    TEXT_MISSING = "text-missing"


@dataclass(frozen=True, slots=True)
class LedgerProblem:
    """One disagreement: what kind, in which chain, at which number."""

    kind: ProblemKind
    chain: str
    seq: int


@dataclass(frozen=True, slots=True)
class Clash:
    """Two events of one uuid that differ: at least one of two copies was changed."""

    left: Event
    right: Event


def verify_chains(
    events: Iterable[Event], checkpoint: Mapping[str, Head] | None = None
) -> tuple[LedgerProblem, ...]:
    """Return everything in which the events disagree; an empty tuple means none was found.

    Args:
        events: all events of one ledger, in any order.
        checkpoint: heads written down earlier and kept elsewhere; without one, events cut off at
            the very end of the newest chain cannot be missed.
    """
    chains = by_chain(events)
    problems: list[LedgerProblem] = []
    for chain, members in chains.items():
        problems += _link_problems(chain, members)
        problems += _start_problems(chain, members, chains)
    problems += [
        LedgerProblem(ProblemKind.TRUNCATED, chain, head.seq)
        for chain, head in (checkpoint or {}).items()
        if not _holds(chains, chain, head)
    ]
    problems += _text_problems(chains)
    return tuple(sorted(set(problems), key=lambda one: (one.chain, one.seq, one.kind)))


def by_chain(events: Iterable[Event]) -> dict[str, tuple[Event, ...]]:
    """Return the events of each chain by number."""
    chains: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        chains[event.chain].append(event)
    return {
        chain: tuple(sorted(members, key=lambda one: (one.seq, one.uuid)))
        for chain, members in chains.items()
    }


def frontier(events: Iterable[Event]) -> dict[str, Head]:
    """Return the heads that no other chain has seen yet: what a new chain must name.

    Naming these is naming all: a head's hash covers its chain, and with the first event of that
    chain the heads it saw in turn.
    """
    chains = by_chain(events)
    seen = {
        (other, head.seq)
        for members in chains.values()
        for other, head in _seen_or_none(members[0]).items()
    }
    return {
        chain: head
        for chain, head in chain_heads(event for one in chains.values() for event in one).items()
        if (chain, head.seq) not in seen
    }


def chain_heads(events: Iterable[Event]) -> dict[str, Head]:
    """Return the last event of each chain."""
    return {
        chain: Head(members[-1].seq, members[-1].hash)
        for chain, members in by_chain(events).items()
    }


def merge_histories(left: Iterable[Event], right: Iterable[Event]) -> tuple[Event, ...]:
    """Return the union of two histories by uuid, in `in_order`.

    Raises:
        ValueError: one uuid stands for two different events (`clashes` names them).
    """
    left, right = tuple(left), tuple(right)
    if clashes(left, right):
        raise ValueError("two copies of one event differ")
    union = {event.uuid: event for event in right}
    for event in left:
        other = union.get(event.uuid)
        union[event.uuid] = event if other is None else _with_pieces_of_both(event, other)
    return in_order(union.values())


def clashes(left: Iterable[Event], right: Iterable[Event]) -> tuple[Clash, ...]:
    """Return the events that both copies hold under one uuid but that differ."""
    known = {event.uuid: event for event in right}
    return tuple(
        Clash(event, known[event.uuid])
        for event in left
        if event.uuid in known and known[event.uuid].hash != event.hash
    )


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events so that each stands behind everything it saw.

    What did not see each other is ordered by time, then uuid: the result depends on the set of
    events alone, never on the order in which two copies were merged.

    Source: A. Kahn, Topological sorting of large networks, CACM 5 (1962), with a heap.
    """
    chains = by_chain(events)
    waiting, followers = _waiting(chains)
    position = dict.fromkeys(chains, 0)
    ordered: list[Event] = []
    ready = [_entry(chains, chain, 0) for chain in chains if not waiting[chain]]
    heapq.heapify(ready)
    while ready:
        chain = heapq.heappop(ready)[-1]
        event = chains[chain][position[chain]]
        ordered.append(event)
        position[chain] += 1
        if position[chain] < len(chains[chain]):
            heapq.heappush(ready, _entry(chains, chain, position[chain]))
        for follower in followers.pop((chain, event.seq), ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                heapq.heappush(ready, _entry(chains, follower, 0))
    return tuple(ordered) + _stuck(chains, position)


def knowledge(events: Iterable[Event]) -> dict[str, dict[str, int]]:
    """Return for each chain how far it had read every other chain when it began.

    An event of chain c saw event (d, n) exactly if c is d and n is smaller, or
    `knowledge[c].get(d, 0) >= n`.
    """
    chains = by_chain(events)
    known: dict[str, dict[str, int]] = {}
    for event in in_order(event for members in chains.values() for event in members):
        if event.chain in known:
            continue
        reached: dict[str, int] = {}
        known[event.chain] = reached
        for chain, head in _seen_or_none(event).items():
            for other, seq in (*known.get(chain, {}).items(), (chain, head.seq)):
                reached[other] = max(reached.get(other, 0), seq)
    return known


def erased_commitments(events: Iterable[Event]) -> frozenset[str]:
    """Return the commitments whose text was erased on purpose, as the ledger itself says."""
    return frozenset(
        piece
        for event in events
        if event.kind == EventKind.PERSONAL_ERASED
        for piece in _texts(event.body.get("pieces"))
    )


def _link_problems(chain: str, members: Sequence[Event]) -> list[LedgerProblem]:
    problems = []
    expected, before = 1, None
    for event in members:
        if event.hash != event.computed_hash():
            problems.append(LedgerProblem(ProblemKind.CHANGED, chain, event.seq))
        if event.seq > expected:
            problems.append(LedgerProblem(ProblemKind.MISSING, chain, expected))
        elif event.seq < expected:
            problems.append(LedgerProblem(ProblemKind.DOUBLED, chain, event.seq))
        elif event.prev_hash != before:
            problems.append(LedgerProblem(ProblemKind.OUT_OF_PLACE, chain, event.seq))
        expected, before = event.seq + 1, event.hash
    return problems


def _start_problems(
    chain: str, members: Sequence[Event], chains: Mapping[str, tuple[Event, ...]]
) -> list[LedgerProblem]:
    try:
        seen = heads_seen(members[0])
    except ValueError:
        return [LedgerProblem(ProblemKind.NO_START, chain, members[0].seq)]
    return [
        LedgerProblem(ProblemKind.UNKNOWN_HEAD, other, head.seq)
        for other, head in seen.items()
        if not _holds(chains, other, head)
    ]


def _holds(chains: Mapping[str, tuple[Event, ...]], chain: str, head: Head) -> bool:
    return any(one.seq == head.seq and one.hash == head.hash for one in chains.get(chain, ()))


def _text_problems(chains: Mapping[str, tuple[Event, ...]]) -> list[LedgerProblem]:
    events = [event for members in chains.values() for event in members]
    erased = erased_commitments(events)
    return [
        LedgerProblem(kind, event.chain, event.seq)
        for event in events
        for commitment in (event.actor, *event.commitments.values())
        for kind in _text_problem(event.pieces.get(commitment), commitment, erased)
    ]


def _text_problem(
    piece: Personal | None, commitment: str, erased: frozenset[str]
) -> tuple[ProblemKind, ...]:
    if piece is None:
        return () if commitment in erased else (ProblemKind.TEXT_MISSING,)
    return () if piece.commitment() == commitment else (ProblemKind.TEXT_CHANGED,)


def _with_pieces_of_both(event: Event, other: Event) -> Event:
    """An erasure in one copy holds in the merged one: a piece survives only where both have it."""
    pieces = {key: piece for key, piece in event.pieces.items() if key in other.pieces}
    return replace(event, pieces=pieces)


def _entry(
    chains: Mapping[str, tuple[Event, ...]], chain: str, at: int
) -> tuple[str, str, str, str]:
    event = chains[chain][at]
    return (event.at_utc, event.uuid, event.hash, chain)


def _waiting(
    chains: Mapping[str, tuple[Event, ...]],
) -> tuple[dict[str, int], dict[tuple[str, int], list[str]]]:
    """Count what each chain waits for; and list who waits for an event."""
    waiting = dict.fromkeys(chains, 0)
    followers: dict[tuple[str, int], list[str]] = defaultdict(list)
    for chain, members in chains.items():
        for other, head in _seen_or_none(members[0]).items():
            if other in chains and other != chain:
                waiting[chain] += 1
                followers[other, min(head.seq, chains[other][-1].seq)].append(chain)
    return waiting, followers


def _seen_or_none(event: Event) -> dict[str, Head]:
    try:
        return heads_seen(event)
    except ValueError:
        return {}


def _stuck(
    chains: Mapping[str, tuple[Event, ...]], position: Mapping[str, int]
) -> tuple[Event, ...]:
    """What waits in a circle or for a missing number; only a damaged ledger has any."""
    left = [event for chain, members in chains.items() for event in members[position[chain] :]]
    return tuple(sorted(left, key=lambda one: (one.at_utc, one.chain, one.seq, one.uuid)))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()
