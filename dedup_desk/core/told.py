"""A pair about which something is told, and how its figures are written."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core.geometry import Extent
from dedup_desk.core.messages import Argument, Message, message
from dedup_desk.core.pairs import Registration, Relation, VerifiedPair
from dedup_desk.core.records import ImageRecord


@dataclass(frozen=True, slots=True)
class Told:
    """A pair that was compared, and what the reader knows its sides by.

    Attributes:
        pair: the verified pair.
        registration: that of the pair.
        a, b: the records of its sides; a is the fuller picture.
        letter_a, letter_b: what the sides are called ("A", "D").
    """

    pair: VerifiedPair
    registration: Registration
    a: ImageRecord
    b: ImageRecord
    letter_a: str
    letter_b: str

    @property
    def extent_a(self) -> Extent:
        """Full size of side a, in pixels."""
        return extent_of(self.a)

    @property
    def extent_b(self) -> Extent:
        """Full size of side b, in pixels."""
        return extent_of(self.b)

    def has(self, *relations: Relation) -> bool:
        """Say whether one of these applies."""
        return any(relation in self.pair.relations for relation in relations)

    def message(self, template: str, **arguments: Argument) -> Message:
        """Build a message whose fields `{a}` and `{b}` are the letters of the sides."""
        return message(template, a=self.letter_a, b=self.letter_b, **arguments)


def percent_text(share: float, *, tenths: bool = False) -> str:
    """Return a share as a person reads it: whole per cent, tenths below ten.

    Args:
        share: 0 to 1.
        tenths: tenths from ten on as well.
    """
    value = max(share, 0.0) * 100
    is_fine = tenths or value < 9.95
    return f"{value:.1f}" if value >= 0.05 and is_fine else f"{value:.0f}"


def extent_of(record: ImageRecord) -> Extent:
    """Return the full upright size of an image."""
    return Extent(float(record.picture.width_px), float(record.picture.height_px))
