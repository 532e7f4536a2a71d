"""Was what changed on a page painted over with other parts of the same page?

Whoever paints something out, in one place or two, sets each brush once and moves it: everything
under one stroke comes from one other place of the page, at one distance, lettering and bare paper
alike. So distances are looked for at which lettering of a changed place stands a second time, and
then it is counted how much of all that changed a few of them explain. No clerk fills a form in with
pieces of its own print; a ledger repeats itself straight down a column or along a row, a name or a
number repeats in one line of lettering, so neither is taken for a brush.

Measured: of pages retouched over a tenth mostly 79 to 94 % is explained, the rest is the soft rim
of the brush; of pages of one form with other entries nothing is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask
from dedup_desk.engine.fine import FineLook
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.windows import compared

_SMOOTH_PX = 0.8
_LETTERED_VARIANCE, _LEAST_WINDOWS = 200.0, 30
_TILE_LETTERS, _LEAST_TILE_PX = 3.5, 40
_MOST_TRIES, _MOST_VAIN_TRIES, _MOST_STROKES = 12, 6, 3
_LEAST_LETTERED, _MOST_TOUCHED = 0.15, 0.3
_SAME_TILE, _SAME_WINDOW, _SAME_PAPER_LEVELS, _SAME_LIGHT_LEVELS = 0.93, 0.9, 10.0, 25.0
_STROKE_LETTERS = 3.0
_ALL, _ALL_LETTERING = 0.75, 0.5
_MOST_PLACES, _MOST_CHANGED = 4, 0.6
_SPARE_PX = 3
_NOWHERE = -1_000.0


def is_moved_lettering(laid: Laid, look: FineLook, places: int, letter_px: float) -> bool:
    """Say whether nearly all that changed on a page was taken from elsewhere on it.

    Args:
        laid: the grid of the fine check.
        look: what changed on it.
        places: in how many places.
        letter_px: how high the smaller letters are there; 0 without lettering.
    """
    if not letter_px or places > _MOST_PLACES or look.bad_share > _MOST_CHANGED:
        return False
    sides = (_smooth(laid.a), _smooth(laid.b))
    return any(_Search(side, look, letter_px).explains() for side in sides)


def _smooth(side: cv.Picture) -> Grey:
    return cv.blurred(cv.grey(side).astype(np.float32), _SMOOTH_PX)


@dataclass(frozen=True, slots=True)
class _Place:
    """A square of the page: its left upper corner, on even pixels."""

    left: int
    top: int


class _Search:
    """One page, and which of its changed windows are explained so far."""

    def __init__(self, side: Grey, look: FineLook, letter_px: float) -> None:
        """Prepare a search.

        Args:
            side: (H, W), the page that may have been painted on.
            look: what changed.
            letter_px: how high the smaller letters are.
        """
        height, width = side.shape
        self._side, self._cells, self._changed = side, look.cells, look.changed
        self._letter_px = letter_px
        self._tile_px = round(max(_LEAST_TILE_PX, _TILE_LETTERS * letter_px)) // 2 * 2
        self._half = cv.halved(side)
        mean = self._cells.means(side)
        variance = self._cells.means(side * side) - mean * mean
        self._lettered = look.changed & (variance > _LETTERED_VARIANCE)
        self._explained = np.zeros_like(look.changed)
        self._free = _free_places(look.cells.covered(look.changed, height, width), self._tile_px)

    def explains(self) -> bool:
        """Say whether a few strokes of a brush explain nearly all."""
        lettered = int(self._lettered.sum())
        if lettered < _LEAST_WINDOWS or min(self._side.shape) <= 2 * self._tile_px:
            return False
        tried, strokes = np.zeros_like(self._changed), 0
        for tries in range(_MOST_TRIES):
            is_vain = strokes == 0 and tries >= _MOST_VAIN_TRIES
            place = self._next_place(tried)
            if place is None or is_vain or strokes == _MOST_STROKES:
                break
            if self._is_stroke(place):
                strokes, tried = strokes + 1, np.zeros_like(tried)
        letters_told = float((self._explained & self._lettered).sum()) / lettered
        told = float((self._explained & self._changed).sum()) / float(self._changed.sum())
        return told > _ALL and letters_told > _ALL_LETTERING

    def _next_place(self, tried: Mask) -> _Place | None:
        """Return where most lettering is unexplained, and note that it was tried."""
        across = self._tile_px // self._cells.stride_px
        left = (self._lettered & ~self._explained).astype(np.float32)
        dense = np.where(tried, -1, cv.box_mean(left, across))
        row, column = (int(at) for at in np.unravel_index(dense.argmax(), dense.shape))
        if dense[row, column] < _LEAST_LETTERED:
            return None
        near = across // 2
        tried[max(row - near, 0) : row + near + 1, max(column - near, 0) : column + near + 1] = True
        height, width = self._side.shape
        return _Place(self._corner(column, width), self._corner(row, height))

    def _corner(self, cell: int, size: int) -> int:
        centre = (cell + 1) * self._cells.stride_px
        return min(max(centre - self._tile_px // 2, 0), size - self._tile_px) // 2 * 2

    def _is_stroke(self, place: _Place) -> bool:
        """Find where a tile stands a second time; keep what else moved by the same distance."""
        found = self._second_place(place)
        if found is None:
            return False
        right, down = found[0] - place.left, found[1] - place.top
        if min(abs(right), abs(down)) < self._letter_px:
            return False
        source = _moved(self._side, right, down)
        windows = compared(self._side, source, self._cells)
        same = self._lettered & (windows.alike > _SAME_WINDOW)
        new = same & ~self._explained
        if not self._is_broad(new):
            return False
        of_one_tone = np.abs(self._cells.means(self._side - source)) < _SAME_LIGHT_LEVELS
        bare = self._changed & ~self._lettered & (windows.residual < _SAME_PAPER_LEVELS)
        self._explained |= same | (bare & of_one_tone)
        return True

    def _is_broad(self, windows: Mask) -> bool:
        """Say whether windows reach over more than one line of lettering, either way."""
        if windows.sum() < _LEAST_WINDOWS:
            return False
        least = _STROKE_LETTERS * self._letter_px / self._cells.stride_px
        return all(float(np.ptp(at)) > least for at in np.nonzero(windows))

    def _second_place(self, place: _Place) -> tuple[int, int] | None:
        """Return where else on the page, off all changes, a tile of it stands just the same."""
        size = self._tile_px
        box = _box(self._half, place.left // 2, place.top // 2, size // 2)
        found = cv.likeness(self._half, box)
        free = self._free[::2, ::2][: found.shape[0], : found.shape[1]]
        found = np.where(free, found[: free.shape[0], : free.shape[1]], -1)
        row, column = (int(at) * 2 for at in np.unravel_index(found.argmax(), found.shape))
        top, left = max(row - _SPARE_PX, 0), max(column - _SPARE_PX, 0)
        near = _box(self._side, left, top, size + 2 * _SPARE_PX)
        exact = cv.likeness(near, _box(self._side, place.left, place.top, size))
        if exact.max() < _SAME_TILE:
            return None
        down, right = np.unravel_index(exact.argmax(), exact.shape)
        return left + int(right), top + int(down)


def _box(picture: Grey, left: int, top: int, size: int) -> Grey:
    return np.ascontiguousarray(picture[top : top + size, left : left + size])


def _moved(side: Grey, right: int, down: int) -> Grey:
    """Return the page moved so that each pixel shows what stands `right` and `down` of it."""
    height, width = side.shape
    moved = np.full_like(side, _NOWHERE)
    to = (slice(max(-down, 0), height - max(down, 0)), slice(max(-right, 0), width - max(right, 0)))
    of = (slice(max(down, 0), height + min(down, 0)), slice(max(right, 0), width + min(right, 0)))
    moved[to] = side[of]
    return moved


def _free_places(changed: Mask, size: int) -> Mask:
    """Say at which places (left upper corner) a square holds hardly a changed pixel."""
    total = np.zeros((changed.shape[0] + 1, changed.shape[1] + 1), np.int64)
    total[1:, 1:] = changed.cumsum(axis=0).cumsum(axis=1)
    inside = total[size:, size:] - total[:-size, size:] - total[size:, :-size]
    free: Mask = inside + total[:-size, :-size] < _MOST_TOUCHED * size * size
    return free
