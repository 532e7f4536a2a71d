"""Features, numbers and answers belong to contents, and to the recipe that made them."""

from collections.abc import Iterator

import numpy as np
import pytest

from dedup_desk.core.suggestions import HIT
from dedup_desk.store.feature_store import PackedFeatures
from dedup_desk.store.index_file import IndexFile
from tests.helpers.builders import a_digest
from tests.helpers.projects import measured

A, B, C = sorted(a_digest(name) for name in "abc")


@pytest.fixture
def index(tmp_path) -> Iterator[IndexFile]:
    with IndexFile.open(tmp_path / "index") as made:
        yield made


def hits(*pairs):
    return np.array(list(pairs), HIT)


def test_features_come_back_by_content_and_recipe(index):
    index.features.put_features({A: PackedFeatures(b"aa", 12), B: PackedFeatures(b"b", 3)}, "r1")
    assert index.features.features(A, "r1") == b"aa"
    assert index.features.features(A, "r2") is None
    assert index.features.features(C, "r1") is None
    assert index.features.keypoints("r1") == {A: 12, B: 3}


def test_another_recipe_replaces_what_an_older_one_made(index):
    index.features.put_features({A: PackedFeatures(b"old", 1), B: PackedFeatures(b"b", 2)}, "r1")
    index.features.put_features({A: PackedFeatures(b"new", 9)}, "r2")
    assert index.features.keypoints("r1") == {B: 2}
    assert index.features.features(A, "r2") == b"new"


def test_counting_keypoints_reads_no_features(index):
    with index._pictures.reading() as connection:
        plan = connection.exec_driver_sql(
            "EXPLAIN QUERY PLAN SELECT digest, keypoints FROM feature WHERE recipe = 'r'"
        ).all()
    assert "COVERING INDEX feature_made" in str(plan)


def test_numbers_follow_the_digests_and_stay(index):
    first = index.features.give_numbers([C, A])
    assert first[A] < first[C]
    second = index.features.give_numbers([B, A, C])
    assert {digest: second[digest] for digest in (A, C)} == first
    assert second[B] > first[C]
    assert index.features.give_numbers([]) == index.features.numbers() == second


def test_answers_come_back_best_first_each_with_its_rank(index):
    numbers = index.features.give_numbers([A, B, C])
    a, b, c = numbers[A], numbers[B], numbers[C]
    assert not index.features.has_answers()
    index.features.put_answers({c: hits((a, 0.9), (b, 0.3)), a: hits((c, 0.8)), b: hits()}, "r")
    table = index.features.answers()
    assert table.asking.tolist() == [a, c, c]
    assert table.found.tolist() == [c, a, b]
    assert table.rank.tolist() == [0, 0, 1]
    assert table.score.tolist() == pytest.approx([0.8, 0.9, 0.3])
    assert index.features.answered("r") == {a, b, c}
    assert index.features.answered("r2") == frozenset()
    assert index.features.has_answers()


def test_an_index_that_was_never_asked_has_no_answers(index):
    assert [len(column) for column in index.features.answers()] == [0, 0, 0, 0]


def test_an_answer_is_replaced_and_forgotten(index):
    a = index.features.give_numbers([A])[A]
    index.features.put_answers({a: hits((7, 0.5))}, "r1")
    index.features.put_answers({a: hits((8, 0.6))}, "r2")
    assert index.features.answers().found.tolist() == [8]
    index.features.forget_answers([a, 999])
    index.features.forget_answers([])
    assert index.features.answered("r2") == frozenset()


def test_erasing_a_picture_erases_its_features_in_every_byte(index):
    image = measured("a")
    data = b"details of " + image.digest * 50
    index.put_measured([image])
    index.features.put_features({image.digest: PackedFeatures(data, 30)}, "r")
    index.erase_pictures([image.digest])
    assert index.features.keypoints("r") == {}
    folder = index._rows.path.parent
    assert all(data not in one.read_bytes() for one in folder.iterdir() if one.is_file())


def test_a_copy_of_the_index_has_features_and_answers_but_no_segments(index, tmp_path):
    a = index.features.give_numbers([A])[A]
    index.features.put_features({A: PackedFeatures(b"aa", 12)}, "r")
    index.features.put_answers({a: hits((a, 1.0))}, "r")
    index.copy_to(tmp_path / "copy")
    with IndexFile.open(tmp_path / "copy") as copy:
        assert copy.features.features(A, "r") == b"aa"
        assert copy.features.answered("r") == {a}
