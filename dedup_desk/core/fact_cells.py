"""What stands in the cells of the facts, and where it was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, TypeAlias

from dedup_desk.core.display import size_text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.surroundings import InFolder, Surroundings

Cell: TypeAlias = "Message | str | bytes | None"
"""What stands in a cell: words to translate, data as found, a file name, or nothing."""

WAITING: Final = "\u2026"
"""Stands in a cell whose fact is still being looked up."""


@dataclass(frozen=True, slots=True)
class Seen:
    """An image and, once somebody looked, what stands around it."""

    record: ImageRecord
    around: Surroundings | None = None


Value: TypeAlias = "Callable[[Seen], Cell]"


def of_record(value: Callable[[ImageRecord], Cell]) -> Value:
    """Return a cell that the record alone tells."""
    return lambda one: value(one.record)


def text(name: str) -> Value:
    """Return the cell of one field of the metadata."""

    def value(one: Seen) -> Cell:
        found: str | None = getattr(one.record.facts, name)
        return (found or "").strip() or None

    return value


def pixels(record: ImageRecord) -> Cell:
    """Width and height."""
    return f"{record.picture.width_px}\u00d7{record.picture.height_px}"


def megapixels(record: ImageRecord) -> Cell:
    """Width times height."""
    return f"{record.picture.pixel_count / 1e6:.1f} MP"


def stored_as(record: ImageRecord) -> Cell:
    """Format, bits a sample, colour model."""
    picture = record.picture
    return message(
        QT_TRANSLATE_NOOP("Messages", "{format}, {bits} bit, {model}"),
        format=picture.format_name,
        bits=picture.bit_depth,
        model=picture.colour_model,
    )


def compression(record: ImageRecord) -> Cell:
    """How much was given up when it was stored."""
    picture = record.picture
    if picture.jpeg_quality is not None:
        return message(
            QT_TRANSLATE_NOOP("Messages", "quality ~{quality}"),
            quality=picture.jpeg_quality,
        )
    if picture.is_lossless:
        return message(QT_TRANSLATE_NOOP("Messages", "lossless"))
    return message(QT_TRANSLATE_NOOP("Messages", "lossy"))


_SAMPLINGS: Final = {
    "4:4:4": QT_TRANSLATE_NOOP("Messages", "4:4:4, all colour"),
    "4:2:2": QT_TRANSLATE_NOOP("Messages", "4:2:2, half the colour"),
    "4:4:0": QT_TRANSLATE_NOOP("Messages", "4:4:0, half the colour"),
    "4:2:0": QT_TRANSLATE_NOOP("Messages", "4:2:0, a quarter of the colour"),
    "4:1:1": QT_TRANSLATE_NOOP("Messages", "4:1:1, a quarter of the colour"),
}


def sampling(record: ImageRecord) -> Cell:
    """How colour is thinned out."""
    found = record.picture.jpeg_sampling
    return message(_SAMPLINGS[found]) if found in _SAMPLINGS else found


def coding(record: ImageRecord) -> Cell:
    """In how many passes a JPEG is written."""
    if record.picture.jpeg_quality is None:
        return None
    if record.picture.is_progressive:
        return message(QT_TRANSLATE_NOOP("Messages", "progressive"))
    return message(QT_TRANSLATE_NOOP("Messages", "row by row"))


def saves(record: ImageRecord) -> Cell:
    """How many savings its own history lists."""
    count = record.facts.saves
    if not count:
        return None
    if count == "1":
        return message(QT_TRANSLATE_NOOP("Messages", "saved once"))
    return message(QT_TRANSLATE_NOOP("Messages", "saved {count} times"), count=count)


def pages(record: ImageRecord) -> Cell:
    """Pages or frames, and transparency."""
    picture = record.picture
    if picture.has_alpha:
        return message(
            QT_TRANSLATE_NOOP("Messages", "{pages}, with transparency"), pages=picture.page_count
        )
    return str(picture.page_count)


def captured(record: ImageRecord) -> Cell:
    """The time by the device's clock; what people wrote down is in the row below."""
    facts = record.facts
    is_written = facts.captured == facts.created and facts.captured_source == facts.created_source
    return None if is_written else facts.captured


_SCANS: Final = {
    "scanner": QT_TRANSLATE_NOOP("Messages", "date of the scan"),
    "film scanner": QT_TRANSLATE_NOOP("Messages", "date of the film's scan"),
    "print scanner": QT_TRANSLATE_NOOP("Messages", "date of the print's scan"),
}
_IN_COMPANION = QT_TRANSLATE_NOOP("Messages", "in the companion file")
_DATED_BY = QT_TRANSLATE_NOOP("Messages", "{source}: {kind}")


def captured_from(record: ImageRecord) -> Cell:
    """Which field the device's time is from, and whether it is a scan's."""
    facts = record.facts
    if captured(record) is None:
        return None
    source = _source_word(facts.captured_source)
    if source is None:
        return None
    kind = _SCANS.get(facts.device or "")
    return message(_DATED_BY, source=source, kind=message(kind)) if kind else source


def created_from(record: ImageRecord) -> Cell:
    """Which field the picture's own date is from."""
    facts = record.facts
    return _source_word(facts.created_source) if facts.created else None


def _source_word(source: str | None) -> Message | str | None:
    return message(_IN_COMPANION) if source == "companion file" else source


def where(record: ImageRecord) -> Cell:
    """City and country as written."""
    facts = record.facts
    parts = [one.strip() for one in (facts.city, facts.country) if one and one.strip()]
    return ", ".join(parts) or None


def identifier(record: ImageRecord) -> Cell:
    """What editors number their versions by."""
    facts = record.facts
    return facts.original_document_id or facts.document_id or facts.instance_id or None


def camera(record: ImageRecord) -> Cell:
    """Make, model and serial number."""
    return ", ".join(one for one in (record.facts.camera, record.facts.serial) if one) or None


def sidecars(record: ImageRecord) -> Cell:
    """Names of companion files."""
    return b", ".join(record.sidecars) or None


def folder(record: ImageRecord) -> Cell:
    """Root and path of the folder."""
    return record.place.root.encode() + b"/" + record.place.folder


def modified(record: ImageRecord) -> Cell:
    """The time in UTC to the second: the core knows no time zone of a reader."""
    moment = datetime.fromtimestamp(record.stamp.mtime_ns // 1_000_000_000, UTC)
    return moment.strftime("%Y-%m-%d %H:%M:%S UTC")


def size(record: ImageRecord) -> Cell:
    """As a person reads it."""
    return size_text(record.stamp.size_bytes)


def in_folder(value: Callable[[InFolder], Cell]) -> Value:
    """Return a cell that the folder tells, once it has been read."""

    def cell(one: Seen) -> Cell:
        if one.around is None:
            return WAITING
        if one.around.folder is None:
            return message(QT_TRANSLATE_NOOP("Messages", "not known"))
        return value(one.around.folder)

    return cell


def raw(found: InFolder) -> Cell:
    """Names of the RAW files it was developed from."""
    return b", ".join(found.raw_partners) or None


def position(found: InFolder) -> Cell:
    """Its place in the folder."""
    template = QT_TRANSLATE_NOOP("Messages", "file {at} of {count}")
    return message(template, at=found.at, count=found.count) if found.at else None


def links(found: InFolder) -> Cell:
    """How many names the file has on its disk."""
    template = QT_TRANSLATE_NOOP("Messages", "{count} names of one file")
    return message(template, count=found.link_count) if found.link_count > 1 else None


def copies(one: Seen) -> Cell:
    """How many other files have every byte of it."""
    if one.around is None:
        return WAITING
    template = QT_TRANSLATE_NOOP("Messages", "{count} elsewhere")
    count = len(one.around.copies)
    return message(template, count=count) if count else None


def answers(one: Seen) -> Cell:
    """How many files of its content were decided about elsewhere."""
    if one.around is None:
        return WAITING
    template = QT_TRANSLATE_NOOP("Messages", "{count} decided elsewhere")
    count = len(one.around.answers)
    return message(template, count=count) if count else None
