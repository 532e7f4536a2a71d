"""No key and no letter on the screen means two things: in menus, on buttons, in both languages."""

from collections import defaultdict

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from dedup_desk.ui import resources
from dedup_desk.ui.actions import ACTIONS
from dedup_desk.ui.key_sets import Keys, KeySet
from dedup_desk.ui.text import Catalogues
from dedup_desk.ui.views.parts import FlatButton
from tests.helpers.robots import WindowRobot
from tests.helpers.scenes import SCENES, SIZE, SceneDoors, opened


@pytest.fixture(params=["en", "zh_HK"])
def language(request, qapp):
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    catalogues.install(request.param)
    yield request.param
    catalogues.install("en")


@pytest.fixture
def doors():
    made = SceneDoors()
    yield made
    made.go.set()


@pytest.fixture
def robot(qtbot, language, doors, tmp_path):
    robot = WindowRobot(qtbot, doors, tmp_path)
    robot.window.resize(*SIZE)
    return robot


def letter_of(action):
    """Return what Alt, or a letter in an open menu, chooses an entry by; "" where it has none."""
    return QKeySequence.mnemonic(action.text()).toString()


def doubled(actions):
    """Return the letters that stand for two entries of one menu, with the entries."""
    entries = defaultdict(list)
    for action in actions:
        if action.isVisible() and letter_of(action):
            entries[letter_of(action)].append(action.text())
    return {letter: words for letter, words in entries.items() if len(words) > 1}


def test_no_letter_of_a_menu_chooses_two_entries(robot):
    opened(robot)
    menus = [one for one in robot.window.findChildren(QMenu) if one.actions()]
    assert len(menus) > 5
    assert {one.title(): doubled(one.actions()) for one in menus if doubled(one.actions())} == {}


@pytest.mark.parametrize("base", KeySet)
def test_no_letter_of_the_menu_bar_is_a_key_as_well(robot, base):
    bar = robot.window.findChild(QMenuBar)
    letters = {letter_of(one) for one in bar.actions()}
    assert "" not in letters
    assert doubled(bar.actions()) == {}
    assert letters & {key for spec in ACTIONS for key in Keys(base).of(spec)} == set()


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_no_key_cap_on_the_screen_stands_on_two_buttons(robot, doors, scene):
    scene(robot, doors)
    meant = defaultdict(set)
    for button in robot.window.findChildren(FlatButton):
        if button.isVisible() and button.key:
            meant[button.key].add(button.accessibleName() or button.text())
    assert {key: words for key, words in meant.items() if len(words) > 1} == {}
