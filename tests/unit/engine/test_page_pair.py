"""Which of the two ways to look a pair needs, and what of its lettering can be told."""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from functools import cache

import cv2
import numpy as np
import pytest

from dedup_desk.core.geometry import Span
from dedup_desk.core.pairs import Box, ChangedRegion
from dedup_desk.core.records import Digest
from dedup_desk.engine import page as page_module
from dedup_desk.engine.checks import PAGE_CHECK, PICTURE_CHECK
from dedup_desk.engine.fine_shelf import FineShelf
from dedup_desk.engine.laying import Laid, View, lay
from dedup_desk.engine.page_pair import (
    PageLettering,
    check_and_views,
    is_pale_pair,
    page_lettering,
)
from dedup_desk.engine.subject import Subject
from dedup_desk.engine.whole_image import stretch
from tests.helpers.builders import a_record
from tests.helpers.document_scenes import drawn, page
from tests.helpers.made_pictures import encoded, shapes

Luma = np.ndarray


@cache
def sheet(dpi: int = 150) -> Luma:
    return cv2.cvtColor(drawn(page("receipt", 1), dpi), cv2.COLOR_RGB2GRAY)


@cache
def bottle() -> Luma:
    """A solid body on a white backdrop."""
    picture = np.full((900, 1200), 243, np.uint8)
    cv2.ellipse(picture, (600, 450), (330, 250), 0, 0, 360, 90, -1)
    return picture


@cache
def photograph() -> Luma:
    return cv2.cvtColor(shapes(1200, 900, seed=3), cv2.COLOR_RGB2GRAY)


PICTURES = {"sheet": sheet, "bottle": bottle, "photograph": photograph}


def at_most(luma: Luma, longest_px: int) -> View:
    height, width = luma.shape
    scale = min(1.0, longest_px / max(height, width))
    size = (round(width * scale), round(height * scale))
    return View(cv2.resize(luma, size, interpolation=cv2.INTER_AREA), width, height)


def subject(luma: Luma, *, can_be_decoded: bool = True) -> Subject:
    def fine(longest_px: int) -> View | None:
        return at_most(luma, longest_px) if can_be_decoded else None

    return Subject(a_record(1), at_most(luma, 512), fine)


def laid(a: View, b: View) -> Laid:
    return lay(a, b, stretch(a, b, 0), 320)


@pytest.mark.parametrize(
    ("name", "is_pale", "check"),
    [
        ("sheet", True, PAGE_CHECK),
        ("bottle", True, PICTURE_CHECK),
        ("photograph", False, PICTURE_CHECK),
    ],
)
def test_paper_is_looked_at_as_a_page_and_everything_else_as_a_picture(name, is_pale, check):
    one = subject(PICTURES[name]())
    common = laid(one.proxy, one.proxy)
    assert is_pale_pair(common) == is_pale
    assert check_and_views(one, one, common)[0] is check


def test_a_pair_is_no_page_where_only_one_side_is_large_enough_to_show_the_product():
    large, tiny = subject(bottle()), subject(at_most(bottle(), 64).pixels)
    common = laid(large.proxy, tiny.proxy)
    assert check_and_views(tiny, tiny, common)[0] is PAGE_CHECK
    assert check_and_views(large, tiny, common)[0] is PICTURE_CHECK
    assert check_and_views(tiny, large, common)[0] is PICTURE_CHECK


def test_without_one_of_the_files_nothing_but_the_tone_can_be_told():
    here, away = subject(sheet()), subject(sheet(), can_be_decoded=False)
    check, fine_a, fine_b = check_and_views(here, away, laid(here.proxy, away.proxy))
    assert check is PAGE_CHECK
    assert fine_a is not None
    assert fine_b is None


def letter_px(a: Luma, b: Luma) -> float:
    """Height of the letters of two pages on the grid of 1,280 px."""
    fine = (View(a, a.shape[1], a.shape[0]), View(b, b.shape[1], b.shape[0]))
    grid = lay(*fine, stretch(*fine, 0), 1280)
    return page_lettering(at_most(a, 512), fine, grid, ()).letter_px


def test_letters_are_measured_on_the_grid_whichever_side_shows_them():
    alone = letter_px(sheet(), sheet())
    assert alone > 4
    blank = np.full_like(sheet(), 240)
    assert letter_px(blank, sheet()) == pytest.approx(alone)
    assert letter_px(sheet(), blank) == pytest.approx(alone)
    assert letter_px(blank, blank) == 0


def test_letters_are_lower_on_the_grid_of_a_smaller_copy():
    half = at_most(sheet(), max(sheet().shape) // 2).pixels
    assert letter_px(sheet(), half) < 0.7 * letter_px(sheet(), sheet())


def test_detail_is_lost_on_paper_only():
    for picture, is_lost in ((sheet(300), True), (photograph(), False)):
        fine = View(picture, picture.shape[1], picture.shape[0])
        small = at_most(picture, 320)
        grid = laid(fine, View(small.pixels, *small.pixels.shape[::-1]))
        found = page_lettering(at_most(picture, 512), (fine, fine), grid, ())
        assert (found.lost_detail_share > 0.01) == is_lost


@pytest.mark.parametrize("is_own", [True, False], ids=["of the page", "of another page"])
def test_a_block_that_was_taken_from_the_page_itself_is_told(is_own):
    letter, other = (
        cv2.cvtColor(drawn(page("letter", number), 120), cv2.COLOR_RGB2GRAY) for number in (1, 2)
    )
    changed = letter.copy()
    changed[560:820, 620:880] = (letter if is_own else other)[420:680, 150:410]
    box = Box(620, 560, 260, 260)
    fine = tuple(View(one, one.shape[1], one.shape[0]) for one in (letter, changed))
    grid = lay(*fine, stretch(*fine, 0), max(letter.shape))
    regions = (ChangedRegion(box, box, box.width_px * box.height_px / letter.size),)
    found = page_lettering(at_most(letter, 512), fine, grid, regions)
    assert found.is_cloned == is_own


@pytest.fixture
def measured(monkeypatch) -> list[str]:
    """What was truly measured on single pages since the test began."""
    made: list[str] = []

    def noting(name):
        measure = getattr(page_module, name)

        def note(luma):
            made.append(name)
            return measure(luma)

        return note

    for name in ("_bodies", "spots_of"):
        monkeypatch.setattr(page_module, name, noting(name))
    return made


def from_shelf(shelf: FineShelf, luma: Luma) -> Subject:
    """A file as a worker sees it, with a border round it that every pair finds anew."""
    data = encoded(cv2.cvtColor(luma, cv2.COLOR_GRAY2RGB))
    digest = Digest(hashlib.sha256(data).digest())
    border = Span(5.0, 5.0, luma.shape[1] - 5.0, luma.shape[0] - 5.0)

    def fine(longest_px: int) -> View | None:
        view = shelf.view(digest, io.BytesIO(data), longest_px)
        return view and replace(view, content=border)

    return Subject(a_record(1), at_most(luma, 512), fine)


def look(a: Subject, b: Subject) -> PageLettering:
    """Everything that is asked of a pair's page."""
    common = laid(a.proxy, b.proxy)
    check, *fine = check_and_views(a, b, common)
    assert check is PAGE_CHECK
    return page_lettering(a.proxy, tuple(fine), lay(*fine, stretch(*fine, 0), 1280), ())


def test_a_page_that_meets_others_is_measured_once(measured):
    shelf = FineShelf()
    star, *others = (from_shelf(shelf, sheet(dpi)) for dpi in (150, 140, 130))
    first = look(star, others[0])
    assert measured == ["_bodies", "_bodies", "spots_of"]
    look(star, others[1])
    assert measured[3:] == ["_bodies"]
    assert look(star, others[0]) == first
    assert len(measured) == 4
