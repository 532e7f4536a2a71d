"""Exact search for near pairs of 64-bit fingerprints, by sorting permuted bits.

Cut the 64 bits into B > t blocks: two fingerprints within t bits of each other agree on at least
k = B - t of the blocks. For each choice of k blocks the bits are permuted so that those blocks come
first (which changes no distance), the array itself is sorted, and only values with equal top bits
are compared. A pair is reported by the first choice that can see it, so none comes twice and none
is missed. Sorting is the bound: no index is kept, nothing is approximate.

Finding is not judging: a pair found here is near in bits only (see `engine/verify.py`).

Source of the idea: G. S. Manku, A. Jain, A. Das Sarma, "Detecting near-duplicates for web
crawling", WWW 2007, section 3; here every table is sorted on the fly and thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.fingerprints import SYMMETRY_COUNT, inverse_symmetry
from dedup_desk.core.pairs import CandidatePair
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.core.sorted_join import Bits, cross_join, self_join
from dedup_desk.core.twins import representatives

Rows: TypeAlias = NDArray[np.int64]
Distances: TypeAlias = NDArray[np.uint8]
Symmetries: TypeAlias = NDArray[np.uint8]

MAX_DISTANCE_BITS = 16
"""More would make more tables than sorting pays for, and random partners without end."""

_COARSE_UPTO = 200_000


def candidate_distance_bits(image_count: int) -> int:
    """Return how far apart candidates may be: 10 bits, 8 in collections above 200,000 images.

    Random partners grow with the square of the collection; at 2.3 million images 8 bits already
    bring millions of them.
    """
    return 10 if image_count <= _COARSE_UPTO else 8


def candidates(
    ids: NDArray[np.int64],
    phash64: Bits,
    records: Mapping[RecordId, ImageRecord],
    check: Check = unasked,
) -> list[CandidatePair]:
    """Return every pair worth comparing, each once, sorted by its records.

    Of identical files only the first (by place) is compared with other contents: it stands for all
    of them, and a thousand copies of one file make a thousand pairs with it, not half a million
    with each other (`core/twins.py` derives the rest). Pictures without detail, on which
    fingerprints mean nothing, take part in exact matching only.

    Args:
        ids: (N,) record of each row.
        phash64: (N, 8) uint64, see `symmetric_pairs`.
        records: the images; rows without one are passed over.
        check: asked several times a second.
    """
    firsts = representatives(records.values())
    compared = set(firsts.values())
    wanted = np.array(
        [int(one) in compared and not records[RecordId(int(one))].is_blank for one in ids], bool
    )
    rows = np.asarray(ids)[wanted]
    i, j, d, s = symmetric_pairs(phash64[wanted], candidate_distance_bits(len(records)), check)
    found = zip(i, j, d.tolist(), s.tolist(), strict=True)
    near = (
        _candidate(int(rows[a]), int(rows[b]), bits, symmetry)
        for a, b, bits, symmetry in checked(found, check)
    )
    same = (
        _candidate(int(firsts[one.digest]), int(one.id), 0, 0)
        for one in checked(records.values(), check)
        if firsts[one.digest] != one.id
    )
    return sorted((*near, *same), key=lambda pair: (pair.left, pair.right))


def near_pairs(
    hashes: Bits, distance_bits: int, check: Check = unasked
) -> tuple[Rows, Rows, Distances]:
    """Find every pair of rows whose fingerprints differ in at most `distance_bits` bits.

    Args:
        hashes: (N,) uint64, in any order; equal values are allowed.
        distance_bits: 0 to 16.
        check: asked several times a second.

    Returns:
        i, j, d: (M,) int64, int64, uint8 with i < j, sorted by i, then j.

    Raises:
        TypeError: not a flat uint64 array.
        ValueError: `distance_bits` out of range.
    """
    _check(hashes, distance_bits)
    groups = _Groups.of(hashes)
    i, j = _rows(groups, groups, *self_join(groups.values, distance_bits, check))
    twin_i, twin_j = _equal_rows(groups)
    i, j = np.concatenate((i, twin_i)), np.concatenate((j, twin_j))
    return _ordered(np.minimum(i, j), np.maximum(i, j), hashes, hashes)


def cross_pairs(
    left: Bits, right: Bits, distance_bits: int, check: Check = unasked
) -> tuple[Rows, Rows, Distances]:
    """Find every pair (row of `left`, row of `right`) within `distance_bits` bits.

    Only runs with a member of each side are compared.

    Args:
        left: (N,) uint64.
        right: (M,) uint64.
        distance_bits: 0 to 16.
        check: asked several times a second.

    Returns:
        i, j, d: rows of `left`, rows of `right`, distances; sorted by i, then j.

    Raises:
        TypeError: not flat uint64 arrays.
        ValueError: `distance_bits` out of range.
    """
    _check(left, distance_bits)
    _check(right, distance_bits)
    ours, theirs = _Groups.of(left), _Groups.of(right)
    i, j = _rows(ours, theirs, *cross_join(ours.values, theirs.values, distance_bits, check))
    return _ordered(i, j, left, right)


def symmetric_pairs(
    phash64: Bits, distance_bits: int, check: Check = unasked
) -> tuple[Rows, Rows, Distances, Symmetries]:
    """Find every pair of pictures that is near under one of the 8 symmetries.

    The distance of a pair is the least over the 8 fingerprints of either picture against the
    upright one of the other, so it does not depend on the order of the rows.

    Args:
        phash64: (N, 8) uint64, the fingerprints of each picture under the symmetries of
            `core/fingerprints.py`; column 0 is the picture as it stands.
        distance_bits: 0 to 16.
        check: asked several times a second.

    Returns:
        i, j, d, s: rows with i < j, the least distance, and the symmetry of j's picture that comes
        nearest to i's (the lowest number among equals); sorted by i, then j.

    Raises:
        TypeError: not an (N, 8) uint64 array.
        ValueError: `distance_bits` out of range.
    """
    upright = _column(phash64, 0)
    parts = [_Part(*near_pairs(upright, distance_bits, check), 0)]
    for symmetry in range(1, SYMMETRY_COUNT):
        i, j, d = cross_pairs(upright, _column(phash64, symmetry), distance_bits, check)
        later, earlier = i < j, i > j
        back = inverse_symmetry(symmetry)
        parts.append(_Part(i[later], j[later], d[later], symmetry))
        parts.append(_Part(j[earlier], i[earlier], d[earlier], back))
    return _nearest(parts)


def _candidate(one: int, other: int, distance_bits: int, symmetry: int) -> CandidatePair:
    """Put the smaller id on the left; the symmetry is then that of the picture on the right."""
    if one > other:
        one, other, symmetry = other, one, inverse_symmetry(symmetry)
    return CandidatePair(RecordId(one), RecordId(other), distance_bits, symmetry)


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Rows grouped by equal fingerprint: group g holds `rows[starts[g]:starts[g] + counts[g]]`."""

    values: Bits
    rows: Rows
    starts: Rows
    counts: Rows

    @classmethod
    def of(cls, hashes: Bits) -> _Groups:
        rows = np.argsort(hashes, kind="stable").astype(np.int64)
        values, starts, counts = np.unique(hashes[rows], return_index=True, return_counts=True)
        return cls(values, rows, starts.astype(np.int64), counts.astype(np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Pairs found under one symmetry of the second picture."""

    i: Rows
    j: Rows
    d: Distances
    symmetry: int


def _check(hashes: Bits, distance_bits: int) -> None:
    if hashes.dtype != np.uint64 or hashes.ndim != 1:
        raise TypeError(f"want (N,) uint64 fingerprints, got {hashes.dtype} {hashes.shape}")
    if not 0 <= distance_bits <= MAX_DISTANCE_BITS:
        raise ValueError(f"distance_bits must be 0 to {MAX_DISTANCE_BITS}, not {distance_bits}")


def _column(phash64: Bits, symmetry: int) -> Bits:
    if phash64.ndim != 2 or phash64.shape[1] != SYMMETRY_COUNT:
        raise TypeError(f"want (N, 8) fingerprints, got {phash64.shape}")
    return np.ascontiguousarray(phash64[:, symmetry])


def _rows(ours: _Groups, theirs: _Groups, one: Bits, other: Bits) -> tuple[Rows, Rows]:
    """Expand pairs of values to all pairs of rows that carry them."""
    left, right = np.searchsorted(ours.values, one), np.searchsorted(theirs.values, other)
    many = ours.counts[left] * theirs.counts[right]
    pair = np.repeat(np.arange(len(many)), many)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(many) - many, many)
    across = theirs.counts[right][pair]
    i = ours.rows[ours.starts[left][pair] + within // across]
    return i, theirs.rows[theirs.starts[right][pair] + within % across]


def _equal_rows(groups: _Groups) -> tuple[Rows, Rows]:
    """Return all pairs of rows with one and the same fingerprint."""
    parts: list[tuple[Rows, Rows]] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
    for group in np.flatnonzero(groups.counts > 1):
        start, count = groups.starts[group], groups.counts[group]
        one, other = np.triu_indices(count, k=1)
        parts.append((groups.rows[start + one], groups.rows[start + other]))
    return np.concatenate([one for one, _ in parts]), np.concatenate([two for _, two in parts])


def _ordered(i: Rows, j: Rows, left: Bits, right: Bits) -> tuple[Rows, Rows, Distances]:
    order = np.lexsort((j, i))
    i, j = i[order], j[order]
    distances: Distances = np.bitwise_count(left[i] ^ right[j])
    return i, j, distances


def _nearest(parts: Iterable[_Part]) -> tuple[Rows, Rows, Distances, Symmetries]:
    """Keep one row a pair: the least distance, the lowest symmetry among equals."""
    listed = list(parts)
    i = np.concatenate([part.i for part in listed])
    j = np.concatenate([part.j for part in listed])
    d = np.concatenate([part.d for part in listed])
    s = np.concatenate([np.full(len(part.i), part.symmetry, np.uint8) for part in listed])
    order = np.lexsort((s, d, j, i))
    i, j, d, s = i[order], j[order], d[order], s[order]
    first = np.ones(len(i), dtype=bool)
    first[1:] = (i[1:] != i[:-1]) | (j[1:] != j[:-1])
    return i[first], j[first], d[first], s[first]
