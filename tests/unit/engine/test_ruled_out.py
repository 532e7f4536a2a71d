"""A close look is left out only where nothing it finds could bring two pictures to a person."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest

from dedup_desk.core.observed import Observed
from dedup_desk.engine.decision import decision_model
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.ruled_out import RULED_OUT_BELOW, is_ruled_out
from tests.helpers.made_pictures import photo

ALIKE = Observed(mean=0.95, median=0.98, quartile=0.95)
HARDLY = Observed(mean=0.62, median=0.7, quartile=0.4, bad_share=0.3, largest_bad_share=0.1)
OF_ITS_GRAIN = replace(ALIKE, quartile=0.5, bad_share=0.4, largest_bad_share=0.05)
"""So much may be other content in a picture of the same grain, and in none of another grain."""

WORSE = {
    "changed_share": 0.3,
    "blocks": 40,
    "regions": 12,
    "dust_blocks": 3,
    "dust_regions": 3,
    "largest_region_share": 0.4,
    "is_cloned": True,
    "is_rewritten": True,
    "letter_px": 8.0,
    "lost_detail_share": 0.5,
    "noise": 20.0,
    "tone_residual": 0.1,
    "is_coarse": True,
    "is_page": True,
    "is_pale": True,
    "overlaid_a": True,
    "overlaid_b": True,
    "tone_changed": True,
    "lost_colour": True,
    "recoloured_share": 0.4,
    "relit_share": 0.4,
    "fine_px": 640,
}
"""What is measured after the alignment, as it may turn out."""

OF_THE_ALIGNMENT = {
    "mean",
    "median",
    "quartile",
    "bad_share",
    "largest_bad_share",
    "elsewhere",
    "inliers",
    "matches",
    "rms_px",
    "left_px",
    "anisotropy",
    "symmetry",
    "is_plain",
    "is_inverted",
    "is_tilted",
    "turn_degrees",
    "shown_a",
    "shown_b",
    "has_border_a",
    "has_border_b",
    "size_ratio",
}


def laid(one, other):
    """Two pictures of one size on one grid."""
    size = one.shape[1], one.shape[0]
    shown = np.ones(one.shape[:2], bool)
    return Laid(one, other, shown, np.eye(3), np.eye(3), size, size)


@pytest.fixture(scope="module")
def same_grain():
    picture = photo(400, 300, seed=3)
    return laid(picture, picture)


@pytest.fixture(scope="module")
def other_grain():
    chance = np.random.default_rng(2)
    grey = np.full((300, 400, 3), 128.0)
    one, other = ((grey + chance.normal(0, 4, grey.shape)).astype(np.uint8) for _ in range(2))
    return laid(one, other)


def test_every_figure_is_of_the_alignment_or_comes_later():
    names = {field.name for field in fields(Observed)}
    assert names == OF_THE_ALIGNMENT | WORSE.keys() | {"grain", "likelihood"}


@pytest.mark.parametrize("aligned", [ALIKE, HARDLY, OF_ITS_GRAIN])
@pytest.mark.parametrize("name", WORSE)
def test_nothing_that_comes_later_makes_a_pair_likelier(aligned, name):
    likely = decision_model().likelihood
    assert likely(replace(aligned, **{name: WORSE[name]})) <= likely(aligned)
    assert likely(replace(aligned, **WORSE)) <= likely(aligned)


def test_what_lies_well_is_looked_at_whatever_its_grain(same_grain, other_grain):
    assert not is_ruled_out(ALIKE, same_grain)
    assert not is_ruled_out(ALIKE, other_grain)


def test_what_hardly_agrees_is_not_looked_at(same_grain):
    assert is_ruled_out(HARDLY, same_grain)


def test_much_other_content_is_looked_at_in_the_same_grain_only(same_grain, other_grain):
    assert decision_model().likelihood(replace(OF_ITS_GRAIN, grain=0.0)) < RULED_OUT_BELOW
    assert not is_ruled_out(OF_ITS_GRAIN, same_grain)
    assert is_ruled_out(OF_ITS_GRAIN, other_grain)
