"""The line below the panes: what D is of A and lacks of it, and what the mode shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from dedup_desk.ui.text import worded
from dedup_desk.ui.theme import colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels import facts
from dedup_desk.ui.viewmodels.compare_words import mode_words
from dedup_desk.ui.viewmodels.grid_words import grid_words
from dedup_desk.ui.viewmodels.many import ManyViewModel
from dedup_desk.ui.viewmodels.sight import PairShown
from dedup_desk.ui.views.parts import Elided, Ink, Words


class StatementLine(QWidget):
    """Under the panes: the kind and the loss in plain words, then what the mode shows.

    Three lines, whoever needs them: where the mode has nothing to say, the loss has its line too.
    """

    def __init__(self, model: ManyViewModel) -> None:
        super().__init__()
        self._model = model
        self._kind = Words(Ink.ACCENT).heavy()
        self._text = Elided(lines=2)
        self._mode = Elided(Ink.MUTED, 0.9)
        self._said = ""
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 12, 6)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.addWidget(self._kind, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._mode, 1, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        self._pair: PairShown | None = None
        model.table.changed.connect(self._on_table)
        model.compare.changed.connect(self._on_compare)
        for one in (model.aligning.changed, model.grid.changed, model.grid.turned):
            one.connect(self._on_compare)
        model.rounds.changed.connect(self._on_compare)
        self._on_table()
        self._share_lines()
        self.setFixedHeight(grid.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_table()
            self._on_compare()

    @property
    def words(self) -> str:
        """What the line says of the mode: what is on top, what differs, what to click next."""
        return self._said

    def _on_table(self) -> None:
        self._pair = self._shown
        statement = facts.statement_shown(self._model.table, self._pair)
        self._kind.setText(statement.kind)
        self._kind.setToolTip(plain_tip(statement.figure))
        self._text.setWhole(statement.text)
        self._text.setToolTip(plain_tip(statement.text))

    @property
    def _shown(self) -> PairShown | None:
        """The pages before the eye; a grid shows the first ones."""
        return None if self._model.grid.is_open else self._model.compare.pair

    def _on_compare(self) -> None:
        if self._shown is not self._pair:  # another page, or what was found of it
            self._on_table()
        words = self._words()
        if words != self._said:  # also called for every step of a drag
            self._said = words
            self._mode.setWhole(words)
            self._mode.setToolTip(plain_tip(words))
            self._share_lines()

    def _share_lines(self) -> None:
        self._mode.setVisible(bool(self._said))
        self._text.setLines(2 if self._said else 3)

    def _words(self) -> str:
        said = self._model.aligning.words or self._model.rounds.words
        said = said or grid_words(self._model.grid) or mode_words(self._model.compare)
        return worded(said) if said is not None else ""
