"""Reads a PDF back as far as tests need it: how many sheets, and what is written on each.

Not a reader of any PDF: of what Qt writes (flat objects, two-byte glyph numbers, one way back from
glyphs to letters for each font).
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)endobj", re.S)
_FONT = re.compile(rb"/(F\d+) (\d+) 0 R")
_WRITTEN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)> Tj")
_RANGE = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (<[0-9A-Fa-f]+>|\[[^\]]*\])")


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF as text: one string without spaces for each sheet."""

    sheets: tuple[str, ...]
    title: str

    @classmethod
    def read(cls, data: bytes) -> Pdf:
        """Read what Qt wrote; raises ValueError for what is no PDF."""
        if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-64:]:
            raise ValueError("this is no whole PDF")
        objects = {int(found[1]): found[2] for found in _OBJECT.finditer(data)}
        pages = [one for one in objects.values() if re.search(rb"/Type /Page\b", one)]
        title = re.search(rb"/Title \(\xfe\xff((?:\x00[^)])*)", data)
        named = title[1].decode("utf-16-be") if title else ""
        return cls(tuple(_sheet(objects, page) for page in pages), named)


def _sheet(objects: dict[int, bytes], page: bytes) -> str:
    fonts = {
        name: _letters(objects, objects[int(number)])
        for name, number in _FONT.findall(objects[_reference(page, b"Resources")])
    }
    said, letters = [], dict[int, str]()
    for font, glyphs in _WRITTEN.findall(_stream(objects[_reference(page, b"Contents")])):
        letters = fonts[font] if font else letters
        numbers = (int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4))
        said += [letters.get(number, "\ufffd") for number in numbers]
    return "".join("".join(said).split())


def _letters(objects: dict[int, bytes], font: bytes) -> dict[int, str]:
    """Return glyph number -> letters."""
    found: dict[int, str] = {}
    for first, last, meant in _RANGE.findall(_stream(objects[_reference(font, b"ToUnicode")])):
        texts = re.findall(rb"<([0-9A-Fa-f]+)>", meant)
        for at, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
            if len(texts) > 1:
                found[glyph] = bytes.fromhex(texts[at].decode()).decode("utf-16-be")
            else:
                found[glyph] = chr(int(texts[0], 16) + at)
    return found


def _reference(one: bytes, key: bytes) -> int:
    found = re.search(rb"/" + key + rb" (\d+) 0 R", one)
    if found is None:
        raise ValueError(f"nothing is called {key!r} here")
    return int(found[1])


def _stream(one: bytes) -> bytes:
    head, _, data = one.partition(b"stream\n")
    return zlib.decompressobj().decompress(data) if b"/FlateDecode" in head else data
