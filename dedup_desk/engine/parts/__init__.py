"""PARTS: the formats that can be read in parts; a picture too large to be held needs one of them.

A row makes `Parts` (`base`) of a file, or says that this file was not written so that it can be
done. `jpeg` enters at restart intervals; `png` reads one stream (`inflating`) from places it
remembers; `tiff` takes single strips and tiles out as small files of their own (`segments`), which
the ordinary decoders read (`pieces`); colour in floating numbers has a reader of its own
(`floating`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from dedup_desk.engine.content import Content
from dedup_desk.engine.parts import jpeg
from dedup_desk.engine.parts.base import Parts
from dedup_desk.engine.parts.jpeg import JpegParts
from dedup_desk.engine.parts.png import PngParts
from dedup_desk.engine.parts.tiff import TiffParts

FROM_PIXELS: Final = 64_000_000
"""A larger picture is read in parts where it can be: whole, its copies would take gigabytes."""

MOST_PIXELS: Final = 4_300_000_000
"""The largest JPEG has 65,535 x 65,535 pixels; more is an error or malice."""

MOST_BYTES: Final = 2 * jpeg.MOST_BYTES
"""More than reading any of them takes: the worst is a JPEG that cannot be entered in the middle."""

Maker: TypeAlias = Callable[[Content, int, int, int], Parts | None]
"""(file, stored width, stored height, page) -> its parts, None where they cannot be had."""


def _jpeg(data: Content, width_px: int, height_px: int, page: int) -> Parts | None:
    made = JpegParts(data, width_px, height_px) if page == 0 else None
    return made if made is not None and made.is_in_parts else None


def _png(data: Content, _width_px: int, _height_px: int, page: int) -> Parts | None:
    made = PngParts(data) if page == 0 else None
    return made if made is not None and made.is_in_parts else None


def _tiff(data: Content, _width_px: int, _height_px: int, page: int) -> Parts | None:
    made = TiffParts(data, page)
    return made if made.is_in_parts else None


PARTS: Final[Mapping[str, Maker]] = MappingProxyType({"JPEG": _jpeg, "PNG": _png, "TIFF": _tiff})
"""Format name -> how its files are read in parts."""
