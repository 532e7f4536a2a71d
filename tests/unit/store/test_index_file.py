"""The index keeps what was computed, batch by batch, and makes anew what it cannot use."""

import sqlite3
import threading
from collections import Counter
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from dedup_desk.core.messages import message
from dedup_desk.core.pairs import (
    Box,
    CandidatePair,
    ChangedRegion,
    Evidence,
    PairKey,
    Registration,
    RegistrationMethod,
    Relation,
    ToneFit,
)
from dedup_desk.core.progress import Cancelled
from dedup_desk.core.records import FilePlace, FileStamp, SkipReason, Unreadable
from dedup_desk.store import index_file, index_tables
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.pictures import PictureKind
from tests.helpers.builders import a_cluster, a_digest, a_pair
from tests.helpers.projects import counted, in_sqlite, measured


@pytest.fixture
def index(tmp_path):
    with IndexFile.open(tmp_path / "sample.ddesk-index") as made:
        yield made


def again(index):
    """The same index, opened by another run."""
    index.close()
    return IndexFile.open(index._rows.path.parent)


def ids(index):
    return {record.place.path: record.id for record in index.records().values()}


def test_everything_measured_comes_back(index):
    image = measured(b"\xff\xfe\n.jpg")
    index.put_measured([image])
    with again(index) as opened:
        (record,) = opened.records().values()
        assert (record.stamp, record.digest, record.picture) == (
            image.stamp, image.digest, image.picture,
        )  # fmt: skip
        assert (record.facts, record.sidecars, record.is_blank) == (
            image.facts, image.sidecars, image.is_blank,
        )  # fmt: skip
        assert opened.record(record.id) == record
        assert opened.record(999) is None
        assert opened.picture(image.digest, PictureKind.THUMBNAIL) == image.thumbnail
        assert opened.picture(image.digest, PictureKind.PROXY) == image.proxy
        assert opened.picture(a_digest("none"), PictureKind.PROXY) is None


def test_fingerprints_come_back_bit_for_bit_and_by_growing_id(index):
    images = [measured(f"{number}.jpg") for number in range(20)]
    index.put_measured(images)
    table = index.fingerprints()
    assert [one.dtype for one in table] == [np.int64, np.uint64, np.uint64]
    assert list(table.ids) == sorted(ids(index).values())
    by_path = ids(index)
    for image in images:
        at = list(table.ids).index(by_path[image.stamp.place.path])
        assert np.array_equal(table.phash64[at], image.fingerprints.phash64)
        assert np.array_equal(table.phash256[at], image.fingerprints.phash256)


def test_fingerprints_of_another_recipe_are_left_out(index):
    index.put_measured([measured("a", recipe="old"), measured("b", recipe="new")])
    assert list(index.fingerprints("new").ids) == [ids(index)[b"b"]]


def test_an_empty_index_has_empty_arrays(index):
    table = index.fingerprints()
    assert (table.ids.shape, table.phash64.shape, table.phash256.shape) == ((0,), (0, 8), (0, 4))


def test_twins_stay_apart(index):
    composed, decomposed = "caf\u00e9.jpg".encode(), "cafe\u0301.jpg".encode()
    index.put_measured([measured(composed, "same"), measured(decomposed, "same")])
    assert set(ids(index)) == {composed, decomposed}


def test_a_file_measured_again_keeps_its_id_while_its_content_is_the_same(index):
    index.put_measured([measured("a", recipe="old")])
    before = ids(index)
    index.put_measured([measured("a", recipe="new")])
    assert ids(index) == before
    assert index.stamps()[FilePlace("masters", b"a")].recipe == "new"
    assert len(index.fingerprints("new").ids) == 1


def test_a_file_whose_content_changed_is_a_new_image(index):
    index.put_measured([measured("a", "first"), measured("b")])
    before = ids(index)
    index.put_verified([(CandidatePair(1, 2, 0, 0), a_pair(1, 2))], "v")
    index.put_measured([measured("a", "second")])
    assert ids(index)[b"a"] > max(before.values())
    assert index.verified() == ()
    assert index.compared_keys("v") == frozenset()


def test_an_id_is_never_used_again(index):
    index.put_measured([measured("a"), measured("b")])
    last = max(ids(index).values())
    index.forget([FilePlace("masters", b"a"), FilePlace("masters", b"b")])
    with again(index) as opened:
        opened.put_measured([measured("c")])
        assert min(ids(opened).values()) > last


def an_unreadable(path="bad.jpg"):
    stamp = FileStamp(FilePlace("masters", path.encode()), 1, 2, 2**64 - 1, 4)
    return Unreadable(stamp, message("{name} is torn", name=b"\xff"), a_digest("bad"))


def test_unreadable_files_are_rows_with_reasons(index):
    index.put_unreadable([an_unreadable(), replace(an_unreadable("x"), digest=None)])
    assert index.unreadable() == (an_unreadable(), replace(an_unreadable("x"), digest=None))


def test_a_file_is_either_readable_or_not(index):
    index.put_measured([measured("bad.jpg")])
    index.put_unreadable([an_unreadable()])
    assert (index.records(), len(index.unreadable())) == ({}, 1)
    index.put_measured([measured("bad.jpg")])
    assert (len(index.records()), index.unreadable()) == (1, ())


def test_stamps_tell_what_need_not_be_read_again(index):
    image = measured("a")
    index.put_measured([image])
    index.put_unreadable([an_unreadable()])
    known = index.stamps()
    assert known[image.stamp.place].stamp == image.stamp
    assert known[image.stamp.place].record == ids(index)[b"a"]
    assert known[FilePlace("masters", b"bad.jpg")].record is None
    index.forget(known)
    assert index.stamps() == {}


def test_what_was_passed_over_is_counted_by_root(index):
    counts = Counter({SkipReason.LINK: 2, SkipReason.NOT_AN_IMAGE: 5})
    index.set_skipped("masters", Counter({SkipReason.IGNORED: 1}))
    index.set_skipped("masters", counts)
    index.set_skipped("other", Counter())
    assert index.skipped() == {"masters": counts}


def a_full_pair():
    return replace(
        a_pair(2, 1, Relation.CROPPED, score=0.1 + 0.2),
        relations=(Relation.CROPPED, Relation.TONE),
        registration=Registration(
            (0.1, 1e-17, 3.0, 1 / 3, 1.0, 2.0, 0.0, 0.0, 1.0),
            RegistrationMethod.FEATURES, 12, 0.7, 0.3, 1.0,
        ),
        evidence=Evidence(
            0.9, 0.8, 0.1, 0.2, 3, 1280, 0.05, ToneFit(1.1, 0.9, 0.5, -0.1, 0.02),
            (ChangedRegion(Box(1, 2, 3, 4.5), Box(0.1, 0.2, 0.3, 0.4), 0.01),), 7, ("8-bit",),
        ),
    )  # fmt: skip


def test_a_verified_pair_comes_back_to_the_last_bit(index):
    index.put_measured([measured("a"), measured("b")])
    index.put_verified([(CandidatePair(1, 2, 7, 0), a_full_pair())], "test")
    assert index.verified() == (a_full_pair(),)
    assert index.verified("another recipe") == ()


def test_pairs_come_back_without_evidence_or_only_those_wanted(index):
    index.put_measured([measured("a"), measured("b"), measured("c")])
    other = a_pair(2, 3)
    found = [(CandidatePair(1, 2, 7, 0), a_full_pair()), (CandidatePair(2, 3, 0, 0), other)]
    index.put_verified(found, "test")
    light = replace(a_full_pair(), evidence=Evidence())
    assert index.verified(with_evidence=False) == (light, replace(other, evidence=Evidence()))
    assert index.verified(wanted=lambda pair: pair.key == other.key) == (other,)


def test_reading_pairs_and_records_can_be_stopped(index):
    def stop():
        raise Cancelled

    index.put_measured([measured("a"), measured("b")])
    index.put_verified([(CandidatePair(1, 2, 7, 0), a_full_pair())], "test")
    with pytest.raises(Cancelled):
        index.records(stop)
    with pytest.raises(Cancelled):
        index.verified(check=stop)
    with pytest.raises(Cancelled):
        index.compared_keys("test", stop)
    assert index.verified() == (a_full_pair(),)


def test_unrelated_pairs_are_remembered_as_compared(index):
    index.put_measured([measured("a"), measured("b"), measured("c")])
    compared = [(CandidatePair(1, 2, 7, 0), None), (CandidatePair(2, 3, 7, 0), a_pair(3, 2))]
    index.put_verified(compared, "v1")
    assert index.compared_keys("v1") == {(1, 2), (2, 3)}
    assert index.compared_keys("v2") == frozenset()
    assert [pair.key for pair in index.verified()] == [PairKey(3, 2)]


def test_comparing_again_replaces_the_answer(index):
    index.put_measured([measured("a"), measured("b")])
    index.put_verified([(CandidatePair(1, 2, 7, 0), a_pair(1, 2))], "v1")
    index.put_verified([(CandidatePair(1, 2, 7, 0), None)], "v2")
    assert index.verified() == ()
    assert index.compared_keys("v1") == frozenset()


def test_a_pair_of_other_images_is_refused(index):
    index.put_measured([measured("a"), measured("b")])
    with pytest.raises(ValueError, match="is not the pair"):
        index.put_verified([(CandidatePair(1, 2, 7, 0), a_pair(1, 3))], "v")


def test_clusters_come_back_in_their_order_and_are_finished(index):
    index.put_measured([measured(name) for name in "abcd"])
    formed = (a_cluster(4, 1, 2), a_cluster(3, lane=5))
    assert index.finished() is None
    index.put_clusters(formed, "generation 1")
    assert (index.clusters(), index.finished()) == (formed, "generation 1")
    index.put_clusters((), "generation 2")
    assert (index.clusters(), index.finished()) == ((), "generation 2")


@pytest.mark.parametrize("change", ["put_measured", "put_unreadable", "forget", "put_verified"])
def test_any_change_ends_being_finished(index, change):
    index.put_measured([measured("a"), measured("b")])
    index.put_clusters((a_cluster(1, 2),), "generation 1")
    changes = {
        "put_measured": ([measured("c")],),
        "put_unreadable": ([an_unreadable()],),
        "forget": ([FilePlace("masters", b"zzz")],),
        "put_verified": ([(CandidatePair(1, 2, 1, 0), None)], "v"),
    }
    getattr(index, change)(*changes[change])
    assert index.finished() is None
    assert index.clusters() == (a_cluster(1, 2),)


def test_a_cluster_of_which_an_image_is_gone_is_not_shown_torn(index):
    index.put_measured([measured(name) for name in "abcd"])
    index.put_clusters((a_cluster(1, 2), a_cluster(3, 4)), "generation 1")
    index.forget([FilePlace("masters", b"b")])
    assert index.clusters() == (a_cluster(3, 4),)


def test_pixel_digests_belong_to_contents_and_recipes(index):
    found = {a_digest("a"): b"p" * 32, a_digest("b"): None}
    index.put_pixel_digests(found, "recipe 1")
    assert index.pixel_digests("recipe 1") == found
    assert index.pixel_digests("recipe 2") == {}


def test_erased_pictures_are_in_no_byte(index):
    image = measured("a")
    index.put_measured([image, measured("b")])
    index.erase_pictures([image.digest])
    assert index.picture(image.digest, PictureKind.PROXY) is None
    folder = index._rows.path.parent
    left = b"".join(one.read_bytes() for one in folder.iterdir() if "pictures" in one.name)
    assert image.proxy not in left
    assert image.thumbnail not in left


def test_pictures_that_no_image_needs_can_be_dropped(index):
    index.put_measured([measured("a"), measured("b", "shared"), measured("c", "shared")])
    index.forget([FilePlace("masters", b"a"), FilePlace("masters", b"b")])
    assert index.drop_unused_pictures() == 1
    assert index.picture(measured("a").digest, PictureKind.PROXY) is None
    assert index.picture(a_digest("shared"), PictureKind.PROXY) is not None


def test_a_batch_is_one_transaction_however_large(index):
    with counted(index._rows) as sent:
        index.put_measured([measured(f"{number}.jpg") for number in range(200)])
    assert sent.count("COMMIT") == 1
    assert len(sent) <= 8


def test_an_empty_batch_is_no_trouble(index):
    index.put_measured([])
    index.put_unreadable([])
    index.put_verified([], "v")
    index.forget([])
    assert index.records() == {}


def other_version(monkeypatch, name):
    parts = tuple(
        replace(part, version=part.version + 1) if part.name == name else part
        for part in index_tables.INDEX_PARTS
    )
    monkeypatch.setattr(index_file, "INDEX_PARTS", parts)


def full(index):
    index.put_measured([measured("a"), measured("b")])
    index.put_verified([(CandidatePair(1, 2, 1, 0), a_pair(1, 2))], "v")
    index.put_clusters((a_cluster(1, 2),), "generation 1")


@pytest.mark.parametrize(
    ("part", "left"), [("clusters", (2, 1, 0)), ("pairs", (2, 0, 0)), ("images", (0, 0, 0))]
)
def test_a_part_of_another_version_is_made_anew_with_what_needs_it(index, monkeypatch, part, left):
    full(index)
    other_version(monkeypatch, part)
    with again(index) as opened:
        counts = (len(opened.records()), len(opened.verified()), len(opened.clusters()))
        assert counts == left
        assert opened.finished() is None
        full(opened) if part == "images" else opened.put_clusters((), "generation 2")


def test_an_index_that_is_rubbish_is_made_anew(index):
    full(index)
    path = index._rows.path
    index.close()
    path.write_bytes(b"rubbish " * 10_000)
    with IndexFile.open(path.parent) as opened:
        assert opened.records() == {}
        full(opened)
    with IndexFile.open(path.parent) as opened:
        assert len(opened.records()) == 2


def test_the_log_is_written_ahead_on_a_local_disk(index):
    with closing(sqlite3.connect(index._rows.path)) as plain:
        assert plain.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_on_a_network_share_it_is_not(tmp_path, monkeypatch):
    from dedup_desk.store import index_opening

    monkeypatch.setattr(index_opening, "network_file_system", lambda _path: "nfs4")
    with IndexFile.open(tmp_path / "index") as index:
        full(index)
        with index._rows.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "truncate"


def test_readers_never_wait_for_a_writer(index):
    index.put_measured([measured("a")])
    with index._rows.writing() as connection:
        connection.exec_driver_sql("DELETE FROM image")
        assert len(index.records()) == 1


def test_threads_may_share_one(index):
    def work(name):
        for number in range(10):
            index.put_measured([measured(f"{name}{number}")])
            index.records()

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(index.records()) == 30


def test_a_planted_trigger_does_not_outlive_a_new_version(index, monkeypatch):
    full(index)
    in_sqlite(
        index._rows.path, "CREATE TRIGGER t AFTER DELETE ON image BEGIN DELETE FROM pair; END"
    )
    other_version(monkeypatch, "images")
    with again(index) as opened:
        assert opened.records() == {}
