"""The question before files move: what exactly would happen, and Cancel in front."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from dedup_desk.ui.viewmodels.amounts import counted_text
from dedup_desk.ui.views.parts import FlatButton, Ink, Role, Words
from dedup_desk.ui.views.question_layout import lay_out_question


class ConfirmDialog(QDialog):
    """States what the button will do; Enter, Space and Escape change nothing.

    Args:
        parent: the window.
        count: images that would move.
        name: who takes on that references were not checked.
    """

    def __init__(self, parent: QWidget, count: int, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("confirm")
        self.setWindowTitle(self.tr("Set aside"))
        title = Words(Ink.TEXT, 1.25).heavy()
        title.setText(
            counted_text(
                count, self.tr("Set {count} image aside?"), self.tr("Set {count} images aside?")
            )
        )
        words = Words().wrapped()
        words.setMinimumWidth(480)
        words.setText(
            self.tr(
                "Both copies of each image are read again; one that changed, or whose kept copy "
                "is not there, stays where it is. The others move to quarantine on the same disk "
                "and can be put back. Nothing is destroyed."
            )
        )
        taken_on = Words(Ink.DANGER).wrapped()
        taken_on.setText(
            self.tr("References: NOT CHECKED, acknowledged by {name}.").format(name=name)
        )
        self.cancel, self.move_ = FlatButton(), FlatButton(Role.PRIMARY)
        self.cancel.setText(self.tr("Cancel"))
        self.move_.setText(
            counted_text(
                count, self.tr("Set aside {count} image"), self.tr("Set aside {count} images")
            )
        )
        self.cancel.setDefault(True)
        self.move_.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.move_.clicked.connect(self.accept)
        lay_out_question(self, (title, words, taken_on), (self.cancel, self.move_))
        self.cancel.setFocus()
