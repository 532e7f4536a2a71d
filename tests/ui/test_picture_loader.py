"""Pictures for the screen: what is shown comes first, what nobody wants any more never starts."""

import threading
from dataclasses import dataclass, field

import numpy as np
import pytest

from dedup_desk.core.errors import SurroundingsError
from dedup_desk.core.messages import message
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)
from dedup_desk.services.renderings import Cut, Rendered
from dedup_desk.ui import picture_loader
from dedup_desk.ui.picture_loader import (
    PictureLoader,
    Pyramid,
    Wanted,
    image_of,
    pixels_of,
    rung_for,
)


def an_image(number):
    stamp = FileStamp(FilePlace("r", b"%d.jpg" % number), 1, 1, 1, number)
    return ImageRecord(
        RecordId(number), stamp, Digest(bytes([number]) * 32), PictureFacts("JPEG", 6000, 4000)
    )


def want(number, edge=1024):
    return Wanted(an_image(number), Cut(edge))


@dataclass
class Source:
    """Decodes at once, or only when `go` is set; notes what was asked, in order."""

    go: threading.Event = field(default_factory=threading.Event)
    asked: list = field(default_factory=list)
    broken: frozenset = frozenset()
    bug: frozenset = frozenset()

    def rendering(self, record, _cut):
        self.asked.append(int(record.id))
        self.go.wait(5)
        if record.id in self.broken:
            raise SurroundingsError(message("gone"))
        if record.id in self.bug:
            raise ValueError("a bug")
        levels = (np.full((64, 96, 3), record.id, np.uint8), np.full((32, 48, 3), 1, np.uint8))
        return Rendered(levels)


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def loader(source, qapp, monkeypatch):
    monkeypatch.setattr(picture_loader, "CALM_S", 0.02)
    made = PictureLoader(source)
    yield made
    source.go.set()
    made.close()


def test_a_picture_arrives_in_the_gui_thread(loader, source, qtbot):
    source.go.set()
    arrived = []
    loader.arrived.connect(lambda wanted: arrived.append((wanted, threading.current_thread())))
    loader.want([want(1)])
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived[0] == (want(1), threading.main_thread())
    assert loader.pyramid(want(1)).edge_px == 96


def test_what_is_shown_comes_before_what_may_be_shown(loader, source, qtbot):
    source.go.set()
    loader.want([want(1), want(2)], ahead=[want(3), want(4)])
    qtbot.waitUntil(lambda: len(source.asked) == 4)
    assert set(source.asked[:2]) == {1, 2}


def test_fetching_ahead_waits_until_the_paint_is_done(loader, source, qtbot, monkeypatch):
    monkeypatch.setattr(picture_loader, "CALM_S", 60)
    source.go.set()
    loader.want([want(1)], ahead=[want(2)])
    qtbot.waitUntil(lambda: loader.pyramid(want(1)) is not None)
    assert source.asked == [1]


def test_a_new_generation_forgets_what_has_not_begun(loader, source, qtbot):
    loader.want([want(one) for one in range(1, 10)])
    qtbot.waitUntil(lambda: len(source.asked) == picture_loader.THREADS)
    loader.want([want(20)])
    source.go.set()
    qtbot.waitUntil(lambda: loader.pyramid(want(20)) is not None)
    assert sorted(source.asked) == [1, 2, 3, 20]


def test_a_picture_that_is_here_is_not_decoded_again(loader, source, qtbot):
    source.go.set()
    loader.want([want(1)])
    qtbot.waitUntil(lambda: loader.pyramid(want(1)) is not None)
    loader.want([want(1)])
    loader.want([want(1), want(2)])
    qtbot.waitUntil(lambda: loader.pyramid(want(2)) is not None)
    assert source.asked == [1, 2]


def test_the_largest_rendering_is_the_best(loader, source, qtbot):
    source.go.set()
    loader.want([want(1, 1024), want(1, 2048)])
    qtbot.waitUntil(lambda: loader.pyramid(want(1, 2048)) is not None)
    assert loader.best(an_image(1)).edge_px == 96
    assert loader.best(an_image(2)) is None


def test_a_file_that_is_gone_is_told_once_and_not_tried_again(loader, source, qtbot):
    source.broken = frozenset({1})
    source.go.set()
    with qtbot.waitSignal(loader.missing) as told:
        loader.want([want(1)])
    assert told.args[0].reason.english() == "gone"
    loader.want([want(1)])
    assert source.asked == [1]
    assert loader.why_missing(an_image(1)).english() == "gone"


def test_a_file_that_came_back_is_shown_again(loader, source, qtbot, monkeypatch):
    source.broken = frozenset({1})
    source.go.set()
    with qtbot.waitSignal(loader.missing):
        loader.want([want(1), want(1, 2048)])
    qtbot.waitUntil(lambda: loader.is_idle)
    source.broken = frozenset()
    monkeypatch.setattr(picture_loader, "RETRY_S", 0.0)
    loader.want([want(1)])
    qtbot.waitUntil(lambda: loader.pyramid(want(1)) is not None)
    assert loader.why_missing(an_image(1)) is None


def test_a_bug_in_one_picture_does_not_end_its_thread(loader, source, qtbot, expected_logs):
    expected_logs.append("picture thread failed on 1.jpg")
    source.bug = frozenset({1})
    source.go.set()
    with qtbot.waitSignal(loader.missing) as told:
        loader.want([want(1)])
    assert "error of ours" in told.args[0].reason.english()
    loader.want([want(2)])
    qtbot.waitUntil(lambda: loader.pyramid(want(2)) is not None)


def test_the_oldest_pictures_make_room(loader, source, qtbot, monkeypatch):
    monkeypatch.setattr(picture_loader, "CACHE_BYTES", 100_000)
    source.go.set()
    for number in range(1, 8):
        loader.want([want(number)])
        qtbot.waitUntil(lambda number=number: loader.pyramid(want(number)) is not None)
    assert loader.pyramid(want(1)) is None
    assert loader.pyramid(want(7)) is not None


def test_a_closed_loader_ignores_who_still_asks(source, qapp):
    closed = PictureLoader(source)
    closed.close()
    closed.want([want(1)])
    assert source.asked == []


@pytest.mark.parametrize(
    ("needed", "full", "rung"),
    [
        (300, 6000, 1024),
        (1024, 6000, 1024),
        (1025, 6000, 2048),
        (1500, 1200, 1200),
        (5000, 6000, 6000),
    ],
)
def test_rungs_never_shrink_by_two_and_never_exceed_the_file(needed, full, rung):
    assert rung_for(needed, full) == rung
    assert rung == full or rung < 2 * needed or rung == picture_loader.RUNGS_PX[0]


def test_levels_are_chosen_so_that_painting_never_shrinks_by_two():
    levels = [np.zeros((512 >> at, 1024 >> at, 3), np.uint8) for at in range(3)]
    pyramid = Pyramid(Rendered(tuple(levels)))
    for needed in (200, 256, 300, 511, 513, 900, 1024, 3000):
        width = pyramid.level_for(needed).width()
        assert width >= needed - 1 or width == 1024
        assert width < 2 * needed or width == 256


def test_pixels_go_into_a_picture_and_come_back_unchanged():
    pixels = np.random.default_rng(1).integers(0, 256, (31, 17, 3), dtype=np.uint8)
    assert (pixels_of(image_of(pixels)) == pixels).all()


def test_a_picture_owns_its_pixels():
    pixels = np.full((8, 8, 3), 200, np.uint8)
    image = image_of(pixels)
    pixels[:] = 0
    assert image.pixelColor(3, 3).red() == 200
