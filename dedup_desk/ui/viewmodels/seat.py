"""One person's seat at one project: taken as it was left, and left as it is."""

from __future__ import annotations

from dedup_desk.core.compare import Side
from dedup_desk.core.records import Digest
from dedup_desk.core.two_pages import FIRST
from dedup_desk.ui.viewmodels import narrowing
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.habits import Habits, Memory, Place
from dedup_desk.ui.viewmodels.panels import Panels
from dedup_desk.ui.viewmodels.queue import QueueViewModel
from dedup_desk.ui.viewmodels.table import TableViewModel


class Seat:
    """Brings a review to where somebody was, and remembers where they are.

    Args:
        memory: habits and places.
        project: uuid of the project.
    """

    def __init__(self, memory: Memory, project: str) -> None:
        self._memory, self._project = memory, project

    def dress(self, compare: CompareViewModel, panels: Panels) -> None:
        """Lay the desk out as this person likes it; before anything is on the table."""
        habits = self._memory.habits
        compare.mode, compare.blend = habits.mode, habits.blend
        panels.folded, panels.widths_px = habits.folded, habits.widths_px

    def take(self, queue: QueueViewModel, table: TableViewModel, compare: CompareViewModel) -> bool:
        """Show rows, pair and place as they were left; False where nothing is remembered.

        A group that was decided meanwhile is this person's place still.
        """
        place = self._memory.place(self._project)
        if place is None:
            return False
        query = narrowing.read(place.query, queue.marked)
        contents = [Digest(one) for one in map(_digest, place.contents) if one]
        if not queue.return_to(query, place.row, contents):
            return False
        table.open_row()
        is_pair = len(contents) == len(Side) and table.put_contents(contents[0], contents[1])
        if is_pair and place.zoom is not None:
            compare.look_from(place.zoom, place.centre)
        return True

    def leave(self, queue: QueueViewModel, compare: CompareViewModel, panels: Panels) -> None:
        """Remember habits, and the place where there is one."""
        self._memory.habits = Habits(compare.mode, compare.blend, panels.folded, panels.widths_px)
        place = _place_of(queue, compare)
        if place is not None:
            self._memory.remember(self._project, place)


def _place_of(queue: QueueViewModel, compare: CompareViewModel) -> Place | None:
    row, pair, state = queue.current(), compare.pair, compare.state
    if row is None or pair is None or state is None:
        return None
    query = narrowing.written(queue.query, queue.marked)
    is_near = not state.is_fit and not compare.is_apart and pair.pages == FIRST
    contents = pair.left.digest.hex(), pair.right.digest.hex()
    return Place(row.id, contents, query, state.zoom if is_near else None, state.centre)


def _digest(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
