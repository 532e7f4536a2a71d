"""A document on paper, as PDF or on a printer, laid out by Qt's rich text; a process of its own.

Laying a document out is one long call into Qt that keeps Python's lock: in the window's process it
would hold up the window (`ui/printing.py` starts this one). Little is imported, so it starts soon.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)

from dedup_desk import __version__
from dedup_desk.ui.theme import fonts_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

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

PRINTED: Final = b"printed"
"""What the child says where a printer's queue took the document."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What is painted on.

    Attributes:
        device: a PDF or a printer.
        first, last: sheets wanted, from 1; 0 for all.
    """

    device: QPagedPaintDevice
    first: int = 0
    last: int = 0

    def has(self, sheet: int) -> bool:
        """Say whether a sheet is wanted."""
        return (not self.first or sheet >= self.first) and (not self.last or sheet <= self.last)


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
    writer.setPageLayout(_layout(QPageSize(QPageSize.PageSizeId.A4)))
    _paint(Paper(writer), html, foot, _font(language))
    return _with_letters(bytes(buffer.data().data()))


def main() -> int:
    """Read a document from stdin; write the PDF, or that it was printed, to stdout."""
    asked = json.load(sys.stdin.buffer)
    application = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    sheets = asked.pop("sheets", None)
    made = painted(**asked) if sheets is None else _printed(sheets, asked)
    sys.stdout.buffer.write(made)
    sys.stdout.buffer.flush()
    del application
    return 0


def _printed(sheets: dict[str, Any], asked: dict[str, str]) -> bytes:
    """Return `PRINTED`, or nothing where the printer is not there or does not take it."""
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

    info = QPrinterInfo.printerInfo(sheets["printer"])
    if info.isNull():
        return b""
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setCopyCount(sheets["copies"])
    in_colour = QPrinter.ColorMode.Color if sheets["in_colour"] else QPrinter.ColorMode.GrayScale
    printer.setColorMode(in_colour)
    printer.setDuplex(QPrinter.DuplexMode(sheets["two_sided"]))
    return PRINTED if printed_on(printer, sheets, asked) else b""


def printed_on(printer: QPrinter, sheets: dict[str, Any], asked: dict[str, str]) -> bool:
    """Print a document; False where the printer does not take it.

    Args:
        printer: set up but for its paper.
        sheets: `Sheets` of the doors, as a mapping.
        asked: the arguments of `painted`.
    """
    printer.setResolution(_DPI)
    printer.setDocName(asked["title"])
    printer.setCreator(f"Dedup Desk {__version__}")
    printer.setPageLayout(_layout(_size_called(sheets["size"]), is_upright=sheets["is_upright"]))
    paper = Paper(printer, sheets["first"], sheets["last"])
    return _paint(paper, asked["html"], asked["foot"], _font(asked["language"]))


def _size_called(key: str) -> QPageSize:
    sizes = (QPageSize(one) for one in QPageSize.PageSizeId if one.value >= 0)
    return next((one for one in sizes if one.key() == key), QPageSize(QPageSize.PageSizeId.A4))


def _layout(size: QPageSize, *, is_upright: bool = True) -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    ways = QPageLayout.Orientation
    way = ways.Portrait if is_upright else ways.Landscape
    return QPageLayout(size, way, margins, QPageLayout.Unit.Millimeter)


def _paint(paper: Paper, html: str, foot: str, font: QFont) -> bool:
    """Paint the sheets wanted; False where nothing can be painted there."""
    writer = paper.device
    foot_px = _FOOT_MM / _MM_AN_INCH * writer.logicalDpiY()
    wide, high = float(writer.width()), writer.height() - foot_px
    document = _laid_out(html, font)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(QRectF(0, 0, wide, high).size())
    count = document.pageCount()
    painter = QPainter()
    if not painter.begin(writer):
        return False
    wanted = [at for at in range(count) if paper.has(at + 1)]
    for at in wanted:
        if at != wanted[0]:
            writer.newPage()
        painter.save()
        painter.translate(0, -at * high)
        document.drawContents(painter, QRectF(0, at * high, wide, high))
        painter.restore()
        told = foot.replace(PAGE, str(at + 1)).replace(PAGES, str(count))
        painter.setFont(font)
        painter.drawText(QRectF(0, high, wide, foot_px), Qt.AlignmentFlag.AlignBottom, told)
    return painter.end()


def _laid_out(html: str, font: QFont) -> QTextDocument:
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    return document


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
