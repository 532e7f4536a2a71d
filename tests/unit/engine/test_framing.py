"""Borders against crops: what is put round a picture is not more picture, what is cut off is."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from dedup_desk.core.scans import WHOLE_FROM
from dedup_desk.engine.framing import Frames, frames, without_bars
from dedup_desk.engine.laying import View
from dedup_desk.engine.subject import Subject
from tests.helpers.builders import a_record
from tests.helpers.made_pictures import shapes

SIZE_PX = (1000, 700)


@cache
def motif() -> np.ndarray:
    return shapes(*SIZE_PX, seed=8)


def subject(pixels: np.ndarray) -> Subject:
    image = Image.fromarray(np.ascontiguousarray(pixels))
    image.thumbnail((512, 512))
    height, width = pixels.shape[:2]
    return Subject(a_record(1), View(np.asarray(image), width, height), lambda _longest_px: None)


def between(one: np.ndarray, other: np.ndarray, left: float, top: float) -> Frames:
    """Frames of a picture and another that shows its (0, 0) at (left, top), at the same size."""
    matrix = np.array([[1, 0, left], [0, 1, top], [0, 0, 1]], np.float64)
    a, b = without_bars(subject(one), subject(other), matrix)
    return frames(a, b, matrix)


def padded(pixels: np.ndarray, bars: tuple[int, int, int, int], tone: int) -> np.ndarray:
    left, top, right, bottom = bars
    return np.pad(pixels, ((top, bottom), (left, right), (0, 0)), constant_values=tone)


def captioned(pixels: np.ndarray, lines: int = 2) -> np.ndarray:
    """A white strip below with small lettering on it."""
    image = Image.fromarray(padded(pixels, (0, 0, 0, 30 + 30 * lines), 255))
    pen = ImageDraw.Draw(image)
    for line in range(lines):
        words = "Ferries at the pier on the morning after the storm, September 1971, by an unknown"
        place = (20, pixels.shape[0] + 12 + 30 * line)
        pen.text(place, words, fill=(0, 0, 0), font=ImageFont.load_default(22))
    return np.asarray(image)


BARS = {
    "an even white border": ((40, 40, 40, 40), 252),
    "a thin black line": ((8, 8, 8, 8), 6),
    "a letterbox": ((0, 90, 0, 90), 3),
    "a bar on one side": ((120, 0, 0, 0), 30),
}


@pytest.mark.parametrize("name", BARS)
def test_bars_are_a_border_and_no_more_picture(name):
    bars, tone = BARS[name]
    found = between(motif(), padded(motif(), bars, tone), bars[0], bars[1])
    assert (found.border_a, found.border_b) == (False, True)
    assert found.shown_a == pytest.approx(1.0, abs=0.004)
    assert found.shown_b == pytest.approx(1.0, abs=0.004)
    whole = (1000 + bars[0] + bars[2]) * (700 + bars[1] + bars[3])
    assert found.overlap_b == pytest.approx(1000 * 700 / whole, abs=0.004)


def test_lettering_on_a_strip_does_not_matter():
    found = between(motif(), captioned(motif()), 0, 0)
    assert (found.border_a, found.border_b, found.shown_a) == (False, True, 1.0)


def test_what_lies_under_a_bar_is_not_shown():
    """A crop that got a letterbox: the original goes on below the bars."""
    cut = motif()[100:600, 150:]
    boxed = padded(cut, (0, 60, 0, 60), 3)
    found = between(motif(), boxed, -150, -40)
    assert found.border_b
    assert found.a_shows_more
    assert found.overlap_a == pytest.approx(850 * 500 / (1000 * 700), abs=0.006)
    assert found.shown_b == pytest.approx(1.0, abs=0.01)


def test_a_picture_that_goes_on_is_a_crop():
    found = between(motif(), motif()[60:, 80:], -80, -60)
    assert (found.border_a, found.border_b, found.is_reversed) == (False, False, False)
    assert found.overlap_a == pytest.approx(920 * 640 / 700_000)


def test_a_dark_sky_that_is_cut_is_no_border():
    night = motif().copy()
    night[:200] = np.linspace(4, 16, 200).astype(np.uint8)[:, None, None]
    found = between(night, night[100:], 0, -100)
    assert (found.border_a, found.a_shows_more) == (False, True)


def test_a_letterbox_that_both_have_is_part_of_the_picture():
    boxed = padded(motif(), (0, 80, 0, 80), 3)
    found = between(boxed, boxed, 0, 0)
    assert (found.border_a, found.border_b, found.overlap_a) == (False, False, 1.0)


def test_a_turned_picture_on_a_flat_ground_has_wedges():
    turned = np.asarray(
        Image.fromarray(motif()).rotate(4, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    )
    height, width = turned.shape[:2]
    cos, sin = np.cos(np.radians(-4)), np.sin(np.radians(-4))
    turn = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    to_middle = np.array([[1, 0, -500], [0, 1, -350], [0, 0, 1]])
    back = np.array([[1, 0, width / 2], [0, 1, height / 2], [0, 0, 1]])
    matrix = back @ turn @ to_middle
    a, b = without_bars(subject(motif()), subject(turned), matrix)
    found = frames(a, b, matrix)
    assert (found.border_b, found.shown_b) == (True, 1.0)
    assert found.shown_a > 0.99


@pytest.mark.parametrize("missing", [0.0, 1e-6])
def test_a_frame_that_the_names_call_whole_shows_no_more(missing):
    whole, other = WHOLE_FROM - missing, 1.0
    assert Frames(whole, other, 1, 1, border_a=False, border_b=False).a_shows_more == bool(missing)
    assert Frames(other, whole, 1, 1, border_a=False, border_b=False).b_shows_more == bool(missing)


def goods(backdrop: int) -> np.ndarray:
    """Round goods on a backdrop of one tone; at all four sides there is nothing else."""
    width, height = SIZE_PX
    sheet = np.full((height, width, 3), backdrop, np.uint8)
    y, x = np.mgrid[:height, :width]
    body = ((x - 500) / 260) ** 2 + ((y - 350) / 210) ** 2 < 1
    sheet[body] = motif()[body]
    return sheet


@pytest.mark.parametrize(("one", "other"), [(252, 222), (222, 252), (3, 34)])
def test_a_backdrop_that_is_another_tone_in_another_scan_is_no_bar(one, other):
    found = between(goods(one), goods(other), 0, 0)
    assert (found.border_a, found.border_b) == (False, False)
    assert (found.shown_a, found.shown_b) == (1.0, 1.0)


def test_a_bar_over_the_backdrop_is_a_bar_whatever_goods_stand_behind_it():
    barred = goods(240)
    barred[:70], barred[-70:] = 5, 5
    found = between(goods(240), barred, 0, 0)
    assert (found.border_a, found.border_b) == (False, True)


def test_a_frame_over_the_backdrop_is_a_frame():
    framed = goods(240)
    framed[:60], framed[-60:], framed[:, :60], framed[:, -60:] = 5, 5, 5, 5
    found = between(goods(240), framed, 0, 0)
    assert (found.border_a, found.border_b) == (False, True)


def test_a_title_above_and_a_thin_line_round_it_are_bars_of_one_tone():
    titled = goods(240)
    titled[:110], titled[-6:], titled[:, :6], titled[:, -6:] = 5, 5, 5, 5
    titled[40:44, 200:800:6] = 250
    found = between(goods(240), titled, 0, 0)
    assert (found.border_a, found.border_b) == (False, True)
    assert found.overlap_b == pytest.approx((700 - 116) * (1000 - 12) / 700_000, abs=0.006)
