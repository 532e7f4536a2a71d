"""Turning pages: what is said and shown is about the pages before the eye, never about others."""

import os
from threading import Event

import numpy as np
import pytest
from PySide6.QtTest import QTest

from dedup_desk.core.compare import CompareMode, Side
from dedup_desk.core.pairs import IDENTITY
from dedup_desk.core.two_pages import FIRST
from dedup_desk.engine.pool import SCREEN_NICENESS, WorkerPool
from dedup_desk.services.comparing import Comparing
from dedup_desk.ui.viewmodels.review import ReviewViewModel
from dedup_desk.ui.views.review_tools import StatementLine
from tests.helpers.drawn_pictures import resized, rgb_of
from tests.helpers.paged_files import (
    HALVED,
    HIGH,
    ROOT,
    WIDE,
    halved,
    page,
    spoil_page,
    two_files,
    write_tiff,
)
from tests.helpers.review_fakes import a_session
from tests.helpers.review_robot import ReviewRobot

CUT = (90, 60, 720, 480)


class HeldBack(Comparing):
    """Compares pages only once it may."""

    def __init__(self, pool, folders):
        super().__init__(pool, folders)
        self.may, self.may_differ, self.asked, self.differences = Event(), Event(), [], 0
        self.may.set()
        self.may_differ.set()

    def pages(self, left, right, pages):
        self.asked.append(pages)
        assert self.may.wait(20)
        return super().pages(left, right, pages)

    def difference(self, two):
        self.differences += 1
        assert self.may_differ.wait(20)
        return super().difference(two)


@pytest.fixture(scope="module")
def pool():
    made = WorkerPool(2, SCREEN_NICENESS)
    yield made
    made.close()


@pytest.fixture
def screen(pool, qtbot):
    return pool, qtbot


@pytest.fixture
def desk(screen, tmp_path):
    """Sit before two files: the copy's second page is cut, its third one is something else."""
    left, top, wide, high = CUT
    scan = [page(1), page(2), page(3), page(4)]
    cut = scan[1][top : top + high, left : left + wide]
    robot = sit(screen, tmp_path, scan, [halved(scan[0]), cut, page(9), scan[3]])
    yield robot
    robot.comparing.may.set()


def sit(screen, folder, scan, copy, *, spoilt=None, link=HALVED):
    pool, qtbot = screen
    paths = write_tiff(folder / "scan.tif", scan), write_tiff(folder / "copy.tif", copy)
    if spoilt is not None:
        spoil_page(paths[1], spoilt)
    comparing = HeldBack(pool, {ROOT: os.fsencode(folder)})
    model = ReviewViewModel(a_session(two_files(*paths, link)), comparing)
    model.load()
    robot = ReviewRobot(qtbot, model)
    robot.comparing = comparing
    robot.wait_until(lambda: all_here(robot))
    return robot


def all_here(robot):
    pair = robot.model.compare.pair
    return not pair.is_awaited and not any(robot.model.compare.is_loading(side) for side in Side)


def turn(robot, by=1, times=1):
    for _ in range(times):
        robot.actions["next_page" if by > 0 else "previous_page"].trigger()
    robot.wait_until(lambda: all_here(robot))


def header(robot, side):
    return robot.view.compare.headers[side].words


def statement(robot):
    line = robot.view.findChild(StatementLine)
    return line._text.text()


def said(robot):
    return robot.view.findChild(StatementLine).words


# The first pages -----------------------------------------------------------------------------


def test_what_was_measured_says_that_it_is_about_the_first_pages(desk):
    assert header(desk, Side.RIGHT)[1].endswith("Aligned to 0.4 px, 812 matching points, "
                                                "page 1 of each")  # fmt: skip
    assert statement(desk).endswith("Only page 1 of each was compared.")


# Turning -------------------------------------------------------------------------------------


def test_other_pages_are_aligned_when_they_are_shown(desk):
    turn(desk)
    rendered, lies = header(desk, Side.RIGHT)
    assert header(desk, Side.LEFT)[0].startswith("page 2 of 4")
    assert rendered.startswith("page 2 of 4")
    assert "Aligned to" in lies
    assert lies.endswith("measured now: page 2 and page 2")
    assert statement(desk).startswith("Page 2 and page 2: D shows 64 % of A")
    assert "Only page 1" not in statement(desk)


def test_the_same_thing_is_under_both_cross_hairs_on_a_later_page(desk):
    turn(desk)
    state = desk.model.compare.state
    assert (state.right.width, state.right.height) == CUT[2:]
    a, _, c, _, e, f = state.link[:6]
    assert abs(a * 450 + c - (450 - CUT[0])) < 2
    assert abs(e * 300 + f - (300 - CUT[1])) < 2


def test_turning_back_shows_what_was_measured_when_the_files_were_read(desk):
    link = desk.model.compare.state.link
    before = statement(desk)
    turn(desk)
    turn(desk, -1)
    assert desk.model.compare.pair.pages == FIRST
    assert desk.model.compare.state.link == link
    assert statement(desk) == before


def test_pages_are_compared_once(desk):
    turn(desk)
    turn(desk, -1)
    turn(desk)
    assert desk.comparing.asked == [(1, 1)]


def test_d_can_be_turned_alone_and_keeps_its_lead(desk):
    desk.actions["next_page_of_d"].trigger()
    desk.wait_until(lambda: all_here(desk))
    assert desk.model.compare.pair.pages == (0, 1)
    assert "page 1 and page 2" in header(desk, Side.RIGHT)[1]
    turn(desk)
    assert desk.model.compare.pair.pages == (1, 2)


# While nothing is known, and where nothing comes of it ----------------------------------------


def test_nothing_of_the_first_pages_is_said_while_others_are_compared(desk):
    desk.comparing.may.clear()
    desk.actions["next_page"].trigger()
    assert "Page 2 and page 2 are being compared…" in header(desk, Side.RIGHT)[1]
    assert "Aligned" not in header(desk, Side.RIGHT)[1]
    assert statement(desk) == "Page 2 and page 2 are being compared…"
    assert not desk.model.compare.state.is_aligned
    desk.comparing.may.set()
    desk.wait_until(lambda: all_here(desk))
    assert desk.model.compare.state.is_aligned


def test_nothing_of_the_first_page_is_said_of_a_page_nobody_has_read_yet(desk):
    whole = "page 1 of 4 · 8 bit · no profile, shown as sRGB"
    assert [header(desk, side)[0] for side in Side] == [whole, whole]
    desk.comparing.may.clear()
    desk.actions["next_page_of_d"].trigger()
    assert header(desk, Side.LEFT)[0] == whole  # still its first page
    assert header(desk, Side.RIGHT)[0] == "page 2 of 4"
    desk.comparing.may.set()
    desk.wait_until(lambda: all_here(desk))
    assert header(desk, Side.RIGHT)[0] == "page 2 of 4 · 8 bit · no profile, shown as sRGB"


def test_pages_that_show_other_things_are_fitted_by_width_and_not_linked(desk):
    turn(desk, times=2)
    assert (
        "Not aligned: nothing in common was found on page 3 and page 3"
        in (header(desk, Side.RIGHT)[1])
    )
    state = desk.model.compare.state
    assert state.link[0] == state.right.width / state.left.width
    canvases = desk.view.compare.canvases
    QTest.mouseMove(canvases[Side.LEFT], canvases[Side.LEFT].rect().center())
    desk.model.compare.point_at(Side.LEFT, desk.model.compare.state.pane.centre)
    assert canvases[Side.RIGHT]._twin_point(state) is None


def test_an_answer_about_pages_no_longer_shown_changes_nothing(desk):
    desk.comparing.may.clear()
    desk.actions["next_page"].trigger()
    desk.actions["previous_page"].trigger()
    desk.comparing.may.set()
    desk.wait_until(lambda: bool(desk.model.compare.others._found))
    assert desk.model.compare.pair.pages == FIRST
    assert "page 1 of each" in header(desk, Side.RIGHT)[1]


# The overview ---------------------------------------------------------------------------------


def shown_small(robot):
    """Return the small picture of the overview, inside of the frame: (H, W, 3)."""
    small = robot.view.compare.overview
    assert small.isVisible()
    place = small._place()
    image = rgb_of(small.grab().toImage()).astype(int)
    left, top, wide, high = (one / full for one, full in zip(CUT, (WIDE, HIGH) * 2, strict=True))
    x, y = place.left() + left * place.width(), place.top() + top * place.height()
    rows = slice(int(y) + 5, int(y + high * place.height()) - 5)
    return image[rows, int(x) + 5 : int(x + wide * place.width()) - 5]


def cut_of(number, like):
    left, top, wide, high = CUT
    whole = page(number)[top : top + high, left : left + wide]
    return resized(whole, like.shape[1], like.shape[0]).astype(int)


def test_the_overview_shows_the_page_before_the_eye(desk):
    turn(desk)
    found = shown_small(desk)
    assert np.corrcoef(found.ravel(), cut_of(2, found).ravel())[0, 1] > 0.9
    assert np.corrcoef(found.ravel(), cut_of(1, found).ravel())[0, 1] < 0.6


# The difference ------------------------------------------------------------------------------


def test_the_difference_is_always_that_of_the_pages_shown(desk):
    desk.press("5").wait_until(lambda: desk.model.compare.answer is not None)
    first = desk.model.compare.answer
    desk.comparing.may.clear()
    desk.actions["next_page"].trigger()
    assert desk.model.compare.answer is None
    assert said(desk) == "Page 2 and page 2 are being compared… · no difference is shown"
    desk.comparing.may.set()
    desk.wait_until(lambda: desk.model.compare.answer is not None)
    assert desk.model.compare.answer is not first
    high, wide = desk.model.compare.answer.found.overlay.shape[:2]
    assert (wide, high) == (WIDE, HIGH)
    turn(desk)
    assert desk.model.compare.answer is None
    assert "nothing in common" in said(desk)


def test_a_difference_that_comes_after_the_page_was_turned_is_dropped(screen, tmp_path):
    """All pages are as large and lie alike: only the pages tell the two answers apart."""
    changed = page(1).copy()
    changed[100:200, 100:220] = 255 - changed[100:200, 100:220]
    robot = sit(screen, tmp_path, [page(1), page(2)], [changed, page(2)], link=IDENTITY)
    answers = []
    robot.model.compare.changed.connect(lambda: answers.append(robot.model.compare.answer))
    robot.comparing.may_differ.clear()
    robot.press("5").wait_until(lambda: robot.comparing.differences == 1)  # that of the first
    turn(robot)
    robot.comparing.may_differ.set()
    robot.wait_until(lambda: robot.model.compare.answer is not None)
    assert robot.comparing.differences == 2
    assert all(one is None or one.regions == () for one in answers)


def test_changed_regions_of_the_page_before_are_not_stepped_through(desk):
    desk.press("5").wait_until(lambda: desk.model.compare.answer is not None)
    desk.model.compare.change_at = 0
    desk.actions["next_page"].trigger()
    assert desk.model.compare.regions == ()
    assert desk.model.compare.change_at == -1


# Place and mode ------------------------------------------------------------------------------


def test_a_place_looked_at_closely_stays_where_pages_are_as_large(desk):
    turn(desk)
    turn(desk, times=2)
    compare = desk.model.compare
    compare.actual_pixels()
    zoom, centre = compare.state.zoom, compare.state.centre
    desk.press("2")
    turn(desk, -1)
    assert compare.state.mode is CompareMode.BLINK
    assert (compare.state.zoom, compare.state.centre) == (zoom, centre)


def test_pages_are_not_aligned_by_hand_because_only_the_first_ones_are_kept(desk):
    turn(desk)
    desk.actions["align_by_hand"].trigger()
    assert desk.model.aligning.picks is None
    desk.actions["nudge_left"].trigger()
    assert all(one.startswith("Nothing was moved: only page 1") for one in desk.said[-2:])


def test_clicks_to_align_by_end_when_the_page_is_turned(desk):
    desk.actions["align_by_hand"].trigger()
    desk.model.aligning.take(Side.LEFT, desk.model.compare.state.pane.centre)
    turn(desk)
    assert desk.model.aligning.picks is None


# A page that cannot be shown -------------------------------------------------------------------


@pytest.fixture
def damaged(screen, tmp_path):
    scan = [page(1), page(2), page(3)]
    copy = [halved(scan[0]), scan[1], scan[2]]
    return sit(screen, tmp_path, scan, copy, spoilt=1)


def test_a_damaged_page_says_so_in_its_pane_and_the_other_file_is_shown(damaged):
    turn(damaged)
    canvases = damaged.view.compare.canvases
    assert canvases[Side.RIGHT].words.startswith("Page 2: The file is damaged")
    assert canvases[Side.LEFT].words == ""
    assert damaged.model.compare.image(Side.LEFT) is not None
    assert "page 2 and page 2 could not be compared" in header(damaged, Side.RIGHT)[1]
    assert [header(damaged, side)[0] for side in Side] == ["page 2 of 3"] * 2
    assert "The file is damaged" in statement(damaged)


def test_the_pages_beside_a_damaged_one_are_shown_and_compared(damaged):
    turn(damaged, times=2)
    canvases = damaged.view.compare.canvases
    assert canvases[Side.RIGHT].words == ""
    assert header(damaged, Side.RIGHT)[1].endswith("measured now: page 3 and page 3")
    turn(damaged, -1)
    turn(damaged, -1)
    assert canvases[Side.RIGHT].words == ""
    assert damaged.model.compare.image(Side.RIGHT) is not None


# The grid --------------------------------------------------------------------------------------


def test_the_grid_says_that_it_shows_the_first_page(desk):
    turn(desk)
    desk.press("6")
    cells = [pane for pane in desk.view.compare.grid.cells if pane.cell is not None]
    assert len(cells) == 2
    for cell in cells:
        assert "page 1 of 4" in cell.accessibleName()
    assert statement(desk).endswith("Only page 1 of each was compared.")
    desk.press("6")
    assert statement(desk).startswith("Page 2 and page 2")
    assert desk.model.compare.pair.pages == (1, 1)


def test_turning_a_page_returns_from_the_grid_which_shows_first_pages_only(desk):
    desk.press("6")
    turn(desk)
    assert not desk.model.grid.is_open
    assert desk.model.compare.pair.pages == (1, 1)


def test_before_the_first_and_after_the_last_page_it_is_said_that_there_is_none(desk):
    desk.actions["previous_page"].trigger()
    assert desk.said[-1] == "There is no earlier page."
    desk.actions["previous_page_of_d"].trigger()
    assert desk.said[-1] == "There is no earlier page."
    for _ in range(4):
        desk.actions["next_page"].trigger()
    assert desk.said[-1] == "There is no further page."
    assert desk.model.compare.pair.pages == (3, 3)
