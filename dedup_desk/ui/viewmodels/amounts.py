"""Numbers as a person reads them, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from dedup_desk.core.display import size_text


def count_text(count: int) -> str:
    """Return "76,214"."""
    return f"{count:,}"


def counted_text(count: int, one: str, many: str) -> str:
    """Return `one` for exactly one thing, else `many`, with `{count}` filled in.

    Two texts instead of Qt's plural forms: they read right without a catalogue as well.

    Args:
        count: how many.
        one: text for one, already in the person's language.
        many: text for every other number.
    """
    return (one if count == 1 else many).format(count=count_text(count))


def share_text(share: float) -> str:
    """Return a share of 1 as a percentage with one digit: "15.1 %"."""
    return f"{share * 100:.1f} %"


def speed_text(bytes_per_s: float | None) -> str:
    """Return "82 MB/s", or nothing while it is not known."""
    return f"{size_text(int(bytes_per_s))}/s" if bytes_per_s else ""


def left_text(left_s: float | None) -> str:
    """Return "about 3 min left", or a word that it is not known yet."""
    if left_s is None:
        return QCoreApplication.translate("Amounts", "time left: not known yet")
    if left_s < 55:
        return QCoreApplication.translate("Amounts", "under a minute left")
    if left_s < 5400:
        text = QCoreApplication.translate("Amounts", "about {count} min left")
        return text.format(count=round(left_s / 60))
    text = QCoreApplication.translate("Amounts", "about {count} h left")
    return text.format(count=round(left_s / 3600))


def moment_text(at_utc: str) -> str:
    """Return an ISO 8601 moment in UTC as local date and time of the language in force."""
    moment = QDateTime.fromString(at_utc, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return at_utc
    return QLocale().toString(moment.toLocalTime(), "yyyy-MM-dd HH:mm")
