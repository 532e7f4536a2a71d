"""Frames without a subject: sky, sea, stars, leader, blank sheets, textures and patterns."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from dedup_desk.engine.sample.painting import Painting
from dedup_desk.engine.sample.terrain import clouds, fill_sky, flood, hang_clouds, sprinkle_stars
from tests.benchmarks.labelled.canvas import Chance, between

Frame: TypeAlias = Callable[[Painting, Chance], None]


def clear_sky(painting: Painting, design: Chance) -> None:
    """A gradient of blue."""
    low = design.uniform(0.5, 0.9, 3)
    fill_sky(painting, (tuple((low * 0.5).tolist()), tuple(low.tolist())), between(design, 0.6, 1))


def cloudy_sky(painting: Painting, design: Chance) -> None:
    """Clouds over all of it."""
    fill_sky(painting, ((0.3, 0.5, 0.8), (0.7, 0.8, 0.9)), 1.0)
    hang_clouds(painting, (1, 1, 1), between(design, 0.2, 0.8), int(design.integers(2, 6)))


def sea(painting: Painting, design: Chance) -> None:
    """Water to the horizon."""
    fill_sky(painting, ((0.5, 0.6, 0.75), (0.8, 0.84, 0.88)), 0.5)
    tint = design.uniform(0.1, 0.4, 3)
    flood(painting, between(design, 0.15, 0.45), tuple(tint.tolist()), between(design, 0.02, 0.06))


def stars(painting: Painting, design: Chance) -> None:
    """The night sky."""
    painting.light[:] = design.uniform(0, 0.06, 3).astype(np.float32)
    sprinkle_stars(painting, int(design.integers(150, 1500)), 1.0)


def leader(painting: Painting, design: Chance) -> None:
    """Film leader: grey or black, a few scratches."""
    painting.light[:] = np.float32(between(design, 0.02, 0.6))
    with painting.ink() as ink:
        for _ in range(int(design.integers(0, 6))):
            x = between(design, 0, 1)
            ink.line([(x, 0), (x + between(design, -0.02, 0.02), 1)], (0.8, 0.8, 0.8), 0.0012, 0.6)


def blank_sheet(painting: Painting, design: Chance) -> None:
    """An empty page as scanned."""
    tone = design.uniform(0.85, 0.99, 3)
    painting.light[:] = tone.astype(np.float32)
    painting.light += (0.01 * clouds(painting, (4, 4), 5, 0.7))[:, :, None]


def fog(painting: Painting, design: Chance) -> None:
    """Soft grey without an edge."""
    painting.light[:] = np.float32(between(design, 0.4, 0.8))
    painting.light += (0.08 * clouds(painting, (2, 2), 2, 0.4))[:, :, None]


def bricks(painting: Painting, design: Chance) -> None:
    """A wall of bricks."""
    rows, wide = int(design.integers(14, 30)), between(design, 0.06, 0.12)
    wall = design.uniform(0.3, 0.8, 3)
    painting.light[:] = (wall * 1.2).astype(np.float32)
    with painting.ink() as ink:
        for row in range(rows):
            x = -wide * (0.5 if row % 2 else 1.0)
            while x < 1:
                tone = tuple((wall * between(design, 0.75, 1.0)).tolist())
                ink.box((x, row / rows, x + wide * 0.94, (row + 0.88) / rows), tone)
                x += wide


def weave(painting: Painting, design: Chance) -> None:
    """Cloth: two sets of threads."""
    count, lean = between(design, 40, 110), between(design, -0.3, 0.3)
    across = np.sin((painting.x + lean * painting.y) * count * 2)
    down = np.sin((painting.y - lean * painting.x) * count * 2)
    tint = design.uniform(0.3, 0.8, 3).astype(np.float32)
    painting.light[:] = (0.8 + 0.2 * across * down)[:, :, None] * tint


def checks(painting: Painting, design: Chance) -> None:
    """Squares of two colours."""
    columns, rows = int(design.integers(6, 24)), int(design.integers(5, 18))
    odd = (np.floor(painting.x * columns) + np.floor(painting.y * rows)) % 2
    one, other = design.uniform(0, 1, (2, 3)).astype(np.float32)
    painting.light[:] = odd[:, :, None] * one + (1 - odd[:, :, None]) * other


def dots(painting: Painting, design: Chance) -> None:
    """A print of dots, hand-made: no two rows lie alike."""
    count, colour = int(design.integers(6, 16)), tuple(design.uniform(0, 1, 3).tolist())
    painting.light[:] = design.uniform(0.6, 1, 3).astype(np.float32)
    radius = between(design, 0.15, 0.35) / count
    with painting.ink() as ink:
        for row in range(count):
            offset = between(design, 0, 1)
            for column in range(-1, count + 1):
                ink.disc(((column + offset) / count, (row + 0.5) / count), (radius, radius), colour)


def foliage(painting: Painting, design: Chance) -> None:
    """Leaves or grass, the same all over."""
    noise = clouds(painting, (int(design.integers(20, 60)), int(design.integers(20, 60))), 4, 0.8)
    green = np.asarray((between(design, 0.2, 0.5), between(design, 0.35, 0.6), 0.15), np.float32)
    painting.light[:] = (0.8 + 0.6 * noise)[:, :, None] * green


PLAIN: dict[str, Frame] = {
    "clear-sky": clear_sky,
    "cloudy-sky": cloudy_sky,
    "sea": sea,
    "stars": stars,
    "leader": leader,
    "blank-sheet": blank_sheet,
    "fog": fog,
    "bricks": bricks,
    "weave": weave,
    "checks": checks,
    "dots": dots,
    "foliage": foliage,
}
"""Kinds of plain frames by name."""
