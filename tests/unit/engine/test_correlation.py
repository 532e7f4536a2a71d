"""Local correlation: a change in one place cannot hide, and does not speak for the rest."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.engine import cv
from dedup_desk.engine.correlation import agreement
from dedup_desk.engine.laying import Laid, View, lay
from tests.helpers.made_pictures import shapes

WIDE_PX, HIGH_PX = 320, 240


def laid(a: np.ndarray, b: np.ndarray) -> Laid:
    return lay(View(a, WIDE_PX, HIGH_PX), View(b, WIDE_PX, HIGH_PX), np.eye(3), WIDE_PX)


def picture(seed: int = 4) -> np.ndarray:
    return cv.grey(shapes(WIDE_PX, HIGH_PX, seed=seed))


def captioned() -> np.ndarray:
    other = picture().copy()
    other[-90:] = picture(9)[-90:]
    return other


def test_equal_pictures_agree_everywhere():
    found = agreement(laid(picture(), picture()))
    assert (found.mean, found.bad_share, found.largest_bad_share) == pytest.approx(
        (1, 0, 0), abs=0.02
    )
    assert found.elsewhere == pytest.approx(found.mean)


def test_one_changed_place_lowers_the_mean_but_not_the_rest():
    found = agreement(laid(picture(), captioned()))
    assert found.mean < 0.8
    assert found.elsewhere > 0.9
    assert found.largest_bad_share > 0.15


def test_another_picture_agrees_nowhere():
    found = agreement(laid(picture(), picture(9)))
    assert found.elsewhere < 0.6
    assert found.median < 0.6
