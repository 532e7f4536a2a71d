"""kill -9 at any moment: what a call returned from is there, and nothing is half there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from dedup_desk.core.array_file import read_arrays
from dedup_desk.core.journal import OperationState
from dedup_desk.core.messages import message
from dedup_desk.engine.own_disk import OwnDisk
from dedup_desk.store import backups
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.operations import OperationsJournal
from dedup_desk.store.pictures import PictureKind
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.ledgers import ANN
from tests.helpers.projects import a_project
from tests.helpers.source_tree import CHECKOUT

KILLS = 4


def write_until_killed(kind, path, chance):
    """Run a writer, kill it a little after its first durable call; return the last it reported."""
    command = [sys.executable, "-m", "tests.helpers.store_writer", kind, str(path)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as child:
        first = child.stdout.readline()
        assert first, "the writer died by itself"
        time.sleep(chance.uniform(0, 0.08))
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read().splitlines(keepends=True)
    reported = [line for line in (first, *rest) if line.endswith("\n")]
    return int(reported[-1])


def kills(kind, path, seed=2026):
    chance = random.Random(seed)  # noqa: S311 - the moments of death must repeat
    for kill in range(KILLS):
        yield kill, write_until_killed(kind, path, chance)


def assert_true(project):
    assert project.verify_chain() == ()
    assert project.verify_state() == ()


def test_decisions(tmp_path):
    a_project(tmp_path).close()
    path = tmp_path / "sample.ddesk"
    for _, last in kills("decisions", path):
        with ProjectFile.open(path, ANN, read_only=True) as project:
            assert_true(project)
            names = {place.path for place in project.decisions()}
            assert {b"%d.jpg" % number for number in range(last + 1)} <= names
            assert len(names) <= last + 2


def test_operations(tmp_path):
    a_project(tmp_path).close()
    path = tmp_path / "sample.ddesk"
    for _, last in kills("operations", path):
        with ProjectFile.open(path, ANN) as project:
            assert_true(project)
            journal = OperationsJournal(project)
            states = {row.operation.uuid: row.state for row in journal.operations()}
            assert states[f"there {last}"] is states[f"back {last}"] is OperationState.DONE
            assert len(journal.open_operations()) <= 1
            for operation in journal.open_operations():
                journal.aborted(operation, message("killed"))


def test_index_batches(tmp_path):
    for _, last in kills("batches", tmp_path / "index"):
        with IndexFile.open(tmp_path / "index") as index:
            records = index.records().values()
            assert len(records) % 10 == 0
            assert len(records) >= 10 * (last + 1)
            assert len(index.fingerprints().ids) == len(records)
            assert all(index.picture(one.digest, PictureKind.PROXY) for one in records)


def test_segments(tmp_path):
    folder = tmp_path / "index"
    for _, last in kills("segments", folder):
        with IndexFile.open(folder) as index:
            sound = index.segments(OwnDisk(), "recipe").sound(lambda: None)
            members = [int(number) for one in sound for number in one.members]
            assert sorted(members) == list(range(len(members)))
            assert len(members) >= last + 1
            named = {os.fsdecode(one.path) for one in sound}
            assert {str(one) for one in folder.glob("*postings*")} == named
            for one in sound:
                arrays = read_arrays(Path(os.fsdecode(one.path)).read_bytes(), "recipe")
                assert set(arrays["images"].tolist()) == set(one.members.tolist())
                assert np.all(np.diff(arrays["cells"].astype(np.int64)) >= 0)


def test_making_a_project(tmp_path):
    for _, last in kills("makings", tmp_path):
        whole = [one for one in tmp_path.glob("*.ddesk") if one.stat().st_size]
        assert len(whole) >= last + 1
        with ProjectFile.open(tmp_path / f"{last}.ddesk", ANN, read_only=True) as project:
            assert_true(project)
        for torn in set(tmp_path.glob("*.ddesk")) - set(whole):
            ProjectFile.create(torn, ANN).close()


def test_erasing(tmp_path):
    a_project(tmp_path).close()
    path = tmp_path / "sample.ddesk"
    for _, last in kills("erasures", path):
        with ProjectFile.open(path, ANN) as project:
            assert_true(project)
            assert all(str(last).encode() not in place.path for place in project.decisions())
        for backup in backups.existing(path):
            with backups.as_database(backup) as slot:
                is_filled = backups.holds_a_project(slot)
            if is_filled:
                with ProjectFile.open(backup, ANN, read_only=True) as copy:
                    assert_true(copy)


@pytest.mark.slow
def test_many_more_kills(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "KILLS", 40)
    test_decisions(tmp_path)
