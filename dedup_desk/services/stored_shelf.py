"""The shelf of a sitting over an index: rows as columns at once, the rest when somebody asks.

Reading all records and comparisons of 300,000 images takes half a minute and a gigabyte, and a
reviewer looks at one group after the other. So the queue is read as the columns that were made when
the groups were formed, and of a group its images and the comparisons among them are read when it
comes near the table: a few rows by their keys, about a millisecond.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.decisions import BoundDecision, Decision, bind
from dedup_desk.core.pairs import PairKey, VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, ImageRecord, RecordId
from dedup_desk.core.twins import derived_pairs
from dedup_desk.services.queue_table import KINDS, QueueTable
from dedup_desk.services.review_queue import look_cluster
from dedup_desk.services.review_views import RowKind
from dedup_desk.store.index_file import IndexFile

_ROWS_KEPT = 256
_FEW = 20_000
"""Decisions up to which their images are looked up one by one."""


class StoredShelf:
    """One generation of the index, read as it is asked for.

    Args:
        index: where everything is.
        table: its queue.
        carried_out: see `Shelf`.

    Attributes:
        table: see above.
        records, pairs: of the rows that were asked for, and any other by its id or key.
    """

    def __init__(
        self, index: IndexFile, table: QueueTable, carried_out: frozenset[FilePlace]
    ) -> None:
        self._index, self.table = index, table
        self._carried_out = carried_out
        self._rows: OrderedDict[str, Cluster] = OrderedDict()
        self.records = _Records(index)
        self.pairs = _Pairs(index)

    def at(self, place: FilePlace) -> ImageRecord | None:
        """Return the image at a place, or None."""
        return next(iter(self._index.records_at((place,)).values()), None)

    def cluster(self, row_id: str) -> Cluster:
        """Return a row's cluster and have its images at hand.

        Raises:
            KeyError: this generation has no such row, or has lost one of its images.
        """
        found = self._rows.get(row_id)
        if found is not None:
            self._rows.move_to_end(row_id)
            return found
        if len(self._rows) >= _ROWS_KEPT:
            self._rows.clear()
            self.records.forget()
            self.pairs.forget()
        found = self._rows[row_id] = self._read(row_id)
        return found

    def having(self, digest: Digest) -> Collection[ImageRecord]:
        """Return all images of one content."""
        return tuple(self._index.records_of((digest,)).values())

    def bound(self, decisions: Iterable[Decision]) -> dict[RecordId, BoundDecision]:
        """Find again what decisions are about; see `core.decisions.bind`."""
        listed = list(decisions)
        if not listed:
            return {}
        many = len(listed) > _FEW
        records = self._index.records() if many else self._concerned(listed)
        return bind(listed, records.values(), self._carried_out)

    def _read(self, row_id: str) -> Cluster:
        at = self.table.place[row_id]
        members = self.table.members(at)
        is_pair = KINDS[self.table.columns.kind[at]] is RowKind.PAIR
        also = self.table.seen(at) if is_pair else ()
        self.records.fetch({*members, *also})
        known = {one: self.records[one] for one in (*members, *also)}
        self.pairs.fetch(known)
        if is_pair:
            a, b = members
            return look_cluster(self.pairs[PairKey(a, b)], known[a].digest, known[b].digest)
        return self._index.cluster(row_id)

    def _concerned(self, decisions: Collection[Decision]) -> dict[RecordId, ImageRecord]:
        """Return the images that could be what decisions are about."""
        seen = [one.subject for one in decisions]
        seen += [one.canonical for one in decisions if one.canonical is not None]
        found = self._index.records_at({one.place for one in seen})
        known = {record.place for record in found.values()}
        homeless = {one.digest for one in seen if one.place not in known}
        if homeless:
            found |= self._index.records_of(homeless)
            found |= self._index.one_of_each_root()
        return found


class _Records(Mapping[RecordId, ImageRecord]):
    """Images by id; what was fetched once is at hand."""

    def __init__(self, index: IndexFile) -> None:
        self._index = index
        self._known: dict[RecordId, ImageRecord] = {}

    def fetch(self, wanted: Collection[RecordId]) -> None:
        """Read images together."""
        self._known |= self._index.records_by_id([one for one in wanted if one not in self._known])

    def forget(self) -> None:
        """Keep nothing at hand."""
        self._known.clear()

    def __getitem__(self, one: RecordId) -> ImageRecord:
        if one not in self._known:
            self.fetch((one,))
        return self._known[one]

    def __iter__(self) -> Iterator[RecordId]:
        return iter(self._index.records())

    def __len__(self) -> int:
        return len(self._index.records())


class _Pairs(Mapping[PairKey, VerifiedPair]):
    """Comparisons by key; of images that were fetched together nothing more is asked."""

    def __init__(self, index: IndexFile) -> None:
        self._index = index
        self._known: dict[PairKey, VerifiedPair] = {}
        self._together: dict[RecordId, set[RecordId]] = defaultdict(set)

    def fetch(self, records: Mapping[RecordId, ImageRecord]) -> None:
        """Read what was compared among some images, and what follows for identical files."""
        stored = self._index.pairs_among(records)
        for pair in (*stored, *derived_pairs(records, stored)):
            self._known[pair.key] = pair
        for one in records:
            self._together[one].update(records)

    def forget(self) -> None:
        """Keep nothing at hand."""
        self._known.clear()
        self._together.clear()

    def __getitem__(self, key: PairKey) -> VerifiedPair:
        if key not in self._known and key.b not in self._together.get(key.a, ()):
            self.fetch(self._index.records_by_id((key.a, key.b)))
        return self._known[key]

    def __iter__(self) -> Iterator[PairKey]:
        return iter(pair.key for pair in self._index.verified())

    def __len__(self) -> int:
        return len(self._index.verified())
