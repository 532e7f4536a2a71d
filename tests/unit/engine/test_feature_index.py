"""The inverted file: parts, mirror images and negatives are found, whatever stands where."""

import numpy as np
import pytest

from dedup_desk.core.features import Features, Postings
from dedup_desk.engine import cv
from dedup_desk.engine.feature_index import FeatureIndex, Hit, _Segment, merged, postings_of
from dedup_desk.engine.features import find_features
from tests.helpers.made_pictures import photo

PICTURES = 12
CLEAR = 0.5
"""In an index of a dozen pictures a few details agree by chance; this much never does."""


def busy_grey(seed, width=512, height=384):
    """Return a picture with detail of many sizes."""
    chance = np.random.default_rng(seed)
    layers = [
        cv.resized(
            chance.integers(0, 256, (height // cell, width // cell, 3), np.uint8), width, height
        )
        for cell in (8, 16, 32, 64)
    ]
    return cv.grey(np.mean([*layers, photo(width, height, seed)], axis=0).astype(np.uint8))


@pytest.fixture(scope="module")
def greys():
    return [busy_grey(seed) for seed in range(PICTURES)]


@pytest.fixture(scope="module")
def numbered(greys):
    return [(100 + number, find_features(grey)) for number, grey in enumerate(greys)]


@pytest.fixture(scope="module")
def index(numbered):
    return FeatureIndex([postings_of(numbered)])


def variants_of(grey):
    middle = np.ascontiguousarray(grey[60:320, 90:430])
    page = np.full((600, 512), 245, np.uint8)
    page[150:342, 100:356] = cv.shrunk(grey, 256, 192)
    return {
        "itself": grey,
        "crop": cv.resized(middle, 512, 392),
        "mirrored crop": np.ascontiguousarray(middle[:, ::-1]),
        "negative": 255 - grey,
        "turned": np.ascontiguousarray(np.rot90(grey)),
        "mirrored negative": np.ascontiguousarray(255 - grey[:, ::-1]),
        "small": cv.shrunk(grey, 200, 150),
        "printed on a page": page,
        "dark": (grey / 255.0) ** 1.8 * 200,
    }


@pytest.fixture(scope="module")
def questions(greys):
    variants = variants_of(greys[3])
    return {name: find_features(grey.astype(np.uint8)) for name, grey in variants.items()}


@pytest.mark.parametrize(
    "name", [name for name in variants_of(busy_grey(0)) if name != "mirrored negative"]
)
def test_what_was_made_of_a_picture_finds_it_and_nothing_else(index, greys, name):
    for number in range(0, PICTURES, 4):
        asked = find_features(variants_of(greys[number])[name].astype(np.uint8))
        assert [hit.image for hit in index.query(asked, 1)] == [100 + number]
        assert [hit.image for hit in index.query(asked, 20, CLEAR)] == [100 + number]


def test_a_picture_that_is_not_there_finds_nothing(index):
    assert index.query(find_features(busy_grey(77)), 20, CLEAR) == ()


def test_a_picture_finds_itself_with_a_high_score(index, numbered):
    for number, features in numbered:
        (hit,) = index.query(features, 20, CLEAR)
        assert hit.image == number
        assert hit.score > 5


def halves(numbered):
    return [numbered[::2], numbered[1::2]]


@pytest.mark.parametrize(
    "split",
    [
        lambda numbered: [numbered],
        lambda numbered: [numbered[::-1]],
        halves,
        lambda numbered: halves(numbered)[::-1],
        lambda numbered: [[one] for one in numbered],
        lambda numbered: [[], numbered, []],
    ],
)
def test_the_answer_does_not_depend_on_segments_or_order(index, numbered, questions, split):
    other = FeatureIndex([postings_of(part) for part in split(numbered)])
    for name, asked in questions.items():
        assert other.query(asked, 50, 0.0) == index.query(asked, 50, 0.0), name


def test_merged_segments_are_those_of_one_batch(numbered):
    whole = postings_of(numbered)
    joined = merged([postings_of(part) for part in halves(numbered[::-1])])
    for column in ("cells", "images", "signatures", "shapes"):
        assert np.array_equal(getattr(joined, column), getattr(whole, column)), column


def test_postings_are_sorted_and_20_bytes_each(numbered):
    postings = postings_of(numbered)
    place = postings.cells.astype(np.uint64) << np.uint64(32) | postings.images
    assert (np.diff(place.astype(np.float64)) >= 0).all()
    columns = (postings.cells, postings.images, postings.signatures, postings.shapes)
    assert sum(column.itemsize for column in columns) == 20
    assert len(postings) == sum(len(features) for _, features in numbered)


def test_twins_stand_in_the_order_of_their_numbers(numbered):
    features = numbered[0][1]
    index = FeatureIndex([postings_of([(9, features), (4, features), (7, features)])])
    assert [hit.image for hit in index.query(features, 20, CLEAR)] == [4, 7, 9]


def test_only_the_best_come_back(numbered, greys):
    index = FeatureIndex([postings_of([*numbered, (7, find_features(greys[2][:300]))])])
    hits = index.query(numbered[2][1], 20, CLEAR)
    assert [hit.image for hit in hits] == [102, 7]
    assert index.query(numbered[2][1], most=1) == hits[:1]
    assert index.query(numbered[2][1], least_score=hits[0].score) == hits[:1]


def test_an_image_is_posted_once_only(numbered):
    with pytest.raises(ValueError, match="once"):
        postings_of([numbered[0], numbered[0]])


def test_a_detail_of_all_pictures_finds_none_of_them(numbered):
    """A cell that is longer than any detail worth having is not looked at."""
    features = numbered[0][1]
    same = Features(
        np.repeat(features.points[:1], 250, axis=0),
        np.repeat(features.descriptors[:1], 250, axis=0),
        512,
        384,
    )
    rare = FeatureIndex([postings_of([(1, same), *numbered[1:]])])
    often = FeatureIndex([postings_of([(1, same), (2, same), *numbered[1:]])])
    assert [hit.image for hit in rare.query(same, 1)] == [1]
    assert often.counted_query(same, 20, 0.0)[1].postings < 250


def test_nothing_in_the_index_and_nothing_asked_for(index, numbered):
    empty = find_features(np.full((90, 90), 128, np.uint8))
    assert index.query(empty) == ()
    assert FeatureIndex([]).query(numbered[0][1]) == ()
    assert FeatureIndex([postings_of([(1, empty)])]).query(numbered[0][1]) == ()


def test_a_question_counts_what_it_cost(index, numbered):
    hits, effort = index.counted_query(numbered[5][1], 20, CLEAR)
    assert hits == (Hit(105, hits[0].score),)
    assert effort.postings >= effort.votes >= len(numbered[5][1]) * 0.9


def test_cells_are_found_where_a_plain_search_finds_them():
    chance = np.random.default_rng(4)
    for count in (1, 1023, 1024, 1025, 5000):
        cells = np.sort(chance.integers(0, 3000, count).astype(np.uint32) << np.uint32(8))
        cells[-1] = cells[-1] | np.uint32(255)
        none = np.zeros(count, np.uint32)
        segment = _Segment.of(Postings(cells, none, none.astype(np.uint64), none))
        wanted = np.append(np.arange(3000), (1 << 24) - 1).astype(np.uint32)
        start, length = segment.spans(wanted, 24)
        short = cells >> np.uint32(8)
        assert np.array_equal(length, np.searchsorted(short, wanted, "right") - start)
        assert np.array_equal(start, np.searchsorted(short, wanted, "left"))
