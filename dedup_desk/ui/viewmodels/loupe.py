"""A loupe at the pointer: the same thing of both pictures, enlarged."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Side
from dedup_desk.core.geometry import Point, after, placing
from dedup_desk.core.pairs import Matrix

RADIUS = 96.0
"""Of the glass, in pane units."""

_LEAST_POWER, _MOST_POWER = 2.0, 16.0
_PIXELS = 2.0
"""A loupe shows at least so many screen pixels for one of the left picture's."""


def power_of(state: CompareState, unit_px: float) -> float:
    """Return how much larger than in the pane a loupe shows things."""
    return min(max(_PIXELS / (state.zoom * unit_px), _LEAST_POWER), _MOST_POWER)


@dataclass(frozen=True, slots=True)
class Glass:
    """One round glass.

    Attributes:
        side: whose pixels are seen in it.
        pane: the pane it lies in.
        middle: where it lies there.
        matrix: picture of `side` -> pane units, enlarged.
    """

    side: Side
    pane: Side
    middle: Point
    matrix: Matrix


@dataclass(frozen=True, slots=True)
class Loupe:
    """Both glasses; side by side in either pane, else beside each other at the pointer."""

    glasses: tuple[Glass, Glass]
    power: float

    @classmethod
    def over(cls, state: CompareState, pointer: tuple[Side, Point], unit_px: float) -> Loupe:
        """Return the loupe over the thing pointed at."""
        side, at = pointer
        power = power_of(state, unit_px)
        if state.mode is CompareMode.SIDE_BY_SIDE:
            twin = compare.twin_point(state, side, at)
            here = Glass(side, side, at, _enlarged(state, side, (at, at), power))
            there = _enlarged(state, side.other, (twin, twin), power)
            return cls((here, Glass(side.other, side.other, twin, there)), power)
        left, right = (_beside(state, one, at, power) for one in Side)
        return cls((left, right), power)

    def in_pane(self, pane: Side) -> tuple[Glass, ...]:
        """Return the glasses that lie in one pane."""
        return tuple(one for one in self.glasses if one.pane is pane)


def _beside(state: CompareState, side: Side, at: Point, power: float) -> Glass:
    """Lay the glass of A left of the pointer, that of D right of it, both over the same thing."""
    off = -RADIUS - 4 if side is Side.LEFT else RADIUS + 4
    middle = Point(at.x + off, at.y)
    return Glass(side, Side.LEFT, middle, _enlarged(state, side, (at, middle), power))


def _enlarged(state: CompareState, side: Side, places: tuple[Point, Point], power: float) -> Matrix:
    """Show what is at the first place larger, at the second one."""
    return after(placing(power, *places), compare.view_matrix(state, side))
