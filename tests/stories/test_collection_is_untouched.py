"""Looking at a collection changes nothing in it: not a byte, not a time, not a mode.

Access times of files stay too where the reader owns them (O_NOATIME); those of folders follow the
mount, because no system call lists a folder without them. A mount that is read-only is the same
story told by the kernel.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from dedup_desk.core.pairs import Relation
from dedup_desk.services.projects import open_project
from tests.helpers.collections_on_disk import snapshot
from tests.helpers.command_line import Answer, before_a_read_only_mount
from tests.stories.conftest import Desk, a_desk

pytestmark = pytest.mark.timeout(300)

READ_ONLY = "read-only mount"


@dataclass(frozen=True, slots=True)
class Watched:
    """A desk after everything that only looks, and what its collection was before."""

    desk: Desk
    is_read_only: bool
    before: dict[bytes, object]
    changed_before: dict[bytes, int]
    read_before: dict[bytes, int]
    read_after: dict[bytes, int]
    said: dict[str, Answer]


@pytest.fixture(
    scope="module",
    params=["plain folder", pytest.param(READ_ONLY, marks=pytest.mark.slow)],
)
def watched(
    request: pytest.FixtureRequest, small_sample: Path, tmp_path_factory: pytest.TempPathFactory
) -> Watched:
    desk = a_desk(small_sample, tmp_path_factory.mktemp("watched"))
    is_read_only = request.param == READ_ONLY
    if is_read_only:
        person = before_a_read_only_mount(desk.person, desk.collection)
        desk = replace(desk, person=person)
    folder = os.fsencode(desk.collection)
    before = snapshot(folder)
    _make_reading_visible(desk.collection)
    changed, read = _times(folder, lambda facts: facts.st_ctime_ns), _read_times(folder)
    said = _look_at_everything(desk)
    # Now, because comparing contents below will read them.
    read_after = _read_times(folder)
    return Watched(desk, is_read_only, before, changed, read, read_after, said)


def test_every_byte_mode_time_and_attribute_is_as_before(watched: Watched):
    after = snapshot(os.fsencode(watched.desk.collection))
    assert _differences(watched.before, after) == {}


def test_nothing_was_even_set_back(watched: Watched):
    """The change time moves whenever anything is written or set, and cannot be put back."""
    after = _times(os.fsencode(watched.desk.collection), lambda facts: facts.st_ctime_ns)
    assert after == watched.changed_before


def test_not_even_the_access_times_of_files_moved(watched: Watched):
    assert watched.read_after == watched.read_before


def test_nothing_was_put_beside_the_collection(watched: Watched):
    assert not watched.desk.quarantine.exists()


def test_the_audit_says_so_itself(watched: Watched):
    assert watched.said["audit"].row("audit")["unchanged"] is True


def test_all_of_it_was_done(watched: Watched):
    """Or else an empty run would have passed all of the above."""
    said = watched.said
    assert said["index"].row("index")["measured"] == 28
    assert said["decide"].row("decide")["retire"] == 14
    counts = (said["plan"].row("plan")["moves"], said["rehearsal"].row("rehearsal")["moved"])
    assert counts == ((0, 0) if watched.is_read_only else (14, 14))


def test_what_cannot_be_moved_is_refused_with_a_sentence(watched: Watched):
    refused = watched.said["plan"].all("refusal")
    assert len(refused) == (14 if watched.is_read_only else 0)
    assert all("read-only" in row["text"] for row in refused)


def _look_at_everything(desk: Desk) -> dict[str, Answer]:
    """Every command that only looks, and a review with an answer taken back."""
    says, project = desk.person.says, desk.project
    said = {"audit": says("audit", desk.collection, "--output", project.with_suffix(".html"))}
    said["index"] = says("index", project, desk.collection)
    for kind in ("pairs", "clusters", "members", "unreadable", "decisions"):
        says("report", project, kind, "--output", project.with_name(f"{kind}.csv"))
    said["decide"] = says("decide", project, "--proposals", *(one.value for one in Relation))
    _review(desk)
    said["status"] = says("status", project)
    said["plan"] = says("plan", project, code=(0, 1))
    said["rehearsal"] = says("retire", project, "--dry-run", code=(0, 1))
    said["again"] = says("index", project)
    said["verify"] = says("verify", project)
    return said


def _review(desk: Desk) -> None:
    with open_project(desk.project, places=desk.person.places) as project:
        session = project.review()
        row = session.queue()[0]
        step = session.decide(session.accept(row.id), label="accept")
        session.decide(step.before, undoes=step.id, label="accept")
        assert session.thumbnail(row.thumbnails[0])


def _make_reading_visible(folder: Path) -> None:
    """Set access times before the times of change: then the usual mounts write them when read."""
    for path in sorted(folder.rglob("*")):
        facts = path.stat()
        os.utime(path, ns=(facts.st_mtime_ns - 10**9, facts.st_mtime_ns))


def _times(folder: bytes, time_of: Callable[[os.stat_result], int]) -> dict[bytes, int]:
    return {path: time_of(os.lstat(path)) for path, _ in _entries(folder)}


def _read_times(folder: bytes) -> dict[bytes, int]:
    return {path: os.lstat(path).st_atime_ns for path, is_file in _entries(folder) if is_file}


def _entries(folder: bytes) -> Iterator[tuple[bytes, bool]]:
    yield folder, False
    for here, folders, files in os.walk(folder):
        yield from ((here + b"/" + name, False) for name in folders)
        yield from ((here + b"/" + name, True) for name in files)


def _differences(before: dict[bytes, object], after: dict[bytes, object]) -> dict[bytes, object]:
    paths = before.keys() | after.keys()
    return {
        one: (before.get(one), after.get(one)) for one in paths if before.get(one) != after.get(one)
    }
