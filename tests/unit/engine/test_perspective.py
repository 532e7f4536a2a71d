"""A print photographed from the side is found, and laid on its original."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from dedup_desk.engine import cv
from dedup_desk.engine.features import find_features
from dedup_desk.engine.laying import View, lay
from dedup_desk.engine.matrices import inverse, is_affine
from dedup_desk.engine.perspective import fitted_perspective, through
from dedup_desk.engine.placing import placed_by_features
from dedup_desk.engine.register import align
from tests.helpers.made_pictures import shapes

TILT = np.array([[0.94, 0.05, 20], [-0.02, 0.9, 40], [6e-5, -4e-5, 1]])
SIZE_PX = (1000, 700)


def proxy(pixels: np.ndarray) -> View:
    height, width = pixels.shape[:2]
    image = Image.fromarray(pixels)
    image.thumbnail((512, 512))
    return View(np.asarray(image), width, height)


def test_eight_numbers_are_found_again():
    chance = np.random.default_rng(1)
    points = chance.uniform(0, 900, (40, 2))
    found = fitted_perspective(points, through(TILT, points))
    assert found is not None
    assert np.allclose(found, TILT, atol=1e-6)


def test_a_few_points_are_not_enough():
    points = np.random.default_rng(1).uniform(0, 900, (9, 2))
    assert fitted_perspective(points, through(TILT, points)) is None


def test_the_way_back_undoes_a_tilt():
    assert np.allclose(inverse(TILT) @ TILT / (inverse(TILT) @ TILT)[2, 2], np.eye(3), atol=1e-9)
    assert not is_affine(TILT)
    assert is_affine(np.eye(3))


def test_a_tilted_print_is_laid_on_its_original():
    original = shapes(*SIZE_PX, seed=12)
    tilted = cv.pulled(original, inverse(TILT), *SIZE_PX)
    a, b = proxy(original), proxy(tilted)
    features = [find_features(cv.grey(view.pixels)) for view in (a, b)]
    found = align(a, b, placed_by_features(*features))
    assert found is not None
    assert not is_affine(found.matrix)
    corners = np.array([(0, 0), (1000, 0), (0, 700), (1000, 700)], np.float64)
    away = np.hypot(*(through(found.matrix, corners) - through(TILT, corners)).T)
    assert away.mean() < 3
    assert found.agreement.mean == pytest.approx(1.0, abs=0.05)
    assert lay(a, b, found.matrix, 320).shown.mean() == pytest.approx(1.0, abs=0.06)


def test_a_flat_copy_stays_affine():
    original = shapes(*SIZE_PX, seed=12)
    part = np.ascontiguousarray(original[100:600, 150:900])
    features = [find_features(cv.grey(proxy(one).pixels)) for one in (original, part)]
    placed = placed_by_features(*features)
    assert placed is not None
    assert is_affine(placed.matrix)
