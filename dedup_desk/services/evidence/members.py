"""What a page says of each image by itself: where it is, its content, its dates."""

from __future__ import annotations

import base64

from dedup_desk.core import fact_cells as cells
from dedup_desk.core.fact_cells import Cell
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.records import ImageRecord
from dedup_desk.services.evidence.group import Grouped, standing_words
from dedup_desk.services.evidence.page import Line, MemberPart
from dedup_desk.services.evidence.pictures import Print
from dedup_desk.services.review_views import MemberView


def member_part(group: Grouped, member: MemberView, shown: Print) -> MemberPart:
    """Return what is said of one image."""
    record = member.record
    lines = (*_place(record), *_content(record, shown), *_dates(record))
    return MemberPart(group.letters[record.id], standing_words(member), shown.picture, lines)


def _place(record: ImageRecord) -> tuple[Line, ...]:
    exact = base64.b64encode(record.place.path).decode("ascii")
    return (
        Line(message(_COLLECTION), record.place.root),
        Line(message(_PATH), record.place.path),
        Line(message(_PATH_BYTES), exact, is_exact=True),
    )


def _content(record: ImageRecord, shown: Print) -> tuple[Line, ...]:
    told = _PROVED if shown.pixels is not None else _NOT_PROVED
    return (
        Line(message(_SHA), record.digest.hex(), is_exact=True),
        Line(message(_CHECK), message(told)),
        Line(
            message(_STORED),
            message(
                _SIZES,
                pixels=str(cells.pixels(record)),
                format=record.picture.format_name,
                count=record.stamp.size_bytes,
            ),
        ),
    )


def _dates(record: ImageRecord) -> tuple[Line, ...]:
    dates = (
        (_CAPTURED, cells.captured(record), cells.captured_from(record)),
        (_DATED, record.facts.created, cells.created_from(record)),
        (_MODIFIED, cells.modified(record), message(_FOLDER)),
    )
    return tuple(Line(message(label), _dated(date, source)) for label, date, source in dates)


def _dated(date: Cell, source: Cell) -> Cell:
    if date is None or source is None:
        return date
    return message(_WITH_SOURCE, date=date, source=source)


_COLLECTION = QT_TRANSLATE_NOOP("Messages", "Collection")
_PATH = QT_TRANSLATE_NOOP("Messages", "Path")
_PATH_BYTES = QT_TRANSLATE_NOOP("Messages", "Path, exact bytes (base64)")
_SHA = QT_TRANSLATE_NOOP("Messages", "SHA-256")
_CHECK = QT_TRANSLATE_NOOP("Messages", "Content")
_PROVED = QT_TRANSLATE_NOOP(
    "Messages", "The file was read for this page and still has this SHA-256."
)
_NOT_PROVED = QT_TRANSLATE_NOOP(
    "Messages", "The file could not be read for this page; the SHA-256 is that of the last reading."
)
_STORED = QT_TRANSLATE_NOOP("Messages", "File")
_SIZES = QT_TRANSLATE_NOOP("Messages", "{format}, {pixels} px, {count} bytes")
_CAPTURED = QT_TRANSLATE_NOOP("Messages", "Captured")
_DATED = QT_TRANSLATE_NOOP("Messages", "Dated")
_MODIFIED = QT_TRANSLATE_NOOP("Messages", "Modified")
_FOLDER = QT_TRANSLATE_NOOP("Messages", "Read from the folder")
_WITH_SOURCE = QT_TRANSLATE_NOOP("Messages", "{date} ({source})")
