"""Compares candidate pairs in the workers and keeps every answer with what made it.

A pair is compared with the details of both pictures where they are known; the row says so in its
recipe. What the quick pass compared without them is compared again by the deep pass, so that the
order of the two passes leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dedup_desk.core.features import FEWEST_KEYPOINTS
from dedup_desk.core.messages import QT_TRANSLATE_NOOP
from dedup_desk.core.pair_key_set import PairKeySet
from dedup_desk.core.pairs import CandidatePair, VerifiedPair
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import Digest, ImageRecord, RecordId
from dedup_desk.engine.features import FEATURES_RECIPE
from dedup_desk.engine.pixels import PIXELS_RECIPE, pixels_work, read_pixel_digest
from dedup_desk.engine.pool import Work
from dedup_desk.engine.verify import (
    VERIFY_RECIPE,
    VerifySide,
    known_pair,
    read_verified,
    verify_work,
)
from dedup_desk.services.bench import Bench
from dedup_desk.services.jobs import Pace
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.pictures import PictureKind

WITH_DETAILS: Final = f"{VERIFY_RECIPE}; {FEATURES_RECIPE}"
"""Recipe of a pair that was compared with all that can be known of its pictures."""

CURRENT: Final = frozenset({VERIFY_RECIPE, WITH_DETAILS})
"""Recipes of today's verifier."""

BATCH: Final = 64
"""Verified pairs written in one transaction."""

COMPARING: Final = QT_TRANSLATE_NOOP("Messages", "Comparing pictures")
DIGESTING: Final = QT_TRANSLATE_NOOP("Messages", "Checking pixels of pictures of equal size")


def verify(
    bench: Bench, records: Mapping[RecordId, ImageRecord], todo: Sequence[CandidatePair]
) -> int:
    """Compare pairs and keep what was found, unrelated ones too.

    Args:
        bench: the index, the roots and the workers.
        records: all images.
        todo: pairs that were not compared yet.

    Returns:
        How many were compared.
    """
    if not todo:
        return 0
    _digest_pixels(bench, records, todo)
    sides = _Sides.of(bench, records)
    batch = _Batch(bench.index, sides)
    pace = Pace(sum(sides.cost_s(one) for one in checked(todo, bench.cancel.check)))
    works = (work for one in todo if (work := _work(one, sides, batch)) is not None)
    try:
        for work, answer in bench.pool.run(works, bench.cancel):
            compared = work.tag
            assert isinstance(compared, CandidatePair)  # noqa: S101 - verify_work put it there
            batch.add(compared, read_verified(work, answer))
            pace.advance(sides.cost_s(compared))
            bench.tell(COMPARING, pace, batch.count, len(todo))
    finally:
        batch.flush()
    return batch.count


def every_key(index: IndexFile, recipes: Iterable[str], check: Check = unasked) -> PairKeySet:
    """Return all pairs (smaller id first) that one of the recipes compared."""
    return PairKeySet.joined(index.compared_keys(recipe, check) for recipe in recipes)


def _digest_pixels(
    bench: Bench, records: Mapping[RecordId, ImageRecord], todo: Sequence[CandidatePair]
) -> None:
    """Compute pixel digests of images that have a candidate of their own upright size."""
    known = bench.index.pixel_digests(PIXELS_RECIPE)
    wanted: dict[Digest, ImageRecord] = {}
    for pair in checked(todo, bench.cancel.check):
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
        bench.tell(DIGESTING, pace, len(found), len(asked))
        if len(found) % BATCH == 0:
            bench.index.put_pixel_digests(found, PIXELS_RECIPE)
    bench.index.put_pixel_digests(found, PIXELS_RECIPE)


@dataclass(frozen=True, slots=True)
class _Sides:
    """Looks up what a comparison needs of a record; pictures only when it is their turn."""

    bench: Bench
    records: Mapping[RecordId, ImageRecord]
    pixels: Mapping[Digest, bytes | None]
    keypoints: Mapping[Digest, int]

    @classmethod
    def of(cls, bench: Bench, records: Mapping[RecordId, ImageRecord]) -> _Sides:
        pixels = bench.index.pixel_digests(PIXELS_RECIPE)
        return cls(bench, records, pixels, bench.index.features.keypoints(FEATURES_RECIPE))

    def of_pair(self, pair: CandidatePair) -> tuple[VerifySide, VerifySide] | None:
        """Return both sides, or None where a small picture is missing."""
        left, right = self._side(pair.left), self._side(pair.right)
        return None if left is None or right is None else (left, right)

    def cost_s(self, pair: CandidatePair) -> float:
        """Return the expected cost of a comparison, without reading anything for it."""
        return verify_work(*self.light(pair), pair).cost

    def light(self, pair: CandidatePair) -> tuple[VerifySide, VerifySide]:
        """Return both sides without their pictures: what digests know."""
        left, right = self.records[pair.left], self.records[pair.right]
        return (
            VerifySide(left, b"", b"", self.pixels.get(left.digest)),
            VerifySide(right, b"", b"", self.pixels.get(right.digest)),
        )

    def recipe(self, pair: CandidatePair) -> str:
        """Return what a comparison of these two is made with."""
        both = (self.records[pair.left], self.records[pair.right])
        is_full = all(one.is_blank or one.digest in self.keypoints for one in both)
        return WITH_DETAILS if is_full else VERIFY_RECIPE

    def _side(self, which: RecordId) -> VerifySide | None:
        record, index = self.records[which], self.bench.index
        proxy = index.picture(record.digest, PictureKind.PROXY)
        if proxy is None:
            return None
        features = None
        if self.keypoints.get(record.digest, 0) >= FEWEST_KEYPOINTS:
            features = index.features.features(record.digest, FEATURES_RECIPE)
        pixels = self.pixels.get(record.digest)
        return VerifySide(record, self.bench.absolute(record), proxy, pixels, features)


class _Batch:
    """Collects comparisons and writes them a transaction at a time."""

    def __init__(self, index: IndexFile, sides: _Sides) -> None:
        self._index = index
        self._sides = sides
        self._compared: list[tuple[CandidatePair, VerifiedPair | None]] = []
        self.count = 0

    def add(self, candidate: CandidatePair, pair: VerifiedPair | None) -> None:
        self._compared.append((candidate, pair))
        self.count += 1
        if len(self._compared) >= BATCH:
            self.flush()

    def flush(self) -> None:
        for recipe in CURRENT:
            if some := [one for one in self._compared if self._sides.recipe(one[0]) == recipe]:
                self._index.put_verified(some, recipe)
        self._compared = []


def _work(candidate: CandidatePair, sides: _Sides, batch: _Batch) -> Work | None:
    """Return the work of a comparison; None where nothing has to be, or can be, compared."""
    known = known_pair(*sides.light(candidate), candidate)
    if known is not None:
        batch.add(candidate, known)
        return None
    both = sides.of_pair(candidate)
    return None if both is None else verify_work(*both, candidate)


def _could_be_equal(left: ImageRecord, right: ImageRecord) -> bool:
    one, other = left.picture, right.picture
    is_same_size = (one.width_px, one.height_px) == (other.width_px, other.height_px)
    return is_same_size and left.digest != right.digest
