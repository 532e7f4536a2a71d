"""Fits the weights of the decision on labelled pairs of the fitting half, and writes them as data.

Run `python -m tests.benchmarks.accuracy FOLDER --half fit --pairs truth --rivals 0 --out FIT`, then
`python -m tests.benchmarks.fit_decision FIT [--out dedup_desk/engine/decision.json]`. Logistic
regression with every weight held at zero or below, folded five times by original to say what is
reached on originals that were not seen; then the whole half is fitted, and the intercept is moved
so that .5 is where the machine starts to say copy: above every labelled difference. Nothing of the
blind half is read. The version is a digest of the weights; the figures say on what they were
reached.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from dedup_desk.core.likelihood import TERMS
from dedup_desk.core.naming import named
from dedup_desk.core.observed import Observed
from dedup_desk.core.pairs import Finding
from dedup_desk.engine.decision import version_of
from tests.benchmarks.judging.provenance import CANDIDATES, read_provenance
from tests.benchmarks.judging.report import wilson
from tests.benchmarks.labelled.truth import Half

Floats: TypeAlias = NDArray[np.float64]
Figures: TypeAlias = dict[str, Any]

OUT = Path(__file__).resolve().parents[2] / "dedup_desk" / "engine" / "decision.json"

_FOLDS = 5
_PULL = 0.02
_MARGIN = 0.5
"""Log odds kept between the likeliest labelled difference and the first copy."""

_COPY, _DIFFERENT = ("copy",), ("different", "sister", "neighbour", "plain", "unrelated")
_KNOWN = {field.name for field in fields(Observed)}


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Labelled pairs that the rules leave to the model.

    Attributes:
        terms: (n, terms).
        is_copy: (n,) bool.
        family: of each.
        fold: 0 to 4, by original.
    """

    terms: Floats
    is_copy: NDArray[np.bool_]
    family: NDArray[np.str_]
    fold: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """Weights in the order of `TERMS`."""

    intercept: float
    weights: Floats

    def odds(self, terms: Floats) -> Floats:
        """Return log odds of (n, terms)."""
        odds: Floats = self.intercept + terms @ self.weights
        return odds


def read_pairs(paths: Sequence[Path]) -> Pairs:
    """Read the outcomes of accuracy runs; pairs that rules decide are left out."""
    rows = [row for path in paths for row in _rows(path)]
    observed = [row[0] for row in rows]
    return Pairs(
        terms=np.array([[term(one) for term in TERMS.values()] for one in observed]),
        is_copy=np.array([row[1] for row in rows]),
        family=np.array([row[2] for row in rows]),
        fold=np.array([row[3] for row in rows]),
    )


def fitted(pairs: Pairs) -> Fit:
    """Fit a logistic model whose weights are zero or below; both kinds weigh the same."""
    scale = np.maximum(pairs.terms.std(axis=0), 1e-6)
    terms, target = pairs.terms / scale, np.where(pairs.is_copy, 1.0, -1.0)
    share = np.where(pairs.is_copy, 0.5 / pairs.is_copy.sum(), 0.5 / (~pairs.is_copy).sum())

    def loss(values: Floats) -> tuple[float, Floats]:
        margin = target * (values[0] + terms @ values[1:])
        wrong = share * target / (1 + np.exp(np.clip(margin, -60, 60)))
        pull = np.concatenate(([0.0], values[1:]))
        total = float((share * np.logaddexp(0, -margin)).sum() + _PULL / 2 * (pull @ pull) / 100)
        return total, -np.concatenate(([wrong.sum()], terms.T @ wrong)) + _PULL * pull / 100

    bounds = [(None, None), *([(None, 0.0)] * terms.shape[1])]
    start = np.concatenate(([2.0], np.full(terms.shape[1], -0.5)))
    found = minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B")
    return Fit(float(found.x[0]), np.asarray(found.x[1:] / scale, np.float64))


def shifted(fit: Fit, pairs: Pairs) -> Fit:
    """Return the fit with .5 above every labelled difference, by a margin."""
    highest = float(fit.odds(pairs.terms[~pairs.is_copy]).max(initial=-np.inf))
    return Fit(fit.intercept - highest - _MARGIN, fit.weights)


def folded(pairs: Pairs) -> Figures:
    """Return recall and precision on originals that were not fitted, with their 95 % bounds."""
    hits = wrong = 0
    for fold in range(_FOLDS):
        seen, unseen = pairs.fold != fold, pairs.fold == fold
        part = Pairs(*(getattr(pairs, one.name)[seen] for one in fields(Pairs)))
        says = shifted(fitted(part), part).odds(pairs.terms[unseen]) > 0
        hits += int((says & pairs.is_copy[unseen]).sum())
        wrong += int((says & ~pairs.is_copy[unseen]).sum())
    return reached(hits, int(pairs.is_copy.sum()), wrong)


def reached(hits: int, copies: int, wrong: int) -> Figures:
    """Return recall and precision with Wilson's 95 % bounds.

    Args:
        hits: copies called copies.
        copies: all of them.
        wrong: differences called copies.
    """
    return {
        "recall": round(hits / max(copies, 1), 4),
        "recall bounds": [round(bound, 4) for bound in wilson(hits, copies)],
        "precision": round(hits / max(hits + wrong, 1), 5),
        "precision bounds": [round(bound, 5) for bound in wilson(hits, hits + wrong)],
    }


def figures_of(paths: Sequence[Path], pairs: Pairs, fit: Fit) -> Figures:
    """Return on what a fit was made and what it reaches there.

    Args:
        paths: of the outcomes, each with its provenance beside it.
        pairs: of them, those that the rules leave to the model.
        fit: of all of them.

    Raises:
        ValueError: outcomes without provenance, of the blind half, or of several makings.
    """
    says = fit.odds(pairs.terms) > 0
    rows = [row for row in _judged_rows(paths) if row["kind"] in _COPY]
    counts = {"copies": int(pairs.is_copy.sum()), "differences": int((~pairs.is_copy).sum())}
    hits, wrong = int(says[pairs.is_copy].sum()), int(says[~pairs.is_copy].sum())
    return {
        **_common_provenance(paths),
        "originals": len({_source(row) for row in rows}),
        "copies": len(rows),
        "decided by the model": counts,
        "whole half": reached(hits, counts["copies"], wrong),
        "unseen originals": folded(pairs),
    }


def data_of(fit: Fit, figures: Figures) -> dict[str, Any]:
    """Return what is shipped: weights of four decimals, named by their digest."""
    intercept = round(fit.intercept, 4)
    rounded = {name: round(float(w), 4) for name, w in zip(TERMS, fit.weights, strict=True)}
    weights = {name: weight for name, weight in rounded.items() if weight < 0}
    version = version_of(intercept, weights)
    return {"version": version, "intercept": intercept, "weights": weights, "figures": figures}


def main() -> None:
    """Fit, print, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("outcomes", nargs="+", type=Path, help="of the fitting half")
    options.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    given = options.parse_args()
    pairs = read_pairs(given.outcomes)
    fit = shifted(fitted(pairs), pairs)
    data = data_of(fit, figures_of(given.outcomes, pairs, fit))
    given.out.write_text(json.dumps(data, indent=2) + "\n", "utf-8")
    print(json.dumps(data, indent=2))
    says = fit.odds(pairs.terms) > 0
    for family in sorted(set(pairs.family[pairs.is_copy])):
        mine = pairs.is_copy & (pairs.family == family)
        print(f"{family:16} {mine.sum():5} {says[mine].mean():.4f}")


def _rows(path: Path) -> Iterator[tuple[Observed, bool, str, int]]:
    for row in _judged_rows([path]):
        numbers: dict[str, Any] = row["numbers"].get("observed") or {}
        if row["kind"] not in (*_COPY, *_DIFFERENT) or "median" not in numbers:
            continue
        known = {name: value for name, value in numbers.items() if name in _KNOWN}
        observed = Observed(**{**known, "likelihood": 1.0})
        naming = named(observed)
        if observed.fine_px and naming is not None and naming.finding is Finding.COPY:
            fold = zlib.crc32(_source(row).encode()) % _FOLDS
            yield observed, row["kind"] in _COPY, row["family"], fold


def _judged_rows(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        yield from map(json.loads, path.read_text("utf-8").splitlines())


def _source(row: dict[str, Any]) -> str:
    return str(row["one"].split("/")[1])


def _common_provenance(paths: Sequence[Path]) -> Figures:
    told = [_making(path) for path in paths]
    first = told[0]
    if first is None or any(one != first for one in told):
        raise ValueError("want outcomes of one making, each with its .about.json beside it")
    if first["labelled set"]["half"] != Half.FIT.value:
        raise ValueError("these are not outcomes of the fitting half")
    return {name: value for name, value in first.items() if name != "decided by"}


def _making(outcomes: Path) -> Figures | None:
    told = read_provenance(outcomes)
    return told and {name: value for name, value in told.items() if name != CANDIDATES}


if __name__ == "__main__":
    main()
