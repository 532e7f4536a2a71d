"""Candidate pairs as the program finds them: by fingerprints and by the index of details.

A collection does not hold forty copies of every picture, and they would crowd each other out of the
best hits. So the copies of a half are dealt into rounds: each is a collection of its own with all
originals, hard negatives and plain frames, and a few copies of each original.
"""

from __future__ import annotations

import multiprocessing
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

import numpy as np

from dedup_desk.core.features import FEWEST_KEYPOINTS
from dedup_desk.core.pairs import CandidatePair
from dedup_desk.core.records import RecordId
from dedup_desk.core.search import candidates
from dedup_desk.core.suggestions import (
    LEAST_SCORE,
    REACH,
    AnswerTable,
    FingerprintRows,
    suggested_pairs,
    with_suggestions,
)
from dedup_desk.core.twins import representatives
from dedup_desk.engine.feature_index import FeatureIndex, postings_of
from dedup_desk.engine.features import FEATURES_RECIPE, read_features
from tests.benchmarks.judging.measuring import Measured
from tests.benchmarks.labelled.truth import Kind, Label

ROUNDS = 6

PathPair: TypeAlias = frozenset[str]
Packed: TypeAlias = "list[tuple[int, bytes]]"
Hit: TypeAlias = tuple[int, int, int, float]


def found_candidates(
    labels: Sequence[Label], measured: Measured, jobs: int
) -> dict[PathPair, CandidatePair]:
    """Return every pair that the program would compare in one of the rounds.

    Args:
        labels: of one half.
        measured: of the same half.
        jobs: processes.
    """
    rounds = dealt(labels)
    packed = [_packed(some, measured) for some in rounds]
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        answers = pool.map(_answers, packed, chunksize=1)
    found: dict[PathPair, CandidatePair] = {}
    for some, hits in zip(rounds, answers, strict=True):
        paths = {measured.records[one.path].id: one.path for one in some}
        for pair in _united(some, hits, measured):
            found.setdefault(frozenset((paths[pair.left], paths[pair.right])), pair)
    return found


def dealt(labels: Iterable[Label]) -> list[list[Label]]:
    """Return the collections of all rounds."""
    rounds: list[list[Label]] = [[] for _ in range(ROUNDS)]
    counts: Counter[str] = Counter()
    for one in sorted(labels, key=lambda label: label.path):
        if one.kind is not Kind.COPY:
            for some in rounds:
                some.append(one)
            continue
        rounds[counts[one.source] % ROUNDS].append(one)
        counts[one.source] += 1
    return rounds


def _packed(labels: Iterable[Label], measured: Measured) -> Packed:
    """Return the features of every content with enough of them, by its first record."""
    records = {one.id: one for one in (measured.records[label.path] for label in labels)}
    firsts = representatives(records.values())
    store = measured.index.features
    keypoints = store.keypoints(FEATURES_RECIPE)
    rich = [
        (int(which), store.features(digest, FEATURES_RECIPE))
        for digest, which in firsts.items()
        if keypoints.get(digest, 0) >= FEWEST_KEYPOINTS and not records[which].is_blank
    ]
    return [(which, features) for which, features in rich if features is not None]


def _answers(packed: Packed) -> list[Hit]:
    """In a child: index all contents of a round and ask for each."""
    numbered = [(number, read_features(data)) for number, data in packed]
    index = FeatureIndex([postings_of(numbered)])
    hits: list[Hit] = []
    for number, features in sorted(numbered, key=lambda one: one[0]):
        found = [
            hit for hit in index.query(features, REACH + 1, LEAST_SCORE) if hit.image != number
        ]
        hits += [(number, hit.image, rank, hit.score) for rank, hit in enumerate(found)]
    return hits


def _united(
    labels: Iterable[Label], hits: Sequence[Hit], measured: Measured
) -> list[CandidatePair]:
    by_id = {int(measured.records[one.path].id): one.path for one in labels}
    ids = np.array(sorted(by_id), np.int64)
    records = {RecordId(one): measured.records[by_id[one]] for one in ids.tolist()}
    phash64 = np.stack([measured.phash64[by_id[one]] for one in ids.tolist()])
    rows = FingerprintRows(ids, phash64)
    return with_suggestions(candidates(ids, phash64, records), _votes(hits), rows)


def _votes(hits: Sequence[Hit]) -> Mapping[tuple[RecordId, RecordId], float]:
    if not hits:
        return {}
    asking, found, rank, score = zip(*hits, strict=True)
    numbers = (np.array(column, np.int64) for column in (asking, found, rank))
    pairs = suggested_pairs(AnswerTable(*numbers, np.array(score, np.float32)))
    keys = zip(pairs.one.tolist(), pairs.other.tolist(), pairs.votes.tolist(), strict=True)
    return {(RecordId(one), RecordId(other)): votes for one, other, votes in keys}
