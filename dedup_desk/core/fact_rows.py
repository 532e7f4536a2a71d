"""The facts of two images, row by row, in an order that never changes.

Rows never move and never vanish, so that a finger learns where the caption is; what is equal is
marked equal and dimmed by whoever paints. What takes a look at the disk comes later, into rows
that are kept for it. Each row is one line of `FACTS`; pages of documents have an order of their
own, for whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from dedup_desk.core.compare import Side
from dedup_desk.core.fact_cells import WAITING, Cell, Seen
from dedup_desk.core.fact_table import FACTS, Fact
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.metadata import Presence

__all__ = (
    "FACTS",
    "ORDERS",
    "Cell",
    "FactRow",
    "Order",
    "Seen",
    "fact_rows",
    "judged",
    "only_here_line",
    "only_here_words",
)


class Order(StrEnum):
    """Which rows stand first."""

    PICTURES = "pictures"
    DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact of two images.

    Attributes:
        id: of the row, stable.
        name: what the fact is called.
        left, right: what it is of either image.
        mark: how they compare.
        sources: where the fact of either image was read.
        is_precious: what only one side has of it would be lost with that side.
        is_waiting: not looked up yet.
        better: the side that a keeping rule in force prefers in this; None where none speaks.
        rule: what that rule says.
    """

    id: str
    name: Message
    left: Cell
    right: Cell
    mark: Presence
    sources: tuple[Message, Message]
    is_precious: bool = False
    is_waiting: bool = False
    better: Side | None = None
    rule: Message | None = None


_DOCUMENT_FIRST = ("document", "page", "created", "created_from", "pages", "item")


def _ordered(first: Sequence[str]) -> tuple[Fact, ...]:
    by_id = {fact.id: fact for fact in FACTS}
    return (*(by_id[id_] for id_ in first), *(fact for fact in FACTS if fact.id not in first))


ORDERS: Final[Mapping[Order, tuple[Fact, ...]]] = MappingProxyType(
    {Order.PICTURES: FACTS, Order.DOCUMENTS: _ordered(_DOCUMENT_FIRST)}
)
"""The same rows, in the order in which they stand on the screen."""


def fact_rows(left: Seen, right: Seen, order: Order = Order.PICTURES) -> tuple[FactRow, ...]:
    """Return every row of `FACTS` for two images, in the order asked for."""
    return tuple(_row(fact, left, right) for fact in ORDERS[order])


def judged(
    rows: Sequence[FactRow], better: Mapping[str, tuple[Side, Message]]
) -> tuple[FactRow, ...]:
    """Return the rows with the marks of keeping rules; only what differs can be better."""
    return tuple(
        replace(row, better=better[row.id][0], rule=better[row.id][1])
        if row.id in better and row.mark not in (Presence.EQUAL, Presence.BOTH_EMPTY)
        else row
        for row in rows
    )


def only_here_words(rows: Sequence[FactRow], side: Side) -> tuple[Message, ...]:
    """Return the names of the precious facts that only one side carries, in the rows' order."""
    wanted = Presence.ONLY_LEFT if side is Side.LEFT else Presence.ONLY_RIGHT
    return tuple(row.name for row in rows if row.is_precious and row.mark is wanted)


def _row(fact: Fact, left: Seen, right: Seen) -> FactRow:
    here, there = fact.value(left), fact.value(right)
    is_waiting = WAITING in (here, there)
    return FactRow(
        id=fact.id,
        name=message(fact.name),
        left=here,
        right=there,
        mark=Presence.BOTH_EMPTY if is_waiting else _mark(fact, here, there),
        sources=(fact.source(left), fact.source(right)),
        is_precious=fact.is_precious,
        is_waiting=is_waiting,
    )


def _mark(fact: Fact, here: Cell, there: Cell) -> Presence:
    if not here and not there:
        return Presence.BOTH_EMPTY
    if not there:
        return Presence.ONLY_LEFT
    if not here:
        return Presence.ONLY_RIGHT
    if fact.is_place:  # every file has its own: being elsewhere is no news
        return Presence.EQUAL
    return Presence.EQUAL if here == there else Presence.DIFFERS


_ONLY = QT_TRANSLATE_NOOP("Messages", "Only {letter} has: {names}.")


def only_here_line(letter: str, names: str) -> Message:
    """Return the sentence about what would be lost with one side."""
    return message(_ONLY, letter=letter, names=names.removesuffix("."))  # "Item no." ends with one
