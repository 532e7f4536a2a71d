"""From what the index of details answered to pairs worth comparing, whoever came first.

Every content asks the index once, when it is new. A content that comes later can crowd out none of
the hits of an earlier one, and it must not be missed by it either: besides the best hits of each
question, a hit is taken where it scores as high as the worst of the best of the content it found,
because that content, asked again, would have named it. So a pair that a fresh run over everything
would take is taken by every history of additions too, as far as scores do not depend on who else
is in the index (rare details weigh more, and what is rare changes a little with every picture).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.fingerprints import SYMMETRY_COUNT, inverse_symmetry
from dedup_desk.core.pairs import CandidatePair
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import RecordId

BEST: Final = 20
"""Hits of each question that are always compared."""

REACH: Final = 100
"""Hits of each question that are kept, for the sake of the contents they found."""

LEAST_SCORE: Final = 0.2
"""Below it, hits are chance."""

HIT: Final = np.dtype([("content", "<u4"), ("score", "<f4")])
"""One hit of an answer as it is kept, best first."""

Bits = NDArray[np.uint64]


class AnswerTable(NamedTuple):
    """Every hit of every answer, by asking content, best first.

    Attributes:
        asking, found: (N,) uint32 content numbers.
        rank: (N,) uint8, 0 for the best hit of an answer.
        score: (N,) float32.
    """

    asking: NDArray[np.uint32]
    found: NDArray[np.uint32]
    rank: NDArray[np.uint8]
    score: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Suggested:
    """Pairs of contents that share details, each once.

    Attributes:
        one, other: (N,) uint32 content numbers, `one < other`, sorted.
        votes: (N,) float32, the better score of the two directions.
    """

    one: NDArray[np.uint32]
    other: NDArray[np.uint32]
    votes: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class FingerprintRows:
    """The fingerprints by which two records are near or not.

    Attributes:
        ids: (N,) int64 record ids, growing.
        phash64: (N, 8) uint64, the 8 symmetries.
    """

    ids: NDArray[np.int64]
    phash64: Bits


def suggested_pairs(answers: AnswerTable) -> Suggested:
    """Return every pair of contents that either of the two asked for.

    Args:
        answers: of contents that are all still there; others are to be left out before.
    """
    floor = _floors(answers)
    is_good = answers.score >= LEAST_SCORE
    is_taken = (answers.rank < BEST) | (answers.score >= floor[answers.found])
    taken = is_good & is_taken & (answers.asking != answers.found)
    asking, found, score = answers.asking[taken], answers.found[taken], answers.score[taken]
    one, other = np.minimum(asking, found), np.maximum(asking, found)
    order = np.lexsort((-score, other, one))
    one, other, score = one[order], other[order], score[order]
    first = np.ones(len(one), bool)
    first[1:] = (one[1:] != one[:-1]) | (other[1:] != other[:-1])
    return Suggested(one[first], other[first], score[first])


def only_of(answers: AnswerTable, wanted: NDArray[np.bool_]) -> AnswerTable:
    """Return the hits of contents that are wanted, on both sides; ranks close up.

    Args:
        answers: what is kept.
        wanted: by content number.
    """
    kept = _are(answers.asking, wanted) & _are(answers.found, wanted)
    asking = answers.asking[kept]
    return AnswerTable(asking, answers.found[kept], ranks_of(asking), answers.score[kept])


def ranks_of(asking: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """Return the place of each hit in its answer, from 0 on; equal numbers stand together."""
    is_first = np.ones(len(asking), np.bool_)
    is_first[1:] = asking[1:] != asking[:-1]
    starts = np.flatnonzero(is_first)
    counts = np.diff(starts, append=len(asking))
    return (np.arange(len(asking)) - np.repeat(starts, counts)).astype(np.uint8)


def with_suggestions(
    near: Iterable[CandidatePair],
    suggested: Mapping[tuple[RecordId, RecordId], float],
    fingerprints: FingerprintRows,
    check: Check = unasked,
) -> list[CandidatePair]:
    """Unite pairs that are near in bits with pairs that share details, each once, sorted.

    Args:
        near: from the search of fingerprints.
        suggested: (smaller id, larger id) -> votes.
        fingerprints: for the distance of pairs that details alone suggest.
        check: asked several times a second.
    """
    listed = [
        replace(one, votes=suggested.get((one.left, one.right), one.votes))
        for one in checked(near, check)
    ]
    known = {(one.left, one.right) for one in listed}
    others = sorted(suggested.keys() - known)
    found = zip(others, *_nearness(others, fingerprints), strict=True)
    listed += [
        CandidatePair(left, right, bits, symmetry, suggested[left, right])
        for (left, right), bits, symmetry in checked(found, check)
    ]
    return sorted(listed, key=lambda pair: (pair.left, pair.right))


def _floors(answers: AnswerTable) -> NDArray[np.float64]:
    """Return, by content number, the score from which on a content would name another itself."""
    highest = int(max(answers.asking.max(initial=0), answers.found.max(initial=0)))
    floor = np.full(highest + 1, LEAST_SCORE)  # of one that had room left, or was alone
    last = answers.rank == BEST - 1
    floor[answers.asking[last]] = answers.score[last]
    return floor


def _are(numbers: NDArray[np.uint32], wanted: NDArray[np.bool_]) -> NDArray[np.bool_]:
    known = numbers < len(wanted)
    return known & wanted[np.where(known, numbers, 0)]


def _nearness(
    pairs: list[tuple[RecordId, RecordId]], fingerprints: FingerprintRows
) -> tuple[list[int], list[int]]:
    """Return the least distance of each pair and the symmetry of the right one that gives it."""
    ends = np.array(pairs, np.int64).reshape(len(pairs), 2)
    rows = np.searchsorted(fingerprints.ids, ends)
    left, right = fingerprints.phash64[rows[:, 0]], fingerprints.phash64[rows[:, 1]]
    back = [inverse_symmetry(symmetry) for symmetry in range(SYMMETRY_COUNT)]
    bits = np.minimum(
        np.bitwise_count(left[:, :1] ^ right), np.bitwise_count(right[:, :1] ^ left)[:, back]
    )
    return bits.min(axis=1, initial=64).tolist(), bits.argmin(axis=1).tolist()
