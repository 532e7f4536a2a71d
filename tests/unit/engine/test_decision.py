"""The shipped weights of the decision."""

from __future__ import annotations

import json
from importlib.resources import files

from dedup_desk.core.naming import Observed
from dedup_desk.engine.decision import decision_model


def test_the_weights_are_read_with_their_version():
    data = json.loads((files("dedup_desk.engine") / "decision.json").read_text("utf-8"))
    model = decision_model()
    assert model.version == data["version"]
    assert dict(model.weights) == data["weights"]
    assert data["figures"]["unseen originals"]["precision"] >= 0.998


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
