"""Lettering that meets other lettering is another content; captions, clones and grain are not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.rewritten import is_rewritten
from tests.helpers.made_pictures import photo

LABEL = (120, 150, 260, 110)
"""Left, top, width, height of the label on the body."""


def labelled(*lines: str, ink: int = 25, paper: int = 215) -> np.ndarray:
    """Draw a plain body with a label and lines of words on it."""
    left, top, width, height = LABEL
    picture = np.full((400, 500), 235, np.uint8)
    picture[60:380, 80:420] = 120
    picture[top : top + height, left : left + width] = paper
    for number, line in enumerate(lines):
        at = (left + 8, top + 34 + 36 * number)
        cv2.putText(picture, line, at, cv2.FONT_HERSHEY_SIMPLEX, 0.7, ink, 2, cv2.LINE_AA)
    return picture


def told(a: np.ndarray, b: np.ndarray) -> bool:
    extent = Extent(a.shape[1], a.shape[0])
    laid = Laid(a, b, np.ones(a.shape, np.bool_), np.eye(3), np.eye(3), extent, extent)
    box = Box(*map(float, LABEL))
    return is_rewritten(laid, (ChangedRegion(box, box, 0.1),))


def compressed(picture: np.ndarray, quality: int) -> np.ndarray:
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)


RED = labelled("HARBOUR TEA", "red roses", "500 ml")
GREEN = labelled("KOWLOON INK", "for brushes", "750 ml")


def test_other_words_on_one_label_are_another_article():
    assert told(RED, GREEN)
    assert told(GREEN, RED)


def test_one_other_word_on_an_even_ground_is_enough():
    assert told(labelled("RABOTON"), labelled("STELCAL"))


def test_faint_marks_are_no_ink():
    faint = {"ink": 160, "paper": 215}
    assert not told(labelled("RABOTON", **faint), labelled("STELCAL", **faint))


def test_words_that_a_brush_took_from_elsewhere_are_no_other_content():
    left, top, width, height = LABEL
    label = GREEN[top : top + height, left : left + width]
    before = RED.copy()
    before[270 : 270 + height, left : left + width] = label
    after = before.copy()
    after[top : top + height, left : left + width] = label
    assert not told(before, after)


def test_pale_words_on_dark_are_words_too():
    dark = {"ink": 230, "paper": 40}
    one = labelled("HARBOUR TEA", "red roses", **dark)
    assert told(one, labelled("KOWLOON INK", "for brushes", **dark))


@pytest.mark.parametrize("quality", [70, 30])
def test_they_are_read_through_compression(quality):
    assert told(RED, compressed(GREEN, quality))


def bold(*words: str, paper: int = 225) -> np.ndarray:
    """Draw a label with words so bold that their letters run together, below a stripe."""
    left, top, width, height = LABEL
    picture = np.full((400, 500), 235, np.uint8)
    picture[60:380, 80:420] = 120
    picture[top : top + height, left : left + width] = paper
    picture[top + 8 : top + 16, left : left + width] = 150
    for number, word in enumerate(words):
        for across in range(14 * len(word)):  # one brush goes through all the letters
            stroke = ord(word[across // 14]) * (1 + across % 14) % 10
            x, y = left + 20 + across, top + 32 + 36 * number + stroke
            picture[y : y + 9, x : x + 2] = 25
    return picture


def test_words_whose_letters_run_together_are_words():
    one, other = bold("VEROUR", "WINSEN"), bold("KERGER", "VERTON")
    assert told(one, other)
    assert told(other, one)


def test_they_are_seen_through_the_dots_of_a_screen():
    dots = 12 * np.outer(np.sin(np.arange(400) * 1.6), np.sin(np.arange(500) * 1.6))
    screened = np.clip(cv2.GaussianBlur(bold("KERGER", "VERTON"), (0, 0), 1.2) + dots, 0, 255)
    assert told(bold("VEROUR", "WINSEN"), screened.astype(np.uint8))


def test_what_is_left_of_one_word_is_no_label():
    left, top, width, height = LABEL
    before = bold("KERGER")
    after = before.copy()
    after[top : top + height, left + 66 : left + width] = 225
    assert not told(before, after)


def test_a_rule_is_no_word_however_long():
    before, after = bold(), bold()
    left, top, _, _ = LABEL
    before[top + 40 : top + 50, left + 20 : left + 100] = 25
    after[top + 44 : top + 54, left + 20 : left + 100] = 25
    assert not told(before, after)


def branches(seed: int) -> np.ndarray:
    """Draw dark twigs before a pale sky: wide spots of a word's size, with little ink in them."""
    chance = np.random.default_rng(seed)
    picture = np.full((400, 500), 225, np.uint8)
    for _ in range(14):
        x, y = int(chance.integers(125, 330)), int(chance.integers(160, 245))
        run, rise = int(chance.integers(30, 50)), int(chance.integers(12, 24))
        cv2.line(picture, (x, y), (x + run, y + rise), 25, 2, cv2.LINE_AA)
    return picture


@pytest.mark.parametrize("seed", range(6))
def test_twigs_are_no_words(seed):
    assert not told(branches(seed), branches(seed + 100))


def links(moved_px: int) -> np.ndarray:
    """Draw links as wide as words, in no line, five before the sky and three before a hill."""
    picture = np.full((400, 500), 225, np.uint8)
    picture[212:] = 170
    for number in range(8):
        x, y = 130 + 46 * (number % 5) + moved_px, 166 + 64 * (number // 5) + 18 * (number % 2)
        picture[y - 7 : y + 7, x : x + 40] = 25
        picture[y - 3 : y + 3, x + 4 : x + 36] = 225 if y < 212 else 170
    return picture


def test_links_before_two_grounds_are_no_words():
    assert not told(links(0), links(14))


def test_words_that_were_painted_out_stand_on_one_side_only():
    assert not told(RED, labelled())


def test_words_over_a_picture_stand_on_one_side_only():
    under = cv2.cvtColor(photo(500, 400), cv2.COLOR_RGB2GRAY)
    over = under.copy()
    cv2.putText(over, "HARBOUR TEA", (128, 200), cv2.FONT_HERSHEY_SIMPLEX, 0.9, 250, 2)
    assert not told(under, over)


def test_the_same_words_are_the_same():
    assert not told(RED, compressed(RED, 40))


def test_film_grain_is_no_lettering():
    chance = np.random.default_rng(5)
    one, other = (
        cv2.GaussianBlur(chance.normal(128, 90, (400, 500)), (0, 0), 1.0).clip(0, 255)
        for _ in range(2)
    )
    assert not told(one.astype(np.uint8), other.astype(np.uint8))


def test_without_a_changed_place_nothing_was_rewritten():
    extent = Extent(500, 400)
    laid = Laid(RED, GREEN, np.ones((400, 500), np.bool_), np.eye(3), np.eye(3), extent, extent)
    assert not is_rewritten(laid, ())
