"""The script that fits the decision: signs, margin, and what it reads."""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np
import pytest

from dedup_desk.core.likelihood import TERMS, LikelihoodModel
from dedup_desk.core.naming import Observed
from tests.benchmarks.fit_decision import Pairs, fitted, folded, read_pairs, shifted


@pytest.fixture(scope="module")
def drawn_pairs() -> Pairs:
    """Two clouds: copies with little against them, differences with much; one term is useless."""
    chance = np.random.default_rng(4)
    is_copy = np.arange(400) % 2 == 0
    terms = chance.exponential(np.where(is_copy, 0.1, 1.5)[:, None], (400, len(TERMS)))
    terms[:, 0] = np.where(is_copy, 1.0, 0.0) + chance.normal(size=400) * 0.01
    return Pairs(terms, is_copy, np.full(400, "crop"), np.arange(400) // 80)


def test_no_weight_is_above_zero_even_where_that_would_fit_better(drawn_pairs):
    fit = fitted(drawn_pairs)
    assert fit.weights.max() <= 0
    assert fit.weights[0] == 0
    LikelihoodModel("drawn", fit.intercept, dict(zip(TERMS, fit.weights.tolist(), strict=True)))


def test_every_difference_stays_below_the_bar(drawn_pairs):
    fit = shifted(fitted(drawn_pairs), drawn_pairs)
    odds = fit.odds(drawn_pairs.terms)
    assert odds[~drawn_pairs.is_copy].max() == pytest.approx(-0.5)
    assert (odds[drawn_pairs.is_copy] > 0).mean() > 0.9


def test_originals_that_were_not_fitted_are_judged_too(drawn_pairs):
    figures = folded(drawn_pairs)
    assert figures["recall"] > 0.8
    assert figures["precision"] > 0.97


def test_pairs_that_rules_decide_are_not_fitted(tmp_path):
    same = Observed(mean=0.98, median=0.99)
    rows = [
        _row("copy", same),
        _row("different", Observed(mean=0.9, median=0.95, bad_share=0.2)),
        _row("content", same),
        _row("copy", Observed(mean=0.3, median=0.3)),
        _row("copy", Observed(mean=0.98, median=0.99, recoloured_share=0.5)),
        {**_row("copy", same), "numbers": {}},
    ]
    path = tmp_path / "fit.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    pairs = read_pairs([path])
    assert pairs.is_copy.tolist() == [True, False]
    assert pairs.terms.shape == (2, len(TERMS))


def _row(kind: str, observed: Observed) -> dict[str, object]:
    one = "fit/photo-1/original.jpg"
    return {"kind": kind, "family": "crop", "one": one, "numbers": {"observed": asdict(observed)}}
