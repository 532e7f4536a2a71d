"""The keys that only look: other groups, other members, other modes, closer or farther."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot

from dedup_desk.core.messages import QT_TRANSLATE_NOOP, message
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.queue_choosing import QueueContents
from dedup_desk.services.reviewing import ReviewSession
from dedup_desk.ui.display import Display
from dedup_desk.ui.picture_loader import PictureLoader
from dedup_desk.ui.text import worded
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.fact_sheet import FactSheet
from dedup_desk.ui.viewmodels.looking import Looking
from dedup_desk.ui.viewmodels.other_pages import OtherPages
from dedup_desk.ui.viewmodels.overlays import Overlays
from dedup_desk.ui.viewmodels.panels import Panel
from dedup_desk.ui.viewmodels.pictures import Pictures
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.queue_rows import is_open
from dedup_desk.ui.viewmodels.seat import Seat
from dedup_desk.ui.viewmodels.table import TableViewModel


class MovingViewModel(Looking):
    """Moves through the queue and the pictures; decides nothing.

    Args:
        session: groups and answers.
        comparing: renderings and differences.
        contents: the session's queue where it was already read; else `load` reads it.

    Attributes:
        session: what is read from.
        queue, table, compare, sheet: the screen's parts; the sheet holds the facts.
        thumbnails: stored small pictures.
        pictures: renderings that are here.

    Signals:
        told: str; a sentence that is no failure.
        closing: whoever sends it keys or clicks lets go of it now.
    """

    told = Signal(str)
    closing = Signal()

    def __init__(
        self, session: ReviewSession, comparing: Comparing, contents: QueueContents | None = None
    ) -> None:
        loader, thumbnails = PictureLoader(comparing), Thumbnails(session.thumbnail)
        pictures = Pictures(loader, thumbnails)
        overlays, others = Overlays(comparing, pictures), OtherPages(comparing)
        super().__init__(CompareViewModel(pictures, overlays, others))
        self.pictures = pictures
        self.session = session
        self._contents = contents
        self._loader, self.thumbnails = loader, thumbnails
        self._comparing = comparing
        self._display: Display | None = None
        self._seat: Seat | None = None
        thumbnails.setParent(self)
        self.queue = QueueViewModel()
        self.table = TableViewModel(session, self.queue, self.compare)
        self.sheet = FactSheet(self.table, session, comparing)
        self.sheet.setParent(self)

    def load(self) -> None:
        """Take the queue; lay the group that was left, else the first that needs a person."""
        contents = self._contents or self.session.whole_queue()
        self.queue.take(contents, self.session.marks.ids(contents.table))
        self._contents = None  # of the opening; another load reads what holds then
        if self._seat is not None and self._seat.take(self.queue, self.table, self.compare):
            return
        row = self.queue.current()
        waiting = -1 if row is None or is_open(row) else self.queue.next_open()
        if waiting >= 0:
            self.queue.select(waiting)
        else:
            self.table.open_row()

    def sit(self, seat: Seat) -> None:
        """Take a seat as it was left; at the close it is left again."""
        self._seat = seat
        seat.dress(self.compare, self.panels)

    def show_on(self, display: Display) -> None:
        """Show pictures in the colours of a screen and on its ground, now and when they change."""
        self._display = display
        self.compare.follow(display)
        self._comparing.show_through(display.profile)
        self._comparing.take_inks_as(display.inks)
        display.profile_changed.connect(self._on_profile)

    @property
    def held_bytes(self) -> int:
        """Memory that pictures take now."""
        return self._loader.held_bytes

    @Slot()
    def _on_profile(self) -> None:
        if self._display is not None:
            self._comparing.show_through(self._display.profile)
            self._comparing.take_inks_as(self._display.inks)
            self.compare.render_again()

    def close(self) -> None:
        """Leave the seat and stop the picture threads; call before the project is closed."""
        if self._seat is not None:
            self._seat.leave(self.queue, self.compare, self.panels)
        self.closing.emit()
        if self._display is not None:
            self._display.profile_changed.disconnect(self._on_profile)
            self.compare.unfollow()
            self._display = None
        self.rhythm.stop()
        self._loader.close()
        self.compare.overlays.close()
        self.compare.others.close()
        self.sheet.close()
        self.thumbnails.close()
        self.queue.close()

    @Slot()
    def files_beside(self) -> None:
        """Show the files that lie beside the two shown, or the facts again."""
        if not self.panels.unfold(Panel.FACTS) or not self.sheet.shows_files:
            self.sheet.turn()

    @Slot()
    def next_fact(self) -> None:
        """Go to the next fact in which the two differ."""
        self.panels.unfold(Panel.FACTS)
        self.sheet.step()

    @Slot()
    def next_group(self) -> None:
        """Go to the next group; decides nothing."""
        self._go(+1)

    @Slot()
    def previous_group(self) -> None:
        """Go to the previous group."""
        self._go(-1)

    @Slot()
    def back(self) -> None:
        """Return to the group looked at before; takes nothing back."""
        if not self.table.back():
            self.told.emit(worded(message(_NOWHERE_BACK)))

    @Slot()
    def next_member(self) -> None:
        """Show the next image of the group in pane D."""
        self.table.step(+1)

    @Slot()
    def previous_member(self) -> None:
        """Show the previous image of the group in pane D."""
        self.table.step(-1)

    @Slot()
    def next_marked(self) -> None:
        """Go to the next group with a bookmark."""
        self._go_to_mark(+1)

    @Slot()
    def previous_marked(self) -> None:
        """Go to the previous group with a bookmark."""
        self._go_to_mark(-1)

    def _go_to_mark(self, by: int) -> None:
        at = self.queue.next_marked(by)
        if at >= 0:
            self.queue.select(at)
        else:
            self.told.emit(worded(message(_NO_MARK)))

    def _go(self, by: int) -> None:
        at = self.queue.selected + by
        if 0 <= at < self.queue.count:
            self.queue.select(at)
        elif self.queue.count:
            self.told.emit(worded(message(_LAST if by > 0 else _FIRST)))


_NOWHERE_BACK = QT_TRANSLATE_NOOP("Messages", "No group was looked at before this one.")
_NO_MARK = QT_TRANSLATE_NOOP("Messages", "No other group shown has a bookmark.")
_LAST = QT_TRANSLATE_NOOP("Messages", "This is the last group shown.")
_FIRST = QT_TRANSLATE_NOOP("Messages", "This is the first group shown.")
