"""CMYK without a profile is taken as the press that a person names, and the header says so."""

import os

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QMainWindow

from dedup_desk.core.picture_words import rendered_words
from dedup_desk.engine.colour import srgb_profile
from dedup_desk.engine.pool import SCREEN_NICENESS, WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.renderings import Cut
from dedup_desk.ui.display import Display
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.views.display_menus import DisplayMenus
from tests.helpers.ink_profile import NAME, ink_profile
from tests.helpers.paged_files import ROOT, record_of

GREY_OF_BLACK_INK = 94
"""L* 40, which is what full black ink has by the made-up press, as sRGB."""


@pytest.fixture(scope="module")
def pool():
    made = WorkerPool(1, SCREEN_NICENESS)
    yield made
    made.close()


@pytest.fixture
def comparing(pool, tmp_path):
    return Comparing(pool, {ROOT: os.fsencode(tmp_path)})


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "settings.ini")


@pytest.fixture
def press(tmp_path):
    file = tmp_path / "press.icc"
    file.write_bytes(ink_profile())
    return os.fsencode(file)


def inked(folder, profile=None):
    """A picture of full black ink."""
    inks = np.zeros((40, 60, 4), np.uint8)
    inks[..., 3] = 255
    options = {} if profile is None else {"icc_profile": profile}
    Image.frombytes("CMYK", (60, 40), inks.tobytes()).save(folder / "inks.tif", **options)
    return record_of(folder / "inks.tif", 1)


def shown(comparing, record):
    made = comparing.rendering(record, Cut(100))
    words = rendered_words(record, 0, made.said).english()
    return int(made.levels[0][20, 30, 0]), words


# What is shown -------------------------------------------------------------------------------


def test_without_a_preference_it_is_the_plain_formula_and_that_is_said(comparing, tmp_path):
    level, words = shown(comparing, inked(tmp_path))
    assert level == 0
    assert words.endswith("CMYK without a profile: colours by the plain formula")
    assert "sRGB" not in words


def test_with_one_it_is_taken_as_that_and_that_is_said(comparing, tmp_path):
    comparing.take_inks_as(ink_profile())
    level, words = shown(comparing, inked(tmp_path))
    assert abs(level - GREY_OF_BLACK_INK) <= 1
    assert words.endswith(f"no profile: taken as {NAME}")


def test_a_picture_that_has_its_own_keeps_it(comparing, tmp_path):
    comparing.take_inks_as(ink_profile())
    level, words = shown(comparing, inked(tmp_path, ink_profile("Its own")))
    assert abs(level - GREY_OF_BLACK_INK) <= 1
    assert "Its own" in words
    assert "taken as" not in words


def test_both_preferences_hold_together(comparing, tmp_path):
    comparing.show_through(srgb_profile())
    comparing.take_inks_as(ink_profile())
    assert abs(shown(comparing, inked(tmp_path))[0] - GREY_OF_BLACK_INK) <= 1


def test_pictures_of_other_colours_are_not_touched(comparing, tmp_path):
    comparing.take_inks_as(ink_profile())
    Image.new("RGB", (60, 40), (10, 20, 30)).save(tmp_path / "rgb.png")
    level, words = shown(comparing, record_of(tmp_path / "rgb.png", 1))
    assert level == 10
    assert words.endswith("no profile, shown as sRGB")


# Choosing it ---------------------------------------------------------------------------------


def test_it_is_chosen_used_and_remembered(qtbot, preferences, press):
    display = Display(preferences)
    with qtbot.waitSignal(display.profile_changed):
        assert display.set_inks(press)
    assert (display.inks, display.inks_name) == (ink_profile(), NAME)
    assert Display(preferences).inks_name == NAME
    assert display.set_inks(b"")
    assert Display(preferences).inks is None


def test_a_file_that_is_no_such_profile_changes_nothing_and_says_so(
    qtbot, preferences, press, tmp_path
):
    window, display, told = QMainWindow(), Display(preferences), []
    qtbot.addWidget(window)
    menus = DisplayMenus(window.menuBar().addMenu("View"), display, window)
    menus.told.connect(told.append)
    menus.take_inks(press)
    screen = tmp_path / "screen.icc"
    screen.write_bytes(srgb_profile())
    menus.take_inks(os.fsencode(screen))
    assert "is no CMYK colour profile" in told[0].text
    assert display.inks_name == NAME
    assert menus.as_inks.isChecked()
    assert menus.as_inks.text() == f"CMYK without a profile: {NAME}…"
    menus.take_inks(b"")
    assert menus.by_formula.isChecked()


def test_a_screen_is_no_press_and_a_press_no_screen(qtbot, preferences, press):
    display = Display(preferences)
    assert not display.set_profile(press)
    assert display.profile is None
