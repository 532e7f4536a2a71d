"""Colour in floating numbers: TIFF that OpenCV decodes and Pillow does not even open.

Pillow is given the page's tags without its samples, so that everything else about the file is read
as it is of every other; the samples are read in parts, at their own depth.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from PIL import Image

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.engine.content import Content
from dedup_desk.engine.parts import segments as tags
from dedup_desk.engine.parts.tiff import TiffParts
from dedup_desk.engine.unreadable import UnreadableImage

_FLOATING: Final = 3
_RGB: Final = 2
_READ_BITS: Final = (32, 64)
_MOST_BITS: Final = 128

_VARIETY: Final = QT_TRANSLATE_NOOP(
    "Messages",
    "It is a TIFF of a variety that cannot be read: {samples} samples a pixel, {bits} bits each.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Floating:
    """One page of floating colour.

    Attributes:
        image: what Pillow knows of it; it cannot be loaded.
        parts: its samples.
        bits: of a sample.
    """

    image: Image.Image
    parts: TiffParts
    bits: int


def floating(data: Content, page: int) -> Floating:
    """Return a page of a TIFF that Pillow does not open.

    Args:
        data: the file.
        page: which page, from 0.

    Raises:
        UnreadableImage: it is not of floating colour either, or damaged.
    """
    found = tags.directory(data, page)
    samples, bits = found.number(tags.SAMPLES, 1), max(found.numbers(tags.BITS) or (1,))
    is_colour = found.number(tags.PHOTOMETRIC, 1) == _RGB and samples in (3, 4)
    is_floating = found.number(tags.SAMPLE_FORMAT, 1) == _FLOATING and bits in _READ_BITS
    if bits > _MOST_BITS:
        raise tags.damaged()
    if not (is_colour and is_floating):
        raise UnreadableImage(message(_VARIETY, samples=samples, bits=bits))
    parts = TiffParts(data, page)
    image = Image.open(io.BytesIO(tags.as_whole_bytes(found)), formats=["TIFF"])
    return Floating(image, parts, bits)
