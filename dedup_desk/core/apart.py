"""Moving one picture alone, side by side, while nothing is known of how they lie on each other.

Each pane has a view of its own then, still told as one `CompareState`: the link that stands in for
the unknown alignment follows what the two panes show. It is no alignment and is never kept as one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dedup_desk.core.compare import (
    CompareMode,
    CompareState,
    Side,
    fitted,
    picture_point,
    scale_of,
    with_mode,
)
from dedup_desk.core.geometry import Point, placing, scaling


@dataclass(frozen=True, slots=True)
class _View:
    """What one pane shows: pane units for one pixel, and the picture's point in its middle."""

    scale: float
    centre: Point


def set_apart(state: CompareState) -> CompareState:
    """Lay the pictures beside each other, each whole in its pane, as if nothing were known."""
    by_width = state.right.width / state.left.width
    unknown = replace(state, link=scaling(by_width, by_width), is_aligned=False, own_scale=1.0)
    return fitted(with_mode(unknown, CompareMode.SIDE_BY_SIDE, state.pane))


def zoomed_alone(state: CompareState, side: Side, at: Point, factor: float) -> CompareState:
    """Zoom one picture about a pane point; the other one stays as it is."""
    under = picture_point(state, side, at)
    view = _view(state, side)
    scale = view.scale * factor
    middle = state.pane.centre
    centre = Point(under.x + (middle.x - at.x) / scale, under.y + (middle.y - at.y) / scale)
    return _with_view(state, side, _View(scale, centre))


def panned_alone(state: CompareState, side: Side, dx: float, dy: float) -> CompareState:
    """Drag one picture; the other one stays as it is."""
    view = _view(state, side)
    moved = Point(view.centre.x - dx / view.scale, view.centre.y - dy / view.scale)
    return _with_view(state, side, _View(view.scale, moved))


def _view(state: CompareState, side: Side) -> _View:
    centre = picture_point(state, side, state.pane.centre)
    return _View(scale_of(state, side, centre), centre)


def _with_view(state: CompareState, side: Side, view: _View) -> CompareState:
    other = _view(state, side.other)
    left, right = (view, other) if side is Side.LEFT else (other, view)
    link = placing(left.scale / right.scale, left.centre, right.centre)
    return replace(state, link=link, zoom=left.scale, centre=left.centre, is_fit=False)
