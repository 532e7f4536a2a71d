"""The line in which a person writes a note, to an answer or to a join."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from dedup_desk.core.compare import Side
from dedup_desk.core.records import Digest
from dedup_desk.ui.viewmodels.review import ReviewViewModel


class NoteField(QLineEdit):
    """Takes every key while it is open: Enter keeps the note and decides nothing, Esc leaves it.

    Args:
        model: whom it asks what there is to note, and tells what was written.

    Signals:
        typing(bool): it opened, or closed.
    """

    typing = Signal(bool)

    def __init__(self, model: ReviewViewModel) -> None:
        super().__init__()
        self._model = model
        self._draft: tuple[Digest, str] | None = None
        self.setVisible(False)
        self._word(about_join=False)
        self.returnPressed.connect(self._keep)
        leave = QAction(self)
        leave.setShortcut(Qt.Key.Key_Escape)
        leave.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        leave.triggered.connect(self._leave)
        self.addAction(leave)
        model.note_wanted.connect(self.open)

    def event(self, event: QEvent) -> bool:
        """Claim keys before any shortcut of the screen sees them; Esc stays a shortcut."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() != Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Word everything anew in another language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word(about_join=self._model.join_to_note() is not None)

    @Slot()
    def open(self) -> None:
        """Show what was noted, ready to be written over."""
        join = self._model.join_to_note()
        self._word(about_join=join is not None)
        self.setText((join.note or "") if join is not None else self._noted())
        self.setVisible(True)
        self.typing.emit(True)  # noqa: FBT003 - Qt's emit names no argument
        self.setFocus()
        self.selectAll()

    def _noted(self) -> str:
        member = self._model.table.member(Side.RIGHT)
        if member is None:
            return ""
        if member.decision is not None and member.decision.note:
            return member.decision.note
        about, text = self._draft or (None, "")
        return text if about == member.record.digest else ""

    def _word(self, *, about_join: bool) -> None:
        self.setPlaceholderText(
            self.tr("Note about joining the two groups; Enter keeps it, Esc leaves it")
            if about_join
            else self.tr("Note about the picture in pane D; Enter keeps it, Esc leaves it")
        )
        self.setAccessibleName(self.tr("Note"))

    @Slot()
    def _keep(self) -> None:
        """Keep the words; those that cannot be kept yet are there again the next time."""
        text, member = self.text(), self._model.table.member(Side.RIGHT)
        self._leave()
        is_kept = self._model.write_note(text)
        self._draft = None if is_kept or member is None else (member.record.digest, text)

    @Slot()
    def _leave(self) -> None:
        self.setVisible(False)
        self.typing.emit(False)  # noqa: FBT003 - Qt's emit names no argument
