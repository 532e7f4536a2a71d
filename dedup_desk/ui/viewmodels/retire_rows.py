"""What the "Set aside" screen shows, as values; and how plans and results become them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from PySide6.QtCore import QCoreApplication

from dedup_desk.core.display import display_text, size_text
from dedup_desk.core.journal import Operation
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.plan import PlannedMove, Refusal, RetirementPlan
from dedup_desk.core.records import SeenFile
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.relation_words import relation_word

_COLONS = (": ", "：")  # noqa: RUF001 - the Chinese one
"""After them a refusal says its reason, in either language."""


class Mark(StrEnum):
    """How a line or a check is meant; shown by a sign and a word as well as by colour."""

    PLANNED = ""
    GOOD = "good"
    STAYS = "stays"
    ALARM = "alarm"


class StepState(Enum):
    """How far one of the five steps is."""

    TO_DO = auto()
    NOW = auto()
    DONE = auto()
    BLOCKED = auto()


@dataclass(frozen=True, slots=True)
class StepCard:
    """One of the five steps at the top."""

    title: str
    text: str
    state: StepState


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One image of the plan.

    Attributes:
        image, kept, kind, size, told: for eyes; `told` is what re-reading said, or why it stays.
        mark: how it is meant.
        brief: `told` without the name, which stands at the beginning of the line already.
    """

    image: str
    kept: str
    kind: str
    size: str
    told: str
    mark: Mark

    @property
    def brief(self) -> str:
        """What there is room for in a cell."""
        sign, _, sentence = self.told.partition(" ")
        if not sentence.startswith(self.image):
            return self.told
        rest = sentence.removeprefix(self.image)
        colon = next((one for one in _COLONS if one in rest), None)
        return f"{sign} {rest.partition(colon)[2].strip()}" if colon else f"{sign} {rest.strip()}"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of "before anything moves"."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class HeldLine:
    """One image in quarantine: where it goes back to, its kept copy, its batch, its size."""

    image: str
    kept: str
    batch: str
    size: str


def line_count(plan: RetirementPlan | None) -> int:
    """Return how many lines a plan has: moves first, then what stays."""
    return 0 if plan is None else len(plan.moves) + len(plan.refusals)


def plan_line(plan: RetirementPlan, at: int, told: Mapping[SeenFile, MoveResult]) -> PlanLine:
    """Return one line of a plan.

    Args:
        plan: what would move and what will not.
        at: line, 0 is the first.
        told: results of the rehearsal, by image.
    """
    if at < len(plan.moves):
        return _move_line(plan.moves[at], told.get(plan.moves[at].item))
    return _refusal_line(plan.refusals[at - len(plan.moves)])


def first_that_stays(plan: RetirementPlan, told: Mapping[SeenFile, MoveResult]) -> int | None:
    """Return the first line of an image that stays, which a person should read; None for none."""
    for at, move in enumerate(plan.moves):
        result = told.get(move.item)
        if result is not None and result.outcome is not Outcome.MOVED:
            return at
    return len(plan.moves) if plan.refusals else None


def held_line(operation: Operation) -> HeldLine:
    """Return one image in quarantine as a line."""
    return HeldLine(
        display_text(operation.item.place.path),
        display_text(operation.canonical.place.path),
        operation.batch,
        size_text(operation.identity.size_bytes),
    )


def _move_line(move: PlannedMove, result: MoveResult | None) -> PlanLine:
    mark, told = Mark.PLANNED, QCoreApplication.translate("Retire", "not read yet")
    if result is not None and result.outcome is Outcome.MOVED:
        mark, told = Mark.GOOD, "✓ " + QCoreApplication.translate("Retire", "bytes of both copies")
    elif result is not None:
        mark, told = Mark.STAYS, "✗ " + _why(result)
    return PlanLine(
        display_text(move.item.place.path),
        display_text(move.canonical.place.path),
        relation_word(move.relation),
        size_text(move.size_bytes),
        told,
        mark,
    )


def _why(result: MoveResult) -> str:
    return worded(result.told) if result.told else QCoreApplication.translate("Retire", "stays")


def _refusal_line(refusal: Refusal) -> PlanLine:
    image = display_text(refusal.item.place.path)
    return PlanLine(image, "", "", "", "✗ " + worded(refusal.told), Mark.STAYS)
