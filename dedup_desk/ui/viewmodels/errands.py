"""Short pieces of work off the GUI thread, each with what happens when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from dedup_desk.core.progress import CancelToken, Report
from dedup_desk.ui.job_runner import Died, Done, Ending, Failed, JobRunner
from dedup_desk.ui.viewmodels.notices import Notice, Tone

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Call:
    """A job of one function."""

    function: Callable[[], object]

    def run(self, report: Report, cancel: CancelToken) -> object:
        """Call it."""
        del report
        cancel.check()
        return self.function()


def _nothing() -> None:
    """What a failed call is followed by unless somebody says otherwise."""


class Errands(QObject):
    """Runs calls one after the other through the window's runner.

    Signals:
        noticed(Notice): a call failed, for a reason in the surroundings.
        died(Exception): a call failed by a fault of ours.
    """

    noticed = Signal(object)
    died = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._waiting: list[tuple[Call, Callable[[object], None], Callable[[], None]]] = []
        runner.ended.connect(self._next)

    def run(
        self,
        function: Callable[[], Result],
        then: Callable[[Result], None],
        otherwise: Callable[[], None] = _nothing,
    ) -> None:
        """Call `function` off the GUI thread, and `then` with its result in the GUI thread.

        Args:
            function: the work.
            then: what to do with its result.
            otherwise: what to do when it failed, after that was told.
        """
        self._waiting.append((Call(function), then, otherwise))  # type: ignore[arg-type] # paired by Result
        if not self._runner.busy:
            self._next(None)

    def forget(self) -> None:
        """Drop what has not begun."""
        self._waiting.clear()

    def _next(self, _ending: object) -> None:
        if self._waiting and not self._runner.busy:
            call, then, otherwise = self._waiting.pop(0)
            self._runner.start(call, lambda ending: self._ended(ending, then, otherwise))

    def _ended(
        self, ending: Ending, then: Callable[[object], None], otherwise: Callable[[], None]
    ) -> None:
        if isinstance(ending, Done):
            then(ending.result)
            return
        if isinstance(ending, Failed):
            self.noticed.emit(Notice(ending.message, Tone.PROBLEM))
        elif isinstance(ending, Died):
            self.died.emit(ending.bug)
        otherwise()
