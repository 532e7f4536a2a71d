"""How much memory searching and grouping take in the parent process, an image and a million.

Run as `python -m tests.benchmarks.bench_memory [--images 100000] [--pairs 7]`. Another process
fills an index with made-up images: each shares details with so many others, and all those pairs are
compared already. Groups of four are copies and each image has a look-alike, with all the evidence
that a comparison keeps; the rest are unrelated. Then searching and grouping run over it as in a run
that finds nothing left to compare, and the peak of this process is told: what it holds before (the
program itself) and what each image adds. The children, which hold pictures, are not counted.
Figures are printed, nothing is judged.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import compress
from pathlib import Path

import numpy as np

from dedup_desk.core.pairs import (
    Box,
    CandidatePair,
    ChangedRegion,
    Evidence,
    Finding,
    Relation,
    ToneFit,
    VerifiedPair,
)
from dedup_desk.core.progress import CancelToken, Progress
from dedup_desk.core.records import RecordId
from dedup_desk.core.search import candidates
from dedup_desk.core.suggestions import HIT
from dedup_desk.engine.features import FEATURES_RECIPE
from dedup_desk.engine.lookup import LOOKUP_RECIPE
from dedup_desk.engine.measure import RECIPE
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.services.bench import Bench, Depth
from dedup_desk.services.matching import match_images
from dedup_desk.services.verifying import WITH_DETAILS
from dedup_desk.store.feature_store import PackedFeatures
from dedup_desk.store.index_file import IndexFile
from tests.helpers.builders import a_pair
from tests.helpers.projects import measured

A_BATCH = 2_000
KEYPOINTS = 250
COPIES = 4
"""Images of each group."""

EVIDENCE = Evidence(
    correlation=0.97,
    quartile=0.95,
    bad_share=0.01,
    fine_bad_share=0.01,
    fine_blocks=2,
    fine_size_px=1280,
    tone=ToneFit(1.02, 0.98, 1.01, 0.01, 0.02),
    regions=tuple(
        ChangedRegion(Box(at, at, at + 90, at + 60), Box(at, at, at + 90, at + 60), 0.01)
        for at in (40, 400)
    ),
    distance_bits=6,
)


def main() -> None:
    """Fill, run, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--images", type=int, default=100_000)
    options.add_argument("--pairs", type=int, default=7, help="candidate pairs an image")
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="dedup-desk-memory-") as folder:
        filling = multiprocessing.get_context("spawn").Process(
            target=_fill, args=(Path(folder), given.images, given.pairs)
        )
        filling.start()
        filling.join()
        if filling.exitcode:
            raise SystemExit("the index could not be filled")
        _measure(Path(folder), given.images)


def _fill(folder: Path, images: int, pairs: int) -> None:
    with IndexFile.open(folder) as index:
        for some in _batches(images):
            made = [measured(f"{number:07}.jpg", recipe=RECIPE) for number in some]
            index.put_measured(made)
            packed = {one.digest: PackedFeatures(b"-", KEYPOINTS) for one in made}
            index.features.put_features(packed, FEATURES_RECIPE)
        records = index.records()
        numbers = index.features.give_numbers(one.digest for one in records.values())
        content = [numbers[one.digest] for one in records.values()]
        ids = list(records)
        for some in _batches((images - pairs) // COPIES * COPIES):  # in whole groups
            asked = {content[at]: _hits(content[at + 1 : at + 1 + pairs]) for at in some}
            index.features.put_answers(asked, LOOKUP_RECIPE)
            compared = [_compared(ids, at, other) for at in some for other in range(1, pairs + 1)]
            index.put_verified(compared, WITH_DETAILS)
        rows, phash64, _phash256 = index.fingerprints(RECIPE)
        done = index.compared_keys(WITH_DETAILS)
        near = candidates(rows, phash64, records)  # made-up fingerprints are near by chance
        is_done = done.holds((one.left, one.right) for one in near)
        by_chance = [(one, None) for one in compress(near, ~is_done)]
        index.put_verified(by_chance, WITH_DETAILS)


def _batches(count: int) -> Iterator[range]:
    for start in range(0, count, A_BATCH):
        yield range(start, min(count, start + A_BATCH))


def _hits(found: list[int]) -> np.ndarray:
    return np.array([(one, 0.9 - at / 100) for at, one in enumerate(found)], HIT)


def _compared(
    ids: list[RecordId], at: int, other: int
) -> tuple[CandidatePair, VerifiedPair | None]:
    """Return what was found: copies inside a group, one look-alike for each image outside it."""
    left, right = ids[at], ids[at + other]
    candidate = CandidatePair(left, right, 6, 0, 0.5)
    if at // COPIES == (at + other) // COPIES:
        return candidate, replace(a_pair(left, right), evidence=EVIDENCE)
    if other == COPIES:
        look = a_pair(left, right, Relation.LOOK, finding=Finding.LOOK, score=0.6)
        return candidate, replace(look, evidence=EVIDENCE)
    return candidate, None


def _measure(folder: Path, images: int) -> None:
    peaks: list[tuple[str, int]] = []

    def note(progress: Progress) -> None:
        peaks.append((progress.stage.english(), _peak_bytes()))

    with IndexFile.open(folder) as index, WorkerPool(1) as pool:
        before = _peak_bytes()
        started_s = time.process_time()
        matched = match_images(Bench(index, {}, pool, note, CancelToken()), frozenset(), Depth.DEEP)
        taken_s = time.process_time() - started_s
    if matched.compared or not matched.clusters:
        raise SystemExit(f"{matched.compared} pairs were compared: the index was not filled right")
    added = _peak_bytes() - before
    print(f"{images:,} images, {len(matched.clusters):,} groups, {taken_s:.0f} s of processor")
    print(f"before: {before / 1e6:.0f} MB")
    for stage, bytes_ in peaks:
        print(f"peak when it began '{stage}': {(bytes_ - before) / images:,.0f} bytes an image")
    print(f"peak: {added / images:,.0f} bytes an image, {added / images / 1e3:.2f} GB a million")


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
