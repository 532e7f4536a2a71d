"""A point by itself on bare paper is dust; a point in a line of lettering is content."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from dedup_desk.core.geometry import Extent
from dedup_desk.core.pairs import Finding, Relation
from dedup_desk.engine.checks import PAGE_CHECK
from dedup_desk.engine.cv import blobs
from dedup_desk.engine.laying import Laid
from dedup_desk.engine.page import ink_of, is_read_downwards, letter_height_px, spots_of
from dedup_desk.engine.specks import NO_DUST, Dust, dust_of, without_specks
from tests.helpers.compared_files import compared
from tests.helpers.document_scenes import SMALL_CHANGES, drawn, page, scanned, smallest_change
from tests.helpers.made_pictures import encoded

INK, PAPER = 30, 235
SIZE = (1000, 760)


def lettered() -> np.ndarray:
    """A page of twelve lines of figures with wide margins."""
    sheet = np.full(SIZE, PAPER, np.uint8)
    for line in range(12):
        text = f"No {line + 11} of {line + 21} the {1000 + 37 * line} parts 48 17"
        cv2.putText(
            sheet, text, (90, 120 + 44 * line), cv2.FONT_HERSHEY_SIMPLEX, 0.6, INK, 2, cv2.LINE_AA
        )
    return sheet


def with_points(sheet: np.ndarray, *places: tuple[int, int]) -> np.ndarray:
    out = sheet.copy()
    for x, y in places:
        out[y : y + 3, x : x + 3] = INK
    return cv2.GaussianBlur(out, (0, 0), 0.5)


def laid(a: np.ndarray, b: np.ndarray) -> Laid:
    extent = Extent(a.shape[1], a.shape[0])
    return Laid(a, b, np.ones(a.shape, np.bool_), np.eye(3), np.eye(3), extent, extent)


def told(a: np.ndarray, b: np.ndarray) -> tuple[int, Dust]:
    """How many blocks changed, and how much of that is dust."""
    both = laid(a, b)
    look = PAGE_CHECK.look(both)
    return look.blocks, dust_of(both, look, letter_height_px(a))


def end_of_line(sheet: np.ndarray, line: int) -> tuple[int, int]:
    """The foot of a line, right behind its last letter."""
    foot = 120 + 44 * line
    columns = np.nonzero((sheet[foot - 14 : foot] < 128).any(axis=0))[0]
    return int(columns[-1]) + 5, foot - 3


FREE = ((640, 300), (40, 500), (350, 800), (600, 900), (300, 40), (700, 650))


def test_points_on_bare_paper_are_dust_whichever_page_they_are_on():
    clean = lettered()
    dusty = with_points(clean, *FREE)
    for pair in ((clean, dusty), (dusty, clean)):
        blocks, dust = told(*pair)
        assert (blocks, dust) == (len(FREE), Dust(len(FREE), len(FREE)))


def test_a_stop_at_the_end_of_a_line_is_content():
    clean = lettered()
    blocks, dust = told(clean, with_points(clean, end_of_line(clean, 4), *FREE[:2]))
    assert blocks == 3
    assert dust.blocks == 2


@pytest.mark.parametrize("line", [2, 7])
def test_a_point_between_two_figures_of_a_line_is_content_even_in_a_wide_gap(line):
    clean = lettered()
    foot = 120 + 44 * line
    clean[foot - 20 : foot + 8, 240:280] = PAPER  # wide enough for a point with room about it
    blocks, dust = told(clean, with_points(clean, (258, foot - 3)))
    assert (blocks, dust.blocks) == (1, 0)


def test_a_point_at_a_letter_is_content():
    clean = lettered()
    spot = max(spots_of(clean), key=lambda one: one.top)
    above = (spot.left + spot.width // 2, spot.top - 6)
    blocks, dust = told(clean, with_points(clean, above))
    assert (blocks, dust.blocks) == (1, 0)


def test_what_stands_on_the_other_page_there_is_no_dust_of_this_one():
    clean = lettered()
    there = with_points(clean, (640, 300))
    here = clean.copy()
    cv2.putText(here, "1", (636, 306), cv2.FONT_HERSHEY_SIMPLEX, 0.6, INK, 2, cv2.LINE_AA)
    blocks, dust = told(here, there)
    assert blocks > 0
    assert dust == NO_DUST


@pytest.mark.parametrize("sign", ["1", "7", "x", "/", "-"])
def test_a_sign_by_itself_is_written(sign):
    clean = lettered()
    signed = clean.copy()
    cv2.putText(signed, sign, (640, 300), cv2.FONT_HERSHEY_SIMPLEX, 0.6, INK, 2, cv2.LINE_AA)
    blocks, dust = told(clean, signed)
    assert blocks > 0
    assert dust == NO_DUST


def test_two_points_side_by_side_are_a_sign():
    clean = lettered()
    blocks, dust = told(clean, with_points(clean, (640, 300), (648, 300)))
    assert blocks > 0
    assert dust == NO_DUST


def test_a_change_beside_dust_stays_a_change():
    clean = lettered()
    other = clean.copy()
    other[276:304, 90:160] = clean[320:348, 90:160]
    both = told(clean, other)[0]
    blocks, dust = told(clean, with_points(other, *FREE))
    assert blocks - dust.blocks >= both > 0


def test_the_way_the_lines_run_is_known_on_a_turned_page():
    clean = lettered()
    turned = np.ascontiguousarray(np.rot90(clean))
    assert not is_read_downwards(clean)
    assert is_read_downwards(turned)
    assert not is_read_downwards(np.full(SIZE, PAPER, np.uint8))
    wide_gap = lettered()
    foot = 120 + 44 * 3
    wide_gap[foot - 20 : foot + 8, 240:280] = PAPER
    pointed = with_points(wide_gap, (258, foot - 3))
    sides = [np.ascontiguousarray(np.rot90(one)) for one in (wide_gap, pointed)]
    assert told(*sides)[1] == NO_DUST


def test_without_lettering_points_cannot_be_told_from_writing():
    bare = np.full(SIZE, PAPER, np.uint8)
    both = laid(bare, with_points(bare, *FREE))
    assert dust_of(both, PAGE_CHECK.look(both), 0.0) == NO_DUST


def test_where_dust_was_there_is_paper():
    clean = lettered()
    taken = without_specks(laid(clean, with_points(clean, *FREE)), letter_height_px(clean))
    assert taken is not None
    assert len(blobs(ink_of(taken.b))[1]) == len(blobs(ink_of(with_points(clean)))[1])
    assert without_specks(laid(clean, clean), letter_height_px(clean)) is None


def dusty_scan(sheet: np.ndarray, seed: int) -> np.ndarray:
    """Another scan of a page, with a dozen specks far from lettering."""
    scan = scanned(sheet, seed, 0.4)
    grey = cv2.cvtColor(scan, cv2.COLOR_RGB2GRAY)
    far = cv2.erode((grey > 150).astype(np.uint8), np.ones((61, 61), np.uint8))
    far[:40], far[-40:], far[:, :40], far[:, -40:] = 0, 0, 0, 0
    rows, columns = np.nonzero(far)
    chance = np.random.default_rng(seed)
    for at in chance.choice(len(rows), 12, replace=False):
        scan[rows[at] : rows[at] + 3, columns[at] : columns[at] + 3] = 40
    return scan


def files(one: np.ndarray, other: np.ndarray) -> tuple[bytes, bytes]:
    """One scan of a page, and a dusty scan of a page, as files."""
    scans = scanned(one, 1, -0.5), dusty_scan(other, 3)
    return encoded(scans[0], quality=88), encoded(scans[1], quality=88)


SHEET = page("receipt", 1)


def test_a_dusty_scan_of_a_page_is_another_scan_of_it_and_left_to_a_person():
    found = compared(*files(drawn(SHEET, 200), drawn(SHEET, 200)))
    assert found.is_copy
    assert Relation.RESCAN in found.relations
    assert Relation.RETOUCHED not in found.relations
    assert not found.is_proposed


@pytest.mark.parametrize("field", SMALL_CHANGES)
def test_another_figure_on_a_dusty_scan_is_still_told(field):
    other = smallest_change(SHEET, field)
    found = compared(*files(drawn(SHEET, 200), drawn(other, 200)))
    assert found.pair is not None
    assert Relation.RETOUCHED in found.relations or found.pair.finding is Finding.LOOK
    assert not found.is_proposed


def test_another_receipt_on_a_dusty_scan_is_no_copy():
    found = compared(*files(drawn(SHEET, 200), drawn(page("receipt", 2), 200)))
    assert found.pair is None or found.pair.finding is Finding.LOOK
