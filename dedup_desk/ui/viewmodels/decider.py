"""Commits what a key decided, keeps the undo stack, and turns refusals into sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import Decision
from dedup_desk.core.errors import DedupError
from dedup_desk.core.hand_alignment import HandAlignment
from dedup_desk.core.joins import Join
from dedup_desk.services.review_views import ClusterRow
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.services.taking_back import LABEL, TakeBack
from dedup_desk.ui.commands import (
    Command,
    command_at,
    command_of,
    rebuilt,
)
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.step_words import step_words

UNDO_REACH = 1000
"""How many steps the undo key goes back; the history screen takes back any earlier one."""


class Decider(QObject):
    """The one place where the review screen writes.

    Args:
        session: where decisions are committed.
        steps: the session's history where it was already read.

    Signals:
        decided: something new was committed.
        turned: Step; this step was taken back or brought back.
        realigned: Realigned or None; an alignment by hand was made (None), or taken back or
            brought back.
        rejoined: Rejoined; groups were joined, or that was taken back or brought back.
        moved: the undo stack has another top.
        saved: something was written, whatever it was.
        failed: str; nothing was changed, and why.
    """

    decided = Signal()
    turned = Signal(object)
    realigned = Signal(object)
    rejoined = Signal(object)
    moved = Signal()
    saved = Signal()
    failed = Signal(str)

    def __init__(self, session: ReviewSession, steps: Sequence[Step] | None = None) -> None:
        super().__init__()
        self._session = session
        self._is_closed = False
        self.history = QUndoStack(self)
        self.history.setUndoLimit(UNDO_REACH)
        known = (session.history() if steps is None else steps)[-UNDO_REACH:]
        rebuilt(self.history, (command_of(one, step_words(one)) for one in known))

    def commit(self, verb: str, make: Callable[[], Sequence[Decision]]) -> bool:
        """Commit what `make` returns as one undoable step.

        Returns:
            True when something was committed.
        """
        if self._is_closed:
            return False
        try:
            decisions = tuple(make())
            if not decisions:
                return False
            step = self._session.decide(decisions, label=verb)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return False
        self._push(step)
        self.decided.emit()
        return True

    def align(self, said: HandAlignment, cluster: str | None) -> None:
        """Keep an alignment by hand, or take one back, as one undoable step."""
        if self._is_closed:
            return
        try:
            step = self._session.alignments.say(said, cluster)
        except DedupError as error:
            self.failed.emit(worded(error.message))
        else:
            self._push(step)
        self.realigned.emit(None)

    def join(self, said: Join, cluster: str) -> None:
        """Make the groups of two contents one, or put a note to it, as one undoable step."""
        if self._is_closed:
            return
        try:
            step = self._session.joins.say(said, cluster)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return
        self._push(step)
        self.rejoined.emit(step.joined)

    def take_back(self, act: TakeBack, reason: str) -> bool:
        """Take an earlier act back, as an undoable step of its own.

        Returns:
            True when it was committed.
        """
        if self._is_closed:
            return False
        try:
            step = _taken_back(self._session, act.because(reason), reason)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return False
        self._push(step)
        self._tell_turned(step)
        return True

    def mark(self, row: ClusterRow) -> bool | None:
        """Set a row's bookmark, or take it away.

        Returns:
            Whether it is set now; None where it could not be written.
        """
        if self._is_closed:
            return None
        try:
            is_set = self._session.marks.turn(row)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return None
        self.saved.emit()
        return is_set

    def close(self) -> None:
        """Write nothing more, and let the commands go while their listeners still live.

        A stack that is destroyed with commands in it emits `indexChanged` while its owner is half
        gone, and a receiver written in Python crashes then.
        """
        self._is_closed = True
        self.history.blockSignals(True)  # noqa: FBT003 - Qt names no keyword
        self.history.clear()

    def undo(self) -> None:
        """Take the latest step back."""
        command = command_at(self.history, self.history.index() - 1)
        if command is not None:
            self._move(command, command.take_back, self.history.undo)

    def redo(self) -> None:
        """Bring the step taken back last in force again."""
        command = command_at(self.history, self.history.index())
        if command is not None:
            self._move(command, command.bring_back, self.history.redo)

    def _move(
        self,
        command: Command,
        write: Callable[[ReviewSession], object],
        move: Callable[[], None],
    ) -> None:
        try:
            write(self._session)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return
        move()
        self.moved.emit()
        self.saved.emit()
        self._tell_turned(command.step)

    def _push(self, step: Step) -> None:
        self.history.push(command_of(step, step_words(step)))
        self.moved.emit()
        self.saved.emit()

    def _tell_turned(self, step: Step) -> None:
        """Tell what holds again, or no more."""
        if step.joined is not None:
            self.rejoined.emit(step.joined)
        elif step.aligned is not None:
            self.realigned.emit(step.aligned)
        else:
            self.turned.emit(step)


def _taken_back(session: ReviewSession, act: TakeBack, reason: str) -> Step:
    if act.join is not None:
        return session.joins.say(act.join, act.cluster)
    if act.alignment is not None:
        return session.alignments.say(act.alignment, act.cluster, note=reason)
    return session.decide(act.decisions, label=LABEL)
