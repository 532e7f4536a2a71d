"""Features: always the same ones, found again in the mirror and in the negative, checked bytes."""

import numpy as np
import pytest

from dedup_desk.core.features import Features
from dedup_desk.core.messages import Message
from dedup_desk.engine import cv
from dedup_desk.engine.features import (
    MOST_KEYPOINTS,
    MOST_PROXIES,
    features_task,
    features_work,
    find_features,
    inverted,
    mirrored,
    packed_features,
    read_features,
    read_features_answer,
)
from dedup_desk.engine.packing import PackingError, Parcel
from dedup_desk.engine.pool import WorkerPool, WorkFailed
from tests.helpers.made_pictures import photo

UNIT = 512 * 512


def busy_grey(width=512, height=384, seed=5):
    """Return a picture with more keypoints than are kept."""
    chance = np.random.default_rng(seed)
    spots = chance.integers(0, 256, (height // 8, width // 8, 3), dtype=np.uint8)
    soft = cv.resized(spots, width, height).astype(np.int16) + photo(width, height, seed)
    return cv.grey((soft // 2).astype(np.uint8))


@pytest.fixture(scope="module")
def grey():
    return busy_grey()


@pytest.fixture(scope="module")
def features(grey):
    return find_features(grey)


def same(one, other):
    return (
        (one.width_px, one.height_px) == (other.width_px, other.height_px)
        and np.array_equal(one.points, other.points)
        and np.array_equal(one.descriptors, other.descriptors)
    )


def agreement(expected: Features, real: Features):
    """Return the share of points found at the same place, and the median likeness of those."""
    apart_px = np.linalg.norm(expected.places[:, None] - real.places[None], axis=2)
    turned = expected.angles_degrees[:, None] - real.angles_degrees[None]
    is_there = (apart_px < 1.5) & (np.abs((turned + 180) % 360 - 180) < 10)
    likeness = expected.descriptors.astype(float) @ real.descriptors.T.astype(float) / UNIT
    found = is_there.any(axis=1)
    best = np.where(is_there, likeness, 0).max(axis=1)
    return found.mean(), np.median(best[found])


def test_the_same_picture_gives_the_same_features(grey, features):
    assert same(find_features(grey.copy()), features)


def test_no_more_are_kept_than_agreed_and_the_largest_come_first(features):
    assert len(features) == MOST_KEYPOINTS
    assert (np.diff(features.sizes_px) <= 0).all()


def test_what_a_mirrored_picture_gives_is_known_without_looking(grey, features):
    real = find_features(np.ascontiguousarray(grey[:, ::-1]))
    share, likeness = agreement(mirrored(features), real)
    assert share > 0.75
    assert likeness > 0.97
    assert agreement(features, real)[0] < 0.2


def test_what_a_negative_gives_is_known_without_looking(grey, features):
    share, likeness = agreement(inverted(features), find_features(255 - grey))
    assert share > 0.95
    assert likeness > 0.97
    assert agreement(features, find_features(255 - grey))[0] < 0.2


def test_mirroring_and_inverting_twice_change_nothing(features):
    assert np.array_equal(mirrored(mirrored(features)).descriptors, features.descriptors)
    assert np.allclose(mirrored(mirrored(features)).places, features.places)
    assert np.array_equal(inverted(inverted(features)).descriptors, features.descriptors)


def test_a_picture_without_detail_has_no_features():
    flat = find_features(np.full((300, 400), 128, np.uint8))
    assert len(flat) == 0
    assert not flat.has_detail


def test_descriptors_are_roots_of_histograms(features):
    norms = np.linalg.norm(features.descriptors.astype(float), axis=1)
    assert (np.abs(norms - 512) < 25).all()


def test_packed_features_are_read_back(features):
    assert same(read_features(packed_features(features)), features)
    assert len(packed_features(features)) < 36_100


def changed(data, at, new):
    return data[:at] + new + data[at + len(new) :]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: changed(data, 0, b"DDF9"),
        lambda data: changed(data, 4, b"\xff\xff"),
        lambda data: changed(data, 10, np.float32(np.nan).tobytes()),
        lambda data: changed(data, 10, np.float32(9999).tobytes()),
        lambda data: changed(data, 18, np.float32(-1).tobytes()),
    ],
)
def test_bytes_that_are_no_features_are_refused(features, spoil):
    with pytest.raises(PackingError):
        read_features(spoil(packed_features(features)))


def test_a_child_finds_what_this_process_finds(grey):
    proxies = [cv.encoded_jpeg(cv.grey_as_rgb(one), 85) for one in (grey, busy_grey(300, 200))]
    work = features_work(proxies, tag="two")
    with WorkerPool(1) as pool:
        answers = read_features_answer(work, pool.ask(work))
    assert len(answers) == 2
    for proxy, answer in zip(proxies, answers, strict=True):
        assert same(read_features(answer), find_features(cv.grey_of_jpeg(proxy)))


@pytest.mark.parametrize("proxy", [b"", b"rubbish", cv.encoded_jpeg(photo(600, 300), 85)])
def test_a_proxy_that_is_none_has_no_keypoints(proxy):
    (answer,) = features_task(Parcel({}, (proxy,)), ()).blobs
    assert len(read_features(answer)) == 0


def test_an_answer_that_is_not_what_was_agreed_tells_nothing(features):
    work = features_work([b"one", b"two"])
    packed = packed_features(features)
    assert read_features_answer(work, Parcel({}, (packed, packed))) == (packed, packed)
    assert read_features_answer(work, Parcel({}, (packed,))) == ()
    assert read_features_answer(work, Parcel({}, (packed, b"rubbish"))) == ()
    assert read_features_answer(work, WorkFailed(Message("It died."))) == ()


@pytest.mark.parametrize("count", [0, MOST_PROXIES + 1])
def test_a_work_carries_some_proxies_and_not_too_many(count):
    with pytest.raises(ValueError, match="proxies"):
        features_work([b"x"] * count)
