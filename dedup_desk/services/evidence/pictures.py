"""The pictures of a page of evidence: renderings, frames of crops, numbered differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dedup_desk.core.compare import Link
from dedup_desk.core.errors import DedupError
from dedup_desk.core.geometry import Extent, Point, Span, after, inverted, outline, scaling
from dedup_desk.core.loss_words import content_loss, loss_figures
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.overlap import loss
from dedup_desk.core.overlays import Difference, TwoPictures
from dedup_desk.core.pairs import Box
from dedup_desk.core.picture_words import rendered_words
from dedup_desk.core.records import Digest, ImageRecord
from dedup_desk.core.scans import WHOLE_FROM
from dedup_desk.engine import cv, marking
from dedup_desk.engine.showing import on_white
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.evidence.page import Picture
from dedup_desk.services.renderings import Cut

EDGE_PX = 1200
"""Longest edge of a picture: what a printed page holds, and a mail can carry."""

COMPARED_PX = 2048
"""Longest edge of what differences are computed from: as on the screen, so that both say the same
areas and the same figures."""

QUALITY = 88
_THUMBNAIL_PX = 256

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class Print:
    """A rendering of one image.

    Attributes:
        record: the image.
        pixels: (H, W, 3) uint8 sRGB, fine enough to be compared; None where the file cannot be
            shown.
        picture: for the page; the stored preview where the file cannot be shown.
    """

    record: ImageRecord
    pixels: Pixels | None
    picture: Picture | None

    @property
    def extent(self) -> Extent:
        """Full upright size of the image."""
        return Extent(float(self.record.picture.width_px), float(self.record.picture.height_px))


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Two prints and how they lie on each other.

    Attributes:
        left, right: the prints.
        letters: what the page calls them.
        link: full pixels of the left one -> of the right one.
        content: what of the less full one is picture and no border; None for all of it.
        left_is_fuller: as comparing found; None where they were not compared themselves.
    """

    left: Print
    right: Print
    letters: tuple[str, str]
    link: Link
    content: Box | None = None
    left_is_fuller: bool | None = None


class Darkroom:
    """Makes the pictures of a page.

    Args:
        comparing: renders files and computes differences.
        thumbnail: digest -> stored JPEG, or None.
    """

    def __init__(self, comparing: Comparing, thumbnail: Callable[[Digest], bytes | None]) -> None:
        self._comparing, self._thumbnail = comparing, thumbnail

    def printed(self, record: ImageRecord) -> Print:
        """Render an image; its file is proved to have the content that the index knows."""
        try:
            made = self._comparing.rendering(record, Cut(COMPARED_PX))
        except DedupError as error:
            return Print(record, None, self._preview(record, error.message))
        pixels = on_white(made.levels[0])
        small = _small(pixels)
        high, wide = small.shape[:2]
        said = (*made.said, made.limit) if made.limit is not None else made.said
        share = 100 * max(wide, high) / max(record.picture.width_px, record.picture.height_px, 1)
        caption = message(
            _RENDERED,
            rendered=rendered_words(record, 0, said),
            wide=wide,
            high=high,
            percent=f"{share:.0f}" if share >= 9.5 else f"{share:.1f}",
        )
        return Print(record, pixels, _encoded(small, caption))

    def crop(self, laid: Laid) -> Picture | None:
        """Draw on the fuller picture what the other one shows of it; None where it is all."""
        if laid.link.matrix is None:
            return None
        way = laid.link.matrix, laid.left.extent, laid.right.extent
        back = inverted(way[0]), way[2], way[1]
        is_left = laid.left_is_fuller
        if is_left is None:
            is_left = loss(*way).shown <= loss(*back).shown
        fuller, to_other = (laid.left, way) if is_left else (laid.right, back)
        lost = content_loss(*to_other, laid.content)
        if lost.shown >= WHOLE_FROM or fuller.pixels is None:
            return None
        a, b = laid.letters if is_left else laid.letters[::-1]
        figures = loss_figures(lost)
        sides = {name: figures[name] for name in ("left", "right", "top", "bottom", "shown")}
        small = _small(fuller.pixels)
        high, wide = small.shape[:2]
        shrink = scaling(wide / fuller.extent.width, high / fuller.extent.height)
        frame = outline(after(shrink, inverted(to_other[0])), to_other[2])
        drawn = marking.outlined(_faded(small, frame), frame)
        return _encoded(drawn, message(_FRAME, a=a, b=b, **sides))

    def difference(self, laid: Laid) -> tuple[Difference, Picture] | None:
        """Return where the two differ, on the left one; None where it cannot be computed."""
        left, right, matrix = laid.left, laid.right, laid.link.matrix
        if left.pixels is None or right.pixels is None or matrix is None:
            return None
        two = TwoPictures(left.pixels, right.pixels, left.extent, right.extent, matrix)
        found = self._comparing.difference(two)
        overlay = _small(found.overlay)
        high, wide = overlay.shape[:2]
        across, down = wide / found.overlay.shape[1], high / found.overlay.shape[0]
        regions = tuple(
            Span(one.left * across, one.top * down, one.right * across, one.bottom * down)
            for one in found.regions
        )
        ground = cv.shrunk(left.pixels, wide, high)
        drawn = marking.numbered(marking.laid_over(ground, overlay), regions)
        a, b = laid.letters
        return found, _encoded(drawn, message(_DIFFERENCE, a=a, b=b))

    def _preview(self, record: ImageRecord, why: Message) -> Picture | None:
        stored = self._thumbnail(record.digest)
        if not stored:
            return None
        full = record.picture
        share = _THUMBNAIL_PX / max(full.width_px, full.height_px, _THUMBNAIL_PX)
        size = max(round(full.width_px * share), 1), max(round(full.height_px * share), 1)
        return Picture(stored, *size, message(_PREVIEW, why=why))


def regions_on(found: Difference, extent: Extent) -> tuple[Span, ...]:
    """Return the numbered regions in full pixels of the left picture."""
    high, wide = found.overlay.shape[:2]
    across, down = extent.width / wide, extent.height / high
    return tuple(
        Span(one.left * across, one.top * down, one.right * across, one.bottom * down)
        for one in found.regions
    )


def _faded(picture: Pixels, frame: tuple[Point, ...]) -> Pixels:
    """Return the picture with what lies outside the frame paled, as under tracing paper."""
    high, wide = picture.shape[:2]
    inside = marking.filled((wide, high), frame)
    pale = (picture.astype(np.uint16) + 3 * 255) // 4
    made: Pixels = np.where(inside[..., None], picture, pale.astype(np.uint8))
    return made


def _small(pixels: Pixels) -> Pixels:
    """Return a picture as the page holds it."""
    high, wide = pixels.shape[:2]
    share = EDGE_PX / max(high, wide)
    if share >= 1:
        return pixels
    return cv.shrunk(pixels, max(round(wide * share), 1), max(round(high * share), 1))


def _encoded(pixels: Pixels, caption: Message) -> Picture:
    high, wide = pixels.shape[:2]
    return Picture(cv.encoded_jpeg(np.ascontiguousarray(pixels), QUALITY), wide, high, caption)


_RENDERED = QT_TRANSLATE_NOOP(
    "Messages", "{rendered} · shown at {wide} by {high} px, {percent} % of its size, 8 bit sRGB"
)
_PREVIEW = QT_TRANSLATE_NOOP("Messages", "Stored preview, made when the file was read. {why}")
_FRAME = QT_TRANSLATE_NOOP(
    "Messages",
    "The frame on {a} is what {b} shows: {shown} %. Cut: {left} % at left, {right} % at right, "
    "{top} % at top, {bottom} % at bottom.",
)
_DIFFERENCE = QT_TRANSLATE_NOOP(
    "Messages",
    "{b} laid on {a}, tones fitted: what is equal is muted, what differs is bright and framed, "
    "what {b} does not show is hatched.",
)
