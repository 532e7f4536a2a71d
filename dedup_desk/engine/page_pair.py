"""A pair of pages: whether a pair is one, and how well its lettering can be read.

Pages are looked at more strictly than pictures, since on a page another word is another content;
but strokes that the smaller copy cannot show cannot be compared. What is measured here says which
of the two ways to look a pair needs, and what of a page's lettering can be told at all; what
follows from that is the names' business. A single page is measured in `engine/page.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from dedup_desk.core.pairs import ChangedRegion
from dedup_desk.engine.checks import PAGE_CHECK, PICTURE_CHECK, Check
from dedup_desk.engine.cloned_lettering import is_cloned_lettering
from dedup_desk.engine.cv import grey
from dedup_desk.engine.laying import Laid, View, scale_of
from dedup_desk.engine.page import is_pale, letter_height_px, lost_detail_share, shows_an_object
from dedup_desk.engine.subject import Subject


@dataclass(frozen=True, slots=True)
class PageLettering:
    """What can be told of the lettering of two pages.

    Attributes:
        letter_px: height of the smaller letters on the grid of the fine check, 0 without any.
        lost_detail_share: share of a's detailed windows that the grid's size cannot show.
        is_cloned: what changed is lettering that the same page shows elsewhere too.
    """

    letter_px: float = 0.0
    lost_detail_share: float = 0.0
    is_cloned: bool = False


NO_LETTERING: Final = PageLettering()
"""Of a pair of pictures, or of one that nobody could look at closely."""


def is_pale_pair(common: Laid) -> bool:
    """Say whether one pale tone fills most of what both show: paper, or a white backdrop."""
    return is_pale(common.a) or is_pale(common.b)


def check_and_views(a: Subject, b: Subject, common: Laid) -> tuple[Check, View | None, View | None]:
    """Return how a pair is to be looked at, and the views for it, None where one fails.

    What both show decides: a still in a newspaper is no page. A picture shown on a web page, or a
    small copy, does not tell a page from a product on white: it is no page where either side shows
    the product.

    Args:
        a: the fuller picture.
        b: the other.
        common: their small pictures, laid on what both show.
    """
    check = PAGE_CHECK if is_pale_pair(common) else PICTURE_CHECK
    fine_a, fine_b = a.fine(check.longest_px), b.fine(check.longest_px)
    if check is PAGE_CHECK and fine_a is not None and fine_b is not None:
        sides = ((a.proxy, fine_a), (b.proxy, fine_b))
        if any(
            is_pale(proxy.pixels) and shows_an_object(grey(fine.pixels)) for proxy, fine in sides
        ):
            check = PICTURE_CHECK
    return check, fine_a, fine_b


def page_lettering(
    proxy_a: View, fine: tuple[View, View], grid: Laid, regions: tuple[ChangedRegion, ...]
) -> PageLettering:
    """Return how well the lettering of two pages can be read, and whether it stands there twice.

    Args:
        proxy_a: the fuller page, small.
        fine: both pages as finely as they are looked at, the fuller first.
        grid: the two laid on each other for the fine check.
        regions: where something changed.
    """
    return PageLettering(
        letter_px=_letter_px(*fine, grid),
        lost_detail_share=_lost_detail(proxy_a, fine[0], grid.longest_px),
        is_cloned=is_cloned_lettering(grid, regions),
    )


def _letter_px(fine_a: View, fine_b: View, grid: Laid) -> float:
    """Return how high a page's smaller letters are on the grid of the fine check.

    Measured on the fuller side, or on the other one where that shows none: on the grid itself small
    letters run together.
    """
    full_px = letter_height_px(grey(fine_a.pixels)) / fine_a.fineness
    if not full_px:
        full_px = letter_height_px(grey(fine_b.pixels)) / fine_b.fineness / scale_of(grid.matrix)
    return full_px / float(grid.to_full[0, 0])


def _lost_detail(proxy: View, fine: View, size_px: int) -> float:
    return lost_detail_share(fine, size_px) if is_pale(proxy.pixels) else 0.0
