"""The history screen: each line says what happened and to which file, also where a move ended."""

import pytest

from dedup_desk.core.decision_events import place_json
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.pairs import Relation
from dedup_desk.core.records import FilePlace
from dedup_desk.ui.viewmodels.history import Chronicle, HistoryViewModel
from tests.helpers.ledgers import Scribe

STORY = {
    EventKind.OPERATION_DONE: EventKind.OPERATION_INTENT,
    EventKind.OPERATION_ABORTED: EventKind.OPERATION_INTENT,
    EventKind.RESTORE_DONE: EventKind.RESTORE_INTENT,
    EventKind.RESTORE_ABORTED: EventKind.RESTORE_INTENT,
}
"""How an operation ends -> how it was announced."""


def shown(*drafts: EventDraft) -> HistoryViewModel:
    """Return the screen over a ledger of these events."""
    scribe = Scribe("chain")
    scribe.write(*drafts)
    model = HistoryViewModel()
    model.show_chronicle(Chronicle.of(scribe.events))
    return model


def an_intent(kind: EventKind, operation: str, path: bytes) -> EventDraft:
    body = {"operation": operation, "relation": Relation.RESIZED.value}
    return EventDraft(kind, body, {"item": place_json(FilePlace("stills", path))})


@pytest.mark.parametrize(("ending", "announcing"), STORY.items(), ids=str)
def test_the_end_of_a_move_names_the_file_that_was_announced(ending, announcing):
    model = shown(
        an_intent(announcing, "first", b"web/a.jpg"),
        an_intent(announcing, "second", b"web/b.jpg"),
        EventDraft(ending, {"operation": "first"}),
        EventDraft(ending, {"operation": "second"}),
    )
    assert [model.row(at).about for at in (1, 0)] == [
        "web/a.jpg  ·  Resized",
        "web/b.jpg  ·  Resized",
    ]


def test_the_newest_stands_first_and_an_unknown_operation_is_no_fault():
    model = shown(EventDraft(EventKind.OPERATION_DONE, {"operation": "of another project"}))
    assert (model.count, model.row(0).about, model.row(0).what) == (2, "", "Set aside")
    assert model.row(1).what == "Work began"
