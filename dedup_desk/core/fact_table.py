"""FACTS: the rows of the facts column; a new fact is a row here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from dedup_desk.core import fact_cells as cells
from dedup_desk.core.fact_cells import Seen, Value, in_folder, of_record, text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message

Source: TypeAlias = "Callable[[Seen], Message]"


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of `FACTS`.

    Attributes:
        id: of the row, stable.
        name: what it is called; a template.
        value: image -> cell.
        source: image -> where the cell was read.
        is_precious: it would be lost with the only file that has it.
        is_place: it says where a file is, which differs always.
    """

    id: str
    name: str
    value: Value
    source: Source
    is_precious: bool = False
    is_place: bool = False


def _plain(template: str) -> Source:
    said = message(template)
    return lambda _one: said


_FILE: Final = _plain(QT_TRANSLATE_NOOP("Messages", "Read from the file itself"))
_BYTES: Final = _plain(QT_TRANSLATE_NOOP("Messages", "SHA-256 of the whole file, first 12 digits"))
_FOLDER: Final = _plain(QT_TRANSLATE_NOOP("Messages", "Read from the folder"))
_TABLES: Final = _plain(
    QT_TRANSLATE_NOOP("Messages", "Estimated from the file's compression tables")
)
_HISTORY: Final = _plain(
    QT_TRANSLATE_NOOP("Messages", "Counted in the editing history that the file carries")
)
_CLOCK: Final = _plain(QT_TRANSLATE_NOOP("Messages", "By the clock of the camera or scanner"))
_PEOPLE: Final = _plain(QT_TRANSLATE_NOOP("Messages", "Written down by people (IPTC or XMP)"))
_INDEX: Final = _plain(QT_TRANSLATE_NOOP("Messages", "Read from what this project has seen"))
_EMBEDDED = QT_TRANSLATE_NOOP("Messages", "Read from EXIF, IPTC or XMP in the file")
_BESIDE = QT_TRANSLATE_NOOP("Messages", "Read from the companion file alone")


def _written(id_: str, name: str, field: str = "", *, is_precious: bool = False) -> Fact:
    """Return a row of what is written in a file or in its companion."""
    field = field or id_

    def source(one: Seen) -> Message:
        is_beside = field in one.record.facts.sidecar_fields
        return message(_BESIDE if is_beside else _EMBEDDED)

    return Fact(id_, name, text(field), source, is_precious)


FACTS: Final[tuple[Fact, ...]] = (
    Fact(
        "file",
        QT_TRANSLATE_NOOP("Messages", "File"),
        of_record(lambda record: record.place.name),
        _FOLDER,
    ),
    Fact(
        "folder",
        QT_TRANSLATE_NOOP("Messages", "Folder"),
        of_record(cells.folder),
        _FOLDER,
    ),
    Fact("size", QT_TRANSLATE_NOOP("Messages", "Size"), of_record(cells.size), _FOLDER),
    Fact("pixels", QT_TRANSLATE_NOOP("Messages", "Pixels"), of_record(cells.pixels), _FILE),
    Fact(
        "megapixels",
        QT_TRANSLATE_NOOP("Messages", "Megapixels"),
        of_record(cells.megapixels),
        _FILE,
    ),
    Fact(
        "resolution",
        QT_TRANSLATE_NOOP("Messages", "Resolution"),
        text("resolution_dpi"),
        _plain(QT_TRANSLATE_NOOP("Messages", "Pixels an inch, as the scanner or a program wrote")),
    ),
    Fact("format", QT_TRANSLATE_NOOP("Messages", "Format"), of_record(cells.stored_as), _FILE),
    Fact(
        "profile",
        QT_TRANSLATE_NOOP("Messages", "Profile"),
        of_record(lambda record: record.picture.icc_name),
        _FILE,
    ),
    Fact(
        "compression",
        QT_TRANSLATE_NOOP("Messages", "Compression"),
        of_record(cells.compression),
        _TABLES,
    ),
    Fact("sampling", QT_TRANSLATE_NOOP("Messages", "Sampling"), of_record(cells.sampling), _FILE),
    Fact("coding", QT_TRANSLATE_NOOP("Messages", "Coding"), of_record(cells.coding), _FILE),
    Fact("saves", QT_TRANSLATE_NOOP("Messages", "Savings"), of_record(cells.saves), _HISTORY),
    Fact("pages", QT_TRANSLATE_NOOP("Messages", "Pages"), of_record(cells.pages), _FILE),
    Fact(
        "captured",
        QT_TRANSLATE_NOOP("Messages", "Captured"),
        of_record(cells.captured),
        _CLOCK,
        is_precious=True,
    ),
    Fact(
        "captured_from",
        QT_TRANSLATE_NOOP("Messages", "Captured by"),
        of_record(cells.captured_from),
        _CLOCK,
    ),
    Fact(
        "created",
        QT_TRANSLATE_NOOP("Messages", "Dated"),
        text("created"),
        _PEOPLE,
        is_precious=True,
    ),
    Fact(
        "created_from",
        QT_TRANSLATE_NOOP("Messages", "Dated by"),
        of_record(cells.created_from),
        _PEOPLE,
    ),
    Fact(
        "camera",
        QT_TRANSLATE_NOOP("Messages", "Camera"),
        of_record(cells.camera),
        _plain(_EMBEDDED),
    ),
    _written("caption", QT_TRANSLATE_NOOP("Messages", "Caption"), is_precious=True),
    _written("headline", QT_TRANSLATE_NOOP("Messages", "Headline"), is_precious=True),
    _written("credit", QT_TRANSLATE_NOOP("Messages", "Credit"), is_precious=True),
    _written("byline", QT_TRANSLATE_NOOP("Messages", "Byline"), is_precious=True),
    _written("rights", QT_TRANSLATE_NOOP("Messages", "Rights"), is_precious=True),
    _written("keywords", QT_TRANSLATE_NOOP("Messages", "Keywords"), is_precious=True),
    _written("gps", QT_TRANSLATE_NOOP("Messages", "GPS"), is_precious=True),
    Fact(
        "place", QT_TRANSLATE_NOOP("Messages", "Place"), of_record(cells.where), _plain(_EMBEDDED)
    ),
    _written("source", QT_TRANSLATE_NOOP("Messages", "Source")),
    _written("instructions", QT_TRANSLATE_NOOP("Messages", "Instructions")),
    _written("item", QT_TRANSLATE_NOOP("Messages", "Item no."), "item_number", is_precious=True),
    _written(
        "document",
        QT_TRANSLATE_NOOP("Messages", "Doc. no."),
        "document_number",
        is_precious=True,
    ),
    _written("page", QT_TRANSLATE_NOOP("Messages", "Page")),
    Fact(
        "sidecars",
        QT_TRANSLATE_NOOP("Messages", "Companion file"),
        of_record(cells.sidecars),
        _FOLDER,
        is_precious=True,
    ),
    Fact(
        "raw",
        QT_TRANSLATE_NOOP("Messages", "RAW file"),
        in_folder(cells.raw),
        _FOLDER,
        is_precious=True,
    ),
    Fact("modified", QT_TRANSLATE_NOOP("Messages", "Modified"), of_record(cells.modified), _FOLDER),
    Fact(
        "position",
        QT_TRANSLATE_NOOP("Messages", "In its folder"),
        in_folder(cells.position),
        _FOLDER,
        is_place=True,
    ),
    Fact("copies", QT_TRANSLATE_NOOP("Messages", "Same bytes"), cells.copies, _INDEX),
    Fact("answers", QT_TRANSLATE_NOOP("Messages", "Answers"), cells.answers, _INDEX),
    Fact("links", QT_TRANSLATE_NOOP("Messages", "Hard links"), in_folder(cells.links), _FOLDER),
    _written("software", QT_TRANSLATE_NOOP("Messages", "Software")),
    Fact(
        "identifier",
        QT_TRANSLATE_NOOP("Messages", "Identifier"),
        of_record(cells.identifier),
        _plain(_EMBEDDED),
    ),
    Fact(
        "bytes",
        QT_TRANSLATE_NOOP("Messages", "Bytes"),
        of_record(lambda record: f"{record.stamp.size_bytes:,}"),
        _FOLDER,
    ),
    Fact(
        "content",
        QT_TRANSLATE_NOOP("Messages", "Content"),
        of_record(lambda record: record.digest.hex()[:12]),
        _BYTES,
    ),
)
"""The rows, in the order in which they stand on the screen: technical ones last."""
