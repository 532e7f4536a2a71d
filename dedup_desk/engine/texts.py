"""Bytes found in a picture's metadata, as text: never markup, never a surrogate, never too long.

UTF-8 is tried first. What is not UTF-8 was mostly written by programs that knew one code page: in
Hong Kong Big5 with the HKSCS supplement, marked as guessed; elsewhere Windows' Latin 1.
"""

from __future__ import annotations

from typing import Final

LONGEST_TEXT: Final = 10_000
GUESSED: Final = " (guessed)"
_COMMON_LEADS: Final = range(0xA1, 0xC7)  # Big5's everyday characters and punctuation
_KEPT_CONTROLS: Final = "\n\t"


def text_from_bytes(raw: bytes) -> str:
    """Return bytes of an undeclared charset as text; a guess at Big5-HKSCS says so."""
    body = raw[: 4 * LONGEST_TEXT].rstrip(b"\0 ")
    try:
        return tidy(body.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if _looks_like_big5(body):
        try:
            return tidy(body.decode("big5hkscs")) + GUESSED
        except UnicodeDecodeError:
            pass
    return tidy(body.decode("cp1252", errors="replace"))


def tidy(text: str) -> str:
    """Return text without controls and surrogates, at most `LONGEST_TEXT` characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = lines.encode("utf-8", errors="replace").decode("utf-8")
    kept = "".join(char for char in clean if char in _KEPT_CONTROLS or char.isprintable())
    return kept.strip()[:LONGEST_TEXT]


def _looks_like_big5(body: bytes) -> bool:
    """Tell two-byte characters from single accented letters: most lead bytes are everyday ones."""
    leads, at = [], 0
    while at < len(body):
        if body[at] >= 0x81 and at + 1 < len(body):
            leads.append(body[at])
            at += 2
        else:
            at += 1
    common = sum(lead in _COMMON_LEADS for lead in leads)
    return bool(leads) and 2 * common > len(leads)
