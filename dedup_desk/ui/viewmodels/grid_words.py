"""Sentences of the grid: what of a picture was rendered and how it lies, and what is shown."""

from __future__ import annotations

from dataclasses import dataclass

from dedup_desk.core.compare import CompareState, Side
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.picture_words import rendered_words
from dedup_desk.core.records import ImageRecord
from dedup_desk.ui.viewmodels.compare_words import alignment, percent_of
from dedup_desk.ui.viewmodels.grid import GridViewModel
from dedup_desk.ui.viewmodels.grid_cells import Cell


@dataclass(frozen=True, slots=True)
class CellWords:
    """What a cell says of its picture.

    Attributes:
        scale: how large it is shown, in per cent of its own pixels.
        lies: how well it is laid on A; that it is not aligned, where that is so.
        rendered: page, bit depth, profile and what was done to show it.
        is_aligned: it lies on A.
        is_paged: the file has more pages than the one shown.
    """

    scale: str
    lies: Message
    rendered: Message
    is_aligned: bool
    is_paged: bool = False


def cell_words(model: GridViewModel, cell: int) -> CellWords | None:
    """Return what a cell says of its picture; None while it has none."""
    sight = model.sight(cell)
    if sight is None:
        return None
    shown = model.cells[cell]
    said = lies(shown, sight.state)
    if model.is_loading(cell):
        said = message(_ON_ITS_WAY, rendered=said)
    return CellWords(
        scale=f"{percent_of(sight.state, Side.RIGHT, model.unit_px)} %",
        lies=said,
        rendered=rendered_words(shown.member.record, 0, model.said(cell)),
        is_aligned=sight.state.is_aligned,
        is_paged=shown.member.record.picture.page_count > 1,
    )


def page_words(record: ImageRecord) -> Message | None:
    """Return which page of a file a grid shows; None where it has one."""
    count = record.picture.page_count
    return message(_PAGE, page=1, pages=count) if count > 1 else None


def lies(cell: Cell, state: CompareState) -> Message:
    """Return how well a picture is laid on the base."""
    return message(_BASE) if cell.side is Side.LEFT else alignment(cell.pair, state)


def grid_words(model: GridViewModel) -> Message | None:
    """Return what the grid shows; None while there is none."""
    if model.state is None:
        return None
    shown = len(model.cells)
    apart = sum(1 for one in model.state.tiles if one.link is None)
    said = message(_ALL if shown == model.count else _SOME, shown=shown, count=model.count)
    return message(_AND_APART, said=said, count=apart) if apart else said


_PAGE = QT_TRANSLATE_NOOP("Messages", "page {page} of {pages}")
_BASE = QT_TRANSLATE_NOOP("Messages", "All others lie on it")
_ON_ITS_WAY = QT_TRANSLATE_NOOP("Messages", "{rendered} · stored preview, sharper one on its way")
_ALL = QT_TRANSLATE_NOOP(
    "Messages", "All {count} images of the group, laid on A; they zoom and move as one"
)
_SOME = QT_TRANSLATE_NOOP(
    "Messages", "{shown} of {count} images of the group, laid on A; they zoom and move as one"
)
_AND_APART = QT_TRANSLATE_NOOP("Messages", "{said} · not aligned, fitted by width: {count}")
