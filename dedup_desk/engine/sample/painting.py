"""A picture being drawn: floats for light and texture, supersampled ink for hard edges.

All coordinates of drawing calls are shares of the picture (0 to 1, x right, y down), so that a
scene can be drawn at any size. Colours are display values, 0 to 1 (sRGB encoded, not linear).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from dedup_desk.engine.sample.lettering import Lettering

Floats: TypeAlias = NDArray[np.float32]
Shares: TypeAlias = NDArray[np.floating[Any]]
Point: TypeAlias = tuple[float, float]
Colour: TypeAlias = tuple[float, float, float]

_SUPERSAMPLING = 2


class Ink:
    """Hard-edged drawing on the supersampled picture; coordinates are shares."""

    def __init__(self, picture: Image.Image) -> None:
        self._draw = ImageDraw.Draw(picture, "RGBA")
        self._picture = picture
        self._width, self._height = picture.size

    def polygon(self, points: Sequence[Point], colour: Colour, opacity: float = 1.0) -> None:
        """Fill a polygon."""
        self._draw.polygon([self._at(point) for point in points], fill=_paint(colour, opacity))

    def box(self, corners: tuple[float, float, float, float], colour: Colour) -> None:
        """Fill an upright rectangle given as left, top, right, bottom."""
        left, top, right, bottom = corners
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour)

    def veil(
        self, corners: tuple[float, float, float, float], colour: Colour, opacity: float
    ) -> None:
        """Fill an upright rectangle that lets what is below shine through."""
        left, top, right, bottom = corners
        around = [(left, top), (right, top), (right, bottom), (left, bottom)]
        self.polygon(around, colour, opacity)

    def disc(self, centre: Point, radii: Point, colour: Colour, opacity: float = 1.0) -> None:
        """Fill an ellipse; both radii are shares, of width and of height."""
        (x, y), (across, down) = centre, radii
        corners = [self._at((x - across, y - down)), self._at((x + across, y + down))]
        self._draw.ellipse(corners, fill=_paint(colour, opacity))

    def ring(self, centre: Point, radii: Point, colour: Colour, thickness: float) -> None:
        """Draw an ellipse's outline; the thickness is a share of the width."""
        (x, y), (across, down) = centre, radii
        corners = [self._at((x - across, y - down)), self._at((x + across, y + down))]
        self._draw.ellipse(corners, outline=_paint(colour, 1.0), width=self._pen(thickness))

    def line(
        self, points: Sequence[Point], colour: Colour, thickness: float, opacity: float = 1.0
    ) -> None:
        """Draw a polyline with rounded joints; the thickness is a share of the width."""
        places = [self._at(point) for point in points]
        self._draw.line(places, _paint(colour, opacity), self._pen(thickness), joint="curve")

    def text(self, lettering: Lettering, where: Point, colour: Colour) -> None:
        """Set lettering with its anchor at `where`."""
        mask = lettering.mask(self._width, self._height)
        x, y = self._at(where)
        corner = (round(x - mask.width * lettering.anchor), round(y))
        self._picture.paste(_paint(colour, 1.0)[:3], corner, mask)

    def _at(self, point: Point) -> tuple[float, float]:
        return (point[0] * self._width, point[1] * self._height)

    def _pen(self, thickness: float) -> int:
        return max(1, round(thickness * self._width))


class Painting:
    """A picture in the making.

    Attributes:
        chance: this picture's own source of randomness.
        light: (H, W, 3) float32, display values, 0 to 1 when finished.
        x, y: (1, W) and (H, 1) float32, the pixel centres in shares.
    """

    def __init__(self, width_px: int, height_px: int, chance: np.random.Generator) -> None:
        self.chance = chance
        self.light: Floats = np.zeros((height_px, width_px, 3), np.float32)
        self.x: Floats = _centres(width_px)[None, :]
        self.y: Floats = _centres(height_px)[:, None]

    @property
    def width_px(self) -> int:
        """Columns."""
        return int(self.light.shape[1])

    @property
    def height_px(self) -> int:
        """Rows."""
        return int(self.light.shape[0])

    def gradient(self, stops: Sequence[tuple[float, Colour]]) -> None:
        """Fill the picture from top to bottom through colours at heights (share, colour)."""
        heights = [height for height, _ in stops]
        for channel in range(3):
            values = [colour[channel] for _, colour in stops]
            self.light[:, :, channel] = np.interp(self.y, heights, values).astype(np.float32)

    def lay(self, mask: Shares, colour: Colour | Shares) -> None:
        """Lay a colour (or a picture of colours) over the picture where `mask` (H, W) says so."""
        over = np.asarray(colour, np.float32)
        self.light += mask[:, :, None] * (over - self.light)

    def shine(self, centre: Point, radius: float, colour: Colour, strength: float) -> None:
        """Add a soft round light; the radius is a share of the width."""
        ratio = self.height_px / self.width_px
        away = (self.x - centre[0]) ** 2 + ((self.y - centre[1]) * ratio) ** 2
        glow = np.exp(-away / np.float32(radius * radius)).astype(np.float32)
        self.light += glow[:, :, None] * np.asarray(colour, np.float32) * np.float32(strength)

    def shade(self, factor: Shares) -> None:
        """Multiply the picture by (H, W)."""
        self.light *= factor[:, :, None]

    def soft(self, points: Sequence[Point], blur: float) -> Floats:
        """Return the (H, W) mask of a polygon with soft edges; blur is a share of the width."""
        quarter = Image.new("L", (self.width_px // 4, self.height_px // 4))
        size = quarter.size
        places = [(x * size[0], y * size[1]) for x, y in points]
        ImageDraw.Draw(quarter).polygon(places, fill=255)
        softened = quarter.filter(ImageFilter.GaussianBlur(max(0.6, blur * size[0])))
        full = softened.resize((self.width_px, self.height_px), Image.Resampling.BICUBIC)
        return np.asarray(full, np.float32) / np.float32(255.0)

    def cast_shadow(self, points: Sequence[Point], blur: float, strength: float) -> None:
        """Darken a polygon softly."""
        self.shade(1.0 - np.float32(strength) * self.soft(points, blur))

    @contextmanager
    def ink(self) -> Iterator[Ink]:
        """Draw hard edges on the picture, smooth because drawn at twice the size."""
        size = (self.width_px * _SUPERSAMPLING, self.height_px * _SUPERSAMPLING)
        large = Image.fromarray(self.eight_bit()).resize(size, Image.Resampling.NEAREST)
        yield Ink(large)
        self.light = _floats(large.reduce(_SUPERSAMPLING))

    def soften(self, radius_px: float) -> None:
        """Blur the whole picture, as a lens or a print does."""
        blurred = Image.fromarray(self.eight_bit()).filter(ImageFilter.GaussianBlur(radius_px))
        self.light = _floats(blurred)

    def grain(self, strength: float) -> None:
        """Add film grain, strongest in the middle tones, equal in all three colours."""
        noise = self.chance.standard_normal(self.light.shape[:2], np.float32)
        middle = self.light.mean(axis=2)
        weight = np.float32(strength) * (0.35 + 2.6 * middle * (1.0 - middle))
        self.light += (noise * weight)[:, :, None]

    def vignette(self, strength: float) -> None:
        """Darken the corners as a lens does."""
        away = (self.x - 0.5) ** 2 + (self.y - 0.5) ** 2
        self.shade(1.0 - np.float32(strength) * 2.0 * away)

    def monochrome(self, tint: Colour = (1.0, 1.0, 1.0)) -> None:
        """Turn the picture to black and white, slightly tinted if asked."""
        grey = self.light @ np.asarray((0.299, 0.587, 0.114), np.float32)
        self.light = grey[:, :, None] * np.asarray(tint, np.float32)

    def eight_bit(self) -> NDArray[np.uint8]:
        """Return the picture as (H, W, 3) uint8."""
        return (np.clip(self.light, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)

    def sixteen_bit(self) -> NDArray[np.uint16]:
        """Return the picture as (H, W, 3) uint16."""
        return (np.clip(self.light, 0.0, 1.0) * 65535.0 + 0.5).astype(np.uint16)


def placed(outline: Sequence[Point], at: Point, size: Point) -> list[Point]:
    """Return an outline drawn round (0, 0) as it lies at a place, scaled across and down."""
    return [(at[0] + x * size[0], at[1] + y * size[1]) for x, y in outline]


def rounded(outline: Sequence[Point], rounds: int = 3) -> list[Point]:
    """Return a closed outline with its corners cut again and again until they are curves.

    Source: G. Chaikin, Computer Graphics and Image Processing 3 (1974), 346-349.
    """
    points = np.asarray(outline, np.float64)
    for _ in range(rounds):
        following = np.roll(points, -1, axis=0)
        cut = np.stack([0.75 * points + 0.25 * following, 0.25 * points + 0.75 * following], axis=1)
        points = cut.reshape(-1, 2)
    return [(float(x), float(y)) for x, y in points]


def _centres(count_px: int) -> Floats:
    return ((np.arange(count_px) + 0.5) / count_px).astype(np.float32)


def _floats(picture: Image.Image) -> Floats:
    return np.asarray(picture, np.float32) / np.float32(255.0)


def _paint(colour: Colour, opacity: float) -> tuple[int, int, int, int]:
    red, green, blue = (round(255 * min(1.0, max(0.0, value))) for value in colour)
    return (red, green, blue, round(255 * opacity))
