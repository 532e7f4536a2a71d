"""EXIF: what the camera or scanner wrote.

Source: CIPA DC-008 (Exif 2.32). Pillow parses the directories; every value is doubted here: a field
may be of any type, of any length, or lead nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PIL import ExifTags, Image

from dedup_desk.engine.texts import text_from_bytes, tidy

_BASE = ExifTags.Base
_TEXTS: Final[tuple[tuple[int, str], ...]] = (
    (_BASE.ImageDescription, "caption"),
    (_BASE.Artist, "byline"),
    (_BASE.Copyright, "rights"),
    (_BASE.Software, "software"),
)
_WINDOWS_TEXTS: Final[tuple[tuple[int, str], ...]] = (
    (_BASE.XPTitle, "headline"),
    (_BASE.XPComment, "caption"),
    (_BASE.XPAuthor, "byline"),
    (_BASE.XPKeywords, "keywords"),
)
_TIMES: Final[tuple[tuple[int, str], ...]] = (
    (_BASE.DateTimeOriginal, "EXIF DateTimeOriginal"),
    (_BASE.DateTimeDigitized, "EXIF DateTimeDigitized"),
    (_BASE.DateTime, "EXIF DateTime"),
)
_DEVICES: Final = {1: "film scanner", 2: "print scanner", 3: "camera"}
"""What `FileSource` says."""

_SCANNERS: Final = (
    "scan",
    "perfection",
    "expression",
    "flextight",
    "coolscan",
    "super coolscan",
    "opticfilm",
    "silverfast",
)
"""In the names of scanners and of their programs; scanning software seldom says `FileSource`."""

_NO_TEXTS: Final = frozenset({"sony dsc", "epson dsc picture", "dcf 1.0", "default", "untitled"})
_NO_TEXT_ENDS: Final = ("digital camera", "digital still camera")
"""Descriptions that cameras write into every picture: nobody's caption, nobody's rights."""


def exif_fields(image: Image.Image) -> dict[str, str]:
    """Return what EXIF says by the names of `MetadataFacts`, with `captured_source`."""
    main: Any = image.getexif()
    detail = main.get_ifd(ExifTags.IFD.Exif)
    found = _described(main)
    found["camera"] = _camera(_text(main.get(_BASE.Make)), _text(main.get(_BASE.Model)))
    found["serial"] = _text(detail.get(_BASE.BodySerialNumber))
    found["gps"] = _position(main.get_ifd(ExifTags.IFD.GPSInfo))
    found["device"] = _device(
        detail.get(_BASE.FileSource), f"{found['camera']} {found['software']}"
    )
    found["document_number"] = _text(main.get(_BASE.DocumentName))
    found["page"] = _page(main.get(_BASE.PageNumber))
    for tag, name in _TIMES:
        when = _time(_text(detail.get(tag)) or _text(main.get(tag)))
        if when:
            found["captured"], found["captured_source"] = when, name
            break
    return {name: text for name, text in found.items() if text}


def resolution(image: Image.Image) -> str | None:
    """Return the stored resolution ("300 x 300"), or None."""
    stored = image.info.get("dpi")
    if not isinstance(stored, tuple) or len(stored) != 2:
        return None
    across, down = _number(stored[0]), _number(stored[1])
    return f"{across:.0f} x {down:.0f}" if across >= 1 and down >= 1 else None


def _described(main: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag, field in _TEXTS:
        text = _text(main.get(tag))
        found[field] = "" if _is_factory_text(text.lower()) else text
    for tag, field in _WINDOWS_TEXTS:
        found[field] = found.get(field) or _windows_text(main.get(tag))
    return found


def _is_factory_text(lower: str) -> bool:
    return lower in _NO_TEXTS or lower.endswith(_NO_TEXT_ENDS)


def _camera(make: str, model: str) -> str:
    is_named = model.lower().startswith(make.split(" ")[0].lower())
    return model if is_named else f"{make} {model}".strip()


def _device(source: object, names: str) -> str:
    """Say what made the picture: a scanner by its name, else what the file declares."""
    number = source[0] if isinstance(source, bytes) and source else source
    declared = _DEVICES.get(number, "") if isinstance(number, int) else ""
    is_scanner = any(word in names.lower() for word in _SCANNERS)
    if is_scanner and not declared.endswith("scanner"):
        return "scanner"
    return declared


def _page(value: object) -> str:
    """Return "3 / 12" for TIFF's count from 0; nothing where it is no page of several."""
    if not isinstance(value, tuple) or len(value) != 2:
        return ""
    at, of = (int(_number(one)) for one in value)
    if not 0 <= at < 1_000_000 or (of and at >= of):
        return ""
    return f"{at + 1} / {of}" if of > 1 else ""


def _text(value: object) -> str:
    """Pillow hands ASCII fields out as Latin 1; the bytes behind them may be anything."""
    if isinstance(value, bytes):
        return text_from_bytes(value)
    if not isinstance(value, str):
        return ""
    try:
        return text_from_bytes(value.encode("latin-1"))
    except UnicodeEncodeError:
        return tidy(value)


def _windows_text(value: object) -> str:
    if isinstance(value, tuple) and all(isinstance(one, int) and 0 <= one < 256 for one in value):
        value = bytes(value)
    return tidy(value.decode("utf-16-le", errors="replace")) if isinstance(value, bytes) else ""


def _time(text: str) -> str:
    """Return "1966-05-02 10:11:12" for EXIF's "1966:05:02 10:11:12"; nothing for a zero date."""
    if len(text) < 10 or text[:4] == "0000" or not text[:4].isdigit():
        return ""
    return text[:10].replace(":", "-") + text[10:40]


def _position(gps: Mapping[int, object]) -> str:
    latitude = _degrees(gps.get(ExifTags.GPS.GPSLatitude))
    longitude = _degrees(gps.get(ExifTags.GPS.GPSLongitude))
    if latitude is None or longitude is None:
        return ""
    if latitude == 0 == longitude:  # off Africa in the sea: a receiver that had no fix
        return ""
    south = _text(gps.get(ExifTags.GPS.GPSLatitudeRef)).upper() == "S"
    west = _text(gps.get(ExifTags.GPS.GPSLongitudeRef)).upper() == "W"
    return f"{-latitude if south else latitude:.6f}, {-longitude if west else longitude:.6f}"


def _degrees(value: object) -> float | None:
    if not isinstance(value, tuple) or len(value) != 3:
        return None
    degrees, minutes, seconds = (_number(one) for one in value)
    total = degrees + minutes / 60 + seconds / 3600
    return total if 0 <= total <= 180 else None


def _number(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return -1.0
    return number if -1e12 < number < 1e12 else -1.0
