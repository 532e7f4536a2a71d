"""A correction of each channel, learnt everywhere else, excuses a hue; a dye does not."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.engine.channel_curves import told_by_channels
from dedup_desk.engine.laying import Laid

SIDE = 240
LILAC = np.s_[60:140, 40:120]
WARM, COOL = (1.1, 1.0, 0.8), (0.86, 0.98, 1.1)


def street() -> np.ndarray:
    """Grey houses of all tones, a meadow, a pale sky and one lilac wall."""
    chance = np.random.default_rng(5)
    picture = np.linspace(10, 245, SIDE)[None, :, None] * np.ones((SIDE, 1, 3))
    picture[:40] = (200, 214, 236)
    picture[180:] = (60, 130, 50)
    picture[LILAC] = (170, 110, 215)
    return np.clip(picture + chance.normal(0, 3, picture.shape), 0, 255).astype(np.uint8)


def lit(picture: np.ndarray, gains: tuple[float, float, float]) -> np.ndarray:
    return np.clip(picture * np.array(gains), 0, 255).astype(np.uint8)


def told(a: np.ndarray, b: np.ndarray, changed: np.ndarray | None = None) -> float:
    """Share of the wall whose other hue is excused."""
    wall = np.zeros((SIDE, SIDE), np.bool_)
    wall[LILAC] = True
    extent = Extent(SIDE, SIDE)
    laid = Laid(a, b, np.ones_like(wall), np.eye(3), np.eye(3), extent, extent)
    excused = told_by_channels(laid, wall, changed)
    assert not (excused & ~wall).any()
    return float(excused[LILAC].mean())


@pytest.mark.parametrize("gains", [WARM, COOL])
def test_light_of_another_colour_is_no_other_wall(gains):
    assert told(street(), lit(street(), gains)) > 0.95
    assert told(lit(street(), gains), street()) > 0.95


def test_more_contrast_in_every_channel_is_no_other_wall():
    ramp = street() / 255.0
    assert told(street(), (255 * ramp**2 * (3 - 2 * ramp)).astype(np.uint8)) > 0.95


def test_a_wall_that_was_painted_is_another_wall():
    painted = street()
    painted[LILAC] = painted[LILAC][..., ::-1]
    assert told(street(), painted) == 0
    assert told(street(), lit(painted, WARM)) < 0.05


def test_a_grey_picture_with_one_tinted_place_was_tinted_there():
    grey = np.repeat(street().mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)
    tinted = grey.copy()
    tinted[LILAC] = np.clip(tinted[LILAC] * (1.3, 0.9, 0.8), 0, 255)
    assert told(grey, tinted) == 0


def test_a_picture_that_no_three_curves_explain_excuses_nothing():
    other = lit(street(), WARM)
    other[180:, ::2] = (120, 60, 140)
    assert told(street(), other) == 0


def test_a_dye_all_over_is_no_correction():
    assert told(street(), lit(street(), (1.0, 0.5, 0.2))) == 0


def test_what_shows_other_things_teaches_nothing():
    other = lit(street(), WARM)
    other[180:] = 255 - other[180:]
    changed = np.zeros((SIDE, SIDE), np.bool_)
    changed[170:] = True
    assert told(street(), other) == 0
    assert told(street(), other, changed) > 0.95


def test_where_most_has_another_hue_nothing_is_learnt():
    everywhere = np.ones((SIDE, SIDE), np.bool_)
    extent = Extent(SIDE, SIDE)
    laid = Laid(street(), lit(street(), WARM), everywhere, np.eye(3), np.eye(3), extent, extent)
    assert not told_by_channels(laid, everywhere).any()
    assert not told_by_channels(laid, ~everywhere).any()
