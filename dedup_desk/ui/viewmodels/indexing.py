"""The indexing screen: how far reading has come, and the two ways to interfere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.display import display_text
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import CancelToken, Job, Progress
from dedup_desk.ui.job_runner import Done, Ending, Failed, JobRunner, Stopped
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.amounts import count_text, left_text, speed_text


class Phase(Enum):
    """Where the run is."""

    IDLE = auto()
    RUNNING = auto()
    PAUSED = auto()
    STOPPING = auto()
    STOPPED = auto()
    FAILED = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class StageRow:
    """One stage of the run as the screen lists it."""

    title: str
    amount: str
    is_current: bool


class IndexingViewModel(QObject):
    """What the indexing screen shows and does.

    Signals:
        changed(): anything on the screen.
        finished(object): the run came to its end; its result.
        died(Exception): a fault of ours.
    """

    changed = Signal()
    finished = Signal(object)
    died = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._token: CancelToken | None = None
        self._progress: Progress | None = None
        self._past: list[Progress] = []
        self.phase = Phase.IDLE
        self.reason: Message | None = None

    def start(self, job: Job[object]) -> None:
        """Begin or go on; what was finished in an earlier run is not done again."""
        self._progress, self._past, self.reason = None, [], None
        self.phase = Phase.RUNNING
        self._token = self._runner.start(job, self._ended, self._moved)
        self.changed.emit()

    def toggle_pause(self) -> None:
        """Let the run wait, or go on."""
        if self._token is None or self.phase not in (Phase.RUNNING, Phase.PAUSED):
            return
        if self.phase is Phase.PAUSED:
            self._token.resume()
            self.phase = Phase.RUNNING
        else:
            self._token.pause()
            self.phase = Phase.PAUSED
        self.changed.emit()

    def stop(self) -> None:
        """Ask the run to stop at the next file; everything finished is kept."""
        if self._token is not None and self.phase in (Phase.RUNNING, Phase.PAUSED):
            self._token.cancel()
            self.phase = Phase.STOPPING
            self.changed.emit()

    @property
    def share(self) -> float | None:
        """How much of the estimated cost is done, 0 to 1; None while nobody knows."""
        now = self._progress
        if now is None or now.total_cost <= 0:
            return None
        return min(1.0, now.done_cost / now.total_cost)

    @property
    def stages(self) -> tuple[StageRow, ...]:
        """The stages so far, the present one last."""
        now = () if self._progress is None else (self._progress,)
        return tuple(
            StageRow(worded(one.stage), _amount(one), one is self._progress)
            for one in (*self._past, *now)
        )

    @property
    def headline(self) -> str:
        """What is going on, in a few words."""
        words = {
            Phase.IDLE: "",
            Phase.PAUSED: self.tr("Paused"),
            Phase.STOPPING: self.tr("Stopping after the files in hand…"),
            Phase.STOPPED: self.tr("Stopped. What was read so far is kept."),
            Phase.FAILED: self.tr("Reading could not go on"),
            Phase.DONE: self.tr("Done"),
        }
        if self.phase is Phase.RUNNING:
            return worded(self._progress.stage) if self._progress else self.tr("Starting…")
        return words[self.phase]

    @property
    def explanation(self) -> str:
        """The sentence below the headline."""
        if self.reason is not None:
            return worded(self.reason)
        if self.phase is Phase.STOPPED:
            return self.tr(
                "Reading goes on from here next time: only what is missing is read. The numbers "
                "below the audit tab count what is known so far."
            )
        return self.tr("The folders are only read. Nothing in them is changed, moved or written.")

    @property
    def amounts(self) -> str:
        """Count, speed and time left: `1,204 / 3,310 · 82 MB/s · about 3 min left`."""
        now = self._progress
        if now is None or self.phase in (Phase.STOPPED, Phase.FAILED, Phase.DONE):
            return ""
        left = left_text(now.left_s) if self.share is not None else ""
        parts = (_amount(now), speed_text(now.bytes_per_s), left)
        return "  ·  ".join(part for part in parts if part)

    @property
    def current(self) -> str:
        """The file in hand, for eyes."""
        now = self._progress
        return display_text(now.current) if now is not None and now.current else ""

    def _moved(self, progress: Progress) -> None:
        before = self._progress
        if before is not None and before.stage != progress.stage:
            self._past.append(before)
        self._progress = progress
        self.changed.emit()

    def _ended(self, ending: Ending) -> None:
        self._token = None
        if isinstance(ending, Done):
            self.phase = Phase.DONE
            self.finished.emit(ending.result)
        elif isinstance(ending, Stopped):
            self.phase = Phase.STOPPED
        elif isinstance(ending, Failed):
            self.phase, self.reason = Phase.FAILED, ending.message
        else:
            self.phase = Phase.FAILED
            self.died.emit(ending.bug)
        self.changed.emit()


def _amount(progress: Progress) -> str:
    if progress.total_items:
        return f"{count_text(progress.done_items)} / {count_text(progress.total_items)}"
    return count_text(progress.done_items) if progress.done_items else ""
