"""What the compare screen shows, as one frozen value, and how it changes.

Everything is told in pixels of the left picture. `link` takes a point of the left picture to the
right one, so what is under one cursor is under the other even when the sizes differ. Side by side,
each picture stays upright as it is and the panes share centre and scale; all other modes lay
the right picture *on* the left one. Pane units are whatever the caller measures panes in
(device-independent pixels in the window); nothing here knows a widget.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from dedup_desk.core.blending import Blend
from dedup_desk.core.geometry import (
    Extent,
    Point,
    after,
    bounds,
    inverted,
    is_turned,
    local_scale,
    mapped,
    outline,
    placing,
    scaling,
)
from dedup_desk.core.pairs import IDENTITY, Matrix, VerifiedPair
from dedup_desk.core.records import RecordId

MARGIN = 10.0
"""Free pane units round a fitted picture, so that its own edge can be judged."""

NEAREST, FARTHEST = 32.0, 1 / 256
"""Largest and smallest zoom, in pane units for one picture pixel."""


NO_PANE = Extent(640.0, 480.0)
"""What a pane is taken for until a window measured it."""

ORIGIN = Point(0.0, 0.0)


class CompareMode(StrEnum):
    """How two pictures are put before the eye."""

    SIDE_BY_SIDE = "side-by-side"
    BLINK = "blink"
    SWIPE = "swipe"
    ONION = "onion"
    DIFFERENCE = "difference"


class Side(StrEnum):
    """One of the two pictures shown; the value is the letter on its pane and the key that keeps it.

    LEFT is pane A, RIGHT is pane D.
    """

    LEFT = "A"
    RIGHT = "D"

    @property
    def other(self) -> Side:
        """The picture on the other side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


@dataclass(frozen=True, slots=True)
class Link:
    """How the left picture lies on the right one, and how well that is known.

    Attributes:
        matrix: left -> right, full upright pixels; None where nothing was measured.
        error_px: estimated error in pixels of the left picture.
        inliers: matching points that agree, 0 where none were used.
        is_by_hand: a person laid the pictures on each other.
    """

    matrix: Matrix | None = None
    error_px: float = 0.0
    inliers: int = 0
    is_by_hand: bool = False

    def turned_round(self) -> Link:
        """The same link, seen from the right picture."""
        if self.matrix is None:
            return self
        back = inverted(self.matrix)
        return replace(self, matrix=back)

    def then(self, onward: Link) -> Link:
        """Follow this link and then another; errors add up, the fewer matching points count."""
        if self.matrix is None or onward.matrix is None:
            return Link()
        counts = [count for count in (self.inliers, onward.inliers) if count]
        return Link(
            after(onward.matrix, self.matrix),
            self.error_px + onward.error_px,
            min(counts, default=0),
            self.is_by_hand or onward.is_by_hand,
        )


def link_of(pair: VerifiedPair, left: RecordId) -> Link:
    """Return the link of a verified pair with `left` on the left, whichever side it is there."""
    found = pair.registration
    if found is None:
        return Link()
    link = Link(found.matrix, found.error_px, found.inliers)
    return link if pair.key.a == left else link.turned_round()


@dataclass(frozen=True, slots=True)
class CompareState:
    """What is on the compare screen.

    Attributes:
        left, right: full upright sizes of the two pictures, in pixels.
        link: left picture -> right picture.
        is_aligned: the link was measured; False means "fitted by width" for want of better.
        pane: size of one pane in pane units.
        mode: how the pictures are shown.
        zoom: pane units for one pixel of the left picture.
        centre: the point of the left picture in the middle of its pane.
        is_fit: zoom and centre follow the pane until the person zooms or pans.
        shown: which picture lies on top when flipping.
        blend: divider, opacity and layer of the other modes.
        own_scale: how much larger than the left one's things the right one's are, side by side;
            other than 1 only while both are shown at true pixels.
    """

    left: Extent
    right: Extent
    link: Matrix = IDENTITY
    is_aligned: bool = True
    pane: Extent = NO_PANE
    mode: CompareMode = CompareMode.SIDE_BY_SIDE
    zoom: float = 1.0
    centre: Point = ORIGIN
    is_fit: bool = True
    shown: Side = Side.LEFT
    blend: Blend = field(default_factory=Blend)
    own_scale: float = 1.0

    def extent(self, side: Side) -> Extent:
        """Full size of one picture."""
        return self.left if side is Side.LEFT else self.right


def opened(left: Extent, right: Extent, link: Matrix | None, pane: Extent) -> CompareState:
    """Return the first state of a pair: side by side and fitted.

    Args:
        left: full upright size of the left picture, in pixels.
        right: the same of the right one.
        link: left -> right, or None where the pictures could not be laid on each other; then the
            right one is fitted by its width, evenly, never stretched.
        pane: size of one pane.
    """
    by_width = right.width / left.width
    state = CompareState(
        left,
        right,
        link=link or scaling(by_width, by_width),
        is_aligned=link is not None,
        pane=pane,
    )
    return fitted(state)


def with_mode(state: CompareState, mode: CompareMode, pane: Extent) -> CompareState:
    """Show the same place in another mode, whose panes may have another size."""
    return resized(replace(state, mode=mode, shown=Side.LEFT), pane)


def resized(state: CompareState, pane: Extent) -> CompareState:
    """Follow a pane that changed its size; a fitted picture stays fitted."""
    state = replace(state, pane=pane)
    return fitted(state) if state.is_fit else state


def flipped(state: CompareState) -> CompareState:
    """Bring the other picture on top."""
    return replace(state, shown=state.shown.other)


def fitted(state: CompareState) -> CompareState:
    """Show both pictures whole, at one scale."""
    seen = bounds((*state.left.corners, *outline(inverted(state.link), state.right)))
    state = replace(state, centre=seen.centre, zoom=1.0, is_fit=True, own_scale=1.0)
    return replace(state, zoom=clamped(min(room(state, side) for side in Side)))


def zoomed(state: CompareState, side: Side, at: Point, factor: float) -> CompareState:
    """Zoom by `factor`; what is under the pane point `at` of `side` stays under it."""
    return _zoomed_to(state, side, at, clamped(state.zoom * factor))


def actual_pixels(state: CompareState, side: Side, at: Point, unit_px: float) -> CompareState:
    """Show one pixel of the picture on `side` as one pixel of the screen, about the point `at`.

    Args:
        state: what is shown now.
        side: whose pixels count (with a size change only one picture can be at 100 %).
        at: pane point that stays where it is.
        unit_px: screen pixels in one pane unit (2.0 on a 200 % display).
    """
    state = _zoomed_to(replace(state, own_scale=1.0), side, at, state.zoom)
    now = scale_of(state, side, picture_point(state, side, at))
    return _zoomed_to(state, side, at, state.zoom / (now * unit_px))


def true_pixels(state: CompareState, side: Side, at: Point, unit_px: float) -> CompareState:
    """Show one pixel of *each* picture as one pixel of the screen, about the point `at`.

    Side by side only: pictures that lie on each other have one scale. The same thing is larger in
    the finer picture then; the middles of the panes and the cross-hairs still show the same thing.
    """
    if state.mode is not CompareMode.SIDE_BY_SIDE:
        return actual_pixels(state, side, at, unit_px)
    seen = _on_left(state, side, picture_point(state, side, at))
    own = local_scale(state.link, seen)
    state = replace(state, own_scale=own, zoom=clamped(1 / unit_px), is_fit=False)
    slipped = _on_left(state, side, picture_point(state, side, at))
    return replace(
        state,
        centre=Point(state.centre.x + seen.x - slipped.x, state.centre.y + seen.y - slipped.y),
    )


def blended(state: CompareState, blend: Blend) -> CompareState:
    """Show more or less of each picture, at the same place."""
    return replace(state, blend=blend)


def relinked(state: CompareState, link: Matrix | None) -> CompareState:
    """Lay the pictures on each other in another way; zoom and centre stay as they are.

    None takes the alignment away: the right picture is fitted by its width again.
    """
    by_width = state.right.width / state.left.width
    return replace(
        state,
        link=link or scaling(by_width, by_width),
        is_aligned=link is not None,
        own_scale=1.0,
    )


def panned(state: CompareState, side: Side, dx: float, dy: float) -> CompareState:
    """Drag the pictures by (dx, dy) pane units, grabbed in the pane of `side`."""
    middle = state.pane.centre
    grabbed = picture_point(state, side, Point(middle.x - dx, middle.y - dy))
    return replace(state, centre=_on_left(state, side, grabbed), is_fit=False)


def centred(state: CompareState, at: Point) -> CompareState:
    """Bring a point of the left picture to the middle of the pane."""
    return replace(state, centre=at, is_fit=False)


def placed(state: CompareState, zoom: float, at: Point) -> CompareState:
    """Show a place at a zoom, in pane units for a pixel of the left picture."""
    return centred(replace(state, zoom=clamped(zoom), own_scale=1.0), at)


def view_matrix(state: CompareState, side: Side) -> Matrix:
    """Return the matrix from pixels of the picture on `side` to units of its pane."""
    middle = state.pane.centre
    on_left = placing(state.zoom, state.centre, middle)
    if side is Side.LEFT:
        return on_left
    if state.mode is not CompareMode.SIDE_BY_SIDE:
        return after(on_left, inverted(state.link))
    scale = state.own_scale * state.zoom / local_scale(state.link, state.centre)
    return placing(scale, mapped(state.link, state.centre), middle)


def picture_point(state: CompareState, side: Side, at: Point) -> Point:
    """Return which point of the picture on `side` is under the pane point `at`."""
    return mapped(inverted(view_matrix(state, side)), at)


def twin_point(state: CompareState, side: Side, at: Point) -> Point:
    """Return the pane point of the *other* picture that shows what is under `at` on `side`."""
    point = picture_point(state, side, at)
    link = state.link if side is Side.LEFT else inverted(state.link)
    return mapped(view_matrix(state, side.other), mapped(link, point))


def scale_of(state: CompareState, side: Side, at: Point) -> float:
    """Return pane units for one pixel of the picture on `side`, at its point `at`."""
    return local_scale(view_matrix(state, side), at)


def frame_of_other(state: CompareState, side: Side) -> tuple[Point, Point, Point, Point]:
    """Return the other picture's frame as it lies on the picture of `side`, in pane units."""
    link = inverted(state.link) if side is Side.LEFT else state.link
    return outline(after(view_matrix(state, side), link), state.extent(side.other))


def shows_turned(state: CompareState) -> bool:
    """Say whether the right picture is turned or mirrored to lie on the left one."""
    return is_turned(state.link, state.centre)


def room(state: CompareState, side: Side) -> float:
    """Return the largest zoom at which one picture fits its pane; the state's zoom must be 1."""
    middle = state.pane.centre
    seen = bounds(outline(view_matrix(state, side), state.extent(side)))
    across = max(middle.x - seen.left, seen.right - middle.x, 1e-9)
    down = max(middle.y - seen.top, seen.bottom - middle.y, 1e-9)
    wide, high = max(middle.x - MARGIN, 1.0), max(middle.y - MARGIN, 1.0)
    return min(wide / across, high / down)


def _zoomed_to(state: CompareState, side: Side, at: Point, zoom: float) -> CompareState:
    grabbed = _on_left(state, side, picture_point(state, side, at))
    state = replace(state, zoom=clamped(zoom), is_fit=False)
    slipped = _on_left(state, side, picture_point(state, side, at))
    moved = Point(state.centre.x + grabbed.x - slipped.x, state.centre.y + grabbed.y - slipped.y)
    return replace(state, centre=moved)


def _on_left(state: CompareState, side: Side, point: Point) -> Point:
    return point if side is Side.LEFT else mapped(inverted(state.link), point)


def clamped(zoom: float) -> float:
    """Return a zoom within the limits."""
    return min(max(zoom, FARTHEST), NEAREST)
