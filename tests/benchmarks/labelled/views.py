"""Views by chance: land, water and towns, each from a design of its own."""

from __future__ import annotations

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Ink, Painting
from dedup_desk.engine.sample.people import Wears, figure
from dedup_desk.engine.sample.terrain import (
    Hills,
    clouds,
    fill_sky,
    flood,
    hang_clouds,
    raise_hills,
    sprinkle_stars,
)
from tests.benchmarks.labelled.canvas import Chance, between
from tests.benchmarks.labelled.words import word

_SKIES: tuple[tuple[Colour, Colour, Colour], ...] = (
    ((0.25, 0.48, 0.85), (0.85, 0.92, 0.98), (1.0, 1.0, 1.0)),
    ((0.35, 0.2, 0.4), (0.98, 0.6, 0.3), (0.8, 0.4, 0.35)),
    ((0.55, 0.6, 0.66), (0.82, 0.83, 0.84), (0.9, 0.9, 0.92)),
    ((0.02, 0.04, 0.12), (0.12, 0.16, 0.3), (0.25, 0.28, 0.4)),
    ((0.5, 0.7, 0.85), (1.0, 0.86, 0.7), (1.0, 0.9, 0.82)),
    ((0.72, 0.66, 0.52), (0.95, 0.9, 0.78), (0.98, 0.95, 0.88)),
)


def landscape(painting: Painting, design: Chance) -> None:
    """Sky, ranges of hills, perhaps water, and what stands on the land."""
    tops = _SKIES[int(design.integers(len(_SKIES)))]
    horizon = between(design, 0.3, 0.62)
    fill_sky(painting, tops[:2], horizon)
    if tops[0][2] < 0.2:
        sprinkle_stars(painting, 500, horizon)
    hang_clouds(painting, tops[2], between(design, 0.1, 0.6), int(design.integers(2, 5)))
    if design.integers(2):
        sun = (between(design, 0.1, 0.9), between(design, 0.1, horizon))
        painting.shine(sun, between(design, 0.03, 0.1), (1, 0.95, 0.8), 0.8)
    ranges = int(design.integers(2, 5))
    for number in range(ranges):
        _range(painting, design, horizon + 0.12 * number, number / ranges)
    if design.integers(2):
        water = (0.1, between(design, 0.2, 0.35), between(design, 0.25, 0.4))
        flood(painting, between(design, 0.62, 0.82), water, between(design, 0.01, 0.06))
    with painting.ink() as ink:
        _stand(ink, design, horizon)
    painting.vignette(between(design, 0, 0.4))


def _range(painting: Painting, design: Chance, crest: float, near: float) -> None:
    hue = design.uniform(0.08, 0.5, 3) * (1.1 - 0.5 * near)
    lit = np.clip(hue + design.uniform(0.1, 0.5, 3), 0, 1)
    peak = between(design, 0.1, 0.9)
    mound = between(design, -0.2, 0.05) * np.exp(-(((painting.x - peak) / 0.22) ** 2))
    hills = Hills(
        crest,
        between(design, 0.02, 0.1),
        tuple(hue.tolist()),
        tuple(lit.tolist()),
        int(design.integers(4, 12)),
        between(design, 0.45, 0.65),
        0.35 * (1 - near),
    )
    raise_hills(painting, hills, mound.astype(np.float32))


def _stand(ink: Ink, design: Chance, horizon: float) -> None:
    kinds = (_tree, _house, _pole, _sail, _rock)
    for kind in design.permutation(len(kinds))[: int(design.integers(2, 5))]:
        for _ in range(int(design.integers(3, 16))):
            depth = between(design, 0.15, 1.0) ** 1.5
            foot = horizon + 0.08 + (0.9 - horizon) * depth
            kinds[int(kind)](ink, design, (between(design, 0, 1), foot), 0.05 + 0.16 * depth)


def _tree(ink: Ink, design: Chance, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    green: Colour = (between(design, 0.03, 0.35), between(design, 0.15, 0.42), 0.1)
    ink.line([(x, y), (x + 0.01, y - tall * 0.6)], (0.2, 0.13, 0.08), 0.05 * tall)
    for _ in range(int(design.integers(8, 30))):
        at = (x + between(design, -0.3, 0.3) * tall, y - tall * between(design, 0.45, 1.1))
        tone = between(design, 0.6, 1.4)
        colour: Colour = (green[0] * tone, green[1] * tone, green[2] * tone)
        ink.disc(at, (tall * 0.11, tall * 0.14), colour, 0.85)


def _house(ink: Ink, design: Chance, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    wide, wall = tall * between(design, 0.4, 1.0), tuple(design.uniform(0.4, 0.95, 3).tolist())
    ink.box((x - wide / 2, y - tall * 0.5, x + wide / 2, y), wall)
    roof = tuple(design.uniform(0.15, 0.6, 3).tolist())
    eaves = y - tall * 0.48
    ink.polygon([(x - wide * 0.58, eaves), (x, y - tall * 0.85), (x + wide * 0.58, eaves)], roof)
    for row in range(2):
        for column in range(int(design.integers(2, 5))):
            left = x - wide * 0.4 + column * wide * 0.22
            top = y - tall * (0.42 - 0.2 * row)
            ink.box((left, top, left + wide * 0.11, top + tall * 0.1), (0.15, 0.18, 0.24))


def _pole(ink: Ink, design: Chance, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    ink.line([(x, y), (x, y - tall * 1.6)], (0.15, 0.12, 0.1), 0.05 * tall)
    for at in (1.3, 1.45):
        reach = tall * between(design, 0.15, 0.3)
        ink.line([(x - reach, y - tall * at), (x + reach, y - tall * at)], (0.15, 0.12, 0.1), 0.004)


def _sail(ink: Ink, design: Chance, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    colour = tuple(design.uniform(0.5, 1.0, 3).tolist())
    ink.polygon(
        [(x, y - tall * 1.1), (x + tall * 0.45, y - 0.1 * tall), (x, y - 0.1 * tall)], colour
    )
    hull = [(x - tall * 0.3, y - 0.07 * tall), (x + tall * 0.5, y - 0.07 * tall)]
    ink.polygon([*hull, (x + tall * 0.35, y), (x - tall * 0.2, y)], (0.2, 0.12, 0.08))


def _rock(ink: Ink, design: Chance, foot: tuple[float, float], tall: float) -> None:
    x, y = foot
    tone = between(design, 0.2, 0.7)
    angles = np.sort(design.uniform(0, 2 * np.pi, 9))
    radii = design.uniform(0.15, 0.4, 9) * tall
    around = [
        (x + float(r * np.cos(a)), y + float(r * np.sin(a)) * 0.8)
        for a, r in zip(angles, radii, strict=True)
    ]
    ink.polygon(around, (tone, tone * 0.95, tone * 0.88))
    upper = [(px, py) for px, py in around if py < y]
    if len(upper) > 2:
        ink.polygon(upper, (tone * 1.25,) * 3, 0.6)


def town(painting: Painting, design: Chance) -> None:
    """House fronts with windows and signs, a street with people and carts before them."""
    tops = _SKIES[int(design.integers(len(_SKIES)))]
    fill_sky(painting, tops[:2], 0.6)
    hang_clouds(painting, tops[2], between(design, 0.1, 0.5))
    street = between(design, 0.74, 0.86)
    with painting.ink() as ink:
        if design.integers(2):
            _row_of_houses(ink, design, (street - 0.1, 0.35, 0.6))
        _row_of_houses(ink, design, (street, between(design, 0.1, 0.4), between(design, 0.5, 1.0)))
        tone = between(design, 0.25, 0.6)
        ink.box((0, street, 1, 1), (tone, tone * 0.98, tone * 0.95))
        for number in range(int(design.integers(2, 6))):
            y = street + (1 - street) * (number + 1) / 6
            ink.line([(0, y), (1, y + between(design, -0.02, 0.02))], (tone * 1.3,) * 3, 0.003)
        for _ in range(int(design.integers(3, 12))):
            _walker(ink, design, street)
        for _ in range(int(design.integers(0, 4))):
            _car(ink, design, street)
    painting.light += (0.035 * clouds(painting, (70, 60), 3, 0.75))[:, :, None]
    painting.vignette(between(design, 0, 0.4))


def _row_of_houses(ink: Ink, design: Chance, lie: tuple[float, float, float]) -> None:
    foot, low, high = lie
    x = between(design, -0.1, 0.0)
    while x < 1:
        wide = between(design, 0.07, 0.24)
        _front(ink, design, (x, foot - between(design, low, high), x + wide, foot))
        x += wide + between(design, 0, 0.012)


def _front(ink: Ink, design: Chance, box: tuple[float, float, float, float]) -> None:
    left, top, right, foot = box
    wall = design.uniform(0.3, 0.95) * (0.85 + 0.15 * design.uniform(0, 1, 3))
    ink.box(box, tuple(wall.tolist()))
    columns, rows = int(design.integers(2, 7)), int(design.integers(3, 11))
    cell, floor = (right - left) / columns, (foot - top) / (rows + 0.6)
    share, high = between(design, 0.4, 0.75), between(design, 0.45, 0.75)
    pane = tuple(design.uniform(0.05, 0.4, 3).tolist())
    for row in range(rows):
        for column in range(columns):
            x, y = left + cell * (column + 0.5 - share / 2), top + floor * (row + 0.2)
            lit = design.uniform() > 0.8
            colour: Colour = (0.95, 0.85, 0.55) if lit else pane
            ink.box((x, y, x + cell * share, y + floor * high), colour)
            if design.uniform() > 0.7:
                half = y + floor * high * between(design, 0.2, 0.8)
                ink.box((x, y, x + cell * share, half), tuple((wall * 0.7).tolist()))
    if design.integers(2):
        _sign(ink, design, (left, right, foot - floor * 0.55))


def _sign(ink: Ink, design: Chance, place: tuple[float, float, float]) -> None:
    left, right, y = place
    board = tuple(design.uniform(0.1, 0.7, 3).tolist())
    ink.box((left + 0.01, y, right - 0.01, y + 0.04), board)
    text = centred(word(design).upper(), 0.028, 0.04)
    ink.text(text, ((left + right) / 2, y + 0.006), (1.0, 0.96, 0.85))


def _walker(ink: Ink, design: Chance, street: float) -> None:
    depth = between(design, 0, 1)
    foot = (between(design, 0.02, 0.98), street + 0.02 + (0.96 - street) * depth)
    colour = tuple(design.uniform(0.03, 0.5, 3).tolist())
    wears = tuple(Wears)[int(design.integers(len(Wears)))]
    figure(ink, foot, 0.13 + 0.16 * depth, colour, wears)


def _car(ink: Ink, design: Chance, street: float) -> None:
    x, y = between(design, 0.1, 0.9), street + between(design, 0.05, 0.9) * (1 - street)
    wide, paint = between(design, 0.1, 0.18), tuple(design.uniform(0.1, 0.9, 3).tolist())
    ink.box((x - wide / 2, y - wide * 0.35, x + wide / 2, y), paint)
    ink.box((x - wide * 0.3, y - wide * 0.6, x + wide * 0.3, y - wide * 0.35), paint)
    ink.box((x - wide * 0.25, y - wide * 0.55, x + wide * 0.25, y - wide * 0.38), (0.7, 0.8, 0.85))
    for side in (-0.3, 0.3):
        ink.disc((x + side * wide, y), (wide * 0.09, wide * 0.12), (0.08, 0.08, 0.09))
    ink.text(
        Lettering(str(int(design.integers(10, 99))), 0.03, 0.5), (x, y - wide * 0.3), (1, 1, 1)
    )


def film_frame(painting: Painting, design: Chance) -> None:
    """A room or a yard in black and white: furniture, a window, one to four people."""
    dark = between(design, 0.06, 0.3)
    painting.gradient([(0, (dark,) * 3), (0.7, (dark * 1.6,) * 3), (1, (dark * 0.6,) * 3)])
    for _ in range(int(design.integers(1, 4))):
        at = (between(design, 0, 1), between(design, 0, 0.7))
        painting.shine(at, between(design, 0.1, 0.35), (0.6, 0.6, 0.6), between(design, 0.4, 1.0))
    floor = between(design, 0.6, 0.8)
    with painting.ink() as ink:
        ink.veil((0, floor, 1, 1), (0.02, 0.02, 0.02), 0.5)
        for _ in range(int(design.integers(4, 12))):
            _furniture(ink, design, floor)
        for _ in range(int(design.integers(1, 5))):
            tone = between(design, 0.02, 0.85)
            foot = (between(design, 0.1, 0.9), between(design, floor + 0.02, 1.15))
            wears = tuple(Wears)[int(design.integers(len(Wears)))]
            figure(ink, foot, between(design, 0.4, 0.85), (tone,) * 3, wears)
    painting.light += (0.05 * clouds(painting, (30, 30), 5, 0.75))[:, :, None]
    painting.monochrome()
    painting.vignette(0.5)
    painting.soften(0.8)
    painting.grain(between(design, 0.02, 0.05))


def _furniture(ink: Ink, design: Chance, floor: float) -> None:
    x, y = between(design, -0.05, 0.9), between(design, 0.05, floor)
    wide, tall = between(design, 0.05, 0.3), between(design, 0.05, 0.35)
    tone, lines = between(design, 0.03, 0.9), int(design.integers(1, 6))
    ink.box((x, y, x + wide, y + tall), (tone,) * 3)
    edge: Colour = (abs(tone - 0.35),) * 3
    for number in range(lines):
        share = (number + 0.5) / lines
        if design.integers(2):
            ink.line([(x + wide * share, y), (x + wide * share, y + tall)], edge, 0.004)
        else:
            ink.line([(x, y + tall * share), (x + wide, y + tall * share)], edge, 0.004)
