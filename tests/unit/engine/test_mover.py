"""Moving one image into quarantine and back: what is kept, what is refused, what is undone."""

import codecs
import errno
import hashlib
import os
import shutil
import traceback
from dataclasses import replace

import pytest

from dedup_desk.core.journal import OperationState
from dedup_desk.core.move_results import Outcome
from dedup_desk.core.records import Digest
from dedup_desk.engine.files import FsOps
from dedup_desk.engine.mover import BatchStoppedError
from tests.helpers.collections_on_disk import (
    ITEMS,
    Scene,
    a_fast_folder,
    check_all_come_back,
    check_nothing_lost,
    snapshot,
)
from tests.helpers.faulty_disk import Fault, FaultyDisk, Points
from tests.helpers.moves import BOTH_READ, failing, retire
from tests.helpers.odd_names import NAMES

ITEM = ITEMS[0]
NOBODY = 65534


@pytest.fixture
def scene():
    with a_fast_folder() as folder:
        yield Scene(folder, (ITEM,)).build()


@pytest.fixture
def journal(scene):
    opened = scene.journal()
    yield opened
    opened.close()


def refused(scene, journal, words, **changes):
    result = retire(scene, journal, **changes)
    assert result.outcome is Outcome.NOT_MOVED
    assert words in result.told.english()
    assert result.told.english().endswith(".")
    assert journal.in_state(OperationState.INTENT) == ()
    return result


@pytest.mark.parametrize("name", NAMES)
def test_every_name_goes_and_comes_back(name):
    with a_fast_folder() as folder:
        scene = Scene(folder, (b"shoot/" + name,)).build()
        journal = scene.journal()
        assert [one.outcome for one in scene.retire_all(FsOps(), journal)] == [Outcome.MOVED]
        check_nothing_lost(scene, journal, lambda: repr(name))
        check_all_come_back(scene, journal, lambda: repr(name))
        journal.close()


def test_nothing_is_written_before_both_copies_were_read(scene, journal):
    points = Points()
    retire(scene, journal, FaultyDisk(points))
    made = points.calls
    first_read = made.index("pread", made.index("flock"))
    record = [at for at, call in enumerate(made) if call == "mkdirat"][-1]
    assert first_read < record < made.index("renameat2", record)


def test_a_sparse_file_stays_sparse(scene, journal):
    path = scene.absolute(b"sparse.tif")
    with open(path, "wb") as out:
        out.truncate(50_000_000)
    blocks = os.stat(path).st_blocks
    digest = Digest(bytes.fromhex(sha256_of(path)))
    item = replace(scene.seen(ITEM), digest=digest)
    item = replace(item, place=replace(item.place, path=b"sparse.tif"))
    assert retire(scene, journal, item=item).outcome is Outcome.MOVED
    scene.restore_all(FsOps(), journal)
    assert os.stat(path).st_blocks == blocks


def sha256_of(path):
    with open(path, "rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


class TestRefused:
    """What is not exactly as it was reviewed stays where it is."""

    def test_a_changed_image(self, scene, journal):
        with open(scene.absolute(ITEM), "ab") as out:
            out.write(b"!")
        refused(scene, journal, "has changed since it was reviewed")

    def test_a_changed_kept_copy(self, scene, journal):
        with open(scene.absolute(scene.kept(ITEM)), "ab") as out:
            out.write(b"!")
        refused(scene, journal, "has changed since it was reviewed")

    def test_a_missing_image(self, scene, journal):
        os.unlink(scene.absolute(ITEM))
        refused(scene, journal, "was not found")

    def test_a_missing_folder(self, scene, journal):
        shutil.rmtree(os.path.dirname(scene.absolute(ITEM)))
        refused(scene, journal, "was not found")

    def test_a_link_to_the_very_image(self, scene, journal):
        path = scene.absolute(ITEM)
        os.rename(path, path + b".real")
        os.symlink(path + b".real", path)
        refused(scene, journal, "is a link")

    def test_a_folder_that_became_a_link(self, scene, journal):
        folder = os.path.dirname(scene.absolute(ITEM))
        os.rename(folder, folder + b".real")
        os.symlink(folder + b".real", folder)
        refused(scene, journal, "only be reached through a link")

    def test_a_pipe_is_not_even_opened(self, scene, journal):
        os.unlink(scene.absolute(ITEM))
        os.mkfifo(scene.absolute(ITEM))
        refused(scene, journal, "not an ordinary file")

    def test_a_second_name(self, scene, journal):
        os.link(scene.absolute(ITEM), scene.absolute(b"second"))
        refused(scene, journal, "hard link")

    def test_one_file_as_both(self, scene, journal):
        refused(scene, journal, "one and the same file", canonical=scene.seen(ITEM))

    def test_permission_missing(self, scene, journal):
        result = retire(scene, journal, failing("renameat2", errno.EACCES, BOTH_READ))
        assert result.outcome is Outcome.NOT_MOVED
        assert "permission is missing" in result.told.english()
        check_nothing_lost(scene, journal, lambda: "no permission")

    def test_a_folder_that_may_not_be_written(self, scene):
        """As an ordinary account, because root may write everywhere."""
        folder = os.path.dirname(scene.absolute(ITEM))
        os.chmod(folder, 0o555)
        scene.before = snapshot(scene.root)

        def check():
            journal = scene.journal()
            refused(scene, journal, "permission is missing")
            check_nothing_lost(scene, journal, lambda: "read-only folder")

        try:
            assert as_an_ordinary_account(scene, check) == 0
        finally:
            os.chmod(folder, 0o755)  # an ordinary account could not clear it away otherwise


class TestTaken:
    """No call replaces an existing name."""

    def test_at_home(self, scene, journal):
        retire(scene, journal)
        with open(scene.absolute(ITEM), "wb") as out:
            out.write(b"newcomer")
        (result,) = scene.restore_all(FsOps(), journal)
        assert result.outcome is Outcome.NOT_MOVED
        assert "another file has its name now" in result.told.english()
        assert snapshot(scene.root)[ITEM][3] == b"newcomer"
        assert len(journal.retired()) == 1

    def test_at_home_by_a_link_to_nowhere(self, scene, journal):
        retire(scene, journal)
        os.symlink("/nowhere", scene.absolute(ITEM))
        (result,) = scene.restore_all(FsOps(), journal)
        assert result.outcome is Outcome.NOT_MOVED
        assert os.path.islink(scene.absolute(ITEM))


class TestComingBack:
    """A restore is the exact opposite."""

    def test_removed_folders_are_made_again_with_their_modes(self, scene, journal):
        retire(scene, journal)
        os.rmdir(os.path.dirname(scene.absolute(ITEM)))
        os.rmdir(scene.absolute(b"shoot"))
        scene.restore_all(FsOps(), journal)
        after = snapshot(scene.root)
        changed = {path for path in after if after[path] != scene.before[path]}
        assert changed == {b""}  # whoever removed "shoot" has changed the root, and that stays

    def test_a_folder_that_somebody_else_used_keeps_their_time(self, scene, journal):
        retire(scene, journal)
        with open(scene.absolute(b"shoot/day 1\n/other"), "wb"):
            pass
        facts = os.stat(os.path.dirname(scene.absolute(ITEM)))
        scene.restore_all(FsOps(), journal)
        assert os.stat(os.path.dirname(scene.absolute(ITEM))).st_mtime_ns >= facts.st_mtime_ns

    def test_what_was_spoilt_in_quarantine_is_not_put_back(self, scene, journal):
        retire(scene, journal)
        (operation,) = journal.retired()
        with open(scene.quarantine + b"/" + operation.safe_path, "ab") as out:
            out.write(b"!")
        (result,) = scene.restore_all(FsOps(), journal)
        assert result.outcome is Outcome.NOT_MOVED
        assert ITEM not in snapshot(scene.root)

    def test_it_can_go_and_come_any_number_of_times(self, scene, journal):
        for number in range(3):
            with scene.mover(FsOps(), journal) as (mover, quarantine):
                batch = f"20261121T02300{number}Z-1a2b3c4d"
                quarantine.prepare_batch(batch)
                assert mover.retire(scene.request(ITEM, 1, batch)).outcome is Outcome.MOVED
            check_all_come_back(scene, journal, lambda: "again")


class TestStopping:
    """An error of the whole disk ends the batch; recovery tells what became of it."""

    @pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.ESTALE])
    def test_a_failing_disk_stops(self, scene, journal, code):
        with stopped() as caught:
            retire(scene, journal, failing("pread", code))
        assert "Errno" not in str(caught.value)

    def test_a_failed_fsync_stops_whatever_it_says(self, scene, journal):
        with stopped():
            retire(scene, journal, failing("fsync", errno.EACCES, BOTH_READ, times=1))
        assert len(journal.open_operations()) == 1
        scene.recover(FsOps(), journal)
        check_nothing_lost(scene, journal, lambda: "fsync")


class TestRecovering:
    """Whatever cannot be settled stays open and is asked again."""

    def interrupted(self, scene, journal):
        with stopped():
            retire(scene, journal, fails_after_the_move())

    def test_content_in_neither_place_is_an_alarm_and_stays_open(self, scene, journal):
        self.interrupted(scene, journal)
        (operation,) = journal.open_operations()
        held = scene.quarantine + b"/" + operation.safe_path
        os.rename(held, held + b".hidden")
        (result,) = scene.recover(FsOps(), journal)
        assert result.outcome is Outcome.ALARM
        assert "neither at its place nor in the quarantine" in result.told.english()
        os.rename(held + b".hidden", held)
        (result,) = scene.recover(FsOps(), journal)
        assert result.outcome is Outcome.MOVED

    def test_a_disk_that_is_away_leaves_everything_open(self, scene, journal):
        self.interrupted(scene, journal)
        os.rename(scene.root, scene.root + b".away")
        (result,) = scene.recover(FsOps(), journal)
        assert result.outcome is Outcome.OPEN
        os.rename(scene.root + b".away", scene.root)
        (result,) = scene.recover(FsOps(), journal)
        assert result.outcome is Outcome.MOVED

    def test_what_was_changed_in_the_meantime_goes_back(self, scene, journal):
        self.interrupted(scene, journal)
        (operation,) = journal.open_operations()
        with open(scene.quarantine + b"/" + operation.safe_path, "r+b") as out:
            out.write(b"EDITED")
        (result,) = scene.recover(FsOps(), journal)
        assert result.outcome is Outcome.NOT_MOVED
        assert snapshot(scene.root)[ITEM][3].startswith(b"EDITED")
        assert journal.retired() == ()

    def test_a_newcomer_under_the_old_name_is_told(self, scene, journal):
        self.interrupted(scene, journal)
        with open(scene.absolute(ITEM), "wb") as out:
            out.write(b"newcomer")
        (result,) = scene.recover(FsOps(), journal)
        assert result.outcome is Outcome.MOVED
        assert "another file has its old name" in result.told.english()


def as_an_ordinary_account(scene, check):
    """Run a check in a child that is not root; returns its exit code."""
    codecs.lookup("big5hkscs")  # loaded late, and that account may not read this Python's folder
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    try:
        if os.geteuid() == 0:
            for folder, folders, files in os.walk(os.fsencode(scene.base)):
                for name in (b".", *folders, *files):
                    os.chown(os.path.join(folder, name), NOBODY, NOBODY, follow_symlinks=False)
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        check()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def stopped():
    return pytest.raises(BatchStoppedError, match="Nothing is lost")


def fails_after_the_move():
    """A disk that fails the fsync right after the file has moved."""
    points = Points(fault=Fault.ERROR, errno=errno.EIO)

    def after_the_move(number, name):
        moved = points.calls[:-1].count("renameat2") == 4  # about, README, record, the image
        points.at = number if name == "fsync" and moved else 0

    points.on_call = after_the_move
    return FaultyDisk(points)
