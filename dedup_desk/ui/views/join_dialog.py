"""The question before two groups become one: which ones, and what it means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from dedup_desk.core.display import display_text
from dedup_desk.ui.viewmodels.amounts import counted_text
from dedup_desk.ui.viewmodels.joining import Asked, Joining, Party
from dedup_desk.ui.views.fields import TextField
from dedup_desk.ui.views.parts import FlatButton, Ink, Role, Words
from dedup_desk.ui.views.question_layout import lay_out_question


class JoinDialog(QDialog):
    """Names both groups; Enter joins them, Escape changes nothing.

    Args:
        parent: the review desk.
        asked: the two groups.

    Signals:
        agreed: Asked and str; they are one, and a person's words about it, or "".
    """

    agreed = Signal(object, str)

    def __init__(self, parent: QWidget, asked: Asked) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("join")
        self.setWindowTitle(self.tr("Join groups"))
        self.title = Words(Ink.TEXT, 1.25).heavy()
        self.title.setText(self.tr("Do these two show the same picture?"))
        self.one, self.other = (self._named(one) for one in (asked.one, asked.other))
        self.means = Words(Ink.MUTED).wrapped()
        self.means.setMinimumWidth(480)
        self.means.setText(
            self.tr(
                "They become one group. It is joined by hand: nothing measured says so, so no rule "
                "proposes anything from the one to the other. Undo parts them again."
            )
        )
        self.note = TextField()
        self.note.setPlaceholderText(self.tr("Why, or who says so (may stay empty)"))
        self.note.setAccessibleName(self.tr("Note about the join"))
        self.join, self.cancel = FlatButton(Role.PRIMARY), FlatButton()
        self.join.setText(self.tr("Join groups"))
        self.cancel.setText(self.tr("Cancel"))
        self.join.setDefault(True)
        self._asked = asked
        self.join.clicked.connect(self.accept)
        self.accepted.connect(self._agree)
        self.cancel.clicked.connect(self.reject)
        parts = (self.title, self.one, self.other, self.means, self.note)
        lay_out_question(self, parts, (self.join, self.cancel))
        self.join.setFocus()

    def _agree(self) -> None:
        self.agreed.emit(self._asked, self.note.text())

    def _named(self, party: Party) -> Words:
        words = Words().wrapped()
        name = display_text(party.name)
        count = counted_text(
            party.count, self.tr("group of {count} image"), self.tr("group of {count} images")
        )
        words.setText(f"{name}  ·  {count}")
        return words


def ask_to_join(desk: QWidget, joining: Joining, asked: Asked) -> None:
    """Ask in front of the desk, and say it where somebody agrees."""
    dialog = JoinDialog(desk, asked)
    dialog.agreed.connect(joining.agree)
    dialog.open()
