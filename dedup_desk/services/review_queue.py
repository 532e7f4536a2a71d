"""What lies on the shelf of a sitting: the groups and look pairs of one generation, in memory.

`Shelf` holds all of it, for the command line and for small collections; `stored_shelf.py` has the
same face over an index of which it reads what is asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dedup_desk.core.clusters import Cluster, Member
from dedup_desk.core.decisions import BoundDecision, Decision, bind
from dedup_desk.core.display import display_text
from dedup_desk.core.folding import folded
from dedup_desk.core.lanes import lane_of
from dedup_desk.core.pairs import Finding, PairKey, Relation, VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, ImageRecord, RecordId
from dedup_desk.services.queue_table import SURENESS, Entry, Folder, QueueTable, table_of
from dedup_desk.services.review_views import ClusterRow, RowKind, RowState

_PRECEDENCE = {relation: at for at, relation in enumerate(Relation)}
_SEARCHED = ("caption", "headline", "item_number")
"""Facts that a search looks through, beside names and folders."""


@dataclass(slots=True)
class Shelf:
    """One generation of the index as a session needs it, all of it in memory.

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
    _table: QueueTable | None = None
    _by_place: dict[FilePlace, ImageRecord] = field(default_factory=dict)
    _by_content: dict[Digest, list[ImageRecord]] = field(default_factory=lambda: defaultdict(list))

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
                cluster = look_cluster(pair, records[pair.key.a].digest, records[pair.key.b].digest)
                rows[cluster.id] = cluster
                kinds[cluster.id] = RowKind.PAIR
        return cls(records, rows, kinds, by_key, carried_out)

    @property
    def table(self) -> QueueTable:
        """The queue as columns; made when first asked for."""
        if self._table is None:
            self._table = table_of(_entries(self))
        return self._table

    def at(self, place: FilePlace) -> ImageRecord | None:
        """Return the image at a place, or None."""
        if not self._by_place:
            self._by_place |= {record.place: record for record in self.records.values()}
        return self._by_place.get(place)

    def cluster(self, row_id: str) -> Cluster:
        """Return a row's cluster; raises KeyError if this generation has none."""
        return self.clusters[row_id]

    def having(self, digest: Digest) -> Collection[ImageRecord]:
        """Return all images of one content."""
        if not self._by_content:
            for record in list(self.records.values()):
                self._by_content[record.digest].append(record)
        return self._by_content.get(digest, ())

    def bound(self, decisions: Iterable[Decision]) -> dict[RecordId, BoundDecision]:
        """Find again what decisions are about."""
        return bind(decisions, self.records.values(), self.carried_out)


def look_cluster(pair: VerifiedPair, a: Digest, b: Digest) -> Cluster:
    """Return the row of a look pair as a cluster of two, called after the digests of its sides."""
    name = f"pair-{a.hex()[:6]}{b.hex()[:6]}-{pair.key.a}-{pair.key.b}"
    members = (Member(pair.key.a), Member(pair.key.b, pair.key, pair.relation))
    return Cluster(name, members, lane_of(pair.relations))


def _entries(shelf: Shelf) -> Iterator[Entry]:
    """Yield what the table says of each row, in the shelf's order."""
    text = {one: _text_of(record) for one, record in shelf.records.items()}
    compared: dict[tuple[Digest, Digest], PairKey] = {}
    for key, pair in shelf.pairs.items():  # what was compared comes before what follows from it
        if pair.finding is Finding.LOOK:
            two = shelf.records[key.a].digest, shelf.records[key.b].digest
            compared.setdefault(two, key)
    for row_id, cluster in shelf.clusters.items():
        members = [shelf.records[one.record] for one in cluster.members]
        is_pair = shelf.kinds[row_id] is RowKind.PAIR
        two = members[0].digest, members[1].digest
        seen = compared[two] if is_pair else None
        yield Entry(
            row=_row_of(shelf, cluster, members),
            members=[one.id for one in members],
            places=[Folder(one.place.root, one.place.folder) for one in members],
            sizes=[one.stamp.size_bytes for one in members],
            relations=[one.relation for one in cluster.members],
            text="\x1f".join(text[one.id] for one in members),
            seen=(0, 0) if seen is None else (seen.a, seen.b),
        )


def _row_of(shelf: Shelf, cluster: Cluster, members: list[ImageRecord]) -> ClusterRow:
    edges = [shelf.pairs[one.joined_by] for one in cluster.members if one.joined_by]
    relation = min((edge.relation for edge in edges), key=_demand, default=Relation.LOOK)
    weakest = max((SURENESS.index(edge.sureness) for edge in edges), default=2)
    centre = members[0]
    return ClusterRow(
        id=cluster.id,
        kind=shelf.kinds[cluster.id],
        lane=cluster.lane,
        member_count=len(members),
        relation=relation,
        sureness=SURENESS[weakest],
        state=RowState.UNDECIDED,
        title=centre.place.name,
        folder=centre.place.folder,
        redundant_bytes=sum(one.stamp.size_bytes for one in members[1:]),
        thumbnails=(centre.digest, members[-1].digest),
        root=centre.place.root,
        score=min((edge.score for edge in edges), default=0.0),
        is_chained=any(one.through is not None for one in cluster.members),
    )


def _demand(relation: Relation) -> tuple[int, int]:
    """Most demanding first: the highest lane, then the order of precedence."""
    return -lane_of((relation,)), _PRECEDENCE[relation]


def _text_of(record: ImageRecord) -> str:
    """Return what a search looks through of one image, folded."""
    facts = (getattr(record.facts, name) for name in _SEARCHED)
    words = [display_text(record.place.path), *(one for one in facts if one)]
    return folded("\x1f".join(words))
