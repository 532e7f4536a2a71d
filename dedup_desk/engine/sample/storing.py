"""A picture and its labels become the bytes of a file: JPEG, PNG, TIFF, WebP.

JPEG, WebP and 8-bit PNG are coded by Pillow; labels are put into their segments and chunks here, so
that a copy with other labels keeps its coded picture byte for byte. TIFF and 16-bit PNG are written
here: Pillow has no 16-bit RGB (TIFF 6.0; PNG 1.2, W3C).
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.engine.sample.labels import Block, Labels, photoshop_resource

Samples: TypeAlias = NDArray[np.uint8] | NDArray[np.uint16]


@dataclass(frozen=True, slots=True)
class Stored:
    """How a picture is stored.

    Attributes:
        form: row of `FORMS`.
        quality: JPEG and WebP quality, 1 to 100; PNG compression effort, 0 to 9.
    """

    form: str
    quality: int = 6

    @property
    def suffix(self) -> str:
        """The usual suffix, with its dot."""
        return FORMS[self.form].suffix

    @property
    def is_lossless(self) -> bool:
        """Whether every sample comes back as it was."""
        return FORMS[self.form].is_lossless

    @property
    def is_deep(self) -> bool:
        """Whether samples have 16 bits."""
        return self.form.endswith("16")


def file_bytes(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    """Return a file's bytes.

    Args:
        samples: (H, W, 3) uint8, or uint16 for the deep forms; sRGB unless `labels.icc` says else.
        stored: form and quality.
        labels: metadata.
    """
    return FORMS[stored.form].write(samples, stored, labels)


def facts_in(stored: Stored, labels: Labels) -> MetadataFacts:
    """Return the facts that a file of this form carries when it is given these labels."""
    form = FORMS[stored.form]
    return labels.carried(form.holds, form.tags)


def relabelled_jpeg(jpeg: bytes, labels: Labels) -> bytes:
    """Return the same coded picture with the labels' segments and no others."""
    at = 2
    kept = []
    while jpeg[at + 1] != 0xDA:
        length = 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] not in (0xE1, 0xE2, 0xED, 0xFE):
            kept.append(jpeg[at : at + length])
        at += length
    app0 = [part for part in kept if part[1] == 0xE0]
    rest = [part for part in kept if part[1] != 0xE0]
    return b"".join([jpeg[:2], *app0, *_segments(labels), *rest, jpeg[at:]])


def _jpeg(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    return relabelled_jpeg(_by_pillow(_picture(samples), "JPEG", quality=stored.quality), labels)


def _cmyk_jpeg(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    ink = _picture(samples).convert("CMYK")
    return relabelled_jpeg(_by_pillow(ink, "JPEG", quality=stored.quality), labels)


def _grey_jpeg(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    grey = _picture(samples).convert("L")
    return relabelled_jpeg(_by_pillow(grey, "JPEG", quality=stored.quality), labels)


def _webp(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    extra = {"exif": labels.exif() or b"", "xmp": labels.xmp() or b""}
    return _by_pillow(_picture(samples), "WEBP", quality=stored.quality, method=2, **extra)


def _png(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    plain = _by_pillow(_picture(samples), "PNG", compress_level=stored.quality)
    header = 8 + 25
    return plain[:header] + b"".join(_png_labels(labels)) + plain[header:]


def _png16(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    height, width = samples.shape[:2]
    rows = samples.astype(">u2").view(np.uint8).reshape(height, width * 6)
    above = np.vstack([np.zeros((1, width * 6), np.uint8), rows[:-1]])
    filtered = np.hstack([np.full((height, 1), 2, np.uint8), rows - above])
    chunks = [
        _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)),
        *_png_labels(labels),
        _chunk(b"IDAT", zlib.compress(filtered.tobytes(), stored.quality)),
        _chunk(b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _tiff(samples: Samples, stored: Stored, labels: Labels) -> bytes:
    """Write a little-endian TIFF of one strip: deflated with predictor 2, or plain."""
    height, width = samples.shape[:2]
    depth = samples.dtype.itemsize * 8
    coded, scheme = samples.astype(f"<u{depth // 8}").tobytes(), 1
    if stored.quality:
        left = np.concatenate([np.zeros_like(samples[:, :1]), samples[:, :-1]], axis=1)
        coded, scheme = zlib.compress((samples - left).astype(f"<u{depth // 8}").tobytes(), 6), 8
    tags: dict[int, tuple[int, tuple[int, ...] | bytes]] = {
        256: (4, (width,)),
        257: (4, (height,)),
        258: (3, (depth, depth, depth)),
        259: (3, (scheme,)),
        262: (3, (2,)),
        273: (4, (8,)),
        277: (3, (3,)),
        278: (4, (height,)),
        279: (4, (len(coded),)),
        317: (3, (2 if scheme == 8 else 1,)),
        **_tiff_labels(labels),
    }
    body = coded + b"\x00" * (len(coded) % 2)
    return struct.pack("<2sHI", b"II", 42, 8 + len(body)) + body + _directory(tags, 8 + len(body))


def _tiff_lzw(samples: Samples, _stored: Stored, labels: Labels) -> bytes:
    facts = labels.facts
    tags = {270: facts.caption or "", 305: facts.software or "", 315: facts.byline or ""}
    written = {tag: text for tag, text in tags.items() if text and text.isascii()}
    return _by_pillow(_picture(samples), "TIFF", compression="tiff_lzw", tiffinfo=written)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to store a picture.

    Attributes:
        suffix: the usual suffix, with its dot.
        write: makes the file's bytes.
        is_lossless: every sample comes back as it was.
        holds: blocks of metadata that are written.
        tags: facts that are written as tags of the form's own.
    """

    suffix: str
    write: Callable[[Samples, Stored, Labels], bytes]
    is_lossless: bool = False
    holds: frozenset[Block] = frozenset(Block)
    tags: frozenset[str] = frozenset()


_NO_IPTC = frozenset((Block.EXIF, Block.XMP))
_NO_EXIF = frozenset((Block.IPTC, Block.IPTC_BIG5, Block.XMP))
_LZW_TAGS = frozenset(("caption", "software", "byline"))
_TIFF_TAGS = _LZW_TAGS | {"camera", "captured", "rights"}

FORMS: dict[str, Form] = {
    "jpeg": Form(".jpg", _jpeg),
    "jpeg-cmyk": Form(".jpg", _cmyk_jpeg),
    "jpeg-grey": Form(".jpg", _grey_jpeg),
    "webp": Form(".webp", _webp, holds=_NO_IPTC),
    "png": Form(".png", _png, is_lossless=True, holds=_NO_IPTC),
    "png16": Form(".png", _png16, is_lossless=True, holds=_NO_IPTC),
    "tiff": Form(".tif", _tiff, is_lossless=True, holds=_NO_EXIF, tags=_TIFF_TAGS),
    "tiff16": Form(".tif", _tiff, is_lossless=True, holds=_NO_EXIF, tags=_TIFF_TAGS),
    "tiff-lzw": Form(".tif", _tiff_lzw, is_lossless=True, holds=frozenset(), tags=_LZW_TAGS),
}


def _picture(samples: Samples) -> Image.Image:
    return Image.fromarray(samples)


def _by_pillow(picture: Image.Image, form: str, **options: object) -> bytes:
    target = io.BytesIO()
    picture.save(target, form, **options)
    return target.getvalue()


def _segments(labels: Labels) -> list[bytes]:
    exif, xmp, iptc = labels.exif(), labels.xmp(), labels.iptc()
    bodies = [
        (0xE1, exif),
        (0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + xmp if xmp else None),
        (0xE2, b"ICC_PROFILE\x00\x01\x01" + labels.icc if labels.icc else None),
        (0xED, photoshop_resource(iptc) if iptc else None),
    ]
    return [
        bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body
        for marker, body in bodies
        if body
    ]


def _png_labels(labels: Labels) -> list[bytes]:
    chunks = []
    if labels.icc:
        chunks.append(_chunk(b"iCCP", b"icc\x00\x00" + zlib.compress(labels.icc, 6)))
    exif, xmp = labels.exif(), labels.xmp()
    if exif:
        chunks.append(_chunk(b"eXIf", exif.removeprefix(b"Exif\x00\x00")))
    if xmp:
        chunks.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + xmp))
    return chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _tiff_labels(labels: Labels) -> dict[int, tuple[int, tuple[int, ...] | bytes]]:
    facts = labels.facts
    make, _, model = (facts.camera or "").partition(" ")
    captured = (facts.captured or "").replace("-", ":")
    texts = {270: facts.caption, 271: make, 272: model, 305: facts.software, 306: captured}
    texts |= {315: facts.byline, 33432: facts.rights}
    tags: dict[int, tuple[int, tuple[int, ...] | bytes]] = {}
    if labels.blocks:
        tags = {
            tag: (2, text.encode("ascii") + b"\x00")
            for tag, text in texts.items()
            if text and text.isascii()
        }
    if labels.orientation != 1:
        tags[274] = (3, (labels.orientation,))
    for tag, kind, blob in (
        (700, 1, labels.xmp()),
        (33723, 7, labels.iptc()),
        (34675, 7, labels.icc),
    ):
        if blob:
            tags[tag] = (kind, blob)
    return tags


def _directory(tags: dict[int, tuple[int, tuple[int, ...] | bytes]], at: int) -> bytes:
    """Return a TIFF directory that starts at offset `at`, its long values behind it."""
    entries, behind = [], b""
    values_at = at + 2 + 12 * len(tags) + 4
    for tag, (kind, value) in sorted(tags.items()):
        if isinstance(value, bytes):
            count, packed = len(value), value
        else:
            count, packed = (
                len(value),
                struct.pack(f"<{len(value)}{'H' if kind == 3 else 'I'}", *value),
            )
        if len(packed) > 4:
            pointer = struct.pack("<I", values_at + len(behind))
            behind += packed + b"\x00" * (len(packed) % 2)
            packed = pointer
        entries.append(struct.pack("<HHI", tag, kind, count) + packed.ljust(4, b"\x00"))
    return struct.pack("<H", len(entries)) + b"".join(entries) + b"\x00" * 4 + behind
