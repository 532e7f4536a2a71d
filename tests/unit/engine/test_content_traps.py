"""Local colour, lettering, what was added or taken: shown to a person, never proposed.

Every row makes a second picture out of a first one by changing content in one place and stores it
in one of three ways. A rule that would retire either of the two would destroy a record.
"""

from __future__ import annotations

import numpy as np
import pytest

from dedup_desk.core.pairs import Relation
from tests.helpers.compared_files import Compared, compared
from tests.helpers.made_pictures import encoded
from tests.helpers.trap_scenes import (
    ADDED_OR_TAKEN,
    GOODS,
    SCENES,
    STORED,
    Picture,
    captioned,
    grey_frame,
    half,
    hand_coloured,
    labelled,
    recoloured,
    scene,
)

PLAIN = {Relation.TONE, Relation.MIRRORED, Relation.RESIZED, Relation.RE_ENCODED}
SHARES = (0.02, 0.06)
ORDINARY = ("shoe", "football")


def against(first: Picture, second: Picture, how: str = "jpeg 92") -> Compared:
    return compared(encoded(first, quality=92), STORED[how](second))


def is_told(found: Compared) -> bool:
    """The pair is not called a plain copy: it is changed, overlaid, or for a person to look at."""
    return found.relation not in PLAIN


def scenes_and_ways(names: tuple[str, ...] = tuple(SCENES)) -> list[pytest.param]:
    return [
        pytest.param(name, how, marks=() if name in ORDINARY else (pytest.mark.slow,))
        for name in names
        for how in STORED
    ]


def chance(*parts: object) -> np.random.Generator:
    """The same chance for the same row, in every run."""
    return np.random.default_rng(sum(" ".join(map(str, parts)).encode()))


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(("name", "how"), scenes_and_ways())
def test_another_hue_in_one_part_is_content(name, how, share):
    picture = scene(name)
    found = against(picture, recoloured(picture, chance(name, share), share), how)
    assert is_told(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("share", SHARES)
@pytest.mark.parametrize(("name", "how"), scenes_and_ways())
def test_a_hand_coloured_still_is_not_its_black_and_white_frame(name, how, share):
    frame = grey_frame(scene(name))
    coloured = hand_coloured(frame, chance(name, share), share)
    for found in (against(frame, coloured, how), against(coloured, frame, how)):
        assert is_told(found), found.relations
        assert not found.is_proposed


@pytest.mark.parametrize("what", ADDED_OR_TAKEN)
@pytest.mark.parametrize(("name", "how"), scenes_and_ways())
def test_what_was_added_or_taken_is_content(name, how, what):
    picture = scene(name)
    changed = ADDED_OR_TAKEN[what](picture, chance(name, what), 0.02)
    found = against(picture, changed, how)
    assert is_told(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("how", STORED)
@pytest.mark.parametrize("name", GOODS)
def test_500_ml_is_not_750_ml(name, how):
    found = against(labelled(scene(name), "500 ml"), labelled(scene(name), "750 ml"), how)
    assert is_told(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("how", STORED)
@pytest.mark.parametrize("name", ORDINARY)
def test_another_date_in_the_caption_is_another_record(name, how):
    one, other = "3 September 1966", "8 September 1966"
    found = against(captioned(scene(name), one), captioned(scene(name), other), how)
    assert is_told(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("how", STORED)
@pytest.mark.parametrize("name", GOODS)
def test_left_and_right_goods_are_never_proposed_for_each_other(name, how):
    left = scene(name)
    found = against(left, np.ascontiguousarray(left[:, ::-1]), how)
    assert not found.is_proposed


@pytest.mark.parametrize("how", STORED)
@pytest.mark.parametrize("name", GOODS)
def test_goods_turned_round_under_upright_lettering_are_no_mirrored_copy(name, how):
    turned = np.ascontiguousarray(scene(name)[:, ::-1])
    found = against(labelled(scene(name), "500 ml"), labelled(turned, "500 ml"), how)
    assert found.relation is not Relation.MIRRORED
    assert not found.is_proposed


@pytest.mark.parametrize("name", ["camera", "football"])
def test_a_picture_mirrored_with_its_lettering_is_a_mirrored_copy(name):
    picture = labelled(scene(name), "500 ml")
    found = against(picture, np.ascontiguousarray(picture[:, ::-1]))
    assert (found.relation, found.is_copy) == (Relation.MIRRORED, True)


def sepia(picture: Picture) -> Picture:
    grey = grey_frame(picture).astype(np.float32)
    return np.clip(grey * (1.0, 0.9, 0.7) + (14, 8, 0), 0, 255).astype(np.uint8)


def warm(picture: Picture) -> Picture:
    return np.clip(picture * (1.1, 1.0, 0.86), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("name", ["lake", "football", "terraces"])
def test_one_tone_over_everything_is_tone(name):
    found = against(scene(name), warm(scene(name)))
    assert (found.relation, found.is_copy) == (Relation.TONE, True)


@pytest.mark.parametrize("name", ["lake", "football", "terraces"])
def test_sepia_is_found_and_left_to_a_person(name):
    found = against(scene(name), sepia(scene(name)))
    assert found.is_copy
    assert found.relation in {Relation.TONE, Relation.GREYSCALE}
    assert not found.is_proposed


@pytest.mark.parametrize("name", ["lake", "football", "terraces"])
def test_a_tinted_print_is_never_proposed_for_its_grey_frame(name):
    frame = grey_frame(scene(name))
    for found in (against(frame, sepia(frame)), against(sepia(frame), half(frame))):
        assert not found.is_proposed
