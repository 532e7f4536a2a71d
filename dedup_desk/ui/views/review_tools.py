"""The line above the panes: modes and zoom with their keys, and how well the pair is aligned."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dedup_desk.core.compare import CompareMode
from dedup_desk.ui.text import word
from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels import facts, wording
from dedup_desk.ui.viewmodels.moving import MovingViewModel
from dedup_desk.ui.views.parts import Elided, FlatButton, Ink, Role, Words
from dedup_desk.ui.views.tips import plain_tip

MODES = {
    CompareMode.SIDE_BY_SIDE: "mode_side_by_side",
    CompareMode.BLINK: "mode_blink",
    CompareMode.DIFFERENCE: "mode_difference",
}
TOOLS = ("fit", "actual_pixels", "next_change")


class ReviewTools(QWidget):
    """Mode and zoom buttons; every one does what its action does."""

    def __init__(self, model: MovingViewModel, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self._model, self._actions = model, actions
        self._alignment = Words(Ink.MUTED, 0.9)
        self._alignment.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._buttons: dict[str, FlatButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 10, 4)
        row.setSpacing(2)
        for id_ in MODES.values():
            row.addWidget(self._button(id_))
        row.addStretch(1)
        row.addWidget(self._alignment, 4)
        row.addSpacing(8)
        for id_ in TOOLS:
            row.addWidget(self._button(id_))
        model.compare.mode_changed.connect(self._on_changed)
        model.compare.changed.connect(self._on_changed)
        self._on_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for id_, button in self._buttons.items():
                button.setText(self._actions[id_].text())
            self._on_changed()

    def _button(self, id_: str) -> FlatButton:
        action = self._actions[id_]
        button = FlatButton(Role.QUIET)
        button.setText(action.text())
        button.setKey(action.shortcut().toString())
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(action.trigger)
        self._buttons[id_] = button
        return button

    def _on_changed(self) -> None:
        compare = self._model.compare
        for mode, id_ in MODES.items():
            role = Role.PLAIN if mode is compare.mode else Role.QUIET
            if self._buttons[id_].role is not role:
                self._buttons[id_].role = role
                self._buttons[id_].update()
        words = self._words()
        if words != self._alignment.text():
            self._alignment.setText(words)

    def _words(self) -> str:
        compare = self._model.compare
        if compare.pair is None or compare.state is None:
            return ""
        parts = [word(wording.alignment(compare.pair, compare.state))]
        if compare.mode is CompareMode.DIFFERENCE:
            answer = compare.answer
            found = self.tr("comparing…")
            parts.insert(0, word(wording.difference_found(answer.found)) if answer else found)
        return " · ".join(parts)


class StatementLine(QWidget):
    """Kind and loss in plain words under the panes."""

    def __init__(self, model: MovingViewModel) -> None:
        super().__init__()
        self._model = model
        self._kind = Words(Ink.ACCENT).heavy()
        self._text = Elided()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(14)
        row.addWidget(self._kind)
        row.addWidget(self._text, 1)
        model.table.changed.connect(self._on_changed)
        self._on_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_changed()

    def _on_changed(self) -> None:
        statement = facts.statement_of(self._model.table)
        self._kind.setText(statement.kind)
        self._kind.setToolTip(plain_tip(statement.figure))
        self._text.setWhole(statement.text)
        self._text.setToolTip(plain_tip(statement.text))
