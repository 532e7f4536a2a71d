"""Sorted runs become one sorted run, however they are cut and however little is read at once."""

import numpy as np
import pytest

from dedup_desk.core import posting_merge
from dedup_desk.core.features import Postings
from dedup_desk.core.posting_merge import Run, chosen_postings, merged_rows

COLUMNS = ("cells", "images", "signatures", "shapes")


def a_run(count, seed, cells=50):
    chance = np.random.default_rng(seed)
    rows = Postings(
        chance.integers(0, cells, count).astype(np.uint32),
        chance.integers(0, 9, count).astype(np.uint32),
        chance.integers(0, 2**63, count).astype(np.uint64),
        chance.integers(0, 2**32, count).astype(np.uint32),
    )
    order = np.lexsort((rows.shapes, rows.signatures, rows.images, rows.cells))
    return chosen_postings(rows, order)


def listed(rows):
    columns = [getattr(rows, name).tolist() for name in COLUMNS]
    return list(zip(*columns, strict=True))


def read_by(rows, asked):
    def read(start, end):
        asked.append(end - start)
        return chosen_postings(rows, slice(start, end))

    return Run(read, len(rows))


@pytest.mark.parametrize("at_once", [1, 7, 1000])
@pytest.mark.parametrize("cells", [1, 50])
def test_merging_is_sorting_all(monkeypatch, at_once, cells):
    monkeypatch.setattr(posting_merge, "ROWS_AT_ONCE", at_once)
    parts = [a_run(count, seed, cells) for seed, count in enumerate((0, 1, 40, 90))]
    pieces = list(merged_rows([read_by(part, []) for part in parts]))
    merged = [row for piece in pieces for row in listed(piece)]
    assert merged == sorted(row for part in parts for row in listed(part))


def test_nothing_is_read_that_need_not_wait(monkeypatch):
    monkeypatch.setattr(posting_merge, "ROWS_AT_ONCE", 10)
    asked = []
    parts = [a_run(200, seed, cells=1000) for seed in range(3)]
    largest = max(len(piece) for piece in merged_rows([read_by(one, asked) for one in parts]))
    assert max(asked) <= 10
    assert largest <= 60


def test_no_runs_are_no_rows():
    assert list(merged_rows([])) == []
