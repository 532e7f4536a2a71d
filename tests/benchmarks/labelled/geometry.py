"""Steps that move pixels: crops, sizes, turns, small rotations."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.labelled.canvas import (
    Chance,
    Colour,
    Sheet,
    Step,
    between,
    cut,
    rotation,
    shift,
    sized,
    warped,
)

_TRIES = 8


def crop(removed_share: float) -> Step:
    """Cut away a share of the area, in a random place and near the picture's own shape."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        kept = 1.0 - removed_share
        stretch = between(chance, max(kept, 0.8), min(1 / kept, 1.25))
        across = min(1.0, math.sqrt(kept * stretch))
        wide, tall = round(width * across), round(height * min(1.0, kept / across))
        detail = _detail(sheet.pixels)
        boxes = []
        for _ in range(_TRIES):
            left, top = chance.integers(0, width - wide + 1), chance.integers(0, height - tall + 1)
            boxes.append((int(left), int(top), int(left) + wide, int(top) + tall))
        # Nobody cuts out the empty corner: the first place with its share of detail is taken.
        enough = [box for box in boxes if _mean_in(detail, box) >= 0.9 * float(detail.mean())]
        best = max(boxes, key=lambda box: _mean_in(detail, box))
        return cut(sheet, enough[0] if enough else best)

    return step


def _detail(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    grey = pixels[::4, ::4].mean(axis=2, dtype=np.float32)
    return np.abs(np.gradient(grey, axis=0)) + np.abs(np.gradient(grey, axis=1))


def _mean_in(detail: NDArray[np.float32], box: tuple[int, int, int, int]) -> float:
    left, top, right, bottom = (edge // 4 for edge in box)
    return float(detail[top:bottom, left:right].mean())


def square(sheet: Sheet, chance: Chance) -> Sheet:
    """Cut the picture square, as social networks do, a little off the middle."""
    width, height = sheet.size
    side = min(width, height)
    left = round((width - side) * between(chance, 0.3, 0.7))
    top = round((height - side) * between(chance, 0.3, 0.7))
    return cut(sheet, (left, top, left + side, top + side))


def one_side(removed_share: float) -> Step:
    """Cut away one side only."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        wide, tall = round(width * (1 - removed_share)), round(height * (1 - removed_share))
        boxes = (
            (width - wide, 0, width, height),
            (0, height - tall, width, height),
            (0, 0, wide, height),
            (0, 0, width, tall),
        )
        return cut(sheet, boxes[int(chance.integers(4))])

    return step


def scale(factor: float) -> Step:
    """Change width and height by a factor."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        return sized(sheet, *(max(16, round(edge * factor)) for edge in sheet.size))

    return step


def longest(edge_px: int) -> Step:
    """Shrink the picture so that its longer side has so many pixels."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        return scale(min(1.0, edge_px / max(sheet.size)))(sheet, chance)

    return step


def turn(quarters: int) -> Step:
    """Turn by quarters, counter-clockwise."""

    def step(sheet: Sheet, _chance: Chance) -> Sheet:
        for _ in range(quarters % 4):
            width = sheet.size[0]
            matrix = np.array([[0, 1, 0], [-1, 0, width], [0, 0, 1]], np.float64)
            sheet = sheet.moved(np.rot90(sheet.pixels), matrix)
        return sheet

    return step


def mirror(sheet: Sheet, _chance: Chance) -> Sheet:
    """Swap left and right."""
    matrix = np.array([[-1, 0, sheet.size[0]], [0, 1, 0], [0, 0, 1]], np.float64)
    return sheet.moved(sheet.pixels[:, ::-1], matrix)


def flip(sheet: Sheet, _chance: Chance) -> Sheet:
    """Swap top and bottom."""
    matrix = np.array([[1, 0, 0], [0, -1, sheet.size[1]], [0, 0, 1]], np.float64)
    return sheet.moved(sheet.pixels[::-1], matrix)


def rotate_cut(degrees: float) -> Step:
    """Turn a little, to a random side, and cut to the largest upright frame inside."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        signed = degrees if chance.integers(2) else -degrees
        matrix = rotation(signed, (width / 2, height / 2))
        turned = warped(sheet, matrix, sheet.size)
        sine = abs(math.sin(math.radians(degrees)))
        # A frame shrunk by this factor about the middle stays inside for both sides.
        share = 1.0 / (
            math.cos(math.radians(degrees)) + sine * max(width, height) / min(sheet.size)
        )
        left = math.ceil(width * (1 - share) / 2) + 1
        top = math.ceil(height * (1 - share) / 2) + 1
        return cut(turned, (left, top, width - left, height - top))

    return step


def rotate_filled(degrees: float, fill: Colour) -> Step:
    """Turn a little on a canvas large enough, as a scanner sees a crooked print."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        signed = degrees if chance.integers(2) else -degrees
        sine = abs(math.sin(math.radians(degrees)))
        grow_x, grow_y = math.ceil(height * sine / 2), math.ceil(width * sine / 2)
        matrix = shift(grow_x, grow_y) @ rotation(signed, (width / 2, height / 2))
        return warped(sheet, matrix, (width + 2 * grow_x, height + 2 * grow_y), fill)

    return step


def tilt(share: float, fill: Colour) -> Step:
    """See the picture from a little aside: its corners move inwards by up to a share."""

    def step(sheet: Sheet, chance: Chance) -> Sheet:
        width, height = sheet.size
        corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)
        inwards = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)], np.float64)
        moves = chance.uniform(0.15 * share, share, (4, 2)) * inwards * (width, height)
        return warped(sheet, homography(corners, corners + moves), sheet.size, fill)

    return step


def homography(sources: NDArray[np.float64], targets: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the 3x3 matrix that takes four points to four others, (4, 2) each."""
    rows, values = [], []
    for (x, y), (u, v) in zip(sources.tolist(), targets.tolist(), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return np.append(np.linalg.solve(np.array(rows), np.array(values)), 1.0).reshape(3, 3)
