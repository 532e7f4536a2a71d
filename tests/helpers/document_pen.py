"""A pen that draws on paper of a true size: millimetres for places, points for type."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

Picture = NDArray[np.uint8]

_MM_AN_INCH, _PT_AN_INCH = 25.4, 72.0
INK, BLUE, RED = (34, 32, 38), (32, 40, 104), (170, 44, 40)


class Pen:
    """Draws on paper in millimetres from the upper left corner, type in points."""

    def __init__(self, width_mm: float, height_mm: float, dpi: int) -> None:
        self.width_mm = width_mm
        self._dpi = dpi
        size = (self.px(width_mm), self.px(height_mm))
        self._image = Image.new("RGB", size, (252, 251, 248))
        self._draw = ImageDraw.Draw(self._image)

    def px(self, length_mm: float) -> int:
        return round(length_mm / _MM_AN_INCH * self._dpi)

    def text(self, at_mm: tuple[float, float], words: str, points: float, colour=INK) -> None:
        place = (at_mm[0] / _MM_AN_INCH * self._dpi, at_mm[1] / _MM_AN_INCH * self._dpi)
        self._draw.text(place, words, fill=colour, font=_face(points / _PT_AN_INCH * self._dpi))

    def figures(self, at_mm: tuple[float, float], words: str, points: float, colour=INK) -> None:
        """Set text that ends at a place, as columns of amounts do."""
        wide = _face(points / _PT_AN_INCH * self._dpi).getlength(words)
        self.text((at_mm[0] - wide / self._dpi * _MM_AN_INCH, at_mm[1]), words, points, colour)

    def line(self, points_mm: list[tuple[float, float]], thick_mm: float = 0.2, colour=INK) -> None:
        places = [(self.px(x), self.px(y)) for x, y in points_mm]
        self._draw.line(places, colour, max(1, self.px(thick_mm)), joint="curve")

    def ring(self, box_mm: tuple[float, float, float, float], thick_mm: float, colour) -> None:
        corners = [self.px(edge) for edge in box_mm]
        self._draw.ellipse(corners, outline=colour, width=max(1, self.px(thick_mm)))

    def box(self, corners_mm: tuple[float, float, float, float], thick_mm: float = 0.2) -> None:
        left, top, right, bottom = corners_mm
        ring = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        self.line(ring, thick_mm)

    def scrawl(self, at_mm: tuple[float, float], hand: int) -> None:
        """Sign."""
        chance = np.random.default_rng(hand)
        heights = chance.normal(0, 2.2, 40)
        points = [(at_mm[0] + 1.2 * n, at_mm[1] + float(heights[n])) for n in range(40)]
        self.line(points, 0.45, BLUE)

    def pixels(self) -> Picture:
        return np.asarray(self._image)


@cache
def _face(size_px: float) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size_px)
