"""The facts of two images, row by row, in an order that never changes.

Rows never move and never vanish, so that a finger learns where the caption is; what is equal is
marked equal and dimmed by whoever paints. Each row is one line of `FACTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from dedup_desk.core.display import size_text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.metadata import Presence
from dedup_desk.core.records import ImageRecord

Cell: TypeAlias = "Message | str | bytes | None"
"""What stands in a cell: words to translate, data as found, a file name, or nothing."""


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of two images.

    Attributes:
        id: of the row, stable.
        name: what the fact is called.
        left, right: what it is of either image.
        mark: how they compare.
        source: where the fact was read.
    """

    id: str
    name: Message
    left: Cell
    right: Cell
    mark: Presence
    source: Message


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of `FACTS`.

    Attributes:
        id, name, source: as in `FactRow`; templates.
        value: image -> cell.
    """

    id: str
    name: str
    source: str
    value: Callable[[ImageRecord], Cell]


def fact_rows(left: ImageRecord, right: ImageRecord) -> tuple[FactRow, ...]:
    """Return every row of `FACTS` for two images, in the table's order."""
    return tuple(_row(fact, left, right) for fact in FACTS)


def _row(fact: Fact, left: ImageRecord, right: ImageRecord) -> FactRow:
    here, there = fact.value(left), fact.value(right)
    source = message(fact.source)
    return FactRow(fact.id, message(fact.name), here, there, _mark(here, there), source)


def _mark(here: Cell, there: Cell) -> Presence:
    if not here and not there:
        return Presence.BOTH_EMPTY
    if not there:
        return Presence.ONLY_LEFT
    if not here:
        return Presence.ONLY_RIGHT
    return Presence.EQUAL if here == there else Presence.DIFFERS


def _text(name: str) -> Callable[[ImageRecord], Cell]:
    def value(record: ImageRecord) -> Cell:
        found: str | None = getattr(record.facts, name)
        return (found or "").strip() or None

    return value


def _pixels(record: ImageRecord) -> Cell:
    picture = record.picture
    return f"{picture.width_px} \u00d7 {picture.height_px}"


def _megapixels(record: ImageRecord) -> Cell:
    return f"{record.picture.pixel_count / 1e6:.1f} MP"


def _format(record: ImageRecord) -> Cell:
    picture = record.picture
    return message(
        QT_TRANSLATE_NOOP("Messages", "{format}, {bits} bit, {model}"),
        format=picture.format_name,
        bits=picture.bit_depth,
        model=picture.colour_model,
    )


def _compression(record: ImageRecord) -> Cell:
    picture = record.picture
    if picture.jpeg_quality is not None:
        return message(
            QT_TRANSLATE_NOOP("Messages", "JPEG, quality about {quality}"),
            quality=picture.jpeg_quality,
        )
    if picture.is_lossless:
        return message(QT_TRANSLATE_NOOP("Messages", "lossless"))
    return message(QT_TRANSLATE_NOOP("Messages", "lossy"))


def _pages(record: ImageRecord) -> Cell:
    picture = record.picture
    if picture.has_alpha:
        return message(
            QT_TRANSLATE_NOOP("Messages", "{pages}, with transparency"), pages=picture.page_count
        )
    return str(picture.page_count)


def _where(record: ImageRecord) -> Cell:
    facts = record.facts
    parts = [one.strip() for one in (facts.city, facts.country, facts.gps) if one and one.strip()]
    return ", ".join(parts) or None


def _identifier(record: ImageRecord) -> Cell:
    facts = record.facts
    return facts.original_document_id or facts.document_id or facts.instance_id or None


def _camera(record: ImageRecord) -> Cell:
    parts = [one for one in (record.facts.camera, record.facts.serial) if one]
    return ", ".join(parts) or None


def _sidecars(record: ImageRecord) -> Cell:
    return b", ".join(record.sidecars) or None


def _folder(record: ImageRecord) -> Cell:
    return record.place.root.encode() + b"/" + record.place.folder


def _modified(record: ImageRecord) -> Cell:
    """The time in UTC to the second: the core knows no time zone of a reader."""
    moment = datetime.fromtimestamp(record.stamp.mtime_ns // 1_000_000_000, UTC)
    return moment.strftime("%Y-%m-%d %H:%M:%S UTC")


def _size(record: ImageRecord) -> Cell:
    return size_text(record.stamp.size_bytes)


_FROM_FILE = QT_TRANSLATE_NOOP("Messages", "Read from the file itself")
_FROM_BYTES = QT_TRANSLATE_NOOP("Messages", "SHA-256 of the whole file, first 12 digits")
_FROM_METADATA = QT_TRANSLATE_NOOP("Messages", "Read from EXIF, IPTC or XMP, or a companion file")
_FROM_FOLDER = QT_TRANSLATE_NOOP("Messages", "Read from the folder")
_FROM_TABLES = QT_TRANSLATE_NOOP("Messages", "Estimated from the file's compression tables")

FACTS: tuple[Fact, ...] = (
    Fact(
        "file",
        QT_TRANSLATE_NOOP("Messages", "File"),
        _FROM_FOLDER,
        lambda record: record.place.name,
    ),
    Fact("folder", QT_TRANSLATE_NOOP("Messages", "Folder"), _FROM_FOLDER, _folder),
    Fact(
        "content",
        QT_TRANSLATE_NOOP("Messages", "Content"),
        _FROM_BYTES,
        lambda record: record.digest.hex()[:12],
    ),
    Fact("size", QT_TRANSLATE_NOOP("Messages", "Size"), _FROM_FOLDER, _size),
    Fact(
        "bytes",
        QT_TRANSLATE_NOOP("Messages", "Bytes"),
        _FROM_FOLDER,
        lambda record: f"{record.stamp.size_bytes:,}",
    ),
    Fact("pixels", QT_TRANSLATE_NOOP("Messages", "Pixels"), _FROM_FILE, _pixels),
    Fact("megapixels", QT_TRANSLATE_NOOP("Messages", "Megapixels"), _FROM_FILE, _megapixels),
    Fact("format", QT_TRANSLATE_NOOP("Messages", "Format"), _FROM_FILE, _format),
    Fact(
        "profile",
        QT_TRANSLATE_NOOP("Messages", "Profile"),
        _FROM_FILE,
        lambda record: record.picture.icc_name,
    ),
    Fact("compression", QT_TRANSLATE_NOOP("Messages", "Compression"), _FROM_TABLES, _compression),
    Fact("pages", QT_TRANSLATE_NOOP("Messages", "Pages"), _FROM_FILE, _pages),
    Fact("captured", QT_TRANSLATE_NOOP("Messages", "Captured"), _FROM_METADATA, _text("captured")),
    Fact("camera", QT_TRANSLATE_NOOP("Messages", "Camera"), _FROM_METADATA, _camera),
    Fact("caption", QT_TRANSLATE_NOOP("Messages", "Caption"), _FROM_METADATA, _text("caption")),
    Fact("headline", QT_TRANSLATE_NOOP("Messages", "Headline"), _FROM_METADATA, _text("headline")),
    Fact("credit", QT_TRANSLATE_NOOP("Messages", "Credit"), _FROM_METADATA, _text("credit")),
    Fact("byline", QT_TRANSLATE_NOOP("Messages", "Byline"), _FROM_METADATA, _text("byline")),
    Fact("rights", QT_TRANSLATE_NOOP("Messages", "Rights"), _FROM_METADATA, _text("rights")),
    Fact("keywords", QT_TRANSLATE_NOOP("Messages", "Keywords"), _FROM_METADATA, _text("keywords")),
    Fact(
        "instructions",
        QT_TRANSLATE_NOOP("Messages", "Instructions"),
        _FROM_METADATA,
        _text("instructions"),
    ),
    Fact("place", QT_TRANSLATE_NOOP("Messages", "Place"), _FROM_METADATA, _where),
    Fact("item", QT_TRANSLATE_NOOP("Messages", "Item no."), _FROM_METADATA, _text("item_number")),
    Fact("identifier", QT_TRANSLATE_NOOP("Messages", "Identifier"), _FROM_METADATA, _identifier),
    Fact(
        "resolution",
        QT_TRANSLATE_NOOP("Messages", "Resolution"),
        _FROM_METADATA,
        _text("resolution_dpi"),
    ),
    Fact("software", QT_TRANSLATE_NOOP("Messages", "Software"), _FROM_METADATA, _text("software")),
    Fact("sidecars", QT_TRANSLATE_NOOP("Messages", "Companion file"), _FROM_FOLDER, _sidecars),
    Fact("modified", QT_TRANSLATE_NOOP("Messages", "Modified"), _FROM_FOLDER, _modified),
)
"""The rows, in the order in which they stand on the screen."""
