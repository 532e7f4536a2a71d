"""What the facts column says: fixed rows, the loss in one line, and why one copy is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from dedup_desk.core.compare import Side
from dedup_desk.core.display import display_text
from dedup_desk.core.fact_cells import WAITING
from dedup_desk.core.fact_rows import Cell, FactRow, only_here_line, only_here_words
from dedup_desk.core.geometry import inverted
from dedup_desk.core.joined_groups import are_joined_by_hand
from dedup_desk.core.messages import QT_TRANSLATE_NOOP, Message, message
from dedup_desk.core.metadata import Presence
from dedup_desk.core.pairs import Relation, VerifiedPair
from dedup_desk.core.statements import statement, statement_by_hand
from dedup_desk.core.two_pages import FIRST
from dedup_desk.ui.text import worded
from dedup_desk.ui.viewmodels.filmstrip import BY_HAND
from dedup_desk.ui.viewmodels.overview import fuller_of
from dedup_desk.ui.viewmodels.page_words import pages_words
from dedup_desk.ui.viewmodels.relation_words import relation_word
from dedup_desk.ui.viewmodels.sight import PairShown
from dedup_desk.ui.viewmodels.table import TableViewModel

MARKS = {
    Presence.BOTH_EMPTY: "",
    Presence.EQUAL: "=",
    Presence.DIFFERS: "≠",
    Presence.ONLY_LEFT: "◂ A",
    Presence.ONLY_RIGHT: "D ▸",
}
"""Letter and shape beside the colour of a row."""

MARK_WORDS = {
    Presence.BOTH_EMPTY: QT_TRANSLATE_NOOP("Messages", "Neither has it"),
    Presence.EQUAL: QT_TRANSLATE_NOOP("Messages", "Equal"),
    Presence.DIFFERS: QT_TRANSLATE_NOOP("Messages", "Differs"),
    Presence.ONLY_LEFT: QT_TRANSLATE_NOOP("Messages", "Only A has it"),
    Presence.ONLY_RIGHT: QT_TRANSLATE_NOOP("Messages", "Only D has it"),
}


@dataclass(frozen=True, slots=True)
class Statement:
    """The line under the panes: the kind, what D lacks or changes, and the figure behind it."""

    kind: str
    text: str
    figure: str


def mark_text(row: FactRow) -> str:
    """Return the sign of how the sides of a row compare."""
    return WAITING if row.is_waiting else MARKS[row.mark]


def mark_words(row: FactRow) -> tuple[str, ...]:
    """Return in words what the signs of a row say."""
    if row.is_waiting:
        return (worded(message(_BEING_READ)),)
    said = [worded(message(MARK_WORDS[row.mark]))]
    if row.better is not None and row.rule is not None:
        said.append(worded(message(_PREFERS, letter=row.better.value, reason=row.rule)))
    return tuple(said)


def only_here(rows: Sequence[FactRow]) -> str:
    """Return what would be lost with either side: "Only A has: Caption, GPS." for each."""
    lines = []
    for side in Side:
        names = only_here_words(rows, side)
        if names:
            joined = worded(message(_COMMA)).join(worded(name) for name in names)
            lines.append(worded(only_here_line(side.value, joined)))
    return " ".join(lines) or (worded(message(_NOTHING_LOST)) if rows else "")


def cell_text(cell: Cell) -> str:
    """Return a cell as text that Qt can show: one line, no lone surrogate."""
    if cell is None:
        return "—"
    if isinstance(cell, Message):
        return worded(cell)
    if isinstance(cell, bytes):
        return display_text(cell)
    return " ".join(cell.encode("utf-8", "backslashreplace").decode("utf-8").split())


def statement_shown(table: TableViewModel, shown: PairShown | None) -> Statement:
    """Return the loss in plain words and numbers, of the pages that are shown."""
    if shown is None or shown.pages == FIRST:
        return statement_of(table, shown)
    pair = shown.measured.pair if shown.measured is not None else None
    kind = "" if pair is None else _named(pair)
    figure = "" if pair is None else worded(message(_OF_PAGES, score=f"{pair.score:.3f}"))
    return Statement(kind, worded(pages_words(shown)), figure)


def statement_of(table: TableViewModel, shown: PairShown | None = None) -> Statement:
    """Return what was found of the files, whichever side of the pair is in pane A.

    Args:
        table: the group, and which two of it are in the panes.
        shown: how these two lie now; None for how they were laid at first.
    """
    left, right = table.member(Side.LEFT), table.member(Side.RIGHT)
    if left is None or right is None:
        return Statement("", "", "")
    pair, laid = table.pair(), shown or table.laid(left.record, right.record)
    view = table.view
    is_joined = view is not None and are_joined_by_hand(
        view.cluster, left.record.id, right.record.id
    )
    text = worded(_said(pair, laid, is_joined=is_joined))
    if pair is None:
        relation = right.relation or left.relation or Relation.LOOK
        return Statement(
            worded(message(BY_HAND)) if is_joined else relation_word(relation), text, ""
        )
    names = f"{worded(message(BY_HAND))} + {_named(pair)}" if is_joined else _named(pair)
    figure = message(_FIGURE, score=f"{pair.score:.3f}", bits=pair.evidence.distance_bits)
    return Statement(names, text, worded(figure))


def _said(pair: VerifiedPair | None, laid: PairShown, *, is_joined: bool) -> Message:
    """Return the line of a pair; as a person laid it where one did, else as it was measured."""
    link = laid.link.matrix if laid.link.is_by_hand else None
    if link is not None:
        a = fuller_of(laid, link)
        matrix = link if a is Side.LEFT else inverted(link)
        sides = laid.record(a), laid.record(a.other)
        return statement_by_hand(pair, *sides, matrix, (a.value, a.other.value))
    if pair is None:
        return message(_ONLY_BY_HAND if is_joined else _THROUGH_THE_CENTRE)
    a = Side.LEFT if pair.key.a == laid.left.id else Side.RIGHT
    return statement(pair, laid.record(a), laid.record(a.other), (a.value, a.other.value))


def _named(pair: VerifiedPair) -> str:
    """Return the kinds of a pair, the principal one first."""
    names = " + ".join(relation_word(one) for one in pair.relations[:3])
    return names or relation_word(pair.relation)


class Weight(Enum):
    """What a reason does."""

    SAYS = auto()
    DECIDES = auto()
    FORBIDS = auto()


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence about the proposal."""

    weight: Weight
    text: str


def reasons(table: TableViewModel) -> tuple[Reason, ...]:
    """Return why one copy is proposed, which reason decided, and which of those shown must stay.

    Of a void proposal only that is said: its reasons argue for what nobody offers any more.
    """
    view = table.view
    if view is None:
        return ()
    if view.why_void is not None:
        return (Reason(Weight.DECIDES, worded(view.why_void)),)
    proposal = view.proposal
    said = list(proposal.reasons)
    if proposal.deciding is not None and proposal.deciding not in said:
        said.insert(0, proposal.deciding)
    found = [
        Reason(Weight.DECIDES if one == proposal.deciding else Weight.SAYS, worded(one))
        for one in said
    ]
    shown = (table.right, table.left)
    stays = [one for one in proposal.vetoes if one.record in shown]
    stays.sort(key=lambda one: shown.index(one.record))
    found += [Reason(Weight.FORBIDS, worded(one.reason)) for one in stays]
    if len(stays) < len(proposal.vetoes):
        more = message(_MORE_STAY, count=len(proposal.vetoes) - len(stays))
        found.append(Reason(Weight.FORBIDS, worded(more)))
    return tuple(found)


_BEING_READ = QT_TRANSLATE_NOOP("Messages", "Being read")
_PREFERS = QT_TRANSLATE_NOOP("Messages", "The keeping rules prefer {letter}: {reason}")
_COMMA = QT_TRANSLATE_NOOP("Messages", ", ")
_NOTHING_LOST = QT_TRANSLATE_NOOP(
    "Messages", "Neither has a caption, credit or rights that the other lacks."
)
_MORE_STAY = QT_TRANSLATE_NOOP("Messages", "{count} more of this group stay; show one to read why.")
_ONLY_BY_HAND = QT_TRANSLATE_NOOP(
    "Messages",
    "A person said that these show the same picture; nothing was measured between the two."
    " Ctrl+L aligns them by hand.",
)
_THROUGH_THE_CENTRE = QT_TRANSLATE_NOOP(
    "Messages", "These two were not compared with each other, only with the fullest picture."
)
_OF_PAGES = QT_TRANSLATE_NOOP("Messages", "agreement {score}, measured now and not kept")
_FIGURE = QT_TRANSLATE_NOOP("Messages", "agreement {score}, {bits} of 64 fingerprint bits differ")
