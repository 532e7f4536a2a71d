"""What a person can do with decided copies: plan, rehearse, set aside, put back, verify."""

from __future__ import annotations

from functools import partial

from dedup_desk.core.joined_groups import together
from dedup_desk.core.journal import Operation
from dedup_desk.core.move_results import MoveResult
from dedup_desk.core.plan import RetirementPlan, Situation, plan_retirement
from dedup_desk.engine.files import FsOps
from dedup_desk.engine.mover import Surroundings
from dedup_desk.services.retiring.ground import (
    RetiringProject,
    RootAbility,
    ability,
    candidates,
)
from dedup_desk.services.retiring.outcomes import (
    EVERYTHING,
    BatchSummary,
    Recovered,
    Selection,
)
from dedup_desk.services.retiring.restore_job import RestoreJob
from dedup_desk.services.retiring.retire_job import PlanNow, RetireJob
from dedup_desk.services.retiring.session import (
    Session,
    Tools,
    adopted,
    session,
    system_surroundings,
)
from dedup_desk.services.retiring.verifying import Verification, held_items, verify
from dedup_desk.store.operations import OperationsJournal


class Retirement:
    """Made by `Project.retirement()`.

    Args:
        project: file, index, roots and person.
        fs: the disk; tests hand in one that fails.
        surroundings: clock and chance.
    """

    def __init__(
        self,
        project: RetiringProject,
        fs: FsOps | None = None,
        surroundings: Surroundings | None = None,
    ) -> None:
        self._project = project
        self._journal = OperationsJournal(project.file)
        self._fs = fs or FsOps()
        self._tools = Tools(project, self._journal, self._fs, surroundings or system_surroundings())

    def abilities(self, quarantine: bytes | None = None) -> tuple[RootAbility, ...]:
        """Tell for every root whether images can be set aside from it; looks only.

        Args:
            quarantine: a quarantine folder that a person chose, else the usual ones.
        """
        roots = self._project.roots()
        return tuple(ability(root, roots, quarantine) for root in roots)

    def plan(self, quarantine: bytes | None = None) -> RetirementPlan:
        """Return what would move and what will not; looks at files, reads none.

        Args:
            quarantine: a quarantine folder that a person chose, else the usual ones.
        """
        situation = self._situation(self.abilities(quarantine))
        found = candidates(
            self._project.file.standing(),
            self._project.index.records(),
            self._project.roots(),
            situation.away,
        )
        return plan_retirement(found, situation)

    def retire_job(
        self,
        plan: RetirementPlan,
        quarantine: bytes | None = None,
        *,
        dry_run: bool = False,
        acknowledged_by: str | None = None,
    ) -> RetireJob:
        """Return the job that carries a plan out, or rehearses it.

        Args:
            plan: from `plan()`, as it was shown.
            quarantine: a quarantine folder that a person chose, else the usual ones.
            dry_run: read and check everything, move nothing.
            acknowledged_by: the person who takes on themselves that references to these images
                were not checked; asked for once a batch, not for a rehearsal.
        """
        person = None if dry_run else acknowledged_by or ""
        return RetireJob(self._tools, plan, partial(self._now, quarantine), person)

    def restore_job(self, selection: Selection = EVERYTHING) -> RestoreJob:
        """Return the job that puts quarantined images back.

        Raises:
            UsageError: the selection names a batch or a place that is not in quarantine.
        """
        return RestoreJob(self._tools, selection.of(self._journal.retired()))

    def recover(self, quarantine: bytes | None = None) -> Recovered:
        """Settle what was interrupted, and take in what a quarantine holds and we do not know.

        Args:
            quarantine: a quarantine folder to take items from, whichever project made it; so a
                lost project is rebuilt from the quarantine alone.

        Raises:
            BusyError: another run holds a quarantine.
            SurroundingsError: the named folder is no quarantine.
        """
        known = [] if quarantine is None else [quarantine]
        with session(self._tools, [], known) as held:
            found = self._adopted(held, known)
            return Recovered(held.recovered, found)

    def open_operations(self) -> tuple[Operation, ...]:
        """Return moves that were announced and not closed."""
        return self._journal.open_operations()

    def quarantined(self) -> tuple[Operation, ...]:
        """Return the retirements that stand: what can be put back."""
        return self._journal.retired()

    def batches(self) -> tuple[BatchSummary, ...]:
        """Return every batch with what became of it, oldest first."""
        return tuple(
            BatchSummary.of(batch, self._journal.operations(batch.id))
            for batch in self._journal.batches()
        )

    def verify(self) -> Verification:
        """Compare ledger, project, index, quarantine and disk; changes nothing."""
        return verify(self._project, self._journal, self._fs)

    def _adopted(self, held: Session, paths: list[bytes]) -> tuple[MoveResult, ...]:
        roots = {root.label for root in self._project.roots()}
        results: tuple[MoveResult, ...] = ()
        for path in paths:
            quarantine = held.quarantines[path]
            intact = {
                item.operation.uuid: item.operation
                for item in held_items(self._fs, quarantine)
                if item.is_intact and item.operation.item.place.root in roots
            }
            results += adopted(self._tools, path, intact)
        return results

    def _now(self, quarantine: bytes | None) -> PlanNow:
        able = [one for one in self.abilities(quarantine) if one.can_retire]
        return PlanNow(self.plan(quarantine), {one.root.label: one.quarantine for one in able})

    def _situation(self, abilities: tuple[RootAbility, ...]) -> Situation:
        retired = self._journal.retired()
        records = self._project.index.records()
        known = [
            cluster
            for cluster in self._project.index.clusters()
            if all(one.record in records for one in cluster.members)
        ]
        file = self._project.file
        groups = [
            frozenset(records[one].place for one in images)
            for images in together(known, file.joins(), file.not_duplicates(), records)
        ]
        return Situation(
            away=frozenset(one.item.place for one in retired),
            under_way=frozenset(one.item.place for one in self._journal.open_operations()),
            kept=frozenset(one.canonical.place for one in retired),
            groups=groups,
            cannot={one.root.label: one.cannot for one in abilities if one.cannot is not None},
        )
