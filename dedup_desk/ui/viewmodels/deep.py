"""What is read in the window's background: it runs behind the audit and the review.

The quick pass shows its groups first; then the deep pass goes on by itself if the person wants it
(a tick that is remembered). A project that was read before shows what is known of it at once, and
its folders are read again here: for new, changed and lost files, as thoroughly as is wanted.
Whoever needs the project for something else asks here first.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from dedup_desk.services.auditing import DepthCount
from dedup_desk.ui.job_runner import JobRunner
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.presence import Presence
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.amounts import count_text, counted_text
from dedup_desk.ui.viewmodels.found import Found
from dedup_desk.ui.viewmodels.indexing import IndexingViewModel, Phase

if TYPE_CHECKING:
    from dedup_desk.services.projects import Project


NOTHING = Found()


class DeepViewModel(QObject):
    """What the strip about the deep pass shows and does.

    Args:
        preferences: whether it is wanted.
        presence: while somebody works at the window, the pass leaves a processor to the window.

    Signals:
        changed(): anything on the strip.
        finished(): the pass came to its end; there may be other groups now.
        died(Exception): a fault of ours.

    Attributes:
        has_news: it came to its end, and what it found is not shown yet.
        found: what it found of that, once it is counted.
        is_due: the folders were not read since the project was opened.
        was_search: the run that ended looked through what no deep pass had looked through.
    """

    changed = Signal()
    finished = Signal()
    died = Signal(object)

    def __init__(
        self, preferences: Preferences, presence: Presence, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences, self._presence = preferences, presence
        self._runner = JobRunner(self)
        self._run = IndexingViewModel(self._runner, self)
        self._project: Project | None = None
        self._count = DepthCount()
        self._waiting: list[Callable[[], None]] = []
        self._is_over = False
        self._is_tried = self.is_due = self.was_search = False
        self.has_news, self.found = False, NOTHING
        self._run.changed.connect(self.changed)
        self._run.died.connect(self.died)
        self._run.finished.connect(self._finished)
        self._runner.ended.connect(self._ended)

    @property
    def is_running(self) -> bool:
        """True while the pass is under way."""
        return self._runner.busy and not self._is_over

    @property
    def is_possible(self) -> bool:
        """True where a project is shown that may be written."""
        return self._project is not None and not self._project.read_only

    @property
    def is_wanted(self) -> bool:
        """Whether the person wants the deep pass after each quick one."""
        return self._preferences.deep_pass

    @is_wanted.setter
    def is_wanted(self, wanted: bool) -> None:
        self._preferences.deep_pass = wanted
        if wanted:
            self._start()
        else:
            self._run.stop()
        self.changed.emit()

    @property
    def share(self) -> float | None:
        """How much of the present stage is done, 0 to 1; None while nobody knows."""
        return self._run.share

    @property
    def line(self) -> str:
        """Where the pass is, in one line."""
        if self.is_running:
            parts = (self._run.headline, self._run.amounts)
            return "  ·  ".join(part for part in parts if part)
        if self._run.phase is Phase.FAILED and self._run.reason is not None:
            return worded(self._run.reason)
        return self._state()

    def look_at(self, project: Project, count: DepthCount) -> None:
        """Show how far the pass has come in a project, and go on with it if that is wanted.

        What a run that came to its end could not look through, the next could not either: it is
        tried again when the folders were read again, or when a person asks for it.
        """
        self._is_tried = self._is_tried and project is self._project
        self._project, self._count = project, count
        self.has_news, self.found = False, NOTHING
        if self.is_due or (self.is_wanted and not self._is_tried):
            self._start()
        self.changed.emit()

    def try_again(self) -> None:
        """The folders were read again: what could not be looked through may be now."""
        self._is_tried = self.is_due = False

    def when_still(self, then: Callable[[], None]) -> None:
        """Stop the pass, keeping what it finished, and go on once it has let go of the project."""
        if not self.is_running:
            then()
            return
        self._waiting.append(then)
        self._run.stop()

    def forget(self) -> None:
        """Show no project any more."""
        self._project, self._count = None, DepthCount()
        self._is_tried = self.is_due = False
        self.has_news, self.found = False, NOTHING
        self._run.phase, self._run.reason = Phase.IDLE, None
        self.changed.emit()

    def shut_down(self) -> None:
        """Stop for good and wait for it."""
        self._waiting.clear()
        self._runner.shut_down()
        self._is_over = True  # what the runner still has to tell comes too late

    def _start(self) -> None:
        project = self._project
        if project is None or project.read_only or self.is_running or self._is_over:
            return
        if self._count.missing or self.is_due:
            self._is_tried = False
            self.was_search = self.is_wanted and bool(self._count.missing)
            spare = self._presence.spare
            deep = project.deepening(spare) if self.is_wanted else None
            self._run.start(deep or project.indexing(spare=spare))

    def _finished(self, _summary: object) -> None:
        if self._is_over or self._waiting:
            return  # whoever takes the project now counts it anew, or lets it go
        self.has_news = self._is_tried = True
        self.is_due = False
        self.finished.emit()

    def _ended(self, _ending: object) -> None:
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
        self.changed.emit()

    def _state(self) -> str:
        parts = (self._due(), self._missing(), self._searched(), self._faint())
        return " ".join(part for part in parts if part)

    @property
    def _is_counted_after(self) -> bool:
        """True where the numbers are those that a run to the end left."""
        return self._is_tried and not self.has_news

    def _due(self) -> str:
        return self.tr("The folders were not read again yet.") if self.is_due else ""

    def _missing(self) -> str:
        missing = self._count.missing
        if not missing:
            return ""
        if not self._is_counted_after:
            return counted_text(
                missing,
                self.tr("{count} image was not looked through yet."),
                self.tr("{count} images were not looked through yet."),
            )
        return counted_text(
            missing,
            self.tr(
                "{count} image could not be looked through, because its stored preview cannot be "
                "used. Reading the folders again tries once more."
            ),
            self.tr(
                "{count} images could not be looked through, because their stored previews cannot "
                "be used. Reading the folders again tries once more."
            ),
        )

    def _searched(self) -> str:
        searched = self._count.searched
        if not searched or (self._count.missing and not self._is_counted_after):
            return ""
        return counted_text(
            searched,
            self.tr("{count} image was looked through."),
            self.tr("{count} images were looked through."),
        )

    def _faint(self) -> str:
        if not self._searched() or not self._count.faint:
            return ""
        plain = self.tr("{count} too plain for it, compared as a whole.")
        return plain.format(count=count_text(self._count.faint))
