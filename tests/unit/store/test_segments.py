"""Segments are whole or made anew; whatever no row names is cleared away."""

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from dedup_desk.core import posting_merge
from dedup_desk.core.array_file import read_arrays
from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.features import Postings
from dedup_desk.core.posting_merge import chosen_postings
from dedup_desk.core.progress import Cancelled
from dedup_desk.engine.own_disk import OwnDisk
from dedup_desk.store.index_file import IndexFile
from dedup_desk.store.segments import SegmentStore
from tests.helpers.faulty_disk import Fault, FaultyDisk, Points

COLUMNS = ("cells", "images", "signatures", "shapes")


def unasked():
    """Nobody asks to stop."""


@pytest.fixture
def index(tmp_path) -> Iterator[IndexFile]:
    with IndexFile.open(tmp_path / "index") as made:
        yield made


@pytest.fixture
def store(index) -> SegmentStore:
    return index.segments(OwnDisk(), "recipe")


def postings(*images, each=30):
    """So many postings of each image, sorted as the store wants them."""
    chance = np.random.default_rng(sum(images))
    count = each * len(images)
    cells = chance.integers(0, 40, count).astype(np.uint32)
    numbers = np.repeat(np.array(images, np.uint32), each)
    rows = Postings(
        cells,
        numbers,
        chance.integers(0, 2**63, count).astype(np.uint64),
        chance.integers(0, 2**32, count).astype(np.uint32),
    )
    order = np.lexsort((rows.shapes, rows.signatures, rows.images, rows.cells))
    return chosen_postings(rows, order)


def numbered(*images):
    return np.array(images, np.uint32)


def added(store, *images):
    return store.add(postings(*images), numbered(*images))


def where(segment):
    return Path(os.fsdecode(segment.path))


def read(segment):
    return read_arrays(where(segment).read_bytes(), "recipe")


def listed(segment):
    arrays = read(segment)
    columns = [arrays[name].tolist() for name in COLUMNS]
    return list(zip(*columns, strict=True))


def alive(*images):
    table = np.zeros(100, bool)
    table[list(images)] = True
    return table


def files(index):
    folder = index._rows.path.parent
    return sorted(one.name for one in folder.iterdir() if "postings" in one.name)


def members(segments):
    return [one.members.tolist() for one in segments]


def test_what_was_added_is_there_for_the_next_run(index, store):
    made = added(store, 1, 2)
    (found,) = index.segments(OwnDisk(), "recipe").sound(unasked)
    assert (found.id, found.path, found.size_bytes) == (made.id, made.path, made.size_bytes)
    assert members([found]) == [[1, 2]]
    rows = postings(1, 2)
    columns = [getattr(rows, name).tolist() for name in COLUMNS]
    assert listed(found) == list(zip(*columns, strict=True))


@pytest.mark.parametrize("spoil", ["cut", "flip", "gone", "empty"])
def test_a_damaged_segment_is_not_trusted(index, store, spoil):
    good, bad = added(store, 1), added(store, 2)
    with where(bad).open("r+b") as file:
        if spoil == "cut":
            file.truncate(bad.size_bytes - 8)
        elif spoil == "flip":
            file.seek(bad.size_bytes - 3)
            file.write(b"\xff\x00")
        elif spoil == "empty":
            file.truncate(0)
    if spoil == "gone":
        where(bad).unlink()
    assert members(store.sound(unasked)) == [[1]]
    assert files(index) == [where(good).name]
    assert members([*store.sound(unasked), added(store, 2)]) == [[1], [2]]


def test_segments_of_another_recipe_are_forgotten(index, store):
    added(store, 1)
    assert index.segments(OwnDisk(), "recipe 2").sound(unasked) == ()
    assert files(index) == []


def test_what_a_killed_run_left_behind_is_removed(index, store):
    kept = added(store, 1)
    folder = index._rows.path.parent
    for name in ("postings-000002.arrays", ".postings-000003.arrays.4711.part", "mine.arrays"):
        (folder / name).write_bytes(b"half")
    store.sound(unasked)
    assert files(index) == [where(kept).name]
    assert (folder / "mine.arrays").exists()


def test_merging_keeps_every_posting_in_order(index, store, monkeypatch):
    monkeypatch.setattr(posting_merge, "ROWS_AT_ONCE", 16)
    parts = [added(store, 1, 5), added(store, 2), added(store, 3, 4)]
    every = sorted(row for part in parts for row in listed(part))
    merged = store.merge(parts, alive(1, 2, 3, 4, 5), unasked)
    assert listed(merged) == every
    assert members(store.sound(unasked)) == [[1, 2, 3, 4, 5]]
    assert len(files(index)) == 1


def test_merging_drops_what_is_gone(store):
    merged = store.merge([added(store, 1, 2), added(store, 3)], alive(1, 3), unasked)
    assert set(read(merged)["images"].tolist()) == {1, 3}
    assert merged.members.tolist() == [1, 3]
    assert read(merged)["cells"].size == 60


def test_a_segment_of_which_nothing_is_left_goes(index, store):
    assert store.merge([added(store, 1)], alive(2), unasked) is None
    assert store.sound(unasked) == ()
    assert files(index) == []


def test_stopped_in_the_middle_the_old_ones_stay(index, store):
    parts = [added(store, 1), added(store, 2)]
    calls = []

    def stop_at_third():
        calls.append(1)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        store.merge(parts, alive(1, 2), stop_at_third)
    assert members(store.sound(unasked)) == [[1], [2]]
    assert len(files(index)) == 2


def test_a_full_disk_is_told_and_leaves_the_old_ones(index, store):
    parts = [added(store, 1), added(store, 2)]
    for at in range(1, 9):
        full = index.segments(OwnDisk(FaultyDisk(Points(at, Fault.ERROR, 28))), "recipe")
        with pytest.raises(SurroundingsError, match="could not be written"):
            full.merge(parts, alive(1, 2), unasked)
        assert members(store.sound(unasked)) == [[1], [2]]
        assert len(files(index)) == 2


def test_a_picture_without_postings_is_a_member_all_the_same(store):
    made = store.add(postings(), numbered(7))
    assert members(store.sound(unasked)) == [[7]]
    assert read(made)["cells"].size == 0
