"""Every relation has a name, a lane and one line that says what is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedup_desk.core.lanes import LANES, lane_of
from dedup_desk.core.pairs import Box, ChangedRegion, Evidence, Relation, ToneFit
from dedup_desk.core.relations import RELATION_NAMES, statement
from tests.helpers.builders import a_pair, a_record

A, B = a_record(1, width_px=1000), a_record(2, width_px=790)


def told(pair) -> str:
    return statement(pair, A, B).english()


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_name_a_lane_and_a_statement(relation):
    assert RELATION_NAMES[relation]
    assert 0 <= LANES[relation] <= 5
    assert told(a_pair(1, 2, relation)).endswith(".")


def test_lanes_go_by_proof():
    assert lane_of((Relation.SAME_BYTES,)) == 0
    assert lane_of((Relation.RESIZED, Relation.RE_ENCODED)) == 2
    assert lane_of((Relation.CROPPED, Relation.TONE)) == 4
    assert lane_of((Relation.LOOK,)) == lane_of(()) == 5


def test_a_crop_names_all_four_sides():
    pair = a_pair(1, 2, Relation.CROPPED)
    assert pair.registration is not None
    moved = replace(pair.registration, matrix=(1, 0, -210, 0, 1, 0, 0, 0, 1))
    crop = a_record(2, width_px=790)
    crop = replace(crop, picture=replace(crop.picture, height_px=600))
    line = statement(replace(pair, registration=moved), A, crop).english()
    assert line == (
        "Shows 63 % of the fuller picture: 21 % cut at left, 0 % at right, 0 % at top, "
        "20 % at bottom."
    )


def test_what_a_letterbox_covers_is_not_shown():
    """750 px high, 60 of them a bar above and 90 one below: 600 px of picture."""
    pair = a_pair(1, 2, Relation.CROPPED)
    assert pair.registration is not None
    boxed = replace(
        pair.registration,
        matrix=(1, 0, 0, 0, 1, 10, 0, 0, 1),
        content_b=Box(0, 60, 1000, 600),
    )
    copy = a_record(2, width_px=1000)
    assert statement(replace(pair, registration=boxed), A, copy).english() == (
        "Shows 80 % of the fuller picture: 0 % cut at left, 0 % at right, 6.7 % at top, "
        "13 % at bottom."
    )


def test_a_retouch_counts_its_places_and_their_area():
    box = Box(0, 0, 10, 10)
    regions = (ChangedRegion(box, box, 0.02), ChangedRegion(box, box, 0.01))
    pair = a_pair(1, 2, Relation.RETOUCHED)
    two = replace(pair, evidence=Evidence(regions=regions))
    assert told(two) == "2 places differ: 3.0 % of the area."
    assert told(replace(pair, evidence=Evidence(regions=regions[:1]))).startswith("One place")


def test_tones_are_told_in_figures():
    evidence = Evidence(tone=ToneFit(gain=1.0, gamma=0.72, saturation=1.1))
    pair = replace(a_pair(1, 2, Relation.TONE), evidence=evidence)
    assert told(pair) == "Tones differ: gain 1.00, gamma 0.72, saturation 1.10."


def test_a_smaller_copy_with_other_tones_tells_both():
    pair = replace(a_pair(1, 2, Relation.TONE), relations=(Relation.TONE, Relation.RESIZED))
    assert told(pair) == "Tones differ. 790 x 592 pixels instead of 1,000 x 750."


def test_a_recoloured_product_is_said_not_to_be_a_copy():
    evidence = Evidence(hue_share=0.36, notes=("recoloured",))
    pair = replace(a_pair(1, 2, Relation.LOOK), evidence=evidence)
    assert told(pair) == "The colour differs in places: 36 % of the area. That is not a copy."
