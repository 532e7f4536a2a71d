"""Points, rectangles and 3x3 matrices between pictures and panes; nothing here knows a screen.

Matrices are `core.pairs.Matrix`: nine float64, row by row, applied to the column (x, y, 1). The
origin is the outer corner of the first pixel, so a picture of width w spans 0 to w exactly.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from dedup_desk.core.pairs import Matrix


@dataclass(frozen=True, slots=True)
class Point:
    """A place in some plane: picture pixels or pane units."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Extent:
    """Width and height of a picture or a pane, in its own units; both positive."""

    width: float
    height: float

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.width / 2, self.height / 2)

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Top left, top right, bottom right, bottom left."""
        w, h = self.width, self.height
        return Point(0, 0), Point(w, 0), Point(w, h), Point(0, h)


@dataclass(frozen=True, slots=True)
class Span:
    """An upright rectangle given by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)


def mapped(matrix: Matrix, point: Point) -> Point:
    """Return where `matrix` takes `point`; a point on the vanishing line goes far away."""
    a, b, c, d, e, f, g, h, i = matrix
    weight = g * point.x + h * point.y + i
    weight = weight if abs(weight) > 1e-12 else 1e-12
    return Point((a * point.x + b * point.y + c) / weight, (d * point.x + e * point.y + f) / weight)


def after(second: Matrix, first: Matrix) -> Matrix:
    """Return the matrix that applies `first` and then `second`."""
    product = np.array(second).reshape(3, 3) @ np.array(first).reshape(3, 3)
    return _as_matrix(product.ravel().tolist())


def inverted(matrix: Matrix) -> Matrix:
    """Return the way back; raises ValueError for a matrix that flattens the plane."""
    array = np.array(matrix, dtype=np.float64).reshape(3, 3)
    try:
        back = np.linalg.inv(array)
    except np.linalg.LinAlgError as flat:
        raise ValueError("a registration that flattens the picture has no way back") from flat
    return _as_matrix((back / back[2, 2]).ravel().tolist())


def scaling(x_scale: float, y_scale: float) -> Matrix:
    """Return the matrix that stretches both axes about the origin."""
    return (x_scale, 0.0, 0.0, 0.0, y_scale, 0.0, 0.0, 0.0, 1.0)


def placing(scale: float, of: Point, to: Point) -> Matrix:
    """Return the matrix that scales evenly and brings the point `of` to the point `to`."""
    return (scale, 0.0, to.x - scale * of.x, 0.0, scale, to.y - scale * of.y, 0.0, 0.0, 1.0)


def local_scale(matrix: Matrix, at: Point) -> float:
    """Return how much longer a short line at `at` becomes (geometric mean of all directions)."""
    step = 1.0
    here = mapped(matrix, at)
    right = mapped(matrix, Point(at.x + step, at.y))
    below = mapped(matrix, Point(at.x, at.y + step))
    area = (right.x - here.x) * (below.y - here.y) - (right.y - here.y) * (below.x - here.x)
    return math.sqrt(max(abs(area), 1e-12))


def outline(matrix: Matrix, extent: Extent) -> tuple[Point, Point, Point, Point]:
    """Return the four corners of a picture after `matrix`, in order round the frame."""
    one, two, three, four = (mapped(matrix, corner) for corner in extent.corners)
    return one, two, three, four


def bounds(points: Iterable[Point]) -> Span:
    """Return the smallest upright rectangle round the points (at least one)."""
    xs, ys = zip(*((point.x, point.y) for point in points), strict=True)
    return Span(min(xs), min(ys), max(xs), max(ys))


def is_turned(matrix: Matrix, at: Point) -> bool:
    """Say whether `matrix` turns or mirrors the picture at `at`, by more than a few degrees."""
    here = mapped(matrix, at)
    right = mapped(matrix, Point(at.x + 1, at.y))
    below = mapped(matrix, Point(at.x, at.y + 1))
    reach = local_scale(matrix, at)
    return (right.x - here.x) < 0.98 * reach or (below.y - here.y) < 0.98 * reach


def turn_degrees(matrix: Matrix, at: Point) -> float:
    """Return by how many degrees `matrix` turns clockwise at `at`, -180 to 180.

    What mirrors is taken as left and right exchanged first and turned then.
    """
    here = mapped(matrix, at)
    right = mapped(matrix, Point(at.x + 1, at.y))
    below = mapped(matrix, Point(at.x, at.y + 1))
    along = Point(right.x - here.x, right.y - here.y)
    down = Point(below.x - here.x, below.y - here.y)
    if along.x * down.y - along.y * down.x < 0:
        along = Point(-along.x, -along.y)
    return math.degrees(math.atan2(along.y - down.x, along.x + down.y))


def _as_matrix(values: list[float]) -> Matrix:
    a, b, c, d, e, f, g, h, i = values
    return (a, b, c, d, e, f, g, h, i)
