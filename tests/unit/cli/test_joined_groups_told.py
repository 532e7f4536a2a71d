"""What the command line lists and counts where a person joined two groups."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dedup_desk.cli.main import main
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.joins import Join
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.projects import create_project, open_project
from tests.helpers.review_fakes import draw_landscape, jpeg, resized

pytestmark = pytest.mark.timeout(60)

Says = Callable[..., dict[str, object]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of two groups of two, in which nothing is joined yet."""
    for name in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    (tmp_path / "scans").mkdir()
    for seed, name in ((3, "x"), (11, "y")):
        full = draw_landscape(seed)
        (tmp_path / "scans" / f"{name}1.jpg").write_bytes(jpeg(full))
        (tmp_path / "scans" / f"{name}2.jpg").write_bytes(jpeg(resized(full, 900, 600)))
    path = tmp_path / "made.ddesk"
    with create_project(path) as made:
        made.add_root(os.fsencode(tmp_path / "scans"))
        run_inline(made.indexing(1))
    return path


@pytest.fixture
def says(capsys: pytest.CaptureFixture[str]) -> Says:
    def answer(*words: str, code: int = 0) -> dict[str, object]:
        assert main([words[0], "--json", *words[1:]]) == code
        rows = map(json.loads, capsys.readouterr().out.splitlines())
        return next(dict(row) for row in rows if row["kind"] == words[0])

    return answer


def join_the_two(project: Path) -> None:
    with open_project(project) as made:
        session = made.sitting()
        one, other = session.queue()
        session.joins.say(Join(ContentPair.of(one.thumbnails[0], other.thumbnails[0])))


def test_status_counts_them_as_one_and_says_that_it_is_joined(
    project: Path, says: Says, capsys: pytest.CaptureFixture[str]
):
    before = says("status", str(project))
    assert (before["groups"], before["groups_joined"]) == (2, 0)
    join_the_two(project)
    after = says("status", str(project))
    assert (after["groups"], after["groups_joined"]) == (1, 1)
    assert after["redundant_copies"] == before["redundant_copies"] == 2
    assert main(["status", str(project)]) == 0
    assert "0 of 1 groups decided (1 joined by hand)" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["clusters", "members"])
def test_the_reports_have_one_group_in_every_format(project: Path, kind: str):
    join_the_two(project)
    for suffix in (".csv", ".json", ".html"):
        output = project.with_name(kind + suffix)
        assert main(["report", str(project), kind, "-o", str(output)]) == 0
    with project.with_name(kind + ".csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    listed = json.loads(project.with_name(kind + ".json").read_text("utf-8"))[kind]
    assert len({row["cluster"] for row in rows}) == len({row["cluster"] for row in listed}) == 1
    assert [row["joined"] for row in rows].count("by-hand") == 1
    assert "by-hand" in project.with_name(kind + ".html").read_text("utf-8")


def test_the_audit_page_shows_one_group_that_says_it_is_joined_by_hand(project: Path):
    join_the_two(project)
    output = project.with_name("audit.html")
    assert main(["report", str(project), "audit", "-o", str(output)]) == 0
    page = output.read_text("utf-8")
    assert "(4)" in page
    assert page.count(": joined by hand") == 1


def test_proposals_are_taken_within_each_side_only_and_the_plan_keeps_one_of_the_whole(
    project: Path, says: Says
):
    join_the_two(project)
    assert says("decide", str(project), "--proposals", "resized")["decided"] == 2
    plan = says("plan", str(project))
    assert plan["moves"] == 1
