"""Repetitions of a held key that Qt takes for new presses: told by their time, and swallowed."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.held_keys import HeldKeys

NONE = Qt.KeyboardModifier.NoModifier
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
OVERRIDE = QEvent.Type.ShortcutOverride


class Hearer(QWidget):
    """Hears every key event that is not swallowed."""

    def __init__(self):
        super().__init__()
        self.heard = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def event(self, event):
        if event.type() in (PRESS, RELEASE, OVERRIDE):
            self.heard.append((event.type(), event.key()))
            event.ignore()
            return False
        return super().event(event)


@pytest.fixture
def held(qtbot, qapp):
    owner = QObject()
    made = HeldKeys(ActionSet(owner), owner)
    made.listen(qapp)
    yield made
    qapp.focusObjectChanged.disconnect(made._on_focus)
    made._on_focus(None)
    owner.deleteLater()


def focused(qtbot, widget):
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)
    return widget


def send(widget, kind, key, at_ms, *, repeats=False):
    event = QKeyEvent(kind, key, NONE, "", repeats)
    event.setTimestamp(at_ms)
    QCoreApplication.sendEvent(widget, event)
    return event


def test_a_press_at_the_time_of_its_release_claims_the_shortcut_and_goes_no_further(qtbot, held):
    hearer = focused(qtbot, Hearer())
    assert not send(hearer, OVERRIDE, Qt.Key.Key_A, 1000).isAccepted()
    send(hearer, RELEASE, Qt.Key.Key_A, 1500)
    hearer.heard.clear()
    assert send(hearer, OVERRIDE, Qt.Key.Key_A, 1500).isAccepted()
    send(hearer, PRESS, Qt.Key.Key_A, 1501)
    assert hearer.heard == []


@pytest.mark.parametrize(
    ("key", "at_ms"),
    [(Qt.Key.Key_A, 1540), (Qt.Key.Key_D, 1500), (Qt.Key.Key_S, 1500), (Qt.Key.Key_PageDown, 1500)],
)
def test_a_hand_another_key_and_going_on_are_let_through(qtbot, held, key, at_ms):
    hearer = focused(qtbot, Hearer())
    send(hearer, RELEASE, key if key != Qt.Key.Key_D else Qt.Key.Key_A, 1500)
    assert not send(hearer, OVERRIDE, key, at_ms).isAccepted()
    assert hearer.heard[-1] == (OVERRIDE, key)


def test_enter_held_over_a_dialog_presses_nothing_twice(qtbot, held):
    hearer = focused(qtbot, Hearer())
    send(hearer, RELEASE, Qt.Key.Key_Return, 1500)
    hearer.heard.clear()
    send(hearer, PRESS, Qt.Key.Key_Return, 1500)
    assert hearer.heard == []


def test_letters_held_in_a_text_field_are_typed(qtbot, held):
    field = focused(qtbot, QLineEdit())
    send(field, RELEASE, Qt.Key.Key_A, 1500)
    event = QKeyEvent(PRESS, Qt.Key.Key_A, NONE, "a")
    event.setTimestamp(1500)
    QCoreApplication.sendEvent(field, event)
    assert field.text() == "a"


def test_it_follows_the_focus(qtbot, held):
    first, second = focused(qtbot, Hearer()), focused(qtbot, Hearer())
    send(second, RELEASE, Qt.Key.Key_A, 1500)
    assert send(second, OVERRIDE, Qt.Key.Key_A, 1500).isAccepted()
    assert not send(first, OVERRIDE, Qt.Key.Key_A, 1500).isAccepted()  # nobody types there


def focused_child(qtbot, window):
    child = QLineEdit(window)
    child.show()
    child.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is child)
    return child


def test_it_survives_who_had_the_focus(qtbot, held):
    window = focused(qtbot, Hearer())
    focused_child(qtbot, window).deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.setFocus()
    send(window, RELEASE, Qt.Key.Key_A, 1600)
    assert send(window, OVERRIDE, Qt.Key.Key_A, 1600).isAccepted()
