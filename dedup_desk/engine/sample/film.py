"""Film stills: black and white, with people in them."""

from __future__ import annotations

import math

import numpy as np
from PIL import Image

from dedup_desk.engine.sample.lettering import Lettering
from dedup_desk.engine.sample.painting import Colour, Ink, Painting, Point, placed, rounded
from dedup_desk.engine.sample.people import Wears, figure
from dedup_desk.engine.sample.terrain import Hills, clouds, fill_sky, hang_clouds, raise_hills

_DARK: Colour = (0.04, 0.04, 0.05)

_FACE = [
    (0.12, -0.5),
    (-0.1, -0.5),
    (-0.2, -0.36),
    (-0.22, -0.2),
    (-0.25, -0.12),
    (-0.3, -0.0),
    (-0.24, 0.04),
    (-0.25, 0.1),
    (-0.235, 0.13),
    (-0.25, 0.18),
    (-0.22, 0.24),
    (-0.2, 0.33),
    (-0.06, 0.36),
    (-0.02, 0.6),
    (0.3, 0.6),
    (0.25, 0.2),
    (0.3, -0.1),
    (0.28, -0.36),
]
_HAIR = [
    (0.14, -0.55),
    (-0.12, -0.55),
    (-0.22, -0.38),
    (-0.02, -0.34),
    (0.08, -0.1),
    (0.1, 0.22),
    (0.34, 0.26),
    (0.38, -0.1),
    (0.32, -0.42),
]
"""A head in profile, looking left; height 1, round the middle of the face."""


def doorway(painting: Painting) -> None:
    """Two figures in a lit doorway; their shadows fall towards us."""
    painting.gradient([(0, (0.1, 0.1, 0.11)), (0.7, (0.16, 0.16, 0.17)), (1, (0.08, 0.08, 0.08))])
    painting.lay(
        painting.soft([(0.52, 0.1), (0.74, 0.1), (0.74, 0.72), (0.52, 0.72)], 0.004),
        (0.95, 0.94, 0.9),
    )
    painting.lay(
        0.75 * painting.soft([(0.52, 0.72), (0.74, 0.72), (0.98, 1.05), (0.2, 1.05)], 0.012),
        (0.75, 0.74, 0.7),
    )
    painting.shine((0.63, 0.4), 0.2, (0.5, 0.5, 0.48), 0.5)
    with painting.ink() as ink:
        figure(ink, (0.585, 0.73), 0.5, _DARK)
        figure(ink, (0.675, 0.735), 0.45, (0.08, 0.08, 0.09), Wears.SKIRT)
        for number in range(6):
            y = 0.12 + number * 0.1
            ink.line([(0.06, y), (0.42, y + 0.02)], (0.2, 0.2, 0.21), 0.003)
        ink.box((0.12, 0.2, 0.34, 0.42), (0.22, 0.22, 0.23))
        ink.box((0.135, 0.22, 0.325, 0.4), (0.34, 0.34, 0.34))
        ink.polygon(
            [(0.135, 0.4), (0.2, 0.29), (0.25, 0.35), (0.29, 0.3), (0.325, 0.4)], (0.2, 0.2, 0.2)
        )
    painting.cast_shadow([(0.57, 0.73), (0.6, 0.73), (0.5, 1.05), (0.38, 1.05)], 0.008, 0.85)
    painting.cast_shadow([(0.66, 0.735), (0.7, 0.735), (0.78, 1.05), (0.66, 1.05)], 0.008, 0.8)
    _worn(painting)


def blinds(painting: Painting) -> None:
    """A face in profile at a window, blinds draw stripes over it."""
    painting.gradient([(0, (0.3, 0.3, 0.3)), (1, (0.12, 0.12, 0.12))])
    painting.shine((0.1, 0.3), 0.5, (0.7, 0.7, 0.68), 0.8)
    with painting.ink() as ink:
        _profile(ink, (0.52, 0.5), 0.62, (0.72, 0.7, 0.68))
        ink.polygon(
            [(0.45, 1.05), (0.5, 0.86), (0.68, 0.8), (0.95, 0.92), (1.05, 1.05)], (0.2, 0.2, 0.22)
        )
    slats = np.sin((painting.y - 0.22 * painting.x) * 88)
    painting.shade(0.62 + 0.38 * np.clip(slats * 4, -1, 1))
    painting.cast_shadow([(0.74, -0.1), (1.1, -0.1), (1.1, 1.1), (0.8, 1.1)], 0.08, 0.7)
    _worn(painting)


def steam_train(painting: Painting) -> None:
    """A train arrives in steam; somebody waits on the platform."""
    fill_sky(painting, ((0.72, 0.72, 0.72), (0.85, 0.85, 0.84)), 0.6)
    with painting.ink() as ink:
        ink.polygon([(-0.05, 0.1), (0.5, 0.36), (0.5, 0.42), (-0.05, 0.24)], (0.25, 0.25, 0.26))
        for number in range(6):
            x = 0.46 - 0.46 * (1 - 0.72**number) / (1 - 0.72**6)
            ink.line(
                [(x, 0.34 - (0.5 - x) * 0.3), (x, 0.6 + (0.5 - x) * 0.7)],
                (0.2, 0.2, 0.2),
                0.006 + 0.02 * (0.5 - x),
            )
        ink.polygon(
            [(0.5, 0.58), (0.52, 0.58), (0.3, 1.05), (-0.1, 1.05), (-0.1, 0.9)], (0.5, 0.5, 0.49)
        )
        ink.polygon([(0.52, 0.58), (0.6, 0.58), (1.1, 1.05), (0.3, 1.05)], (0.27, 0.27, 0.27))
        for start, end in ((0.54, 0.5), (0.58, 0.86)):
            ink.line([(start, 0.58), (end, 1.0)], (0.75, 0.75, 0.75), 0.006)
        _engine(ink)
        figure(ink, (0.22, 0.92), 0.36, (0.06, 0.06, 0.07))
    steam = clouds(painting, (4, 5), 6, 0.58)
    plume = np.exp(-((painting.x - 0.62 - 0.5 * (0.35 - painting.y)) ** 2) * 14) * (
        painting.y < 0.75
    )
    painting.lay(np.clip((steam + 0.5) * plume * 1.3, 0, 0.97), (0.95, 0.95, 0.95))
    _worn(painting)


def film_strip(painting: Painting) -> None:
    """One whole frame of a film with its perforations: a boat between reeds."""
    painting.gradient([(0, (0.85, 0.85, 0.85)), (0.5, (0.7, 0.7, 0.7)), (1, (0.35, 0.35, 0.36))])
    reeds = clouds(painting, (90, 4), 4, 0.7)
    painting.light += (0.16 * reeds * (painting.y > 0.4))[:, :, None]
    with painting.ink() as ink:
        ink.polygon(
            [(0.3, 0.62), (0.38, 0.7), (0.66, 0.7), (0.76, 0.6), (0.7, 0.635), (0.36, 0.645)],
            (0.1, 0.1, 0.1),
        )
        figure(ink, (0.63, 0.66), 0.3, (0.08, 0.08, 0.08))
        ink.line([(0.66, 0.48), (0.78, 0.82)], (0.15, 0.13, 0.12), 0.006)
        for x in painting.chance.uniform(0.14, 0.9, 60):
            lean = float(painting.chance.uniform(-0.05, 0.05))
            ink.line(
                [
                    (float(x), 0.93),
                    (float(x) + lean, 0.93 - float(painting.chance.uniform(0.1, 0.4))),
                ],
                (0.12, 0.12, 0.12),
                0.003,
            )
        _perforations(ink)
        ink.text(Lettering("KODAK  SAFETY  FILM   14A", 0.022), (0.3, 0.968), (0.85, 0.75, 0.5))
    painting.light *= np.asarray((1.0, 0.95, 0.86), np.float32)
    painting.grain(0.025)


def first_print(painting: Painting) -> None:
    """A fisherman casts a net: a print from one negative, as it was made in the week."""
    _net_casting(painting)
    _worn(painting)


def second_print(painting: Painting) -> None:
    """The same negative printed years later: a little turned and cut, harder, browner."""
    _net_casting(painting)
    upright = Image.fromarray(painting.eight_bit())
    turned = upright.rotate(0.5, Image.Resampling.BICUBIC)
    width, height = turned.size
    cut = (0.016 * width, 0.014 * height, 0.986 * width, 0.982 * height)
    painting.light = np.asarray(
        turned.resize(turned.size, Image.Resampling.BICUBIC, cut), np.float32
    ) / np.float32(255.0)
    painting.chance = np.random.default_rng(773)
    painting.light = painting.light**1.25 * 1.06
    _worn(painting)
    painting.light *= np.asarray((1.0, 0.93, 0.8), np.float32)
    painting.soften(0.8)


def _net_casting(painting: Painting) -> None:
    fill_sky(painting, ((0.62, 0.62, 0.62), (0.92, 0.92, 0.92)), 0.5)
    hang_clouds(painting, (1, 1, 1), 0.4)
    raise_hills(painting, Hills(0.47, 0.05, (0.4, 0.4, 0.4), (0.6, 0.6, 0.6), 6, 0.55, 0.4))
    waves = clouds(painting, (14, 100), 4, 0.6)
    sea = (painting.y > 0.55) * np.ones_like(painting.x)
    painting.lay(sea, (0.42, 0.42, 0.42))
    painting.light += (sea * 0.2 * waves)[:, :, None]
    with painting.ink() as ink:
        ink.polygon(
            [(0.52, 0.78), (0.58, 0.86), (0.9, 0.86), (0.98, 0.74), (0.86, 0.8)], (0.1, 0.1, 0.1)
        )
        figure(ink, (0.7, 0.82), 0.42, (0.07, 0.07, 0.07))
        ink.line([(0.69, 0.55), (0.55, 0.42)], (0.07, 0.07, 0.07), 0.014)
        for number in range(17):
            angle = math.pi * (0.62 + 0.5 * number / 16)
            tip = (0.55 + 0.36 * math.cos(angle), 0.42 - 0.34 * math.sin(angle) + 0.2)
            ink.line([(0.55, 0.42), tip], (0.15, 0.15, 0.15), 0.0018)
        for ring in range(1, 8):
            arc = [
                (
                    0.55 + 0.36 * ring / 8 * math.cos(math.pi * (0.62 + 0.5 * n / 16)),
                    0.42 + (0.2 - 0.34 * math.sin(math.pi * (0.62 + 0.5 * n / 16))) * ring / 8,
                )
                for n in range(17)
            ]
            ink.line(arc, (0.15, 0.15, 0.15), 0.0018)


def _worn(painting: Painting) -> None:
    """Finish as an old black-and-white print: grain, corners, dust and scratches."""
    painting.monochrome((1.0, 0.985, 0.95))
    painting.vignette(0.5)
    with painting.ink() as ink:
        for x, y in painting.chance.uniform(0, 1, (26, 2)):
            size = float(painting.chance.uniform(0.0006, 0.002))
            ink.disc((float(x), float(y)), (size, size), (0.95, 0.95, 0.9), 0.7)
        for x in painting.chance.uniform(0.05, 0.95, 2):
            ink.line([(float(x), 0.0), (float(x) + 0.004, 1.0)], (0.9, 0.9, 0.88), 0.0008, 0.4)
    painting.grain(0.02)


def _profile(ink: Ink, centre: Point, tall: float, colour: Colour) -> None:
    size = (tall * 0.75, tall)
    ink.polygon(rounded(placed(_FACE, centre, size), 2), colour)
    ink.polygon(rounded(placed(_HAIR, centre, size)), (0.08, 0.08, 0.09))
    eye = placed([(-0.2, -0.1), (-0.12, -0.13), (-0.11, -0.09)], centre, size)
    ink.polygon(eye, (0.1, 0.1, 0.1))
    brow = placed([(-0.22, -0.155), (-0.16, -0.175), (-0.09, -0.16)], centre, size)
    ink.line(brow, (0.1, 0.1, 0.1), 0.006)


def _engine(ink: Ink) -> None:
    ink.box((0.5, 0.34, 0.66, 0.66), (0.14, 0.14, 0.15))
    ink.disc((0.58, 0.47), (0.085, 0.12), (0.1, 0.1, 0.11))
    ink.ring((0.58, 0.47), (0.085, 0.12), (0.4, 0.4, 0.4), 0.006)
    ink.disc((0.58, 0.47), (0.03, 0.042), (0.3, 0.3, 0.3))
    ink.box((0.565, 0.26, 0.6, 0.36), (0.1, 0.1, 0.1))
    ink.disc((0.58, 0.32), (0.018, 0.025), (0.98, 0.97, 0.9))
    ink.polygon([(0.48, 0.66), (0.68, 0.66), (0.71, 0.74), (0.45, 0.74)], (0.1, 0.1, 0.1))
    for x in (0.51, 0.65):
        ink.disc((x, 0.67), (0.012, 0.017), (0.6, 0.6, 0.6))


def _perforations(ink: Ink) -> None:
    base: Colour = (0.09, 0.07, 0.05)
    for strip in ((0, 0, 0.12, 1), (0.88, 0, 1, 1), (0, 0, 1, 0.05), (0, 0.95, 1, 1)):
        ink.box(strip, base)
    for number in range(4):
        y = 0.07 + number * 0.24
        for x in (0.03, 0.91):
            ink.box((x, y, x + 0.06, y + 0.12), (0.98, 0.98, 0.97))
