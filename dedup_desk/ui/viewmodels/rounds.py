"""A round of winner stays over the group on the table: who is in it, and what it comes to.

It moves pictures into the panes and nothing else. What the winner is worth is decided by a person,
with a key of its own, after the last comparison.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core import winner_stays
from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.errors import RefusedError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import RecordId
from dedup_desk.core.winner_stays import Round
from dedup_desk.services.review_views import ClusterView, MemberView
from dedup_desk.ui.viewmodels import verbs
from dedup_desk.ui.viewmodels.table import TableViewModel

OUT = (Verdict.RETIRE, Verdict.NOT_DUPLICATE)
"""Answers that keep a picture out of a round: it was set aside, or does not belong here."""


class Rounds(QObject):
    """Leads through one round at a time.

    Attributes:
        round: where the round stands; None while there is none.

    Signals:
        changed: a round began, went on or ended.
        said: Message; why nothing was done, or that the round was left.
    """

    changed = Signal()
    said = Signal(object)

    def __init__(self, table: TableViewModel) -> None:
        super().__init__()
        self._table = table
        self._group: str | None = None
        self._before = (table.left, table.right)
        self.round: Round | None = None
        table.changed.connect(self._on_table)

    @property
    def winner(self) -> MemberView | None:
        """The picture that stayed to the end, before anybody decided about it."""
        view = self._table.view
        if self.round is None or self.round.winner is None or view is None:
            return None
        return verbs.member_of(view, self.round.winner)

    @property
    def progress(self) -> Message | None:
        """Which comparison is at hand, of how many; None without a round."""
        if self.round is None:
            return None
        return message(_PROGRESS, step=self.round.step, steps=self.round.steps)

    @property
    def words(self) -> Message | None:
        """What is asked, or who stayed; None without a round."""
        if self.round is None:
            return None
        winner = self.winner
        if winner is not None:
            return message(_WON, file=winner.record.place.name)
        return message(_ASKED)

    def begin(self) -> None:
        """Begin with the two shown; the others follow in the group's order."""
        view = self._table.view
        if view is None:
            return
        if self.round is not None:
            self.said.emit(message(ROUND_IS_ON))
            return
        entrants = _entrants(view, (self._table.left, self._table.right))
        if len(entrants) < 2:
            self.said.emit(message(_TOO_FEW))
            return
        self._group, self._before = view.id, (self._table.left, self._table.right)
        self._go(winner_stays.begun(entrants))

    def stays(self, side: Side) -> None:
        """Let the picture in one pane stay; the other one leaves the round."""
        if self.round is None:
            self.said.emit(message(_NO_ROUND))
        elif self.round.winner is not None:
            self.said.emit(message(_HAS_WINNER))
        else:
            self._go(winner_stays.stayed(self.round, side))

    def ask_later(self) -> None:
        """Let the newcomer wait at the end."""
        if self.round is None:
            self.said.emit(message(_NO_ROUND))
        elif self.round.winner is not None or not self.round.waiting:
            self.said.emit(message(_HAS_WINNER if self.round.winner is not None else _LAST_TWO))
        else:
            self._go(winner_stays.later(self.round))

    def decisions(self) -> tuple[Decision, ...]:
        """Return what makes the winner the kept copy; nothing is committed.

        Raises:
            RefusedError: nobody has won yet, or the winner is the kept copy already.
        """
        winner, view = self.winner, self._table.view
        if winner is None or view is None:
            raise RefusedError(message(ROUND_IS_ON))
        if verbs.answer(winner) is Verdict.CANONICAL:
            raise RefusedError(message(_KEPT_ALREADY, file=winner.record.place.name))
        return verbs.make_canonical(view, winner)

    def leave(self) -> None:
        """End the round without any effect: the panes hold what they held before it."""
        if self.round is not None:
            self.end()
            self._table.put(*self._before)

    def end(self) -> None:
        """End the round; the panes stay as they are."""
        self.round, self._group = None, None
        self.changed.emit()

    def _go(self, round_: Round) -> None:
        self.round = round_
        self._table.put(round_.left, round_.right)
        self.changed.emit()

    @Slot()
    def _on_table(self) -> None:
        """Another group ends the round; another picture of this one has no place in it."""
        if self.round is None:
            return
        if self._table.view is None or self._table.view.id != self._group:
            self.end()
            self.said.emit(message(_LEFT))
        elif (self._table.left, self._table.right) != (self.round.left, self.round.right):
            self._table.put(self.round.left, self.round.right)
            self.said.emit(message(ROUND_IS_ON))


def _entrants(view: ClusterView, first: tuple[RecordId, RecordId]) -> tuple[RecordId, ...]:
    """Return who is in a round, those in the panes first."""
    playing = [one.record.id for one in view.members if verbs.answer(one) not in OUT]
    return tuple(sorted(playing, key=lambda one: first.index(one) if one in first else len(first)))


ROUND_IS_ON = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was done: a round is on. Say which of the two stays, or leave the round with Esc.",
)
_PROGRESS = QT_TRANSLATE_NOOP("Messages", "Round: {step} of {steps}")
_ASKED = QT_TRANSLATE_NOOP(
    "Messages", "A round: which of the two stays? It decides nothing by itself."
)
_WON = QT_TRANSLATE_NOOP(
    "Messages", "{file} stayed to the end of the round. Nothing is decided yet."
)
KEEP_WINNER = QT_TRANSLATE_NOOP("Messages", "Keep {file}")
_NO_ROUND = QT_TRANSLATE_NOOP("Messages", "Nothing was done: no round is on.")
_TOO_FEW = QT_TRANSLATE_NOOP(
    "Messages", "No round was begun: fewer than two images of this group are still in it."
)
_HAS_WINNER = QT_TRANSLATE_NOOP(
    "Messages", "The round has its winner: Enter makes it the kept copy, Esc leaves the round."
)
_KEPT_ALREADY = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was decided: {file} stayed to the end and is the kept copy already. Esc leaves the"
    " round.",
)
_LAST_TWO = QT_TRANSLATE_NOOP("Messages", "Nobody else is waiting: only these two are left.")
_LEFT = QT_TRANSLATE_NOOP("Messages", "The round was left; nothing was decided in it.")
