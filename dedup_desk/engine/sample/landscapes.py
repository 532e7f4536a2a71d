"""Landscapes: mountains, sea, fields and trees."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine.sample.painting import Colour, Floats, Ink, Painting, Point
from dedup_desk.engine.sample.terrain import (
    Hills,
    clouds,
    fill_sky,
    flood,
    hang_clouds,
    raise_hills,
    ridge,
    sprinkle_stars,
)


def mountain_lake(painting: Painting) -> None:
    """A great peak left of the middle, mirrored in a lake at dusk."""
    fill_sky(painting, ((0.16, 0.25, 0.48), (0.98, 0.74, 0.5)), 0.6)
    hang_clouds(painting, (1.0, 0.82, 0.72), 0.25)
    painting.shine((0.72, 0.52), 0.2, (1.0, 0.6, 0.25), 0.6)
    peak = -0.36 * np.exp(-(((painting.x - 0.33) / 0.2) ** 2))
    raise_hills(
        painting, Hills(0.55, 0.05, (0.27, 0.25, 0.4), (0.8, 0.55, 0.55), 6, 0.55, 0.4), peak
    )
    raise_hills(painting, Hills(0.6, 0.05, (0.1, 0.13, 0.2), (0.32, 0.3, 0.3), 8, 0.6))
    flood(painting, 0.66, (0.1, 0.16, 0.28), 0.028)
    with painting.ink() as ink:
        for x in painting.chance.uniform(0.78, 1.0, 16):
            _conifer(ink, (float(x), 0.99), 0.2 + 0.35 * float(x - 0.75), (0.03, 0.06, 0.07))


def rice_terraces(painting: Painting) -> None:
    """Terraced fields that climb a hillside, water between the dykes."""
    relief = clouds(painting, (3, 2), 4, 0.4)
    height = 1.2 - painting.y + 0.28 * relief
    step = height * 17.0
    shelf = (step - np.floor(step)).astype(np.float32)
    tone = 0.35 + 0.5 * ((np.floor(step) * 0.618) % 1.0)
    colours = (
        np.stack([0.35 + 0.3 * tone, 0.55 + 0.3 * tone, 0.22 + 0.1 * tone], axis=2)
        + 0.06 * clouds(painting, (120, 90), 3, 0.7)[:, :, None]
    )
    painting.light[:] = colours
    painting.lay(np.clip(shelf * 3 - 2.0, 0, 1) * 0.85, (0.7, 0.82, 0.9))
    painting.lay(np.clip(1.0 - np.abs(shelf - 0.06) * 14, 0, 1), (0.16, 0.2, 0.08))
    painting.shade(0.75 + 0.35 * np.clip(1.2 - painting.y + 0.4 * relief, 0, 1))
    mist = np.clip(0.34 - painting.y + 0.1 * relief, 0, 0.3) * 3.0
    painting.lay(mist, (0.93, 0.95, 0.95))
    with painting.ink() as ink:
        for x, y in ((0.22, 0.6), (0.28, 0.57), (0.71, 0.78)):
            _hut(ink, (x, y), 0.035)


def sea_cliffs(painting: Painting) -> None:
    """A headland falls to a bright sea on the right, the sun low."""
    fill_sky(painting, ((0.35, 0.62, 0.88), (0.93, 0.93, 0.85)), 0.45)
    hang_clouds(painting, (1.0, 1.0, 1.0), 0.3, 4)
    waves = clouds(painting, (10, 130), 4, 0.6)
    sea = np.clip((painting.y - 0.45) * 400, 0, 1) * np.ones_like(painting.x)
    painting.lay(sea, (0.1, 0.4, 0.55))
    painting.light += (sea * (0.16 * waves + 0.1 * (painting.y - 0.45)))[:, :, None]
    path = np.exp(-(((painting.x - 0.78) / (0.03 + 0.25 * painting.y)) ** 2))
    painting.light += (sea * np.clip(waves * 1.4, 0, 1) * path)[:, :, None] * np.float32(0.9)
    fall = np.clip((painting.x - 0.5) * 3.2, 0, 2) + 0.03 * ridge(painting, 9, 0.6)
    raise_hills(painting, Hills(0.34, 0.03, (0.25, 0.2, 0.15), (0.9, 0.85, 0.72), 14, 0.65), fall)
    raise_hills(
        painting,
        Hills(0.62, 0.04, (0.16, 0.22, 0.06), (0.55, 0.66, 0.25), 10, 0.6),
        np.clip((painting.x - 0.32) * 2.4, 0, 2),
    )


def birch_wood(painting: Painting) -> None:
    """White trunks in morning mist."""
    painting.gradient([(0, (0.8, 0.84, 0.78)), (0.7, (0.72, 0.76, 0.6)), (1, (0.35, 0.38, 0.2))])
    leaves = clouds(painting, (18, 12), 6, 0.75)
    painting.lay(np.clip(leaves - 0.1, 0, 0.8) * np.clip(0.75 - painting.y, 0, 1), (0.5, 0.56, 0.2))
    for depth in (0.15, 0.35, 0.6, 1.0):
        with painting.ink() as ink:
            for x in np.sort(painting.chance.uniform(-0.02, 1.02, 13 - int(8 * depth))):
                _birch(ink, painting.chance, float(x), depth)
        if depth < 1.0:
            haze = np.full_like(painting.light[:, :, 0], 0.32)
            painting.lay(haze, (0.82, 0.85, 0.78))
    brush = np.clip((painting.y - 0.78) * 4 + 0.5 * clouds(painting, (30, 20), 5, 0.75), 0, 1)
    painting.lay(brush * 0.8, (0.26, 0.3, 0.1))


def gorge_waterfall(painting: Painting) -> None:
    """Water falls between dark walls into a pool."""
    rock = clouds(painting, (7, 3), 7, 0.62)
    slope = np.gradient(rock, axis=1) * painting.width_px / 50
    light = np.clip(0.3 + 0.5 * slope + 0.2 * rock, 0.02, 1)
    painting.light[:] = light[:, :, None] * np.asarray((0.55, 0.6, 0.5), np.float32)
    opening = np.abs(painting.x - 0.52 - 0.05 * rock) - 0.16 * (1.15 - painting.y)
    painting.lay(np.clip(-opening * 20, 0, 1) * np.clip(1.3 - painting.y * 4, 0, 1), (0.9, 0.95, 1))
    strands = clouds(painting, (70, 3), 4, 0.7)
    fall = np.abs(painting.x - 0.5 - 0.02 * rock) - (0.05 + 0.05 * painting.y)
    painting.lay(
        np.clip(-fall * 40, 0, 1) * np.clip(0.75 + strands, 0, 1) * (painting.y < 0.8),
        (0.93, 0.96, 0.97),
    )
    painting.shine((0.5, 0.8), 0.22, (0.8, 0.88, 0.9), 0.7)
    flood(painting, 0.84, (0.08, 0.16, 0.16), 0.05)
    moss = np.clip(clouds(painting, (9, 9), 6, 0.7) * 2 - 0.6, 0, 0.7)
    painting.lay(moss * (np.abs(painting.x - 0.5) > 0.16), (0.2, 0.36, 0.1))


def moonlit_sea(painting: Painting) -> None:
    """Night, broken clouds, a moon and its road on the water."""
    fill_sky(painting, ((0.01, 0.02, 0.07), (0.14, 0.2, 0.34)), 0.6)
    sprinkle_stars(painting, 500, 0.5)
    painting.shine((0.3, 0.24), 0.2, (0.5, 0.6, 0.8), 0.5)
    with painting.ink() as ink:
        ink.disc((0.3, 0.24), (0.035, 0.035 * painting.width_px / painting.height_px), (1, 1, 0.93))
    banks = clouds(painting, (3, 14), 6, 0.55)
    painting.lay(np.clip(banks * 1.5 - 0.2, 0, 0.85), (0.1, 0.13, 0.22))
    waves = clouds(painting, (12, 150), 3, 0.6)
    sea = (painting.y > 0.6) * np.ones_like(painting.x)
    painting.lay(sea, (0.03, 0.06, 0.12))
    path = np.exp(-(((painting.x - 0.3) / (0.02 + 0.3 * (painting.y - 0.55))) ** 2))
    painting.light += (sea * np.clip(waves + 0.2, 0, 1) * (path + 0.06))[:, :, None] * np.asarray(
        (0.75, 0.85, 1.0), np.float32
    )
    raise_hills(
        painting,
        Hills(0.62, 0.02, (0.01, 0.02, 0.04), (0.04, 0.06, 0.1), 8, 0.6),
        np.clip((0.72 - painting.x) * 2, -0.14, 1),
    )


def long_road(painting: Painting) -> None:
    """A road runs to the horizon between telegraph poles."""
    fill_sky(painting, ((0.28, 0.5, 0.82), (0.86, 0.9, 0.92)), 0.42)
    hang_clouds(painting, (1, 1, 1), 0.42, 2)
    raise_hills(painting, Hills(0.4, 0.03, (0.4, 0.42, 0.55), (0.7, 0.66, 0.66), 5, 0.5))
    ground = np.clip((painting.y - 0.44) * 300, 0, 1) * np.ones_like(painting.x)
    grass = 0.5 + 0.3 * clouds(painting, (30, 60), 5, 0.7)
    painting.lay(ground, np.stack([0.75 * grass + 0.2, 0.62 * grass + 0.14, 0.22 * grass], axis=2))
    with painting.ink() as ink:
        ink.polygon([(0.615, 0.44), (0.625, 0.44), (0.92, 1), (0.2, 1)], (0.3, 0.3, 0.32))
        for number in range(12):
            near, far = 1 / (1 + number * 0.9), 1 / (1.35 + number * 0.9)
            _dash(ink, near, far)
        for number in range(9):
            _pole(ink, 1 / (1 + number * 0.55))
    painting.vignette(0.35)


def dunes(painting: Painting) -> None:
    """Sand in sweeping curves, ripples in front."""
    fill_sky(painting, ((0.22, 0.42, 0.72), (0.8, 0.82, 0.8)), 0.3)
    for number, crest in enumerate((0.3, 0.42, 0.58, 0.8)):
        bend = 0.12 * np.sin(painting.x * (4.2 - number * 0.7) + number * 1.9)
        line = crest + bend + 0.015 * ridge(painting, 3, 0.35)
        mask = np.clip((painting.y - line) * painting.height_px, 0, 1)
        below = np.clip((painting.y - line) * 5, 0, 1)
        ripples = 0.05 * np.sin(
            (painting.y * 150 / (1 + number) + 6 * clouds(painting, (5, 5), 3, 0.5)) * 2
        )
        side = np.clip(0.5 + 4.0 * np.gradient(bend, axis=1) * painting.width_px * 0.2, 0, 1)
        light = (0.45 + 0.5 * side - 0.25 * below * (1 - side) + ripples * below)[:, :, None]
        painting.lay(mask, light * np.asarray((1.0, 0.72, 0.42), np.float32))


def fields_from_above(painting: Painting) -> None:
    """Fields and a river from the air."""
    count = 46
    centres = painting.chance.uniform(0, 1, (count, 2)).astype(np.float32)
    warp = 0.03 * clouds(painting, (4, 4), 3, 0.5)
    nearest, gap = _patches(painting, centres, warp)
    palette = painting.chance.uniform(0.0, 1.0, (count, 1)).astype(np.float32)
    tints = palette * (0.82, 0.7, 0.3) + (1 - palette) * (0.2, 0.42, 0.14)
    painting.light[:] = tints[nearest]
    angles = painting.chance.uniform(0, math.pi, count).astype(np.float32)[nearest]
    rows = np.sin((painting.x * np.cos(angles) + painting.y * np.sin(angles)) * 420)
    painting.light += (0.05 * rows + 0.05 * clouds(painting, (40, 40), 4, 0.7))[:, :, None]
    painting.lay(np.clip(1 - gap * 150, 0, 1) * 0.8, (0.12, 0.2, 0.08))
    river = np.abs(painting.y - 0.45 - 0.2 * np.sin(painting.x * 5) - warp * 2) * 22
    painting.lay(np.clip(1.6 - river, 0, 1), (0.2, 0.32, 0.38))


def stone_bridge(painting: Painting) -> None:
    """Three arches over a river, trees behind."""
    fill_sky(painting, ((0.62, 0.74, 0.86), (0.95, 0.93, 0.86)), 0.4)
    raise_hills(painting, Hills(0.33, 0.06, (0.3, 0.38, 0.25), (0.6, 0.66, 0.4), 7, 0.6, 0.3))
    foliage = clouds(painting, (14, 10), 6, 0.72)
    trees = np.clip((painting.y - 0.38 + 0.12 * foliage) * 30, 0, 1)
    painting.lay(trees, (0.16, 0.26, 0.1))
    painting.light += (trees * 0.22 * foliage)[:, :, None]
    with painting.ink() as ink:
        _arches(ink)
    joints = 0.08 * clouds(painting, (70, 60), 2, 0.8)
    stone = (painting.y > 0.44) & (painting.y < 0.7)
    painting.light += (stone * joints)[:, :, None]
    flood(painting, 0.68, (0.2, 0.26, 0.2), 0.03)


def snow_peaks(painting: Painting) -> None:
    """Three ranges of snow under a clear sky, a wood below."""
    fill_sky(painting, ((0.08, 0.24, 0.56), (0.6, 0.76, 0.92)), 0.75)
    right = -0.3 * np.exp(-(((painting.x - 0.74) / 0.16) ** 2))
    raise_hills(
        painting, Hills(0.5, 0.08, (0.42, 0.52, 0.72), (0.97, 0.98, 1), 7, 0.58, 0.2), right
    )
    raise_hills(painting, Hills(0.68, 0.08, (0.3, 0.4, 0.6), (0.9, 0.94, 1), 5, 0.55))
    floor = 0.8 + 0.1 * np.sin(7 * painting.x)
    painting.lay(np.clip((painting.y - floor) * 60, 0, 1), (0.08, 0.14, 0.12))
    with painting.ink() as ink:
        for x in np.sort(painting.chance.uniform(0, 1, 110)):
            foot = 0.86 + 0.1 * math.sin(7 * float(x)) + float(painting.chance.uniform(0, 0.05))
            tone = float(painting.chance.uniform(0.7, 1.5))
            _conifer(ink, (float(x), foot), 0.16, (0.08 * tone, 0.14 * tone, 0.12 * tone))


def lone_tree(painting: Painting) -> None:
    """A bare tree on a hill against a red sky."""
    painting.gradient(
        [(0, (0.25, 0.1, 0.22)), (0.5, (0.85, 0.3, 0.18)), (0.8, (1.0, 0.75, 0.35)), (1, (1, 1, 1))]
    )
    hang_clouds(painting, (0.4, 0.14, 0.2), 0.3, 2)
    hill = 0.12 * (painting.x - 0.66) ** 2 * 6
    raise_hills(painting, Hills(0.78, 0.008, (0.05, 0.03, 0.03), (0.2, 0.12, 0.06), 9, 0.6), hill)
    with painting.ink() as ink:
        _branch(ink, painting.chance, (0.66, 0.8), (-math.pi / 2 - 0.05, 0.17, 0.018))


def _patches(painting: Painting, centres: Floats, warp: Floats) -> tuple[NDArray[np.intp], Floats]:
    """Return which centre is nearest to each pixel (H, W), and how clearly (0 at a border)."""
    first = np.full(warp.shape, 9.0, np.float32)
    second = first.copy()
    nearest = np.zeros(warp.shape, np.intp)
    across, down = painting.x + warp, painting.y + warp
    for number, (x, y) in enumerate(centres):
        away = (across - x) ** 2 + (down - y) ** 2 * np.float32(0.6)
        nearer = away < first
        second = np.where(nearer, first, np.minimum(second, away))
        nearest[nearer] = number
        first = np.minimum(first, away)
    return nearest, second - first


def _conifer(ink: Ink, foot: Point, height: float, colour: Colour) -> None:
    x, y = foot
    for level in range(5):
        top = y - height * (1 - 0.14 * level) * 1.0
        wide = height * (0.06 + 0.045 * level)
        ink.polygon(
            [(x, top), (x + wide, top + height * 0.4), (x - wide, top + height * 0.4)], colour
        )
    ink.box((x - 0.003, y - height * 0.1, x + 0.003, y), (0.05, 0.06, 0.05))


def _hut(ink: Ink, foot: Point, wide: float) -> None:
    x, y = foot
    ink.box((x - wide * 0.8, y - wide, x + wide * 0.8, y), (0.45, 0.34, 0.24))
    ink.polygon([(x - wide, y - wide), (x, y - 2 * wide), (x + wide, y - wide)], (0.3, 0.2, 0.14))
    ink.box((x - wide * 0.2, y - wide * 0.7, x + wide * 0.2, y), (0.12, 0.08, 0.06))


def _birch(ink: Ink, chance: np.random.Generator, x: float, depth: float) -> None:
    wide = 0.006 + 0.018 * depth
    lean = float(chance.uniform(-0.03, 0.03))
    foot = 0.7 + 0.3 * depth
    pale = 0.93 - 0.15 * (1 - depth)
    trunk = [(x, foot), (x + wide, foot), (x + wide * 0.6 + lean, -0.02), (x + lean, -0.02)]
    ink.polygon(trunk, (pale, pale, pale * 0.96))
    dark = (0.2, 0.2, 0.2)
    for y in chance.uniform(0, foot, 26):
        at = x + lean * (1 - float(y) / foot)
        ink.polygon(
            [
                (at, float(y)),
                (at + wide * float(chance.uniform(0.2, 0.9)), float(y) + 0.002),
                (at, float(y) + 0.008),
            ],
            dark,
            0.4 + 0.6 * depth,
        )


def _dash(ink: Ink, near: float, far: float) -> None:
    def across(depth: float, side: float) -> Point:
        return (0.62 + (-0.06 + side * 0.012) * depth, 0.44 + 0.56 * depth)

    corners = [across(near, -1), across(near, 1), across(far, 1), across(far, -1)]
    ink.polygon(corners, (0.95, 0.93, 0.8))


def _pole(ink: Ink, depth: float) -> None:
    x, foot = 0.62 - 0.55 * depth, 0.44 + 0.45 * depth
    top = foot - 0.75 * depth
    wood = (0.2, 0.15, 0.12)
    ink.line([(x, foot), (x, top)], wood, 0.012 * depth)
    for arm in (0.05, 0.12):
        y = top + arm * depth
        ink.line([(x - 0.07 * depth, y), (x + 0.07 * depth, y)], wood, 0.008 * depth)


def _arches(ink: Ink) -> None:
    ink.polygon([(0, 0.5), (0.5, 0.43), (1, 0.5), (1, 0.7), (0, 0.7)], (0.62, 0.57, 0.48))
    ink.line([(0, 0.5), (0.5, 0.43), (1, 0.5)], (0.78, 0.74, 0.64), 0.02)
    for x, wide in ((0.2, 0.11), (0.5, 0.14), (0.8, 0.11)):
        ink.disc((x, 0.7), (wide + 0.015, wide * 1.38), (0.7, 0.65, 0.55))
        ink.disc((x, 0.7), (wide, wide * 1.25), (0.3, 0.36, 0.3))


def _branch(
    ink: Ink, chance: np.random.Generator, foot: Point, limb: tuple[float, float, float]
) -> None:
    angle, length, thick = limb
    tip = (foot[0] + 0.75 * length * math.cos(angle), foot[1] + length * math.sin(angle))
    ink.line([foot, tip], (0.06, 0.03, 0.04), thick)
    if length < 0.018:
        return
    for turn in (-1, 1) if length < 0.12 else (-1.1, 0.1, 1.0):
        bend = turn * float(chance.uniform(0.25, 0.6))
        shrink = float(chance.uniform(0.66, 0.82))
        _branch(ink, chance, tip, (angle + bend, length * shrink, max(0.0012, thick * 0.66)))
