"""The quarantine folder: plain names, whole records, one writer, nothing ever overwritten."""

import json
import os
import re

import pytest

from dedup_desk.core.errors import BusyError, SurroundingsError
from dedup_desk.core.operation_text import operation_values
from dedup_desk.engine.files import FsOps
from dedup_desk.engine.quarantine import Holder, make_quarantine, open_quarantine
from dedup_desk.engine.quarantine_names import quarantine_beside, safe_name, safe_path
from dedup_desk.engine.replacement import read_record
from tests.helpers.collections_on_disk import BATCH, HOLDER, ITEMS, Scene, snapshot
from tests.helpers.odd_names import NAMES
from tests.helpers.projects import an_operation


@pytest.fixture
def place(tmp_path):
    return os.fsencode(tmp_path / "photos.dedup-quarantine")


@pytest.fixture
def quarantine(place):
    with make_quarantine(FsOps(), place, "c" * 32, "p" * 32) as made:
        yield made


@pytest.mark.parametrize("name", [*NAMES, b"a." + b"x" * 250, b"...", b"", b"aux.jpg", b"LPT1"])
def test_a_safe_name_is_safe_everywhere(name):
    safe = safe_name(name)
    assert re.fullmatch(rb"[A-Za-z0-9._-]{1,121}", safe)
    assert not safe.startswith(b".")
    assert not safe.endswith(b".")
    assert not re.fullmatch(rb"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", safe)


def test_an_ordinary_name_stays_and_a_long_one_keeps_its_suffix():
    assert safe_name(b"IMG_0001.jpg") == b"IMG_0001.jpg"
    assert safe_name(b"y" * 200 + b".tiff").endswith(b".tiff")


def test_items_of_one_name_never_meet():
    assert safe_path("b", 1, b"a.jpg") != safe_path("b", 2, b"a.jpg")


def test_it_stands_beside_a_folder_and_inside_a_mount_point():
    assert quarantine_beside(b"/photos/", is_mount_point=False) == b"/photos.dedup-quarantine"
    assert quarantine_beside(b"/mnt/disk", is_mount_point=True) == b"/mnt/disk/.dedup-quarantine"


def test_making_it_leaves_the_time_of_the_folder_above(tmp_path, place):
    os.utime(tmp_path, ns=(5, 5))
    make_quarantine(FsOps(), place, "c" * 32, "p" * 32).__exit__(None, None, None)
    assert tmp_path.stat().st_mtime_ns == 5


def test_it_says_what_it_is(quarantine, place):
    about = json.loads(snapshot(place)[b"dedup-quarantine.json"][3])
    assert about == {
        "format": "dedup-desk quarantine",
        "version": 1,
        "uuid": "c" * 32,
        "collection": "p" * 32,
    }


def test_a_folder_of_somebody_else_is_left_alone(tmp_path, place):
    (tmp_path / "photos.dedup-quarantine").mkdir()
    (tmp_path / "photos.dedup-quarantine/mine").write_bytes(b"x")
    with pytest.raises(SurroundingsError, match="not a quarantine"):
        make_quarantine(FsOps(), place, "c" * 32, "p" * 32)
    assert [one.name for one in (tmp_path / "photos.dedup-quarantine").iterdir()] == ["mine"]


def test_an_empty_folder_may_become_one(tmp_path, place):
    (tmp_path / "photos.dedup-quarantine").mkdir()
    make_quarantine(FsOps(), place, "c" * 32, "p" * 32).__exit__(None, None, None)
    open_quarantine(FsOps(), place).__exit__(None, None, None)


@pytest.mark.parametrize("text", ['{"format": "x"}', "[]", "{", '{"format": 1, "version": "1"}'])
def test_a_spoilt_description_is_refused(quarantine, place, tmp_path, text):
    (tmp_path / "photos.dedup-quarantine/dedup-quarantine.json").write_text(text)
    with pytest.raises(SurroundingsError):
        open_quarantine(FsOps(), place)


def test_a_newer_one_is_refused(quarantine, place, tmp_path):
    newer = {"format": "dedup-desk quarantine", "version": 2}
    (tmp_path / "photos.dedup-quarantine/dedup-quarantine.json").write_text(json.dumps(newer))
    with pytest.raises(SurroundingsError, match="newer Dedup Desk"):
        open_quarantine(FsOps(), place)


def test_a_missing_one_is_told(place):
    with pytest.raises(SurroundingsError, match="not there any more"):
        open_quarantine(FsOps(), place)


def test_the_second_writer_learns_who_is_first(quarantine, place):
    quarantine.lock(Holder("desk-1", "ann", 4711))
    with open_quarantine(FsOps(), place) as other:
        with pytest.raises(BusyError, match=r"ann on desk-1 \(process 4711\)") as caught:
            other.lock(HOLDER)
        assert caught.value.exit_code == 75


def test_the_lock_ends_with_its_holder(place):
    with make_quarantine(FsOps(), place, "c" * 32, "p" * 32) as first:
        first.lock(HOLDER)
    with open_quarantine(FsOps(), place) as second:
        second.lock(HOLDER)


def test_clearing_never_removes_an_item(quarantine, place, tmp_path):
    operation = an_operation(safe_path=safe_path(BATCH, 1, b"a.jpg"))
    quarantine.prepare_batch(BATCH)
    quarantine.put_record(operation, b"record")
    quarantine.make_place(operation)
    (tmp_path / "photos.dedup-quarantine" / operation.safe_path.decode()).write_bytes(b"item")
    before = snapshot(place)
    quarantine.clear(operation)
    assert snapshot(place) == before


def test_clearing_removes_what_was_prepared(quarantine, place):
    operation = an_operation(safe_path=safe_path(BATCH, 1, b"a.jpg"))
    quarantine.prepare_batch(BATCH)
    before = set(snapshot(place))
    quarantine.put_record(operation, b"record")
    quarantine.make_place(operation)
    quarantine.clear(operation)
    quarantine.clear(operation)
    assert set(snapshot(place)) == before


def test_a_record_is_never_overwritten(quarantine):
    operation = an_operation(safe_path=safe_path(BATCH, 1, b"a.jpg"))
    quarantine.prepare_batch(BATCH)
    quarantine.put_record(operation, b"first")
    with pytest.raises(FileExistsError):
        quarantine.put_record(operation, b"second")
    assert [one.data for one in quarantine.records()] == [b"first"]


class TestRecords:
    """What lies beside a quarantined file."""

    @pytest.fixture
    def record(self, tmp_path):
        scene = Scene(tmp_path, ITEMS[:1]).build()
        journal = scene.journal()
        scene.retire_all(FsOps(), journal)
        (operation,) = journal.retired()
        journal.close()
        with open_quarantine(FsOps(), scene.quarantine) as opened:
            (found,) = opened.records()
        return found, operation

    def test_it_gives_the_operation_back(self, record):
        found, operation = record
        assert read_record(found.data) == operation
        assert found.holds == (operation.safe_path.rsplit(b"/", 1)[1],)

    def test_a_person_can_read_it(self, record):
        values = json.loads(record[0].data)
        assert values["retired"]["path_text"].startswith("shoot/day 1")
        assert len(values["retired"]["sha512"]) == 128
        assert values["relation"] == "near-duplicate"
        assert values["references"] == "NOT CHECKED"
        assert values["identity_of_person"] == "self-declared"
        assert values["operation"] == operation_values(record[1])

    def test_any_change_of_it_is_seen(self, record):
        data = record[0].data
        for at in range(0, len(data) - 1, 7):
            twisted = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
            with pytest.raises(ValueError, match=r"\w"):
                read_record(twisted)

    @pytest.mark.parametrize("data", [b"", b"{", b"[]", b"{}", b"\xff", b"[" * 100_000])
    def test_rubbish_is_no_record(self, data):
        with pytest.raises(ValueError, match=r"\w"):
            read_record(data)
