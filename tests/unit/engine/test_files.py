"""The one module that changes disks: no call overwrites, no path leaves its folder."""

import errno
import hashlib
import os
import stat

import pytest

from dedup_desk.engine.files import (
    FILE,
    FOLDER,
    NO_ATIME,
    CannotRenameError,
    FsOps,
    UnsureDiskError,
    digests_of,
    move_name,
    put_new_file,
    write_atomically,
)
from tests.helpers.faulty_disk import Fault, FaultyDisk, Points, ShortWrites
from tests.helpers.odd_names import NAMES


@pytest.fixture
def folder(tmp_path):
    descriptor = os.open(tmp_path, FOLDER)
    yield descriptor
    os.close(descriptor)


def content(folder, name):
    with FsOps().opened(FsOps().open_at(folder, name, FILE)) as descriptor:
        return FsOps().read(descriptor, 0)


class OldKernel(FsOps):
    """A disk without `openat2`: paths are walked part by part."""

    def perform(self, call, action):
        if call == "openat2":
            raise OSError(errno.ENOSYS, "no such call")
        return super().perform(call, action)


@pytest.mark.parametrize("name", NAMES)
def test_every_name_makes_the_round_trip(folder, name):
    fs = FsOps()
    put_new_file(fs, folder, name[:248], b"data")
    moved = b"m" + name[:248]
    move_name(fs, (folder, name[:248]), (folder, moved))
    assert fs.names(folder) == [moved]
    assert content(folder, moved) == b"data"


def test_twins_of_two_normal_forms_are_two_files(folder):
    for name in ("caf\u00e9".encode(), "cafe\u0301".encode()):
        put_new_file(FsOps(), folder, name, name)
    assert len(FsOps().names(folder)) == 2


@pytest.mark.parametrize("can_rename", [True, False])
def test_a_taken_name_is_refused(folder, can_rename):
    fs = FaultyDisk(Points(), can_rename=can_rename)
    put_new_file(fs, folder, b"a", b"a")
    put_new_file(fs, folder, b"b", b"b")
    with pytest.raises(FileExistsError):
        move_name(fs, (folder, b"a"), (folder, b"b"))
    assert (content(folder, b"a"), content(folder, b"b")) == (b"a", b"b")


def test_without_such_a_rename_the_file_is_never_without_a_name(folder):
    points = Points()
    fs = FaultyDisk(points, can_rename=False)
    put_new_file(fs, folder, b"a", b"a")
    points.calls.clear()
    move_name(fs, (folder, b"a"), (folder, b"b"))
    assert points.calls == ["linkat", "fsync", "unlinkat", "fsync"]
    assert fs.names(folder) == [b"b"]


def test_this_kernel_has_a_rename_that_refuses(folder):
    put_new_file(FsOps(), folder, b"a", b"a")
    FsOps().rename(folder, b"a", folder, b"b")
    with pytest.raises(FileNotFoundError):
        FsOps().rename(folder, b"a", folder, b"c")


@pytest.mark.parametrize("fs", [FsOps(), OldKernel()], ids=["openat2", "part by part"])
class TestBelowAFolder:
    """Paths are resolved below an open folder only."""

    def test_a_file_deep_inside_is_found(self, fs, tmp_path, folder):
        (tmp_path / "a/b").mkdir(parents=True)
        (tmp_path / "a/b/c").write_bytes(b"deep")
        with fs.opened(fs.open_beneath(folder, b"a/b/c", FILE)) as descriptor:
            assert fs.read(descriptor, 0) == b"deep"

    @pytest.mark.parametrize("path", [b"../x", b"a/../../x", b"/etc/hostname"])
    def test_no_path_leaves_it(self, fs, tmp_path, folder, path):
        (tmp_path / "a").mkdir()
        with pytest.raises(OSError, match=r"\[Errno") as caught:
            fs.open_beneath(folder, path, FILE)
        assert caught.value.errno in {errno.EXDEV, errno.ENOENT}

    def test_no_link_is_followed(self, fs, tmp_path, folder):
        (tmp_path / "real").mkdir()
        (tmp_path / "real/file").write_bytes(b"x")
        (tmp_path / "link").symlink_to("real")
        (tmp_path / "to file").symlink_to("real/file")
        for path in (b"link/file", b"to file"):
            with pytest.raises(OSError, match=r"\[Errno") as caught:
                fs.open_beneath(folder, path, FILE)
            assert caught.value.errno in {errno.ELOOP, errno.ENOTDIR}

    def test_no_other_file_system_is_entered(self, fs):
        with (
            fs.opened(fs.open_root(b"/")) as root,
            pytest.raises(OSError, match=r"\[Errno") as caught,
        ):
            fs.open_beneath(root, b"proc/sys", FOLDER)
        assert caught.value.errno in {errno.EXDEV}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a file of somebody else")
@pytest.mark.parametrize("fs", [FsOps(), OldKernel()], ids=["openat2", "part by part"])
def test_a_file_of_somebody_else_can_be_read(fs, tmp_path, folder):
    """Only its owner may read a file without leaving an access time."""
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "file").chmod(0o644)
    tmp_path.chmod(0o755)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.setuid(65534)
            code = 0 if fs.open_beneath(folder, b"file", FILE | NO_ATIME) > 2 else 1
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_short_writes_are_gone_on_with(folder):
    put_new_file(ShortWrites(), folder, b"a", b"0123456789")
    assert content(folder, b"a") == b"0123456789"


def test_a_new_file_is_whole_or_not_there(folder):
    calls = 8
    for at in range(1, calls + 1):
        fs = FaultyDisk(Points(at, Fault.ERROR, errno.EIO))
        name = b"file %d" % at
        try:
            put_new_file(fs, folder, name, b"data")
        except OSError:
            assert name not in FsOps().names(folder) or content(folder, name) == b"data"
        else:
            assert content(folder, name) == b"data"


@pytest.mark.parametrize("call", ["fsync", "close"])
def test_a_failed_fsync_or_close_is_told_apart(folder, call):
    points = Points(errno=errno.EACCES, fault=Fault.ERROR)
    fs = FaultyDisk(points)
    points.on_call = lambda number, name: setattr(points, "at", number if name == call else 0)
    with pytest.raises(UnsureDiskError):
        put_new_file(fs, folder, b"a", b"a")


def test_both_digests_come_from_one_read(folder):
    data = bytes(range(256)) * 5000
    put_new_file(FsOps(), folder, b"a", data)
    with FsOps().opened(FsOps().open_at(folder, b"a", FILE)) as descriptor:
        found = digests_of(FsOps(), descriptor)
    assert found.sha256 == hashlib.sha256(data).digest()
    assert found.sha512 == hashlib.sha512(data).digest()
    assert found.size_bytes == len(data)


def test_a_lock_excludes_and_ends_with_its_descriptor(tmp_path):
    fs = FsOps()
    (tmp_path / "LOCK").touch()
    first, second = (os.open(tmp_path / "LOCK", os.O_RDWR) for _ in range(2))
    assert fs.lock(first)
    assert not fs.lock(second)
    os.close(first)
    assert fs.lock(second)
    os.close(second)


def test_setting_the_time_leaves_the_access_time(tmp_path, folder):
    os.utime(tmp_path, ns=(111, 222))
    FsOps().set_mtime(folder, 333)
    facts = tmp_path.stat()
    assert (facts.st_atime_ns, facts.st_mtime_ns) == (111, 333)


class TestReplacingOurOwnFile:
    """Reports and settings are replaced whole."""

    def test_the_new_one_replaces_the_old(self, tmp_path):
        target = tmp_path / "report.csv"
        target.write_bytes(b"old")
        write_atomically(os.fsencode(target), b"new")
        assert target.read_bytes() == b"new"
        assert [one.name for one in tmp_path.iterdir()] == ["report.csv"]

    def test_any_failure_leaves_the_old_one(self, tmp_path):
        target = tmp_path / "report.csv"
        target.write_bytes(b"old")
        for at in range(1, 6):
            with pytest.raises(OSError, match=r"\[Errno"):
                write_atomically(
                    os.fsencode(target),
                    b"new",
                    FaultyDisk(Points(at, Fault.ERROR, errno.ENOSPC)),
                )
            assert target.read_bytes() == b"old"
            assert [one.name for one in tmp_path.iterdir()] == ["report.csv"]

    def test_it_obeys_the_mask(self, tmp_path):
        before = os.umask(0o027)
        try:
            write_atomically(os.fsencode(tmp_path / "x"), b"")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == 0o640


def test_a_file_system_without_such_a_rename_says_so(folder, monkeypatch):
    from dedup_desk.engine import files

    class Nothing:
        pass

    monkeypatch.setattr(files, "_LIBC", Nothing())
    with pytest.raises(CannotRenameError):
        FsOps().rename(folder, b"a", folder, b"b")
