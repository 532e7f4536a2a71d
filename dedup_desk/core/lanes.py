"""From relation to lane: what may be batched, what needs eyes, what needs two people.

Lanes go by proof, not by a score: 0 identical bytes, 1 identical pixels, 2 re-encoded or resized,
3 more or less of the frame, 4 changed in tone, orientation or content, 5 not certain to be a copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from dedup_desk.core.pairs import Relation

DOUBTFUL_LANE: Final = 5
"""Where a look pair, another page of one form, a chain and a veto belong."""

LANES: Final[Mapping[Relation, int]] = MappingProxyType(
    {
        Relation.SAME_BYTES: 0,
        Relation.SAME_PIXELS: 1,
        Relation.RE_ENCODED: 2,
        Relation.RESIZED: 2,
        Relation.CROPPED: 3,
        Relation.BORDERED: 3,
        Relation.TONE: 4,
        Relation.GREYSCALE: 4,
        Relation.ROTATED: 4,
        Relation.MIRRORED: 4,
        Relation.NEGATIVE: 4,
        Relation.OVERLAID: 4,
        Relation.RETOUCHED: 4,
        Relation.RESCAN: 4,
        Relation.LOOK: DOUBTFUL_LANE,
        Relation.SAME_LAYOUT: DOUBTFUL_LANE,
    }
)
"""The lane of each relation."""


def lane_of(relations: Iterable[Relation]) -> int:
    """Return the highest lane of some relations; of none at all, the doubtful one."""
    return max((LANES[relation] for relation in relations), default=DOUBTFUL_LANE)
