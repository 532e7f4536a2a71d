"""Does the same place say something on both pictures, and something else on each?

A caption that was burnt in stands on one side only, and so does a word that was painted out. Where
lettering of either side meets other lettering, it is another label of the series, another date of
the same poster: other content, however alike all the rest. Film grain and foliage make spots of a
letter's size too, but they are low, or stand in no lines, or on no even ground. Measured on 38
pairs of labels and posters of one series and 338 copies with a changed place: 36 of the first have
lettering on both sides by the limits below, two of the others, both with a watermark on lettering.
Bold, small or screened letters run together, and a word is then one spot or two, too few to stand
in a line: there whole words on one tone are asked for on both sides. Of 27 such pairs of labels 23
have eight letters and more on each side, of 145 copies of products with a changed place none that
was not told by its separate letters; what a brush leaves of words is 3 to 7 letters.
What a brush has taken from elsewhere in the same picture is no other content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dedup_desk.core.pairs import ChangedRegion
from dedup_desk.engine import cv
from dedup_desk.engine.cloned import is_cloned
from dedup_desk.engine.cv import Blob, Grey, Mask, Picture
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.page import STROKE_PX, lined_share, spots_of
from dedup_desk.engine.regions import painted

_MARGIN_PX = 8
_CHANGED_LEVELS, _CHANGED_SHARE = 25, 0.15
_TOUCHED_LEVELS = 10
_LEAST_LINED, _LEAST_HEIGHT_PX = 0.3, 5.0
_LEAST_LETTERS = 3.0
_WORD, _FILLED, _LETTER_WIDTH = (1.5, 8.0), (0.4, 0.8), 0.75
"""How much wider than high letters are that run together, how much of their box they fill (a rule
fills all of it, a twig or a zebra's stripe little), and how wide one of them is."""
_LEAST_IN_WORDS = 8.0
_PLATE_LEVELS, _PLATE_PERCENTILE = 9.0, 75
_EVEN_LEVELS, _INK_LEVELS, _INK_PERCENTILE = 10.0, 90.0, 15
_MOST_REGIONS = 6


def is_rewritten(laid: Laid, regions: tuple[ChangedRegion, ...]) -> bool:
    """Say whether both pictures show lettering in one changed place, and not the same.

    Args:
        laid: the grid of the fine check.
        regions: where something changed, largest first.
    """
    sides = (cv.grey(laid.a), cv.grey(laid.b))
    places = [painted(laid, (one,), _MARGIN_PX) for one in regions[:_MOST_REGIONS]]
    return any(_is_rewritten(sides, box) and not _is_cloned(sides, box) for box in places)


def _is_cloned(sides: tuple[Picture, Picture], box: Mask) -> bool:
    """Say whether one side shows there what it shows elsewhere too: a brush laid it there."""
    a, b = sides
    touched = box & (np.abs(a.astype(np.int16) - b) > _TOUCHED_LEVELS)
    return any(is_cloned(side, touched) for side in sides)


def _is_rewritten(sides: tuple[Picture, Picture], box: Mask) -> bool:
    rows, columns = np.nonzero(box.any(axis=1))[0], np.nonzero(box.any(axis=0))[0]
    if not len(rows):
        return False
    place = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    a, b = (side[place] for side in sides)
    changed = np.abs(a.astype(np.int16) - b) > _CHANGED_LEVELS
    rules = (_says_something, _shows_words)
    return any(all(rule(side, changed) for side in (a, b)) for rule in rules)


def _says_something(side: Picture, changed: Mask) -> bool:
    """Say whether there is lettering in what changed, dark on light or light on dark."""
    inverse: Picture = np.uint8(255) - side
    grounds = [(luma, _lined_letters(luma, changed)) for luma in (side, inverse)]
    luma, letters = max(grounds, key=lambda one: one[1].lined)
    return letters.lined >= _LEAST_LETTERS and _is_clear(luma, letters.spots)


def _shows_words(side: Picture, changed: Mask) -> bool:
    """Say whether there are words in what changed, whose letters may run together."""
    inverse: Picture = np.uint8(255) - side
    return any(_has_words(luma, changed) for luma in (side, inverse))


def _has_words(luma: Picture, changed: Mask) -> bool:
    spots = _changed_spots(luma, changed)
    if not spots or not _are_high(spots):
        return False
    single = [one for one in spots if one.width < _WORD[0] * one.height]
    share = lined_share(single) if len(single) > 1 else 0.0
    letters = share * len(single) if share >= _LEAST_LINED else 0.0
    letters += sum(one.width / one.height / _LETTER_WIDTH for one in spots if _is_word(one))
    return letters >= _LEAST_IN_WORDS and _is_clear(luma, spots) and _is_plate(luma, spots)


def _is_word(spot: Blob) -> bool:
    narrowest, widest = _WORD
    emptiest, fullest = _FILLED
    is_wide = narrowest <= spot.width / spot.height <= widest
    is_inked = emptiest <= spot.cells / (spot.width * spot.height) < fullest
    return is_wide and is_inked and spot.height >= _LEAST_HEIGHT_PX


def _is_plate(luma: Picture, spots: list[Blob]) -> bool:
    """Say whether nearly all spots stand on one tone: on a label, not on sky between branches."""
    under = _ground_under(luma, spots)
    off = np.abs(under - float(np.median(under)))
    return float(np.percentile(off, _PLATE_PERCENTILE)) <= _PLATE_LEVELS


@dataclass(frozen=True, slots=True)
class _Letters:
    """Spots of a letter's size, and how many of them stand in lines."""

    spots: tuple[Blob, ...]
    lined: float


def _lined_letters(luma: Picture, changed: Mask) -> _Letters:
    spots = _changed_spots(luma, changed)
    if len(spots) < _LEAST_LETTERS:
        return _Letters((), 0.0)
    share = lined_share(spots)
    is_lettering = share >= _LEAST_LINED and _are_high(spots)
    return _Letters(tuple(spots), share * len(spots) if is_lettering else 0.0)


def _changed_spots(luma: Picture, changed: Mask) -> list[Blob]:
    return [one for one in spots_of(luma) if changed[_box(one)].mean() > _CHANGED_SHARE]


def _are_high(spots: list[Blob]) -> bool:
    return float(np.median([one.height for one in spots])) >= _LEAST_HEIGHT_PX


def _is_clear(luma: Picture, spots: Sequence[Blob]) -> bool:
    """Say whether spots are ink on an even ground, as words on a label are."""
    under = _ground_under(luma, spots)
    ink = np.concatenate([luma[_box(one)].ravel() for one in spots])
    tone = float(np.median(under))
    is_even = float(np.median(np.abs(under - tone))) <= _EVEN_LEVELS
    return is_even and tone - float(np.percentile(ink, _INK_PERCENTILE)) >= _INK_LEVELS


def _ground_under(luma: Picture, spots: Sequence[Blob]) -> Grey:
    ground = cv.closed(luma, STROKE_PX)
    under: Grey = np.concatenate([ground[_box(one)].ravel() for one in spots]).astype(np.float32)
    return under


def _box(spot: Blob) -> tuple[slice, slice]:
    return (
        slice(spot.top, spot.top + spot.height),
        slice(spot.left, spot.left + spot.width),
    )
