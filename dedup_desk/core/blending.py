"""How two pictures that lie on each other share one pane: a divider, an opacity, a layer.

Plain values and the steps that keys and the mouse make; nothing here knows a picture.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

STEP = 0.05
"""What one key press moves, as a share of the pane or of full opacity."""

HALF = 0.5
_DETENT = 0.03
"""So near to one half, a dragged opacity rests at one half."""


class Layer(StrEnum):
    """What the difference mode shows."""

    STRUCTURE = "structure"
    TONE = "tone"


@dataclass(frozen=True, slots=True)
class Blend:
    """What of each picture is seen while one lies on the other.

    Attributes:
        divider: where the wipe's line is, 0 to 1 of the pane; A is left of it (or above it).
        is_upright: the line stands upright and moves across; else it lies and moves down.
        opacity: how much of D is seen in the overlay, 0 to 1.
        layer: what the difference mode shows.
    """

    divider: float = HALF
    is_upright: bool = True
    opacity: float = HALF
    layer: Layer = Layer.STRUCTURE


def with_divider(blend: Blend, share: float) -> Blend:
    """Put the wipe's line somewhere; beyond the pane it stops at its edge."""
    return replace(blend, divider=_share(share))


def with_opacity(blend: Blend, share: float) -> Blend:
    """Show so much of D; close to one half it rests there, as a slider with a notch does."""
    share = _share(share)
    return replace(blend, opacity=HALF if abs(share - HALF) < _DETENT else share)


def stepped_divider(blend: Blend, steps: int) -> Blend:
    """Move the line by so many key presses; more steps show more of A."""
    return with_divider(blend, _on_grid(blend.divider, steps))


def stepped_opacity(blend: Blend, steps: int) -> Blend:
    """Show more of D by so many key presses."""
    return replace(blend, opacity=_share(_on_grid(blend.opacity, steps)))


def turned_divider(blend: Blend) -> Blend:
    """Lay the upright line down, or stand it up."""
    return replace(blend, is_upright=not blend.is_upright)


def other_layer(blend: Blend) -> Blend:
    """Show the other layer of the difference."""
    is_structure = blend.layer is Layer.STRUCTURE
    return replace(blend, layer=Layer.TONE if is_structure else Layer.STRUCTURE)


def _on_grid(share: float, steps: int) -> float:
    """Keys go from one whole step to the next, so that one half is always among them."""
    return (round(share / STEP) + steps) * STEP


def _share(value: float) -> float:
    return min(max(value, 0.0), 1.0)
