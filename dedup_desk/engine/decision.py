"""The weights of the decision as they are shipped: data beside the code, read once.

Which fit it is follows from the weights themselves: whoever fits anew, or changes one by hand,
makes another version, and every pair is compared again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from dedup_desk.core.canonical_json import canonical_json
from dedup_desk.core.likelihood import LikelihoodModel

_DATA: Final = "decision.json"


@cache
def decision_model() -> LikelihoodModel:
    """Return the fitted model.

    Raises:
        ValueError: the data is not what `tests/benchmarks/fit_decision.py` writes.
    """
    data = json.loads((files("dedup_desk.engine") / _DATA).read_text("utf-8"))
    weights = {str(name): float(weight) for name, weight in data["weights"].items()}
    intercept = float(data["intercept"])
    return LikelihoodModel(version_of(intercept, weights), intercept, weights)


def version_of(intercept: float, weights: Mapping[str, float]) -> str:
    """Return the name of a fit: of its numbers, to the four decimals that are shipped."""
    spelled = {name: f"{weight:.4f}" for name, weight in weights.items()}
    text = canonical_json({"intercept": f"{intercept:.4f}", "weights": spelled})
    return f"decision-{hashlib.sha256(text).hexdigest()[:8]}"
