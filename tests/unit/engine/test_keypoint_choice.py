"""Which keypoints are kept: large ones, strong ones from everywhere, and print last."""

import numpy as np
import pytest

from dedup_desk.engine import cv
from dedup_desk.engine.keypoint_choice import chosen

MOST = 40
DARK = np.full((400, 400), 90, np.uint8)


def keypoints(count=400, seed=2):
    chance = np.random.default_rng(seed)
    places = chance.uniform(0, 399, (count, 2))
    points = np.c_[places, chance.uniform(2, 9, count), chance.uniform(0, 360, count)]
    strengths = chance.uniform(0.02, 0.1, count).astype(np.float32)
    return cv.Keypoints(points.astype(np.float32), strengths, np.zeros((count, 128), np.float32))


def in_other_order(found, order):
    return cv.Keypoints(found.points[order], found.responses[order], found.descriptors[order])


def test_half_are_the_largest_and_the_largest_come_first():
    found = keypoints()
    kept = chosen(found, DARK, MOST)
    sizes = found.points[:, 2]
    assert len(set(kept.tolist())) == MOST
    assert set(np.argsort(-sizes)[: MOST // 2]) <= set(kept.tolist())
    assert (np.diff(sizes[kept]) <= 0).all()


def test_every_part_of_the_picture_has_its_share():
    found = keypoints()
    found.responses[np.all(found.points[:, :2] < 100, axis=1)] += 1  # one corner is the strongest
    kept = found.points[chosen(found, DARK, MOST)]
    cells = {(int(x // 100), int(y // 100)) for x, y in kept[:, :2]}
    assert len(cells) == 16


def test_the_strongest_of_each_part_are_kept():
    found = keypoints()
    corner = np.flatnonzero(np.all(found.points[:, :2] < 99, axis=1))
    strongest = corner[np.argmax(found.responses[corner])]
    assert strongest in chosen(found, DARK, MOST)


def test_print_on_paper_leaves_room_for_the_picture_among_it():
    page = np.full((400, 400), 245, np.uint8)
    page[150:250, 150:250] = 90
    found = keypoints(4000)
    inside = np.all((found.points[:, :2] > 150) & (found.points[:, :2] < 250), axis=1)
    found.responses[~inside] += 1  # letters are stronger than anything in the picture
    plain = inside[chosen(found, DARK, MOST)].sum()
    assert inside[chosen(found, page, MOST)].sum() > 3 * max(plain, 3)


def test_a_page_of_nothing_but_print_keeps_as_many():
    assert len(chosen(keypoints(), np.full((400, 400), 245, np.uint8), MOST)) == MOST


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_order_of_finding_does_not_matter(seed):
    found = keypoints()
    found.responses[:] = np.round(found.responses, 2)  # many are equally strong
    order = np.random.default_rng(seed).permutation(len(found.points))
    again = order[chosen(in_other_order(found, order), DARK, MOST)]
    assert np.array_equal(again, chosen(found, DARK, MOST))


@pytest.mark.parametrize("count", [0, 1, MOST])
def test_few_are_all_kept(count):
    assert sorted(chosen(keypoints(count), DARK, MOST).tolist()) == list(range(count))
