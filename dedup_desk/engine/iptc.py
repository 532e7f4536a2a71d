"""IPTC-IIM: the captions of press pictures since 1991.

Source: IPTC-NAA Information Interchange Model 4.2. A data set is 0x1C, record, number, a two-byte
length, and bytes in the charset that data set 1:90 declares, or in one nobody wrote down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from dedup_desk.engine.texts import text_from_bytes

MAX_BYTES: Final = 1_000_000
_MARKER: Final = 0x1C
_UTF_8_DECLARED: Final = b"\x1b%G"
_MOST_VALUES: Final = 200
_DESCRIPTIVE: Final[Mapping[int, str]] = {
    25: "keywords",
    40: "instructions",
    80: "byline",
    90: "city",
    101: "country",
    103: "item_number",
    105: "headline",
    110: "credit",
    115: "source",
    116: "rights",
    120: "caption",
}
_DATE, _TIME, _TITLE = 55, 60, 5


def iptc_fields(block: bytes) -> dict[str, str]:
    """Return the descriptive fields of an IIM block by the names of `MetadataFacts`."""
    found: dict[int, list[str]] = defaultdict(list)
    is_utf_8 = False
    for record, number, value in _data_sets(block[:MAX_BYTES]):
        if (record, number) == (1, 90):
            is_utf_8 = value == _UTF_8_DECLARED
        elif record == 2 and len(found[number]) < _MOST_VALUES:
            found[number].append(_text(value, is_utf_8=is_utf_8))
    fields = {name: "; ".join(found[number]) for number, name in _DESCRIPTIVE.items()}
    fields["headline"] = fields["headline"] or "; ".join(found[_TITLE])
    fields["captured"] = fields["created"] = _when(found)
    return {name: text for name, text in fields.items() if text}


def _text(value: bytes, *, is_utf_8: bool) -> str:
    return text_from_bytes(value.decode("utf-8", errors="replace").encode() if is_utf_8 else value)


def _data_sets(block: bytes) -> Iterator[tuple[int, int, bytes]]:
    at = block.find(bytes([_MARKER]))
    while 0 <= at <= len(block) - 5 and block[at] == _MARKER:
        record, number = block[at + 1], block[at + 2]
        length = int.from_bytes(block[at + 3 : at + 5])
        if length & 0x8000:  # an extended length: nothing we read is that long
            return
        yield record, number, block[at + 5 : at + 5 + length]
        at += 5 + length


def _when(found: Mapping[int, list[str]]) -> str:
    date = "".join(found.get(_DATE, [])[:1])
    if len(date) < 8 or not date[:8].isdigit():
        return ""
    time = "".join(found.get(_TIME, [])[:1])
    day = f"{date[:4]}-{date[4:6]}-{date[6:8]}"
    is_timed = len(time) >= 6 and time[:6].isdigit()
    return f"{day} {time[:2]}:{time[2:4]}:{time[4:6]}" if is_timed else day
