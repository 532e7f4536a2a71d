"""The evidence of a pair, as a report hands it to other programs."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from dedup_desk.core.pairs import Box, Relation, VerifiedPair
from dedup_desk.services.reports.kinds import evidence_json
from tests.helpers.builders import a_pair


def registration_of(pair: VerifiedPair) -> dict[str, object]:
    told: dict[str, object] = json.loads(evidence_json(pair))["registration"]
    return told


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, None), (Box(0.0, 60.04, 1000.0, 600.0), [0.0, 60.0, 1000.0, 600.0])],
)
def test_a_registration_tells_what_of_b_is_picture_and_no_border(
    content: Box | None, told: list[float] | None
):
    """Without it nobody else could work out the four sides of a letterboxed crop."""
    pair = a_pair(1, 2, Relation.BORDERED)
    assert pair.registration is not None
    boxed = replace(pair, registration=replace(pair.registration, content_b=content))
    assert registration_of(boxed)["content_b"] == told


def test_what_could_not_be_compared_has_no_registration():
    pair = replace(a_pair(1, 2, Relation.LOOK), registration=None)
    assert "registration" not in json.loads(evidence_json(pair))
