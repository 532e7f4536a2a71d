"""A key that is held down decides nothing, also where Qt does not notice that it is held.

X11 sends a held key as releases and presses in turn, and Qt calls a press a repetition only if it
already waits behind its release: of a key held for a second under a remote desktop, three presses
of fifteen were called so, and each of the others decided. Such a press carries the very time of the
release before it; no hand is that fast.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import (
    QAction,
    QGuiApplication,
    QInputMethodQueryEvent,
    QKeyEvent,
    QKeySequence,
)
from shiboken6 import isValid

SAME_TIME_MS: Final = 2
_PRESSING: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
"""Keys that press the button that has the focus, or the one a dialog offers."""


class HeldKeys(QObject):
    """Swallows what only looks like another press.

    Args:
        actions: the window's; those that a held key may repeat are left alone.
    """

    def __init__(self, actions: Mapping[str, QAction], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._released: tuple[int, int] = (0, 0)
        self._watched: QObject | None = None

    def listen(self, application: QGuiApplication) -> None:
        """Look at the keys of whatever has the focus from now on."""
        application.focusObjectChanged.connect(self._on_focus)
        self._on_focus(application.focusObject())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let everything pass but a press at the moment of its own release."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
            return False
        if not self._is_held(event) or not self._is_single(event) or _takes_text(watched):
            return False
        event.accept()  # a shortcut that is claimed is not carried out
        return True

    def _is_held(self, event: QKeyEvent) -> bool:
        key, at_ms = self._released
        if event.isAutoRepeat() or not event.timestamp() or event.key() != key:
            return False  # what Qt calls a repetition needs no help
        return 0 <= event.timestamp() - at_ms <= SAME_TIME_MS

    def _is_single(self, event: QKeyEvent) -> bool:
        """Say whether a key does something once for each press."""
        pressed = QKeySequence(event.keyCombination())
        owners = [one for one in self._actions.values() if pressed in one.shortcuts()]
        return any(not one.autoRepeat() for one in owners) or event.key() in _PRESSING

    def _on_focus(self, watched: QObject | None) -> None:
        if self._watched is not None and isValid(self._watched):  # else it went with its focus
            self._watched.removeEventFilter(self)
        self._watched = watched
        if watched is not None:
            watched.installEventFilter(self)


def _takes_text(watched: QObject) -> bool:
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QCoreApplication.sendEvent(watched, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))
