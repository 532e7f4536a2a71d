"""A robot that reviews as a person does: by keys, and by what can be read on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dedup_desk.core.compare import Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.core.display import display_text
from dedup_desk.ui.actions import ActionSet
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.review_view import ReviewView

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Space": Qt.Key.Key_Space,
    "Tab": Qt.Key.Key_Tab,
    "Backspace": Qt.Key.Key_Backspace,
    "PgDown": Qt.Key.Key_PageDown,
    "PgUp": Qt.Key.Key_PageUp,
    "Right": Qt.Key.Key_Right,
    "Left": Qt.Key.Key_Left,
    "Esc": Qt.Key.Key_Escape,
    ";": Qt.Key.Key_Semicolon,
    "F7": Qt.Key.Key_F7,
    "F8": Qt.Key.Key_F8,
}


class ReviewRobot:
    """Drives one review screen in a window of its own.

    Args:
        qtbot: pytest-qt's.
        model: the review.
        size: of the window, in device-independent pixels.
    """

    def __init__(self, qtbot, model: ReviewViewModel, size: tuple[int, int] = (1280, 720)) -> None:
        self._qtbot = qtbot
        self.model = model
        self.said: list[str] = []
        self._owner = QObject()
        self.actions = ActionSet(self._owner)
        self.view = ReviewView(model, self.actions)
        self._owner.setParent(self.view)  # the actions live exactly as long as who paints them
        self.view.resize(*size)
        self._answer_window_keys()
        model.failed.connect(self.said.append)
        model.told.connect(self.said.append)
        qtbot.addWidget(self.view, before_close_func=lambda _view: model.close())
        with qtbot.waitActive(self.view):
            self.view.show()
        self.view.compare.setFocus()

    def press(self, *keys: str) -> ReviewRobot:
        """Press keys one after another, as on a keyboard."""
        for key in keys:
            target = QApplication.focusWidget() or self.view
            code = KEYS.get(key) or Qt.Key(ord(key.upper()))
            QTest.keyClick(target, code)
        return self

    def press_with(self, modifier: Qt.KeyboardModifier, key: str) -> ReviewRobot:
        """Press a key while a modifier is held."""
        target = QApplication.focusWidget() or self.view
        QTest.keyClick(target, KEYS.get(key) or Qt.Key(ord(key.upper())), modifier)
        return self

    def hold(self, key: str, times: int = 5) -> ReviewRobot:
        """Hold a key down: one press, then repeats, then the release."""
        code, text = KEYS.get(key) or Qt.Key(ord(key.upper())), key if len(key) == 1 else ""
        none = Qt.KeyboardModifier.NoModifier
        target = QApplication.focusWidget() or self.view
        for repeats in [False] + times * [True]:
            QTest.simulateEvent(target, True, code, none, text, repeats)
        QTest.simulateEvent(target, False, code, none, text, False)
        return self

    def compose(self, preedit: str, commit: str) -> ReviewRobot:
        """Type with an input method: a composition, then its result."""
        target = QApplication.focusWidget() or self.view
        QApplication.sendEvent(target, QInputMethodEvent(preedit, []))
        done = QInputMethodEvent("", [])
        done.setCommitString(commit)
        QApplication.sendEvent(target, done)
        return self

    def wheel_over(self, side: Side, steps: int, at: QPoint | None = None) -> ReviewRobot:
        """Turn the wheel over a pane."""
        canvas = self.view.compare.canvases[side]
        place = at or canvas.rect().center()
        in_window = canvas.mapTo(self.view, place)
        QTest.wheelEvent(self.view.windowHandle(), in_window, QPoint(0, 120 * steps))
        return self

    def wait_until(self, condition) -> ReviewRobot:
        """Wait for a picture, a difference, a row."""
        self._qtbot.waitUntil(condition, timeout=8000)
        return self

    # What can be read -------------------------------------------------------------------------

    @property
    def button(self) -> str:
        """What Enter says it will do."""
        return self.view.footer.accept.text()

    @property
    def saved(self) -> str:
        """The last words of the footer."""
        return self.view.footer.saved.text()

    @property
    def group(self) -> str:
        """Name of the group on the table."""
        row = self.model.queue.current()
        return "" if row is None else display_text(row.title)

    def name(self, side: Side) -> str:
        """Name of the file in a pane."""
        member = self.model.table.member(side)
        return "" if member is None else display_text(member.record.place.name)

    def verdicts(self) -> tuple[Verdict | None, ...]:
        """Answers about the group on the table, in its order."""
        view = self.model.table.view
        return () if view is None else tuple(one.verdict for one in view.members)

    def _answer_window_keys(self) -> None:
        """Undo and redo belong to the window; here the robot's window is the view itself."""
        for id_ in ("undo", "redo"):
            self.actions[id_].triggered.connect(getattr(self.model, id_))
            self.actions[id_].setEnabled(True)
            self.view.addAction(self.actions[id_])
