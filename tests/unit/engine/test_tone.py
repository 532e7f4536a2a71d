"""What a change of tone explains, and what it may not be asked to explain."""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.engine.checks import PICTURE_CHECK, confirmed_look
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.tone import tone_look, with_tones_of
from dedup_desk.engine.windows import Cells

SIDE = 320


def laid(a: np.ndarray, b: np.ndarray) -> Laid:
    """Two pictures of one size, lying on each other."""
    height, width = a.shape[:2]
    extent = Extent(float(width), float(height))
    shown = np.ones((height, width), np.bool_)
    return Laid(a, b, shown, np.eye(3), np.eye(3), extent, extent)


def poster() -> np.ndarray:
    """Flat colours with some grain, and one dark word: nothing else on it is dark."""
    chance = np.random.default_rng(7)
    picture = np.full((SIDE, SIDE, 3), (196, 214, 120), np.float64)
    picture[:, :120] = (112, 124, 196)
    picture[120:260, 60:110] = (40, 140, 104)
    picture[40:70, 150:290] = np.where(np.arange(140) // 7 % 2, 16, 200)[None, :, None]
    return np.clip(picture + chance.normal(0, 4, picture.shape), 0, 255).astype(np.uint8)


def grey_still(scan: int = 8) -> np.ndarray:
    """A scanned still without colour but for the noise of the scan, two thirds of it dark."""
    chance = np.random.default_rng(scan)
    picture = np.full((SIDE, SIDE), 24.0)
    picture[60:260, 180:300] = 190
    picture += chance.normal(0, 5, picture.shape)
    noise = chance.normal(0, 3, (SIDE, SIDE, 3))
    return np.clip(picture[..., None] + noise, 0, 255).astype(np.uint8)


def landscape() -> np.ndarray:
    """A light sky over textured ground, dark only in places."""
    chance = np.random.default_rng(9)
    picture = np.full((SIDE, SIDE), 180.0)
    picture[160:] = 120 + chance.normal(0, 30, (160, SIDE))
    picture[200:240, 40:60] = 30
    return np.clip(picture + chance.normal(0, 2, picture.shape), 0, 255).astype(np.uint8)


def test_a_covered_word_does_not_lift_the_tones_of_the_rest() -> None:
    a = poster()
    b = a.copy()
    b[30:80, 140:300] = a[180:230, 140:300]
    covered = (a != b).any(axis=2)
    look = tone_look(laid(a, b))
    assert not look.relit[~covered].mean() > 0.01
    known = np.zeros((SIDE, SIDE), np.bool_)
    known[25:85, 135:305] = True
    look = tone_look(laid(a, b), known)
    assert look.moved_levels < 1.5
    assert not (look.recoloured & ~known).any()


def test_a_toned_grey_picture_has_not_lost_colour_anywhere() -> None:
    a = grey_still()
    b = np.clip(grey_still(scan=9) * np.array([0.86, 0.98, 1.1]), 0, 255).astype(np.uint8)
    look = tone_look(laid(a, b)).with_faded_places()
    assert not look.recoloured.any()


def test_a_tinted_place_of_a_grey_picture_is_missed_in_the_grey_one() -> None:
    b = grey_still()
    a = b.copy()
    a[100:200, 200:280] = np.clip(a[100:200, 200:280] * np.array([1.0, 0.7, 0.5]), 0, 255)
    look = tone_look(laid(a, b)).with_faded_places()
    assert look.recoloured[110:190, 210:270].all()
    assert not look.recoloured[:60].any()


@pytest.mark.parametrize("gamma", [0.9, 1.15])
def test_a_badge_on_the_sky_stays_a_change_where_the_tones_changed_too(gamma: float) -> None:
    a = landscape()
    b = (255 * (a / 255) ** gamma).astype(np.uint8)
    b[30:90, 220:290] = 70
    b[45:75, 235:275:8] = 240
    pair = laid(a, b)
    look = confirmed_look(pair, PICTURE_CHECK, is_toned=True)
    assert look.blocks == 1
    changed = look.cells.covered(look.changed, SIDE, SIDE)
    _, back = with_tones_of(pair, changed)
    assert abs(float(np.median(back.b[200:240, 42:58])) - 30) < 12, "the dark tones stay dark"


def test_covered_pixels_are_those_of_the_window_and_its_neighbours() -> None:
    cells = Cells(window_px=15, stride_px=7)
    changed = np.zeros((13, 13), np.bool_)
    changed[5, 6] = True  # centred on pixel (49, 42)
    pixels = cells.covered(changed, 100, 100)
    rows, columns = np.nonzero(pixels)
    assert pixels[42 - 7 : 42 + 8, 49 - 7 : 49 + 8].all()
    assert (rows.min(), rows.max()) == (35, 55)
    assert (columns.min(), columns.max()) == (42, 62)


def article(body: tuple[int, int, int]) -> np.ndarray:
    """A bag of one colour with a darker flap and a pale label, on white."""
    picture = np.full((SIDE, SIDE, 3), 248, np.uint8)
    picture[80:280, 50:270] = body
    picture[80:150, 50:270] = [part // 2 for part in body]
    picture[190:250, 110:210] = (252, 214, 246)
    return picture


@pytest.mark.parametrize("is_turned", [False, True], ids=["to orange", "to lime"])
def test_another_colour_of_one_bag_is_seen_from_either_side(is_turned: bool) -> None:
    lime, orange = article((170, 200, 27)), article((202, 130, 28))
    pair = laid(orange, lime) if is_turned else laid(lime, orange)
    assert tone_look(pair).recoloured.mean() > 0.05


def test_a_warmer_print_of_a_bag_is_no_other_colour() -> None:
    lime = article((170, 200, 27))
    warmer = np.clip(lime * [1.06, 1.0, 0.9], 0, 255).astype(np.uint8)
    for pair in (laid(lime, warmer), laid(warmer, lime)):
        assert tone_look(pair).recoloured.mean() < 0.003
