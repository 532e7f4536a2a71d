"""Commits what a key decided, keeps the undo stack, and turns refusals into sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import ContentPair, Decision
from dedup_desk.core.errors import DedupError
from dedup_desk.core.hand_alignment import HandAlignment
from dedup_desk.core.joins import Join
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.review_views import ClusterRow
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.commands import (
    Command,
    DecidedStep,
    JoinedStep,
    command_at,
    command_of,
    rebuilt,
)
from dedup_desk.ui.text import worded

VERBS = {
    "accept": QT_TRANSLATE_NOOP("Messages", "Accept proposal"),
    "keep_left": QT_TRANSLATE_NOOP("Messages", "Keep A"),
    "keep_right": QT_TRANSLATE_NOOP("Messages", "Keep D"),
    "make_canonical": QT_TRANSLATE_NOOP("Messages", "Make kept copy"),
    "retire_member": QT_TRANSLATE_NOOP("Messages", "Set aside"),
    "restore_undecided": QT_TRANSLATE_NOOP("Messages", "Back to undecided"),
    "same_quality": QT_TRANSLATE_NOOP("Messages", "Same quality"),
    "variant": QT_TRANSLATE_NOOP("Messages", "Version: keep both"),
    "not_duplicate": QT_TRANSLATE_NOOP("Messages", "Not a duplicate"),
    "unsure": QT_TRANSLATE_NOOP("Messages", "Pass to a second person"),
    "split": QT_TRANSLATE_NOOP("Messages", "Take out of the group"),
    "note": QT_TRANSLATE_NOOP("Messages", "Note"),
    "align": QT_TRANSLATE_NOOP("Messages", "Alignment by hand"),
    "join": QT_TRANSLATE_NOOP("Messages", "Join groups"),
}
"""What a step is called behind "Undo"; the ledger keeps the key's name, never the words."""


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
        failed: str; nothing was changed, and why.
    """

    decided = Signal()
    turned = Signal(object)
    realigned = Signal(object)
    rejoined = Signal(object)
    moved = Signal()
    failed = Signal(str)

    def __init__(self, session: ReviewSession, steps: Sequence[Step] | None = None) -> None:
        super().__init__()
        self._session = session
        self.history = QUndoStack(self)
        known = session.history() if steps is None else steps
        rebuilt(self.history, (command_of(one, verb_words(one.label)) for one in known))

    def commit(self, verb: str, make: Callable[[], Sequence[Decision]]) -> bool:
        """Commit what `make` returns as one undoable step.

        Returns:
            True when something was committed.
        """
        try:
            decisions = tuple(make())
            if not decisions:
                return False
            step = self._session.decide(decisions, label=verb)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return False
        self.history.push(DecidedStep(step, verb_words(verb)))
        self.moved.emit()
        self.decided.emit()
        return True

    def align(self, said: HandAlignment, cluster: str | None) -> None:
        """Keep an alignment by hand, or take one back, as one undoable step."""
        try:
            step = self._session.alignments.say(said, cluster)
        except DedupError as error:
            self.failed.emit(worded(error.message))
        else:
            self.history.push(command_of(step, verb_words("align")))
            self.moved.emit()
        self.realigned.emit(None)

    def join(self, about: ContentPair, cluster: str) -> None:
        """Make the groups of two contents one, as one undoable step."""
        try:
            step = self._session.joins.say(Join(about), cluster)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return
        self.history.push(command_of(step, verb_words("join")))
        self.moved.emit()
        self.rejoined.emit(step.joined)

    def mark(self, row: ClusterRow) -> bool | None:
        """Set a row's bookmark, or take it away.

        Returns:
            Whether it is set now; None where it could not be written.
        """
        try:
            return self._session.marks.turn(row)
        except DedupError as error:
            self.failed.emit(worded(error.message))
            return None

    def close(self) -> None:
        """Let the commands go while everybody who listens to the stack still lives.

        A stack that is destroyed with commands in it emits `indexChanged` while its owner is half
        gone, and a receiver written in Python crashes then.
        """
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
        if isinstance(command, DecidedStep):
            self.turned.emit(command.step)
        elif isinstance(command, JoinedStep):
            self.rejoined.emit(command.turned)
        else:
            self.realigned.emit(command.turned)


def verb_words(verb: str) -> str:
    """Return a verb for the menu; steps made elsewhere are called by what they are."""
    template = VERBS.get(verb, QT_TRANSLATE_NOOP("Messages", "Decision"))
    return worded(message(template))
