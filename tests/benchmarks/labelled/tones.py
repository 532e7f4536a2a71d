"""Steps that change all tones alike, and what scanning and printing do to them."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

from tests.benchmarks.labelled.canvas import Chance, Pixels, Sheet, Step

_LUMA = np.asarray((0.299, 0.587, 0.114), np.float32)


def curve(gains: tuple[float, float, float], gamma: float, lift: float = 0.0) -> Step:
    """Change tones: out = lift + (1 - lift) * gain * in^gamma, per channel."""
    ramp = (np.arange(256) / 255.0) ** gamma
    tables = [
        np.clip((lift + (1 - lift) * gain * ramp) * 255.0 + 0.5, 0, 255).astype(np.uint8)
        for gain in gains
    ]

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        planes = [tables[at][sheet.pixels[:, :, at]] for at in range(3)]
        return sheet.with_pixels(np.stack(planes, axis=2))

    return step


def levels(sheet: Sheet, _chance: Chance) -> Sheet:
    """Stretch the tones to the full range, one per cent clipped at both ends."""
    low, high = np.percentile(sheet.pixels, (1, 99))
    ramp = (np.arange(256) - low) / max(high - low, 30.0)
    return sheet.with_pixels((np.clip(ramp, 0, 1) * 255 + 0.5).astype(np.uint8)[sheet.pixels])


def contrast(sheet: Sheet, _chance: Chance) -> Sheet:
    """Bend the tones into an S."""
    ramp = np.arange(256) / 255.0
    table = (255 * ramp**2 * (3 - 2 * ramp) + 0.5).astype(np.uint8)
    return sheet.with_pixels(table[sheet.pixels])


def grey_of(pixels: Pixels) -> Pixels:
    """Return (H, W, 3) in black and white."""
    grey = (pixels @ _LUMA + 0.5).astype(np.uint8)
    return np.repeat(grey[:, :, None], 3, axis=2)


def grey(sheet: Sheet, _chance: Chance) -> Sheet:
    """Take the colour away."""
    return sheet.with_pixels(grey_of(sheet.pixels))


def tinted(tint: tuple[float, float, float]) -> Step:
    """Tone a black-and-white version, as sepia does."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        base = grey_of(sheet.pixels).astype(np.float32) * np.asarray(tint, np.float32)
        return sheet.with_pixels(np.clip(base, 0, 255).astype(np.uint8))

    return step


def saturated(factor: float) -> Step:
    """Change how strong the colours are."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        base = grey_of(sheet.pixels).astype(np.float32)
        mixed = base + np.float32(factor) * (sheet.pixels - base)
        return sheet.with_pixels(np.clip(mixed + 0.5, 0, 255).astype(np.uint8))

    return step


def negative(sheet: Sheet, _chance: Chance) -> Sheet:
    """Invert every tone."""
    return sheet.with_pixels(255 - sheet.pixels)


def film_base(sheet: Sheet, _chance: Chance) -> Sheet:
    """Invert as colour negative film does: flat, under an orange mask."""
    base = np.asarray((0.95, 0.62, 0.38), np.float32) * 255
    dense = np.asarray((0.62, 0.5, 0.33), np.float32)
    return sheet.with_pixels(np.clip(base - sheet.pixels * dense, 0, 255).astype(np.uint8))


def blur(radius_px: float) -> Step:
    """Soften."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        return sheet.with_pixels(sheet.image().filter(ImageFilter.GaussianBlur(radius_px)))

    return step


def sharpen(sheet: Sheet, _chance: Chance) -> Sheet:
    """Sharpen as thumbnail makers do."""
    return sheet.with_pixels(sheet.image().filter(ImageFilter.UnsharpMask(1.2, 90, 2)))


def grain(strength: float) -> Step:
    """Add noise, the same in all colours, in levels of 255."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        noise = chance.standard_normal(sheet.pixels.shape[:2], np.float32) * np.float32(strength)
        return sheet.with_pixels(np.clip(sheet.pixels + noise[:, :, None], 0, 255).astype(np.uint8))

    return step


def uneven_light(strength: float) -> Step:
    """Light the picture from one side, as a photographed print is."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        height, width = sheet.pixels.shape[:2]
        angle = float(chance.uniform(0, 2 * np.pi))
        across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * np.float32(np.cos(angle))
        down = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * np.float32(np.sin(angle))
        light = 1.0 - np.float32(strength) * (0.5 + 0.5 * (across + down))
        return sheet.with_pixels((sheet.pixels * light[:, :, None]).clip(0, 255).astype(np.uint8))

    return step


def dust(specks: int, scratches: int) -> Step:
    """Put specks, hairs and scratches of a film on the picture."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        return sheet.with_pixels(dusty(sheet.pixels, chance, specks, scratches))

    return step


def dusty(pixels: Pixels, chance: Chance, specks: int, scratches: int) -> Pixels:
    """Return the picture with specks and vertical scratches, light and dark."""
    height, width = pixels.shape[:2]
    layer = np.zeros((height, width), np.float32)
    for _ in range(specks):
        x, y = int(chance.integers(width)), int(chance.integers(height))
        wide, tall = (int(value) for value in chance.integers(1, 4, 2))
        layer[y : y + tall, x : x + wide] = chance.choice((-0.8, 0.9))
    for _ in range(scratches):
        x, top = int(chance.integers(width - 3)), int(chance.integers(height // 2))
        drift = np.cumsum(chance.normal(0, 0.15, height - top))
        rows = np.arange(top, height)
        columns = np.clip(x + drift.astype(int), 0, width - 1)
        layer[rows, columns] = float(chance.uniform(0.25, 0.6))
    levels = Image.fromarray((128 + 127 * layer).astype(np.uint8))
    blurred = np.asarray(levels.filter(ImageFilter.GaussianBlur(0.6)), np.float32)
    soft = ((blurred - 128) / 127)[:, :, None]
    aim = np.where(soft > 0, 255.0, 0.0)
    return (pixels + np.abs(soft) * (aim - pixels)).clip(0, 255).astype(np.uint8)


def dots(pitch_px: float) -> Step:
    """Print the picture in a screen of dots at 45 degrees, one colour, and photograph it."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        height, width = sheet.pixels.shape[:2]
        tone = grey_of(sheet.pixels)[:, :, 0].astype(np.float32) / 255
        x, y = np.arange(width, dtype=np.float32)[None, :], np.arange(height, dtype=np.float32)
        first = np.float32(np.pi / pitch_px * np.sqrt(2)) * (x + y[:, None])
        second = np.float32(np.pi / pitch_px * np.sqrt(2)) * (x - y[:, None])
        cell = 0.5 + 0.25 * (np.cos(first) + np.cos(second))
        printed = np.clip((tone - cell) * 6 + 0.5, 0, 1) * 205 + 30
        image = Image.fromarray(printed.astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.1))
        return sheet.with_pixels(image.convert("RGB"))

    return step
