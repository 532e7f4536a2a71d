"""What a copy loses is stated side by side, and the figures multiply out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dedup_desk.core.geometry import Extent, after, inverted, scaling
from dedup_desk.core.overlap import loss, overlap_shares
from dedup_desk.core.pairs import IDENTITY, Matrix

FULL = Extent(1000.0, 500.0)

shares = st.floats(0.0, 0.45)


def crop_matrix(left: float, top: float, scale: float = 1.0) -> Matrix:
    """From the fuller picture to a crop that begins at (left, top)."""
    return after(scaling(scale, scale), (1, 0, -left, 0, 1, -top, 0, 0, 1))


def about_the_middle(degrees: float) -> Matrix:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    x, y = FULL.width / 2, FULL.height / 2
    return (cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0, 1)


def test_a_crop_is_stated_on_all_four_sides():
    found = loss(crop_matrix(210, 0), FULL, Extent(790.0, 400.0))
    assert (round(found.left, 3), round(found.right, 3)) == (0.21, 0.0)
    assert (round(found.top, 3), round(found.bottom, 3)) == (0.0, 0.2)
    assert found.shown == pytest.approx(0.632)


@given(left=shares, right=shares, top=shares, bottom=shares, scale=st.floats(0.2, 3.0))
def test_the_stated_sides_multiply_to_what_is_shown(left, right, top, bottom, scale):
    wide, high = FULL.width * (1 - left - right), FULL.height * (1 - top - bottom)
    matrix = crop_matrix(left * FULL.width, top * FULL.height, scale)
    found = loss(matrix, FULL, Extent(wide * scale, high * scale))
    assert found.left == pytest.approx(left, abs=1e-6)
    assert found.bottom == pytest.approx(bottom, abs=1e-6)
    product = (1 - found.left - found.right) * (1 - found.top - found.bottom)
    assert found.shown == pytest.approx(product, abs=1e-9)
    assert found.corners == pytest.approx(0.0, abs=1e-6)


@given(degrees=st.floats(-12, 12), scale=st.floats(0.5, 2.0))
def test_an_askew_copy_states_the_corners_too(degrees, scale):
    matrix = after(scaling(scale, scale), about_the_middle(degrees))
    found = loss(matrix, FULL, Extent(FULL.width * scale, FULL.height * scale))
    rectangle = (1 - found.left - found.right) * (1 - found.top - found.bottom)
    assert found.shown == pytest.approx(rectangle * (1 - found.corners), abs=1e-9)
    assert 0 <= found.corners < 1


@given(left=shares, top=shares)
def test_both_shares_speak_of_one_area(left, top):
    matrix = crop_matrix(left * FULL.width, top * FULL.height)
    shown_a, shown_b = overlap_shares(matrix, FULL, FULL)
    assert shown_a == pytest.approx(shown_b, abs=1e-9)
    assert shown_a == pytest.approx((1 - left) * (1 - top), abs=1e-9)


def test_a_bordered_copy_shows_the_whole():
    matrix = (1, 0, 50, 0, 1, 50, 0, 0, 1)
    shown_a, shown_b = overlap_shares(matrix, FULL, Extent(1100.0, 600.0))
    assert shown_a == 1.0
    assert shown_b == pytest.approx(1000 * 500 / (1100 * 600))


def test_pictures_beside_each_other_share_nothing():
    apart = loss((1, 0, 5000, 0, 1, 0, 0, 0, 1), FULL, FULL)
    assert (apart.shown, apart.corners) == (0.0, 1.0)
    assert loss(IDENTITY, FULL, FULL).shown == 1.0
    assert loss(inverted(IDENTITY), FULL, FULL).shown == 1.0
