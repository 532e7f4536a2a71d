"""A pair that is aligned anew: nothing that was made of the alignment before is said or shown."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt

from dedup_desk.core import compare
from dedup_desk.core.compare import Link, Side
from dedup_desk.core.geometry import Point, after, mapped
from dedup_desk.core.pairs import IDENTITY, Relation
from dedup_desk.ui.views.review_tools import StatementLine
from tests.helpers.drawn_pictures import DrawnPictures
from tests.helpers.review_fakes import a_review
from tests.helpers.review_robot import ReviewRobot

TURNED = (0.0, -1.0, 1200.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0)
TILTED = (0.9, 0.05, 30.0, -0.04, 0.95, 40.0, 2e-5, 4e-5, 1.0)
ASIDE = (1.0, 0.0, 40.0, 0.0, 1.0, -60.0, 0.0, 0.0, 1.0)
CROPPED, TONED, RETOUCHED = 1, 2, 3
"""Which member of the group is the crop, which in other tones, which changed at one place."""
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def robot(qtbot):
    model = a_review(3)
    rows = [model.queue.row(at) for at in range(model.queue.count)]
    model.queue.select(next(at for at, row in enumerate(rows) if row.member_count == 4))
    return ReviewRobot(qtbot, model)


def show(robot, member):
    model = robot.model
    model.table.show(model.table.view.members[member].record.id)
    robot.wait_until(lambda: not any(model.compare.is_loading(side) for side in Side))


def painted(robot):
    return robot.view.compare.canvases[Side.LEFT].grab().toImage()


def said(robot):
    return robot.view.findChild(StatementLine).words


@pytest.mark.parametrize("link", [TURNED, TILTED], ids=["turned", "tilted"])
def test_what_has_to_be_turned_is_laid_off_the_gui_thread_and_lies_right(robot, link):
    show(robot, TONED)
    model = robot.model.compare
    model.relink(Link(link))
    robot.press("2", "Tab")
    robot.wait_until(lambda: model.overlays.laid is not None)
    robot.wait_until(lambda: model.overlays.laid.state == model.state or settled(model))
    lies_right(robot)


def test_what_is_turned_otherwise_lies_so_at_once_even_where_it_cannot_be_laid_anew(
    robot, monkeypatch, expected_logs
):
    show(robot, TONED)
    model = robot.model.compare
    model.relink(Link(TURNED))
    robot.press("2", "Tab")
    robot.wait_until(lambda: model.overlays.laid is not None and settled(model))
    tried = fail(monkeypatch, "laid")
    expected_logs.append("the laying could not be made")
    model.relink(Link(after(ASIDE, TURNED), is_by_hand=True))
    lies_right(robot)
    robot.wait_until(lambda: bool(tried))
    lies_right(robot)


def fail(monkeypatch, name):
    """Have whoever makes pictures fail at something from now on; what it was asked is told."""
    tried = []

    def fails(_self, *asked):
        tried.append(asked)
        raise ZeroDivisionError

    monkeypatch.setattr(DrawnPictures, name, fails)
    return tried


def lies_right(robot):
    """Check that D is painted where the alignment in force says."""
    model = robot.model.compare
    canvas, image = painted(robot), model.image(Side.RIGHT)
    scale = canvas.devicePixelRatio()
    wrong = checked = 0
    for x in range(200, 1700, 250):
        for y in range(150, 1100, 150):
            at = mapped(compare.view_matrix(model.state, Side.RIGHT), Point(x, y))
            place = QPointF(at.x * scale, at.y * scale).toPoint()
            if not canvas.rect().adjusted(3, 3, -3, -3).contains(place):
                continue
            here = image.pixelColor(int(x * image.width() / 1800), int(y * image.height() / 1200))
            wrong += differs(canvas.pixelColor(place), here)
            checked += 1
    assert checked > 20
    assert wrong <= checked * 0.15  # at an edge of the drawing a pixel more makes another colour


def settled(model):
    return model.overlays.laid.view == compare.view_matrix(model.state, Side.LEFT)


def differs(one, other):
    return abs(one.red() - other.red()) + abs(one.blue() - other.blue()) > 30


def test_the_difference_of_the_alignment_before_is_not_said_or_shown_of_a_nudged_pair(robot):
    show(robot, TONED)
    robot.press("5")
    model = robot.model.compare
    robot.wait_until(lambda: model.answer is not None)
    before = model.answer
    robot.press_with(ALT | SHIFT, "Right")
    assert model.answer is None
    assert said(robot) == "Comparing…"
    robot.wait_until(lambda: model.answer is not None)
    assert model.answer is not before


def test_where_the_new_difference_fails_that_is_said_and_nothing_of_the_old_one_stays(
    robot, monkeypatch, expected_logs
):
    show(robot, RETOUCHED)
    robot.press("5")
    model = robot.model.compare
    robot.wait_until(lambda: bool(model.regions))
    robot.press("F")
    fail(monkeypatch, "difference")
    expected_logs.append("the difference could not be made")
    robot.press_with(ALT | SHIFT, "Right")
    robot.wait_until(lambda: "could not be computed" in said(robot))
    assert model.answer is None
    assert (model.regions, model.change_at) == ((), -1)


def test_the_measured_alignment_brings_back_its_own_difference(robot):
    show(robot, RETOUCHED)
    robot.press("5")
    model = robot.model.compare
    robot.wait_until(lambda: bool(model.regions))
    regions, measured = model.regions, model.pair.link
    robot.press_with(ALT | SHIFT, "Right")
    model.relink(measured)
    assert model.regions in ((), regions)  # before the nudged one was found, the first still holds
    robot.wait_until(lambda: bool(model.regions))
    assert model.regions == regions


# What is shown of the other -------------------------------------------------------------------


def figures(words):
    """Return the share shown and the four sides, as one line says them."""
    return re.findall(r"([0-9.]+) %", words)[:5]


def of_the_overview(robot):
    found = robot.view.compare.overview.overview
    return [found.figures[name] for name in ("shown", "left", "right", "top", "bottom")]


@pytest.mark.parametrize("is_turned_round", [False, True])
def test_statement_and_overview_say_the_same_of_a_pair_aligned_by_hand(robot, is_turned_round):
    show(robot, CROPPED)
    table = robot.model.table
    if is_turned_round:
        table.put(table.right, table.left)
    measured = loss_line(robot)
    assert figures(measured) == of_the_overview(robot)
    for _ in range(8):
        robot.press_with(ALT | SHIFT, "Right")
    now = loss_line(robot)
    assert figures(now) != figures(measured)
    assert figures(now) == of_the_overview(robot)
    assert "follows the alignment by hand; the rest is as measured" in now
    robot.press("6")
    assert loss_line(robot) == measured  # nothing was kept yet
    robot.press("6")
    robot.model.aligning.settle()
    robot.press("6")
    assert loss_line(robot) == now


def loss_line(robot):
    return re.sub(r"<[^>]*>", "", robot.view.findChild(StatementLine)._text.toolTip())


@pytest.mark.parametrize("is_known", [False, True], ids=["no pair", "no registration"])
def test_two_that_were_never_measured_say_what_was_aligned_by_hand(robot, monkeypatch, is_known):
    show(robot, CROPPED)
    table = robot.model.table
    pair = table.pair()
    pairs = robot.model.session._shelf.pairs
    if is_known:
        look = replace(pair, registration=None, relation=Relation.LOOK)
        monkeypatch.setitem(pairs, pair.key, look)
    else:
        monkeypatch.delitem(pairs, pair.key)
    robot.model.compare.relink(Link(IDENTITY, is_by_hand=True))
    now = loss_line(robot)
    assert now.startswith("As aligned by hand, D shows 12 % of A: ")
    assert figures(now) == of_the_overview(robot)
    assert "could not be compared" not in now


def test_where_the_hand_laid_the_whole_on_the_whole_that_is_said(robot, monkeypatch):
    show(robot, TONED)
    pairs = robot.model.session._shelf.pairs
    monkeypatch.delitem(pairs, robot.model.table.pair().key)
    robot.model.compare.relink(Link(IDENTITY, is_by_hand=True))
    assert loss_line(robot).startswith("As aligned by hand, D shows the whole of A.")
