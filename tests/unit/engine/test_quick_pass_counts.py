"""What the quick pass costs in counts, which no load on the machine can change."""

import pytest

from tests.helpers.quick_pass import Counts, camera_file, counted


@pytest.mark.parametrize(
    ("size", "decoded", "resizes"),
    [
        ((4000, 3000), (500, 375), 3),  # to 256, 64 and 32: an eighth needs no step to 512
        ((1200, 840), (600, 420), 4),
        ((6000, 4000), (750, 500), 4),
        ((640, 480), (640, 480), 4),
        ((200, 100), (200, 100), 3),
    ],
)
def test_a_file_is_read_once_decoded_once_and_small(tmp_path, size, decoded, resizes):
    path = camera_file(tmp_path, *size)
    assert counted(path) == Counts(
        bytes_read=path.stat().st_size,
        decoded_pixels=decoded[0] * decoded[1],
        resizes=resizes,
        encodes=2,
    )
