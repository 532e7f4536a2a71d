"""What joined groups look like: groups as they were found, side by side, the fullest one first.

Every group that was found keeps its centre and its members. The centre of each group but the first
joined by hand: to the first centre, or `through` the centre of the group that a person joined it
to. Which join was said first does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.lanes import DOUBTFUL_LANE
from dedup_desk.core.pairs import PairKey, VerifiedPair
from dedup_desk.core.records import Digest, ImageRecord, RecordId

Homes = Callable[[Digest], "Cluster | None"]
"""Content -> the group that was found for it, or a cluster of it alone; None: not here."""

Pairs = Mapping[PairKey, VerifiedPair]


@dataclass(frozen=True, slots=True)
class Joint:
    """Groups that hang together by joins.

    Attributes:
        parts: the groups as they were found, the fullest first.
        onto: for each but the first, which of `parts` it was joined to.
    """

    parts: tuple[Cluster, ...]
    onto: tuple[int, ...]


def joints(
    joins: Iterable[ContentPair],
    apart: Collection[ContentPair],
    home: Homes,
    records: Mapping[RecordId, ImageRecord],
) -> tuple[Joint, ...]:
    """Return the groups that joins hold together.

    A join holds nothing where its two contents, or the centres of their groups, were called not
    duplicates, nor where both are in one group anyway, nor where one of them is not here.

    Args:
        joins: pairs of contents that a person called the same picture; their order never matters.
        apart: pairs of contents that a person called not duplicates.
        home: where a content was found.
        records: the images of those groups.
    """
    parts: dict[RecordId, Cluster] = {}
    edges: dict[RecordId, set[RecordId]] = defaultdict(set)
    for join in sorted(joins):
        one, other = home(join.low), home(join.high)
        if one is None or other is None or one.centre == other.centre or join in apart:
            continue
        if ContentPair.of(*(records[part.centre].digest for part in (one, other))) in apart:
            continue
        parts |= {one.centre: one, other.centre: other}
        edges[one.centre].add(other.centre)
        edges[other.centre].add(one.centre)
    order = sorted(parts, key=lambda centre: _fullest_first(records[centre]))
    found: list[Joint] = []
    taken: set[RecordId] = set()
    for centre in order:
        if centre not in taken:
            reached = _reached(centre, edges, order)
            taken.update(one for one, _ in reached)
            at = {one: number for number, (one, _) in enumerate(reached)}
            onto = tuple(at[parent] for _, parent in reached[1:])
            found.append(Joint(tuple(parts[one] for one, _ in reached), onto))
    return tuple(found)


def joined_cluster(name: str, joint: Joint, pairs: Pairs) -> Cluster:
    """Return joined groups as one; what is in it by hand says so."""
    members = list(joint.parts[0].members)
    for part, parent in zip(joint.parts[1:], joint.onto, strict=True):
        beside = joint.parts[parent].centre
        root = _by_hand(part.centre, beside, pairs)
        through = None if parent == 0 else beside
        members.append(replace(root, through=through))
        members += [
            replace(one, through=one.through if one.through is not None else part.centre)
            for one in part.members[1:]
        ]
    return Cluster(name, tuple(members), DOUBTFUL_LANE)


def together(
    clusters: Iterable[Cluster],
    joins: Collection[ContentPair],
    apart: Collection[ContentPair],
    records: Mapping[RecordId, ImageRecord],
) -> tuple[frozenset[RecordId], ...]:
    """Return the images of each group, of joined ones together.

    Args:
        clusters: the groups that were found, all of whose images are among `records`.
        joins: see `joints`.
        apart: see `joints`.
        records: every image.
    """
    listed = list(clusters)
    joined = met_joints(listed, joins, apart, records)
    inside = {part.centre for joint in joined for part in joint.parts}
    plain = [_images(one) for one in listed if one.centre not in inside]
    return (*plain, *(frozenset().union(*map(_images, joint.parts)) for joint in joined))


def met_joints(
    clusters: Collection[Cluster],
    joins: Collection[ContentPair],
    apart: Collection[ContentPair],
    records: Mapping[RecordId, ImageRecord],
) -> tuple[Joint, ...]:
    """Return the groups that joins hold together, out of all groups and all images.

    Args:
        clusters: the groups that were found, all of whose images are among `records`.
        joins: see `joints`.
        apart: see `joints`.
        records: every image.
    """
    if not joins:
        return ()
    homes = {records[one.record].digest: part for part in clusters for one in part.members}
    for one in records.values():
        homes.setdefault(one.digest, Cluster("", (Member(one.id),), DOUBTFUL_LANE))
    return joints(joins, apart, homes.get, records)


def laid_together(
    clusters: Iterable[Cluster], named: Collection[tuple[str, Joint]], pairs: Pairs
) -> tuple[Cluster, ...]:
    """Return groups with joined ones as one, where the one they are named after stood.

    Args:
        clusters: the groups as they were found.
        named: joints, and the group that each is named after; one that was not found comes last.
        pairs: comparisons by key.
    """
    joined = {name: joined_cluster(name, joint, pairs) for name, joint in named}
    hidden = {part.id for _, joint in named for part in joint.parts} - joined.keys()
    shown = [one for one in clusters if one.id not in hidden]
    rest = joined.keys() - {one.id for one in shown}
    return (*(joined.get(one.id, one) for one in shown), *(joined[one] for one in sorted(rest)))


def is_joined(cluster: Cluster) -> bool:
    """Say whether a person made one group of several."""
    return any(one.is_by_hand for one in cluster.members)


def _images(cluster: Cluster) -> frozenset[RecordId]:
    return frozenset(one.record for one in cluster.members)


def part_of(cluster: Cluster, record: RecordId) -> RecordId:
    """Return the centre of the found group that a member of a joined one is from."""
    known = {one.record: one for one in cluster.members}
    at = known[record]
    while not at.is_by_hand and at.through is not None:
        at = known[at.through]
    return at.record if at.is_by_hand else cluster.centre


def are_joined_by_hand(cluster: Cluster, one: RecordId, other: RecordId) -> bool:
    """Say whether two members are from groups that only a person brought together."""
    if not any(member.is_by_hand for member in cluster.members):
        return False
    return part_of(cluster, one) != part_of(cluster, other)


def _by_hand(centre: RecordId, beside: RecordId, pairs: Pairs) -> Member:
    """Join a centre; where the two were compared, with what that said."""
    for key in (PairKey(beside, centre), PairKey(centre, beside)):
        pair = pairs.get(key)
        if pair is not None:
            relation = pair.relation if key.b == centre else None
            return Member(centre, key, relation, is_by_hand=True)
    return Member(centre, is_by_hand=True)


def _reached(
    start: RecordId, edges: Mapping[RecordId, set[RecordId]], order: list[RecordId]
) -> list[tuple[RecordId, RecordId]]:
    """Return what hangs together with `start`, nearest first, each with what it was reached by."""
    rank = {one: at for at, one in enumerate(order)}
    found = {start: start}
    waiting = [start]
    for one in waiting:  # grows while it is gone through
        for other in sorted(edges[one] - found.keys(), key=rank.__getitem__):
            found[other] = one
            waiting.append(other)
    return list(found.items())


def _fullest_first(one: ImageRecord) -> tuple[object, ...]:
    picture = one.picture
    return (
        -picture.pixel_count,
        -picture.bit_depth,
        not picture.is_lossless,
        -one.stamp.size_bytes / max(picture.pixel_count, 1),
        one.digest,
        one.place.path,
        one.place.root,
    )
