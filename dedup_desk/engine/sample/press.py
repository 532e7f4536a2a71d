"""Press photographs: a match, a speech, a race."""

from __future__ import annotations

import math

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Ink, Painting, Point, placed, rounded
from dedup_desk.engine.sample.terrain import clouds

_SKIN: Colour = (0.78, 0.58, 0.45)
_LEGS = (
    [(0.0, 0.45), (-0.06, 0.2), (-0.13, 0.0)],
    [(0.02, 0.45), (0.13, 0.25), (0.22, 0.08)],
)
_ARMS = ([(-0.1, 0.78), (-0.25, 0.54)], [(0.1, 0.78), (0.25, 0.66)])
_SHORTS = [(-0.1, 0.5), (0.09, 0.5), (0.12, 0.32), (-0.1, 0.32)]
_SHIRT = [(-0.13, 0.84), (0.11, 0.84), (0.095, 0.45), (-0.105, 0.45)]
"""A footballer; (0, 0) between the feet, height 1, up is positive."""

_SUIT = [(-0.2, 0.45), (-0.17, 0.24), (-0.05, 0.17), (0.05, 0.17), (0.17, 0.24), (0.2, 0.45)]
_TIE = [(-0.014, 0.19), (0.014, 0.19), (0.02, 0.36), (0.0, 0.4), (-0.02, 0.36)]
_FRINGE = [
    (-0.08, -0.02),
    (-0.07, -0.13),
    (0.0, -0.18),
    (0.07, -0.13),
    (0.08, -0.02),
    (0.05, -0.07),
    (-0.03, -0.085),
]
"""A speaker from the waist up; (0, 0) in the middle of the face."""


def football(painting: Painting) -> None:
    """A striker shoots before a full stand."""
    painting.gradient(
        [
            (0, (0.16, 0.17, 0.2)),
            (0.45, (0.3, 0.28, 0.28)),
            (0.5, (0.25, 0.5, 0.2)),
            (1, (0.16, 0.4, 0.14)),
        ]
    )
    with painting.ink() as ink:
        for y in np.arange(0.04, 0.44, 0.035):
            for x in np.arange(0.0, 1.0, 0.02):
                _head(ink, painting.chance, (float(x), float(y)))
        ink.box((0, 0.42, 1, 0.5), (0.85, 0.86, 0.88))
        ink.text(
            Lettering("TEA  *  FERRY  *  RADIO 88  *  TEA  *  FERRY", 0.045, weight=0.04),
            (0.02, 0.44),
            (0.7, 0.1, 0.1),
        )
        for number in range(5):
            ink.polygon(
                [
                    (number * 0.25 - 0.1, 0.5),
                    (number * 0.25 + 0.02, 0.5),
                    (number * 0.3, 1),
                    (number * 0.3 - 0.2, 1),
                ],
                (0.24, 0.5, 0.2),
                0.5,
            )
        _player(ink, (0.4, 0.92), 0.62, (0.8, 0.12, 0.12))
        _player(ink, (0.75, 0.84), 0.48, (0.95, 0.95, 0.95))
        ink.disc((0.56, 0.9), (0.022, 0.029), (0.96, 0.96, 0.94))
        ink.disc((0.563, 0.897), (0.008, 0.01), (0.1, 0.1, 0.1))
    painting.light += 0.04 * clouds(painting, (80, 60), 4, 0.75)[:, :, None]


def press_conference(painting: Painting) -> None:
    """A speaker behind microphones, flags at both sides."""
    painting.gradient([(0, (0.12, 0.16, 0.32)), (1, (0.22, 0.26, 0.44))])
    painting.shine((0.48, 0.3), 0.3, (0.5, 0.5, 0.45), 0.6)
    with painting.ink() as ink:
        for x, colour in ((0.08, (0.75, 0.1, 0.12)), (0.8, (0.1, 0.35, 0.2))):
            for fold in range(5):
                tone = 0.7 + 0.3 * math.sin(fold * 2.2)
                left = x + fold * 0.024
                shade = (colour[0] * tone, colour[1] * tone, colour[2] * tone)
                ink.polygon(
                    [(left, 0.08), (left + 0.026, 0.1), (left + 0.03, 0.8), (left + 0.004, 0.82)],
                    shade,
                )
        _bust(ink, (0.48, 0.3), (0.2, 0.22, 0.26))
        ink.polygon([(0.24, 0.72), (0.74, 0.72), (0.7, 1.05), (0.28, 1.05)], (0.42, 0.26, 0.14))
        ink.box((0.22, 0.69, 0.76, 0.74), (0.55, 0.36, 0.2))
        for x, lean in ((0.36, 0.04), (0.42, 0.03), (0.53, -0.02), (0.6, -0.05)):
            ink.line([(x, 0.7), (x + lean, 0.56)], (0.08, 0.08, 0.08), 0.006)
            ink.disc((x + lean, 0.55), (0.014, 0.03), (0.12, 0.12, 0.14))
        ink.text(centred("HARBOUR WORKS", 0.05, 0.05), (0.49, 0.84), (0.95, 0.85, 0.55))
    painting.light += 0.03 * clouds(painting, (40, 40), 5, 0.7)[:, :, None]


def dragon_boats(painting: Painting) -> None:
    """Two long boats race, seen obliquely from above."""
    waves = clouds(painting, (20, 60), 5, 0.65)
    painting.gradient([(0, (0.3, 0.48, 0.55)), (1, (0.1, 0.28, 0.36))])
    painting.light += (0.22 * waves)[:, :, None]
    with painting.ink() as ink:
        for (x, y), colour in (
            ((0.08, 0.74), (0.78, 0.16, 0.1)),
            ((0.02, 0.4), (0.12, 0.3, 0.6)),
            ((0.3, 0.98), (0.9, 0.65, 0.1)),
        ):
            end = (x + 0.86, y - 0.34)
            ink.line(
                [(x - 0.03, y + 0.035), (end[0], end[1] + 0.04)], (0.9, 0.95, 0.95), 0.03, 0.35
            )
            ink.line([(x, y), end], colour, 0.03)
            ink.disc((end[0] + 0.01, end[1] - 0.015), (0.024, 0.03), (0.9, 0.75, 0.2))
            for number in range(11):
                share = 0.08 + number * 0.08
                seat = (x + 0.86 * share, y - 0.34 * share)
                ink.line(
                    [(seat[0] + 0.005, seat[1] - 0.02), (seat[0] - 0.04, seat[1] + 0.09)],
                    (0.5, 0.35, 0.2),
                    0.005,
                )
                ink.disc((seat[0], seat[1] - 0.02), (0.015, 0.022), (0.95, 0.93, 0.88))
                ink.disc((seat[0] + 0.004, seat[1] - 0.045), (0.009, 0.013), (0.2, 0.14, 0.1))


def _head(ink: Ink, chance: np.random.Generator, at: Point) -> None:
    x = at[0] + float(chance.uniform(-0.004, 0.004))
    y = at[1] + float(chance.uniform(-0.008, 0.008))
    tone = float(chance.uniform(0.3, 0.9))
    red, green, blue = (float(value) * tone for value in chance.uniform(0.3, 1.0, 3))
    ink.disc((x, y + 0.022), (0.009, 0.016), (red, green, blue))
    ink.disc((x, y), (0.0055, 0.009), (0.75 * tone, 0.58 * tone, 0.48 * tone))


def _player(ink: Ink, foot: Point, tall: float, shirt: Colour) -> None:
    size = (tall, -tall)
    for limb in _LEGS:
        ink.line(placed(limb, foot, size), _SKIN, tall * 0.06)
    for limb in _ARMS:
        ink.line(placed(limb, foot, size), _SKIN, tall * 0.04)
    ink.polygon(placed(_SHORTS, foot, size), (0.95, 0.95, 0.95))
    ink.polygon(rounded(placed(_SHIRT, foot, size), 1), shirt)
    (head, hair), (number_at,) = (
        placed([(0.02, 0.91), (0.01, 0.95)], foot, size),
        placed([(-0.01, 0.74)], foot, size),
    )
    ink.disc(head, (tall * 0.055, tall * 0.08), _SKIN)
    ink.disc(hair, (tall * 0.055, tall * 0.055), (0.1, 0.07, 0.05))
    number: Colour = (1, 1, 1) if shirt[1] < 0.5 else (0.1, 0.1, 0.3)
    ink.text(centred("9", tall * 0.16, 0.06), number_at, number)


def _bust(ink: Ink, head: Point, suit: Colour) -> None:
    one = (1.0, 1.0)
    ink.polygon(placed(_SUIT, head, one), suit)
    ink.polygon(placed([(-0.045, 0.17), (0.045, 0.17), (0.0, 0.36)], head, one), (0.95, 0.95, 0.95))
    ink.polygon(placed(_TIE, head, one), (0.6, 0.1, 0.15))
    x, y = head
    ink.box((x - 0.03, y + 0.08, x + 0.03, y + 0.18), (0.74, 0.56, 0.45))
    ink.disc(head, (0.068, 0.125), (0.82, 0.64, 0.52))
    ink.polygon(rounded(placed(_FRINGE, head, one), 2), (0.16, 0.13, 0.12))
    for side in (-1, 1):
        ink.disc((x + side * 0.026, y), (0.01, 0.009), (0.12, 0.1, 0.1))
        brow = placed([(side * 0.012, -0.03), (side * 0.042, -0.034)], head, one)
        ink.line(brow, (0.2, 0.15, 0.12), 0.005)
    ink.line(placed([(-0.024, 0.065), (0.024, 0.065)], head, one), (0.6, 0.3, 0.28), 0.006)
    nose = placed([(0.0, 0.0), (0.008, 0.035), (-0.004, 0.038)], head, one)
    ink.line(nose, (0.62, 0.46, 0.37), 0.003)
