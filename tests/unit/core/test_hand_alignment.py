"""Aligning by hand: what was clicked, how it is kept, what holds of several."""

import math

import pytest

from dedup_desk.core.compare import Side
from dedup_desk.core.geometry import Point, mapped
from dedup_desk.core.hand_alignment import (
    Hand,
    HandAlignment,
    Picks,
    alignment_draft,
    alignment_of,
    nudged,
)
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.records import Digest

ONE, OTHER = Digest(b"\1" * 32), Digest(b"\2" * 32)
MIRRORED = (-0.5, 0.1, 900.0, 0.05, 0.52, 40.0, 0.0, 0.0, 1.0)
TURNED = (0.6, -0.8, 300.0, 0.8, 0.6, -20.0, 0.0, 0.0, 1.0)


def clicked(matrix, things):
    picks = Picks()
    for thing in things:
        picks = picks.with_point(Side.LEFT, thing)
        picks = picks.with_point(Side.RIGHT, mapped(matrix, thing))
    return picks


def near(one, two):
    return math.hypot(one.x - two.x, one.y - two.y) < 1e-6


def test_three_things_say_all_of_an_affine_move_mirrored_or_not():
    picks = clicked(MIRRORED, [Point(10, 20), Point(900, 100), Point(300, 700)])
    assert picks.is_complete
    assert near(mapped(picks.matrix(), Point(55, 66)), mapped(MIRRORED, Point(55, 66)))


def test_two_things_say_turn_size_and_place():
    picks = clicked(TURNED, [Point(10, 20), Point(900, 100)])
    assert near(mapped(picks.matrix(), Point(55, 66)), mapped(TURNED, Point(55, 66)))


def test_one_thing_says_nothing_nor_do_three_on_a_line():
    assert clicked(TURNED, [Point(10, 20)]).matrix() is None
    assert clicked(TURNED, [Point(0, 0), Point(100, 100), Point(200, 200)]).matrix() is None
    assert clicked(TURNED, [Point(5, 5), Point(5, 5)]).matrix() is None


def test_panes_take_turns_and_a_second_click_replaces_the_first():
    picks = Picks().with_point(Side.LEFT, Point(1, 1)).with_point(Side.LEFT, Point(2, 2))
    assert (picks.left, picks.awaits) == ((Point(2, 2),), (1, Side.RIGHT))
    picks = picks.with_point(Side.RIGHT, Point(9, 9))
    assert picks.awaits == (2, Side.LEFT)
    assert picks.without_last().awaits == (1, Side.RIGHT)
    assert picks.without_last().without_last() == Picks()


def test_a_nudge_moves_the_right_picture_over_the_left_one():
    link = nudged(TURNED, 3, -2)
    assert near(mapped(link, Point(103, 198)), mapped(TURNED, Point(100, 200)))


@pytest.mark.parametrize("matrix", [MIRRORED, None])
def test_what_is_kept_reads_back_to_the_last_bit(matrix):
    said = HandAlignment(ONE, OTHER, matrix, Hand.POINTS)
    assert alignment_of(alignment_draft(said)) == said


def test_it_is_the_same_alignment_from_either_side():
    said = HandAlignment(ONE, OTHER, MIRRORED)
    assert said.seen_from(ONE) == MIRRORED
    there = mapped(MIRRORED, Point(55, 66))
    assert near(mapped(said.seen_from(OTHER), there), Point(55, 66))


@pytest.mark.parametrize(
    "matrix",
    [
        ["0x1p0"] * 8,
        [1.0] * 9,
        ["nan"] + ["0x1p0"] * 8,
        ["0x0p0"] * 9,
        "text",
    ],
)
def test_what_is_no_alignment_is_refused(matrix):
    body = {"left": ONE.hex(), "right": OTHER.hex(), "matrix": matrix, "hand": "points"}
    with pytest.raises(ValueError, match=r"."):
        alignment_of(EventDraft(EventKind.ALIGNMENT_SET, body))
