"""The pairs of the index: everything that was compared, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from sys import intern
from typing import TypeAlias

from sqlalchemy import Connection, bindparam, delete, insert, select

from dedup_desk.core.pair_key_set import PairKeySet
from dedup_desk.core.pairs import CandidatePair, Finding, PairKey, Relation, VerifiedPair
from dedup_desk.core.progress import Check, checked, unasked
from dedup_desk.core.records import RecordId
from dedup_desk.store.database import AnyRow
from dedup_desk.store.index_tables import PAIR
from dedup_desk.store.index_values import details_text, read_details

_A_STATEMENT = 400
"""Ids that one statement asks for."""

Compared: TypeAlias = tuple[CandidatePair, VerifiedPair | None]
"""A pair that was compared; None where the two pictures are unrelated."""


def put_verified(connection: Connection, compared: Sequence[Compared], recipe: str) -> None:
    """Write what comparing found; an earlier answer about the same pair is replaced."""
    rows = [_row_of(candidate, found, recipe) for candidate, found in compared]
    if rows:
        connection.execute(insert(PAIR).prefix_with("OR REPLACE"), rows)


def any_pair(_pair: VerifiedPair) -> bool:
    """Take every pair."""
    return True


def verified(
    connection: Connection,
    recipe: str | None = None,
    wanted: Callable[[VerifiedPair], bool] = any_pair,
    check: Check = unasked,
    *,
    with_evidence: bool = True,
) -> tuple[VerifiedPair, ...]:
    """Return the related pairs by (smaller id, larger id); those of one recipe, or all.

    Others than the wanted ones are not held in memory. Without their evidence, of which many
    questions need nothing, pairs take half as much.
    """
    query = select(PAIR).where(PAIR.c.relation.is_not(None)).order_by(PAIR.c.left, PAIR.c.right)
    if recipe is not None:
        query = query.where(PAIR.c.recipe == recipe)
    rows = checked(connection.execute(query), check)
    found = (_pair_of(row, with_evidence=with_evidence) for row in rows)
    return tuple(pair for pair in found if wanted(pair))


def pairs_among(connection: Connection, records: Collection[RecordId]) -> tuple[VerifiedPair, ...]:
    """Return the related pairs of which both sides are among `records`, by their keys."""
    found: list[VerifiedPair] = []
    ids = sorted(records)
    for start in range(0, len(ids), _A_STATEMENT):
        some = ids[start : start + _A_STATEMENT]
        query = select(PAIR).where(PAIR.c.left.in_(some), PAIR.c.relation.is_not(None))
        if len(ids) <= _A_STATEMENT:
            query = query.where(PAIR.c.right.in_(ids))
        rows = connection.execute(query.order_by(PAIR.c.left, PAIR.c.right))
        found += [_pair_of(row, with_evidence=True) for row in rows if row.right in records]
    return tuple(found)


def compared_keys(connection: Connection, recipe: str, check: Check = unasked) -> PairKeySet:
    """Return every pair (smaller id first) that was compared with `recipe`, unrelated ones too."""
    query = select(PAIR.c.left, PAIR.c.right).where(PAIR.c.recipe == recipe)
    return PairKeySet((row[0], row[1]) for row in checked(connection.execute(query), check))


def forget_pairs(connection: Connection, pairs: Iterable[tuple[RecordId, RecordId]]) -> None:
    """Remove pairs, so that they are compared again."""
    rows = [{"one": min(pair), "other": max(pair)} for pair in pairs]
    if rows:
        at = (PAIR.c.left == bindparam("one"), PAIR.c.right == bindparam("other"))
        connection.execute(delete(PAIR).where(*at), rows)


def _row_of(candidate: CandidatePair, found: VerifiedPair | None, recipe: str) -> dict[str, object]:
    left, right = sorted((candidate.left, candidate.right))
    row: dict[str, object] = {"left": left, "right": right, "recipe": recipe}
    if found is None:
        nothing = ("a_is_left", "relation", "finding", "score", "details")
        return {**row, **dict.fromkeys(nothing)}
    if {found.key.a, found.key.b} != {left, right}:
        raise ValueError(f"{found.key} is not the pair {left}, {right}")
    return {
        **row,
        "a_is_left": int(found.key.a == left),
        "relation": found.relation.value,
        "finding": found.finding.value,
        "score": float(found.score),
        "details": details_text(found),
    }


def _pair_of(row: AnyRow, *, with_evidence: bool) -> VerifiedPair:
    a, b = (row.left, row.right) if row.a_is_left else (row.right, row.left)
    relations, registration, evidence = read_details(row.details, with_evidence=with_evidence)
    return VerifiedPair(
        key=PairKey(RecordId(a), RecordId(b)),
        relation=Relation(row.relation),
        relations=relations,
        finding=Finding(row.finding),
        score=row.score,
        registration=registration,
        evidence=evidence,
        recipe=intern(row.recipe),  # a long text, the same in millions of pairs
    )
