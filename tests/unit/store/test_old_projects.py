"""A project written by any released version opens, and says what it said.

`tests/old_projects/schema-N.ddesk` was written once by the program that had schema N, and is never
written again: it is copied before it is opened.
"""

import pytest

from dedup_desk.core.decisions import Verdict
from dedup_desk.store import backups, schema
from dedup_desk.store.operations import BatchState, OperationsJournal
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.store.received import open_received
from tests.helpers.ledgers import ANN, BEN, a_seen, keep
from tests.helpers.projects import an_operation, decide
from tests.helpers.source_tree import CHECKOUT

OLD = CHECKOUT / "tests" / "old_projects"


@pytest.fixture(params=sorted(schema.ALLOWED))
def old(request, tmp_path):
    path = tmp_path / "old.ddesk"
    path.write_bytes((OLD / f"schema-{request.param}.ddesk").read_bytes())
    return path


def test_it_opens_in_the_present_schema_and_verifies(old):
    with ProjectFile.open(old, ANN) as project:
        assert project.verify_chain() == ()
        assert project.verify_state() == ()
        with project.reading() as connection:
            assert schema.fingerprints_of_schema(connection) == schema.ALLOWED[schema.SCHEMA]


def test_it_says_what_was_decided(old):
    with ProjectFile.open(old, ANN) as project:
        verdicts = {place.path: one.verdict for place, one in project.decisions().items()}
        assert verdicts == {
            b"kept.jpg": Verdict.CANONICAL,
            b"\xff\xfe\n.jpg": Verdict.RETIRE,
            b"form-2.jpg": Verdict.NOT_DUPLICATE,
            b"last.jpg": Verdict.CANONICAL,
        }
        assert project.decisions()[a_seen(b"\xff\xfe\n.jpg").place].note == "二稿"
        assert len(project.not_duplicates()) == 1
        assert project.roots() == {"masters": b"/photos \xff"}
        assert project.settings() == {"policy": {"keep": ["fullest"]}}
        assert [event.person() for event in project.events()][-1] == BEN


def test_it_knows_what_can_be_undone(old):
    with ProjectFile.open(old, ANN) as project:
        assert [step.id for step in project.steps()] == ["1", "2", "6"]


def test_what_is_in_quarantine_can_be_put_back(old):
    with ProjectFile.open(old, ANN) as project:
        journal = OperationsJournal(project)
        assert [row.operation for row in journal.in_quarantine()] == [an_operation("a.jpg")]
        assert [batch.state for batch in journal.batches()] == [BatchState.FINISHED]


def test_it_can_be_gone_on_with_after_a_backup(old):
    with ProjectFile.open(old, ANN) as project:
        decide(project, keep("new.jpg"), step="7")
        assert project.verify_chain() == ()
        assert backups.existing(old)


def test_it_can_be_received(old, tmp_path):
    project = open_received(old, tmp_path)
    assert project.verify_chain() == ()
    project.close()


def test_every_released_schema_has_its_sample():
    assert {one.name for one in OLD.iterdir()} == {f"schema-{n}.ddesk" for n in schema.ALLOWED}
