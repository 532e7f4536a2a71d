"""Pages after the first are compared when somebody looks at them, in a child process."""

import os
from dataclasses import replace

import numpy as np
import pytest

from dedup_desk.core.compare import link_of
from dedup_desk.core.geometry import Point, mapped
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import Digest
from dedup_desk.core.two_pages import pages_statement
from dedup_desk.engine.pages import PageSide, compared_pages
from dedup_desk.engine.pool import SCREEN_NICENESS, WorkerPool
from dedup_desk.engine.unreadable import UnreadableImage
from tests.helpers.paged_files import halved, page, record_of, spoil_page, write_tiff

CUT = (90, 60, 720, 480)
"""Left, top, width and height of what the copy shows of the second page."""


@pytest.fixture(scope="module")
def pool():
    made = WorkerPool(1, SCREEN_NICENESS)
    yield made
    made.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """A scan of five pages, and a copy of it: smaller, cut, something else, turned, blank."""
    folder = tmp_path_factory.mktemp("pages")
    left, top, wide, high = CUT
    blank = np.full((600, 900, 3), 250, np.uint8)
    scan = [page(1), page(2), page(3), page(4), page(5)]
    cut = scan[1][top : top + high, left : left + wide]
    copy = [halved(scan[0]), cut, page(9), scan[3][::-1, ::-1], blank]
    return write_tiff(folder / "scan.tif", scan), write_tiff(folder / "copy.tif", copy)


def sides(files, pages):
    records = (record_of(path, number) for number, path in enumerate(files, 1))
    return [
        PageSide(record, os.fsencode(path), at)
        for record, path, at in zip(records, files, pages, strict=True)
    ]


def compared(pool, files, *pages):
    return compared_pages(pool, *sides(files, pages))


def test_a_page_that_was_cut_is_laid_where_it_was_cut(pool, files):
    found = compared(pool, files, 1, 1)
    assert found.pair.relation is Relation.CROPPED
    lies = mapped(link_of(found.pair, found.left.id).matrix, Point(450, 300))
    assert abs(lies.x - (450 - CUT[0])) < 2
    assert abs(lies.y - (300 - CUT[1])) < 2


def test_each_page_has_the_size_it_has_itself(pool, files):
    found = compared(pool, files, 1, 1)
    assert (found.left.picture.width_px, found.left.picture.height_px) == (900, 600)
    assert (found.right.picture.width_px, found.right.picture.height_px) == CUT[2:]
    assert found.right.picture.page_count == 5


def test_what_is_found_does_not_depend_on_the_pane(pool, files):
    one, other = compared(pool, files, 1, 1), compared(pool, files[::-1], 1, 1)
    assert one.pair.relation is other.pair.relation
    assert one.pair.key.a == one.left.id  # the fuller page, left ...
    assert other.pair.key.a == other.right.id  # ... and right
    assert one.pair.registration.matrix == other.pair.registration.matrix


def test_the_statement_is_about_these_pages_alone(pool, files):
    found = compared(pool, files, 1, 1)
    text = pages_statement(found, found.pair, ("A", "D")).english()
    assert "D shows 64 % of A" in text
    assert "Only page 1" not in text


def test_pages_turned_over_are_found(pool, files):
    assert compared(pool, files, 3, 3).pair.relation is Relation.ROTATED


def test_pages_that_show_other_things_have_no_pair(pool, files):
    found = compared(pool, files, 2, 2)
    assert found.pair is None
    assert not found.is_blank


def test_a_blank_page_is_told_from_one_that_shows_something_else(pool, files):
    found = compared(pool, files, 4, 4)
    assert found.pair is None
    assert found.is_blank


def test_a_page_is_itself_without_being_measured(pool, files):
    found = compared(pool, (files[0], files[0]), 2, 2)
    assert found.pair.relation is Relation.SAME_BYTES
    assert found.pair.registration.error_px == 0


def test_a_page_that_is_not_there_is_refused(pool, files):
    with pytest.raises(UnreadableImage, match="no page 9"):
        compared(pool, files, 8, 0)


def test_a_damaged_page_is_refused_and_the_next_one_is_compared(pool, files, tmp_path):
    spoilt = write_tiff(tmp_path / "spoilt.tif", [page(1), page(2), page(4)], "tiff_deflate")
    spoil_page(spoilt, 1)
    with pytest.raises(UnreadableImage):
        compared(pool, (files[0], spoilt), 1, 1)
    assert compared(pool, (files[0], spoilt), 3, 2).pair is not None


def test_a_file_that_changed_is_refused(pool, files):
    left, right = sides(files, (1, 1))
    left = replace(left, record=replace(left.record, digest=Digest(bytes(32))))
    with pytest.raises(UnreadableImage, match="has changed"):
        compared_pages(pool, left, right)
