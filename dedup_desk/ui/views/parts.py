"""The small pieces every screen is built of, painted from the palette.

No style sheets: they would freeze colours at the theme of the moment and slow large views down.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.ui.theme import colours

RADIUS_PX = 6
GAP_PX = 12

_LONG_WORD = 14


class Role(Enum):
    """How much a button asks to be pressed."""

    PLAIN = auto()
    PRIMARY = auto()
    QUIET = auto()


class Ink(Enum):
    """What a label's words are."""

    TEXT = auto()
    MUTED = auto()
    ACCENT = auto()
    GOOD = auto()
    DANGER = auto()
    INFO = auto()


def ink_colour(palette: QPalette, ink: Ink) -> QColor:
    """Return the colour of `ink` under this palette."""
    inks = colours(palette)
    table = {
        Ink.TEXT: inks.text,
        Ink.MUTED: inks.muted,
        Ink.ACCENT: inks.accent_ink,
        Ink.GOOD: inks.good,
        Ink.DANGER: inks.danger,
        Ink.INFO: inks.info,
    }
    return table[ink]


def sized(font: QFont, factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return `font` scaled by `factor` in `weight`."""
    changed = QFont(font)
    changed.setPointSizeF(font.pointSizeF() * factor)
    changed.setWeight(weight)
    return changed


class Card(QFrame):
    """A panel with round corners that lifts its content off the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours(self.palette()).panel)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_PX, RADIUS_PX)


class Words(QLabel):
    """A label in one ink and one size, that follows theme and language font.

    Args:
        ink: what the words are.
        factor: size relative to the application's font.
    """

    def __init__(
        self, ink: Ink = Ink.TEXT, factor: float = 1.0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ink, self._factor, self._weight = ink, factor, QFont.Weight.Normal
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setInk(ink)
        self._resize_font()

    def setInk(self, ink: Ink) -> None:
        """Say what the words are."""
        self._ink = ink
        colour = ink_colour(QApplication.palette(), ink)
        if self.palette().color(QPalette.ColorRole.WindowText) != colour:
            palette = QPalette()
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)

    def heavy(self) -> Words:
        """Make it semi-bold and return it."""
        self._weight = QFont.Weight.DemiBold
        self._resize_font()
        return self

    def wrapped(self) -> Words:
        """Let it break over lines and return it."""
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # setSizePolicy would forget what setWordWrap asked for
        self.setSizePolicy(policy)
        return self

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setInk(self._ink)

    def _resize_font(self) -> None:
        """Fix size and weight only: the families follow the application's font."""
        font = QFont()
        font.setPointSizeF(QApplication.font().pointSizeF() * self._factor)
        font.setWeight(self._weight)
        self.setFont(font)


_HIGHEST = "Ág中"
"""Lines are as high as those of either language, so that another language moves nothing."""


class Elided(Words):
    """A line, or a few, cut in the middle where they do not fit; the whole is in the tool tip.

    The height is that of all lines from the first: what is below does not move with the words.
    """

    def __init__(self, ink: Ink = Ink.TEXT, factor: float = 1.0, lines: int = 1) -> None:
        super().__init__(ink, factor)
        self._whole, self._lines = "", 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if lines > 1:
            self.setLines(lines)

    def setLines(self, lines: int) -> None:
        """Take the room of so many lines, two or more."""
        if lines == self._lines:
            return
        self._lines = lines
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFixedHeight(self._broken_height("\n".join(lines * [_HIGHEST])))
        self._cut()

    def setWhole(self, text: str) -> None:
        """Show `text`, as much of it as fits."""
        self._whole = text
        self.setToolTip(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics, width = self.fontMetrics(), self.width() - 2
        if self._lines > 1 and self._broken_height(self._whole) <= self.height():
            self.setText(self._whole)
            return
        # Lines break at words: each but the last may stay short by one.
        short = (self._lines - 1) * metrics.averageCharWidth() * _LONG_WORD
        cut = metrics.elidedText(
            self._whole, Qt.TextElideMode.ElideMiddle, self._lines * width - short
        )
        self.setText(cut)

    def _broken_height(self, text: str) -> int:
        room = QRect(0, 0, self.width() - 2, 10_000)
        return self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


class FlatButton(QPushButton):
    """A flat button that shows the key which presses it; Space never presses it.

    Enter presses it while it has the focus: a decision takes a key that is meant.
    """

    def __init__(self, role: Role = Role.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self.key = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def setKey(self, key: str) -> None:
        """Show `key` ("Enter") on the button."""
        self.key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for words, icon and key cap."""
        metrics = QFontMetricsF(self.font())
        width = metrics.horizontalAdvance(self.text()) + 28
        width += 24 if not self.icon().isNull() else 0
        width += _key_width(self.font(), self.key) + 8 if self.key else 0
        return QSize(int(width) + 1, int(metrics.height()) + 16)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, Space does nothing, all else goes up."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words and key cap."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._paint_ground(painter)
        content = QRectF(self.rect()).adjusted(14, 0, -14, 0)
        if not self.icon().isNull():
            self._paint_icon(painter, content)
            content.setLeft(content.left() + 24)
        painter.setPen(words)
        painter.drawText(content, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.key:
            paint_key(painter, content, self.key, words)

    def _paint_ground(self, painter: QPainter) -> QColor:
        """Paint the ground and return the ink of the words."""
        inks = colours(self.palette())
        ground, words, frame = self._tones()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(frame, 1.2) if frame.alpha() else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        if self.hasFocus():
            ring = inks.text if self.role is Role.PRIMARY and self.isEnabled() else inks.accent_ink
            painter.setPen(QPen(ring, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, RADIUS_PX, RADIUS_PX)
        return words

    def _tones(self) -> tuple[QColor, QColor, QColor]:
        """Return ground, words and frame for role and state."""
        inks = colours(self.palette())
        clear = QColor(0, 0, 0, 0)
        if not self.isEnabled():
            faded = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            return clear, faded, clear if self.role is Role.QUIET else inks.line
        lit = self.underMouse() or self.isDown()
        if self.role is Role.PRIMARY:
            return inks.accent.lighter(108) if lit else inks.accent, inks.on_accent, clear
        if self.role is Role.QUIET:
            return inks.raised if lit else clear, inks.text, clear
        return inks.raised.lighter(115) if lit else inks.raised, inks.text, inks.line

    def _paint_icon(self, painter: QPainter, content: QRectF) -> None:
        top = int(content.center().y()) - 8
        self.icon().paint(painter, int(content.left()), top, 17, 17)


def paint_key(painter: QPainter, content: QRectF, key: str, ink: QColor) -> None:
    """Paint a key cap at the right end of `content`."""
    font = _key_font(painter.font())
    width = _key_width(painter.font(), key)
    height = QFontMetricsF(font).height() + 3
    cap = QRectF(content.right() - width, content.center().y() - height / 2, width, height)
    frame = QColor(ink)
    frame.setAlphaF(0.45)
    painter.setPen(QPen(frame, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(cap, 3, 3)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)


def place(grid: QGridLayout, widget: QWidget, row: int, column: int) -> None:
    """Put `widget` into `grid` and show it now: a layout alone shows it one event later."""
    grid.addWidget(widget, row, column)
    widget.show()


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of `layout` and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _key_font(font: QFont) -> QFont:
    return sized(font, 0.84)


def _key_width(font: QFont, key: str) -> float:
    return max(18.0, QFontMetricsF(_key_font(font)).horizontalAdvance(key) + 10)
