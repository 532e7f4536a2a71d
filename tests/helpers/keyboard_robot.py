"""A person who has a keyboard and no mouse, in the whole window over the real services."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dedup_desk.core.decisions import Verdict
from dedup_desk.core.display import display_text
from dedup_desk.ui.app import ServiceDoors
from dedup_desk.ui.stall_watch import StallWatch
from dedup_desk.ui.viewmodels.retire import Doing
from dedup_desk.ui.viewmodels.shell import Screen
from tests.helpers.review_robot import KEYS
from tests.helpers.robots import WindowRobot
from tests.helpers.turns import Turns

_CTRL = Qt.KeyboardModifier.ControlModifier
TABS = {
    Screen.AUDIT: Qt.Key.Key_1,
    Screen.REVIEW: Qt.Key.Key_2,
    Screen.SET_ASIDE: Qt.Key.Key_3,
    Screen.HISTORY: Qt.Key.Key_4,
}


class KeyboardRobot(WindowRobot):
    """Uses the window by its keys alone, and counts how long it did not answer.

    Args:
        qtbot: pytest-qt's.
        folder: where the window's settings are kept.

    Attributes:
        wall, cpu: gaps between two turns of the event loop, by the clock and in CPU time of the
            GUI thread.
        turns: what each key led to, and what its time was spent on.
    """

    def __init__(self, qtbot, folder: Path) -> None:
        self.turns = Turns()
        self.wall = StallWatch(time.perf_counter_ns)
        self.cpu = StallWatch(time.thread_time_ns)
        super().__init__(qtbot, ServiceDoors(), folder)
        for watch in (self.wall, self.cpu):
            watch.setParent(self.window)
            watch.start()

    # Keys -----------------------------------------------------------------------------------------

    def keys(self, *names: str) -> KeyboardRobot:
        """Press keys one after another: "A", "Enter", "Ctrl+Z"."""
        for name in names:
            *modifiers, key = name.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for modifier in modifiers:
                held |= getattr(
                    Qt.KeyboardModifier, f"{modifier.replace('Ctrl', 'Control')}Modifier"
                )
            with self._measured(name):
                QTest.keyClick(_focus(self.window), _code(key), held)
        return self

    def hold(self, name: str, times: int = 8) -> KeyboardRobot:
        """Hold a key down: repeats without a press, as they go on after a screen has changed."""
        code, none = _code(name), Qt.KeyboardModifier.NoModifier
        text = name.lower() if len(name) == 1 else ""
        for _ in range(times):
            with self._measured(name):
                QTest.simulateEvent(_focus(self.window), True, code, none, text, True)
        QTest.simulateEvent(_focus(self.window), False, code, none, text, False)
        return self

    def compose(self, preedit: str, commit: str) -> KeyboardRobot:
        """Type with an input method: a composition, then its result."""
        done = QInputMethodEvent("", [])
        done.setCommitString(commit)
        for event in (QInputMethodEvent(preedit, []), done):
            QApplication.sendEvent(_focus(self.window), event)
        return self

    def write(self, text: str) -> KeyboardRobot:
        """Type into the text field that has the keyboard."""
        QTest.keyClicks(_focus(self.window), text)
        return self

    def walk_to(self, wanted: QWidget) -> KeyboardRobot:
        """Press Tab until the keyboard is at a widget."""
        for _ in range(40):
            if QApplication.focusWidget() is wanted:
                return self
            self.keys("Tab")
        raise AssertionError(f"Tab does not reach {wanted}")

    def choose(self, words: str) -> KeyboardRobot:
        """Walk to the button that says `words` and press Enter."""
        return self.walk_to(self.button(words)).keys("Enter")

    # Screens --------------------------------------------------------------------------------------

    def go(self, screen: Screen) -> None:
        """Press the key of a tab and wait until its screen rests."""
        with self._measured(screen.name):
            QTest.keyClick(_focus(self.window), TABS[screen], _CTRL)
        self.until(lambda: self.screen is screen and not self.runner.busy)

    def until(self, holds) -> None:
        """Wait for work on real files."""
        self._skip()
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=120_000)

    def rested(self) -> None:
        """Wait until the "Set aside" screen has nothing in hand and knows its plan."""
        retire = self.shell.retire
        self.until(
            lambda: (
                retire.state.doing is Doing.NOTHING
                and retire.state.plan is not None
                and not self.runner.busy
            )
        )

    def dialog(self, name: str) -> QWidget:
        """Return the open dialog of that name."""
        self.until(lambda: self.window.findChild(QWidget, name) is not None)
        found = self.window.findChild(QWidget, name)
        self.until(found.isActiveWindow)
        return found

    def answered(self, name: str) -> KeyboardRobot:
        """Wait until that dialog is gone and the window has the keyboard again."""
        self.until(lambda: self.window.findChild(QWidget, name) is None)
        self.window.activateWindow()  # without a screen there is no window manager to do it
        self.until(self.window.isActiveWindow)
        return self

    @contextmanager
    def _measured(self, name: str) -> Iterator[None]:
        """Count what a key leads to, and the turn of the event loop after it, as one stretch."""
        self._skip()
        with self.turns.turn(name):
            yield
            QApplication.processEvents()
        for watch in (self.wall, self.cpu):
            watch.tick()

    def _skip(self) -> None:
        for watch in (self.wall, self.cpu):
            watch.skip()

    # What can be read -----------------------------------------------------------------------------

    @property
    def review(self):
        """The review behind the screen."""
        assert self.shell.review is not None
        return self.shell.review

    @property
    def group(self) -> str:
        """Name of the group on the table."""
        row = self.review.queue.current()
        return "" if row is None else display_text(row.title)

    def verdicts(self) -> list[Verdict]:
        """Return every answer about the group on the table."""
        view = self.review.table.view
        return [one.verdict for one in view.members if one.verdict is not None]

    def answers(self) -> dict[str, Verdict]:
        """Return every answer of the project, by path."""
        return {
            place.shown(): decision.verdict
            for place, decision in self.shell.project.file.decisions().items()
        }


def _focus(window: QWidget) -> QWidget:
    return QApplication.focusWidget() or window


def _code(name: str) -> Qt.Key:
    return KEYS.get(name) or Qt.Key(ord(name.upper()))
