"""The queue as a Qt list model: rows are made when a view looks at them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from dedup_desk.core.display import display_text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, counted, message
from dedup_desk.services.review_views import ClusterRow, RowKind, RowState
from dedup_desk.ui.text import worded
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.relation_words import relation_word
from dedup_desk.ui.viewmodels.wording import sureness_words

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The `ClusterRow` itself, for the delegate."""

MARK_ROLE = ROW_ROLE + 1
"""True where a person set a bookmark."""

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class QueueModel(QAbstractListModel):
    """One row for every group shown; tens of thousands cost nothing until they are looked at."""

    def __init__(self, queue: QueueViewModel) -> None:
        super().__init__()
        self._queue = queue
        queue.rows_changed.connect(self._on_rows_changed)
        queue.row_changed.connect(self._on_row_changed)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Rows shown."""
        return 0 if parent.isValid() else self._queue.count

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the row, or its words for a screen reader and the tool tip."""
        if not index.isValid() or not 0 <= index.row() < self._queue.count:
            return None
        row = self._queue.row(index.row())
        if role == MARK_ROLE:
            return row.id in self._queue.marked
        say = _ROLES.get(role)
        return None if say is None else say(row)

    @Slot()
    def _on_rows_changed(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    @Slot(int)
    def _on_row_changed(self, at: int) -> None:
        index = self.index(at)
        self.dataChanged.emit(index, index)


def row_words(row: ClusterRow) -> tuple[str, str]:
    """Return the kind, and "4 images · certain", of a row."""
    if row.kind is RowKind.PAIR:
        size = worded(message(QT_TRANSLATE_NOOP("Messages", "a pair")))
    else:
        one = QT_TRANSLATE_NOOP("Messages", "{count} image")
        many = QT_TRANSLATE_NOOP("Messages", "{count} images")
        size = worded(counted(row.member_count, one, many))
    return relation_word(row.relation), f"{size} \u00b7 {worded(sureness_words(row.sureness))}"


def chain_words(row: ClusterRow) -> str:
    """Return that a member hangs on another member, or nothing."""
    return worded(message(_CHAINED)) if row.is_chained else ""


def _all_words(row: ClusterRow) -> str:
    number = worded(message(_NUMBER, number=f"{row.number:,}", id=row.id)) if row.number else ""
    words = (display_text(row.title), *row_words(row), chain_words(row), state_words(row.state))
    return "\n".join(one for one in (*words, number) if one)


def state_words(state: RowState) -> str:
    """Return how far a group is decided."""
    return worded(message(_STATES[state]))


def _tip(row: ClusterRow) -> str:
    return plain_tip(_all_words(row))


def _title(row: ClusterRow) -> str:
    return display_text(row.title)


def _itself(row: ClusterRow) -> ClusterRow:
    return row


_ROLES: dict[int, Callable[[ClusterRow], object]] = {
    ROW_ROLE: _itself,
    int(Qt.ItemDataRole.DisplayRole): _title,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): _all_words,
}

_CHAINED = QT_TRANSLATE_NOOP("Messages", "Joined only through another image")
_NUMBER = QT_TRANSLATE_NOOP("Messages", "Number {number}, id {id}")
_STATES = {
    RowState.UNDECIDED: QT_TRANSLATE_NOOP("Messages", "Undecided"),
    RowState.PARTLY: QT_TRANSLATE_NOOP("Messages", "Partly decided"),
    RowState.DECIDED: QT_TRANSLATE_NOOP("Messages", "Decided"),
    RowState.UNSURE: QT_TRANSLATE_NOOP("Messages", "Passed to a second person"),
}
