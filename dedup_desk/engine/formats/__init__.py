"""FORMATS: the pictures this program knows; a new one is a row here and a file beside it.

`base` says what a format must tell. `jpeg`, `png`, `tiff`, `webp`, `jpeg2000` and `avif` have a
file each, plain lossless kinds share `raster`; `unread` are those that are known by name and cannot
be decoded: reported, never passed over.

Only listed plug-ins may open a file, each only where the signature says so. PostScript, PDF, WMF,
FITS and everything else that Pillow could open stay off: they are programs or rarities, and a
decoder nobody needs is a door nobody watches.
"""

from __future__ import annotations

from typing import Final

from dedup_desk.engine.formats import avif, jpeg, jpeg2000, png, raster, tiff, unread, webp
from dedup_desk.engine.formats.base import Format

FORMATS: Final[tuple[Format, ...]] = (
    jpeg.FORMAT,
    png.FORMAT,
    unread.CAMERA_RAW,  # before TIFF: most raw files carry TIFF's signature too
    tiff.FORMAT,
    webp.FORMAT,
    raster.GIF,
    raster.BMP,
    jpeg2000.FORMAT,
    avif.FORMAT,
    raster.PORTABLE_MAP,
    raster.PHOTOSHOP,
    unread.HEIF,
    unread.JPEG_XL,
    unread.PHOTOSHOP_LARGE,
)

HEAD_BYTES: Final = 32
"""So many first bytes are enough for every signature."""

_BY_SUFFIX: Final = {suffix: one for one in FORMATS for suffix in one.suffixes}


def suffix_of(name: bytes) -> bytes:
    """Return the last suffix of a file name in lower case, with its dot; empty if there is none."""
    stem, dot, last = name.rpartition(b".")
    return (dot + last).lower() if stem else b""


def format_by_name(name: bytes) -> Format | None:
    """Return the format that a file name promises, or None."""
    return _BY_SUFFIX.get(suffix_of(name))


def format_by_content(head: bytes) -> Format | None:
    """Return the format whose signature a file's first `HEAD_BYTES` carry, or None."""
    return next((one for one in FORMATS if one.begins(head)), None)


def format_of(name: bytes, head: bytes) -> Format | None:
    """Return the format of a file: its content decides, except that camera raw looks like TIFF."""
    promised, found = format_by_name(name), format_by_content(head)
    if found is tiff.FORMAT and promised is unread.CAMERA_RAW:
        return promised
    return found or promised
