"""What is a page: paper with thin strokes on it; not a solid body on a pale ground."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dedup_desk.engine.laying import View
from dedup_desk.engine.page import (
    is_pale,
    letter_height_px,
    lost_detail_share,
    shows_an_object,
)
from tests.helpers.document_scenes import drawn, page

Luma = np.ndarray
SIZES = (160, 256, 450, 800)


def grey(form: str, dpi: int = 150) -> Luma:
    return cv2.cvtColor(drawn(page(form, 1), dpi), cv2.COLOR_RGB2GRAY)


def shrunk(luma: Luma, longest_px: int) -> Luma:
    scale = longest_px / max(luma.shape)
    size = (round(luma.shape[1] * scale), round(luma.shape[0] * scale))
    return cv2.resize(luma, size, interpolation=cv2.INTER_AREA)


def product(label: str = "") -> Luma:
    """A solid body in the middle of a white backdrop, a label on it."""
    picture = np.full((900, 1200), 243, np.uint8)
    cv2.ellipse(picture, (600, 450), (330, 250), 0, 0, 360, 90, -1)
    if label:
        cv2.rectangle(picture, (450, 380), (750, 520), 235, -1)
        for row in range(3):
            cv2.putText(picture, label, (460, 415 + 40 * row), 0, 0.8, 20, 2)
    return picture


@pytest.mark.parametrize("form", ["receipt", "card", "table"])
@pytest.mark.parametrize("longest_px", SIZES)
def test_a_page_shows_no_object_at_any_size(form, longest_px):
    small = shrunk(grey(form), longest_px)
    assert is_pale(small)
    assert not shows_an_object(small)


@pytest.mark.parametrize("longest_px", [256, 450, 800, 1200])
@pytest.mark.parametrize("label", ["", "STELDAN 500 ml"])
def test_a_product_on_white_is_an_object_with_or_without_a_label(label, longest_px):
    small = shrunk(product(label), longest_px)
    assert is_pale(small)
    assert shows_an_object(small)


def test_lettering_round_a_body_makes_it_a_page():
    leaflet = product()
    for row in range(4):
        cv2.putText(leaflet, "To be kept dry and away from", (60, 40 + 32 * row), 0, 0.8, 20, 2)
    assert not shows_an_object(leaflet)


def test_a_page_on_a_dark_table_is_no_object():
    sheet = grey("receipt")
    table = np.full((sheet.shape[0] + 160, sheet.shape[1] + 160), 60, np.uint8)
    table[80:-80, 80:-80] = 240
    assert not shows_an_object(table)


def test_letters_are_as_high_as_the_type_they_are_set_in():
    heights = [letter_height_px(grey("receipt", dpi)) for dpi in (100, 150, 300)]
    assert heights == sorted(heights)
    assert 2.2 * heights[0] < heights[2] < 3.2 * heights[0]


def test_a_product_has_no_lettering_to_speak_of():
    assert letter_height_px(product("STELDAN")) == 0


def leaves_on_snow() -> Luma:
    """As many dark spots as a page has letters, of one size, in no lines."""
    chance = np.random.default_rng(3)
    picture = np.full((1200, 900), 238, np.uint8)
    for x, y in chance.integers((10, 10), (890, 1190), (500, 2)):
        cv2.ellipse(picture, (int(x), int(y)), (4, 6), 0, 0, 360, 40, -1)
    return picture


def test_spots_that_stand_in_no_lines_are_no_lettering():
    assert letter_height_px(leaves_on_snow()) == 0


def test_lettering_is_lettering_on_a_page_that_was_turned():
    sheet = grey("receipt")
    height, width = sheet.shape
    askew = cv2.getRotationMatrix2D((width / 2, height / 2), 3, 0.9)
    assert letter_height_px(cv2.warpAffine(sheet, askew, (width, height), borderValue=244)) > 0
    assert letter_height_px(np.ascontiguousarray(np.rot90(sheet))) > 0


def test_a_page_that_is_small_itself_has_lost_its_detail():
    sheet = cv2.cvtColor(shrunk(grey("receipt"), 400), cv2.COLOR_GRAY2RGB)
    assert lost_detail_share(View(sheet, sheet.shape[1], sheet.shape[0]), 400) == 1.0


def test_detail_is_lost_where_a_copy_is_much_smaller():
    sheet = cv2.cvtColor(grey("receipt"), cv2.COLOR_GRAY2RGB)
    view = View(sheet, sheet.shape[1], sheet.shape[0])
    assert lost_detail_share(view, max(sheet.shape)) == 0.0
    assert lost_detail_share(view, 200) > lost_detail_share(view, 900)
