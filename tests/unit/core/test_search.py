"""The exact pair search finds what brute force finds: every pair, once, nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.fingerprints import inverse_symmetry
from dedup_desk.core.progress import unasked
from dedup_desk.core.search import (
    candidate_distance_bits,
    cross_pairs,
    near_pairs,
    symmetric_pairs,
)
from dedup_desk.core.sorted_join import self_join, tables


def random_and_clumped(count: int, seed: int) -> np.ndarray:
    """Half random, half neighbours of a few centres, some equal: what collections look like."""
    chance = np.random.default_rng(seed)
    loose = chance.integers(0, 2**64, count // 2, dtype=np.uint64)
    centres = chance.integers(0, 2**64, max(count // 40, 1), dtype=np.uint64)
    clumped = chance.choice(centres, count - len(loose))
    for _ in range(8):
        flip = np.uint64(1) << chance.integers(0, 64, len(clumped), dtype=np.uint64)
        clumped = np.where(chance.random(len(clumped)) < 0.5, clumped ^ flip, clumped)
    return chance.permutation(np.concatenate((loose, clumped)))


def brute_pairs(hashes: np.ndarray, upto_bits: int) -> dict[int, set[tuple[int, int, int]]]:
    """All pairs within 0 .. upto_bits by comparing every row with every later one."""
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for i in range(len(hashes) - 1):
        bits = np.bitwise_count(hashes[i + 1 :] ^ hashes[i])
        at = np.flatnonzero(bits <= upto_bits)
        found.append((np.full(len(at), i), at + i + 1, bits[at]))
    i, j, d = (np.concatenate(part) for part in zip(*found, strict=True))
    return {
        limit: set(zip(*(part[d <= limit].tolist() for part in (i, j, d)), strict=True))
        for limit in range(upto_bits + 1)
    }


def as_set(found: tuple[np.ndarray, ...]) -> set[tuple[int, ...]]:
    rows = list(zip(*(part.tolist() for part in found), strict=True))
    assert len(rows) == len(set(rows)), "a pair was reported twice"
    return set(rows)


def test_20_000_random_and_clumped_fingerprints_equal_brute_force_at_every_distance():
    hashes = random_and_clumped(20_000, seed=1)
    truth = brute_pairs(hashes, 10)
    assert len(truth[10]) > len(truth[4]) > len(truth[0]) > 0
    for limit in range(11):
        assert as_set(near_pairs(hashes, limit)) == truth[limit], f"at {limit} bits"


def test_pairs_come_sorted_with_the_earlier_row_first():
    i, j, _ = near_pairs(random_and_clumped(500, seed=2), 8)
    assert (i < j).all()
    assert (np.diff(i * 500 + j) > 0).all()


def test_every_choice_of_blocks_permutes_and_restores():
    values = random_and_clumped(100, seed=3)
    for table in tables(1000, 4):
        assert (table.restored(table.permuted(values)) == values).all()
        assert sum(segment.width for segment in table.segments) == 64


def test_a_pair_is_seen_by_one_table_only():
    one, other = self_join(np.unique(random_and_clumped(300, seed=4)), 6, unasked)
    keys = set(zip(np.minimum(one, other).tolist(), np.maximum(one, other).tolist(), strict=True))
    assert len(keys) == len(one) > 0


def test_new_against_old_equals_the_whole_minus_the_inner_pairs():
    hashes = random_and_clumped(3_000, seed=5)
    old, new = hashes[:2_300], hashes[2_300:]
    crossing = {(i, j - 2_300, d) for i, j, d in brute_pairs(hashes, 8)[8] if i < 2_300 <= j}
    assert as_set(cross_pairs(old, new, 8)) == crossing
    assert crossing


def eight_columns(count: int, seed: int) -> np.ndarray:
    """Fingerprints whose other symmetries sometimes meet another picture's upright one."""
    chance = np.random.default_rng(seed)
    table = chance.integers(0, 2**64, (count, 8), dtype=np.uint64)
    for row in range(0, count - 1, 3):
        symmetry = int(chance.integers(0, 8))
        flips = np.uint64(1) << chance.integers(0, 64, dtype=np.uint64)
        source, target = (row, row + 1) if chance.random() < 0.5 else (row + 1, row)
        table[target, 0] = table[source, symmetry] ^ flips
    return table


def brute_symmetric(table: np.ndarray, limit: int) -> set[tuple[int, int, int, int]]:
    found = set()
    for i in range(len(table)):
        for j in range(i + 1, len(table)):
            ways = [(int(np.bitwise_count(table[i, 0] ^ table[j, s])), s) for s in range(8)]
            ways += [
                (int(np.bitwise_count(table[i, s] ^ table[j, 0])), inverse_symmetry(s))
                for s in range(8)
            ]
            d, s = min(ways)
            if d <= limit:
                found.add((i, j, d, s))
    return found


def test_symmetric_pairs_equal_brute_force():
    table = eight_columns(240, seed=6)
    truth = brute_symmetric(table, 10)
    assert {s for *_, s in truth} == set(range(8))
    assert as_set(symmetric_pairs(table, 10)) == truth


def test_symmetric_pairs_do_not_depend_on_the_order_of_rows():
    table = eight_columns(120, seed=7)
    turned = symmetric_pairs(table[::-1].copy(), 10)
    back = {(119 - j, 119 - i, d, inverse_symmetry(s)) for i, j, d, s in as_set(turned)}
    assert back == as_set(symmetric_pairs(table, 10))


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_images_make_no_pair(count):
    assert len(near_pairs(np.zeros(count, np.uint64), 10)[0]) == 0
    assert len(symmetric_pairs(np.zeros((count, 8), np.uint64), 10)[0]) == 0
    assert len(cross_pairs(np.zeros(count, np.uint64), np.zeros(1, np.uint64), 10)[0]) == count


def test_wrong_types_and_distances_are_refused():
    with pytest.raises(TypeError, match="uint64"):
        near_pairs(np.zeros(3, np.int64), 4)
    with pytest.raises(TypeError, match="8"):
        symmetric_pairs(np.zeros((3, 4), np.uint64), 4)
    with pytest.raises(ValueError, match="0 to 16"):
        near_pairs(np.zeros(3, np.uint64), 17)


def test_large_collections_search_closer():
    assert candidate_distance_bits(200_000) == 10
    assert candidate_distance_bits(200_001) == 8
