"""A document on paper: A4 sheets as PDF, laid out by Qt's rich text; a process of its own.

Laying a document out is one long call into Qt that keeps Python's lock: in the window's process it
would hold up the window (`ui/printing.py` starts this one). Little is imported, so it starts soon.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from dedup_desk import __version__
from dedup_desk.ui.theme import fonts_of

_DPI: Final = 300
_MARGIN_MM: Final = 15.0
_FOOT_MM: Final = 8.0
_MM_AN_INCH: Final = 25.4
_BODY_PT: Final = 9.0
_MAP: Final = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_MEANT: Final = re.compile(rb"(<[0-9A-F]{4}> <[0-9A-F]{4}> )(<[0-9A-F]{4}>|\[[^\]]*\])")
_RADICAL: Final = re.compile(rb"<(2[EF][0-9A-F]{2})>")

PAGE, PAGES = "{page}", "{pages}"
"""Stand in a foot for the number of a sheet, and of all."""


def painted(title: str, foot: str, language: str, html: str) -> bytes:
    """Return a document as PDF; there must be an application object.

    Args:
        title: of the document.
        foot: stands below every sheet; `{page}` and `{pages}` are filled in.
        language: chooses the shapes of Chinese letters.
        html: in the mark-up that Qt's rich text knows.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator(f"Dedup Desk {__version__}")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))
    _paint(writer, html, foot, _font(language))
    return _with_letters(bytes(buffer.data().data()))


def main() -> int:
    """Read what is to be painted from stdin, write the PDF to stdout."""
    asked = json.load(sys.stdin.buffer)
    application = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    sys.stdout.buffer.write(painted(**asked))
    sys.stdout.buffer.flush()
    del application
    return 0


def _paint(writer: QPdfWriter, html: str, foot: str, font: QFont) -> None:
    foot_px = _FOOT_MM / _MM_AN_INCH * writer.logicalDpiY()
    wide, high = float(writer.width()), writer.height() - foot_px
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QRectF(0, 0, wide, high).size())
    count = document.pageCount()
    painter = QPainter(writer)
    for at in range(count):
        if at:
            writer.newPage()
        painter.save()
        painter.translate(0, -at * high)
        document.drawContents(painter, QRectF(0, at * high, wide, high))
        painter.restore()
        told = foot.replace(PAGE, str(at + 1)).replace(PAGES, str(count))
        painter.setFont(font)
        painter.drawText(QRectF(0, high, wide, foot_px), Qt.AlignmentFlag.AlignBottom, told)
    painter.end()


def _with_letters(pdf: bytes) -> bytes:
    """Return a PDF whose glyphs lead back to letters and never to radicals of a dictionary.

    A font has one glyph for a letter and the radical that looks like it; Qt notes whichever comes
    first in Unicode, and then nobody finds the word. The maps are not packed, and both codes have
    four digits, so nothing moves.
    """
    return _MAP.sub(lambda found: _MEANT.sub(_unified, found[0]), pdf)


def _unified(meant: re.Match[bytes]) -> bytes:
    return meant[1] + _RADICAL.sub(_letter, meant[2])


def _letter(code: re.Match[bytes]) -> bytes:
    letter = unicodedata.normalize("NFKC", chr(int(code[1], 16)))
    return b"<%04X>" % ord(letter) if len(letter) == 1 else code[0]


def _font(language: str) -> QFont:
    font = fonts_of(language)
    font.setPointSizeF(_BODY_PT)
    # Shaped glyphs of some fonts have no way back to letters: digits could not be searched for.
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


if __name__ == "__main__":
    sys.exit(main())
