"""What a collection holds, what is redundant in it, and what that costs.

Counts add up: the kinds sum to the redundant copies, and each member of each group but its centre
is counted once, under the relation that joined it. Look pairs, same layouts and versions that a
person keeps are never counted as redundant. 1 GB is 10^9 bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from dedup_desk.core.clusters import Cluster
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import ImageRecord, RecordId

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
        groups: clusters that hold at least one redundant copy.
        kinds: redundant copies by relation, in order of precedence; only kinds that occur.
    """

    images: int
    size_bytes: int
    folders: int
    groups: int
    kinds: tuple[KindCount, ...]

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


def count_holdings(
    records: Mapping[RecordId, ImageRecord],
    clusters: Iterable[Cluster],
    kept: Collection[RecordId] = (),
) -> Holdings:
    """Count what a collection holds.

    Args:
        records: every readable image.
        clusters: groups of copies.
        kept: images a person keeps as versions of their own; never redundant.
    """
    copies: Counter[Relation] = Counter()
    sizes: Counter[Relation] = Counter()
    groups = 0
    for cluster in clusters:
        redundant = [one for one in cluster.members if one.relation and one.record not in kept]
        groups += bool(redundant)
        for member in redundant:
            relation = member.relation or Relation.LOOK
            copies[relation] += 1
            sizes[relation] += records[member.record].stamp.size_bytes
    kinds = (KindCount(one, copies[one], sizes[one]) for one in Relation if copies[one])
    folders = {(one.place.root, one.place.folder) for one in records.values()}
    total = sum(one.stamp.size_bytes for one in records.values())
    return Holdings(len(records), total, len(folders), groups, tuple(kinds))


def monthly_cost(size_bytes: int, rate_per_gb: float) -> float:
    """Return what `size_bytes` cost a month at the user's own rate per 10^9 bytes."""
    return size_bytes / GB * rate_per_gb
