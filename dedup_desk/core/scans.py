"""Is one picture another scan or print of the same thing, and what does that excuse?

Whoever lays a print on the glass again has other dust, other grain and another frame, and a camera
adds a tilt and its light. None of that is a change of the picture.
"""

from __future__ import annotations

from dedup_desk.core.observed import Observed

WHOLE_FROM = 0.996
"""Share of a picture from which on the whole of it counts as shown."""

_DUST_SHARE, _SPECK_SHARE = 0.02, 0.004
_SAME_PRINT = 0.85
"""Two scans never frame a print alike: only a larger difference is a crop of one of them."""

_OTHER_GRAIN, _OTHER_GRAIN_ASKEW = 0.25, 0.5
_SCREEN_GRAIN, _SCREEN_NOISE = 0.55, 7.0
_THUMB_PX = 280


def is_other_scan(one: Observed) -> bool:
    """Say whether grain, dots or the frame are those of another scan or print."""
    if one.is_coarse:
        return is_laid_anew(one)
    if is_laid_anew(one) or is_screened(one):
        return True
    return one.grain < (_OTHER_GRAIN if one.is_plain else _OTHER_GRAIN_ASKEW)


def is_screened(one: Observed) -> bool:
    """The dots of a printing screen leave more in every window than fair compression does."""
    return one.grain < _SCREEN_GRAIN and one.noise > _SCREEN_NOISE


def is_laid_anew(one: Observed) -> bool:
    """A page lay on the glass twice: each scan has a strip at its edge that the other has not.

    The strip may be the glass itself; that is no border.
    """
    return one.is_page and not one.is_plain and max(one.shown_a, one.shown_b) < WHOLE_FROM


def is_dust(one: Observed) -> bool:
    """Another scan shows other dust and scratches; only more than that is a change.

    On plain goods specks are a large share of the little detail there is, but each is tiny. On a
    page a single figure is no more than that, and it is another page: there only points that stand
    away from all lettering are dust.
    """
    if one.is_page:
        is_all = 0 < one.blocks <= one.dust_blocks
        return is_all and is_other_scan(one) and not one.is_relit
    is_other = is_other_scan(one) or one.is_tilted
    are_specks = 0 < one.largest_region_share < _SPECK_SHARE
    is_little = one.changed_share < _DUST_SHARE or are_specks
    return is_other and is_little


def whole_from(one: Observed) -> float:
    """Return from which share on a frame counts as the whole one."""
    return _SAME_PRINT if is_other_scan(one) or one.is_tilted else WHOLE_FROM


def is_thumbnail(one: Observed) -> bool:
    """So small that no dot of a printing screen is left in it."""
    return 0 < one.fine_px <= _THUMB_PX
