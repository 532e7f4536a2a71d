"""The same scene, never the same picture: another moment, another eye, the neighbour's frame.

Depth is rendered: the far moves little, the ground by its distance, what stands in front by more;
subjects walk on. Nothing that is shown can be laid on the original by one transform.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from tests.benchmarks.labelled.canvas import (
    Chance,
    Pixels,
    Sheet,
    between,
    rotation,
    scaling,
    shift,
    warped,
)
from tests.benchmarks.labelled.geometry import homography
from tests.benchmarks.labelled.tones import curve, grain

_TRIES = 40


@dataclass(frozen=True, slots=True)
class _Move:
    """One part of the picture that moves: an upright ellipse and where it goes."""

    x: int
    y: int
    wide: int
    tall: int
    by_x: int
    by_y: int

    def touches(self, other: _Move) -> bool:
        """Say whether the two parts, where they were, lie over each other."""
        across = self.x < other.x + other.wide and other.x < self.x + self.wide
        return across and self.y < other.y + other.tall and other.y < self.y + self.tall


@dataclass(frozen=True, slots=True)
class _Look:
    """Which moves are wanted: sizes and reach as shares, how far up and down against across."""

    sizes: tuple[float, float]
    reach: tuple[float, float]
    upright: float


def burst(pixels: Pixels, chance: Chance) -> Pixels:
    """Return the next frame: the camera shook a little, three to five subjects moved on."""
    look = _Look((0.1, 0.22), (0.03, 0.08), 0.3)
    moved = _with_moves(pixels, int(chance.integers(3, 6)), look, chance)
    return _taken_again(_uneven(_shaken(moved, chance), chance, 0.003), chance)


def stereo(pixels: Pixels, chance: Chance) -> Pixels:
    """Return what the other eye sees: the ground slides with its nearness, objects by theirs."""
    height, width = pixels.shape[:2]
    slide = between(chance, 0.02, 0.045) * width * (1 if chance.integers(2) else -1)
    ground = np.array([[1, slide / height, -slide * 0.5], [0, 1, 0], [0, 0, 1]], np.float64)
    sheet = warped(Sheet.of(pixels), _inwards(width, height, 1.06) @ ground, (width, height))
    look = _Look((0.12, 0.28), (0.02, 0.05), 0.0)
    seen = _with_moves(sheet.pixels, int(chance.integers(6, 10)), look, chance)
    return _taken_again(_uneven(seen, chance, 0.006), chance)


def panorama(beyond: Pixels, chance: Chance) -> Pixels:
    """Return the neighbour's frame, which overlaps: seen under another angle, with parallax."""
    height, width = beyond.shape[:2]
    corners = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float64)
    lean = between(chance, 0.02, 0.05) * height
    aims = corners + np.array([(0, -lean), (0, 0), (0, 0), (0, lean)])
    seen = warped(Sheet.of(beyond), homography(corners, aims), (width, height)).pixels
    seen = _with_moves(seen, 4, _Look((0.1, 0.2), (0.015, 0.04), 0.1), chance)
    return _taken_again(_uneven(seen, chance, 0.004), chance)


def _shaken(pixels: Pixels, chance: Chance) -> Pixels:
    height, width = pixels.shape[:2]
    centre = (width / 2, height / 2)
    move = shift(*(between(chance, -0.012, 0.012) * edge for edge in (width, height)))
    turn = rotation(between(chance, -0.8, 0.8), centre)
    step = _inwards(width, height, 1.055) @ move @ turn
    return warped(Sheet.of(pixels), step, (width, height)).pixels


def _inwards(width: int, height: int, factor: float) -> np.ndarray:
    """Return an enlargement about the middle, so that no edge of the source shows."""
    middle = (width / 2, height / 2)
    return shift(*middle) @ scaling(factor, factor) @ shift(-middle[0], -middle[1])


def _taken_again(pixels: Pixels, chance: Chance) -> Pixels:
    """Return the picture under a little other light and with noise of its own."""
    gain = between(chance, 0.96, 1.04)
    lit = curve((gain, gain, gain), between(chance, 0.97, 1.03))(Sheet.of(pixels), chance)
    return grain(2.0)(lit, chance).pixels


def _uneven(pixels: Pixels, chance: Chance, share: float) -> Pixels:
    """Slide every part a little, by its depth: no single transform undoes that.

    Args:
        pixels: (H, W, 3) uint8.
        chance: of the depths.
        share: standard deviation of the slide as a share of the width.
    """
    height, width = pixels.shape[:2]
    columns, rows = 9, 7
    slides = chance.normal(0, share * width, (rows + 1, columns + 1))
    slides[:, [0, -1]] = 0  # nothing from beyond the edges
    xs, ys = np.linspace(0, width, columns + 1), np.linspace(0, height, rows + 1)
    mesh = []
    for row in range(rows):
        for column in range(columns):
            box = (xs[column], ys[row], xs[column + 1], ys[row + 1])
            ends = ((row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1))
            quad = [(xs[c] + slides[r, c], ys[r]) for r, c in ends]
            mesh.append((tuple(round(v) for v in box), tuple(v for point in quad for v in point)))
    image = Image.fromarray(pixels)
    how = Image.Resampling.BILINEAR  # a new exposure is softer by itself
    return np.asarray(image.transform(image.size, Image.Transform.MESH, mesh, how))


def _with_moves(pixels: Pixels, count: int, look: _Look, chance: Chance) -> Pixels:
    """Return the picture with so many parts moved, in different places."""
    moves: list[_Move] = []
    for _ in range(count):
        moves.append(_best_move(pixels, look, moves, chance))
    for move in moves:
        pixels = _pasted(pixels, move)
    return pixels


def _best_move(pixels: Pixels, look: _Look, taken: list[_Move], chance: Chance) -> _Move:
    """Return, of many random moves, the one that shows most: moving a flat wall shows nothing."""
    small = pixels[::4, ::4].astype(np.float32)
    moves = [_any_move(pixels.shape[:2], look, chance) for _ in range(_TRIES)]
    free = [one for one in moves if not any(one.touches(other) for other in taken)]
    return max(free or moves, key=lambda one: _gap(small, one))


def _any_move(shape: tuple[int, ...], look: _Look, chance: Chance) -> _Move:
    height, width = shape
    wide, tall = (round(between(chance, *look.sizes) * edge) for edge in (width, height))
    by_x = round(between(chance, *look.reach) * width) * (1 if chance.integers(2) else -1)
    by_y = round(between(chance, -look.upright, look.upright) * abs(by_x))
    x = int(chance.integers(abs(by_x), width - wide - abs(by_x)))
    y = int(chance.integers(abs(by_y), height - tall - abs(by_y)))
    return _Move(x, y, wide, tall, by_x, by_y)


def _gap(small: np.ndarray, move: _Move) -> float:
    x, y, wide, tall = (value // 4 for value in (move.x, move.y, move.wide, move.tall))
    to_x, to_y = x + move.by_x // 4, y + move.by_y // 4
    one = small[y : y + tall, x : x + wide]
    other = small[max(to_y, 0) : max(to_y, 0) + tall, max(to_x, 0) : max(to_x, 0) + wide]
    rows, columns = min(len(one), len(other)), min(one.shape[1], other.shape[1])
    return float(np.abs(one[:rows, :columns] - other[:rows, :columns]).mean())


def _pasted(pixels: Pixels, move: _Move) -> Pixels:
    """Return the picture with one part moved; where it was, what lay behind it comes in."""
    source = np.s_[move.y : move.y + move.tall, move.x : move.x + move.wide]
    to_y, to_x = move.y + move.by_y, move.x + move.by_x
    target = np.s_[to_y : to_y + move.tall, to_x : to_x + move.wide]
    behind_x = max(0, min(move.x - move.by_x, pixels.shape[1] - move.wide))
    behind = np.s_[move.y : move.y + move.tall, behind_x : behind_x + move.wide]
    mask = Image.new("L", (move.wide, move.tall))
    ImageDraw.Draw(mask).ellipse((2, 2, move.wide - 3, move.tall - 3), fill=255)
    soft = np.asarray(mask.filter(ImageFilter.GaussianBlur(2)), np.float32)[:, :, None] / 255
    subject = pixels[source].astype(np.float32)
    result = pixels.astype(np.float32)
    result[source] += soft * (pixels[behind] - result[source])
    result[target] += soft * (subject - result[target])
    return (result + 0.5).clip(0, 255).astype(np.uint8)
