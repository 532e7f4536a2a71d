"""Long work in the core stops where it is asked to: every piece of it asks in between."""

import numpy as np
import pytest

from dedup_desk.core.clusters import form_clusters
from dedup_desk.core.expansion import next_comparisons
from dedup_desk.core.pair_key_set import PairKeySet
from dedup_desk.core.progress import ITEMS_A_CHECK, Cancelled, CancelToken, checked
from dedup_desk.core.search import candidates, cross_pairs, near_pairs, symmetric_pairs
from dedup_desk.core.sorted_join import tables
from dedup_desk.core.suggestions import FingerprintRows, with_suggestions
from dedup_desk.core.twins import derived_pairs
from tests.helpers.builders import a_pair, a_record

MANY = 3 * ITEMS_A_CHECK


class Asked:
    """Counts how often it is asked, and says stop at one of the times."""

    def __init__(self, stop_at: int | None = None) -> None:
        self.times = 0
        self._stop_at = stop_at

    def __call__(self) -> None:
        self.times += 1
        if self.times == self._stop_at:
            raise Cancelled


def fingerprints(count: int, columns: int = 8) -> np.ndarray:
    return np.random.default_rng(5).integers(0, 2**63, (count, columns)).astype(np.uint64)


@pytest.fixture(scope="module")
def images():
    return {number: a_record(number) for number in range(1, MANY + 2)}


@pytest.fixture(scope="module")
def pairs():
    """One long chain of copies."""
    return [a_pair(number, number + 1) for number in range(1, MANY + 1)]


def rows(count: int) -> FingerprintRows:
    return FingerprintRows(np.arange(1, count + 1), fingerprints(count))


def suggestions(pairs):
    return {(pair.key.a, pair.key.b): 0.5 for pair in pairs}


WORK = {
    "near": lambda _images, _pairs, check: near_pairs(fingerprints(500, 1)[:, 0], 10, check),
    "cross": lambda _images, _pairs, check: cross_pairs(
        fingerprints(500, 1)[:, 0], fingerprints(500, 2)[:, 1].copy(), 10, check
    ),
    "symmetric": lambda _images, _pairs, check: symmetric_pairs(fingerprints(500), 10, check),
    "candidates": lambda images, _pairs, check: candidates(
        np.arange(1, 501), fingerprints(500), images, check
    ),
    "suggestions": lambda _images, pairs, check: with_suggestions(
        (), suggestions(pairs), rows(MANY + 1), check
    ),
    "known suggestions": lambda _images, pairs, check: with_suggestions(
        with_suggestions((), suggestions(pairs), rows(MANY + 1)), {}, rows(MANY + 1), check
    ),
    "derived": lambda images, pairs, check: list(derived_pairs(images, pairs, check)),
    "groups": form_clusters,
    "expansion": lambda images, pairs, check: next_comparisons(images, pairs, PairKeySet(), check),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_each_stops_when_told_so_in_the_middle(work, images, pairs):
    counted = Asked()
    work(images, pairs, counted)
    assert counted.times >= 3
    for stop_at in (1, counted.times // 2, counted.times):
        asked = Asked(stop_at)
        with pytest.raises(Cancelled):
            work(images, pairs, asked)
        assert asked.times == stop_at


def test_the_search_asks_once_a_table():
    hashes = fingerprints(2000, 1)[:, 0]
    asked = Asked()
    near_pairs(hashes, 10, asked)
    assert asked.times == len(list(tables(2000, 10)))


def test_asking_changes_nothing_and_takes_items_as_they_come():
    taken = []

    def items():
        for one in range(MANY):
            taken.append(one)
            yield one

    asked = Asked(stop_at=2)
    given = checked(items(), asked)
    assert [next(given) for _ in range(ITEMS_A_CHECK)] == list(range(ITEMS_A_CHECK))
    with pytest.raises(Cancelled):
        next(given)
    assert len(taken) <= 2 * ITEMS_A_CHECK
    assert list(checked(range(MANY), CancelToken().check)) == list(range(MANY))
    assert list(checked((), asked)) == []
