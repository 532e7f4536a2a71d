"""What a review reads of an index: the queue at once, and of one group what it needs, by keys."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.records import Digest, FilePlace, ImageRecord, RecordId
from dedup_desk.store import clusters, images, pairs
from dedup_desk.store.database import Database
from dedup_desk.store.index_tables import IMAGE


class RowReading:
    """The part of an index that answers a few keys at a time, in about a millisecond."""

    def __init__(self, rows: Database) -> None:
        self._rows = rows

    def records_by_id(self, ids: Iterable[RecordId]) -> dict[RecordId, ImageRecord]:
        """Return some images; those that are gone are left out."""
        with self._rows.reading() as connection:
            return images.records_by_id(connection, ids)

    def records_at(self, places: Iterable[FilePlace]) -> dict[RecordId, ImageRecord]:
        """Return the images at some places."""
        with self._rows.reading() as connection:
            return images.records_at(connection, places)

    def records_of(self, digests: Iterable[Digest]) -> dict[RecordId, ImageRecord]:
        """Return all images of some contents."""
        with self._rows.reading() as connection:
            return images.records_of(connection, digests)

    def one_of_each_root(self) -> dict[RecordId, ImageRecord]:
        """Return one image of every root."""
        with self._rows.reading() as connection:
            return images.one_of_each_root(connection)

    def pairs_among(self, records: Collection[RecordId]) -> tuple[VerifiedPair, ...]:
        """Return the related pairs of which both sides are among `records`."""
        with self._rows.reading() as connection:
            return pairs.pairs_among(connection, records)

    def cluster(self, id_: str) -> Cluster:
        """Return one cluster; raises KeyError where there is none, or an image of it is gone."""
        with self._rows.reading() as connection:
            return clusters.cluster(connection, id_)

    def contents(self) -> tuple[Digest, ...]:
        """Return the content of every image that is not blank; equal files each have theirs."""
        query = select(IMAGE.c.digest).where(IMAGE.c.is_blank == 0)
        with self._rows.reading() as connection:
            return tuple(Digest(one) for one in connection.execute(query).scalars())

    def put_queue(self, columns: bytes) -> None:
        """Keep the queue that the clusters make."""
        with self._rows.writing() as connection:
            clusters.put_queue(connection, columns)

    def queue(self) -> bytes | None:
        """Return the queue's columns; None where anything changed since the groups were formed."""
        with self._rows.reading() as connection:
            return clusters.queue(connection)
