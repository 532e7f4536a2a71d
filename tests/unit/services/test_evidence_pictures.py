"""The pictures of a page: as small as paper holds, compared as finely as the screen compares."""

from __future__ import annotations

import io
import os
from dataclasses import replace

import pytest
from PIL import Image

from dedup_desk.core.compare import Link
from dedup_desk.core.geometry import Extent
from dedup_desk.core.overlays import TwoPictures
from dedup_desk.core.pairs import IDENTITY
from dedup_desk.core.records import Digest
from dedup_desk.engine.pool import WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.services.evidence.pictures import COMPARED_PX, EDGE_PX, Darkroom, Laid
from dedup_desk.services.renderings import Cut
from tests.benchmarks.desk import written
from tests.helpers.drawn_pictures import resized
from tests.helpers.review_fakes import draw_landscape

SPOT = (slice(600, 700), slice(900, 1050))


@pytest.fixture(scope="module")
def comparing(tmp_path_factory):
    folder = tmp_path_factory.mktemp("prints")
    full = resized(draw_landscape(7), 2400, 1600)
    changed = full.copy()
    changed[SPOT] = changed[SPOT][:, ::-1] // 2 + 40
    records = [written(folder, number, pixels) for number, pixels in enumerate((full, changed), 1)]
    with WorkerPool(1) as pool:
        made = Comparing(pool, {"stills": os.fsencode(folder)})
        yield made, records


def test_a_page_finds_the_areas_that_the_screen_finds(comparing):
    made, (one, other) = comparing
    darkroom = Darkroom(made, lambda _digest: None)
    prints = [darkroom.printed(each) for each in (one, other)]
    found, picture = darkroom.difference(Laid(*prints, ("A", "D"), Link(IDENTITY)))
    shown = [made.rendering(each, Cut(COMPARED_PX)).levels[0] for each in (one, other)]
    extent = Extent(2400.0, 1600.0)
    on_screen = made.difference(TwoPictures(*shown, extent, extent, IDENTITY))
    assert (found.regions, found.threshold_levels) == (
        on_screen.regions, on_screen.threshold_levels
    )  # fmt: skip
    assert len(found.regions) == 1
    assert max(Image.open(io.BytesIO(picture.jpeg)).size) <= EDGE_PX


def test_a_print_is_no_larger_than_paper_and_says_its_own_size(comparing):
    made, (one, _) = comparing
    printed = Darkroom(made, lambda _digest: None).printed(one)
    size = Image.open(io.BytesIO(printed.picture.jpeg)).size
    assert size == (EDGE_PX, EDGE_PX * 2 // 3)
    assert "1,200" in printed.picture.caption.english()
    assert max(printed.pixels.shape[:2]) == COMPARED_PX


def test_a_file_of_another_content_has_no_pixels(comparing):
    made, (one, _) = comparing
    strange = replace(one, digest=Digest(bytes(32)))
    printed = Darkroom(made, lambda _digest: None).printed(strange)
    assert (printed.pixels, printed.picture) == (None, None)
