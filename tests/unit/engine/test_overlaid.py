"""What lies over a picture: lettering, badges, veils; and what only looks like it."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.engine.ink import is_office_ink
from dedup_desk.engine.laying import Laid, View, lay, luma_view
from dedup_desk.engine.overlaid import agreed_side, lettered_side, overlaid_side
from dedup_desk.engine.tone import with_tones_of
from tests.helpers.made_pictures import photo

SIZE_PX = (1200, 800)
PLACE = (290, 240, 560, 150)
BOX = (300, 250, 420, 90)


@cache
def ground() -> np.ndarray:
    return photo(*SIZE_PX, seed=21)


def with_text(colour: tuple[int, int, int]) -> np.ndarray:
    image = Image.fromarray(ground())
    pen = ImageDraw.Draw(image)
    pen.text((310, 260), "(c) Harbour 1971", fill=colour, font=ImageFont.load_default(52))
    return np.asarray(image)


def laid(one: np.ndarray, other: np.ndarray, longest_px: int, *, is_grey: bool = True) -> Laid:
    views = [View(np.ascontiguousarray(side), *SIZE_PX) for side in (one, other)]
    a, b = (luma_view(view) for view in views) if is_grey else views
    return lay(a, b, np.eye(3), longest_px)


def regions(box: tuple[int, int, int, int] = BOX) -> tuple[ChangedRegion, ...]:
    place = Box(*(float(edge) for edge in box))
    return (ChangedRegion(place, place, 0.04),)


def lettered(one: np.ndarray, other: np.ndarray) -> str | None:
    return lettered_side(laid(one, other, 1200), regions())


@pytest.mark.parametrize("colour", [(250, 250, 250), (8, 8, 8), (255, 140, 30)])
def test_lettering_is_found_on_the_side_it_stands_on(colour):
    assert lettered(ground(), with_text(colour)) == "b"
    assert lettered(with_text(colour), ground()) == "a"


def test_a_cloned_patch_is_no_lettering():
    cloned = ground().copy()
    cloned[250:340, 300:720] = ground()[500:590, 500:920]
    assert lettered(ground(), cloned) is None


def test_a_badge_stands_out_from_what_is_round_it():
    badged = ground().copy()
    badged[260:330, 320:420] = (190, 30, 40)
    nothing = np.zeros((80, 120), np.bool_)
    box = regions((320, 260, 100, 70))
    assert overlaid_side(laid(ground(), badged, 1200), box, nothing) == "b"
    assert overlaid_side(laid(badged, ground(), 1200), box, nothing) == "a"


INKS = {
    (170, 30, 40): True,
    (35, 50, 160): True,
    (70, 40, 120): True,
    (250, 250, 250): False,
    (10, 10, 10): False,
    (255, 140, 30): False,
}


@pytest.mark.parametrize("colour", INKS)
def test_offices_write_in_red_blue_and_violet(colour):
    small = laid(ground(), with_text(colour), 320, is_grey=False)
    assert is_office_ink(small, regions(), "b") is INKS[colour]


def test_where_nothing_is_written_there_is_no_ink():
    assert not is_office_ink(laid(ground(), ground(), 320, is_grey=False), regions(), "b")


def watermarked(picture: np.ndarray) -> np.ndarray:
    veil = Image.new("L", SIZE_PX, 0)
    pen = ImageDraw.Draw(veil)
    pen.text((310, 250), "HARBOUR", fill=255, font=ImageFont.load_default(110))
    share = np.asarray(veil, np.float32)[..., None] / 255 * 0.4
    return (picture * (1 - share) + 255 * share).astype(np.uint8)


def more_contrast(picture: np.ndarray) -> np.ndarray:
    ramp = picture / 255.0
    return (255 * ramp**2 * (3 - 2 * ramp)).astype(np.uint8)


def side_in_either_tones(one: np.ndarray, other: np.ndarray) -> str | None:
    grid = laid(one, other, 1200)
    left, top, width, height = PLACE
    changed = np.zeros(grid.shown.shape, np.bool_)
    changed[top : top + height, left : left + width] = True
    nothing = np.zeros(grid.shown.shape, np.bool_)
    return agreed_side(with_tones_of(grid, changed), regions(PLACE), nothing)


def test_a_watermark_is_seen_whichever_side_takes_the_tones_of_the_other():
    marked = watermarked(more_contrast(ground()))
    assert side_in_either_tones(ground(), marked) == "b"
    assert side_in_either_tones(marked, ground()) == "a"


def test_what_is_a_layer_in_one_of_the_two_ways_only_is_none():
    grid = laid(ground(), watermarked(ground()), 1200)
    nothing = np.zeros(grid.shown.shape, np.bool_)
    bare = laid(ground(), ground(), 1200)
    assert agreed_side((grid,), regions(PLACE), nothing) == "b"
    assert agreed_side((grid, bare), regions(PLACE), nothing) is None
