"""A robot that uses the window as a person does: by keys, clicks and what can be read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QWidget

from dedup_desk.ui.job_runner import JobRunner
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.presence import Presence
from dedup_desk.ui.viewmodels.doors import Doors
from dedup_desk.ui.viewmodels.shell import Screen, ShellViewModel
from dedup_desk.ui.views.main_window import MainWindow
from dedup_desk.ui.views.parts import FlatButton
from dedup_desk.ui.views.review_slot import MakeDesk, review_desk


def a_made_up_desk(_view_model: object, _actions: object) -> QWidget:
    """A review screen with nothing on it."""
    return QWidget()


class WindowRobot:
    """Drives one main window.

    Args:
        qtbot: pytest-qt's.
        doors: how projects come into being.
        folder: where the window's settings are kept.
        make_desk: makes the review screen.
    """

    def __init__(
        self, qtbot, doors: Doors, folder: Path, make_desk: MakeDesk = review_desk
    ) -> None:
        self._qtbot = qtbot
        self.preferences = Preferences(folder / "window.ini")
        self.runner = JobRunner()
        self.presence = Presence()
        self.shell = ShellViewModel(doors, self.runner, self.preferences, self.presence)
        self.window = MainWindow(self.shell, self.preferences, b"/var/log/desk", make_desk)
        qtbot.addWidget(self.window)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.window.focus_default()

    @property
    def screen(self) -> Screen:
        """What fills the window."""
        return self.shell.screen

    @property
    def notice(self) -> str:
        """The sentence in the message bar, or ""."""
        bar = self.window.message_bar
        return bar.words.text() if bar.isVisible() else ""

    def open(self, path: bytes, until: Screen = Screen.AUDIT) -> None:
        """Open a path and wait for a screen."""
        self.shell.open(path)
        self.wait_for(until)

    def wait_for(self, screen: Screen) -> None:
        """Wait until a screen is in front and nothing runs."""
        self._qtbot.waitUntil(lambda: self.screen is screen and not self.runner.busy, timeout=8000)

    def wait_until(self, holds) -> None:
        """Wait until something holds."""
        self._qtbot.waitUntil(lambda: bool(holds()), timeout=8000)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard is."""
        target = QApplication.focusWidget() or self.window
        self._qtbot.keyClick(target, key, modifier)

    def click(self, words: str) -> None:
        """Click the visible button that says `words`."""
        self._qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def button(self, words: str) -> QAbstractButton:
        """Return the visible button that says `words`."""
        found = [one for one in self.buttons() if one.text().replace("&", "") == words]
        assert found, f"no button {words!r} among {[one.text() for one in self.buttons()]}"
        return found[0]

    def buttons(self) -> list[QAbstractButton]:
        """Return every visible button."""
        return [one for one in self.window.findChildren(QAbstractButton) if one.isVisible()]

    def reads(self) -> str:
        """Return every visible word of labels, buttons and tables, a line each."""
        labels = [one.text() for one in self.window.findChildren(QLabel) if one.isVisible()]
        tables = [one for one in self.window.findChildren(QTableView) if one.isVisible()]
        cells = [
            str(table.model().index(row, column).data())
            for table in tables
            for row in range(min(table.model().rowCount(), 50))
            for column in range(table.model().columnCount())
        ]
        return "\n".join([*labels, *(one.text() for one in self.buttons()), *cells])

    def drop(self, encoded_url: bytes, on: QWidget | None = None) -> None:
        """Drop a URL, percent-encoded as a file manager sends it."""
        target = on or self.window
        data = QMimeData()
        data.setUrls([QUrl.fromEncoded(encoded_url)])
        actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(5, 5), actions, data, buttons, none)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(
            target, QDropEvent(QPointF(5, 5), actions, data, buttons, none, QEvent.Type.Drop)
        )

    def focused_words(self) -> str:
        """Return what the focused button says, or ""."""
        widget = QApplication.focusWidget()
        return widget.text() if isinstance(widget, FlatButton) else ""
