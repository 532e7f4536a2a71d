"""Asking the inverted file in a child: what goes in, what may come out, what is mapped once."""

import os

import numpy as np
import pytest

from dedup_desk.core.array_file import ArrayFileError, ArrayPlan, Layout
from dedup_desk.core.features import Features
from dedup_desk.core.messages import message
from dedup_desk.core.progress import CancelToken
from dedup_desk.core.suggestions import HIT
from dedup_desk.engine import lookup
from dedup_desk.engine.feature_index import FeatureIndex, postings_of
from dedup_desk.engine.features import packed_features
from dedup_desk.engine.lookup import LOOKUP_RECIPE, lookup_task, lookup_work, read_lookup
from dedup_desk.engine.own_disk import OwnDisk
from dedup_desk.engine.packing import Parcel
from dedup_desk.engine.pool import WorkerPool, WorkFailed

COLUMNS = {"cells": "<u4", "images": "<u4", "signatures": "<u8", "shapes": "<u4"}


def features_of(number):
    """Made-up details, other ones for each number."""
    chance = np.random.default_rng(number)
    points = np.sort(chance.uniform(4, 250, (60, 4)).astype(np.float32), axis=0)[::-1].copy()
    return Features(points, chance.integers(0, 200, (60, 128), dtype=np.uint8), 256, 256)


def a_segment(path, numbers, recipe=LOOKUP_RECIPE):
    """Write a segment file as the store does."""
    rows = postings_of([(number, features_of(number)) for number in numbers])
    layout = Layout.of(recipe, [ArrayPlan(*one, len(rows)) for one in COLUMNS.items()])
    blocks = [layout.placed(name, 0, getattr(rows, name)) for name in COLUMNS]
    OwnDisk().write(os.fsencode(path), [(0, layout.head), *blocks])
    return os.fsencode(path)


@pytest.fixture
def segments(tmp_path):
    return [a_segment(tmp_path / "1", range(5)), a_segment(tmp_path / "2", range(5, 9))]


def packed(*numbers):
    return [packed_features(features_of(number)) for number in numbers]


def test_every_picture_finds_itself_in_a_child(segments):
    work = lookup_work(packed(3, 7), segments, 100_000, tag="mine")
    with WorkerPool(1) as pool:
        ((asked, answer),) = pool.run([work], CancelToken())
    hits = read_lookup(asked, answer)
    assert asked.tag == "mine"
    assert [one["content"][0] for one in hits] == [3, 7]
    assert all(one["score"][0] > 0.9 for one in hits)


def test_a_segment_of_another_recipe_is_no_answer(tmp_path):
    strange = a_segment(tmp_path / "strange", range(3), "another recipe")
    with WorkerPool(1) as pool:
        work = lookup_work(packed(1), [strange], 100_000)
        ((_, answer),) = pool.run([work], CancelToken())
    assert isinstance(answer, WorkFailed)
    assert read_lookup(work, answer) == ()


def test_segments_are_mapped_once_for_many_questions(segments, monkeypatch):
    made = []

    def counted(parts):
        made.append(len(parts))
        return FeatureIndex(parts)

    monkeypatch.setattr(lookup, "FeatureIndex", counted)
    lookup._shelf_of_this_process.cache_clear()
    question = Parcel({}, tuple(packed(1)))
    for _ in range(3):
        ask(question, segments)
    ask(question, segments[:1])
    assert made == [0, 2, 1]
    lookup._shelf_of_this_process.cache_clear()


def test_a_segment_that_cannot_be_read_is_not_kept_for_the_next_question(segments, tmp_path):
    lookup._shelf_of_this_process.cache_clear()
    torn = tmp_path / "torn"
    torn.write_bytes(b"rubbish" * 100)
    for _ in range(2):
        with pytest.raises(ArrayFileError):
            ask(Parcel({}, tuple(packed(1))), [os.fsencode(torn)])
    (hits,) = ask(Parcel({}, tuple(packed(1))), segments).blobs
    assert np.frombuffer(hits, HIT)["content"][0] == 1


def ask(question, segments):
    files = [open(path, "rb") for path in segments]  # noqa: PTH123, SIM115 - bytes paths
    try:
        return lookup_task(question, tuple(files))
    finally:
        for file in files:
            file.close()


@pytest.mark.parametrize(
    "answer",
    [
        WorkFailed(message("it died")),
        Parcel(),
        Parcel({}, (b"12345",)),
        Parcel({}, (np.array([(1, np.nan)], HIT).tobytes(),)),
        Parcel({}, (b"", b"")),
    ],
    ids=["failed", "no answer", "torn", "no number", "too many"],
)
def test_what_was_not_agreed_is_no_answer(answer):
    assert read_lookup(lookup_work(packed(1), [], 0), answer) == ()
