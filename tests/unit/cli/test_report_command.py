"""`report`: evidence of one group in either language, and what is refused."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from dedup_desk.cli.main import main
from dedup_desk.services.jobs import run_inline
from dedup_desk.services.projects import create_project

pytestmark = pytest.mark.timeout(60)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A closed project of this user with one group of two files."""
    for name in ("DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    (tmp_path / "scans").mkdir()
    picture = Image.radial_gradient("L")
    picture.save(tmp_path / "scans" / "a.png")
    picture.save(tmp_path / "scans" / "b.png", optimize=True)
    path = tmp_path / "made.ddesk"
    with create_project(path) as made:
        made.add_root(os.fsencode(tmp_path / "scans"))
        run_inline(made.indexing(1))
        assert [row.member_count for row in made.review().queue()] == [2]
    return path


def group_of(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    output = project.with_name("clusters.json")
    assert main(["report", str(project), "clusters", "-o", str(output)]) == 0
    capsys.readouterr()
    return str(json.loads(output.read_text("utf-8"))["clusters"][0]["cluster"])


@pytest.mark.parametrize(
    ("language", "tag", "said"),
    [("en", "en", "What this page does not prove"), ("zh_HK", "zh-Hant-HK", "本頁不能證明的事")],
)
def test_evidence_of_one_group_is_written_in_the_language_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str], language: str, tag: str, said: str
):
    group, output = group_of(project, capsys), project.with_name("page.html")
    words = ["report", "--json", str(project), "evidence", "--group", group, "-o", str(output)]
    assert main([*words, "--lang", language]) == 0
    answer = json.loads(capsys.readouterr().out)
    page = output.read_text("utf-8")
    assert answer["size_bytes"] == output.stat().st_size
    assert f'<html lang="{tag}">' in page
    assert said in page
    assert group in page


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["evidence", "-o", "page.html"], "give --group ID"),
        (["pairs", "--group", "3f2a91bc0d44", "-o", "pairs.csv"], "with no other report"),
        (["evidence", "--group", "3f2a91bc0d44", "-o", "page.html"], "There is no group"),
        (["evidence", "--group", "3f2a91bc0d44", "-o", "page.pdf"], "choose one of .html"),
    ],
)
def test_a_wrong_question_is_one_sentence_and_no_file(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    why: str,
):
    monkeypatch.chdir(project.parent)
    assert main(["report", str(project), *words]) == 2
    assert why in capsys.readouterr().err
    assert not (project.parent / words[-1]).exists()
