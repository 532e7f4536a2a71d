"""What the overview shows: the fuller picture, the other one's frame on it, what is cut off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dedup_desk.core.compare import CompareState, Side, picture_point
from dedup_desk.core.geometry import Extent, Point, inverted, mapped, outline
from dedup_desk.core.loss_words import content_loss, loss_figures
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.overlap import Loss, loss
from dedup_desk.core.pairs import Matrix
from dedup_desk.core.scans import WHOLE_FROM
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.sight import PairShown, extent_of


@dataclass(frozen=True, slots=True)
class Overview:
    """One picture in small; places on it are shares of its width and height.

    Attributes:
        fuller: which of the two pictures it is.
        extent: its full size.
        frame: the other picture's corners.
        seen: what is before the eye.
        figures: "left", "right", "top", "bottom" -> per cent cut there, "shown" what is left.
        to_left: the fuller picture -> the left one.
    """

    fuller: Side
    extent: Extent
    frame: tuple[Point, ...]
    seen: tuple[Point, ...]
    figures: Mapping[str, str]
    to_left: Matrix | None

    @property
    def words(self) -> Message:
        """What it says, for a tool tip and for those who cannot see it."""
        return message(
            _WORDS,
            a=self.fuller.value,
            b=self.fuller.other.value,
            **{name: self.figures[name] for name in ("left", "right", "top", "bottom", "shown")},
        )

    def on_left(self, share: Point) -> Point:
        """Return which point of the left picture lies at a place of the small one."""
        point = Point(share.x * self.extent.width, share.y * self.extent.height)
        return point if self.to_left is None else mapped(self.to_left, point)


def overview_of(model: CompareViewModel) -> Overview | None:
    """Return what the overview shows; None where no picture shows less than the other."""
    state, pair = model.state, model.pair
    if state is None or pair is None or not state.is_aligned:
        return None
    ways = _ways(state.link, state.left, state.right)
    fuller = fuller_of(pair, state.link)
    lost = content_loss(*ways[fuller], pair.content)
    return _overview(state, fuller, lost) if lost.shown < WHOLE_FROM else None


def fuller_of(pair: PairShown, link: Matrix) -> Side:
    """Return which of two aligned pictures shows more.

    A border is not more picture: it is what comparing found, where it did.
    """
    ways = _ways(link, extent_of(pair.left), extent_of(pair.right))
    return pair.fuller or min(Side, key=lambda side: loss(*ways[side]).shown)


def _ways(
    link: Matrix, left: Extent, right: Extent
) -> Mapping[Side, tuple[Matrix, Extent, Extent]]:
    return {Side.LEFT: (link, left, right), Side.RIGHT: (inverted(link), right, left)}


def _overview(state: CompareState, fuller: Side, lost: Loss) -> Overview:
    to_fuller = inverted(state.link) if fuller is Side.LEFT else state.link
    extent = state.extent(fuller)
    pane = state.pane.corners
    seen = tuple(picture_point(state, fuller, corner) for corner in pane)
    return Overview(
        fuller=fuller,
        extent=extent,
        frame=_shares(outline(to_fuller, state.extent(fuller.other)), extent),
        seen=_shares(seen, extent),
        figures=loss_figures(lost),
        to_left=None if fuller is Side.LEFT else inverted(state.link),
    )


def _shares(points: tuple[Point, ...], extent: Extent) -> tuple[Point, ...]:
    return tuple(Point(one.x / extent.width, one.y / extent.height) for one in points)


_WORDS = QT_TRANSLATE_NOOP(
    "Messages",
    "{b} shows {shown} % of {a}; cut: {left} % at left, {right} % at right, {top} % at top,"
    " {bottom} % at bottom. Click or drag to look there.",
)
