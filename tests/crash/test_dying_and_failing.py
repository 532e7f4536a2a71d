"""A seeded sample of the crash matrix; `python -m tests.crash.matrix` runs all of it."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest

from dedup_desk.core.journal import OperationState
from dedup_desk.engine.files import FsOps
from tests.crash.matrix import (
    ISSUE_ERRNOS,
    Case,
    JournalOf,
    calls_of,
    failures,
    kills,
    kills_of_recovery,
    run_case,
)
from tests.crash.project_journal import project_journal
from tests.helpers.collections_on_disk import Scene, check_nothing_lost
from tests.helpers.faulty_disk import Fault

DIRECTIONS = ("retire", "restore")
SEED = 20261121


def run_sample(cases: Iterable[Case], count: int, journal_of: JournalOf = Scene.journal) -> None:
    everything = list(cases)
    chance = random.Random(SEED)  # noqa: S311 - a sample that can be repeated, no secret
    sample = chance.sample(everything, min(count, len(everything)))
    print(f"{len(sample)} of {len(everything)} points, seed {SEED}")
    assert sample, "no point was reached: the harness is broken"
    for case in sample:
        run_case(case, journal_of)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_kill_at_any_call_loses_nothing(direction):
    run_sample(kills(direction, 1), 1_000)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_kill_at_any_call_of_three_loses_nothing(direction):
    run_sample(kills(direction, 3), 60)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_kill_between_link_and_unlink_loses_nothing(direction):
    run_sample(kills(direction, 1, can_rename=False), 60)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_kill_of_the_recovery_loses_nothing(direction):
    run_sample(kills_of_recovery(direction, every=9), 60)


def test_a_kill_while_removed_folders_are_made_again_loses_nothing():
    run_sample(kills("restore", 3, folders_gone=True), 40)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_a_kill_loses_nothing_over_the_project_file(direction):
    run_sample(kills(direction, 3), 12, project_journal)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_full_broken_and_forbidding_disks_lose_nothing(direction):
    run_sample(failures(direction, 1, ISSUE_ERRNOS), 120)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_matrix_reaches_every_call_that_changes_something(direction):
    calls = calls_of(Case(direction, 1, Fault.KILL))
    assert calls.count("before journal.intent") == 1
    assert calls.index("before journal.intent") < calls.index("after journal.done")
    assert {"renameat2", "fsync", "futimens", "pread"} <= set(calls)


def test_a_killed_child_is_really_killed():
    ran = run_case(Case("retire", 1, Fault.KILL, at=60))
    assert ran.killed
    assert len(ran.calls) == 60


def test_the_checker_sees_a_lost_file(tmp_path):
    scene = Scene(tmp_path).build()
    journal = scene.journal()
    scene.retire_all(FsOps(), journal)
    (held,) = journal.retired()
    (tmp_path / "collection.dedup-quarantine" / held.safe_path.decode()).unlink()
    with pytest.raises(AssertionError, match="home=False"):
        check_nothing_lost(scene, journal, lambda: "lost")
    journal.close()


def test_the_checker_sees_a_ledger_that_lies(tmp_path):
    scene = Scene(tmp_path).build()
    journal = scene.journal()
    scene.retire_all(FsOps(), journal)
    (operation,) = journal.in_state(OperationState.DONE)
    journal._base.execute("UPDATE operation SET state = 'aborted'")
    with pytest.raises(AssertionError, match="journal is wrong"):
        check_nothing_lost(scene, journal, lambda: "lying")
    assert operation.item.place.path in scene.before
    journal.close()
