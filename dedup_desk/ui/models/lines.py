"""A table of text lines that are asked for one by one, for lists of any length."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Line: TypeAlias = Sequence[str]
Index: TypeAlias = QModelIndex | QPersistentModelIndex

MARK = Qt.ItemDataRole.UserRole + 1
"""Role of a line's mark: a word that says how the line is meant, or ""."""

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class LinesModel(QAbstractTableModel):
    """Lines under headings; only lines that are looked at are made.

    Args:
        right: columns whose text is set to the right (numbers).
    """

    def __init__(self, right: Sequence[int] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._right = frozenset(right)
        self._headings: tuple[str, ...] = ()
        self._count = 0
        self._line: Callable[[int], Line] = lambda _row: ()
        self._mark: Callable[[int], str] = lambda _row: ""

    def set_headings(self, headings: Sequence[str]) -> None:
        """Word the columns; the number of columns must stay the same once lines are shown."""
        if len(headings) != len(self._headings):
            self.beginResetModel()
            self._headings = tuple(headings)
            self.endResetModel()
            return
        self._headings = tuple(headings)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def set_lines(
        self,
        count: int,
        line: Callable[[int], Line],
        mark: Callable[[int], str] = lambda _row: "",
    ) -> None:
        """Show `count` lines; `line` makes one, `mark` says how it is meant."""
        self.beginResetModel()
        self._count, self._line, self._mark = count, line, mark
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many lines there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, tool tip, alignment or mark of one cell."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._line(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() in self._right else _LEFT
        return self._mark(index.row()) if role == MARK else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's heading, aligned as its cells."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section in self._right else _LEFT
        return None
