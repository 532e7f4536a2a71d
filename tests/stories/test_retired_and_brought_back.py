"""Everything proposed is set aside and brought back by the command line: all as it was before.

All of it means bytes, modes, times and attributes of files and of their folders, under names of
every kind. Each test finds the collection complete and leaves it so.
"""

from __future__ import annotations

import base64
import os
import shutil
import signal
import time
from pathlib import Path

import pytest

from dedup_desk.core.pairs import Relation
from tests.helpers.collections_on_disk import Entry, snapshot
from tests.helpers.command_line import Answer, Person, ended, soon
from tests.stories.conftest import Desk, a_desk

pytestmark = pytest.mark.timeout(300)

COPIES = 14
"""Proposed for retirement in the small sample."""

NAMES_OF_NO_ENCODING = (
    b"import/DVD-07/bridge \xff\xfe 1970.jpg",
    b"import/DVD-07/\xa4\xd1\xa4W\xa4\xeb.jpg",
)
A_NAME_WITH_A_NEWLINE = b"import/DVD-07/tram\nHappy Valley.jpg"


@pytest.fixture(scope="module")
def decided(small_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A collection whose every proposal was accepted, nothing moved yet."""
    desk = a_desk(small_sample, tmp_path_factory.mktemp("decided"))
    desk.person.says("index", desk.project, desk.collection, "--label", "archive")
    said = desk.person.says("decide", desk.project, "--proposals", *map(str, Relation))
    assert said.row("decide")["retire"] == COPIES
    return desk


@pytest.fixture
def before(decided: Desk) -> dict[bytes, Entry]:
    """The whole tree before the test."""
    return snapshot(os.fsencode(decided.collection))


def test_all_of_it_goes_and_comes_back_as_it_was(decided: Desk, before: dict[bytes, Entry]):
    says, project = decided.person.says, decided.project
    retired = says("retire", project)
    counts = retired.row("retire")
    assert (counts["planned"], counts["moved"], counts["refusals"]) == (COPIES, COPIES, 0)
    moved = {base64.b64decode(row["path_b64"]) for row in retired.all("file")}
    assert moved > {*NAMES_OF_NO_ENCODING, A_NAME_WITH_A_NEWLINE}
    assert _missing(decided, before) == moved

    checked = says("verify", project).row("verify")
    assert (checked["quarantined"], checked["findings"]) == (COPIES, 0)
    assert says("plan", project).row("plan")["moves"] == 0

    restored = says("restore", project, "--all").row("restore")
    assert (restored["planned"], restored["moved"], restored["failed"]) == (COPIES, COPIES, 0)
    checked = says("verify", project).row("verify")
    assert (checked["quarantined"], checked["findings"]) == (0, 0)
    assert snapshot(os.fsencode(decided.collection)) == before


def test_one_batch_comes_back_by_its_id(decided: Desk, before: dict[bytes, Entry]):
    says, project = decided.person.says, decided.project
    batch = says("retire", project).row("retire")["batches"]
    assert says("restore", project, "--batch", batch).row("restore")["moved"] == COPIES
    assert snapshot(os.fsencode(decided.collection)) == before


def test_files_come_back_by_the_paths_they_had(decided: Desk, before: dict[bytes, Entry]):
    says, project = decided.person.says, decided.project
    says("retire", project)
    paths = [os.fsencode(decided.collection) + b"/" + name for name in NAMES_OF_NO_ENCODING]
    assert says("restore", project, "--path", *paths).row("restore")["moved"] == 2
    missing = _missing(decided, before)
    assert len(missing) == COPIES - 2
    assert not missing & set(NAMES_OF_NO_ENCODING)
    says("restore", project, "--all")
    assert snapshot(os.fsencode(decided.collection)) == before


def test_a_quarantine_elsewhere_on_the_disk_serves_as_well(
    decided: Desk, before: dict[bytes, Entry]
):
    says, project = decided.person.says, decided.project
    elsewhere = decided.project.with_name("set aside")
    says("retire", project, "--quarantine", elsewhere)
    assert len(_missing(decided, before)) == COPIES
    assert elsewhere.is_dir()
    assert says("verify", project).row("verify")["quarantined"] == COPIES
    says("restore", project, "--all")
    assert snapshot(os.fsencode(decided.collection)) == before


def test_nothing_to_bring_back_is_no_error_and_an_unknown_batch_is(decided: Desk):
    says, project = decided.person.says, decided.project
    assert says("restore", project, "--all").row("restore")["planned"] == 0
    refused = says("restore", project, "--batch", "20010101T000000Z-00000000", code=2)
    assert "20010101T000000Z-00000000" in refused.err
    says("restore", project, "--path", decided.collection / "web/0503_half.jpg", code=2)


def test_a_copy_that_changed_stays_and_the_others_go(decided: Desk, before: dict[bytes, Entry]):
    """Exit code 1: not everything that was decided could be done."""
    says, project = decided.person.says, decided.project
    changed = decided.collection / "web" / "0503_half.jpg"
    with changed.open("ab") as more:
        more.write(b"a byte more")
    planned = says("plan", project, code=1)
    assert planned.row("plan")["moves"] == COPIES - 1
    assert [row["path"] for row in planned.all("refusal")] == ["web/0503_half.jpg"]
    retired = says("retire", project, code=1).row("retire")
    assert (retired["moved"], retired["refusals"]) == (COPIES - 1, 1)
    says("restore", project, "--all")
    _put_back(changed, before[b"web/0503_half.jpg"])
    assert snapshot(os.fsencode(decided.collection)) == before


def test_a_colleague_without_the_folder_is_asked_for_it(
    decided: Desk, before: dict[bytes, Entry], tmp_path: Path
):
    """A project that came by mail knows folders that this person never opened: it must be told."""
    decided.person.says("retire", decided.project)
    colleague, received = Person(tmp_path / "home"), tmp_path / "received.ddesk"
    shutil.copy(decided.project, received)
    told = colleague.types("status", received)
    assert "archive" in told.err
    before_asking = received.read_bytes()
    for command in (("restore", received, "--all"), ("retire", received), ("recover", received)):
        refused = colleague.types(*command, code=2)
        assert "--root LABEL=DIR" in refused.err
        assert "(archive)" in refused.err
    assert (
        "came from elsewhere"
        in colleague.types("decide", received, "--proposals", "resized", code=2).err
    )
    checked = colleague.says("verify", received, code=1)
    assert {row["subject"] for row in checked.all("finding")} == {"kept-copy"}
    assert all("never opened on this machine" in row["text"] for row in checked.all("finding"))
    assert received.read_bytes() == before_asking
    assert len(_missing(decided, before)) == COPIES
    back = colleague.says("restore", received, "--all", "--root", f"archive={decided.collection}")
    assert back.row("restore")["moved"] == COPIES
    assert snapshot(os.fsencode(decided.collection)) == before
    shutil.copy(received, decided.project)  # and sent back, it tells the truth at home too
    assert decided.person.says("verify", decided.project).row("verify")["findings"] == 0


def test_ctrl_c_stops_between_two_files_and_the_next_run_goes_on(
    small_sample: Path, tmp_path: Path
):
    desk = a_desk(small_sample, tmp_path)
    says, project = desk.person.says, desk.project
    says("index", project, desk.collection)
    says("decide", project, "--proposals", *map(str, Relation))
    before = snapshot(os.fsencode(desk.collection))

    stopped = _interrupted(desk, "retire", lambda: _held(desk) >= 1)
    assert stopped.code == 130
    first = stopped.row("retire")
    assert 1 <= first["moved"] < COPIES
    assert first["moved"] + first["left"] + first["failed"] == COPIES
    assert len(_missing(desk, before)) == first["moved"]
    assert says("status", project).row("status")["open_operations"] == 0

    second = says("retire", project).row("retire")
    assert second["moved"] == COPIES - first["moved"]

    stopped = _interrupted(desk, "restore", lambda: _held(desk) < COPIES, "--all")
    assert stopped.code == 130
    assert 0 < len(_missing(desk, before)) < COPIES
    says("restore", project, "--all")
    assert says("verify", project).row("verify")["findings"] == 0
    assert snapshot(os.fsencode(desk.collection)) == before


def _interrupted(desk: Desk, command: str, is_time, *more: str) -> Answer:
    with desk.person.typing(command, "--json", desk.project, *more) as running:
        assert soon(is_time)
        running.send_signal(signal.SIGINT)
        return ended(running)


def _held(desk: Desk) -> int:
    """How many images lie in quarantine."""
    return sum(one.is_file() for one in desk.quarantine.glob("batch-*/data/*/*"))


def _missing(desk: Desk, before: dict[bytes, Entry]) -> set[bytes]:
    """Files of the collection that are not where they were; all others are as they were."""
    now = snapshot(os.fsencode(desk.collection))
    files = {path: entry for path, entry in before.items() if entry[0] != "folder"}
    assert {path: now[path] for path in files if path in now}.items() <= files.items()
    return files.keys() - now.keys()


def _put_back(path: Path, entry: Entry) -> None:
    """Write a file's former bytes and time, and its folder's time."""
    folder = path.parent.stat()
    path.write_bytes(entry[3])
    os.utime(path, ns=(time.time_ns(), entry[2]))
    os.utime(path.parent, ns=(folder.st_atime_ns, folder.st_mtime_ns))
