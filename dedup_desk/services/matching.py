"""From fingerprints and details to groups: search, verification, clusters.

Every stage keeps what it finishes, with the version of what made it, so that an interruption costs
at most one batch. Same-bytes pairs come from the digests; everything else is compared on pictures.
Candidates of the deep pass are kept in the index: a later quick run compares whatever of them is
not compared yet, and loses none.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from dedup_desk.core.clusters import Cluster, form_clusters
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.expansion import Key, next_comparisons
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.naming import FINE_CHECK_NOT_MADE
from dedup_desk.core.pairs import CandidatePair, Finding, VerifiedPair
from dedup_desk.core.progress import Progress
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.core.search import candidates
from dedup_desk.core.suggestions import (
    FingerprintRows,
    only_of,
    suggested_pairs,
    with_suggestions,
)
from dedup_desk.core.twins import derived_pairs, representatives
from dedup_desk.engine.features import FEATURES_RECIPE
from dedup_desk.engine.measure import RECIPE
from dedup_desk.engine.verify import NOT_COMPARED
from dedup_desk.services.bench import Bench, Depth
from dedup_desk.services.deepening import describe
from dedup_desk.services.verifying import CURRENT, WITH_DETAILS, every_key, verify

UNFINISHED = frozenset({NOT_COMPARED, FINE_CHECK_NOT_MADE})
"""Notes of evidence that was not gathered to the end."""

SEARCHING = QT_TRANSLATE_NOOP("Messages", "Looking for pictures that are alike")
GROUPING = QT_TRANSLATE_NOOP("Messages", "Forming groups")

Records = Mapping[RecordId, ImageRecord]


@dataclass(frozen=True, slots=True)
class Matched:
    """What one search for copies gave.

    Attributes:
        clusters: the groups, as they are kept in the index.
        compared: pairs whose pictures this run compared.
    """

    clusters: tuple[Cluster, ...]
    compared: int


def match_images(
    bench: Bench, apart: frozenset[ContentPair], depth: Depth = Depth.QUICK
) -> Matched:
    """Find, compare and group what is alike; keep everything in the index.

    Args:
        bench: the index, already holding every measured image, and what else is needed.
        apart: pairs of contents that a person called not duplicates; they never join a group.
        depth: of a deep pass, what was compared without details is compared again with them.
    """
    records = bench.index.records()
    bench.index.forget_pairs(_unfinished(bench.index.verified()))
    enough = CURRENT if depth is Depth.QUICK else {WITH_DETAILS}
    found = _candidates(bench, records)
    done = every_key(bench.index, enough)
    todo = [one for one in found if (one.left, one.right) not in done]
    shared = (which for one in todo if one.votes > 0 for which in (one.left, one.right))
    describe(bench, {records[which].digest for which in shared})
    compared = verify(bench, records, todo)
    compared += _compare_copies_of_copies(bench, records)
    bench.report(Progress(message(GROUPING)))
    every = bench.index.verified()
    current = tuple(pair for pair in every if pair.recipe in CURRENT)
    bench.index.forget_pairs(_keys(pair for pair in every if pair.recipe not in CURRENT))
    derived = derived_pairs(records, current)
    pairs = [pair for pair in (*current, *derived) if _joins(pair, records, apart)]
    clusters = form_clusters(records, pairs)
    bench.index.put_clusters(clusters, _generation(records))
    return Matched(clusters, compared)


def _unfinished(pairs: Iterable[VerifiedPair]) -> list[Key]:
    """Return pairs whose comparison could not be made or finished: a file was away, a child died.

    What kept them from it may be over, so the next run compares them again.
    """
    return _keys(
        pair
        for pair in pairs
        if pair.recipe in CURRENT and UNFINISHED.intersection(pair.evidence.notes)
    )


def _keys(pairs: Iterable[VerifiedPair]) -> list[Key]:
    return [(pair.key.a, pair.key.b) for pair in pairs]


def _candidates(bench: Bench, records: Records) -> list[CandidatePair]:
    """Return every pair that fingerprints or details suggest."""
    bench.report(Progress(message(SEARCHING)))
    ids, phash64, _phash256 = bench.index.fingerprints(RECIPE)
    bench.cancel.check()
    near = candidates(ids, phash64, records)
    bench.cancel.check()
    rows = FingerprintRows(ids, phash64)
    return with_suggestions(near, _suggested(bench, _comparable(records, rows)), rows)


def _comparable(records: Records, rows: FingerprintRows) -> dict[RecordId, ImageRecord]:
    """Return the files that stand for contents with anything to compare on them."""
    measured = set(rows.ids.tolist())
    firsts = representatives(records.values()).values()
    return {one: records[one] for one in firsts if one in measured and not records[one].is_blank}


def _suggested(bench: Bench, comparable: Records) -> dict[Key, float]:
    """Return what deep passes suggested."""
    numbers = bench.index.features.numbers()
    stands_for = {
        numbers[one.digest]: one.id for one in comparable.values() if one.digest in numbers
    }
    if not stands_for:
        return {}
    wanted = np.zeros(max(stands_for) + 1, np.bool_)
    wanted[list(stands_for)] = True
    found = suggested_pairs(only_of(bench.index.features.answers(), wanted))
    suggested: dict[Key, float] = {}
    for one, other, votes in zip(
        found.one.tolist(), found.other.tolist(), found.votes.tolist(), strict=True
    ):
        left, right = sorted((stands_for[one], stands_for[other]))
        suggested[left, right] = votes
    return suggested


def _compare_copies_of_copies(bench: Bench, records: Records) -> int:
    """Compare what hangs together by copies, until nothing is left to compare (deep pass only)."""
    if not bench.index.features.has_answers():
        return 0
    ids, phash64, _phash256 = bench.index.fingerprints(RECIPE)
    rows = FingerprintRows(ids, phash64)
    described = bench.index.features.keypoints(FEATURES_RECIPE)
    comparable = _comparable(records, rows)
    known = {which: one for which, one in comparable.items() if one.digest in described}
    compared = 0
    while True:
        pairs = bench.index.verified(WITH_DETAILS)
        keys = next_comparisons(known, pairs, bench.index.compared_keys(WITH_DETAILS))
        todo = with_suggestions((), dict.fromkeys(keys, 0.0), rows)
        count = verify(bench, records, todo)
        compared += count
        if not count:
            return compared


def _joins(pair: VerifiedPair, records: Records, apart: frozenset[ContentPair]) -> bool:
    contents = ContentPair.of(records[pair.key.a].digest, records[pair.key.b].digest)
    return pair.finding is Finding.COPY and contents not in apart


def _generation(records: Records) -> str:
    """Name the state of the collection that groups were formed from."""
    digest = hashlib.sha256()
    for record in sorted(records.values(), key=lambda one: one.place):
        digest.update(record.place.root.encode() + b"\0" + record.place.path + record.digest)
    return digest.hexdigest()[:16]
