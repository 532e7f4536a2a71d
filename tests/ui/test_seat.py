"""A desk is found as it was left: after a restart, and when a new one is laid in one sitting."""

import json
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from dedup_desk.core.compare import CompareMode, Side
from dedup_desk.core.decisions import Verdict
from dedup_desk.services.review_views import QueueOrder, QueueQuery, RowState
from dedup_desk.ui.app import ServiceDoors
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.viewmodels import narrowing
from dedup_desk.ui.viewmodels.doors import Counted
from dedup_desk.ui.viewmodels.habits import MOST_PROJECTS, Habits, Memory, Place
from dedup_desk.ui.viewmodels.panels import Panel
from dedup_desk.ui.viewmodels.seat import Seat
from dedup_desk.ui.viewmodels.sitting import Sitting
from tests.helpers.drawn_pictures import DrawnPictures
from tests.helpers.review_fakes import a_review, a_scene, a_session
from tests.helpers.review_robot import ReviewRobot

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sit_down(qtbot, tmp_path, store):
    """Sit down as after a restart: other objects, the same file of preferences."""

    def sat(project="stills", groups=3):
        preferences = Preferences(tmp_path / "window.ini")
        model = a_review(groups, store)
        model.sit(Seat(Memory(preferences), project))
        robot = ReviewRobot(qtbot, model)
        QApplication.processEvents()
        return robot

    return sat


def leave(robot):
    robot.model.close()
    robot.view.hide()


def settled(robot):
    """Return what a person would call the same desk."""
    QApplication.processEvents()
    view, model = robot.view, robot.model
    return {
        "columns": (view.queue.isVisible(), view.facts.isVisible(), view.filmstrip.isVisible()),
        "widths": (view.queue.width(), view.facts.width()),
        "canvases": [one.isVisible() for one in view.compare.canvases.values()],
        "mode": model.compare.mode,
        "blend": model.compare.blend,
        "group": model.queue.current().id,
        "pair": (robot.name(Side.LEFT), robot.name(Side.RIGHT)),
    }


def test_mode_blend_folds_and_widths_are_a_habit_and_hold_in_every_project(sit_down):
    first = sit_down()
    first.press("3", "]", "]", "T", "F8").press_with(SHIFT, "O")
    first.view._splitter.setSizes([300, 654, 326])
    first.view._on_drawn()
    before = settled(first)
    leave(first)
    again = sit_down("another project")
    after = settled(again)
    assert after == before
    assert after["mode"] is CompareMode.SWIPE
    assert after["columns"] == (True, False, False)
    assert after["widths"][0] == pytest.approx(300, abs=3)
    assert not again.view.compare.overview.isVisible()


def test_group_and_pair_are_found_again(sit_down):
    first = sit_down()
    first.press("PgDown", "Right", "Right")
    before = settled(first)
    leave(first)
    assert settled(sit_down()) == before


def test_another_project_has_a_place_of_its_own(sit_down):
    first = sit_down()
    start = first.model.queue.current().id
    first.press("PgDown", "PgDown")
    left = first.model.queue.current().id
    leave(first)
    other = sit_down("other")
    assert other.model.queue.current().id == start
    leave(other)
    assert sit_down().model.queue.current().id == left


def test_a_group_that_was_decided_meanwhile_is_the_place_still(sit_down):
    first = sit_down()
    first.press("PgDown")
    place = first.model.queue.current().id
    first.press("Enter")
    first.model.queue.select_id(place)
    leave(first)
    again = sit_down()
    assert again.model.queue.current().id == place
    assert Verdict.CANONICAL in again.verdicts()


def test_zoom_and_place_in_the_picture_come_back_with_the_pair(sit_down):
    first = sit_down()
    first.press("Z").wheel_over(Side.LEFT, 2)
    before = first.model.compare.state
    assert not before.is_fit
    leave(first)
    after = sit_down().model.compare.state
    assert (after.zoom, after.is_fit) == (pytest.approx(before.zoom), False)
    assert (after.centre.x, after.centre.y) == pytest.approx((before.centre.x, before.centre.y))


def test_a_pair_that_was_shown_whole_is_whole_in_another_window(sit_down):
    first = sit_down()
    leave(first)
    again = sit_down()
    again.view.resize(1700, 1000)
    QApplication.processEvents()
    assert again.model.compare.state.is_fit


def test_filter_order_and_words_come_back(sit_down):
    first = sit_down()
    queue = first.model.queue
    queue.narrow(order=QueueOrder.LARGEST, states=frozenset({RowState.UNDECIDED}))
    queue.search("scan")
    shown = [queue.row(at).id for at in range(queue.count)]
    query = queue.query
    assert queue.is_filtered
    leave(first)
    again = sit_down().model.queue
    assert again.query == query
    assert [again.row(at).id for at in range(again.count)] == shown


def test_where_a_filter_hides_the_place_the_next_shown_group_is_on_the_table(sit_down):
    first = sit_down()
    queue = first.model.queue
    ids = [queue.row(at).id for at in range(queue.count)]
    first.press("PgDown")
    queue.narrow(states=frozenset({RowState.UNDECIDED}))
    first.press("Enter")
    queue.select(1)  # back to the one just decided; it is shown until the rows are chosen anew
    assert queue.current().id == ids[1]
    leave(first)
    again = sit_down().model.queue
    assert ids[1] not in [again.row(at).id for at in range(again.count)]
    assert again.current().id == ids[2]


def test_a_group_with_another_id_is_found_by_its_pictures(sit_down, tmp_path):
    first = sit_down()
    first.press("PgDown")
    before = settled(first)
    leave(first)
    preferences = Preferences(tmp_path / "window.ini")
    said = json.loads(preferences.text("places"))
    said["stills"]["row"] = "gone"
    preferences.set_text("places", json.dumps(said))
    preferences.save()
    assert settled(sit_down()) == before


def test_without_a_trace_of_the_group_the_first_that_needs_a_person_is_shown(sit_down, tmp_path):
    first = sit_down()
    start = first.model.queue.current().id
    first.press("PgDown")
    leave(first)
    preferences = Preferences(tmp_path / "window.ini")
    Memory(preferences).remember("stills", Place("gone", ("00" * 32, "not hex")))
    preferences.save()
    assert sit_down().model.queue.current().id == start


def test_a_new_desk_in_one_sitting_is_as_the_one_before(sit_down):
    first = sit_down()
    first.press("5", "F7", "PgDown")
    before = settled(first)
    leave(first)
    assert settled(sit_down()) == before


def test_nothing_was_visited_before_the_place_one_comes_back_to(sit_down):
    first = sit_down()
    first.press("PgDown")
    leave(first)
    again = sit_down()
    again.press("Backspace")
    assert again.said == ["No group was looked at before this one."]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"mode": "x"}', '{"stills": {"row": 1}}', "null"])
def test_what_is_damaged_counts_as_never_said(tmp_path, text):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.set_text("habits", text)
    preferences.set_text("places", text)
    memory = Memory(preferences)
    assert memory.habits == Habits()
    assert memory.place("stills") is None
    memory.remember("stills", Place("row", ("aa", "bb")))
    assert memory.place("stills") == Place("row", ("aa", "bb"))


@pytest.mark.parametrize("zoom", [float("nan"), float("inf")])
def test_a_zoom_that_is_no_number_is_no_place(tmp_path, zoom):
    memory = Memory(Preferences(tmp_path / "window.ini"))
    memory.remember("stills", Place("row", ("aa", "bb"), zoom=zoom))
    assert memory.place("stills") is None


def test_places_do_not_pile_up_for_ever(tmp_path):
    memory = Memory(Preferences(tmp_path / "window.ini"))
    for number in range(MOST_PROJECTS + 5):
        memory.remember(f"project {number}", Place("row", ("aa", "bb")))
    assert memory.place("project 0") is None
    assert memory.place("project 5") is not None


def test_habits_come_back_whole(tmp_path):
    memory = Memory(Preferences(tmp_path / "window.ini"))
    habits = Habits(CompareMode.ONION, folded=frozenset(Panel), widths_px=(250, 400))
    memory.habits = habits
    assert memory.habits == habits


def test_a_filter_can_be_written_down_and_read_again():
    query = QueueQuery(
        lanes=frozenset({1, 3}),
        roots=frozenset({"港"}),
        folder=("港", b"odd\xff"),
        least_bytes=10**6,
        text="海報",
        is_chained=True,
        order=QueueOrder.FOLDER,
    )
    marked = frozenset({"one"})
    for only, back in ((None, None), (marked, marked), (frozenset({"new"}), None)):
        asked = QueueQuery(**{**_fields(query), "only": only})
        said = json.loads(json.dumps(narrowing.written(asked, marked)))
        assert narrowing.read(said, marked) == QueueQuery(**{**_fields(query), "only": back})


@pytest.mark.parametrize("said", [{}, {"lanes": 1}, {"order": "purple"}])
def test_a_damaged_filter_shows_everything(said):
    assert narrowing.read(said, frozenset()) == QueueQuery()


def _fields(query):
    return {name: getattr(query, name) for name in QueueQuery.__slots__}


@pytest.fixture
def sitting(qapp, tmp_path):
    """A sitting over the real doors; whoever takes another desk counts anew."""
    made = Sitting(ServiceDoors(preferences=Preferences(tmp_path / "window.ini")))
    made.review_changed.connect(_load)
    yield made
    made.clear()


def _load(review):
    if review is not None:
        review.load()  # as the desk that is made for it does


def counted():
    scene = a_scene(3)
    session = a_session(scene)
    desk = SimpleNamespace(
        session=session,
        comparing=DrawnPictures(scene.pictures),
        steps=(),
        project="stills",
        close=lambda: None,
    )
    return Counted(None, desk, session.whole_queue())


def test_the_desk_that_is_laid_anew_in_a_sitting_is_where_the_one_before_was(sitting):
    sitting.begin(counted())
    sitting.lay()
    sitting.review.next_group()
    sitting.review.mode_onion()
    sitting.review.queue.order_by(QueueOrder.LARGEST)
    place = sitting.review.queue.current().id
    sitting.begin(counted())
    sitting.lay()
    again = sitting.review
    assert (again.queue.current().id, again.compare.mode) == (place, CompareMode.ONION)
    assert again.queue.query.order is QueueOrder.LARGEST


def test_new_groups_that_somebody_asks_for_come_before_the_place(sitting):
    sitting.begin(counted())
    sitting.lay()
    first = sitting.review.queue.current().id
    sitting.review.next_group()
    sitting.begin(counted(), frozenset({first}))
    sitting.lay()
    queue = sitting.review.queue
    assert (queue.count, queue.current().id) == (1, first)


def test_a_pair_that_is_shown_already_is_there_and_one_content_is_no_pair(qapp):
    review = a_review(3)
    table = review.table
    shown = [table.member(side).record.digest for side in Side]
    assert table.put_contents(*shown)
    assert not table.put_contents(shown[0], shown[0])
    review.close()
