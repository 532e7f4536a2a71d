"""Which copies the inverted file of details finds among 50,000 pictures, and what a question costs.

Run as `python -m tests.benchmarks.bench_candidates [FOLDER] [--scale 60] [--images 50000]`. The
labelled collection is drawn into FOLDER unless it is there (see `variants.py`). Originals of the
blind half go into the index, their copies ask. The other pictures of the index are made of the real
keypoints of the fitting half, which shows other photographs: jittered, and every second time dealt
out anew. Recall is the share of copies whose original is among the first 20 hits.

Counts are judged (exit code 1 where one is missed), times only printed: at most 50,000 postings a
question, 20 bytes a keypoint, recall .965. The time bar is 15 ms of processor a question.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the child processes that ask

import argparse
import itertools
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.features import Features, Postings
from dedup_desk.engine import cv
from dedup_desk.engine.decode import decode
from dedup_desk.engine.feature_index import FeatureIndex, Hit, merged, postings_of
from dedup_desk.engine.features import (
    MOST_KEYPOINTS,
    find_features,
    packed_features,
    read_features,
)
from dedup_desk.engine.measure import PROXY_PX, small_pictures
from tests.benchmarks.labelled.collecting import Plan, labels_at_hand
from tests.benchmarks.labelled.truth import Half, Kind, Label

HITS, LEAST_SCORE = 20, 0.2
MOST_POSTINGS, LEAST_RECALL, POSTING_BYTES = 50_000, 0.965, 20
MOST_COPIES, MOST_OTHERS = 2_000, 800
IMAGES_A_SEGMENT = 10_000
CUTS = (0.1, 0.15, 0.2, 0.25, 0.3)
NOISE = 45.0
"""Leaves a median of 20 of 64 signature bits different: another detail of the same kind."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One copy that asked.

    Attributes:
        family: of the copy.
        right: score of its original, 0 where it is not among the hits.
        strangers: scores of the other hits.
        postings: looked at.
        seconds: of the processor.
    """

    family: str
    right: float
    strangers: tuple[float, ...]
    postings: int
    seconds: float


def main() -> None:
    """Draw, index, ask and print."""
    given = _options().parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="dedup-desk-candidates-"))
    labels = labels_at_hand(Plan(folder, given.scale, given.jobs))
    asked, others = _wanted(labels)
    with multiprocessing.get_context("spawn").Pool(given.jobs) as pool:
        found = dict(_described(pool, folder, [*asked, *others]))
    numbers, index = _indexed(asked, others, found, given.images)
    answers, detailless = _ask(asked, found, numbers, index)
    print(f"{len(numbers)} originals among {given.images:,} pictures, {len(index):,} keypoints")
    print(f"{detailless} copies or their originals have fewer than 8 keypoints and do not count")
    sys.exit(0 if _report(answers, index, given.images) else 1)


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path, nargs="?", help="where the collection is kept")
    options.add_argument("--scale", type=int, help="about how many originals (all by default)")
    options.add_argument("--images", type=int, default=50_000, help="in the index")
    options.add_argument("--jobs", type=int, default=2, help="processes")
    return options


def _wanted(labels: Sequence[Label]) -> tuple[list[Label], list[Label]]:
    """Return the blind originals with their copies, and what the other pictures are made of."""
    blind = [one for one in labels if one.half is Half.BLIND]
    originals = [one for one in blind if one.kind is Kind.ORIGINAL]
    copies = [one for one in blind if one.kind is Kind.COPY]
    others = [one for one in labels if one.half is Half.FIT and one.kind is not Kind.PLAIN]
    return [*originals, *_some(copies, MOST_COPIES)], _some(others, MOST_OTHERS)


def _some(labels: Sequence[Label], most: int) -> list[Label]:
    """Return at most so many, evenly chosen and not in step with the wheel of variants."""
    if len(labels) <= most:
        return list(labels)
    rows = np.random.default_rng(5).choice(len(labels), most, replace=False)
    return [labels[row] for row in np.sort(rows)]


def _described(
    pool: multiprocessing.pool.Pool, folder: Path, labels: Sequence[Label]
) -> Iterator[tuple[str, Features]]:
    paths = [folder / one.path for one in labels]
    for one, packed in zip(labels, pool.imap(describe, paths, 16), strict=True):
        yield one.path, read_features(packed)


def describe(path: Path) -> bytes:
    """Return the packed features of a file, as the quick and the deep pass make them."""
    proxy = small_pictures(decode(path.read_bytes(), PROXY_PX).pixels).proxy
    grey = cv.grey_of_jpeg(proxy)
    if grey is None:
        raise ValueError(f"{path} has no proxy")
    return packed_features(find_features(grey))


def _indexed(
    asked: Sequence[Label], others: Sequence[Label], found: dict[str, Features], images: int
) -> tuple[dict[str, int], FeatureIndex]:
    originals = [one for one in asked if one.kind is Kind.ORIGINAL]
    numbers = {one.source: number for number, one in enumerate(originals)}
    segments = [postings_of([(numbers[one.source], found[one.path]) for one in originals])]
    crowd = _crowd([found[one.path] for one in others], images - len(numbers))
    waiting: list[Postings] = []
    for number, features in enumerate(crowd, len(numbers)):
        waiting.append(postings_of([(number, features)]))
        if len(waiting) == IMAGES_A_SEGMENT:
            segments.append(merged(waiting))
            waiting = []
    return numbers, FeatureIndex([*segments, merged(waiting)])


def _crowd(real: Sequence[Features], count: int) -> Iterator[Features]:
    """Yield so many pictures that do not exist, of details that do."""
    chance = np.random.default_rng(7)
    points = np.concatenate([one.points for one in real])
    descriptors = np.concatenate([one.descriptors for one in real])
    spread = NOISE * np.sqrt((np.arange(256, dtype=np.float32) + 4) / 40)
    noise = chance.standard_normal(1 << 22, np.float32)
    made = 0
    for turn in itertools.count():
        order = chance.permutation(len(points)) if turn % 2 else np.arange(len(points))
        for at in range(0, len(order) - MOST_KEYPOINTS + 1, MOST_KEYPOINTS):
            rows = order[at : at + MOST_KEYPOINTS]
            jitter = noise[chance.integers(1 << 20) :][: len(rows) * 128].reshape(-1, 128)
            if made == count:
                return
            yield Features(points[rows], _jittered(descriptors[rows], jitter, spread), 512, 512)
            made += 1


def _jittered(
    descriptors: NDArray[np.uint8], jitter: NDArray[np.float32], spread: NDArray[np.float32]
) -> NDArray[np.uint8]:
    moved = np.clip(descriptors + jitter * spread[descriptors], 0, 255)
    length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1)
    return np.clip(moved * (512 / length), 0, 255).astype(np.uint8)


def _ask(
    asked: Sequence[Label],
    found: dict[str, Features],
    numbers: dict[str, int],
    index: FeatureIndex,
) -> tuple[list[Answered], int]:
    copies = [one for one in asked if one.kind is Kind.COPY]
    has_detail = {
        one.source: found[one.path].has_detail for one in asked if one.kind is Kind.ORIGINAL
    }
    index.query(found[copies[0].path])  # touches what is touched first
    answers = [
        _answered(one.family, found[one.path], numbers[one.source], index)
        for one in copies
        if has_detail[one.source] and found[one.path].has_detail
    ]
    return answers, len(copies) - len(answers)


def _answered(family: str, features: Features, right: int, index: FeatureIndex) -> Answered:
    started = time.process_time()
    hits, effort = index.counted_query(features, HITS, min(CUTS))
    seconds = time.process_time() - started
    strangers = tuple(hit.score for hit in hits if hit.image != right)
    return Answered(family, _score(hits, right), strangers, effort.postings, seconds)


def _score(hits: Sequence[Hit], image: int) -> float:
    return next((hit.score for hit in hits if hit.image == image), 0.0)


def _report(answers: Sequence[Answered], index: FeatureIndex, images: int) -> bool:
    for family in sorted({one.family for one in answers}):
        scores = [one.right for one in answers if one.family == family]
        print(f"  {family:16} {_share(scores, LEAST_SCORE):.3f} of {len(scores)}")
    scores = [one.right for one in answers]
    for cut in CUTS:
        others = np.mean([sum(score >= cut for score in one.strangers) for one in answers])
        print(
            f"score {cut:.2f}: recall@{HITS} {_share(scores, cut):.4f}, {others:.2f} strangers each"
        )
    seconds = [one.seconds for one in answers]
    postings = float(np.mean([one.postings for one in answers]))
    print(f"{np.mean(seconds) * 1000:.1f} ms of processor a question (bar 15), ", end="")
    print(f"95 % within {np.percentile(seconds, 95) * 1000:.1f}; {postings:,.0f} postings each")
    print(f"{len(index) * POSTING_BYTES / images:,.0f} bytes an image: ", end="")
    print(f"{len(index) * POSTING_BYTES / images / 1000:.1f} GB a million, mapped from the disk")
    recall = _share(scores, LEAST_SCORE)
    print(f"recall@{HITS} {recall:.4f} of {len(scores)} (bar {LEAST_RECALL})")
    return recall >= LEAST_RECALL and postings <= MOST_POSTINGS


def _share(scores: Sequence[float], cut: float) -> float:
    return float(np.mean([score >= cut for score in scores]))


if __name__ == "__main__":
    main()
