"""People as silhouettes."""

from __future__ import annotations

from enum import Enum

from dedup_desk.engine.sample.painting import Colour, Ink, Point


class Wears(Enum):
    """What tells one silhouette from another."""

    COAT = "coat"
    HAT = "hat"
    SKIRT = "skirt"


def figure(ink: Ink, foot: Point, tall: float, colour: Colour, wears: Wears = Wears.HAT) -> None:
    """Draw a standing person; `tall` is a share of the picture's height."""
    x, y = foot
    head = (x, y - tall * 0.92)
    ink.disc(head, (tall * 0.05, tall * 0.075), colour)
    coat = 0.17 if wears is Wears.SKIRT else 0.1
    ink.polygon(
        [
            (x - tall * 0.1, y - tall * 0.8),
            (x + tall * 0.1, y - tall * 0.8),
            (x + tall * coat, y - tall * 0.32),
            (x - tall * coat, y - tall * 0.32),
        ],
        colour,
    )
    for side in (-1, 1):
        ink.line(
            [(x + side * tall * 0.045, y - tall * 0.36), (x + side * tall * 0.06, y)],
            colour,
            tall * 0.055,
        )
        ink.line(
            [(x + side * tall * 0.1, y - tall * 0.76), (x + side * tall * 0.15, y - tall * 0.44)],
            colour,
            tall * 0.04,
        )
    if wears is Wears.HAT:
        ink.polygon(
            [
                (x - tall * 0.11, y - tall * 0.95),
                (x + tall * 0.11, y - tall * 0.95),
                (x + tall * 0.05, y - tall * 1.02),
                (x - tall * 0.05, y - tall * 1.02),
            ],
            colour,
        )
