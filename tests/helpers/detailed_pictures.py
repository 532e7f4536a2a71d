"""Drawn collections full of detail: parts of a picture can be found again, no two are alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]

WIDTH_PX, HEIGHT_PX = 360, 270


def detailed(seed: int) -> Picture:
    """Return (270, 360, 3) with some hundred shapes, another picture for each seed."""
    chance = np.random.default_rng(seed)
    coarse = chance.integers(60, 190, (5, 7, 3), dtype=np.uint8)
    picture = cv2.resize(coarse, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_CUBIC)
    for _ in range(90):
        corner = chance.integers(0, (WIDTH_PX, HEIGHT_PX))
        reach = chance.integers(4, 30, 2)
        colour = tuple(int(value) for value in chance.integers(0, 256, 3))
        if chance.random() < 0.5:
            cv2.rectangle(picture, corner.tolist(), (corner + reach).tolist(), colour, -1)
        else:
            angle = int(chance.integers(0, 180))
            cv2.ellipse(picture, corner.tolist(), reach.tolist(), angle, 0, 360, colour, -1)
    return picture.astype(np.uint8)


def crop_of(picture: Picture) -> Picture:
    """Return about half of a picture's area."""
    height, width = picture.shape[:2]
    return picture[height // 6 :, : width * 2 // 3]


def bordered(picture: Picture) -> Picture:
    """Return a picture with white paper round it, more of it below."""
    return cv2.copyMakeBorder(picture, 30, 90, 40, 40, cv2.BORDER_CONSTANT, value=(255,) * 3)


def smaller(picture: Picture) -> Picture:
    """Return a picture at two thirds of its size."""
    return cv2.resize(picture, None, fx=2 / 3, fy=2 / 3, interpolation=cv2.INTER_AREA)


def draw_collection(folder: Path, originals: range, per_folder: int = 50) -> Iterator[Path]:
    """Write originals; every fifth has a crop, every ninth a border, every seventh a small copy."""
    for number in originals:
        inside = folder / f"{number // per_folder:02}"
        inside.mkdir(parents=True, exist_ok=True)
        picture = detailed(number)
        made = {f"{number:04}.jpg": picture}
        if number % 5 == 0:
            made[f"{number:04} crop.jpg"] = crop_of(picture)
        if number % 9 == 0:
            made[f"{number:04} border.jpg"] = bordered(picture)
        if number % 7 == 0:
            made[f"{number:04} small.jpg"] = smaller(picture)
        for name, pixels in made.items():
            if not cv2.imwrite(str(inside / name), pixels, [cv2.IMWRITE_JPEG_QUALITY, 88]):
                raise OSError(f"{name} was not written")
            yield inside / name
