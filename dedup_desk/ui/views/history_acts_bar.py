"""Below the history: what the chosen entry says, why it stays, and the buttons that take back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from dedup_desk.core.display import display_text
from dedup_desk.ui.tips import plain_tip
from dedup_desk.ui.viewmodels.amounts import counted_text
from dedup_desk.ui.viewmodels.history_acts import HistoryActs, Question, sentence
from dedup_desk.ui.views.fields import TextField
from dedup_desk.ui.views.parts import Elided, FlatButton, Ink, Role, Words
from dedup_desk.ui.views.question_layout import lay_out_question

_FILES_NAMED = 6
_BUTTON_PX = 320


class HistoryActsBar(QWidget):
    """Says what is chosen, and offers to undo and to take back."""

    def __init__(self, acts: HistoryActs) -> None:
        super().__init__()
        self._acts = acts
        self.chosen = Elided(lines=2)
        self.why = Words(Ink.MUTED).wrapped()
        self.undo, self.take_back = FlatButton(), FlatButton()
        self.undo.clicked.connect(acts.undo)
        self.take_back.clicked.connect(self._ask)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.chosen)
        words.addWidget(self.why)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.undo, self.take_back):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        acts.changed.connect(self.refresh)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now, and what can be done about it."""
        acts = self._acts
        self.chosen.setWhole(acts.words or self.tr("Choose an entry to take it back."))
        self.why.setText(self._why())
        self.take_back.setText(self.tr("Take this back…"))
        self.take_back.setEnabled(acts.can_take_back)
        self.take_back.setToolTip(plain_tip(self.why.text()))
        latest = acts.undo_words
        whole = self.tr("Undo: {act}").format(act=latest) if latest else self.tr("Undo")
        middle, width = Qt.TextElideMode.ElideMiddle, _BUTTON_PX
        self.undo.setText(self.fontMetrics().elidedText(whole, middle, width))
        self.undo.setToolTip(plain_tip(whole))
        self.undo.setEnabled(bool(latest))

    def _why(self) -> str:
        """Return why the entry stays, or what taking it back means."""
        if self._acts.can_take_back:
            return self.tr(
                "It can be taken back. That is an entry of its own, with your name and your reason."
            )
        return sentence(self._acts.refusal)

    def _ask(self) -> None:
        question = self._acts.question()
        if question is not None:
            dialog = TakeBackDialog(self, question)
            dialog.agreed.connect(self._acts.take_back)
            dialog.open()


class TakeBackDialog(QDialog):
    """Names what is taken back and asks for the reason; without one nothing is taken back.

    Args:
        parent: below what it opens.
        question: what is asked.

    Signals:
        agreed(str): take it back, for this reason.
    """

    agreed = Signal(str)

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("take back")
        self.setWindowTitle(self.tr("Take back"))
        self.reason = TextField()
        self.reason.setPlaceholderText(self.tr("Reason"))
        self.reason.setAccessibleName(self.tr("Reason for taking it back"))
        self.agree, self.cancel = FlatButton(Role.PRIMARY), FlatButton()
        self.agree.setText(self.tr("Take it back"))
        self.cancel.setText(self.tr("Cancel"))
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.accepted.connect(self._agree)
        self.reason.textChanged.connect(self._on_reason)
        parts = (*self._sentences(question), self.reason)
        lay_out_question(self, parts, (self.agree, self.cancel))
        self._on_reason()
        self.reason.setFocus()

    def _on_reason(self) -> None:
        self.agree.setEnabled(bool(self.reason.text().strip()))

    def _agree(self) -> None:
        self.agreed.emit(self.reason.text())

    def _sentences(self, question: Question) -> list[Words]:
        title = Words(Ink.TEXT, 1.25).heavy()
        title.setText(self.tr("Take this back?"))
        told = [_wrapped(Ink.TEXT, one) for one in (question.act, self._becomes(question.files))
                if one]  # fmt: skip
        return [title, *told, _wrapped(Ink.MUTED, self._kept(question.person))]

    def _becomes(self, files: tuple[bytes, ...]) -> str:
        named = ", ".join(display_text(one) for one in files[:_FILES_NAMED])
        if not files:
            return ""
        if len(files) > _FILES_NAMED:
            left = len(files) - _FILES_NAMED
            more = self.tr("{files} and {count} more")
            named = more.format(files=named, count=left)
        return counted_text(
            len(files),
            self.tr("{count} image becomes undecided:"),
            self.tr("{count} images become undecided:"),
        ) + " " + named  # fmt: skip

    def _kept(self, person: str) -> str:
        return self.tr(
            "The entry stays as it is; a new one says that {person} took it back, and why. Undo "
            "brings it in force again."
        ).format(person=person)


def _wrapped(ink: Ink, words: str) -> Words:
    label = Words(ink).wrapped()
    label.setMinimumWidth(480)
    label.setText(words)
    return label
