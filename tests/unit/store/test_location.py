"""A project is written on local disks only, and the sentence says what remains."""

import os

import pytest

from dedup_desk.core.errors import ProjectError
from dedup_desk.store import location, project_opening
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.ledgers import ANN
from tests.helpers.projects import a_project


def mounted_as(tmp_path, monkeypatch, kind):
    device = tmp_path.stat().st_dev
    line = f"36 35 {os.major(device)}:{os.minor(device)} / /mnt rw,noatime - {kind} share rw\n"
    table = tmp_path / "mountinfo"
    table.write_text("1 1 0:99 / / rw - tmpfs none rw\n" + line)
    monkeypatch.setattr(location, "_MOUNTS", table)


@pytest.mark.parametrize("kind", ["nfs4", "cifs", "fuse.sshfs", "9p"])
def test_a_share_is_told(tmp_path, monkeypatch, kind):
    mounted_as(tmp_path, monkeypatch, kind)
    assert location.network_file_system(tmp_path / "not" / "there yet") == kind


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "fuseblk"])
def test_a_local_disk_is_none(tmp_path, monkeypatch, kind):
    mounted_as(tmp_path, monkeypatch, kind)
    assert location.network_file_system(tmp_path) is None
    assert location.file_system(tmp_path) == kind


def test_where_the_system_does_not_tell_nothing_is_claimed(tmp_path, monkeypatch):
    monkeypatch.setattr(location, "_MOUNTS", tmp_path / "nowhere")
    assert location.file_system(tmp_path) is None


def test_a_project_on_a_share_can_be_read_and_not_written(tmp_path, monkeypatch):
    a_project(tmp_path).close()
    monkeypatch.setattr(project_opening, "network_file_system", lambda _path: "smb3")
    with pytest.raises(ProjectError, match=r"network share \(smb3\)"):
        ProjectFile.open(tmp_path / "sample.ddesk", ANN)
    with pytest.raises(ProjectError, match="network share"):
        ProjectFile.create(tmp_path / "new.ddesk", ANN)
    ProjectFile.open(tmp_path / "sample.ddesk", ANN, read_only=True).close()
