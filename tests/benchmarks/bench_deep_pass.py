"""What the deep pass costs an image and a pair, and which stage takes how much of it.

Run as `python -m tests.benchmarks.bench_deep_pass [FOLDER] [--scale 24]`. The labelled collection
is drawn into FOLDER unless it is there (see `variants.py`). All work is done in this one process
and timed in its own processor time, so that another load does not change the shares; two processes
do two pairs at a time. Times are printed, nothing is judged.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as in the child processes that do this work

import argparse
import functools
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dedup_desk.core.pairs import CandidatePair
from dedup_desk.engine import checks, examine, page_pair, verify
from dedup_desk.engine.feature_index import FeatureIndex, postings_of
from dedup_desk.engine.features import FEATURES_RECIPE, features_task, features_work, read_features
from dedup_desk.engine.fine_shelf import FineShelf
from dedup_desk.engine.pool import Work
from dedup_desk.engine.verify import read_verified, verify_task, verify_work
from dedup_desk.store.pictures import PictureKind
from tests.benchmarks.judging.asked import Asked, PairKind, asked_pairs
from tests.benchmarks.judging.measuring import Measured, measured
from tests.benchmarks.judging.verifying import as_candidate
from tests.benchmarks.labelled.collecting import Plan, labels_at_hand
from tests.benchmarks.labelled.truth import Half, Label

STAGES: tuple[tuple[Any, str, str], ...] = (
    (verify, "placed_by_features", "agreement of keypoints"),
    (verify, "decode", "decoding of small pictures"),
    (examine, "align", "rough alignment"),
    (examine, "without_bars", "frames and bars"),
    (examine, "frames", "frames and bars"),
    (examine, "finely_laid", "sharpening of the alignment"),
    (examine, "confirmed_look", "fine look"),
    (checks, "with_subtle_changes", "fine look"),
    (examine, "tone_look", "tones"),
    (examine, "told_by_channels", "tones"),
    (examine, "changed_places", "changed places, overlays"),
    (examine, "agreed_side", "changed places, overlays"),
    (examine, "lettered_side", "changed places, overlays"),
    (page_pair, "is_cloned_lettering", "changed places, overlays"),
    (page_pair, "shows_an_object", "page or product, letters"),
    (page_pair, "letter_height_px", "page or product, letters"),
    (page_pair, "lost_detail_share", "page or product, letters"),
    (FineShelf, "_decoded", "decoding of the files"),
)
"""Where a stage's work is called from, by which name, and what it is called here."""


class Stopwatch:
    """Processor time by stage; a stage within a stage is counted once, for the inner one."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Return the same work, timed."""

        @functools.wraps(work)
        def run(*args: object, **named: object) -> Any:
            begun = time.process_time()
            self._inner.append(0.0)
            try:
                return work(*args, **named)
            finally:
                whole = time.process_time() - begun
                self.seconds[stage] += whole - self._inner.pop()
                self._inner[-1] += whole

        return run

    @contextmanager
    def listening(self) -> Iterator[None]:
        """Time every stage while this lasts."""
        with ExitStack() as stack:
            for room, name, stage in STAGES:
                timed = self.timed(stage, getattr(room, name))
                stack.enter_context(patch.object(room, name, timed))
            yield


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, help="of the collection")
    options.add_argument("--scale", type=int, default=24, help="about how many originals")
    options.add_argument("--originals", type=int, default=24, help="compare those of so many")
    given = options.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp(prefix="dedup-desk-deep-pass-"))
    labels = labels_at_hand(Plan(folder, None if given.folder else given.scale, 2))
    facts = measured(folder, Half.FIT, labels, 2)
    sources = sorted({one.source for one in labels if one.half is Half.FIT})
    chosen = set(sources[:: max(1, len(sources) // given.originals)])
    some = [one for one in labels if one.half is Half.FIT and one.source in chosen]
    _images(some, facts)
    _pairs(asked_pairs(some, Half.FIT, facts, frozenset()), facts)


def _images(labels: Sequence[Label], facts: Measured) -> None:
    digests = [facts.records[one.path].digest for one in labels]
    proxies = [facts.index.picture(one, PictureKind.PROXY) for one in digests]
    begun = time.process_time()
    for proxy in filter(None, proxies):
        features_task(features_work([proxy]).parcel, ())
    _told("keypoints", time.process_time() - begun, len(proxies), "image")
    packed = [facts.index.features.features(one, FEATURES_RECIPE) for one in digests]
    known = [read_features(one) for one in packed if one is not None]
    begun = time.process_time()
    postings = postings_of(list(enumerate(known)))
    _told("postings", time.process_time() - begun, len(known), "image")
    index = FeatureIndex([postings])
    begun = time.process_time()
    for one in known:
        index.query(one)
    _told(f"query among {len(known)}", time.process_time() - begun, len(known), "image")


def _pairs(asked: Iterable[Asked], facts: Measured) -> None:
    kinds: dict[str, tuple[Stopwatch, list[float]]] = {}
    for one in asked:
        candidate = as_candidate(one, facts)
        sides = [facts.side(label) for label in (one.one, one.other)]
        left, right = sorted(sides, key=lambda side: side.record.id)
        work = verify_work(left, right, candidate)
        if work.files:
            kind, watch, seconds = _compared(one, work, candidate)
            mine = kinds.setdefault(kind, (Stopwatch(), []))
            for stage, took in watch.seconds.items():
                mine[0].seconds[stage] += took
            mine[1].append(seconds)
    for kind, (watch, spent) in sorted(kinds.items()):
        _told(kind, sum(spent), len(spent), "pair")
        rest = sum(spent) - sum(watch.seconds.values())
        stages = sorted(watch.seconds.items(), key=lambda item: -item[1])
        for stage, seconds in [*stages, ("packing, naming, the rest", rest)]:
            each_ms = seconds / len(spent) * 1000
            print(f"    {stage:32} {each_ms:8.1f} ms  {seconds / sum(spent):6.1%}")


def _compared(asked: Asked, work: Work, candidate: CandidatePair) -> tuple[str, Stopwatch, float]:
    watch = Stopwatch()
    with ExitStack() as stack, watch.listening():
        files = tuple(
            stack.enter_context(Path(os.fsdecode(path)).open("rb")) for path in work.files
        )
        begun = time.process_time()
        answer = verify_task(work.parcel, files)
        seconds = time.process_time() - begun
    pair = read_verified(work, answer)
    if pair is None:
        return "strangers, refused", watch, seconds
    is_page = "page" in pair.evidence.notes
    what = "copies" if asked.kind is PairKind.COPY else "others that are shown"
    return f"{what}, {'pages' if is_page else 'pictures'}", watch, seconds


def _told(what: str, seconds: float, count: int, unit: str) -> None:
    print(f"{what:36} {seconds / max(count, 1) * 1000:8.1f} ms of processor a {unit} ({count})")


if __name__ == "__main__":
    main()
