"""A small file made of a part of a large one, decoded by the ordinary decoders."""

from __future__ import annotations

import io
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from dedup_desk.engine import colour, cv
from dedup_desk.engine.parts.base import Band, PixelBox

_DEEP_MODES: Final = {1: "L", 3: "RGB", 4: "RGBA"}


def decoded_piece(data: bytes, bits: int) -> Band:
    """Decode a made-up file: deep colour at its own depth, everything else as Pillow reads it.

    Args:
        data: the file.
        bits: bits a sample.
    """
    try:
        opened = Image.open(io.BytesIO(data), formats=["TIFF", "PNG"])
    except UnidentifiedImageError:  # floating colour
        deep = deep_samples(data) if bits > 8 else None
        if deep is None:
            raise
        return deep
    with opened as image:
        if bits > 8 and image.mode in ("RGB", "RGBA", "RGBX"):
            deep = deep_samples(data)
            if deep is not None:
                return deep
        image.load()
        return as_band(image)


def deep_samples(data: bytes) -> Band | None:
    """Decode at full depth through OpenCV; None where it cannot, or delivers eight bits."""
    samples = cv.native_samples(data)
    if samples is None or samples.dtype.itemsize < 2:
        return None
    mode = _DEEP_MODES.get(1 if samples.ndim == 2 else samples.shape[2])
    return Band(samples, mode) if mode else None


def as_band(image: Image.Image) -> Band:
    """Return a loaded image's samples: deep grey as it is, everything else spelled out."""
    if image.mode.startswith(("I", "F")):
        return Band(np.asarray(image), "L")
    plain = colour.spelled_out(image)
    return Band(np.asarray(plain), plain.mode)


def cut(band: Band, top: int, left: int, box: PixelBox) -> Band:
    """Return what of a piece whose corner is at (left, top) lies in the box."""
    rows = slice(max(box.top - top, 0), max(box.bottom - top, 0))
    columns = slice(max(box.left - left, 0), max(box.right - left, 0))
    kept: NDArray[Any] = band.samples[rows, columns]
    return Band(kept, band.mode)
