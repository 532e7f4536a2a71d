"""What the sample says is true of two of its files."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dedup_desk.core.metadata import MetadataFacts
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest
from dedup_desk.engine.sample.changes import Change
from dedup_desk.engine.sample.truth import SampleFile, SampleTruth, expectation
from dedup_desk.engine.sample.variants import VariantKind


def a_file(name: str, *, original: str = "tram", change: Change | None = None) -> SampleFile:
    return SampleFile(
        place=name.encode(),
        original=original,
        variant=name,
        kind=VariantKind.RE_ENCODED,
        change=change or Change(),
        pixels=name,
        orientation=1,
        facts=MetadataFacts(),
        digest=Digest(name.encode().ljust(32)),
        size_bytes=1,
    )


ORIGINAL = a_file("original")


@pytest.mark.parametrize(
    ("change", "relation"),
    [
        (Change(), Relation.RE_ENCODED),
        (Change(scale=0.5), Relation.RESIZED),
        (Change(tone="warmer", scale=0.5), Relation.TONE),
        (Change(is_grey=True, tone="warmer"), Relation.GREYSCALE),
        (Change(turns=1, is_grey=True), Relation.ROTATED),
        (Change(is_mirrored=True, turns=2), Relation.MIRRORED),
        (Change(retouch="cloned", is_mirrored=True), Relation.RETOUCHED),
        (Change(overlay="logo", retouch="cloned"), Relation.OVERLAID),
        (Change(border="white", overlay="logo"), Relation.BORDERED),
        (Change(kept=(0.1, 0.1, 0.9, 0.9), border="white"), Relation.CROPPED),
        (Change(is_negative=True, kept=(0.1, 0.1, 0.9, 0.9)), Relation.NEGATIVE),
    ],
)
def test_the_principal_relation_is_the_first_that_applies(change, relation):
    wanted = expectation(ORIGINAL, a_file("copy", change=change))
    assert wanted.relation is relation
    assert wanted.relations[0] is relation


def test_equal_bytes_and_equal_pixels_come_before_everything():
    twin = replace(a_file("twin", change=Change(scale=0.5)), digest=ORIGINAL.digest)
    repacked = replace(a_file("repacked"), pixels=ORIGINAL.pixels)
    assert expectation(ORIGINAL, twin).relation is Relation.SAME_BYTES
    assert expectation(ORIGINAL, repacked).relation is Relation.SAME_PIXELS


def test_two_copies_changed_alike_differ_in_coding_only():
    warm, small = Change(tone="warmer"), Change(tone="warmer", scale=0.5)
    assert expectation(a_file("a", change=warm), a_file("b", change=warm)).relation is (
        Relation.RE_ENCODED
    )
    assert expectation(a_file("a", change=warm), a_file("b", change=small)).relations == (
        Relation.RESIZED,
    )


def test_partly_overlapping_crops_are_a_look_and_never_proposed():
    left = a_file("a", change=Change(kept=(0.0, 0.0, 0.7, 1.0)))
    right = a_file("b", change=Change(kept=(0.3, 0.0, 1.0, 1.0)))
    wanted = expectation(left, right)
    assert wanted.relation is Relation.LOOK
    assert not wanted.may_be_proposed


def test_pictures_of_different_originals_are_no_pair():
    wanted = expectation(ORIGINAL, a_file("other", original="dunes"))
    assert wanted.relation is None
    assert wanted.accepts(None)
    assert not wanted.accepts(Relation.LOOK)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("first_deed", "second_deed", Relation.SAME_LAYOUT),
        ("second_deed", "stamped_deed", Relation.SAME_LAYOUT),
        ("first_deed", "stamped_deed", Relation.RETOUCHED),
        ("first_print", "second_print", Relation.RESCAN),
        ("red_handbag", "blue_handbag", Relation.LOOK),
    ],
)
def test_kin_is_named_and_never_proposed(one, other, relation):
    small = a_file("small", original=other, change=Change(scale=0.5))
    wanted = expectation(a_file("whole", original=one), small)
    assert wanted.relation is relation
    assert not wanted.may_be_proposed


def test_truth_is_the_same_from_both_sides():
    crop = a_file("crop", change=Change(kept=(0.1, 0.1, 0.9, 0.9), tone="darker"))
    assert expectation(ORIGINAL, crop) == expectation(crop, ORIGINAL)


def test_pairs_leave_out_what_must_not_be_found():
    stranger = a_file("stranger", original="dunes")
    copy = a_file("copy")
    truth = SampleTruth((replace(ORIGINAL, variant=None), copy, stranger))
    assert [(left.place, right.place) for left, right, _ in truth.pairs()] == [
        (b"original", b"copy")
    ]
