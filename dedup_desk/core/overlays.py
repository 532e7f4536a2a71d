"""Two pictures laid on each other -> one picture that shows where they differ.

A residual counts only where neither picture can be found in the other's immediate neighbourhood
after their tones were fitted: a pixel that a neighbour within one pixel explains is registration or
resampling, not a change. What remains is gathered into numbered regions, largest first. Hue is
judged on 8 x 8 means, where compression noise has died out. Every overlay is a row of `OVERLAYS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.blocks import BLOCK_PX, block_means, block_sums
from dedup_desk.core.geometry import Extent, Span, after, scaling
from dedup_desk.core.pairs import Matrix
from dedup_desk.core.tone_fitting import REC_601, luma, matching_weights, tone_fitted

NOISE_LEVELS = 14
"""Grey levels (of 255) that re-encoding may cost anywhere; the floor of the threshold."""

MOST_LEVELS = 28
"""However noisy a pair is: a residual above this is a change."""

HUE_LEVELS = 16.0
_SOFTENING_BITS = 2
"""Turning softens edges: of a sharp peak about three quarters are left, so a quarter (2 bits) of
what a neighbourhood ranges over is no change; on even ground that is nothing. (Of 12 photographs
turned or tilted, all had areas marked without this, 3 with it; clones of .01 % are still found.)
"""

_NO_SOFTENING_BITS = 8
CHANGED_PIXELS = 5
"""Changed pixels that make one block of 64 a changed block."""

EVERYWHERE = 0.35
"""Above this share of changed blocks numbered regions would mean nothing."""

MOST_REGIONS = 40
_JOIN_BLOCKS = 4
_LEAST_BLOCKS = 64
_MUTED = (128, 128, 128, 150)
_HEAT = (255, 40, 90, 255)
_HUE = (150, 60, 255, 150)
_OUTSIDE = (60, 60, 60, 190)
_STRIPE = (110, 110, 110, 190)


@dataclass(frozen=True, slots=True, eq=False)
class TwoPictures:
    """Two renderings for the screen and how their full pictures lie on each other.

    Attributes:
        left, right: (H, W, 3) uint8 sRGB, upright, each at a size of its own.
        left_full, right_full: upright sizes of the full pictures, in pixels.
        link: full left picture -> full right picture.
    """

    left: NDArray[np.uint8]
    right: NDArray[np.uint8]
    left_full: Extent
    right_full: Extent
    link: Matrix

    def grid_to_right(self) -> Matrix:
        """Return the matrix from pixels of `left` to pixels of `right`."""
        high, wide = self.left.shape[:2]
        high_there, wide_there = self.right.shape[:2]
        up = scaling(self.left_full.width / wide, self.left_full.height / high)
        down = scaling(wide_there / self.right_full.width, high_there / self.right_full.height)
        return after(down, after(self.link, up))


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Two pictures on one grid.

    Attributes:
        left: (H, W, 3) uint8 sRGB.
        right: (H, W, 3) uint8 sRGB, laid on the left one's grid.
        inside: (H, W) bool, where the right picture has pixels at all.
        is_turned: the right one was turned or tilted to lie there, which softened its edges.
    """

    left: NDArray[np.uint8]
    right: NDArray[np.uint8]
    inside: NDArray[np.bool_]
    is_turned: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class ToneMap:
    """How light and colour of the right picture differ from the left one's, without any tone fit.

    Attributes:
        overlay: (h, w, 4) uint8 RGBA, a cell for some pixels of the grid, to be stretched over the
            whole left picture: amber where the right one is lighter, blue where it is darker,
            violet where its colour is another, grey where nothing changed, clear outside.
        lighter_levels: mean difference of luma, above 0 where the right one is lighter.
        colour_levels: mean distance of the two colours, whichever way.
        warmer_levels: mean shift of red against blue, above 0 where the right one is warmer.
        threshold_levels: from which difference on a cell is coloured.
    """

    overlay: NDArray[np.uint8]
    lighter_levels: float
    colour_levels: float
    warmer_levels: float
    threshold_levels: int


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Where two pictures differ.

    Attributes:
        overlay: (H, W, 4) uint8 RGBA, to be stretched over the whole left picture.
        regions: upright rectangles in grid pixels, largest changed area first.
        threshold_levels: grey levels from which a residual counted as a change.
        changed_share: changed blocks of those inside the overlap, 0 to 1.
        outside_share: share of the left picture that the right one does not show, 0 to 1.
        is_everywhere: too much changed for regions to mean anything.
        tone: the other layer, where it was asked for.
    """

    overlay: NDArray[np.uint8]
    regions: tuple[Span, ...]
    threshold_levels: int
    changed_share: float
    outside_share: float
    is_everywhere: bool = False
    tone: ToneMap | None = None


Overlay = Callable[[Aligned], Difference]


def difference(aligned: Aligned) -> Difference:
    """Return changed structure and changed hue after tone fit, as heat and numbered regions."""
    inside = _shrunk(aligned.inside)
    weights = matching_weights(aligned.left, aligned.right, inside)
    left, right = luma(aligned.left, REC_601), luma(aligned.right, weights)
    softening = _SOFTENING_BITS if aligned.is_turned else _NO_SOFTENING_BITS
    residual = _residual(left, tone_fitted(left, right, inside), softening)
    residual[~inside] = 0
    threshold = _threshold(residual, inside)
    changed = residual >= threshold
    hue = _changed_hue(aligned, inside)
    blocks = (block_sums(changed) >= CHANGED_PIXELS) | hue
    within = max(int(np.count_nonzero(block_sums(inside))), 1)
    share = float(np.count_nonzero(blocks)) / within
    everywhere = share > EVERYWHERE
    return Difference(
        overlay=_painted(aligned, changed, hue),
        regions=() if everywhere else _regions(blocks, changed.shape),
        threshold_levels=threshold,
        changed_share=share,
        outside_share=1 - float(np.count_nonzero(aligned.inside)) / aligned.inside.size,
        is_everywhere=everywhere,
    )


OVERLAYS: Mapping[str, Overlay] = {"difference": difference}
"""Overlay id -> function; every row runs through the conformance tests."""


def _residual(
    one: NDArray[np.uint8], two: NDArray[np.uint8], softening_bits: int
) -> NDArray[np.uint8]:
    """How far each is outside what the other shows within one pixel; the larger of both ways."""
    return np.maximum(_beyond(one, two, softening_bits), _beyond(two, one, softening_bits))


def _beyond(
    value: NDArray[np.uint8], reference: NDArray[np.uint8], softening_bits: int
) -> NDArray[np.uint8]:
    """How far values lie outside the range round them and the part of it that is allowed for."""
    above = _neighbourhood(reference, np.maximum)
    below = _neighbourhood(reference, np.minimum)
    over = np.maximum(value, above) - above
    under = below - np.minimum(value, below)
    outside, allowed = np.maximum(over, under), (above - below) >> softening_bits
    beyond: NDArray[np.uint8] = np.maximum(outside, allowed) - allowed
    return beyond


def _neighbourhood(grey: NDArray[np.uint8], pick: np.ufunc) -> NDArray[np.uint8]:
    """Return the extreme of every 3 x 3 neighbourhood, the border included."""
    rows = grey.copy()
    pick(rows[1:], grey[:-1], out=rows[1:])
    pick(rows[:-1], grey[1:], out=rows[:-1])
    both = rows.copy()
    pick(both[:, 1:], rows[:, :-1], out=both[:, 1:])
    pick(both[:, :-1], rows[:, 1:], out=both[:, :-1])
    return both


def _shrunk(inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Take two pixels off the overlap's rim, where resampling mixes in what is not there.

    The left picture's own rim is one as well: the right one may go on beyond it, on a border.
    """
    smaller = _neighbourhood(inside.view(np.uint8), np.minimum)
    shrunk: NDArray[np.bool_] = _neighbourhood(smaller, np.minimum).view(np.bool_)
    shrunk[:2] = shrunk[-2:] = False
    shrunk[:, :2] = shrunk[:, -2:] = False
    return shrunk


def _threshold(residual: NDArray[np.uint8], inside: NDArray[np.bool_]) -> int:
    """Return three times the residual that 90 % of the overlap stay below, within limits."""
    sample = residual[::4, ::4][inside[::4, ::4]]
    usual = float(np.percentile(sample, 90)) if sample.size else 0.0
    return int(min(max(NOISE_LEVELS, 3 * usual), MOST_LEVELS))


def _changed_hue(aligned: Aligned, inside: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Blocks whose colour the other picture's colour does not explain; none if all are."""
    here, there = _block_colour(aligned.left), _block_colour(aligned.right)
    whole = block_sums(inside) == BLOCK_PX * BLOCK_PX
    if np.count_nonzero(whole) < _LEAST_BLOCKS:
        return np.zeros(whole.shape, np.bool_)
    trusted, far = whole, np.zeros(whole.shape, np.float32)
    for prior in (100.0, 10.0, 1.0):  # fit, leave out what disagrees, fit again
        far = _unexplained(here, there, trusted, prior)
        trusted = whole & (far <= max(float(np.percentile(far[whole], 80)), 2.0))
    changed: NDArray[np.bool_] = whole & (far > HUE_LEVELS)
    changed &= _neighbours(changed) >= 3  # alone, a block is chroma compression
    few = np.count_nonzero(changed) <= EVERYWHERE * np.count_nonzero(whole)
    return changed if few else np.zeros(whole.shape, np.bool_)


def _neighbours(flags: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Count the true cells of every 3 x 3 neighbourhood, itself included."""
    padded = np.pad(flags.view(np.uint8), 1)
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    counts: NDArray[np.uint8] = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]
    return counts


def _unexplained(
    here: NDArray[np.float32],
    there: NDArray[np.float32],
    trusted: NDArray[np.bool_],
    prior: float,
) -> NDArray[np.float32]:
    """How far every block's colour is from what one linear change of colours predicts.

    The prior (a variance in levels squared) pulls the fit towards "no change": in a picture of few
    colours a changed spot would otherwise be the only thing that decides the fit, and vanish in it.
    """
    offset = there[trusted].mean(axis=0)
    terms, shift = there - offset, here[:, :, 1:] - there[:, :, 1:]
    level = shift[trusted].mean(axis=0)
    known = terms[trusted].astype(np.float64)
    square = known.T @ known + prior * len(known) * np.eye(3)
    fit = np.linalg.solve(square, known.T @ (shift[trusted] - level))
    away: NDArray[np.float32] = np.linalg.norm(shift - level - terms @ fit, axis=2)
    return away


def _block_colour(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(H, W, 3) -> (H/8, W/8, 3) float32: mean luma and two colour differences."""
    means = block_means(pixels)
    luma = means @ np.array([0.299, 0.587, 0.114], np.float32)
    return np.stack([luma, means[:, :, 0] - luma, means[:, :, 2] - luma], axis=2)


def _regions(blocks: NDArray[np.bool_], shape: tuple[int, ...]) -> tuple[Span, ...]:
    """Gather changed blocks that are near each other into rectangles, largest area first."""
    left = {(int(row), int(column)) for row, column in np.argwhere(blocks)}
    groups: list[list[tuple[int, int]]] = []
    while left:
        groups.append(_taken_together(left))
    groups.sort(key=lambda one: (-len(one), min(one)))
    return tuple(_rectangle(group, shape) for group in groups[:MOST_REGIONS])


def _taken_together(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take one block and everything connected with it out of `left`."""
    group = [left.pop()]
    reach = range(-_JOIN_BLOCKS, _JOIN_BLOCKS + 1)
    for row, column in group:  # grows while we walk along it
        near = {(row + down, column + across) for down in reach for across in reach} & left
        left -= near
        group.extend(sorted(near))
    return group


def _rectangle(group: list[tuple[int, int]], shape: tuple[int, ...]) -> Span:
    rows, columns = [one[0] for one in group], [one[1] for one in group]
    return Span(
        max(min(columns) * BLOCK_PX - 2.0, 0.0),
        max(min(rows) * BLOCK_PX - 2.0, 0.0),
        min((max(columns) + 1) * BLOCK_PX + 2.0, float(shape[1])),
        min((max(rows) + 1) * BLOCK_PX + 2.0, float(shape[0])),
    )


def _painted(
    aligned: Aligned, changed: NDArray[np.bool_], hue: NDArray[np.bool_]
) -> NDArray[np.uint8]:
    """Mute what is equal, heat what changed, hatch what the right picture does not show."""
    high, wide = changed.shape
    overlay = np.full((high, wide), _packed(_MUTED), np.uint32)
    coloured = np.kron(hue, np.ones((BLOCK_PX, BLOCK_PX), np.bool_))
    overlay[: coloured.shape[0], : coloured.shape[1]][coloured] = _packed(_HUE)
    overlay[changed] = _packed(_HEAT)
    if not aligned.inside.all():
        stripes = (np.add.outer(np.arange(high), np.arange(wide)) // 6) % 2 == 0
        overlay[~aligned.inside] = _packed(_OUTSIDE)
        overlay[~aligned.inside & stripes] = _packed(_STRIPE)
    return overlay.view(np.uint8).reshape(high, wide, 4)


def _packed(rgba: tuple[int, int, int, int]) -> np.uint32:
    """Four bytes as one number, in the memory order of the machine."""
    packed: np.uint32 = np.frombuffer(bytes(rgba), np.uint32)[0]
    return packed
