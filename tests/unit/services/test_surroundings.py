"""What stands around an image: its folder, its RAW file, its content elsewhere."""

import os
from dataclasses import replace

import pytest

from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
    SeenFile,
)
from dedup_desk.core.surroundings import NEAR, Surroundings, around, in_order, raw_partners
from dedup_desk.services.surroundings import SameContent, folder_of


@pytest.fixture
def folder(tmp_path):
    names = (b"a2.jpg", b"a10.jpg", b"a1.jpg", b"a2.CR2", b"\xff.tif")
    for name in names:
        (tmp_path / os.fsdecode(name)).write_bytes(name * 2)
    (tmp_path / "inside").mkdir()
    return os.fsencode(tmp_path)


def test_files_stand_as_a_person_sorts_them_and_folders_are_no_files(folder):
    found = folder_of(folder + b"/a2.jpg").folder
    assert [one.name for one in found.files] == [
        b"a1.jpg", b"a2.CR2", b"a2.jpg", b"a10.jpg", b"\xff.tif",
    ]  # fmt: skip
    assert (found.at, found.count) == (3, 5)
    assert [one.name for one in found.files if one.is_it] == [b"a2.jpg"]
    assert found.files[0].size_bytes == 12


def test_the_raw_file_of_the_same_stem_is_found_whatever_its_case(folder):
    assert folder_of(folder + b"/a2.jpg").folder.raw_partners == (b"a2.CR2",)
    assert folder_of(folder + b"/a1.jpg").folder.raw_partners == ()


def test_a_raw_file_is_no_partner_of_itself_or_of_another_raw_file():
    assert raw_partners(b"a.NEF", [b"a.NEF", b"a.dng"]) == ()


def test_names_of_one_file_are_counted(folder):
    os.link(folder + b"/a1.jpg", folder + b"/b.jpg")
    assert folder_of(folder + b"/b.jpg").folder.link_count == 2


def test_a_file_that_is_gone_has_no_place_but_its_folder_is_shown(folder):
    found = folder_of(folder + b"/zz.jpg").folder
    assert (found.at, found.count, len(found.files)) == (0, 5, 5)


def test_a_folder_that_is_gone_is_told_and_not_raised(folder):
    found = folder_of(folder + b"/nowhere/a.jpg")
    assert found.folder is None
    assert dict(found.trouble.arguments)["reason"]


def test_of_a_large_folder_only_what_is_near_is_listed():
    names = in_order(f"{at}.jpg".encode() for at in range(1000))
    at, near = around(names, b"500.jpg")
    assert (at, len(near), near[NEAR]) == (501, 2 * NEAR + 1, b"500.jpg")


def an_image(number, path, content):
    stamp = FileStamp(FilePlace("stills", path), 10, 1, 1, number)
    digest = Digest(content * 32)
    return ImageRecord(RecordId(number), stamp, digest, PictureFacts("JPEG", 8, 8))


def test_other_places_of_a_content_and_what_was_decided_there():
    here, there, other = (
        an_image(at, path, content)
        for at, path, content in [(1, b"a.jpg", b"x"), (2, b"b.jpg", b"x"), (3, b"c.jpg", b"y")]
    )
    gone = SeenFile(FilePlace("stills", b"old/d.jpg"), here.digest)
    answers = {
        there.place: Decision(there.seen, Verdict.VARIANT),
        gone.place: Decision(gone, Verdict.RETIRE),
        other.place: Decision(other.seen, Verdict.RETIRE),
    }
    records = {one.id: one for one in (here, there, other)}
    same = SameContent(having(records), lambda: answers)
    found = same.added(Surroundings(), here)
    assert found.copies == (there.place,)
    assert [one.verdict for one in found.answers] == [Verdict.VARIANT, Verdict.RETIRE]
    assert same.added(Surroundings(), other) == Surroundings()


def test_an_answer_about_another_content_at_the_same_place_is_not_told():
    here, there = an_image(1, b"a.jpg", b"x"), an_image(2, b"b.jpg", b"x")
    old = replace(there.seen, digest=Digest(b"z" * 32))
    records = {one.id: one for one in (here, there)}
    same = SameContent(having(records), lambda: {there.place: Decision(old, Verdict.RETIRE)})
    assert same.added(Surroundings(), here).answers == ()


def having(records):
    return lambda digest: [one for one in records.values() if one.digest == digest]
