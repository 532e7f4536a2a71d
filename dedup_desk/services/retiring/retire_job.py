"""The job that carries a retirement plan out, or rehearses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from dedup_desk.core.canonical_json import Json
from dedup_desk.core.decisions import Decision
from dedup_desk.core.errors import DedupError, RefusedError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.core.move_results import MoveResult, Outcome
from dedup_desk.core.operation_text import seen_values
from dedup_desk.core.plan import PlannedMove, RetirementPlan
from dedup_desk.core.progress import CancelToken, Report
from dedup_desk.core.records import FilePlace, ImageRecord, SeenFile
from dedup_desk.engine.mover import Mover, RetireRequest
from dedup_desk.engine.recovery import Ground
from dedup_desk.engine.replacement import Reasons
from dedup_desk.services.retiring.errands import Errand, Hands, Run
from dedup_desk.services.retiring.outcomes import BatchOutcome, checkpoint_bytes
from dedup_desk.services.retiring.session import Session, Tools, session
from dedup_desk.store.operations import BatchState

_Key: TypeAlias = tuple[SeenFile, SeenFile, Decision]


class PlanNow:
    """The plan as it would be made at this moment, to hold an older one against.

    Args:
        plan: made just now.
        quarantines: where the files of each root label would go.
    """

    def __init__(self, plan: RetirementPlan, quarantines: dict[str, bytes]) -> None:
        self._holding = frozenset(map(_key, plan.moves))
        self._told = {one.item.place: one.told for one in plan.refusals}
        self._quarantines = quarantines

    def target(self, move: PlannedMove) -> bytes | None:
        """Return the quarantine of a move that still holds, else None."""
        if _key(move) not in self._holding:
            return None
        return self._quarantines.get(move.item.place.root)

    def passed_over(self, move: PlannedMove) -> MoveResult:
        """Say why a move does not hold any more."""
        place = move.item.place
        told = self._told.get(place) or message(_OLDER, file=place.path)
        return MoveResult(move.item, Outcome.NOT_MOVED, told)


class RetireJob:
    """Carries a frozen plan out, or rehearses it.

    Args:
        tools: project, journal, disk, clock.
        plan: as a person saw it.
        now: makes the plan anew.
        acknowledged_by: who answers for unchecked references; None rehearses.
    """

    def __init__(
        self,
        tools: Tools,
        plan: RetirementPlan,
        now: Callable[[], PlanNow],
        acknowledged_by: str | None,
    ) -> None:
        self._tools = tools
        self._plan = plan
        self._now = now
        self._acknowledged_by = acknowledged_by

    def run(self, report: Report, cancel: CancelToken) -> BatchOutcome:
        """Move file after file.

        Raises:
            RefusedError: nobody acknowledged that references were not checked.
            BusyError, SurroundingsError, ProjectError: nothing was begun.
        """
        if self._acknowledged_by == "":
            raise RefusedError(message(_ACKNOWLEDGE))
        if self._acknowledged_by is None:
            return self._rehearsed((report, cancel))
        return self._carried_out((report, cancel))

    def _rehearsed(self, hands: Hands) -> BatchOutcome:
        roots = {root.label: root.folder for root in self._tools.project.roots()}
        mover = Mover(Ground(self._tools.fs, roots, {}), self._tools.journal, self._tools.around)
        now = self._now()
        errands = [self._rehearsal(mover, move, now) for move in self._plan.moves]
        run = Run(self._tools, message(_REHEARSING))
        run.all_of(errands, Session(mover, {}, ()), hands)
        return replace(run.outcome(len(self._plan.moves), ()), is_rehearsal=True)

    def _rehearsal(self, mover: Mover, move: PlannedMove, now: PlanNow) -> Errand:
        target = now.target(move)
        if target is None:
            return _errand(move, lambda: now.passed_over(move))
        request = self._request(move, ("rehearsal", 1, target), {})
        return _errand(move, lambda: mover.check(request))

    def _carried_out(self, hands: Hands) -> BatchOutcome:
        before = self._now()
        wanted = {before.target(move) for move in self._plan.moves} - {None}
        with session(self._tools, [one for one in wanted if one is not None]) as held:
            now = self._now()  # what was just settled may have changed it
            self._tools.project.file.backup()
            run = Run(self._tools, message(_MOVING))
            moves = [(now.target(move), move) for move in self._plan.moves]
            run.results += [now.passed_over(move) for target, move in moves if target is None]
            batches = [
                self._batch(run, held, (path, [move for to, move in moves if to == path]), hands)
                for path in sorted(held.quarantines)
            ]
            outcome = run.outcome(len(self._plan.moves), held.recovered)
            return replace(outcome, batches=tuple(one for one in batches if one is not None))

    def _batch(
        self, run: Run, held: Session, what: tuple[bytes, list[PlannedMove]], hands: Hands
    ) -> str | None:
        """Freeze, prepare and carry out what goes into one quarantine."""
        path, moves = what
        if not moves or run.is_over:
            return None
        batch, before = self._tools.new_batch(), len(run.results)
        self._tools.journal.freeze(batch, path, self._frozen(moves))
        try:
            held.quarantines[path].prepare_batch(batch)
            run.all_of(self._errands(held.mover, moves, (batch, path)), held, hands)
        except DedupError as error:
            run.stopped = error.message
        part = BatchOutcome(len(moves), tuple(run.results[before:]))
        self._close(run, held, (batch, path), part)
        return batch

    def _errands(
        self, mover: Mover, moves: Sequence[PlannedMove], where: tuple[str, bytes]
    ) -> list[Errand]:
        images = {one.place: one for one in self._tools.project.index.records().values()}
        found = []
        for number, move in enumerate(moves, start=1):
            request = self._request(move, (where[0], number, where[1]), images)
            found.append(_errand(move, partial(mover.retire, request)))
        return found

    def _close(self, run: Run, held: Session, where: tuple[str, bytes], part: BatchOutcome) -> None:
        """Write down how the batch ended, and where the ledger stands, outside the project."""
        batch, path = where
        state = BatchState.STOPPED if run.is_over else BatchState.FINISHED
        try:
            self._tools.journal.close_batch(batch, state, part.counts())
            file = self._tools.project.file
            held.quarantines[path].put_checkpoint(batch, checkpoint_bytes(file.uuid, file.heads()))
        except DedupError as error:  # every file of it is done or open all the same
            run.stopped = run.stopped or error.message

    def _request(
        self,
        move: PlannedMove,
        where: tuple[str, int, bytes],
        images: dict[FilePlace, ImageRecord],
    ) -> RetireRequest:
        batch, number, path = where
        return RetireRequest(
            item=move.item,
            canonical=move.canonical,
            relation=move.relation,
            batch=batch,
            number=number,
            quarantine=path,
            reasons=Reasons(
                decided_by=move.decided_by,
                decided_at=move.decided_at,
                method=move.decision.rule or move.decision.decided_by.value,
                note=move.decision.note,
                references_acknowledged_by=self._acknowledged_by,
            ),
            images=(images.get(move.item.place), images.get(move.canonical.place)),
        )

    def _frozen(self, moves: Sequence[PlannedMove]) -> dict[str, Json]:
        return {
            "plan_sha256": self._plan.digest(),
            "references": self._plan.references.value,
            "references_acknowledged_by": self._acknowledged_by,
            "moves": [
                {
                    "item": seen_values(one.item),
                    "canonical": seen_values(one.canonical),
                    "relation": one.relation.value,
                }
                for one in moves
            ],
        }


def _key(move: PlannedMove) -> _Key:
    return move.item, move.canonical, move.decision


def _errand(move: PlannedMove, act: Callable[[], MoveResult]) -> Errand:
    return Errand(move.item.place.path, move.size_bytes, act)


_REHEARSING = QT_TRANSLATE_NOOP("Messages", "Rehearsing")
_MOVING = QT_TRANSLATE_NOOP("Messages", "Setting aside")
_ACKNOWLEDGE = QT_TRANSLATE_NOOP(
    "Messages",
    "Nothing was moved: nobody has checked whether web pages or catalogues refer to these images. "
    "Confirm with your name that they may move all the same, then start again.",
)
_OLDER = QT_TRANSLATE_NOOP(
    "Messages",
    "{file} was not moved: what was decided about it has changed since the plan was shown. Look at "
    "the plan again.",
)
