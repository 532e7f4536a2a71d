"""What the program said of a pair, beside what is true of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from dedup_desk.core.canonical import Policy, propose
from dedup_desk.core.clusters import form_clusters
from dedup_desk.core.pairs import Finding, PairKey, VerifiedPair
from dedup_desk.core.records import ImageRecord
from tests.benchmarks.judging.asked import Asked, PairKind
from tests.benchmarks.judging.measuring import Measured
from tests.benchmarks.labelled.canvas import corners_of, through
from tests.benchmarks.labelled.truth import Kind, Label, Matrix


@dataclass(frozen=True, slots=True)
class Outcome:
    """One judged pair, flat, as a line of JSON.

    Attributes:
        one, other: paths.
        kind: what the pair is by its labels.
        family, name: of the copy or of the hard negative.
        original: which kind of original it was made of.
        is_candidate: it was compared at all.
        finding: "copy", "look" or "" for not related or not compared.
        relation, relations: as named.
        is_named_right: of copies; None where there is no pair.
        corner_error: mean distance of the shown part's corners, as a share of the original's
            longer side; None where nothing was laid on anything.
        is_proposed: a rule would retire one of the two.
        is_grouped: both are in one group of copies.
        distance_bits: of the fingerprints.
        votes: of the index of details.
        numbers: evidence, registration and what was observed.
    """

    one: str
    other: str
    kind: PairKind
    family: str
    name: str
    original: str
    is_candidate: bool = True
    finding: str = ""
    relation: str = ""
    relations: tuple[str, ...] = ()
    is_named_right: bool | None = None
    corner_error: float | None = None
    is_proposed: bool = False
    is_grouped: bool = False
    distance_bits: int = 64
    votes: float = 0.0
    numbers: dict[str, Any] = field(default_factory=dict)

    @property
    def is_copy(self) -> bool:
        """The program called it a copy."""
        return self.finding == Finding.COPY.value

    @property
    def is_shown(self) -> bool:
        """A person would see the pair at all."""
        return bool(self.finding)


def outcome(
    asked: Asked, pair: VerifiedPair | None, measured: Measured, observed: dict[str, Any]
) -> Outcome:
    """Judge one pair.

    Args:
        asked: which, with its truth.
        pair: what the program found; None for nothing.
        measured: records of the two.
        observed: the decision's numbers, where they were listened to.
    """
    one, other = asked.one, asked.other
    plain = Outcome(one.path, other.path, asked.kind, other.family, other.name, one.name)
    if pair is None:
        return Outcome(**{**_fields(plain), "numbers": {"observed": observed}})
    records = [measured.records[label.path] for label in (one, other)]
    told = {
        "finding": pair.finding.value,
        "relation": pair.relation.value,
        "relations": tuple(relation.value for relation in pair.relations),
        "is_named_right": pair.relation.value in other.relations if other.relations else None,
        "corner_error": _corner_error(other, pair, *records),
        "is_proposed": is_proposed(pair, records),
        "distance_bits": pair.evidence.distance_bits,
        "numbers": _numbers(pair, observed),
    }
    return Outcome(**{**_fields(plain), **told})


def is_proposed(pair: VerifiedPair, records: Iterable[ImageRecord]) -> bool:
    """Say whether the keeping rules, left alone with these two, would retire one of them."""
    by_id = {one.id: one for one in records}
    if pair.finding is not Finding.COPY:
        return False
    pairs = {PairKey(pair.key.a, pair.key.b): pair}
    clusters = form_clusters(by_id, [pair])
    return any(propose(one, by_id, pairs, Policy()).retire for one in clusters)


def write_outcomes(path: Path, outcomes: Iterable[Outcome]) -> None:
    """Write one line of JSON for each pair."""
    path.write_text("".join(json.dumps(asdict(one)) + "\n" for one in outcomes), "utf-8")


def read_outcomes(path: Path) -> list[Outcome]:
    """Read what `write_outcomes` wrote."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return [
        Outcome(**{**row, "kind": PairKind(row["kind"]), "relations": tuple(row["relations"])})
        for row in rows
    ]


def _fields(one: Outcome) -> dict[str, Any]:
    return {name: getattr(one, name) for name in Outcome.__dataclass_fields__}


def _numbers(pair: VerifiedPair, observed: dict[str, Any]) -> dict[str, Any]:
    registration = asdict(pair.registration) if pair.registration else {}
    evidence = asdict(pair.evidence)
    return {
        "score": pair.score,
        "registration": registration,
        "evidence": evidence,
        "observed": observed,
    }


def _corner_error(
    copy: Label, pair: VerifiedPair, original: ImageRecord, other: ImageRecord
) -> float | None:
    if copy.kind is not Kind.COPY or pair.registration is None or copy.kept is None:
        return None
    found = np.asarray(pair.registration.matrix, np.float64).reshape(3, 3)
    if pair.key.a == other.id:
        found = _inverse(found)
    corners = corners_of(copy.kept)
    back = through(_inverse(found), through(copy.transform, corners))
    away = np.hypot(*(back - corners).T)
    return float(away.mean() / max(original.picture.width_px, original.picture.height_px))


def _inverse(matrix: Matrix) -> Matrix:
    try:
        return np.linalg.inv(matrix)
    except np.linalg.LinAlgError:
        return np.full((3, 3), np.nan)
