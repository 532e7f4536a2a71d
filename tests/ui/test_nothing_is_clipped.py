"""At 1280 x 720, in both languages: every word stands whole, or its tool tip says the whole.

Every screen in its states, every dialog and every menu is laid out and measured. The real sample is
measured the same way whenever `tests.ui.screens` draws it.
"""

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from dedup_desk.ui import resources
from dedup_desk.ui.text import Catalogues
from dedup_desk.ui.theme import Scheme, fonts_of, palette_of
from dedup_desk.ui.viewmodels.shell import Screen
from dedup_desk.ui.views.parts import Elided, FlatButton
from tests.helpers.clipping import clipped
from tests.helpers.robots import WindowRobot
from tests.helpers.scenes import DIALOGS, SCENES, SIZE, SceneDoors, opened


@pytest.fixture(params=["en", "zh_HK"])
def language(request, qapp):
    """The application in one language, with its fonts and colours, as it is started."""
    before = QFont(qapp.font()), qapp.palette()
    catalogues = Catalogues(qapp, resources.folder() / "i18n")
    catalogues.install(request.param)
    assert catalogues.missing == ()
    qapp.setFont(fonts_of(request.param))
    qapp.setPalette(palette_of(Scheme.LIGHT))
    yield request.param
    catalogues.install("en")
    qapp.setFont(before[0])
    qapp.setPalette(before[1])


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


def settle():
    """Let what came last be laid out, by events of its own: a grab before that would keep it."""
    for _ in range(20):
        QApplication.processEvents()


@pytest.mark.parametrize("scene", SCENES.values(), ids=SCENES)
def test_every_word_of_a_screen_stands_whole(robot, doors, scene):
    scene(robot, doors)
    settle()
    calm = QDeadlineTimer(3000)
    while clipped(robot.window) and not calm.hasExpired():
        settle()
    assert clipped(robot.window) == []


@pytest.mark.parametrize("make", DIALOGS.values(), ids=DIALOGS)
def test_every_word_of_a_dialog_stands_whole(qtbot, language, tmp_path, make):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*SIZE)
    parent.show()
    dialog: QDialog = make(parent, tmp_path)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert clipped(dialog) == []
    assert dialog.width() <= SIZE[0]
    assert dialog.height() <= SIZE[1]
    dialog.close()
    dialog.deleteLater()


def test_every_menu_fits_the_screen(robot, doors):
    opened(robot, Screen.REVIEW)
    menus = [one for one in robot.window.findChildren(QMenu) if one.actions()]
    assert len(menus) > 5
    wide = [(one.title(), one.sizeHint()) for one in menus
            if one.sizeHint().width() > SIZE[0] or one.sizeHint().height() > SIZE[1]]  # fmt: skip
    assert wide == []


# The measure itself -----------------------------------------------------------------------------


@pytest.fixture
def frame(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


def test_a_label_with_too_little_room_is_found(frame):
    label = QLabel("Needs a person to look at it", frame)
    label.setGeometry(0, 0, 40, 20)
    label.show()
    assert "Needs a person" in clipped(frame)[0]
    label.adjustSize()
    assert clipped(frame) == []


def test_words_broken_over_more_lines_than_there_is_room_for_are_found(frame):
    label = QLabel("Nothing was changed. Choose a folder on another disk.", frame)
    label.setWordWrap(True)
    label.setGeometry(0, 0, 120, 20)
    label.show()
    assert len(clipped(frame)) == 1


def test_a_squeezed_button_and_one_beyond_the_edge_are_found(frame):
    row = QHBoxLayout(frame)
    button = QPushButton("Open the folder")
    row.addWidget(button)
    button.setMaximumWidth(30)
    assert len(clipped(frame)) == 1
    button.setMaximumWidth(1000)
    frame.layout().activate()
    assert clipped(frame) == []
    button.move(250, 10)
    assert "leaves" in clipped(frame)[0]


def test_words_that_a_widget_paints_beyond_its_place_are_found(frame):
    button = FlatButton()
    button.setParent(frame)
    button.setText("Start review")
    button.setGeometry(0, 0, 60, 30)
    button.show()
    assert any(one.startswith("painted") for one in clipped(frame))


def test_what_is_cut_on_purpose_is_in_order_only_with_its_tool_tip(frame):
    label = Elided()
    label.setParent(frame)
    label.setGeometry(0, 0, 60, 20)
    label.setWhole("a name that is longer than sixty pixels")
    label.show()
    assert clipped(frame) == []
    label.setToolTip("")
    assert len(clipped(frame)) == 1
