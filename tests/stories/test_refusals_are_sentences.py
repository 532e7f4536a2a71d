"""What cannot be done is refused with a sentence and an exit code, and nothing is changed.

0 done; 1 findings; 2 usage; 3 the surroundings; 75 busy; 130 stopped. Answers go to stdout, and
with --json every line of it is JSON; everything else goes to stderr.
"""

from __future__ import annotations

import fcntl
import json
import os
import random
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dedup_desk import __version__
from dedup_desk.cli.commands import COMMANDS
from dedup_desk.cli.main import main
from tests.helpers.collections_on_disk import snapshot
from tests.helpers.command_line import Answer, Word, before_a_read_only_mount
from tests.stories.conftest import Desk, a_desk

pytestmark = pytest.mark.timeout(300)

USAGE, SURROUNDINGS, BUSY = 2, 3, 75


@pytest.fixture(scope="module")
def indexed(small_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk with a project that was indexed, and nothing decided."""
    desk = a_desk(small_sample, tmp_path_factory.mktemp("indexed"))
    desk.person.says("index", desk.project, desk.collection)
    return desk


def test_each_command_explains_itself(indexed: Desk, capsys: pytest.CaptureFixture[str]):
    asked = indexed.person.types("--help")
    told = indexed.person.types("status", "--help")
    assert COMMANDS["status"].capitalize() in told.out
    for command, line in COMMANDS.items():
        assert command in asked.out
        with pytest.raises(SystemExit) as over:  # here, for a dozen processes would say the same
            main([command, "--help"])
        assert over.value.code == 0
        assert line.capitalize() in " ".join(capsys.readouterr().out.split())


def test_the_version_is_told(indexed: Desk):
    assert indexed.person.types("--version").out == f"dedup-desk {__version__}\n"


def test_answers_are_json_lines_and_remarks_go_elsewhere(indexed: Desk):
    told = indexed.person.says("index", indexed.project)
    assert [row["kind"] for row in told.rows] == ["index"]
    assert told.err == ""  # no terminal, no progress
    assert {row["kind"] for row in indexed.person.says("status", indexed.project).rows} == {
        "status",
        "root",
    }


def test_progress_is_for_terminals_and_never_among_the_answers(indexed: Desk):
    try:
        terminal, line = os.openpty()
    except OSError as none:
        pytest.skip(f"this machine has no pseudo terminals: {none}")
    try:
        ended = subprocess.run(
            indexed.person.command(("index", "--json", indexed.project)),
            stdout=subprocess.PIPE,
            stderr=line,
            env=indexed.person.environment(),
            check=True,
        )
        shown = os.read(terminal, 10_000).decode()
    finally:
        os.close(line)
        os.close(terminal)
    assert "Looking through the folders" in shown
    assert [json.loads(row)["kind"] for row in ended.stdout.splitlines()] == ["index"]


def test_an_error_is_a_sentence_on_stderr_and_a_line_of_json(indexed: Desk):
    told = indexed.person.says("status", indexed.project.with_name("none.ddesk"), code=USAGE)
    assert told.row("error")["text"] in told.err


WRONG_FOLDERS = {"missing": "no such folder", "a file": "web/0503_half.jpg"}


@pytest.mark.parametrize("folder", WRONG_FOLDERS.values(), ids=list(WRONG_FOLDERS))
@pytest.mark.parametrize("command", ["index", "audit"])
def test_what_is_no_folder_is_not_indexed(indexed: Desk, command: str, folder: str):
    new = indexed.project.with_name("new.ddesk")
    words = [command, new] if command == "index" else [command]
    told = _refused(indexed, *words, indexed.collection / folder, code=USAGE)
    assert "not a folder" in told.err
    assert not new.exists()


def test_a_folder_inside_another_one_would_be_counted_twice(indexed: Desk):
    _refused(indexed, "index", indexed.project, indexed.collection / "web", code=USAGE)


def test_a_project_has_a_suffix(indexed: Desk):
    told = _refused(indexed, "index", "project.txt", indexed.collection, code=USAGE)
    assert ".ddesk" in told.err


@pytest.mark.parametrize("command", ["status", "verify", "plan", "retire", "recover", "index"])
def test_what_is_no_project_is_left_alone(indexed: Desk, tmp_path: Path, command: str):
    text, folder, other = (tmp_path / f"{name}.ddesk" for name in ("text", "folder", "other"))
    text.write_text("not a database")
    folder.mkdir()
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE cheese (name TEXT)")
    database.close()
    for wrong in (text, folder, other):
        before = wrong.read_bytes() if wrong.is_file() else None
        told = _refused(indexed, command, wrong, code=SURROUNDINGS)
        assert wrong.name in told.err
        assert (wrong.read_bytes() if wrong.is_file() else None) == before


def test_a_project_that_somebody_writes_is_busy_and_can_be_read(indexed: Desk):
    with _held(indexed.project):
        told = _refused(indexed, "retire", indexed.project, code=BUSY)
        assert "open for writing" in told.err
        indexed.person.says("status", indexed.project)
        indexed.person.says("plan", indexed.project)


def test_no_report_is_written_into_the_collection(indexed: Desk):
    inside = indexed.collection / "report.html"
    _refused(indexed, "report", indexed.project, "pairs", "--output", inside, code=USAGE)
    _refused(indexed, "audit", indexed.collection, "--output", inside, code=USAGE)


def test_a_report_has_a_known_format_and_a_place(indexed: Desk):
    report = ("report", indexed.project, "pairs", "--output")
    assert ".csv" in _refused(indexed, *report, "pairs.docx", code=USAGE).err
    _refused(indexed, *report, indexed.project.parent / "nowhere" / "x.csv", code=SURROUNDINGS)


def test_only_known_images_are_decided(indexed: Desk):
    kept = indexed.collection / "masters/1967/0503.jpg"
    decide = ("decide", indexed.project)
    unknown = indexed.collection / "web/none.jpg"
    for words in (
        ("--canonical", kept, "--retire", unknown),
        ("--canonical", unknown, "--retire", kept),
        ("--canonical", kept, "--retire", kept),
        ("--canonical", kept),
        ("--canonical", kept, "--retire", "/etc/hostname"),
        (),
    ):
        assert "Nothing was decided" in _refused(indexed, *decide, *words, code=USAGE).err
    assert indexed.person.says("status", indexed.project).row("status")["decisions"] == 0


def test_a_list_with_one_wrong_line_decides_nothing(indexed: Desk, tmp_path: Path):
    lines = tmp_path / "list.csv"
    for wrong in ("web/none.jpg,retire", "web/0503_half.jpg,delete"):
        lines.write_text(f"path,verdict\nmasters/1967/0503.jpg,canonical\n{wrong}\n")
        told = _refused(indexed, "decide", indexed.project, "--from", lines, code=USAGE)
        assert "Line 3" in told.err
    lines.write_text("file,answer\nx,y\n")
    _refused(indexed, "decide", indexed.project, "--from", lines, code=USAGE)
    assert indexed.person.says("status", indexed.project).row("status")["decisions"] == 0


def test_without_decisions_nothing_is_retired(indexed: Desk):
    assert indexed.person.says("plan", indexed.project).row("plan")["moves"] == 0
    assert indexed.person.says("retire", indexed.project).row("retire")["moved"] == 0
    assert not indexed.quarantine.exists()


def test_a_project_in_a_read_only_folder_can_be_read_and_not_written(indexed: Desk, tmp_path: Path):
    sent = tmp_path / "sent"
    sent.mkdir()
    project = sent / "work.ddesk"
    shutil.copy(indexed.project, project)
    shutil.copytree(f"{indexed.project}-index", f"{project}-index")
    person = before_a_read_only_mount(indexed.person, sent)
    before = snapshot(str(sent).encode())
    assert person.says("status", project).row("status")["read"] == 26
    assert person.says("plan", project).row("plan")["moves"] == 0
    assert person.says("verify", project).row("verify")["findings"] == 0
    output = tmp_path / "pairs.csv"
    assert person.says("report", project, "pairs", "--output", output).row("report")["size_bytes"]
    told = person.says("index", project, code=SURROUNDINGS)
    assert "read-only" in told.err
    lonely = sent.with_name("lonely")
    lonely.mkdir()
    shutil.copy(indexed.project, lonely)
    told = before_a_read_only_mount(indexed.person, lonely).types(
        "status", lonely / project.name, code=SURROUNDINGS
    )
    assert "copy the project" in told.err
    assert snapshot(str(sent).encode()) == before


def test_a_damaged_project_is_refused_or_found_out_and_never_believed(
    indexed: Desk, tmp_path: Path
):
    """One flipped bit at a time, all over the file: a sentence, never a wrong answer or a crash."""
    sound = indexed.project.read_bytes()
    said_before = indexed.person.says("status", indexed.project).row("status")
    chance = random.Random(8)  # noqa: S311 - where a bit is flipped is no secret
    damaged = tmp_path / "damaged.ddesk"
    codes = []
    written = [place for place, byte in enumerate(sound) if byte]  # the rest is mostly empty
    for _ in range(8):
        place, bit = chance.choice(written), chance.randrange(8)
        flipped = bytearray(sound)
        flipped[place] ^= 1 << bit
        damaged.write_bytes(flipped)
        told = indexed.person.says("verify", damaged, code=(0, 1, SURROUNDINGS))
        assert told.code != SURROUNDINGS or len(told.row("error")["text"].split()) > 5
        codes.append(told.code)
    damaged.write_bytes(sound[: len(sound) // 2])
    _refused(indexed, "status", damaged, code=SURROUNDINGS)
    assert sum(map(bool, codes)) >= 6, codes  # a few bytes of a file mean nothing
    assert indexed.person.says("status", indexed.project).row("status") == said_before


def _refused(desk: Desk, *words: Word, code: int) -> Answer:
    """Give a command that must be refused, and see that neither folder changed by it."""
    before = snapshot(str(desk.collection).encode())
    told = desk.person.types(*words, code=code)
    assert told.out == ""
    assert len(told.err.split()) > 5, told.err
    assert snapshot(str(desk.collection).encode()) == before
    return told


@contextmanager
def _held(project: Path) -> Iterator[None]:
    """Hold a project as another process does that writes it."""
    with project.with_name(project.name + "-lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
