"""Pairs that look like copies and are not: local colour, lettering, what somebody added or took.

Each trap makes a second picture from a first one, at a seed, over a share of the area. What the
machine must never do with any of them is to propose that one be retired for the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from dedup_desk.engine.sample import film, landscapes, press, products, town
from dedup_desk.engine.sample.painting import Painting
from tests.helpers.made_pictures import encoded

Picture = NDArray[np.uint8]
Change = Callable[[Picture, np.random.Generator, float], Picture]

_SIZE_PX = (1200, 900)

GOODS = {
    "shoe": products.leather_shoe,
    "camera": products.camera,
    "teapot": products.teapot,
    "handbag": products.red_handbag,
}
VIEWS = {
    "lake": landscapes.mountain_lake,
    "terraces": landscapes.rice_terraces,
    "tower": town.tower_block,
    "laundry": town.roof_laundry,
    "football": press.football,
    "boats": press.dragon_boats,
    "train": film.steam_train,
}
SCENES = {**GOODS, **VIEWS}


@cache
def scene(name: str, seed: int = 1) -> Picture:
    """Return one of `SCENES`, 1200 x 900, with a little grain."""
    painting = Painting(*_SIZE_PX, np.random.default_rng(seed))
    SCENES[name](painting)
    painting.grain(0.008)
    return painting.eight_bit()


def grey_frame(picture: Picture) -> Picture:
    """Return a black-and-white frame, three equal channels."""
    return np.repeat(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def _place(picture: Picture, chance: np.random.Generator, share: float) -> tuple[slice, slice]:
    """Return a box of about that share of the area where the picture has something to show."""
    height, width = picture.shape[:2]
    wide = round(width * np.sqrt(share) * float(chance.uniform(0.8, 1.25)))
    high = round(width * height * share / wide)
    luma = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    tries = chance.uniform(0.05, 0.95, (40, 2))
    corners = [(int(x * (width - wide)), int(y * (height - high))) for x, y in tries]
    x, y = max(corners, key=lambda c: float(luma[c[1] : c[1] + high, c[0] : c[0] + wide].std()))
    return slice(y, y + high), slice(x, x + wide)


def _soft_mask(picture: Picture, place: tuple[slice, slice]) -> NDArray[np.float32]:
    mask = np.zeros(picture.shape[:2], np.float32)
    rows, columns = place
    centre = ((columns.start + columns.stop) // 2, (rows.start + rows.stop) // 2)
    radii = ((columns.stop - columns.start) // 2, (rows.stop - rows.start) // 2)
    # An ellipse of the box's area, so that the share is what was asked.
    radii = tuple(round(one * 1.128) for one in radii)
    cv2.ellipse(mask, centre, radii, 0, 0, 360, 1.0, -1)
    return cv2.GaussianBlur(mask, (0, 0), 2.0)[..., None]


def _coloured(picture: Picture, colour: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give every pixel one hue and keep its brightness."""
    luma = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    weight = colour / float(colour @ np.array([0.299, 0.587, 0.114], np.float32))
    return np.clip(luma[..., None] * weight, 0, 255)


_DYES = np.array([(230, 60, 60), (60, 190, 80), (60, 90, 230), (230, 170, 40)], np.float32)


def recoloured(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Give one part another hue, as bright as before."""
    mask = _soft_mask(picture, _place(picture, chance, share))
    there = picture.mean(axis=2, keepdims=True)
    was = (picture * mask).sum(axis=(0, 1)) / mask.sum()
    dye = max(_DYES, key=lambda one: float(np.abs(one - was).sum()))
    # White paint takes the dye too: another lining, another label.
    dyed = _coloured(np.minimum(picture, 200), dye) * (there > 0)
    return (picture * (1 - mask) + dyed * mask).astype(np.uint8)


def hand_coloured(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Lay a thin colour on one part of a black-and-white frame."""
    mask = 0.5 * _soft_mask(picture, _place(picture, chance, share))
    dyed = _coloured(picture, chance.permutation(_DYES)[0])
    return (picture * (1 - mask) + dyed * mask).astype(np.uint8)


def stamped(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Press a rubber stamp on it."""
    rows, columns = _place(picture, chance, share)
    ink = Image.new("L", (columns.stop - columns.start, rows.stop - rows.start))
    pen, high = ImageDraw.Draw(ink), ink.height
    pen.rounded_rectangle((1, 1, ink.width - 2, high - 2), high // 6, outline=255, width=4)
    _lettered(pen, (ink.width, high), "REGISTERED", 0.75)
    return _printed(picture, (rows, columns), ink, (170, 40, 44), 0.75)


def signed(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Sign it in blue ink."""
    rows, columns = _place(picture, chance, share)
    ink = Image.new("L", (columns.stop - columns.start, rows.stop - rows.start))
    swing = chance.normal(0.5, 0.18, 26).clip(0.05, 0.95)
    points = [(ink.width * n / 25, ink.height * float(y)) for n, y in enumerate(swing)]
    ImageDraw.Draw(ink).line(points, 255, 4, joint="curve")
    return _printed(picture, (rows, columns), ink, (30, 40, 120), 0.9)


def numbered(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Write a registration number on it."""
    return _written(picture, chance, share, f"N {chance.integers(1000, 9999)}/1966")


def _written(picture: Picture, chance: np.random.Generator, share: float, words: str) -> Picture:
    rows, columns = _place(picture, chance, share / 3)
    wide = min(3 * (columns.stop - columns.start), picture.shape[1])
    left = min(columns.start, picture.shape[1] - wide)
    place = (rows, slice(left, left + wide))
    ink = Image.new("L", (wide, rows.stop - rows.start))
    _lettered(ImageDraw.Draw(ink), ink.size, words, 0.95)
    dark = picture[place].mean() > 128
    return _printed(picture, place, ink, (25, 20, 25) if dark else (240, 235, 225), 0.95)


def erased(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Take somebody out: fill the place from what surrounds it."""
    mask = (_soft_mask(picture, _place(picture, chance, share))[..., 0] > 0.3).astype(np.uint8)
    return cv2.inpaint(picture, mask, 5, cv2.INPAINT_TELEA)


def cloned(picture: Picture, chance: np.random.Generator, share: float) -> Picture:
    """Cover one place with another of the same picture."""
    place = _place(picture, chance, share)
    mask = _soft_mask(picture, place)
    height, width = picture.shape[:2]
    by = (int(width * chance.uniform(0.2, 0.4)), int(height * chance.uniform(0.15, 0.4)))
    other = np.roll(picture, by[::-1], (0, 1))
    return (picture * (1 - mask) + other * mask).astype(np.uint8)


def captioned(picture: Picture, date: str) -> Picture:
    """Return a picture with a caption strip under it that carries a date."""
    strip = Image.new("RGB", (picture.shape[1], picture.shape[0] // 12), (250, 250, 248))
    words = f"Peak Press / Hong Kong, {date} / No. 4117"
    face = _face(strip.height * 0.5)
    ImageDraw.Draw(strip).text((18, strip.height * 0.2), words, fill=(20, 20, 20), font=face)
    return np.vstack([picture, np.asarray(strip)])


def labelled(picture: Picture, words: str) -> Picture:
    """Return goods with a label on them that tells what is inside."""
    image = Image.fromarray(picture)
    wide, high = round(0.26 * image.width), round(0.16 * image.height)
    box = (round(0.37 * image.width), round(0.5 * image.height))
    label = Image.new("RGB", (wide, high), (236, 226, 190))
    pen = ImageDraw.Draw(label)
    pen.rectangle((3, 3, wide - 4, high - 4), outline=(90, 60, 30), width=2)
    pen.text((wide * 0.1, high * 0.12), "LION ROCK", fill=(90, 40, 30), font=_face(high * 0.34))
    pen.text((wide * 0.1, high * 0.58), words, fill=(40, 30, 30), font=_face(high * 0.26))
    image.paste(label, box)
    return np.asarray(image)


def _lettered(pen: ImageDraw.ImageDraw, size: tuple[int, int], words: str, fill: float) -> None:
    wide, high = size
    points = min(high * 0.6, fill * wide / _face(100).getlength(words) * 100)
    face = _face(points)
    pen.text(((wide - face.getlength(words)) / 2, (high - points * 1.2) / 2), words, 255, face)


def _printed(
    picture: Picture,
    place: tuple[slice, slice],
    ink: Image.Image,
    colour: tuple[int, int, int],
    strength: float,
) -> Picture:
    cover = np.asarray(ink, np.float32)[..., None] / 255 * strength
    result = picture.copy()
    result[place] = (picture[place] * (1 - cover) + np.array(colour) * cover).astype(np.uint8)
    return result


@lru_cache(maxsize=64)
def _face(size_px: float) -> ImageFont.FreeTypeFont:
    return ImageFont.load_default(size_px)


ADDED_OR_TAKEN: Mapping[str, Change] = {
    "stamped": stamped,
    "signed": signed,
    "numbered": numbered,
    "erased": erased,
    "cloned": cloned,
}
"""Changes of content in one place."""

STORED: Mapping[str, Callable[[Picture], bytes]] = {
    "jpeg 92": lambda picture: encoded(picture, quality=92),
    "jpeg 70": lambda picture: encoded(picture, quality=70),
    "half": lambda picture: encoded(half(picture), quality=85),
}
"""How the second picture is stored."""


def half(picture: Picture) -> Picture:
    """Return a picture at half its size."""
    size = (picture.shape[1] // 2, picture.shape[0] // 2)
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.LANCZOS))
