"""`dedup-desk index`: what is wrong with a command line is said before anything is done."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dedup_desk.cli.main import main
from dedup_desk.core.messages import message
from dedup_desk.services.projects import create_project
from dedup_desk.services.retiring import ground
from tests.helpers.detailed_pictures import draw_collection


@pytest.mark.parametrize("count", ["-3", "0", "two"])
def test_a_number_of_processes_is_one_or_more(
    count: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    with pytest.raises(SystemExit) as ended:
        main(["index", str(tmp_path / "p.ddesk"), str(tmp_path), "--processes", count])
    assert ended.value.code == 2
    assert "1 or more" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_there_are_two_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as ended:
        main(["index", str(tmp_path / "p.ddesk"), str(tmp_path), "--pass", "thorough"])
    assert ended.value.code == 2
    assert "quick" in capsys.readouterr().err


def test_the_deep_pass_says_what_it_looked_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "pictures"
    list(draw_collection(folder, range(1)))
    words = [str(tmp_path / "p.ddesk"), str(folder), "--processes", "1"]
    assert main(["index", *words]) == 0
    assert "details" not in capsys.readouterr().out
    assert main(["index", *words, "--pass", "deep"]) == 0
    said = capsys.readouterr().out
    assert "0 measured, details found in 4 and looked for in the others' for 4" in said
    assert main(["audit", str(folder), "--pass", "deep", "--json"]) == 0
    row = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (row["kind_cropped"], row["kind_bordered"], row["kind_resized"]) == (1, 1, 1)


def test_a_project_without_a_folder_has_nothing_to_index(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    create_project(tmp_path / "p.ddesk").close()
    assert main(["index", str(tmp_path / "p.ddesk")]) == 2
    assert "has no folder yet" in capsys.readouterr().err


@pytest.mark.parametrize("more", [[], ["no such folder"]])
def test_no_project_is_made_for_nothing(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["index", str(tmp_path / "p.ddesk"), *more]) == 2
    assert capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [("index", "{inside}", "{folder}"), ("audit", "{folder}", "--keep", "{inside}")]
)
def test_no_project_is_made_inside_the_collection(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "pictures"
    (folder / "sub").mkdir(parents=True)
    (tmp_path / "way in").symlink_to(folder)
    inside = str(tmp_path / "way in" / "sub" / "p.ddesk")
    assert main([word.format(inside=inside, folder=folder) for word in words]) == 2
    assert "lies in the collection" in capsys.readouterr().err
    assert [one.name for one in folder.rglob("*")] == ["sub"]


def test_a_whole_home_can_be_opened_although_ones_own_data_lies_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    own = tmp_path / "data" / "dedup-desk"
    own.mkdir(parents=True)
    assert main(["index", str(own / "p.ddesk"), str(tmp_path), "--processes", "1"]) == 0


def test_what_will_stand_in_the_way_of_setting_aside_is_told_when_a_folder_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "pictures"
    folder.mkdir()
    words = ["index", str(tmp_path / "p.ddesk"), str(folder), "--processes", "1"]
    assert main(words) == 0
    assert "read-only" not in capsys.readouterr().err
    monkeypatch.setattr(ground, "_trouble", lambda *_: message("{folder} is read-only", folder="x"))
    assert main(words) == 0
    assert "x is read-only" in capsys.readouterr().err
