"""Has a body another hue, while what is neutral stayed neutral? Then it was recoloured.

A correction of white balance, a warmer lamp, a yellowed print: each acts on neutrals as it acts on
colours, in proportion to the light. So where the backdrop says how large the cast is, the hue of a
body may turn by that much and no more. How saturated a colour is does not matter here, nor on which
side it is: from lime to orange is as far as from orange to lime.

Measured on 1,500 copies and 27 pairs of products of one last: the neutrals of the latter lie within
2.3 levels of one cast, and 6 to 33 % of the picture turn by over 15 degrees; copies in other light
turn as far only where neutrals lie 6 levels and more apart, or over less than 3 % of the picture.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dedup_desk.engine import cv
from dedup_desk.engine.cv import Grey, Mask

_HUE_PLANE: Final = np.array([[1, 0], [-0.5, 0.8660254], [-0.5, -0.8660254]], np.float32)
"""Red, green and blue at 120 degrees: a grey is the middle, and no hue is squeezed."""

_NEUTRAL, _LEAST_LUMA, _LEAST_NEUTRALS = 12.0, 64.0, 0.4
_MOST_SPREAD, _SPREAD_PERCENTILE = 4.0, 90
_SMOOTH_PX = 9
_LEAST_COLOUR, _TURNED_DEGREES, _TURNED_LEVELS = 24.0, 15.0, 15.0
_LEAST_BODY = 0.03
_LUMA: Final = np.array([0.299, 0.587, 0.114], np.float32)


def turned_bodies(expected: Grey, actual: Grey, shown: Mask, alike: Mask) -> Mask:
    """Return the bodies whose hue is another one; none where the neutrals tell of no one cast.

    Args:
        expected: (H, W, 3) float, one picture with the other one's brightness.
        actual: (H, W, 3) float, the other.
        shown: (H, W) bool, where there is something to compare.
        alike: (H, W) bool, where both are known to show the same.
    """
    none = np.zeros(shown.shape, np.bool_)
    before, after = expected @ _HUE_PLANE, actual @ _HUE_PLANE
    light = (actual @ _LUMA)[..., None]
    neutral = alike & (_size(before) < _NEUTRAL) & (light[..., 0] > _LEAST_LUMA)
    if neutral.sum() < _LEAST_NEUTRALS * max(shown.sum(), 1):
        return none
    cast = np.median(after[neutral] / light[neutral], axis=0)
    if np.percentile(_size((after - cast * light)[neutral]), _SPREAD_PERCENTILE) > _MOST_SPREAD:
        return none
    wanted, found = (cv.box_mean(one, _SMOOTH_PX) for one in (before, after - cast * light))
    return _bodies(shown & _is_turned(wanted, found))


def _is_turned(wanted: Grey, found: Grey) -> Mask:
    """Say where two colours, neither of them nearly grey, have another hue."""
    least = np.minimum(_size(wanted), _size(found))
    across = wanted[..., 0] * found[..., 1] - wanted[..., 1] * found[..., 0]
    degrees = np.degrees(np.abs(np.arctan2(across, (wanted * found).sum(axis=-1))))
    moved = 2 * least * np.sin(np.radians(degrees) / 2)
    turned: Mask = (least > _LEAST_COLOUR) & (degrees > _TURNED_DEGREES) & (moved > _TURNED_LEVELS)
    return turned


def _bodies(turned: Mask) -> Mask:
    """Keep what is large and in one piece: fringes and squares of a strong JPEG are not."""
    labels, found = cv.blobs(turned)
    keep = np.array([False, *(one.cells >= _LEAST_BODY * turned.size for one in found)])
    bodies: Mask = keep[labels]
    return bodies


def _size(plane: Grey) -> Grey:
    size: Grey = np.hypot(plane[..., 0], plane[..., 1])
    return size
