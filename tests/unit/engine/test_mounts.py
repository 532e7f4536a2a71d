"""Whether a rename can work is a question of mounts, not of devices."""

import pytest

from dedup_desk.engine import mounts
from dedup_desk.engine.mounts import Mount, can_write, mount_of, real_path

LINES = b"""\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 8:1 /srv %(here)s/bound rw - ext4 /dev/sda1 rw
31 22 0:40 / %(here)s/with\\040space rw master:1 - nfs4 host:/x rw
32 31 0:41 / %(here)s/with\\040space rw - cifs //host/x rw
"""


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A made-up table of mounts below a folder."""
    for name in ("bound", "with space", "plain"):
        (tmp_path / name / "inside").mkdir(parents=True)
    listed = tmp_path / "mountinfo"
    listed.write_bytes(LINES % {b"here": bytes(tmp_path)})
    monkeypatch.setattr(mounts, "MOUNTS", listed)
    return tmp_path


def test_a_second_mount_of_one_disk_is_another_mount(table):
    assert mount_of(bytes(table / "bound/inside")).point == bytes(table / "bound")
    assert mount_of(bytes(table / "plain/inside")).point == b"/"


def test_what_is_mounted_last_covers_the_rest(table):
    found = mount_of(bytes(table / "with space"))
    assert (found.point, found.kind) == (bytes(table / "with space"), "cifs")
    assert found.is_network


def test_a_name_that_only_begins_alike_is_not_inside(table):
    (table / "boundless").mkdir()
    assert mount_of(bytes(table / "boundless")).point == b"/"


def test_without_a_table_the_device_tells(tmp_path, monkeypatch):
    monkeypatch.setattr(mounts, "MOUNTS", tmp_path / "nothing")
    found = mount_of(b"/proc")
    assert (found.point, found.kind) == (b"/proc", "")
    assert mount_of(bytes(tmp_path)).point in bytes(tmp_path)


def test_this_machines_table_is_read():
    assert mount_of(b"/proc") == Mount(b"/proc", "proc", is_read_only=False)


def test_links_are_followed(tmp_path):
    (tmp_path / "link").symlink_to("/proc")
    assert real_path(bytes(tmp_path / "link")) == b"/proc"
    assert mount_of(bytes(tmp_path / "link")).point == b"/proc"


def test_a_missing_folder_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        mount_of(bytes(tmp_path / "missing"))


def test_a_folder_of_ones_own_can_be_written(tmp_path):
    assert can_write(bytes(tmp_path))
    assert not can_write(bytes(tmp_path / "missing"))
