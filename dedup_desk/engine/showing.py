"""From bands of stored samples to pixels for a screen: averaged, windowed, in its colours, upright.

The order matters. Samples are averaged at their own depth, weighted by their opacity, before
anything is clipped; the window of a deep picture is that of all of it, so that a part looks like
the whole; the colours are converted last, of no more pixels than are shown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dedup_desk.engine import colour, cv
from dedup_desk.engine.averaging import AreaAverage
from dedup_desk.engine.parts.base import Band, Parts, PixelBox
from dedup_desk.engine.turning import stored_box, upright

_MOST_SHRUNK: Final = 8
_WITH_ALPHA: Final = frozenset({"LA", "RGBA"})


@dataclass(frozen=True, slots=True)
class Extremes:
    """The least and the greatest colour sample of a whole picture, and whether they are floats."""

    lowest: float = math.inf
    highest: float = -math.inf
    is_float: bool = False

    def taking(self, band: Band) -> Extremes:
        """Take more samples in; opacity, and what is not finite, do not count."""
        samples = band.samples[..., :-1] if band.mode in _WITH_ALPHA else band.samples
        if samples.dtype.kind == "f":
            samples = samples[np.isfinite(samples)]
        if samples.dtype == np.uint8 or not samples.size:
            return self
        return Extremes(
            min(self.lowest, float(samples.min())),
            max(self.highest, float(samples.max())),
            samples.dtype.kind == "f",
        )


@dataclass(frozen=True, slots=True)
class View:
    """What somebody wants to see of a picture.

    Attributes:
        edge_px: longest edge of the result; nothing is enlarged.
        box: part of the upright picture in full pixels; None: all of it. What juts out is cut off.
        screen: ICC profile of the screen, None: sRGB.
        extremes: those of the whole picture where they are known already.
    """

    edge_px: int
    box: PixelBox | None = None
    screen: bytes | None = None
    extremes: Extremes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """Pixels for a screen.

    Attributes:
        pixels: (H, W, 3) uint8, or (H, W, 4) with premultiplied opacity; upright.
        coarser_by: 1, or how many file pixels along an edge one pixel stands for *because the file
            cannot be read finer* in bounded memory.
        extremes: of the whole picture, where it is deep.
    """

    pixels: NDArray[np.uint8]
    coarser_by: int = 1
    extremes: Extremes | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Gathered:
    """A box at its final size, still as samples of the file's own depth."""

    samples: NDArray[Any]
    mode: str
    is_eight_bit: bool
    is_premultiplied: bool
    is_integer: bool
    extremes: Extremes


def shown(parts: Parts, orientation: int, profile: bytes | None, view: View) -> Shown:
    """Return a picture, or a part of it, for a screen.

    Args:
        parts: the picture.
        orientation: how the stored samples are to be turned.
        profile: its own colour profile.
        view: what is wanted.

    Raises:
        ValueError: the part lies outside the picture.
    """
    whole = PixelBox(0, 0, parts.width_px, parts.height_px)
    box = _stored(view.box, orientation, whole)
    share = min(1.0, view.edge_px / max(box.width, box.height))
    size = max(1, round(box.width * share)), max(1, round(box.height * share))
    by = _power_of_two(min(box.width / size[0], box.height / size[1]))
    found = _gathered(parts.bands(box, by), box, size)
    extremes = found.extremes
    if not found.is_eight_bit and box != whole:
        extremes = view.extremes or _extremes(parts, whole)
    pixels = _coloured(found, extremes, profile, view.screen)
    coarser = parts.shrinks_by if parts.shrinks_by > by else 1
    known = None if found.is_eight_bit else extremes
    return Shown(upright(pixels, orientation), coarser, known)


def on_white(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Lay (H, W, 3 or 4 premultiplied) on white."""
    if pixels.shape[2] == 3:
        return pixels
    return pixels[..., :3] + (255 - pixels[..., 3:])


def _stored(part: PixelBox | None, orientation: int, whole: PixelBox) -> PixelBox:
    if part is None:
        return whole
    box = stored_box(part, orientation, whole.width, whole.height)
    left, top = max(box.left, 0), max(box.top, 0)
    wide, high = min(box.right, whole.width) - left, min(box.bottom, whole.height) - top
    if wide < 1 or high < 1:
        raise ValueError("the part lies outside the picture")
    return PixelBox(left, top, wide, high)


def _power_of_two(ratio: float) -> int:
    return min(1 << int(math.log2(max(ratio, 1.0))), _MOST_SHRUNK)


def _extremes(parts: Parts, whole: PixelBox) -> Extremes:
    found = Extremes()
    for band in parts.bands(whole, 1):
        found = found.taking(band)
    return found


def _gathered(bands: Iterator[Band], box: PixelBox, size: tuple[int, int]) -> _Gathered:
    first = next(bands)
    wide, high = first.samples.shape[1::-1] if first.by > 1 else (box.width, box.height)
    to = min(size[0], wide), min(size[1], high)
    is_shrunk = to != (wide, high)
    extremes, average = Extremes(), AreaAverage(wide, high, *to)
    kept: list[NDArray[Any]] = []
    for band in chain((first,), bands):
        extremes = extremes.taking(band)
        if is_shrunk:
            average.push(_weighted(band))
        else:
            kept.append(band.samples)
    samples = average.result() if is_shrunk else np.concatenate(kept)
    kind = first.samples.dtype
    return _Gathered(samples, first.mode, kind == np.uint8, is_shrunk, kind.kind in "ui", extremes)


def _weighted(band: Band) -> NDArray[Any]:
    """Return samples whose colours count by their opacity, and no value that is no number."""
    samples = band.samples
    if samples.dtype.kind == "f":
        samples = np.nan_to_num(samples, nan=0.0, posinf=0.0, neginf=0.0)
    if band.mode not in _WITH_ALPHA:
        return samples
    weighted = samples.astype(np.float32)
    weighted[..., :-1] *= weighted[..., -1:] / np.float32(_opaque(samples.dtype))
    return weighted


def _opaque(kind: np.dtype[Any]) -> float:
    return float(np.iinfo(kind).max) if kind.kind in "ui" else 1.0


def _coloured(
    found: _Gathered, extremes: Extremes, profile: bytes | None, screen: bytes | None
) -> NDArray[np.uint8]:
    """Return (H, W, 3) or premultiplied (H, W, 4) in the colours of the screen."""
    if found.mode not in _WITH_ALPHA:
        plain = _eight_bits(found, found.samples, extremes)
        return colour.for_display(plain, found.mode, profile, screen)
    colours, alpha = found.samples[..., :-1], found.samples[..., -1:].astype(np.float32)
    top = (
        255.0 if found.is_eight_bit else _opaque(np.dtype(np.uint16 if found.is_integer else "f4"))
    )
    opacity = np.clip(alpha / np.float32(top), 0, 1)
    if found.is_premultiplied:
        colours = colours / np.maximum(opacity, np.float32(1e-6))
    plain = _eight_bits(found, colours, extremes)
    mode = found.mode.removesuffix("A")
    plain = plain.reshape(*opacity.shape[:2], *((3,) if mode == "RGB" else ()))
    made = colour.for_display(plain, mode, profile, screen)
    laid: NDArray[np.float32] = np.dstack([made * opacity, opacity * np.float32(255)])
    return cv.rounded(laid)


def _eight_bits(found: _Gathered, samples: NDArray[Any], extremes: Extremes) -> NDArray[np.uint8]:
    if samples.dtype == np.uint8:
        return np.ascontiguousarray(samples)
    if found.is_eight_bit:
        return cv.rounded(samples)
    lowest, highest = extremes.lowest, extremes.highest
    return colour.windowed_within(samples, lowest, highest, is_integer=found.is_integer)
