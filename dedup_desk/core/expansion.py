"""Copies of a copy that nobody compared with each other: which of them to compare next.

Where a picture has more copies than a question to the index names, some pairs of them are compared
and others are not: forty crops of one picture may all name each other before they name it. Pictures
that hang together, by copy pairs or because each shows a part of the other, are taken together, and
the largest of them is compared with all the others; when that is done, among those that are no
copies of it and still hang together by copy pairs, the largest with the rest, and so on, a few
times. What is next follows from what has been compared alone, so a run that was interrupted asks
for the same comparisons as one that was not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from dedup_desk.core.pair_key_set import Key, PairKeySet
from dedup_desk.core.pairs import Finding, Relation, VerifiedPair
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import ImageRecord, RecordId

LEVELS: Final = 6
"""So often the largest of those that are left is taken: at most that many comparisons an image."""

PART: Final = 0.95
"""Two pictures that show less than that of each other are parts of something, or neighbours."""

_Edges: TypeAlias = Mapping[RecordId, Collection[RecordId]]
_Star: TypeAlias = tuple[RecordId, set[RecordId]]
"""The largest image of a part, and the part."""


def next_comparisons(
    records: Mapping[RecordId, ImageRecord],
    pairs: Iterable[VerifiedPair],
    compared: PairKeySet,
    check: Check = unasked,
) -> list[Key]:
    """Return the pairs to compare before this can be asked again; empty at the fixed point.

    Args:
        records: images that may be compared; pairs with others are passed over.
        pairs: verified pairs; copies count, and pairs that show parts of each other.
        compared: every pair that was compared, with whatever result.
        check: asked several times a second.
    """
    listed = [pair for pair in checked(pairs, check) if hangs_together(pair)]
    hanging = _edges(records, checked(listed, check))
    copies = _edges(records, (pair for pair in listed if pair.finding is Finding.COPY))
    parts = list(checked(_components(hanging.keys(), hanging), check))
    wanted = list[PairKeySet]()
    for _level in range(LEVELS):
        stars = [(_largest(part, records), part) for part in checked(parts, check)]
        missing = compared.missing(checked(_spokes(stars), check))
        wanted.append(missing)
        waiting = {which for key in checked(missing, check) for which in key}
        done = ((hub, part) for hub, part in stars if hub not in waiting)
        parts = [rest for hub, part in checked(done, check) for rest in _rest(hub, part, copies)]
    return list(PairKeySet.joined(wanted))


def hangs_together(pair: VerifiedPair) -> bool:
    """Say whether two pictures are copies, or each shows a part of the other."""
    if pair.finding is Finding.COPY:
        return True
    laid = pair.registration
    is_part = laid is not None and max(laid.overlap_a, laid.overlap_b) < PART
    return is_part and pair.relation is Relation.LOOK


def _edges(
    records: Mapping[RecordId, ImageRecord], pairs: Iterable[VerifiedPair]
) -> dict[RecordId, set[RecordId]]:
    edges: dict[RecordId, set[RecordId]] = defaultdict(set)
    for pair in pairs:
        a, b = records.get(pair.key.a), records.get(pair.key.b)
        if a and b and a.digest != b.digest:
            edges[a.id].add(b.id)
            edges[b.id].add(a.id)
    return edges


def _components(of: Collection[RecordId], edges: _Edges) -> Iterator[set[RecordId]]:
    """Yield the images that hang together, among those given."""
    left = set(of)
    while left:
        together, fresh = set[RecordId](), {left.pop()}
        while fresh:
            together |= fresh
            fresh = {other for one in fresh for other in edges.get(one, ())} & left
            left -= fresh
        yield together


def _largest(part: set[RecordId], records: Mapping[RecordId, ImageRecord]) -> RecordId:
    return min(part, key=lambda one: _order(records[one]))


def _spokes(stars: Iterable[_Star]) -> Iterator[Key]:
    """Yield the pairs of every largest one with the others of its part."""
    for hub, part in stars:
        yield from (_key(hub, other) for other in part if other != hub)


def _rest(hub: RecordId, part: set[RecordId], copies: _Edges) -> Iterator[set[RecordId]]:
    """Yield what still hangs together without the largest one and its copies."""
    others = part - {hub} - set(copies.get(hub, ()))
    return (one for one in _components(others, copies) if len(one) > 2)


def _order(record: ImageRecord) -> tuple[int, bytes]:
    return -record.picture.pixel_count, record.digest


def _key(one: RecordId, other: RecordId) -> Key:
    return (one, other) if one < other else (other, one)
