"""A badge comes from outside and is drawn; a clone is the picture's own, and elsewhere in it."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.engine import cv
from dedup_desk.engine.badge import badge_side
from dedup_desk.engine.cloned import is_cloned
from dedup_desk.engine.laying import View, lay, luma_view
from dedup_desk.engine.overlaid import overlaid_side
from tests.helpers.made_pictures import photo

WIDTH, HEIGHT = 1200, 800
EVERYWHERE = np.ones((HEIGHT, WIDTH), np.bool_)


@cache
def ground() -> np.ndarray:
    """Things strewn over a meadow, under a calm sky with grain and a gradient."""
    meadow = Image.fromarray(photo(WIDTH, HEIGHT, seed=33))
    pen, chance = ImageDraw.Draw(meadow), np.random.default_rng(8)
    for x, y, wide, tall, tone in chance.integers(0, (WIDTH, HEIGHT, 90, 60, 255), (160, 5)):
        pen.rectangle((x, y, x + wide + 6, y + tall + 6), fill=(int(tone), 90, 60 + int(tone) // 2))
    picture = np.asarray(meadow).astype(np.float32)
    grain = np.random.default_rng(4).normal(0, 2.5, (HEIGHT, WIDTH, 1))
    sky = np.linspace(170, 215, HEIGHT)[:, None, None] + grain
    picture[:360] = np.broadcast_to(sky, picture.shape)[:360]
    return picture.clip(0, 255).astype(np.uint8)


def badged(colour: tuple[int, int, int], corner: tuple[int, int]) -> np.ndarray:
    image = Image.fromarray(ground())
    x, y = corner
    pen = ImageDraw.Draw(image)
    pen.ellipse((x, y, x + 140, y + 140), fill=colour)
    pen.text((x + 30, y + 35), "tv9", fill=(255, 255, 255), font=ImageFont.load_default(56))
    return np.asarray(image)


def cloned(come_from: tuple[int, int], put_to: tuple[int, int], size: int = 200) -> np.ndarray:
    """Blend one ellipse of the ground over another place of it."""
    mask = Image.new("L", (size, size))
    ImageDraw.Draw(mask).ellipse((6, 6, size - 7, size - 7), fill=255)
    image = Image.fromarray(ground())
    x, y = come_from
    part = image.crop((x, y, x + size, y + size))
    image.paste(part, put_to, mask.filter(ImageFilter.GaussianBlur(3)))
    return np.asarray(image)


def changed(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return np.abs(cv.grey(one).astype(int) - cv.grey(other)) > 10


def side_of(one: np.ndarray, other: np.ndarray) -> str | None:
    return badge_side(cv.grey(one), cv.grey(other), changed(one, other), EVERYWHERE)


BADGES = {
    "in the sky": ((190, 30, 40), (900, 60)),
    "on a restless ground": ((20, 60, 120), (900, 600)),
    "as bright as the sky round it": ((178, 181, 179), (900, 60)),
}
SKY, SCENE = (300, 40), (420, 560)


@pytest.mark.parametrize("where", BADGES)
def test_a_badge_lies_on_the_side_it_stands_on(where):
    assert side_of(ground(), badged(*BADGES[where])) == "b"
    assert side_of(badged(*BADGES[where]), ground()) == "a"


@pytest.mark.parametrize(
    ("come_from", "put_to"),
    [(SKY, SCENE), (SCENE, SKY), (SCENE, (800, 560))],
    ids=["sky over the scene", "scene over the sky", "scene over the scene"],
)
def test_a_clone_is_no_badge(come_from, put_to):
    healed = cloned(come_from, put_to)
    assert side_of(ground(), healed) is None
    assert side_of(healed, ground()) is None


def test_detail_that_stands_elsewhere_too_was_cloned():
    healed = cloned(SCENE, SKY)
    where = changed(ground(), healed)
    assert is_cloned(cv.grey(healed), where)
    assert not is_cloned(cv.grey(ground()), where)


def test_a_piece_of_sky_says_nothing():
    healed = cloned(SKY, SCENE)
    assert not is_cloned(cv.grey(healed), changed(ground(), healed))


def test_a_badge_stands_nowhere_else():
    marked = badged(*BADGES["in the sky"])
    assert not is_cloned(cv.grey(marked), changed(ground(), marked))


def test_two_drawn_tones_that_were_cloned_are_no_badge():
    drawn = Image.new("RGB", (WIDTH, HEIGHT), (236, 236, 236))
    pen = ImageDraw.Draw(drawn)
    for at in range(7):
        pen.ellipse((60 + at * 150, 500 + 31 * (at % 3), 150 + at * 150, 640), fill=(40, 44, 60))
    pen.rectangle((60, 60, 1100, 330), fill=(120, 124, 130))
    healed = drawn.copy()
    healed.paste(drawn.crop((180, 480, 420, 660)), (500, 120))
    pair = [np.asarray(side) for side in (drawn, healed)]
    assert side_of(*pair) is None
    healed.paste((200, 40, 40), (500, 120, 740, 300))
    assert side_of(pair[0], np.asarray(healed)) == "b"


def test_a_tiny_spot_is_not_looked_for():
    where = np.zeros((HEIGHT, WIDTH), np.bool_)
    where[600:610, 400:410] = True
    assert not is_cloned(cv.grey(ground()), where)


def test_a_clone_is_not_laid_over_a_picture():
    healed = cloned(SKY, SCENE)
    sides = [luma_view(View(side, WIDTH, HEIGHT)) for side in (ground(), healed)]
    place = Box(420.0, 560.0, 200.0, 200.0)
    relit = np.zeros((80, 120), np.bool_)
    laid = lay(*sides, np.eye(3), 1200)
    assert overlaid_side(laid, (ChangedRegion(place, place, 0.04),), relit) is None


def test_one_drawn_thing_in_the_place_of_another_is_no_badge():
    """Where both sides stand out alike, nobody can say that one was laid over the other."""
    drawn = Image.new("RGB", (WIDTH, HEIGHT), (236, 236, 236))
    other = drawn.copy()
    box = (500, 300, 700, 420)
    ImageDraw.Draw(drawn).rectangle(box, fill=(60, 60, 60))
    ImageDraw.Draw(other).rectangle(box, fill=(120, 120, 120))
    assert side_of(np.asarray(drawn), np.asarray(other)) is None


def test_lettering_that_was_moved_by_part_of_a_small_pixel_was_cloned():
    chance = np.random.default_rng(3)
    page = np.full((1300, 1100), 200, np.uint8)
    for left, top, wide, tall in chance.integers(0, (460, 460, 4, 2), (1500, 4)):
        page[30 + top : 32 + top + tall, 30 + left : 32 + left + wide] = 40
    healed = page.copy()
    healed[801:1101, 551:851] = page[102:402, 101:401]
    where = np.zeros(page.shape, np.bool_)
    where[801:1101, 551:851] = True
    assert is_cloned(healed, where)
    other = page.copy()
    other[801:1101, 551:851] = page[102:402, 101:401][::-1]
    assert not is_cloned(other, where)
