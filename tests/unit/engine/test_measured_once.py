"""What is measured on a picture alone is measured once, and forgotten with the picture."""

from __future__ import annotations

import weakref

import numpy as np
import pytest

from dedup_desk.engine.measured_once import measured_once


@pytest.fixture
def asked() -> list[int]:
    """Sums that were truly made."""
    return []


@pytest.fixture
def total(asked):
    @measured_once
    def total(picture):
        """Add everything up."""
        asked.append(int(picture.sum()))
        return asked[-1]

    return total


def test_a_picture_is_measured_once_even_where_nothing_is_found(total, asked):
    picture = np.zeros((3, 4), np.uint8)
    assert [total(picture) for _ in range(3)] == [0, 0, 0]
    assert asked == [0]


def test_another_picture_is_measured_even_if_it_looks_the_same(total, asked):
    one, other = np.ones((3, 4), np.uint8), np.ones((3, 4), np.uint8)
    assert total(one) == total(other) == 12
    assert asked == [12, 12]


def test_no_picture_is_kept_for_it(total):
    picture = np.ones((3, 4), np.uint8)
    gone = weakref.ref(picture)
    total(picture)
    del picture
    assert gone() is None


def test_a_picture_in_the_place_of_one_that_is_gone_is_measured_anew(total):
    for value in range(200):  # most of them at one and the same address
        assert total(np.full((3, 4), value, np.uint8)) == 12 * value


def test_a_measurement_that_failed_is_tried_again():
    answers = iter([ValueError("too small"), 5])

    @measured_once
    def moody(_picture):
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    picture = np.ones((3, 4), np.uint8)
    with pytest.raises(ValueError, match="too small"):
        moody(picture)
    assert moody(picture) == 5
