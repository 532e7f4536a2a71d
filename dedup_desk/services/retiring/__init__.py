"""Setting aside and putting back, as a service.

`Retirement` (`retirement`) joins the project file (decisions, journal), the index and the mover.
`plan()` looks at the files of every decision and says what would move and what will not;
`retire_job` carries it out, or rehearses it with the very same checks; `restore_job` puts back;
`recover` settles what was interrupted; `verify` compares ledger, project, index, quarantine and
disk (`verifying`).

Whatever was interrupted is settled before anything new begins (`session`: one writing run, locked);
the project is backed up and the plan written down before a batch; a checkpoint of the ledger is
left beside the batch. `ground` is what stands on the disk before, and whether a root can; `errands`
goes through the files one after the other; `outcomes` counts what became of them. This package is
the only one that reaches the mover.
"""

from __future__ import annotations

from dedup_desk.services.retiring.ground import RetiringProject, RootAbility
from dedup_desk.services.retiring.outcomes import (
    EVERYTHING,
    BatchOutcome,
    BatchSummary,
    Recovered,
    Selection,
)
from dedup_desk.services.retiring.restore_job import RestoreJob
from dedup_desk.services.retiring.retire_job import RetireJob
from dedup_desk.services.retiring.retirement import Retirement
from dedup_desk.services.retiring.verifying import Subject, Verification, VerificationFinding

__all__ = [
    "EVERYTHING",
    "BatchOutcome",
    "BatchSummary",
    "Recovered",
    "RestoreJob",
    "RetireJob",
    "Retirement",
    "RetiringProject",
    "RootAbility",
    "Selection",
    "Subject",
    "Verification",
    "VerificationFinding",
]
