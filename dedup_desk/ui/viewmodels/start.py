"""The first screen: open a folder, open a project, or go on with a recent one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes, urlsplit

from PySide6.QtCore import QObject, QUrl, Signal

from dedup_desk.core.display import display_text
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.viewmodels.amounts import moment_text


@dataclass(frozen=True, slots=True)
class RecentRow:
    """One line of the list: what to open and how it reads.

    Attributes:
        path: absolute, bytes.
        title, where, when: for eyes.
        is_folder: a folder, not a project file.
    """

    path: bytes
    title: str
    where: str
    when: str
    is_folder: bool


class StartViewModel(QObject):
    """What the first screen shows and does.

    Signals:
        chosen(bytes): open this folder or project file.
        changed(): the list of recent places is another.
    """

    chosen = Signal(object)
    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences

    @property
    def rows(self) -> tuple[RecentRow, ...]:
        """Recent projects and folders, newest first."""
        return tuple(
            RecentRow(
                one.path,
                display_text(os.path.basename(one.path.rstrip(b"/")) or one.path),  # noqa: PTH119 - bytes
                display_text(os.path.dirname(one.path.rstrip(b"/")) or b"/"),  # noqa: PTH120 - bytes
                moment_text(one.at_utc),
                one.is_folder,
            )
            for one in self._preferences.recents
        )

    def choose(self, path: bytes) -> None:
        """Open a folder or a project file."""
        self.chosen.emit(path)

    def drop(self, paths: Sequence[bytes]) -> None:
        """Open what was dropped: the first one."""
        if paths:
            self.chosen.emit(paths[0])

    def forget(self, path: bytes) -> None:
        """Take a place off the list; nothing else happens to it."""
        self._preferences.forget(path)
        self.changed.emit()


def dropped_paths(urls: Sequence[QUrl]) -> tuple[bytes, ...]:
    """Return the local paths of dropped URLs as bytes.

    Read from the percent-encoded form: `QUrl.toLocalFile` goes through Qt's text, which cannot
    hold a name that is not UTF-8.
    """
    found = []
    for url in urls:
        if url.isLocalFile():
            encoded = bytes(url.toEncoded().data()).decode("ascii")
            found.append(unquote_to_bytes(urlsplit(encoded).path))
    return tuple(found)
