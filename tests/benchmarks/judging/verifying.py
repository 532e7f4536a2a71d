"""Compares asked pairs with the program's verifier, and listens to what it observed."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from dedup_desk.core.observed import Observed
from dedup_desk.core.pairs import CandidatePair, VerifiedPair
from dedup_desk.engine import examine, ruled_out
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import Work
from dedup_desk.engine.verify import known_pair, read_verified, verify_task, verify_work
from tests.benchmarks.judging.asked import Asked, nearest_bits
from tests.benchmarks.judging.measuring import Measured

SUGGESTED = 1.0
"""Votes of a pair that fingerprints alone would not have suggested."""

_NEAR_BITS = 10
_AT_ONCE = 256

Numbers = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Verified:
    """A pair that was compared.

    Attributes:
        asked: which.
        pair: as the index would keep it; None where the two have nothing to do with each other.
        observed: the numbers that the last decision was made on, empty where none was made.
        candidate: as it was handed to the verifier.
    """

    asked: Asked
    pair: VerifiedPair | None
    observed: Numbers
    candidate: CandidatePair


Question = tuple[Asked, CandidatePair]


def verified(
    questions: Sequence[Question], measured: Measured, jobs: int, *, is_whole: bool = False
) -> Iterator[Verified]:
    """Yield every pair compared, in the order asked.

    Args:
        questions: pairs, those of one original together: its picture is then decoded once.
        measured: of their half.
        jobs: processes.
        is_whole: look closely at every pair that is aligned, as a fit wants it; the program does
            not where nothing could come of it.
    """
    answer_one = partial(_answer, is_whole=is_whole)
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        for begin in range(0, len(questions), _AT_ONCE):
            some = questions[begin : begin + _AT_ONCE]
            works = list(_works(some, measured))
            parcels = [(one.parcel, one.files) if one else None for one, _ in works]
            answers = pool.map(answer_one, parcels, chunksize=16)
            for one, (work, exact), answer in zip(some, works, answers, strict=True):
                yield _read(_Compared(one, work, exact, answer))


@dataclass(frozen=True, slots=True)
class _Compared:
    question: Question
    work: Work | None
    exact: VerifiedPair | None
    answer: tuple[Parcel, Numbers] | None


def _read(one: _Compared) -> Verified:
    asked, candidate = one.question
    if one.work is None or one.answer is None:
        return Verified(asked, one.exact, {}, candidate)
    parcel, observed = one.answer
    return Verified(asked, read_verified(one.work, parcel), observed, candidate)


def _works(
    questions: Iterable[Question], measured: Measured
) -> Iterator[tuple[Work | None, VerifiedPair | None]]:
    for one, candidate in questions:
        sides = _in_order(measured.side(one.one), measured.side(one.other))
        exact = known_pair(*sides, candidate)
        yield (None, exact) if exact else (verify_work(*sides, candidate), None)


def _in_order(one: Any, other: Any) -> tuple[Any, Any]:
    return (one, other) if one.record.id < other.record.id else (other, one)


def as_candidate(asked: Asked, measured: Measured) -> CandidatePair:
    """Return a pair as a candidate, whether or not the program would have found it."""
    pair = (asked.one, asked.other)
    left, right = sorted(pair, key=lambda one: measured.records[one.path].id)
    bits, symmetry = nearest_bits(measured, left.path, right.path)
    ids = (measured.records[left.path].id, measured.records[right.path].id)
    return CandidatePair(*ids, bits, symmetry, 0.0 if bits <= _NEAR_BITS else SUGGESTED)


def _answer(question: Any, *, is_whole: bool = False) -> Any:
    """In a child: compare, and note what the decision was made on."""
    if question is None:
        return None
    parcel, paths = question
    heard: list[Numbers] = []
    real = examine.named

    def listening(observed: Observed) -> Any:
        heard.append(asdict(observed))
        return real(observed)

    examine.named = listening
    try:
        with ExitStack() as stack:
            if is_whole:
                stack.enter_context(patch.object(ruled_out, "RULED_OUT_BELOW", 0.0))
            files = [stack.enter_context(Path(path.decode()).open("rb")) for path in paths]
            return verify_task(parcel, tuple(files)), heard[-1] if heard else {}
    finally:
        examine.named = real
