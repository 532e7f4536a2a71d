"""Pairs of records in eight bytes each behave as a plain set of them does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.pair_key_set import PairKeySet
from dedup_desk.core.records import RecordId

KEYS = st.tuples(st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
FEW = st.sets(st.tuples(st.integers(1, 4), st.integers(5, 8)))


@given(st.sets(KEYS), KEYS)
def test_it_holds_what_a_set_holds(keys, other):
    made = PairKeySet(keys)
    assert made == keys
    assert list(made) == sorted(keys)
    assert len(made) == len(keys)
    assert all(key in made for key in keys)
    assert (other in made) == (other in keys)


@given(st.lists(FEW, max_size=3))
def test_joined_is_what_any_of_them_holds(parts):
    assert PairKeySet.joined(map(PairKeySet, parts)) == set().union(*parts)


@given(FEW, st.lists(st.tuples(st.integers(1, 5), st.integers(4, 8))))
def test_many_are_asked_for_at_once_as_one_after_the_other(keys, asked):
    made = PairKeySet(keys)
    assert made.holds(iter(asked)).tolist() == [key in keys for key in asked]
    assert made.missing(iter(asked)) == set(asked) - keys
    assert [key in made for key in asked] == [key in keys for key in asked]


@given(st.sets(KEYS), st.lists(KEYS))
def test_so_are_any_there_can_be(keys, others):
    asked = [*others, *keys, *others]
    assert PairKeySet(keys).holds(asked).tolist() == [key in keys for key in asked]
    assert PairKeySet(keys).missing(asked) == set(others) - keys


@given(FEW, FEW)
def test_what_is_in_one_and_not_in_the_other(one, other):
    assert PairKeySet(one) - PairKeySet(other) == one - other


def test_a_pair_takes_eight_bytes():
    assert PairKeySet((RecordId(at), RecordId(at + 1)) for at in range(1000)).packed.nbytes == 8000


def test_what_is_no_pair_is_not_in_it():
    assert 5 not in PairKeySet([(RecordId(1), RecordId(2))])


def test_ids_beyond_32_bits_are_refused_and_not_mixed_up():
    with pytest.raises(ValueError, match="do not fit"):
        PairKeySet([(RecordId(1), RecordId(2**32))])
    with pytest.raises(ValueError, match="do not fit"):
        PairKeySet().holds([(RecordId(2**32), RecordId(1))])
