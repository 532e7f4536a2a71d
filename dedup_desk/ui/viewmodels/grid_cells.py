"""The pictures of a grid: which members, how they lie on the base, and the pixels that are here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from dedup_desk.core import compare, grid
from dedup_desk.core.compare import Link, Side
from dedup_desk.core.geometry import Point
from dedup_desk.core.grid import GridState, Shape, Tile
from dedup_desk.core.messages import Message
from dedup_desk.core.pairs import IDENTITY
from dedup_desk.core.records import ImageRecord
from dedup_desk.services.review_views import ClusterView, MemberView
from dedup_desk.ui.picture_loader import Missing, Wanted
from dedup_desk.ui.viewmodels.pictures import Patch, Pictures
from dedup_desk.ui.viewmodels.sight import AMONG, PairShown, Sight, extent_of
from dedup_desk.ui.viewmodels.table import TableViewModel


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture of the grid.

    Attributes:
        number: its place, from 1; a key chooses it.
        member: the picture and its answers.
        pair: the base and this picture, and how they lie on each other.
        side: the pane it is in; None for most.
    """

    number: int
    member: MemberView
    pair: PairShown
    side: Side | None


class GridCells(QObject):
    """Lays up to nine members of the group on the one in pane A, and brings their pictures.

    Attributes:
        cells, state: what is shown, and how; empty and None while the grid is not.
        pointer: the cell pointed at (from 0) and where; None elsewhere.
        unit_px: screen pixels to a pane unit.

    Signals:
        changed: something to paint is different.
    """

    changed = Signal()

    def __init__(self, table: TableViewModel, pictures: Pictures) -> None:
        super().__init__()
        self._table, self._pictures = table, pictures
        self._group: str | None = None
        self._base: ImageRecord | None = None
        self._cell = compare.NO_PANE
        self.unit_px = 1.0
        self.cells: tuple[Cell, ...] = ()
        self.state: GridState | None = None
        self.pointer: tuple[int, Point] | None = None
        pictures.loader.arrived.connect(self._on_arrived)
        pictures.loader.missing.connect(self._on_missing)

    @property
    def current(self) -> int:
        """Which cell the picture in pane D is in, from 0."""
        sides = [one.side for one in self.cells]
        return sides.index(Side.RIGHT) if Side.RIGHT in sides else 0

    @property
    def shape(self) -> Shape:
        """How many cells stand beside and below each other."""
        return grid.shape_of(len(self.cells))

    @property
    def count(self) -> int:
        """Pictures of the whole group."""
        return len(self._table.view.members) if self._table.view is not None else 0

    # Pixels ---------------------------------------------------------------------------------------

    def sight(self, cell: int) -> Sight | None:
        """Return what is before the eye in one cell."""
        if self.state is None or not 0 <= cell < len(self.cells):
            return None
        shown = self.state.shown(cell)
        return Sight(self.cells[cell].pair, shown, self.unit_px, thrift=AMONG)

    def image(self, cell: int) -> QImage | None:
        """Return the best rendering that is here for the scale shown; a thumbnail at worst."""
        sight = self.sight(cell)
        return self._pictures.image(sight, Side.RIGHT) if sight else None

    def patches(self, cell: int) -> list[Patch]:
        """Return the finer parts that are here, to be painted on the image."""
        sight = self.sight(cell)
        return self._pictures.patches(sight, Side.RIGHT) if sight else []

    def is_loading(self, cell: int) -> bool:
        """True while a finer rendering than the one painted is on its way."""
        sight = self.sight(cell)
        return sight is not None and self._pictures.is_loading(sight, Side.RIGHT)

    def why_missing(self, cell: int) -> Message | None:
        """Return why a picture cannot be shown, if that is so."""
        return self._pictures.why_missing(self.cells[cell].member.record)

    def said(self, cell: int) -> tuple[Message, ...]:
        """Return what a person should know of how a picture was rendered."""
        sight = self.sight(cell)
        return self._pictures.said(sight, Side.RIGHT) if sight else ()

    def refresh(self) -> None:
        """Ask for the pictures that are before the eye, the current one first."""
        order = sorted(range(len(self.cells)), key=lambda at: at != self.current)
        sights = [sight for at in order if (sight := self.sight(at)) is not None]
        if sights:
            self._pictures.want_all(sights)
        self.changed.emit()

    # Inside ---------------------------------------------------------------------------------------

    def _members(self, view: ClusterView) -> tuple[MemberView, ...]:
        ids = [one.record.id for one in view.members]
        base, current = ids.index(self._table.left), ids.index(self._table.right)
        return tuple(view.members[at] for at in grid.window_of(len(ids), base, current))

    def lay(self, view: ClusterView, *, is_shown: bool = True) -> None:
        """Take the members, their answers and how they lie; the place looked at stays."""
        members = self._members(view)
        base = next(one.record for one in members if one.record.id == self._table.left)
        self.cells = tuple(self._made(*each, base) for each in enumerate(members, 1))
        tiles = tuple(Tile(extent_of(c.member.record), c.pair.link.matrix) for c in self.cells)
        if self.state is None or self._base is None or self._group != view.id:
            self.state = grid.opened(extent_of(base), tiles, self._cell)
            self.pointer = None
        else:
            moved = self._between(self._base, base).matrix
            self.state = grid.relaid(self.state, extent_of(base), tiles, moved)
        self._group, self._base = view.id, base
        self._pictures.expect(one.record for one in members)
        if is_shown:
            self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        self.cells, self.state, self.pointer = (), None, None
        self._group, self._base = None, None

    def _made(self, number: int, member: MemberView, base: ImageRecord) -> Cell:
        record = member.record
        pair = PairShown(base, record, self._between(base, record))
        sides = {self._table.left: Side.LEFT, self._table.right: Side.RIGHT}
        return Cell(number, member, pair, sides.get(record.id))

    def _between(self, base: ImageRecord, record: ImageRecord) -> Link:
        """Return how a picture lies on the base; on itself it always does."""
        if base.id == record.id:
            return Link(IDENTITY)
        return self._table.laid(base, record).link

    @Slot(object)
    def _on_arrived(self, wanted: Wanted) -> None:
        shown = {one.member.record.digest for one in self.cells}
        if wanted.record.digest in shown:
            self.changed.emit()

    @Slot(object)
    def _on_missing(self, missing: Missing) -> None:
        self._on_arrived(missing.wanted)
