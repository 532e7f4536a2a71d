"""What is seen through and round the pictures: grounds, and the grey behind them."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF
from PySide6.QtWidgets import QMainWindow

from dedup_desk.core.compare import Side
from dedup_desk.services.renderings import Rendered
from dedup_desk.ui.display import Display, Ground, Stage
from dedup_desk.ui.picture_loader import Pyramid, pixels_of
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.theme import DARK
from dedup_desk.ui.views.canvas import Canvas
from dedup_desk.ui.views.display_menus import DisplayMenus
from dedup_desk.ui.views.grounds import paint_ground, stage_colour
from tests.helpers.review_fakes import a_review


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "window.ini")


def half_clear():
    pixels = np.zeros((40, 40, 4), np.uint8)
    pixels[:, 20:] = (200, 100, 50, 255)
    return Pyramid(Rendered((pixels,))).levels[0]


def test_differences_are_computed_on_white_whatever_the_ground():
    found = pixels_of(half_clear())
    assert (found[:, :20] == 255).all()
    assert (found[:, 20:] == (200, 100, 50)).all()


@pytest.mark.parametrize(("ground", "seen"), [
    (Ground.WHITE, {255}), (Ground.GREY, {128}), (Ground.BLACK, {0}), (Ground.CHECKS, {153, 204}),
])  # fmt: skip
@pytest.mark.parametrize("zoom", [1.0, 5.0])
def test_a_ground_is_seen_through_and_checks_keep_their_size(qapp, ground, seen, zoom):
    image = half_clear()
    pane = QImage(200, 200, QImage.Format.Format_RGB32)
    pane.fill(0x123456)
    painter = QPainter(pane)
    painter.scale(zoom, zoom)
    paint_ground(painter, QPolygonF(image.rect().toRectF()), ground)
    painter.drawImage(0, 0, image)
    painter.end()
    edge = int(20 * zoom)
    clear = pixels_of(pane)[:edge, :edge]
    assert set(np.unique(clear)) == seen
    if ground is Ground.CHECKS:
        assert clear[0, 7, 0] != clear[0, 8, 0]
        assert clear[0, 0, 0] == clear[0, 7, 0]
    beside = pixels_of(pane)[0, int(40 * zoom) :]
    assert (beside == (0x12, 0x34, 0x56)).all()


def test_the_ground_is_chosen_in_a_menu_and_remembered(preferences, qtbot):
    display, window = Display(preferences), QMainWindow()
    qtbot.addWidget(window)
    menus = DisplayMenus(window.menuBar().addMenu("View"), display, window)
    assert menus.ground_actions[Ground.CHECKS].isChecked()
    menus.ground_actions[Ground.BLACK].trigger()
    assert display.ground is Ground.BLACK
    assert Display(preferences).ground is Ground.BLACK


def test_the_grey_behind_pictures_is_chosen_in_a_menu_and_remembered(preferences, qtbot):
    display, window = Display(preferences), QMainWindow()
    qtbot.addWidget(window)
    menus = DisplayMenus(window.menuBar().addMenu("View"), display, window)
    assert stage_colour(display.stage, DARK) == DARK.canvas
    menus.stage_actions[Stage.MIDDLE].trigger()
    assert stage_colour(display.stage, DARK) == QColor(119, 119, 119)
    assert Display(preferences).stage is Stage.MIDDLE


def test_a_pane_is_painted_before_the_grey_chosen(preferences, qtbot):
    display = Display(preferences)
    review = a_review(groups=1)
    review.compare.follow(display)
    pane = Canvas(review.compare, review.aligning, Side.LEFT)
    qtbot.addWidget(pane)
    pane.resize(300, 200)
    display.set_stage(Stage.WHITE)
    assert pane.grab().toImage().pixelColor(1, 1) == QColor(255, 255, 255)
    review.close()
