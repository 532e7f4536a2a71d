"""Whether somebody sits at the window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from dedup_desk.ui.presence import GONE_AFTER_S, Presence
from tests.helpers.clocks import Clock


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def presence(qapp, clock):
    made = Presence(clock)
    made.listen(qapp)
    return made


@pytest.fixture
def field(qtbot, presence):
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.wait_until(lambda: QApplication.focusWindow() is made.windowHandle())
    return made


def wheel(window):
    at, none = QPointF(5, 5), Qt.MouseButton.NoButton
    event = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 120),
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window, event)


INPUTS = {
    "key": lambda window: QTest.keyClick(window, Qt.Key.Key_A),
    "button": lambda window: QTest.mouseClick(window, Qt.MouseButton.LeftButton),
    "move": lambda window: QTest.mouseMove(window, QPoint(7, 7)),
    "wheel": wheel,
}


@pytest.mark.parametrize("kind", INPUTS)
def test_input_says_that_somebody_is_there(field, presence, kind):
    assert not presence.is_somebody_there
    INPUTS[kind](field.windowHandle())
    assert presence.is_somebody_there


def test_the_input_still_arrives(field, presence):
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    assert presence.is_somebody_there
    assert field.text() == "a"


def test_somebody_is_gone_after_a_few_seconds_without_input(presence, clock):
    presence.note()
    clock.now_s += GONE_AFTER_S - 0.1
    assert presence.is_somebody_there
    clock.now_s += 0.2
    assert not presence.is_somebody_there


def test_painting_is_no_input(field, presence, qtbot):
    field.resize(300, 80)
    field.repaint()
    qtbot.wait(20)
    assert not presence.is_somebody_there


def test_a_second_window_is_listened_to_as_well(field, presence, qtbot, clock):
    other = QLineEdit()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.wait_until(lambda: QApplication.focusWindow() is other.windowHandle())
    QTest.keyClick(other.windowHandle(), Qt.Key.Key_B)
    assert presence.is_somebody_there
    assert other.text() == "b"
