"""Dust on a scanned page: points that stand by themselves on bare paper, on one of the scans only.

A point may be content: a stop, a decimal point, the dot that makes another letter of a letter. But
those stand in or at a line of lettering. A point that has no ink round it on either page, and none
for a longer way along the lines, belongs to no word and no number, whatever it is. Points nearer to
lettering are left as they are: to the machine they are changes, and a person looks at them.

No mark of writing is as small: measured on drawn and scanned pages, the smallest figures are as
high as the smaller letters, ticks and strokes higher; dust of two scans is .1 to .35 of that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Blob, Mask
from dedup_desk.engine.fine import FineLook, block_count
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.page import depth_of, ink_of, is_read_downwards
from dedup_desk.engine.print_look import print_look
from dedup_desk.engine.regions import changed_places

_MOST_SHARE, _ALWAYS_PX = 0.4, 4
_ROUND_SHARE, _ALONG_SHARE = 0.5, 1.5
"""Of the height of the smaller letters. Accents and stops stand off by at most a third of it."""

_SKIRT_PX = 3
_FAINT_LEVELS, _SMOOTH_PX = 24.0, 1.0

Luma = NDArray[np.uint8]
_Reach = tuple[int, int]
"""How far round a point has to be bare: to the sides, up and down."""


@dataclass(frozen=True, slots=True)
class Dust:
    """How much of what changed on a page is dust and nothing else.

    Attributes:
        blocks, regions: of the fine check, see `engine/fine.py` and `engine/regions.py`.
    """

    blocks: int
    regions: int


NO_DUST = Dust(0, 0)


def dust_of(laid: Laid, look: FineLook, letter_px: float) -> Dust:
    """Say how many changed blocks and regions are gone once the dust is taken off both pages.

    Args:
        laid: the grid of the fine check.
        look: what changed on it.
        letter_px: how high the smaller letters are there; 0 without lettering, then points cannot
            be told from what is written.
    """
    clean = without_specks(laid, letter_px) if look.blocks and letter_px else None
    if clean is None:
        return NO_DUST
    left = look.changed & print_look(clean).changed
    before = changed_places(laid, look.changed, look.changed, look.cells)
    after = changed_places(laid, left, left, look.cells)
    blocks = look.blocks - block_count(left)
    return Dust(max(blocks, 0), max(before.count - after.count, 0))


def without_specks(laid: Laid, letter_px: float) -> Laid | None:
    """Return two laid pages with the dust taken off, as if paper had been there.

    Args:
        laid: two pages, in levels of grey or in colour.
        letter_px: how high the smaller letters are on this grid, more than 0.

    Returns:
        The same grid in levels of grey; None where no dust was found.
    """
    a, b = cv.grey(laid.a), cv.grey(laid.b)
    reach = _reach(a, letter_px)
    most_px = max(_MOST_SHARE * letter_px, _ALWAYS_PX)
    on_a = list(_specks(a, b, most_px, reach))
    on_b = list(_specks(b, a, most_px, reach))
    if not (on_a or on_b):
        return None
    return replace(laid, a=_papered(a, on_a), b=_papered(b, on_b))


def _reach(luma: Luma, letter_px: float) -> _Reach:
    near = max(round(_ROUND_SHARE * letter_px), _SKIRT_PX)
    along = max(round(_ALONG_SHARE * letter_px), near)
    return (near, along) if is_read_downwards(luma) else (along, near)


def _specks(luma: Luma, other: Luma, most_px: float, reach: _Reach) -> Iterator[Blob]:
    """Yield the points of a page that have no other ink about them, here or on the other page."""
    labels, found = cv.blobs(ink_of(luma))
    here, there = _any_ink(luma), _any_ink(other)
    for number, blob in enumerate(found, 1):
        if max(blob.width, blob.height) > most_px:
            continue
        round_it = _box(blob, *reach)
        own = cv.grown(labels[round_it] == number, _SKIRT_PX)
        if not there[round_it].any() and not (here[round_it] & ~own).any():
            yield blob


def _any_ink(luma: Luma) -> Mask:
    """Return where there is ink, faint lettering too; what one pixel has alone is grain."""
    smooth = cv.blurred(luma.astype(np.float32), _SMOOTH_PX)
    ink: Mask = depth_of(np.rint(smooth).astype(np.uint8)) > _FAINT_LEVELS
    return ink | ink_of(luma)


def _papered(luma: Luma, specks: list[Blob]) -> Luma:
    """Return a page with each point covered by the tone of the paper round it."""
    clean = luma.copy()
    for blob in specks:
        skirt, round_it = _box(blob, _SKIRT_PX, _SKIRT_PX), _box(blob, 2 * _SKIRT_PX, 2 * _SKIRT_PX)
        clean[skirt] = round(float(np.median(luma[round_it])))
    return clean


def _box(blob: Blob, across: int, down: int) -> tuple[slice, slice]:
    """Return a blob's box, grown to all sides."""
    top, left = max(blob.top - down, 0), max(blob.left - across, 0)
    bottom, right = blob.top + blob.height + down, blob.left + blob.width + across
    return slice(top, bottom), slice(left, right)
