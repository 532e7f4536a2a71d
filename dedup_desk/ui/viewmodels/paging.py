"""Turning pages: which page of each file is shown, and how those pages lie on each other.

What was measured when the files were read is about their first pages. Later ones are compared
when they are shown; until that is done, and where it comes to nothing, they are not aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal, Slot

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareState, Link, Side, link_of
from dedup_desk.core.geometry import Extent
from dedup_desk.core.messages import Message
from dedup_desk.core.records import ImageRecord
from dedup_desk.core.two_pages import FIRST, Pages, TwoPages
from dedup_desk.ui.picture_loader import Wanted
from dedup_desk.ui.viewmodels.other_pages import Found, OtherPages
from dedup_desk.ui.viewmodels.overlays import Overlays
from dedup_desk.ui.viewmodels.pictures import Pictures
from dedup_desk.ui.viewmodels.showing import ShowingViewModel
from dedup_desk.ui.viewmodels.sight import PairShown, extent_of


class PagingViewModel(ShowingViewModel):
    """Turns the pages of the two files shown.

    Attributes:
        page: which page of A is shown, from 0; beyond its last one, the last one.
        others: compares pages.

    Signals:
        page_turned: other pages of the same two files are shown.
    """

    page_turned = Signal()

    def __init__(self, pictures: Pictures, overlays: Overlays, others: OtherPages) -> None:
        super().__init__(pictures, overlays)
        self.others = others
        self._first: PairShown | None = None
        self.page, self._lead = 0, 0
        others.changed.connect(self._on_found)

    def show(self, pair: PairShown | None, ahead: Sequence[ImageRecord] = ()) -> None:
        """Lay a pair on the table (or clear it), at its first pages."""
        self._first, self.page, self._lead = pair, 0, 0
        super().show(pair, ahead)

    def relink(self, link: Link) -> None:
        """Lay the first pages on each other in another way; other pages lie as they were found."""
        if self._first is not None:
            self._first = replace(self._first, link=link)
        if self.pair is not None and self.pair.pages == FIRST:
            super().relink(link)

    def turn_page(self, by: int) -> bool:
        """Turn both pictures to the next page, or back; False at the first and the last one."""
        return self._turn(self.page + by, self._lead)

    def turn_page_of_right(self, by: int) -> bool:
        """Turn D alone: a page may be missing in one of the files."""
        if self.pair is None:
            return False
        return self._turn(self.page, self.pair.page(Side.RIGHT) + by - self.page)

    @property
    def page_count(self) -> int:
        """The most pages that one of the two has; 0 while nothing is shown."""
        pair = self.pair
        return max(pair.record(side).picture.page_count for side in Side) if pair else 0

    # Inside -----------------------------------------------------------------------------------

    def _turn(self, page: int, lead: int) -> bool:
        first, shown = self._first, self.pair
        if first is None or shown is None:
            return False
        pages = (_within(page, first.left), _within(page + lead, first.right))
        if pages == shown.pages:
            return False
        self.page, self._lead, self.change_at = page, lead, -1
        self.overlays.clear()
        pair = _laid(first, pages, self.others.found(first, pages))
        self._lay(pair if pair.measured or pages == FIRST else _as_large_as(shown, pair))
        self.page_turned.emit()
        self.refresh()
        if pages != FIRST:
            self.others.ask(first, pages)
        return True

    def _lay(self, pair: PairShown) -> None:
        """Show a pair of pages; a place looked at closely stays where both are as large."""
        before, opened = self.state, self._opened(pair)
        self.pair, self.state = pair, opened
        if before is None:
            return
        self.state = replace(opened, shown=before.shown)
        if not before.is_fit and _same_sizes(before, opened):
            self.state = compare.relinked(before, pair.link.matrix)

    @Slot()
    def _on_found(self) -> None:
        """Pages were compared: perhaps those shown."""
        first, shown = self._first, self.pair
        if first is None or shown is None or not shown.is_awaited:
            return
        found = self.others.found(first, shown.pages)
        if found is not None:
            self._lay(_laid(first, shown.pages, found))
            self.refresh()

    @Slot(object)
    def _on_arrived(self, wanted: Wanted) -> None:
        """A picture came: it says how large its page is, where nobody knew that yet."""
        pair, sight = self.pair, self.sight
        if pair is not None and sight is not None and pair.pages != FIRST and not pair.measured:
            left, right = (
                _sized(pair.record(side), self._pictures.extent(sight, side)) for side in Side
            )
            if (left, right) != (pair.left, pair.right):
                self._lay(replace(pair, left=left, right=right))
                self.refresh()
        super()._on_arrived(wanted)


def _within(page: int, record: ImageRecord) -> int:
    return min(max(page, 0), record.picture.page_count - 1)


def _laid(first: PairShown, pages: Pages, found: Found | None) -> PairShown:
    """Return two pages as they lie on each other, as far as that is known."""
    if pages == FIRST:
        return first
    if isinstance(found, TwoPages):
        return _measured(pages, found)
    trouble = found if isinstance(found, Message) else None
    return PairShown(first.left, first.right, Link(), pages=pages, trouble=trouble)


def _measured(pages: Pages, found: TwoPages) -> PairShown:
    shown = PairShown(found.left, found.right, Link(), pages=pages, measured=found)
    pair = found.pair
    if pair is None or pair.registration is None:
        return shown
    fuller = Side.LEFT if pair.key.a == found.left.id else Side.RIGHT
    link, content = link_of(pair, found.left.id), pair.registration.content_b
    return replace(shown, link=link, fuller=fuller, content=content)


def _as_large_as(before: PairShown, pair: PairShown) -> PairShown:
    """Return pages of unknown size as large as those before: most pages of a file are alike."""
    left, right = (_sized(pair.record(side), extent_of(before.record(side))) for side in Side)
    return replace(pair, left=left, right=right)


def _sized(record: ImageRecord, extent: Extent) -> ImageRecord:
    size = (round(extent.width), round(extent.height))
    if size == (record.picture.width_px, record.picture.height_px):
        return record
    return replace(record, picture=replace(record.picture, width_px=size[0], height_px=size[1]))


def _same_sizes(one: CompareState, two: CompareState) -> bool:
    return (one.left, one.right) == (two.left, two.right)
