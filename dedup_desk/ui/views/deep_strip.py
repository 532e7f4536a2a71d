"""The strip about the deep pass: wanted or not, how far it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from dedup_desk.ui.viewmodels.deep import DeepViewModel
from dedup_desk.ui.views.bars import ShareBar
from dedup_desk.ui.views.fields import Tick
from dedup_desk.ui.views.parts import Card, Elided, Ink


class DeepStrip(Card):
    """One row: the tick, the bar while it runs, and where it is in words."""

    def __init__(self, view_model: DeepViewModel, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            self.setParent(parent)
        self._view_model = view_model
        self.tick = Tick()
        self.bar = ShareBar(8)
        self.line = Elided(Ink.MUTED, 0.95)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.tick)
        row.addWidget(self.bar, 2)
        row.addWidget(self.line, 3)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.addLayout(row)
        self.tick.toggled.connect(self._toggled)
        view_model.changed.connect(self.refresh)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def refresh(self) -> None:
        """Show what the view-model says now."""
        model = self._view_model
        self.tick.setText(self.tr("Also look for crops, borders and re-scans (deep pass)"))
        self.tick.setChecked(model.is_wanted)
        self.tick.setEnabled(model.is_possible)
        self.bar.setAccessibleName(self.tr("Progress of the deep pass"))
        self.bar.setVisible(model.is_running)
        self.bar.set_share(model.share)
        self.line.setWhole(model.line)

    def _toggled(self, is_on: bool) -> None:
        if is_on != self._view_model.is_wanted:
            self._view_model.is_wanted = is_on
