"""How closely a pair is looked at: one way for pictures, a stricter one for pages.

Both lay the pictures on each other step by step, each step as finely as it is looked at, and drop
what is only light clipped away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dedup_desk.engine.fine import FineLook, fine_look, with_subtle_changes
from dedup_desk.engine.fine_shelf import FINE_PX
from dedup_desk.engine.laying import Laid, View, lay_shared, luma_view, scale_of
from dedup_desk.engine.print_look import PRINT_PX, print_look
from dedup_desk.engine.register import Alignment, refined
from dedup_desk.engine.tone import with_tones_of

_AT_REST_PX = 0.15


@dataclass(frozen=True, slots=True)
class Check:
    """A way to look closely.

    Attributes:
        steps_px: longest sides of the grids on which the alignment is sharpened; the last one is
            the grid that is looked at.
        rounds: how often the alignment is sharpened on each of them, at most.
        look: what changed.
        shown: the same and perhaps some more, for a reviewer to step through.
    """

    steps_px: tuple[int, ...]
    rounds: int
    look: Callable[[Laid], FineLook]
    shown: Callable[[Laid, FineLook], FineLook]

    @property
    def longest_px(self) -> int:
        """The longest side that is ever looked at."""
        return self.steps_px[-1]


PICTURE_CHECK = Check((FINE_PX,), 1, fine_look, with_subtle_changes)
PAGE_CHECK = Check((FINE_PX, PRINT_PX), 3, print_look, lambda _laid, look: look)


def finely_laid(alignment: Alignment, a: View, b: View, check: Check) -> tuple[Alignment, Laid]:
    """Sharpen an alignment on finer and finer grids and lay the pictures by it."""
    a, b = luma_view(a), luma_view(b)
    laid: Laid | None = None
    for longest_px in check.steps_px:
        coarser, laid = laid, lay_shared(a, b, alignment.matrix, longest_px)
        if coarser is not None and coarser.longest_px == laid.longest_px:
            break  # the pictures are no finer
        for _ in range(check.rounds):
            before, alignment = alignment, refined(alignment, laid)
            if alignment.matrix is before.matrix:
                break
            laid = lay_shared(a, b, alignment.matrix, longest_px)
            if _moved_px(before, alignment, laid) < _AT_REST_PX:
                break
    if laid is None:
        raise ValueError("a check has at least one step")
    return alignment, laid


def _moved_px(before: Alignment, after: Alignment, laid: Laid) -> float:
    """Return by how much the farthest corner moved, in pixels of the grid."""
    height, width = laid.a.shape[:2]
    corners = np.array([(x, y, 1) for x in (0, width) for y in (0, height)], np.float64).T
    moved = (after.matrix - before.matrix) @ laid.to_full @ corners
    step_px = scale_of(laid.matrix) * float(laid.to_full[0, 0])
    return float(np.hypot(*moved[:2]).max()) / step_px


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
    where = look.cells.covered(look.changed, *laid.shown.shape)
    for matched in with_tones_of(laid, where):
        changed = changed & check.look(matched).changed
    return look.reduced_to(changed)
