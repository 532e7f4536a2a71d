"""Fits the weights of the decision on labelled pairs of the fitting half, and writes them as data.

Run `python -m tests.benchmarks.accuracy FOLDER --half fit --pairs truth --rivals 0 --out FIT`, then
`python -m tests.benchmarks.fit_decision FIT [--out dedup_desk/engine/decision.json]`. Logistic
regression with every weight held at zero or below, folded five times by original to say what is
reached on originals that were not seen; then the whole half is fitted, and the intercept is moved
so that .5 is where the machine starts to say copy: above every labelled difference. Nothing of the
blind half is read.
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
from dedup_desk.core.naming import Observed, named
from dedup_desk.core.pairs import Finding

Floats: TypeAlias = NDArray[np.float64]

OUT = Path(__file__).resolve().parents[2] / "dedup_desk" / "engine" / "decision.json"
VERSION = "decision-5"

_FOLDS = 5
_PULL = 0.02
_MARGIN = 0.5
"""Log odds kept between the likeliest labelled difference and the first copy."""

_COPY, _DIFFERENT = ("copy",), ("different", "neighbour", "plain", "unrelated")
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


def folded(pairs: Pairs) -> dict[str, float]:
    """Return recall and precision on originals that were not fitted."""
    hits = wrong = 0
    for fold in range(_FOLDS):
        seen, unseen = pairs.fold != fold, pairs.fold == fold
        part = Pairs(*(getattr(pairs, one.name)[seen] for one in fields(Pairs)))
        says = shifted(fitted(part), part).odds(pairs.terms[unseen]) > 0
        hits += int((says & pairs.is_copy[unseen]).sum())
        wrong += int((says & ~pairs.is_copy[unseen]).sum())
    total = int(pairs.is_copy.sum())
    return {"recall": round(hits / total, 4), "precision": round(hits / max(hits + wrong, 1), 5)}


def main() -> None:
    """Fit, print, write."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("outcomes", nargs="+", type=Path, help="of the fitting half")
    options.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    given = options.parse_args()
    pairs = read_pairs(given.outcomes)
    fit = shifted(fitted(pairs), pairs)
    says = fit.odds(pairs.terms) > 0
    figures = {
        "copies": int(pairs.is_copy.sum()),
        "differences": int((~pairs.is_copy).sum()),
        "recall": round(float(says[pairs.is_copy].mean()), 4),
        "unseen originals": folded(pairs),
    }
    weights = {name: round(float(w), 4) for name, w in zip(TERMS, fit.weights, strict=True)}
    data = {
        "version": VERSION,
        "intercept": round(fit.intercept, 4),
        "weights": {name: weight for name, weight in weights.items() if weight < 0},
        "figures": figures,
    }
    given.out.write_text(json.dumps(data, indent=2) + "\n", "utf-8")
    print(json.dumps(data, indent=2))
    for family in sorted(set(pairs.family[pairs.is_copy])):
        mine = pairs.is_copy & (pairs.family == family)
        print(f"{family:16} {mine.sum():5} {says[mine].mean():.4f}")


def _rows(path: Path) -> Iterator[tuple[Observed, bool, str, int]]:
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        numbers: dict[str, Any] = row["numbers"].get("observed") or {}
        if row["kind"] not in (*_COPY, *_DIFFERENT) or "median" not in numbers:
            continue
        known = {name: value for name, value in numbers.items() if name in _KNOWN}
        observed = Observed(**{**known, "likelihood": 1.0})
        naming = named(observed)
        if observed.fine_px and naming is not None and naming.finding is Finding.COPY:
            source = row["one"].split("/")[1]
            fold = zlib.crc32(source.encode()) % _FOLDS
            yield observed, row["kind"] in _COPY, row["family"], fold


if __name__ == "__main__":
    main()
