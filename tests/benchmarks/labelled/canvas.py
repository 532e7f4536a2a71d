"""A picture on its way from an original to a variant, with the way back kept beside it.

Every step returns a new `Sheet`: pixels, the matrix from the original's pixels to these, which part
of the original is left, and where it was changed. Coordinates count from the outer corner of the
first pixel, as Pillow's transforms do.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from tests.benchmarks.labelled.truth import Matrix, Rect

Pixels: TypeAlias = NDArray[np.uint8]
Chance: TypeAlias = np.random.Generator
Colour: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A picture and how the original lies in it.

    Attributes:
        pixels: (H, W, 3) uint8.
        matrix: (3, 3) float64, original to here.
        kept: what is left of the original, in its pixels.
        boxes: local changes, in the original's pixels.
    """

    pixels: Pixels
    matrix: Matrix
    kept: Rect
    boxes: tuple[Rect, ...] = ()

    @classmethod
    def of(cls, pixels: Pixels) -> Sheet:
        """Return an original as its own first variant."""
        height, width = pixels.shape[:2]
        return cls(pixels, np.eye(3), (0.0, 0.0, float(width), float(height)))

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.pixels.shape[1], self.pixels.shape[0]

    def image(self) -> Image.Image:
        """Return a Pillow copy to draw on."""
        return Image.fromarray(self.pixels)

    def with_pixels(self, pixels: Pixels | Image.Image) -> Sheet:
        """Return the sheet with other pixels of the same size."""
        return replace(self, pixels=np.ascontiguousarray(np.asarray(pixels, np.uint8)))

    def moved(self, pixels: Pixels | Image.Image, step: Matrix) -> Sheet:
        """Return the sheet after a geometric step."""
        return replace(self.with_pixels(pixels), matrix=step @ self.matrix)

    def changed(self, pixels: Pixels | Image.Image, box: Rect) -> Sheet:
        """Return the sheet after a local change in `box` (pixels of here)."""
        inside = bounds(np.linalg.inv(self.matrix), box)
        return replace(self.with_pixels(pixels), boxes=(*self.boxes, inside))


Step: TypeAlias = Callable[[Sheet, Chance], Sheet]


def bounds(matrix: Matrix, rect: Rect) -> Rect:
    """Return the upright box round a rectangle's four corners after a transform."""
    corners = through(matrix, corners_of(rect))
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def corners_of(rect: Rect) -> NDArray[np.float64]:
    """Return the corners of a rectangle, (4, 2), clockwise from the upper left."""
    left, top, right, bottom = rect
    return np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float64)


def through(matrix: Matrix, points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return (N, 2) points after a 3x3 transform."""
    mapped = np.column_stack([points, np.ones(len(points))]) @ matrix.T
    return mapped[:, :2] / mapped[:, 2:]


def shift(x: float, y: float) -> Matrix:
    """Return a translation."""
    return np.array([[1, 0, x], [0, 1, y], [0, 0, 1]], np.float64)


def scaling(across: float, down: float) -> Matrix:
    """Return a scaling about the outer corner."""
    return np.diag([across, down, 1.0])


def rotation(degrees: float, centre: tuple[float, float]) -> Matrix:
    """Return a turn about a point, clockwise on the screen."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    turn = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]], np.float64)
    return shift(*centre) @ turn @ shift(-centre[0], -centre[1])


def warped(
    sheet: Sheet, step: Matrix, size: tuple[int, int], fill: Colour = (255, 255, 255)
) -> Sheet:
    """Return the sheet after any 3x3 transform, on a canvas of this size."""
    back = np.linalg.inv(step)
    back = back / back[2, 2]
    is_affine = bool(np.allclose(back[2, :2], 0, atol=1e-12))
    how, count = (Image.Transform.AFFINE, 6) if is_affine else (Image.Transform.PERSPECTIVE, 8)
    data = back.reshape(-1)[:count].tolist()
    image = sheet.image().transform(size, how, data, Image.Resampling.BICUBIC, fillcolor=fill)
    return sheet.moved(image, step)


def cut(sheet: Sheet, box: tuple[int, int, int, int]) -> Sheet:
    """Return what lies in a box of whole pixels."""
    left, top, right, bottom = box
    moved = sheet.moved(sheet.pixels[top:bottom, left:right], shift(-left, -top))
    back = np.linalg.inv(sheet.matrix)
    inner = bounds(back, (float(left), float(top), float(right), float(bottom)))
    kept = (
        max(inner[0], sheet.kept[0]),
        max(inner[1], sheet.kept[1]),
        min(inner[2], sheet.kept[2]),
        min(inner[3], sheet.kept[3]),
    )
    return replace(moved, kept=kept)


def sized(sheet: Sheet, width_px: int, height_px: int) -> Sheet:
    """Return the sheet at another size."""
    image = sheet.image().resize((width_px, height_px), Image.Resampling.LANCZOS)
    return sheet.moved(image, scaling(width_px / sheet.size[0], height_px / sheet.size[1]))


def padded(sheet: Sheet, edges: tuple[int, int, int, int], fill: Colour) -> Sheet:
    """Return the sheet with so many pixels added left, top, right, bottom."""
    left, top, right, bottom = edges
    width, height = sheet.size
    image = Image.new("RGB", (width + left + right, height + top + bottom), fill)
    image.paste(sheet.image(), (left, top))
    return sheet.moved(image, shift(left, top))


def between(chance: Chance, low: float, high: float) -> float:
    """Return a random number."""
    return float(chance.uniform(low, high))
