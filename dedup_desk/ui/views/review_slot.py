"""The place of the review screen: a desk while a project is counted, else a quiet sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.shell import ShellViewModel
from dedup_desk.ui.views.parts import Ink, Words

if TYPE_CHECKING:
    from dedup_desk.ui.viewmodels.review import ReviewViewModel
    from dedup_desk.ui.views.review_view import ReviewView


class ReviewSlot(QWidget):
    """Makes a `ReviewView` for each review view-model and lets the old one go.

    The desk's modules are imported when the first project is there: a cold start need not wait
    for them.
    """

    def __init__(self, shell: ShellViewModel, actions: ActionSet) -> None:
        super().__init__()
        self._shell, self._actions = shell, actions
        self.desk: ReviewView | None = None
        self._waiting = Words(Ink.MUTED, 1.3)
        self._waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QStackedLayout(self)
        self._layout.addWidget(self._waiting)
        self._retranslate()

    def set_view_model(self, view_model: ReviewViewModel | None) -> None:
        """Show another review, or none."""
        if self.desk is not None:
            self._layout.removeWidget(self.desk)
            self.desk.deleteLater()
            self.desk = None
        if view_model is not None:
            self.desk = self._made(view_model)
            self._layout.addWidget(self.desk)
            self._layout.setCurrentWidget(self.desk)

    def focus_default(self) -> None:
        """Give the keyboard to the desk."""
        (self.desk or self).setFocus()

    def undo(self) -> None:
        """Take the last decision back."""
        if self._shell.review is not None:
            self._shell.review.undo()

    def redo(self) -> None:
        """Decide again what was taken back."""
        if self._shell.review is not None:
            self._shell.review.redo()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _made(self, view_model: ReviewViewModel) -> ReviewView:
        from dedup_desk.ui.views.review_view import ReviewView

        view_model.failed.connect(self._tell_failure)
        view_model.told.connect(self._tell)
        return ReviewView(view_model, self._actions)

    def _tell_failure(self, sentence: str) -> None:
        self._shell.noticed.emit(Notice(sentence, Tone.PROBLEM))

    def _tell(self, sentence: str) -> None:
        self._shell.noticed.emit(Notice(sentence, Tone.TOLD))

    def _retranslate(self) -> None:
        self._waiting.setText(self.tr("Open a folder to review what is in it."))
