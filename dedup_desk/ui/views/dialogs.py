"""The few dialogs: a fault of ours, the key card, about."""

from __future__ import annotations

import platform
import traceback

import PySide6
from PySide6.QtCore import QCoreApplication, QLocale, Qt, qVersion
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from dedup_desk import __version__
from dedup_desk.core.display import display_text
from dedup_desk.ui import resources
from dedup_desk.ui.actions import ActionSet, Group
from dedup_desk.ui.key_sets import SET_NAMES, shown_keys
from dedup_desk.ui.many_actions import NUMBERED
from dedup_desk.ui.picture_loader import CACHE_BYTES
from dedup_desk.ui.text import QT_TRANSLATE_NOOP
from dedup_desk.ui.theme import colours
from dedup_desk.ui.views.parts import FlatButton, Ink, Role, Words

GROUP_WORDS: dict[Group, str] = {
    Group.DECIDE: QT_TRANSLATE_NOOP("Dialogs", "Decide"),
    Group.MOVE: QT_TRANSLATE_NOOP("Dialogs", "Move"),
    Group.COMPARE: QT_TRANSLATE_NOOP("Dialogs", "Compare"),
    Group.ALIGN: QT_TRANSLATE_NOOP("Dialogs", "Align"),
    Group.MANY: QT_TRANSLATE_NOOP("Dialogs", "More than two"),
    Group.PICTURE: QT_TRANSLATE_NOOP("Dialogs", "File of the picture in D"),
    Group.FILE: QT_TRANSLATE_NOOP("Dialogs", "File"),
    Group.EDIT: QT_TRANSLATE_NOOP("Dialogs", "Edit"),
    Group.VIEW: QT_TRANSLATE_NOOP("Dialogs", "View"),
}
_COLUMNS = (
    (Group.DECIDE, Group.MOVE),
    (Group.COMPARE,),
    (Group.ALIGN, Group.MANY),
    (Group.PICTURE, Group.FILE, Group.EDIT, Group.VIEW),
)


def bug_report(bug: BaseException) -> str:
    """Return what a person can send us: versions and traceback, no file of theirs."""
    about = f"Dedup Desk {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    trace = "".join(traceback.format_exception(bug))
    return f"{about}, {platform.platform()}\n\n{trace}"


class BugDialog(QDialog):
    """Says that a fault of ours happened and offers the report for copying."""

    def __init__(self, parent: QWidget, bug: BaseException, log_folder: bytes) -> None:
        super().__init__(parent)
        self.setObjectName("bug")
        self.setWindowTitle(self.tr("A fault in Dedup Desk"))
        self.report = QPlainTextEdit(bug_report(bug))
        self.report.setReadOnly(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.report.setAccessibleName(self.tr("Report"))
        self.copy = FlatButton()
        self.copy.setText(self.tr("Copy report"))
        self.copy.clicked.connect(self._copy)
        self.done_button = FlatButton(Role.PRIMARY)
        self.done_button.setText(self.tr("Go on"))
        self.done_button.clicked.connect(self.accept)
        self._lay_out(log_folder)
        self.resize(680, 380)
        self.done_button.setFocus()

    def _lay_out(self, log_folder: bytes) -> None:
        words = Words().wrapped()
        words.setText(
            self.tr(
                "Something went wrong that is our mistake, not yours. What you decided is in the "
                "project file; nothing was moved by this. You can go on. The report below is also "
                "in the log in {folder}; please send it to us."
            ).format(folder=display_text(log_folder))
        )
        row = QHBoxLayout()
        row.addWidget(self.done_button)
        row.addWidget(self.copy)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.report, 1)
        column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
        self.copy.setText(self.tr("Copied"))


class KeysDialog(QDialog):
    """Every key, made from the table of actions."""

    def __init__(self, parent: QWidget, actions: ActionSet) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(20)
        for groups in _COLUMNS:
            grid = QGridLayout()
            grid.setHorizontalSpacing(11)
            grid.setVerticalSpacing(0)
            for group in groups:
                self._add_group(grid, actions, group)
            grid.setRowStretch(grid.rowCount(), 1)
            columns.addLayout(grid)
        note = Words(Ink.MUTED).wrapped()
        note.setText(
            self.tr(
                "Space never decides. Enter does what its button states. No key removes a file: "
                "setting aside is a step of its own, and what it moved can be put back."
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 12)
        column.setSpacing(8)
        column.addLayout(columns)
        column.addWidget(note)
        self.change = FlatButton()
        self.change.setText(self.tr("Change keys…"))
        self.change.clicked.connect(self.accept)
        self.change.clicked.connect(actions["edit_keys"].trigger)
        row = _close_row(self, self.tr("Close"))
        row.insertWidget(1, self.change)
        row.addWidget(self._in_force(actions))
        column.addLayout(row)

    def _in_force(self, actions: ActionSet) -> Words:
        """Say which set is in force, and how much of it is the person's own."""
        words = Words(Ink.MUTED)
        name = QCoreApplication.translate("Keys", SET_NAMES[actions.bound.base])
        own = len(actions.bound.own)
        words.setText(
            self.tr("Key set: {name}, {count} changed").format(name=name, count=own)
            if own
            else self.tr("Key set: {name}").format(name=name)
        )
        return words

    def _add_group(self, grid: QGridLayout, actions: ActionSet, group: Group) -> None:
        title = Words(Ink.MUTED, 0.92).heavy()
        title.setText(QCoreApplication.translate("Dialogs", GROUP_WORDS[group]))
        grid.addWidget(title, grid.rowCount(), 0, 1, 2)
        for shown, text in _card_rows(actions, group):
            row = grid.rowCount()
            keys, name = Words(Ink.ACCENT), Words()
            keys.setText(shown)
            name.setText(text)
            grid.addWidget(keys, row, 0)
            grid.addWidget(name, row, 1)


class AboutDialog(QDialog):
    """What this is, and whose work it stands on."""

    def __init__(self, parent: QWidget, held_bytes: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Dedup Desk"))
        picture = QLabel()
        ink = colours(self.palette()).accent_ink.name()
        picture.setPixmap(resources.icon("dedup-desk", ink).pixmap(56, 56))
        title = Words(Ink.TEXT, 1.4).heavy()
        title.setText(f"Dedup Desk {__version__}")
        words = Words().wrapped()
        words.setMinimumWidth(420)
        words.setText(
            self.tr(
                "The light table for near-duplicate pictures: find, compare, decide, set aside, "
                "put back. Everything stays on this machine."
            )
        )
        stands_on = Words(Ink.MUTED, 0.95).wrapped()
        stands_on.setText(
            self.tr(
                "Made with Qt {qt} (LGPL-3), PySide6 {binding}, Pillow, ImageHash, OpenCV, "
                "NumPy, SciPy and SQLAlchemy."
            ).format(qt=qVersion(), binding=PySide6.__version__)
        )
        self.memory = Words(Ink.MUTED, 0.95).wrapped()
        sizes = (_size_words(one) for one in (held_bytes, CACHE_BYTES))
        held, most = sizes
        self.memory.setText(
            self.tr("Pictures in memory: {held}, at most {most}.").format(held=held, most=most)
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 20, 24, 16)
        grid.setHorizontalSpacing(18)
        grid.addWidget(picture, 0, 0, 4, 1, Qt.AlignmentFlag.AlignTop)
        for row, widget in enumerate((title, words, stands_on, self.memory)):
            grid.addWidget(widget, row, 1)
        grid.addLayout(_close_row(self, self.tr("Close")), 4, 1)


def _size_words(size_bytes: int) -> str:
    return QLocale().formattedDataSize(size_bytes, 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def show_bug(parent: QWidget, bug: BaseException, log_folder: bytes) -> None:
    """Show one fault; a second one while the dialog is open is in the log only."""
    if parent.findChild(BugDialog) is None:
        _open(BugDialog(parent, bug, log_folder))


def show_keys(parent: QWidget, actions: ActionSet) -> None:
    """Show the key card."""
    _open(KeysDialog(parent, actions))


def show_about(parent: QWidget, held_bytes: int) -> None:
    """Show what this is, and how much memory pictures take."""
    _open(AboutDialog(parent, held_bytes))


def _close_row(dialog: QDialog, words: str) -> QHBoxLayout:
    """Return a row with the one button that ends a dialog; Enter and Escape press it."""
    button = FlatButton()
    button.setText(words)
    button.clicked.connect(dialog.reject)
    button.setDefault(True)
    row = QHBoxLayout()
    row.setContentsMargins(0, 8, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    button.setFocus()
    return row


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _card_rows(actions: ActionSet, group: Group) -> list[tuple[str, str]]:
    """Return keys and words of a group; what is numbered and as in the table, from first to last.

    Where a person gave one of the numbers another key, each has its own line.
    """
    own = actions.bound.own
    is_short = not any(id_ in own for id_ in NUMBERED)
    rows = [
        (shown_keys(_native(one) for one in action.shortcuts()), action.text().replace("&", ""))
        for action in actions.group(group)
        if action.shortcuts() and not (is_short and action.objectName() in NUMBERED)
    ]
    if is_short and group is Group.MANY:
        ends = [actions[id_] for id_ in (NUMBERED[0], NUMBERED[-1])]
        keys = " … ".join(_native(one.shortcut()) for one in ends)
        rows.append((keys, " … ".join(one.text() for one in ends)))
    return rows


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)
