"""One sentence across the window: what went wrong or was done, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from dedup_desk.ui import resources
from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.views.parts import FlatButton, Ink, Role, Words, ink_colour

_LOOKS = {
    Tone.PROBLEM: ("state_warn", Ink.DANGER),
    Tone.DONE: ("state_good", Ink.GOOD),
    Tone.TOLD: ("state_info", Ink.INFO),
}


class MessageBar(QWidget):
    """Shows the latest notice until it is dismissed or another comes.

    Signals:
        dismissed(): the person closed it.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.TOLD
        self._sign = QLabel()
        self._sign.setFixedSize(20, 20)
        self.words = Words().wrapped()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.act = FlatButton()
        self.act.clicked.connect(self._take)
        self._action: QAction | None = None
        self._notice: Notice | None = None
        self._close = FlatButton(Role.QUIET)
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self._retranslate()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.dismiss)
        self.hide()

    def show_notice(self, notice: Notice, action: QAction | None = None) -> None:
        """Show `notice` in place of an earlier one, with a button for what may be wanted now."""
        self._tone, self._action, self._notice = notice.tone, action, notice
        self._word_action()
        self._word_notice()
        self._draw_sign()
        self.show()
        self.update()

    def fade(self) -> None:
        """Hide what was only told; a problem stays until somebody closes it."""
        if self._tone is not Tone.PROBLEM:
            self.hide()

    def dismiss(self) -> None:
        """Hide the bar."""
        self.hide()
        self.dismissed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._draw_sign()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the stripe of the tone."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours(self.palette()).raised)
        stripe = QRectF(0, 0, 4, self.height())
        painter.fillRect(stripe, ink_colour(self.palette(), _LOOKS[self._tone][1]))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.act)
        row.addWidget(self._close)

    def _draw_sign(self) -> None:
        name, ink = _LOOKS[self._tone]
        drawn = resources.icon(name, ink_colour(self.palette(), ink).name())
        self._sign.setPixmap(drawn.pixmap(20, 20))

    def _word_notice(self) -> None:
        if self._notice is not None:
            self.words.setText(self._notice.text)
            self.setAccessibleName(self._notice.text)

    def _retranslate(self) -> None:
        self._word_notice()
        self._close.setText(self.tr("Close"))
        self._word_action()

    def _word_action(self) -> None:
        self.act.setVisible(self._action is not None)
        if self._action is not None:
            self.act.setText(self._action.text().replace("&", ""))
            self.act.setKey(self._action.shortcut().toString())

    def _take(self) -> None:
        action = self._action
        self.hide()
        if action is not None:
            action.trigger()
