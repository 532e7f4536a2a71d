"""What can be undone: one command for every step that a person decided.

A step is committed to the ledger *before* its command is pushed, and taken back there before the
stack moves: a `redo()` that raises would leave its command on the stack and the window out of
step with the project. So `redo()` and `undo()` here do nothing; `take_back` and `bring_back` write,
and whoever owns the stack moves it only when they returned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeAlias

from PySide6.QtGui import QUndoCommand, QUndoStack

from dedup_desk.core.decision_history import Step
from dedup_desk.core.decisions import Decision
from dedup_desk.core.hand_alignment import Realigned
from dedup_desk.core.joins import Rejoined
from dedup_desk.services.hand_alignments import HandAlignments
from dedup_desk.services.joining import GroupJoins


class Decider(Protocol):
    """What a command needs of `ReviewSession`."""

    alignments: HandAlignments
    joins: GroupJoins

    def decide(
        self, decisions: Sequence[Decision], undoes: str | None = None, label: str = ""
    ) -> Step:
        """Commit one step."""
        ...


class AlignedStep(QUndoCommand):
    """An alignment by hand on the undo stack.

    Attributes:
        step: as the ledger has it.
        turned: what it changed.
    """

    def __init__(self, step: Step, turned: Realigned, text: str) -> None:
        super().__init__(text)
        self.step, self.turned = step, turned

    def take_back(self, session: Decider) -> Step:
        """Say again what held before."""
        turned = self.turned
        return session.alignments.say(turned.before, turned.cluster, undoes=self.step.id)

    def bring_back(self, session: Decider) -> Step:
        """Say it again."""
        turned = self.turned
        return session.alignments.say(turned.after, turned.cluster, undoes=self.step.id)


class JoinedStep(QUndoCommand):
    """Groups that were joined, on the undo stack.

    Attributes:
        step: as the ledger has it.
        turned: what it changed.
    """

    def __init__(self, step: Step, turned: Rejoined, text: str) -> None:
        super().__init__(text)
        self.step, self.turned = step, turned

    def take_back(self, session: Decider) -> Step:
        """Say again what held before."""
        turned = self.turned
        return session.joins.say(turned.before, turned.cluster, undoes=self.step.id)

    def bring_back(self, session: Decider) -> Step:
        """Say it again."""
        turned = self.turned
        return session.joins.say(turned.after, turned.cluster, undoes=self.step.id)


class DecidedStep(QUndoCommand):
    """One step on the undo stack; its text is what the menu says behind "Undo"."""

    def __init__(self, step: Step, text: str) -> None:
        super().__init__(text)
        self.step = step

    def take_back(self, session: Decider) -> Step:
        """Write the earlier answers again; call before `QUndoStack.undo()`."""
        return session.decide(self.step.before, undoes=self.step.id, label=self.step.label)

    def bring_back(self, session: Decider) -> Step:
        """Write the answers of the step again; call before `QUndoStack.redo()`."""
        return session.decide(self.step.after, undoes=self.step.id, label=self.step.label)


Command: TypeAlias = DecidedStep | AlignedStep | JoinedStep


def command_of(step: Step, text: str) -> Command:
    """Return the command of a step."""
    if step.aligned is not None:
        return AlignedStep(step, step.aligned, text)
    if step.joined is not None:
        return JoinedStep(step, step.joined, text)
    return DecidedStep(step, text)


def rebuilt(stack: QUndoStack, commands: Iterable[Command]) -> None:
    """Fill an empty stack from the ledger: steps in force, then those that can be redone."""
    made = list(commands)
    for command in made:
        stack.push(command)
    stack.setIndex(sum(1 for one in made if not one.step.is_undone))


def command_at(stack: QUndoStack, at: int) -> Command | None:
    """Return the command number `at` of a stack, or None past either end."""
    found = stack.command(at) if 0 <= at < stack.count() else None
    return found if isinstance(found, Command) else None
