"""The quick pass under observation: what it reads, decodes and resizes, and what its limit is."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import numpy as np
from PIL import Image

from dedup_desk.engine import colour, cv
from dedup_desk.engine.measure import measure_task
from dedup_desk.engine.packing import Parcel
from tests.helpers.made_pictures import encoded, photo


@dataclass
class Counts:
    """What one quick pass over one file cost, in numbers that no other load can change."""

    bytes_read: int = 0
    decoded_pixels: int = 0
    resizes: int = 0
    encodes: int = 0


def camera_file(folder: Path, width_px: int, height_px: int) -> Path:
    """Write a JPEG of about three bits a pixel, as cameras do: a scene, and a sensor's noise."""
    path = folder / f"{width_px}x{height_px}.jpg"
    scene = Image.fromarray(photo(width_px // 4, height_px // 4, seed=5))
    scene = scene.resize((width_px, height_px), Image.Resampling.BICUBIC)
    noise = np.random.default_rng(5).integers(-14, 15, (height_px, width_px, 1), dtype=np.int16)
    pixels = np.clip(np.asarray(scene) + noise, 0, 255).astype(np.uint8)
    path.write_bytes(encoded(pixels, quality=90))
    return path


def quick_pass(path: Path) -> Parcel:
    """Measure a file as a child does it."""
    with path.open("rb", buffering=0) as file:
        return measure_task(Parcel({"name": path.name.encode().hex(), "sidecars": []}), (file,))


def limit(path: Path) -> None:
    """Do what cannot be avoided: read, SHA-256, entropy decoding (grey, at an eighth)."""
    data = path.read_bytes()
    hashlib.sha256(data).digest()
    image = Image.open(io.BytesIO(data), formats=["JPEG"])
    image.draft("L", (image.width // 8, image.height // 8))
    image.load()


def counted(path: Path) -> Counts:
    """Run the quick pass once and count."""
    counts = Counts()

    class Counting(io.FileIO):
        def read(self, size=-1):
            data = super().read(size)
            counts.bytes_read += len(data)
            return data

    def continuous(image):
        counts.decoded_pixels += image.width * image.height
        return real_continuous(image)

    def resized(*args):
        counts.resizes += 1
        return real_resized(*args)

    def resize(image, *args):
        counts.resizes += 1
        return real_resize(image, *args)

    def encoded_jpeg(*args):
        counts.encodes += 1
        return real_encoded(*args)

    real_continuous, real_resized = colour.continuous, cv.resized
    real_resize, real_encoded = Image.Image.resize, cv.encoded_jpeg
    with (
        mock.patch.object(colour, "continuous", continuous),
        mock.patch.object(cv, "resized", resized),
        mock.patch.object(Image.Image, "resize", resize),
        mock.patch.object(cv, "encoded_jpeg", encoded_jpeg),
        Counting(path) as file,
    ):
        answer = measure_task(Parcel({"name": path.name.encode().hex(), "sidecars": []}), (file,))
    assert len(answer.blobs) == 2
    return counts
