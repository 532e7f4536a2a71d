"""Writes pictures as files: form, quality, EXIF turn, a comment added to a JPEG."""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from PIL import Image

from tests.benchmarks.labelled.canvas import Pixels

_STORED_TURNS = {1: 0, 3: 2, 6: 1, 8: 3}
"""EXIF orientation -> quarter turns, counter-clockwise, of the stored samples."""

_ORIENTATION_TAG = 0x0112


@dataclass(frozen=True, slots=True)
class Stored:
    """How a file is written.

    Attributes:
        form: "jpeg", "png", "tiff" or "webp"; "same" takes the original's bytes, "comment" too
            but with a comment added.
        quality: of the lossy forms.
        subsampling: of JPEG colour, 0 none, 2 quarter.
        orientation: EXIF tag; the samples are stored turned so that the picture shows upright.
        progressive: JPEG in several passes.
    """

    form: str = "jpeg"
    quality: int = 88
    subsampling: int = 2
    orientation: int = 1
    progressive: bool = False

    @property
    def suffix(self) -> str:
        """The file name's ending."""
        return {"png": ".png", "tiff": ".tif", "webp": ".webp"}.get(self.form, ".jpg")


def file_bytes(pixels: Pixels, stored: Stored) -> bytes:
    """Return a picture as a file."""
    turned = np.ascontiguousarray(np.rot90(pixels, _STORED_TURNS[stored.orientation]))
    image, target = Image.fromarray(turned), io.BytesIO()
    image.save(target, stored.form.upper(), **_options(stored))
    return target.getvalue()


def commented(jpeg: bytes, text: str) -> bytes:
    """Return a JPEG with a comment segment behind its first marker: other bytes, same pixels."""
    comment = text.encode("ascii")
    segment = b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment
    return jpeg[:2] + segment + jpeg[2:]


def decoded(data: bytes) -> Pixels:
    """Return a file's samples, (H, W, 3) uint8, as stored."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def _options(stored: Stored) -> dict[str, object]:
    exif = Image.Exif()
    if stored.orientation != 1:
        exif[_ORIENTATION_TAG] = stored.orientation
    options: dict[str, dict[str, object]] = {
        "jpeg": {
            "quality": stored.quality,
            "subsampling": stored.subsampling,
            "progressive": stored.progressive,
            "exif": exif.tobytes() if stored.orientation != 1 else b"",
        },
        "png": {"compress_level": 3},
        "tiff": {"compression": "tiff_lzw"},
        "webp": {"quality": stored.quality, "method": 2},
    }
    return options[stored.form]
