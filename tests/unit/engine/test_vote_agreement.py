"""Votes count as far as they agree on how one picture lies in the other."""

import numpy as np
import pytest

from dedup_desk.engine.feature_codes import packed_shapes, unpacked_shapes
from dedup_desk.engine.vote_agreement import Votes, agreed

COUNT = 20


def points(seed=3, count=COUNT):
    chance = np.random.default_rng(seed)
    place = chance.uniform(20, 480, (count, 2))
    return np.c_[place, chance.uniform(4, 40, count), chance.uniform(0, 360, count)].astype("f4")


def moved(found, turn_degrees, scale, shift):
    """Return keypoints where a picture that was turned, enlarged and shifted has them."""
    turn = np.deg2rad(turn_degrees)
    rotation = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    place = found[:, :2] @ rotation.T * scale + shift
    return np.c_[place, found[:, 2] * scale, (found[:, 3] + turn_degrees) % 360].astype("f4")


def votes(asking, found, image=5, way=0):
    count = len(asking)
    return Votes(
        np.full(count, image, np.uint32),
        np.full(count, way),
        asking,
        unpacked_shapes(packed_shapes(found)),
        np.full(count, 0.5),
    )


def score(these):
    images, scores = agreed(these)
    return dict(zip(images.tolist(), scores.tolist(), strict=True))


FULL = pytest.approx(COUNT * 0.5 / 20**0.5 * 5, rel=0.01)


@pytest.mark.parametrize(
    ("turn_degrees", "scale", "shift"),
    [(0, 1, (0, 0)), (90, 1, (500, 0)), (7, 0.4, (200, 90)), (200, 2.5, (30, -70))],
)
def test_votes_of_a_true_part_all_count(turn_degrees, scale, shift):
    found = points()
    assert score(votes(moved(found, turn_degrees, scale, shift), found)) == {5: FULL}


def spoiled(found, column, values):
    other = found.copy()
    other[:, column] = values
    return other


@pytest.mark.parametrize(
    ("column", "low", "high"), [(0, 0, 511), (1, 0, 511), (2, 2, 90), (3, 0, 360)]
)
def test_votes_that_say_all_kinds_of_things_hardly_count(column, low, high):
    found, chance = points(), np.random.default_rng(8)
    asking = spoiled(found, column, chance.uniform(low, high, COUNT))
    assert score(votes(asking, found))[5] < 0.55 * COUNT * 0.5 / 20**0.5 * 5


def test_one_vote_is_none():
    found = points(count=1)
    assert score(votes(found, found)) == {}


def joined(*several):
    return Votes(
        np.concatenate([one.images for one in several]),
        np.concatenate([one.ways for one in several]),
        np.concatenate([one.points for one in several]),
        type(several[0].shapes)(
            *map(np.concatenate, zip(*(v.shapes for v in several), strict=True))
        ),
        np.concatenate([one.weights for one in several]),
    )


def test_ways_are_not_added_up_and_images_stay_apart():
    found = points()
    some = votes(found[:8], found[:8], image=1, way=0)
    most = votes(found, found, image=1, way=2)
    other = votes(found[:8], found[:8], image=3, way=1)
    scores = score(joined(some, most, other))
    assert scores[1] == FULL
    assert set(scores) == {1, 3}
    assert scores[3] < scores[1] * 0.7


def test_hundreds_of_votes_cost_no_more_than_dozens():
    few, many = points(count=40), points(count=400)
    assert score(votes(many, many))[5] <= score(votes(few, few))[5]


def test_no_votes_no_images():
    found = points(count=0)
    assert score(votes(found, found)) == {}
