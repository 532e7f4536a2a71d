"""How likely two pictures are copies of one: a small logistic model over what was observed.

Every term counts what disagrees, and no weight is ever positive: less disagreement, with all else
equal, never lowers the answer, and what makes a pair unlikely can be read from the table. Of
keypoints that means: at a given number of matches, the more of them agree on one place, the
likelier a copy. Matches that do not agree are evidence against, so a match more may lower the
answer; and no match at all counts as the usual share that disagrees. What speaks against a copy for
certain (another form filled in, another colour in one place) is no matter of likelihood and stands
as rules in `core/naming.py`. The weights are data (see `engine/decision.py`), fitted by a script of
the benchmarks.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from dedup_desk.core.observed import Observed

_OTHER_GRAIN_BELOW: Final = 0.6
_USUAL_DISAGREEMENT: Final = 0.3
_LEAST_NOISE: Final = 4.0
_MOST_SKEW: Final = 0.25
_CLEARLY_LOOSE_PX: Final = 1.0
"""Sharpening leaves less than a fifth of a pixel between copies, and one to four between views of
one scene; a scene that moved more is no less likely a copy than one that moved so far."""

Term = Callable[["Observed"], float]


@dataclass(frozen=True, slots=True)
class LikelihoodModel:
    """Weights of the terms.

    Attributes:
        version: which fit it is.
        intercept: log odds where nothing counts against a pair.
        weights: term -> weight, none above zero; terms without one do not count.

    Raises:
        ValueError: a weight is above zero, or of no known term.
    """

    version: str
    intercept: float
    weights: Mapping[str, float]

    def __post_init__(self) -> None:
        """Refuse what would let more evidence lower the answer."""
        unknown = set(self.weights) - set(TERMS)
        if unknown or any(weight > 0 for weight in self.weights.values()):
            raise ValueError(f"weights must be known and not above zero: {dict(self.weights)}")

    def likelihood(self, observed: Observed) -> float:
        """Return how likely the two are copies, 0 to 1; .5 is where the machine starts to dare."""
        odds = self.intercept + sum(
            weight * TERMS[name](observed) for name, weight in self.weights.items()
        )
        return 1 / (1 + math.exp(-min(max(odds, -60.0), 60.0)))


def otherness(observed: Observed) -> float:
    """Return how far the finest detail is another one, 0 to 1: another capture, scan or screen."""
    return min(max(1 - observed.grain / _OTHER_GRAIN_BELOW, 0.0), 1.0)


def _scattered(one: Observed) -> float:
    """What does not agree besides the largest place: one change is a retouch, many are not."""
    return max(one.bad_share - one.largest_bad_share, 0.0)


def _disagreeing(one: Observed) -> float:
    """Return the share of matches that do not fit; a usual one where no keypoints were used."""
    return 1 - one.inliers / one.matches if one.matches else _USUAL_DISAGREEMENT


def _skew(one: Observed) -> float:
    return 0.0 if one.is_tilted else min(one.anisotropy - 1, _MOST_SKEW)


def _loose(one: Observed) -> float:
    """Return what is left between the two after all sharpening.

    Where no patch could be laid on its like and something changed too, nothing says that the two
    lie on each other at all. Heavy compression and printing screens hide patches, but not changes.
    """
    if one.left_px is None:
        return _CLEARLY_LOOSE_PX if one.blocks else 0.0
    return min(one.left_px, _CLEARLY_LOOSE_PX)


def _loose_keypoints(one: Observed) -> float:
    """Return what is left between keypoints, where the fine check saw a change as well.

    Keypoints of small pictures are rough. Where every window agrees, that they are is no news.
    """
    return one.rms_px if one.blocks else 0.0


def _places(one: Observed) -> float:
    """Return in how many places besides one something changed.

    A retouch is one place, another article of a series differs here and there. A mark laid over a
    picture may be in many.
    """
    if one.overlaid_a or one.overlaid_b:
        return 0.0
    return math.log1p(max(one.regions - 1, 0))


TERMS: Final[Mapping[str, Term]] = MappingProxyType(
    {
        "unlike": lambda one: 1 - one.median,
        "unlike-quarter": lambda one: 1 - one.quartile,
        "scattered": _scattered,
        "scattered-of-other-grain": lambda one: otherness(one) * _scattered(one),
        "bad-of-other-grain": lambda one: otherness(one) * one.bad_share,
        "changed-of-other-grain": lambda one: otherness(one) * one.changed_share,
        "blocks-of-other-grain": lambda one: otherness(one) * math.log1p(one.blocks),
        "noise": lambda one: math.log(max(one.noise, _LEAST_NOISE) / _LEAST_NOISE),
        "disagreeing": _disagreeing,
        "loose": _loose,
        "loose-keypoints": _loose_keypoints,
        "skew": _skew,
        "places": _places,
        "blocks-of-a-page": lambda one: math.log1p(one.blocks) if one.is_page else 0.0,
        "changed-of-a-page": lambda one: one.changed_share if one.is_page else 0.0,
    }
)
"""Term -> how much of it there is, 0 for a perfect copy; every one of them counts against it."""
