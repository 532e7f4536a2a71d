"""Somebody else works in the same folders, at every moment of a move."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pytest

from dedup_desk.core.errors import DedupError
from dedup_desk.core.move_results import MoveResult
from dedup_desk.engine.files import FsOps
from tests.helpers.collections_on_disk import BATCH, ITEMS, Scene, a_fast_folder, snapshot
from tests.helpers.faulty_disk import FaultyDisk, Points

ITEM = ITEMS[0]
SAFE = b"batch-%s/data/000001/IMG___.jpg" % BATCH.encode()


def edit(path: bytes) -> None:
    """Write into the file and put its time back, so that no stamp tells."""
    facts = os.stat(path)
    with open(path, "r+b") as out:
        out.write(b"EDITED")
    os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))


def swap(path: bytes) -> None:
    """Put another file under the name, as programs do that save safely."""
    os.stat(path)
    with open(path + b".new", "wb") as out:
        out.write(b"somebody else's work")
    os.replace(path + b".new", path)


def link_away(path: bytes) -> None:
    """Put a link to another file under the name."""
    os.rename(path, path + b".moved")
    os.symlink(b"/etc/hostname", path)


def link_folder_away(path: bytes) -> None:
    """Put a link to another folder, with a file of the same name, in place of the folder."""
    folder, name = os.path.split(path)
    os.stat(path)
    os.rename(folder, folder + b".moved")
    os.mkdir(folder + b".other")
    with open(folder + b".other/" + name, "wb") as out:
        out.write(b"another collection's picture")
    os.symlink(folder + b".other", folder)


def take_name(path: bytes) -> None:
    """Make a file under a name that is free."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY), "wb") as out:
        out.write(b"newcomer")


@dataclass
class Mischief:
    """What is done to which file of a scene.

    Attributes:
        act: what.
        to: which file.
        name: for the test's name.
    """

    act: Callable[[bytes], None]
    to: Callable[[Scene], bytes]
    name: str


def item(scene: Scene) -> bytes:
    return scene.absolute(ITEM)


def kept(scene: Scene) -> bytes:
    return scene.absolute(scene.kept(ITEM))


def quarantined(scene: Scene) -> bytes:
    return scene.quarantine + b"/" + SAFE


RETIRING = [
    Mischief(edit, item, "the item is edited"),
    Mischief(swap, item, "the item is replaced"),
    Mischief(os.unlink, item, "the item is deleted"),
    Mischief(link_away, item, "the item becomes a link"),
    Mischief(link_folder_away, item, "the folder becomes a link"),
    Mischief(edit, kept, "the kept copy is edited"),
    Mischief(swap, kept, "the kept copy is replaced"),
    Mischief(os.unlink, kept, "the kept copy is deleted"),
    Mischief(take_name, quarantined, "the name in quarantine is taken"),
]
RESTORING = [
    Mischief(take_name, item, "the old name is taken"),
    Mischief(edit, quarantined, "the quarantined file is edited"),
    Mischief(swap, quarantined, "the quarantined file is replaced"),
    Mischief(os.unlink, quarantined, "the quarantined file is deleted"),
    Mischief(
        lambda path: os.rename(os.path.dirname(path), os.path.dirname(path) + b".moved"),
        item,
        "the folder is moved away",
    ),
]


def contents(scene: Scene) -> Counter[bytes]:
    """How often each content stands in collection and quarantine."""
    found = Counter(entry[3] for entry in snapshot(scene.root).values() if entry[0] == "file")
    inside = snapshot(scene.quarantine) if os.path.isdir(scene.quarantine) else {}
    found.update(
        entry[3] for path, entry in inside.items() if entry[0] == "file" and b"/data/" in path
    )
    return found


def play(direction: str, mischief: Mischief, at: int) -> int:
    """Run with one piece of mischief before call `at`; returns how many calls there were."""
    with a_fast_folder() as folder:
        scene = Scene(folder, (ITEM,)).build()
        journal = scene.journal()
        if direction == "restore":
            scene.retire_all(FsOps(), journal)
        points, after = Points(), Counter[bytes]()

        def meddle(number: int, _call: str) -> None:
            if number == at:
                with suppress(FileNotFoundError, FileExistsError, NotADirectoryError):
                    mischief.act(mischief.to(scene))
                after.update(contents(scene))

        points.on_call = meddle
        run = scene.retire_all if direction == "retire" else scene.restore_all
        results = results_of(run, FaultyDisk(points), journal)
        reached = len(points.calls)
        if at <= reached:
            show = f"{direction}, {mischief.name}, before call {at} ({points.calls[at - 1]})"
            assert contents(scene) == after, show
            assert all(one.told or one.operation for one in results), show
            assert_journal_true(scene, direction, show)
        journal.close()
        return reached


def results_of(run, disk: FsOps, journal) -> list[MoveResult]:
    """What a run says of its files; nothing where it stopped."""
    try:
        return run(disk, journal)
    except DedupError:
        return []


def assert_journal_true(scene: Scene, direction: str, show: str) -> None:
    journal = scene.journal()
    if scene.before[ITEM][3] in contents(scene):  # else somebody destroyed it: that stays open
        assert journal.open_operations() == (), show
    if direction == "retire":  # only what was reviewed is retired
        held = snapshot(scene.quarantine)
        for operation in journal.retired():
            assert held[operation.safe_path] == scene.before[ITEM], show
    journal.close()


@pytest.mark.parametrize("mischief", RETIRING, ids=lambda one: one.name)
def test_mischief_at_any_moment_of_a_retirement_loses_nothing(mischief):
    calls = play("retire", mischief, 10_000)
    assert calls > 80
    for at in range(1, calls + 1):
        play("retire", mischief, at)


@pytest.mark.parametrize("mischief", RESTORING, ids=lambda one: one.name)
def test_mischief_at_any_moment_of_a_restore_loses_nothing(mischief):
    calls = play("restore", mischief, 10_000)
    assert calls > 40
    for at in range(1, calls + 1):
        play("restore", mischief, at)
