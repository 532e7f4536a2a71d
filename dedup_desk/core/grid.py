"""Several pictures at once, each in a cell of its own, as one frozen value, and how it changes.

All are laid on one of them, the base: `zoom` and `centre` are told in its pixels, and every cell
shows the same thing at the same scale, upright as its picture is. A cell is a `CompareState` side
by side of the base and one picture, seen from the right, so the arithmetic is that of a pair.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dedup_desk.core import compare
from dedup_desk.core.compare import NO_PANE, ORIGIN, CompareState, Side
from dedup_desk.core.geometry import (
    Extent,
    Point,
    bounds,
    inverted,
    local_scale,
    mapped,
    outline,
    placing,
)
from dedup_desk.core.pairs import Matrix

MOST = 9
"""Pictures in one grid."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One picture of the grid.

    Attributes:
        extent: its full upright size in pixels.
        link: base -> picture; None where it could not be laid on the base: then it is fitted by
            its width, evenly, never stretched, its middle on the middle of the base.
    """

    extent: Extent
    link: Matrix | None

    def link_from(self, base: Extent) -> Matrix:
        """Return the link in use, which stands in for an unknown one."""
        by_width = self.extent.width / base.width
        return self.link or placing(by_width, base.centre, self.extent.centre)


@dataclass(frozen=True, slots=True)
class GridState:
    """What the grid shows.

    Attributes:
        base: full upright size of the picture that the others are laid on.
        tiles: the pictures, in the order of the cells; the base may be one of them.
        cell: size of the part of a cell that shows its picture, in pane units.
        zoom: pane units for one pixel of the base.
        centre: the point of the base in the middle of every cell.
        is_fit: zoom and centre follow the cells until the person zooms or pans.
    """

    base: Extent
    tiles: tuple[Tile, ...]
    cell: Extent = NO_PANE
    zoom: float = 1.0
    centre: Point = ORIGIN
    is_fit: bool = True

    def shown(self, at: int) -> CompareState:
        """Return one cell as a pair: the base left, its picture right."""
        tile = self.tiles[at]
        return CompareState(
            self.base,
            tile.extent,
            link=tile.link_from(self.base),
            is_aligned=tile.link is not None,
            pane=self.cell,
            zoom=self.zoom,
            centre=self.centre,
            is_fit=self.is_fit,
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """How many cells stand beside and below each other."""

    columns: int
    rows: int


def shape_of(count: int) -> Shape:
    """Return the shape for so many pictures: two beside each other, else 2 x 2, 3 x 2 or 3 x 3."""
    columns = 3 if count > 4 else min(max(count, 1), 2)
    return Shape(columns, max(-(-count // columns), 1))


def window_of(count: int, base: int, current: int) -> tuple[int, ...]:
    """Return which of `count` pictures are in the grid, in their order.

    Up to `MOST` are all there. Of more, the base always is, and the others turn like pages: the
    page with the current one is shown.
    """
    others = [one for one in range(count) if one != base]
    step = MOST - 1
    at = others.index(current) if current in others else 0
    page = others[at // step * step :][:step]
    return tuple(sorted([base, *page]))


def opened(base: Extent, tiles: tuple[Tile, ...], cell: Extent) -> GridState:
    """Return the first state: fitted."""
    return fitted(GridState(base, tiles, cell))


def fitted(state: GridState) -> GridState:
    """Show the base whole, and every picture that is laid on it."""
    laid = [at for at, tile in enumerate(state.tiles) if tile.link is not None]
    frames = [
        corner
        for tile in (state.tiles[at] for at in laid)
        for corner in outline(inverted(tile.link_from(state.base)), tile.extent)
    ]
    seen = bounds((*state.base.corners, *frames))
    state = replace(state, centre=seen.centre, zoom=1.0, is_fit=True)
    rooms = [compare.room(state.shown(at), Side.RIGHT) for at in laid]
    return replace(state, zoom=compare.clamped(min(rooms, default=1.0)))


def resized(state: GridState, cell: Extent) -> GridState:
    """Follow cells that changed their size; what was fitted stays fitted."""
    state = replace(state, cell=cell)
    return fitted(state) if state.is_fit else state


def relaid(
    state: GridState, base: Extent, tiles: tuple[Tile, ...], moved: Matrix | None
) -> GridState:
    """Show other pictures, or the same ones laid on another base, at the same place and scale.

    Args:
        state: what is shown now.
        base: size of the new base.
        tiles: the pictures.
        moved: old base -> new base; None where that is unknown, so the grid is fitted anew.
    """
    if state.is_fit or moved is None:
        return opened(base, tiles, state.cell)
    scale = local_scale(moved, state.centre)
    centre = mapped(moved, state.centre)
    zoom = compare.clamped(state.zoom / scale)
    return replace(state, base=base, tiles=tiles, centre=centre, zoom=zoom)


def zoomed(state: GridState, cell: int, at: Point, factor: float) -> GridState:
    """Zoom every cell; what is under the point `at` of one cell stays under it."""
    return _followed(state, compare.zoomed(state.shown(cell), Side.RIGHT, at, factor))


def panned(state: GridState, cell: int, dx: float, dy: float) -> GridState:
    """Drag every picture by (dx, dy) pane units, grabbed in one cell."""
    return _followed(state, compare.panned(state.shown(cell), Side.RIGHT, dx, dy))


def actual_pixels(state: GridState, cell: int, at: Point, unit_px: float) -> GridState:
    """Show one pixel of the picture in a cell as one pixel of the screen, about its point `at`."""
    return _followed(state, compare.actual_pixels(state.shown(cell), Side.RIGHT, at, unit_px))


def twin_point(state: GridState, cell: int, at: Point, other: int) -> Point | None:
    """Return where another cell shows what is under the point `at` of one cell.

    None where one of the two pictures is not laid on the base: nobody knows then.
    """
    here, there = state.shown(cell), state.shown(other)
    if not (here.is_aligned and there.is_aligned):
        return None
    on_base = mapped(inverted(here.link), compare.picture_point(here, Side.RIGHT, at))
    return mapped(compare.view_matrix(there, Side.RIGHT), mapped(there.link, on_base))


def _followed(state: GridState, cell: CompareState) -> GridState:
    return replace(state, zoom=cell.zoom, centre=cell.centre, is_fit=cell.is_fit)
