"""A project that somebody sent is data: nothing in it runs, nothing beside it is touched."""

import sqlite3
import time
from contextlib import closing

import pytest
from sqlalchemy import insert

from dedup_desk.core.errors import ProjectError, UsageError
from dedup_desk.store import received
from dedup_desk.store.ledger_store import insert_foreign
from dedup_desk.store.project_file import ProjectFile
from dedup_desk.store.project_tables import DECISION
from dedup_desk.store.received import open_received
from tests.helpers.ledgers import ANN, Scribe, a_seen, keep, retire
from tests.helpers.projects import a_project, decide, in_sqlite


@pytest.fixture
def sent(tmp_path):
    with a_project(tmp_path) as made:
        decide(made, retire("a", note="why"))
        made.set_root("masters", b"/somewhere else")
    return made.path


@pytest.fixture
def scratch(tmp_path):
    folder = tmp_path / "scratch"
    folder.mkdir()
    return folder


def state_of(folder):
    return sorted(
        (one.name, one.stat().st_mtime_ns, one.read_bytes())
        for one in folder.iterdir()
        if one.is_file()
    )


def test_an_honest_one_can_be_read_and_verified(sent, scratch):
    before = state_of(sent.parent)
    project = open_received(sent, scratch)
    assert project.read_only
    assert project.decisions() == {a_seen("a").place: retire("a", note="why")}
    assert project.steps()
    assert project.settings() == {}
    assert project.roots() == {"masters": b"/somewhere else"}
    assert project.not_duplicates() == frozenset()
    assert project.verify_chain(project.heads()) == ()
    assert project.verify_state() == ()
    project.close()
    assert state_of(sent.parent) == before
    assert list(scratch.iterdir()) == []


PLANTED = {
    "a view": "CREATE VIEW v AS SELECT load_extension('x')",
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON root BEGIN DELETE FROM setting; END",
    "a virtual table": "CREATE VIRTUAL TABLE ft USING fts5(x)",
    "a table": "CREATE TABLE x (y)",
    "an index": "CREATE INDEX i ON event (at_utc)",
    "a view called like a table of SQLite's": "CREATE VIEW Sqlite AS SELECT 1",
}


@pytest.mark.parametrize("what", PLANTED)
def test_what_our_migrations_do_not_make_is_refused(sent, scratch, what):
    in_sqlite(sent, PLANTED[what])
    with pytest.raises(ProjectError, match="did not put there"):
        open_received(sent, scratch)
    with pytest.raises(ProjectError, match="did not put there"):
        ProjectFile.open(sent, ANN)


def test_a_view_in_place_of_a_table_is_refused(sent, scratch):
    endless = (
        "CREATE VIEW setting AS WITH RECURSIVE n(key) AS"
        " (SELECT 1 UNION ALL SELECT key + 1 FROM n) SELECT key, key AS value FROM n"
    )
    in_sqlite(sent, "DROP TABLE setting", endless)
    with pytest.raises(ProjectError, match="did not put there"):
        open_received(sent, scratch)


def test_a_trigger_that_is_gone_is_missed(sent, scratch):
    in_sqlite(sent, "DROP TRIGGER event_is_never_changed")
    with pytest.raises(ProjectError, match="lacks a part"):
        open_received(sent, scratch)


def test_a_changed_table_is_refused(sent, scratch):
    in_sqlite(sent, "ALTER TABLE root ADD COLUMN more TEXT DEFAULT 'x'")
    with pytest.raises(ProjectError, match="did not put there"):
        open_received(sent, scratch)


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH DATABASE '/etc/passwd' AS other",
        "PRAGMA writable_schema=ON",
        "PRAGMA query_only=OFF",
        "DELETE FROM setting",
        "CREATE TEMP TABLE x (y)",
        "SELECT load_extension('x')",
        "SELECT randomblob(10)",
        "SELECT readfile('/etc/passwd')",
    ],
)
def test_nothing_but_reading_gets_past_the_guard(sent, sql):
    refused = pytest.raises(sqlite3.DatabaseError, match=r"not authorized|prohibited|no such func")
    with closing(received.GuardedDatabase(sent).raw_connection()) as connection, refused:
        connection.execute(sql)


def test_a_read_that_never_ends_is_ended(sent, scratch, monkeypatch):
    monkeypatch.setattr(received, "QUERY_S", 0.3)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n"
    monkeypatch.setattr(
        received, "_ALLOWED_ACTIONS", received._ALLOWED_ACTIONS | {sqlite3.SQLITE_RECURSIVE}
    )
    begun = time.monotonic()
    late = pytest.raises(ProjectError, match="far longer")
    with closing(open_received(sent, scratch)) as project, late, project.reading() as connection:
        connection.exec_driver_sql(endless)
    assert time.monotonic() - begun < 5


def test_something_far_too_large_is_refused(sent, scratch):
    body = "UPDATE setting SET value = '\"' || hex(zeroblob(6000000)) || '\"'"
    with ProjectFile.open(sent, ANN) as own:
        own.set_setting("x", "y")
    in_sqlite(sent, body)
    with pytest.raises(ProjectError, match="far too large"):
        read_settings(sent, scratch)


def read_settings(sent, scratch):
    with closing(open_received(sent, scratch)) as project:
        return project.settings()


@pytest.mark.parametrize("path", ["../../etc/passwd", "/etc/passwd", "a/./b", "a\0b"])
def test_a_path_that_leads_out_of_its_root_is_refused(sent, scratch, path):
    scribe = Scribe("planted")
    scribe.decide(keep(path))
    with ProjectFile.open(sent, ANN) as own, own._database.writing() as connection:
        insert_foreign(connection, scribe.events)
        row = {"root": "masters", "path": b"x", "event": scribe.events[-1].uuid}
        connection.execute(insert(DECISION), row)
    refused = pytest.raises(ProjectError, match="do not read")
    with closing(open_received(sent, scratch)) as project, refused:
        project.decisions()


def test_our_own_program_does_not_write_such_a_path(sent):
    with ProjectFile.open(sent, ANN) as own:
        before = own.events()
        with pytest.raises(ValueError, match="below its root"):
            decide(own, keep("../x"), step="2")
        assert own.events() == before


def test_entries_that_are_no_events_of_ours_are_refused(sent, scratch):
    in_sqlite(
        sent,
        "INSERT INTO event SELECT NULL, 'u', 'c', 1, at_utc, clock, actor, credential,"
        " app_version, kind, '[1.5]', '{}', NULL, 'h' FROM event LIMIT 1",
    )
    refused = pytest.raises(ProjectError, match="do not read")
    with closing(open_received(sent, scratch)) as project, refused:
        project.events()


def cut_short(path):
    """Leave the project as a power cut in the middle of a commit does: pages and a journal."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        plain.execute("PRAGMA cache_spill=ON")
        plain.execute("PRAGMA cache_size=1")
        plain.execute("BEGIN IMMEDIATE")
        plain.execute("INSERT INTO setting VALUES ('half', '\"' || hex(zeroblob(40000)) || '\"')")
        plain.execute("DELETE FROM decision")
        journal = path.with_name(path.name + "-journal").read_bytes()
        torn = path.read_bytes()
        plain.execute("ROLLBACK")
    assert journal.startswith(received._JOURNAL_MAGIC)
    path.write_bytes(torn)
    path.with_name(path.name + "-journal").write_bytes(journal)


def test_one_with_a_journal_is_rolled_back_in_a_copy(sent, scratch):
    cut_short(sent)
    before = state_of(sent.parent)
    project = open_received(sent, scratch)
    assert len(project.decisions()) == 1
    assert project.verify_state() == ()
    assert project.path.parent == scratch
    project.close()
    assert state_of(sent.parent) == before


def test_one_of_ones_own_with_a_journal_is_rolled_back_where_it_is(sent):
    cut_short(sent)
    with ProjectFile.open(sent, ANN, read_only=True) as project:
        assert len(project.decisions()) == 1
        assert project.verify_state() == ()


def test_a_journal_that_names_another_file_is_refused_and_that_file_stays(sent, scratch):
    cut_short(sent)
    precious = sent.parent / "precious.jpg"
    precious.write_bytes(b"not to be lost")
    journal = sent.with_name(sent.name + "-journal")
    name = bytes(precious)
    record = (
        name
        + len(name).to_bytes(4)
        + (sum(name) & 0xFFFFFFFF).to_bytes(4)
        + received._JOURNAL_MAGIC
    )
    journal.write_bytes(journal.read_bytes() + bytes(4) + record)
    with pytest.raises(ProjectError, match="names another file"):
        open_received(sent, scratch)
    assert precious.read_bytes() == b"not to be lost"


def test_a_newer_one_is_read_where_it_allows_that_and_never_written(sent, scratch):
    in_sqlite(sent, "CREATE TABLE later (x TEXT) STRICT", "PRAGMA user_version=2")
    with closing(open_received(sent, scratch)) as project:
        assert len(project.decisions()) == 1
    with ProjectFile.open(sent, ANN, read_only=True) as own:
        assert len(own.decisions()) == 1
    with pytest.raises(ProjectError, match="newer version"):
        ProjectFile.open(sent, ANN)


def test_a_newer_one_that_asks_for_a_newer_reader_is_refused(sent, scratch):
    in_sqlite(sent, "PRAGMA user_version=2", "UPDATE meta SET min_reader = 2")
    with pytest.raises(ProjectError, match="newer version"):
        open_received(sent, scratch)


@pytest.mark.parametrize(
    "plant", ["CREATE VIEW v AS SELECT 1", "CREATE VIRTUAL TABLE ft USING fts5(x)"]
)
def test_a_newer_one_may_not_bring_what_could_run(sent, scratch, plant):
    in_sqlite(sent, "PRAGMA user_version=2", plant)
    with pytest.raises(ProjectError, match="did not put there"):
        open_received(sent, scratch)


def test_other_files_are_told_apart(tmp_path, scratch):
    with pytest.raises(UsageError, match="does not exist"):
        open_received(tmp_path / "no.ddesk", scratch)
    (tmp_path / "text.ddesk").write_text("hello " * 1000)
    with pytest.raises(ProjectError, match="damaged or is not"):
        open_received(tmp_path / "text.ddesk", scratch)
    in_sqlite(tmp_path / "other.ddesk", "CREATE TABLE x (y)")
    with pytest.raises(ProjectError, match="not a project"):
        open_received(tmp_path / "other.ddesk", scratch)


def test_flipped_bits_are_never_read_as_something_else(sent, scratch):
    whole = sent.read_bytes()
    with ProjectFile.open(sent, ANN, read_only=True) as own:
        honest, heads = own.events(), own.heads()
    outcomes = {"refused": 0, "harmless": 0}
    for at in range(20, len(whole), len(whole) // 97):
        sent.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        outcomes[_outcome(sent, scratch, honest, heads)] += 1
    assert outcomes["refused"] > 5


def _outcome(path, scratch, honest, heads):
    try:
        with closing(open_received(path, scratch)) as project:
            if project.verify_chain(heads) or project.verify_state():
                return "refused"
            assert project.events() == honest
            return "harmless"
    except ProjectError:
        return "refused"


@pytest.mark.parametrize("tenths", range(10))
def test_a_file_that_was_cut_off_is_refused(sent, scratch, tenths):
    whole = sent.read_bytes()
    sent.write_bytes(whole[: len(whole) * tenths // 10])
    with pytest.raises(ProjectError):
        open_received(sent, scratch)
