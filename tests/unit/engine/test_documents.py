"""Pages of one form are not copies; one page scanned twice is.

Every row is a pair of drawn pages as two files. What counts is what a records office would lose:
a page that says something else must never be called a copy, or be proposed, whatever the two
resolutions, formats and turns on the glass.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import pytest

from dedup_desk.core.pairs import Finding, Relation
from tests.helpers.compared_files import Compared, compared
from tests.helpers.document_forms import FORMS
from tests.helpers.document_scenes import (
    SMALL_CHANGES,
    Page,
    drawn,
    page,
    scanned,
    smallest_change,
)
from tests.helpers.made_pictures import encoded

DPIS = (150, 200, 300)
STORED = ("png", "jpeg 75", "scan")


@lru_cache(maxsize=12)
def stored(one: Page, dpi: int, how: str, glass: int = 1) -> bytes:
    """A page as a file; `glass` tells one scan of it from another (odd turns left, even right)."""
    clean = drawn(one, dpi)
    if how == "png":
        return encoded(clean, "PNG", compress_level=1)
    if how == "jpeg 75":
        return encoded(clean, quality=75)
    turn_degrees = 1.0 if glass % 2 else -1.0
    return encoded(scanned(clean, glass, turn_degrees), quality=85)


def is_another_page(found: Compared) -> bool:
    """Same form, a look, or nothing to do with each other; never a copy."""
    return found.pair is None or found.pair.finding is Finding.LOOK


Way = tuple[int, str, int, str]

SHORT: tuple[Way, ...] = (
    (150, "png", 150, "jpeg 75"),
    (150, "scan", 150, "scan"),
    (200, "jpeg 75", 200, "scan"),
    (200, "scan", 150, "scan"),
    (300, "png", 300, "scan"),
    (300, "scan", 150, "png"),
)
"""Each resolution and each way of storing at least once."""

EVERY: tuple[Way, ...] = tuple(
    (one, how, other, stored_as)
    for one in DPIS
    for other in DPIS
    for how in STORED
    for stored_as in STORED
    if one >= other
)


def pairings() -> list[pytest.param]:
    """Every form in every way; an ordinary run takes small paper and one way for large."""
    large = dict(zip(("deed", "table", "letter"), SHORT[:3], strict=True))
    cases = []
    for form in FORMS:
        for way in EVERY:
            is_short = way == large.get(form) or (form == "receipt" and way in SHORT)
            marks = () if is_short else (pytest.mark.slow,)
            name = "-".join(map(str, (form, *way)))
            cases.append(pytest.param(form, *way, marks=marks, id=name))
    return cases


def changes() -> list[pytest.param]:
    """Every small change of every form at every resolution."""
    return [
        pytest.param(form, dpi, field, marks=() if form in CHEAP else (pytest.mark.slow,))
        for form in FORMS
        for dpi in DPIS
        for field in SMALL_CHANGES
    ]


CHEAP = ("receipt", "card")
"""Smaller paper: what every run can afford at every resolution."""

PAIRING = ("form", "dpi", "how", "other_dpi", "other_how")


@pytest.mark.parametrize(PAIRING, pairings())
def test_two_pages_of_one_form_are_never_a_copy(form, dpi, how, other_dpi, other_how):
    one = stored(page(form, 1), dpi, how, 1)
    other = stored(page(form, 2), other_dpi, other_how, 2)
    found = compared(one, other)
    assert is_another_page(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize(PAIRING, pairings())
def test_the_same_page_is_found(form, dpi, how, other_dpi, other_how):
    one = stored(page(form, 1), dpi, how, 1)
    other = stored(page(form, 1), other_dpi, other_how, 2)
    found = compared(one, other)
    assert found.is_copy, (found.relations, found.pair and found.pair.evidence.notes)
    assert Relation.RETOUCHED not in found.relations
    if "scan" in (how, other_how):
        assert found.relation is Relation.RESCAN
        assert not found.is_proposed


@pytest.mark.parametrize(("form", "dpi", "field"), changes())
def test_one_changed_letter_or_figure_is_seen(form, dpi, field):
    one = page(form, 3)
    found = compared(stored(one, dpi, "png"), stored(smallest_change(one, field), dpi, "jpeg 75"))
    assert found.relation is Relation.RETOUCHED or is_another_page(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize(("form", "dpi", "field"), changes())
def test_one_changed_letter_or_figure_is_seen_between_two_scans(form, dpi, field):
    one = page(form, 4)
    found = compared(
        stored(one, dpi, "scan", 1), stored(smallest_change(one, field), dpi, "scan", 2)
    )
    assert Relation.RETOUCHED in found.relations or is_another_page(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("form", [*CHEAP, pytest.param("deed", marks=pytest.mark.slow)])
def test_a_change_is_boxed_where_it_is(form):
    """The amount is one figure on one line: the box holds it and hardly more."""
    one = page(form, 5)
    found = compared(
        stored(one, 200, "png"), stored(smallest_change(one, "amount"), 200, "jpeg 75")
    )
    assert found.pair is not None
    (region,) = found.pair.evidence.regions
    assert region.in_a.width_px < 0.05 * 200 * FORMS[form].width_mm / 25.4
    assert region.in_a.height_px < 0.05 * 200 * FORMS[form].height_mm / 25.4


@pytest.mark.parametrize("form", CHEAP)
def test_letters_too_small_to_tell_are_never_proposed(form):
    """At 75 dpi a figure is 5 pixels high: another one might not be seen."""
    found = compared(stored(page(form, 1), 150, "png"), stored(page(form, 1), 75, "jpeg 75"))
    assert found.pair is not None
    assert "small-page" in found.pair.evidence.notes
    assert not found.is_proposed


def shrunk(one: Page, longest_px: int) -> bytes:
    """A page as a small picture, at 150 dpi where it is asked for more than it has."""
    clean = drawn(one, 150)
    scale = min(longest_px / max(clean.shape), 1.0)
    size = (round(clean.shape[1] * scale), round(clean.shape[0] * scale))
    return encoded(cv2.resize(clean, size, interpolation=cv2.INTER_AREA), quality=85)


def by_size(*sizes_px: int) -> list[pytest.param]:
    return [
        pytest.param(form, px, marks=() if form in CHEAP else (pytest.mark.slow,))
        for form in FORMS
        for px in sizes_px
    ]


@pytest.mark.parametrize("is_first_small", [False, True])
@pytest.mark.parametrize(("form", "longest_px"), by_size(160, 256, 360, 480, 640))
def test_two_pages_of_one_form_are_never_a_copy_at_any_size(form, longest_px, is_first_small):
    one = shrunk(page(form, 1), longest_px if is_first_small else 2000)
    found = compared(one, shrunk(page(form, 2), longest_px))
    assert is_another_page(found), (found.relations, found.pair and found.pair.evidence.notes)
    assert not found.is_proposed


@pytest.mark.parametrize(("form", "longest_px"), by_size(450, 900))
@pytest.mark.parametrize("field", SMALL_CHANGES)
def test_another_entry_is_never_a_plain_copy_however_small_the_page(form, longest_px, field):
    one = page(form, 1)
    other = one.but(field, dict(page(form, 8).entries)[field])
    found = compared(stored(one, 150, "png"), shrunk(other, longest_px))
    assert found.relation is Relation.RETOUCHED or is_another_page(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize(("form", "longest_px"), by_size(900))
def test_a_small_page_whose_letters_can_be_read_is_found(form, longest_px):
    found = compared(stored(page(form, 1), 150, "png"), shrunk(page(form, 1), longest_px))
    assert found.is_copy, found.pair and found.pair.evidence.notes


@pytest.mark.parametrize("seed", [None, 2], ids=["of this page", "of another page"])
def test_a_block_of_lettering_over_a_page_is_told_by_where_it_comes_from(seed):
    """Lettering of the same page was cloned; other lettering makes it another page."""
    one = drawn(page("letter", 1), 150)
    source = one if seed is None else drawn(page("letter", seed), 150)
    over = one.copy()
    over[800:1200, 700:1120] = source[520:920, 180:600]
    found = compared(encoded(one, "PNG", compress_level=1), encoded(over, quality=75))
    if seed is None:
        assert (found.is_copy, found.relation) == (True, Relation.RETOUCHED)
    else:
        assert is_another_page(found), found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("quality", [50, 20])
def test_a_strongly_compressed_page_is_still_its_copy(quality):
    one = page("receipt", 1)
    found = compared(stored(one, 200, "png"), encoded(drawn(one, 200), quality=quality))
    assert found.is_copy
    assert Relation.RETOUCHED not in found.relations
