"""In the whole window a key is one step, however often the groups were counted before it."""

import gc

import pytest
from PySide6.QtCore import Qt

from dedup_desk.core.decision_events import DECISION_KINDS
from dedup_desk.core.ledger import Actor
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.ledger_doors import LedgerDoors
from tests.helpers.robots import WindowRobot
from tests.helpers.scenes import opened

TIMES = 3


@pytest.fixture
def ledger(tmp_path):
    with ProjectFile.create(tmp_path / "stills.ddesk", Actor("Ann", "ann", "desk-1")) as made:
        yield made


@pytest.fixture
def robot(qtbot, ledger, tmp_path):
    made = WindowRobot(qtbot, LedgerDoors(ledger), tmp_path)
    opened(made, Screen.REVIEW)
    return made


@pytest.fixture(autouse=True)
def no_garbage_is_collected():
    """As in the real window while somebody works: what was closed is not gone yet."""
    gc.disable()
    yield
    gc.enable()


def count_again(robot):
    """Read and count once more, as after the deep pass, a move or F5."""
    before = robot.shell.review
    robot.shell.count()
    robot.wait_until(lambda: robot.shell.review not in (None, before))
    robot.shell.show(Screen.REVIEW)
    robot.wait_for(Screen.REVIEW)


def steps(ledger):
    return {one.body["step"] for one in ledger.events() if one.kind in DECISION_KINDS}


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_U, Qt.Key.Key_V])
def test_a_key_decides_once_about_the_group_that_is_shown(robot, ledger, key):
    for _ in range(TIMES):
        count_again(robot)
    shown = {one.record.place for one in robot.shell.review.table.view.members}
    robot.press(key)
    assert len(steps(ledger)) == 1
    assert set(ledger.decisions()) <= shown


def test_undo_takes_all_of_it_back(robot, ledger):
    count_again(robot)
    robot.press(Qt.Key.Key_A)
    count_again(robot)
    robot.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ledger.decisions() == {}


def test_a_key_tells_one_thing_once(robot):
    said = []
    robot.shell.noticed.connect(said.append)
    count_again(robot)
    count_again(robot)
    robot.press(Qt.Key.Key_Q)
    assert len(said) <= 1
