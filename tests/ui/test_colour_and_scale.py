"""Large pictures close up, pages, screen profiles and memory, as the desk shows them."""

import os
from dataclasses import replace

import numpy as np
import pytest
from PIL import ImageCms
from PySide6.QtGui import QColorSpace
from PySide6.QtWidgets import QMainWindow

from dedup_desk.core import compare
from dedup_desk.core.compare import CompareMode, Link, Side
from dedup_desk.core.geometry import Extent, Point
from dedup_desk.core.messages import message
from dedup_desk.core.picture_words import rendered_words
from dedup_desk.core.records import (
    Digest,
    FilePlace,
    FileStamp,
    ImageRecord,
    PictureFacts,
    RecordId,
)
from dedup_desk.engine.unreadable import UnreadableImage
from dedup_desk.services.renderings import Cut, Rendered
from dedup_desk.ui import picture_loader
from dedup_desk.ui.display import Display
from dedup_desk.ui.picture_loader import PictureLoader, Wanted, pixels_of
from dedup_desk.ui.preferences import Preferences
from dedup_desk.ui.text import worded
from dedup_desk.ui.thumbnails import Thumbnails
from dedup_desk.ui.viewmodels.compare import CompareViewModel
from dedup_desk.ui.viewmodels.other_pages import OtherPages
from dedup_desk.ui.viewmodels.overlays import Overlays
from dedup_desk.ui.viewmodels.pictures import Pictures
from dedup_desk.ui.viewmodels.sight import MOST_TILES, TILE_PX, PairShown, Sight
from dedup_desk.ui.views.dialogs import AboutDialog
from dedup_desk.ui.views.display_menus import DisplayMenus
from dedup_desk.ui.views.pane_words import limit_words

PANE = Extent(960.0, 900.0)
SCAN = (20_000, 20_000)


def a_record(number, size=SCAN, pages=1):
    stamp = FileStamp(FilePlace("r", b"%d.tif" % number), 1, 1, 1, number)
    facts = PictureFacts("TIFF", *size, page_count=pages)
    return ImageRecord(RecordId(number), stamp, Digest(bytes([number]) * 32), facts)


def a_pair(size=SCAN, pages=(1, 1)):
    records = (a_record(one + 1, size, count) for one, count in enumerate(pages))
    return PairShown(*records, Link(compare.IDENTITY, 0.4, 40))


class Source:
    """Renders in name only: one grey pixel for every wanted cut; notes what was asked."""

    def __init__(self):
        self.cuts = []
        self.profiles = []
        self.limit = None

    def rendering(self, record, cut):
        self.cuts.append((int(record.id), cut))
        pixels = np.full((4, 4, 3), 10 * cut.page + int(record.id), np.uint8)
        limit = self.limit if cut.box is not None else None
        said = (message("a note"),) if cut.box is None else ()
        return Rendered((pixels,), 400 // (1 + cut.page), 300, said, limit)

    def laid(self, _picture, _to_picture, size):
        return np.zeros((size[1], size[0], 4), np.uint8)

    def pages(self, _left, _right, _pages):
        raise UnreadableImage(message("not compared"))

    def show_through(self, profile):
        self.profiles.append(profile)


@pytest.fixture
def source():
    return Source()


@pytest.fixture
def model(source, qtbot):
    loader, thumbnails = PictureLoader(source), Thumbnails(lambda _digest: None)
    pictures = Pictures(loader, thumbnails)
    made = CompareViewModel(pictures, Overlays(source, pictures), OtherPages(source))
    made.set_pane(PANE, 1.0)
    made.loader = loader
    yield made
    loader.close()
    made.overlays.close()
    made.others.close()
    thumbnails.close()


def settled(model, qtbot):
    qtbot.waitUntil(lambda: not any(model.is_loading(side) for side in Side))


def at_full_pixels(model, qtbot):
    model.point_at(Side.LEFT, Point(480, 450))
    model.actual_pixels()
    settled(model, qtbot)


# Large pictures --------------------------------------------------------------------------------


def test_a_large_picture_is_never_asked_for_whole_at_full_pixels(model, source, qtbot):
    model.show(a_pair())
    at_full_pixels(model, qtbot)
    wholes = [cut.edge_px for _, cut in source.cuts if cut.box is None]
    assert max(wholes) <= 4096
    parts = [cut for _, cut in source.cuts if cut.box is not None]
    assert parts
    assert all(cut.edge_px == max(cut.box.width_px, cut.box.height_px) for cut in parts)


def test_the_tiles_at_full_pixels_cover_the_pane_and_little_more(model, qtbot):
    model.show(a_pair())
    at_full_pixels(model, qtbot)
    sight = model.sight
    corners = [Point(0, 0), Point(960, 0), Point(0, 900), Point(960, 900)]
    for side in Side:
        boxes = [one.cut.box for one in sight.tiles(side)]
        assert 1 <= len(boxes) <= 4
        for corner in corners:
            at = compare.picture_point(sight.state, side, corner)
            assert any(holds(box, at) for box in boxes)


def holds(box, at):
    across = box.x_px <= at.x <= box.x_px + box.width_px
    return across and box.y_px <= at.y <= box.y_px + box.height_px


def test_a_step_aside_asks_for_no_tile_twice(model, source, qtbot):
    model.show(a_pair())
    at_full_pixels(model, qtbot)
    model.pan(Side.LEFT, -700, 0)
    settled(model, qtbot)
    model.pan(Side.LEFT, 700, 0)
    settled(model, qtbot)
    parts = [(who, cut) for who, cut in source.cuts if cut.box is not None]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize(("scale", "by"), [(1.0, 1), (0.6, 1), (0.5, 2), (0.26, 2)])
def test_between_fit_and_full_pixels_tiles_are_as_fine_as_the_screen(scale, by):
    state = compare.opened(Extent(*map(float, SCAN)), Extent(*map(float, SCAN)), None, PANE)
    state = replace(state, zoom=scale, centre=Point(10_000, 10_000), is_fit=False)
    tiles = Sight(a_pair(), state, 1.0).tiles(Side.LEFT)
    assert {one.cut.box.width_px / one.cut.edge_px for one in tiles} == {float(by)}
    assert len(tiles) <= MOST_TILES


def test_fitted_the_whole_is_enough():
    state = compare.opened(Extent(*map(float, SCAN)), Extent(*map(float, SCAN)), None, PANE)
    assert Sight(a_pair(), state, 1.0).tiles(Side.LEFT) == ()


def test_tiles_at_the_edge_end_with_the_picture():
    size = (20_001, 5_003)
    state = compare.opened(Extent(*map(float, size)), Extent(*map(float, size)), None, PANE)
    state = replace(state, zoom=1.0, centre=Point(20_001, 5_003), is_fit=False)
    tiles = Sight(a_pair(size), state, 1.0).tiles(Side.LEFT)
    assert max(one.cut.box.x_px + one.cut.box.width_px for one in tiles) == 20_001
    assert max(one.cut.box.y_px + one.cut.box.height_px for one in tiles) == 5_003
    assert all(one.cut.box.x_px % TILE_PX == 0 for one in tiles)


def test_an_ordinary_picture_has_no_tiles(model, source, qtbot):
    model.show(a_pair((6000, 4000)))
    at_full_pixels(model, qtbot)
    assert {cut.box for _, cut in source.cuts} == {None}
    assert max(cut.edge_px for _, cut in source.cuts) == 6000


def test_where_full_pixels_cannot_be_had_the_pane_says_why(model, source, qtbot):
    source.limit = message("why not")
    model.show(a_pair())
    settled(model, qtbot)
    assert limit_words(model, Side.LEFT) == ""  # nobody looks that close
    at_full_pixels(model, qtbot)
    assert limit_words(model, Side.LEFT) == "why not"


def test_a_loupe_that_has_not_all_pixels_of_a_large_scan_says_how_many(model, qtbot):
    model.show(a_pair())
    settled(model, qtbot)
    model.set_loupe(is_on=True)
    settled(model, qtbot)
    held, edge = 4096, model.pair.left.picture.width_px
    assert f"at {round(100 * held / edge)} % of its pixels" in limit_words(model, Side.LEFT)
    model.set_loupe(is_on=False)
    assert limit_words(model, Side.LEFT) == ""
    model.show(a_pair((6000, 4000)))
    model.set_loupe(is_on=True)
    settled(model, qtbot)
    assert limit_words(model, Side.LEFT) == ""


def test_a_turned_large_picture_says_where_its_full_pixels_are(model, qtbot):
    pair = a_pair()
    model.show(
        replace(pair, link=Link((0.0, -1.0, 20_000.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0), 0.4, 40))
    )
    model.set_mode(CompareMode.BLINK)
    at_full_pixels(model, qtbot)
    assert "side by side shows them" in limit_words(model, Side.LEFT)
    model.set_mode(CompareMode.SIDE_BY_SIDE)
    settled(model, qtbot)
    assert limit_words(model, Side.RIGHT) == ""


# Pages -----------------------------------------------------------------------------------------


def test_pages_of_both_turn_together_and_the_header_says_which(model, source, qtbot):
    model.show(a_pair((600, 400), pages=(3, 2)))
    settled(model, qtbot)
    assert rendered(model, Side.LEFT).startswith("page 1 of 3")
    assert model.turn_page(+1)
    settled(model, qtbot)
    assert rendered(model, Side.LEFT).startswith("page 2 of 3")
    assert rendered(model, Side.RIGHT).startswith("page 2 of 2")
    assert model.turn_page(+1)
    settled(model, qtbot)
    assert rendered(model, Side.LEFT).startswith("page 3 of 3")
    assert rendered(model, Side.RIGHT).startswith("page 2 of 2")  # it has no third
    assert not model.turn_page(+1)
    assert {(who, cut.page) for who, cut in source.cuts} == {(1, 0), (1, 1), (1, 2), (2, 0), (2, 1)}


def rendered(model, side):
    pair = model.pair
    words = rendered_words(pair.record(side), pair.page(side), model.said(side))
    return worded(words)


def test_the_pixels_shown_are_those_of_the_page(model, qtbot):
    model.show(a_pair((600, 400), pages=(3, 3)))
    settled(model, qtbot)
    assert pixels_of(model.image(Side.LEFT))[0, 0, 0] == 1
    model.turn_page(+1)
    at_once = model.image(Side.LEFT)  # never the other page's, not even for a moment
    assert at_once is None or pixels_of(at_once)[0, 0, 0] == 11
    settled(model, qtbot)
    assert pixels_of(model.image(Side.LEFT))[0, 0, 0] == 11


def test_a_page_of_another_size_is_not_stretched(model, qtbot):
    model.show(a_pair((600, 400), pages=(3, 3)))
    settled(model, qtbot)
    assert model.page_extent(Side.LEFT) == Extent(600, 400)
    model.turn_page(+1)
    settled(model, qtbot)
    assert model.page_extent(Side.LEFT) == Extent(200, 300)


def test_the_next_pair_begins_at_its_first_page(model, qtbot):
    model.show(a_pair((600, 400), pages=(3, 3)))
    model.turn_page(+1)
    model.show(a_pair((600, 400), pages=(1, 1)))
    assert model.page == 0
    assert not model.turn_page(-1)


def test_what_a_person_should_know_stands_in_the_header(model, qtbot):
    model.show(a_pair((600, 400)))
    settled(model, qtbot)
    assert rendered(model, Side.LEFT).endswith("a note")


# The screen ------------------------------------------------------------------------------------


@pytest.fixture
def preferences(tmp_path):
    return Preferences(tmp_path / "window.ini")


def a_screen_profile(tmp_path):
    path = tmp_path / "desk \u756b.icc"
    path.write_bytes(bytes(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3).iccProfile()))
    return path


def test_a_screen_profile_is_chosen_used_and_remembered(tmp_path, preferences, qapp):
    path = a_screen_profile(tmp_path)
    display, heard = Display(preferences), []
    display.profile_changed.connect(lambda: heard.append(display.profile_name))
    assert display.profile is None
    assert display.set_profile(os.fsencode(path))
    assert display.profile == path.read_bytes()
    assert heard == [display.profile_name]
    assert Display(preferences).profile == path.read_bytes()
    assert display.set_profile(b"")
    assert Display(preferences).profile is None


def test_a_file_that_is_no_screen_profile_changes_nothing_and_says_so(tmp_path, preferences, qtbot):
    display, window = Display(preferences), QMainWindow()
    qtbot.addWidget(window)
    menus = DisplayMenus(window.menuBar().addMenu("View"), display, window)
    told = []
    menus.told.connect(told.append)
    good = a_screen_profile(tmp_path)
    menus.take_profile(os.fsencode(good))
    lab = tmp_path / "lab.icc"
    lab.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes())
    for bad in (lab, tmp_path / "gone.icc"):
        menus.take_profile(os.fsencode(bad))
        assert display.profile == good.read_bytes()
        assert bad.name in told[-1].text
        assert menus.through.isChecked()
    assert len(told) == 2


def test_another_screen_profile_renders_everything_again(model, source, qtbot):
    model.show(a_pair((600, 400)))
    settled(model, qtbot)
    before = len(source.cuts)
    model.render_again()
    settled(model, qtbot)
    assert len(source.cuts) == 2 * before


def test_a_picture_decoded_for_the_screen_before_is_not_shown(qtbot, monkeypatch):
    """The profile changes while a child decodes: that answer is stale, and decoded once more."""
    loader_of = []

    class Slow(Source):
        def rendering(self, record, cut):
            if len(self.cuts) == 0:
                loader_of[0].forget()
            return super().rendering(record, cut)

    source = Slow()
    loader_of.append(PictureLoader(source))
    wanted = Wanted(a_record(1), Cut(1024))
    loader_of[0].want([wanted])
    qtbot.waitUntil(lambda: loader_of[0].pyramid(wanted) is not None)
    assert len(source.cuts) == 2
    loader_of[0].close()


# Memory ----------------------------------------------------------------------------------------


def test_the_cache_keeps_within_its_bound_and_the_about_box_says_so(
    model, source, qtbot, monkeypatch
):
    monkeypatch.setattr(picture_loader, "CACHE_BYTES", 64 * 5)
    for number in range(1, 12):
        record = a_record(number, (600, 400))
        model.loader.want([Wanted(record, Cut(600))])
        qtbot.waitUntil(lambda one=record: model.loader.best(one) is not None)
        assert model.loader.held_bytes <= 64 * 5
    assert model.loader.best(a_record(1)) is None  # the oldest went
    window = QMainWindow()
    qtbot.addWidget(window)
    about = AboutDialog(window, 123_000_000)
    assert "123 MB" in about.memory.text()
    assert "537 MB" in about.memory.text()
