"""The members of the group on the table, as a Qt list model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from dedup_desk.core.display import display_text
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.ui.text import worded
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.filmstrip import BY_HAND, STANDING_WORDS, Frame, frames
from dedup_desk.ui.viewmodels.relation_words import relation_word
from dedup_desk.ui.viewmodels.rounds import Rounds
from dedup_desk.ui.viewmodels.table import TableViewModel

FRAME_ROLE = int(Qt.ItemDataRole.UserRole) + 1

_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class FilmstripModel(QAbstractListModel):
    """One row for every member, in the group's order."""

    def __init__(self, table: TableViewModel, rounds: Rounds) -> None:
        super().__init__()
        self._table, self._rounds = table, rounds
        self._frames: tuple[Frame, ...] = ()
        table.changed.connect(self._on_changed)
        rounds.changed.connect(self._on_changed)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        """Members of the group."""
        return 0 if parent.isValid() else len(self._frames)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return the frame, or its words."""
        if not index.isValid() or not 0 <= index.row() < len(self._frames):
            return None
        frame = self._frames[index.row()]
        say = _ROLES.get(role)
        return None if say is None else say(frame)

    @Slot()
    def _on_changed(self) -> None:
        view = self._table.view
        shown = (self._table.left, self._table.right)
        made = () if view is None else frames(view, *shown, self._rounds.round)
        if [one.record for one in made] != [one.record for one in self._frames]:
            self.beginResetModel()
            self._frames = made
            self.endResetModel()
        elif made:
            self._frames = made
            self.dataChanged.emit(self.index(0), self.index(len(made) - 1))


def frame_words(frame: Frame) -> str:
    """Return name, size, state, place in a round, kind and weakest link, line by line."""
    lines = [display_text(frame.name), frame.size, worded(frame.words)]
    if frame.standing is not None:
        lines.append(worded(message(STANDING_WORDS[frame.standing])))
    if frame.relation is not None:
        lines.append(relation_word(frame.relation))
    if frame.is_by_hand:
        lines.append(worded(message(BY_HAND)))
    if frame.through is not None:
        lines.append(worded(message(_THROUGH, file=frame.through)))
    return "\n".join(lines)


def _tip(frame: Frame) -> str:
    return plain_tip(frame_words(frame))


def _name(frame: Frame) -> str:
    return display_text(frame.name)


def _itself(frame: Frame) -> Frame:
    return frame


_ROLES: dict[int, Callable[[Frame], object]] = {
    FRAME_ROLE: _itself,
    int(Qt.ItemDataRole.DisplayRole): _name,
    int(Qt.ItemDataRole.ToolTipRole): _tip,
    int(Qt.ItemDataRole.AccessibleTextRole): frame_words,
}

_THROUGH = QT_TRANSLATE_NOOP("Messages", "Joined only through {file}")
