"""Nature by numbers: fractal clouds, ridges, hills with haze, water, stars.

Everything is summed octaves of smooth noise (after K. Perlin, SIGGRAPH 1985, and B. Mandelbrot,
The Fractal Geometry of Nature, 1982), enlarged from small random grids because that is quick.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from dedup_desk.engine.sample.painting import Colour, Floats, Painting


def clouds(painting: Painting, cells: tuple[int, int], octaves: int, roughness: float) -> Floats:
    """Return fractal noise (H, W), mean about 0, about -1 to 1.

    Args:
        painting: gives size and chance.
        cells: columns and rows of the coarsest grid; unequal numbers stretch the noise.
        octaves: how many times the grid is refined by two.
        roughness: weight of each octave against the one before, 0 to 1.
    """
    size = (painting.width_px, painting.height_px)
    total = np.zeros((size[1], size[0]), np.float32)
    weight, sum_of_weights = 1.0, 0.0
    for octave in range(octaves):
        columns, rows = (min(count << octave, 4096) + 3 for count in cells)
        grid = painting.chance.uniform(-1.0, 1.0, (rows, columns)).astype(np.float32)
        smooth = Image.fromarray(grid).resize(size, Image.Resampling.BICUBIC)
        total += np.float32(weight) * np.asarray(smooth)
        sum_of_weights += weight
        weight *= roughness
    return total / np.float32(sum_of_weights) * np.float32(1.6)


def ridge(painting: Painting, bumps: int, roughness: float) -> Floats:
    """Return a fractal line (1, W), about -1 to 1, for the crest of hills."""
    total = np.zeros(painting.width_px, np.float32)
    weight, count = 1.0, bumps
    while count < painting.width_px:
        knots = painting.chance.uniform(-1.0, 1.0, count + 2)
        places = np.linspace(0.0, count + 1.0, painting.width_px)
        total += np.float32(weight) * np.interp(places, np.arange(count + 2), knots)
        weight, count = weight * roughness, count * 2
    return total[None, :]


@dataclass(frozen=True, slots=True)
class Hills:
    """One range of hills.

    Attributes:
        crest, relief: mean height of the crest and how far it goes up and down (shares).
        colour, lit: the shadow side and the light side.
        bumps, roughness: of the crest line.
        haze: how much of the colour behind shines through towards the foot, 0 to 1.
    """

    crest: float
    relief: float
    colour: Colour
    lit: Colour
    bumps: int = 5
    roughness: float = 0.5
    haze: float = 0.0


def raise_hills(painting: Painting, hills: Hills, shape: Floats | None = None) -> Floats:
    """Draw a range of hills lit from the left and return its crest (1, W).

    Args:
        painting: drawn on.
        hills: the range.
        shape: (1, W) added to the crest, for one great peak or a valley.
    """
    crest = hills.crest + hills.relief * ridge(painting, hills.bumps, hills.roughness)
    crest = crest if shape is None else crest + shape
    mask = np.clip((painting.y - crest) * painting.height_px, 0.0, 1.0)
    folds = clouds(painting, (hills.bumps * 2, 3), 6, 0.62)
    slope = np.gradient(folds, axis=1) * painting.width_px / (hills.bumps * 9)
    light = np.clip(0.42 + 0.55 * slope + 0.25 * folds, 0.0, 1.0)[:, :, None]
    colours = np.asarray(hills.colour, np.float32) * (1 - light) + light * np.asarray(
        hills.lit, np.float32
    )
    veil = hills.haze * np.clip((painting.y - crest) * 3.0, 0.0, 1.0)
    painting.lay(mask * (1.0 - veil), colours)
    return crest


def fill_sky(painting: Painting, tops: tuple[Colour, Colour], horizon: float) -> None:
    """Fill the picture from zenith colour to horizon colour."""
    painting.gradient([(0.0, tops[0]), (horizon, tops[1]), (1.0, tops[1])])


def hang_clouds(painting: Painting, colour: Colour, cover: float, stretch: int = 3) -> None:
    """Lay fractal clouds over the picture; cover from 0 (few) to 1 (overcast)."""
    noise = clouds(painting, (stretch, stretch * 3), 6, 0.55)
    mask = np.clip((noise + cover - 0.45) * 1.6, 0.0, 1.0)
    lit = np.clip(1.0 - 0.35 * np.clip(noise, 0.0, 1.0), 0.0, 1.0)[:, :, None]
    painting.lay(mask, np.asarray(colour, np.float32) * lit)


def flood(painting: Painting, level: float, colour: Colour, ripple: float) -> None:
    """Turn everything below `level` (share of the height) into water that mirrors what is above."""
    height, width = painting.light.shape[:2]
    top = round(level * height)
    depth = np.arange(height - top)
    waves = clouds(painting, (6, 90), 3, 0.6)[top:]
    strength = (depth / max(1, height - top))[:, None] + 0.15
    rows = np.clip(top - 1 - depth[:, None] + waves * ripple * height * strength, 0, top)
    columns = np.arange(width)[None, :] + waves * ripple * 0.7 * width * strength
    mirrored = painting.light[
        rows.astype(np.int32), np.clip(columns, 0, width - 1).astype(np.int32)
    ]
    fade = (0.25 + 0.35 * strength)[:, :, None]
    painting.light[top:] = mirrored * (1 - fade) + fade * np.asarray(colour, np.float32)
    painting.light[top:] += (0.05 * waves)[:, :, None]


def sprinkle_stars(painting: Painting, count: int, lowest: float) -> None:
    """Put stars of differing brightness above `lowest`."""
    xs = painting.chance.integers(1, painting.width_px - 1, count)
    ys = painting.chance.integers(1, max(2, round(lowest * painting.height_px)), count)
    brightness = painting.chance.uniform(0.2, 1.0, count).astype(np.float32) ** 2
    painting.light[ys, xs] += brightness[:, None]
    painting.light[ys, xs - 1] += 0.4 * brightness[:, None]
