"""How closely a pair is looked at: one way for pictures, a stricter one for pages.

Both lay the pictures on each other step by step, each step as finely as it is looked at, and drop
what is only light clipped away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dedup_desk.engine.fine import FineLook, fine_look, with_subtle_changes
from dedup_desk.engine.fine_shelf import FINE_PX
from dedup_desk.engine.laying import Laid, View, lay_shared, luma_view
from dedup_desk.engine.print_look import PRINT_PX, print_look
from dedup_desk.engine.register import Alignment, refined
from dedup_desk.engine.tone import with_tones_of


@dataclass(frozen=True, slots=True)
class Check:
    """A way to look closely.

    Attributes:
        steps_px: longest sides of the grids on which the alignment is sharpened; the last one is
            the grid that is looked at.
        look: what changed.
        shown: the same and perhaps some more, for a reviewer to step through.
    """

    steps_px: tuple[int, ...]
    look: Callable[[Laid], FineLook]
    shown: Callable[[Laid, FineLook], FineLook]

    @property
    def longest_px(self) -> int:
        """The longest side that is ever looked at."""
        return self.steps_px[-1]


PICTURE_CHECK = Check((FINE_PX,), fine_look, with_subtle_changes)
PAGE_CHECK = Check((FINE_PX, PRINT_PX), print_look, lambda _laid, look: look)


def finely_laid(alignment: Alignment, a: View, b: View, check: Check) -> tuple[Alignment, Laid]:
    """Sharpen an alignment on finer and finer grids and lay the pictures by it."""
    a, b = luma_view(a), luma_view(b)
    laid: Laid | None = None
    for longest_px in check.steps_px:
        coarser, laid = laid, lay_shared(a, b, alignment.matrix, longest_px)
        if coarser is not None and coarser.longest_px == laid.longest_px:
            break  # the pictures are no finer
        sharper = refined(alignment, laid)
        if sharper.matrix is not alignment.matrix:
            laid = lay_shared(a, b, sharper.matrix, longest_px)
        alignment = sharper
    if laid is None:
        raise ValueError("a check has at least one step")
    return alignment, laid


def confirmed_look(laid: Laid, check: Check, *, is_toned: bool) -> FineLook:
    """Look closely, and drop changes that are only light clipped away.

    Clipping loses detail on one side; matching that side's tones onto the other loses it there
    too. What changed in truth stays changed whichever side is matched to the other.

    Args:
        laid: the pair.
        check: how to look.
        is_toned: the tones differ, so that light may have been clipped.
    """
    look = check.look(laid)
    if not look.blocks or not is_toned:
        return look
    changed = look.changed
    for matched in with_tones_of(laid):
        changed = changed & check.look(matched).changed
    return look.reduced_to(changed)
