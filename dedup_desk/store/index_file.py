"""The index: everything that was computed about the images, and can be computed again.

A folder with two SQLite databases, write-ahead logged where the disk is local: after a kill at any
moment it opens and holds every batch that a `put_` call returned from. Every thread may use one
`IndexFile`; writers take turns, readers never wait.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.measured import MeasuredImage
from dedup_desk.core.own_files import OwnFiles
from dedup_desk.core.pair_key_set import PairKeySet
from dedup_desk.core.pairs import VerifiedPair
from dedup_desk.core.progress import Check, unasked
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    ImageRecord,
    RecordId,
    SkipReason,
    Unreadable,
)
from dedup_desk.store import backups, clusters, images, pairs, pictures
from dedup_desk.store.database import Database
from dedup_desk.store.feature_store import FeatureStore
from dedup_desk.store.images import FingerprintTable, KnownStamp
from dedup_desk.store.index_opening import make_folder, open_parts
from dedup_desk.store.index_tables import (
    INDEX_PARTS,
    MARKER,
    PART,
    PICTURE_PART,
    PICTURE_PARTS,
    QUEUE,
)
from dedup_desk.store.pairs import Compared
from dedup_desk.store.pictures import PictureKind
from dedup_desk.store.row_reading import RowReading
from dedup_desk.store.segments import SegmentStore

_FINISHED = "finished"


class IndexFile(RowReading):
    """One open index. Made or opened with `open`, ended with `close`.

    Attributes:
        features: what is known of the details of pictures.
    """

    def __init__(self, rows: Database, small_pictures: Database) -> None:
        """Take over two databases; `open` is the way in."""
        super().__init__(rows)
        self._pictures = small_pictures
        self.features = FeatureStore(rows, small_pictures)

    @classmethod
    def open(cls, folder: Path) -> IndexFile:
        """Open the index in `folder`; it is made, or made anew in part, where that is needed.

        Raises:
            DedupError: the folder cannot be used.
        """
        make_folder(folder)
        rows = open_parts(folder / "index.sqlite", INDEX_PARTS, PART, page_size=4096)
        small = open_parts(folder / "pictures.sqlite", PICTURE_PARTS, PICTURE_PART, page_size=16384)
        return cls(rows, small)

    def stamps(self) -> dict[FilePlace, KnownStamp]:
        """Return every known file, readable or not, to tell which must be read again."""
        with self._rows.reading() as connection:
            return images.stamps(connection)

    def put_measured(self, measured: Sequence[MeasuredImage]) -> None:
        """Keep a batch; a file keeps its id as long as its content is the same."""
        with self._pictures.writing() as connection:  # first: no record without its pictures
            pictures.put_pictures(connection, measured)
        with self._changing() as connection:
            images.put_measured(connection, measured)

    def put_unreadable(self, files: Sequence[Unreadable]) -> None:
        """Keep files that could not be decoded."""
        with self._changing() as connection:
            images.put_unreadable(connection, files)

    def forget(self, places: Iterable[FilePlace]) -> None:
        """Remove files that are gone, with their pairs."""
        with self._changing() as connection:
            images.forget(connection, places)

    def set_skipped(self, root: str, counts: Mapping[SkipReason, int]) -> None:
        """Note what scanning a root passed over."""
        with self._rows.writing() as connection:
            images.set_skipped(connection, root, counts)

    def skipped(self) -> dict[str, Counter[SkipReason]]:
        """Return root label -> what scanning passed over."""
        with self._rows.reading() as connection:
            return images.skipped(connection)

    def records(self, check: Check = unasked) -> dict[RecordId, ImageRecord]:
        """Return all images by growing id."""
        with self._rows.reading() as connection:
            return images.records(connection, check=check)

    def record(self, one: RecordId) -> ImageRecord | None:
        """Return one image, or None where it is gone."""
        with self._rows.reading() as connection:
            return images.records(connection, one).get(one)

    def unreadable(self) -> tuple[Unreadable, ...]:
        """Return the files that could not be decoded, by place."""
        with self._rows.reading() as connection:
            return images.unreadable(connection)

    def fingerprints(self, recipe: str | None = None) -> FingerprintTable:
        """Return the fingerprints of one recipe, or all, as arrays by growing id."""
        with self._rows.reading() as connection:
            return images.fingerprints(connection, recipe)

    def picture(self, digest: Digest, kind: PictureKind) -> bytes | None:
        """Return a thumbnail or proxy as an encoded file, or None where there is none."""
        with self._pictures.reading() as connection:
            return pictures.picture(connection, digest, kind)

    def put_pixel_digests(self, found: Mapping[Digest, bytes | None], recipe: str) -> None:
        """Keep pixel digests by the SHA-256 of the file; None where it has none."""
        with self._rows.writing() as connection:
            images.put_pixel_digests(connection, found, recipe)

    def pixel_digests(self, recipe: str) -> dict[Digest, bytes | None]:
        """Return the pixel digests that `recipe` made, by the SHA-256 of the file."""
        with self._rows.reading() as connection:
            return images.pixel_digests(connection, recipe)

    def put_verified(self, compared: Sequence[Compared], recipe: str) -> None:
        """Keep a batch of compared pairs, unrelated ones (None) too."""
        with self._changing() as connection:
            pairs.put_verified(connection, compared, recipe)

    def verified(
        self,
        recipe: str | None = None,
        wanted: Callable[[VerifiedPair], bool] = pairs.any_pair,
        check: Check = unasked,
        *,
        with_evidence: bool = True,
    ) -> tuple[VerifiedPair, ...]:
        """Return the related pairs of one recipe, or all, by ids; only the wanted ones."""
        with self._rows.reading() as connection:
            return pairs.verified(connection, recipe, wanted, check, with_evidence=with_evidence)

    def compared_keys(self, recipe: str, check: Check = unasked) -> PairKeySet:
        """Return all pairs (smaller id first) that were compared with `recipe`."""
        with self._rows.reading() as connection:
            return pairs.compared_keys(connection, recipe, check)

    def forget_pairs(self, keys: Iterable[tuple[RecordId, RecordId]]) -> None:
        """Remove comparisons, so that they are made again."""
        with self._changing() as connection:
            pairs.forget_pairs(connection, keys)

    def put_clusters(self, formed: Sequence[Cluster], generation: str) -> None:
        """Replace all clusters and mark the index finished, in one transaction.

        Args:
            formed: in the order they are shown in.
            generation: what they were formed from (the manifest's digest).
        """
        with self._changing() as connection:
            clusters.put_clusters(connection, formed)
            connection.execute(insert(MARKER), {"name": _FINISHED, "value": generation})

    def clusters(self) -> tuple[Cluster, ...]:
        """Return the clusters, without those of which an image is gone."""
        with self._rows.reading() as connection:
            return clusters.clusters(connection)

    def finished(self) -> str | None:
        """Return the generation that the clusters were formed from; None while it is incomplete."""
        with self._rows.reading() as connection:
            query = select(MARKER.c.value).where(MARKER.c.name == _FINISHED)
            return connection.execute(query).scalar()

    def segments(self, files: OwnFiles, recipe: str) -> SegmentStore:
        """Return the keeper of the inverted file that `recipe` makes."""
        return SegmentStore(self._rows, files, recipe)

    def erase_pictures(self, of: Collection[Digest]) -> None:
        """Overwrite the small pictures and the features of files, in the log too."""
        with self._pictures.writing() as connection:
            pictures.remove_pictures(connection, of)
        with self._pictures.outside() as plain:
            plain.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def drop_unused_pictures(self) -> int:
        """Remove small pictures that no image needs any more; return of how many files."""
        needed = {record.digest for record in self.records().values()}
        with self._pictures.writing() as connection:
            unused = pictures.digests(connection) - needed
            pictures.remove_pictures(connection, unused)
        return len(unused)

    def copy_to(self, folder: Path) -> None:
        """Copy both databases into another folder, whole; segments are made anew there."""
        folder.mkdir(parents=True, exist_ok=True)
        for database in (self._rows, self._pictures):
            backups.copy_to(database, folder / database.path.name)

    def close(self) -> None:
        """Let go of both databases."""
        self._rows.close()
        self._pictures.close()

    def __enter__(self) -> IndexFile:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """A batch after which the clusters are no longer those of the images."""
        with self._rows.writing() as connection:
            connection.execute(delete(MARKER).where(MARKER.c.name == _FINISHED))
            connection.execute(delete(QUEUE))
            yield connection
