"""The exact pair search against one sort of the same array, in one process.

Prints, for a million fingerprints at 8 bits, the processor time in units of `np.sort` and the peak
memory; and whether the pair set equals brute force at 100,000 for every distance up to 10. Bar: 200
MB a million. The ratio says little across machines: where numpy sorts with AVX-512 one sort of a
million takes 5 ms instead of 50, and the search is bound by permuting and comparing.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from dedup_desk.core.search import near_pairs

COUNT, DISTANCE_BITS = 1_000_000, 8
CHECKED, MOST_BITS = 100_000, 10
SORTS = 5


def fingerprints(count: int, seed: int) -> NDArray[np.uint64]:
    """Return half loose fingerprints and half neighbours of centres, as collections have them."""
    chance = np.random.default_rng(seed)
    loose = chance.integers(0, 2**64, count // 2, dtype=np.uint64)
    centres = chance.integers(0, 2**64, count // 20, dtype=np.uint64)
    clumped = chance.choice(centres, count - len(loose))
    for _ in range(6):
        flip = np.uint64(1) << chance.integers(0, 64, len(clumped), dtype=np.uint64)
        clumped = np.where(chance.random(len(clumped)) < 0.4, clumped ^ flip, clumped)
    return chance.permutation(np.concatenate((loose, clumped)))


def sort_s(hashes: NDArray[np.uint64]) -> float:
    """Return the processor seconds of one sort, the median of a few."""
    taken = []
    for _ in range(SORTS):
        copy = hashes.copy()
        started = time.process_time()
        copy.sort()
        taken.append(time.process_time() - started)
    return sorted(taken)[SORTS // 2]


def search_s(hashes: NDArray[np.uint64], distance_bits: int) -> tuple[float, int]:
    """Return the processor seconds of one search and how many pairs it found."""
    started = time.process_time()
    i, _, _ = near_pairs(hashes, distance_bits)
    return time.process_time() - started, len(i)


def peak_bytes(hashes: NDArray[np.uint64], distance_bits: int) -> int:
    """Return the most memory that a search held at once, beside its input."""
    tracemalloc.start()
    near_pairs(hashes, distance_bits)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def brute_counts_and_sum(hashes: NDArray[np.uint64]) -> dict[int, tuple[int, int]]:
    """Return per distance how many pairs there are, and a sum over them that tells sets apart."""
    counts = dict.fromkeys(range(MOST_BITS + 1), (0, 0))
    for row in range(len(hashes) - 1):
        bits = np.bitwise_count(hashes[row + 1 :] ^ hashes[row])
        for at in np.flatnonzero(bits <= MOST_BITS).tolist():
            count, total = counts[int(bits[at])]
            counts[int(bits[at])] = (count + 1, total + _mark(row, row + 1 + at))
    return counts


def _mark(i: int, j: int) -> int:
    return hash((i, j)) & 0xFFFFFFFFFFFF


def equals_brute_force(hashes: NDArray[np.uint64], truth: dict[int, tuple[int, int]]) -> list[int]:
    """Return the limits at which the search's pairs differ from brute force's."""
    wrong = []
    for limit in range(MOST_BITS + 1):
        i, j, d = near_pairs(hashes, limit)
        found = dict.fromkeys(range(limit + 1), (0, 0))
        for one, other, bits in zip(i.tolist(), j.tolist(), d.tolist(), strict=True):
            count, total = found[bits]
            found[bits] = (count + 1, total + _mark(one, other))
        if any(found[bits] != truth[bits] for bits in range(limit + 1)):
            wrong.append(limit)
    return wrong


def main() -> None:
    """Print the figures."""
    hashes = fingerprints(COUNT, seed=1)
    unit = sort_s(hashes)
    taken, pairs = search_s(hashes, DISTANCE_BITS)
    print(f"np.sort of {COUNT:,} fingerprints: {unit * 1000:.1f} ms")
    print(
        f"pairs within {DISTANCE_BITS} bits: {taken:.1f} s = {taken / unit:.0f} sorts; "
        f"{pairs:,} pairs"
    )
    memory = peak_bytes(hashes[: COUNT // 4], DISTANCE_BITS) * 4
    print(f"memory: about {memory / 1e6:.0f} MB a million")
    checked = fingerprints(CHECKED, seed=2)
    wrong = equals_brute_force(checked, brute_counts_and_sum(checked))
    verdict = f"differs at {wrong}" if wrong else f"equal for 0 to {MOST_BITS} bits"
    print(f"against brute force at {CHECKED:,}: {verdict}")


if __name__ == "__main__":
    main()
