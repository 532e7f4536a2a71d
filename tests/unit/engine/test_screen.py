"""Pictures for the screen come out of a child, upright, at the size asked for."""

import hashlib
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dedup_desk.core.pairs import Box
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.engine.screen import ScreenRequest, screen_picture
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.made_pictures import encoded, oriented, photo, turned_away

PICTURE = photo(400, 300, seed=31)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as made:
        yield made


@pytest.fixture
def request_for(tmp_path):
    def made(data, **wanted):
        path = tmp_path / "picture"
        path.write_bytes(data)
        return ScreenRequest(os.fsencode(path), hashlib.sha256(data).digest(), **wanted)

    return made


def test_a_picture_that_fits_comes_whole(pool, request_for):
    shown = screen_picture(pool, request_for(encoded(PICTURE, "PNG"), max_edge_px=20_000))
    assert np.array_equal(shown, PICTURE)
    shown[0, 0] = 7  # it belongs to the caller


def test_a_larger_one_is_shrunk_to_the_edge(pool, request_for):
    shown = screen_picture(pool, request_for(encoded(PICTURE, "PNG"), max_edge_px=100))
    small = np.asarray(Image.fromarray(PICTURE).resize((100, 75), Image.Resampling.BOX))
    assert shown.shape == (75, 100, 3)
    assert np.abs(shown.astype(int) - small).mean() < 2


def test_it_is_upright_and_transparency_lies_on_white(pool, request_for):
    data = encoded(turned_away(PICTURE, 6), "PNG", exif=oriented(6))
    assert np.array_equal(screen_picture(pool, request_for(data, max_edge_px=400)), PICTURE)
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0))
    data = encoded(np.asarray(clear), "PNG")
    assert (screen_picture(pool, request_for(data, max_edge_px=8)) == 255).all()


def test_a_part_is_cut_from_the_upright_picture(pool, request_for):
    data = encoded(turned_away(PICTURE, 8), "PNG", exif=oriented(8))
    part = Box(50, 20, 80, 60)
    shown = screen_picture(pool, request_for(data, max_edge_px=500, region=part))
    assert np.array_equal(shown, PICTURE[20:80, 50:130])
    shown = screen_picture(pool, request_for(data, max_edge_px=40, region=part))
    assert shown.shape == (30, 40, 3)


def test_a_part_that_juts_out_is_cut_to_the_picture(pool, request_for):
    part = Box(-10, -10, 30, 20)
    data = encoded(PICTURE, "PNG")
    shown = screen_picture(pool, request_for(data, max_edge_px=500, region=part))
    assert np.array_equal(shown, PICTURE[:10, :20])
    with pytest.raises(UnreadableImage, match="outside"):
        screen_picture(pool, request_for(data, max_edge_px=9, region=Box(900, 0, 10, 10)))


def test_another_content_is_refused(pool, request_for, tmp_path):
    wanted = request_for(encoded(PICTURE, "PNG"), max_edge_px=100)
    (tmp_path / "picture").write_bytes(encoded(PICTURE, "BMP"))
    with pytest.raises(UnreadableImage, match="has changed"):
        screen_picture(pool, wanted)
    (tmp_path / "picture").unlink()
    with pytest.raises(UnreadableImage, match="could not be opened"):
        screen_picture(pool, wanted)


def test_a_damaged_picture_says_why(pool, request_for):
    with pytest.raises(UnreadableImage, match="end of the picture is missing"):
        screen_picture(pool, request_for(encoded(PICTURE)[:-500], max_edge_px=100))


@pytest.mark.parametrize("edge", [0, -1, 20_001])
def test_an_edge_nobody_can_show_is_refused(pool, request_for, edge):
    with pytest.raises(ValueError, match="cannot be shown"):
        screen_picture(pool, request_for(encoded(PICTURE), max_edge_px=edge))


def test_no_descriptor_stays_open(pool, request_for):
    wanted = request_for(encoded(PICTURE, "PNG"), max_edge_px=100)
    screen_picture(pool, wanted)
    before = open_descriptors()
    for _ in range(20):
        screen_picture(pool, wanted)
    assert open_descriptors() <= before  # an earlier test's may be collected meanwhile


def open_descriptors():
    return len(list(Path("/proc/self/fd").iterdir()))
