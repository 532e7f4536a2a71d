"""Steps that lay something over a picture, or change one place of it."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from dedup_desk.engine.sample.lettering import Lettering, centred
from tests.benchmarks.labelled.canvas import Chance, Colour, Sheet, Step, between

_AGENCIES = (
    "PEAK PRESS",
    "HARBOUR IMAGES",
    "SAMPLE",
    "NORTH STAR PHOTO",
    "PREVIEW ONLY",
    "ARCHIVE 7",
)
_MARKS = ("P8", "tv9", "HK", "88", "Q", "news")


def watermark(opacity: float) -> Step:
    """Write a pale name across the middle, slanting."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        name = _AGENCIES[int(chance.integers(len(_AGENCIES)))]
        mask = centred(name, between(chance, 0.08, 0.13), 0.03).mask(width, height)
        mask = _fitting(mask, round(width * 0.85))
        turned = mask.rotate(between(chance, 10, 32), Image.Resampling.BICUBIC, expand=True)
        corner = ((width - turned.width) // 2, (height - turned.height) // 2)
        overlay = Image.new("L", (width, height))
        overlay.paste(turned, corner)
        box = (*corner, corner[0] + turned.width, corner[1] + turned.height)
        return sheet.changed(_veiled(sheet, overlay, opacity), box)

    return step


def tiled_watermark(opacity: float) -> Step:
    """Write a pale name again and again over the whole picture."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        name = _AGENCIES[int(chance.integers(len(_AGENCIES)))]
        mask = centred(name, 0.035, 0.02).mask(width, height)
        overlay = Image.new("L", (width, height))
        for row in range(-1, 7):
            for column in range(-1, 5):
                x = round((column + 0.5 * (row % 2)) * mask.width * 1.5)
                overlay.paste(mask, (x, round(row * height / 6)))
        return sheet.changed(_veiled(sheet, overlay, opacity), (0, 0, width, height))

    return step


def logo(share: float) -> Step:
    """Put a solid badge into a random corner; its side is a share of the shorter edge."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        side = max(12, round(min(width, height) * share))
        red, green, blue = (int(value) for value in chance.integers(20, 210, 3))
        badge = Image.new("RGB", (side * 2, side * 2), (red, green, blue))
        mark = centred(_MARKS[int(chance.integers(len(_MARKS)))], 0.5, 0.05)
        letters = _fitting(mark.mask(side * 2, side * 2), round(side * 1.6))
        badge.paste(
            (255, 255, 255), (side - letters.width // 2, side - letters.height // 2), letters
        )
        mask = Image.new("L", badge.size)
        shape = ImageDraw.Draw(mask)
        ends = (0, 0, side * 2 - 1, side * 2 - 1)
        (shape.ellipse if chance.integers(2) else shape.rectangle)(ends, fill=255)
        edge = round(side * 0.25)
        x = width - side - edge if chance.integers(2) else edge
        y = height - side - edge if chance.integers(2) else edge
        image = sheet.image()
        image.paste(badge.reduce(2), (x, y), mask.reduce(2))
        return sheet.changed(image, (x, y, x + side, y + side))

    return step


def corner_name(height_share: float) -> Step:
    """Write a photographer's name into a lower corner, white with a shadow."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        name = "(c) " + _AGENCIES[int(chance.integers(len(_AGENCIES)))].title()
        x = 0.03 if chance.integers(2) else 0.62
        return written(
            sheet, Lettering(name, height_share), (x, 0.97 - height_share), (250, 250, 250)
        )

    return step


def date_stamp(sheet: Sheet, chance: Chance) -> Sheet:
    """Burn in the date as cameras did, in orange."""
    day, month, year = chance.integers(1, 28), chance.integers(1, 12), chance.integers(84, 99)
    line = Lettering(f"'{year} {month:2d} {day:2d}", 0.045, weight=0.05)
    return written(sheet, line, (0.7, 0.9), (255, 140, 30))


def burnt_caption(sheet: Sheet, chance: Chance) -> Sheet:
    """Darken the foot and write a line on it."""
    width, height = sheet.size
    pixels = sheet.pixels.copy()
    top = round(height * 0.9)
    pixels[top:] = (pixels[top:] * 0.3).astype(np.uint8)
    sheet = sheet.changed(pixels, (0, top, width, height))
    agency = _AGENCIES[int(chance.integers(len(_AGENCIES)))]
    line = Lettering(f"{agency} / {int(chance.integers(1, 28))} SEPTEMBER 1966", 0.04)
    return written(sheet, line, (0.03, 0.93), (255, 255, 255))


def retouch(share: float) -> Step:
    """Clone a patch of the picture over another place; the share is of the area."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        stretch = between(chance, 0.75, 1.35)
        # The soft ellipse covers about .72 of its box.
        wide = min(round(math.sqrt(share / 0.72 * stretch) * width), width * 4 // 9)
        tall = min(round(math.sqrt(share / 0.72 / stretch) * height), height * 4 // 9)
        from_x, from_y, to_x, to_y = _two_places(sheet, (wide, tall), chance)
        source = sheet.pixels[from_y : from_y + tall, from_x : from_x + wide].astype(np.float32)
        target = sheet.pixels[to_y : to_y + tall, to_x : to_x + wide].astype(np.float32)
        soft = _soft_ellipse(wide, tall)
        pixels = sheet.pixels.copy()
        pixels[to_y : to_y + tall, to_x : to_x + wide] = target + soft * (source - target)
        return sheet.changed(pixels, (to_x, to_y, to_x + wide, to_y + tall))

    return step


def written(sheet: Sheet, line: Lettering, where: tuple[float, float], colour: Colour) -> Sheet:
    """Write a line at a place given in shares, with a thin shadow, never past the right edge."""
    width, height = sheet.size
    mask = line.mask(width, height)
    x = max(0, min(round(where[0] * width), width - mask.width))
    y = round(where[1] * height)
    image = sheet.image()
    dark = (20, 20, 20) if sum(colour) > 300 else (235, 235, 235)
    image.paste(dark, (x + 1, y + 1), mask.point([value // 3 for value in range(256)]))
    image.paste(colour, (x, y), mask)
    return sheet.changed(image, (x, y, x + mask.width, y + mask.height))


def _veiled(sheet: Sheet, mask: Image.Image, opacity: float) -> Image.Image:
    image = sheet.image()
    image.paste((255, 255, 255), (0, 0), mask.point([round(v * opacity) for v in range(256)]))
    return image


def _fitting(mask: Image.Image, widest_px: int) -> Image.Image:
    if mask.width <= widest_px:
        return mask
    size = (widest_px, max(1, mask.height * widest_px // mask.width))
    return mask.resize(size, Image.Resampling.BICUBIC)


def _soft_ellipse(wide: int, tall: int) -> np.ndarray:
    mask = Image.new("L", (wide, tall))
    ImageDraw.Draw(mask).ellipse((wide * 0.02, tall * 0.02, wide * 0.98, tall * 0.98), fill=255)
    soft = mask.filter(ImageFilter.GaussianBlur(3))
    return np.asarray(soft, np.float32)[:, :, None] / 255


def _two_places(sheet: Sheet, size: tuple[int, int], chance: Chance) -> tuple[int, int, int, int]:
    """Return where to take a patch from and where to put it: of a few tries the most different."""
    width, height = sheet.size
    wide, tall = size
    best, found = -1.0, (0, 0, width - wide, height - tall)
    for _ in range(24):
        from_x, to_x = (int(value) for value in chance.integers(0, width - wide + 1, 2))
        from_y, to_y = (int(value) for value in chance.integers(0, height - tall + 1, 2))
        if abs(from_x - to_x) < wide and abs(from_y - to_y) < tall:
            continue
        one = sheet.pixels[from_y : from_y + tall : 4, from_x : from_x + wide : 4].astype(
            np.float32
        )
        other = sheet.pixels[to_y : to_y + tall : 4, to_x : to_x + wide : 4].astype(np.float32)
        # What matters is that detail is covered, not only that the light differs.
        gap = float(np.abs((one - one.mean()) - (other - other.mean())).mean())
        if gap > best:
            best, found = gap, (from_x, from_y, to_x, to_y)
    return found
