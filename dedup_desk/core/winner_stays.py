"""Comparing several pictures two at a time: the better one stays, the other leaves the round.

Of N pictures one is left after N - 1 comparisons. A round is only a way of looking: it knows no
decision, and whoever leaves it has lost nothing but the place in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from dedup_desk.core.compare import Side
from dedup_desk.core.records import RecordId


class Standing(StrEnum):
    """How a picture stands in a round."""

    PLAYING = "playing"
    WAITING = "waiting"
    LEFT = "left"
    STAYED = "stayed"


@dataclass(frozen=True, slots=True)
class Round:
    """Who is compared, and who still waits.

    Attributes:
        left, right: the two in the panes; after the last comparison the winner and the last one
            that left the round, wherever they stand.
        waiting: who comes next, in order.
        count: pictures in the round from the beginning.
        newcomer: the pane whose picture came last; it is the one that can be asked about later.
        winner: the one that stayed to the end; None before.
        gone: who left the round, in that order.
    """

    left: RecordId
    right: RecordId
    waiting: tuple[RecordId, ...]
    count: int
    newcomer: Side = Side.RIGHT
    winner: RecordId | None = None
    gone: tuple[RecordId, ...] = ()

    @property
    def steps(self) -> int:
        """Comparisons that the whole round takes."""
        return self.count - 1

    @property
    def step(self) -> int:
        """Which comparison is at hand, from 1; the last one once there is a winner."""
        return self.steps - len(self.waiting)

    def at(self, side: Side) -> RecordId:
        """Return who is in one pane."""
        return self.left if side is Side.LEFT else self.right

    def standing(self, record: RecordId) -> Standing | None:
        """Return how a picture stands; None where it never was in the round."""
        if record == self.winner:
            return Standing.STAYED
        if record in self.gone:
            return Standing.LEFT
        if record in self.waiting:
            return Standing.WAITING
        return Standing.PLAYING if record in (self.left, self.right) else None


def begun(entrants: tuple[RecordId, ...]) -> Round:
    """Begin with the first two; raises ValueError for fewer, or for one named twice."""
    if len(entrants) < 2 or len(set(entrants)) < len(entrants):
        raise ValueError("a round needs two pictures at least, each once")
    left, right, *waiting = entrants
    return Round(left, right, tuple(waiting), len(entrants))


def stayed(round_: Round, side: Side) -> Round:
    """Let one of the two stay where it is; who waits longest takes the other pane."""
    if round_.winner is not None:
        return round_
    round_ = replace(round_, gone=(*round_.gone, round_.at(side.other)))
    if not round_.waiting:
        return replace(round_, winner=round_.at(side))
    after, *waiting = round_.waiting
    return _laid(replace(round_, newcomer=side.other), after, waiting)


def later(round_: Round) -> Round:
    """Let the newcomer wait at the end; as it was where nobody else waits."""
    if round_.winner is not None or not round_.waiting:
        return round_
    after, *waiting = round_.waiting
    return _laid(round_, after, [*waiting, round_.at(round_.newcomer)])


def _laid(round_: Round, comes: RecordId, waiting: list[RecordId]) -> Round:
    """Put somebody in the newcomer's pane."""
    is_left = round_.newcomer is Side.LEFT
    left = comes if is_left else round_.left
    right = round_.right if is_left else comes
    return replace(round_, left=left, right=right, waiting=tuple(waiting))
