"""Copies of copies are compared with the largest of them, to a fixed point, in few comparisons."""

import random
from dataclasses import replace

import pytest

from dedup_desk.core.expansion import LEVELS, next_comparisons
from dedup_desk.core.pair_key_set import PairKeySet
from dedup_desk.core.pairs import Finding, Relation
from tests.helpers.builders import a_pair, a_record


def records(count, largest=None):
    """So many images, all of one size but one."""
    made = {number: a_record(number, width_px=1000) for number in range(1, count + 1)}
    if largest is not None:
        made[largest] = a_record(largest, width_px=4000)
    return made


def keys(pairs):
    return {tuple(sorted((pair.key.a, pair.key.b))) for pair in pairs}


def to_the_end(images, pairs, is_copy, at_once=None, chance=None):
    """Compare as told until nothing is left; return what was compared, interrupted on the way."""
    known, compared = list(pairs), keys(pairs)
    for _round in range(1000):
        wanted = next_comparisons(images, known, PairKeySet(compared))
        if not wanted:
            return compared
        some = wanted if at_once is None else chance.sample(wanted, min(at_once, len(wanted)))
        compared |= set(some)
        known += [a_pair(*key) for key in some if is_copy(*key)]
    raise AssertionError("no fixed point")


def test_the_third_side_of_a_triangle_is_compared_once():
    images, pairs = records(3, largest=1), [a_pair(1, 2), a_pair(2, 3)]
    assert next_comparisons(images, pairs, PairKeySet(keys(pairs))) == [(1, 3)]
    assert next_comparisons(images, pairs, PairKeySet(keys(pairs) | {(1, 3)})) == []


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [a_pair(1, 2)],
        [a_pair(1, 2), a_pair(2, 3, Relation.LOOK, finding=Finding.LOOK)],
        [a_pair(1, 2), a_pair(2, 9)],
    ],
    ids=["none", "one", "look pairs hang nothing together", "an image that is not there"],
)
def test_where_nothing_hangs_together_nothing_is_compared(pairs):
    assert next_comparisons(records(3), pairs, PairKeySet(keys(pairs))) == []


def a_part(a, b, overlap=0.6):
    """Two pictures that show parts of each other: neither is a copy of the other."""
    pair = a_pair(a, b, Relation.LOOK, finding=Finding.LOOK)
    laid = replace(pair.registration, overlap_a=overlap, overlap_b=overlap + 0.1)
    return replace(pair, registration=laid)


def test_crops_that_know_only_each_other_meet_the_picture_they_are_of():
    images = records(20, largest=20)
    pairs = [a_part(one, one + 1) for one in range(1, 19)] + [a_pair(20, 5)]
    compared = to_the_end(images, pairs, lambda one, other: other == 20)
    assert {(one, 20) for one in range(1, 20)} <= compared
    assert len(compared) == 18 + 1 + 18


@pytest.mark.parametrize(
    "pair", [a_part(2, 3, 0.9), a_pair(2, 3, Relation.SAME_LAYOUT, finding=Finding.LOOK)]
)
def test_look_alikes_on_one_frame_and_forms_hang_nothing_together(pair):
    pairs = [a_pair(1, 2), pair]
    assert next_comparisons(records(3), pairs, PairKeySet(keys(pairs))) == []


def test_the_same_bytes_are_no_third_picture():
    images = records(3) | {3: replace(a_record(3), digest=a_record(2).digest)}
    pairs = [a_pair(1, 2), a_pair(2, 3, Relation.SAME_BYTES)]
    assert next_comparisons(images, pairs, PairKeySet(keys(pairs))) == []


def test_a_chain_of_copies_all_meet_the_largest():
    images = records(60, largest=37)
    pairs = [a_pair(one, one + 1) for one in range(1, 60)]
    compared = to_the_end(images, pairs, lambda *_: True)
    others = set(images) - {37}
    assert {tuple(sorted((37, other))) for other in others} <= compared
    assert len(compared) == 59 + 57


def test_a_chain_of_look_alikes_stays_cheap():
    images = records(200)
    pairs = [a_pair(one, one + 1) for one in range(1, 200)]
    compared = to_the_end(images, pairs, lambda *_: False)
    assert len(compared) <= 199 + LEVELS * 200


def test_interrupted_anywhere_the_same_is_compared():
    chance = random.Random(7)  # noqa: S311 - the same every time
    images = records(40)
    pairs = [a_pair(one, one + 1) for one in range(1, 40)] + [a_pair(3, 30), a_pair(8, 21)]

    def is_copy(one, other):
        return (one * 7 + other * 3) % 5 < 2

    whole = to_the_end(images, pairs, is_copy)
    for at_once in (1, 5, 17):
        chance.shuffle(pairs)
        assert to_the_end(images, pairs, is_copy, at_once, chance) == whole
