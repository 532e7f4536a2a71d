"""The weights of the decision as they are shipped: data beside the code, read once."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Final

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
    return LikelihoodModel(str(data["version"]), float(data["intercept"]), weights)
