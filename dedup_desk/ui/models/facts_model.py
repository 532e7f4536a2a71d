"""The facts of the two pictures shown, as a Qt table model with rows that never move."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from dedup_desk.core.fact_rows import FACTS, FactRow
from dedup_desk.core.messages import message
from dedup_desk.ui.text import worded
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels import facts
from dedup_desk.ui.viewmodels.table import TableViewModel

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
NAME, LEFT, RIGHT, MARK = range(4)
COLUMNS = 4

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class FactsModel(QAbstractTableModel):
    """Fact, A, D, mark; every row of `FACTS` is always there."""

    def __init__(self, table: TableViewModel) -> None:
        super().__init__()
        self._table = table
        self._rows: tuple[FactRow, ...] = ()
        table.changed.connect(self._on_changed)

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
        row = self._rows[at] if self._rows else None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return worded(message(FACTS[at].name)) if column == NAME else _cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and row is not None:
            return plain_tip(_tool_tip(row))
        return None

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
        self._rows = facts.rows(self._table)
        last = self.index(len(FACTS) - 1, COLUMNS - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def _cell(row: FactRow | None, column: int) -> str:
    if row is None:
        return ""
    if column == MARK:
        return facts.MARKS[row.mark]
    return facts.cell_text(row.left if column == LEFT else row.right)


def _tool_tip(row: FactRow) -> str:
    """Whole values, how they compare, and where they were read; plain text, never markup."""
    mark = worded(message(facts.MARK_WORDS[row.mark]))
    lines = (
        worded(row.name),
        f"A: {facts.cell_text(row.left)}",
        f"D: {facts.cell_text(row.right)}",
        mark,
        worded(row.source),
    )
    return "\n".join(lines)
