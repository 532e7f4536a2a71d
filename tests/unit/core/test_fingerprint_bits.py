"""Bits in words, symmetries of a square, distances."""

import numpy as np
import pytest

from dedup_desk.core.fingerprints import (
    combined_symmetry,
    distance_bits,
    hex_text,
    inverse_symmetry,
    packed_bits,
    under_symmetry,
    unpacked_bits,
)

PICTURE = np.arange(12, dtype=np.uint8).reshape(3, 4)
EVERY = range(8)


def test_the_first_bit_is_the_most_significant():
    bits = np.zeros(64, dtype=bool)
    bits[0] = True
    assert packed_bits(bits)[0] == 1 << 63
    assert hex_text(packed_bits(bits)) == "8000000000000000"


def test_bits_survive_packing_and_unpacking():
    bits = np.random.default_rng(1).integers(0, 2, (5, 256)).astype(bool)
    assert packed_bits(bits).shape == (5, 4)
    assert np.array_equal(unpacked_bits(packed_bits(bits)), bits)


def test_bits_that_fill_no_word_are_refused():
    with pytest.raises(ValueError, match="multiple of 64"):
        packed_bits(np.zeros(63, dtype=bool))


def test_the_order_of_the_symmetries():
    assert np.array_equal(under_symmetry(PICTURE, 0), PICTURE)
    assert np.array_equal(under_symmetry(PICTURE, 1), np.rot90(PICTURE))
    assert np.array_equal(under_symmetry(PICTURE, 4), PICTURE[:, ::-1])
    assert np.array_equal(under_symmetry(PICTURE, 7), np.rot90(PICTURE[:, ::-1], 3))
    with pytest.raises(IndexError):
        under_symmetry(PICTURE, 8)


@pytest.mark.parametrize("symmetry", EVERY)
def test_the_inverse_undoes_a_symmetry(symmetry):
    there = under_symmetry(PICTURE, symmetry)
    assert np.array_equal(under_symmetry(there, inverse_symmetry(symmetry)), PICTURE)


@pytest.mark.parametrize("first", EVERY)
@pytest.mark.parametrize("second", EVERY)
def test_two_symmetries_combine_to_one(first, second):
    both = under_symmetry(under_symmetry(PICTURE, first), second)
    assert np.array_equal(both, under_symmetry(PICTURE, combined_symmetry(first, second)))


def test_distances_count_differing_bits_over_all_words():
    left = np.array([[0, 0], [1, 3]], dtype=np.uint64)
    right = np.array([[1, 2], [1, 3]], dtype=np.uint64)
    assert distance_bits(left, right).tolist() == [2, 0]


def test_a_float_is_no_fingerprint():
    with pytest.raises(TypeError, match="uint64"):
        distance_bits(np.zeros(1), np.zeros(1, dtype=np.uint64))
