"""The review screen without its widgets: every key of the reviewer, and what it leads to.

The slots are called like the rows of `ui/actions.py`, so that a key, a menu entry and a test reach
the same method. The picture in pane D is the current one: K, R, Y, E, V, N, U, X and `;` are about
it; A and D choose between the two shown. Nothing here can move or delete a file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto

from PySide6.QtCore import Slot

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.variant_kinds import VariantKind, usual_kind
from dedup_desk.services.review_views import ClusterView, MemberView
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels import verbs
from dedup_desk.ui.viewmodels.deciding import DecidingViewModel
from dedup_desk.ui.viewmodels.table import is_complete


class Then(Enum):
    """What follows a decision."""

    ADVANCE = auto()
    STAY = auto()


Choice = Callable[[ClusterView, MemberView, MemberView], Sequence[Decision]]
"""(group, member in pane A, member in pane D) -> what is decided."""


class ReviewViewModel(DecidingViewModel):
    """What the review screen does; needs no window, no QApplication."""

    # Decisions ------------------------------------------------------------------------------------

    @Slot()
    def accept(self) -> None:
        """Decide what the Enter button states."""
        if self._is_unseen():
            return
        if self.rounds.round is not None:
            self._keep_winner()
        elif self.decider.commit("accept", self.table.offered):
            self._advance()
        elif self.table.view is not None and not self.table.offered():
            self.told.emit(worded(message(_NOTHING_TO_ACCEPT)))

    @Slot()
    def keep_left(self) -> None:
        """Keep A, set D aside."""
        self._decide("keep_left", verbs.keep)

    @Slot()
    def keep_right(self) -> None:
        """Keep D, set A aside; the winner stays, in pane A."""
        if self._decide("keep_right", lambda view, a, d: verbs.keep(view, d, a), Then.STAY):
            self.table.put(self.table.right, self.table.left)
            self._advance()

    @Slot()
    def make_canonical(self) -> None:
        """Make the picture in pane D the kept copy; nothing is set aside."""
        if self._decide(
            "make_canonical", lambda view, _, d: verbs.make_canonical(view, d), Then.STAY
        ):
            self.table.put(self.table.right, self.table.left)

    @Slot()
    def retire_member(self) -> None:
        """Set the picture in pane D aside."""
        self._decide("retire_member", lambda view, a, d: verbs.retire(view, d, a))

    @Slot()
    def restore_undecided(self) -> None:
        """Take the answer about the picture in pane D back."""
        self._decide("restore_undecided", lambda view, _, d: verbs.undecided(view, d), Then.STAY)

    @Slot()
    def same_quality(self) -> None:
        """The picture in pane D is as good as the other."""
        self._judge("same_quality", Verdict.SAME_QUALITY)

    @Slot()
    def variant(self) -> None:
        """The picture in pane D is a version of its own, of the kind that was measured."""
        self._decide("variant", self._usual_version)

    @Slot(object)
    def variant_of(self, kind: VariantKind) -> None:
        """It is a version of its own, of the kind that a person says."""
        self._decide("variant", lambda view, a, d: verbs.version(view, d, a, kind))

    def usual_kind(self) -> VariantKind:
        """Return of which kind a version would be, going by what was measured."""
        left, right = self.table.member(Side.LEFT), self.table.member(Side.RIGHT)
        if left is None or right is None:
            return usual_kind(None)
        return usual_kind(self.session.relation_to(left, right))

    def _usual_version(
        self, view: ClusterView, beside: MemberView, member: MemberView
    ) -> tuple[Decision, ...]:
        return verbs.version(view, member, beside, self.usual_kind())

    @Slot()
    def not_duplicate(self) -> None:
        """The two shown are no duplicates of each other."""
        self._judge("not_duplicate", Verdict.NOT_DUPLICATE)

    @Slot()
    def unsure(self) -> None:
        """Pass the picture in pane D to a second person."""
        self._judge("unsure", Verdict.UNSURE)

    @Slot()
    def split(self) -> None:
        """Take the picture in pane D out of the group."""
        self._decide("split", lambda view, _, d: verbs.split(view, d))

    def write_note(self, text: str) -> bool:
        """Put a person's words to the answer about the picture in pane D, or to its join.

        Returns:
            Whether they were kept.
        """
        join = self.join_to_note()
        if join is not None:
            self.note_on_join(join, text)
            return True
        return self._decide("note", lambda _view, _a, d: verbs.noted(d, text), Then.STAY)

    # Inside ---------------------------------------------------------------------------------------

    def _judge(self, verb: str, verdict: Verdict) -> None:
        self._decide(verb, lambda view, a, d: verbs.judged(view, verdict, d, a))

    def _keep_winner(self) -> None:
        """Make the winner of the round the kept copy: one step, and the round is over."""
        winner = self.rounds.winner
        if self.decider.commit("make_canonical", self.rounds.decisions):
            self.rounds.end()
            if winner is not None and winner.record.id != self.table.left:
                self.table.put(self.table.right, self.table.left)

    def _decide(self, verb: str, choice: Choice, then: Then = Then.ADVANCE) -> bool:
        if self._round_forbids() or (verb not in _ALSO_UNSEEN and self._is_unseen()):
            return False
        left, right = self.table.member(Side.LEFT), self.table.member(Side.RIGHT)
        view = self.table.view
        if view is None or left is None or right is None:
            return False
        seen = self.session.as_compared
        done = self.decider.commit(verb, lambda: [seen(one) for one in choice(view, left, right)])
        if done and then is Then.ADVANCE:
            self._advance()
        return done

    def _is_unseen(self) -> bool:
        """Say why nothing is decided where one of the two pictures cannot be shown."""
        for side in Side:
            member = self.table.member(side)
            if member is not None and self.compare.why_missing(side) is not None:
                self.told.emit(worded(message(_UNSEEN, file=member.record.place.name)))
                return True
        return False

    def _advance(self) -> None:
        """Go on to whoever needs an answer next, in this group or the next one."""
        if self.table.view is not None and not is_complete(self.table.view):
            after = self.table.next_undecided()
            if after is not None:
                self.table.put(self.table.left, after)
            return
        after_row = self.queue.next_open()
        if after_row >= 0:
            self.queue.select(after_row)
        else:
            self.told.emit(worded(message(_ALL_DONE)))


_ALSO_UNSEEN = frozenset({"unsure", "note", "restore_undecided"})
"""Steps that say nothing about a picture, or take back what was said."""

_UNSEEN = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was decided: {file} cannot be shown now. Answer when you can see it, or pass it to a"
    " second person.",
)
_NOTHING_TO_ACCEPT = QT_TRANSLATE_NOOP(
    "Messages", "Nothing was decided: nothing is proposed here that is still undecided."
)
_ALL_DONE = QT_TRANSLATE_NOOP("Messages", "Every group shown has its answer.")
