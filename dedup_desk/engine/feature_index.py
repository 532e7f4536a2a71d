"""The inverted file of keypoints: which pictures share details with one that is asked for.

Arrays in, hits out; it knows no disk. A keypoint looks into the cells where its likes may stand;
what stands there and has a like signature is a vote for a picture. Votes count as far as they
agree on how one picture lies in the other (`engine/vote_agreement.py`). The answer does not depend
on how the postings are spread over segments, nor on the order in which pictures came.

Source: H. Jegou, M. Douze, C. Schmid, "Improving bag-of-features for large scale image search",
IJCV 87 (2010), 316-336, and "On the burstiness of visual elements", CVPR 2009; Q. Lv and others,
"Multi-probe LSH", VLDB 2007.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.features import Features, Postings
from dedup_desk.core.posting_merge import chosen_postings, joined_postings
from dedup_desk.engine.feature_codes import (
    CELL_BITS,
    CODES_RECIPE,
    cells_of,
    packed_shapes,
    probes_of,
    projected,
    signatures_of,
    unpacked_shapes,
)
from dedup_desk.engine.features import inverted, mirrored
from dedup_desk.engine.vote_agreement import Votes, agreed

INDEX_RECIPE: Final = f"inverted-2 {CODES_RECIPE}, 20 byte postings, agreeing votes"
"""What a posting and a score mean; those of another recipe are made anew."""

PROBES: Final = (16, 8, 4)
"""Cells that each keypoint looks into: as it is, mirrored, as a negative (which is rarest)."""

MOST_BITS_APART: Final = 18

_NEAR_BITS: Final = 14.0
_FEWEST_BITS, _MOST_BITS = 20, CELL_BITS - 4
_POSTINGS_A_CELL: Final = 0.75
"""On average, empty cells counted: as many bits of a cell count as this takes."""

_SIGNPOST_STEP: Final = 1024
_STEPS: Final = (*(_SIGNPOST_STEP >> shift for shift in range(1, 11)), 1)

_LONG_CELL: Final = 250
_LONG_CELL_SHARE: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Hit:
    """A picture that shares details with the one asked for.

    Attributes:
        image: its number.
        score: how many details, weighted, agree, for the details it has; below 0.2 it is chance.
    """

    image: int
    score: float


@dataclass(frozen=True, slots=True)
class Effort:
    """What a query cost, for those who count.

    Attributes:
        postings: how many were looked at.
        votes: how many of them were near enough.
    """

    postings: int
    votes: int


def postings_of(numbered: Sequence[tuple[int, Features]]) -> Postings:
    """Return the postings of some pictures, sorted, whatever order the pictures come in.

    Args:
        numbered: (number, features); no number twice, each 0 to 2^32 - 1.

    Raises:
        ValueError: a number comes twice.
    """
    if len({number for number, _ in numbered}) != len(numbered):
        raise ValueError("an image may be posted once only")
    return merged([_postings(number, features) for number, features in numbered])


def merged(parts: Sequence[Postings]) -> Postings:
    """Return the postings of several sets as one set; no image may be in two of them."""
    joined = joined_postings(parts)
    place = joined.cells.astype(np.uint64) << np.uint64(32) | joined.images
    order = np.argsort(place, kind="stable")  # finds the runs that are sorted already
    return chosen_postings(joined, order)


class FeatureIndex:
    """An inverted file of any number of segments; holds next to nothing but them.

    Args:
        segments: sorted postings, memory-mapped or not; each image in one of them only.
    """

    def __init__(self, segments: Sequence[Postings]) -> None:
        self._segments = tuple(_Segment.of(segment) for segment in segments if len(segment))
        self._count = sum(len(segment) for segment in segments)
        self._bits = _bits_for(self._count)
        self._longest = max(_LONG_CELL, int(self._count * _LONG_CELL_SHARE))

    def __len__(self) -> int:
        return self._count

    def query(
        self, features: Features, most: int = 20, least_score: float = 0.2
    ) -> tuple[Hit, ...]:
        """Return the pictures that share details with one, also mirrored or as a negative.

        Args:
            features: of the picture; if it is in the index itself, it is among the hits.
            most: so many hits at the most.
            least_score: what scores less is left out.

        Returns:
            The best first; equals by their number.
        """
        return self.counted_query(features, most, least_score)[0]

    def counted_query(
        self, features: Features, most: int, least_score: float
    ) -> tuple[tuple[Hit, ...], Effort]:
        """Answer like `query`, and say what it cost."""
        asked = _Asked.of(features, self._bits)
        matches = self._matches(asked)
        votes = _one_vote_each(asked, matches)
        images, scores = agreed(votes)
        chosen = np.flatnonzero(scores >= least_score)
        order = chosen[np.lexsort((images[chosen], -scores[chosen]))][:most]
        hits = tuple(Hit(int(images[at]), float(scores[at])) for at in order)
        return hits, Effort(matches.looked_at, len(matches.rows))

    def _matches(self, asked: _Asked) -> _Matches:
        spans = [segment.spans(asked.cells, self._bits) for segment in self._segments]
        total = sum((count for _, count in spans), np.zeros(len(asked.cells), np.int64))
        is_long = total > self._longest
        parts = [
            _near(segment.postings, start, np.where(is_long, 0, count), asked)
            for segment, (start, count) in zip(self._segments, spans, strict=True)
        ]
        return _Matches(
            np.concatenate([np.zeros(0, np.int64), *(part.rows for part in parts)]),
            np.concatenate([np.zeros(0, np.uint32), *(part.images for part in parts)]),
            np.concatenate([np.zeros(0, np.uint8), *(part.bits_apart for part in parts)]),
            np.concatenate([np.zeros(0, np.uint32), *(part.shapes for part in parts)]),
            sum(part.looked_at for part in parts),
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """A picture as it asks: as it is, mirrored, and as a negative, one below the other.

    Attributes:
        points: (3n, 4), see `Features`.
        each: n.
        signatures: (3n,).
        cells, rows: (p,) cells to look into, growing, and who wants to.
    """

    points: NDArray[np.float32]
    each: int
    signatures: NDArray[np.uint64]
    cells: NDArray[np.uint32]
    rows: NDArray[np.int64]

    @classmethod
    def of(cls, features: Features, bits: int) -> _Asked:
        ways = (features, mirrored(features), inverted(features))
        seen = projected(np.concatenate([way.descriptors for way in ways]))
        each = len(features)
        parts = [
            probes_of(seen[way * each : (way + 1) * each], bits, count).reshape(-1)
            for way, count in enumerate(PROBES)
        ]
        rows = np.repeat(np.arange(len(seen)), np.repeat(PROBES, each))
        cells = np.concatenate(parts) >> np.uint32(CELL_BITS - bits)
        order = np.argsort(cells, kind="stable")
        points = np.concatenate([way.points for way in ways])
        return cls(points, each, signatures_of(seen), cells[order], rows[order])


@dataclass(frozen=True, slots=True, eq=False)
class _Matches:
    """Postings near to asking keypoints: who asked, whose they are, how far, where; all (m,)."""

    rows: NDArray[np.int64]
    images: NDArray[np.uint32]
    bits_apart: NDArray[np.uint8]
    shapes: NDArray[np.uint32]
    looked_at: int


def _bits_for(count: int) -> int:
    """Return how many bits of a cell count, so that a question costs the same in every index.

    The cells of a small index are wide: more of what is alike, and of what is not, stands in them.
    """
    bits = round(float(np.log2(max(count, 1) / _POSTINGS_A_CELL)))
    return min(max(bits, _FEWEST_BITS), _MOST_BITS)


def _postings(number: int, features: Features) -> Postings:
    seen = projected(features.descriptors)
    cells, signatures = cells_of(seen), signatures_of(seen)
    shapes = packed_shapes(features.points)
    order = np.lexsort((shapes, signatures, cells))
    images = np.full(len(features), number, np.uint32)
    return Postings(cells[order], images, signatures[order], shapes[order])


@dataclass(frozen=True, slots=True, eq=False)
class _Segment:
    """Postings, and every 1,024th cell of them, which stays in the processor's cache.

    A binary search in the cells alone would wait for memory at nearly every step.
    """

    postings: Postings
    signposts: NDArray[np.uint32]

    @classmethod
    def of(cls, postings: Postings) -> _Segment:
        return cls(postings, np.array(postings.cells[::_SIGNPOST_STEP]))

    def spans(
        self, cells: NDArray[np.uint32], bits: int
    ) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return where each cell starts and how many postings it has."""
        unused = np.uint32(CELL_BITS - bits)
        first = cells << unused
        last = first | np.uint32((1 << int(unused)) - 1)
        start = self._count_before(first, is_itself_counted=False)
        there = self.postings.cells[np.minimum(start, len(self.postings) - 1)]
        used = np.flatnonzero((there >= first) & (there <= last))  # most cells are empty
        end = start.copy()
        end[used] = self._count_before(last[used], is_itself_counted=True)
        return start, end - start

    def _count_before(
        self, wanted: NDArray[np.uint32], *, is_itself_counted: bool
    ) -> NDArray[np.int64]:
        """Return how many cells come before each wanted one, as `np.searchsorted` does."""
        is_before = np.less_equal if is_itself_counted else np.less
        side: Literal["left", "right"] = "right" if is_itself_counted else "left"
        block = np.searchsorted(self.signposts, wanted, side=side) - 1
        at = np.maximum(block, 0) * _SIGNPOST_STEP
        cells = self.postings.cells
        for step in _STEPS:
            probe = at + (step - 1)
            value = cells[np.minimum(probe, len(cells) - 1)]
            at += step * ((probe < len(cells)) & is_before(value, wanted))
        return np.asarray(at, np.int64)


def _near(
    segment: Postings, start: NDArray[np.int64], count: NDArray[np.int64], asked: _Asked
) -> _Matches:
    used = np.flatnonzero(count)
    start, count = start[used], count[used]
    total = int(count.sum())
    rows = np.repeat(asked.rows[used], count)
    at = np.repeat(start - (np.cumsum(count) - count), count) + np.arange(total)
    apart = np.bitwise_count(segment.signatures[at] ^ asked.signatures[rows])
    near = np.flatnonzero(apart <= MOST_BITS_APART)
    at = at[near]
    return _Matches(rows[near], segment.images[at], apart[near], segment.shapes[at], total)


def _one_vote_each(asked: _Asked, matches: _Matches) -> Votes:
    """Return one vote for each keypoint and image, the nearest, in the order of images.

    A keypoint that votes for many pictures says little about each.
    """
    rows, images, apart = matches.rows, matches.images, matches.bits_apart
    order = np.argsort(_key(rows, images, apart), kind="stable")
    rows, images, apart = rows[order], images[order], apart[order]
    is_nearest = np.ones(len(order), np.bool_)
    is_nearest[1:] = (rows[1:] != rows[:-1]) | (images[1:] != images[:-1])
    rows, images, apart = rows[is_nearest], images[is_nearest], apart[is_nearest]
    voices = np.bincount(rows, minlength=len(asked.points))[rows]
    weights = np.exp(-((apart / _NEAR_BITS) ** 2)) / np.sqrt(voices)
    return Votes(
        images=images,
        ways=rows // max(asked.each, 1),
        points=asked.points[rows],
        shapes=unpacked_shapes(matches.shapes[order][is_nearest]),
        weights=weights,
    )


def _key(
    rows: NDArray[np.int64], images: NDArray[np.uint32], apart: NDArray[np.uint8]
) -> NDArray[np.uint64]:
    """Return image, row and distance as one number: rows of one way stand together."""
    key = images.astype(np.uint64) << np.uint64(32) | rows.astype(np.uint64) << np.uint64(8)
    return np.asarray(key | apart, np.uint64)
