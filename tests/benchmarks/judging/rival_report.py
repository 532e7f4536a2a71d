"""The hashes beside the program, on the same pairs."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.judging.asked import Asked, PairKind
from tests.benchmarks.judging.outcome import Outcome
from tests.benchmarks.judging.rivals import RIVALS, Hashes, Rival, rival_says
from tests.benchmarks.labelled.classes import FAMILIES

Judged = Sequence[tuple[Asked, Outcome]]


def rival_report(judged: Judged, hashes: Hashes) -> str:
    """Return recall by family and precision of every hash, and of the program on their pairs.

    A slow hash was made of a sample only: the program's figure beside it is of the same pairs.
    """
    return "\n\n".join(_table(rival, judged, hashes) for rival in RIVALS)


def _table(rival: Rival, judged: Judged, hashes: Hashes) -> str:
    said = [(one, out, rival_says(rival, one, hashes)) for one, out in judged]
    known = [(one, out, bool(says)) for one, out, says in said if says is not None]
    lines = [f"{rival.name:32} pairs  recall   program"]
    for family in FAMILIES:
        mine = [row for row in known if row[0].kind is PairKind.COPY and row[1].family == family]
        if mine:
            lines.append(_line(family, mine))
    copies = [row for row in known if row[0].kind is PairKind.COPY]
    others = [row for row in known if row[0].kind not in (PairKind.COPY, PairKind.UNTELLABLE)]
    false = [row for row in others if row[0].kind is not PairKind.CONTENT]
    if copies:
        lines.append(_line("all copies", copies))
    theirs, ours = _precision(copies, false, 2), _precision(copies, false, 1)
    lines.append(
        f"{'precision with hard negatives':32} {len(false):5}   {theirs:.3f}     {ours:.3f}"
    )
    return "\n".join(lines)


def _line(name: str, rows: Sequence[tuple[Asked, Outcome, bool]]) -> str:
    theirs, ours = (sum(_accepted(row, at) for row in rows) / len(rows) for at in (2, 1))
    return f"{name:32} {len(rows):5}   {theirs:.3f}     {ours:.3f}"


def _precision(
    copies: Sequence[tuple[Asked, Outcome, bool]],
    false: Sequence[tuple[Asked, Outcome, bool]],
    at: int,
) -> float:
    right, wrong = (sum(_accepted(row, at) for row in rows) for rows in (copies, false))
    return right / max(1, right + wrong)


def _accepted(row: tuple[Asked, Outcome, bool], at: int) -> bool:
    return row[2] if at == 2 else row[1].is_copy
