"""From what was measured on two pictures to what the pair is called: thresholds and names.

Everything here is arithmetic on `Observed`, so that a threshold can be read, argued about and
tested without a picture. Two questions are kept apart: which relations apply (the first in order
of precedence is the principal one), and whether the machine dares to call it a copy.

Measured on drawn and photographed pictures, pages and products, 98 classes of copies in 18
families: copies in which nothing was changed, down to JPEG quality 8 and quarter size, have a
median local correlation of .91 or more and no changed block at all in the fine check, but for scans
made anew and a few pictures cut out of pages; a written number or a signature makes 1 to 6 blocks,
a stamp up to 15; two pages of one form with other content, their letters 10 px high and more, make
13 or more, more than half of them over 90. Small letters leave fewer: see the note on them below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dedup_desk.core.pairs import Finding, Relation

FINE_CHECK_NOT_MADE = "fine-check-not-made"
"""Note of a pair that was compared by its small pictures only, because a file was away."""

UNRELATED_BELOW = 0.6
"""Mean local correlation at 320 px under which a pair is not shown at all."""

_RELATED_ELSEWHERE = 0.9
"""On plain goods one caption holds half of all detail: then the other half has to match as well."""

_COPY_FROM, _SHOWN_FROM = 0.5, 0.02
"""Likelihoods from which on a pair may be called a copy, and is shown at all."""

WHOLE_FROM = 0.996
"""Share of a picture from which on the whole of it counts as shown."""

_COPY_MEDIAN = 0.85
_MOST_NOISE, _LOOSE_PX = 14.0, 0.7
_THUMB_PX, _MOST_THUMB_NOISE = 280, 9.0
_FEW_INLIERS = 6
_TURNED_DEGREES = 0.3
_RESIZED_BY = 0.004
_RECOLOURED_SHARE, _RECOLOURED_COARSE = 0.003, 0.012
_REPLACED_SHARE = 0.12
_OTHER_NEGATIVE_SHARE = 0.1
_OTHER_ARTICLE_SHARE, _OTHER_ARTICLE_CHANGED, _OTHER_ARTICLE_BLOCKS = 0.05, 0.1, 5
_RELIT_SHARE = 0.01
_SAME_FORM_BLOCKS, _SAME_FORM_REGIONS = 6, 3
_STAMP_SHARE = 0.08
_MOST_REGIONS, _MOST_CHANGED = 24, 0.4
_FEW_REGIONS, _ONE_PLACE_SHARE, _REPLACED_AT_ONCE = 2, 0.25, 0.3
_READABLE_PX = 600
_READABLE_LETTER_PX, _LEGIBLE_LETTER_PX, _CLEAR_LETTER_PX = 7.5, 4.0, 5.0
"""Measured on drawn forms and pages: where the smaller letters are 4 px high, another name, date or
amount leaves a changed block every time, at 3.5 one in three does not. Pages that were filled in
quite differently may leave no more blocks than a retouch: one place where they are lower than 4.5,
several where they are lower than 6 (cards, which say little)."""

_LOST_DETAIL_SHARE = 0.2
_DUST_SHARE, _SPECK_SHARE = 0.02, 0.004
_SAME_PRINT = 0.85
"""Two scans never frame a print alike: only a larger difference is a crop of one of them."""

_OTHER_GRAIN, _OTHER_GRAIN_ASKEW = 0.25, 0.5
_SCREEN_GRAIN, _SCREEN_NOISE = 0.55, 7.0


@dataclass(frozen=True, slots=True)
class Observed:
    """What comparing two pictures measured; a is the fuller one.

    Attributes:
        mean, median, quartile: local correlation at 320 px.
        bad_share, largest_bad_share: share of the windows there that do not match at all, and of
            the largest connected area of them.
        elsewhere: mean local correlation outside of that area.
        inliers, matches: places that agree on the registration, and tentative matches; 0 where
            the whole images were aligned.
        rms_px: what is left between the agreeing places, in pixels of the proxies.
        left_px: what is left between patches after the alignment was sharpened, in pixels of the
            fine grid; None where it could not be.
        anisotropy: the larger stretch of the registration over the smaller.
        symmetry: 0 to 7, the symmetry of b that looks like a.
        is_plain: the frames fall on each other exactly, but for turn, mirror and size.
        is_inverted: b is a negative of a.
        is_tilted: b was photographed at an angle.
        turn_degrees: small turn beyond the quarter turns, 0 if plain.
        shown_a, shown_b: share of each picture that the other shows; borders are no picture.
        has_border_a, has_border_b: there is a border or a caption that the other has not.
        size_ratio: b's pixels for one of a's, along a side.
        is_page: mostly one pale tone with no solid body on it.
        is_pale: mostly one pale tone, paper or a white backdrop.
        fine_px: longest side of the fine check; 0 if it could not be made.
        changed_share, blocks, regions: of the fine check.
        dust_blocks, dust_regions: how many of them are points by themselves on a page's paper.
        largest_region_share: the box of the largest region, as a share of a's area.
        is_cloned: what changed on a page is lettering that the same page shows elsewhere too.
        is_rewritten: both pictures show lettering in one changed place, and not the same.
        letter_px: height of a page's smaller letters on the grid of the fine check, 0 without any.
        lost_detail_share: share of a's detailed windows that the fine check's size cannot show.
        grain: correlation of the finest detail, 1.0 where there is none.
        noise: median residual of the fine check's windows, in levels.
        tone_residual: what the fitted tone curve leaves, as a share of full scale.
        is_coarse: one side is a strongly compressed JPEG.
        overlaid_a, overlaid_b: what changed is thin or flat and lies on that side's picture.
        tone_changed, lost_colour: b's tones differ; b has lost all colour.
        likelihood: what `core/likelihood.py` makes of all this, 0 to 1.
        recoloured_share, relit_share: area whose hue or light changed where no detail did.
    """

    mean: float
    median: float
    quartile: float = 1.0
    bad_share: float = 0.0
    largest_bad_share: float = 0.0
    elsewhere: float = 0.0
    inliers: int = 0
    matches: int = 0
    rms_px: float = 0.0
    left_px: float | None = None
    anisotropy: float = 1.0
    symmetry: int = 0
    is_plain: bool = True
    is_inverted: bool = False
    is_tilted: bool = False
    turn_degrees: float = 0.0
    shown_a: float = 1.0
    shown_b: float = 1.0
    has_border_a: bool = False
    has_border_b: bool = False
    size_ratio: float = 1.0
    is_page: bool = False
    is_pale: bool = False
    fine_px: int = 1280
    changed_share: float = 0.0
    blocks: int = 0
    regions: int = 0
    dust_blocks: int = 0
    dust_regions: int = 0
    largest_region_share: float = 0.0
    is_cloned: bool = False
    is_rewritten: bool = False
    letter_px: float = 0.0
    lost_detail_share: float = 0.0
    grain: float = 1.0
    noise: float = 0.0
    tone_residual: float = 0.0
    is_coarse: bool = False
    overlaid_a: bool = False
    overlaid_b: bool = False
    tone_changed: bool = False
    lost_colour: bool = False
    recoloured_share: float = 0.0
    relit_share: float = 0.0
    likelihood: float = 1.0

    @property
    def is_recoloured(self) -> bool:
        """Hue changed in a place, with nothing else changing there: content, never tone.

        Where another thing stands in the place (detail changed, and more than one window in eight
        does not match at all), hue is no doubt of its own: whatever is painted into a picture has
        colours of its own, and the pair is called retouched or overlaid for it, neither of which a
        rule ever proposes to set aside. Colours of other scans, of tilted prints and of film base
        are their own too. But other detail, and beside it much of the picture in another hue, is
        another article, whatever else is. JPEG below quality 50 keeps colour in squares of 16
        pixels and rounds it; marks and resampling leave fringes.
        """
        if self.is_inverted:
            return self.blocks > 0 and self.recoloured_share > _OTHER_NEGATIVE_SHARE
        if self.is_tilted:
            return False
        has_dots = _is_screened(self) and not _is_thumbnail(self)
        is_scanned = _is_other_scan(self) and not has_dots
        if (self.blocks or is_scanned) and self.recoloured_share > _OTHER_ARTICLE_SHARE:
            return True
        is_replaced = self.is_changed and self.bad_share > _REPLACED_SHARE
        if is_replaced or _is_other_scan(self):
            return False
        is_rough = self.is_coarse or self.is_changed
        plain = _RECOLOURED_SHARE if self.is_plain else 2 * _RECOLOURED_SHARE
        return self.recoloured_share > (_RECOLOURED_COARSE if is_rough else plain)

    @property
    def is_changed(self) -> bool:
        """Detail or light changed in places.

        Light falls on a print from one side when it is photographed: that is no change of it.
        """
        return self.blocks > 0 or (self.relit_share > _RELIT_SHARE and not self.is_tilted)

    @property
    def is_too_small_to_tell(self) -> bool:
        """A page whose lettering the smaller side cannot show: another name would not be seen."""
        is_tiny = 0 < self.letter_px < _READABLE_LETTER_PX
        return self.is_page and (self.fine_px < _READABLE_PX or is_tiny)


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
    if _is_same_form(observed):
        return Naming((Relation.SAME_LAYOUT, Relation.LOOK), Finding.LOOK, notes)
    apply = tuple(relation for relation, is_so in NAMES.items() if is_so(observed))
    if doubts:
        return Naming((Relation.LOOK, *apply), Finding.LOOK, notes)
    return Naming(apply, Finding.COPY, notes)


def _is_related(one: Observed) -> bool:
    is_one_place = one.median >= _COPY_MEDIAN and one.elsewhere >= _RELATED_ELSEWHERE
    return one.mean >= UNRELATED_BELOW or is_one_place


def _is_same_form(one: Observed) -> bool:
    if one.overlaid_a or one.overlaid_b or one.is_cloned:
        return False
    if one.is_rewritten:
        return True
    # A point on bare paper is no entry of a form, whoever put it there.
    blocks, regions = one.blocks - one.dust_blocks, one.regions - one.dust_regions
    is_spread = regions >= _SAME_FORM_REGIONS or (
        one.is_page and one.largest_region_share > _STAMP_SHARE
    )
    is_form = one.is_page and blocks >= _SAME_FORM_BLOCKS
    return one.fine_px > 0 and is_spread and (is_form or _is_other_article(one))


def _is_other_article(one: Observed) -> bool:
    """Two articles before one white backdrop are like two pages of a form; dust changes little."""
    is_much = one.changed_share > _OTHER_ARTICLE_CHANGED
    return one.is_pale and is_much and one.blocks >= _OTHER_ARTICLE_BLOCKS


def _is_partly_shown(one: Observed) -> bool:
    """Side b shows something that a does not: a cannot stand in for it.

    Two scans of a print never have the same frame: they may differ by more before that counts.
    """
    return one.shown_b < _whole_from(one)


def _whole_from(one: Observed) -> float:
    """Return from which share on a frame counts as the whole one."""
    return _SAME_PRINT if _is_other_scan(one) or one.is_tilted else WHOLE_FROM


def _is_other_scan(one: Observed) -> bool:
    if one.is_coarse:
        return _is_laid_anew(one)
    if _is_laid_anew(one) or _is_screened(one):
        return True
    return one.grain < (_OTHER_GRAIN if one.is_plain else _OTHER_GRAIN_ASKEW)


def _is_screened(one: Observed) -> bool:
    """The dots of a printing screen leave more in every window than fair compression does."""
    return one.grain < _SCREEN_GRAIN and one.noise > _SCREEN_NOISE


def _is_laid_anew(one: Observed) -> bool:
    """A page lay on the glass twice: each scan has a strip at its edge that the other has not.

    The strip may be the glass itself; that is no border.
    """
    return one.is_page and not one.is_plain and max(one.shown_a, one.shown_b) < WHOLE_FROM


def _is_dust(one: Observed) -> bool:
    """Another scan shows other dust and scratches; only more than that is a change.

    On plain goods specks are a large share of the little detail there is, but each is tiny. On a
    page a single figure is no more than that, and it is another page: there only points that stand
    away from all lettering are dust.
    """
    if one.is_page:
        is_all = 0 < one.blocks <= one.dust_blocks
        return is_all and _is_other_scan(one) and one.relit_share <= _RELIT_SHARE
    is_other = _is_other_scan(one) or one.is_tilted
    are_specks = 0 < one.largest_region_share < _SPECK_SHARE
    is_little = one.changed_share < _DUST_SHARE or are_specks
    return is_other and is_little


def _is_illegible(one: Observed) -> bool:
    """How high the letters are tells best; a small crop may show large ones."""
    if not one.letter_px:
        has_lost = one.lost_detail_share > _LOST_DETAIL_SHARE
        return one.is_page and one.fine_px < _READABLE_PX and has_lost
    least_px = _LEGIBLE_LETTER_PX
    if one.blocks:
        least_px = _READABLE_LETTER_PX if one.regions > 1 else _CLEAR_LETTER_PX
    return one.is_page and one.letter_px < least_px


def _is_only_alike(one: Observed) -> bool:
    """Two shoes of one last: the outlines lie on each other, and nothing in them does.

    Measured on 7,100 copies: what is left in the usual window is 10.5 levels at most (halftone,
    JPEG of quality 8), and .5 px between patches. A third more is room enough for other cameras.
    Shrinking averages noise away: no thumbnail leaves more than 8.7.
    """
    is_loose = one.left_px is not None and one.left_px > _LOOSE_PX
    most_noise = _MOST_THUMB_NOISE if _is_thumbnail(one) else _MOST_NOISE
    return one.noise > most_noise or is_loose or _is_laid_at_will(one)


def _is_thumbnail(one: Observed) -> bool:
    """So small that no dot of a printing screen is left in it."""
    return 0 < one.fine_px <= _THUMB_PX


def _is_laid_at_will(one: Observed) -> bool:
    """A tilt is freedom enough to lay any outline on another, and so are a few chance keypoints.

    Measured on 7,100 copies: every print that was photographed at an angle has keypoints that say
    so; of those that six or fewer keypoints laid on each other, one had a changed place.
    """
    if one.is_tilted and not one.inliers:
        return True
    return 0 < one.inliers <= _FEW_INLIERS and one.blocks > 0


def _is_mostly_changed(one: Observed) -> bool:
    is_overlaid = one.overlaid_a or one.overlaid_b
    # On plain goods one clone can hold half of all the detail there is.
    is_one_place = one.regions <= _FEW_REGIONS and one.largest_region_share < _ONE_PLACE_SHARE
    much = one.changed_share > _MOST_CHANGED and not is_one_place
    # A third of a poster replaced at one stroke is another poster of the series, not a retouch.
    is_replaced = one.largest_region_share > _REPLACED_AT_ONCE and not is_overlaid
    many = one.regions > _MOST_REGIONS and not is_overlaid and not _is_dust(one)
    # What a thumbnail shows as changed is no small thing, and words on it cannot be read.
    is_on_thumbnail = one.blocks > 0 and _is_thumbnail(one)
    return much or is_replaced or many or is_on_thumbnail


Rule = Callable[[Observed], bool]

DOUBTS: Mapping[str, Rule] = {
    "weak-correlation": lambda one: one.median < _COPY_MEDIAN or _is_only_alike(one),
    "unlikely": lambda one: one.likelihood < _COPY_FROM,
    FINE_CHECK_NOT_MADE: lambda one: one.fine_px == 0,
    "partly-overlapping": _is_partly_shown,
    "border-on-the-fuller": lambda one: one.shown_a >= WHOLE_FROM and one.has_border_a,
    "recoloured": lambda one: one.is_recoloured,
    "mostly-changed": _is_mostly_changed,
    "lettering-too-small": _is_illegible,
}
"""Reasons to ask a person instead of calling a pair a copy."""

REMARKS: Mapping[str, Rule] = {
    "small-page": lambda one: one.is_too_small_to_tell,
    "page": lambda one: one.is_page,
}
"""What a reader of the evidence should know besides."""

NAMES: Mapping[Relation, Rule] = {
    Relation.NEGATIVE: lambda one: one.is_inverted,
    Relation.CROPPED: lambda one: one.shown_a < _whole_from(one),
    Relation.BORDERED: lambda one: one.has_border_b and not _is_laid_anew(one),
    Relation.OVERLAID: lambda one: one.is_changed and (one.overlaid_b or one.overlaid_a),
    Relation.RETOUCHED: lambda one: (
        one.is_changed and not (one.overlaid_b or one.overlaid_a) and not _is_dust(one)
    ),
    Relation.RESCAN: lambda one: _is_other_scan(one) or one.is_tilted,
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
