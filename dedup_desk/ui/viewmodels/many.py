"""The keys for more than two pictures: the grid, and rounds of winner stays."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Slot

from dedup_desk.core.compare import Side
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.file_keys import FileKeys
from dedup_desk.ui.viewmodels.grid import GridViewModel
from dedup_desk.ui.viewmodels.rounds import ROUND_IS_ON, Rounds


class ManyViewModel(FileKeys):
    """Looks at a whole group at once, or two of it after each other; decides nothing.

    Args:
        session: groups and answers.
        comparing: renderings and differences.
        contents: the session's queue where it was already read.

    Attributes:
        grid: the group in a grid.
        rounds: the round of winner stays.
    """

    def __init__(
        self, session: ReviewSession, comparing: Comparing, contents: QueueContents | None = None
    ) -> None:
        super().__init__(session, comparing, contents)
        self.grid = GridViewModel(self.table, self.pictures)
        self.rounds = Rounds(self.table)
        self.grid.turned.connect(self._on_turned_grid)
        self.compare.mode_changed.connect(self.grid.close)
        self.rounds.said.connect(self._tell)

    # The grid -------------------------------------------------------------------------------------

    @Slot()
    def show_grid(self) -> None:
        """Show the group in a grid, or the pair again."""
        if self.grid.is_open:
            self.grid.close()
        elif not self._round_forbids():
            self.rhythm.stop()
            self.grid.open()

    @Slot()
    def show_pair(self) -> None:
        """Return from the grid: what comes next is about the pair."""
        self.grid.close()

    @Slot()
    def image_above(self) -> None:
        """Choose the picture above the current one."""
        self.grid.step_row(-1)

    @Slot()
    def image_below(self) -> None:
        """Choose the picture below the current one."""
        self.grid.step_row(+1)

    def choose(self, number: int) -> None:
        """Put the picture with a number in pane D."""
        if not self._round_forbids():
            self.grid.choose(number)

    @Slot()
    def fit(self) -> None:
        """Show all that is shown whole."""
        if self.grid.is_open:
            self.grid.fit()
        else:
            super().fit()

    @Slot()
    def actual_pixels(self) -> None:
        """100 % at the pointer; again: fit."""
        if self.grid.is_open:
            self.grid.actual_pixels()
        else:
            super().actual_pixels()

    def turn(self, turn: Callable[[int], bool], by: int) -> None:
        """Turn pages of the pair; say so where there are none to turn to."""
        if not turn(by):
            self._tell(message(_NO_FURTHER if by > 0 else _NO_EARLIER))

    # Rounds ---------------------------------------------------------------------------------------

    @Slot()
    def begin_round(self) -> None:
        """Compare the group two by two: the better one stays."""
        self.grid.close()
        self.rounds.begin()

    @Slot()
    def round_left(self) -> None:
        """A stays, the picture in pane D leaves the round."""
        self.rounds.stays(Side.LEFT)

    @Slot()
    def round_right(self) -> None:
        """D stays, the picture in pane A leaves the round."""
        self.rounds.stays(Side.RIGHT)

    @Slot()
    def round_later(self) -> None:
        """Ask about the newcomer once all others were compared."""
        self.rounds.ask_later()

    @Slot()
    def next_member(self) -> None:
        """Show the next image of the group in pane D; in a round, the round says who comes."""
        if not self._round_forbids():
            super().next_member()

    @Slot()
    def previous_member(self) -> None:
        """Show the previous image of the group in pane D."""
        if not self._round_forbids():
            super().previous_member()

    @Slot()
    def next_group(self) -> None:
        """Go to the next group; in a round, a stray key must not lose the steps made so far."""
        if not self._round_forbids():
            super().next_group()

    @Slot()
    def previous_group(self) -> None:
        """Go to the previous group."""
        if not self._round_forbids():
            super().previous_group()

    @Slot()
    def back(self) -> None:
        """Return to the group looked at before."""
        if not self._round_forbids():
            super().back()

    @Slot()
    def leave(self) -> None:
        """Leave what is open: clicks to align by, the round, the grid."""
        if self.aligning.picks is not None:
            self.aligning.take_back()
        elif self.rounds.round is not None:
            self.rounds.leave()
        else:
            self.grid.close()

    @property
    def can_leave(self) -> bool:
        """Something is open that Esc leaves."""
        is_clicking = self.aligning.picks is not None
        return is_clicking or self.rounds.round is not None or self.grid.is_open

    # Inside ---------------------------------------------------------------------------------------

    def _round_forbids(self) -> bool:
        """Say why nothing is done while a round is on."""
        if self.rounds.round is None:
            return False
        self._tell(message(ROUND_IS_ON))
        return True

    @Slot(object)
    def _tell(self, said: Message) -> None:
        self.told.emit(worded(said))

    @Slot()
    def _on_turned_grid(self) -> None:
        """The pair's pictures are wanted again."""
        if not self.grid.is_open:
            self.compare.refresh()

    @Slot()
    def _on_profile(self) -> None:
        super()._on_profile()
        self.grid.refresh()


_NO_FURTHER = QT_TRANSLATE_NOOP("Messages", "There is no further page.")
_NO_EARLIER = QT_TRANSLATE_NOOP("Messages", "There is no earlier page.")
