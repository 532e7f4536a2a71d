"""A project file keeps what people decided: at once, exactly, and for whoever opens it next."""

import os
import sqlite3
import threading
from contextlib import closing, contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError

from dedup_desk.core.decision_history import fold
from dedup_desk.core.decisions import ContentPair, Decision, Verdict
from dedup_desk.core.errors import BusyError, ProjectError, UsageError
from dedup_desk.core.ledger import EventDraft, EventKind
from dedup_desk.core.ledger_check import ProblemKind
from dedup_desk.store import schema
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.store.project_tables import EVENT, TABLES
from tests.helpers.ledgers import ANN, BEN, a_seen, apart, keep, retire, take_back
from tests.helpers.projects import a_project, counted, decide, in_sqlite


@pytest.fixture
def project(tmp_path):
    with a_project(tmp_path) as made:
        yield made


def test_a_new_project_has_a_ledger_that_verifies(project):
    assert [event.kind for event in project.events()] == ["run.started", "project.created"]
    assert project.verify_chain() == ()
    assert project.verify_state() == ()


def test_the_file_says_what_it_is(project):
    header = project.path.read_bytes()[:100]
    assert header[68:72] == b"DDsk"
    assert int.from_bytes(header[60:64]) == schema.SCHEMA


def test_what_was_decided_is_there_after_opening_again(project):
    decision = retire(b"\xff\xfe\n.jpg", note="because 因為")
    decide(project, decision)
    project.close()
    with ProjectFile.open(project.path, BEN) as again:
        assert again.uuid == project.uuid
        assert again.decisions() == {decision.subject.place: decision}
        assert again.events()[-1].person() == ANN


def test_opening_and_reading_writes_nothing(project):
    project.close()
    before = sorted((one.name, one.stat().st_mtime_ns) for one in project.path.parent.iterdir())
    content = project.path.read_bytes()
    with ProjectFile.open(project.path, BEN, read_only=True) as again:
        again.events()
        again.decisions()
        again.verify_state()
    after = sorted((one.name, one.stat().st_mtime_ns) for one in project.path.parent.iterdir())
    assert (after, project.path.read_bytes()) == (before, content)


def test_a_second_run_is_a_second_chain_that_saw_the_first(project):
    project.close()
    with ProjectFile.open(project.path, BEN) as again:
        decide(again, keep("a"))
        assert len(again.heads()) == 2
        assert again.verify_chain() == ()


def test_a_decision_is_one_transaction_of_few_statements(project):
    decide(project, retire("a"))
    with counted(project._database) as sent:
        decide(project, retire("b"), step="2")
    assert sent.count("BEGIN IMMEDIATE") == sent.count("COMMIT") == 1
    assert len(sent) <= 7


def test_a_step_of_many_decisions_is_one_transaction_too(project):
    with counted(project._database) as sent:
        decide(project, *(retire(f"{number}.jpg") for number in range(50)))
    assert sent.count("COMMIT") == 1
    assert len(project.decisions()) == 50


def test_the_number_of_queries_to_read_does_not_grow_with_the_project(project):
    decide(project, *(retire(f"{number}.jpg") for number in range(100)))
    with counted(project._database) as sent:
        project.decisions()
        project.steps()
    assert len(sent) <= 10


def test_twins_that_differ_in_their_spelling_alone_stay_apart(project):
    composed, decomposed = "caf\u00e9.jpg".encode(), "cafe\u0301.jpg".encode()
    decide(project, Decision(a_seen(composed, "same"), Verdict.CANONICAL))
    decide(project, Decision(a_seen(decomposed, "same"), Verdict.RETIRE, a_seen(composed, "same")))
    by_path = {place.path: one.verdict for place, one in project.decisions().items()}
    assert by_path == {composed: Verdict.CANONICAL, decomposed: Verdict.RETIRE}


def test_not_duplicates_are_pairs_of_contents(project):
    decide(project, apart("a"))
    pair = ContentPair.of(a_seen("a").digest, a_seen("kept.jpg").digest)
    assert project.not_duplicates() == {pair}
    decide(project, take_back("a"), step="2", undoes="step")
    assert project.not_duplicates() == frozenset()
    assert [(step.id, step.is_undone) for step in project.steps()] == [("step", True)]


def test_roots_and_settings_are_remembered_and_forgotten(project):
    project.set_root("masters", b"/photos \xff")
    project.set_root("old", b"/old")
    project.set_root("old", None)
    project.set_setting("policy", {"keep": ["fullest", 1, None]})
    project.set_setting("policy", {"keep": ["largest"]})
    assert project.roots() == {"masters": b"/photos \xff"}
    assert project.settings() == {"policy": {"keep": ["largest"]}}
    assert project.verify_state() == ()


ANSWERS = st.lists(
    st.tuples(st.sampled_from([retire, keep, apart, take_back]), st.sampled_from(["a", "b", "c"])),
    max_size=12,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(answers=ANSWERS)
def test_what_is_stored_is_what_the_events_add_up_to(tmp_path_factory, answers):
    with a_project(tmp_path_factory.mktemp("state")) as project:
        for at, (answer, path) in enumerate(answers):
            decide(project, answer(path), step=str(at))
        present = fold(project.events())
        assert project.standing() == present.standing()
        assert project.not_duplicates() == set(present.pairs)
        assert project.verify_state() == ()
        assert project.verify_chain() == ()


def test_a_stored_state_that_was_tampered_with_is_named(project):
    decide(project, retire("a"))
    project.close()
    in_sqlite(project.path, "DELETE FROM decision")
    with ProjectFile.open(project.path, ANN, read_only=True) as again:
        assert again.verify_state() == ("decision",)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE event SET body = '{}'",
        "DELETE FROM event WHERE seq = 2",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE seq = 2",
        "UPDATE personal SET value = '{}'",
    ],
)
def test_nothing_in_the_ledger_can_be_changed_through_the_program(project, sql):
    refused = pytest.raises(IntegrityError, match=r"only ever added|never changed")
    with refused, project._database.writing() as connection:
        connection.exec_driver_sql(sql)


def test_an_event_changed_behind_our_back_is_found(project):
    decide(project, retire("a"))
    project.close()
    with closing(sqlite3.connect(project.path)) as plain:
        (trigger,) = plain.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'event_is_never_changed'"
        ).fetchone()
    changed = "UPDATE event SET at_utc = '2020' WHERE kind = 'decision.made'"
    in_sqlite(project.path, "DROP TRIGGER event_is_never_changed", changed, trigger)
    with ProjectFile.open(project.path, ANN, read_only=True) as again:
        assert [one.kind for one in again.verify_chain()] == [ProblemKind.CHANGED]


def test_an_append_that_fails_leaves_nothing_and_the_next_one_goes_on(project):
    decide(project, retire("a"))
    before = project.events()
    bad = EventDraft(EventKind.BATCH_CLOSED, {"batch": "x"})  # names no state
    with pytest.raises(ValueError, match="state"):
        project.append((bad,))
    assert project.events() == before
    decide(project, retire("b"), step="2")
    assert project.verify_chain() == ()


def test_a_commit_that_reached_the_disk_and_was_reported_lost_breaks_no_chain(project, monkeypatch):
    honest = project._database.writing

    @contextmanager
    def forgetful():
        with honest() as connection:
            yield connection
        raise OSError("the disk answered too late")

    monkeypatch.setattr(project._database, "writing", forgetful)
    with pytest.raises(OSError, match="too late"):
        decide(project, retire("a"))
    monkeypatch.undo()
    decide(project, retire("b"), step="2")
    assert {place.path for place in project.decisions()} == {b"a", b"b"}
    assert project.verify_chain() == ()


def test_a_full_disk_is_told_in_a_sentence_and_nothing_is_half_written(project):
    decide(project, retire("a"))
    before = project.events()
    with project._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    limit = {"max_page_count": str(pages)}
    project._database._pragmas = type(project._database._pragmas)(
        {**project._database._pragmas.values, **limit}
    )
    project._database.close()
    with pytest.raises(Exception, match="is full") as caught:
        decide(project, retire("b", note="x" * 100_000), step="2")
    assert caught.value.exit_code == 3
    assert project.events() == before


def test_only_one_may_write_and_the_other_is_told_who(project):
    with pytest.raises(BusyError, match=r"Ann Archivist \(ann on desk-1, process \d+\)"):
        ProjectFile.open(project.path, BEN, wait_s=0)
    with ProjectFile.open(project.path, BEN, read_only=True) as reader:
        decide(project, retire("a"))
        assert len(reader.decisions()) == 1


def test_the_right_to_write_comes_free(project):
    project.close()
    with ProjectFile.open(project.path, BEN, wait_s=0) as again:
        decide(again, retire("a"))
        assert len(again.decisions()) == 1


def test_reading_only_means_that(project):
    project.close()
    with ProjectFile.open(project.path, BEN, read_only=True) as reader:
        with pytest.raises(ProjectError, match="reading only"):
            decide(reader, retire("a"))
        with pytest.raises(ProjectError, match="reading only"):
            reader.backup()
        refused = pytest.raises(ProjectError, match="read-only")
        with refused, reader._database.writing() as connection:
            connection.execute(update(EVENT).values(body="{}"))


def test_threads_take_turns_at_one_chain(project):
    def work(name):
        for number in range(10):
            decide(project, retire(f"{name}{number}"), step=f"{name}{number}")

    threads = [threading.Thread(target=work, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(project.decisions()) == 30
    assert len(project.heads()) == 1
    assert project.verify_chain() == ()


def test_a_name_that_is_taken_is_not_written_over(project):
    with pytest.raises(UsageError, match="exists already"):
        ProjectFile.create(project.path, ANN)


def test_an_empty_file_left_by_a_killed_making_is_no_hindrance(tmp_path):
    (tmp_path / "new.ddesk").touch()
    with ProjectFile.create(tmp_path / "new.ddesk", ANN) as made:
        assert made.verify_chain() == ()


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match="does not exist or cannot be written"):
        ProjectFile.create(tmp_path / "no" / "new.ddesk", ANN)


def test_a_project_may_be_called_anything(tmp_path):
    name = os.fsdecode(b"%41 \xff\xe9?#'\"; \n.ddesk")
    with ProjectFile.create(tmp_path / name, ANN) as made:
        decide(made, keep("a"))
    assert name in {one.name for one in tmp_path.iterdir()}
    with ProjectFile.open(tmp_path / name, ANN) as again:
        assert len(again.decisions()) == 1


def test_the_tables_for_queries_are_those_that_the_migrations_make(project):
    with closing(sqlite3.connect(project.path)) as plain:
        for table in TABLES.tables.values():
            found = [row[1] for row in plain.execute(f"PRAGMA table_info({table.name})")]
            assert found == [column.name for column in table.columns]


def test_the_allow_list_is_what_the_migrations_make(project):
    with project._database.reading() as connection:
        assert schema.fingerprints_of_schema(connection) == schema.ALLOWED[schema.SCHEMA]


def test_every_table_is_strict(project):
    with closing(sqlite3.connect(project.path)) as plain:
        tables = plain.execute("PRAGMA table_list").fetchall()
    ours = [row for row in tables if not row[1].startswith("sqlite_")]
    assert ours
    assert all(row[5] for row in ours)


def test_every_connection_has_the_settings_that_keep_a_project_safe(project):
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "foreign_keys": 1,
        "mmap_size": 0,
        "temp_store": 2,
        "secure_delete": 1,
        "busy_timeout": 5000,
    }
    with project._database.reading() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    assert found == wanted


def test_an_insert_outside_the_ledger_is_a_statement_away_and_is_found(project):
    row = {"root": "masters", "path": b"a", "event": project.events()[0].uuid}
    with project._database.writing() as connection:
        connection.execute(insert(TABLES.tables["decision"]), row)
    assert project.verify_state() == ("decision",)


def test_text_that_is_no_text_any_more_is_damage(tmp_path):
    with a_project(tmp_path) as project:
        decide(project, retire("copy.jpg"))
        path = project.path
    at = path.read_bytes().index(b'"verdict":"retire"')
    damaged = bytearray(path.read_bytes())
    damaged[at + 2] = 0xFF
    path.write_bytes(damaged)
    with ProjectFile.open(path, ANN) as opened, pytest.raises(ProjectError, match="damaged"):
        opened.events()
