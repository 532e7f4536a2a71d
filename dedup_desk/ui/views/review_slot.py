"""The place of the review screen: a desk while a project is counted, else a quiet sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QStackedLayout, QWidget

from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.shell import ShellViewModel
from dedup_desk.ui.views.parts import Ink, Words

if TYPE_CHECKING:
    from dedup_desk.ui.viewmodels.review import ReviewViewModel


MakeDesk: TypeAlias = "Callable[[ReviewViewModel, ActionSet], QWidget]"


def review_desk(view_model: ReviewViewModel, actions: ActionSet) -> QWidget:
    """Make the review desk; imported here so that a cold start need not wait for its modules."""
    from dedup_desk.ui.views.review_view import ReviewView

    return ReviewView(view_model, actions)


class ReviewSlot(QWidget):
    """Makes a desk for each review view-model and lets the old one go."""

    def __init__(
        self, shell: ShellViewModel, actions: ActionSet, make_desk: MakeDesk = review_desk
    ) -> None:
        super().__init__()
        self._shell, self._actions, self._make_desk = shell, actions, make_desk
        self.desk: QWidget | None = None
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
            if self.isVisible():
                self.desk.setFocus()  # the keyboard was on the one that went

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

    def _made(self, view_model: ReviewViewModel) -> QWidget:
        view_model.failed.connect(self._tell_failure)
        view_model.told.connect(self._tell)
        return self._make_desk(view_model, self._actions)

    def _tell_failure(self, sentence: str) -> None:
        self._shell.noticed.emit(Notice(sentence, Tone.PROBLEM))

    def _tell(self, sentence: str) -> None:
        self._shell.noticed.emit(Notice(sentence, Tone.TOLD))

    def _retranslate(self) -> None:
        self._waiting.setText(self.tr("Open a folder to review what is in it."))
