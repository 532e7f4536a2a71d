"""The machinery of the exact pair search: block choices, permuted bits, runs of equal keys.

Works on sorted arrays of *unique* fingerprints and answers with pairs of values; `core/search.py`
turns values back into rows. See there for the idea and its source.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.progress import Check

Bits: TypeAlias = NDArray[np.uint64]
Choice: TypeAlias = tuple[int, ...]

# Measured with numpy 2.4 on one Zen 4 core with AVX-512; they only choose the number of blocks, so
# a factor of two either way costs little.
_SORT_AND_PERMUTE_S, _COMPARE_S, _TABLE_S = 13e-9, 12e-9, 60e-6
_MOST_EXTRA_BLOCKS = 9


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of bits and where it goes: bits `from_bit` .. `from_bit + width - 1` to `to_bit`."""

    from_bit: int
    to_bit: int
    width: int


@dataclass(frozen=True, slots=True)
class Table:
    """One way of putting some blocks of the bits in front.

    Attributes:
        segments: the permutation, neighbours merged.
        key_bits: how many top bits the chosen blocks fill.
        skipped: masks of the blocks that were passed over before the last chosen one.
    """

    segments: tuple[Segment, ...]
    key_bits: int
    skipped: tuple[int, ...]

    def permuted(self, values: Bits) -> Bits:
        """Return `values` with the chosen blocks on top."""
        return _moved(values, [(s.from_bit, s.to_bit, s.width) for s in self.segments])

    def restored(self, values: Bits) -> Bits:
        """Undo `permuted`."""
        return _moved(values, [(s.to_bit, s.from_bit, s.width) for s in self.segments])

    def keys(self, permuted: Bits) -> Bits:
        """Return the top bits that must be equal."""
        return permuted >> np.uint64(64 - self.key_bits)

    def is_first_to_see(self, difference: Bits) -> NDArray[np.bool_]:
        """Say which differences (in unpermuted bits) no earlier table could have seen.

        The first table to see a pair chooses the first blocks in which it agrees: every block
        passed over before must hold a difference.
        """
        first = np.ones(len(difference), dtype=bool)
        for mask in self.skipped:
            first &= (difference & np.uint64(mask)) != 0
        return first


def tables(value_count: int, distance_bits: int) -> Iterator[Table]:
    """Yield the tables that together see every pair within `distance_bits` bits."""
    block_count = _best_block_count(max(value_count, 2), distance_bits)
    edges = [round(at * 64 / block_count) for at in range(block_count + 1)]
    blocks = list(pairwise(edges))
    for chosen in combinations(range(block_count), block_count - distance_bits):
        yield _table(blocks, chosen)


def self_join(values: Bits, distance_bits: int, check: Check) -> tuple[Bits, Bits]:
    """Return every pair of different values within `distance_bits`, each once.

    Args:
        values: (N,) uint64, unique.
        distance_bits: 0 to 16.
        check: asked once a table: some 25 ms for 300,000 values.
    """
    found = []
    for table in tables(len(values), distance_bits):
        check()
        found.append(_neighbours(table, values, distance_bits))
    return _stacked(found)


def cross_join(left: Bits, right: Bits, distance_bits: int, check: Check) -> tuple[Bits, Bits]:
    """Return every pair (value of `left`, value of `right`) within `distance_bits`, each once.

    Args:
        left: (N,) uint64, unique.
        right: (M,) uint64, unique.
        distance_bits: 0 to 16.
        check: asked once a table.
    """
    found = []
    for table in tables(len(left) + len(right), distance_bits):
        check()
        found.append(_meeting(table, left, right, distance_bits))
    return _stacked(found)


def _best_block_count(value_count: int, distance_bits: int) -> int:
    def cost_s(block_count: int) -> float:
        agreeing = block_count - distance_bits
        partners = value_count / 2 / 2.0 ** (64 * agreeing / block_count)
        one_table = value_count * (_SORT_AND_PERMUTE_S + partners * _COMPARE_S) + _TABLE_S
        return float(math.comb(block_count, agreeing) * one_table)

    return min(range(distance_bits + 1, distance_bits + 1 + _MOST_EXTRA_BLOCKS), key=cost_s)


def _table(blocks: list[tuple[int, int]], chosen: Choice) -> Table:
    rest = [at for at in range(len(blocks)) if at not in chosen]
    merged: list[list[int]] = []
    for position, at in enumerate([*chosen, *rest]):
        start, end = blocks[at]
        # A key segment and a rest segment stay apart, or the key could not be cut off cleanly.
        if position != len(chosen) and merged and merged[-1][1] == start:
            merged[-1][1] = end
        else:
            merged.append([start, end])
    segments, top = [], 64
    for start, end in merged:
        top -= end - start
        segments.append(Segment(start, top, end - start))
    skipped = [_mask(*blocks[at]) for at in rest if at < chosen[-1]]
    return Table(
        tuple(segments), sum(blocks[at][1] - blocks[at][0] for at in chosen), tuple(skipped)
    )


def _mask(start: int, end: int) -> int:
    return ((1 << (end - start)) - 1) << start


def _moved(values: Bits, moves: list[tuple[int, int, int]]) -> Bits:
    out = np.zeros_like(values)
    part = np.empty_like(values)
    for source, target, width in moves:
        np.bitwise_and(values, np.uint64(_mask(source, source + width)), out=part)
        if target > source:
            np.left_shift(part, np.uint64(target - source), out=part)
        elif target < source:
            np.right_shift(part, np.uint64(source - target), out=part)
        np.bitwise_or(out, part, out=out)
    return out


def _neighbours(table: Table, values: Bits, distance_bits: int) -> list[tuple[Bits, Bits]]:
    """Compare inside runs of equal keys, at lag 1, 2, ... until no run is that long.

    Equal keys leave nothing in the top bits of the difference: one comparison of the difference
    tells it, and no array of keys is needed.
    """
    permuted = table.permuted(values)
    permuted.sort()
    below = np.uint64(1 << (64 - table.key_bits))
    difference = permuted[1:] ^ permuted[:-1]
    at = np.flatnonzero(difference < below)
    difference = difference[at]
    found = []
    lag = 1
    while len(at):
        near = np.flatnonzero(np.bitwise_count(difference) <= distance_bits)
        one = permuted[at[near]]
        found.append(_first_seen(table, one, one ^ difference[near]))
        lag += 1
        at = at[: np.searchsorted(at, len(permuted) - lag)]
        difference = permuted[at + lag] ^ permuted[at]
        run_goes_on = difference < below
        at, difference = at[run_goes_on], difference[run_goes_on]
    return found


def _meeting(table: Table, left: Bits, right: Bits, distance_bits: int) -> list[tuple[Bits, Bits]]:
    """Compare each left value with the run of right values that has its key."""
    ours, theirs = table.permuted(left), table.permuted(right)
    ours.sort()
    theirs.sort()
    our_keys, their_keys = table.keys(ours), table.keys(theirs)
    partner = np.searchsorted(their_keys, our_keys, side="left")
    end = np.searchsorted(their_keys, our_keys, side="right")
    at = np.flatnonzero(partner < end)
    partner, end = partner[at], end[at]
    found = []
    while len(at):
        found.append(_near(table, ours[at], theirs[partner], distance_bits))
        partner = partner + 1
        more = partner < end
        at, partner, end = at[more], partner[more], end[more]
    return found


def _near(table: Table, one: Bits, other: Bits, distance_bits: int) -> tuple[Bits, Bits]:
    """Keep what is near enough and not seen by an earlier table; in unpermuted bits."""
    near = np.bitwise_count(one ^ other) <= distance_bits
    return _first_seen(table, one[near], other[near])


def _first_seen(table: Table, one: Bits, other: Bits) -> tuple[Bits, Bits]:
    """Bring permuted pairs back to plain bits and drop those that an earlier table could see."""
    one, other = table.restored(one), table.restored(other)
    first = table.is_first_to_see(one ^ other)
    return one[first], other[first]


def _stacked(found: list[list[tuple[Bits, Bits]]]) -> tuple[Bits, Bits]:
    flat = [pair for part in found for pair in part]
    if not flat:
        return np.zeros(0, np.uint64), np.zeros(0, np.uint64)
    return np.concatenate([one for one, _ in flat]), np.concatenate([other for _, other in flat])
