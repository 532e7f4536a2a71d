"""The right column: fixed fact rows with their marks, and why one copy is proposed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from dedup_desk.core.records import ImageRecord
from dedup_desk.services.review_views import ClusterView
from dedup_desk.ui.models.facts_model import FactsModel
from dedup_desk.ui.theme import colours
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels import facts
from dedup_desk.ui.viewmodels.moving import MovingViewModel
from dedup_desk.ui.views.facts_table import FactsTable
from dedup_desk.ui.views.files_view import FilesView
from dedup_desk.ui.views.parts import Elided, Ink, Words, clear_layout

_REASONS = {
    facts.Weight.DECIDES: ("★", Ink.ACCENT),
    facts.Weight.SAYS: ("✓", Ink.TEXT),
    facts.Weight.FORBIDS: ("◆", Ink.INFO),
}


class FactsView(QWidget):
    """Facts above (the folder's files on their back), what only one side has, reasons below."""

    def __init__(self, model: MovingViewModel) -> None:
        super().__init__()
        self._model = model
        self.table = FactsTable(FactsModel(model.sheet))
        self.files = FilesView(model.sheet)
        self.only_here = Elided(Ink.TEXT, 0.92, lines=2)
        self._pages = QStackedLayout()
        self._title = Words(Ink.MUTED, 0.82).heavy()
        self._reasons = QWidget()
        self._list = QVBoxLayout(self._reasons)
        self._lay_out()
        model.table.changed.connect(self._on_changed)
        model.sheet.changed.connect(self._on_sheet)
        model.sheet.ordered.connect(self.table.scrollToTop)
        model.sheet.stepped.connect(self._on_stepped)
        model.sheet.turned.connect(self._on_turned)
        self._on_changed()
        self._on_sheet()

    def record_at(self, at: QPoint) -> ImageRecord | None:
        """Return the picture whose column lies at a point of the facts, or of their head."""
        side = self.table.side_at(at)
        member = self._model.table.member(side) if side is not None else None
        return member.record if member is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the column's ground."""
        QPainter(self).fillRect(event.rect(), colours(self.palette()).panel)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._on_changed()
            self._on_sheet()

    def take_fold(self, button: QWidget) -> None:
        """Show the button that folds this column, where the first line names nothing."""
        button.setParent(self)
        button.move(4, 2)
        button.resize(button.sizeHint())
        button.raise_()

    def _lay_out(self) -> None:
        self._list.setContentsMargins(0, 2, 0, 0)
        self._list.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._pages, 1)  # first: pages without a parent would open as windows
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.files)
        below = QVBoxLayout()
        below.setContentsMargins(12, 8, 12, 12)
        below.setSpacing(6)
        below.addWidget(self.only_here)
        below.addWidget(self._title)
        below.addWidget(self._reasons)
        column.addLayout(below)

    def _on_sheet(self) -> None:
        words = facts.only_here(self._model.sheet.rows)
        self.only_here.setWhole(words)
        self.only_here.setToolTip(plain_tip(words))
        self.table.setAccessibleName(self.tr("Facts of A and D"))
        self.files.setAccessibleName(self.tr("Files beside A and D"))

    def _on_stepped(self, row: int) -> None:
        self._pages.setCurrentWidget(self.table)
        self.table.show_row(row)

    def _on_turned(self) -> None:
        shows_files = self._model.sheet.shows_files
        self._pages.setCurrentWidget(self.files if shows_files else self.table)

    def _on_changed(self) -> None:
        view = self._model.table.view
        found = facts.reasons(self._model.table)
        self._title.setVisible(view is not None)
        if view is not None:
            self._title.setText(self._title_of(view))
        clear_layout(self._list)
        for reason in found:
            sign, ink = _REASONS[reason.weight]
            line = Words(ink, 0.92).wrapped()
            line.setText(f"{sign} {reason.text}")
            self._list.addWidget(line)

    def _title_of(self, view: ClusterView) -> str:
        if view.void is not None:
            return self.tr("NOTHING IS PROPOSED ANY MORE")
        if view.proposal.canonical is None:
            return self.tr("NOTHING IS PROPOSED")
        return self.tr("WHY THIS ONE IS PROPOSED")
