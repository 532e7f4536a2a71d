"""Millions of pairs of records in eight bytes each: which were compared already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.records import RecordId

Key: TypeAlias = tuple[RecordId, RecordId]
"""Two records, the smaller id first."""

_Packed: TypeAlias = NDArray[np.uint64]
_ID_BITS: Final = 32


class PairKeySet(Set[Key]):
    """An unchanging set of pairs of records, as a sorted array.

    A set of tuples takes some 160 bytes a pair, and a collection of a million images has several
    millions of pairs.

    Attributes:
        packed: (N,) uint64, growing: the smaller id above, the larger below.

    Args:
        keys: in any order; again and again does no harm.

    Raises:
        ValueError: a record id that does not fit into 32 bits.
    """

    __slots__ = ("packed",)

    def __init__(self, keys: Iterable[Key] = ()) -> None:
        self.packed = np.unique(_all_packed(keys))

    @classmethod
    def joined(cls, parts: Iterable[PairKeySet]) -> PairKeySet:
        """Return the pairs that are in any of the sets."""
        made = cls()
        made.packed = np.unique(np.concatenate([made.packed, *(one.packed for one in parts)]))
        return made

    def holds(self, keys: Iterable[Key]) -> NDArray[np.bool_]:
        """Say of many pairs at once which are among these.

        Args:
            keys: in any order.

        Returns:
            (N,) bool, in the order asked.

        Raises:
            ValueError: a record id that does not fit into 32 bits.
        """
        return self._held(_all_packed(keys))

    def missing(self, keys: Iterable[Key]) -> PairKeySet:
        """Return those of many pairs that are not among these; the rest as in `holds`."""
        asked, made = _all_packed(keys), PairKeySet()
        made.packed = np.unique(asked[~self._held(asked)])
        return made

    def __contains__(self, key: object) -> bool:
        """Say whether a pair is one of these; for many of them ask `holds`."""
        if not isinstance(key, tuple):
            return False
        wanted = np.uint64(_packed(key))
        at = int(np.searchsorted(self.packed, wanted))
        return at < len(self.packed) and bool(self.packed[at] == wanted)

    def __iter__(self) -> Iterator[Key]:
        """Yield the pairs, growing."""
        for packed in self.packed.tolist():
            yield RecordId(packed >> _ID_BITS), RecordId(packed & ((1 << _ID_BITS) - 1))

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self.packed)

    def _held(self, asked: _Packed) -> NDArray[np.bool_]:
        if not len(self.packed):
            return np.zeros(len(asked), np.bool_)
        at = np.searchsorted(self.packed, asked)
        return np.asarray(self.packed[np.minimum(at, len(self.packed) - 1)] == asked)


def _all_packed(keys: Iterable[Key]) -> _Packed:
    return np.fromiter(map(_packed, keys), np.uint64)


def _packed(key: Key) -> int:
    left, right = key
    if left >> _ID_BITS or right >> _ID_BITS:
        raise ValueError(f"record ids of {key} do not fit into {_ID_BITS} bits")
    return left << _ID_BITS | right
