"""EXIF orientations: samples turned upright, and boxes found again in what is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine.parts.base import PixelBox

Sample = TypeVar("Sample", bound=np.generic)


def upright(pixels: NDArray[Sample], orientation: int) -> NDArray[Sample]:
    """Apply an EXIF orientation (1 to 8; anything else counts as 1) to (H, W) or (H, W, C)."""
    return np.ascontiguousarray(_TURNS.get(orientation, _as_it_is)(pixels))


def stored_box(box: PixelBox, orientation: int, width_px: int, height_px: int) -> PixelBox:
    """Return where a box of the upright picture lies in the stored one.

    Args:
        box: on the upright picture.
        orientation: as stored, 1 to 8.
        width_px: of the stored picture.
        height_px: likewise.
    """
    swaps, flips_x, flips_y = _BOXES.get(orientation, (False, False, False))
    left, top, wide, high = box.left, box.top, box.width, box.height
    if swaps:
        left, top, wide, high = top, left, high, wide
    left = width_px - left - wide if flips_x else left
    top = height_px - top - high if flips_y else top
    return PixelBox(left, top, wide, high)


def _as_it_is(pixels: NDArray[Any]) -> NDArray[Any]:
    return pixels


_TURNS: Final[Mapping[int, Callable[[NDArray[Any]], NDArray[Any]]]] = MappingProxyType(
    {
        2: lambda pixels: pixels[:, ::-1],
        3: lambda pixels: pixels[::-1, ::-1],
        4: lambda pixels: pixels[::-1],
        5: lambda pixels: pixels.swapaxes(0, 1),
        6: lambda pixels: np.rot90(pixels, -1),
        7: lambda pixels: pixels.swapaxes(0, 1)[::-1, ::-1],
        8: lambda pixels: np.rot90(pixels, 1),
    }
)

_BOXES: Final[Mapping[int, tuple[bool, bool, bool]]] = MappingProxyType(
    {
        2: (False, True, False),
        3: (False, True, True),
        4: (False, False, True),
        5: (True, False, False),
        6: (True, False, True),
        7: (True, True, True),
        8: (True, True, False),
    }
)
"""Whether axes are swapped, and which edges of the stored picture are then counted backwards."""
