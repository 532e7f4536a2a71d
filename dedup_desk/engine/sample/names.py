"""Names as real collections have them: other scripts and encodings, characters out of place.

A name is bytes. These replace the plain name of a file, suffix added behind: spaces, a newline, raw
Big5 from an old disc, bytes that are no text at all, one word in two Unicode spellings, a bidi
override that pretends to be another suffix, a leading dash.
"""

from __future__ import annotations

import unicodedata

_CAFE = "Café Régal"

ODD_NAMES: dict[tuple[str, str], bytes] = {
    ("rice_terraces", "identical"): b"import/DVD-07/Copy of 0421",
    ("sea_cliffs", "identical"): "import/DVD-07/東岸懸崖".encode(),
    ("moonlit_sea", "identical"): "import/DVD-07/天上月".encode("big5"),
    ("moonlit_sea", "webp"): "web/月色.final (2)".encode(),
    ("stone_bridge", "identical"): b"import/DVD-07/bridge \xff\xfe 1970",
    ("harbour_junk", "identical"): b"import/DVD-07/harbour at  dawn ",
    ("harbour_junk", "q60"): b"web/-harbour",
    ("tower_block", "identical"): unicodedata.normalize("NFC", f"import/DVD-07/{_CAFE}").encode(),
    ("tower_block", "screen"): unicodedata.normalize("NFD", f"import/DVD-07/{_CAFE}").encode(),
    ("tram", "identical"): b"import/DVD-07/tram\nHappy Valley",
    ("tram", "q85"): b'press/2004/"tram" & <88>',
    ("doorway", "identical"): "import/DVD-07/山中人".encode("big5"),
    ("doorway", "big5"): "import/DVD-07/山中人_中文".encode("big5"),
    ("mountain_film", "identical"): "import/DVD-07/山中人 海報 (1)".encode(),
    ("harbour_line", "identical"): "import/DVD-07/\u202egpj.retsop".encode(),
    ("bottle", "identical"): b"products/old/GINGER-BEER-500",
    ("wristwatch", "identical"): b"products/old/IMG_0001 (1)",
    ("teapot", "identical"): b"products/old/" + "青花茶壺".encode(),
    ("camera", "identical"): b"products/old/%20camera%00",
    ("second_deed", "identical"): b"documents/to file/051706",
    ("survey", "identical"): b"documents/to file/" + b"sheet 7 " * 24,
}
"""(original, variant) -> place without suffix."""

_SPECIAL = b'%<>:"\\|?*'

LOUD_SUFFIXES = frozenset((("rice_terraces", "identical"), ("bottle", "identical")))
"""Copies whose suffix is written in capitals, as cameras and old programs do."""


PLAIN_LENGTH = 120
"""Bytes that every file system takes in one name."""


def plain_name(place: bytes) -> bytes:
    """Return a place that every file system takes: odd bytes as %XX, long names cut."""
    return b"/".join(_shortened(_spelled(part)) for part in place.split(b"/"))


def _spelled(part: bytes) -> bytes:
    return b"".join(
        bytes((value,)) if 0x20 <= value < 0x7F and value not in _SPECIAL else b"%%%02X" % value
        for value in part
    )


def _shortened(part: bytes) -> bytes:
    if len(part) <= PLAIN_LENGTH:
        return part
    half = (PLAIN_LENGTH - 3) // 2
    return part[:half] + b"..." + part[-half:]
