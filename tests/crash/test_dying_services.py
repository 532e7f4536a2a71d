"""The whole service dies at a call of the disk: project, ledger, quarantine and files agree again.

One case: `pytest tests/crash/test_dying_services.py --collect-only` names them by call number.
"""

from __future__ import annotations

import errno
import os
import random
import traceback

import pytest

from dedup_desk.core.errors import DedupError
from dedup_desk.services.jobs import run_inline
from tests.helpers.collections_on_disk import a_fast_folder, check_nothing_lost, snapshot
from tests.helpers.faulty_disk import Fault, FaultyDisk, Points
from tests.helpers.retiring_projects import DecidedProject, a_decided_project, opened_again

SEED = 20261121
SAMPLE = 7


def act(project: DecidedProject, direction: str, points: Points) -> None:
    service = project.retirement(FaultyDisk(points))
    if direction == "retire":
        run_inline(service.retire_job(service.plan(), acknowledged_by="Ada"))
    else:
        run_inline(service.restore_job())


def begun(folder, direction: str) -> DecidedProject:
    project = a_decided_project(folder)
    if direction == "restore":
        act(project, "retire", Points())
    return project


def in_a_child(project: DecidedProject, direction: str, points: Points) -> int:
    """Run in a child that may be killed; returns how it ended (0, 1 or minus the signal)."""
    project.close()
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        act(opened_again(project), direction, points)
    except DedupError:
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def calls_of(direction: str) -> int:
    with a_fast_folder() as folder, begun(folder, direction) as project:
        points = Points()
        act(project, direction, points)
        return len(points.calls)


@pytest.mark.parametrize("direction", ["retire", "restore"])
@pytest.mark.parametrize("fault", [Fault.KILL, Fault.ERROR, Fault.ERRORS_FROM_HERE])
def test_project_quarantine_and_disk_agree_again(direction, fault):
    calls = calls_of(direction)
    assert calls > 100
    chance = random.Random(f"{SEED} {direction} {fault}")  # noqa: S311 - repeatable, no secret
    for at in chance.sample(range(1, calls + 1), SAMPLE):
        show = f"{fault.value} {direction} at {at} of {calls}"
        with a_fast_folder() as folder:
            project = begun(folder, direction)
            ended = in_a_child(project, direction, Points(at, fault, errno.ENOSPC))
            assert ended == (-9 if fault is Fault.KILL else 0), show
            with opened_again(project) as again:
                assert_whole(again, show)


def assert_whole(project: DecidedProject, show: str) -> None:
    service = project.retirement()
    assert service.recover().is_clean, show
    check_nothing_lost(project.scene, service._journal, lambda: show)
    found = service.verify()
    assert found.agrees, f"{show}: {[one.told.english() for one in found.findings]}"
    run_inline(service.restore_job())
    assert snapshot(project.scene.root) == project.scene.before, show
    assert service.verify().agrees, show
