"""The map of light and colour: what moved, which way, and nothing where nothing did."""

import numpy as np
import pytest

from dedup_desk.core.overlays import Aligned
from dedup_desk.core.tone_map import THRESHOLD_LEVELS, tone_map


def a_picture(high=123, wide=205):
    rng = np.random.default_rng(4)
    return rng.integers(40, 180, (high, wide, 3), dtype=np.uint8)


def a_map(change, inside=None):
    left = a_picture()
    right = np.clip(left + np.array(change), 0, 255).astype(np.uint8)
    shown = np.ones(left.shape[:2], np.bool_) if inside is None else inside
    return tone_map(Aligned(left, right, shown))


def inks(found):
    return {tuple(one) for one in found.overlay[:, :, :3].reshape(-1, 3).tolist()}


def test_equal_pictures_are_grey_all_over():
    found = a_map((0, 0, 0))
    assert inks(found) == {(128, 128, 128)}
    assert (found.lighter_levels, found.colour_levels, found.warmer_levels) == (0, 0, 0)


def test_lighter_and_darker_have_colours_of_their_own():
    lighter, darker = a_map((20, 20, 20)), a_map((-20, -20, -20))
    assert lighter.lighter_levels == pytest.approx(20, abs=0.1)
    assert darker.lighter_levels == pytest.approx(-20, abs=0.1)
    assert inks(lighter).isdisjoint(inks(darker))


def test_a_warmer_copy_of_equal_light_is_another_colour():
    found = a_map((24, -4, -36))
    assert abs(found.lighter_levels) < THRESHOLD_LEVELS
    assert found.warmer_levels == pytest.approx(60, abs=1)
    assert inks(found) != {(128, 128, 128)}


def test_less_than_the_threshold_is_grey():
    assert inks(a_map((THRESHOLD_LEVELS - 1,) * 3)) == {(128, 128, 128)}


def test_outside_of_the_overlap_nothing_is_painted_or_counted():
    inside = np.zeros((123, 205), np.bool_)
    inside[:, :104] = True
    found = a_map((20, 20, 20), inside)
    assert found.overlay[:, 13:, 3].max() == 0
    assert found.lighter_levels == pytest.approx(20, abs=0.1)


def test_the_map_covers_the_whole_picture():
    assert a_map((0, 0, 0)).overlay.shape == (16, 26, 4)
