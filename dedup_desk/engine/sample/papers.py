"""Scanned papers: deeds of one form, a stamped page, a letter, a newspaper, a survey, a table."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Ink, Painting, Point
from dedup_desk.engine.sample.terrain import clouds

_INK: Colour = (0.1, 0.09, 0.12)
_BLUE: Colour = (0.08, 0.12, 0.4)

FORM = (
    "THIS DEED is made between the parties named below, and witnesses that",
    "the party of the first part, in consideration of the sum stated, grants",
    "and conveys to the party of the second part ALL THAT piece or parcel of",
    "ground registered in the Land Office under the number below, together",
    "with the messuages, erections and buildings thereon, and all rights of",
    "way, water and light now enjoyed with it, TO HOLD the same for the",
    "residue of the term of years created by the Crown lease, subject to the",
    "payment of the rent and to the covenants and conditions therein.",
)


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a clerk wrote into the form.

    Attributes:
        number: of the deed, as typed at the top.
        lines: (label of the form, what was written) in order.
        hand: seed of the signatures' shape.
    """

    number: str
    lines: tuple[tuple[str, str], ...]
    hand: int


FIRST = Particulars(
    "Memorial No. 48 213",
    (
        ("Date", "14 March 1951"),
        ("First part", "Chan Wing Fat, merchant"),
        ("Second part", "Ho Sau Ying, widow"),
        ("Parcel", "Inland Lot 2 217, section C"),
        ("Sum", "$ 38,500"),
    ),
    3,
)
SECOND = Particulars(
    "Memorial No. 51 706",
    (
        ("Date", "2 October 1952"),
        ("First part", "Lee Kam Tong, shipwright"),
        ("Second part", "Wong Chi Ming, clerk"),
        ("Parcel", "Inland Lot 3 094, section A"),
        ("Sum", "$ 61,250"),
    ),
    8,
)

TALL = ("first_deed", "second_deed", "stamped_deed", "letter", "newspaper", "ledger_page")
STAMP_BOX = (0.62, 0.715, 0.88, 0.8)
"""Where the registry's stamp stands on the stamped deed: left, top, right, bottom (shares)."""


def _deed(painting: Painting, particulars: Particulars, *, stamped: bool = False) -> None:
    _sheet(painting, (0.95, 0.92, 0.83))
    _bound(painting)
    with painting.ink() as ink:
        ink.text(centred("LAND OFFICE", 0.03, 0.05), (0.5, 0.06), _INK)
        ink.text(centred("ASSIGNMENT OF LEASEHOLD", 0.022), (0.5, 0.1), _INK)
        ink.line([(0.1, 0.135), (0.9, 0.135)], _INK, 0.0025)
        for number, line in enumerate(FORM):
            ink.text(Lettering(line, 0.0165), (0.1, 0.2 + number * 0.03), _INK)
        for number, (label, _) in enumerate(particulars.lines):
            y = 0.485 + number * 0.045
            ink.text(Lettering(label, 0.015), (0.1, y), _INK)
            ink.line([(0.26, y + 0.022), (0.9, y + 0.022)], _INK, 0.001)
        for x, label in ((0.22, "Signed, first part"), (0.58, "Signed, second part")):
            ink.line([(x, 0.88), (x + 0.3, 0.88)], _INK, 0.001)
            ink.text(Lettering(label, 0.013), (x, 0.89), _INK)
        ink.text(centred("Form L.O. 12   (5,000)   3/49", 0.011), (0.5, 0.945), _INK)
        _fill_in(ink, particulars)
        if stamped:
            _stamp(ink)


first_deed = partial(_deed, particulars=FIRST)
second_deed = partial(_deed, particulars=SECOND)
stamped_deed = partial(_deed, particulars=FIRST, stamped=True)


def letter(painting: Painting) -> None:
    """A letter in a running hand with a letterhead."""
    _sheet(painting, (0.9, 0.93, 0.95))
    with painting.ink() as ink:
        ink.disc((0.14, 0.085), (0.055, 0.041), (0.5, 0.12, 0.1))
        ink.text(Lettering("山", 0.05, anchor=0.5), (0.14, 0.06), (0.95, 0.9, 0.85))
        ink.text(
            Lettering("North Point Pictures", 0.024, weight=0.03), (0.23, 0.06), (0.5, 0.12, 0.1)
        )
        ink.text(Lettering("King's Road 338, Hong Kong", 0.014), (0.23, 0.1), _INK)
        for number in range(17):
            end = 0.9 if number % 6 != 5 else 0.45
            _scrawl(
                ink, painting.chance, (0.1 + 0.05 * (number % 6 == 0), 0.2 + number * 0.037, end)
            )
        _signature(ink, (0.56, 0.88), 21)
    painting.light *= np.asarray((1.0, 0.99, 0.97), np.float32)


def newspaper(painting: Painting) -> None:
    """A front page: title, columns, one halftone picture."""
    _sheet(painting, (0.86, 0.83, 0.76))
    with painting.ink() as ink:
        ink.text(centred("The Victoria Courier", 0.055, 0.04), (0.5, 0.03), _INK)
        ink.line([(0.05, 0.105), (0.95, 0.105)], _INK, 0.003)
        ink.text(
            centred("No. 8,214     SATURDAY, 3 SEPTEMBER 1966     TEN CENTS", 0.012),
            (0.5, 0.112),
            _INK,
        )
        ink.text(Lettering("TYPHOON PASSES,", 0.05, weight=0.05), (0.05, 0.145), _INK)
        ink.text(Lettering("FERRIES RUN AGAIN", 0.05, weight=0.05), (0.05, 0.205), _INK)
        for column in range(4):
            top = 0.58 if column in (1, 2) else 0.29
            _column(ink, painting.chance, (0.05 + column * 0.23, top, 0.21))
        _halftone(ink, (0.28, 0.29, 0.72, 0.55))
    painting.soften(0.7)


def survey(painting: Painting) -> None:
    """A survey sheet: contour lines, a stream, roads, a grid."""
    _sheet(painting, (0.95, 0.94, 0.88))
    height = clouds(painting, (3, 3), 5, 0.42) + 0.9 * np.exp(
        -((painting.x - 0.3) ** 2 + (painting.y - 0.62) ** 2) * 9
    )
    across = np.abs(np.gradient(height, axis=1)) + np.abs(np.gradient(height, axis=0)) + 1e-5
    for step, strength in ((12, 0.55), (2.4, 0.9)):
        level = np.abs((height * step + 0.5) % 1.0 - 0.5) / (across * step)
        painting.lay(
            np.clip(1.4 - level, 0, 1).astype(np.float32) * np.float32(strength), (0.62, 0.36, 0.16)
        )
    painting.lay(np.clip((-0.35 - height) * 40, 0, 0.6).astype(np.float32), (0.55, 0.75, 0.88))
    with painting.ink() as ink:
        for number in range(1, 6):
            ink.line([(number / 6, 0.04), (number / 6, 0.96)], (0.4, 0.4, 0.55), 0.001)
            ink.line([(0.03, number / 6), (0.97, number / 6)], (0.4, 0.4, 0.55), 0.001)
            ink.text(
                Lettering(str(814 + number), 0.016), (number / 6 + 0.004, 0.05), (0.3, 0.3, 0.5)
            )
        road = [(x, 0.3 + 0.25 * math.sin(x * 6) * x) for x in np.linspace(0.03, 0.97, 60).tolist()]
        ink.line(road, _INK, 0.007)
        ink.line(road, (0.9, 0.45, 0.25), 0.004)
        for x, y in painting.chance.uniform(0.08, 0.92, (60, 2)).tolist():
            ink.box((x, y, x + 0.009, y + 0.009), _INK)
        ink.box((0.66, 0.78, 0.95, 0.94), (0.95, 0.94, 0.88))
        ink.text(Lettering("SHEET 7  SHEUNG SHAN", 0.026, weight=0.03), (0.675, 0.8), _INK)
        ink.text(Lettering("Scale 1 : 10 000   Surveyed 1957", 0.018), (0.675, 0.85), _INK)
        ink.line([(0.675, 0.91), (0.93, 0.91)], _INK, 0.004)


def ledger_page(painting: Painting) -> None:
    """A page of a shop's ledger: ruled columns, figures."""
    _sheet(painting, (0.9, 0.94, 0.86))
    with painting.ink() as ink:
        ink.text(Lettering("Day book, June 1938", 0.026, weight=0.02), (0.1, 0.05), _BLUE)
        for row in range(30):
            y = 0.12 + row * 0.028
            ink.line([(0.05, y), (0.95, y)], (0.55, 0.66, 0.75), 0.001)
        for x in (0.16, 0.62, 0.78, 0.86):
            ink.line([(x, 0.1), (x, 0.95)], (0.8, 0.35, 0.35), 0.0015)
        for row in range(27):
            y = 0.125 + row * 0.028
            ink.text(Lettering(str(1 + row), 0.014), (0.08, y), _BLUE)
            _scrawl(
                ink, painting.chance, (0.18, y + 0.012, float(painting.chance.uniform(0.35, 0.58)))
            )
            figures = (
                f"{int(painting.chance.integers(1, 900))}.{int(painting.chance.integers(100)):02d}"
            )
            ink.text(Lettering(figures, 0.015, anchor=1.0), (0.85 if row % 3 else 0.77, y), _BLUE)
    painting.shade(1.0 - 0.35 * np.exp(-painting.x * 30) * np.ones_like(painting.y))


def _sheet(painting: Painting, paper: Colour) -> None:
    painting.gradient([(0, paper), (1, paper)])
    painting.light += 0.012 * clouds(painting, (4, 4), 6, 0.7)[:, :, None]
    painting.light += 0.012 * clouds(painting, (160, 160), 2, 0.8)[:, :, None]
    painting.vignette(0.14)
    edge = np.minimum(painting.x, 1 - painting.x) + 0 * painting.y
    edge = np.minimum(edge, np.minimum(painting.y, 1 - painting.y))
    painting.shade(0.72 + 0.28 * np.clip(edge * 60, 0, 1))


def _bound(painting: Painting) -> None:
    """Let the page lie in its volume: a dark gutter, a seal, the scanner's bed around."""
    painting.shade(1.0 - 0.6 * np.exp(-painting.x * 11) * np.ones_like(painting.y))
    bed = np.clip((painting.x - 0.955) * 300, 0, 1) + np.clip((painting.y - 0.975) * 300, 0, 1)
    painting.lay(np.clip(bed, 0, 1), (0.13, 0.12, 0.12))
    with painting.ink() as ink:
        ink.disc((0.13, 0.785), (0.055, 0.041), (0.6, 0.1, 0.1))
        ink.ring((0.13, 0.785), (0.042, 0.031), (0.45, 0.06, 0.06), 0.004)
        for start in (0.11, 0.14):
            ink.polygon(
                [(start, 0.82), (start + 0.025, 0.82), (start + 0.02, 0.9), (start, 0.89)],
                (0.5, 0.08, 0.08),
            )


def _fill_in(ink: Ink, particulars: Particulars) -> None:
    ink.text(Lettering(particulars.number, 0.018), (0.1, 0.155), _BLUE)
    for number, (_, written) in enumerate(particulars.lines):
        ink.text(Lettering(written, 0.0215, slant=0.28), (0.28, 0.481 + number * 0.045), _BLUE)
    _signature(ink, (0.24, 0.855), particulars.hand)
    _signature(ink, (0.62, 0.855), particulars.hand + 1)


def _stamp(ink: Ink) -> None:
    left, top, right, bottom = STAMP_BOX
    red: Colour = (0.82, 0.4, 0.38)
    for inset in (0.0, 0.01):
        corners = [
            (left + inset, top + inset * 0.75),
            (right - inset, top + inset * 0.75),
            (right - inset, bottom - inset * 0.75),
            (left + inset, bottom - inset * 0.75),
        ]
        ink.line([*corners, corners[0]], red, 0.003)
    lines = (
        ("REGISTERED", 0.018, 0.014),
        ("17 MAR 1951", 0.015, 0.039),
        ("LAND OFFICE", 0.011, 0.061),
    )
    for words, height, below in lines:
        ink.text(centred(words, height, 0.03), ((left + right) / 2, top + below), red)


def _signature(ink: Ink, start: Point, hand: int) -> None:
    chance = np.random.default_rng(hand)
    x, y = start
    points: list[Point] = []
    for step in range(90):
        share = step / 89
        swing = 0.014 * math.sin(step * (0.5 + 0.04 * hand)) * (1.5 - share)
        points.append(
            (
                x + 0.24 * share + 0.01 * math.sin(step * 0.9),
                y + swing + float(chance.normal(0, 0.001)),
            )
        )
    ink.line(points, _BLUE, 0.0035)
    ink.line([(x, y + 0.018), (x + 0.27, y + 0.008)], _BLUE, 0.0025)


def _scrawl(ink: Ink, chance: np.random.Generator, place: tuple[float, float, float]) -> None:
    x, y, end = place
    while x < end:
        wide = float(chance.uniform(0.03, 0.09))
        steps = max(6, round(wide * 240))
        heights: Sequence[float] = chance.uniform(-1, 1, steps).tolist()
        points = [
            (x + wide * n / steps, y + 0.006 * heights[n] * (1.9 if n % 7 == 0 else 0.8))
            for n in range(steps)
        ]
        ink.line(points, _BLUE, 0.0028)
        x += wide + 0.016


def _column(ink: Ink, chance: np.random.Generator, place: tuple[float, float, float]) -> None:
    left, top, wide = place
    y, row = top, 0
    while y < 0.95:
        if row % 19 == 0:
            ink.box((left, y, left + wide * float(chance.uniform(0.6, 0.95)), y + 0.011), _INK)
            y += 0.02
        x, end = left, left + wide * (1.0 if row % 8 != 7 else float(chance.uniform(0.3, 0.8)))
        while x < end - 0.01:
            word = min(float(chance.uniform(0.008, 0.035)), end - x)
            ink.veil((x, y, x + word, y + 0.0055), _INK, 0.8)
            x += word + 0.006
        y, row = y + 0.0105, row + 1


def _halftone(ink: Ink, corners: tuple[float, float, float, float]) -> None:
    left, top, right, bottom = corners
    ink.box(corners, (0.8, 0.77, 0.7))
    for row in np.arange(top + 0.004, bottom, 0.0068).tolist():
        for column in np.arange(left + 0.004, right, 0.009).tolist():
            across, down = (column - left) / (right - left), (row - top) / (bottom - top)
            wave = 0.5 + 0.3 * math.sin(across * 9 + 6 * down) + 0.4 * (down - 0.4)
            boat = abs(across - 0.55) < 0.2 - abs(down - 0.55) and down < 0.62
            size = 0.0048 * min(1.0, max(0.1, 0.95 if boat else wave * 0.8))
            ink.disc((column, row), (size, size * 0.75), _INK)
