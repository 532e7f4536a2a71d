"""Pictures made for tests: textured like photographs, the same every time, never symmetric."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"


def photo(width_px: int, height_px: int, seed: int = 1) -> NDArray[np.uint8]:
    """Return (H, W, 3) sRGB with detail at every scale and a bright corner at the upper left."""
    chance = np.random.default_rng(seed)
    total = np.zeros((height_px, width_px, 3), dtype=np.float64)
    cell = max(width_px, height_px)
    while cell >= 2:
        coarse = chance.normal(size=(height_px // cell + 2, width_px // cell + 2, 3))
        grown = [_grown(coarse[..., channel], width_px, height_px) for channel in range(3)]
        total += np.stack(grown, axis=-1) * cell**0.5
        cell //= 4
    total = total / total.std() * 40 + 120
    total[: height_px // 4, : width_px // 4] += 60
    return np.clip(total, 0, 255).astype(np.uint8)


def shapes(width_px: int, height_px: int, seed: int = 3) -> NDArray[np.uint8]:
    """Return (H, W, 3) sRGB: a textured ground with some hundred sharp shapes on it."""
    image = Image.fromarray(photo(width_px, height_px, seed=seed))
    pen, chance = ImageDraw.Draw(image), np.random.default_rng(seed)
    for _ in range(300):
        x, y = (int(chance.integers(0, edge)) for edge in (width_px, height_px))
        wide, high = (int(chance.integers(8, 90)) for _ in range(2))
        colour = tuple(int(part) for part in chance.integers(0, 255, 3))
        draw = pen.ellipse if chance.random() < 0.5 else pen.rectangle
        draw((x, y, x + wide, y + high), fill=colour)
    return np.asarray(image)


def encoded(pixels: NDArray[Any], kind: str = "JPEG", **options: Any) -> bytes:
    """Return a picture as a file's bytes, as Pillow writes it."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind, **options)
    return buffer.getvalue()


def turned_away(pixels: NDArray[np.uint8], orientation: int) -> NDArray[np.uint8]:
    """Return stored samples that an EXIF orientation brings back to `pixels`."""
    undo = {
        1: pixels,
        2: pixels[:, ::-1],
        3: pixels[::-1, ::-1],
        4: pixels[::-1],
        5: pixels.transpose(1, 0, 2),
        6: np.rot90(pixels, 1),
        7: pixels[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(pixels, -1),
    }
    return np.ascontiguousarray(undo[orientation])


def oriented(orientation: int) -> bytes:
    """Return an EXIF block that holds nothing but an orientation."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif.tobytes()


def corpus_files(*folders: str) -> list[Path]:
    """Return the files of corpus folders; skip the test where the corpus is not there."""
    if not CORPUS.is_dir():
        pytest.skip(f"no pictures to try at {CORPUS}")
    return [one for folder in folders for one in sorted((CORPUS / folder).iterdir())]


def _grown(coarse: NDArray[np.float64], width_px: int, height_px: int) -> NDArray[np.float64]:
    image = Image.fromarray(coarse.astype(np.float32))
    return np.asarray(image.resize((width_px, height_px), Image.Resampling.BICUBIC), np.float64)
