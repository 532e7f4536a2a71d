"""Lettering over a picture is an overlay; other lettering in its place is another content."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.overlaid import lettered_side
from tests.helpers.made_pictures import photo

BOX = Box(100.0, 80.0, 90.0, 60.0)


def _bars(picture: np.ndarray, *bars: tuple[int, int, int, int]) -> np.ndarray:
    written = picture.copy()
    for top, left, height, width in bars:
        written[top : top + height, left : left + width] = 10
    return written


ONE = ((85, 140, 50, 6),)
SEVEN = ((85, 110, 6, 60), (91, 150, 44, 6))
EIGHT = (*SEVEN, (131, 110, 6, 60), (85, 108, 50, 6))


def _laid(a: np.ndarray, b: np.ndarray) -> Laid:
    shown = np.ones(a.shape[:2], np.bool_)
    extent = Extent(a.shape[1], a.shape[0])
    return Laid(a, b, shown, np.eye(3), np.eye(3), extent, extent)


def _said(a: np.ndarray, b: np.ndarray) -> str | None:
    return lettered_side(_laid(a, b), (ChangedRegion(BOX, BOX, 0.04),))


@pytest.fixture
def ground() -> np.ndarray:
    return (photo(400, 300) // 4 + 150).astype(np.uint8)


@pytest.mark.parametrize("bars", [ONE, SEVEN, EIGHT], ids=["one", "seven", "eight"])
def test_what_is_written_over_a_picture_is_told_from_it(ground, bars):
    assert _said(ground, _bars(ground, *bars)) == "b"
    assert _said(_bars(ground, *bars), ground) == "a"


@pytest.mark.parametrize(
    ("one", "other"), [(ONE, SEVEN), (ONE, EIGHT)], ids=["one-seven", "one-eight"]
)
def test_where_both_have_words_of_their_own_neither_is_the_clean_one(ground, one, other):
    assert _said(_bars(ground, *one), _bars(ground, *other)) is None
    assert _said(_bars(ground, *other), _bars(ground, *one)) is None
