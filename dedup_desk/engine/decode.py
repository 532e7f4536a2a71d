"""Bytes to a picture: upright, 8-bit sRGB, within limits; or `UnreadableImage` with a reason.

A file is opened by the one plug-in its signature names, its header is checked before anything is
decoded, and a picture whose end is missing is refused: half a picture in grey would match nothing
and hide that the file is damaged.
"""

from __future__ import annotations

import io
import os
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import BinaryIO, Final, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from dedup_desk.core.display import display_text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import PictureFacts
from dedup_desk.engine import colour, cv, parts, showing
from dedup_desk.engine.content import HELD_BYTES, Content
from dedup_desk.engine.formats import HEAD_BYTES, format_by_content
from dedup_desk.engine.formats.base import Format
from dedup_desk.engine.limits import expect_parts, expect_pixels
from dedup_desk.engine.parts.base import Parts
from dedup_desk.engine.parts.floating import floating
from dedup_desk.engine.turning import upright
from dedup_desk.engine.unreadable import UnreadableImage

MAX_PIXELS: Final = 200_000_000

_NO_PICTURE: Final = QT_TRANSLATE_NOOP(
    "Messages", "Its content is not a picture of any kind this program knows."
)
_EMPTY: Final = QT_TRANSLATE_NOOP("Messages", "The file is empty.")
_KIND_NOT_READ: Final = QT_TRANSLATE_NOOP(
    "Messages", "Pictures of the kind {kind} are not read by this version."
)
_TOO_LARGE: Final = QT_TRANSLATE_NOOP(
    "Messages", "It is too large: {width} x {height} pixels; the limit is {limit} megapixels."
)
_BOMB: Final = QT_TRANSLATE_NOOP(
    "Messages", "It is too large: it claims more than {limit} megapixels."
)
_CUT_SHORT: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file is damaged: the end of the picture is missing."
)
_DAMAGED: Final = QT_TRANSLATE_NOOP("Messages", "The file is damaged: {error}.")
_NOT_UNDERSTOOD: Final = QT_TRANSLATE_NOOP(
    "Messages", "The file is damaged, or of a variety of its kind that cannot be read."
)
_NO_SUCH_PAGE: Final = QT_TRANSLATE_NOOP("Messages", "It has no page {page}.")

_ORIENTATION_TAG: Final = 0x0112
_COLOUR_MODELS: Final = {
    "1": "bilevel",
    "P": "palette",
    "PA": "palette",
    "CMYK": "CMYK",
    "LAB": "Lab",
    "YCbCr": "YCbCr",
    "RGB": "RGB",
    "RGBA": "RGB",
    "RGBa": "RGB",
    "RGBX": "RGB",
    "HSV": "RGB",
}

Image.MAX_IMAGE_PIXELS = parts.MOST_PIXELS
"""What is too large to be held is refused by `opened`, with its size; this is beyond all parts."""


@dataclass(frozen=True, slots=True, eq=False)
class DecodedImage:
    """A picture, decoded.

    Attributes:
        pixels: (H, W, 3) uint8, sRGB, upright; smaller than the file's picture where asked.
        full_width_px, full_height_px: upright size of the whole picture.
        picture: how the file stores it.
    """

    pixels: NDArray[np.uint8]
    full_width_px: int
    full_height_px: int
    picture: PictureFacts


@dataclass(frozen=True, slots=True, eq=False)
class OpenedImage:
    """A picture whose header was read and checked, and nothing decoded yet.

    Attributes:
        image: Pillow's image, not loaded.
        data: the file's bytes.
        format: its row of `FORMATS`.
        picture: how this page is stored, and how many there are.
        profile: the embedded colour profile, or None.
        page: which page or frame is open.
        parts: how to read it in parts, where it is too large to be held whole.
    """

    image: Image.Image
    data: bytes
    format: Format
    picture: PictureFacts
    profile: bytes | None
    page: int = 0
    parts: Parts | None = None


def decode(data: bytes | BinaryIO, at_least_px: int | None, page: int = 0) -> DecodedImage:
    """Decode a picture, cheaply where a smaller one is enough.

    Args:
        data: the bytes of the file, or the file.
        at_least_px: both edges of the result are at least this long where the picture is that
            large; it may be larger. None: full size.
        page: which page or frame.

    Raises:
        UnreadableImage: not a picture, damaged, cut short, or above the limits.
    """
    content = data if isinstance(data, bytes) else data.read()
    with decoder_errors(), opened(content, page) as source:
        if at_least_px is not None:
            _ask_reduced(source, at_least_px, at_least_px)
        return rendered(source, None)


def decode_fitting(
    source: OpenedImage, longest_px: int, enough_px: int | None = None
) -> DecodedImage:
    """Decode an opened picture so that its longer edge is at most `longest_px`, never enlarged.

    Args:
        source: the picture.
        longest_px: the longer edge, where the picture is that large.
        enough_px: a decoder that can deliver an edge between this and `longest_px` for less need
            not be asked for more.

    Raises:
        UnreadableImage: damaged or cut short.
    """
    width, height = source.image.size
    with decoder_errors():
        if source.parts is not None:
            return _from_parts(source, source.parts, longest_px)
        _ask_reduced(source, *fitted(width, height, enough_px or longest_px))
        return rendered(source, longest_px)


def fitted(width_px: int, height_px: int, longest_px: int) -> tuple[int, int]:
    """Return the size with the longer edge at most `longest_px`, same shape, at least one pixel."""
    share = min(1.0, longest_px / max(width_px, height_px))
    return max(1, round(width_px * share)), max(1, round(height_px * share))


@contextmanager
def opened(data: Content, page: int = 0, *, in_parts: bool = False) -> Iterator[OpenedImage]:
    """Open a picture by its signature and check its header.

    Args:
        data: the file.
        page: which page or frame.
        in_parts: whoever asks can do with parts of a picture that is too large to be held whole.

    Raises:
        UnreadableImage: not a picture, an unreadable kind, too large, no such page.
    """
    kind = _kind_of(data)
    held = cast("bytes", data)  # a mapped file is sliced, searched and measured in the same way
    with decoder_errors():
        image = _image_of(data, kind)
        source = _floating(held, kind, page) if image is None else None
    with source.image if source is not None else cast("Image.Image", image) as shown:
        if source is None:
            with decoder_errors():
                source = _by_pillow(shown, (held, kind), page, in_parts=in_parts)
        yield source


def _by_pillow(
    image: Image.Image, file: tuple[bytes, Format], page: int, *, in_parts: bool
) -> OpenedImage:
    """Read the header of a page, and refuse what cannot be decoded within limits."""
    data, kind = file
    made = _parts_of(image, kind, data, 0) if in_parts else None
    if made is None:
        _refuse_large(image)
    else:
        _tell(image, made.info)
    picture = _facts(image, kind, data)
    if page:
        _turn_to(image, page, picture.page_count)
        made = _parts_of(image, kind, data, page) if in_parts else None
        if made is None:
            _refuse_large(image)
        picture = replace(_facts(image, kind, data), page_count=picture.page_count)
    return OpenedImage(image, data, kind, picture, _profile_of(image), page, made)


def need_not_be_held(file: BinaryIO) -> bool:
    """Say whether a file is large and of a kind that is read in parts; leaves it at its start."""
    if os.fstat(file.fileno()).st_size <= HELD_BYTES:
        return False
    kind = format_by_content(file.read(HEAD_BYTES))
    file.seek(0)
    return kind is not None and kind.name in parts.PARTS


def expect(source: OpenedImage) -> None:
    """Set this child's limits for what decoding an opened picture may take."""
    if source.parts is None:
        expect_pixels(source.picture.pixel_count, source.picture.bit_depth)
    else:
        expect_parts(parts.MOST_BYTES, source.picture.pixel_count)


def rendered(source: OpenedImage, longest_px: int | None) -> DecodedImage:
    """Load an opened picture, shrink its longer edge to `longest_px`, make it upright sRGB."""
    if not source.format.is_whole(source.data):
        raise UnreadableImage(message(_CUT_SHORT))
    if source.parts is not None:
        return _from_parts(source, source.parts, longest_px or max(source.image.size))
    image = source.image
    image.load()
    flat = colour.continuous(image)
    pixels = np.asarray(flat)
    if longest_px is not None and max(flat.size) > longest_px:
        pixels = cv.resized(pixels, *fitted(*flat.size, longest_px))
    pixels = colour.as_srgb(pixels, flat.mode, source.profile)
    facts = source.picture
    return DecodedImage(
        pixels=upright(pixels, 1 if source.format.turns_itself else facts.orientation),
        full_width_px=facts.width_px,
        full_height_px=facts.height_px,
        picture=facts,
    )


@contextmanager
def decoder_errors() -> Iterator[None]:
    """Turn whatever a decoder raises into `UnreadableImage`; memory and interrupts pass through.

    Decoders raise every kind of exception on damaged files (OSError, SyntaxError, struct.error,
    IndexError, ZeroDivisionError ...), hence the wide net here and only here.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (UnreadableImage, MemoryError):
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableImage(message(_BOMB, limit=parts.MOST_PIXELS // 1_000_000)) from error
    except Exception as error:
        raise UnreadableImage(_why(error)) from error


def _from_parts(source: OpenedImage, whole: Parts, longest_px: int) -> DecodedImage:
    facts = source.picture
    view = showing.View(longest_px)
    made = showing.shown(whole, facts.orientation, source.profile, view)
    return DecodedImage(
        pixels=showing.on_white(made.pixels),
        full_width_px=facts.width_px,
        full_height_px=facts.height_px,
        picture=facts,
    )


def _image_of(data: Content, kind: Format) -> Image.Image | None:
    """Return Pillow's image; None for a TIFF that it cannot even open."""
    try:
        return Image.open(_as_file(data), formats=[kind.plugin])
    except UnidentifiedImageError:
        if kind.name != "TIFF":
            raise
        return None


def _floating(data: bytes, kind: Format, page: int) -> OpenedImage:
    """Open a TIFF of floating colour, whose samples Pillow cannot read."""
    pages = kind.page_count(Image.Image(), data)
    if not 0 <= page < pages:
        raise UnreadableImage(message(_NO_SUCH_PAGE, page=page + 1))
    found = floating(data, page)
    if not found.parts.is_in_parts:
        _refuse_large(found.image)
    facts = replace(_facts(found.image, kind, data), bit_depth=found.bits, compared_at_8_bit=True)
    profile = _profile_of(found.image)
    return OpenedImage(found.image, data, kind, facts, profile, page, found.parts)


def _ask_reduced(source: OpenedImage, width_px: int, height_px: int) -> None:
    source.format.ask_reduced(source.image, source.data, width_px, height_px)


def _kind_of(data: Content) -> Format:
    if not len(data):
        raise UnreadableImage(message(_EMPTY))
    kind = format_by_content(data[:HEAD_BYTES])
    if kind is None:
        raise UnreadableImage(message(_NO_PICTURE))
    if not kind.plugin:
        raise UnreadableImage(kind_not_read(kind))
    return kind


def kind_not_read(kind: Format) -> Message:
    """Return the reason for a format that is known and not decoded."""
    return message(_KIND_NOT_READ, kind=kind.name)


def _parts_of(image: Image.Image, kind: Format, data: bytes, page: int) -> Parts | None:
    """Return how to read a large picture in parts; a smaller one is decoded whole."""
    maker = parts.PARTS.get(kind.name)
    if maker is None or image.width * image.height <= parts.FROM_PIXELS:
        return None
    return maker(data, image.width, image.height, page)


def _refuse_large(image: Image.Image) -> None:
    if image.width * image.height <= MAX_PIXELS:
        return
    limit = MAX_PIXELS // 1_000_000
    raise UnreadableImage(message(_TOO_LARGE, width=image.width, height=image.height, limit=limit))


def _tell(image: Image.Image, found: Mapping[str, bytes]) -> None:
    """Give Pillow what stands behind the samples: asked for it, it would decode all of them."""
    for name, value in found.items():
        image.info.setdefault(name, value)


def _as_file(data: Content) -> BinaryIO:
    if isinstance(data, bytes):
        return io.BytesIO(data)
    data.seek(0)
    return cast("BinaryIO", data)


def _facts(image: Image.Image, kind: Format, data: bytes) -> PictureFacts:
    orientation = _orientation(image)
    is_turned = orientation >= 5 and not kind.turns_itself
    width, height = (image.height, image.width) if is_turned else image.size
    storage = kind.storage(image, data)
    return PictureFacts(
        format_name=kind.name,
        width_px=width,
        height_px=height,
        orientation=orientation,
        bit_depth=storage.bit_depth,
        colour_model=_COLOUR_MODELS.get(image.mode, "grey"),
        has_alpha=image.has_transparency_data,
        page_count=kind.page_count(image, data),
        icc_name=colour.profile_name(_profile_of(image)),
        is_lossless=storage.is_lossless,
        jpeg_quality=storage.jpeg_quality,
        compared_at_8_bit=storage.bit_depth > 8,
        jpeg_sampling=storage.jpeg_sampling,
        is_progressive=storage.is_progressive,
    )


def _orientation(image: Image.Image) -> int:
    """Return the stored orientation; damaged EXIF says nothing about the picture itself."""
    try:
        value = image.getexif().get(_ORIENTATION_TAG, 1)
    except Exception:  # noqa: BLE001 - Pillow's EXIF parser raises whatever its input makes it raise
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def _profile_of(image: Image.Image) -> bytes | None:
    profile = image.info.get("icc_profile")
    return profile if isinstance(profile, bytes) and profile else None


def _turn_to(image: Image.Image, page: int, page_count: int) -> None:
    if not 0 <= page < page_count:
        raise UnreadableImage(message(_NO_SUCH_PAGE, page=page + 1))
    image.seek(page)


def _why(error: Exception) -> Message:
    if isinstance(error, UnidentifiedImageError):
        return message(_NOT_UNDERSTOOD)
    text = str(error)
    if "truncated" in text.lower():
        return message(_CUT_SHORT)
    words = (text or type(error).__name__).strip(". ")[:300]
    return message(_DAMAGED, error=display_text(words.encode("utf-8", errors="replace")))
