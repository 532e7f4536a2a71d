"""Goods on white by chance: a shape and a brand, and what may differ within a series."""

from __future__ import annotations

import colorsys
import math
from dataclasses import dataclass

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Ink, Painting, placed, rounded
from dedup_desk.engine.sample.terrain import clouds
from tests.benchmarks.labelled.canvas import Chance, between
from tests.benchmarks.labelled.words import name, word

_CIRCLE = [(math.cos(turn / 6.0), math.sin(turn / 6.0)) for turn in range(38)]
_VOLUMES = ("250 ml", "500 ml", "750 ml", "1 l")


@dataclass(frozen=True, slots=True)
class Article:
    """Which article of a series is shown.

    Attributes:
        volume: which of the sizes is printed on it.
        hue: added to the body's hue, 0 to 1.
        is_other_hand: the left one of a pair of right and left; the label stays readable.
        label: seed of the words on the label; 0 for those of the design.
        stripe: on the label; None for that of the design.
    """

    volume: int = 1
    hue: float = 0.0
    is_other_hand: bool = False
    label: int = 0
    stripe: Colour | None = None


def article(painting: Painting, design: Chance, shown: Article) -> None:
    """Draw one article of a series."""
    kind = _KINDS[int(design.integers(len(_KINDS)))]
    hue, strength, value = (
        design.uniform(0, 1),
        between(design, 0.4, 0.9),
        between(design, 0.3, 0.8),
    )
    body = colorsys.hsv_to_rgb((hue + shown.hue) % 1.0, strength, value)
    _table(painting, design)
    kind(painting, design, shown, body)
    painting.light += (0.012 * clouds(painting, (120, 110), 3, 0.8))[:, :, None]


def _table(painting: Painting, design: Chance) -> None:
    painting.gradient([(0, (0.97, 0.97, 0.975)), (0.75, (1, 1, 1)), (1, (0.95, 0.95, 0.955))])
    wide = between(design, 0.22, 0.36)
    for reach, deep, blur, strength in ((1.35, 0.05, 0.045, 0.35), (1.0, 0.022, 0.014, 0.45)):
        painting.cast_shadow(placed(_CIRCLE, (0.5, 0.9), (wide * reach, deep)), blur, strength)


def _vessel(painting: Painting, design: Chance, shown: Article, body: Colour) -> None:
    top, knots = between(design, 0.06, 0.2), int(design.integers(4, 8))
    wide = between(design, 0.12, 0.24)
    radii = np.concatenate(
        [[wide * between(design, 0.25, 0.7)], design.uniform(0.5, 1, knots) * wide]
    )
    down = (painting.y[:, 0] - top) / (0.9 - top)
    outline = np.interp(down, np.linspace(0, 1, knots + 1), radii)
    smooth = np.convolve(np.pad(outline, 30, mode="edge"), np.ones(61) / 61, "valid")
    offset = (painting.x - 0.5) / smooth[:, None]
    inside = ((down >= 0) & (down <= 1))[:, None]
    edge = np.clip((1 - np.abs(offset)) * smooth[:, None] * painting.width_px, 0, 1) * inside
    light = 0.45 + 0.6 * np.sqrt(np.clip(1 - (offset * 0.9 + 0.3) ** 2, 0, 1))
    painting.lay(edge, light[:, :, None] * np.asarray(body, np.float32))
    side = float(min(smooth[(down > 0.45) & (down < 0.8)])) * 0.9
    with painting.ink() as ink:
        ink.box((0.5 - radii[0], top - 0.04, 0.5 + radii[0], top + 0.02), (0.75, 0.62, 0.25))
        _label(ink, design, shown, (0.5 - side, 0.5, 0.5 + side, 0.8))


def _carton(painting: Painting, design: Chance, shown: Article, body: Colour) -> None:
    left, top = between(design, 0.18, 0.3), between(design, 0.15, 0.35)
    right = 1 - left - 0.08
    lift = between(design, 0.05, 0.1)
    dark: Colour = (body[0] * 0.65, body[1] * 0.65, body[2] * 0.65)
    pale: Colour = tuple(min(1.0, value * 1.25 + 0.05) for value in body)
    out = right + 0.1
    with painting.ink() as ink:
        ink.box((left, top, right, 0.9), body)
        ink.polygon([(right, top), (out, top - lift), (out, 0.9 - lift), (right, 0.9)], dark)
        ink.polygon([(left, top), (left + 0.1, top - lift), (out, top - lift), (right, top)], pale)
        for _ in range(int(design.integers(4, 10))):
            _dot(ink, design, (left, top, right, 0.9))
        _label(ink, design, shown, (left + 0.05, top + 0.1, right - 0.05, 0.78))


def _dot(ink: Ink, design: Chance, box: tuple[float, float, float, float]) -> None:
    left, top, right, foot = box
    radius = between(design, 0.01, 0.05)
    at = (
        between(design, left + radius, right - radius),
        between(design, top + radius, foot - radius),
    )
    ink.disc(at, (radius, radius * 1.2), tuple(design.uniform(0.1, 1, 3).tolist()))


def _bag(painting: Painting, design: Chance, shown: Article, body: Colour) -> None:
    dark: Colour = (body[0] * 0.55, body[1] * 0.55, body[2] * 0.55)
    top, spread = between(design, 0.34, 0.44), between(design, 0.02, 0.08)
    with painting.ink() as ink:
        ink.ring((0.5, top), (between(design, 0.12, 0.2), 0.22), dark, 0.02)
        front = [(0.22, top), (0.78, top), (0.78 + spread, 0.9), (0.22 - spread, 0.9)]
        ink.polygon(front, body)
        flap = between(design, 0.5, 0.66)
        ink.polygon(
            [(0.21, top), (0.79, top), (0.74, flap), (0.5, flap + 0.05), (0.26, flap)], dark
        )
        for number in range(44):
            x = 0.2 + number * 0.014
            ink.line([(x, 0.875), (x + 0.008, 0.875)], (0.95, 0.85, 0.7), 0.002)
        x = 0.3 if shown.is_other_hand else 0.6
        ink.ring((x + 0.05, 0.62), (0.03, 0.035), (0.8, 0.68, 0.3), 0.008)
        _label(ink, design, shown, (0.36, flap + 0.07, 0.64, 0.86))


def _boot(painting: Painting, design: Chance, shown: Article, body: Colour) -> None:
    shaft, toe = between(design, 0.12, 0.45), between(design, 0.82, 0.95)
    side = [
        (0.16, shaft),
        (0.4, shaft),
        (0.43, 0.55),
        (0.62, 0.62),
        (toe, 0.7),
        (toe, 0.84),
        (0.14, 0.84),
    ]
    flip = [(1 - x if shown.is_other_hand else x, y) for x, y in side]
    dark: Colour = (body[0] * 0.4, body[1] * 0.4, body[2] * 0.4)
    sole = [(0.13, 0.83), (toe + 0.02, 0.83), (toe + 0.01, 0.9), (0.14, 0.9)]
    with painting.ink() as ink:
        ink.polygon(rounded(flip, 2), body)
        ink.polygon([(1 - x if shown.is_other_hand else x, y) for x, y in sole], dark)
        for number in range(int(design.integers(4, 8))):
            x, y = 0.44 + 0.03 * number, 0.52 + 0.025 * number
            x = 1 - x if shown.is_other_hand else x
            ink.line([(x, y), (x - 0.05, y + 0.05)], (0.92, 0.88, 0.8), 0.008)
        left = 0.62 if shown.is_other_hand else 0.18
        _label(ink, design, shown, (left, 0.66, left + 0.2, 0.8))


def _label(
    ink: Ink, design: Chance, shown: Article, box: tuple[float, float, float, float]
) -> None:
    left, top, right, foot = box
    wide, tall, middle = right - left, foot - top, (left + right) / 2
    paper, brand, maker = design.uniform(0.8, 1.0, 3), word(design).upper(), name(design)
    said = np.random.default_rng([shown.label, 77])
    stripe = tuple(design.uniform(0.1, 0.7, 3).tolist())
    stripe = shown.stripe or stripe
    ink.box(box, tuple(paper.tolist()))
    ink.box((left, top + tall * 0.06, right, top + tall * 0.12), stripe)
    brand = brand if shown.label == 0 else word(said).upper()
    maker = maker if shown.label == 0 else name(said)
    for text, at, share in ((brand, 0.2, 0.2), (maker, 0.5, 0.1)):
        size = min(tall * share, wide * 0.9 / max(len(text), 1) * 1.7)
        ink.text(centred(text, size, 0.04), (middle, top + tall * at), (0.12, 0.1, 0.1))
    ink.text(
        Lettering(_VOLUMES[shown.volume], tall * 0.13, 0.5), (middle, top + tall * 0.75), stripe
    )


_KINDS = (_vessel, _carton, _bag, _boot)
_WITH_HANDS = (_bag, _boot)


def has_hands(design: Chance) -> bool:
    """Say whether the article of this design comes as a right one and a left one."""
    return _KINDS[int(design.integers(len(_KINDS)))] in _WITH_HANDS
