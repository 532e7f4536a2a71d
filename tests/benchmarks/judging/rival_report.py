"""The hashes beside the program, on the same pairs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from tests.benchmarks.judging.asked import PairKind
from tests.benchmarks.judging.outcome import Outcome
from tests.benchmarks.judging.report import (
    FALSE_KINDS,
    accepted,
    by_class,
    by_family,
    of_kinds,
    precision,
    rows,
)
from tests.benchmarks.judging.rivals import RIVALS, Hashes, Rival, rival_says


@dataclass(frozen=True, slots=True, eq=False)
class _Beside:
    """The pairs that a hash was made for, and which of them it calls a match.

    Attributes:
        pairs: as the program judged them.
        matches: positions in `pairs` that the hash accepts, by the identity of the pair.
    """

    pairs: list[Outcome] = field(default_factory=list)
    matches: set[int] = field(default_factory=set)

    def matched(self, some: Sequence[Outcome]) -> int:
        """Return how many of some pairs the hash accepts."""
        return sum(id(one) in self.matches for one in some)


def rival_report(outcomes: Sequence[Outcome], hashes: Hashes) -> str:
    """Return recall and precision of every hash, and of the program on the very same pairs.

    A slow hash was made of a sample only, and the head says of how many originals. Precision of a
    row is counted as in the report of the program: all false pairs against that row alone. False
    pairs that nobody asked for are candidates of the program; the hashes bring none of their own.

    Args:
        outcomes: as the program judged them.
        hashes: of their files, by path; pairs without are left out.
    """
    return "\n\n".join(_tables(rival, outcomes, hashes) for rival in RIVALS)


def _tables(rival: Rival, outcomes: Sequence[Outcome], hashes: Hashes) -> str:
    beside = _beside(rival, outcomes, hashes)
    copies = of_kinds(beside.pairs, [PairKind.COPY])
    false = of_kinds(beside.pairs, FALSE_KINDS)
    originals = len({one.one for one in copies})
    head = (
        f"{rival.name}: {originals} originals, {len(copies)} copies, {len(false)} pairs that are"
        f" none ({beside.matched(false)} of them accepted; by the program {accepted(false)});"
        " prec.: all false pairs accepted held against each row alone"
    )
    tables = (("family", by_family), ("class", by_class), ("overall", lambda _one: "all copies"))
    parts = [_table(title, key, beside) for title, key in tables]
    told = [head, *parts, _crossed(beside)]
    return "\n\n".join(part for part in told if part) if copies else f"{rival.name}: no pairs"


def _beside(rival: Rival, outcomes: Sequence[Outcome], hashes: Hashes) -> _Beside:
    found = _Beside()
    for one in outcomes:
        says = rival_says(rival, one, hashes)
        if says is not None:
            found.pairs.append(one)
        if says:
            found.matches.add(id(one))
    return found


def _table(title: str, key: Callable[[Outcome], str], beside: _Beside) -> str:
    false = of_kinds(beside.pairs, FALSE_KINDS)
    theirs, ours = beside.matched(false), accepted(false)
    lines = [f"{title:32} pairs  recall  prec.   program: recall  prec."]
    for name, some in rows(of_kinds(beside.pairs, [PairKind.COPY]), key).items():
        hits, found = beside.matched(some), accepted(some)
        lines.append(
            f"{name:32} {len(some):5}   {hits / len(some):.3f}  {precision(hits, theirs)}"
            f"            {found / len(some):.3f}  {precision(found, ours)}"
        )
    return "\n".join(lines)


def _crossed(beside: _Beside) -> str:
    copies = of_kinds(beside.pairs, [PairKind.COPY])
    false = of_kinds(beside.pairs, [*FALSE_KINDS, PairKind.CROSSED])
    count = len(of_kinds(false, [PairKind.CROSSED]))
    if not count:
        return ""
    theirs = precision(beside.matched(copies), beside.matched(false))
    ours = precision(accepted(copies), accepted(false))
    return (
        f"precision, {count} pairs of a copy and a hard negative of its original in:"
        f" {theirs}, program {ours}"
    )
