"""Groups of copies that do not chain: the values, and how verified pairs form them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dedup_desk.core.lanes import DOUBTFUL_LANE, lane_of
from dedup_desk.core.pairs import Finding, PairKey, Relation, VerifiedPair
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import Digest, ImageRecord, RecordId


@dataclass(frozen=True, slots=True)
class Member:
    """One image of a cluster and the edge that joined it.

    Attributes:
        record: the image.
        joined_by: the verified pair that joined it; None for the centre.
        relation: what it is of the centre (or of `through`); None for the centre.
        through: the member it joined through, when not the centre itself (a crop of a crop).
        is_by_hand: a person said so; nothing measured did, whatever pair is named.
    """

    record: RecordId
    joined_by: PairKey | None = None
    relation: Relation | None = None
    through: RecordId | None = None
    is_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """A star of copies: every member has an accepted edge to the centre or to a fuller member.

    Attributes:
        id: first 12 hex digits of the centre's SHA-256 (settled, question 6).
        members: the centre first, then by relation precedence and place.
        lane: 0 to 5, the highest lane of its edges.
    """

    id: str
    members: tuple[Member, ...]
    lane: int

    @property
    def centre(self) -> RecordId:
        """The fullest picture."""
        return self.members[0].record


def form_clusters(
    records: Mapping[RecordId, ImageRecord], pairs: Iterable[VerifiedPair], check: Check = unasked
) -> tuple[Cluster, ...]:
    """Form groups of copies: stars, so that look-alikes cannot chain into one heap.

    Centres are taken in a fixed order: covers most, most pixels, deepest, lossless before lossy,
    most bytes a pixel, digest, place. A centre takes every image that is not taken yet and has a
    copy pair with it; then, step by step, images that a taken one contains (a crop of a crop) or
    equals byte for byte. Look pairs never join. Neither the order of `pairs` nor the record ids
    matter.

    Args:
        records: the images; pairs with an image that is not among them are passed over.
        pairs: verified pairs; only copies count.
        check: asked several times a second.

    Returns:
        The groups of two and more, in the order of their centres.
    """
    graph = _Graph(records, pairs, check)
    taken: set[RecordId] = set()
    clusters: list[Cluster] = []
    names: Counter[str] = Counter()
    for centre in checked(graph.in_order(), check):
        if centre in taken:
            continue
        members = graph.star(centre, taken)
        if len(members) < 2:
            continue
        taken.update(member.record for member in members)
        name = records[centre].digest.hex()[:_NAME_DIGITS]
        names[name] += 1
        name = name if names[name] == 1 else f"{name}-{names[name]}"
        clusters.append(Cluster(name, members, graph.lane(members)))
    return tuple(clusters)


def loose_pairs(
    clusters: Iterable[Cluster], pairs: Iterable[VerifiedPair]
) -> tuple[VerifiedPair, ...]:
    """Return the copy pairs whose two images did not end up in one group.

    They are the links that a chain would have used; a reviewer should see them beside the groups.
    """
    home = {member.record: one.id for one in clusters for member in one.members}
    return tuple(
        pair
        for pair in pairs
        if pair.finding is Finding.COPY
        and (pair.key.a not in home or home[pair.key.a] != home.get(pair.key.b))
    )


_NAME_DIGITS = 12
_ROUNDS = 6
_PRECEDENCE = {relation: at for at, relation in enumerate(Relation)}
_ADDED = (Relation.BORDERED, Relation.OVERLAID, Relation.GREYSCALE)
"""What side b of such a pair is, its picture is not more than side a's, however many pixels."""


class _Graph:
    """Copy pairs as edges between images."""

    def __init__(
        self,
        records: Mapping[RecordId, ImageRecord],
        pairs: Iterable[VerifiedPair],
        check: Check,
    ) -> None:
        self._records = records
        self._check = check
        self._edges: dict[RecordId, dict[RecordId, VerifiedPair]] = defaultdict(dict)
        self._is_made_from: set[Digest] = set()
        for pair in checked(pairs, check):
            if pair.finding is Finding.COPY and {pair.key.a, pair.key.b} <= records.keys():
                self._add(pair)
        self._covers = self._shown_shares()
        orders = [(self._centre_order(one), one) for one in checked(self._edges, check)]
        self._order = {one: at for at, (_order, one) in enumerate(sorted(orders))}

    def in_order(self) -> Iterable[RecordId]:
        """Return every image with an edge, likely centres first."""
        return self._order

    def star(self, centre: RecordId, taken: set[RecordId]) -> tuple[Member, ...]:
        """Return the centre and all that it, or a member that contains them, takes."""
        found = {centre: Member(centre)}
        for other, pair in self._edges[centre].items():
            if other not in taken:
                found[other] = Member(other, pair.key, pair.relation)
        fresh = sorted(found, key=self._order.__getitem__)
        while fresh:
            fresh = self._taken_by(fresh, found, taken)
        rest = sorted(
            (member for member in found.values() if member.record != centre),
            key=lambda member: (_rank(member), self._place(member.record)),
        )
        return (found[centre], *rest)

    def lane(self, members: Iterable[Member]) -> int:
        """Return the highest lane of the edges that joined; a chain is doubtful."""
        return max(self._lane_of_edge(member) for member in members if member.joined_by)

    def _lane_of_edge(self, member: Member) -> int:
        pair = self._pair(member)
        if member.through is not None and pair.relation is not Relation.SAME_BYTES:
            return DOUBTFUL_LANE
        return lane_of(pair.relations)

    def _pair(self, member: Member) -> VerifiedPair:
        key = member.joined_by
        assert key is not None  # noqa: S101 - only the centre has none, and it is never asked
        return self._edges[key.a][key.b]

    def _add(self, pair: VerifiedPair) -> None:
        a, b = pair.key.a, pair.key.b
        self._edges[a][b] = pair
        self._edges[b][a] = pair
        if any(relation in pair.relations for relation in _ADDED):
            self._is_made_from.add(self._records[b].digest)

    def _shown_shares(self) -> dict[Digest, float]:
        """Return how much of the fullest picture each content shows.

        A crop shows its share of what it was cut from, a plain copy as much as the other side. A
        few rounds, all of them from the values of the round before: no order can matter.
        """
        shares = dict.fromkeys((self._records[one].digest for one in self._edges), 1.0)
        pairs = [pair for edges in self._edges.values() for pair in edges.values()]
        for _ in range(_ROUNDS):
            fresh = dict(shares)
            for pair in checked(pairs, self._check):
                a, b = (self._records[one].digest for one in (pair.key.a, pair.key.b))
                part = pair.registration.overlap_a if pair.registration else 1.0
                if Relation.CROPPED in pair.relations:
                    fresh[b] = min(fresh[b], shares[a] * part)
                else:
                    fresh[a], fresh[b] = min(fresh[a], shares[b]), min(fresh[b], shares[a])
            if fresh == shares:
                break
            shares = fresh
        return shares

    def _taken_by(
        self, fresh: list[RecordId], found: dict[RecordId, Member], taken: set[RecordId]
    ) -> list[RecordId]:
        """Let the newest members take what they contain or equal; return what they took."""
        more: list[RecordId] = []
        for member in fresh:
            for other in sorted(self._edges[member], key=self._order.__getitem__):
                if other in found or other in taken or not self._contains(member, other):
                    continue
                pair = self._edges[member][other]
                found[other] = Member(other, pair.key, pair.relation, through=member)
                more.append(other)
        return more

    def _contains(self, member: RecordId, other: RecordId) -> bool:
        pair = self._edges[member][other]
        if pair.relation is Relation.SAME_BYTES:
            return True
        return pair.key.a == member and Relation.CROPPED in pair.relations

    def _centre_order(self, record: RecordId) -> tuple[object, ...]:
        one = self._records[record]
        picture = one.picture
        return (
            -self._covers[one.digest],
            one.digest in self._is_made_from,
            -picture.pixel_count,
            -picture.bit_depth,
            not picture.is_lossless,
            -one.stamp.size_bytes / max(picture.pixel_count, 1),
            one.digest,
            self._place(record),
        )

    def _place(self, record: RecordId) -> tuple[bytes, str]:
        place = self._records[record].place
        return place.path, place.root


def _rank(member: Member) -> int:
    return _PRECEDENCE[member.relation] if member.relation else -1
