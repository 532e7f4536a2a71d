"""The crash matrix: kill and fail retire, restore and recovery at every call, and check.

`python -m tests.crash.matrix` runs all of it and prints how many points were reached; the tests
beside it run a seeded sample. Each case is one `Case`, and its text is enough to run it again:
`python -m tests.crash.matrix --replay "kill retire items=1 at=17"`.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dedup_desk.core.errors import DedupError
from dedup_desk.core.journal import Journal
from dedup_desk.engine.files import FsOps
from tests.crash.project_journal import project_journal
from tests.helpers.collections_on_disk import (
    ITEMS,
    Scene,
    a_fast_folder,
    check_all_come_back,
    check_nothing_lost,
)
from tests.helpers.faulty_disk import Fault, FaultyDisk, PointedJournal, Points

ITEM_ERRNOS = (errno.EACCES, errno.EPERM, errno.EEXIST, errno.ENOENT, errno.EXDEV, errno.EINVAL)
MEDIUM_ERRNOS = (
    errno.ENOSPC,
    errno.EIO,
    errno.EDQUOT,
    errno.EROFS,
    errno.ESTALE,
    errno.ENOTCONN,
    errno.ETIMEDOUT,
    errno.EMFILE,
)
ISSUE_ERRNOS = (errno.ENOSPC, errno.EIO, errno.EACCES)
ERROR_FAULTS = (Fault.ERROR, Fault.LATE_ERROR, Fault.ERRORS_FROM_HERE)
CHANGING = frozenset(
    {"renameat2", "linkat", "unlinkat", "mkdirat", "rmdir", "fsync", "futimens", "fchmod", "write"}
)


class ClosableJournal(Journal, Protocol):
    def close(self) -> None: ...


JournalOf = Callable[[Scene], ClosableJournal]


@dataclass(frozen=True)
class Case:
    """One way to go wrong.

    Attributes:
        direction: retire or restore.
        items: how many.
        fault: what happens.
        at: at which call of the run, from 1.
        errno: for errors.
        again_at: the recovery is hit at this call in the same way; 0: it is left in peace.
        can_rename: False walks the way of link and unlink.
        folders_gone: before a restore, somebody removed the empty folders.
    """

    direction: str
    items: int
    fault: Fault
    at: int = 0
    errno: int = 0
    again_at: int = 0
    can_rename: bool = True
    folders_gone: bool = False

    def __str__(self) -> str:
        name = errno.errorcode.get(self.errno, "-")
        return (
            f"{self.fault.value.replace(' ', '-')} {self.direction} items={self.items} at={self.at}"
            f" errno={name} again={self.again_at} rename={int(self.can_rename)}"
            f" gone={int(self.folders_gone)}"
        )


@dataclass(frozen=True)
class Ran:
    """What a child did: the calls it made, and whether it was killed."""

    calls: tuple[str, ...]
    killed: bool


def run_case(case: Case, journal_of: JournalOf = Scene.journal) -> Ran:
    """Build a scene, hit it, recover, check, restore everything, check again."""
    with a_fast_folder() as base:
        scene = Scene(base, ITEMS[: case.items]).build()
        _begin(scene, case, journal_of)
        ran = _in_child(scene, case, case.at, journal_of)
        if case.again_at:
            _in_child(scene, replace(case, direction="recover"), case.again_at, journal_of)
        _check(scene, case, journal_of)
        return ran


def calls_of(case: Case, journal_of: JournalOf = Scene.journal) -> tuple[str, ...]:
    """Return the calls of a run in which nothing goes wrong, journal points included."""
    counting = replace(case, fault=Fault.KILL, at=0, again_at=0)
    return run_case(counting, journal_of).calls


def kills(direction: str, items: int, **how: bool) -> Iterator[Case]:
    """Every point of one run."""
    case = Case(direction, items, Fault.KILL, **how)
    for at in range(1, len(calls_of(case)) + 1):
        yield replace(case, at=at)


def kills_of_recovery(direction: str, every: int = 1, **how: bool) -> Iterator[Case]:
    """Every `every`-th point of one run of one item, and every point of the recovery after it."""
    for case in list(kills(direction, 1, **how))[::every]:
        for again_at in range(1, _calls_of_recovery(case) + 1):
            yield replace(case, again_at=again_at)


def failures(
    direction: str, items: int, errnos: Sequence[int], faults: Sequence[Fault] = ERROR_FAULTS
) -> Iterator[Case]:
    """Every call of one run failing with every errno in every way."""
    case = Case(direction, items, Fault.ERROR)
    calls = [call for call in calls_of(case) if "journal" not in call]
    for fault in faults:
        for at, call in enumerate(calls, start=1):
            if fault is not Fault.LATE_ERROR or call in CHANGING:
                for number in errnos:
                    yield replace(case, fault=fault, at=at, errno=number)


def _begin(scene: Scene, case: Case, journal_of: JournalOf) -> None:
    if case.direction != "restore":
        return
    journal = journal_of(scene)
    scene.retire_all(FsOps(), journal)
    journal.close()
    if case.folders_gone:
        _remove_empty_folders(scene.root)


def _in_child(scene: Scene, case: Case, at: int, journal_of: JournalOf) -> Ran:
    """Run in a forked child, so that a kill is a kill and a leak is nobody's."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os._exit(_run(scene, case, at, (journal_of, writing)))
    os.close(writing)
    with os.fdopen(reading) as told:
        calls = tuple(told.read().split("\n")[:-1])
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status)
    if not killed and os.WEXITSTATUS(status) != 0:
        raise AssertionError(f"{case}: the child failed, see its trace above")
    return Ran(calls, killed)


def _run(scene: Scene, case: Case, at: int, ways: tuple[JournalOf, int]) -> int:
    journal_of, writing = ways
    points = Points(at, case.fault if at else Fault.KILL, case.errno)
    points.on_call = lambda _, call: _tell(writing, call)
    disk = FaultyDisk(points, can_rename=case.can_rename)
    act = {"retire": scene.retire_all, "restore": scene.restore_all, "recover": scene.recover}
    try:
        act[case.direction](disk, PointedJournal(journal_of(scene), points))
    except DedupError as error:
        return 0 if _is_a_sentence(str(error)) else 2
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _tell(writing: int, call: str) -> None:
    os.write(writing, call.encode() + b"\n")


def _is_a_sentence(text: str) -> bool:
    unfilled = re.search(r"(?<!\\u)\{", text)  # a newline in a name is shown as \u{000A}
    return len(text) > 40 and text.endswith(".") and "Errno" not in text and not unfilled


def _check(scene: Scene, case: Case, journal_of: JournalOf) -> None:
    journal = journal_of(scene)
    try:
        scene.recover(FsOps(), journal)
        assert scene.recover(FsOps(), journal) == (), f"{case}: recovery is not done at once"
        check_nothing_lost(scene, journal, lambda: str(case))
        check_all_come_back(scene, journal, lambda: str(case), _forgiven(scene, case))
    finally:
        journal.close()


def _forgiven(scene: Scene, case: Case) -> frozenset[bytes]:
    """Folders whose time may differ at the end."""
    if case.folders_gone:  # whoever removed a folder from the root has changed the root
        return frozenset({b""})
    if case.fault is not Fault.KILL and case.errno in ITEM_ERRNOS:
        return scene.folders()  # no permission to set a folder's time leaves the kernel's time
    return frozenset()


def _calls_of_recovery(case: Case) -> int:
    """Count the calls of the recovery that follows a kill."""
    with a_fast_folder() as base:
        scene = Scene(base, ITEMS[: case.items]).build()
        _begin(scene, case, Scene.journal)
        _in_child(scene, case, case.at, Scene.journal)
        recovery = replace(case, direction="recover")
        return len(_in_child(scene, recovery, 0, Scene.journal).calls)


def _remove_empty_folders(root: bytes) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        if folder != root and not os.listdir(folder):
            os.rmdir(folder)


def all_parts() -> Iterator[tuple[str, Iterator[Case], JournalOf]]:
    """Name every part of the matrix with its cases and the journal it writes."""
    for name, cases in all_cases():
        yield name, cases, Scene.journal
    for direction in ("retire", "restore"):
        for items in (1, 3):
            name = f"kill {direction} over the project file, {items} items"
            yield name, kills(direction, items), project_journal


def all_cases() -> Iterator[tuple[str, Iterator[Case]]]:
    """Name every part that writes the small journal, with its cases."""
    for direction in ("retire", "restore"):
        for items in (1, 3):
            yield f"kill {direction}, {items} items", kills(direction, items)
            yield (
                f"kill {direction} by link and unlink, {items} items",
                kills(direction, items, can_rename=False),
            )
        yield f"kill {direction} and its recovery", kills_of_recovery(direction)
        yield (
            f"kill {direction} by link and its recovery",
            kills_of_recovery(direction, can_rename=False),
        )
        errnos = ITEM_ERRNOS + MEDIUM_ERRNOS
        yield f"fail {direction}, 1 item, every errno", failures(direction, 1, errnos)
        yield f"fail {direction}, 3 items", failures(direction, 3, ISSUE_ERRNOS)
    yield "kill restore into removed folders", kills("restore", 3, folders_gone=True)
    yield (
        "kill restore into removed folders and its recovery",
        kills_of_recovery("restore", folders_gone=True),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="parts whose name contains this")
    parser.add_argument("--replay", help="run the one case with this text")
    asked = parser.parse_args()
    total = Counter[str]()
    for name, cases, journal_of in all_parts():
        if asked.only in name:
            total.update(_run_part(name, cases, (asked.replay, journal_of)))
    print(f"total: {total['points']} points, {total['failed']} failed")
    return 1 if total["failed"] or not total["points"] else 0


def _run_part(name: str, cases: Iterator[Case], how: tuple[str | None, JournalOf]) -> Counter[str]:
    replay, journal_of = how
    started, count = time.monotonic(), Counter[str]()
    for case in cases:
        if replay is not None and str(case) != replay:
            continue
        count["points"] += 1
        try:
            run_case(case, journal_of)
        except AssertionError as wrong:
            count["failed"] += 1
            if count["failed"] <= 5:
                print(f"FAILED {case}\n  {wrong}", file=sys.stderr)
    took_s = time.monotonic() - started
    print(f"{name}: {count['points']} points, {count['failed']} failed, {took_s:.0f} s", flush=True)
    return count


if __name__ == "__main__":
    sys.exit(main())
