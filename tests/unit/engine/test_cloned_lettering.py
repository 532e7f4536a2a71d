"""A patch that stands twice on one page was cloned; other words in its place were written."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.engine.cloned_lettering import is_cloned_lettering
from dedup_desk.engine.laying import Laid
from tests.helpers.document_scenes import drawn, page

SIDE = 260
TO = (620, 560)
"""Left and top of what was painted over."""


@pytest.fixture
def sheet() -> np.ndarray:
    return cv2.cvtColor(drawn(page("letter", 1), 120), cv2.COLOR_RGB2GRAY)


def patched(sheet: np.ndarray, source: np.ndarray, left: int, top: int) -> np.ndarray:
    """Lay a round piece of `source` over the sheet."""
    out = sheet.copy()
    hole = np.zeros((SIDE, SIDE), np.uint8)
    cv2.circle(hole, (SIDE // 2, SIDE // 2), SIDE // 2, 255, -1)
    piece = source[top : top + SIDE, left : left + SIDE]
    view = out[TO[1] : TO[1] + SIDE, TO[0] : TO[0] + SIDE]
    view[hole > 0] = piece[hole > 0]
    return out


def told(a: np.ndarray, b: np.ndarray, *places: tuple[int, int, int, int]) -> bool:
    extent = Extent(a.shape[1], a.shape[0])
    laid = Laid(a, b, np.ones(a.shape, np.bool_), np.eye(3), np.eye(3), extent, extent)
    boxes = [Box(*map(float, place)) for place in places or ((*TO, SIDE, SIDE),)]
    return is_cloned_lettering(laid, tuple(ChangedRegion(box, box, 0.07) for box in boxes))


def test_lettering_taken_from_elsewhere_on_the_page_is_cloned(sheet):
    retouched = patched(sheet, sheet, 150, 420)
    assert told(sheet, retouched)
    assert told(retouched, sheet)


def test_it_is_seen_through_compression(sheet):
    retouched = patched(sheet, sheet, 150, 420)
    _, data = cv2.imencode(".jpg", retouched, [cv2.IMWRITE_JPEG_QUALITY, 60])
    assert told(sheet, cv2.imdecode(data, cv2.IMREAD_GRAYSCALE))


def test_other_words_in_one_block_are_not(sheet):
    other = cv2.cvtColor(drawn(page("letter", 2), 120), cv2.COLOR_RGB2GRAY)
    assert not told(sheet, patched(sheet, other, 150, 420))


def test_an_erased_block_may_be_one_that_was_not_filled_in_yet(sheet):
    assert not told(sheet, patched(sheet, np.full_like(sheet, 250), 150, 420))


def test_a_ledger_that_repeats_itself_down_a_column_is_not(sheet):
    assert not told(sheet, patched(sheet, sheet, TO[0], 260))


def test_every_changed_place_has_to_be_one(sheet):
    retouched = patched(sheet, sheet, 150, 420)
    assert not told(sheet, retouched, (*TO, SIDE, SIDE), (150, 900, SIDE, SIDE))


def test_many_changed_places_are_another_page(sheet):
    place = (*TO, SIDE, SIDE)
    assert not told(sheet, patched(sheet, sheet, 150, 420), place, place, place)


def test_without_a_change_nothing_was_cloned(sheet):
    extent = Extent(sheet.shape[1], sheet.shape[0])
    laid = Laid(sheet, sheet, np.ones(sheet.shape, np.bool_), np.eye(3), np.eye(3), extent, extent)
    assert not is_cloned_lettering(laid, ())
