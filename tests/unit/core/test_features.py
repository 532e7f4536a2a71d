"""The features of a picture as a value: what belongs together, and who has detail."""

import numpy as np
import pytest

from dedup_desk.core.features import FEWEST_KEYPOINTS, Features


def features(count):
    points = np.arange(count * 4, dtype=np.float32).reshape(count, 4)
    return Features(points, np.zeros((count, 128), np.uint8), 512, 384)


def test_the_columns_have_names():
    one = features(2)
    assert one.places.tolist() == [[0, 1], [4, 5]]
    assert one.sizes_px.tolist() == [2, 6]
    assert one.angles_degrees.tolist() == [3, 7]


@pytest.mark.parametrize(("count", "has_detail"), [(0, False), (7, False), (8, True)])
def test_a_picture_with_hardly_a_keypoint_has_no_detail(count, has_detail):
    assert FEWEST_KEYPOINTS == 8
    assert features(count).has_detail is has_detail


@pytest.mark.parametrize(
    ("points", "descriptors"), [((3, 4), (2, 128)), ((3, 3), (3, 128)), ((3, 4), (3, 64))]
)
def test_arrays_that_do_not_belong_together_are_refused(points, descriptors):
    with pytest.raises(ValueError, match="points"):
        Features(np.zeros(points, np.float32), np.zeros(descriptors, np.uint8), 9, 9)


def test_other_numbers_are_refused():
    with pytest.raises(TypeError, match="float64"):
        Features(np.zeros((1, 4)), np.zeros((1, 128), np.uint8), 9, 9)
