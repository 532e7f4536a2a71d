"""The queue of a review: one light row a group or look pair, filtered and sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.display import display_text
from dedup_desk.core.lanes import lane_of
from dedup_desk.core.pairs import Finding, PairKey, Relation, Sureness, VerifiedPair
from dedup_desk.core.records import FilePlace, ImageRecord, RecordId
from dedup_desk.services.review_views import (
    ClusterRow,
    QueueCounts,
    QueueOrder,
    QueueQuery,
    RowKind,
    RowState,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How one image stands: its verdict in force, or None."""

    verdict: Verdict | None


StandingOf: TypeAlias = Callable[[RecordId], Standing]

_SURENESS = (Sureness.CERTAIN, Sureness.LIKELY, Sureness.CHECK)
_PRECEDENCE = {relation: at for at, relation in enumerate(Relation)}


@dataclass(slots=True)
class Shelf:
    """One generation of the index as a session needs it.

    Attributes:
        records: every image that is in a cluster or a look pair (or all of them).
        clusters: by row id; a look pair is a cluster of two that proposes nothing.
        kinds: row id -> cluster or pair.
        pairs: every verified pair by its key.
        carried_out: places whose file is in quarantine; their decision is about no other file.
    """

    records: Mapping[RecordId, ImageRecord]
    clusters: dict[str, Cluster]
    kinds: dict[str, RowKind]
    pairs: Mapping[PairKey, VerifiedPair]
    carried_out: frozenset[FilePlace] = frozenset()
    _fixed: dict[str, _FixedPart] = field(default_factory=dict)
    _by_place: dict[FilePlace, ImageRecord] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        records: Mapping[RecordId, ImageRecord],
        clusters: Iterable[Cluster],
        pairs: Iterable[VerifiedPair],
        carried_out: frozenset[FilePlace] = frozenset(),
    ) -> Shelf:
        """Sort a generation: groups first, then every look pair as a row of its own."""
        by_key = {pair.key: pair for pair in pairs}
        rows = {cluster.id: cluster for cluster in clusters}
        kinds = dict.fromkeys(rows, RowKind.CLUSTER)
        for pair in by_key.values():
            if pair.finding is Finding.LOOK:
                cluster = _pair_cluster(pair, records)
                rows[cluster.id] = cluster
                kinds[cluster.id] = RowKind.PAIR
        return cls(records, rows, kinds, by_key, carried_out)

    def at(self, place: FilePlace) -> ImageRecord | None:
        """Return the image at a place, or None."""
        if not self._by_place:
            self._by_place |= {record.place: record for record in self.records.values()}
        return self._by_place.get(place)

    def cluster(self, row_id: str) -> Cluster:
        """Return a row's cluster; raises KeyError if this generation has none."""
        return self.clusters[row_id]

    def kind(self, row_id: str) -> RowKind:
        """Say whether a row is a group or a look pair."""
        return self.kinds[row_id]

    def row(self, row_id: str, standing: StandingOf) -> ClusterRow:
        """Return a row with its present state."""
        fixed = self._fixed.get(row_id)
        if fixed is None:
            fixed = self._fixed[row_id] = _fixed_part(self, row_id)
        cluster = self.clusters[row_id]
        centre = self.records[cluster.centre]
        return ClusterRow(
            id=row_id,
            kind=self.kinds[row_id],
            lane=cluster.lane,
            member_count=len(cluster.members),
            relation=fixed.relation,
            sureness=fixed.sureness,
            state=_state(cluster, standing),
            title=centre.place.name,
            folder=centre.place.folder,
            redundant_bytes=fixed.redundant_bytes,
            thumbnails=(centre.digest, self.records[cluster.members[-1].record].digest),
        )


@dataclass(frozen=True, slots=True)
class _FixedPart:
    relation: Relation
    sureness: Sureness
    redundant_bytes: int


def queue_rows(shelf: Shelf, standing: StandingOf, query: QueueQuery) -> tuple[ClusterRow, ...]:
    """Return the rows that answer `query`, in its order; ties by lane, folder, title, id."""
    text = query.text.casefold()
    rows = (shelf.row(row_id, standing) for row_id in shelf.clusters)
    wanted = [
        row for row in rows if _answers(row, query) and (not text or _names(shelf, row.id, text))
    ]
    return tuple(sorted(wanted, key=_ORDERS[query.order]))


def queue_counts(rows: Iterable[ClusterRow]) -> QueueCounts:
    """Count rows by relation, lane and state."""
    relations: Counter[Relation] = Counter()
    lanes: Counter[int] = Counter()
    states: Counter[RowState] = Counter()
    for row in rows:
        relations[row.relation] += 1
        lanes[row.lane] += 1
        states[row.state] += 1
    return QueueCounts(dict(relations), dict(lanes), dict(states))


def _answers(row: ClusterRow, query: QueueQuery) -> bool:
    return (
        (not query.lanes or row.lane in query.lanes)
        and (not query.relations or row.relation in query.relations)
        and (not query.states or row.state in query.states)
    )


def _names(shelf: Shelf, row_id: str, text: str) -> bool:
    members = shelf.clusters[row_id].members
    return any(
        text in display_text(shelf.records[one.record].place.path).casefold() for one in members
    )


def _state(cluster: Cluster, standing: StandingOf) -> RowState:
    verdicts = [standing(member.record).verdict for member in cluster.members]
    if Verdict.UNSURE in verdicts:
        return RowState.UNSURE
    if all(verdict is not None for verdict in verdicts):
        return RowState.DECIDED
    return RowState.PARTLY if any(verdicts) else RowState.UNDECIDED


def _fixed_part(shelf: Shelf, row_id: str) -> _FixedPart:
    cluster = shelf.clusters[row_id]
    edges = [shelf.pairs[one.joined_by] for one in cluster.members if one.joined_by]
    relation = min((edge.relation for edge in edges), key=_demand, default=Relation.LOOK)
    weakest = max((_SURENESS.index(edge.sureness) for edge in edges), default=2)
    others = (shelf.records[one.record] for one in cluster.members[1:])
    return _FixedPart(relation, _SURENESS[weakest], sum(one.stamp.size_bytes for one in others))


def _demand(relation: Relation) -> tuple[int, int]:
    """Most demanding first: the highest lane, then the order of precedence."""
    return -lane_of((relation,)), _PRECEDENCE[relation]


def _pair_cluster(pair: VerifiedPair, records: Mapping[RecordId, ImageRecord]) -> Cluster:
    a, b = records[pair.key.a], records[pair.key.b]
    name = f"pair-{a.digest.hex()[:6]}{b.digest.hex()[:6]}-{pair.key.a}-{pair.key.b}"
    members = (Member(a.id), Member(b.id, pair.key, pair.relation))
    return Cluster(name, members, lane_of(pair.relations))


_ORDERS: Mapping[QueueOrder, Callable[[ClusterRow], tuple[object, ...]]] = {
    QueueOrder.LANE: lambda row: (
        row.lane, row.folder, _PRECEDENCE[row.relation], -row.redundant_bytes, row.title, row.id,
    ),
    QueueOrder.FOLDER: lambda row: (row.folder, row.title, row.id),
    QueueOrder.LARGEST: lambda row: (-row.redundant_bytes, row.lane, row.id),
    QueueOrder.LEAST_CERTAIN: lambda row: (
        -_SURENESS.index(row.sureness), row.lane, row.folder, row.id,
    ),
}  # fmt: skip
