"""Laying two pictures on each other by hand: nudges, and the same things clicked in both.

What a person aligned binds to the two contents, wherever the files lie, and is kept in the ledger
as an event of its own: the newest one holds, one without a matrix takes the pair back to what was
measured. Matrices are chained exactly, as hexadecimal floats: the ledger has no other ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from dedup_desk.core.canonical_json import Json, JsonObject, text_in, text_or_none
from dedup_desk.core.compare import Side
from dedup_desk.core.decision_events import StepMark
from dedup_desk.core.decisions import ContentPair
from dedup_desk.core.geometry import Point, after, inverted
from dedup_desk.core.ledger import Event, EventDraft, EventKind
from dedup_desk.core.ledger_check import in_order
from dedup_desk.core.pairs import Matrix
from dedup_desk.core.records import Digest

ENOUGH = 3
"""As many things, clicked in both pictures, say all of an affine move."""

LEAST = 2
"""Two say turn, size and place, but not whether D is mirrored."""

_LEAST_SPREAD = 1e-3
"""Three things nearer to one line than this share of their distance say no area."""


class Hand(StrEnum):
    """How a person laid the pictures on each other."""

    NUDGE = "nudge"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class HandAlignment:
    """How one content lies on another, as a person said.

    Attributes:
        left, right: the two contents.
        matrix: left -> right, full upright pixels; None takes back what was said before.
        hand: how it was found.
    """

    left: Digest
    right: Digest
    matrix: Matrix | None
    hand: Hand = Hand.NUDGE

    @property
    def pair(self) -> ContentPair:
        """What it binds to."""
        return ContentPair.of(self.left, self.right)

    def seen_from(self, left: Digest) -> Matrix | None:
        """Return the matrix with `left` on the left, whichever side it was on when said."""
        if self.matrix is None or left == self.left:
            return self.matrix
        return inverted(self.matrix)


@dataclass(frozen=True, slots=True)
class Realigned:
    """What one step changed of how two contents lie on each other.

    Attributes:
        before, after: what held, and what was said; without a matrix: as it was measured.
        cluster: the group on the table, or None where nobody knows.
    """

    before: HandAlignment
    after: HandAlignment
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class AlignmentEvent:
    """One alignment out of the ledger.

    Attributes:
        event: where it stands.
        said: what was said.
        mark: the step it belongs to; None in ledgers of before alignments were steps.
        cluster: the group on the table, or None.
    """

    event: Event
    said: HandAlignment
    mark: StepMark | None
    cluster: str | None


def held(present: Mapping[ContentPair, HandAlignment], pair: HandAlignment) -> HandAlignment:
    """Return what held for the contents of `pair`, seen from the same side."""
    known = present.get(pair.pair)
    matrix = None if known is None else known.seen_from(pair.left)
    return replace(known or pair, left=pair.left, right=pair.right, matrix=matrix)


def nudged(link: Matrix, across: float, down: float) -> Matrix:
    """Move the right picture over the left one by so many pixels of the left one."""
    return after(link, (1.0, 0.0, -across, 0.0, 1.0, -down, 0.0, 0.0, 1.0))


@dataclass(frozen=True, slots=True)
class Picks:
    """Things clicked so far: the first one of `left` is the first one of `right`, and so on."""

    left: tuple[Point, ...] = ()
    right: tuple[Point, ...] = ()

    def of(self, side: Side) -> tuple[Point, ...]:
        """Return what was clicked in one picture."""
        return self.left if side is Side.LEFT else self.right

    @property
    def pairs(self) -> int:
        """How many things were clicked in both."""
        return min(len(self.left), len(self.right))

    @property
    def awaits(self) -> tuple[int, Side]:
        """The number of the thing to be clicked next, from 1, and in which picture."""
        side = Side.LEFT if len(self.left) <= len(self.right) else Side.RIGHT
        return len(self.of(side)) + 1, side

    @property
    def is_complete(self) -> bool:
        """True when nothing more is asked for."""
        return self.pairs >= ENOUGH

    def with_point(self, side: Side, point: Point) -> Picks:
        """Take a click; a second one in the same picture replaces the first."""
        known = self.of(side)
        known = known[:-1] if len(known) > len(self.of(side.other)) else known
        if len(known) >= ENOUGH:
            return self
        points = (*known, point)
        return replace(self, left=points) if side is Side.LEFT else replace(self, right=points)

    def without_last(self) -> Picks:
        """Forget the latest click."""
        if len(self.right) >= len(self.left):
            return replace(self, right=self.right[:-1])
        return replace(self, left=self.left[:-1])

    def matrix(self) -> Matrix | None:
        """Return left -> right through all pairs; None where they are too few, or on a line."""
        if self.pairs < LEAST:
            return None
        ours = np.array([(one.x, one.y) for one in self.left[: self.pairs]], np.float64)
        theirs = np.array([(one.x, one.y) for one in self.right[: self.pairs]], np.float64)
        if self.pairs < ENOUGH:
            return _similarity(ours @ _COMPLEX, theirs @ _COMPLEX)
        if min(_spread(ours), _spread(theirs)) < _LEAST_SPREAD:
            return None
        known = np.column_stack([ours, np.ones(len(ours))])
        (a, d), (b, e), (c, f) = np.linalg.solve(known[:ENOUGH], theirs[:ENOUGH]).tolist()
        return (a, b, c, d, e, f, 0.0, 0.0, 1.0)


_COMPLEX = np.array([1, 1j])


def _similarity(ours: np.ndarray, theirs: np.ndarray) -> Matrix | None:
    """Return turn, size and move through two points told as complex numbers."""
    apart = complex(ours[1] - ours[0])
    if abs(apart) < 1 or abs(complex(theirs[1] - theirs[0])) < 1:
        return None
    factor = complex(theirs[1] - theirs[0]) / apart
    move = complex(theirs[0]) - factor * complex(ours[0])
    return (
        factor.real, -factor.imag, move.real, factor.imag, factor.real, move.imag, 0.0, 0.0, 1.0
    )  # fmt: skip


def _spread(points: np.ndarray) -> float:
    """Return twice the triangle's area as a share of its longest side squared."""
    (x0, y0), (x1, y1), (x2, y2) = points[:ENOUGH].tolist()
    area = abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0))
    longest = max((x1 - x0) ** 2 + (y1 - y0) ** 2, (x2 - x0) ** 2 + (y2 - y0) ** 2,
                  (x2 - x1) ** 2 + (y2 - y1) ** 2)  # fmt: skip
    return area / longest if longest > 1 else 0.0


def alignment_draft(
    said: HandAlignment,
    mark: StepMark | None = None,
    cluster: str | None = None,
    beside: Mapping[str, JsonObject] = {},
) -> EventDraft:
    """Return the event that keeps an alignment.

    Args:
        said: what holds from now on.
        mark: the step it belongs to.
        cluster: the group on the table.
        beside: erasable pieces: files of the two contents, the person's words.
    """
    matrix = None if said.matrix is None else [float(one).hex() for one in said.matrix]
    body: dict[str, Json] = {
        "left": said.left.hex(),
        "right": said.right.hex(),
        "matrix": matrix,
        "hand": said.hand.value,
    }
    if mark is not None:
        body |= {
            "step": mark.step, "undoes": mark.undoes, "label": mark.label, "cluster": cluster
        }  # fmt: skip
    return EventDraft(EventKind.ALIGNMENT_SET, body, beside)


def read_alignment(event: Event) -> AlignmentEvent | None:
    """Return the alignment of an event; None where it is another kind.

    Raises:
        ValueError: the event says alignment but does not read as one.
    """
    if event.kind != EventKind.ALIGNMENT_SET:
        return None
    body, mark = event.body, None
    if "step" in body:
        label = text_in(body, "label")
        mark = StepMark(text_in(body, "step"), text_or_none(body, "undoes"), label)
    cluster = text_or_none(body, "cluster") if mark is not None else None
    return AlignmentEvent(event, _read(body), mark, cluster)


def alignment_of(draft: EventDraft) -> HandAlignment | None:
    """Return the alignment of an event that is not written yet."""
    return _read(draft.body) if draft.kind is EventKind.ALIGNMENT_SET else None


def _read(body: JsonObject) -> HandAlignment:
    return HandAlignment(
        Digest(bytes.fromhex(text_in(body, "left"))),
        Digest(bytes.fromhex(text_in(body, "right"))),
        _read_matrix(body.get("matrix")),
        Hand(text_in(body, "hand")),
    )


def present_alignments(events: Iterable[Event]) -> dict[ContentPair, HandAlignment]:
    """Return the alignment that holds for each pair: the newest, unless it takes the others back.

    Events of merged copies that had not seen each other count by their place in the merged order.
    """
    present: dict[ContentPair, HandAlignment] = {}
    for event in in_order(events):
        made = read_alignment(event)
        if made is not None:
            keep_alignment(present, made.said)
    return present


def keep_alignment(present: dict[ContentPair, HandAlignment], said: HandAlignment) -> None:
    """Let what was said hold, or what was measured where nothing is said any more."""
    if said.matrix is None:
        present.pop(said.pair, None)
    else:
        present[said.pair] = said


def _read_matrix(value: Json) -> Matrix | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 9:
        raise ValueError("an alignment has nine numbers")
    a, b, c, d, e, f, g, h, i = (_number(one) for one in value)
    matrix = (a, b, c, d, e, f, g, h, i)
    inverted(matrix)  # raises ValueError for one that flattens the picture
    return matrix


def _number(value: Json) -> float:
    number = float.fromhex(value) if isinstance(value, str) else float("nan")
    if not np.isfinite(number):
        raise ValueError("an alignment is made of finite numbers")
    return number
