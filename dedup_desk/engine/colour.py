"""From whatever a file stores to 8-bit sRGB: depth, palettes, transparency, profiles.

Deep grey is brought to 8 bits through a window: the smallest of 8, 10, 12, 14, 16 bits that holds
the brightest sample, so that a 12-bit scan in a 16-bit file is not shown as night. Transparent
parts lie on white ground. Colours pass through the embedded profile.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from dedup_desk.engine import cv

MAX_PROFILE_BYTES: Final = 4_000_000
_WINDOWS_BITS: Final = (8, 10, 12, 14, 16)
_PREMULTIPLIED: Final = {"La": "LA", "RGBa": "RGBA"}
_VIA_RGB: Final = frozenset({"YCbCr", "HSV", "RGBX"})
_PROFILE_SPACES: Final = {"L": "GRAY", "RGB": "RGB ", "CMYK": "CMYK", "LAB": "Lab "}
_BLACK_POINT: Final = ImageCms.Flags.BLACKPOINTCOMPENSATION
_SAME_WITHIN: Final = 2


def continuous(image: Image.Image) -> Image.Image:
    """Return a loaded image as 8-bit L, RGB, CMYK or LAB, transparency laid on white."""
    if image.mode in ("L", "RGB") and "transparency" not in image.info:
        return image
    plain = spelled_out(image)
    return _on_white(plain) if plain.mode in ("LA", "RGBA") else plain


def spelled_out(image: Image.Image) -> Image.Image:
    """Return a loaded image as 8-bit L, LA, RGB, RGBA, CMYK or LAB: no palettes, no key colours."""
    mode = image.mode
    if mode.startswith(("I", "F")):
        return Image.fromarray(windowed(np.asarray(image)))
    if mode in _PREMULTIPLIED:
        return image.convert(_PREMULTIPLIED[mode])
    if mode in ("P", "PA", "L", "RGB") and (mode == "PA" or "transparency" in image.info):
        return image.convert("LA" if mode == "L" else "RGBA")
    if mode == "1":
        return image.convert("L")
    return image.convert("RGB") if mode in _VIA_RGB or mode == "P" else image


def as_srgb(pixels: NDArray[np.uint8], mode: str, profile: bytes | None) -> NDArray[np.uint8]:
    """Return (H, W, 3) sRGB of 8-bit samples in `mode`, through `profile` where it fits.

    A broken profile, or one for another kind of samples, is ignored, as viewers do.
    """
    return _through(pixels, mode, _transform(_usable(profile), mode, None))


def for_display(
    pixels: NDArray[np.uint8], mode: str, profile: bytes | None, screen: bytes | None
) -> NDArray[np.uint8]:
    """Return (H, W, 3) in the colours of a screen.

    Args:
        pixels: (H, W) or (H, W, C) 8-bit samples.
        mode: L, RGB, CMYK or LAB.
        profile: the picture's own; without one that fits, it is sRGB, Lab (D50), or CMYK by the
            plain formula red = (1 - cyan) (1 - black).
        screen: the screen's ICC profile; None, or one that cannot be used: sRGB.
    """
    target = _usable(screen)
    if target is None or not is_for_screens(target):
        return as_srgb(pixels, mode, profile)
    direct = _transform(_usable(profile), mode, target)
    if direct is not None:
        return _through(pixels, mode, direct)
    rgb = as_srgb(pixels, mode, profile)
    return _through(rgb, "RGB", _transform(srgb_profile(), "RGB", target))


@lru_cache(maxsize=8)
def is_for_screens(profile: bytes) -> bool:
    """Say whether an ICC profile can be what pictures are shown through: colours as RGB."""
    try:
        opened = ImageCms.getOpenProfile(io.BytesIO(profile))
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), opened, "RGB", "RGB")
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return False
    return bool(opened.profile.xcolor_space == _PROFILE_SPACES["RGB"])


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return sRGB as an ICC profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def is_applied(profile: bytes | None, mode: str) -> bool:
    """Say whether a picture's own profile fits its samples."""
    usable = _usable(profile)
    return usable is not None and _fits(usable, mode)


@lru_cache(maxsize=32)
def _fits(profile: bytes, mode: str) -> bool:
    try:
        opened = ImageCms.getOpenProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return False
    return bool(opened.profile.xcolor_space == _PROFILE_SPACES.get(mode))


def _usable(profile: bytes | None) -> bytes | None:
    return profile if profile and len(profile) <= MAX_PROFILE_BYTES else None


def _through(
    pixels: NDArray[np.uint8], mode: str, transform: ImageCms.ImageCmsTransform | None
) -> NDArray[np.uint8]:
    if transform is not None:
        image = Image.fromarray(pixels) if mode in ("L", "RGB") else _with_mode(pixels, mode)
        converted = ImageCms.applyTransform(image, transform)
        return np.asarray(converted)
    if mode == "L":
        return cv.grey_as_rgb(pixels)
    if mode == "RGB":
        return pixels
    return np.asarray(_with_mode(pixels, mode).convert("RGB"))


def profile_name(profile: bytes | None) -> str | None:
    """Return the description in an ICC profile, at most 200 characters; None if there is none."""
    if not profile or len(profile) > MAX_PROFILE_BYTES:
        return None
    return _described(profile)


@lru_cache(maxsize=32)
def _described(profile: bytes) -> str | None:
    try:
        parsed = ImageCms.getOpenProfile(io.BytesIO(profile))
        text = ImageCms.getProfileDescription(parsed)
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return None
    return text.replace("\0", "").strip()[:200] or None


def windowed(samples: NDArray[np.generic]) -> NDArray[np.uint8]:
    """Bring (H, W) integer or float samples of any depth to 8 bits through a window."""
    if samples.size == 0:
        return np.zeros(samples.shape, dtype=np.uint8)
    is_integer = samples.dtype.kind in "ui"
    if not is_integer:
        samples = np.nan_to_num(samples.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    lowest, highest = float(samples.min()), float(samples.max())
    return windowed_within(samples, lowest, highest, is_integer=is_integer)


def windowed_within(
    samples: NDArray[np.generic], lowest: float, highest: float, *, is_integer: bool
) -> NDArray[np.uint8]:
    """Bring samples to 8 bits through the window of a whole picture that they are a part of.

    Args:
        samples: of any shape; also means of integers, as float32.
        lowest: the whole picture's least sample.
        highest: its greatest.
        is_integer: the file stores integers: their window begins at 0 and ends at a power of two.
    """
    if is_integer and lowest >= 0 and highest < 1 << _WINDOWS_BITS[-1]:
        bits = next(one for one in _WINDOWS_BITS if highest < 1 << one)
        if samples.dtype.kind in "ui":
            shifted: NDArray[np.uint8] = np.right_shift(samples, bits - 8).astype(np.uint8)
            return shifted
        scaled = np.floor(samples.astype(np.float32) / np.float32(1 << (bits - 8)))
        return cv.rounded(scaled)
    if lowest >= 0.0 and highest <= 1.0:
        lowest, highest = 0.0, 1.0
    span = max(highest - lowest, 1e-12)
    values = np.nan_to_num(samples.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    return cv.rounded((values - np.float32(lowest)) * np.float32(255.0 / span))


def white_point(highest: float) -> int:
    """Return which integer sample is shown as white where the brightest one is `highest`."""
    fitting = [1 << one for one in _WINDOWS_BITS if highest < 1 << one]
    return fitting[0] - 1 if fitting else round(highest)


def _on_white(image: Image.Image) -> Image.Image:
    base = image.mode.removesuffix("A")
    ground = Image.new(base, image.size, "white")
    ground.paste(image.convert(base), mask=image.getchannel("A"))
    return ground


def _with_mode(pixels: NDArray[np.uint8], mode: str) -> Image.Image:
    height, width = pixels.shape[:2]
    return Image.frombytes(mode, (width, height), np.ascontiguousarray(pixels).tobytes())


@lru_cache(maxsize=32)
def _transform(
    profile: bytes | None, mode: str, screen: bytes | None
) -> ImageCms.ImageCmsTransform | None:
    """Return the way from a profile to a screen's or to sRGB; None where there is none to go."""
    try:
        source = _source_profile(profile, mode)
        if source is None:
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.getOpenProfile(io.BytesIO(screen))
            if screen is not None
            else ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            _BLACK_POINT,
        )
    except (OSError, ImageCms.PyCMSError, ValueError, TypeError):
        return None
    return None if screen is None and _changes_nothing(transform, mode) else transform


def _source_profile(data: bytes | None, mode: str) -> Any:
    """Return what Pillow's builder takes (it has no public type), None where nothing fits."""
    if data is None:
        return ImageCms.createProfile("LAB") if mode == "LAB" else None
    opened = ImageCms.getOpenProfile(io.BytesIO(data))
    if opened.profile.xcolor_space != _PROFILE_SPACES.get(mode):
        return ImageCms.createProfile("LAB") if mode == "LAB" else None
    return opened


def _changes_nothing(transform: ImageCms.ImageCmsTransform, mode: str) -> bool:
    """Try the transform on a grid of colours: most files carry sRGB under one name or another."""
    if mode not in ("L", "RGB"):
        return False
    levels = np.linspace(0, 255, 6).astype(np.uint8)
    grid = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(1, -1, 3)
    probe: NDArray[np.uint8] = levels.reshape(1, -1) if mode == "L" else grid
    expected = cv.grey_as_rgb(probe) if mode == "L" else probe
    got = np.asarray(ImageCms.applyTransform(Image.fromarray(probe), transform))
    return bool(np.abs(got.astype(int) - expected.astype(int)).max() <= _SAME_WITHIN)
