"""What outcomes were measured on and with, kept in a small file beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, TypeAlias

from dedup_desk.engine.decision import decision_model
from dedup_desk.engine.verify import MEASURING_RECIPE
from tests.benchmarks.labelled.collecting import drawn_as
from tests.benchmarks.labelled.truth import Half

Provenance: TypeAlias = dict[str, Any]

CANDIDATES = "candidates nobody asked for, compared"
"""Where it stands how many were compared of how many: that is no part of how a pair was judged."""


def provenance_of(folder: Path, half: Half) -> Provenance:
    """Return what a run on one half of a collection has to say of itself.

    The decision stands apart from what measured: a fit is made on measures, not on an older fit.
    """
    return {
        "labelled set": {**drawn_as(folder), "half": half.value},
        "measured by": MEASURING_RECIPE,
        "decided by": decision_model().version,
    }


def write_provenance(outcomes: Path, provenance: Provenance) -> None:
    """Write it beside a file of outcomes."""
    _beside(outcomes).write_text(json.dumps(provenance, indent=2) + "\n", "utf-8")


def read_provenance(outcomes: Path) -> Provenance | None:
    """Return what stands beside a file of outcomes, None for nothing."""
    path = _beside(outcomes)
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def _beside(outcomes: Path) -> Path:
    return outcomes.with_suffix(".about.json")
