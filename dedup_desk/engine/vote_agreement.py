"""How far the votes for a picture agree on one way in which it lies in another.

Every match of two keypoints says how much larger, how turned and where one picture is in the other.
Chance matches say all kinds of things; those of a true part say one. For each picture that has
votes, each of its votes is taken as the truth in turn; what the votes that fit to it weigh is its
support, and the best support is the picture's.

Source: the one-point hypotheses of J. Philbin and others, "Object retrieval with large
vocabularies and fast spatial matching", CVPR 2007, made for all pictures at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine.feature_codes import Shapes

_MOST_PICTURES: Final = 150
_MOST_VOTES: Final = 32
_TURN_DEGREES: Final = 25.0
_OCTAVES: Final = 0.6
_NEAR_PX: Final = 6.0
_NEAR_SHARE: Final = 0.3
_UNIT: Final = 5.0
"""Scales scores: by chance one of 50,000 photographs reaches 0.2, and a few of as many drawings."""


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """Matches of keypoints, all (n,), sorted by image, then way.

    Attributes:
        images: whose keypoint was found.
        ways: how the asking picture was taken: 0 as it is, 1 mirrored, 2 as a negative.
        points: (n, 4), the asking keypoints, see `Features`.
        shapes: the keypoints found.
        weights: what each vote weighs, up to 1.
    """

    images: NDArray[np.uint32]
    ways: NDArray[np.int64]
    points: NDArray[np.float32]
    shapes: Shapes
    weights: NDArray[np.float64]


def agreed(votes: Votes) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    """Return the images that votes agree on, growing, and the score of each."""
    starts = _starts(votes)
    counts = np.diff(np.append(starts, len(votes.images)))
    totals = np.add.reduceat(votes.weights, starts) if len(starts) else np.zeros(0)
    norms = np.sqrt(votes.shapes.counted[starts])
    several = np.flatnonzero(counts > 1)
    heaviest = several[np.argsort(-totals[several] / norms[several], kind="stable")]
    groups = np.sort(heaviest[:_MOST_PICTURES])
    scores = _support(votes, starts[groups], counts[groups]) / norms[groups] * _UNIT
    return _best_way(votes.images[starts[groups]], scores)


def _starts(votes: Votes) -> NDArray[np.intp]:
    """Return where the votes for another image, or another way, begin."""
    is_first = np.ones(len(votes.images), np.bool_)
    is_first[1:] = (np.diff(votes.images) != 0) | (np.diff(votes.ways) != 0)
    return np.flatnonzero(is_first)


def _support(
    votes: Votes, starts: NDArray[np.intp], counts: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Return for each group of votes what those weigh that fit to the best of them."""
    if not len(starts):
        return np.zeros(0)
    rows = _spread(starts, counts)
    group = np.repeat(np.arange(len(starts)), counts)
    rows, group, counts = _heaviest(votes, rows, group, len(starts))
    firsts = np.cumsum(counts) - counts
    one = np.repeat(np.arange(len(rows)), counts[group])
    other = _spread(firsts[group], counts[group])
    fits = _fit(votes, rows, one, other)
    support = np.bincount(one[fits], votes.weights[rows[other[fits]]], minlength=len(rows))
    return np.asarray(np.maximum.reduceat(support, firsts), np.float64)


def _spread(starts: NDArray[np.intp], counts: NDArray[np.intp]) -> NDArray[np.intp]:
    """Return start, start + 1, ... of each run, one run behind the other."""
    before = np.cumsum(counts) - counts
    return np.asarray(np.repeat(starts - before, counts) + np.arange(int(counts.sum())), np.intp)


def _heaviest(
    votes: Votes, rows: NDArray[np.intp], group: NDArray[np.intp], groups: int
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Keep the heaviest votes of every group; what hundreds agree on, a few dozen do too."""
    order = np.lexsort((-votes.weights[rows], group))
    rows, group = rows[order], group[order]
    counts = np.bincount(group, minlength=groups)
    rank = np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts)
    kept = rank < _MOST_VOTES
    return rows[kept], group[kept], np.minimum(counts, _MOST_VOTES)


def _fit(
    votes: Votes, rows: NDArray[np.intp], one: NDArray[np.intp], other: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Return which pairs of votes fit: what `one` says of the pictures is true of `other` too."""
    x, y, size, angle = votes.points[rows].T
    shapes = Shapes(*(column[rows] for column in votes.shapes))
    turn = angle - shapes.angles_degrees
    octaves = np.log2(np.maximum(size, 1)) - shapes.octaves
    apart = np.abs((turn[one] - turn[other] + 180) % 360 - 180)
    alike = (apart < _TURN_DEGREES) & (np.abs(octaves[one] - octaves[other]) < _OCTAVES)
    kept = np.flatnonzero(alike)
    one, other = one[kept], other[kept]
    scale = np.exp2(octaves)
    across, down = np.cos(np.deg2rad(turn)) * scale, np.sin(np.deg2rad(turn)) * scale
    step_x = shapes.x_px[other] - shapes.x_px[one]
    step_y = shapes.y_px[other] - shapes.y_px[one]
    real_x, real_y = x[other] - x[one], y[other] - y[one]
    off_x = across[one] * step_x - down[one] * step_y - real_x
    off_y = down[one] * step_x + across[one] * step_y - real_y
    allowed = _NEAR_PX * np.maximum(scale[one], 1) + _NEAR_SHARE * np.hypot(real_x, real_y)
    return np.asarray(kept[np.hypot(off_x, off_y) < allowed], np.intp)


def _best_way(
    images: NDArray[np.uint32], scores: NDArray[np.float64]
) -> tuple[NDArray[np.uint32], NDArray[np.float64]]:
    if not len(images):
        return images, scores
    firsts = np.flatnonzero(np.append(True, np.diff(images) != 0))
    return images[firsts], np.maximum.reduceat(scores, firsts)
