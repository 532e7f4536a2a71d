"""Lists never wait for a stored thumbnail: they paint what is here and are told of the rest."""

from __future__ import annotations

import threading

import pytest

from dedup_desk.core.errors import DedupError
from dedup_desk.core.messages import message
from dedup_desk.core.records import Digest
from dedup_desk.ui import thumbnails as room
from dedup_desk.ui.thumbnails import Thumbnails
from tests.helpers.made_pictures import encoded, photo

DIGESTS = [Digest(bytes([number]) * 32) for number in range(6)]


class Store:
    """Encoded thumbnails; remembers who asked, and can make the asking thread wait."""

    def __init__(self) -> None:
        self.asked: list[tuple[Digest, bool]] = []
        self.open = threading.Event()
        self.open.set()
        self.pictures: dict[Digest, bytes] = {digest: encoded(photo(40, 30)) for digest in DIGESTS}

    def __call__(self, digest: Digest) -> bytes | None:
        is_main = threading.current_thread() is threading.main_thread()
        self.asked.append((digest, is_main))
        if not is_main:
            self.open.wait(10)
        return self.pictures.get(digest)


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def thumbnails(qapp, store):
    made = Thumbnails(store)
    yield made
    store.open.set()
    made.close()


def test_a_list_gets_nothing_at_first_and_is_told_when_it_is_here(qtbot, thumbnails, store):
    with qtbot.waitSignal(thumbnails.arrived):
        assert thumbnails.image(DIGESTS[0]) is None
    assert thumbnails.image(DIGESTS[0]).width() == 40
    assert store.asked == [(DIGESTS[0], False)]


def test_the_pair_on_the_table_is_read_on_the_spot(thumbnails, store):
    assert thumbnails.image_now(DIGESTS[0]).height() == 30
    assert thumbnails.image_now(DIGESTS[0]) is thumbnails.image(DIGESTS[0])
    assert store.asked == [(DIGESTS[0], True)]


def test_what_is_fetched_ahead_needs_no_reading_on_the_spot(qtbot, thumbnails, store):
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.want(DIGESTS[:3])
    qtbot.waitUntil(lambda: not thumbnails.is_fetching)
    assert thumbnails.image_now(DIGESTS[1]) is not None
    assert all(not is_main for _, is_main in store.asked)


def test_what_was_asked_for_last_comes_first(qtbot, thumbnails, store, monkeypatch):
    monkeypatch.setattr(room, "_BATCH", 1)
    store.open.clear()
    for digest in DIGESTS:
        thumbnails.image(digest)
    qtbot.waitUntil(lambda: len(store.asked) == 1)
    store.open.set()
    qtbot.waitUntil(lambda: not thumbnails.is_fetching)
    assert [digest for digest, _ in store.asked[1:]] == DIGESTS[:0:-1]


def test_what_was_scrolled_past_long_ago_is_not_read(qtbot, thumbnails, store, monkeypatch):
    monkeypatch.setattr(room, "_WAITING", 2)
    store.open.clear()
    thumbnails.image(DIGESTS[0])
    qtbot.waitUntil(lambda: len(store.asked) == 1)
    for digest in DIGESTS[1:]:
        thumbnails.image(digest)
    store.open.set()
    qtbot.waitUntil(lambda: not thumbnails.is_fetching)
    assert {digest for digest, _ in store.asked} == {DIGESTS[0], *DIGESTS[-2:]}


def test_one_that_is_not_stored_or_damaged_is_asked_for_once(qtbot, thumbnails, store):
    store.pictures = {DIGESTS[1]: b"no picture"}
    with qtbot.waitSignal(thumbnails.arrived):
        thumbnails.want(DIGESTS[:2])
    qtbot.waitUntil(lambda: not thumbnails.is_fetching)
    assert [thumbnails.image(digest) for digest in DIGESTS[:2]] == [None, None]
    assert len(store.asked) == 2


def test_an_index_that_cannot_be_read_leaves_the_place_empty(qtbot, expected_logs):
    errors = iter([DedupError(message("away")), ValueError("odd")])

    def fails(_digest: Digest) -> bytes:
        raise next(errors)

    expected_logs.append("a stored thumbnail could not be read")
    thumbnails = Thumbnails(fails)
    assert thumbnails.image_now(DIGESTS[0]) is None
    assert thumbnails.image_now(DIGESTS[1]) is None
    thumbnails.close()


def test_the_latest_are_kept(qtbot, thumbnails, store, monkeypatch):
    monkeypatch.setattr(room, "CAPACITY", 2)
    for digest in DIGESTS[:3]:
        thumbnails.image_now(digest)
    thumbnails.image_now(DIGESTS[0])
    assert [digest for digest, _ in store.asked] == [*DIGESTS[:3], DIGESTS[0]]


def test_after_closing_nothing_is_asked_for(qapp, store):
    thumbnails = Thumbnails(store)
    thumbnails.close()
    assert thumbnails.image(DIGESTS[0]) is None
    assert store.asked == []
