"""Identical files are compared once and stand for each other; blank pictures match exactly only."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dedup_desk.core.pairs import CandidatePair, PairKey, Relation
from dedup_desk.core.records import RecordId
from dedup_desk.core.search import candidates
from dedup_desk.core.twins import derived_pairs, representatives, same_digest_pairs
from tests.helpers.builders import a_pair, a_record


def collection(*records):
    return {record.id: record for record in records}


def distinct_hashes(count: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 2**64, (count, 8), dtype=np.uint64)


def test_the_first_by_place_stands_for_identical_files():
    late, early = a_record(1, b"z.jpg", content="x"), a_record(2, b"a.jpg", content="x")
    assert representatives([late, early]) == {early.digest: early.id}


def test_a_thousand_identical_files_make_a_thousand_pairs():
    records = [a_record(one, content="same") for one in range(1, 1001)]
    pairs = same_digest_pairs(records, "r")
    assert len(pairs) == 999
    assert {pair.key.a for pair in pairs} == {1}
    assert {(pair.relation, pair.score) for pair in pairs} == {(Relation.SAME_BYTES, 1.0)}


def test_what_is_found_for_one_holds_for_its_twins():
    records = collection(
        a_record(1, content="x"),
        a_record(2, content="x"),
        a_record(3),
        a_record(4, content="y"),
        a_record(5, content="y"),
    )
    found = list(derived_pairs(records, [a_pair(1, 4, Relation.RESIZED)]))
    assert {pair.key for pair in found} == {
        PairKey(RecordId(1), RecordId(5)),
        PairKey(RecordId(2), RecordId(4)),
    }
    assert {pair.relation for pair in found} == {Relation.RESIZED}


def test_derived_pairs_are_not_told_twice():
    records = collection(a_record(1, content="x"), a_record(2, content="x"), a_record(3))
    pairs = [a_pair(1, 3), a_pair(2, 3)]
    assert list(derived_pairs(records, pairs)) == []


def test_candidates_compare_one_of_each_content():
    records = collection(
        a_record(1, content="x"), a_record(2, content="x"), a_record(3), a_record(4)
    )
    hashes = distinct_hashes(4)
    hashes[1] = hashes[0]
    hashes[2, 0] = hashes[0, 0] ^ np.uint64(0b11)
    found = candidates(np.array([1, 2, 3, 4]), hashes, records)
    assert found == [
        CandidatePair(RecordId(1), RecordId(2), 0, 0),
        CandidatePair(RecordId(1), RecordId(3), 2, 0),
    ]


def test_blank_pictures_take_part_in_exact_matching_only():
    blank = replace(a_record(1), is_blank=True)
    records = collection(blank, replace(a_record(2), is_blank=True), replace(blank, id=RecordId(3)))
    hashes = np.repeat(distinct_hashes(1), 3, axis=0)
    found = candidates(np.array([1, 2, 3]), hashes, records)
    assert [(pair.left, pair.right) for pair in found] == [(1, 3)]


def test_the_symmetry_is_that_of_the_picture_on_the_right():
    records = collection(a_record(7), a_record(2))
    hashes = distinct_hashes(2)
    hashes[1, 1] = hashes[0, 0]
    (straight,) = candidates(np.array([2, 7]), hashes, records)
    (turned,) = candidates(np.array([7, 2]), hashes, records)
    assert (straight.left, straight.symmetry, turned.symmetry) == (2, 1, 3)
