"""What is asked by keys is looked up by keys: nothing goes through a table of 300,000 images."""

import sqlite3
from contextlib import closing

import pytest

from dedup_desk.core.records import FilePlace, RecordId
from dedup_desk.store.index_file import IndexFile
from tests.helpers.builders import a_cluster, a_digest
from tests.helpers.projects import counted, measured

PLACES = [FilePlace("masters", b"a.jpg"), FilePlace("other", b"b.jpg"), FilePlace("other", b"c")]

QUESTIONS = {
    "images by id": lambda index: index.records_by_id([RecordId(1), RecordId(2)]),
    "images by place": lambda index: index.records_at(PLACES),
    "images by content": lambda index: index.records_of([a_digest("one"), a_digest("two")]),
    "pairs among images": lambda index: index.pairs_among([RecordId(1), RecordId(2)]),
    "a group": lambda index: index.cluster(a_cluster(1, 2).id),
}


@pytest.fixture
def index(tmp_path):
    with IndexFile.open(tmp_path / "sample.ddesk-index") as made:
        made.put_measured([measured(b"a.jpg"), measured(b"b.jpg")])
        made.put_clusters([a_cluster(1, 2)], "generation")
        made.put_queue(b"")  # with which the index by content is made
        yield made


def plan(index, statement):
    """Say in SQLite's words how a statement finds its rows."""
    with closing(sqlite3.connect(index._rows.path)) as connection:
        rows = connection.execute(
            f"EXPLAIN QUERY PLAN {statement}", [None] * statement.count("?")
        ).fetchall()
    return [row[3] for row in rows]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_by_keys_searches_and_goes_through_nothing(index, question):
    with counted(index._rows) as sent:
        QUESTIONS[question](index)
    asked = [one for one in sent if one.startswith("SELECT")]
    assert asked
    for statement in asked:
        steps = plan(index, statement)
        assert steps
        assert not [one for one in steps if one.startswith("SCAN")], statement


def test_images_are_found_by_their_places_in_several_roots(index):
    index.put_measured([measured(b"b.jpg", root="other")])
    found = index.records_at([*PLACES, FilePlace("masters", b"b.jpg")])
    assert {one.place for one in found.values()} == {
        PLACES[0], PLACES[1], FilePlace("masters", b"b.jpg")
    }  # fmt: skip
