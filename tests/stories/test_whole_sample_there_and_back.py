"""The whole sample by the command line: found again the same, set aside, and brought back."""

from __future__ import annotations

import base64
import csv
import os
from pathlib import Path

import pytest

from dedup_desk.core.pairs import Relation
from dedup_desk.services.reports import write_report
from tests.helpers.collections_on_disk import snapshot
from tests.helpers.pair_reports import assert_same_pairs
from tests.stories.conftest import Desk, IndexedSample, a_desk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

WHERE = ("root_a", "root_b")
"""Columns that name the folder, which differs between two copies of the sample."""


@pytest.fixture(scope="module")
def desk(indexed_sample: IndexedSample, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A copy of the sample, indexed by three processes."""
    desk = a_desk(indexed_sample.folder, tmp_path_factory.mktemp("whole"))
    words = ("index", desk.project, desk.collection, "--label", "sample", "--processes", "3")
    assert desk.person.says(*words).row("index")["read"] == len(indexed_sample.truth.files)
    return desk


def test_the_pairs_of_another_run_are_the_same(desk: Desk, indexed_sample: IndexedSample):
    mine, theirs = (desk.project.with_name(f"{name}.csv") for name in ("mine", "theirs"))
    desk.person.says("report", desk.project, "pairs", "--output", mine)
    write_report(indexed_sample.project, "pairs", theirs)
    assert_same_pairs(_rows(mine), _rows(theirs))


def test_everything_proposed_goes_and_comes_back_as_it_was(desk: Desk):
    says, project = desk.person.says, desk.project
    before = snapshot(os.fsencode(desk.collection))
    decided = says("decide", project, "--proposals", *map(str, Relation)).row("decide")
    assert decided["retire"] > 50
    rehearsed = says("retire", project, "--dry-run").row("rehearsal")
    assert rehearsed["moved"] == decided["retire"]
    assert snapshot(os.fsencode(desk.collection)) == before

    retired = says("retire", project)
    assert retired.row("retire")["moved"] == decided["retire"]
    moved = {base64.b64decode(row["path_b64"]) for row in retired.all("file")}
    assert before.keys() - snapshot(os.fsencode(desk.collection)).keys() == moved
    assert any(not _is_utf8(name) for name in moved)
    assert says("verify", project).row("verify")["quarantined"] == len(moved)

    assert says("restore", project, "--all").row("restore")["moved"] == len(moved)
    assert says("verify", project).row("verify")["findings"] == 0
    assert snapshot(os.fsencode(desk.collection)) == before


def _rows(report: Path) -> list[dict[str, str]]:
    with report.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return [{name: cell for name, cell in row.items() if name not in WHERE} for row in rows]


def _is_utf8(name: bytes) -> bool:
    try:
        name.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
