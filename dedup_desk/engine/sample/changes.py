"""What was done to a picture, as a value: the same value draws the copy and says the truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from dedup_desk.engine.sample.lettering import Lettering, centred

Pixels: TypeAlias = NDArray[np.uint8]
Kept: TypeAlias = tuple[float, float, float, float]

WHOLE: Kept = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Change:
    """How a file's upright picture differs from its original's; the default is "not at all".

    Attributes:
        retouch: row of `RETOUCHES`, or None.
        tone: row of `TONES`, or None.
        is_grey, is_negative, is_mirrored: turned to greyscale, inverted, left and right swapped.
        kept: which part a crop keeps: left, top, right, bottom as shares of the original.
        overlay: row of `OVERLAID`, or None.
        scale: of width and height.
        border: row of `BORDERS`, or None.
        turns: quarter turns counter-clockwise of what a viewer shows.
    """

    retouch: str | None = None
    tone: str | None = None
    is_grey: bool = False
    is_negative: bool = False
    is_mirrored: bool = False
    kept: Kept = WHOLE
    overlay: str | None = None
    scale: float = 1.0
    border: str | None = None
    turns: int = 0


def changed(pixels: Pixels, change: Change) -> Pixels:
    """Return the (H, W, 3) uint8 picture with everything done to it that `change` names."""
    if change.retouch:
        pixels = RETOUCHES[change.retouch](pixels)
    pixels = _recoloured(pixels, change)
    pixels = _cropped(pixels, change.kept)
    if change.overlay:
        pixels = OVERLAID[change.overlay](pixels)
    pixels = _resized(pixels, change.scale)
    if change.border:
        pixels = BORDERS[change.border](pixels)
    if change.is_mirrored:
        pixels = pixels[:, ::-1]
    return np.ascontiguousarray(np.rot90(pixels, change.turns))


def _recoloured(pixels: Pixels, change: Change) -> Pixels:
    if change.tone:
        pixels = TONES[change.tone](pixels)
    if change.is_grey:
        grey = np.asarray(Image.fromarray(pixels).convert("L"))
        pixels = np.repeat(grey[:, :, None], 3, axis=2)
    return np.subtract(255, pixels) if change.is_negative else pixels


def _cropped(pixels: Pixels, kept: Kept) -> Pixels:
    height, width = pixels.shape[:2]
    left, top, right, bottom = kept
    return pixels[
        round(top * height) : round(bottom * height), round(left * width) : round(right * width)
    ]


def _resized(pixels: Pixels, scale: float) -> Pixels:
    if scale == 1.0:
        return pixels
    size = (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def _curve(gains: tuple[float, float, float], gamma: float) -> Callable[[Pixels], Pixels]:
    """Return a tone change: out = gain * in^gamma, per channel, the same all over the picture."""
    ramp = (np.arange(256) / 255.0) ** gamma
    tables = [np.clip(gain * ramp * 255.0 + 0.5, 0, 255).astype(np.uint8) for gain in gains]

    def toned(pixels: Pixels) -> Pixels:
        return np.stack([tables[at][pixels[:, :, at]] for at in range(3)], axis=2)

    return toned


def _contrast(pixels: Pixels) -> Pixels:
    ramp = np.arange(256) / 255.0
    table = (255.0 * ramp**2 * (3.0 - 2.0 * ramp) + 0.5).astype(np.uint8)
    curved: Pixels = table[pixels]
    return curved


def _faded(pixels: Pixels) -> Pixels:
    """Return a print that hung in the sun: lifted blacks, less colour, warm."""
    grey = pixels.mean(axis=2, keepdims=True, dtype=np.float32)
    pale = (0.55 * pixels + 0.45 * grey) * np.float32(0.72)
    lifted: Pixels = (pale + np.asarray((58.0, 48.0, 34.0), np.float32)).astype(np.uint8)
    return lifted


TONES: dict[str, Callable[[Pixels], Pixels]] = {
    "brighter": _curve((1.0, 1.0, 1.0), 0.72),
    "darker": _curve((0.92, 0.92, 0.92), 1.3),
    "warmer": _curve((1.08, 1.0, 0.84), 0.96),
    "cooler": _curve((0.88, 0.98, 1.08), 1.0),
    "contrast": _contrast,
    "faded": _faded,
}
"""Changes of tone that are the same all over the picture."""


def _cloned_away(pixels: Pixels) -> Pixels:
    """Copy a patch of the picture, soft at its edge, over its neighbour (about 2 % of the area)."""
    height, width = pixels.shape[:2]
    wide, tall = round(width * 0.15), round(height * 0.15)
    left, top = round(width * 0.58), round(height * 0.42)
    source = pixels[top + tall : top + 2 * tall, left - wide : left].astype(np.float32)
    target = pixels[top : top + tall, left : left + wide].astype(np.float32)
    mask = Image.new("L", (wide, tall))
    ImageDraw.Draw(mask).ellipse((wide * 0.06, tall * 0.06, wide * 0.94, tall * 0.94), fill=255)
    soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(5)), np.float32)[:, :, None] / 255.0
    result = pixels.copy()
    result[top : top + tall, left : left + wide] = (target + soft * (source - target)).astype(
        np.uint8
    )
    return result


def _numbered(pixels: Pixels) -> Pixels:
    """Write a registration number in a corner of the picture: content, not a watermark."""
    return _written(
        pixels, Lettering("HK 1966/0417", 0.045, weight=0.03), (0.04, 0.93), (240, 60, 50)
    )


RETOUCHES: dict[str, Callable[[Pixels], Pixels]] = {
    "cloned": _cloned_away,
    "numbered": _numbered,
}
"""Changes of one place."""


def _watermarked(pixels: Pixels) -> Pixels:
    """Write a pale agency name across the middle."""
    overlay = Image.new("L", (pixels.shape[1], pixels.shape[0]))
    mask = centred("PEAK PRESS AGENCY", 0.09, 0.03).mask(overlay.width, overlay.height)
    turned = mask.rotate(18, Image.Resampling.BICUBIC, expand=True)
    corner = ((overlay.width - turned.width) // 2, (overlay.height - turned.height) // 2)
    overlay.paste(turned.point([value * 45 // 100 for value in range(256)]), corner)
    picture = Image.fromarray(pixels)
    picture.paste((255, 255, 255), (0, 0), overlay)
    return np.asarray(picture)


def _with_logo(pixels: Pixels) -> Pixels:
    """Put a round badge into the upper right corner."""
    height, width = pixels.shape[:2]
    side = round(min(width, height) * 0.16)
    badge = Image.new("RGB", (side * 2, side * 2), (200, 30, 40))
    letters = centred("P8", 0.55, 0.05).mask(side * 2, side * 2)
    badge.paste((255, 255, 255), (side - letters.width // 2, side - letters.height // 2), letters)
    mask = Image.new("L", badge.size)
    ImageDraw.Draw(mask).ellipse((0, 0, side * 2 - 1, side * 2 - 1), fill=255)
    picture = Image.fromarray(pixels)
    edge = round(side * 0.25)
    picture.paste(badge.reduce(2), (width - side - edge, edge), mask.reduce(2))
    return np.asarray(picture)


def _captioned_inside(pixels: Pixels) -> Pixels:
    """Burn a line into the foot of the picture."""
    height = pixels.shape[0]
    result = pixels.copy()
    foot = result[round(height * 0.9) :]
    foot[:] = (foot * 0.35).astype(np.uint8)
    return _written(
        result, Lettering("PEAK PRESS / 3 SEPTEMBER 1966", 0.04), (0.03, 0.93), (255, 255, 255)
    )


OVERLAID: dict[str, Callable[[Pixels], Pixels]] = {
    "watermark": _watermarked,
    "logo": _with_logo,
    "burnt-in": _captioned_inside,
}
"""Things laid over the picture."""


def _white_border(pixels: Pixels) -> Pixels:
    edge = round(0.06 * pixels.shape[1])
    return np.pad(pixels, ((edge, edge), (edge, edge), (0, 0)), constant_values=250)


def _letterboxed(pixels: Pixels) -> Pixels:
    edge = round(0.12 * pixels.shape[0])
    return np.pad(pixels, ((edge, edge), (0, 0), (0, 0)), constant_values=4)


def _with_caption(pixels: Pixels) -> Pixels:
    """Add a white strip below with two lines of caption."""
    strip = round(0.14 * pixels.shape[0])
    result = np.pad(pixels, ((0, strip), (0, 0), (0, 0)), constant_values=255)
    lines = (
        "Photograph from the desk of the Victoria Courier.",
        "Not for resale. Credit: Peak Press.",
    )
    for number, line in enumerate(lines):
        where = (0.03, (1.03 + 0.05 * number) / 1.14)
        result = _written(result, Lettering(line, 0.028), where, (20, 20, 20))
    return result


BORDERS: dict[str, Callable[[Pixels], Pixels]] = {
    "white": _white_border,
    "letterbox": _letterboxed,
    "caption-strip": _with_caption,
}
"""Things put around the picture."""


def _written(
    pixels: Pixels, line: Lettering, where: tuple[float, float], colour: tuple[int, int, int]
) -> Pixels:
    picture = Image.fromarray(pixels)
    mask = line.mask(picture.width, picture.height)
    picture.paste(colour, (round(where[0] * picture.width), round(where[1] * picture.height)), mask)
    return np.asarray(picture)
