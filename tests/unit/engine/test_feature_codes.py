"""How a keypoint is written: the same bits in every batch, like bits for like descriptors."""

import numpy as np
import pytest

from dedup_desk.engine.feature_codes import (
    CELL_BITS,
    DIRECTIONS,
    cells_of,
    packed_shapes,
    probes_of,
    projected,
    signatures_of,
    unpacked_shapes,
)

COUNT = 300


@pytest.fixture(scope="module")
def descriptors():
    chance = np.random.default_rng(11)
    rough = chance.gamma(0.5, size=(COUNT, 128))
    root = np.sqrt(rough / rough.sum(axis=1, keepdims=True)) * 512
    return np.clip(root, 0, 255).astype(np.uint8)


def test_the_directions_are_orthogonal_and_of_one_length():
    assert np.array_equal(DIRECTIONS.T @ DIRECTIONS, 128 * np.eye(96, dtype=np.float32))


def test_no_bit_depends_on_the_batch(descriptors):
    whole = projected(descriptors)
    alone = np.concatenate([projected(one[None]) for one in descriptors])
    assert np.array_equal(whole, alone)
    assert np.array_equal(whole, np.rint(whole * 2) / 2)


def test_like_descriptors_have_like_signatures(descriptors):
    chance = np.random.default_rng(1)
    noise = chance.integers(-6, 7, descriptors.shape)
    near = np.clip(descriptors.astype(int) + noise, 0, 255).astype(np.uint8)
    own = signatures_of(projected(descriptors))
    same = np.bitwise_count(own ^ signatures_of(projected(near)))
    others = np.bitwise_count(own ^ np.roll(own, 1))
    assert np.median(same) < 10
    assert np.median(others) > 20


def test_the_first_probe_is_the_own_cell_and_the_others_differ_in_doubtful_bits(descriptors):
    seen = projected(descriptors)
    own, probes = cells_of(seen), probes_of(seen, 24, 12)
    assert np.array_equal(probes[:, 0], own)
    assert (np.bitwise_count(probes[:, 1:9] ^ own[:, None]) == 1).all()
    assert (np.bitwise_count(probes[:, 9:] ^ own[:, None]) == 2).all()
    turned = (probes[:, 1] ^ own) >> np.uint32(CELL_BITS - 24)
    most_doubtful = np.abs(seen[:, :24]).argmin(axis=1)
    assert np.array_equal(turned, np.uint32(1) << (23 - most_doubtful).astype(np.uint32))


def test_all_probes_of_a_descriptor_are_different_cells(descriptors):
    probes = np.sort(probes_of(projected(descriptors), 24, 37) >> np.uint32(8), axis=1)
    assert (np.diff(probes.astype(np.int64), axis=1) > 0).all()


def test_shapes_are_read_back_to_the_middle_of_their_step():
    points = np.array([[10.4, 300.9, 4.0, 359.9], [511, 0, 60.0, 90]], np.float32)
    shapes = unpacked_shapes(packed_shapes(points))
    assert np.abs(shapes.x_px - points[:, 0]).max() <= 1
    assert np.abs(shapes.y_px - points[:, 1]).max() <= 1
    assert shapes.angles_degrees.tolist() == [0, 90]
    assert np.abs(shapes.octaves - np.log2(points[:, 2])).max() <= 1 / 32


@pytest.mark.parametrize("count", [1, 20, 33, 100, 250, 400])
def test_a_shape_tells_roughly_how_many_keypoints_its_picture_has(count):
    shapes = unpacked_shapes(packed_shapes(np.ones((count, 4), np.float32)))
    assert shapes.counted[0] == pytest.approx(min(max(count, 20), 250), rel=0.2)


def test_no_descriptors_have_no_codes():
    seen = projected(np.zeros((0, 128), np.uint8))
    assert len(cells_of(seen)) == len(signatures_of(seen)) == len(probes_of(seen, 24, 8)) == 0
