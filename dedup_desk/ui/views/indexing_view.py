"""The indexing screen: what is being read, how far it has come, and two ways to interfere."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from dedup_desk.ui.viewmodels.indexing import IndexingViewModel, Phase, StageRow
from dedup_desk.ui.views.bars import ShareBar
from dedup_desk.ui.views.parts import Card, Elided, FlatButton, Ink, Role, Words, clear_layout

_ENDED = (Phase.STOPPED, Phase.FAILED)
_WIDTH_PX = 760


class IndexingView(QWidget):
    """Lays the indexing screen out; `go_on` and `look` are shown after a stop, for the window."""

    def __init__(self, view_model: IndexingViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self.headline = Words(Ink.TEXT, 1.5).heavy().wrapped()
        self.explanation = Words(Ink.MUTED).wrapped()
        self.bar = ShareBar(14)
        self.amounts = Words(Ink.TEXT)
        self.percentage = Words(Ink.TEXT).heavy()
        self.current = Elided(Ink.MUTED, 0.95)
        self.pause = FlatButton()
        self.stop = FlatButton()
        self.go_on = FlatButton(Role.PRIMARY)
        self.look = FlatButton()
        self._stages = QGridLayout()
        self._shown: tuple[StageRow, ...] = ()
        self._lay_out()
        self.pause.clicked.connect(view_model.toggle_pause)
        self.stop.clicked.connect(view_model.stop)
        view_model.changed.connect(self.refresh)
        self._retranslate()
        self.refresh()

    def focus_default(self) -> None:
        """Give the keyboard to the harmless button."""
        (self.go_on if self._view_model.phase in _ENDED else self.pause).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._shown = ()
            self.refresh()

    def refresh(self) -> None:
        """Show what the view-model says now."""
        model = self._view_model
        self.headline.setText(model.headline)
        self.headline.setInk(Ink.DANGER if model.phase is Phase.FAILED else Ink.TEXT)
        self.explanation.setText(model.explanation)
        self.bar.set_share(model.share)
        self.percentage.setText("" if model.share is None else f"{model.share:.0%}")
        self.amounts.setText(model.amounts)
        self.current.setWhole(model.current)
        self._show_buttons(model.phase)
        if model.stages != self._shown:
            self._show_stages(model.stages)

    def _show_buttons(self, phase: Phase) -> None:
        ended = phase in _ENDED
        self.pause.setText(self.tr("Go on") if phase is Phase.PAUSED else self.tr("Pause"))
        for button in (self.pause, self.stop):
            button.setVisible(not ended)
            button.setEnabled(phase in (Phase.RUNNING, Phase.PAUSED))
        self.go_on.setVisible(ended)
        self.look.setVisible(ended)

    def _show_stages(self, stages: tuple[StageRow, ...]) -> None:
        if [row.title for row in stages] != [row.title for row in self._shown]:
            clear_layout(self._stages)
            for at, row in enumerate(stages):
                for column in range(3):
                    self._stages.addWidget(
                        Words(Ink.TEXT if row.is_current else Ink.MUTED), at, column
                    )
        for at, row in enumerate(stages):
            for column, text in enumerate(("▸" if row.is_current else "✓", row.title, row.amount)):
                item = self._stages.itemAtPosition(at, column)
                label = item.widget() if item else None
                if isinstance(label, Words):
                    label.setText(text)
        self._shown = stages

    def _retranslate(self) -> None:
        self.stop.setText(self.tr("Stop, keep what is read"))
        self.go_on.setText(self.tr("Go on reading"))
        self.look.setText(self.tr("Show what is known so far"))
        self.bar.setAccessibleName(self.tr("Progress"))

    def _lay_out(self) -> None:
        card = Card()
        card.setFixedWidth(_WIDTH_PX)
        card.body.setContentsMargins(32, 28, 32, 28)
        card.body.setSpacing(8)
        card.body.addWidget(self.headline)
        card.body.addWidget(self.explanation)
        card.body.addSpacing(14)
        card.body.addWidget(self.bar)
        card.body.addLayout(_row(self.amounts, None, self.percentage))
        card.body.addWidget(self.current)
        card.body.addSpacing(10)
        card.body.addLayout(self._stages)
        card.body.addSpacing(18)
        card.body.addLayout(_row(self.go_on, self.look, self.pause, self.stop, None))
        self._stages.setColumnStretch(1, 1)
        self._stages.setHorizontalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.addStretch(2)
        column.addLayout(_row(None, card, None))
        column.addStretch(3)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return widgets side by side; None is a stretch."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
