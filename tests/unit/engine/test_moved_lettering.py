"""A page painted over with its own lettering is that page still; other entries are another page."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.core.pairs import Finding, Relation
from dedup_desk.engine.checks import PAGE_CHECK
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.moved_lettering import is_moved_lettering
from dedup_desk.engine.page import letter_height_px
from tests.helpers.compared_files import compared
from tests.helpers.document_scenes import drawn, page
from tests.helpers.made_pictures import encoded

WIDE, TALL = 300, 240

Place = tuple[int, int]
"""Left and top."""


@cache
def sheet(seed: int = 1) -> np.ndarray:
    return cv2.cvtColor(drawn(page("letter", seed), 120), cv2.COLOR_RGB2GRAY)


def brushed(onto: np.ndarray, source: np.ndarray, of: Place, to: Place) -> np.ndarray:
    """Lay a soft round piece of `source` over a page."""
    mask = np.zeros((TALL, WIDE), np.float32)
    cv2.ellipse(mask, (WIDE // 2, TALL // 2), (WIDE // 2 - 8, TALL // 2 - 8), 0, 0, 360, 1, -1)
    soft = cv2.GaussianBlur(mask, (0, 0), 3)
    out = onto.astype(np.float32)
    piece = source[of[1] : of[1] + TALL, of[0] : of[0] + WIDE]
    view = out[to[1] : to[1] + TALL, to[0] : to[0] + WIDE]
    view += soft * (piece - view)
    return out.round().astype(np.uint8)


def told(a: np.ndarray, b: np.ndarray, letter_px: float | None = None) -> bool:
    extent = Extent(a.shape[1], a.shape[0])
    laid = Laid(a, b, np.ones(a.shape, np.bool_), np.eye(3), np.eye(3), extent, extent)
    look = PAGE_CHECK.look(laid)
    assert look.blocks
    height = letter_height_px(a) if letter_px is None else letter_px
    return is_moved_lettering(laid, look, 2, height)


def once(source: np.ndarray) -> np.ndarray:
    return brushed(sheet(), source, (150, 420), (560, 700))


def twice(source: np.ndarray) -> np.ndarray:
    """Two strokes that meet: they are one changed region, and come from two places."""
    return brushed(once(source), source, (440, 380), (300, 830))


@pytest.mark.parametrize("strokes", [once, twice])
def test_lettering_from_elsewhere_on_the_page_is_the_page_itself(strokes):
    painted = strokes(sheet())
    assert told(sheet(), painted)
    assert told(painted, sheet())


def test_it_is_seen_through_compression():
    _, data = cv2.imencode(".jpg", twice(sheet()), [cv2.IMWRITE_JPEG_QUALITY, 70])
    assert told(sheet(), cv2.imdecode(data, cv2.IMREAD_GRAYSCALE))


@pytest.mark.parametrize("strokes", [once, twice])
def test_the_words_of_another_letter_are_not(strokes):
    assert not told(sheet(), strokes(sheet(2)))


def test_one_stroke_of_the_page_and_one_of_another_letter_are_not():
    both = brushed(once(sheet()), sheet(2), (440, 380), (200, 1050))
    assert not told(sheet(), both)


def test_what_was_wiped_out_beside_a_stroke_is_not():
    wiped = once(sheet())
    wiped[960:1200, 120:880] = np.median(sheet())
    assert not told(sheet(), wiped)


@pytest.mark.parametrize("of", [(560, 420), (150, 700)])
def test_what_repeats_down_a_column_or_along_a_row_is_not(of):
    assert not told(sheet(), brushed(sheet(), sheet(), of, (560, 700)))


def test_another_letter_is_not_nor_a_page_without_lettering():
    assert not told(sheet(), sheet(2))
    assert not told(sheet(), once(sheet()), letter_px=0.0)


def test_a_page_painted_over_in_two_places_is_retouched_and_never_proposed():
    clean = cv2.cvtColor(sheet(), cv2.COLOR_GRAY2RGB)
    painted = cv2.cvtColor(twice(sheet()), cv2.COLOR_GRAY2RGB)
    found = compared(encoded(clean, quality=92), encoded(painted, quality=88))
    assert found.is_copy
    assert found.relation is Relation.RETOUCHED
    assert not found.is_proposed


def test_the_words_of_another_letter_in_two_places_are_another_letter():
    clean = cv2.cvtColor(sheet(), cv2.COLOR_GRAY2RGB)
    other = cv2.cvtColor(twice(sheet(2)), cv2.COLOR_GRAY2RGB)
    found = compared(encoded(clean, quality=92), encoded(other, quality=88))
    assert found.pair is None or found.pair.finding is Finding.LOOK
