"""The window's frame: menus from the table, tabs, the message bar, one screen at a time."""

from __future__ import annotations

import os
from collections.abc import Callable

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDropEvent,
    QIcon,
)
from PySide6.QtWidgets import QFileDialog, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from dedup_desk.ui import resources
from dedup_desk.ui.actions import ACTIONS, ActionSet
from dedup_desk.ui.display import Display
from dedup_desk.ui.key_sets import read_keys
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.theme import DARK
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.shell import Screen, ShellViewModel
from dedup_desk.ui.viewmodels.start import dropped_paths
from dedup_desk.ui.views.audit_view import AuditView
from dedup_desk.ui.views.dialogs import show_about, show_bug, show_keys
from dedup_desk.ui.views.display_menus import DisplayMenus
from dedup_desk.ui.views.history_view import HistoryView
from dedup_desk.ui.views.indexing_view import IndexingView
from dedup_desk.ui.views.key_editor import edit_keys
from dedup_desk.ui.views.menus import Menus
from dedup_desk.ui.views.message_bar import MessageBar
from dedup_desk.ui.views.print_dialog import evidence_answers
from dedup_desk.ui.views.retire_view import RetireView
from dedup_desk.ui.views.review_slot import MakeDesk, ReviewSlot, review_desk
from dedup_desk.ui.views.start_view import StartView
from dedup_desk.ui.views.top_bar import TABS, TopBar

_GEOMETRY = "window"
SWITCHES = ("reduced_flashing", "document_facts")
"""Actions that are on or off, and are remembered under their own name."""


class MainWindow(QMainWindow):
    """Shows the screen that the shell brings to the front.

    Args:
        shell: what the window shows and does.
        preferences: where the window's place and size are kept.
        log_folder: shown by Help.
        make_desk: makes the review screen for a review view-model.

    Signals:
        language_chosen(str), scheme_chosen(Scheme): the person wants another look.
    """

    language_chosen = Signal(str)
    scheme_chosen = Signal(object)

    def __init__(
        self,
        shell: ShellViewModel,
        preferences: Preferences,
        log_folder: bytes,
        make_desk: MakeDesk = review_desk,
        display: Display | None = None,
    ) -> None:
        super().__init__()
        self._display = display or Display(preferences)
        self._shell, self._preferences, self._log_folder = shell, preferences, log_folder
        self.actions_ = ActionSet(self, read_keys(preferences.keys, ACTIONS))
        for name in SWITCHES:
            self.actions_[name].setChecked(getattr(preferences, name))
        self.start = StartView(shell.start, self.actions_)
        self.indexing = IndexingView(shell.indexing)
        self.audit = AuditView(shell.audit, shell.deep)
        self.review = ReviewSlot(shell, self.actions_, make_desk)
        self.retire = RetireView(shell.retire)
        self.history = HistoryView(shell.history)
        self.message_bar = MessageBar()
        self.top_bar = TopBar(shell, self.actions_)
        self._screens: dict[Screen, QWidget] = {
            Screen.START: self.start,
            Screen.INDEXING: self.indexing,
            Screen.AUDIT: self.audit,
            Screen.REVIEW: self.review,
            Screen.SET_ASIDE: self.retire,
            Screen.HISTORY: self.history,
        }
        self._stack = QStackedWidget()
        self._front: Screen | None = None
        self._menus = Menus(self.menuBar(), self.actions_, preferences, shell.history.acts)
        self._lay_out()
        self._connect()
        self.refresh()

    def show_notice(self, notice: Notice) -> None:
        """Show one sentence in the message bar."""
        self.message_bar.show_notice(notice, self.actions_.get(notice.action))

    def show_bug(self, bug: BaseException) -> None:
        """Show the one dialog for a fault of ours."""
        show_bug(self, bug, self._log_folder)

    def refresh(self) -> None:
        """Show what the shell says now."""
        self.actions_.set_facts(self._shell.facts)
        name = self._shell.name
        self.setWindowTitle(f"{name} - Dedup Desk" if name else "Dedup Desk")
        screen = self._shell.screen
        if screen is not self._front:
            self._front = screen
            self._stack.setCurrentWidget(self._screens[screen])
            self.focus_default()

    def focus_default(self) -> None:
        """Give the keyboard to what Enter should do on the screen in front."""
        widget = self._stack.currentWidget()
        if isinstance(widget, StartView | IndexingView | AuditView | RetireView | HistoryView):
            widget.focus_default()
        else:
            self.review.focus_default()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_.retranslate()
            self._menus.retranslate()
            self.refresh()
        elif event.type() == QEvent.Type.PaletteChange:
            self.actions_.recolour(self.palette())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take folders and project files anywhere in the window."""
        if dropped_paths(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped; the same path as the menu."""
        event.acceptProposedAction()
        self._shell.start.drop(dropped_paths(event.mimeData().urls()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window, stop what runs, keep what it finished."""
        self._preferences.set_state(_GEOMETRY, self.saveGeometry())
        self._shell.shut_down()  # the desk that closes says how it was left
        self._preferences.save()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        for widget in self._screens.values():
            self._stack.addWidget(widget)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.message_bar)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.setAcceptDrops(True)
        self.setWindowIcon(QIcon(resources.icon("dedup-desk", DARK.accent.name())))
        self.actions_.recolour(self.palette())
        self.setMinimumSize(960, 600)
        self.resize(1280, 720)
        self.restoreGeometry(self._preferences.state(_GEOMETRY))

    def _connect(self) -> None:
        shell = self._shell
        shell.changed.connect(self.refresh)
        shell.moved_on.connect(self.message_bar.fade)
        shell.noticed.connect(self.show_notice)
        shell.died.connect(self.show_bug)
        shell.review_changed.connect(self.review.set_view_model)
        self.indexing.go_on.clicked.connect(shell.read_again)
        self.indexing.look.clicked.connect(shell.count)
        self._menus.language_chosen.connect(self.language_chosen)
        self._menus.scheme_chosen.connect(self.scheme_chosen)
        self._display_menus = DisplayMenus(self._menus.view, self._display, self)
        self._display_menus.told.connect(self.show_notice)
        for id_, answer in self._answers().items():
            self.actions_[id_].triggered.connect(answer)

    def _answers(self) -> dict[str, Callable[[], object]]:
        """Return what each window action does; the review desk answers its own."""
        shell = self._shell
        return {
            **dict.fromkeys(SWITCHES, self._keep_switches),
            **{id_: _shower(shell, screen) for screen, id_ in TABS.items()},
            "open_folder": self._ask_folder,
            "open_project": self._ask_project,
            "add_folder": self._ask_another_folder,
            "save_as": self._ask_save,
            "read_again": shell.read_again,
            "close_project": shell.close,
            **evidence_answers(self, shell, self._preferences),
            "quit": self.close,
            "show_found": shell.show_found,
            "undo": self.review.undo,
            "redo": self.review.redo,
            "full_screen": lambda: _turn_full_screen(self),
            "show_keys": lambda: show_keys(self, self.actions_),
            "edit_keys": lambda: edit_keys(self, self.actions_, self._preferences),
            "show_log": self._show_log,
            "about": self._show_about,
        }

    def _ask_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Open folder"))
        if path:
            self._shell.open(os.fsencode(path))

    def _ask_another_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.tr("Add folder to project"))
        if path:
            self._shell.add_folder(os.fsencode(path))

    def _ask_project(self) -> None:
        kinds = self.tr("Dedup Desk projects") + " (*.ddesk)"
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open project"), "", kinds)
        if path:
            self._shell.open(os.fsencode(path))

    def _ask_save(self) -> None:
        kinds = self.tr("Dedup Desk projects") + " (*.ddesk)"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save project as"), "", kinds)
        if path:
            self._shell.save_as(os.fsencode(path if path.endswith(".ddesk") else path + ".ddesk"))

    def _show_about(self) -> None:
        review = self._shell.review
        show_about(self, review.held_bytes if review is not None else 0)

    def _keep_switches(self) -> None:
        for name in SWITCHES:
            setattr(self._preferences, name, self.actions_[name].isChecked())

    def _show_log(self) -> None:
        url = QUrl.fromLocalFile(os.fsdecode(self._log_folder))
        if not QDesktopServices.openUrl(url):
            text = self.tr("The log is in {folder}.").format(folder=url.toLocalFile())
            self.show_notice(Notice(text, Tone.TOLD))


def _shower(shell: ShellViewModel, screen: Screen) -> Callable[[], None]:
    return lambda: shell.show(screen)


def _turn_full_screen(window: QWidget) -> None:
    window.showNormal() if window.isFullScreen() else window.showFullScreen()
