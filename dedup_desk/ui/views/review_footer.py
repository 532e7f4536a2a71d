"""The last line: what Enter decides, the keys, when it was saved, and that nothing moves here."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dedup_desk.core.compare import Side
from dedup_desk.core.messages import message
from dedup_desk.ui.key_sets import shown_key
from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.viewmodels.rounds import KEEP_WINNER
from dedup_desk.ui.viewmodels.wording import accept_words
from dedup_desk.ui.views.parts import FlatButton, Ink, Role, Words, paint_key, sized

HINTS = (
    "keep_left",
    "keep_right",
    "retire_member",
    "variant",
    "not_duplicate",
    "unsure",
    "next_group",
    "note",
    "undo",
    "show_keys",
)
"""Actions whose keys are shown, most needed first; what does not fit is on the key card."""

ROUND_HINTS = ("round_left", "round_right", "round_later", "leave")
"""The same while a round is on: nothing else is answered then."""


class KeyHints(QWidget):
    """Key caps with their words, as many as fit."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._all = actions
        self._shown: tuple[str, ...] = HINTS
        for id_ in (*HINTS, *ROUND_HINTS):
            actions[id_].changed.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_hints(self, ids: tuple[str, ...]) -> None:
        """Show the keys of these actions."""
        self._shown = ids
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        """The words beside the keys, as far as there is room for them."""
        return tuple(self._all[id_].text().replace("&", "") for id_ in self._shown)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint caps and words until the line is full."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inks = colours(self.palette())
        font = sized(self.font(), 0.9)
        metrics = QFontMetricsF(font)
        left = 4.0
        for action in (self._all[id_] for id_ in self._shown):
            key, text = shown_key(action.shortcut().toString()), action.text().replace("&", "")
            cap = max(18.0, QFontMetricsF(sized(font, 0.84)).horizontalAdvance(key) + 10)
            width = cap + 5 + metrics.horizontalAdvance(text)
            if left + width > self.width():
                return
            painter.setFont(font)
            paint_key(painter, QRectF(left, 0, cap, self.height()), key, inks.text)
            painter.setFont(font)
            painter.setPen(inks.muted)
            at = QRectF(left + cap + 5, 0, width - cap, self.height())
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, text)
            left += width + 16


class ReviewFooter(QWidget):
    """Enter button, key hints, saved line."""

    def __init__(self, model: ReviewViewModel, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._model = model
        self.accept = FlatButton(Role.PRIMARY)
        self.accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.accept.setKey("Enter")
        self.accept.clicked.connect(lambda: model.accept())
        self.progress = Words(Ink.ACCENT).heavy()
        self.saved = Words(Ink.MUTED, 0.9)
        self.hints = KeyHints(actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(12)
        row.addWidget(self.progress)
        row.addWidget(self.accept)
        row.addWidget(self.hints, 1)
        row.addWidget(self.saved)
        model.table.changed.connect(self._on_changed)
        model.rounds.changed.connect(self._on_changed)
        model.saved.connect(self._say_saved)
        self._on_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and a line above it."""
        painter = QPainter(self)
        inks = colours(self.palette())
        painter.fillRect(event.rect(), inks.panel)
        painter.fillRect(0, 0, self.width(), 1, inks.line)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_changed()

    def _on_changed(self) -> None:
        round_ = self._model.rounds.round
        self.progress.setVisible(round_ is not None)
        self.hints.show_hints(HINTS if round_ is None else ROUND_HINTS)
        if round_ is None:
            self._offer_proposal()
        else:
            self._offer_winner()
        self._say_saved()

    def _offer_winner(self) -> None:
        """In a round: how far it is, and its winner once there is one."""
        rounds = self._model.rounds
        self.progress.setText(worded(rounds.progress) if rounds.progress else "")
        self.accept.setVisible(rounds.winner is not None)
        self.accept.setEnabled(True)
        if rounds.winner is not None:
            self._state(worded(message(KEEP_WINNER, file=rounds.winner.record.place.name)))

    def _offer_proposal(self) -> None:
        view, table = self._model.table.view, self._model.table
        offered = table.offered()
        self.accept.setVisible(view is not None)
        self.accept.setEnabled(bool(offered))
        left = table.member(Side.LEFT)
        if view is not None and left is not None:
            self._state(worded(accept_words(view, offered, left.record)))

    def _state(self, words: str) -> None:
        self.accept.setText(words)
        self.accept.setToolTip(plain_tip(words))

    def _say_saved(self) -> None:
        saved = self._model.session.saved_at
        nothing_moves = self.tr("nothing is moved here")
        self.saved.setText(
            nothing_moves
            if saved is None
            else self.tr("saved {time} · {nothing_moves}").format(
                time=saved.astimezone().strftime("%H:%M:%S"), nothing_moves=nothing_moves
            )
        )
