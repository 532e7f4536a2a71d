"""An ordinary picture, decoded whole, offered as parts: one band of any box of it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.engine.decode import OpenedImage
from dedup_desk.engine.parts.base import NOTHING_MORE, Band, PixelBox
from dedup_desk.engine.parts.pieces import as_band, cut, deep_samples
from dedup_desk.engine.parts.tiff import TiffParts
from dedup_desk.engine.unreadable import UnreadableImage

_DEEP_FORMATS: Final = frozenset({"PNG", "PNM"})
_CUT_SHORT: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file is damaged: the end of the picture is missing."
)


class WholeParts:
    """A picture that fits into memory.

    Args:
        source: opened, not loaded.
    """

    info = NOTHING_MORE
    shrinks_by = 1

    def __init__(self, source: OpenedImage) -> None:
        self._source = source
        self._deep = _deep_reader(source)
        turns = source.format.turns_itself and self._deep is None
        self.orientation = 1 if turns else source.picture.orientation
        size = source.image.size
        is_turned = turns and source.picture.orientation >= 5
        self.width_px, self.height_px = size[::-1] if is_turned else size

    def bands(self, box: PixelBox, at_most: int) -> Iterator[Band]:
        """Yield the one band of a box."""
        if self._deep is not None:
            yield from self._deep.bands(box, 1)
            return
        if not self._source.format.is_whole(self._source.data):
            raise UnreadableImage(message(_CUT_SHORT))
        is_all = box == PixelBox(0, 0, self.width_px, self.height_px)
        yield self._band(at_most) if is_all and at_most > 1 else cut(self._band(1), 0, 0, box)

    def _band(self, at_most: int) -> Band:
        source = self._source
        image = source.image
        stored = image.size
        if at_most > 1:
            enough = (math.ceil(edge / at_most) for edge in stored)
            source.format.ask_reduced(image, source.data, *enough)
        image.load()
        band = as_band(image)
        by = round(self.width_px / band.samples.shape[1])
        return Band(band.samples, band.mode, by)


class _DeepSamples:
    """A picture that OpenCV reads at its full depth and Pillow would not."""

    def __init__(self, band: Band) -> None:
        self._band = band

    def bands(self, box: PixelBox, at_most: int) -> Iterator[Band]:  # noqa: ARG002 - it is here whole
        """Yield the one band of a box."""
        yield cut(self._band, 0, 0, box)


def _deep_reader(source: OpenedImage) -> Any:
    """Return how to read colour of more than eight bits a sample; None: Pillow reads it all."""
    if source.picture.bit_depth <= 8 or source.image.mode not in ("RGB", "RGBA", "RGBX"):
        return None
    if "transparency" in source.image.info:
        return None
    if source.format.name == "TIFF":
        return _deep_tiff(source)
    if source.format.name not in _DEEP_FORMATS or source.page:
        return None
    band = deep_samples(source.data)
    size = source.image.size[::-1]
    return _DeepSamples(band) if band is not None and band.samples.shape[:2] == size else None


def _deep_tiff(source: OpenedImage) -> TiffParts | None:
    try:
        made = TiffParts(source.data, source.page)
        first = next(made.bands(PixelBox(0, 0, made.width_px, 1), 1))
    except UnreadableImage:
        return None
    return made if first.samples.dtype != np.uint8 else None
