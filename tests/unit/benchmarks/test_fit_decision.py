"""The script that fits the decision: signs, margin, and what it reads."""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np
import pytest

from dedup_desk.core.likelihood import TERMS, LikelihoodModel
from dedup_desk.core.observed import Observed
from dedup_desk.engine.decision import version_of
from tests.benchmarks.fit_decision import (
    Fit,
    Pairs,
    data_of,
    figures_of,
    fitted,
    folded,
    read_pairs,
    shifted,
)
from tests.benchmarks.judging.provenance import CANDIDATES, write_provenance


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
    for name in ("recall", "precision"):
        low, high = figures[f"{name} bounds"]
        assert low < figures[name] <= high


def test_what_is_shipped_is_named_by_its_weights(drawn_pairs):
    weights = np.full(len(TERMS), -1.23456)
    weights[0] = 0.0
    data = data_of(Fit(7.00001, weights), {"reached": 1})
    assert len(data["weights"]) == len(TERMS) - 1
    assert set(data["weights"].values()) == {-1.2346}
    assert data["version"] == version_of(7.0, data["weights"])
    assert data["figures"] == {"reached": 1}


MAKING = {
    "labelled set": {"recipe": "drawn-1", "seed": 7, "half": "fit"},
    "measured by": "verify-0",
    "decided by": "decision-0",
}


@pytest.fixture
def fit_file(tmp_path):
    """Outcomes of nine originals: the model decides a copy and a difference of each."""
    same, other = Observed(mean=0.98, median=0.99), Observed(mean=0.9, median=0.95, bad_share=0.2)
    rows = [{**_row("copy", same), "numbers": {}}]
    for number in range(9):
        one = f"fit/photo-{number}/original.jpg"
        rows += [{**_row("copy", same), "one": one}, {**_row("different", other), "one": one}]
    path = tmp_path / "fit.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_figures_say_on_what_they_were_reached(fit_file):
    write_provenance(fit_file, {**MAKING, CANDIDATES: {"unrelated": "3 of 9"}})
    pairs = read_pairs([fit_file])
    fit = shifted(fitted(pairs), pairs)
    figures = figures_of([fit_file], pairs, fit)
    assert figures["labelled set"] == MAKING["labelled set"]
    assert figures["measured by"] == "verify-0"
    assert not {"decided by", CANDIDATES} & figures.keys()
    assert (figures["originals"], figures["copies"]) == (9, 10)
    assert figures["decided by the model"] == {"copies": 9, "differences": 9}
    assert figures["whole half"]["precision"] == 1.0
    assert figures["whole half"]["precision bounds"][1] == 1.0


@pytest.mark.parametrize("made", [None, {**MAKING, "labelled set": {"half": "blind"}}])
def test_outcomes_of_the_blind_half_or_of_unknown_making_are_refused(fit_file, made):
    if made:
        write_provenance(fit_file, made)
    pairs = read_pairs([fit_file])
    with pytest.raises(ValueError, match="outcomes"):
        figures_of([fit_file], pairs, Fit(0.0, np.zeros(len(TERMS))))


def test_pairs_that_rules_decide_are_not_fitted(tmp_path):
    same = Observed(mean=0.98, median=0.99)
    rows = [
        _row("copy", same),
        _row("different", Observed(mean=0.9, median=0.95, bad_share=0.2)),
        _row("sister", Observed(mean=0.9, median=0.95, bad_share=0.1)),
        _row("content", same),
        _row("copy", Observed(mean=0.3, median=0.3)),
        _row("copy", Observed(mean=0.98, median=0.99, recoloured_share=0.5)),
        {**_row("copy", same), "numbers": {}},
    ]
    path = tmp_path / "fit.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    pairs = read_pairs([path])
    assert pairs.is_copy.tolist() == [True, False, False]
    assert pairs.terms.shape == (3, len(TERMS))


def _row(kind: str, observed: Observed) -> dict[str, object]:
    one = "fit/photo-1/original.jpg"
    return {"kind": kind, "family": "crop", "one": one, "numbers": {"observed": asdict(observed)}}
