"""A queue of a hundred thousand groups: rows are made when somebody looks."""

import pytest

from dedup_desk.core.pairs import Relation, Sureness
from dedup_desk.core.records import Digest
from dedup_desk.services.review_views import ClusterRow, RowKind, RowState
from dedup_desk.ui.models.queue_model import ROW_ROLE, QueueModel
from dedup_desk.ui.viewmodels.queue import QueueViewModel

MANY = 100_000
PRECEDENCE = tuple(Relation)
KINDS = (Relation.CROPPED, Relation.TONE, Relation.RE_ENCODED)


def a_row(number):
    digest = Digest(number.to_bytes(32, "big"))
    return ClusterRow(
        id=f"{number:012x}",
        kind=RowKind.CLUSTER,
        lane=number % 5,
        member_count=2 + number % 4,
        relation=KINDS[number % 3],
        sureness=Sureness.LIKELY,
        state=RowState.UNDECIDED,
        title=b"%06d.jpg" % number,
        folder=b"a",
        redundant_bytes=number,
        thumbnails=(digest, digest),
    )


@pytest.fixture(scope="module")
def rows():
    return [a_row(number) for number in range(MANY)]


@pytest.fixture
def queue(rows):
    made = QueueViewModel()
    made.load(rows)
    return made


def test_a_model_over_many_rows_reads_only_those_looked_at(queue, rows):
    model = QueueModel(queue)
    looked_at = []
    original = queue.row
    queue.row = lambda at: looked_at.append(at) or original(at)
    assert model.rowCount() == MANY
    by_lane = sorted(
        rows, key=lambda row: (row.lane, PRECEDENCE.index(row.relation), -row.redundant_bytes)
    )
    assert model.index(77_777).data(ROW_ROLE).title == by_lane[77_777].title
    assert looked_at == [77_777]


def test_the_model_keeps_qts_rules(qtmodeltester):
    small = QueueViewModel()
    small.load([a_row(number) for number in range(20)])
    qtmodeltester.check(QueueModel(small))


def test_a_decided_row_is_told_alone(queue):
    model = QueueModel(queue)
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    queue.set_state(queue.row(5).id, RowState.DECIDED)
    assert told == [(5, 5)]
    assert queue.standing(RowKind.CLUSTER) == (1, MANY)


def test_a_filter_keeps_the_row_on_the_table_where_it_still_is(queue):
    queue.select(4)
    here = queue.current()
    queue.toggle(here.relation)
    assert queue.current() == here
    assert {queue.row(at).relation for at in range(10)} == {here.relation}


def test_counts_of_the_chips_add_up(queue):
    assert sum(chip.rows for chip in queue.chips()) == MANY
    queue.toggle(KINDS[0])
    assert queue.count == next(chip.rows for chip in queue.chips() if chip.is_on)


def test_hiding_what_is_decided(queue):
    queue.set_state(queue.row(0).id, RowState.DECIDED)
    queue.set_state(queue.row(1).id, RowState.UNSURE)
    queue.show_only_open(only=True)
    assert queue.count == MANY - 2
    assert queue.only_open


def test_the_next_open_row_wraps_round_and_skips_what_is_decided(queue):
    queue.toggle(KINDS[0])
    last = queue.count - 1
    queue.select(last)
    queue.set_state(queue.row(0).id, RowState.DECIDED)
    assert queue.next_open() == 1


def test_nothing_is_open_when_all_is_decided():
    small = QueueViewModel()
    small.load([a_row(number) for number in range(3)])
    for at in range(3):
        small.set_state(small.row(at).id, RowState.DECIDED)
    assert small.next_open() == -1


def test_a_row_of_another_generation_is_not_there(queue):
    assert not queue.select_id("nobody")
