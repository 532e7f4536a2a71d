"""What is still between two laid pictures: a move, a tilt, or nothing but a changed place."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.engine import cv
from dedup_desk.engine.laying import Laid, View, lay
from dedup_desk.engine.matrices import inverse, is_affine
from dedup_desk.engine.perspective import through
from dedup_desk.engine.shifts import nudge
from tests.helpers.made_pictures import shapes

WIDE_PX, HIGH_PX = 900, 640
MOVED = np.array([[1.004, 0.002, 3.0], [-0.002, 0.998, -4.0], [0, 0, 1]])
TILTED = np.array([[0.99, 0.004, 4.0], [-0.003, 1.0, -2.0], [-2e-5, 1.5e-5, 1]])
CORNERS = np.array([(0, 0), (WIDE_PX, 0), (0, HIGH_PX), (WIDE_PX, HIGH_PX)], np.float64)


def laid_as_they_are(a: np.ndarray, b: np.ndarray) -> Laid:
    sides = [View(one, WIDE_PX, HIGH_PX) for one in (a, b)]
    return lay(*sides, np.eye(3), max(WIDE_PX, HIGH_PX))


def original() -> np.ndarray:
    return cv.grey(shapes(WIDE_PX, HIGH_PX, seed=21))


def pulled(picture: np.ndarray, truth: np.ndarray) -> np.ndarray:
    return cv.pulled(picture, inverse(truth), WIDE_PX, HIGH_PX)


def changed_in_a_corner(picture: np.ndarray) -> np.ndarray:
    other = picture.copy()
    other[-220:, -300:] = cv.grey(shapes(300, 220, seed=5))
    return other


@pytest.mark.parametrize("truth", [MOVED, TILTED], ids=["moved", "tilted"])
def test_what_is_between_them_is_found_and_nothing_is_left(truth):
    found = nudge(laid_as_they_are(original(), pulled(original(), truth)))
    assert found is not None
    assert is_affine(found.correction) == is_affine(truth)
    away = through(found.correction, CORNERS) - through(truth, CORNERS)
    assert np.hypot(*away.T).max() < 1.0
    assert found.error_px < 0.3


def test_a_changed_corner_is_no_tilt():
    found = nudge(laid_as_they_are(original(), pulled(changed_in_a_corner(original()), MOVED)))
    assert found is not None
    assert is_affine(found.correction)
    assert np.hypot(*(through(found.correction, CORNERS) - through(MOVED, CORNERS)).T).max() < 1.0


def test_of_an_affine_move_the_last_row_stays_exact():
    found = nudge(laid_as_they_are(original(), pulled(original(), MOVED)))
    assert found is not None
    assert found.correction[2].tolist() == [0.0, 0.0, 1.0]


def test_blank_pictures_say_nothing():
    blank = np.full((HIGH_PX, WIDE_PX), 200, np.uint8)
    assert nudge(laid_as_they_are(blank, blank)) is None
