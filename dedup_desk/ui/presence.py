"""Whether somebody sits at the window: when the last key was pressed or the pointer moved.

Work that can wait asks here before it takes what a key press needs. The windows that get the focus
are listened to, not the application: a filter on the application is called for every event of every
widget, and each such call enters Python.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

GONE_AFTER_S: Final = 3.0
"""Looking at a picture without touching anything goes on longer, and holds nothing up then."""

_INPUT: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
    }
)


class Presence(QObject):
    """Remembers when the last input came; may be asked from any thread.

    Args:
        now_s: a clock that never goes back.
    """

    def __init__(
        self, now_s: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now_s = now_s
        self._last_s = -GONE_AFTER_S

    def listen(self, application: QGuiApplication) -> None:
        """Notice the input of every window that gets the focus from now on."""
        application.focusWindowChanged.connect(self._focused)

    def note(self) -> None:
        """Somebody did something just now."""
        self._last_s = self._now_s()

    @property
    def is_somebody_there(self) -> bool:
        """True for `GONE_AFTER_S` after each input."""
        return self._now_s() - self._last_s < GONE_AFTER_S

    def spare(self) -> int:
        """Return how many processors work in the background leaves alone now."""
        return 1 if self.is_somebody_there else 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note input; every event goes on to its window."""
        del watched
        if event.type() in _INPUT:
            self.note()
        return False

    def _focused(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
