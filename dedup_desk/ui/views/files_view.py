"""The files beside the two shown, in their folders: on the back of the facts."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dedup_desk.core.compare import Side
from dedup_desk.core.display import display_text, size_text
from dedup_desk.core.surroundings import InFolder, Surroundings
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import Colours, colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.fact_sheet import FactSheet
from dedup_desk.ui.views.parts import sized

_ROW_PX = 21
_SIZE_PX = 66


@dataclass(frozen=True, slots=True)
class FileLine:
    """One painted line.

    Attributes:
        text: a name, or the heading of a folder.
        size: at the right, "" for none.
        side: whose folder it is, for a heading; None for a file.
        is_it: the very file shown.
    """

    text: str
    size: str = ""
    side: Side | None = None
    is_it: bool = False


class FilesView(QWidget):
    """Two folders, each around its own file; nothing here can be pressed."""

    def __init__(self, sheet: FactSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._lines: tuple[FileLine, ...] = ()
        sheet.changed.connect(self._fill)
        self._fill()

    @property
    def lines(self) -> tuple[FileLine, ...]:
        """What is painted."""
        return self._lines

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many lines as fit, one below the other."""
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(event.rect(), inks.panel)
        for at, line in enumerate(self._lines):
            self._paint(painter, line, QRectF(0, 4 + at * _ROW_PX, self.width(), _ROW_PX))

    def _fill(self) -> None:
        self._lines = tuple(line for side in Side for line in self._of(side))
        words = "\n".join(f"{one.text}  {one.size}".rstrip() for one in self._lines)
        self.setToolTip(plain_tip(words))
        self.setAccessibleDescription(words)
        self.update()

    def _of(self, side: Side) -> tuple[FileLine, ...]:
        """Return the heading and the files of one side."""
        if not self._sheet.rows:
            return ()
        around = self._sheet.around(side)
        if around is None:
            return (FileLine(self.tr("being read …"), side=side),)
        return (FileLine(self._heading(around), side=side), *_files(around.folder))

    def _heading(self, around: Surroundings) -> str:
        if around.folder is None:
            return worded(around.trouble) if around.trouble is not None else ""
        if not around.folder.at:
            return self.tr("the file is gone; its folder has {count} files").format(
                count=around.folder.count
            )
        return self.tr("file {at} of {count} in its folder").format(
            at=around.folder.at, count=around.folder.count
        )

    def _paint(self, painter: QPainter, line: FileLine, box: QRectF) -> None:
        inks = colours(self.palette())
        weight = QFont.Weight.DemiBold if line.side or line.is_it else QFont.Weight.Normal
        painter.setFont(sized(self.font(), 0.9, weight))
        left = 12.0
        if line.side is not None:
            left += self._paint_letter(painter, line.side, box)
        if line.is_it:
            painter.fillRect(box, inks.raised)
        painter.setPen(_ink(inks, line))
        room = box.adjusted(left, 0, -_SIZE_PX - 8, 0)
        if line.side is not None:
            room.setRight(box.right() - 8)
        text = f"▸ {line.text}" if line.is_it else line.text
        cut = painter.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideMiddle, int(room.width())
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(0, 0, -10, 0), right, line.size)

    def _paint_letter(self, painter: QPainter, side: Side, box: QRectF) -> float:
        """Paint the pane's letter in its tint and return how much room it took."""
        inks = colours(self.palette())
        letter = QRectF(box.left() + 12, box.top() + 2, 18, box.height() - 5)
        painter.fillRect(letter, inks.left if side is Side.LEFT else inks.right)
        painter.setPen(inks.window)
        painter.drawText(letter, Qt.AlignmentFlag.AlignCenter, side.value)
        return 26.0


def _files(folder: InFolder | None) -> tuple[FileLine, ...]:
    if folder is None:
        return ()
    return tuple(
        FileLine(
            display_text(one.name),
            "" if one.size_bytes is None else size_text(one.size_bytes),
            is_it=one.is_it,
        )
        for one in folder.files
    )


def _ink(inks: Colours, line: FileLine) -> QColor:
    return inks.text if line.side is not None or line.is_it else inks.muted
