"""The composition root of the window: builds every object once and hands each what it needs.

`main` is called by `dedup_desk.__main__` after it made sure that a desktop answers. Nothing heavy
(codecs, database, numpy) is imported before the window is on the screen; the services come in
through `ServiceDoors` when the first project is opened.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
from collections.abc import Callable, Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from dedup_desk import __version__
from dedup_desk.ui import resources
from dedup_desk.ui.display import Display
from dedup_desk.ui.garbage import Sweeper
from dedup_desk.ui.held_keys import HeldKeys
from dedup_desk.ui.job_runner import JobRunner
from dedup_desk.ui.preferences import Preferences, default_path
from dedup_desk.ui.presence import Presence
from dedup_desk.ui.text import Catalogues, language_of_system, worded
from dedup_desk.ui.theme import Scheme, fonts_of, palette_of, scheme_in_force
from dedup_desk.ui.viewmodels.doors import Counted, PageWanted, PrintWanted
from dedup_desk.ui.viewmodels.shell import ShellViewModel
from dedup_desk.ui.views.main_window import MainWindow

if TYPE_CHECKING:
    from dedup_desk.core.messages import Message
    from dedup_desk.services.projects import Project
    from dedup_desk.services.review_views import ClusterRow
    from dedup_desk.ui.viewmodels.review import ReviewViewModel

LOG = logging.getLogger(__name__)
DESKTOP_ID = "org.dedupdesk.DedupDesk"
"""Must equal the name of the .desktop file, or Wayland shows no icon."""


def main(argv: Sequence[str]) -> int:
    """Open the window, and what the first argument names.

    Args:
        argv: arguments without the program's name; `os.fsencode` gives the path's bytes back.
    """
    log_folder = start_log()
    application = make_application()
    window = Window(application, Preferences(default_path()), os.fsencode(log_folder))
    with window.sweeper:
        window.show()
        if argv:
            path = os.path.abspath(os.fsencode(argv[0]))  # noqa: PTH100 - bytes path
            QTimer.singleShot(0, lambda: window.shell.open(path))
        return application.exec()


def make_application() -> QApplication:
    """Return the application object, named and in the Fusion style.

    Only the program's name reaches Qt: a file name that is not UTF-8 in argv would end the
    process in QApplication's constructor.
    """
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(
        Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    )
    application = QApplication([sys.argv[0] if sys.argv[0].isascii() else "dedup-desk"])
    application.setApplicationName("dedup-desk")
    application.setApplicationDisplayName("Dedup Desk")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(DESKTOP_ID)
    application.setStyle("Fusion")
    return application


def start_log() -> Path:
    """Log into the state folder, tracebacks of crashes included; returns the folder."""
    folder = Path(platformdirs.user_state_dir("dedup-desk", appauthor=False)) / "log"
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "window.log", maxBytes=1_000_000, backupCount=3)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("dedup_desk").setLevel(logging.INFO)
    if sys.stderr is not None:
        faulthandler.enable()
    return folder


class Window(QObject):
    """The window with everything behind it; language and theme change while it runs.

    Attributes:
        shell: what the window shows and does.
        frame: the main window.
        sweeper: who collects garbage while it is entered; nobody enters it by himself.
    """

    _bug_found = Signal(object)
    _loaded = Signal()

    def __init__(
        self, application: QApplication, preferences: Preferences, log_folder: bytes
    ) -> None:
        super().__init__()
        self._application, self._preferences = application, preferences
        self._catalogues = Catalogues(application, resources.folder() / "i18n")
        self.set_language(preferences.language or language_of_system())
        self.set_scheme(preferences.scheme)
        self._presence = Presence(parent=self)
        self._presence.listen(application)
        self.sweeper = Sweeper(self._presence, parent=self)
        self._loaded.connect(self.sweeper.settle)
        self.runner = JobRunner(self)
        self._display = Display(preferences)
        doors = ServiceDoors(self._loaded.emit, self._display, preferences)
        self.shell = ShellViewModel(doors, self.runner, preferences, self._presence)
        self.frame = MainWindow(self.shell, preferences, log_folder, display=self._display)
        self._held = HeldKeys(self.frame.actions_, self)
        self._held.listen(application)
        self.frame.language_chosen.connect(self.choose_language)
        self.frame.scheme_chosen.connect(self.choose_scheme)
        self._bug_found.connect(self.frame.show_bug)
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_desktop)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_desktop)

    def show(self) -> None:
        """Show the window, and from now on tell a person about faults of ours."""
        sys.excepthook = self._caught
        self.frame.show()

    def choose_language(self, language: str) -> None:
        """Show everything in another language and remember it."""
        self._preferences.language = language
        self.set_language(language)

    def choose_scheme(self, scheme: Scheme) -> None:
        """Show everything in another theme and remember it."""
        self._preferences.scheme = scheme
        self.set_scheme(scheme)

    def set_language(self, language: str) -> None:
        """Show everything in another language."""
        self._application.setFont(fonts_of(language))
        self._catalogues.install(language)
        for path in self._catalogues.missing:
            LOG.info("no catalogue %s", path)

    def set_scheme(self, scheme: Scheme) -> None:
        """Show everything in another theme."""
        self._application.setPalette(palette_of(scheme_in_force(scheme)))

    def _follow_desktop(self) -> None:
        self.set_scheme(self._preferences.scheme)

    def _caught(
        self, kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        LOG.critical("not caught", exc_info=(kind, bug, trace))
        if issubclass(kind, KeyboardInterrupt):
            self._application.quit()
        else:
            self._bug_found.emit(bug)


class ServiceDoors:
    """Opens projects through the services, imported when first asked.

    Args:
        loaded: called, off the GUI thread, whenever all that a project needs is imported.
        display: how every review shows its pictures; None: as a new one would.
        preferences: where it is kept how and where a review was left; None: it is not.
    """

    def __init__(
        self,
        loaded: Callable[[], None] = lambda: None,
        display: Display | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        self._loaded, self._display, self._preferences = loaded, display, preferences

    def open(self, path: bytes) -> Project:
        """See `Doors.open`."""
        from dedup_desk.services import desks, projects  # noqa: F401 - for `count`: all at once
        from dedup_desk.ui.viewmodels import review  # noqa: F401 - for `review`
        from dedup_desk.ui.views import review_view  # noqa: F401 - for its slot

        self._loaded()
        if os.path.isdir(path):  # noqa: PTH112 - bytes path
            return projects.open_folder(path)
        return projects.open_project(Path(os.fsdecode(path)))

    def settle(self, project: Project) -> tuple[Message, ...]:
        """See `Doors.settle`."""
        retirement = project.retirement()
        settled = retirement.recover().settled if retirement.open_operations() else ()
        known = [one.told for one in settled]
        known += [one.cannot or one.note for one in retirement.abilities()]
        return tuple(told for told in known if told is not None)

    def count(self, project: Project) -> Counted:
        """See `Doors.count`."""
        from dedup_desk.services.desks import open_desk

        desk = open_desk(project)
        return Counted(project.audit(desk.session), desk, desk.queue)

    def rows(self, project: Project) -> Sequence[ClusterRow]:
        """See `Doors.rows`."""
        return project.sitting().queue()

    def save_as(self, project: Project, path: bytes) -> Project:
        """See `Doors.save_as`."""
        from dedup_desk.services.saving import save_as

        return save_as(project, Path(os.fsdecode(path)))

    def write_audit(self, project: Project, path: bytes) -> None:
        """See `Doors.write_audit`."""
        from dedup_desk.services.reports import write_report

        write_report(project, "audit", Path(os.fsdecode(path)), worded)

    def write_evidence(self, project: Project, wanted: PageWanted) -> None:
        """See `Doors.write_evidence`."""
        from dedup_desk.services.evidence import PAGE_FORMATS, write_evidence
        from dedup_desk.ui.printing import page_as_pdf

        path, formats = Path(os.fsdecode(wanted.path)), {".pdf": page_as_pdf, **PAGE_FORMATS}
        write_evidence(project, wanted.group, path, wanted.language, formats)

    def print_evidence(self, project: Project, wanted: PrintWanted) -> None:
        """See `Doors.print_evidence`."""
        from dedup_desk.services.evidence import gather
        from dedup_desk.services.reports.languages import words_in
        from dedup_desk.ui.printing import print_page

        print_page(gather(project, wanted.group), words_in(wanted.language), wanted.sheets)

    def receipt(self, project: Project) -> str:
        """See `Doors.receipt`."""
        from dedup_desk.services.receipts import receipt_text

        return receipt_text(project)

    def write_receipt(self, project: Project, path: bytes) -> None:
        """See `Doors.write_receipt`."""
        from dedup_desk.services.receipts import write_receipt

        write_receipt(project, Path(os.fsdecode(path)))

    def review(self, counted: Counted) -> ReviewViewModel:
        """See `Doors.review`."""
        from dedup_desk.ui.viewmodels.deciding import Known
        from dedup_desk.ui.viewmodels.habits import Memory
        from dedup_desk.ui.viewmodels.review import ReviewViewModel
        from dedup_desk.ui.viewmodels.seat import Seat

        desk = counted.desk
        made = ReviewViewModel(desk.session, desk.comparing, Known(counted.queue, desk.steps))
        if self._display is not None:
            made.show_on(self._display)
        if self._preferences is not None:
            made.sit(Seat(Memory(self._preferences), desk.project))
        return made
