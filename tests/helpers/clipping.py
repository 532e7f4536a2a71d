"""Finds words on a window that do not fit where they stand.

Two ways, because a window has two kinds of words. What Qt's own widgets show is measured from their
geometry: the words' width by the font against the room the widget has. What our widgets paint is
heard while they paint: each text against the rectangle it was painted in. Words that were cut on
purpose, with an ellipsis, are in order where a tool tip says the whole; everything else is told.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QHelpEvent, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
    QToolTip,
    QWidget,
)

SLACK_PX = 1.5
"""Overhangs of glyphs and rounding."""

ROOM = QRect(0, 0, 100_000, 100_000)


@dataclass
class Heard:
    """What was painted while somebody listened.

    Attributes:
        overflowing: texts wider or higher than the rectangle they were painted in.
        cut: whole texts of which only a part was shown, and by which widget.
    """

    overflowing: list[str] = field(default_factory=list)
    cut: list[tuple[str, QWidget | None]] = field(default_factory=list)


@contextmanager
def listening() -> Iterator[Heard]:
    """Listen to every text that Python code paints or cuts."""
    heard, draw = Heard(), QPainter.drawText
    cutters = {kind: kind.elidedText for kind in (QFontMetrics, QFontMetricsF)}

    def drawn(painter: QPainter, *words: object) -> object:
        heard.overflowing += _overflowing(painter, words)
        return draw(painter, *words)

    def cutting(kind: type) -> Callable[..., str]:
        def cut(metrics: object, text: str, *rest: object) -> str:
            shown = cutters[kind](metrics, text, *rest)
            if shown != text:
                heard.cut.append((text, _speaker()))
            return shown

        return cut

    QPainter.drawText = drawn
    for kind in cutters:
        kind.elidedText = cutting(kind)
    try:
        yield heard
    finally:
        QPainter.drawText = draw
        for kind, whole in cutters.items():
            kind.elidedText = whole


def clipped(window: QWidget) -> list[str]:
    """Return every text of a window that cannot be read whole, and where it stands."""
    QApplication.processEvents()  # layouts that were asked for come into force
    with listening() as heard:
        window.grab()
    found = [f"painted: {words}" for words in heard.overflowing]
    for text, widget in heard.cut:
        if widget is None or not _is_in(text, _tips(widget)):
            name = "nobody" if widget is None else _name(widget)
            found.append(f"{name}: cut without a tool tip: {text!r}")
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.isVisible():
            found += [f"{_name(widget)}: {words}" for words in _short(widget)]
    QToolTip.hideText()
    return list(dict.fromkeys(found))


def _speaker() -> QWidget | None:
    """Return the widget that paints just now: the nearest one whose method is running."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        one = frame.f_locals.get("self")
        if isinstance(one, QAbstractItemDelegate):
            one = one.parent()
        if isinstance(one, QWidget):
            return one
        frame = frame.f_back
    return None


# What our own widgets paint -----------------------------------------------------------------------


def _overflowing(painter: QPainter, words: tuple[object, ...]) -> Iterator[str]:
    if len(words) != 3 or not isinstance(words[0], QRect | QRectF):
        return
    room, flags, text = QRectF(words[0]), words[1], str(words[2])
    flags = int(flags) if isinstance(flags, int) else flags.value
    metrics = QFontMetricsF(painter.font())
    need = metrics.boundingRect(room, flags, text)
    is_one_line = need.height() < 1.5 * metrics.lineSpacing()
    high = metrics.tightBoundingRect(text).height() if is_one_line else need.height()
    if need.width() > room.width() + SLACK_PX or high > room.height() + SLACK_PX:
        yield _lacks(text, need.width(), room.width(), high, room.height())


# What Qt's widgets show ---------------------------------------------------------------------------


def _short(widget: QWidget) -> Iterator[str]:
    """Return what of one widget's words does not fit."""
    for kind, check in CHECKS.items():
        if isinstance(widget, kind):
            yield from check(widget)
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox):
        yield from _covered(widget)


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text.strip():
        return
    if getattr(label, "_whole", text) != text:
        if not _is_in(label._whole, _tips(label)):
            yield f"cut without a tool tip: {label._whole!r}"
        return
    margin = 2 * label.margin()
    room = label.contentsRect().adjusted(0, 0, -margin, -margin)
    wide, high = _need(label, text, room)
    if wide > room.width() + SLACK_PX or high > room.height() + SLACK_PX:
        yield _lacks(text, wide, room.width(), high, room.height())


def _need(label: QLabel, text: str, room: QRect) -> tuple[float, float]:
    if label.textFormat() is not Qt.TextFormat.PlainText and _is_rich(text):
        document = QTextDocument()
        document.setDefaultFont(label.font())
        document.setDocumentMargin(0)
        document.setHtml(text)
        if label.wordWrap():
            document.setTextWidth(room.width())
        return document.idealWidth(), document.size().height()
    wrap = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextExpandTabs
    within = QRectF(0, 0, room.width(), ROOM.height()) if label.wordWrap() else QRectF(ROOM)
    need = QFontMetricsF(label.font()).boundingRect(within, wrap.value, text)
    return need.width(), need.height()


def _button(button: QAbstractButton) -> Iterator[str]:
    if button.text():
        need, has = button.sizeHint(), button.size()
        if need.width() > has.width() or need.height() > has.height() + 1:
            yield _lacks(button.text(), need.width(), has.width(), need.height(), has.height())


def _combo(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    field_ = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    for at in range(box.count()):
        need = box.fontMetrics().horizontalAdvance(box.itemText(at))
        if need > field_.width() + SLACK_PX:
            yield _lacks(box.itemText(at), need, field_.width(), 0, 0)


def _spin(box: QAbstractSpinBox) -> Iterator[str]:
    if box.sizeHint().width() > box.width():
        yield _lacks(box.text(), box.sizeHint().width(), box.width(), 0, 0)


def _line_edit(edit: QLineEdit) -> Iterator[str]:
    """What is typed may be longer than its field; what the field says of itself may not."""
    asked = edit.placeholderText()
    margins = edit.textMargins()
    room = edit.contentsRect().width() - margins.left() - margins.right() - 8
    need = edit.fontMetrics().horizontalAdvance(asked)
    if need > room + SLACK_PX and not _is_in(asked, _tips(edit)):
        yield _lacks(asked, need, room, 0, 0)


def _header(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for at in range(header.count()) if model is not None else ():
        words = str(model.headerData(at, header.orientation()) or "")
        need = header.fontMetrics().horizontalAdvance(words) + 8
        if need > header.sectionSize(at) + SLACK_PX and not _is_in(
            words, _tips(header.parentWidget())
        ):
            yield _lacks(words, need, header.sectionSize(at), 0, 0)


def _cells(view: QTableView) -> Iterator[str]:
    """Cells end in an ellipsis by themselves: the tool tip has to say the whole."""
    model, tips = view.model(), _tips(view)
    for row in range(min(model.rowCount(), 40)):
        for column in range(view.horizontalHeader().count()):
            index = model.index(row, column)
            text, room = str(index.data() or ""), view.visualRect(index)
            if room.isEmpty() or not room.intersects(view.viewport().rect()):
                continue
            need = view.fontMetrics().horizontalAdvance(text)
            is_cut = need > room.width() - 6 + SLACK_PX and not view.wordWrap()
            if is_cut and not _is_in(text, tips):
                yield f"cell without a tool tip: {_lacks(text, need, room.width() - 6, 0, 0)}"


def _menu_bar(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if action.isVisible() and not bar.rect().contains(bar.actionGeometry(action)):
            yield f"{action.text()!r} is outside of the menu bar"


def _menu(menu: QMenu) -> Iterator[str]:
    screen = menu.screen().availableGeometry().size()
    need = menu.sizeHint()
    if need.width() > screen.width() or need.height() > screen.height():
        yield f"{menu.title()!r} takes {need.width()} x {need.height()}"


def _covered(widget: QWidget) -> Iterator[str]:
    """A widget that its parent's edge cuts off cannot be read, however wide it is."""
    frame = widget.rect()
    parent = widget.parentWidget()
    while parent is not None and not widget.isWindow():
        scrolls = isinstance(parent.parentWidget(), QAbstractScrollArea)
        place = QRect(widget.mapTo(parent, QPoint(0, 0)), frame.size())
        if scrolls and parent is parent.parentWidget().viewport():
            area = parent.parentWidget()
            off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if area.horizontalScrollBarPolicy() == off and place.right() > parent.width():
                yield f"{_words(widget)!r} is cut by the right edge of {_name(area)}"
            return
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(place):
            yield f"{_words(widget)!r} at {place.getRect()} leaves {_name(parent)}"
            return
        if parent.isWindow():
            return
        parent = parent.parentWidget()


CHECKS: dict[type[QWidget], Callable[..., Iterator[str]]] = {
    QLabel: _label,
    QAbstractButton: _button,
    QComboBox: _combo,
    QAbstractSpinBox: _spin,
    QLineEdit: _line_edit,
    QHeaderView: _header,
    QTableView: _cells,
    QMenuBar: _menu_bar,
    QMenu: _menu,
}

# Tool tips ----------------------------------------------------------------------------------------


def _tips(widget: QWidget) -> list[str]:
    """Return the tool tips that a pointer over this widget could bring, without their markup."""
    if widget.isVisible():  # some are worded only when they are asked for
        centre = widget.rect().center()
        ask = QHelpEvent(QEvent.Type.ToolTip, centre, widget.mapToGlobal(centre))
        QApplication.sendEvent(widget, ask)
    found = [widget.toolTip()]
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is not None:
        found += [str(index.data(Qt.ItemDataRole.ToolTipRole) or "") for index in _indexes(widget)]
    return [_plain(one) for one in found if one]


def _indexes(view: QAbstractItemView) -> Iterator[QModelIndex]:
    columns = view.horizontalHeader().count() if isinstance(view, QTableView) else 1
    for row in range(min(view.model().rowCount(), 200)):
        yield from (view.model().index(row, column) for column in range(columns))


def _plain(tip: str) -> str:
    if _is_rich(tip):
        document = QTextDocument()
        document.setHtml(tip)
        tip = document.toPlainText()
    return _flat(tip)


def _is_rich(text: str) -> bool:
    return re.search(r"<\w[^<]*>", text) is not None


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _is_in(text: str, tips: list[str]) -> bool:
    bare = _flat(text).lstrip("▸◆▽☆★○✓ ")  # a sign before a name is no part of it
    return any(bare in tip for tip in tips)


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")
    return str(text())


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()


def _lacks(text: str, wide: float, width: float, high: float, height: float) -> str:
    return f"{text!r} needs {wide:.0f} x {high:.0f}, has {width:.0f} x {height:.0f}"
