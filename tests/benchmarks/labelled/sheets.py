"""Posters and papers by chance: a layout from one chance, what it says from another."""

from __future__ import annotations

import math

import numpy as np

from dedup_desk.engine.sample.lettering import Lettering, centred
from dedup_desk.engine.sample.painting import Colour, Ink, Painting
from dedup_desk.engine.sample.people import Wears, figure
from dedup_desk.engine.sample.terrain import clouds
from tests.benchmarks.labelled.canvas import Chance, between
from tests.benchmarks.labelled.words import amount, date, name, number, sentence, word

_INK: Colour = (0.1, 0.1, 0.12)
_PENS: tuple[Colour, ...] = ((0.08, 0.12, 0.42), (0.12, 0.1, 0.1), (0.3, 0.1, 0.1))


def poster(painting: Painting, design: Chance, content: Chance) -> None:
    """Large shapes and large letters; the words, the date and the figure are content."""
    one, other = (tuple(design.uniform(0.05, 0.95, 3).tolist()) for _ in range(2))
    painting.gradient([(0, one), (1, other)])
    with painting.ink() as ink:
        for _ in range(int(design.integers(6, 18))):
            _shape(ink, design)
        _subject(ink, content)
        band = between(design, 0.05, 0.75)
        board = tuple(design.uniform(0, 1, 3).tolist())
        ink.box((0.04, band, 0.96, band + 0.16), board)
        light: Colour = (0.97, 0.96, 0.9) if sum(board) < 1.6 else (0.08, 0.08, 0.1)
        ink.text(centred(word(content).upper(), 0.075, 0.05), (0.5, band + 0.015), light)
        ink.text(centred(sentence(content, 4), 0.032), (0.5, band + 0.11), light)
        ink.text(centred(date(content), 0.03, 0.04), (0.5, 0.93), (0.97, 0.97, 0.94))
    painting.light *= (1.0 + 0.05 * clouds(painting, (60, 80), 4, 0.75))[:, :, None]


def _shape(ink: Ink, design: Chance) -> None:
    colour = tuple(design.uniform(0, 1, 3).tolist())
    x, y, size = between(design, 0, 1), between(design, 0, 1), between(design, 0.05, 0.35)
    kind = int(design.integers(4))
    if kind == 0:
        ink.disc((x, y), (size, size * 0.8), colour, between(design, 0.5, 1))
    elif kind == 1:
        turns = design.uniform(0, 2 * math.pi, int(design.integers(3, 8)))
        around = [(x + size * math.cos(a), y + size * math.sin(a)) for a in np.sort(turns).tolist()]
        ink.polygon(around, colour, between(design, 0.6, 1))
    elif kind == 2:
        for ray in range(int(design.integers(5, 14))):
            angle = ray * 0.42 + x
            tip = (x + 1.2 * math.cos(angle), y + 1.2 * math.sin(angle))
            ink.line([(x, y), tip], colour, 0.008 + size * 0.06, 0.7)
    else:
        for stripe in range(int(design.integers(4, 12))):
            at = x + stripe * size * 0.13
            ink.box((at, y - size, at + size * 0.06, y + size), colour)


def _subject(ink: Ink, content: Chance) -> None:
    for _ in range(int(content.integers(1, 4))):
        tone = tuple(content.uniform(0, 0.8, 3).tolist())
        foot = (between(content, 0.2, 0.8), between(content, 0.65, 0.92))
        wears = tuple(Wears)[int(content.integers(len(Wears)))]
        figure(ink, foot, between(content, 0.25, 0.55), tone, wears)


def form(painting: Painting, design: Chance, content: Chance) -> None:
    """A printed form with typed or written entries."""
    _paper(painting, design)
    rows = int(design.integers(8, 15))
    labels = [sentence(design, 2) for _ in range(rows)]
    title, small = name(design).upper(), [sentence(design, 13) for _ in range(6)]
    x, top = between(design, 0.08, 0.12), between(design, 0.17, 0.24)
    is_boxed, pen = bool(design.integers(2)), _PENS[int(design.integers(len(_PENS)))]
    with painting.ink() as ink:
        ink.text(centred(title, 0.03, 0.05), (0.5, 0.05), _INK)
        ink.text(centred(sentence(design, 6), 0.018), (0.5, 0.1), _INK)
        ink.text(Lettering("No. " + number(content, 6), 0.02), (0.68, 0.135), pen)
        for row, label in enumerate(labels):
            y = top + row * 0.04
            ink.text(Lettering(label, 0.014), (x, y), _INK)
            if is_boxed:
                ink.line([(0.32, y - 0.01), (0.92, y - 0.01), (0.92, y + 0.03)], _INK, 0.001)
            ink.line([(0.32, y + 0.024), (0.92, y + 0.024)], _INK, 0.001)
            said = (name, date, amount)[row % 3](content)
            ink.text(Lettering(said, 0.02, slant=0.2), (0.34, y - 0.002), pen)
        foot = top + rows * 0.04 + 0.02
        for row, line in enumerate(small[: max(0, int((0.86 - foot) / 0.026))]):
            ink.text(Lettering(line, 0.0145), (x, foot + row * 0.026), _INK)
        scrawl(ink, content, (0.58, 0.9), pen)
        ink.line([(0.55, 0.925), (0.92, 0.925)], _INK, 0.001)


def receipt(painting: Painting, design: Chance, content: Chance) -> None:
    """A till receipt: the shop's head is layout, what was bought is content."""
    _paper(painting, design)
    shop, street = name(design).upper(), sentence(design, 4)
    rows = int(design.integers(12, 22))
    size = between(design, 0.017, 0.022)
    with painting.ink() as ink:
        ink.text(centred(shop, 0.042, 0.06), (0.5, 0.04), _INK)
        ink.text(centred(street, 0.02), (0.5, 0.1), _INK)
        ink.text(centred(f"{date(content)}  {number(content, 4)}", 0.02), (0.5, 0.135), _INK)
        ink.line([(0.08, 0.17), (0.92, 0.17)], _INK, 0.002)
        for row in range(rows):
            y = 0.19 + row * 0.028
            ink.text(Lettering(sentence(content, 2).upper(), size), (0.1, y), _INK)
            ink.text(Lettering(amount(content), size, 1.0), (0.9, y), _INK)
        y = 0.2 + rows * 0.028
        ink.line([(0.08, y), (0.92, y)], _INK, 0.002)
        ink.text(Lettering("TOTAL", 0.034, weight=0.05), (0.1, y + 0.015), _INK)
        ink.text(Lettering(amount(content), 0.034, 1.0, weight=0.05), (0.9, y + 0.015), _INK)
        ink.text(centred(sentence(design, 4), 0.018), (0.5, y + 0.08), _INK)


def table(painting: Painting, design: Chance, content: Chance) -> None:
    """A ruled table of figures; rules and heads are layout, figures are content."""
    _paper(painting, design)
    columns, rows = int(design.integers(4, 8)), int(design.integers(18, 30))
    edges = 0.06 + 0.88 * np.arange(columns + 1) / columns
    heads = [word(design).capitalize() for _ in range(columns)]
    step = 0.8 / rows
    with painting.ink() as ink:
        ink.text(Lettering(sentence(design, 5), 0.028, weight=0.03), (0.06, 0.05), _INK)
        for x, head in zip(edges[:-1].tolist(), heads, strict=True):
            ink.text(Lettering(head, 0.016, weight=0.03), (x + 0.01, 0.115), _INK)
        for row in range(rows + 1):
            y = 0.145 + row * step
            ink.line([(0.06, y), (0.94, y)], (0.45, 0.5, 0.55), 0.001)
        for x in edges.tolist():
            ink.line([(x, 0.11), (x, 0.145 + rows * step)], (0.45, 0.5, 0.55), 0.001)
        for row in range(rows):
            y = 0.15 + row * step
            ink.text(Lettering(word(content), 0.015), (0.07, y), _INK)
            for x in edges[2:].tolist():
                ink.text(Lettering(amount(content), 0.015, 1.0), (x - 0.01, y), _INK)


def letter(painting: Painting, design: Chance, content: Chance) -> None:
    """A typed letter under a letterhead; the head is layout."""
    _paper(painting, design)
    house, hue = name(design), tuple(design.uniform(0.05, 0.6, 3).tolist())
    with painting.ink() as ink:
        ink.disc((0.14, 0.08), (0.05, 0.036), hue)
        ink.text(Lettering(house, 0.03, weight=0.04), (0.22, 0.055), hue)
        ink.text(Lettering(sentence(design, 5), 0.014), (0.22, 0.1), _INK)
        ink.text(Lettering(date(content), 0.017), (0.68, 0.16), _INK)
        ink.text(Lettering("Dear " + name(content), 0.017), (0.1, 0.22), _INK)
        y = 0.27
        for _ in range(int(content.integers(16, 24))):
            count = 9 if content.integers(5) else 4
            ink.text(Lettering(sentence(content, count), 0.016), (0.1, y), _INK)
            y += 0.026
        scrawl(ink, content, (0.12, min(y + 0.04, 0.93)), (0.08, 0.12, 0.4))


PAPERS = (form, receipt, table, letter)
"""Kinds of papers, in turn."""


def scrawl(ink: Ink, chance: Chance, start: tuple[float, float], pen: Colour) -> None:
    """Sign."""
    x, y = start
    heights = np.cumsum(chance.normal(0, 0.011, 60)) * 0.4
    speed = between(chance, 0.5, 1.1)
    points = [
        (
            x + 0.004 * at + 0.012 * math.sin(at * speed),
            y + 0.014 * math.sin(at * 0.9) + float(bend),
        )
        for at, bend in enumerate(heights)
    ]
    ink.line(points, pen, 0.003)


def _paper(painting: Painting, design: Chance) -> None:
    tone = between(design, 0.88, 0.99)
    paper: Colour = (tone, tone * between(design, 0.95, 1.0), tone * between(design, 0.84, 1.0))
    painting.gradient([(0, paper), (1, paper)])
    painting.light += (0.012 * clouds(painting, (4, 4), 6, 0.7))[:, :, None]
    painting.light += (0.012 * clouds(painting, (160, 160), 2, 0.8))[:, :, None]
    painting.vignette(0.1)
