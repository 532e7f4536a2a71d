"""Groups of copies that do not chain: the values, and how verified pairs form them."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core.pairs import PairKey, Relation
from dedup_desk.core.records import RecordId


@dataclass(frozen=True, slots=True)
class Member:
    """One image of a cluster and the edge that joined it.

    Attributes:
        record: the image.
        joined_by: the verified pair that joined it; None for the centre.
        relation: what it is of the centre (or of `through`); None for the centre.
        through: the member it joined through, when not the centre itself (a crop of a crop).
    """

    record: RecordId
    joined_by: PairKey | None = None
    relation: Relation | None = None
    through: RecordId | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A star of copies: every member has an accepted edge to the centre or to a fuller member.

    Attributes:
        id: first 12 hex digits of the centre's SHA-256 (settled, question 6).
        members: the centre first, then by relation precedence and place.
        lane: 0 to 5, the highest lane of its edges.
    """

    id: str
    members: tuple[Member, ...]
    lane: int

    @property
    def centre(self) -> RecordId:
        """The fullest picture."""
        return self.members[0].record
