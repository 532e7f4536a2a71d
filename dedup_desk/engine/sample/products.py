"""Product shots on white, lit from the upper left, with a soft shadow on the table."""

from __future__ import annotations

import math
from functools import partial

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Floats, Painting, Point, placed, rounded
from dedup_desk.engine.sample.terrain import clouds

TALL = ("bottle", "desk_lamp")

_SOLE = [
    (0.11, 0.74),
    (0.11, 0.68),
    (0.6, 0.72),
    (0.93, 0.72),
    (0.94, 0.78),
    (0.6, 0.8),
    (0.36, 0.75),
    (0.3, 0.78),
]
_UPPER = [
    (0.12, 0.74),
    (0.08, 0.52),
    (0.13, 0.37),
    (0.24, 0.43),
    (0.38, 0.37),
    (0.5, 0.52),
    (0.76, 0.56),
    (0.94, 0.62),
    (0.95, 0.77),
    (0.6, 0.765),
]
_TOE = [(0.72, 0.57), (0.84, 0.58), (0.95, 0.64), (0.94, 0.765), (0.72, 0.76), (0.66, 0.66)]
_HEEL = [(0.115, 0.46), (0.15, 0.4), (0.22, 0.45), (0.24, 0.74), (0.12, 0.735)]
"""A shoe from the side, toe to the right."""

_CIRCLE = [(math.cos(turn / 6.0), math.sin(turn / 6.0)) for turn in range(38)]

RED: Colour = (0.72, 0.1, 0.1)
BLUE: Colour = (0.1, 0.22, 0.62)


def bottle(painting: Painting) -> None:
    """An amber bottle with a label."""
    _studio(painting, (0.5, 0.93), 0.2)
    profile = [
        (0.0, 0.052),
        (0.035, 0.05),
        (0.06, 0.04),
        (0.25, 0.045),
        (0.38, 0.14),
        (0.45, 0.15),
        (0.98, 0.15),
        (1.0, 0.13),
    ]
    body = _turned(painting, (0.5, 0.07, 0.93), profile, (0.55, 0.26, 0.05))
    painting.light += (body * np.exp(-(((painting.x - 0.43) / 0.012) ** 2)))[
        :, :, None
    ] * np.float32(0.5)
    with painting.ink() as ink:
        ink.box((0.35, 0.5, 0.65, 0.8), (0.95, 0.93, 0.85))
        ink.box((0.35, 0.515, 0.65, 0.525), (0.7, 0.15, 0.1))
        ink.text(centred("PEAK", 0.06, 0.06), (0.5, 0.55), (0.15, 0.12, 0.1))
        ink.text(centred("GINGER BEER", 0.024, 0.03), (0.5, 0.64), (0.7, 0.15, 0.1))
        ink.text(centred("500 ml", 0.03), (0.5, 0.73), (0.15, 0.12, 0.1))
        ink.box((0.455, 0.055, 0.545, 0.1), (0.75, 0.6, 0.2))
    painting.shade(1.0 - 0.45 * body * np.clip(np.abs(painting.x - 0.47) / 0.16, 0, 1) ** 2)


def _handbag(painting: Painting, colour: Colour) -> None:
    _studio(painting, (0.5, 0.84), 0.34)
    dark: Colour = (colour[0] * 0.6, colour[1] * 0.6, colour[2] * 0.6)
    with painting.ink() as ink:
        ink.ring((0.5, 0.36), (0.17, 0.24), dark, 0.022)
        ink.polygon(
            [(0.2, 0.38), (0.8, 0.38), (0.86, 0.82), (0.83, 0.86), (0.17, 0.86), (0.14, 0.82)],
            colour,
        )
        ink.polygon([(0.19, 0.37), (0.81, 0.37), (0.77, 0.62), (0.5, 0.68), (0.23, 0.62)], dark)
        ink.polygon(
            [(0.2, 0.375), (0.8, 0.375), (0.765, 0.608), (0.5, 0.666), (0.235, 0.608)], colour
        )
        ink.box((0.465, 0.62, 0.535, 0.71), (0.8, 0.68, 0.3))
        ink.disc((0.5, 0.665), (0.014, 0.02), (0.4, 0.3, 0.1))
        for number in range(46):
            x = 0.18 + number * 0.014
            ink.line([(x, 0.845), (x + 0.008, 0.845)], (0.95, 0.85, 0.7), 0.002)
    leather = clouds(painting, (110, 90), 3, 0.8)
    bag = painting.soft([(0.2, 0.38), (0.8, 0.38), (0.86, 0.84), (0.14, 0.84)], 0.004)
    painting.shade(
        1.0 + bag * (0.16 * leather + 0.5 * (0.5 - painting.x) + 0.2 * (0.6 - painting.y))
    )
    painting.shine((0.33, 0.5), 0.07, (1, 1, 1), 0.22)


red_handbag = partial(_handbag, colour=RED)
blue_handbag = partial(_handbag, colour=BLUE)


def teapot(painting: Painting) -> None:
    """A white and blue teapot."""
    _studio(painting, (0.52, 0.8), 0.3)
    with painting.ink() as ink:
        ink.ring((0.3, 0.52), (0.11, 0.15), (0.8, 0.84, 0.88), 0.035)
        ink.polygon(
            [(0.68, 0.66), (0.88, 0.38), (0.96, 0.34), (0.92, 0.32), (0.84, 0.36), (0.66, 0.5)],
            (0.82, 0.86, 0.9),
        )
    profile = [
        (0.0, 0.02),
        (0.05, 0.03),
        (0.1, 0.018),
        (0.14, 0.08),
        (0.22, 0.13),
        (0.26, 0.13),
        (0.5, 0.21),
        (0.72, 0.22),
        (0.93, 0.14),
        (0.94, 0.15),
        (1.0, 0.15),
    ]
    body = _turned(painting, (0.52, 0.2, 0.8), profile, (0.9, 0.93, 0.96))
    swirl = np.sin(painting.x * 34 + 1.6 * np.sin(painting.y * 40)) * np.sin(painting.y * 52)
    band = body * np.clip(1 - np.abs(painting.y - 0.58) * 9, 0, 1)
    painting.lay(np.clip(swirl * 6, 0, 1) * band * 0.85, (0.1, 0.22, 0.6))
    for y in (0.46, 0.7):
        painting.lay(body * np.clip(1 - np.abs(painting.y - y) * 160, 0, 1), (0.1, 0.22, 0.6))


def chair(painting: Painting) -> None:
    """A bentwood chair."""
    _studio(painting, (0.52, 0.9), 0.26)
    wood, shade = (0.5, 0.28, 0.12), (0.32, 0.17, 0.08)
    with painting.ink() as ink:
        for start, end in (((0.4, 0.56), (0.36, 0.86)), ((0.66, 0.55), (0.7, 0.83))):
            ink.line([start, end], shade, 0.02)
        ink.ring((0.55, 0.28), (0.13, 0.22), wood, 0.022)
        ink.ring((0.55, 0.31), (0.07, 0.14), shade, 0.016)
        ink.line([(0.43, 0.36), (0.4, 0.56)], wood, 0.022)
        ink.line([(0.67, 0.36), (0.68, 0.56)], wood, 0.022)
        ink.disc((0.53, 0.585), (0.17, 0.065), shade)
        ink.disc((0.53, 0.57), (0.17, 0.06), wood)
        for number in range(15):
            ink.line(
                [
                    (0.4 + number * 0.018, 0.53 + 0.002 * abs(7 - number)),
                    (0.4 + number * 0.018, 0.61 - 0.002 * abs(7 - number)),
                ],
                (0.86, 0.72, 0.48),
                0.007,
            )
        for start, end in (((0.42, 0.62), (0.37, 0.93)), ((0.64, 0.62), (0.68, 0.92))):
            ink.line([start, end], wood, 0.024)
        ink.ring((0.525, 0.76), (0.13, 0.04), shade, 0.012)
    grain = clouds(painting, (90, 12), 3, 0.7)
    is_wood = painting.light[:, :, 0] > 1.3 * painting.light[:, :, 2]
    painting.shade(1.0 + 0.16 * grain * is_wood)


def wristwatch(painting: Painting) -> None:
    """A watch seen from the front."""
    _studio(painting, (0.5, 0.9), 0.18)
    tall = painting.width_px / painting.height_px
    with painting.ink() as ink:
        for top, foot in ((-0.02, 0.34), (0.66, 1.02)):
            ink.box((0.4, top, 0.6, foot), (0.26, 0.14, 0.07))
            for x in (0.412, 0.588):
                ink.line([(x, top), (x, foot)], (0.7, 0.55, 0.35), 0.003)
        ink.disc((0.5, 0.5), (0.2, 0.2 * tall), (0.55, 0.56, 0.58))
        ink.disc((0.5, 0.5), (0.185, 0.185 * tall), (0.85, 0.86, 0.88))
        ink.disc((0.5, 0.5), (0.172, 0.172 * tall), (0.08, 0.1, 0.16))
        for minute in range(60):
            angle = math.pi * minute / 30
            inner = 0.13 if minute % 5 == 0 else 0.152
            ends = [
                (0.5 + radius * math.sin(angle), 0.5 - radius * tall * math.cos(angle))
                for radius in (inner, 0.163)
            ]
            ink.line(ends, (0.95, 0.95, 0.9), 0.007 if minute % 5 == 0 else 0.002)
        for angle, length, thick in ((5.28, 0.09, 0.012), (1.05, 0.14, 0.008), (3.4, 0.15, 0.003)):
            ink.line(
                [
                    (0.5, 0.5),
                    (0.5 + length * math.sin(angle), 0.5 - length * tall * math.cos(angle)),
                ],
                (0.97, 0.93, 0.8),
                thick,
            )
        ink.box((0.7, 0.47, 0.73, 0.53), (0.6, 0.61, 0.63))
        ink.text(centred("LION ROCK", 0.026, 0.03), (0.5, 0.38), (0.9, 0.85, 0.7))
    painting.shine((0.42, 0.38), 0.08, (1, 1, 1), 0.25)


def desk_lamp(painting: Painting) -> None:
    """A jointed lamp, switched on."""
    _studio(painting, (0.42, 0.93), 0.2)
    with painting.ink() as ink:
        ink.disc((0.4, 0.92), (0.18, 0.025), (0.1, 0.1, 0.11))
        ink.line([(0.4, 0.91), (0.22, 0.55)], (0.25, 0.26, 0.28), 0.022)
        ink.line([(0.22, 0.55), (0.55, 0.24)], (0.25, 0.26, 0.28), 0.022)
        ink.disc((0.22, 0.55), (0.025, 0.019), (0.75, 0.6, 0.2))
        ink.disc((0.55, 0.24), (0.025, 0.019), (0.75, 0.6, 0.2))
        ink.polygon([(0.5, 0.19), (0.6, 0.13), (0.88, 0.3), (0.66, 0.43)], (0.13, 0.42, 0.34))
        ink.polygon([(0.88, 0.3), (0.66, 0.43), (0.76, 0.39)], (1, 0.95, 0.7))
    painting.lay(
        0.3 * painting.soft([(0.67, 0.43), (0.88, 0.3), (1.1, 0.9), (0.62, 0.95)], 0.02),
        (1.0, 0.9, 0.55),
    )
    painting.shine((0.77, 0.37), 0.1, (1, 0.85, 0.5), 0.3)


def leather_shoe(painting: Painting) -> None:
    """A brown shoe from the side."""
    _studio(painting, (0.5, 0.8), 0.38)
    dark: Colour = (0.4, 0.18, 0.08)
    with painting.ink() as ink:
        ink.polygon(rounded(_SOLE, 2), (0.14, 0.09, 0.06))
        ink.box((0.14, 0.7, 0.32, 0.8), (0.14, 0.09, 0.06))
        ink.polygon(rounded([(0.15, 0.42), (0.37, 0.41), (0.34, 0.35), (0.17, 0.36)], 2), dark)
        ink.polygon(rounded(_UPPER), (0.5, 0.25, 0.11))
        ink.polygon(rounded(_TOE, 2), dark)
        ink.polygon(rounded(_HEEL, 2), dark)
        for number in range(5):
            x, y = 0.37 + 0.04 * number, 0.46 + 0.034 * number
            ink.line([(x, y), (x - 0.045, y + 0.07)], (0.9, 0.85, 0.75), 0.009)
        for share in np.linspace(0.25, 0.85, 40).tolist():
            ink.line([(share, 0.735), (share + 0.008, 0.735)], (0.85, 0.7, 0.5), 0.002)
    leather = 0.1 * clouds(painting, (120, 100), 3, 0.8)
    side = painting.soft(rounded(_UPPER), 0.003)
    painting.shade(1.0 + side * (leather + 0.9 * (0.6 - painting.y)))
    painting.shine((0.8, 0.63), 0.04, (1, 0.9, 0.8), 0.25)


def camera(painting: Painting) -> None:
    """A folding-age camera with one great lens."""
    _studio(painting, (0.5, 0.86), 0.36)
    tall = painting.width_px / painting.height_px
    with painting.ink() as ink:
        ink.box((0.14, 0.34, 0.86, 0.84), (0.1, 0.1, 0.11))
        ink.box((0.14, 0.34, 0.86, 0.46), (0.72, 0.72, 0.74))
        ink.polygon([(0.36, 0.34), (0.4, 0.2), (0.62, 0.2), (0.66, 0.34)], (0.66, 0.66, 0.68))
        ink.box((0.45, 0.23, 0.57, 0.31), (0.12, 0.14, 0.2))
        for x in (0.22, 0.78):
            ink.box((x - 0.05, 0.27, x + 0.05, 0.34), (0.5, 0.5, 0.52))
        for radius, colour in (
            (0.19, (0.62, 0.62, 0.64)),
            (0.17, (0.06, 0.06, 0.07)),
            (0.13, (0.2, 0.2, 0.22)),
            (0.115, (0.05, 0.06, 0.12)),
            (0.07, (0.16, 0.12, 0.3)),
        ):
            ink.disc((0.51, 0.63), (radius, radius * tall), colour)
        ink.text(Lettering("PEARL 35", 0.045, weight=0.05), (0.19, 0.38), (0.15, 0.15, 0.15))
        ink.text(centred("1 : 2.8   f = 45 mm", 0.02), (0.51, 0.445), (0.9, 0.9, 0.9))
    painting.shine((0.46, 0.56), 0.035, (0.7, 0.8, 1.0), 0.8)
    grip = painting.soft([(0.15, 0.47), (0.31, 0.47), (0.31, 0.83), (0.15, 0.83)], 0.002)
    painting.light += (grip * 0.08 * clouds(painting, (150, 120), 2, 0.8))[:, :, None]


def _studio(painting: Painting, foot: Point, wide: float) -> None:
    painting.gradient([(0, (0.97, 0.97, 0.975)), (0.75, (1, 1, 1)), (1, (0.95, 0.95, 0.955))])
    x, y = foot
    for reach, deep, blur, strength in ((1.35, 0.05, 0.045, 0.35), (1.0, 0.022, 0.014, 0.45)):
        middle = (x + 0.2 * wide * (reach - 1), y + 0.006)
        around = placed(_CIRCLE, middle, (wide * reach, deep))
        painting.cast_shadow(around, blur, strength)


def _turned(
    painting: Painting,
    place: tuple[float, float, float],
    profile: list[tuple[float, float]],
    colour: Colour,
) -> Floats:
    """Draw a turned body (bottle, pot) lit as a cylinder and return its mask (H, W)."""
    middle, top, foot = place
    down = (painting.y - top) / (foot - top)
    wide = np.interp(down[:, 0], [at for at, _ in profile], [radius for _, radius in profile])
    soft = max(3, round(0.02 * painting.height_px))
    padded = np.pad(wide, soft, mode="edge")
    wide = np.convolve(padded, np.ones(soft) / soft, "same")[soft:-soft, None]
    inside = (down >= 0) & (down <= 1)
    offset = (painting.x - middle) / np.maximum(wide, 1e-4)
    edge = np.clip((1 - np.abs(offset)) * wide * painting.width_px, 0, 1)
    mask: Floats = (edge * inside).astype(np.float32)
    round_light = 0.42 + 0.62 * np.sqrt(np.clip(1 - (offset * 0.92 + 0.28) ** 2, 0, 1))
    painting.lay(mask, round_light[:, :, None].astype(np.float32) * np.asarray(colour, np.float32))
    return mask
