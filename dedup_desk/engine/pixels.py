"""The pixel digest: two files of one digest store the very same samples.

Made on demand, of whole pictures at their own depth, over the upright samples with their channels,
transparency, profile and page count. A rendering for the screen would not do: in 8-bit sRGB,
thirty-two colours of a wide gamut become one. Where the samples cannot be read exactly there is no
digest, and "same picture" is never said.
"""

from __future__ import annotations

import hashlib
from typing import BinaryIO, Final

import numpy as np
import PIL
from numpy.typing import NDArray
from PIL import Image

from dedup_desk.core.records import ImageRecord
from dedup_desk.engine import cv
from dedup_desk.engine.decode import OpenedImage, decoder_errors, opened
from dedup_desk.engine.formats import format_by_name
from dedup_desk.engine.packing import Fields, PackingError, Parcel
from dedup_desk.engine.pool import Answer, Work, WorkFailed
from dedup_desk.engine.turning import upright
from dedup_desk.engine.unreadable import UnreadableImage

PIXELS_RECIPE: Final = f"pixels-1; Pillow {PIL.__version__}, OpenCV {cv.VERSION}"
"""Lossy files decode alike only in the same decoder: another recipe means "digest again"."""

_DIGEST_BYTES: Final = 32
_SECONDS_A_PIXEL: Final = 1e-7
_CHANNELS: Final = 4
_OPAQUE_MODES: Final = frozenset({"L", "RGB", "CMYK", "YCbCr", "LAB"})
_ALPHA_MODES: Final = frozenset({"LA", "RGBA"})
_PREMULTIPLIED: Final = frozenset({"La", "RGBa"})
_DEEP_MODELS: Final = {"grey": (1,), "RGB": (3, 4)}


def pixels_work(record: ImageRecord, absolute: bytes) -> Work:
    """Return the work of digesting the samples of one image; its tag is the image's digest."""
    count = record.picture.pixel_count
    depth_bytes = max(1, (record.picture.bit_depth + 7) // 8)
    kind = format_by_name(record.place.name)
    reading = record.stamp.size_bytes / 1e6 * (kind.cost_s_per_megabyte if kind else 0.1)
    return Work(
        task="pixels",
        parcel=Parcel({"digest": record.digest.hex()}),
        files=(absolute,),
        cost=0.01 + reading + count * _SECONDS_A_PIXEL,
        decoded_bytes=count * _CHANNELS * depth_bytes + record.stamp.size_bytes,
        tag=record.digest,
    )


def read_pixel_digest(answer: Answer) -> bytes | None:
    """Return the digest, 32 bytes; None where the samples cannot be read exactly."""
    if isinstance(answer, WorkFailed):
        return None
    fields = Fields(answer.header)
    try:
        digest = fields.hex_bytes("pixels", _DIGEST_BYTES) if fields.has("pixels") else None
    except PackingError:
        return None
    return digest if digest is not None and len(digest) == _DIGEST_BYTES else None


def pixels_task(question: Parcel, files: tuple[BinaryIO, ...]) -> Parcel:
    """In the child: digest the samples of the file, if it is still the one that was meant."""
    data = files[0].read()
    is_meant = hashlib.sha256(data).digest() == Fields(question.header).hex_bytes("digest", 32)
    try:
        digest = pixel_digest(data) if is_meant else None
    except UnreadableImage:
        digest = None
    return Parcel({"pixels": digest.hex() if digest else None})


def pixel_digest(data: bytes) -> bytes | None:
    """Return the SHA-256 over a picture's samples and what gives them meaning; None if not exact.

    Raises:
        UnreadableImage: it cannot be decoded at all.
    """
    with opened(data) as source:
        if source.picture.page_count != 1 or not source.format.is_whole(data):
            return None
        samples = _deep(source) if source.picture.bit_depth > 8 else _shallow(source)
    if samples is None:
        return None
    content, model = samples
    turned = upright(content, 1 if _is_turned(source) else source.picture.orientation)
    profile = hashlib.sha256(source.profile or b"").hexdigest()
    head = f"{PIXELS_RECIPE}\n{turned.shape} {turned.dtype.str} {model} {profile}\n"
    digest = hashlib.sha256(head.encode())
    digest.update(turned.data)
    return digest.digest()


def _is_turned(source: OpenedImage) -> bool:
    """Pillow turns a TIFF while loading it; OpenCV, which reads the deep ones, does not."""
    return source.format.turns_itself and source.picture.bit_depth <= 8


def _shallow(source: OpenedImage) -> tuple[NDArray[np.generic], str] | None:
    """Return 8-bit samples as stored; palettes and bilevel are spelled out, which loses nothing."""
    with decoder_errors():
        source.image.load()
        plain = _spelled_out(source.image)
    return (np.asarray(plain), plain.mode) if plain is not None else None


def _spelled_out(image: Image.Image) -> Image.Image | None:
    mode, is_keyed = image.mode, "transparency" in image.info
    if mode in _PREMULTIPLIED:
        return None  # dividing by the transparency would round
    if mode == "1":
        return image.convert("L")
    if mode in ("P", "PA"):
        return image.convert("RGBA" if mode == "PA" or is_keyed else "RGB")
    if is_keyed and mode in ("L", "RGB"):
        return image.convert(f"{mode}A")
    return image if mode in _OPAQUE_MODES | _ALPHA_MODES else None


def _deep(source: OpenedImage) -> tuple[NDArray[np.generic], str] | None:
    """Return samples of more than 8 bits, where OpenCV's reading agrees with the header."""
    samples = cv.native_samples(source.data)
    if samples is None or samples.dtype.itemsize * 8 < source.picture.bit_depth:
        return None
    channels = 1 if samples.ndim == 2 else samples.shape[2]
    if channels not in _DEEP_MODELS.get(source.picture.colour_model, ()):
        return None
    stored = (source.image.height, source.image.width)
    turned = stored[::-1] if source.picture.orientation >= 5 else stored
    return (samples, f"deep-{channels}") if samples.shape[:2] in (stored, turned) else None
