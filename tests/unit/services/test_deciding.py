"""Decision lists: which image a line means, and what is refused as a whole."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.errors import UsageError
from dedup_desk.core.ledger import Actor
from dedup_desk.services.deciding import Line, decide_list, read_list
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.places import UserPlaces
from dedup_desk.services.projects import Project, create_project
from dedup_desk.services.reports import write_report

WHO = Actor("Wong Siu-ming", "wong", "desk-1")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Two discs with the same names on them; one disc's own name is no UTF-8."""
    places = UserPlaces(data=tmp_path / "data", state=tmp_path / "state")
    with create_project(tmp_path / "discs.ddesk", WHO, places) as made:
        for label, name in (("one", b"disc 1"), ("two", b"disc \xff\xfe2")):
            folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))
            folder.mkdir()
            picture = Image.radial_gradient("L")
            picture.save(folder / "a.png")
            picture.save(folder / "b.png", optimize=True)
            made.add_root(os.fsencode(folder), label)
        run_inline(made.indexing(1))
        yield made


def test_a_path_that_two_folders_have_is_not_guessed(project: Project):
    lines = [Line(2, b"a.png", "canonical")]
    with pytest.raises(UsageError, match=r"several folders.*one, two"):
        decide_list(project, project.review(), lines)


def test_the_label_says_which(project: Project):
    lines = [Line(2, b"a.png", "canonical", label="two"), Line(3, b"a.png", "variant", label="one")]
    decided = decide_list(project, project.review(), lines)
    assert {(one.subject.place.root, one.verdict) for one in decided} == {
        ("two", Verdict.CANONICAL),
        ("one", Verdict.VARIANT),
    }


@pytest.mark.parametrize("without", [{"label"}, {"root"}, set()])
def test_the_members_report_can_be_filled_in_and_read_back(
    project: Project, tmp_path: Path, without: set[str]
):
    report, filled = tmp_path / "members.csv", tmp_path / "filled.csv"
    write_report(project, "members", report)
    rows = list(csv.DictReader(report.read_text("utf-8-sig").splitlines()))
    assert {row["label"] for row in rows} == {"one", "two"}
    with filled.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, [name for name in rows[0] if name not in without])
        writer.writeheader()
        for row in rows:
            kept = {name: value for name, value in row.items() if name not in without}
            writer.writerow(kept | {"verdict": "variant"})
    decided = decide_list(project, project.review(), read_list(filled))
    assert {one.subject.place for one in decided} == {
        record.place for record in project.index.records().values()
    }


def test_the_kind_of_a_version_is_read_kept_and_written_again(project: Project, tmp_path: Path):
    session = project.review()
    line = Line(2, b"a.png", "variant", label="one", kind="tone")
    session.decide(decide_list(project, session, [line]))
    for name in ("decisions", "members"):
        report = tmp_path / f"{name}.csv"
        write_report(project, name, report)
        rows = list(csv.DictReader(report.read_text("utf-8-sig").splitlines()))
        assert [row["variant_kind"] for row in rows if row["verdict"]] == ["tone"], name
    (again,) = read_list(tmp_path / "decisions.csv")
    assert again.kind == "tone"


def test_a_word_that_is_no_kind_is_refused_and_one_beside_another_answer_says_nothing(
    project: Project,
):
    session = project.review()
    with pytest.raises(UsageError, match=r"Line 2: colour is no kind of version.*crop, tone"):
        decide_list(project, session, [Line(2, b"a.png", "variant", label="one", kind="colour")])
    (made,) = decide_list(project, session, [Line(2, b"a.png", "unsure", label="one", kind="tone")])
    assert made.variant_kind is None


def test_two_lines_that_disagree_about_one_file_are_refused(project: Project):
    lines = [Line(2, b"a.png", "canonical", label="one"), Line(3, b"a.png", "unsure", label="one")]
    with pytest.raises(UsageError, match="Lines 2 and 3"):
        decide_list(project, project.review(), lines)


def test_the_decisions_report_says_how_the_person_was_known(project: Project, tmp_path: Path):
    session = project.review()
    session.decide(decide_list(project, session, [Line(2, b"a.png", "unsure", label="one")]))
    report = tmp_path / "decisions.csv"
    write_report(project, "decisions", report)
    (row,) = csv.DictReader(report.read_text("utf-8-sig").splitlines())
    known = [row[name] for name in ("person", "account", "host", "identity")]
    assert known == ["Wong Siu-ming", "wong", "desk-1", "self-declared"]


def test_a_report_without_rows_has_the_columns_all_the_same(project: Project, tmp_path: Path):
    report = tmp_path / "decisions.csv"
    write_report(project, "decisions", report)
    (columns,) = csv.reader(report.read_text("utf-8-sig").splitlines())
    assert {"path", "path_b64", "canonical_path", "canonical_path_b64"} <= set(columns)
