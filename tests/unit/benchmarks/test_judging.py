"""The accuracy benchmark judges rightly: kinds of pairs, corners, names, proposals, bounds."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.pairs import (
    IDENTITY,
    Evidence,
    Finding,
    PairKey,
    Registration,
    RegistrationMethod,
    Relation,
    VerifiedPair,
)
from tests.benchmarks.accuracy import some_of, told_on_the_way
from tests.benchmarks.judging.asked import (
    Asked,
    PairKind,
    asked_pairs,
    kind_of,
    with_unseen,
)
from tests.benchmarks.judging.candidates import ROUNDS, dealt
from tests.benchmarks.judging.choosing import Most, evenly, strange_pairs
from tests.benchmarks.judging.outcome import Outcome, outcome, write_outcomes
from tests.benchmarks.judging.report import report, wilson
from tests.benchmarks.judging.rivals import RIVALS, rival_says
from tests.benchmarks.labelled.truth import Half, Kind, Label
from tests.helpers.builders import a_record

PLAIN = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def a_label(path="blind/x/original.jpg", kind=Kind.ORIGINAL, **more):
    """One file of a collection."""
    fields = {
        "path": path,
        "kind": kind,
        "family": kind.value,
        "name": "photo",
        "source": "x",
        "group": "x",
        "half": Half.BLIND,
        "width_px": 100,
        "height_px": 80,
    }
    return Label(**{**fields, **more})


ORIGINAL = a_label()
CROP = a_label(
    "blind/x/crop.jpg",
    Kind.COPY,
    family="crop",
    name="crop-20",
    matrix=(1.0, 0.0, -10.0, 0.0, 1.0, -5.0, 0.0, 0.0, 1.0),
    kept=(10.0, 5.0, 90.0, 69.0),
    relations=("cropped",),
    shown_share=0.64,
)


def a_pair(relation=Relation.CROPPED, matrix=IDENTITY, finding=Finding.COPY, key=(1, 2)):
    """What the verifier says of the original (record 1) and another file (record 2)."""
    registration = Registration(matrix, RegistrationMethod.FEATURES)
    relations = (relation,)
    return VerifiedPair(
        PairKey(*key), relation, relations, finding, 0.9, registration, Evidence(), "r"
    )


@pytest.fixture
def known():
    """Both files as measured."""
    records = {ORIGINAL.path: a_record(1), CROP.path: a_record(2, width_px=600)}
    return SimpleNamespace(records=records)


def test_a_copy_belongs_to_its_original():
    assert kind_of(ORIGINAL, CROP) is PairKind.COPY


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"kind": Kind.DIFFERENT}, PairKind.DIFFERENT),
        ({"kind": Kind.CONTENT}, PairKind.CONTENT),
        ({"source": "y", "group": "y"}, PairKind.UNRELATED),
        ({"source": "y"}, PairKind.NEIGHBOUR),
        ({"source": "y", "kind": Kind.PLAIN}, PairKind.PLAIN),
    ],
)
def test_what_is_no_copy_has_its_own_kind(changes, kind):
    assert kind_of(ORIGINAL, replace(ORIGINAL, path="other.jpg", **changes)) is kind


def test_a_small_part_of_a_form_is_not_held_against_the_program():
    small = replace(CROP, shown_share=0.2)
    assert kind_of(small, a_label("no.jpg", Kind.DIFFERENT)) is PairKind.UNTELLABLE


def a_series():
    """An original with a crop, and a sister with a crop; then what was measured of the four."""
    mine = [replace(one, group="x", series="x") for one in (ORIGINAL, CROP)]
    hers = [
        replace(one, path=one.path.replace("/x/", "/y/"), source="y", group="x", series="x")
        for one in (ORIGINAL, CROP)
    ]
    labels = [*mine, *hers]
    bits = {one.path: np.zeros(8, np.uint64) for one in labels}
    return labels, SimpleNamespace(phash64=bits)


def test_articles_of_one_series_are_sisters_unless_hardly_anything_is_shown():
    (mine, my_crop, hers, her_crop), _ = a_series()
    assert kind_of(mine, hers) is PairKind.SISTER
    assert kind_of(my_crop, her_crop) is PairKind.SISTER
    assert kind_of(mine, replace(her_crop, shown_share=0.3)) is PairKind.UNTELLABLE
    assert kind_of(mine, my_crop) is PairKind.COPY
    assert kind_of(mine, replace(hers, series="y")) is PairKind.NEIGHBOUR


def test_every_original_is_asked_against_its_sister_and_her_copies():
    labels, known = a_series()
    pairs = asked_pairs(labels, Half.BLIND, known, frozenset())
    sisters = [(one.one.path, one.other.path) for one in pairs if one.kind is PairKind.SISTER]
    assert sisters == [
        ("blind/x/original.jpg", "blind/y/original.jpg"),
        ("blind/x/original.jpg", "blind/y/crop.jpg"),
        ("blind/y/original.jpg", "blind/x/crop.jpg"),
    ]
    assert PairKind.UNRELATED not in [one.kind for one in pairs], "no stranger is a sister"


@pytest.mark.parametrize(("levels", "kind"), [(3, PairKind.UNTELLABLE), (9, PairKind.CONTENT)])
def test_a_trap_that_nobody_can_see_is_not_held_against_the_program(levels, kind, tmp_path):
    grey = np.full((80, 100, 3), 120, np.uint8)
    tinted = grey.copy()
    tinted[20:60, 30:70, 0] += levels
    tinted[5, 5] = 255  # a single pixel is no change of content
    labels = [a_label("original.png"), a_label("trap.png", Kind.CONTENT)]
    for label, pixels in zip(labels, (grey, tinted), strict=True):
        Image.fromarray(pixels).save(tmp_path / label.path)
    original, trap = with_unseen(tmp_path, labels, Half.BLIND)
    assert kind_of(original, trap) is kind
    assert kind_of(replace(CROP, source="x"), trap) is kind
    assert with_unseen(tmp_path, labels, Half.FIT) == labels


@pytest.mark.parametrize("is_swapped", [False, True])
def test_a_crop_that_lies_where_it_should_has_no_corner_error(known, is_swapped):
    matrix = CROP.transform
    if is_swapped:
        matrix = np.linalg.inv(matrix)
    pair = a_pair(matrix=tuple(matrix.reshape(-1)), key=(2, 1) if is_swapped else (1, 2))
    assert outcome(Asked(ORIGINAL, CROP, PairKind.COPY), pair, known, {}).corner_error < 1e-9


def test_a_crop_laid_three_pixels_off_says_so(known):
    matrix = CROP.transform.copy()
    matrix[0, 2] += 3
    pair = a_pair(matrix=tuple(matrix.reshape(-1)))
    found = outcome(Asked(ORIGINAL, CROP, PairKind.COPY), pair, known, {})
    longest = max(a_record(1).picture.width_px, a_record(1).picture.height_px)
    assert found.corner_error == pytest.approx(3 / longest)


@pytest.mark.parametrize(
    ("relation", "is_right"), [(Relation.CROPPED, True), (Relation.TONE, False)]
)
def test_a_name_is_right_if_the_label_knows_it(known, relation, is_right):
    found = outcome(Asked(ORIGINAL, CROP, PairKind.COPY), a_pair(relation), known, {})
    assert found.is_named_right is is_right


def test_a_plain_copy_is_proposed_and_a_look_is_not(known):
    asked = Asked(ORIGINAL, CROP, PairKind.COPY)
    assert outcome(asked, a_pair(Relation.RE_ENCODED), known, {}).is_proposed
    assert not outcome(asked, a_pair(Relation.RETOUCHED), known, {}).is_proposed
    look = a_pair(Relation.RE_ENCODED, finding=Finding.LOOK)
    assert not outcome(asked, look, known, {}).is_proposed


def test_bounds_are_those_of_wilson():
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=5e-4)
    assert wilson(97, 100) == pytest.approx((0.9155, 0.9897), abs=5e-4)
    assert wilson(0, 0) == (0.0, 1.0)


def test_a_report_counts_what_was_found_and_what_was_not(known):
    asked = Asked(ORIGINAL, CROP, PairKind.COPY)
    false = Asked(ORIGINAL, a_label(CROP.path, Kind.DIFFERENT, name="burst"), PairKind.DIFFERENT)
    text = report([outcome(asked, a_pair(), known, {}), outcome(asked, None, known, {})])
    assert "crop/crop-20" in text
    assert " 0.500  [0.095, 0.905]" in text
    text = report([outcome(asked, a_pair(), known, {}), outcome(false, a_pair(), known, {})])
    assert "0.5000" in text
    assert "FALSE cropped" in text


def test_a_proposed_trap_is_named_in_the_report(known):
    trap = Asked(ORIGINAL, a_label(CROP.path, Kind.CONTENT, name="stamp"), PairKind.CONTENT)
    assert "PROPOSED tone" in report([outcome(trap, a_pair(Relation.TONE), known, {})])


def test_every_pair_is_a_line_of_json(known, tmp_path):
    made = outcome(Asked(ORIGINAL, CROP, PairKind.COPY), a_pair(), known, {"mean": 0.5})
    write_outcomes(tmp_path / "out.jsonl", [made, made])
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["numbers"]["observed"] for line in lines] == [{"mean": 0.5}] * 2


def test_a_rival_without_a_hash_says_nothing():
    pair = Outcome(ORIGINAL.path, CROP.path, PairKind.COPY, "crop", "crop-20", "photo")
    near = {ORIGINAL.path: {"phash<=8": "00ff"}, CROP.path: {"phash<=8": "01ff"}}
    far = {ORIGINAL.path: {"phash<=8": "00ff"}, CROP.path: {"phash<=8": "ff00"}}
    assert rival_says(RIVALS[0], pair, near) is True
    assert rival_says(RIVALS[0], pair, far) is False
    assert rival_says(RIVALS[2], pair, near) is None


def test_copies_are_dealt_into_rounds_and_everything_else_is_in_each():
    copies = [replace(CROP, path=f"blind/x/copy-{number}.jpg") for number in range(2 * ROUNDS)]
    rounds = dealt([ORIGINAL, *copies])
    assert [len(some) for some in rounds] == [3] * ROUNDS
    assert all(ORIGINAL in some for some in rounds)
    assert {one.path for some in rounds for one in some} == {
        ORIGINAL.path,
        *(c.path for c in copies),
    }


def test_pairs_nobody_asked_for_are_judged_unless_they_are_copies():
    burst = a_label("blind/x/no-burst.jpg", Kind.DIFFERENT)
    far = a_label("blind/y/original.jpg", source="y", group="y")
    labels = [ORIGINAL, CROP, burst, far]
    found = [frozenset((CROP.path, one.path)) for one in (ORIGINAL, burst, far)]
    kinds = [one.kind for one in strange_pairs(labels, found, Most()).pairs]
    assert sorted(kinds) == [PairKind.CROSSED, PairKind.UNRELATED]


def strangers(counts):
    """So many candidates of a copy of x with files of each other original."""
    return [
        Asked(CROP, a_label(f"blind/{key}/{number}.jpg", source=key, group=key), PairKind.UNRELATED)
        for key, count in counts.items()
        for number in range(count)
    ]


def test_strangers_are_chosen_over_all_pairs_of_originals_and_by_how_many_they_have():
    pairs = strangers({"a": 80, "b": 40, "c": 1, "d": 1})
    chosen = evenly(pairs, 32)
    counts = Counter(one.other.source for one in chosen)
    assert len(chosen) == 32
    assert counts["c"] == counts["d"] == 1
    assert counts["a"] == pytest.approx(2 * counts["b"], abs=1)
    assert {int(Path(one.other.path).stem) for one in chosen if one.other.source == "a"} != set(
        range(counts["a"])
    ), "not simply the first ones"


def test_the_choice_of_strangers_is_the_same_every_time_and_whole_where_there_is_room():
    pairs = strangers({"a": 30, "b": 5})
    assert evenly(pairs, 9) == evenly(pairs[::-1], 9)
    assert evenly(pairs, 35) == evenly(pairs, None) == pairs
    few = strangers({"a": 2, "b": 9, "c": 5})
    assert {one.other.source for one in evenly(few, 2)} == {"b", "c"}


def test_it_is_said_how_many_of_how_many_were_chosen():
    (mine, my_crop, hers, her_crop), _ = a_series()
    far = [a_label(f"blind/z/{n}.jpg", source="z", group="z") for n in range(4)]
    found = [frozenset((mine.path, one.path)) for one in (*far, hers, her_crop, my_crop)]
    chosen = strange_pairs([mine, my_crop, hers, her_crop, *far], found, Most(strangers=3))
    assert chosen.counts() == {"sister": "2 of 2", "unrelated": "3 of 4"}
    assert len(chosen.pairs) == 5


def test_a_long_comparison_says_how_far_it_is(capsys):
    times = iter((0.0, 70.0, 130.0, 130.0, 180.0, 260.0, 260.0))
    assert list(told_on_the_way("abcd", 4, lambda: next(times))) == list("abcd")
    assert capsys.readouterr().out.splitlines() == [
        "  2 of 4 pairs compared: 130 s",
        "  4 of 4 pairs compared: 260 s",
    ]


def test_a_few_originals_bring_all_that_was_made_of_them():
    labels = [
        a_label(f"blind/{key}/{name}.jpg", source=key, group=key)
        for key in "abcdef"
        for name in ("original", "crop")
    ]
    some = some_of(labels, 2)
    assert len({one.source for one in some}) == 2
    assert len(some) == 4
    assert some_of(labels, None) == labels
