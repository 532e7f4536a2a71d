"""The group in a grid: opening, choosing, zooming and dragging all of it at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot

from dedup_desk.core import grid
from dedup_desk.core.compare import Side
from dedup_desk.core.geometry import Extent, Point
from dedup_desk.core.grid import GridState
from dedup_desk.ui.viewmodels.grid_cells import GridCells
from dedup_desk.ui.viewmodels.pictures import Pictures
from dedup_desk.ui.viewmodels.table import TableViewModel


class GridViewModel(GridCells):
    """Shows the group instead of the pair, and changes how.

    The picture in pane D is the current one: choosing another puts that one in pane D, so every
    verb means here what it means beside a pair.

    Attributes:
        is_open: the grid is shown instead of the pair.

    Signals:
        pointed: the pointer is elsewhere; nothing else changed.
        turned: the grid was opened or closed.
    """

    pointed = Signal()
    turned = Signal()

    def __init__(self, table: TableViewModel, pictures: Pictures) -> None:
        super().__init__(table, pictures)
        self.is_open = False
        table.changed.connect(self.follow)

    # Opening and choosing -------------------------------------------------------------------------

    def open(self) -> None:
        """Show the group on the table; nothing happens without one."""
        if self._table.view is not None and not self.is_open:
            self.is_open = True
            self.lay(self._table.view, is_shown=False)
            self.turned.emit()  # whoever shows it now says how large a cell is
            self.refresh()

    def close(self) -> None:
        """Return to the pair."""
        if self.is_open:
            self.is_open = False
            self.clear()
            self.turned.emit()

    @Slot()
    def follow(self) -> None:
        """Show what the table holds now: another group, other panes, answers or alignments."""
        if not self.is_open:
            return
        if self._table.view is None:
            self.close()
        else:
            self.lay(self._table.view)

    def choose(self, number: int) -> bool:
        """Put the picture with a number in pane D; False where no picture has it."""
        view = self._table.view
        members = self._members(view) if view is not None else ()
        if not 1 <= number <= len(members):
            return False
        record = members[number - 1].record.id
        if record != self._table.right:
            self._table.show(record)
        return True

    def step_row(self, by: int) -> None:
        """Choose the picture above or below the current one; the one in pane A is skipped."""
        step = self.shape.columns * by
        at = self.current + step
        while 0 <= at < len(self.cells):
            if self.cells[at].side is not Side.LEFT:
                self.choose(at + 1)
                return
            at += step

    # Looking --------------------------------------------------------------------------------------

    def set_cell(self, cell: Extent, unit_px: float) -> None:
        """Take the size of one cell's picture, and how many screen pixels make one pane unit."""
        if (cell, unit_px) != (self._cell, self.unit_px):
            self._cell, self.unit_px = cell, unit_px
            self._change(lambda state: grid.resized(state, cell))

    def zoom(self, cell: int, at: Point, factor: float) -> None:
        """Zoom all about a point of one cell."""
        self._change(lambda state: grid.zoomed(state, cell, at, factor))

    def pan(self, cell: int, dx: float, dy: float) -> None:
        """Drag all, grabbed in one cell."""
        self._change(lambda state: grid.panned(state, cell, dx, dy))

    def fit(self) -> None:
        """Show all whole."""
        self._change(grid.fitted)

    def actual_pixels(self) -> None:
        """100 % of the picture pointed at, or of the current one; once more, back to fit."""
        if self.state is None:
            return
        cell, at = self.pointer or (self.current, self._cell.centre)
        whole = grid.actual_pixels(self.state, cell, at, self.unit_px)
        is_so = not self.state.is_fit and abs(whole.zoom - self.state.zoom) < 1e-9
        self._change(lambda state: grid.fitted(state) if is_so else whole)

    def point_at(self, cell: int, at: Point) -> None:
        """The pointer is here; the other cells mark the same place."""
        self.pointer = (cell, at)
        self.pointed.emit()

    def point_nowhere(self) -> None:
        """The pointer left the grid."""
        self.pointer = None
        self.pointed.emit()

    def twin(self, cell: int) -> Point | None:
        """Return where a cell shows what is pointed at in another one."""
        if self.state is None or self.pointer is None or self.pointer[0] == cell:
            return None
        if max(self.pointer[0], cell) >= len(self.cells):
            return None
        return grid.twin_point(self.state, *self.pointer, cell)

    # Inside ---------------------------------------------------------------------------------------

    def _change(self, step: Callable[[GridState], GridState]) -> None:
        if self.state is not None:
            self.state = step(self.state)
            self.refresh()
