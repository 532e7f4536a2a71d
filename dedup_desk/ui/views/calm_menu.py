"""A menu in which a held key chooses nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu

_WALKING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
"""Keys that may be held: they only go from one entry to the next."""


class CalmMenu(QMenu):
    """Takes each press of a key once: the key that opened it, still held, must not choose."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Drop what a held key repeats, but for going up and down."""
        if event.isAutoRepeat() and event.key() not in _WALKING:
            event.accept()
        else:
            super().keyPressEvent(event)
