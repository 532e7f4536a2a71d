"""Which pairs the deep pass compares: the best of each question, and what would have asked back."""

import numpy as np
import pytest

from dedup_desk.core.fingerprints import inverse_symmetry
from dedup_desk.core.pairs import CandidatePair
from dedup_desk.core.suggestions import (
    BEST,
    LEAST_SCORE,
    AnswerTable,
    FingerprintRows,
    only_of,
    suggested_pairs,
    with_suggestions,
)


def answers(**by_asking):
    """`a1=[(2, .9), ...]`: what content 1 was answered, best first."""
    rows = [
        (int(asking[1:]), found, rank, score)
        for asking, hits in sorted(by_asking.items(), key=lambda one: int(one[0][1:]))
        for rank, (found, score) in enumerate(hits)
    ]
    table = np.array(rows, np.float64).reshape(len(rows), 4)
    asking, found = (table[:, column].astype(np.uint32) for column in range(2))
    return AnswerTable(asking, found, table[:, 2].astype(np.uint8), table[:, 3].astype(np.float32))


def pairs(table):
    found = suggested_pairs(table)
    return list(zip(found.one.tolist(), found.other.tolist(), strict=True))


def test_a_pair_is_suggested_once_with_its_better_score():
    found = suggested_pairs(answers(a1=[(2, 0.4)], a2=[(1, 0.7)]))
    assert (found.one.tolist(), found.other.tolist()) == ([1], [2])
    assert found.votes.tolist() == pytest.approx([0.7])


def test_what_scores_too_low_is_chance():
    assert pairs(answers(a1=[(2, 0.5), (3, LEAST_SCORE - 0.01)], a2=[], a3=[])) == [(1, 2)]


def crowd(score=0.9):
    """So many hits that no other has room."""
    return [(100 + number, score) for number in range(BEST)]


def test_the_best_are_compared_and_the_rest_is_not():
    table = answers(a1=[*crowd(), (2, 0.5)], a2=crowd())
    assert (1, 2) not in pairs(table)
    assert len(pairs(table)) == 2 * BEST


def test_a_content_that_asked_when_it_was_alone_is_found_by_one_that_came_later():
    """1 was there first; 2 has a crowd of its own, but 1 would have named it."""
    assert (1, 2) in pairs(answers(a1=[], a2=[*crowd(), (1, 0.5)]))
    assert (1, 2) in pairs(answers(a1=crowd(0.4), a2=[*crowd(), (1, 0.5)]))
    assert (1, 2) not in pairs(answers(a1=crowd(0.6), a2=[*crowd(), (1, 0.5)]))


def test_whoever_comes_first_the_same_pairs_are_taken():
    """Scores that go both ways and do not change: every history takes what a fresh run takes."""
    chance = np.random.default_rng(3)
    count = 60
    scores = chance.random((count, count))
    scores = (scores + scores.T) / 2

    def asked(one, others):
        hits = sorted((scores[one, other], other) for other in others if other != one)[::-1]
        return [(other, score) for score, other in hits if score >= LEAST_SCORE]

    fresh = answers(**{f"a{one}": asked(one, range(count)) for one in range(count)})
    # The first 40 came alone, then ten, then one by one.
    seen_by = [40] * 40 + [50] * 10 + list(range(51, count + 1))
    history = answers(**{f"a{one}": asked(one, range(seen_by[one])) for one in range(count)})
    assert set(pairs(fresh)) <= set(pairs(history))
    assert len(pairs(history)) < 1.5 * len(pairs(fresh))  # where nearly everything is alike


def test_contents_that_are_gone_make_room():
    table = answers(a1=[*crowd(), (2, 0.5)], a2=crowd())
    wanted = np.ones(200, bool)
    wanted[100] = False
    left = only_of(table, wanted)
    assert (1, 2) in pairs(left)
    assert left.rank.max() == BEST - 1
    assert 100 not in left.found
    assert len(only_of(table, np.zeros(1, bool)).asking) == 0


def test_no_answers_are_no_pairs():
    assert pairs(answers()) == []


@pytest.fixture
def rows():
    chance = np.random.default_rng(5)
    bits = chance.integers(0, 2**63, (3, 8)).astype(np.uint64)
    bits[1, 6] = bits[0, 0] ^ np.uint64(0b111)  # record 20, turned so, is near record 10
    return FingerprintRows(np.array([10, 20, 30]), bits)


def test_both_kinds_of_candidates_become_one_list(rows):
    near = [CandidatePair(10, 30, 4, 2)]
    found = with_suggestions(near, {(10, 20): 0.8, (10, 30): 0.5}, rows)
    assert found == [CandidatePair(10, 20, 3, 6, 0.8), CandidatePair(10, 30, 4, 2, 0.5)]


def test_the_distance_is_the_least_in_both_directions(rows):
    rows.phash64[1, 6] = 0
    rows.phash64[0, 5] = rows.phash64[1, 0] ^ np.uint64(1)
    (pair,) = with_suggestions([], {(10, 20): 0.3}, rows)
    assert (pair.distance_bits, pair.symmetry) == (1, inverse_symmetry(5))


def test_nothing_suggested_changes_nothing(rows):
    near = [CandidatePair(10, 30, 4, 2)]
    assert with_suggestions(near, {}, rows) == near
    assert with_suggestions([], {}, rows) == []
