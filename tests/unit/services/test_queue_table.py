"""The queue as columns, and as it is read from an index: the same rows as from memory."""

from itertools import pairwise

import numpy as np
import pytest

from dedup_desk.core.array_file import ArrayFileError
from dedup_desk.core.decisions import Decision, Verdict
from dedup_desk.core.pairs import Finding, PairKey, Relation, Sureness
from dedup_desk.services.projects import create_project, index_folder
from dedup_desk.services.queue_choosing import QueueContents, chosen, counted, holding, states_of
from dedup_desk.services.queue_table import Columns, QueueTable
from dedup_desk.services.review_views import QueueOrder, QueueQuery, RowKind, RowState
from dedup_desk.services.stored_queue import stored_queue
from dedup_desk.store.index_file import IndexFile
from tests.helpers.builders import a_pair
from tests.helpers.many_groups import write_groups

GROUPS = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("queue")
    create_project(made / "queue.ddesk").close()
    write_groups(index_folder(made / "queue.ddesk"), GROUPS)
    return made


@pytest.fixture(scope="module")
def project(folder):
    from dedup_desk.services.projects import open_project

    with open_project(folder / "queue.ddesk") as opened:
        yield opened


@pytest.fixture(scope="module")
def contents(project):
    table = project.sitting().whole_queue().table
    return QueueContents(table, states_of(table, {}))


def rows(contents, **query):
    return [contents.row(at) for at in chosen(contents, QueueQuery(**query)).tolist()]


def test_columns_are_read_as_they_were_packed(contents):
    again = QueueTable(Columns.read(contents.table.columns.packed()))
    assert [again.row(at, RowState.PARTLY) for at in range(len(again))] == [
        contents.table.row(at, RowState.PARTLY) for at in range(len(contents))
    ]
    assert again.text == contents.table.text
    assert again.folders == contents.table.folders


def test_a_piece_that_is_no_queue_is_refused():
    with pytest.raises(ArrayFileError):
        Columns.read(b"something else")


def test_an_empty_queue_has_nothing_to_show():
    empty = QueueContents.of(())
    assert rows(empty, roots=frozenset({"masters"}), text="x") == []
    assert counted(empty, QueueQuery()).rows == 0
    assert states_of(empty.table, {1: Verdict.RETIRE}).size == 0


def test_a_sitting_over_the_index_sees_what_one_in_memory_sees(project):
    stored, whole = project.sitting(), project.review()
    assert stored.queue() == whole.queue()
    for row in whole.queue():
        assert stored.cluster(row.id) == whole.cluster(row.id)
        assert stored.accept(row.id) == whole.accept(row.id)


def test_identical_files_have_their_pairs_in_a_sitting_over_the_index(tmp_path):
    """A look pair of one file is one of its twins too, though nobody compared that."""
    from dedup_desk.services.projects import open_project
    from tests.helpers.projects import measured

    create_project(tmp_path / "q.ddesk").close()
    with IndexFile.open(index_folder(tmp_path / "q.ddesk")) as index:
        index.put_measured(
            [measured("a.jpg"), measured("b.jpg", "same"), measured("c.jpg", "same")]
        )
        look = a_pair(1, 2, Relation.LOOK, finding=Finding.LOOK, score=0.5)
        index.put_verified([(_candidate(look), look)], "test")
        index.put_clusters((), "generation")
    with open_project(tmp_path / "q.ddesk") as project:
        stored, whole = project.sitting(), project.review()
        assert len(stored.queue()) == 2
        assert stored.queue() == whole.queue()
        for row in whole.queue():
            assert stored.cluster(row.id) == whole.cluster(row.id)
        assert stored.pair(1, 3) == whole.pair(1, 3) is not None


def _candidate(pair):
    from dedup_desk.core.pairs import CandidatePair

    return CandidatePair(*sorted((pair.key.a, pair.key.b)), 4, 0)


def test_answers_are_found_again_by_place_content_and_root(project, contents):
    stored, whole = project.sitting(), project.review()
    row = contents.row(5)
    one, other = (member.record for member in whole.cluster(row.id).members[:2])
    moved = Decision(other.seen, Verdict.RETIRE, one.seen)
    lost = type(one.seen)(type(one.place)("elsewhere", b"x/y.jpg"), one.digest)
    for said in (
        [moved],
        [Decision(lost, Verdict.VARIANT)],
        [Decision(lost, Verdict.RETIRE, other.seen)],
    ):
        assert stored._shelf.bound(said) == whole._shelf.bound(said) != {}
    assert stored._shelf.having(one.digest) == (one,)
    assert stored.at(lost.place) is None


def test_a_changed_index_has_no_queue_until_it_is_made_again(tmp_path):
    write_groups(tmp_path / "index", 6)
    with IndexFile.open(tmp_path / "index") as index:
        assert index.queue() is None
        made = stored_queue(index, read_only=True)
        assert index.queue() is None, "what may not be written is not"
        assert stored_queue(index, read_only=False).ids == made.ids
        assert index.queue() is not None
        index.put_verified((), "nothing new")
        assert index.queue() is None


def test_a_row_that_is_not_there_is_said(project):
    with pytest.raises(KeyError):
        project.sitting().cluster("nobody")
    assert PairKey(1, 999_999) not in project.sitting()._shelf.pairs


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ({"lanes": frozenset({3})}, lambda row: row.lane == 3),
        ({"relations": frozenset({Relation.LOOK})}, lambda row: row.relation is Relation.LOOK),
        ({"sureness": frozenset({Sureness.LIKELY})}, lambda row: row.sureness is Sureness.LIKELY),
        ({"kinds": frozenset({RowKind.PAIR})}, lambda row: row.kind is RowKind.PAIR),
        ({"least_bytes": 90_000}, lambda row: row.redundant_bytes >= 90_000),
        ({"is_chained": True}, lambda row: row.is_chained),
    ],
)
def test_a_filter_shows_what_it_says_and_nothing_else(contents, query, holds):
    every = list(contents.rows())
    found = rows(contents, **query)
    assert 0 < len(found) < len(every)
    assert {row.id for row in found} == {row.id for row in every if holds(row)}


def test_a_folder_shows_groups_of_which_any_image_is_in_it_or_below(contents):
    every = len(rows(contents, folder=("stills", b"")))
    assert every == len(contents)
    assert rows(contents, folder=("stills", b"shoot-000")) == [], "a part of a name is no folder"
    assert len(rows(contents, folder=("stills", b"shoot-0000"))) == every
    assert rows(contents, roots=frozenset({"another"})) == []


def test_words_are_found_in_names_and_captions_of_any_member_whatever_the_script(contents):
    found = holding(contents.table, "000007")
    assert found.sum() >= 1
    assert holding(contents.table, "HKFA 000007").tolist() == found.tolist()
    assert not holding(contents.table, "000007 nowhere").any()
    assert holding(contents.table, "").all()


def test_words_do_not_reach_from_one_image_into_the_next(contents):
    assert not holding(contents.table, ".jpgshoot").any()
    assert holding(contents.table, ".jpg").all()


@pytest.mark.parametrize(
    ("order", "key"),
    [
        (QueueOrder.LARGEST, lambda row: -row.redundant_bytes),
        (QueueOrder.FOLDER, lambda row: (row.folder, row.title)),
        (QueueOrder.TRANSFORMATION, lambda row: list(Relation).index(row.relation)),
        (QueueOrder.LANE, lambda row: row.lane),
    ],
)
def test_orders_keep_the_eye_in_one_place(contents, order, key):
    found = [key(row) for row in rows(contents, order=order)]
    assert all(one <= other for one, other in pairwise(found))


def test_the_least_certain_come_first_by_word_then_by_figure(contents):
    rank = {Sureness.CHECK: 0, Sureness.LIKELY: 1, Sureness.CERTAIN: 2}
    found = [
        (rank[row.sureness], row.score) for row in rows(contents, order=QueueOrder.LEAST_CERTAIN)
    ]
    assert all(one <= other for one, other in pairwise(found))


def test_counts_beside_a_filter_follow_the_other_filters(contents):
    query = QueueQuery(lanes=frozenset({2}), sureness=frozenset({Sureness.LIKELY}))
    counts = counted(contents, query)
    assert counts.rows == len(chosen(contents, query))
    assert counts.by_lane[3] == len(
        chosen(contents, QueueQuery(lanes=frozenset({3}), sureness=query.sureness))
    )
    assert sum(counts.by_relation.values()) == counts.rows


def test_states_follow_the_answers_of_all_members(contents):
    a, b, c = contents.table.members(0)
    states = {
        "none": {},
        "some": {a: Verdict.CANONICAL},
        "all": {a: Verdict.CANONICAL, b: Verdict.RETIRE, c: Verdict.RETIRE},
        "doubt": {a: Verdict.CANONICAL, b: Verdict.UNSURE},
    }
    found = {
        name: QueueContents(contents.table, states_of(contents.table, said)).row(0).state
        for name, said in states.items()
    }
    assert found == {
        "none": RowState.UNDECIDED,
        "some": RowState.PARTLY,
        "all": RowState.DECIDED,
        "doubt": RowState.UNSURE,
    }
    assert np.count_nonzero(states_of(contents.table, {10**9: Verdict.RETIRE})) == 0
