"""What a collection holds, what is redundant in it, and what that costs.

Counts add up: the kinds sum to the redundant copies, and each member of each group but its centre
is counted once, under the relation that joined it. Look pairs, same layouts, versions that a person
keeps and pictures that only a person joined are never counted as redundant. 1 GB is 10^9 bytes.
"""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core.pairs import Relation

GB = 1_000_000_000


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many redundant copies are of one relation, and how many bytes they hold."""

    relation: Relation
    copies: int
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """A collection in numbers.

    Attributes:
        images, size_bytes, folders: everything readable.
        groups: clusters that hold at least one redundant copy, or that a person joined.
        kinds: redundant copies by relation, in order of precedence; only kinds that occur.
        joined: of `groups`, those that a person made of several.
    """

    images: int
    size_bytes: int
    folders: int
    groups: int
    kinds: tuple[KindCount, ...]
    joined: int = 0

    @property
    def redundant_copies(self) -> int:
        """The sum of the kinds."""
        return sum(kind.copies for kind in self.kinds)

    @property
    def redundant_bytes(self) -> int:
        """Bytes that the redundant copies hold; freed only when they are destroyed."""
        return sum(kind.size_bytes for kind in self.kinds)

    @property
    def redundant_share(self) -> float:
        """Redundant copies as a share of all images, 0 to 1."""
        return self.redundant_copies / self.images if self.images else 0.0


def monthly_cost(size_bytes: int, rate_per_gb: float) -> float:
    """Return what `size_bytes` cost a month at the user's own rate per 10^9 bytes."""
    return size_bytes / GB * rate_per_gb
