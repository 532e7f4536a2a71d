"""The difference picture: what counts as a change, and what never does."""

import numpy as np
import pytest

from dedup_desk.core.geometry import Extent, Point, mapped
from dedup_desk.core.overlays import Aligned, TwoPictures, difference
from dedup_desk.core.pairs import IDENTITY


def a_photo(high=320, wide=480, seed=1):
    rng = np.random.default_rng(seed)
    across, down = np.meshgrid(np.linspace(0, 6, wide), np.linspace(0, 4, high))
    base = 120 + 60 * np.sin(across + np.sin(down)) + 25 * np.cos(3 * down)
    colour = np.stack([base, base * 0.9 + 10, 200 - base * 0.6], axis=2)
    return np.clip(colour + rng.normal(0, 1.5, colour.shape), 0, 255).astype(np.uint8)


def everywhere(picture):
    return np.ones(picture.shape[:2], np.bool_)


def test_a_shift_of_one_pixel_is_registration_not_change():
    photo = a_photo()
    shifted = np.roll(photo, 1, axis=1)
    found = difference(Aligned(photo, shifted, _but_the_rim(photo)))
    assert found.regions == ()


def test_edges_that_a_turn_softened_are_no_change():
    ground = np.kron(np.random.default_rng(3).integers(40, 216, (20, 30)), np.ones((16, 16)))
    fine = np.clip(ground[:, :, None] + np.zeros(3), 0, 255)
    fine[:, ::8] = 255 - fine[:, ::8]
    padded = np.pad(fine, ((0, 0), (1, 1), (0, 0)), mode="edge")
    softened = (padded[:, :-2] + 6 * padded[:, 1:-1] + padded[:, 2:]) / 8
    sheets = fine.astype(np.uint8), softened.astype(np.uint8), everywhere(fine)
    assert difference(Aligned(*sheets, is_turned=True)).regions == ()
    assert difference(Aligned(*sheets)).changed_share > 0


def test_a_line_on_even_ground_is_found_however_fine_it_is():
    photo = np.full((320, 480, 3), 200, np.uint8)
    written_on = photo.copy()
    written_on[160, 100:140] = 180
    found = difference(Aligned(photo, written_on, everywhere(photo)))
    assert len(found.regions) == 1


def test_where_the_right_picture_goes_on_beyond_the_left_one_nothing_changed():
    photo = a_photo()
    on_a_card = photo.copy()
    on_a_card[[0, -1]] = on_a_card[:, [0, -1]] = 255
    assert difference(Aligned(photo, on_a_card, everywhere(photo))).regions == ()


def test_a_recoloured_spot_is_found_though_its_brightness_is_the_same():
    photo = a_photo()
    recoloured = photo.astype(np.int16)
    recoloured[160:208, 240:300] += np.array([46, -30, 30])
    found = difference(
        Aligned(photo, np.clip(recoloured, 0, 255).astype(np.uint8), everywhere(photo))
    )
    assert len(found.regions) == 1
    assert found.regions[0].left <= 244
    assert found.regions[0].right >= 296


def test_one_lone_block_of_another_hue_is_chroma_compression():
    photo = a_photo()
    speck = photo.astype(np.int16)
    speck[160:168, 240:248] += np.array([46, -30, 30])
    lone = np.clip(speck, 0, 255).astype(np.uint8)
    assert difference(Aligned(photo, lone, everywhere(photo))).regions == ()


def test_a_black_and_white_copy_is_not_called_changed_for_having_no_colour():
    photo = a_photo()
    grey = photo.mean(axis=2, keepdims=True).repeat(3, axis=2).astype(np.uint8)
    assert difference(Aligned(photo, grey, everywhere(photo))).regions == ()


def test_a_large_change_does_not_make_the_rest_look_changed():
    photo = a_photo()
    changed = photo.copy()
    changed[40:140, 60:200] = (117, 117, 117)
    found = difference(Aligned(photo, changed, everywhere(photo)))
    assert len(found.regions) == 1


def test_what_the_right_picture_does_not_show_is_outside_not_changed():
    photo = a_photo()
    half = everywhere(photo)
    half[:, 240:] = False
    replicated = photo.copy()
    replicated[:, 240:] = photo[:, 239:240]
    found = difference(Aligned(photo, replicated, half))
    assert found.outside_share == 0.5
    assert found.regions == ()
    assert (found.overlay[100, 400] != found.overlay[100, 100]).any()


def test_another_picture_differs_everywhere_and_gets_no_numbers():
    one, other = a_photo(), a_photo(seed=2)[::-1, ::-1]
    noise = np.random.default_rng(8).integers(0, 2, (40, 60, 1)) * 160
    other = np.clip(other + np.kron(noise, np.ones((8, 8, 1))), 0, 255).astype(np.uint8)
    found = difference(Aligned(one, other, everywhere(one)))
    assert found.is_everywhere
    assert found.regions == ()


def test_regions_are_numbered_from_the_largest():
    photo = a_photo()
    changed = photo.copy()
    changed[20:36, 20:36] = 255 - changed[20:36, 20:36]
    changed[200:260, 300:400] = 255 - changed[200:260, 300:400]
    regions = difference(Aligned(photo, changed, everywhere(photo))).regions
    assert [region.left > 200 for region in regions] == [True, False]


def test_two_renderings_are_related_through_their_full_sizes():
    small, large = a_photo(200, 300), a_photo(400, 600)
    two = TwoPictures(small, large, Extent(6000, 4000), Extent(3000, 2000),
                      (0.5, 0, 0, 0, 0.5, 0, 0, 0, 1))  # fmt: skip
    there = mapped(two.grid_to_right(), Point(150, 100))
    assert (there.x, there.y) == pytest.approx((300, 200))


def test_equal_renderings_need_no_change_of_scale():
    photo = a_photo()
    full = Extent(960, 640)
    assert TwoPictures(photo, photo, full, full, IDENTITY).grid_to_right() == IDENTITY


def _but_the_rim(photo):
    inside = everywhere(photo)
    inside[:, :3] = False
    return inside


def test_a_warmer_copy_shows_no_change_of_structure_at_edges_between_colours():
    rng = np.random.default_rng(8)
    patches = np.kron(rng.integers(30, 200, (10, 15, 3)), np.ones((32, 32, 1)))
    picture = patches.astype(np.uint8)
    warmer = np.clip(picture * (1.18, 1.0, 0.72), 0, 255).astype(np.uint8)
    found = difference(Aligned(picture, warmer, everywhere(picture)))
    assert (found.regions, found.is_everywhere) == ((), False)
