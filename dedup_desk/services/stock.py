"""What a sitting needs of one generation of the index, wherever that is kept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.decisions import BoundDecision, Decision
from dedup_desk.core.pairs import PairKey, VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, ImageRecord, RecordId
from dedup_desk.services.queue_table import QueueTable


class Stock(Protocol):
    """One generation of the index: all in memory (`Shelf`), or read as asked (`StoredShelf`)."""

    @property
    def table(self) -> QueueTable:
        """The queue as columns."""
        ...

    @property
    def records(self) -> Mapping[RecordId, ImageRecord]:
        """Images by id."""
        ...

    @property
    def pairs(self) -> Mapping[PairKey, VerifiedPair]:
        """Comparisons by key."""
        ...

    def at(self, place: FilePlace) -> ImageRecord | None:
        """Return the image at a place, or None."""
        ...

    def cluster(self, row_id: str) -> Cluster:
        """Return a row's cluster; raises KeyError if this generation has none."""
        ...

    def having(self, digest: Digest) -> Collection[ImageRecord]:
        """Return all images of one content; may block, may be called from any thread."""
        ...

    def bound(self, decisions: Iterable[Decision]) -> dict[RecordId, BoundDecision]:
        """Find again what decisions are about."""
        ...
