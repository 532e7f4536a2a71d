"""The history screen: the decision history, newest first, and where a file of it is now."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from dedup_desk.core.whereabouts import Whereabouts
from dedup_desk.ui.models.lines import LinesModel
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.amounts import count_text, counted_text
from dedup_desk.ui.viewmodels.history import PARTS, HistoryViewModel
from dedup_desk.ui.viewmodels.history_choices import Choice
from dedup_desk.ui.views.fields import Chooser, TextField
from dedup_desk.ui.views.history_acts_bar import HistoryActsBar
from dedup_desk.ui.views.parts import Card, FlatButton, Ink, Words
from dedup_desk.ui.views.tables import LinesTable, Shape

_INKS: Mapping[str, Ink] = {Whereabouts.SET_ASIDE: Ink.INFO, Whereabouts.ON_ITS_WAY: Ink.DANGER}
_FILES_SHOWN = 6
_ENTRY_PX = 200


class HistoryView(QWidget):
    """Lays the history screen out."""

    def __init__(self, view_model: HistoryViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._title = Words(Ink.TEXT, 1.2).heavy()
        self.save, self.copy = FlatButton(), FlatButton()
        self._explanation = Words(Ink.MUTED).wrapped()
        self.field = TextField()
        self.field.setClearButtonEnabled(True)
        self.choosers = tuple(Chooser() for _ in PARTS)
        self.found = Words(Ink.MUTED).wrapped()
        self.count = Words(Ink.MUTED)
        self._lines, self._files = LinesModel(right=(4,)), LinesModel()
        self.table = LinesTable(self._lines, Shape(wide=(3,), paths=()))
        self.files = LinesTable(
            self._files, Shape(wide=(0, 1, 2), paths=(0, 1, 2), inks=_INKS, marked=1)
        )
        self.acts = HistoryActsBar(view_model.acts)
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.field.textChanged.connect(view_model.search)
        for part, chooser in zip(PARTS, self.choosers, strict=True):
            chooser.activated.connect(partial(self._choose, part))
        self.save.clicked.connect(self._ask_where)
        self.copy.clicked.connect(view_model.copy_wanted)
        view_model.copied.connect(lambda sheet: QGuiApplication.clipboard().setText(sheet))
        view_model.changed.connect(self.refresh)
        view_model.searching_changed.connect(self._count)
        self.refresh()

    def focus_default(self) -> None:
        """Give the keyboard to the list."""
        self.table.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._view_model.reword()
            self.refresh()

    def refresh(self) -> None:
        """Show the events of this moment; the chosen one stays chosen."""
        chosen = self._view_model.chosen_line()
        self._show_lines()
        self.table.selectRow(chosen) if chosen >= 0 else self._view_model.choose_entry(-1)
        self._word()
        self._count()
        if self.field.text().strip() != self._view_model.query.text:
            self.field.setText(self._view_model.query.text)  # another project
        self._show_found()
        self._show_choices()

    def _lay_out(self) -> None:
        card = Card()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for chooser in self.choosers:
            row.addWidget(chooser)
        below: tuple[QWidget, ...] = (self.found, self.files, self.count)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._title, 1)
        for button in (self.copy, self.save):
            top.addWidget(button)
        card.body.addLayout(top)
        card.body.addWidget(self._explanation)
        card.body.addSpacing(6)
        card.body.addLayout(row)
        for part in below:
            card.body.addWidget(part)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(self.acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(card)

    def _word(self) -> None:
        self._title.setText(self.tr("Decision history"))
        self._word_receipt()
        self._explanation.setText(
            counted_text(
                self._view_model.total,
                self.tr("{count} event, newest first."),
                self.tr("{count} events, newest first."),
            )
            + " "
            + self.tr(
                "Nothing in it is ever changed: taking something back is an event of its own. "
                "Names are self-declared; each line carries the beginning of its hash."
            )
        )
        self.field.setPlaceholderText(self.tr("Where is it now? Part of an old path, or of a note"))
        self.field.setAccessibleName(self.tr("Search files by an old path"))
        for button in self.field.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the field"))
        self.table.setAccessibleName(self._title.text())
        self.files.setAccessibleName(self.tr("Where the files are now"))
        when, who = self.tr("When"), self.tr("Who")
        what, about = self.tr("What"), self.tr("About")
        self._lines.set_headings((when, who, what, about, self.tr("No."), self.tr("Hash")))
        path, now = self.tr("Path as it was"), self.tr("Where it is now")
        self._files.set_headings((path, now, self.tr("Kept in its stead"), when, who))

    def _word_receipt(self) -> None:
        self.save.setText(self.tr("Save receipt…"))
        self.copy.setText(self.tr("Copy receipt"))
        for button in (self.save, self.copy):
            button.setEnabled(self._view_model.total > 0)
            button.setToolTip(
                plain_tip(
                    self.tr(
                        "One sheet with the number of entries and the hash of the history as it "
                        "is now. Kept elsewhere, it tells later whether anything was removed."
                    )
                )
            )

    def _ask_where(self) -> None:
        names = self.tr("Text") + " (*.txt)"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save receipt"), "receipt.txt", names)
        if path:
            self._view_model.receipt_wanted.emit(os.fsencode(path))

    def _count(self) -> None:
        """Say how many events are shown, where that is not all."""
        model = self._view_model
        said = self.tr("{shown} of {total} events shown").format(
            shown=count_text(model.count), total=count_text(model.total)
        )
        self.count.setText(self.tr("Searching…") if model.is_searching else said)
        self.count.setVisible(model.is_filtered)

    def _show_lines(self) -> None:
        """Give both lists their lines before anything is laid out: lines of old counts are gone."""
        model = self._view_model
        self._lines.set_lines(model.count, self._line)
        self._files.set_lines(
            model.file_count, self._file_line, lambda at: model.file_row(at).whereabouts
        )

    def _on_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():  # other lines come: nothing is current for a moment
            self._view_model.choose_entry(now.row())

    def _show_found(self) -> None:
        model = self._view_model
        count = model.file_count
        rows = min(count, _FILES_SHOWN) * self.files.verticalHeader().defaultSectionSize()
        self.files.setFixedHeight(rows + self.files.horizontalHeader().sizeHint().height() + 4)
        self.files.setVisible(count > 0)
        self.found.setVisible(bool(model.query.text))
        none = self.tr(
            "The history names no file whose path held these words: nothing was decided about it "
            "and nothing was moved from there."
        )
        if model.count and not count:
            none = self.tr("No path held these words; the entries below say them otherwise.")
        some = counted_text(
            count,
            self.tr("{count} file. What somebody moved by other means is not known here."),
            self.tr("{count} files. What somebody moved by other means is not known here."),
        )
        self.found.setText(some if count else none)

    def _show_choices(self) -> None:
        model, names = self._view_model, (self.tr("By whom"), self.tr("What kind"), self.tr("When"))
        for at, choices in enumerate(model.choices()):
            chooser, wanted = self.choosers[at], getattr(model.query, PARTS[at])
            values = [one.value for one in choices]
            chooser.show_entries([self._entry(one) for one in choices], values.index(wanted))
            chooser.setAccessibleName(names[at])
            chooser.setToolTip(plain_tip(choices[values.index(wanted)].words))

    def _entry(self, choice: Choice) -> str:
        words = self.fontMetrics().elidedText(choice.words, Qt.TextElideMode.ElideMiddle, _ENTRY_PX)
        return f"{words} ({count_text(choice.events)})"

    def _choose(self, part: str, at: int) -> None:
        choice = self._view_model.choices()[PARTS.index(part)][at]
        self._view_model.narrow(**{part: choice.value})

    def _line(self, at: int) -> tuple[str, ...]:
        row = self._view_model.row(at)
        return (row.when, row.who, row.what, row.about, row.number, row.hash)

    def _file_line(self, at: int) -> tuple[str, ...]:
        row = self._view_model.file_row(at)
        return (row.path, row.now, row.kept, row.when, row.who)
