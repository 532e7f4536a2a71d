"""A deep run is killed again and again: in the end it has found what an undisturbed one finds.

Kills come at chosen states of the index (some features are kept, a segment has its name, some
answers, some pairs) and, in the long version, at random moments.
"""

from __future__ import annotations

import csv
import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from dedup_desk.services.projects import index_folder
from tests.helpers.command_line import Person, children_of, ended, is_alive, soon
from tests.helpers.detailed_pictures import draw_collection
from tests.helpers.pair_reports import assert_same_pairs

pytestmark = pytest.mark.timeout(1800)

DEEP = ("--pass", "deep")
FEW = 60
"""Originals of the short version; their copies make 88 files of it."""

MOST_A_TRANSACTION = 64
"""Pairs that a run compares before it keeps them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A state of the index at which a run is killed.

    Attributes:
        name: for the eye.
        file, count: a database of the index, and what to count in it.
        least: from so many on the moment has come.
    """

    name: str
    file: str
    count: str
    least: int

    def has_come(self, project: Path) -> bool:
        return _counted(index_folder(project) / self.file, self.count) >= self.least


MOMENTS = (
    Moment("measuring", "index.sqlite", "SELECT count(*) FROM image", 32),
    Moment("finding details", "pictures.sqlite", "SELECT count(*) FROM feature", 1),
    Moment("a segment is named", "index.sqlite", "SELECT count(*) FROM segment", 1),
    Moment("answers are kept", "index.sqlite", "SELECT count(*) FROM answer", 1),
    Moment("comparing", "index.sqlite", "SELECT count(*) FROM pair", 1),
)


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    return Person(tmp_path / "home")


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("few") / "collection"
    assert len(list(draw_collection(folder, range(FEW)))) == 88
    return folder


def test_killed_at_every_stage_it_finds_the_same(few: Path, person: Person, tmp_path: Path):
    whole, killed = tmp_path / "whole.ddesk", tmp_path / "killed.ddesk"
    undisturbed = person.says("index", whole, few, *DEEP).row("index")
    for moment in MOMENTS:
        with person.typing("index", killed, few, *DEEP) as running:
            assert soon(lambda at=moment: at.has_come(killed), 120), moment.name
            _kill(running)
    last = person.says("index", killed, *DEEP).row("index")
    assert last["described"] == last["asked"] == 0  # the kill came later than those
    assert last["pairs_compared"] <= undisturbed["pairs_compared"]
    _assert_same(person, whole, killed)
    assert person.says("verify", killed).row("verify")["findings"] == 0


@pytest.mark.slow
@pytest.mark.parametrize(("originals", "kills"), [(FEW, 3), (690, 10), (120, 4)])
def test_killed_at_random_moments_it_finds_the_same(
    originals: int, kills: int, person: Person, tmp_path: Path
):
    collection = tmp_path / "collection"
    files = len(list(draw_collection(collection, range(originals))))
    assert originals < 600 or files >= 1000
    whole, killed = tmp_path / "whole.ddesk", tmp_path / "killed.ddesk"
    begun_s = time.monotonic()
    person.says("index", whole, collection, *DEEP)
    usual_s = time.monotonic() - begun_s
    chance = random.Random(originals)  # noqa: S311 - the moments of death should repeat
    moments = _moments(_rows_kept(whole), kills, chance)
    for least in moments:
        with person.typing("index", killed, collection, *DEEP) as running:
            _wait_for(killed, least, running)
            time.sleep(chance.uniform(0, usual_s / 100))  # not always just after a commit
            assert running.poll() is None, f"it ended before the kill at {least} rows"
            _kill(running)
    died_at = ", ".join(map(str, moments))
    print(f"{files} files, {usual_s:.0f} s undisturbed, killed at {died_at} rows")  # noqa: T201
    person.says("index", killed, collection, *DEEP)
    _assert_same(person, whole, killed)


def _moments(rows: int, kills: int, chance: random.Random) -> list[int]:
    """Return after how many kept rows to kill: one moment in each equal part of the work.

    Work is counted, not seconds, so a machine that is faster or slower the second time does not
    matter; the last tenth and the last transaction are left, so that no kill comes after the end.
    """
    part = (0.9 * rows - MOST_A_TRANSACTION) / kills
    return [int(chance.uniform(at, at + 1) * part) for at in range(kills)]


def _wait_for(project: Path, least: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until a run works, and keeps so many rows; or until it has ended."""

    def has_come() -> bool:
        is_over = running.poll() is not None
        return is_over or (bool(children_of(running.pid)) and _rows_kept(project) >= least)

    assert soon(has_come, 900), f"no {least} rows"


def _rows_kept(project: Path) -> int:
    """Return how much of its work an index holds."""
    folder = index_folder(project)
    return sum(
        _counted(folder / file, f"SELECT count(*) FROM {table}")  # noqa: S608 - names from below
        for file, table in (
            ("index.sqlite", "image"),
            ("pictures.sqlite", "feature"),
            ("index.sqlite", "answer"),
            ("index.sqlite", "pair"),
        )
    )


def _kill(running) -> None:
    children = children_of(running.pid)
    os.kill(running.pid, signal.SIGKILL)
    ended(running)
    assert soon(lambda: not any(map(is_alive, children)), 10), "a child outlived its parent"


def _assert_same(person: Person, one: Path, other: Path) -> None:
    mine, theirs = _rows(person, "pairs", one), _rows(person, "pairs", other)
    assert_same_pairs(mine, theirs)
    assert {row["relation"] for row in mine} >= {"cropped", "bordered", "resized"}
    for kind in ("clusters", "members"):
        assert _written(person, kind, one) == _written(person, kind, other), kind


def _rows(person: Person, kind: str, project: Path) -> list[dict[str, str]]:
    text = _written(person, kind, project).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True)))


def _written(person: Person, kind: str, project: Path) -> bytes:
    output = project.with_name(f"{project.stem} {kind}.csv")
    person.says("report", project, kind, "--output", output)
    return output.read_bytes()


def _counted(database: Path, query: str) -> int:
    """Count while it is being written, without touching it."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            (count,) = connection.execute(query).fetchone()
    except sqlite3.OperationalError:  # not there yet
        return 0
    return int(count)
