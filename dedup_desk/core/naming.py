"""From what was measured on two pictures to what the pair is called: thresholds and names.

Everything here is arithmetic on `Observed` (see `observed.py`), so that a threshold can be read,
argued about and tested without a picture. Two questions are kept apart: which relations apply (the
first in order of precedence is the principal one; `scans.py` says what another scan excuses), and
whether the machine dares to call it a copy (`other_content.py` says what speaks against it).

Measured on drawn and photographed pictures, pages and products, 98 classes of copies in 18
families: copies in which nothing was changed, down to JPEG quality 8 and quarter size, have a
median local correlation of .91 or more and no changed block at all in the fine check, but for scans
made anew and a few pictures cut out of pages; a written number or a signature makes 1 to 6 blocks,
a stamp up to 15; two pages of one form with other content, their letters 10 px high and more, make
13 or more, more than half of them over 90. Small letters leave fewer: see `other_content.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dedup_desk.core.observed import Observed
from dedup_desk.core.other_content import (
    is_illegible,
    is_mostly_changed,
    is_only_alike,
    is_partly_shown,
    is_recoloured,
    is_same_form,
)
from dedup_desk.core.pairs import Finding, Relation
from dedup_desk.core.scans import WHOLE_FROM, is_dust, is_laid_anew, is_other_scan, whole_from

FINE_CHECK_NOT_MADE = "fine-check-not-made"
"""Note of a pair that was compared by its small pictures only, because a file was away."""

UNRELATED_BELOW = 0.6
"""Mean local correlation at 320 px under which a pair is not shown at all."""

_RELATED_ELSEWHERE = 0.9
"""On plain goods one caption holds half of all detail: then the other half has to match as well."""

_COPY_FROM, _SHOWN_FROM = 0.5, 0.02
"""Likelihoods from which on a pair may be called a copy, and is shown at all."""

_COPY_MEDIAN = 0.85
_TURNED_DEGREES = 0.3
_RESIZED_BY = 0.004


@dataclass(frozen=True, slots=True)
class Naming:
    """What a pair is called.

    Attributes:
        relations: all that apply, in order of precedence; the first is the principal one.
        finding: copy or look.
        notes: machine words for what limits the answer.
    """

    relations: tuple[Relation, ...]
    finding: Finding
    notes: tuple[str, ...] = ()

    @property
    def relation(self) -> Relation:
        """The principal relation."""
        return self.relations[0]


def named(observed: Observed) -> Naming | None:
    """Name a pair; None where the two have nothing to do with each other."""
    if not _is_related(observed) or observed.likelihood < _SHOWN_FROM:
        return None
    doubts = tuple(word for word, is_so in DOUBTS.items() if is_so(observed))
    notes = doubts + tuple(word for word, is_so in REMARKS.items() if is_so(observed))
    if is_same_form(observed):
        return Naming((Relation.SAME_LAYOUT, Relation.LOOK), Finding.LOOK, notes)
    apply = tuple(relation for relation, is_so in NAMES.items() if is_so(observed))
    if doubts:
        return Naming((Relation.LOOK, *apply), Finding.LOOK, notes)
    return Naming(apply, Finding.COPY, notes)


def _is_related(one: Observed) -> bool:
    is_one_place = one.median >= _COPY_MEDIAN and one.elsewhere >= _RELATED_ELSEWHERE
    return one.mean >= UNRELATED_BELOW or is_one_place


Rule = Callable[[Observed], bool]

DOUBTS: Mapping[str, Rule] = {
    "weak-correlation": lambda one: one.median < _COPY_MEDIAN or is_only_alike(one),
    "unlikely": lambda one: one.likelihood < _COPY_FROM,
    FINE_CHECK_NOT_MADE: lambda one: one.fine_px == 0,
    "partly-overlapping": is_partly_shown,
    "border-on-the-fuller": lambda one: one.shown_a >= WHOLE_FROM and one.has_border_a,
    "recoloured": is_recoloured,
    "mostly-changed": is_mostly_changed,
    "lettering-too-small": is_illegible,
}
"""Reasons to ask a person instead of calling a pair a copy."""

REMARKS: Mapping[str, Rule] = {
    "small-page": lambda one: one.is_too_small_to_tell,
    "page": lambda one: one.is_page,
}
"""What a reader of the evidence should know besides."""

NAMES: Mapping[Relation, Rule] = {
    Relation.NEGATIVE: lambda one: one.is_inverted,
    Relation.CROPPED: lambda one: one.shown_a < whole_from(one),
    Relation.BORDERED: lambda one: one.has_border_b and not is_laid_anew(one),
    Relation.OVERLAID: lambda one: one.is_changed and (one.overlaid_b or one.overlaid_a),
    Relation.RETOUCHED: lambda one: (
        one.is_changed and not (one.overlaid_b or one.overlaid_a) and not is_dust(one)
    ),
    Relation.RESCAN: lambda one: is_other_scan(one) or one.is_tilted,
    Relation.MIRRORED: lambda one: one.symmetry >= 4,
    Relation.ROTATED: lambda one: (
        one.symmetry in (1, 2, 3) or abs(one.turn_degrees) > _TURNED_DEGREES
    ),
    Relation.GREYSCALE: lambda one: one.lost_colour,
    Relation.TONE: lambda one: one.tone_changed and not one.lost_colour,
    Relation.RESIZED: lambda one: abs(one.size_ratio - 1) > _RESIZED_BY,
    Relation.RE_ENCODED: lambda _one: True,
}
"""Relation -> does it apply; in order of precedence."""
