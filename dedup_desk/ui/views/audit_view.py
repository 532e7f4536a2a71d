"""The audit screen: four figures, the kinds, how sure they are, the files; then the review."""

from __future__ import annotations

import os

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QVBoxLayout, QWidget

from dedup_desk.ui.viewmodels.audit import AuditViewModel
from dedup_desk.ui.viewmodels.deep import DeepViewModel
from dedup_desk.ui.views.audit_cards import FigureCard, FilesCard, KindsCard, SurenessCard
from dedup_desk.ui.views.bottom_bar import BottomBar
from dedup_desk.ui.views.deep_strip import DeepStrip
from dedup_desk.ui.views.fields import FigureField
from dedup_desk.ui.views.parts import GAP_PX, FlatButton, Ink, Role, Words

FORMATS = ("html", "csv", "json")
"""What the audit can be written as; the suffix decides."""


class AuditView(QWidget):
    """Lays the audit screen out."""

    def __init__(self, view_model: AuditViewModel, deep: DeepViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self.deep = DeepStrip(deep)
        self.figures = tuple(FigureCard() for _ in range(4))
        self.kinds = KindsCard(view_model)
        self.sureness = SurenessCard(view_model)
        self.files = FilesCard(view_model)
        self.review = FlatButton(Role.PRIMARY)
        self.export = FlatButton()
        self.price = FigureField()
        self._price_label = Words(Ink.MUTED)
        self._loading = Words(Ink.MUTED, 1.3)
        self._loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._content = QWidget()
        self._lay_out()
        self._connect()
        self.refresh()

    def focus_default(self) -> None:
        """Give the keyboard to the button that Enter presses."""
        (self.review if self.review.isEnabled() else self.export).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter starts the review, as its button states."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and self.review.isEnabled():
            self.review.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange):
            self.refresh()

    def refresh(self) -> None:
        """Show the numbers of this moment."""
        model = self._view_model
        is_known = model.audit is not None
        self._content.setVisible(is_known)
        self._loading.setVisible(not is_known)
        self._loading.setText(self.tr("Counting…"))
        self._word_bar()
        self.review.setEnabled(is_known and not model.is_empty)
        self.export.setEnabled(is_known)
        for card, figure in zip(self.figures, model.figures, strict=False):
            card.show_figure(figure)
        for panel in (self.kinds, self.sureness, self.files):
            panel.refresh()

    def _word_bar(self) -> None:
        self.review.setText(self.tr("Start review"))
        self.review.setKey(self.tr("Enter"))
        self.export.setText(self.tr("Export audit…"))
        self._price_label.setText(self.tr("Your price for 1 GB a month"))
        self.price.setPrefix("HK$ ")
        self.price.setSpecialValueText(self.tr("not stated"))
        for widget in (self.price, self.price.lineEdit()):
            widget.setAccessibleName(self._price_label.text())

    def _connect(self) -> None:
        self._view_model.changed.connect(self.refresh)
        self.review.clicked.connect(self._view_model.review_wanted)
        self.export.clicked.connect(self._ask_where)
        self.price.valueChanged.connect(self._set_price)

    def _set_price(self, price: float) -> None:
        self._view_model.price_per_gb = price

    def _ask_where(self) -> None:
        names = ";;".join(f"{name.upper()} (*.{name})" for name in FORMATS)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export audit"), "audit.html", names)
        if path:
            self._view_model.export_wanted.emit(os.fsencode(path))

    def _lay_out(self) -> None:
        self._lay_out_grid()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._content, 1)
        column.addWidget(self._loading, 1)
        column.addWidget(self._made_bar())

    def _lay_out_grid(self) -> None:
        grid = QGridLayout(self._content)
        grid.setContentsMargins(18, 10, 18, 10)
        grid.setSpacing(GAP_PX)
        for at, card in enumerate(self.figures):
            grid.addWidget(card, 0, at * 3, 1, 3)
        grid.addWidget(self.kinds, 1, 0, 2, 7)
        grid.addWidget(self.sureness, 1, 7, 1, 5)
        grid.addWidget(self.files, 2, 7, 1, 5)
        grid.addWidget(self.deep, 3, 0, 1, 12)
        for column in range(12):
            grid.setColumnStretch(column, 1)
            grid.setColumnMinimumWidth(column, 60)
        grid.setRowStretch(1, 2)
        grid.setRowStretch(2, 5)

    def _made_bar(self) -> BottomBar:
        bar = BottomBar()
        bar.row.addWidget(self.review)
        bar.row.addWidget(self.export)
        bar.row.addStretch(1)
        bar.row.addWidget(self._price_label)
        bar.row.addWidget(self.price)
        self.price.setRange(0.0, 99.0)
        self.price.setDecimals(2)
        self.price.setSingleStep(0.01)
        self.price.setValue(self._view_model.price_per_gb)
        return bar
