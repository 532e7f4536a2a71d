"""Above the list of the queue: one field to search and to jump, the filters, the order."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from dedup_desk.ui.theme import colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.amounts import count_text
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.queue_filters import (
    Choice,
    in_force,
    orders,
    sections,
)
from dedup_desk.ui.views.fields import TextField
from dedup_desk.ui.views.parts import Ink, Words, sized


class Pill(QPushButton):
    """A small round button: filled when it is on, outlined under the pointer."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(sized(self.font(), 0.86))

    def sizeHint(self) -> QSize:
        """Room for the words in a pill."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 18, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a pill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = colours(self.palette())
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(inks.text if self.underMouse() else inks.line)
        painter.setBrush(inks.text if self.isChecked() else inks.raised)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(inks.panel if self.isChecked() else inks.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())


class FilterTag(Pill):
    """Says one thing that hides rows; a click lets go of it."""

    def __init__(self, choice: Choice, queue: QueueViewModel) -> None:
        super().__init__()
        metrics = self.fontMetrics()
        words = metrics.elidedText(choice.words, Qt.TextElideMode.ElideMiddle, 180)
        self.setText(f"{words}  \u00d7")
        again = self.tr("Click to show the others again: {filter}")
        self.setToolTip(plain_tip(again.format(filter=choice.words)))
        self.setAccessibleName(choice.words)
        self.clicked.connect(lambda: _let_go(queue, choice))


class SearchField(TextField):
    """Takes every key while it has the focus; Enter and Esc give it back.

    Signals:
        left: the keyboard goes back to the pictures.
        entered: Enter, before that.
        dropped: Esc, before that.
    """

    left = Signal()
    entered = Signal()
    dropped = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim keys before any shortcut of the screen sees them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QueueHead(QWidget):
    """Field, filter and order of one queue.

    Signals:
        left: the keyboard goes back to the pictures.
        lost(str): no group has this number or id.
    """

    left = Signal()
    lost = Signal(str)

    def __init__(self, queue: QueueViewModel) -> None:
        super().__init__()
        self._queue = queue
        self._jumps = False
        self.field = SearchField()
        self.filter, self.order = Pill(), Pill()
        self.count = Words(Ink.MUTED, 0.86)
        self._lay_out()
        self.field.textEdited.connect(self._on_typed)
        self.field.entered.connect(self._on_entered)
        self.field.dropped.connect(self._on_dropped)
        self.field.left.connect(self.left)
        self.filter.clicked.connect(self.open_filters)
        self.order.clicked.connect(self.open_orders)
        queue.rows_changed.connect(self.follow)
        queue.searching_changed.connect(self.follow)
        self.word()

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.word()

    def find_words(self) -> None:
        """Take words to search for."""
        self._take_text(jumps=False, text=self._queue.query.text)

    def jump(self) -> None:
        """Take the number or the id of a group."""
        self._take_text(jumps=True, text="")

    def open_filters(self) -> None:
        """Open the menu of everything the queue can be narrowed to."""
        menu = QMenu(self)
        for section in sections(self._queue):
            _fill(menu.addMenu(section.title), section.choices, self._queue)
        menu.addSeparator()
        everything = menu.addAction(self.tr("Show everything"))
        everything.setEnabled(self._queue.is_filtered)
        everything.triggered.connect(self._queue.show_all)
        self._open(menu, self.filter)

    def open_orders(self) -> None:
        """Open the menu of orders."""
        menu = QMenu(self)
        _fill(menu, orders(self._queue), self._queue)
        self._open(menu, self.order)

    def word(self) -> None:
        """Say everything in the language in force."""
        self.filter.setText(self.tr("Filter") + " ▾")
        self._word_field()
        self.follow()

    def follow(self) -> None:
        """Show what is in force now."""
        order = next(one.words for one in orders(self._queue) if one.is_on)
        self.order.setText(f"{order} ▾")
        self.order.setToolTip(self.tr("The order of the groups"))
        self.filter.setToolTip(self.tr("Work pile, state, certainty, folder, size and more"))
        if not self.field.hasFocus() and not self._jumps:
            self.field.setText(self._queue.query.text)
        self.count.setText(self._counted())
        self.count.setVisible(bool(self.count.text()))

    def _counted(self) -> str:
        if self._queue.is_searching:
            return self.tr("Searching…")
        if not self._queue.is_filtered:
            return ""
        return self.tr("{shown} of {total} shown").format(
            shown=count_text(self._queue.count), total=count_text(self._queue.total)
        )

    def _lay_out(self) -> None:
        self.field.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # and by its key; Tab flips pictures
        self.field.setClearButtonEnabled(True)
        self.field.setFont(sized(self.field.font(), 0.92))
        buttons = QHBoxLayout()
        buttons.setSpacing(5)
        buttons.addWidget(self.filter)
        buttons.addWidget(self.order)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addLayout(buttons)
        column.addWidget(self.count)

    def _word_field(self) -> None:
        if self._jumps:
            words = self.tr("Number or id of a group")
            self.field.setAccessibleName(words)
        else:
            words = self.tr("Search names and captions")
            self.field.setAccessibleName(self.tr("Search the queue"))
        self.field.setPlaceholderText(words)
        for button in self.field.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the field"))

    def _take_text(self, *, jumps: bool, text: str) -> None:
        self._jumps = jumps
        self._word_field()
        self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def _on_typed(self, text: str) -> None:
        if not self._jumps:
            self._queue.search(text)

    def _on_entered(self) -> None:
        text = self.field.text()
        if self._jumps and text.strip() and not self._queue.jump(text):
            self.lost.emit(text.strip())
        self._end_jump()

    def _on_dropped(self) -> None:
        if not self._jumps:
            self.field.clear()
            self._queue.search("")
        self._end_jump()

    def _end_jump(self) -> None:
        self._jumps = False
        self._word_field()
        self.field.setText(self._queue.query.text)

    def _open(self, menu: QMenu, below: QWidget) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))


def tags(queue: QueueViewModel) -> list[FilterTag]:
    """Return a tag for everything that hides rows, kinds of copy left aside."""
    return [FilterTag(choice, queue) for choice in in_force(queue)]


def _let_go(queue: QueueViewModel, choice: Choice) -> None:
    if "text" in choice.changes:
        queue.search("")
    else:
        queue.narrow(**choice.changes)


def _fill(menu: QMenu, choices: Iterable[Choice], queue: QueueViewModel) -> None:
    for choice in choices:
        words = choice.words.replace("&", "&&")
        entry: QAction = menu.addAction(words)
        if choice.rows is not None:
            entry.setText(f"{words}\t{count_text(choice.rows)}")
        entry.setCheckable(True)
        entry.setChecked(choice.is_on)
        entry.triggered.connect(lambda _on, one=choice: queue.narrow(**one.changes))
