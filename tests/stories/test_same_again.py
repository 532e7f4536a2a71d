"""The same files say the same again; new and touched files are all that is measured anew."""

from __future__ import annotations

import base64
import csv
import json
import os
import shutil
import time
from pathlib import Path

import pytest

from dedup_desk.core.pairs import Relation
from dedup_desk.services.projects import index_folder
from tests.helpers.made_pictures import encoded, photo
from tests.helpers.pair_reports import assert_same_pairs
from tests.stories.conftest import Desk, a_desk

pytestmark = pytest.mark.timeout(300)

PAIR_COLUMNS = {
    "path_a", "path_b", "score", "finding", "relation", "evidence",
    "root_a", "root_b", "path_a_b64", "path_b_b64", "statement",
}  # fmt: skip
MEMBER_COLUMNS = {
    "cluster", "root", "path", "path_b64", "label", "verdict", "proposed", "relation", "size_bytes",
}  # fmt: skip
VERDICTS = {"", "canonical", "retire", "variant", "not-duplicate", "same-quality", "unsure"}


@pytest.fixture(scope="module")
def indexed(small_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk indexed by one process, nothing decided."""
    desk = a_desk(small_sample, tmp_path_factory.mktemp("same"))
    desk.person.says("index", desk.project, desk.collection, "--processes", "1")
    return desk


def test_one_process_and_three_find_the_same(indexed: Desk):
    other = indexed.project.with_name("other.ddesk")
    indexed.person.says("index", other, indexed.collection, "--processes", "3")
    assert_same_pairs(_rows(indexed, "pairs"), _rows(indexed, "pairs", other))
    for kind in ("clusters", "members", "unreadable"):
        assert _written(indexed, kind, indexed.project) == _written(indexed, kind, other), kind
    assert len(_rows(indexed, "pairs")) >= 21


def test_the_pairs_report_has_its_columns_and_no_others(indexed: Desk):
    rows = _rows(indexed, "pairs")
    for row in rows:
        assert row.keys() == PAIR_COLUMNS
        assert 0 <= float(row["score"]) <= 1
        assert row["finding"] in {"copy", "look"}
        relations = json.loads(row["evidence"])["relations"]
        assert row["relation"] == relations[0]
        assert set(relations) <= set(map(str, Relation))
        assert row["statement"].endswith(".")
        for side in ("a", "b"):
            exact = base64.b64decode(row[f"path_{side}_b64"], validate=True)
            assert (Path(row[f"root_{side}"]) / os.fsdecode(exact)).is_file()
    exact = {base64.b64decode(row["path_b_b64"]) for row in rows}
    exact |= {base64.b64decode(row["path_a_b64"]) for row in rows}
    assert b"import/DVD-07/bridge \xff\xfe 1970.jpg" in exact


def test_the_members_report_has_its_columns_one_line_a_member(indexed: Desk):
    rows = _rows(indexed, "members")
    for row in rows:
        assert row.keys() >= MEMBER_COLUMNS
        assert row["verdict"] in VERDICTS
        assert row["proposed"] in {"", "canonical", "retire"}
        exact = os.fsdecode(base64.b64decode(row["path_b64"], validate=True))
        assert (Path(row["root"]) / exact).stat().st_size == int(row["size_bytes"])
    places = [row["path_b64"] for row in rows]
    assert len(places) == len(set(places))
    groups = {row["cluster"] for row in rows}
    assert groups == {row["cluster"] for row in _rows(indexed, "clusters")}
    assert len(groups) == 6


def test_a_members_report_that_was_filled_in_is_a_list_of_decisions(indexed: Desk, tmp_path: Path):
    """What the report proposes, written into its verdict column and given back."""
    rows = _rows(indexed, "members")
    for row in rows:
        row["verdict"] = row["proposed"]
    filled = tmp_path / "filled.csv"
    with filled.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    other = tmp_path / "other.ddesk"
    shutil.copy(indexed.project, other)
    shutil.copytree(index_folder(indexed.project), index_folder(other))
    said = indexed.person.says("decide", other, "--from", filled).row("decide")
    assert said["retire"] == sum(row["proposed"] == "retire" for row in rows) == 14
    assert indexed.person.says("plan", other).row("plan")["moves"] == 14


def test_only_new_and_touched_files_are_measured_and_decisions_stay(
    small_sample: Path, tmp_path: Path
):
    desk = a_desk(small_sample, tmp_path)
    says, project = desk.person.says, desk.project
    first = says("index", project, desk.collection).row("index")
    says("decide", project, "--proposals", *map(str, Relation))
    decisions = _rows(desk, "decisions")

    for number in range(5):
        new = desk.collection / "web" / f"new {number}.jpg"
        new.write_bytes(encoded(photo(320, 240, seed=100 + number)))
    for name in ("masters/1967/0503.jpg", "web/0503_half.jpg", "masters/1968/0604.jpg"):
        os.utime(desk.collection / name)
    second = says("index", project).row("index")
    assert (second["measured"], second["read"]) == (8, first["read"] + 5)
    assert second["groups"] == first["groups"]
    assert _rows(desk, "decisions") == decisions
    assert says("plan", project).row("plan")["moves"] == 14
    assert says("index", project).row("index")["measured"] == 0

    (desk.collection / "web" / "new 0.jpg").unlink()
    third = says("index", project).row("index")
    assert (third["measured"], third["forgotten"]) == (0, 1)

    # A picture that became another one is asked about again.
    changed = desk.collection / "web" / "0503_half.jpg"
    changed.write_bytes(encoded(photo(320, 240, seed=9)))
    os.utime(changed, ns=(time.time_ns(), time.time_ns()))
    assert says("index", project).row("index")["measured"] == 1
    planned = says("plan", project, code=1)
    assert planned.row("plan")["moves"] == 13
    assert [row["path"] for row in planned.all("refusal")] == ["web/0503_half.jpg"]


def _written(desk: Desk, kind: str, project: Path) -> bytes:
    output = project.with_name(f"{project.stem} {kind}.csv")
    desk.person.says("report", project, kind, "--output", output)
    return output.read_bytes()


def _rows(desk: Desk, kind: str, project: Path | None = None) -> list[dict[str, str]]:
    text = _written(desk, kind, project or desk.project).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines(keepends=True)))
