"""Backups are made while the project is open, read back before they count, and rotate."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from dedup_desk.core.errors import ProjectError
from dedup_desk.store import backups
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.ledgers import ANN, keep, retire
from tests.helpers.projects import a_project, decide

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)  # a Saturday


@pytest.fixture
def project(tmp_path):
    with a_project(tmp_path) as made:
        decide(made, retire("a"))
        yield made


def names(project):
    return {one.name.partition(".bak-")[2] for one in backups.existing(project.path)}


def test_a_backup_is_the_project(project):
    made = project.backup()
    with ProjectFile.open(made, ANN, read_only=True) as copy:
        assert copy.events() == project.events()
        assert copy.uuid == project.uuid
        assert copy.verify_state() == ()


def test_it_goes_before_the_first_write_of_a_run(project):
    project.close()
    with ProjectFile.open(project.path, ANN) as again:
        assert names(again) == set()
        decide(again, retire("b"), step="2")
        with ProjectFile.open(backups.existing(project.path)[0], ANN, read_only=True) as copy:
            assert len(copy.decisions()) == 1
        first = [(one.name, one.stat().st_mtime_ns) for one in backups.existing(project.path)]
        decide(again, retire("c"), step="3")
        assert first == [
            (one.name, one.stat().st_mtime_ns) for one in backups.existing(project.path)
        ]


def test_a_new_project_has_nothing_to_back_up(project):
    assert names(project) == set()


def test_the_five_newest_are_kept(project):
    for number in range(8):
        decide(project, keep(f"file{number}"), step=f"step{number}")
        slot = backups.back_up(project._database, NOON)
        stamp = 1_800_000_000 + number
        os.utime(slot, (stamp, stamp))
    assert names(project) == {"1", "2", "3", "4", "5", "saturday"}
    counts = []
    for slot in backups.existing(project.path)[:5]:
        with ProjectFile.open(slot, ANN, read_only=True) as copy:
            counts.append(len(copy.decisions()))
    assert sorted(counts) == [5, 6, 7, 8, 9]


def test_one_a_day_is_kept_for_a_week(project):
    for day in range(9):
        now = NOON + timedelta(days=day)
        backups.back_up(project._database, now)
        for slot in backups.existing(project.path):
            if slot.name.endswith("day") and slot.stat().st_mtime > 1_900_000_000:
                continue
            os.utime(slot, (now.timestamp(), now.timestamp()))
    assert {name for name in names(project) if name.endswith("day")} == set(backups.DAYS)


def test_the_first_of_a_day_stays_that_day(project):
    backups.back_up(project._database, NOON)
    day = project.path.with_name(project.path.name + ".bak-saturday")
    os.utime(day, (NOON.timestamp(), NOON.timestamp()))
    decide(project, retire("b"), step="2")
    backups.back_up(project._database, NOON + timedelta(hours=1))
    with ProjectFile.open(day, ANN, read_only=True) as copy:
        assert len(copy.decisions()) == 1


def test_a_copy_that_does_not_read_back_is_no_backup(project, monkeypatch):
    summaries = iter([("one",), ("other",)])
    monkeypatch.setattr(backups, "_summary", lambda _connection: next(summaries))
    with pytest.raises(ProjectError, match="does not read back"):
        project.backup()


def test_a_damaged_copy_is_no_backup(project, monkeypatch):
    monkeypatch.setattr(backups, "_is_sound", lambda _connection: False)
    with pytest.raises(ProjectError, match="does not read back"):
        project.backup()


def test_a_slot_that_holds_rubbish_is_told_and_the_project_is_unharmed(project):
    slot = project.path.with_name(project.path.name + ".bak-1")
    project.backup()
    slot.write_bytes(b"rubbish " * 1000)
    os.utime(slot, (1, 1))
    for other in backups.existing(project.path):
        if other != slot:
            os.utime(other, (2, 2))
    for number in range(2, 6):
        project.path.with_name(project.path.name + f".bak-{number}").touch()
    with pytest.raises(ProjectError, match="bak-1 is damaged"):
        project.backup()
    assert project.verify_state() == ()


def test_a_restored_backup_branches_instead_of_colliding(project, tmp_path):
    made = project.backup()
    decide(project, retire("b"), step="2")
    with ProjectFile.open(made, ANN) as copy:
        decide(copy, retire("c"), step="3")
        theirs = copy.events()
    project.merge(theirs)
    assert project.verify_chain() == ()
    assert {place.path for place in project.decisions()} == {b"a", b"b", b"c"}
