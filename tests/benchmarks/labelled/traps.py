"""Content that was added or changed in one place: a machine may show it, never propose it."""

from __future__ import annotations

import colorsys
import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from dedup_desk.engine import cv
from dedup_desk.engine.sample.lettering import Lettering, centred
from tests.benchmarks.labelled.canvas import Chance, Pixels, Rect, Sheet, between
from tests.benchmarks.labelled.overlays import written
from tests.benchmarks.labelled.tones import grey_of
from tests.benchmarks.labelled.words import number

Trap: TypeAlias = Callable[[Sheet, Chance], Sheet]

_REDS = ((196, 30, 40), (40, 60, 160), (60, 40, 110))
_LIGHT = ((250, 245, 230), (255, 225, 90), (255, 120, 110))
_SMOOTHED_PX, _SEEN_LEVELS = 9, 6.0
_STAMPS = ("REGISTERED", "RECEIVED", "PAID", "CANCELLED", "FOR RELEASE", "CERTIFIED COPY")


def stamped(sheet: Sheet, chance: Chance) -> Sheet:
    """Press an office's stamp on the picture, a little crooked."""
    width, height = sheet.size
    wide = round(between(chance, 0.2, 0.3) * width)
    tall = round(wide * 0.36)
    mark = Image.new("L", (wide, tall))
    pen = ImageDraw.Draw(mark)
    for inset in (1, 6):
        pen.rectangle((inset, inset, wide - 1 - inset, tall - 1 - inset), outline=255, width=3)
    lines = (
        _STAMPS[int(chance.integers(len(_STAMPS)))],
        f"{number(chance, 2)} MAR 19{number(chance, 2)}",
    )
    for text, at, size in zip(lines, (0.16, 0.58), (0.3, 0.24), strict=True):
        mask = centred(text, size, 0.05).mask(wide, tall)
        fit = min(1.0, wide * 0.88 / mask.width)
        mask = mask.resize((max(1, round(mask.width * fit)), max(1, round(mask.height * fit))))
        mark.paste(mask, ((wide - mask.width) // 2, round(at * tall)))
    turned = mark.rotate(between(chance, -9, 9), Image.Resampling.BICUBIC, expand=True)
    x = int(chance.integers(round(width * 0.05), width - turned.width - 4))
    y = int(chance.integers(round(height * 0.1), height - turned.height - 4))
    image = sheet.image()
    colour = _REDS[int(chance.integers(len(_REDS)))]
    image.paste(colour, (x, y), turned.point([value * 85 // 100 for value in range(256)]))
    return sheet.changed(image, (x, y, x + turned.width, y + turned.height))


def numbered(sheet: Sheet, chance: Chance) -> Sheet:
    """Write a registration number into a corner."""
    line = Lettering(f"HK {number(chance, 4)}/{number(chance, 4)}", 0.042, weight=0.04)
    where = ((0.04, 0.66)[int(chance.integers(2))], (0.04, 0.92)[int(chance.integers(2))])
    width, height = sheet.size
    under = sheet.pixels[
        round(where[1] * height) : round((where[1] + 0.05) * height),
        round(where[0] * width) : round((where[0] + 0.3) * width),
    ]
    inks = _REDS if under.mean() > 110 else _LIGHT
    return written(sheet, line, where, inks[int(chance.integers(len(inks)))])


def signed(sheet: Sheet, chance: Chance) -> Sheet:
    """Sign the picture, in ink."""
    width, height = sheet.size
    x, y = between(chance, 0.08, 0.5) * width, between(chance, 0.3, 0.85) * height
    swing, speed = height * between(chance, 0.012, 0.022), between(chance, 0.5, 0.9)
    long = width * between(chance, 0.2, 0.35)
    points = [
        (
            x + long * at / 70 + 0.012 * width * math.sin(at * speed),
            y + swing * math.sin(at * 0.85) * (1.4 - at / 70) - at * height * 0.0003,
        )
        for at in range(70)
    ]
    image = sheet.image()
    ink = ((15, 25, 110), (20, 18, 22))[int(chance.integers(2))]
    ImageDraw.Draw(image).line(points, ink, max(3, width // 300), joint="curve")
    xs, ys = [point[0] for point in points], [point[1] for point in points]
    return sheet.changed(image, (min(xs), min(ys), max(xs), max(ys)))


def recoloured(sheet: Sheet, chance: Chance) -> Sheet:
    """Give one thing another colour; light and detail stay."""
    box, mask = _colourful_place(sheet, chance)
    turned = _hue_turned(sheet.pixels, between(chance, 0.25, 0.6))
    mixed = sheet.pixels + mask[:, :, None] * (turned - sheet.pixels.astype(np.float32))
    return sheet.changed((mixed + 0.5).clip(0, 255).astype(np.uint8), box)


def hand_coloured(sheet: Sheet, chance: Chance) -> Sheet:
    """Tint three to five parts of a black-and-white picture."""
    pixels = grey_of(sheet.pixels).astype(np.float32)
    boxes: list[Rect] = []
    for _ in range(int(chance.integers(3, 6))):
        box, mask = _soft_place(sheet, chance, (0.18, 0.36))
        tint = np.asarray(colorsys.hsv_to_rgb(between(chance, 0, 1), 0.5, 1.0), np.float32) * 1.25
        pixels += mask[:, :, None] * (np.clip(pixels * tint, 0, 255) - pixels)
        boxes.append(box)
    done = (pixels + 0.5).clip(0, 255).astype(np.uint8)
    for box in boxes:
        sheet = sheet.changed(done, box)
    return sheet


def is_seen(before: Pixels, after: Pixels) -> bool:
    """Say whether anybody could see what changed: else it is no trap, whatever was done.

    Somewhere the mean of 9 x 9 pixels must differ by 6 of 255 levels in one of the colours. A
    plain JPEG copy of quality 80 often differs by more (measured: 1 to 10 levels, quality 50 to
    90); the faintest of 238 drawn traps that can be seen, a changed figure on a label, by 20.

    Args:
        before: (H, W, 3) uint8, decoded.
        after: the same after the change.
    """
    if before.shape != after.shape:
        return True
    change = cv.box_mean(before.astype(np.float32) - after.astype(np.float32), _SMOOTHED_PX)
    return bool(np.abs(change).max() >= _SEEN_LEVELS)


def _colourful_place(sheet: Sheet, chance: Chance) -> tuple[Rect, np.ndarray]:
    """Return of a few places the one with the strongest colour: there a change is seen."""
    small = sheet.pixels[::4, ::4].astype(np.float32)
    strength = small.max(axis=2) - small.min(axis=2)
    tries = [_soft_place(sheet, chance, (0.2, 0.4)) for _ in range(6)]
    weights = [float((mask[::4, ::4] * strength).mean()) for _, mask in tries]
    return tries[int(np.argmax(weights))]


def _soft_place(
    sheet: Sheet, chance: Chance, sizes: tuple[float, float]
) -> tuple[Rect, np.ndarray]:
    width, height = sheet.size
    wide, tall = (round(between(chance, *sizes) * edge) for edge in (width, height))
    x, y = int(chance.integers(0, width - wide)), int(chance.integers(0, height - tall))
    mask = Image.new("L", (width, height))
    ImageDraw.Draw(mask).ellipse((x, y, x + wide, y + tall), fill=255)
    soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(4)), np.float32) / 255
    return (x, y, x + wide, y + tall), soft


def _hue_turned(pixels: Pixels, share: float) -> np.ndarray:
    planes = np.array(Image.fromarray(pixels).convert("HSV"))
    planes[:, :, 0] = (planes[:, :, 0].astype(int) + round(share * 255)) % 256
    planes[:, :, 1] = np.minimum(255, planes[:, :, 1].astype(int) * 5 // 4 + 12)
    return np.asarray(Image.fromarray(planes, "HSV").convert("RGB"), np.float32)


TRAPS: dict[str, Trap] = {
    "stamp": stamped,
    "number": numbered,
    "signature": signed,
    "recoloured": recoloured,
    "hand-coloured": hand_coloured,
}
"""Kinds of added or changed content by name."""
