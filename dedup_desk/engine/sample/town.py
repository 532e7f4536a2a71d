"""Towns: harbour, towers, streets, stairs."""

from __future__ import annotations

import math

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Ink, Painting, Point
from dedup_desk.engine.sample.terrain import (
    Hills,
    clouds,
    fill_sky,
    flood,
    hang_clouds,
    raise_hills,
)


def harbour_junk(painting: Painting) -> None:
    """A junk under sail before the harbour front and the peak."""
    fill_sky(painting, ((0.5, 0.68, 0.85), (0.95, 0.86, 0.74)), 0.55)
    hang_clouds(painting, (1, 0.97, 0.93), 0.3)
    peak = -0.16 * np.exp(-(((painting.x - 0.62) / 0.3) ** 2))
    raise_hills(
        painting, Hills(0.5, 0.03, (0.25, 0.36, 0.36), (0.5, 0.58, 0.48), 7, 0.55, 0.2), peak
    )
    with painting.ink() as ink:
        x = 0.0
        while x < 1.0:
            wide, tall = painting.chance.uniform(0.02, 0.05), painting.chance.uniform(0.04, 0.14)
            _block(ink, painting.chance, (x, 0.6 - tall, x + wide, 0.61))
            x += float(wide) + 0.002
    with painting.ink() as ink:
        _junk(ink, (0.32, 0.66), 0.34)
        _junk(ink, (0.86, 0.63), 0.13)
    flood(painting, 0.68, (0.16, 0.34, 0.36), 0.03)


def tower_block(painting: Painting) -> None:
    """A facade of flats at night, some windows lit."""
    painting.gradient([(0, (0.04, 0.05, 0.1)), (1, (0.12, 0.11, 0.14))])
    columns, rows = 16, 15
    with painting.ink() as ink:
        for row in range(rows):
            for column in range(columns):
                _flat(ink, painting.chance, (column / columns, row / rows, 1 / columns, 1 / rows))
    painting.light += 0.02 * clouds(painting, (60, 60), 3, 0.7)[:, :, None]
    painting.shine((0.25, 0.8), 0.3, (1.0, 0.6, 0.2), 0.12)
    painting.shine((0.85, 0.2), 0.3, (0.2, 0.4, 1.0), 0.12)


def neon_street(painting: Painting) -> None:
    """A street at night in one-point perspective, signs on both sides, wet ground."""
    painting.gradient([(0, (0.03, 0.03, 0.1)), (0.55, (0.2, 0.1, 0.2)), (1, (0.04, 0.04, 0.07))])
    painting.shine((0.45, 0.52), 0.16, (1.0, 0.75, 0.55), 0.8)
    with painting.ink() as ink:
        for side in (-1, 1):
            for number in range(7):
                _house_front(ink, painting.chance, side, (1.25**-number, 1.25 ** -(number + 1)))
        ink.polygon([(0.45, 0.54), (0.45, 0.54), (1.2, 1.05), (-0.3, 1.05)], (0.06, 0.06, 0.09))
    signs = [
        (0.04, 0.1, 0.07, 0.42, "天"),
        (0.2, 0.22, 0.05, 0.25, "茶"),
        (0.72, 0.06, 0.09, 0.5, "大"),
        (0.62, 0.28, 0.05, 0.2, "月"),
        (0.32, 0.34, 0.03, 0.12, "日"),
    ]
    for left, top, wide, tall, sign in signs:
        _neon(painting, (left, top, wide, tall), sign)
    flood(painting, 0.74, (0.03, 0.03, 0.06), 0.06)


def tram(painting: Painting) -> None:
    """A double-decked tram passes shop fronts."""
    painting.gradient([(0, (0.8, 0.78, 0.72)), (0.75, (0.7, 0.64, 0.56)), (1, (0.4, 0.4, 0.42))])
    with painting.ink() as ink:
        for number in range(6):
            _shop(ink, painting.chance, number / 6)
        ink.box((0, 0.8, 1, 1), (0.42, 0.41, 0.42))
        for y in (0.88, 0.95):
            ink.line([(0, y), (1, y)], (0.7, 0.7, 0.72), 0.004)
        _tram_body(ink)
    painting.cast_shadow([(0.14, 0.9), (0.82, 0.9), (0.78, 0.96), (0.1, 0.96)], 0.01, 0.6)
    painting.light += 0.035 * clouds(painting, (40, 40), 5, 0.75)[:, :, None]


def spiral_stairs(painting: Painting) -> None:
    """A spiral staircase seen from above."""
    ratio = painting.height_px / painting.width_px
    across, down = painting.x - 0.55, (painting.y - 0.46) * ratio
    away, angle = np.hypot(across, down), np.arctan2(down, across)
    turn = angle / (2 * math.pi) + np.log(away + 0.02) * 0.72
    tread = (turn * 26) % 1.0
    wall = (turn % 1.0 + np.log(away + 0.02) * 0.8) % 0.5
    light = 0.25 + 0.5 * tread + 0.25 * np.sin(angle + 0.6)
    painting.light[:] = light[:, :, None] * np.asarray((0.9, 0.82, 0.7), np.float32)
    painting.lay(np.clip(1 - np.abs(wall - 0.25) * 22, 0, 1), (0.3, 0.16, 0.08))
    painting.lay(np.clip(1 - away * 11, 0, 1), (0.95, 0.93, 0.85))
    painting.shade(0.5 + np.clip(away * 1.1, 0, 0.6))
    painting.light += 0.04 * clouds(painting, (50, 50), 4, 0.7)[:, :, None]


def roof_laundry(painting: Painting) -> None:
    """Roofs in rows, washing on lines."""
    fill_sky(painting, ((0.55, 0.72, 0.9), (0.9, 0.92, 0.9)), 0.3)
    hang_clouds(painting, (1, 1, 1), 0.25)
    cloth: tuple[Colour, ...] = (
        (0.95, 0.95, 0.92),
        (0.8, 0.2, 0.18),
        (0.15, 0.35, 0.65),
        (0.95, 0.78, 0.25),
        (0.3, 0.55, 0.4),
    )
    with painting.ink() as ink:
        for row in range(6):
            y = 0.2 + 0.14 * row
            for number in range(5):
                x = number * 0.24 - 0.12 * (row % 2) + float(painting.chance.uniform(-0.03, 0.03))
                _roof(ink, (x, y), 0.06 + 0.014 * row, float(painting.chance.uniform(0.7, 1.1)))
        for y, sag in ((0.42, 0.05), (0.72, 0.07)):
            _washing(ink, painting.chance, (y, sag), cloth)
    painting.light += 0.04 * clouds(painting, (50, 60), 4, 0.75)[:, :, None]


def _block(
    ink: Ink, chance: np.random.Generator, corners: tuple[float, float, float, float]
) -> None:
    left, top, right, bottom = (float(value) for value in corners)
    tone = float(chance.uniform(0.6, 0.92))
    ink.box((left, top, right, bottom), (tone, tone * 0.97, tone * 0.9))
    for y in np.arange(top + 0.008, bottom - 0.01, 0.014):
        for x in np.arange(left + 0.004, right - 0.006, 0.008):
            ink.box((float(x), float(y), float(x) + 0.004, float(y) + 0.007), (0.28, 0.32, 0.36))


def _junk(ink: Ink, keel: Point, tall: float) -> None:
    x, y = keel
    hull = [(-0.42, -0.16), (-0.3, 0.04), (0.3, 0.06), (0.46, -0.2), (0.3, -0.08), (-0.3, -0.07)]
    ink.polygon([(x + dx * tall, y + dy * tall) for dx, dy in hull], (0.25, 0.13, 0.08))
    sails = (
        ((-0.28, 0.62, 0.2), (0.62, 0.26, 0.14)),
        ((0.04, 1.0, 0.3), (0.72, 0.3, 0.15)),
        ((0.34, 0.6, 0.18), (0.6, 0.24, 0.13)),
    )
    for (at, high, wide), colour in sails:
        foot, top = y - 0.14 * tall, y - high * tall
        mast = x + at * tall
        fan = [
            (mast - wide * 0.3 * tall, foot),
            (mast + wide * tall * 0.75, foot - 0.05 * tall),
            (mast + wide * tall * 0.5, top + 0.08 * tall),
            (mast, top),
        ]
        ink.polygon(fan, colour)
        for rib in range(1, 6):
            share = rib / 6
            left = (fan[0][0] + (fan[3][0] - fan[0][0]) * share, foot + (top - foot) * share)
            right = (
                fan[1][0] + (fan[2][0] - fan[1][0]) * share,
                fan[1][1] + (fan[2][1] - fan[1][1]) * share,
            )
            ink.line([left, right], (0.3, 0.12, 0.08), 0.003)


def _flat(ink: Ink, chance: np.random.Generator, place: tuple[float, float, float, float]) -> None:
    left, top, wide, tall = place
    glow = float(chance.uniform())
    warm: Colour = (0.95, 0.75 + 0.2 * glow, 0.4 + 0.3 * glow)
    pane: Colour = warm if glow > 0.55 else (0.06, 0.08, 0.12)
    ink.box((left + wide * 0.12, top + tall * 0.15, left + wide * 0.88, top + tall * 0.7), pane)
    if glow > 0.55:
        curtain = float(chance.uniform(0.15, 0.5))
        ink.veil(
            (left + wide * 0.12, top + tall * 0.15, left + wide * curtain, top + tall * 0.7),
            (0.5, 0.15 + glow / 3, 0.15),
            0.7,
        )
    ink.line(
        [(left + wide / 2, top + tall * 0.15), (left + wide / 2, top + tall * 0.7)],
        (0.2, 0.2, 0.22),
        0.003,
    )
    ink.box(
        (left + wide * 0.05, top + tall * 0.74, left + wide * 0.95, top + tall * 0.92),
        (0.25 + 0.1 * glow, 0.26, 0.3),
    )
    if chance.uniform() > 0.6:
        ink.box(
            (left + wide * 0.6, top + tall * 0.6, left + wide * 0.86, top + tall * 0.74),
            (0.5, 0.5, 0.5),
        )


def _house_front(
    ink: Ink, chance: np.random.Generator, side: int, depths: tuple[float, float]
) -> None:
    near, far = depths
    edge = [0.45 + side * 0.6 * depth for depth in depths]
    top = [0.52 - 0.75 * depth for depth in depths]
    foot = [0.54 + 0.32 * depth for depth in depths]
    tone = float(chance.uniform(0.08, 0.22))
    ink.polygon(
        [(edge[0], top[0]), (edge[1], top[1]), (edge[1], foot[1]), (edge[0], foot[0])],
        (tone, tone * 0.85, tone * 0.95),
    )
    for floor in range(1, 7):
        share = floor / 7
        ys = [top[at] + (foot[at] - top[at]) * share for at in (0, 1)]
        lit = float(chance.uniform()) > 0.5
        colour: Colour = (0.9, 0.7, 0.35) if lit else (0.04, 0.05, 0.08)
        xs = [edge[0] + (edge[1] - edge[0]) * part for part in (0.2, 0.8)]
        ink.polygon(
            [
                (xs[0], ys[0]),
                (xs[1], ys[1]),
                (xs[1], ys[1] + 0.05 * far),
                (xs[0], ys[0] + 0.05 * near),
            ],
            colour,
        )


def _neon(painting: Painting, place: tuple[float, float, float, float], sign: str) -> None:
    left, top, wide, tall = place
    hue = float(painting.chance.uniform())
    colour: Colour = (1.0, 0.2 + 0.3 * hue, 0.3) if hue > 0.5 else (0.2, 0.85, 1.0 - hue)
    painting.shine((left + wide / 2, top + tall / 2), wide * 1.6, colour, 0.5)
    with painting.ink() as ink:
        ink.box((left, top, left + wide, top + tall), (0.08, 0.03, 0.06))
        ink.ring((left + wide / 2, top + tall / 2), (wide * 0.56, tall * 0.56), colour, 0.003)
        size = wide * 0.8 * painting.width_px / painting.height_px
        count = max(1, int(tall / (size * 1.15)))
        for number in range(count):
            at = top + tall * (number + 0.5) / count - size / 2
            ink.text(Lettering(sign, size, anchor=0.5), (left + wide / 2, at), colour)


def _shop(ink: Ink, chance: np.random.Generator, left: float) -> None:
    colours: tuple[Colour, ...] = (
        (0.75, 0.25, 0.2),
        (0.2, 0.4, 0.35),
        (0.85, 0.65, 0.25),
        (0.3, 0.35, 0.55),
    )
    colour = colours[int(chance.integers(len(colours)))]
    tone = float(chance.uniform(0.5, 0.85))
    ink.box((left, 0, left + 0.164, 0.8), (tone, tone * 0.92, tone * 0.8))
    for y in (0.04, 0.2):
        for x in (0.02, 0.065, 0.11):
            ink.box((left + x, y, left + x + 0.03, y + 0.11), (0.25, 0.33, 0.36))
            ink.line([(left + x, y + 0.055), (left + x + 0.03, y + 0.055)], (0.9, 0.9, 0.85), 0.002)
    ink.box((left + 0.005, 0.36, left + 0.16, 0.44), colour)
    word = ("TEA", "SILK", "CAMERA", "RICE", "BOOKS", "SHOES")[int(chance.integers(6))]
    ink.text(centred(word, 0.04, 0.06), (left + 0.082, 0.38), (1, 0.95, 0.8))
    ink.box((left + 0.012, 0.47, left + 0.152, 0.8), (0.15, 0.15, 0.17))


def _tram_body(ink: Ink) -> None:
    green, cream = (0.05, 0.36, 0.24), (0.93, 0.9, 0.75)
    ink.polygon([(0.16, 0.27), (0.8, 0.27), (0.82, 0.9), (0.14, 0.9)], green)
    ink.box((0.15, 0.56, 0.81, 0.64), cream)
    ink.box((0.155, 0.24, 0.805, 0.29), (0.8, 0.8, 0.76))
    for number in range(8):
        x = 0.18 + number * 0.077
        for top, tall in ((0.34, 0.18), (0.67, 0.12)):
            ink.box((x, top, x + 0.062, top + tall), (0.72, 0.82, 0.86))
            if (number * 7 + round(top * 10)) % 3:
                ink.disc((x + 0.03, top + tall * 0.6), (0.014, 0.03), (0.2, 0.15, 0.13))
                ink.box((x + 0.012, top + tall * 0.75, x + 0.048, top + tall), (0.3, 0.25, 0.35))
    ink.text(centred("HAPPY VALLEY  88", 0.05, 0.04), (0.48, 0.575), green)
    for x in (0.28, 0.36, 0.6, 0.68):
        ink.disc((x, 0.9), (0.03, 0.04), (0.12, 0.12, 0.13))


def _roof(ink: Ink, ridge_at: Point, wide: float, tone: float) -> None:
    x, y = ridge_at
    ink.box((x, y + 0.09, x + wide * 2.6, y + 0.3), (0.86 * tone, 0.82 * tone, 0.74 * tone))
    ink.polygon(
        [(x - 0.02, y + 0.1), (x + wide * 0.5, y), (x + wide * 2.2, y), (x + wide * 2.7, y + 0.1)],
        (0.62 * tone, 0.3 * tone, 0.2 * tone),
    )
    for number in range(14):
        share = number / 13
        ink.line(
            [
                (x + wide * (0.5 + 1.7 * share), y),
                (x - 0.02 + (wide * 2.7 + 0.02) * share, y + 0.1),
            ],
            (0.4 * tone, 0.18 * tone, 0.13 * tone),
            0.002,
        )
    for part in (0.4, 1.2, 2.0):
        ink.box((x + wide * part, y + 0.14, x + wide * (part + 0.3), y + 0.2), (0.2, 0.22, 0.26))


def _washing(
    ink: Ink, chance: np.random.Generator, line: tuple[float, float], cloth: tuple[Colour, ...]
) -> None:
    y, sag = line
    curve = [(share, y + sag * 4 * share * (1 - share)) for share in np.linspace(0, 1, 40).tolist()]
    ink.line(curve, (0.15, 0.15, 0.15), 0.002)
    for number in range(11):
        at = 0.04 + number * 0.087 + float(chance.uniform(0, 0.02))
        top = y + sag * 4 * at * (1 - at)
        wide, tall = float(chance.uniform(0.03, 0.065)), float(chance.uniform(0.07, 0.15))
        colour = cloth[int(chance.integers(len(cloth)))]
        ink.polygon(
            [
                (at, top),
                (at + wide, top),
                (at + wide * 1.08, top + tall),
                (at - wide * 0.05, top + tall * 0.95),
            ],
            colour,
        )
