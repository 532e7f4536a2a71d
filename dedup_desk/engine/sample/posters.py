"""Posters with lettering."""

from __future__ import annotations

import math

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Painting
from dedup_desk.engine.sample.people import figure
from dedup_desk.engine.sample.terrain import Hills, clouds, raise_hills

TALL = ("mountain_film", "harbour_line", "night_music", "tea_house")

_CREAM: Colour = (0.96, 0.91, 0.78)


def mountain_film(painting: Painting) -> None:
    """A film poster: a small figure below a red mountain, three brushed characters."""
    painting.gradient([(0, (0.95, 0.72, 0.3)), (0.6, (0.9, 0.35, 0.18)), (1, (0.35, 0.06, 0.08))])
    peak = -0.26 * np.exp(-(((painting.x - 0.6) / 0.22) ** 2))
    raise_hills(painting, Hills(0.72, 0.04, (0.3, 0.04, 0.06), (0.72, 0.16, 0.1), 5, 0.55), peak)
    raise_hills(painting, Hills(0.88, 0.02, (0.05, 0.02, 0.04), (0.15, 0.04, 0.06), 7, 0.6))
    with painting.ink() as ink:
        ink.disc((0.28, 0.38), (0.13, 0.0975), _CREAM)
        for at, sign in enumerate("山中人"):
            ink.text(
                Lettering(sign, 0.13, anchor=0.5), (0.84, 0.06 + 0.15 * at), (0.12, 0.03, 0.03)
            )
        figure(ink, (0.3, 0.93), 0.12, (0.02, 0.01, 0.02))
        ink.text(
            Lettering("THE MAN IN THE MOUNTAIN", 0.026, weight=0.03),
            (0.06, 0.05),
            (0.12, 0.03, 0.03),
        )
        ink.text(Lettering("A NORTH POINT PICTURE", 0.017), (0.06, 0.09), (0.12, 0.03, 0.03))
        ink.text(
            centred("IN GLORIOUS COLOUR  -  FROM 16 FEBRUARY  -  LYRIC THEATRE", 0.014),
            (0.5, 0.965),
            _CREAM,
        )
    _paper(painting)


def harbour_line(painting: Painting) -> None:
    """A travel poster: a liner bow-on, flat colours."""
    painting.gradient(
        [
            (0, (0.3, 0.66, 0.75)),
            (0.62, (0.93, 0.86, 0.66)),
            (0.63, (0.1, 0.3, 0.4)),
            (1, (0.06, 0.2, 0.3)),
        ]
    )
    with painting.ink() as ink:
        for number in range(18):
            angle = math.pi * number / 17
            tip = [
                (0.5 + 1.2 * math.cos(a), 0.6 - 0.9 * math.sin(a))
                for a in (angle - 0.045, angle + 0.045)
            ]
            ink.polygon([(0.5, 0.6), *tip], (0.98, 0.9, 0.6), 0.55)
        ink.polygon(
            [(0.5, 0.88), (0.3, 0.8), (0.22, 0.42), (0.5, 0.47), (0.78, 0.42), (0.7, 0.8)],
            (0.08, 0.09, 0.12),
        )
        ink.polygon([(0.5, 0.88), (0.5, 0.47), (0.78, 0.42), (0.7, 0.8)], (0.16, 0.17, 0.21))
        ink.polygon(
            [(0.5, 0.88), (0.3, 0.8), (0.285, 0.73), (0.5, 0.8), (0.715, 0.73), (0.7, 0.8)],
            (0.72, 0.16, 0.12),
        )
        for level, wide in ((0.4, 0.24), (0.35, 0.2), (0.3, 0.15)):
            ink.box((0.5 - wide, level, 0.5 + wide, level + 0.045), (0.96, 0.95, 0.9))
            for x in np.arange(0.5 - wide + 0.02, 0.5 + wide - 0.02, 0.035):
                ink.box((float(x), level + 0.012, float(x) + 0.018, level + 0.03), (0.2, 0.3, 0.4))
        ink.box((0.42, 0.17, 0.58, 0.3), (0.8, 0.2, 0.12))
        ink.box((0.42, 0.17, 0.58, 0.2), (0.08, 0.09, 0.12))
        ink.text(centred("HARBOUR LINE", 0.075, 0.05), (0.5, 0.05), (0.08, 0.15, 0.25))
        ink.text(centred("MACAO  MANILA  YOKOHAMA", 0.03, 0.03), (0.5, 0.915), _CREAM)
        ink.text(centred("EVERY SECOND THURSDAY", 0.018), (0.5, 0.957), _CREAM)
    _paper(painting)


def night_music(painting: Painting) -> None:
    """A concert poster: rings and letters."""
    ratio = painting.height_px / painting.width_px
    away = np.hypot(painting.x - 0.38, (painting.y - 0.42) * ratio)
    wave = np.sin(away * 62 - 3 * np.arctan2(painting.y - 0.42, painting.x - 0.38))
    painting.light[:] = np.asarray((0.07, 0.08, 0.2), np.float32)
    painting.lay(np.clip(wave * 5, 0, 1) * (away < 0.52), (0.95, 0.45, 0.2))
    painting.lay(np.clip((0.14 - away) * 200, 0, 1), (0.97, 0.9, 0.7))
    with painting.ink() as ink:
        ink.text(Lettering("NIGHT", 0.12, weight=0.06), (0.07, 0.74), _CREAM)
        ink.text(Lettering("MUSIC", 0.12, weight=0.06, slant=0.25), (0.3, 0.85), (0.95, 0.45, 0.2))
        for number, line in enumerate(("CITY HALL", "12 MAY 1974", "8 PM", "$3  $5")):
            ink.text(Lettering(line, 0.024, anchor=1.0), (0.94, 0.05 + number * 0.035), _CREAM)
    _paper(painting)


def tea_house(painting: Painting) -> None:
    """An advertisement: a brushed character, a steaming cup, a checked border."""
    painting.gradient([(0, (0.9, 0.86, 0.7)), (1, (0.82, 0.74, 0.52))])
    with painting.ink() as ink:
        for row in range(28):
            for column in range(21):
                if (row + column) % 2 and (row in (0, 1, 26, 27) or column in (0, 1, 19, 20)):
                    ink.box(
                        (column / 21, row / 28, (column + 1) / 21, (row + 1) / 28),
                        (0.12, 0.36, 0.26),
                    )
        ink.text(Lettering("茶", 0.34, anchor=0.5), (0.5, 0.11), (0.7, 0.12, 0.08))
        ink.polygon([(0.24, 0.6), (0.76, 0.6), (0.66, 0.8), (0.34, 0.8)], (0.12, 0.36, 0.26))
        ink.disc((0.5, 0.6), (0.26, 0.045), (0.9, 0.93, 0.88))
        ink.disc((0.5, 0.602), (0.23, 0.035), (0.5, 0.26, 0.08))
        ink.disc((0.5, 0.815), (0.32, 0.025), (0.1, 0.3, 0.22))
        for x in (0.4, 0.5, 0.6):
            steam = [(x + 0.02 * math.sin(n / 2.0 + x * 20), 0.57 - n * 0.008) for n in range(14)]
            ink.line(steam, (0.98, 0.97, 0.92), 0.01, 0.8)
        ink.text(centred("MOUNTAIN TEA", 0.06, 0.06), (0.5, 0.855), (0.7, 0.12, 0.08))
    _paper(painting)


def _paper(painting: Painting) -> None:
    """Let paper fibre, a fold and worn edges show."""
    painting.light *= (1.0 + 0.05 * clouds(painting, (60, 80), 4, 0.75))[:, :, None]
    fold = np.exp(-(((painting.y - 0.5) * painting.height_px / 3.0) ** 2))
    painting.shade(1.0 - 0.14 * fold * np.ones_like(painting.x))
    painting.vignette(0.2)
