"""Letters without installed fonts: Pillow's own bundled face, and a few brushed characters.

The bundled face is laid out by Pillow's basic engine, never by Raqm: Raqm finds FriBidi on the
machine or not, and the sample must not depend on that. It has no Chinese characters, so the few
that the sample needs are brushed here stroke by stroke.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

_LEFT, _MIDDLE, _RIGHT = 0.0, 0.5, 1.0

STROKES: dict[str, tuple[tuple[tuple[int, int], ...], ...]] = {
    "山": (((50, 8), (50, 84)), ((18, 40), (18, 86), (83, 86)), ((83, 38), (83, 92))),
    "中": (((20, 30), (20, 64), (80, 64), (80, 30), (20, 30)), ((50, 5), (50, 96))),
    "人": (((50, 8), (46, 40), (32, 70), (10, 92)), ((48, 38), (64, 70), (92, 92))),
    "大": (
        ((12, 36), (88, 36)),
        ((50, 8), (47, 44), (34, 72), (10, 92)),
        ((50, 42), (66, 72), (92, 92)),
    ),
    "天": (
        ((20, 16), (80, 16)),
        ((12, 44), (88, 44)),
        ((50, 16), (46, 56), (32, 78), (10, 94)),
        ((50, 48), (66, 76), (92, 94)),
    ),
    "上": (((48, 8), (48, 88)), ((48, 44), (80, 44)), ((10, 89), (92, 89))),
    "日": (((28, 10), (28, 90), (72, 90), (72, 10), (28, 10)), ((28, 49), (72, 49))),
    "月": (
        ((34, 10), (32, 60), (18, 92)),
        ((34, 10), (74, 10), (74, 88), (62, 84)),
        ((34, 35), (74, 35)),
        ((34, 58), (74, 58)),
    ),
    "木": (
        ((10, 34), (90, 34)),
        ((50, 6), (50, 95)),
        ((48, 36), (30, 62), (10, 76)),
        ((52, 36), (70, 62), (90, 76)),
    ),
    "小": (((50, 8), (50, 90), (38, 84)), ((28, 36), (12, 66)), ((70, 36), (90, 66))),
    "茶": (
        ((12, 18), (88, 18)),
        ((34, 6), (34, 28)),
        ((66, 6), (66, 28)),
        ((50, 28), (32, 46), (8, 58)),
        ((50, 28), (68, 46), (92, 58)),
        ((26, 62), (74, 62)),
        ((50, 46), (50, 95)),
        ((40, 72), (24, 88)),
        ((60, 72), (78, 88)),
    ),
}
"""Characters as polylines on a square of 100 by 100."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """One line of letters.

    Attributes:
        text: what it says; characters of `STROKES` are brushed, all others set in the bundled face.
        height: letter size as a share of the picture's height.
        anchor: 0 left, 0.5 middle, 1 right: which part of the line stands at the given place.
        slant: shear to the right, 0 upright.
        stretch: width against height.
        weight: extra thickness as a share of the size.
    """

    text: str
    height: float
    anchor: float = _LEFT
    slant: float = 0.0
    stretch: float = 1.0
    weight: float = 0.0

    def mask(self, width_px: int, height_px: int) -> Image.Image:
        """Return the line's coverage (mode L) for a picture of this size."""
        size_px = max(6, round(self.height * height_px))
        drawn = _brushed(self.text, size_px) if self._is_brushed() else self._set(size_px)
        if self.slant:
            drawn = _sheared(drawn, self.slant)
        wide = max(1, min(4 * width_px, round(drawn.width * self.stretch)))
        if wide == drawn.width:
            return drawn
        return drawn.resize((wide, drawn.height), Image.Resampling.BICUBIC)

    def _is_brushed(self) -> bool:
        return all(character in STROKES for character in self.text)

    def _set(self, size_px: int) -> Image.Image:
        face = _face(size_px)
        extra = round(self.weight * size_px)
        left, top, right, bottom = face.getbbox(self.text, stroke_width=extra)
        size = (max(1, round(right - left)), max(1, round(bottom - top)))
        mask = Image.new("L", size)
        pen = ImageDraw.Draw(mask)
        pen.text((-left, -top), self.text, fill=255, font=face, stroke_width=extra)
        return mask


def centred(text: str, height: float, weight: float = 0.0) -> Lettering:
    """Return a line that is centred on its place."""
    return Lettering(text, height, anchor=_MIDDLE, weight=weight)


@lru_cache(maxsize=64)
def _face(size_px: int) -> ImageFont.FreeTypeFont:
    face = ImageFont.load_default(size_px)
    if not isinstance(face, ImageFont.FreeTypeFont):
        raise TypeError("this Pillow was built without FreeType; the sample needs it")
    return face.font_variant(layout_engine=ImageFont.Layout.BASIC)


def _brushed(text: str, size_px: int) -> Image.Image:
    mask = Image.new("L", (round(1.08 * size_px * len(text)), size_px))
    pen = ImageDraw.Draw(mask)
    thick = max(1, round(size_px * 0.1))
    for at, character in enumerate(text):
        for stroke in STROKES[character]:
            points = [
                (at * 1.08 * size_px + x / 100 * size_px, y / 100 * size_px) for x, y in stroke
            ]
            pen.line(points, fill=255, width=thick, joint="curve")
            _round_ends(pen, points, thick / 2)
    return mask


def _round_ends(pen: ImageDraw.ImageDraw, points: list[tuple[float, float]], radius: float) -> None:
    for x, y in (points[0], points[-1]):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


def _sheared(mask: Image.Image, slant: float) -> Image.Image:
    extra = round(abs(slant) * mask.height)
    size = (mask.width + extra, mask.height)
    shift = (1.0, slant, -extra if slant > 0 else 0.0, 0.0, 1.0, 0.0)
    return mask.transform(size, Image.Transform.AFFINE, shift, Image.Resampling.BICUBIC)
