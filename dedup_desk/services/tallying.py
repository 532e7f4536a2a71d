"""The numbers of one generation that no decision changes: counted with its queue, kept within it.

Counting them takes all records and all comparisons, ten seconds and more for 300,000 images, and
who opens a project wants them at once. They are gone with the groups, as soon as anything changes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.array_file import ArrayFileError
from dedup_desk.core.pairs import Finding, Relation, Sureness, VerifiedPair
from dedup_desk.core.records import ImageRecord, RecordId
from dedup_desk.services.queue_table import RELATIONS, SURENESS

SCORE_BINS: Final = 20
_PLAIN: Final = ("images", "size_bytes", "folders", "blank", "limited")
_COUNT: Final = len(_PLAIN) + len(RELATIONS) + len(SURENESS) + 2 * SCORE_BINS


@dataclass(frozen=True, slots=True)
class Tally:
    """A collection and its comparisons, counted.

    Attributes:
        images, size_bytes, folders: everything readable.
        blank: images with too little detail, compared by exact content only.
        limited: images compared at fewer bits than they hold, or one page of several.
        looks: pairs that need a person, by relation.
        sureness: pairs of copies, by how sure the finding is.
        scores: 20 equal bins of pair scores from 0 to 1, (copies, looks) in each.
    """

    images: int
    size_bytes: int
    folders: int
    blank: int
    limited: int
    looks: Mapping[Relation, int]
    sureness: Mapping[Sureness, int]
    scores: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, records: Mapping[RecordId, ImageRecord], compared: Iterable[VerifiedPair]) -> Tally:
        """Count; what follows for identical files is not among the comparisons."""
        looks: Counter[Relation] = Counter()
        sureness: Counter[Sureness] = Counter()
        bins = [[0, 0] for _ in range(SCORE_BINS)]
        for pair in compared:
            is_look = pair.finding is Finding.LOOK
            bins[min(SCORE_BINS - 1, int(pair.score * SCORE_BINS))][is_look] += 1
            if is_look:
                looks[pair.relation] += 1
            else:
                sureness[pair.sureness] += 1
        everything = records.values()
        return cls(
            images=len(records),
            size_bytes=sum(one.stamp.size_bytes for one in everything),
            folders=len({(one.place.root, one.place.folder) for one in everything}),
            blank=sum(one.is_blank for one in everything),
            limited=sum(_is_limited(one) for one in everything),
            looks=looks,
            sureness=sureness,
            scores=tuple((copies, pairs) for copies, pairs in bins),
        )

    def packed(self) -> NDArray[np.uint64]:
        """Return all numbers in one row."""
        return np.array([*self._numbers()], np.uint64)

    @classmethod
    def read(cls, numbers: NDArray[np.uint64]) -> Tally:
        """Read what `packed` made.

        Raises:
            ArrayFileError: nobody counted, or something else.
        """
        if len(numbers) != _COUNT:
            raise ArrayFileError(f"{len(numbers)} numbers are no tally")
        left = iter(numbers.tolist())
        plain = {name: next(left) for name in _PLAIN}
        looks = {one: next(left) for one in RELATIONS}
        sureness = {one: next(left) for one in SURENESS}
        scores = tuple((next(left), next(left)) for _ in range(SCORE_BINS))
        return cls(**plain, looks=looks, sureness=sureness, scores=scores)

    def _numbers(self) -> Iterator[int]:
        yield from (getattr(self, name) for name in _PLAIN)
        yield from (self.looks.get(one, 0) for one in RELATIONS)
        yield from (self.sureness.get(one, 0) for one in SURENESS)
        for both in self.scores:
            yield from both


def _is_limited(record: ImageRecord) -> bool:
    return record.picture.compared_at_8_bit or record.picture.page_count > 1
