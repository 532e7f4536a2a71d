"""Whether images can be set aside is told when a folder is opened."""

import pytest

from dedup_desk.engine.mounts import Mount
from dedup_desk.services.retiring import ground
from dedup_desk.services.retiring.ground import ability
from dedup_desk.services.roots import Root


@pytest.fixture
def root(tmp_path):
    (tmp_path / "photos").mkdir()
    return Root("photos", bytes(tmp_path / "photos"))


def mounted(monkeypatch, points, kind="ext4", *, is_read_only=False):
    """Let folders be on made-up mounts: the longest point that a folder begins with."""

    def mount_of(folder):
        point = max((one for one in points if folder.startswith(one)), key=len)
        return Mount(point, kind, is_read_only)

    monkeypatch.setattr(ground, "mount_of", mount_of)


def test_an_ordinary_folder_can_and_its_quarantine_stands_beside_it(root):
    told = ability(root, [root])
    assert told.can_retire
    assert told.quarantine == root.folder + b".dedup-quarantine"


def test_a_mount_point_has_it_inside(root, monkeypatch):
    mounted(monkeypatch, [b"/", root.folder])
    told = ability(root, [root])
    assert told.can_retire
    assert told.quarantine == root.folder + b"/.dedup-quarantine"


def test_a_read_only_disk_says_so(root, monkeypatch):
    mounted(monkeypatch, [b"/"], is_read_only=True)
    assert "it is read-only" in ability(root, [root]).cannot.english()


def test_a_share_is_tried_and_told(root, monkeypatch):
    mounted(monkeypatch, [b"/"], kind="nfs4")
    told = ability(root, [root])
    assert told.can_retire
    assert "on another machine" in told.note.english()


def test_a_quarantine_on_another_disk_is_refused(root, tmp_path, monkeypatch):
    (tmp_path / "other").mkdir()
    mounted(monkeypatch, [b"/", bytes(tmp_path / "other")])
    told = ability(root, [root], bytes(tmp_path / "other/aside"))
    assert "that is another disk" in told.cannot.english()


def test_a_quarantine_inside_another_collection_is_refused(root, tmp_path):
    other = Root("other", bytes(tmp_path / "second"))
    (tmp_path / "second").mkdir()
    told = ability(root, [root, other], bytes(tmp_path / "second/aside"))
    assert "inside the collection" in told.cannot.english()


def test_a_folder_above_that_cannot_be_written_is_told(root, monkeypatch):
    monkeypatch.setattr(ground, "can_write", lambda _folder: False)
    assert "may not write" in ability(root, [root]).cannot.english()


def test_a_folder_that_is_away_is_told(tmp_path):
    away = Root("away", bytes(tmp_path / "away"))
    assert "cannot be reached" in ability(away, [away]).cannot.english()


def test_looking_changes_nothing(root, tmp_path):
    before = tmp_path.stat().st_mtime_ns
    ability(root, [root])
    ability(root, [root], bytes(tmp_path / "chosen"))
    assert tmp_path.stat().st_mtime_ns == before
    assert [one.name for one in tmp_path.iterdir()] == ["photos"]
