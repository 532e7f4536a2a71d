"""Walking a collection: everything is named once, nothing is followed, nothing is entered twice."""

import os
from pathlib import Path

import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.progress import Cancelled, CancelToken
from dedup_desk.core.records import FileStamp, SkipReason
from dedup_desk.engine.scan import IgnoreRules, scan
from tests.helpers.made_pictures import encoded, photo

JPEG = encoded(photo(8, 6))


def tree(folder, entries):
    for name, content in entries.items():
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def walked(folder, rules=None):
    found = scan(os.fsencode(folder), "root", rules or IgnoreRules(), CancelToken())
    return {
        entry.place.path: "image" if isinstance(entry, FileStamp) else entry.reason
        for entry in found
    }


def test_images_are_told_by_suffix_or_by_their_first_bytes(tmp_path):
    entries = {
        b"a.JPG": JPEG,
        b"b.tif": b"not even a picture",
        b"no suffix": JPEG,
        b"wrong.txt": JPEG,
        b"letter.txt": b"Dear Sir",
        b"empty": b"",
        b"a.xmp": b"<x/>",
        b"film.thm": JPEG,
        b"page.eps": b"%!PS-Adobe",
    }
    tree(tmp_path, entries)
    assert walked(tmp_path) == {
        b"a.JPG": "image",
        b"a.xmp": SkipReason.NOT_AN_IMAGE,
        b"b.tif": "image",
        b"empty": SkipReason.NOT_AN_IMAGE,
        b"film.thm": SkipReason.NOT_AN_IMAGE,
        b"letter.txt": SkipReason.NOT_AN_IMAGE,
        b"no suffix": "image",
        b"page.eps": SkipReason.NOT_AN_IMAGE,
        b"wrong.txt": "image",
    }


def test_a_stamp_is_what_stat_says(tmp_path):
    tree(tmp_path, {b"sub/a.jpg": JPEG})
    [stamp] = scan(os.fsencode(tmp_path), "masters", IgnoreRules(), CancelToken())
    info = (tmp_path / "sub" / "a.jpg").stat()
    assert (stamp.place.root, stamp.place.path) == ("masters", b"sub/a.jpg")
    assert (stamp.size_bytes, stamp.mtime_ns) == (info.st_size, info.st_mtime_ns)
    assert (stamp.dev, stamp.inode) == (info.st_dev, info.st_ino)


NAMES = [
    b"new\nline.jpg",
    b"invalid \xff\xfe.jpg",
    b"\xbb\xe4\xa4\xd1.jpg",
    b"bidi \xe2\x80\xaegpj.jpg",
    "Caf\u00e9.jpg".encode(),
    "Cafe\u0301.jpg".encode(),
    b"-rf.jpg",
    b"~.jpg",
    b"$HOME.jpg",
    b"a b/c d.jpg",
    b"a!/x.jpg",
    b"a/x.jpg",
    b"a.jpg",
    b"x" * 251 + b".jpg",
    b"\x01.jpg",
]


def test_any_name_is_found_and_the_order_is_that_of_the_bytes(tmp_path):
    tree(tmp_path, dict.fromkeys(NAMES, JPEG))
    found = list(walked(tmp_path))
    assert found == sorted(NAMES)


def test_links_are_never_followed(tmp_path):
    tree(tmp_path, {b"real/a.jpg": JPEG})
    (tmp_path / "link.jpg").symlink_to("real/a.jpg")
    (tmp_path / "loop").symlink_to("..")
    (tmp_path / "gone.jpg").symlink_to("nowhere")
    assert walked(tmp_path) == {
        b"gone.jpg": SkipReason.LINK,
        b"link.jpg": SkipReason.LINK,
        b"loop": SkipReason.LINK,
        b"real/a.jpg": "image",
    }


def test_the_root_itself_may_be_a_link(tmp_path):
    tree(tmp_path, {b"real/a.jpg": JPEG})
    (tmp_path / "root").symlink_to("real")
    assert walked(tmp_path / "root") == {b"a.jpg": "image"}


def test_trash_quarantine_and_index_are_passed_over(tmp_path):
    folders = [
        b".Trash-1000",
        b".Trashes",
        b"$RECYCLE.BIN",
        b".dedup-quarantine",
        b"masters.dedup-quarantine",
        b"work.ddesk-index",
        b"@eaDir",
    ]
    tree(tmp_path, {folder + b"/a.jpg": JPEG for folder in folders})
    tree(tmp_path, {b"._a.jpg": JPEG, b".hidden/a.jpg": JPEG})
    found = walked(tmp_path)
    assert found.pop(b".hidden/a.jpg") == "image"
    assert found == dict.fromkeys(sorted([*folders, b"._a.jpg"]), SkipReason.IGNORED)


def test_other_rules_can_be_given(tmp_path):
    tree(tmp_path, {b"private/a.jpg": JPEG, b".Trashes/a.jpg": JPEG})
    rules = IgnoreRules(folders=frozenset({b"private"}))
    assert walked(tmp_path, rules) == {
        b".Trashes/a.jpg": "image",
        b"private": SkipReason.IGNORED,
    }


def test_what_is_no_file_is_named_and_not_opened(tmp_path):
    os.mkfifo(tmp_path / "pipe.jpg")
    assert walked(tmp_path) == {b"pipe.jpg": SkipReason.NOT_A_FILE}


def test_another_file_system_is_not_entered(tmp_path, monkeypatch):
    tree(tmp_path, {b"disk/a.jpg": JPEG, b"a.jpg": JPEG})
    real = os.stat

    def stat(path, *args, **kwargs):
        info = real(path, *args, **kwargs)
        if path == os.fsencode(tmp_path):
            return os.stat_result((*info[:2], info.st_dev + 1, *info[3:]))
        return info

    monkeypatch.setattr(os, "stat", stat)
    assert walked(tmp_path)[b"disk"] is SkipReason.OTHER_FILE_SYSTEM


def test_a_folder_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    tree(tmp_path, {b"closed/a.jpg": JPEG, b"open/a.jpg": JPEG, b"secret": JPEG})
    listed, opened = os.scandir, os.open

    def scandir(path):
        if path.endswith(b"/closed"):
            raise PermissionError(13, "Permission denied")
        return listed(path)

    def open_file(path, *args):
        if path.endswith(b"/secret"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "open", open_file)
    assert walked(tmp_path) == {
        b"closed": SkipReason.NO_ACCESS,
        b"open/a.jpg": "image",
        b"secret": SkipReason.NO_ACCESS,
    }


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_root_that_cannot_be_read_is_an_error(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SurroundingsError, match=name):
        walked(tmp_path / name)


def test_a_very_deep_tree_is_walked_to_its_end(tmp_path):
    """Deeper than Python's stack."""
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1500):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    file = os.open("a.jpg", os.O_CREAT | os.O_WRONLY, dir_fd=here)
    os.close(file)
    os.close(here)
    found = walked(tmp_path)
    (tmp_path / ("d/" * 1500 + "a.jpg")).unlink()
    for depth in range(1500, 0, -1):  # pytest's own clearing up is recursive
        (tmp_path / ("d/" * depth)).rmdir()
    assert found == {b"d/" * 1500 + b"a.jpg": "image"}


def test_a_walk_stops_when_asked(tmp_path):
    tree(tmp_path, {b"%d/a.jpg" % number: JPEG for number in range(5)})
    token = CancelToken()
    walk = scan(os.fsencode(tmp_path), "root", IgnoreRules(), token)
    next(walk)
    token.cancel()
    with pytest.raises(Cancelled):
        list(walk)


def test_a_walk_changes_no_access_time(tmp_path):
    tree(tmp_path, {b"no suffix": JPEG})
    path = Path(tmp_path, "no suffix")
    os.utime(path, ns=(1, 2))
    walked(tmp_path)
    assert path.stat().st_atime_ns == 1
