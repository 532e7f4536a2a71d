"""What speaks against a copy, however well two pictures lie on each other.

Two pages of one form, two articles of one series, two shoes of one last, one picture tinted by
hand: each is like the other nearly everywhere. The limits are measured; how, stands at each rule.
"""

from __future__ import annotations

from dedup_desk.core.observed import Observed
from dedup_desk.core.scans import is_dust, is_other_scan, is_screened, is_thumbnail, whole_from

_RECOLOURED_SHARE, _RECOLOURED_COARSE = 0.003, 0.012
_REPLACED_SHARE = 0.12
_OTHER_NEGATIVE_SHARE = 0.1
_OTHER_ARTICLE_SHARE, _OTHER_ARTICLE_CHANGED, _OTHER_ARTICLE_BLOCKS = 0.05, 0.1, 5
_SAME_FORM_BLOCKS, _SAME_FORM_REGIONS = 6, 3
_STAMP_SHARE = 0.08
_MOST_NOISE, _LOOSE_PX, _MOST_THUMB_NOISE = 14.0, 0.7, 9.0
_FEW_INLIERS = 6
_MOST_REGIONS, _MOST_CHANGED = 24, 0.4
_FEW_REGIONS, _ONE_PLACE_SHARE, _REPLACED_AT_ONCE = 2, 0.25, 0.3
_READABLE_PX, _LOST_DETAIL_SHARE = 600, 0.2
_READABLE_LETTER_PX, _LEGIBLE_LETTER_PX, _CLEAR_LETTER_PX = 7.5, 4.0, 5.0
"""Measured on drawn forms and pages: where the smaller letters are 4 px high, another name, date or
amount leaves a changed block every time, at 3.5 one in three does not. Pages that were filled in
quite differently may leave no more blocks than a retouch: one place where they are lower than 4.5,
several where they are lower than 6 (cards, which say little)."""


def is_same_form(one: Observed) -> bool:
    """Say whether they are two contents of one layout: pages of a form, articles of a series."""
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
    return one.fine_px > 0 and is_spread and (is_form or is_other_article(one))


def is_other_article(one: Observed) -> bool:
    """Two articles before one white backdrop are like two pages of a form; dust changes little."""
    is_much = one.changed_share > _OTHER_ARTICLE_CHANGED
    return one.is_pale and is_much and one.blocks >= _OTHER_ARTICLE_BLOCKS


def is_partly_shown(one: Observed) -> bool:
    """Side b shows something that a does not: a cannot stand in for it.

    Two scans of a print never have the same frame: they may differ by more before that counts.
    """
    return one.shown_b < whole_from(one)


def is_recoloured(one: Observed) -> bool:
    """Hue changed in a place, with nothing else changing there: content, never tone.

    Where another thing stands in the place (detail changed, and more than one window in eight
    does not match at all), hue is no doubt of its own: whatever is painted into a picture has
    colours of its own, and the pair is called retouched or overlaid for it, neither of which a
    rule ever proposes to set aside. Colours of other scans, of tilted prints and of film base
    are their own too. But other detail, and beside it much of the picture in another hue, is
    another article, whatever else is. JPEG below quality 50 keeps colour in squares of 16
    pixels and rounds it; marks and resampling leave fringes.
    """
    if one.is_inverted:
        return one.blocks > 0 and one.recoloured_share > _OTHER_NEGATIVE_SHARE
    if one.is_tilted:
        return False
    has_dots = is_screened(one) and not is_thumbnail(one)
    is_scanned = is_other_scan(one) and not has_dots
    if (one.blocks or is_scanned) and one.recoloured_share > _OTHER_ARTICLE_SHARE:
        return True
    is_replaced = one.is_changed and one.bad_share > _REPLACED_SHARE
    if is_replaced or is_other_scan(one):
        return False
    is_rough = one.is_coarse or one.is_changed
    plain = _RECOLOURED_SHARE if one.is_plain else 2 * _RECOLOURED_SHARE
    return one.recoloured_share > (_RECOLOURED_COARSE if is_rough else plain)


def is_only_alike(one: Observed) -> bool:
    """Two shoes of one last: the outlines lie on each other, and nothing in them does.

    Measured on 7,100 copies: what is left in the usual window is 10.5 levels at most (halftone,
    JPEG of quality 8), and .5 px between patches. A third more is room enough for other cameras.
    Shrinking averages noise away: no thumbnail leaves more than 8.7.
    """
    is_loose = one.left_px is not None and one.left_px > _LOOSE_PX
    most_noise = _MOST_THUMB_NOISE if is_thumbnail(one) else _MOST_NOISE
    return one.noise > most_noise or is_loose or _is_laid_at_will(one)


def _is_laid_at_will(one: Observed) -> bool:
    """A tilt is freedom enough to lay any outline on another, and so are a few chance keypoints.

    Measured on 7,100 copies: every print that was photographed at an angle has keypoints that say
    so; of those that six or fewer keypoints laid on each other, one had a changed place.
    """
    if one.is_tilted and not one.inliers:
        return True
    return 0 < one.inliers <= _FEW_INLIERS and one.blocks > 0


def is_mostly_changed(one: Observed) -> bool:
    """Say whether more changed than a retoucher or a mark would, or where nobody could tell."""
    is_overlaid = one.overlaid_a or one.overlaid_b
    # On plain goods one clone can hold half of all the detail there is.
    is_one_place = one.regions <= _FEW_REGIONS and one.largest_region_share < _ONE_PLACE_SHARE
    much = one.changed_share > _MOST_CHANGED and not is_one_place
    # A third of a poster replaced at one stroke is another poster of the series, not a retouch.
    is_replaced = one.largest_region_share > _REPLACED_AT_ONCE and not is_overlaid
    many = one.regions > _MOST_REGIONS and not is_overlaid and not is_dust(one)
    # What a thumbnail shows as changed is no small thing, and words on it cannot be read.
    is_on_thumbnail = one.blocks > 0 and is_thumbnail(one)
    return much or is_replaced or many or is_on_thumbnail


def is_illegible(one: Observed) -> bool:
    """How high the letters are tells best; a small crop may show large ones."""
    if not one.letter_px:
        has_lost = one.lost_detail_share > _LOST_DETAIL_SHARE
        return one.is_page and one.fine_px < _READABLE_PX and has_lost
    least_px = _LEGIBLE_LETTER_PX
    if one.blocks:
        least_px = _READABLE_LETTER_PX if one.regions > 1 else _CLEAR_LETTER_PX
    return one.is_page and one.letter_px < least_px
