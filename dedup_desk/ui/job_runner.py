"""Runs one job off the GUI thread and brings its reports back.

Tried and decided: a plain function on a plain thread and one QObject that stays in the GUI thread
and owns the signals. Moving QObjects to threads made lambda slots run in the worker and crashed
when Python dropped a reference early.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core.errors import DedupError
from dedup_desk.core.messages import Message
from dedup_desk.core.progress import Cancelled, CancelToken, Job, Progress

LOG = logging.getLogger(__name__)
_PAUSE_STEP_S = 0.05
_REPORT_STEP_S = 0.08


@dataclass(frozen=True, slots=True)
class Done:
    """The job came to its end; `result` is what its `run` returned."""

    result: object


@dataclass(frozen=True, slots=True)
class Stopped:
    """A person stopped the job; what it had finished is kept."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The surroundings did not allow it; `message` says what, where and what to do."""

    message: Message


@dataclass(frozen=True, slots=True)
class Died:
    """A fault of ours ended the job; it is in the log with its traceback."""

    bug: Exception


Ending: TypeAlias = Done | Stopped | Failed | Died
OnEnd: TypeAlias = Callable[[Ending], None]
OnProgress: TypeAlias = Callable[[Progress], None]


class JobRunner(QObject):
    """Runs one toolkit-free job at a time; every slot and callback runs in the GUI thread.

    Signals:
        started(): a job was taken.
        progressed(Progress): at most a dozen times a second, and for every new stage.
        ended(Ending): exactly once per job, after its own callback.
    """

    started = Signal()
    progressed = Signal(object)
    ended = Signal(object)
    _reported = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="job")
        self._token: CancelToken | None = None
        self._on_end: OnEnd | None = None
        self._on_progress: OnProgress | None = None
        self._reported.connect(self._hand_on)
        self._finished.connect(self._end)

    @property
    def busy(self) -> bool:
        """True from `start` until the ending was handed out."""
        return self._token is not None

    def start(
        self, job: Job[object], on_end: OnEnd, on_progress: OnProgress | None = None
    ) -> CancelToken:
        """Run `job` in the background; returns the token that pauses or stops it.

        Raises:
            RuntimeError: another job is running; whoever offers the button asks `busy` first.
        """
        if self._token is not None:
            raise RuntimeError("one job at a time")
        self._token = CancelToken(wait=lambda: time.sleep(_PAUSE_STEP_S))
        self._on_end, self._on_progress = on_end, on_progress
        self.started.emit()
        self._pool.submit(self._run, job, self._token)
        return self._token

    def shut_down(self) -> None:
        """Ask a running job to stop and wait until it has kept what it finished."""
        if self._token is not None:
            self._token.cancel()
        self._pool.shutdown(wait=True)

    def _run(self, job: Job[object], cancel: CancelToken) -> None:  # on the background thread
        try:
            ending: Ending = Done(job.run(_throttled(self._reported.emit), cancel))
        except Cancelled:
            ending = Stopped()
        except DedupError as error:
            ending = Failed(error.message)
        except Exception as bug:
            LOG.exception("job died")
            ending = Died(bug)
        self._finished.emit(ending)

    @Slot(object)
    def _hand_on(self, progress: Progress) -> None:
        if self._on_progress is not None:
            self._on_progress(progress)
        self.progressed.emit(progress)

    @Slot(object)
    def _end(self, ending: Ending) -> None:
        on_end, self._on_end, self._on_progress, self._token = self._on_end, None, None, None
        if on_end is not None:
            on_end(ending)
        self.ended.emit(ending)


def _throttled(emit: OnProgress) -> OnProgress:
    """Let a new stage through at once and other reports about twelve times a second."""
    last_s = 0.0
    stage: Message | None = None

    def report(progress: Progress) -> None:
        nonlocal last_s, stage
        now_s = time.monotonic()
        if progress.stage == stage and now_s - last_s < _REPORT_STEP_S:
            return
        stage, last_s = progress.stage, now_s
        emit(progress)

    return report
