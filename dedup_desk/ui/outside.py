"""What the desktop outside does for us: show a file in its folder, open it, hold words to paste.

Nothing is written and nothing is moved. A path goes out as a file URI of its bytes (RFC 8089),
every byte beyond plain ASCII as %NN, so that names which are no text arrive as they are. Linux file
managers are asked through D-Bus (freedesktop.org, "File Manager D-Bus interface"), Windows and
macOS by the commands that they document.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from typing import Final, Protocol
from urllib.parse import quote_from_bytes

from PySide6.QtCore import QObject, QUrl, Slot

Otherwise = Callable[[], None]
"""Called, perhaps later, when the desktop did not do what it was asked."""

_SERVICE: Final = "org.freedesktop.FileManager1"
_PLACE: Final = "/org/freedesktop/FileManager1"
_PATIENCE_MS: Final = 10_000
"""A file manager that has to be started first takes its time."""


class Outside(Protocol):
    """What a view-model asks of the desktop."""

    def reveal(self, path: bytes, otherwise: Otherwise) -> None:
        """Show a file, chosen, in the window of its folder."""
        ...

    def open(self, path: bytes, otherwise: Otherwise) -> None:
        """Open a file in the program that the desktop has for it."""
        ...

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        ...


def uri_of(path: bytes) -> str:
    """Return the URI of an absolute path; plain ASCII, whatever the name's bytes are."""
    return "file://" + quote_from_bytes(path, safe="/")


def reveal_command(path: bytes, platform: str) -> Sequence[str] | str | None:
    """Return what shows a file by a command; None where a file manager is asked through D-Bus.

    Args:
        path: absolute.
        platform: `sys.platform`.
    """
    if platform == "win32":  # one string: its quotes stand inside the argument
        name = os.fsdecode(path).replace("/", "\\")
        return f'explorer /select,"{name}"'
    if platform == "darwin":
        return ("open", "-R", os.fsdecode(path))
    return None


class SystemDesktop(QObject):
    """The desktop that we run on.

    Args:
        platform: `sys.platform`.
    """

    def __init__(self, platform: str = sys.platform) -> None:
        super().__init__()
        self._platform = platform
        self._asked: dict[QObject, tuple[bytes, Otherwise]] = {}

    def copy(self, text: str) -> None:
        """See `Outside.copy`."""
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(text)

    def open(self, path: bytes, otherwise: Otherwise) -> None:
        """See `Outside.open`."""
        if not _opened(path):
            otherwise()

    def reveal(self, path: bytes, otherwise: Otherwise) -> None:
        """See `Outside.reveal`; where nobody can choose a file, its folder is opened."""
        command = reveal_command(path, self._platform)
        if command is None:
            self._ask_file_manager(path, otherwise)
            return
        try:
            subprocess.Popen(command)  # noqa: S603 - the system's own program; no shell reads it
        except OSError:
            _open_folder(path, otherwise)

    def _ask_file_manager(self, path: bytes, otherwise: Otherwise) -> None:
        """Ask, and do not wait: a file manager that must be started first takes seconds."""
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            _open_folder(path, otherwise)
            return
        asked = QDBusMessage.createMethodCall(_SERVICE, _PLACE, _SERVICE, "ShowItems")
        asked.setArguments([[uri_of(path)], ""])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(asked, _PATIENCE_MS), self)
        self._asked[watcher] = (path, otherwise)
        watcher.finished.connect(self._on_answer)

    @Slot()
    def _on_answer(self) -> None:
        watcher = self.sender()
        path, otherwise = self._asked.pop(watcher)
        if watcher.isError():  # type: ignore[attr-defined] # only watchers are connected
            _open_folder(path, otherwise)
        watcher.deleteLater()


def _open_folder(path: bytes, otherwise: Otherwise) -> None:
    if not _opened(os.path.dirname(path)):  # noqa: PTH120 - names are bytes
        otherwise()


def _opened(path: bytes) -> bool:
    from PySide6.QtGui import QDesktopServices

    url = QUrl.fromEncoded(uri_of(path).encode("ascii"), QUrl.ParsingMode.StrictMode)
    return QDesktopServices.openUrl(url)
