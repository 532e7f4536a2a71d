"""The facts of the two pictures shown, as a Qt table model with rows that never move."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from dedup_desk.core.fact_rows import FACTS, ORDERS, FactRow
from dedup_desk.core.messages import message
from dedup_desk.ui.text import worded
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels import facts
from dedup_desk.ui.viewmodels.fact_sheet import FactSheet

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NAME, LEFT, RIGHT, MARK = range(4)
COLUMNS = 4

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class FactsModel(QAbstractTableModel):
    """Fact, A, D, mark; every row of `FACTS` is always there."""

    def __init__(self, sheet: FactSheet) -> None:
        super().__init__()
        self._sheet = sheet
        sheet.changed.connect(self._on_changed)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Always as many as there are facts."""
        return 0 if parent.isValid() else len(FACTS)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:
        """Fact, A, D, mark."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a cell's words, or the whole row for the delegate."""
        at, column = index.row(), index.column()
        if not index.isValid() or not (0 <= at < len(FACTS) and 0 <= column < COLUMNS):
            return None
        if role == Qt.ItemDataRole.DisplayRole and column == NAME:
            return worded(message(ORDERS[self._sheet.order][at].name))
        answer = _ANSWERS.get(int(role))
        row = self._sheet.rows[at] if self._sheet.rows else None
        return answer(row, column) if answer is not None and row is not None else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> Any:
        """Name the columns by the letters of the panes."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return ("", "A", "D", "")[section]
        return None

    @Slot()
    def _on_changed(self) -> None:
        last = self.index(len(FACTS) - 1, COLUMNS - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def spoken(row: FactRow) -> str:
    """Return a row as it is read out: whole values, where each was read, how they compare."""
    lines = [worded(row.name)]
    for letter, cell, source in zip("AD", (row.left, row.right), row.sources, strict=True):
        lines.append(f"{letter}: {facts.cell_text(cell)}")
        if cell:
            lines.append(f"    {worded(source)}")
    return "\n".join((*lines, *facts.mark_words(row)))


def _cell(row: FactRow, column: int) -> str:
    if column == MARK:
        return facts.mark_text(row)
    return facts.cell_text(row.left if column == LEFT else row.right)


_ANSWERS: Mapping[int, Callable[[FactRow, int], object]] = {
    ROW_ROLE: lambda row, _column: row,
    int(Qt.ItemDataRole.DisplayRole): _cell,
    int(Qt.ItemDataRole.ToolTipRole): lambda row, _column: plain_tip(spoken(row)),
    int(Qt.ItemDataRole.AccessibleTextRole): lambda row, _column: spoken(row),
}
"""What a cell answers, by the role it is asked for."""
