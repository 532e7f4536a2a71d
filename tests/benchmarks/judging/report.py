"""Tables of recall, precision, names and corners, with Wilson's bounds.

A pair that is no copy has no family or class of copies, so every row of copies holds all false
pairs of the run against itself alone: the precision of a tool that had to find only these.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from tests.benchmarks.judging.asked import PairKind
from tests.benchmarks.judging.outcome import Outcome
from tests.benchmarks.labelled.classes import FAMILIES

FALSE_KINDS = (
    PairKind.DIFFERENT,
    PairKind.SISTER,
    PairKind.NEIGHBOUR,
    PairKind.PLAIN,
    PairKind.UNRELATED,
)
"""What must never be called a copy."""


def wilson(hits: int, count: int) -> tuple[float, float]:
    """Return the 95 % bounds of a share.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
    JASA 22 (1927), 209-212.
    """
    if not count:
        return 0.0, 1.0
    share, z = hits / count, 1.959964
    middle = share + z * z / (2 * count)
    reach = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 1 + z * z / count
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def report(outcomes: Sequence[Outcome]) -> str:
    """Return every table."""
    copies = [one for one in outcomes if one.kind is PairKind.COPY]
    pictures = [one for one in copies if one.original != "paper"]
    false = of_kinds(outcomes, FALSE_KINDS)
    parts = [
        _by("family", copies, false, by_family),
        _by("family, pages left out", pictures, false, by_family),
        _by("class", copies, false, by_class),
        _by("original", copies, false, lambda one: one.original),
        _overall(copies, outcomes),
        _false_pairs(outcomes),
        _traps(outcomes),
        _wrong_names(copies),
    ]
    return "\n\n".join(part for part in parts if part)


def by_family(one: Outcome) -> str:
    """Return the row of a copy in a table of families."""
    return one.family


def by_class(one: Outcome) -> str:
    """Return the row of a copy in a table of classes."""
    return f"{one.family}/{one.name}"


def rows(copies: Sequence[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    """Return copies by row, rows in the order of the families."""
    found: dict[str, list[Outcome]] = {}
    for one in sorted(copies, key=_order):
        found.setdefault(key(one), []).append(one)
    return found


def of_kinds(outcomes: Iterable[Outcome], kinds: Iterable[PairKind]) -> list[Outcome]:
    """Return the pairs of some kinds."""
    wanted = frozenset(kinds)
    return [one for one in outcomes if one.kind in wanted]


def accepted(outcomes: Iterable[Outcome]) -> int:
    """Return how many pairs the program called copies."""
    return sum(one.is_copy for one in outcomes)


def precision(hits: int, wrong: int) -> str:
    """Return the share of accepted pairs that are copies, with three decimals; "-" for none."""
    return f"{hits / (hits + wrong):.3f}" if hits + wrong else "    -"


def _by(
    title: str,
    copies: Sequence[Outcome],
    false: Sequence[Outcome],
    key: Callable[[Outcome], str],
) -> str:
    if not copies:
        return ""
    wrong = accepted(false)
    lines = [_line(name, some, wrong) for name, some in rows(copies, key).items()]
    return "\n".join([f"by {title}; {_against(wrong, len(false))}", _head(title), *lines])


def _against(wrong: int, false: int) -> str:
    """Say what precision is in a row of copies."""
    return f"prec.: all {wrong} accepted of {false} false pairs held against each row alone"


def _head(title: str) -> str:
    measures = "recall  95 % bounds     prec.  shown  named   corners p50   p95   tried"
    return f"{title:32} pairs  {measures}"


def _line(name: str, some: Sequence[Outcome], wrong: int) -> str:
    hits = accepted(some)
    low, high = wilson(hits, len(some))
    shown = sum(one.is_shown for one in some) / len(some)
    tried = sum(one.is_candidate for one in some) / len(some)
    judged = [one.is_named_right for one in some if one.is_copy]
    named = f"{sum(bool(one) for one in judged) / len(judged):6.3f}" if judged else "     -"
    errors = sorted(
        one.corner_error for one in some if one.is_copy and one.corner_error is not None
    )
    corners = (
        f"{median(errors):9.4f} {errors[len(errors) * 95 // 100]:7.4f}" if errors else " " * 17
    )
    return (
        f"{name:32} {len(some):5}  {hits / len(some):.3f}  [{low:.3f}, {high:.3f}]"
        f"  {precision(hits, wrong)}  {shown:.3f} {named}  {corners}   {tried:.3f}"
    )


def _order(one: Outcome) -> tuple[int, str]:
    families = list(FAMILIES)
    return (families.index(one.family) if one.family in families else len(families), one.name)


def _overall(copies: Sequence[Outcome], outcomes: Sequence[Outcome]) -> str:
    if not copies:
        return ""
    wrong = accepted(of_kinds(outcomes, FALSE_KINDS))
    crossed = of_kinds(outcomes, [PairKind.CROSSED])
    shares = [accepted(some) / len(some) for some in rows(copies, by_family).values()]
    lines = [
        _head("overall"),
        _line("all copies", copies, wrong),
        f"macro recall over families: {sum(shares) / len(shares):.4f}",
        "pair precision with hard negatives: " + _bounded(accepted(copies), wrong),
    ]
    if crossed:
        lines.append(
            f"the same, {len(crossed)} pairs of a copy and a hard negative of its original in: "
            + _bounded(accepted(copies), wrong + accepted(crossed))
        )
    return "\n".join(lines)


def _bounded(hits: int, wrong: int) -> str:
    low, high = wilson(hits, hits + wrong)
    share = hits / max(1, hits + wrong)
    return f"{share:.4f}  [{low:.4f}, {high:.4f}]  ({wrong} false of {hits + wrong} accepted)"


def _false_pairs(outcomes: Sequence[Outcome]) -> str:
    lines = ["no copies:                       pairs  accepted  95 % bounds    shown   tried"]
    for kind in (*FALSE_KINDS, PairKind.CROSSED, PairKind.UNTELLABLE):
        mine = [one for one in outcomes if one.kind is kind]
        is_named = kind in (PairKind.DIFFERENT, PairKind.CROSSED)
        names = sorted({one.name for one in mine}) if is_named else []
        for name, some in [(kind.value, mine), *((f"  {n}", _named(mine, n)) for n in names)]:
            lines += [_false_line(name, some)] if some else []
    wrong = [one for one in of_kinds(outcomes, FALSE_KINDS) if one.is_copy]
    lines += [f"  FALSE {one.relation:12} {one.one} | {one.other}" for one in wrong[:60]]
    return "\n".join(lines)


def _named(some: Iterable[Outcome], name: str) -> list[Outcome]:
    return [one for one in some if one.name == name]


def _false_line(name: str, some: Sequence[Outcome]) -> str:
    hits, shown = sum(one.is_copy for one in some), sum(one.is_shown for one in some)
    low, high = wilson(hits, len(some))
    tried = sum(one.is_candidate for one in some) / len(some)
    return f"{name:32} {len(some):5}  {hits:8}  [{low:.3f}, {high:.3f}]  {shown:6}  {tried:.3f}"


def _traps(outcomes: Sequence[Outcome]) -> str:
    mine = [one for one in outcomes if one.kind is PairKind.CONTENT]
    if not mine:
        return ""
    lines = ["changed content:                 pairs  as copy  PROPOSED  named"]
    for name in sorted({one.name for one in mine}):
        some = _named(mine, name)
        names = Counter(f"{one.finding}:{one.relation}" if one.finding else "-" for one in some)
        told = ", ".join(f"{text} {count}" for text, count in names.most_common(6))
        copies, bad = sum(one.is_copy for one in some), sum(one.is_proposed for one in some)
        lines.append(f"{name:32} {len(some):5}  {copies:7}  {bad:8}  {told}")
    lines += [
        f"  PROPOSED {one.relation:12} {one.one} | {one.other}" for one in mine if one.is_proposed
    ]
    return "\n".join(lines)


def _wrong_names(copies: Sequence[Outcome]) -> str:
    wrong = Counter(
        (one.family, one.name, one.relation)
        for one in copies
        if one.is_copy and not one.is_named_right
    )
    if not wrong:
        return ""
    lines = ["named otherwise (accepted copies):"]
    lines += [
        f"  {family}/{name} -> {said}: {n}" for (family, name, said), n in wrong.most_common(25)
    ]
    return "\n".join(lines)
