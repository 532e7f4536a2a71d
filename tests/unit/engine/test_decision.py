"""The shipped weights of the decision."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest

from dedup_desk.core.observed import Observed
from dedup_desk.engine.decision import decision_model, version_of
from dedup_desk.engine.verify import MEASURING_RECIPE, VERIFY_RECIPE


@pytest.fixture(scope="module")
def shipped():
    """The data file as it is shipped."""
    return json.loads((files("dedup_desk.engine") / "decision.json").read_text("utf-8"))


def test_the_weights_are_read_with_the_version_that_is_theirs(shipped):
    model = decision_model()
    assert dict(model.weights) == shipped["weights"]
    assert model.version == shipped["version"]
    assert shipped["version"] == version_of(shipped["intercept"], shipped["weights"])


def test_another_weight_is_another_version_and_another_order_is_not(shipped):
    intercept, weights = shipped["intercept"], shipped["weights"]
    turned = dict(reversed(weights.items()))
    assert version_of(intercept, turned) == shipped["version"]
    assert version_of(intercept, {**weights, "noise": -0.5}) != shipped["version"]
    assert version_of(intercept + 0.0001, weights) != shipped["version"]


def test_a_finding_is_kept_with_what_measured_and_what_decided():
    assert VERIFY_RECIPE.startswith(MEASURING_RECIPE)
    assert decision_model().version in VERIFY_RECIPE
    assert "decision" not in MEASURING_RECIPE


def test_the_figures_say_on_what_they_were_reached(shipped):
    figures = shipped["figures"]
    assert figures["labelled set"]["half"] == "fit"
    assert figures["measured by"].startswith("verify-")
    assert figures["copies"] >= figures["decided by the model"]["copies"] > 1000
    unseen = figures["unseen originals"]
    for name in ("recall", "precision"):
        low, high = unseen[f"{name} bounds"]
        assert low <= unseen[name] <= high
    assert unseen["precision"] >= 0.998


def test_an_equal_pair_is_certain_and_a_burst_is_not_a_copy():
    model = decision_model()
    same = Observed(mean=0.98, median=0.99, quartile=0.97, inliers=120, matches=160)
    burst = Observed(
        mean=0.78,
        median=0.93,
        quartile=0.8,
        bad_share=0.15,
        largest_bad_share=0.05,
        inliers=55,
        matches=95,
        grain=0.15,
        noise=7.0,
        blocks=15,
        changed_share=0.12,
    )
    assert model.likelihood(same) > 0.95
    assert model.likelihood(burst) < 0.5
