"""Several sorted runs of postings into one, in little memory however long they are.

Each run is read piece by piece. Whatever lies below the last cell that every unfinished run has
shown can be sorted and given away: nothing that comes later belongs before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.features import Postings

ROWS_AT_ONCE: Final = 250_000
"""Of each run: 5 MB, the keypoints of a thousand pictures."""


ReadRows: TypeAlias = Callable[[int, int], Postings]
"""Reads the rows from one number up to, not including, another."""


@dataclass(slots=True)
class Run:
    """One sorted run: how to read it, how long it is, and how far reading has come."""

    read: ReadRows
    count: int
    _at: int = 0
    _seen: Postings | None = None

    @property
    def has_more(self) -> bool:
        """Whether rows are left that were not read yet."""
        return self._at < self.count

    @property
    def waiting(self) -> Postings:
        """Postings that were read and not taken yet."""
        if self._seen is None or (not len(self._seen) and self.has_more):
            self.read_on(ROWS_AT_ONCE)
        return self._seen if self._seen is not None else joined_postings(())

    def read_on(self, most: int) -> None:
        """Read some more rows."""
        end = min(self.count, self._at + most)
        news = self.read(self._at, end)
        self._seen = news if self._seen is None else joined_postings((self._seen, news))
        self._at = end

    def take(self, below: int | None) -> Postings:
        """Take away what waits in cells below a bound, or all of it."""
        rows = self.waiting
        count = len(rows) if below is None else int(np.searchsorted(rows.cells, np.uint32(below)))
        self._seen = chosen_postings(rows, slice(count, None))
        return chosen_postings(rows, slice(count))


def merged_rows(runs: Sequence[Run]) -> Iterator[Postings]:
    """Yield the rows of all runs in one order: by cell, then image, then what is left."""
    while any(len(run.waiting) for run in runs):
        unfinished = [run for run in runs if run.has_more]
        bound = min((int(run.waiting.cells[-1]) for run in unfinished), default=None)
        rows = joined_postings([run.take(bound) for run in runs])
        if len(rows):
            order = np.lexsort((rows.shapes, rows.signatures, rows.images, rows.cells))
            yield chosen_postings(rows, order)
            continue
        for run in unfinished:  # one cell is longer than what was read at once
            if int(run.waiting.cells[-1]) == bound:
                run.read_on(ROWS_AT_ONCE)


def chosen_postings(
    rows: Postings, chosen: NDArray[np.bool_] | NDArray[np.intp] | slice
) -> Postings:
    """Return some of the rows, in the order asked for."""
    return Postings(
        rows.cells[chosen], rows.images[chosen], rows.signatures[chosen], rows.shapes[chosen]
    )


def joined_postings(parts: Sequence[Postings]) -> Postings:
    """Return the rows of several sets below each other, unsorted."""
    return Postings(
        np.concatenate([np.zeros(0, np.uint32), *(one.cells for one in parts)]),
        np.concatenate([np.zeros(0, np.uint32), *(one.images for one in parts)]),
        np.concatenate([np.zeros(0, np.uint64), *(one.signatures for one in parts)]),
        np.concatenate([np.zeros(0, np.uint32), *(one.shapes for one in parts)]),
    )
