"""The history screen: the decision history, newest first."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dedup_desk.ui.models.lines import LinesModel
from dedup_desk.ui.viewmodels.amounts import counted_text
from dedup_desk.ui.viewmodels.history import HistoryViewModel
from dedup_desk.ui.views.parts import Card, Ink, Words
from dedup_desk.ui.views.tables import LinesTable, Shape


class HistoryView(QWidget):
    """Lays the history screen out."""

    def __init__(self, view_model: HistoryViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._title = Words(Ink.TEXT, 1.2).heavy()
        self._explanation = Words(Ink.MUTED).wrapped()
        self._lines = LinesModel(right=(4,))
        self.table = LinesTable(self._lines, Shape(wide=(3,), paths=()))
        card = Card()
        for widget in (self._title, self._explanation):
            card.body.addWidget(widget)
        card.body.addSpacing(6)
        card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(card)
        view_model.changed.connect(self.refresh)
        self.refresh()

    def focus_default(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def refresh(self) -> None:
        """Show the events of this moment."""
        model = self._view_model
        self._title.setText(self.tr("Decision history"))
        self._explanation.setText(
            counted_text(
                model.count,
                self.tr("{count} event, newest first."),
                self.tr("{count} events, newest first."),
            )
            + " "
            + self.tr(
                "Nothing in it is ever changed: taking something back is an event of its own. "
                "Names are self-declared; each line carries the beginning of its hash."
            )
        )
        self.table.setAccessibleName(self._title.text())
        self._lines.set_headings(
            (
                self.tr("When"),
                self.tr("Who"),
                self.tr("What"),
                self.tr("About"),
                self.tr("No."),
                self.tr("Hash"),
            )
        )
        self._lines.set_lines(model.count, self._line)

    def _line(self, at: int) -> tuple[str, ...]:
        row = self._view_model.row(at)
        return (row.when, row.who, row.what, row.about, row.number, row.hash)
