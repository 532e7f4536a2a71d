"""What happens between the reading and the move, and in which order it is made durable."""

import os
import shutil

import pytest

from dedup_desk.core.move_results import Outcome
from tests.helpers.collections_on_disk import BATCH, ITEMS, Scene, a_fast_folder, snapshot
from tests.helpers.moves import PREPARING_RENAMES, TracingDisk, meddling, replace_file, retire

ITEM = ITEMS[0]


@pytest.fixture
def scene():
    with a_fast_folder() as folder:
        yield Scene(folder, (ITEM,)).build()


@pytest.fixture
def journal(scene):
    opened = scene.journal()
    yield opened
    opened.close()


class TestMeddledWith:
    """Somebody changes a file after it was read and before it has moved."""

    def test_a_swapped_image_is_not_even_touched(self, scene, journal):
        disk = meddling(scene, "mkdirat", lambda: replace_file(scene.absolute(ITEM)))
        result = retire(scene, journal, disk)
        assert "Another file has taken the place" in result.told.english()
        assert disk.points.calls.count("renameat2") == PREPARING_RENAMES
        assert snapshot(scene.root)[ITEM][3] == b"newcomer"

    def test_without_its_kept_copy_an_image_is_not_even_touched(self, scene, journal):
        disk = meddling(scene, "mkdirat", lambda: os.unlink(scene.absolute(scene.kept(ITEM))))
        assert retire(scene, journal, disk).outcome is Outcome.NOT_MOVED
        assert disk.points.calls.count("renameat2") == PREPARING_RENAMES
        assert snapshot(scene.root)[ITEM] == scene.before[ITEM]

    def test_when_its_kept_copy_goes_during_the_move_the_image_goes_back(self, scene, journal):
        kept = scene.absolute(scene.kept(ITEM))
        disk = meddling(scene, "renameat2", lambda: os.unlink(kept), PREPARING_RENAMES + 1)
        assert retire(scene, journal, disk).outcome is Outcome.NOT_MOVED
        assert snapshot(scene.root)[ITEM] == scene.before[ITEM]
        assert (
            snapshot(os.path.dirname(scene.absolute(ITEM)))[b""]
            == (scene.before[os.path.dirname(ITEM)])
        )


class TestOrder:
    """A power cut keeps what was made durable: the new name first, the old one's loss second."""

    def test_of_a_retirement(self, scene, journal):
        disk = TracingDisk(scene)
        retire(scene, journal, disk)
        batch = f"Q/batch-{BATCH}"
        assert disk.trace[-9:] == [
            f"fsync {batch}/records/.000001.json.part",
            f"rename {batch}/records/.000001.json.part -> {batch}/records/000001.json",
            f"fsync {batch}/records",
            f"mkdir {batch}/data/000001",
            f"fsync {batch}/data",
            f"rename R/shoot/day 1/IMG.jpg -> {batch}/data/000001/IMG___.jpg",
            "utime R/shoot/day 1",
            f"fsync {batch}/data/000001",
            "fsync R/shoot/day 1",
        ]

    def test_of_a_restore_into_removed_folders(self, scene, journal):
        retire(scene, journal)
        shutil.rmtree(scene.absolute(b"shoot"))
        disk = TracingDisk(scene)
        scene.restore_all(disk, journal)
        assert disk.trace[-6:] == [
            f"rename Q/batch-{BATCH}/data/000001/IMG___.jpg -> R/shoot/day 1/IMG.jpg",
            "utime R/shoot/day 1",
            "utime R/shoot",
            "utime R",
            "fsync R/shoot/day 1",
            f"fsync Q/batch-{BATCH}/data/000001",
        ]
