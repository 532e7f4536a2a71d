"""The words of the "Set aside" screen: steps, checks, what happened."""

from __future__ import annotations

from PySide6.QtCore import QObject

from dedup_desk.core.display import size_text
from dedup_desk.core.move_results import Outcome
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.amounts import count_text, counted_text, left_text
from dedup_desk.ui.viewmodels.retire import Doing, RetireState
from dedup_desk.ui.viewmodels.retire_rows import Check, Mark, StepCard, StepState

_UNSETTLED = (Outcome.OPEN, Outcome.ALARM)
_TOLD = 3
"""How many sentences about single images are told at once; all are in the batch's records."""


class RetireWords(QObject):
    """Words for a `RetireState`; a QObject for its `tr` alone."""

    def steps(self, state: RetireState) -> tuple[StepCard, ...]:
        """Return the five steps, each with how far it is."""
        first = (self._plan_step(state), self._references_step(state), self._check_step(state))
        return first + self._last_steps(state)

    def checks(self, state: RetireState) -> tuple[Check, ...]:
        """Return what holds, or does not, before anything moves."""
        plan = state.plan
        if plan is None:
            return ()
        lines = [
            Check(self.tr("No kept copy is itself set aside."), Mark.GOOD),
            Check(self.tr("No group loses its last copy."), Mark.GOOD),
        ]
        if plan.refusals:
            text = counted_text(
                len(plan.refusals),
                self.tr("{count} decided image stays: see the list."),
                self.tr("{count} decided images stay: see the list."),
            )
            lines.append(Check(text, Mark.STAYS))
        lines += [Check(worded(told), Mark.STAYS) for told in state.cannot]
        lines += [Check(worded(told), Mark.PLANNED) for told in state.notes]
        lines.append(self._reread(state))
        return tuple(lines)

    def afterwards(self) -> tuple[str, ...]:
        """Return what is there after a move."""
        return (
            self.tr("Bytes and times kept, on the same disk."),
            self.tr("A replacement record beside each."),
            self.tr("Freed now 0: nothing is destroyed."),
        )

    def outcome_text(self, state: RetireState) -> tuple[str, Mark]:
        """Return what the last move or putting back did, and how it is meant; "" for nothing."""
        outcome = state.outcome
        if outcome is None:
            return "", Mark.PLANNED
        unsettled = sum(one.outcome in _UNSETTLED for one in outcome.results)
        parts = [self._moved_text(state.was, outcome.moved)]
        if state.was is Doing.PUTTING_BACK and outcome.moved:
            parts.append(self._still_decided())
        if outcome.failed:
            parts.append(self._stayed(outcome.failed - unsettled))
        if unsettled:
            parts.append(self._unsettled(unsettled))
        if outcome.left:
            parts.append(self.tr("{count} not reached.").format(count=count_text(outcome.left)))
        if outcome.was_cancelled:
            parts.append(self.tr("You stopped it."))
        if outcome.stopped is not None:
            parts.append(worded(outcome.stopped))
        told = [one.told for one in outcome.results if one.outcome is not Outcome.MOVED]
        parts += [worded(sentence) for sentence in told[:_TOLD] if sentence is not None]
        mark = Mark.ALARM if unsettled else Mark.GOOD if outcome.is_complete else Mark.STAYS
        return " ".join(parts), mark

    def progress_text(self, state: RetireState) -> str:
        """Return what runs and how far it is."""
        now = state.progress
        if state.doing is Doing.NOTHING:
            return ""
        if now is None:
            return self.tr("Starting…")
        count = f"{count_text(now.done_items)} / {count_text(now.total_items)}"
        return "  ·  ".join((worded(now.stage), count, left_text(now.left_s)))

    def move_button(self, state: RetireState) -> str:
        """Return the words of the button that moves: what exactly it would do."""
        count = len(state.plan.moves) if state.plan else 0
        if not count:
            return self.tr("Set aside…")
        return counted_text(
            count, self.tr("Set aside {count} image…"), self.tr("Set aside {count} images…")
        )

    def _plan_step(self, state: RetireState) -> StepCard:
        title = self.tr("1 · Plan")
        plan = state.plan
        if plan is None:
            return StepCard(title, self.tr("looking at every decided file…"), StepState.NOW)
        if not plan.moves:
            return StepCard(title, self.tr("nothing to set aside"), StepState.TO_DO)
        text = counted_text(
            len(plan.moves),
            self.tr("{count} image with its kept copy"),
            self.tr("{count} images, each with its kept copy"),
        )
        return StepCard(title, f"{text}\u00a0·\u00a0{size_text(plan.size_bytes)}", StepState.DONE)

    def _references_step(self, state: RetireState) -> StepCard:
        title = self.tr("2 · References")
        if state.acknowledged_by:
            text = self.tr("NOT CHECKED, acknowledged by {name}").format(name=state.acknowledged_by)
            return StepCard(title, text, StepState.DONE)
        is_next = state.plan is not None and bool(state.plan.moves)
        text = self.tr("NOT CHECKED; a named person must take it on")
        return StepCard(title, text, StepState.NOW if is_next else StepState.TO_DO)

    def _check_step(self, state: RetireState) -> StepCard:
        title, rehearsal = self.tr("3 · Check"), state.rehearsal
        if state.doing is Doing.REHEARSING:
            return StepCard(title, self.tr("reading both copies of each…"), StepState.NOW)
        if rehearsal is None:
            text = self.tr("both copies are read again before any move; the rehearsal does it now")
            return StepCard(title, text, StepState.TO_DO)
        if rehearsal.failed:
            text = self.tr("{moved} would move, {stay} would stay; why is in the list").format(
                moved=count_text(rehearsal.moved), stay=count_text(rehearsal.failed)
            )
            return StepCard(title, text, StepState.DONE if rehearsal.moved else StepState.BLOCKED)
        if rehearsal.left:
            text = self.tr("{count} not reached").format(count=count_text(rehearsal.left))
            return StepCard(title, text, StepState.TO_DO)
        return StepCard(title, self.tr("rehearsed: every image would move"), StepState.DONE)

    def _last_steps(self, state: RetireState) -> tuple[StepCard, StepCard]:
        moved = state.was is Doing.MOVING and state.outcome is not None
        move_state = StepState.NOW if state.doing is Doing.MOVING else StepState.TO_DO
        text = self.tr("to quarantine, journaled, can be put back")
        held = counted_text(
            len(state.held),
            self.tr("{count} image in quarantine; nothing is destroyed"),
            self.tr("{count} images in quarantine; nothing is destroyed"),
        )
        return (
            StepCard(self.tr("4 · Move"), text, StepState.DONE if moved else move_state),
            StepCard(self.tr("5 · Keep"), held, StepState.DONE if state.held else StepState.TO_DO),
        )

    def _reread(self, state: RetireState) -> Check:
        rehearsal = state.rehearsal
        if rehearsal is None:
            return Check(self.tr("Both copies are read before a move."), Mark.PLANNED)
        text = self.tr("{good} of {all} read to the end, as reviewed.").format(
            good=count_text(rehearsal.moved), all=count_text(rehearsal.planned)
        )
        return Check(text, Mark.GOOD if rehearsal.is_complete else Mark.STAYS)

    def _moved_text(self, was: Doing, moved: int) -> str:
        if was is Doing.PUTTING_BACK:
            return counted_text(
                moved,
                self.tr("{count} image put back and read again where it was."),
                self.tr("{count} images put back, each read again where it was."),
            )
        return counted_text(
            moved,
            self.tr("{count} image set aside and read again in quarantine."),
            self.tr("{count} images set aside, each read again in quarantine."),
        )

    def _still_decided(self) -> str:
        return self.tr(
            "What was decided still stands; take it back in Review to keep what was put back."
        )

    def _stayed(self, count: int) -> str:
        return counted_text(
            count,
            self.tr("{count} stayed where it was."),
            self.tr("{count} stayed where they were."),
        )

    def _unsettled(self, count: int) -> str:
        return counted_text(
            count,
            self.tr("{count} could not be settled: look at it."),
            self.tr("{count} could not be settled: look at them."),
        )
