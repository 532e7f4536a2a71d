"""What a person may want of one file, beside deciding: see it in its folder, open it, name it.

Whether the file is there is asked off the GUI thread: a drive that sleeps takes seconds to answer.
Nothing here writes to a file or moves one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from dedup_desk.core.display import display_text
from dedup_desk.core.errors import DedupError
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.latest_maker import Errand, LatestMaker, Made
from dedup_desk.ui.outside import Outside, uri_of
from dedup_desk.ui.text import worded


class Disk(Protocol):
    """Whoever knows where files lie; `services/comparing.Comparing` is one."""

    def path(self, record: ImageRecord) -> bytes:
        """Return where a file lies on this machine; asks no disk."""
        ...

    def reached(self, record: ImageRecord) -> bytes:
        """Return where a file lies that is there now; may block."""
        ...


class _Wish(Enum):
    """What is wanted of a file that is there."""

    REVEAL = auto()
    OPEN = auto()


@dataclass(frozen=True, slots=True)
class _Asked:
    """A wish, and the file that it is about."""

    wish: _Wish
    record: ImageRecord


class FileErrands(QObject):
    """Asks the desktop about one file at a time.

    Args:
        disk: where files lie.
        desktop: who shows and opens them.

    Attributes:
        desktop: the same; another one may take its place.

    Signals:
        told: str; what was done.
        refused: str; what was not done, and why.
    """

    told = Signal(str)
    refused = Signal(str)

    def __init__(self, disk: Disk, desktop: Outside) -> None:
        super().__init__()
        self._disk, self.desktop = disk, desktop
        self._maker = LatestMaker("file looked for", self)
        self._maker.arrived.connect(self._on_looked)

    def close(self) -> None:
        """Look for nothing more."""
        self._maker.close()

    def reveal(self, record: ImageRecord) -> None:
        """Show a file in the window of its folder, once it is known to be there."""
        self._look(_Asked(_Wish.REVEAL, record))

    def open(self, record: ImageRecord) -> None:
        """Open a file in the program that the desktop has for it."""
        self._look(_Asked(_Wish.OPEN, record))

    def copy_path(self, record: ImageRecord) -> None:
        """Put the path on the clipboard; of a name that is no text, the address that names it."""
        try:
            path = self._disk.path(record)
        except DedupError as error:
            self._refuse(error.message)
            return
        try:
            text = path.decode("utf-8")
        except UnicodeDecodeError:
            self.desktop.copy(uri_of(path))
            self._tell(message(_NO_TEXT, file=path))
            return
        self.desktop.copy(text)
        is_plain = display_text(path) == text
        self._tell(message(_COPIED if is_plain else _COPIED_UNSEEN, file=path))

    def copy_digest(self, record: ImageRecord) -> None:
        """Put the SHA-256 of the file, as it was read, on the clipboard."""
        self.desktop.copy(record.digest.hex())
        self._tell(message(_DIGEST, file=record.place.name))

    def _look(self, asked: _Asked) -> None:
        self._maker.ask(Errand(asked, partial(_looked, self._disk, asked.record)))

    @Slot(object)
    def _on_looked(self, made: Made) -> None:
        asked, found = made.key, made.found
        if isinstance(found, Message):
            self._refuse(found)
        elif isinstance(asked, _Asked) and isinstance(found, bytes):
            if asked.wish is _Wish.REVEAL:
                self.desktop.reveal(found, partial(self._refuse, message(_NOT_SHOWN, file=found)))
            else:
                self.desktop.open(found, partial(self._refuse, message(_NOT_OPENED, file=found)))

    def _tell(self, said: Message) -> None:
        self.told.emit(worded(said))

    def _refuse(self, said: Message) -> None:
        self.refused.emit(worded(said))


def _looked(disk: Disk, record: ImageRecord) -> bytes | Message:
    try:
        return disk.reached(record)
    except DedupError as error:
        return error.message


_COPIED = QT_TRANSLATE_NOOP("Messages", "The path is on the clipboard: {file}")
_COPIED_UNSEEN = QT_TRANSLATE_NOOP(
    "Messages",
    "The path is on the clipboard with characters that cannot be seen, such as a line break:"
    " {file}",
)
_NO_TEXT = QT_TRANSLATE_NOOP(
    "Messages",
    "The name is not UTF-8, so it cannot be copied as text: {file}. Its file:// address, which"
    " names the same file, is on the clipboard.",
)
_DIGEST = QT_TRANSLATE_NOOP("Messages", "The SHA-256 of {file} is on the clipboard.")
_NOT_SHOWN = QT_TRANSLATE_NOOP(
    "Messages", "No file manager answered on this desktop. The file lies here: {file}"
)
_NOT_OPENED = QT_TRANSLATE_NOOP(
    "Messages", "This desktop has no program that opens it. The file lies here: {file}"
)
