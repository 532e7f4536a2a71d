"""The same thing lies under both cross-hairs, whatever was done to the copy; no window is needed.

The bar: 2 px or .05 % of the longer side, whichever is larger, median over 200 points, pointing in
either pane.
"""

import numpy as np
import pytest
from PIL import Image, ImageOps

from tests.helpers.cross_hairs import KINDS, miss_of
from tests.helpers.made_pictures import corpus_files, shapes

PHOTOGRAPHS = ("Canon IXUS 300.jpg", "HTC One.jpg", "Nikon D70.jpg", "Sanyo S1.JPG")


SEEN_EVERY_TIME = ("crop 60 %", "turned 90", "rotated 3.0", "mirrored crop", "perspective 0.06",
                   "half size", "warmer")  # fmt: skip


@pytest.fixture(scope="module")
def drawn():
    return shapes(1200, 900)


@pytest.mark.parametrize("kind", SEEN_EVERY_TIME)
def test_of_a_drawn_picture(drawn, kind):
    found = miss_of(drawn, KINDS[kind])
    assert found.median_px <= found.limit_px


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - set(SEEN_EVERY_TIME)))
def test_of_a_drawn_picture_every_other_way(drawn, kind):
    found = miss_of(drawn, KINDS[kind])
    assert found.median_px <= found.limit_px


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.parametrize("name", PHOTOGRAPHS)
def test_of_a_photograph(name):
    files = {one.name: one for one in corpus_files("photos")}
    with Image.open(files[name]) as image:
        pixels = np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    found = {kind: miss_of(pixels, step) for kind, step in KINDS.items()}
    assert {kind: one.median_px for kind, one in found.items() if not one.holds} == {}
