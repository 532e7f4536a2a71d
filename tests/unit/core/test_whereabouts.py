"""Where a file is now, as the ledger tells it."""

import pytest

from dedup_desk.core.ledger import EventKind
from dedup_desk.core.records import FilePlace
from dedup_desk.core.whereabouts import Whereabouts, stories
from tests.helpers.ledgers import ANN, BEN, Scribe, retire
from tests.helpers.moves_told import KEPT, QUARANTINE, announced, brought_back, ended, moved

OLD = b"web/old.jpg"


def story(*drafts, path=OLD):
    scribe = Scribe("chain", actor=BEN)
    scribe.decide(retire(OLD))
    scribe.write(*drafts)
    return {one.place: one for one in stories(scribe.events)}[FilePlace("masters", path)]


def test_what_was_only_decided_is_at_its_place():
    told = story()
    assert (told.now, told.kept, told.quarantine) == (Whereabouts.NEVER_MOVED, None, b"")
    assert told.event.kind == EventKind.DECISION_MADE


def test_a_file_set_aside_tells_who_into_which_quarantine_and_what_stands_in_its_stead():
    told = story(*moved("one", OLD))
    assert told.now is Whereabouts.SET_ASIDE
    assert told.quarantine == QUARANTINE + b"/batch-1/data/000001/old.jpg"
    assert told.kept == KEPT
    assert (told.event.kind, told.event.person()) == (EventKind.OPERATION_DONE, BEN)


def test_the_kept_copy_is_a_file_that_can_be_asked_for_too():
    assert story(*moved("one", OLD), path=b"kept.jpg").now is Whereabouts.NEVER_MOVED


def test_a_file_put_back_is_at_its_place_again_and_may_go_once_more():
    back = (*moved("one", OLD), *brought_back("two", OLD, "one"))
    assert story(*back).now is Whereabouts.PUT_BACK
    assert story(*back).event.kind == EventKind.RESTORE_DONE
    assert story(*back, *moved("three", OLD)).now is Whereabouts.SET_ASIDE


def test_a_move_that_was_given_up_is_none():
    given_up = (announced("one", OLD), ended("one", EventKind.OPERATION_ABORTED))
    assert story(*given_up).now is Whereabouts.NEVER_MOVED


@pytest.mark.parametrize("kind", [EventKind.OPERATION_INTENT, EventKind.RESTORE_INTENT])
def test_a_move_that_never_ended_is_said_before_anything_else(kind):
    told = story(*moved("one", OLD), announced("two", OLD, kind))
    assert told.now is Whereabouts.ON_ITS_WAY


def test_the_order_in_which_two_copies_came_together_makes_no_difference():
    ann = Scribe("ann", actor=ANN)
    ann.write(*moved("one", OLD))
    ben = Scribe("ben", ann.events, actor=BEN, minute=1)
    ben.write(*brought_back("two", OLD, "one"))
    for events in ((*ann.events, *ben.events), (*ben.events, *ann.events)):
        told = next(one for one in stories(events) if one.place.path == OLD)
        assert told.now is Whereabouts.PUT_BACK


def test_erased_paths_are_nobodys_and_an_erased_quarantine_is_unknown():
    scribe = Scribe("chain")
    scribe.write(*moved("one", OLD))
    intent = scribe.events[1]
    without = dict(intent.pieces)
    del without[intent.commitments["quarantine"]]
    scribe.events[1] = type(intent)(
        **{name: getattr(intent, name) for name in intent.__slots__ if name != "pieces"},
        pieces=without,
    )
    told = next(one for one in stories(scribe.events) if one.place.path == OLD)
    assert (told.now, told.quarantine) == (Whereabouts.SET_ASIDE, b"")
    scribe.events[1] = type(intent)(
        **{name: getattr(intent, name) for name in intent.__slots__ if name != "pieces"}
    )
    assert stories(scribe.events) == ()
