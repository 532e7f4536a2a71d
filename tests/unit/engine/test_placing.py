"""How keypoints lay one picture on another: parts, turns, mirror images, negatives."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PIL import Image

from dedup_desk.engine import cv
from dedup_desk.engine.features import find_features
from dedup_desk.engine.laying import View
from dedup_desk.engine.placing import Placed, placed_by_features
from dedup_desk.engine.register import Alignment, align
from dedup_desk.engine.tentative import Matches, tentative_matches
from dedup_desk.engine.voting import voted_geometry
from tests.helpers.made_pictures import shapes

FULL_PX = (1500, 1000)


@cache
def motif(seed: int = 3) -> np.ndarray:
    """One of several pictures with enough to see in them."""
    return shapes(*FULL_PX, seed=seed)


def proxy(pixels: np.ndarray) -> View:
    """A picture as the index keeps it: 512 px at most, its full size known."""
    height, width = pixels.shape[:2]
    image = Image.fromarray(np.ascontiguousarray(pixels))
    image.thumbnail((512, 512))
    return View(np.asarray(image), width, height)


def placed(one: np.ndarray, other: np.ndarray) -> Placed | None:
    a, b = (find_features(cv.grey(proxy(side).pixels)) for side in (one, other))
    return placed_by_features(a, b)


def aligned(one: np.ndarray, other: np.ndarray) -> Alignment:
    found = align(proxy(one), proxy(other), placed(one, other))
    assert found is not None
    return found


def corner_error_px(found: Alignment, truth: np.ndarray, size: tuple[int, int]) -> float:
    """Mean distance of the corners of the copy, in pixels of the original."""
    width, height = size
    corners = np.array([(0, 0, 1), (width, 0, 1), (0, height, 1), (width, height, 1)]).T
    back = np.linalg.inv(found.matrix) @ corners
    return float(np.hypot(*(back - truth @ corners)[:2]).mean())


CUTS = {
    "half": (300, 150, 1360, 857),
    "a fifth of the area": (700, 400, 1370, 847),
    "one side only": (0, 0, 1500, 300),
}


@pytest.mark.parametrize("name", CUTS)
def test_a_part_is_found_where_it_was_cut(name):
    left, top, right, bottom = CUTS[name]
    found = aligned(motif(), motif()[top:bottom, left:right])
    truth = np.array([[1, 0, left], [0, 1, top], [0, 0, 1]], np.float64)
    assert corner_error_px(found, truth, (right - left, bottom - top)) < 0.0015 * FULL_PX[0]
    assert found.agreement.mean > 0.95
    assert found.geometry is not None
    assert found.geometry.inliers > 12


def test_a_picture_is_found_on_a_page():
    page = np.full((2000, 1500, 3), 244, np.uint8)
    small = np.asarray(Image.fromarray(motif()).resize((750, 500), Image.Resampling.LANCZOS))
    page[900:1400, 200:950] = small
    found = aligned(page, motif())
    truth = np.array([[0.5, 0, 200], [0, 0.5, 900], [0, 0, 1]])
    assert corner_error_px(found, truth, FULL_PX) < 4
    assert not found.is_plain


def test_a_mirrored_part_is_found_mirrored():
    part = motif()[100:800, 400:1400, :][:, ::-1]
    found = placed(motif(), part)
    assert found is not None
    assert (found.is_mirrored, found.is_inverted) == (True, False)
    assert aligned(motif(), part).symmetry == 4


@pytest.mark.parametrize("is_flipped", [False, True])
def test_a_negative_is_found_as_one(is_flipped):
    negative = 255 - motif()
    found = placed(motif(), negative[:, ::-1] if is_flipped else negative)
    assert found is not None
    assert (found.is_mirrored, found.is_inverted) == (is_flipped, True)


def test_a_soft_negative_without_keypoints_is_found_by_its_whole():
    soft = np.asarray(Image.fromarray(motif()).resize((24, 16)).resize(FULL_PX))
    found = align(proxy(soft), proxy(255 - soft))
    assert found is not None
    assert (found.is_inverted, found.symmetry, found.is_plain) == (True, 0, True)
    assert found.agreement.mean > 0.95


def test_a_turned_part_is_laid_as_it_was_turned():
    part = np.rot90(motif()[200:900, 300:1300], 1)
    found = aligned(motif(), part)
    assert found.symmetry in (1, 3)
    assert found.agreement.mean > 0.95


def test_a_smaller_whole_stays_the_plain_stretch():
    half = np.asarray(Image.fromarray(motif()).resize((750, 500), Image.Resampling.LANCZOS))
    assert aligned(motif(), half).is_plain


def test_other_pictures_agree_on_next_to_nothing():
    found = [placed(motif(one), motif(other)) for one, other in ((3, 4), (5, 6), (7, 8))]
    assert all(one is None or one.inliers < 8 for one in found)


def test_the_order_of_the_keypoints_does_not_matter():
    a, b = (find_features(cv.grey(proxy(side).pixels)) for side in (motif(), motif()[200:, 300:]))
    matches = tentative_matches(a, b)
    order = np.random.default_rng(1).permutation(len(matches))
    one = voted_geometry(matches)
    other = voted_geometry(Matches(matches.a[order], matches.b[order]))
    assert one is not None
    assert other is not None
    assert one.inliers == other.inliers
    assert np.allclose(one.matrix, other.matrix, atol=1e-6)


def test_three_matches_are_too_few():
    points = np.array([[10, 10, 5, 0], [50, 10, 5, 0], [10, 70, 5, 0]], np.float64)
    assert voted_geometry(Matches(points, points)) is None
