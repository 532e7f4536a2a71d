"""What every overlay promises, whoever adds one."""

import numpy as np
import pytest

from dedup_desk.core.overlays import OVERLAYS, Aligned


def a_picture(seed=3, high=240, wide=320):
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 256, (high // 20, wide // 20, 3))
    return np.kron(coarse, np.ones((20, 20, 1))).astype(np.uint8)


def inside(picture):
    return np.ones(picture.shape[:2], np.bool_)


@pytest.mark.parametrize("overlay", sorted(OVERLAYS))
def test_identical_pictures_give_nothing(overlay):
    picture = a_picture()
    found = OVERLAYS[overlay](Aligned(picture, picture.copy(), inside(picture)))
    assert (found.regions, found.changed_share, found.outside_share) == ((), 0, 0)


@pytest.mark.parametrize("overlay", sorted(OVERLAYS))
def test_the_overlay_covers_the_left_picture_in_rgba(overlay):
    picture = a_picture()
    found = OVERLAYS[overlay](Aligned(picture, a_picture(4), inside(picture)))
    assert found.overlay.shape == (240, 320, 4)
    assert found.overlay.dtype == np.uint8


@pytest.mark.parametrize("overlay", sorted(OVERLAYS))
def test_a_change_of_tone_alone_is_no_change_of_structure(overlay):
    picture = a_picture()
    brighter = np.clip(picture * 0.8 + 30, 0, 255).astype(np.uint8)
    assert OVERLAYS[overlay](Aligned(picture, brighter, inside(picture))).regions == ()


@pytest.mark.parametrize("overlay", sorted(OVERLAYS))
def test_compression_noise_is_no_change(overlay):
    picture = a_picture()
    noise = np.random.default_rng(5).integers(-6, 7, picture.shape)
    noisy = np.clip(picture.astype(np.int16) + noise, 0, 255).astype(np.uint8)
    assert OVERLAYS[overlay](Aligned(picture, noisy, inside(picture))).regions == ()


@pytest.mark.parametrize("overlay", sorted(OVERLAYS))
def test_a_changed_spot_is_found_from_either_side(overlay):
    picture = a_picture()
    changed = picture.copy()
    changed[100:140, 200:240] = 255 - changed[100:140, 200:240]
    there = OVERLAYS[overlay](Aligned(picture, changed, inside(picture))).regions
    back = OVERLAYS[overlay](Aligned(changed, picture, inside(picture))).regions
    assert [covers(one, (100, 140, 200, 240)) for one in (*there, *back)] == [True, True]


def covers(region, place):
    top, bottom, left, right = place
    near = 12
    return (
        abs(region.top - top) <= near
        and abs(region.bottom - bottom) <= near
        and abs(region.left - left) <= near
        and abs(region.right - right) <= near
    )
