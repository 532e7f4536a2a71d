"""Which side of a fact the keeping rules in force prefer: marked only where a rule says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dedup_desk.core.compare import Side
from dedup_desk.core.contents import Contents
from dedup_desk.core.keep_rules import RULES, Standing
from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import PairKey, VerifiedPair
from dedup_desk.core.records import ImageRecord

ROW_RULES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "file": ("plain-name",),
        "folder": ("nearest-to-the-top",),
        "pixels": ("most-pixels",),
        "format": ("most-levels",),
        "compression": ("lossless", "least-compressed"),
        "sidecars": ("has-sidecar",),
        "modified": ("oldest",),
    }
)
"""Row of the facts -> rules that give it a direction, the first that tells the two apart counts."""


def preferred(
    left: ImageRecord,
    right: ImageRecord,
    pairs: Mapping[PairKey, VerifiedPair],
    rules: Sequence[str],
) -> dict[str, tuple[Side, Message]]:
    """Return row id -> (side, what the rule says) for every row in which a rule prefers a side.

    Args:
        left: the image in pane A.
        right: the image in pane D.
        pairs: verified pairs by key; others' may be among them.
        rules: ids of the rules of the policy in force.
    """
    contents = Contents((left, right), pairs)
    two = {Side.LEFT: Standing(left, contents), Side.RIGHT: Standing(right, contents)}
    found: dict[str, tuple[Side, Message]] = {}
    for row, names in ROW_RULES.items():
        for name in names:
            side = _better(name, two) if name in rules else None
            if side is not None:
                found[row] = (side, RULES[name].reason(two[side]))
                break
    return found


def _better(name: str, two: Mapping[Side, Standing]) -> Side | None:
    rule = RULES[name]
    values = {side: rule.value(one) for side, one in two.items()}
    best = max(values, key=lambda side: values[side])
    gap = values[best] - values[best.other]
    return best if gap > rule.near(values[best]) else None
