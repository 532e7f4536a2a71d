"""The mover's journal: durable, exact, and refusing what must never be."""

from dataclasses import fields, replace

import pytest

from dedup_desk.core.errors import RefusedError
from dedup_desk.core.journal import Journal, OperationState
from dedup_desk.core.messages import message
from dedup_desk.store.operations import BatchState, OperationsJournal
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.ledgers import ANN, a_seen
from tests.helpers.projects import a_project, a_restore, an_operation, counted

NOTE = message("{path} was there", path=b"\xff")


@pytest.fixture
def project(tmp_path):
    with a_project(tmp_path) as made:
        yield made


@pytest.fixture
def journal(project):
    return OperationsJournal(project)


def test_the_sample_operation_leaves_no_field_at_its_usual_value():
    sample = a_restore(an_operation())
    assert all(getattr(sample, one.name) != one.default for one in fields(sample)[:-1])
    assert an_operation().folders


@pytest.mark.parametrize("sample", [an_operation(), an_operation(b"\xff\n", b"caf\xc3\xa9")])
def test_an_announced_operation_comes_back_exactly(project, sample):
    OperationsJournal(project).intent([sample])
    project.close()
    with ProjectFile.open(project.path, ANN) as again:
        journal: Journal = OperationsJournal(again)
        assert journal.open_operations() == (sample,)


def test_a_restore_comes_back_exactly(journal):
    first = an_operation()
    journal.intent([first])
    journal.done(first)
    journal.intent([a_restore(first)])
    assert journal.open_operations() == (a_restore(first),)


def test_announcing_fifty_is_one_transaction(project, journal):
    with counted(project._database) as sent:
        journal.intent([an_operation(f"{number}.jpg", uuid=str(number)) for number in range(50)])
    assert sent.count("COMMIT") == 1
    assert [one.uuid for one in journal.open_operations()] == [str(number) for number in range(50)]


def test_announcing_nothing_writes_nothing(project, journal):
    before = project.events()
    journal.intent([])
    assert project.events() == before


def test_closing_says_how_and_why(journal):
    one, other = an_operation("one"), an_operation("other")
    journal.intent([one, other])
    journal.done(one, NOTE)
    journal.aborted(other, NOTE)
    assert journal.open_operations() == ()
    states = [(row.operation, row.state, row.is_live, row.note) for row in journal.operations()]
    assert states == [
        (one, OperationState.DONE, True, NOTE),
        (other, OperationState.ABORTED, False, NOTE),
    ]
    assert [row.operation for row in journal.in_quarantine()] == [one]


@pytest.mark.parametrize("way", ["done", "aborted"])
def test_what_is_not_open_cannot_be_closed(journal, way):
    first = an_operation()
    with pytest.raises(ValueError, match="not open"):
        getattr(journal, way)(first, NOTE)
    journal.intent([first])
    journal.done(first)
    with pytest.raises(ValueError, match="not open"):
        getattr(journal, way)(first, NOTE)


LIVE = an_operation("copy.jpg", "kept.jpg")

CONTRADICTING = {
    "the same file again": an_operation("copy.jpg", "other.jpg", uuid="x"),
    "the kept copy itself": an_operation("kept.jpg", "other.jpg", uuid="x"),
    "in favour of a retired one": an_operation("third.jpg", "copy.jpg", uuid="x"),
    "in favour of itself": an_operation("third.jpg", "third.jpg", uuid="x"),
    "the same operation again": LIVE,
}


@pytest.mark.parametrize("state", ["announced", "done"])
@pytest.mark.parametrize("name", CONTRADICTING)
def test_what_contradicts_a_live_operation_is_refused_whole(project, journal, state, name):
    journal.intent([LIVE])
    if state == "done":
        journal.done(LIVE)
    before = project.events()
    with pytest.raises(RefusedError, match="Nothing was moved"):
        journal.intent([an_operation("free.jpg", uuid="free"), CONTRADICTING[name]])
    assert project.events() == before


def test_the_refusal_names_the_file(journal):
    journal.intent([LIVE])
    with pytest.raises(RefusedError, match=r"third\.jpg is already"):
        journal.intent([an_operation("free.jpg", uuid="y"), an_operation("third.jpg", "copy.jpg")])


@pytest.mark.parametrize(
    "circle", [("a", "b", "b", "a"), ("a", "b", "b", "c"), ("a", "b", "a", "c")]
)
def test_chains_and_circles_within_one_call_are_refused(journal, circle):
    first, kept, second, other = circle
    with pytest.raises(RefusedError):
        journal.intent([an_operation(first, kept, uuid="1"), an_operation(second, other, uuid="2")])
    assert journal.operations() == ()


def test_one_kept_copy_may_stand_for_many(journal):
    journal.intent([an_operation("a"), an_operation("b")])
    assert len(journal.open_operations()) == 2


def test_an_aborted_retirement_may_be_tried_again(journal):
    journal.intent([LIVE])
    journal.aborted(LIVE, NOTE)
    journal.intent([replace(LIVE, uuid="again")])
    assert [one.uuid for one in journal.open_operations()] == ["again"]


def test_what_was_put_back_may_be_retired_again(journal):
    journal.intent([LIVE])
    journal.done(LIVE)
    journal.intent([a_restore(LIVE)])
    journal.done(a_restore(LIVE))
    assert journal.in_quarantine() == ()
    journal.intent([replace(LIVE, uuid="again")])


def test_an_aborted_restore_leaves_the_item_in_quarantine(journal):
    journal.intent([LIVE])
    journal.done(LIVE)
    journal.intent([a_restore(LIVE)])
    journal.aborted(a_restore(LIVE), NOTE)
    assert [row.operation for row in journal.in_quarantine()] == [LIVE]


@pytest.mark.parametrize(
    "before", ["nothing", "announced", "aborted", "put back", "being put back"]
)
def test_only_what_is_in_quarantine_can_be_put_back(journal, before):
    if before != "nothing":
        journal.intent([LIVE])
    if before == "aborted":
        journal.aborted(LIVE, NOTE)
    if before in ("put back", "being put back"):
        journal.done(LIVE)
        journal.intent([a_restore(LIVE)])
    if before == "put back":
        journal.done(a_restore(LIVE))
    with pytest.raises(RefusedError):
        journal.intent([a_restore(LIVE, "second")])


def test_batches_are_frozen_and_closed(journal):
    journal.freeze("batch-1", b"/q \xff", {"moves": [{"path": "YQ=="}]})
    journal.freeze("batch-2", b"/q2", {})
    journal.close_batch("batch-1", BatchState.STOPPED, {"moved": 3, "failed": 1})
    first, second = journal.batches()
    assert (first.id, first.quarantine, first.plan) == (
        "batch-1", b"/q \xff", {"moves": [{"path": "YQ=="}]},
    )  # fmt: skip
    assert (first.state, first.counts) == (BatchState.STOPPED, {"moved": 3, "failed": 1})
    assert (second.state, second.counts) == (BatchState.OPEN, {})


def test_operations_can_be_asked_for_by_batch(journal):
    journal.intent([an_operation("a", batch="1"), an_operation("b", batch="2")])
    assert [row.operation.item for row in journal.operations("2")] == [a_seen("b")]


def test_the_ledger_alone_rebuilds_it_all(project, journal):
    journal.freeze("batch-1", b"/q", {})
    journal.intent([LIVE, an_operation("b"), an_operation("c")])
    journal.done(LIVE)
    journal.aborted(an_operation("b"), NOTE)
    journal.intent([a_restore(LIVE)])
    journal.done(a_restore(LIVE), NOTE)
    journal.close_batch("batch-1", BatchState.FINISHED, {})
    assert project.verify_state() == ()
    assert project.verify_chain() == ()


def test_paths_are_beside_the_chain_not_in_it(project, journal):
    journal.intent([an_operation(b"secretname.jpg")])
    event = project.events()[-1]
    assert "secretname" not in str(event.chained())
    assert event.personal("item") is not None
