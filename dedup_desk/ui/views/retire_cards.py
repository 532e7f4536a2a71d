"""The panels of the "Set aside" screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dedup_desk.ui.theme import colours
from dedup_desk.ui.viewmodels.retire_rows import Check, Mark, StepCard, StepState
from dedup_desk.ui.views.fields import TextField, Tick
from dedup_desk.ui.views.parts import Card, Ink, Words, clear_layout, place

MARK_INKS = {
    Mark.PLANNED: Ink.MUTED,
    Mark.GOOD: Ink.GOOD,
    Mark.STAYS: Ink.DANGER,
    Mark.ALARM: Ink.DANGER,
}
_SIGNS = {Mark.PLANNED: "·", Mark.GOOD: "✓", Mark.STAYS: "✗", Mark.ALARM: "⚠"}


class StepPanel(Card):
    """One step: a title, a sentence, and a line below that tells how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._state = StepState.TO_DO
        self._title = Words().heavy()
        self._text = Words(Ink.MUTED, 0.95).wrapped()
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.body.setContentsMargins(14, 10, 14, 12)
        self.body.setSpacing(2)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text, 1)

    def show_step(self, step: StepCard) -> None:
        """Show `step`."""
        self._state = step.state
        sign = {StepState.DONE: " ✓", StepState.BLOCKED: " ✗"}.get(step.state, "")
        self._title.setText(step.title + sign)
        self._text.setText(step.text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel and its line."""
        super().paintEvent(event)
        colour = self._line_colour()
        if colour is not None:
            painter = QPainter(self)
            painter.fillRect(QRectF(6, self.height() - 3, self.width() - 12, 3), colour)

    def _line_colour(self) -> QColor | None:
        inks = colours(self.palette())
        table = {
            StepState.DONE: inks.good,
            StepState.NOW: inks.accent,
            StepState.BLOCKED: inks.danger,
        }
        return table.get(self._state)


class ChecksCard(Card):
    """What holds before anything moves, what is there afterwards, and who takes on what.

    Signals:
        acknowledged(str): a person's name, or "" where it was taken back.
    """

    acknowledged = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumWidth(300)
        self._before_title = Words(Ink.MUTED, 0.92).heavy()
        self._checks = QGridLayout()
        self._references_title = Words(Ink.MUTED, 0.92).heavy()
        self._references = Words(Ink.DANGER).wrapped()
        self.tick = Tick()
        self.name = TextField()
        self._after_title = Words(Ink.MUTED, 0.92).heavy()
        self._after = QGridLayout()
        self._shown: tuple[tuple[Check, ...], tuple[str, ...]] = ((), ())
        self._lay_out()
        self.tick.toggled.connect(self._tell)
        self.name.textChanged.connect(self._tell)

    def show_checks(self, checks: tuple[Check, ...], afterwards: tuple[str, ...]) -> None:
        """Show what holds, and what is there afterwards."""
        shown = (checks, afterwards)
        if shown != self._shown:  # progress comes often, and new labels flicker
            self._shown = shown
            _fill(self._checks, [(check.mark, check.text) for check in checks])
            _fill(self._after, [(Mark.PLANNED, text) for text in afterwards])

    def forget_acknowledgement(self) -> None:
        """Take the tick out: it counts for one batch only."""
        self.tick.setChecked(False)

    def retranslate(self) -> None:
        """Word everything anew."""
        self._before_title.setText(self.tr("Before anything moves"))
        self._after_title.setText(self.tr("Afterwards"))
        self._references_title.setText(self.tr("References"))
        self._references.setText(
            self.tr(
                "NOT CHECKED: no source (website, catalogue) is configured. Nobody knows what "
                "still points at these images."
            )
        )
        self.tick.setText(self.tr("I take this on for this batch:"))
        self.name.setPlaceholderText(self.tr("your name"))
        self.name.setAccessibleName(self.tr("Name of the person who takes it on"))

    def _tell(self) -> None:
        self.acknowledged.emit(self.name.text() if self.tick.isChecked() else "")

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 12, 14)
        column.addWidget(self._before_title)
        column.addLayout(self._checks)
        column.addSpacing(10)
        for widget in (self._references_title, self._references, self.tick, self.name):
            column.addWidget(widget)
        column.addSpacing(10)
        column.addWidget(self._after_title)
        column.addLayout(self._after)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)  # setWidget switched it on
        self.body.setContentsMargins(0, 0, 4, 0)
        self.body.addWidget(scroll)


class OutcomeBar(QWidget):
    """What the last run did, told after the disk was read again."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = Words().heavy()
        self.words = Words().wrapped()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)

    def show_outcome(self, text: str, mark: Mark) -> None:
        """Show `text`; nothing where it is empty."""
        self._sign.setText(_SIGNS[mark])
        self._sign.setInk(MARK_INKS[mark])
        self.words.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colours(self.palette()).panel)
        painter.setPen(colours(self.palette()).line)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _fill(grid: QGridLayout, lines: Sequence[tuple[Mark, str]]) -> None:
    """Show lines with their signs; laid in one grid, so that long ones get their height."""
    clear_layout(grid)
    grid.setHorizontalSpacing(8)
    grid.setColumnStretch(1, 1)
    for at, (mark, text) in enumerate(lines):
        sign, words = Words(MARK_INKS[mark]), Words(Ink.TEXT, 0.97).wrapped()
        sign.setText(_SIGNS[mark])
        words.setText(text)
        place(grid, sign, at, 0)
        place(grid, words, at, 1)
        grid.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
