"""Indexing two thousand files is killed, or stopped by Ctrl-C: the next run does only the rest.

What a run has committed is counted in the index between two runs; the summary of the next run must
be the difference, to the file.
"""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import cv2
import numpy as np
import pytest

from dedup_desk.services.projects import index_folder
from dedup_desk.store.index_file import IndexFile
from tests.helpers.command_line import Answer, Person, children_of, ended, is_alive, soon

pytestmark = pytest.mark.timeout(300)

FILES = 2000
WORTH_KILLING = 320
"""Committed files after which a run is ended: some batches, far from all."""


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two thousand small pictures, no two of them alike."""
    folder = tmp_path_factory.mktemp("many") / "collection"
    chance = np.random.default_rng(2000)
    for number in range(FILES):
        inside = folder / f"{number // 100:02}"
        inside.mkdir(parents=True, exist_ok=True)
        coarse = chance.integers(0, 256, (9, 12, 3), dtype=np.uint8)
        picture = cv2.resize(coarse, (120, 90), interpolation=cv2.INTER_CUBIC)
        assert cv2.imwrite(str(inside / f"{number:04}.jpg"), picture)
    return folder


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    return Person(tmp_path / "home")


def test_killed_in_the_middle_only_what_was_missing_is_measured(
    many: Path, person: Person, tmp_path: Path
):
    project = tmp_path / "many.ddesk"
    _end_in_the_middle(person, project, many, _kill)
    committed = _committed(project)
    assert WORTH_KILLING <= committed < FILES
    again = person.says("index", project).row("index")
    assert again["measured"] == FILES - committed
    assert (again["found"], again["read"], again["unreadable"]) == (FILES, FILES, 0)
    assert person.says("index", project).row("index")["measured"] == 0
    assert person.says("verify", project).row("verify")["findings"] == 0


def test_stopped_by_ctrl_c_it_says_what_is_kept_and_goes_on(
    many: Path, person: Person, tmp_path: Path
):
    project = tmp_path / "many.ddesk"
    said = _end_in_the_middle(person, project, many, _interrupt)
    assert said.code == 130
    assert "What was finished is kept" in said.err
    committed = _committed(project)
    assert WORTH_KILLING <= committed < FILES
    again = person.says("index", project).row("index")
    assert again["measured"] == FILES - committed


def _committed(project: Path) -> int:
    """How many files the index holds."""
    with IndexFile.open(index_folder(project)) as index:
        return len(index.stamps())


def _committed_so_far(project: Path) -> int:
    """The same while it is being written, without touching it."""
    rows = index_folder(project) / "index.sqlite"
    try:
        with closing(sqlite3.connect(f"file:{rows}?mode=ro", uri=True)) as connection:
            (count,) = connection.execute("SELECT count(*) FROM image").fetchone()
    except sqlite3.OperationalError:  # not there yet
        return 0
    return int(count)


def _end_in_the_middle(
    person: Person, project: Path, folder: Path, end: Callable[[int], None]
) -> Answer:
    """Start indexing, end it by `end` once enough is committed, and see its children go."""
    with person.typing("index", project, folder) as running:
        assert soon(lambda: _committed_so_far(project) >= WORTH_KILLING, 120)
        children = children_of(running.pid)
        assert children, "nothing works for the parent"
        end(running.pid)
        said = ended(running)
    assert soon(lambda: not any(map(is_alive, children)), 10), "a child outlived its parent"
    return said


def _kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)


def _interrupt(pid: int) -> None:
    os.kill(pid, signal.SIGINT)
