"""A ledger laid out to be looked through: by old path, person, kind and time."""

import pytest

from dedup_desk.core.chronicle import (
    Chronicle,
    EventGroup,
    HistoryQuery,
    Period,
    choose,
)
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.records import FilePlace
from tests.helpers.ledgers import ANN, BEN, Scribe, retire
from tests.helpers.moves_told import moved

BIG5 = "檔案/舊圖".encode("big5hkscs") + b".jpg"
NEWLINE = b"web/two\nlines\xff.jpg"


@pytest.fixture
def told():
    """Ann decided about two files, later Ben moved one and wrote something of a newer program."""
    ann = Scribe("ann", actor=ANN)
    ann.decide(retire(BIG5), retire(NEWLINE))
    ben = Scribe("ben", ann.events, actor=BEN, minute=5)
    ben.write(*moved("one", BIG5), EventDraft("novelty.made", {}))
    return Chronicle.of((*ann.events, *ben.events))


def found(told, text):
    return [told.files[at].place.path for at in choose(told, HistoryQuery(text)).files]


def kinds(told, **query):
    return [told.events[at].kind for at in choose(told, HistoryQuery(**query)).events]


def test_without_a_query_everything_is_shown_newest_first(told):
    shown = choose(told, HistoryQuery()).events
    assert shown.tolist() == [6, 5, 4, 3, 2, 1, 0]
    assert choose(told, HistoryQuery()).files == ()


@pytest.mark.parametrize("text", ["旧图", "檔案 舊圖", "MASTERS 舊", "舊圖.JPG"])
def test_an_old_path_is_found_in_either_script_and_case(told, text):
    assert found(told, text) == [BIG5]


@pytest.mark.parametrize("text", [r"\xff", "lines", "web/ two"])
def test_a_name_that_is_no_text_is_found_by_what_is_shown_of_it(told, text):
    assert found(told, text) == [NEWLINE]


def test_a_search_shows_what_happened_to_the_files_and_the_end_of_their_moves(told):
    assert kinds(told, text="舊圖") == [
        EventKind.OPERATION_DONE,
        EventKind.OPERATION_INTENT,
        EventKind.DECISION_MADE,
    ]
    assert kinds(told, text="no such") == []


def test_the_parts_of_a_query_narrow_together_and_each_count_leaves_its_own_part_out(told):
    later = Period(told.events[3].at_utc and told.at_s[3])
    chosen = choose(
        told, HistoryQuery("舊圖", ANN.name, EventGroup.DECISIONS), (later, Period(0.0))
    )
    assert [told.events[at].kind for at in chosen.events] == [EventKind.DECISION_MADE]
    assert chosen.by_person == {ANN.name: 1}
    assert chosen.by_group == {EventGroup.DECISIONS: 1}
    assert chosen.by_period == {later: 0, Period(0.0): 1}
    wider = choose(told, HistoryQuery("舊圖", ANN.name))
    assert wider.by_person == {ANN.name: 1, BEN.name: 2}


def test_a_period_ends_before_its_end(told):
    exact = Period(told.at_s[4], told.at_s[6])
    assert choose(told, HistoryQuery(period=exact)).events.tolist() == [5, 4]


def test_kinds_of_a_newer_program_and_unknown_people_are_told_apart(told):
    assert kinds(told, group=EventGroup.OTHER) == ["novelty.made"]
    assert kinds(told, group=EventGroup.PROJECT) == [EventKind.RUN_STARTED] * 2
    assert kinds(told, person="Nobody") == []


def test_what_was_erased_has_no_name_and_a_clock_that_does_not_read_no_time():
    scribe = Scribe("chain")
    event = scribe.events[0]
    kept = {name: getattr(event, name) for name in event.__slots__}
    bare = type(event)(**kept | {"pieces": {}, "at_utc": "yesterday"})
    told = Chronicle.of((bare,))
    assert (told.people, told.at_s.tolist()) == (("",), [0.0])
    assert choose(told, HistoryQuery(person="")).events.tolist() == [0]


def test_an_empty_ledger_is_no_fault():
    assert choose(Chronicle(), HistoryQuery("x", "y", EventGroup.MOVES)).events.tolist() == []
    assert Chronicle.of(()).files == ()


def test_the_root_is_part_of_what_is_searched(told):
    assert FilePlace("masters", b"kept.jpg") in [one.place for one in told.files]
    assert found(told, "masters/kept") == [b"kept.jpg"]
