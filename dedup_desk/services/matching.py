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
from itertools import chain, compress

import numpy as np

from dedup_desk.core.clusters import Cluster, form_clusters
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.expansion import hangs_together, next_comparisons
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.naming import FINE_CHECK_NOT_MADE
from dedup_desk.core.pair_key_set import Key
from dedup_desk.core.pairs import CandidatePair, Finding, VerifiedPair
from dedup_desk.core.progress import Progress, checked
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
from dedup_desk.services.stored_queue import keep_queue
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
    check = bench.cancel.check
    records = bench.index.records(check)
    bench.index.forget_pairs(_keys(bench.index.verified(wanted=_is_unfinished, check=check)))
    compared = _compare_candidates(bench, records, depth)
    compared += _compare_copies_of_copies(bench, records)
    bench.report(Progress(message(GROUPING)))
    clusters = form_clusters(records, _joining(bench, records, apart), check)
    bench.index.put_clusters(clusters, _generation(records))
    keep_queue(bench.index, records)
    return Matched(clusters, compared)


def _is_unfinished(pair: VerifiedPair) -> bool:
    """Say whether a comparison could not be made or finished: a file was away, a child died.

    What kept it from that may be over, so the next run compares the pair again.
    """
    return pair.recipe in CURRENT and bool(UNFINISHED.intersection(pair.evidence.notes))


def _compare_candidates(bench: Bench, records: Records, depth: Depth) -> int:
    """Compare what fingerprints or details suggest and nobody compared yet."""
    check = bench.cancel.check
    enough = CURRENT if depth is Depth.QUICK else {WITH_DETAILS}
    done = every_key(bench.index, enough, check)
    found = _candidates(bench, records)
    is_done = done.holds((one.left, one.right) for one in checked(found, check))
    todo = list(compress(found, ~is_done))
    shared = (which for one in todo if one.votes > 0 for which in (one.left, one.right))
    describe(bench, {records[which].digest for which in shared})
    return verify(bench, records, todo)


def _joining(bench: Bench, records: Records, apart: frozenset[ContentPair]) -> list[VerifiedPair]:
    """Return the pairs of copies, and forget what another verifier found."""
    check = bench.cancel.check
    every = bench.index.verified(check=check, with_evidence=False)
    current = [pair for pair in checked(every, check) if pair.recipe in CURRENT]
    bench.index.forget_pairs(_keys(pair for pair in every if pair.recipe not in CURRENT))
    pairs = chain(current, derived_pairs(records, current, check))
    return [pair for pair in checked(pairs, check) if _joins(pair, records, apart)]


def _keys(pairs: Iterable[VerifiedPair]) -> list[Key]:
    return [(pair.key.a, pair.key.b) for pair in pairs]


def _candidates(bench: Bench, records: Records) -> list[CandidatePair]:
    """Return every pair that fingerprints or details suggest.

    Details are asked for new contents only, but fingerprints are searched all against all in every
    run, old ones among old ones too: 20 s of processor for 100,000 images, 34 s for 300,000, which
    is less than a hundredth of what reading their files once takes. What it finds again is not
    compared again, and no bookkeeping of who was searched with whom can go wrong.
    """
    bench.report(Progress(message(SEARCHING)))
    ids, phash64, _phash256 = bench.index.fingerprints(RECIPE)
    check = bench.cancel.check
    check()
    near = candidates(ids, phash64, records, check)
    rows = FingerprintRows(ids, phash64)
    return with_suggestions(near, _suggested(bench, _comparable(records, rows)), rows, check)


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
    bench.cancel.check()
    wanted = np.zeros(max(stands_for) + 1, np.bool_)
    wanted[list(stands_for)] = True
    found = suggested_pairs(only_of(bench.index.features.answers(), wanted))
    suggested: dict[Key, float] = {}
    each = zip(found.one.tolist(), found.other.tolist(), found.votes.tolist(), strict=True)
    for one, other, votes in checked(each, bench.cancel.check):
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
    while keys := _next_keys(bench, known):
        todo = with_suggestions((), dict.fromkeys(keys, 0.0), rows, bench.cancel.check)
        count = verify(bench, records, todo)
        compared += count
        if not count:
            break
    return compared


def _next_keys(bench: Bench, known: Records) -> list[Key]:
    """Return what to compare next; the pairs it follows from are not kept in memory."""
    check = bench.cancel.check
    done = bench.index.compared_keys(WITH_DETAILS, check)
    pairs = bench.index.verified(WITH_DETAILS, hangs_together, check, with_evidence=False)
    return next_comparisons(known, pairs, done, check)


def _joins(pair: VerifiedPair, records: Records, apart: frozenset[ContentPair]) -> bool:
    contents = ContentPair.of(records[pair.key.a].digest, records[pair.key.b].digest)
    return pair.finding is Finding.COPY and contents not in apart


def _generation(records: Records) -> str:
    """Name the state of the collection that groups were formed from."""
    digest = hashlib.sha256()
    for record in sorted(records.values(), key=lambda one: one.place):
        digest.update(record.place.root.encode() + b"\0" + record.place.path + record.digest)
    return digest.hexdigest()[:16]
