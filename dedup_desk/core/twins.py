"""Identical files: one stands for all, and what is found for it holds for the others too.

Among files of one content the first by place is compared with other contents. The others hang on it
by a same-bytes pair each, and every pair found for it is theirs as well: a group of g identical
files costs g - 1 pairs and one comparison with each neighbour, never g * g.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dedup_desk.core.pairs import (
    IDENTITY,
    Evidence,
    Finding,
    PairKey,
    Registration,
    RegistrationMethod,
    Relation,
    VerifiedPair,
)
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import Digest, ImageRecord, RecordId


def representatives(records: Iterable[ImageRecord]) -> dict[Digest, RecordId]:
    """Return for every content the file that stands for it: the first by place."""
    first: dict[Digest, ImageRecord] = {}
    for record in records:
        known = first.get(record.digest)
        if known is None or _order(record) < _order(known):
            first[record.digest] = record
    return {digest: record.id for digest, record in first.items()}


def same_digest_pairs(records: Iterable[ImageRecord], recipe: str) -> tuple[VerifiedPair, ...]:
    """Return the same-bytes pairs: of each content the first by place with every other file.

    A star, not all pairs: any two of the others are same bytes too, which needs no row to say so.

    Args:
        records: the images.
        recipe: the verifier's version, as other pairs carry it.
    """
    listed = list(records)
    firsts = representatives(listed)
    others = sorted((one for one in listed if firsts[one.digest] != one.id), key=_order)
    return tuple(
        VerifiedPair(
            key=PairKey(firsts[one.digest], one.id),
            relation=Relation.SAME_BYTES,
            relations=(Relation.SAME_BYTES,),
            finding=Finding.COPY,
            score=1.0,
            registration=Registration(IDENTITY, RegistrationMethod.IDENTITY),
            evidence=Evidence(),
            recipe=recipe,
        )
        for one in others
    )


def derived_pairs(
    records: Mapping[RecordId, ImageRecord], pairs: Iterable[VerifiedPair], check: Check = unasked
) -> Iterator[VerifiedPair]:
    """Yield the pairs that follow from `pairs` because files are identical.

    For a pair (a, b) of two contents: a with every other file of b's content, and every other file
    of a's content with b. That gives each member of a group its own pair with the group's centre,
    and grows with the number of files, not with its square.

    Args:
        records: the images.
        pairs: what was verified; same-bytes pairs are passed over.
        check: asked several times a second.
    """
    same: dict[Digest, list[RecordId]] = defaultdict(list)
    for record in sorted(records.values(), key=_order):
        same[record.digest].append(record.id)
    listed = sorted(pairs, key=lambda pair: (pair.key.a, pair.key.b))
    known = {frozenset((pair.key.a, pair.key.b)) for pair in listed}
    for pair in checked(listed, check):
        a, b = records.get(pair.key.a), records.get(pair.key.b)
        if a is None or b is None or a.digest == b.digest:
            continue
        keys = [PairKey(a.id, other) for other in same[b.digest]]
        keys += [PairKey(other, b.id) for other in same[a.digest]]
        for key in keys:
            ends = frozenset((key.a, key.b))
            if ends not in known:
                known.add(ends)
                yield replace(pair, key=key)


def _order(record: ImageRecord) -> tuple[bytes, str]:
    return record.place.path, record.place.root
