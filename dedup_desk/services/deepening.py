"""The deep pass: details of every picture, an inverted file of them, and one question for each.

Works on stored proxies alone: no file of the collection is opened. Each stage keeps what it
finishes, by content and recipe. Questions begin when the details of all contents of the run are in
the inverted file, so what is found depends neither on the order of answers nor on the number of
processes nor on interruptions; a later run asks for new contents only (see `core/suggestions.py`
for what that may miss, and why it hardly does).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.features import FEWEST_KEYPOINTS
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import Digest, ImageRecord
from dedup_desk.engine.feature_index import postings_of
from dedup_desk.engine.features import (
    FEATURES_RECIPE,
    features_work,
    read_features,
    read_features_answer,
)
from dedup_desk.engine.lookup import LOOKUP_RECIPE, MOST_QUESTIONS, lookup_work, read_lookup
from dedup_desk.engine.own_disk import OwnDisk
from dedup_desk.engine.pool import Work
from dedup_desk.services.auditing import DepthCount
from dedup_desk.services.bench import Bench
from dedup_desk.services.jobs import Pace
from dedup_desk.store.feature_store import PackedFeatures
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.pictures import PictureKind
from dedup_desk.store.segments import Segment, SegmentStore

FINDING: Final = QT_TRANSLATE_NOOP("Messages", "Finding details in pictures")
ARRANGING: Final = QT_TRANSLATE_NOOP("Messages", "Sorting the details")
ASKING: Final = QT_TRANSLATE_NOOP("Messages", "Looking for parts of pictures")

PROXIES_A_WORK: Final = 16
KEPT_AT_ONCE: Final = 64
"""Contents whose features are written in one transaction."""

ANSWERS_KEPT_AT_ONCE: Final = 256
CONTENTS_A_SEGMENT: Final = 512
"""As many features are in memory at a time, some 18 MB."""

MOST_SEGMENTS: Final = 12
"""A child takes no more than 16 open files."""

_NOT_ASKED: Final = QT_TRANSLATE_NOOP(
    "Messages",
    "For {count} pictures the search for parts could not be made: the files of the index could not "
    "be read. What was found is kept; check the disk of {folder}, then go on.",
)

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Deepened:
    """What one deep pass did.

    Attributes:
        described: contents whose details were found in this run.
        asked: contents for which the inverted file was asked in this run.
    """

    described: int = 0
    asked: int = 0


def deepen(bench: Bench, records: Iterable[ImageRecord]) -> Deepened:
    """Find the details of all pictures and ask for each that was not asked for yet.

    Args:
        bench: the index, already holding every measured image, and what else is needed.
        records: all images.

    Raises:
        Cancelled: asked to stop; everything finished is kept.
        SurroundingsError: the index's folder cannot be written or read.
    """
    contents = {record.digest for record in records if not record.is_blank}
    numbers = bench.index.features.give_numbers(contents)
    described = describe(bench, contents)
    known = bench.index.features.keypoints(FEATURES_RECIPE)
    rich = {
        numbers[digest]: digest
        for digest, keypoints in known.items()
        if digest in contents and keypoints >= FEWEST_KEYPOINTS
    }
    answered = bench.index.features.answered(LOOKUP_RECIPE)
    bench.index.features.forget_answers(answered - rich.keys())
    unasked = sorted(rich.keys() - answered)
    if unasked:
        _ask(bench, rich, unasked, _arranged(bench, rich))
    return Deepened(described, len(unasked))


def count_depth(index: IndexFile) -> DepthCount:
    """Count how many images the deep pass has looked through; reads no picture."""
    known = index.features.keypoints(FEATURES_RECIPE)
    answered = index.features.answered(LOOKUP_RECIPE)
    asked = {digest for digest, one in index.features.numbers().items() if one in answered}
    counts = Counter(
        "faint"
        if known.get(digest, FEWEST_KEYPOINTS) < FEWEST_KEYPOINTS
        else "searched"
        if digest in asked
        else "missing"
        for digest in index.contents()
    )
    return DepthCount(**counts)


def describe(bench: Bench, contents: Collection[Digest]) -> int:
    """Find and keep the details of contents that today's recipe has not described.

    A content whose proxy kills its child is left undescribed: it is compared as a whole only.

    Returns:
        How many were described.
    """
    known = bench.index.features.keypoints(FEATURES_RECIPE)
    todo = sorted(set(contents) - known.keys())
    if not todo:
        return 0
    keeper = _Keeper(bench, Pace(float(len(todo))), len(todo))
    failed = keeper.describe(todo, PROXIES_A_WORK)
    keeper.describe(failed, 1)  # whatever killed the others, they are not to pay for it
    return keeper.kept


class _Keeper:
    """Collects features and writes them a transaction at a time."""

    def __init__(self, bench: Bench, pace: Pace, total: int) -> None:
        self._bench = bench
        self._pace = pace
        self._total = total
        self._waiting: dict[Digest, PackedFeatures] = {}
        self.kept = 0

    def describe(self, todo: Sequence[Digest], at_once: int) -> list[Digest]:
        """Describe contents, so many a work; return those of works that failed."""
        bench, failed = self._bench, list[Digest]()
        works = (self._work(some) for some in _batches(todo, at_once))
        asked = (work for work in works if work is not None)
        try:
            for work, answer in bench.pool.run(asked, bench.cancel):
                digests: tuple[Digest, ...] = work.tag  # type: ignore[assignment]  # `_work` put it there
                packed = read_features_answer(work, answer)
                failed += () if packed else digests
                self._keep(dict(zip(digests, packed, strict=False)))
                self._pace.advance(len(packed))
                bench.tell(FINDING, self._pace, self.kept, self._total)
        finally:
            self._flush()
        return failed

    def _work(self, digests: Iterable[Digest]) -> Work | None:
        picture = self._bench.index.picture
        proxies = {one: picture(one, PictureKind.PROXY) for one in digests}
        there = {one: proxy for one, proxy in proxies.items() if proxy is not None}
        return features_work(tuple(there.values()), tuple(there)) if there else None

    def _keep(self, found: Mapping[Digest, bytes]) -> None:
        for digest, data in found.items():
            self._waiting[digest] = PackedFeatures(data, len(read_features(data)))
        self.kept += len(found)
        if len(self._waiting) >= KEPT_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        self._bench.index.features.put_features(self._waiting, FEATURES_RECIPE)
        self._waiting = {}


def _arranged(bench: Bench, rich: Mapping[int, Digest]) -> tuple[Segment, ...]:
    """Bring the inverted file to exactly the contents in `rich`, by number."""
    check = bench.cancel.check
    store = bench.index.segments(OwnDisk(), LOOKUP_RECIPE)
    alive = np.zeros(max(rich) + 1, np.bool_)
    alive[list(rich)] = True
    segments = _without_the_gone(store, store.sound(check), alive, check)
    there = {number for one in segments for number in one.members.tolist()}
    missing = sorted(rich.keys() - there)
    pace = Pace(float(len(missing)))
    for numbers in _batches(missing, CONTENTS_A_SEGMENT):
        bench.tell(ARRANGING, pace, round(pace.done_cost), len(missing))
        segments.append(_segment(bench, store, {one: rich[one] for one in numbers}))
        pace.advance(len(numbers))
        if len(segments) > MOST_SEGMENTS:
            segments = _fewer(store, segments, alive, check)
    return tuple(segments)


def _without_the_gone(
    store: SegmentStore,
    segments: Iterable[Segment],
    alive: NDArray[np.bool_],
    check: Callable[[], None],
) -> list[Segment]:
    kept: list[Segment | None] = []
    for one in segments:
        is_whole = one.members[-1] < len(alive) and bool(alive[one.members].all())
        kept.append(one if is_whole else store.merge([one], alive, check))
    return [one for one in kept if one is not None]


def _segment(bench: Bench, store: SegmentStore, contents: Mapping[int, Digest]) -> Segment:
    numbered = []
    check = bench.cancel.check
    for number, digest in contents.items():
        check()
        packed = bench.index.features.features(digest, FEATURES_RECIPE)
        if packed is not None:
            numbered.append((number, read_features(packed)))
    return store.add(postings_of(numbered), np.array(sorted(contents), np.uint32), check)


def _fewer(
    store: SegmentStore,
    segments: Sequence[Segment],
    alive: NDArray[np.bool_],
    check: Callable[[], None],
) -> list[Segment]:
    """Merge the small ones: each posting is written again only when its segment doubles."""
    smallest = sorted(segments, key=lambda one: (one.size_bytes, one.id))
    count, size_bytes = 2, sum(one.size_bytes for one in smallest[:2])
    for one in smallest[2:]:
        if one.size_bytes > size_bytes and len(segments) - count < MOST_SEGMENTS:
            break
        count, size_bytes = count + 1, size_bytes + one.size_bytes
    merged = store.merge(smallest[:count], alive, check)
    return [one for one in (merged, *smallest[count:]) if one is not None]


def _ask(
    bench: Bench,
    rich: Mapping[int, Digest],
    unasked: Sequence[int],
    segments: Sequence[Segment],
) -> None:
    pace = Pace(float(len(unasked)))
    asking = _Asking(bench, segments, rich)
    left = list(unasked)
    for at_once in (MOST_QUESTIONS, 1):
        left = asking.ask(left, at_once, pace, len(unasked))
    if left:
        folder = segments[0].path.rpartition(b"/")[0] if segments else b""
        raise SurroundingsError(message(_NOT_ASKED, count=len(left), folder=folder))


class _Asking:
    """Asks and keeps the answers, a transaction at a time."""

    def __init__(
        self, bench: Bench, segments: Sequence[Segment], rich: Mapping[int, Digest]
    ) -> None:
        self._bench = bench
        self._rich = rich
        self._paths = [one.path for one in segments]
        self._size_bytes = sum(one.size_bytes for one in segments)
        self._waiting: dict[int, NDArray[np.void]] = {}

    def ask(self, numbers: Sequence[int], at_once: int, pace: Pace, total: int) -> list[int]:
        """Ask for contents, so many a work; return those of works that failed."""
        bench, failed = self._bench, list[int]()
        works = (self._work(some) for some in _batches(numbers, at_once))
        try:
            for work, answer in bench.pool.run(works, bench.cancel):
                asking: tuple[int, ...] = work.tag  # type: ignore[assignment]  # `_work` put it there
                answers = read_lookup(work, answer)
                failed += () if answers else asking
                self._keep(dict(zip(asking, answers, strict=False)))
                pace.advance(len(answers))
                bench.tell(ASKING, pace, round(pace.done_cost), total)
        finally:
            self._flush()
        return failed

    def _work(self, numbers: Sequence[int]) -> Work:
        features = self._bench.index.features
        packed = (features.features(self._rich[one], FEATURES_RECIPE) for one in numbers)
        known = tuple(one or b"" for one in packed)
        return lookup_work(known, self._paths, self._size_bytes, tuple(numbers))

    def _keep(self, answers: Mapping[int, NDArray[np.void]]) -> None:
        self._waiting |= {
            number: hits[hits["content"] != number] for number, hits in answers.items()
        }
        if len(self._waiting) >= ANSWERS_KEPT_AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        self._bench.index.features.put_answers(self._waiting, LOOKUP_RECIPE)
        self._waiting = {}


def _batches(values: Iterable[One], count: int) -> Iterator[tuple[One, ...]]:
    left = iter(values)
    while some := tuple(islice(left, count)):
        yield some
