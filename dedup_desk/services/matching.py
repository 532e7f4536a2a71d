"""From fingerprints to groups: search, pixel digests, verification, clusters.

Every stage keeps what it finishes, with the version of what made it, so that an interruption costs
at most one batch. Same-bytes pairs come from the digests; everything else is compared on pictures.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dedup_desk.core.clusters import Cluster, form_clusters
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.naming import FINE_CHECK_NOT_MADE
from dedup_desk.core.pairs import CandidatePair, Finding, VerifiedPair
from dedup_desk.core.progress import CancelToken, Progress, Report
from dedup_desk.core.records import Digest, ImageRecord, RecordId
from dedup_desk.core.search import candidates
from dedup_desk.core.twins import derived_pairs
from dedup_desk.engine.measure import RECIPE
from dedup_desk.engine.pixels import PIXELS_RECIPE, pixels_work, read_pixel_digest
from dedup_desk.engine.pool import Work, WorkerPool
from dedup_desk.engine.verify import (
    NOT_COMPARED,
    VERIFY_RECIPE,
    VerifySide,
    known_pair,
    read_verified,
    verify_work,
)
from dedup_desk.services.jobs import Pace
from dedup_desk.services.roots import Root
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.pictures import PictureKind

BATCH = 64
"""Verified pairs written in one transaction."""

UNFINISHED = frozenset({NOT_COMPARED, FINE_CHECK_NOT_MADE})
"""Notes of evidence that was not gathered to the end."""

COMPARING = QT_TRANSLATE_NOOP("Messages", "Comparing pictures")
SEARCHING = QT_TRANSLATE_NOOP("Messages", "Looking for pictures that are alike")
DIGESTING = QT_TRANSLATE_NOOP("Messages", "Checking pixels of pictures of equal size")
GROUPING = QT_TRANSLATE_NOOP("Messages", "Forming groups")


@dataclass(frozen=True, slots=True)
class Bench:
    """What the stages work with: the index, the roots of this machine, the workers."""

    index: IndexFile
    roots: Mapping[str, Root]
    pool: WorkerPool
    report: Report
    cancel: CancelToken

    def absolute(self, record: ImageRecord) -> bytes:
        """Return where a record's file is on this machine."""
        return self.roots[record.place.root].absolute(record.place)


def match_images(bench: Bench, apart: frozenset[ContentPair]) -> tuple[Cluster, ...]:
    """Find, compare and group what is alike; keep everything in the index.

    Args:
        bench: the index, already holding every measured image, and what else is needed.
        apart: pairs of contents that a person called not duplicates; they never join a group.

    Returns:
        The groups, as they are kept in the index.
    """
    records = bench.index.records()
    bench.index.forget_pairs(_unfinished(bench.index.verified(VERIFY_RECIPE)))
    todo = _candidates(bench, records)
    _digest_pixels(bench, records, todo)
    _verify(bench, records, todo)
    bench.report(Progress(message(GROUPING)))
    every = bench.index.verified()
    compared = tuple(pair for pair in every if pair.recipe == VERIFY_RECIPE)
    bench.index.forget_pairs(_keys(pair for pair in every if pair.recipe != VERIFY_RECIPE))
    derived = derived_pairs(records, compared)
    pairs = [pair for pair in (*compared, *derived) if _joins(pair, records, apart)]
    clusters = form_clusters(records, pairs)
    bench.index.put_clusters(clusters, _generation(records))
    return clusters


def _unfinished(pairs: Iterable[VerifiedPair]) -> list[tuple[RecordId, RecordId]]:
    """Return pairs whose comparison could not be made or finished: a file was away, a child died.

    What kept them from it may be over, so the next run compares them again.
    """
    return _keys(pair for pair in pairs if UNFINISHED.intersection(pair.evidence.notes))


def _keys(pairs: Iterable[VerifiedPair]) -> list[tuple[RecordId, RecordId]]:
    return [(pair.key.a, pair.key.b) for pair in pairs]


def _candidates(bench: Bench, records: Mapping[RecordId, ImageRecord]) -> list[CandidatePair]:
    """Return candidate pairs that today's verifier has not compared yet."""
    bench.report(Progress(message(SEARCHING)))
    ids, phash64, _phash256 = bench.index.fingerprints(RECIPE)
    compared = bench.index.compared_keys(VERIFY_RECIPE)
    bench.cancel.check()
    return [
        one for one in candidates(ids, phash64, records) if (one.left, one.right) not in compared
    ]


def _digest_pixels(
    bench: Bench, records: Mapping[RecordId, ImageRecord], todo: Sequence[CandidatePair]
) -> None:
    """Compute pixel digests of images that have a candidate of their own upright size."""
    known = bench.index.pixel_digests(PIXELS_RECIPE)
    wanted: dict[Digest, ImageRecord] = {}
    for pair in todo:
        left, right = records[pair.left], records[pair.right]
        if _could_be_equal(left, right):
            wanted |= {one.digest: one for one in (left, right) if one.digest not in known}
    works = (pixels_work(one, bench.absolute(one)) for one in wanted.values())
    asked = dict(zip(wanted, works, strict=True))
    by_work = {id(work): digest for digest, work in asked.items()}
    pace = Pace(sum(work.cost for work in asked.values()))
    found: dict[Digest, bytes | None] = {}
    for work, answer in bench.pool.run(asked.values(), bench.cancel):
        found[by_work[id(work)]] = read_pixel_digest(answer)
        pace.advance(work.cost)
        bench.report(_progress(DIGESTING, pace, len(found), len(asked)))
        if len(found) % BATCH == 0:
            bench.index.put_pixel_digests(found, PIXELS_RECIPE)
    bench.index.put_pixel_digests(found, PIXELS_RECIPE)


def _verify(
    bench: Bench, records: Mapping[RecordId, ImageRecord], todo: Sequence[CandidatePair]
) -> None:
    batch = _Batch(bench.index)
    works: list[Work] = []
    for candidate, left, right in _sides(bench, records, todo):
        known = known_pair(left, right, candidate)
        if known is None:
            works.append(verify_work(left, right, candidate))
        else:
            batch.add(candidate, known)
    pace = Pace(sum(work.cost for work in works))
    try:
        for done, (work, answer) in enumerate(bench.pool.run(works, bench.cancel), 1):
            compared = work.tag
            assert isinstance(compared, CandidatePair)  # noqa: S101 - verify_work put it there
            batch.add(compared, read_verified(work, answer))
            pace.advance(work.cost)
            bench.report(_progress(COMPARING, pace, done, len(works)))
    finally:
        batch.flush()


class _Batch:
    """Collects comparisons and writes them a transaction at a time."""

    def __init__(self, index: IndexFile) -> None:
        self._index = index
        self._compared: list[tuple[CandidatePair, VerifiedPair | None]] = []

    def add(self, candidate: CandidatePair, pair: VerifiedPair | None) -> None:
        self._compared.append((candidate, pair))
        if len(self._compared) >= BATCH:
            self.flush()

    def flush(self) -> None:
        self._index.put_verified(self._compared, VERIFY_RECIPE)
        self._compared = []


def _sides(
    bench: Bench, records: Mapping[RecordId, ImageRecord], todo: Iterable[CandidatePair]
) -> Iterator[tuple[CandidatePair, VerifySide, VerifySide]]:
    digests = bench.index.pixel_digests(PIXELS_RECIPE)
    for candidate in todo:
        left = _side(bench, records[candidate.left], digests)
        right = _side(bench, records[candidate.right], digests)
        if left is not None and right is not None:
            yield candidate, left, right


def _side(
    bench: Bench, record: ImageRecord, digests: Mapping[Digest, bytes | None]
) -> VerifySide | None:
    proxy = bench.index.picture(record.digest, PictureKind.PROXY)
    if proxy is None:
        return None
    return VerifySide(record, bench.absolute(record), proxy, digests.get(record.digest))


def _joins(
    pair: VerifiedPair,
    records: Mapping[RecordId, ImageRecord],
    apart: frozenset[ContentPair],
) -> bool:
    contents = ContentPair.of(records[pair.key.a].digest, records[pair.key.b].digest)
    return pair.finding is Finding.COPY and contents not in apart


def _generation(records: Mapping[RecordId, ImageRecord]) -> str:
    """Name the state of the collection that groups were formed from."""
    digest = hashlib.sha256()
    for record in sorted(records.values(), key=lambda one: one.place):
        digest.update(record.place.root.encode() + b"\0" + record.place.path + record.digest)
    return digest.hexdigest()[:16]


def _could_be_equal(left: ImageRecord, right: ImageRecord) -> bool:
    one, other = left.picture, right.picture
    is_same_size = (one.width_px, one.height_px) == (other.width_px, other.height_px)
    return is_same_size and left.digest != right.digest


def _progress(stage: str, pace: Pace, done: int, total: int) -> Progress:
    return Progress(
        message(stage),
        done_cost=pace.done_cost,
        total_cost=pace.total_cost,
        done_items=done,
        total_items=total,
        left_s=pace.left_s,
    )
