"""The window as a whole: which project is open, which screen is in front, what was said last."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from enum import Enum, auto
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from PySide6.QtCore import QObject, QTimer, Signal

from dedup_desk.core.chronicle import Chronicle
from dedup_desk.ui.actions import Need
from dedup_desk.ui.job_runner import JobRunner
from dedup_desk.ui.preferences import Preferences, Recent
from dedup_desk.ui.presence import Presence
from dedup_desk.ui.viewmodels.audit import AuditViewModel
from dedup_desk.ui.viewmodels.deep import DeepViewModel
from dedup_desk.ui.viewmodels.doors import Counted, Doors
from dedup_desk.ui.viewmodels.errands import Errands
from dedup_desk.ui.viewmodels.exports import Exports
from dedup_desk.ui.viewmodels.found import Found
from dedup_desk.ui.viewmodels.history import HistoryViewModel
from dedup_desk.ui.viewmodels.indexing import IndexingViewModel
from dedup_desk.ui.viewmodels.notices import Notice, Tone
from dedup_desk.ui.viewmodels.retire import RetireViewModel
from dedup_desk.ui.viewmodels.sitting import Sitting
from dedup_desk.ui.viewmodels.start import StartViewModel

if TYPE_CHECKING:
    from dedup_desk.core.messages import Message
    from dedup_desk.services.projects import Project
    from dedup_desk.ui.viewmodels.review import ReviewViewModel


class Screen(Enum):
    """What fills the window."""

    START = auto()
    INDEXING = auto()
    AUDIT = auto()
    REVIEW = auto()
    SET_ASIDE = auto()
    HISTORY = auto()


_More = ParamSpec("_More")


def _when_still(
    method: Callable[Concatenate[ShellViewModel, _More], None],
) -> Callable[Concatenate[ShellViewModel, _More], None]:
    """Let a method that takes the project away wait until the deep pass has let go of it."""

    def later(shell: ShellViewModel, /, *args: _More.args, **more: _More.kwargs) -> None:
        shell.deep.when_still(lambda: method(shell, *args, **more))

    return later


class ShellViewModel(QObject):
    """What the window shows and does.

    Signals:
        changed(): screen, name, state or facts.
        noticed(Notice): one sentence for the message bar.
        died(Exception): a fault of ours; it is in the log.
        review_changed(object): the review view-model to show, or None.
        moved_on(): another screen comes; what was told about the last one is old.

    Attributes:
        name: the project's name for eyes; empty while none is open.
        start, indexing, audit, retire, history: the screens' own view-models.
        exports: writes files to take away.
        deep: the deep pass, which runs behind the screens.
    """

    changed = Signal()
    noticed = Signal(object)
    died = Signal(object)
    review_changed = Signal(object)
    moved_on = Signal()

    def __init__(
        self,
        doors: Doors,
        runner: JobRunner,
        preferences: Preferences,
        presence: Presence | None = None,  # without it nobody ever is at the window
    ) -> None:
        super().__init__()
        self._doors, self._runner, self._preferences = doors, runner, preferences
        self._errands = Errands(runner, self)
        self.project: Project | None = None
        self.name = ""
        self.screen = Screen.START
        self._sitting = Sitting(doors, self)
        self.exports = Exports(doors, self._errands, lambda: self.project, self)
        self._to_tell: tuple[Message, ...] = ()
        self.start = StartViewModel(preferences, self)
        self.indexing = IndexingViewModel(runner, self)
        self.deep = DeepViewModel(preferences, presence or Presence(parent=self), self)
        self.audit = AuditViewModel(preferences, self)
        self.retire = RetireViewModel(runner, self)
        self.history = HistoryViewModel(self)
        self._connect()

    @property
    def state(self) -> str:
        """One line about the collection, for the top bar."""
        return self.audit.summary(read_only=self.project.read_only) if self.project else ""

    @property
    def review(self) -> ReviewViewModel | None:
        """The review screen's view-model, None while no project is counted."""
        return self._sitting.review

    @property
    def facts(self) -> frozenset[Need]:
        """What is true now, for enabling actions."""
        return _facts(self, is_idle=not self._runner.busy)

    @_when_still
    def open(self, path: bytes) -> None:
        """Close what is open and open a folder or a project file."""
        if self._runner.busy:
            self.noticed.emit(
                Notice(self.tr("Wait until the present work has ended, or stop it."), Tone.TOLD)
            )
            return
        self.close()
        self._errands.run(lambda: self._doors.open(path), lambda made: self._opened(made, path))

    def add_folder(self, folder: bytes) -> None:
        """Add a folder to the project and read it."""
        if (project := self.project) is not None:
            self._errands.run(lambda: project.add_root(folder), lambda _root: self.read_again())

    @_when_still
    def save_as(self, path: bytes) -> None:
        """Go on with the project in another file."""
        if (project := self.project) is not None:
            self._sitting.clear()
            self._errands.run(
                lambda: self._doors.save_as(project, path),
                lambda made: self._opened(made, path),
                otherwise=self.count,
            )

    @_when_still
    def read_again(self) -> None:
        """Read what is new or changed in the project's folders."""
        if self.project is not None and not self._runner.busy:
            self._sitting.clear()
            self.name = _name(self.project)  # a folder may have been added
            self.retire.has_moved_files = False
            self._bring(Screen.INDEXING)
            self.indexing.start(self.project.indexing())

    def count(self) -> None:
        """Count what is known and show the audit."""
        if (project := self.project) is not None:
            self._errands.run(lambda: self._doors.count(project), self._counted)

    def show(self, screen: Screen) -> None:
        """Bring a screen to the front, with numbers of this moment."""
        project = self.project
        if project is None or screen is self.screen:
            return
        if self.retire.has_moved_files and screen in (Screen.AUDIT, Screen.REVIEW):
            self.read_again()  # the index still has them at their old places
        elif self.deep.has_news and screen is Screen.AUDIT:
            self.count()
        else:
            self._bring(screen)
            _fill(self, project, self._errands)

    def show_found(self) -> None:
        """Lay the queue out anew, and of it first what the deep pass found meanwhile."""
        project, found = self.project, self.deep.found.ids
        if project is not None and found:
            count, then = self._doors.count, self._counted
            self.moved_on.emit()
            self._errands.run(lambda: count(project), lambda counted: then(counted, found))

    @_when_still
    def close(self) -> None:
        """Close the project; everything decided is already in its file."""
        self._errands.forget()
        self._sitting.clear()
        _empty(self)
        if self.project is not None:
            self.project.close()
            self.project, self.name = None, ""
        self._bring(Screen.START)

    def shut_down(self) -> None:
        """Stop what runs, keep what it finished, close the project."""
        self._errands.forget()
        self._runner.shut_down()
        self.deep.shut_down()
        self.close()
        self.history.close()

    def _connect(self) -> None:
        _connect_screens(self)
        self._sitting.review_changed.connect(self.review_changed)
        self._sitting.changed.connect(self._read_history)
        self.deep.finished.connect(self._deepened)
        self._errands.noticed.connect(self.noticed)
        self._errands.died.connect(self.died)
        for signal in (self._sitting.changed, self._runner.started, self._runner.ended):
            signal.connect(self.changed)

    def _read_history(self) -> None:
        if self.screen is Screen.HISTORY and self.project is not None:
            _fill(self, self.project, self._errands)

    def _deepened(self) -> None:
        project, rows = self.project, self._sitting.rows
        if self.screen is Screen.AUDIT:
            self.count()
        elif project is not None:
            now = self._doors.rows
            self._errands.run(
                lambda: Found.between(rows, now(project)), lambda found: _tell_found(self, found)
            )

    def _opened(self, project: Project, path: bytes) -> None:
        self.project, self.name = project, _name(project)
        self._preferences.remember(_recent(path))
        self.start.changed.emit()
        if project.read_only:
            self.count()
        else:
            settle = self._doors.settle
            self._errands.run(lambda: settle(project), self._settled, otherwise=self.read_again)

    def _settled(self, told: tuple[Message, ...]) -> None:
        """Show what is known at once and read the folders behind it; or read them first."""
        self._to_tell = told
        self.deep.is_due = self.project is not None and self.project.was_read
        (self.count if self.deep.is_due else self.read_again)()

    def _counted(self, counted: Counted, found: frozenset[str] = frozenset()) -> None:
        self._sitting.begin(counted, found)
        _present(self, counted)
        self._bring(Screen.REVIEW if found else Screen.AUDIT)
        if found:
            self._sitting.lay()
        QTimer.singleShot(0, self._sitting, self._sitting.lay)  # the numbers are painted first
        _tell(self, self._to_tell)
        self._to_tell = ()

    def _bring(self, screen: Screen) -> None:
        if screen is not self.screen:
            self.moved_on.emit()
        self.screen = screen
        self.changed.emit()


def _connect_screens(shell: ShellViewModel) -> None:
    """Let the screens bring one another to the front, and hand on what they tell."""
    shell.review_changed.connect(shell.history.acts.set_review)
    shell.start.chosen.connect(shell.open)
    shell.indexing.finished.connect(shell.deep.try_again)
    shell.indexing.finished.connect(shell.count)
    shell.indexing.changed.connect(shell.changed)
    shell.audit.review_wanted.connect(lambda: shell.show(Screen.REVIEW))
    shell.audit.export_wanted.connect(shell.exports.write_audit)
    shell.history.receipt_wanted.connect(shell.exports.write_receipt)
    shell.history.copy_wanted.connect(shell.exports.copy_receipt)
    shell.exports.copied.connect(shell.history.copied)
    shell.exports.noticed.connect(shell.noticed)
    shell.retire.left.connect(lambda: shell.show(Screen.AUDIT))
    shell.retire.noticed.connect(shell.noticed)
    for source in (shell.indexing, shell.deep, shell.retire):
        source.died.connect(shell.died)


def _present(shell: ShellViewModel, counted: Counted) -> None:
    """Tell the screens what was counted, and go on with the deep pass."""
    shell.audit.set_audit(counted.audit)
    if shell.project is not None:
        shell.retire.set_retirement(shell.project.retirement(), shell.project.actor.name)
        shell.deep.look_at(shell.project, counted.audit.depth)


def _empty(shell: ShellViewModel) -> None:
    """Show no project on any screen."""
    shell.audit.set_audit(None)
    shell.deep.forget()
    shell.retire.set_retirement(None)
    shell.history.show_chronicle(Chronicle())


def _tell(shell: ShellViewModel, sentences: tuple[Message, ...]) -> None:
    for told in sentences:
        shell.noticed.emit(Notice(told, Tone.TOLD))


def _tell_found(shell: ShellViewModel, found: Found) -> None:
    """Say what was found in the background; the queue under somebody's hands stays as it is."""
    if shell.deep.has_news and shell.screen is not Screen.AUDIT:
        shell.deep.found = found
        shell.changed.emit()
        told = found.told if shell.deep.was_search else found.told_of_reading
        if told is not None:
            shell.noticed.emit(Notice(told, Tone.TOLD, "show_found" if found.ids else ""))


def _fill(shell: ShellViewModel, project: Project, errands: Errands) -> None:
    """Fetch what the screen in front shows."""
    if shell.screen is Screen.AUDIT:
        errands.run(project.audit, shell.audit.set_audit)
    elif shell.screen is Screen.SET_ASIDE:
        shell.retire.prepare()
    elif shell.screen is Screen.HISTORY:
        shell.history.acts.set_project(read_only=project.read_only)
        errands.run(lambda: Chronicle.of(project.file.events()), shell.history.show_chronicle)


def _name(project: Project) -> str:
    """Return a draft's folders, or the name a person gave the project."""
    labels = [root.label for root in project.roots()]
    return ", ".join(labels) if project.is_draft and labels else project.name


def _facts(shell: ShellViewModel, *, is_idle: bool) -> frozenset[Need]:
    project, review = shell.project, shell.review
    history = review.history if review and shell.screen in _UNDOES else None
    facts = {
        Need.PROJECT: project is not None,
        Need.IDLE: is_idle,
        Need.WRITABLE: project is not None and not project.read_only,
        Need.INDEXED: shell.audit.audit is not None,
        Need.FOUND: bool(shell.deep.found.ids) and not shell.retire.has_moved_files,
        Need.REVIEWING: review is not None and shell.screen is Screen.REVIEW,
        Need.CAN_UNDO: history is not None and history.canUndo(),
        Need.CAN_REDO: history is not None and history.canRedo(),
    }
    return frozenset(need for need, holds in facts.items() if holds)


_UNDOES = (Screen.REVIEW, Screen.HISTORY)
"""Screens on which a person sees what undo does."""


def _recent(path: bytes) -> Recent:
    at_utc = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return Recent(path, os.path.isdir(path), at_utc)  # noqa: PTH112 - bytes
