"""What is before the eye at one moment: a pair, how it is shown, and the pixels that takes."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, CompareState, Link, Side
from dedup_desk.core.geometry import Extent, Span
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.picture_loader import Wanted, rung_for

DIFFERENCE_EDGE_PX = 1600
"""About the edge at which differences are computed: a full HD pane, soon enough to wait for."""

_LEAST_PX = 1024.0


@dataclass(frozen=True, slots=True)
class PairShown:
    """The pair on the table."""

    left: ImageRecord
    right: ImageRecord
    link: Link

    def record(self, side: Side) -> ImageRecord:
        """The image on one side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def digests(self) -> tuple[bytes, bytes]:
        """Both contents."""
        return (self.left.digest, self.right.digest)


@dataclass(frozen=True, slots=True)
class Sight:
    """A pair and the way it is shown on a display with `unit_px` pixels to a pane unit.

    Attributes:
        magnified: how much larger than in the pane the loupe shows things; 1 without a loupe.
    """

    pair: PairShown
    state: CompareState
    unit_px: float
    magnified: float = 1.0

    def needed_px(self, side: Side) -> float:
        """Return how many screen pixels the longest edge of one picture takes."""
        middle = compare.picture_point(self.state, side, self.state.pane.centre)
        scale = compare.scale_of(self.state, side, middle)
        return scale * self.unit_px * edge_of(self.pair.record(side))

    def wanted(self, side: Side) -> Wanted:
        """Return which rendering serves this sight: never shrunk by two, never enlarged early."""
        record = self.pair.record(side)
        shown = self.needed_px(side) * self.magnified
        needed = max(shown, min(pane_px(self.state.pane, self.unit_px), _LEAST_PX))
        if self.state.mode is CompareMode.DIFFERENCE:
            needed = max(needed, float(DIFFERENCE_EDGE_PX))
        return Wanted(record, rung_for(needed, edge_of(record)))


def ahead_wanted(record: ImageRecord, pane: Extent, unit_px: float) -> Wanted:
    """Return which rendering a picture will need when it is shown fitted."""
    return Wanted(record, rung_for(pane_px(pane, unit_px), edge_of(record)))


def extent_of(record: ImageRecord) -> Extent:
    """Return the full upright size of an image."""
    return Extent(float(record.picture.width_px), float(record.picture.height_px))


def edge_of(record: ImageRecord) -> int:
    """Return the longest edge of an image in pixels."""
    return max(record.picture.width_px, record.picture.height_px)


def pane_px(pane: Extent, unit_px: float) -> float:
    """Return the longest edge of a pane in screen pixels."""
    return max(pane.width, pane.height) * unit_px


def looking_at(state: CompareState, region: Span) -> CompareState:
    """Centre on a region so that it takes about a third of the pane, never finer than 4:1."""
    wide, high = max(region.right - region.left, 1.0), max(region.bottom - region.top, 1.0)
    wanted = min(state.pane.width / wide, state.pane.height / high) / 3
    zoom = min(max(wanted, compare.fitted(state).zoom), 4.0)
    closer = compare.zoomed(state, Side.LEFT, state.pane.centre, zoom / state.zoom)
    return compare.centred(closer, region.centre)
