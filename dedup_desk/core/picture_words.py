"""Sentences about pictures shown: what was rendered, how well aligned, what differs."""

from __future__ import annotations

from collections.abc import Sequence

from dedup_desk.core.compare import Link
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Argument, Message, message
from dedup_desk.core.overlays import Difference
from dedup_desk.core.records import ImageRecord, PictureFacts


def rendered_words(
    record: ImageRecord, page: int = 0, said: Sequence[Message] = (), *, is_read: bool = True
) -> Message:
    """Return which page of a picture is on the screen, and of what kind its pixels are.

    Args:
        record: the picture.
        page: which page, from 0.
        said: what else a person should know of how it was rendered.
        is_read: the record tells of that page; else only its number is said.
    """
    told = message(
        QT_TRANSLATE_NOOP("Messages", "page {page} of {pages}"),
        page=min(page + 1, record.picture.page_count),
        pages=record.picture.page_count,
    )
    for one in (*(_kind(record.picture) if is_read else ()), *said):
        more = QT_TRANSLATE_NOOP("Messages", "{rendered} · {note}")
        told = message(more, rendered=told, note=one)
    return told


def _kind(picture: PictureFacts) -> tuple[Argument, Argument]:
    """Return of what depth the pixels are, and of which profile their colours."""
    bare = _NO_PROFILE if picture.colour_model == "CMYK" else _AS_SRGB
    bits = _COMPARED_AT_8 if picture.compared_at_8_bit else _BITS
    return message(bits, bits=picture.bit_depth), picture.icc_name or message(bare)


def aligned_words(link: Link) -> Message:
    """Return how well the two pictures of a link are laid on each other."""
    if link.matrix is None:
        return message(QT_TRANSLATE_NOOP("Messages", "Not aligned"))
    if link.is_by_hand:
        parts = message(QT_TRANSLATE_NOOP("Messages", "Aligned by hand"))
    else:
        error = _figure(link.error_px)
        parts = message(QT_TRANSLATE_NOOP("Messages", "Aligned to {error} px"), error=error)
    if link.inliers:
        parts = message(
            QT_TRANSLATE_NOOP("Messages", "{alignment}, {points} matching points"),
            alignment=parts,
            points=link.inliers,
        )
    return parts


def difference_found(found: Difference) -> Message:
    """Return what the difference view found, with the threshold it used."""
    threshold = found.threshold_levels
    if found.is_everywhere:
        return message(
            QT_TRANSLATE_NOOP(
                "Messages", "Differs everywhere ({percent} % of it, from {levels} grey levels on)"
            ),
            percent=f"{found.changed_share * 100:.0f}",
            levels=threshold,
        )
    if not found.regions:
        return message(
            QT_TRANSLATE_NOOP("Messages", "No change found (from {levels} grey levels on)"),
            levels=threshold,
        )
    one = QT_TRANSLATE_NOOP("Messages", "1 changed area (from {levels} grey levels on)")
    many = QT_TRANSLATE_NOOP("Messages", "{count} changed areas (from {levels} grey levels on)")
    count = len(found.regions)
    return message(one if count == 1 else many, count=count, levels=threshold)


def _figure(pixels: float) -> str:
    """Nothing is aligned to nothing at all: a tenth of a pixel is the least that is claimed."""
    return f"{max(pixels, 0.1):.1f}" if pixels < 10 else f"{pixels:.0f}"


_AS_SRGB = QT_TRANSLATE_NOOP("Messages", "no profile, shown as sRGB")
_NO_PROFILE = QT_TRANSLATE_NOOP("Messages", "CMYK")
"""Said of inks, whose colours nobody knows; what they are taken as is said beside it."""

_BITS = QT_TRANSLATE_NOOP("Messages", "{bits} bit")
_COMPARED_AT_8 = QT_TRANSLATE_NOOP("Messages", "{bits} bit, compared at 8 bit")
