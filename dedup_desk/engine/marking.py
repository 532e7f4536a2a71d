"""Marks painted into a rendering: outlines, numbered frames, an overlay laid over it.

Every line is black under white, so that it is seen on any ground and on a printer without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from dedup_desk.core.geometry import Point, Span

_BLACK: Final = (0, 0, 0)
_WHITE: Final = (255, 255, 255)
_UNDER_PX: Final = 5
_LINE_PX: Final = 2
_DIGITS_PX: Final = 18

Pixels = NDArray[np.uint8]


def laid_over(picture: Pixels, overlay: Pixels) -> Pixels:
    """Lay (H, W, 4) RGBA, not premultiplied, over (H, W, 3); returns (H, W, 3) uint8."""
    opacity = overlay[..., 3:].astype(np.uint16)
    mixed = overlay[..., :3] * opacity + picture * (255 - opacity)
    made: Pixels = ((mixed + 127) // 255).astype(np.uint8)
    return made


def outlined(picture: Pixels, corners: Sequence[Point]) -> Pixels:
    """Draw a closed line through the corners, which may lie outside; pixels of the picture."""
    image = Image.fromarray(picture)
    pen = ImageDraw.Draw(image)
    ring = [_held(one, image.size) for one in (*corners, *corners[:2])]
    for colour, width_px in ((_BLACK, _UNDER_PX), (_WHITE, _LINE_PX)):
        pen.line(ring, fill=colour, width=width_px, joint="curve")
    return np.asarray(image)


def filled(size: tuple[int, int], corners: Sequence[Point]) -> NDArray[np.bool_]:
    """Return which pixels of a picture of that width and height lie within the corners."""
    image = Image.new("1", size)
    ImageDraw.Draw(image).polygon([_held(one, size) for one in corners], fill=1)
    return np.asarray(image, np.bool_)


def numbered(picture: Pixels, regions: Sequence[Span]) -> Pixels:
    """Frame each region and write its number, from 1, at its corner; pixels of the picture."""
    image = Image.fromarray(picture)
    pen = ImageDraw.Draw(image)
    face = ImageFont.load_default(_DIGITS_PX)
    for at, region in enumerate(regions, start=1):
        box = (region.left, region.top, region.right - 1, region.bottom - 1)
        for colour, grow, width_px in ((_BLACK, 2, _UNDER_PX), (_WHITE, 0.5, _LINE_PX)):
            grown = (box[0] - grow, box[1] - grow, box[2] + grow, box[3] + grow)
            pen.rectangle(grown, outline=colour, width=width_px)
        _write(pen, str(at), region, face, image.size)
    return np.asarray(image)


def _write(
    pen: ImageDraw.ImageDraw,
    text: str,
    region: Span,
    face: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    size: tuple[int, int],
) -> None:
    """Write on a white label above the region, or inside it where there is no room above."""
    wide, high = pen.textlength(text, font=face) + 8, _DIGITS_PX + 4
    left = min(max(region.left - 2, 0), size[0] - wide)
    top = region.top - high - 2
    top = region.top + 2 if top < 0 else top
    pen.rectangle((left, top, left + wide, top + high), fill=_WHITE, outline=_BLACK, width=1)
    pen.text((left + wide / 2, top + high / 2), text, fill=_BLACK, font=face, anchor="mm")


def _held(point: Point, size: tuple[int, int]) -> tuple[float, float]:
    """Keep a corner within reach: a frame seen askew can have one at infinity."""
    wide, high = size
    x = min(max(point.x, -4.0 * wide), 5.0 * wide)
    y = min(max(point.y, -4.0 * high), 5.0 * high)
    inset = _LINE_PX / 2
    is_near = -inset <= x <= wide + inset and -inset <= y <= high + inset
    if is_near:  # a frame that touches the rim stays in sight
        return min(max(x, inset), wide - 1 - inset), min(max(y, inset), high - 1 - inset)
    return x, y
