"""What is in quarantine, and putting it back: one image, one batch, or all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from dedup_desk.core.journal import Operation
from dedup_desk.ui.models.lines import LinesModel
from dedup_desk.ui.viewmodels.amounts import count_text, counted_text
from dedup_desk.ui.viewmodels.retire import RetireViewModel
from dedup_desk.ui.viewmodels.retire_rows import held_line
from dedup_desk.ui.views.parts import Card, FlatButton, Ink, Words
from dedup_desk.ui.views.tables import LinesTable, Shape


class QuarantinePanel(Card):
    """A list and three buttons; nothing is ever overwritten by putting back."""

    def __init__(self, view_model: RetireViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self._held: tuple[Operation, ...] = ()
        self._is_idle = True
        self._title = Words(Ink.TEXT, 1.1).heavy()
        self._explanation = Words(Ink.MUTED).wrapped()
        self._lines = LinesModel(right=(3,))
        self.table = LinesTable(self._lines, Shape(wide=(0, 1), paths=(0, 1)))
        self.one, self.batch, self.all = FlatButton(), FlatButton(), FlatButton()
        self.body.addWidget(self._title)
        self.body.addWidget(self._explanation)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(0)
        row = QHBoxLayout()
        for button in (self.one, self.batch, self.all):
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.one.clicked.connect(self._put_back_one)
        self.batch.clicked.connect(self._put_back_batch)
        self.all.clicked.connect(view_model.put_back_all)
        self.table.selectionModel().currentRowChanged.connect(self._show_buttons)

    def show_held(self, held: Sequence[Operation], *, is_idle: bool) -> None:
        """Show what is in quarantine; newest first."""
        self._is_idle = is_idle
        if tuple(reversed(held)) != self._held:
            self._held = tuple(reversed(held))
            self._lines.set_lines(len(self._held), self._line)
            self.table.setVisible(bool(self._held))
            self.table.selectRow(0)
        self._show_buttons()

    def retranslate(self) -> None:
        """Word everything anew."""
        self._lines.set_headings(
            (self.tr("Image"), self.tr("Kept copy"), self.tr("Batch"), self.tr("Size"))
        )
        self.table.setAccessibleName(self.tr("In quarantine"))
        self._explanation.setText(
            self.tr(
                "An image goes back to its own name, with its bytes and times. If that name is "
                "taken now, it stays in quarantine and the reason is told; nothing is overwritten."
            )
        )
        self.one.setText(self.tr("Put back this image"))
        self._show_buttons()

    def _show_buttons(self) -> None:
        operation, count = self._current(), len(self._held)
        self._title.setText(
            counted_text(
                count,
                self.tr("{count} image in quarantine"),
                self.tr("{count} images in quarantine"),
            )
        )
        of_batch = sum(one.batch == operation.batch for one in self._held) if operation else 0
        self.batch.setText(
            self.tr("Put back its batch ({count})").format(count=count_text(of_batch))
        )
        self.all.setText(self.tr("Put back all ({count})").format(count=count_text(count)))
        self.one.setEnabled(self._is_idle and operation is not None)
        self.batch.setEnabled(self._is_idle and operation is not None)
        self.all.setEnabled(self._is_idle and count > 0)

    def _line(self, at: int) -> tuple[str, ...]:
        line = held_line(self._held[at])
        return (line.image, line.kept, line.batch, line.size)

    def _current(self) -> Operation | None:
        row = self.table.currentIndex().row()
        return self._held[row] if 0 <= row < len(self._held) else None

    def _put_back_one(self) -> None:
        operation = self._current()
        if operation is not None:
            self._view_model.put_back_one(operation)

    def _put_back_batch(self) -> None:
        operation = self._current()
        if operation is not None:
            self._view_model.put_back_batch(operation.batch)
