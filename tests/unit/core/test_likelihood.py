"""The decision model: more agreement never lowers the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedup_desk.core.likelihood import TERMS, LikelihoodModel, otherness
from dedup_desk.core.observed import Observed

PLAIN = Observed(
    mean=0.9,
    median=0.95,
    quartile=0.9,
    bad_share=0.1,
    largest_bad_share=0.05,
    inliers=60,
    matches=100,
    rms_px=0.8,
    left_px=0.4,
    anisotropy=1.02,
    grain=0.3,
    noise=6.0,
    blocks=4,
    regions=4,
    changed_share=0.05,
    is_page=True,
)
EVERY = LikelihoodModel("test", 3.0, dict.fromkeys(TERMS, -1.0))

MORE_ALIKE = {
    "median": 0.99,
    "quartile": 0.97,
    "bad_share": 0.05,
    "inliers": 80,
    "left_px": 0.1,
    "rms_px": 0.2,
    "anisotropy": 1.0,
    "grain": 0.9,
    "noise": 4.0,
    "blocks": 0,
    "regions": 1,
    "changed_share": 0.0,
}


@pytest.mark.parametrize("name", MORE_ALIKE)
def test_more_agreement_never_lowers_the_answer(name):
    better = replace(PLAIN, **{name: MORE_ALIKE[name]})
    assert EVERY.likelihood(better) > EVERY.likelihood(PLAIN)


def test_matches_that_do_not_agree_speak_against_and_none_at_all_is_as_usual():
    likely = {
        (inliers, matches): EVERY.likelihood(replace(PLAIN, inliers=inliers, matches=matches))
        for inliers, matches in ((60, 100), (70, 100), (60, 120), (0, 0))
    }
    assert likely[60, 120] < likely[60, 100] < likely[70, 100]
    assert likely[0, 0] == pytest.approx(likely[70, 100])


def test_loose_keypoints_count_only_where_something_changed():
    model = LikelihoodModel("test", 4.0, {"loose-keypoints": -3.0})
    loose = replace(PLAIN, rms_px=2.0)
    assert model.likelihood(loose) < 0.5
    assert model.likelihood(replace(loose, blocks=0)) > 0.95


def test_what_is_left_after_sharpening_counts_up_to_a_pixel():
    model = LikelihoodModel("test", 3.0, {"loose": -6.0})
    left = [model.likelihood(replace(PLAIN, left_px=px)) for px in (0.1, 0.6, 1.0, 4.0)]
    assert left[0] > 0.9 > left[1] > 0.3 > left[2] == left[3]


def test_patches_that_cannot_be_laid_count_where_something_changed():
    model = LikelihoodModel("test", 3.0, {"loose": -6.0})
    assert model.likelihood(replace(PLAIN, left_px=None)) < 0.1
    assert model.likelihood(replace(PLAIN, left_px=None, blocks=0)) > 0.9


def test_one_changed_place_is_a_retouch_and_many_are_other_content():
    model = LikelihoodModel("test", 2.0, {"places": -2.0})
    assert model.likelihood(replace(PLAIN, regions=1)) > 0.85
    assert model.likelihood(replace(PLAIN, regions=6)) < 0.5
    assert model.likelihood(replace(PLAIN, regions=6, overlaid_b=True)) > 0.85


def test_nothing_counts_against_two_equal_pictures():
    same = Observed(mean=1.0, median=1.0, inliers=50, matches=50)
    assert {name: term(same) for name, term in TERMS.items()} == dict.fromkeys(TERMS, 0.0)


def test_the_finest_detail_tells_another_capture():
    assert [otherness(replace(PLAIN, grain=grain)) for grain in (1.0, 0.6, 0.3, 0.0, -0.2)] == [
        0.0,
        0.0,
        0.5,
        1.0,
        1.0,
    ]


def test_many_places_of_the_same_grain_count_less_than_of_another():
    edited = replace(PLAIN, grain=0.95)
    model = LikelihoodModel("test", 2.0, {"bad-of-other-grain": -30.0})
    assert model.likelihood(edited) > 0.8
    assert model.likelihood(replace(PLAIN, grain=0.0)) < 0.5


@pytest.mark.parametrize("weights", [{"noise": 0.1}, {"nonsense": -1.0}])
def test_a_weight_that_could_turn_evidence_round_is_refused(weights):
    with pytest.raises(ValueError, match="weights"):
        LikelihoodModel("test", 0.0, weights)


def test_extreme_odds_stay_numbers():
    model = LikelihoodModel("test", -1e9, {})
    assert model.likelihood(PLAIN) == pytest.approx(0.0, abs=1e-20)
