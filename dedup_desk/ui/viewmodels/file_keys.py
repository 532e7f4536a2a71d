"""The keys about the file of the picture in pane D; slots are called like rows of the actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot

from dedup_desk.core.compare import Side
from dedup_desk.core.records import ImageRecord
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.outside import SystemDesktop
from dedup_desk.ui.viewmodels.file_errands import FileErrands
from dedup_desk.ui.viewmodels.moving import MovingViewModel


class FileKeys(MovingViewModel):
    """Shows and names the file in pane D; decides nothing, and writes to no file.

    Args:
        session: groups and answers.
        comparing: renderings, differences and where files lie.
        contents: the session's queue where it was already read.

    Attributes:
        files: asks the desktop about a file.
    """

    def __init__(
        self, session: ReviewSession, comparing: Comparing, contents: QueueContents | None = None
    ) -> None:
        super().__init__(session, comparing, contents)
        self.files = FileErrands(comparing, SystemDesktop())
        self.files.told.connect(self.told)

    def close(self) -> None:
        """Stop looking for files as well."""
        self.files.close()
        super().close()

    @Slot()
    def reveal_file(self) -> None:
        """Show the file in the window of its folder."""
        self._of_current(self.files.reveal)

    @Slot()
    def open_file(self) -> None:
        """Open it in the program that the desktop has for it."""
        self._of_current(self.files.open)

    @Slot()
    def copy_path(self) -> None:
        """Put its path on the clipboard."""
        self._of_current(self.files.copy_path)

    @Slot()
    def copy_digest(self) -> None:
        """Put its SHA-256 on the clipboard."""
        self._of_current(self.files.copy_digest)

    def _of_current(self, do: Callable[[ImageRecord], None]) -> None:
        member = self.table.member(Side.RIGHT)
        if member is not None:
            do(member.record)
