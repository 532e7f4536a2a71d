"""Two copies become one; what a person asks to be erased is gone from every byte."""

from dataclasses import replace

import pytest

from dedup_desk.core.canonical_json import bytes_text
from dedup_desk.core.errors import IntegrityError, RefusedError
from dedup_desk.core.ledger_check import ProblemKind
from dedup_desk.store import backups
from dedup_desk.store.operations import OperationsJournal
from dedup_desk.store.project_file import ProjectFile
from tests.helpers.ledgers import ANN, BEN, a_seen, keep, retire
from tests.helpers.projects import a_project, a_restore, an_operation, decide

SECRET = b"photos of Wong Siu-ming.jpg"


@pytest.fixture
def project(tmp_path):
    with a_project(tmp_path) as made:
        decide(made, retire("a"), step="first")
        yield made


@pytest.fixture
def sent(project, tmp_path):
    """A copy of the project, as another person got it."""
    path = tmp_path / "sent.ddesk"
    path.write_bytes(project.path.read_bytes())
    with ProjectFile.open(path, BEN) as copy:
        yield copy


def test_merging_brings_what_the_other_decided(project, sent):
    decide(sent, keep("b"), step="theirs")
    decide(project, keep("c"), step="ours")
    project.merge(sent.events())
    assert {place.path for place in project.decisions()} == {b"a", b"b", b"c"}
    assert project.verify_chain() == ()
    assert project.verify_state() == ()
    assert project.events()[-1].kind == "project.merged"


def test_merging_both_ways_gives_both_the_same_answers(project, sent):
    decide(sent, keep("a"), step="theirs")
    decide(project, retire("a", "other"), step="ours")
    ours, theirs = project.events(), sent.events()
    project.merge(theirs)
    sent.merge(ours)
    assert project.standing() == sent.standing()
    assert len(project.standing()[a_seen("a").place].others) == 1


def test_deciding_after_a_merge_settles_a_conflict(project, sent):
    decide(sent, keep("a"), step="theirs")
    decide(project, retire("a", "other"), step="ours")
    project.merge(sent.events())
    decide(project, retire("a"), step="settled")
    assert project.standing()[a_seen("a").place].others == ()
    assert project.verify_state() == ()


def test_merging_the_same_twice_writes_nothing_more(project, sent):
    decide(sent, keep("b"), step="theirs")
    project.merge(sent.events())
    before = project.events()
    project.merge(sent.events())
    assert project.events() == before


def test_a_copy_that_was_changed_is_not_taken_in(project, sent):
    decide(sent, keep("b"), step="theirs")
    theirs = list(sent.events())
    theirs[-1] = replace(theirs[-1], at_utc="2020")
    before = project.events()
    with pytest.raises(IntegrityError, match="disagree"):
        project.merge(theirs)
    assert project.events() == before


def test_two_copies_that_both_moved_one_file_are_not_merged(project, sent):
    OperationsJournal(sent).intent([an_operation("x", uuid="theirs")])
    OperationsJournal(project).intent([an_operation("x", uuid="ours")])
    before = project.events()
    with pytest.raises(IntegrityError, match="both moved"):
        project.merge(sent.events())
    assert project.events() == before


def all_bytes(project):
    """Everything on disk that belongs to the project."""
    folder = project.path.parent
    return b"".join(one.read_bytes() for one in folder.iterdir() if one.name.startswith("sample"))


def pieces_of(project, text):
    return [
        commitment
        for event in project.events()
        for commitment in (*event.commitments.values(), event.actor)
        if text in str(event.pieces[commitment].value)
    ]


def test_erased_text_is_in_no_byte_of_the_project_and_its_backups(project):
    decide(project, retire(SECRET, note="a secret note"), step="2")
    project.backup()
    needles = (SECRET, bytes_text(SECRET).encode(), b"a secret note")
    assert all(needle in all_bytes(project) for needle in needles)
    project.erase(
        [*pieces_of(project, bytes_text(SECRET)), *pieces_of(project, "secret note")], "request 12"
    )
    left = all_bytes(project)
    assert not [needle for needle in needles if needle in left]


def test_the_chain_still_verifies_here_and_in_the_backups(project):
    decide(project, retire(SECRET), step="2")
    project.backup()
    heads = project.heads()
    project.erase(pieces_of(project, bytes_text(SECRET)), "request 12")
    assert project.verify_chain(heads) == ()
    assert project.verify_state() == ()
    for backup in backups.existing(project.path):
        with ProjectFile.open(backup, ANN, read_only=True) as copy:
            assert copy.verify_chain() == ()
            assert copy.verify_state() == ()


def test_a_decision_without_its_place_holds_no_more(project):
    decide(project, retire(SECRET), step="2")
    project.erase(pieces_of(project, bytes_text(SECRET)), "request 12")
    assert {place.path for place in project.decisions()} == {b"a"}


def test_a_person_can_be_erased(project):
    project.erase(pieces_of(project, "Ann Archivist"), "request 13")
    *before, erasure = project.events()
    assert {event.person() for event in before if event.chain != erasure.chain} == {None}
    assert erasure.person() == ANN
    assert project.verify_chain() == ()


def test_text_removed_behind_our_back_is_not_taken_for_an_erasure(project):
    decide(project, retire(SECRET), step="2")
    gone = pieces_of(project, bytes_text(SECRET))
    with project._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM personal WHERE commitment = ?", tuple(gone))
    assert {one.kind for one in project.verify_chain()} == {ProblemKind.TEXT_MISSING}


def test_what_is_needed_to_put_an_image_back_is_not_erased(project):
    journal, operation = OperationsJournal(project), an_operation(SECRET)
    journal.intent([operation])
    journal.done(operation)
    with pytest.raises(RefusedError, match="put the image back first"):
        project.erase(pieces_of(project, bytes_text(SECRET)), "request 12")
    assert SECRET in all_bytes(project)
    restore = a_restore(operation)
    journal.intent([restore])
    journal.done(restore)
    project.erase(pieces_of(project, bytes_text(SECRET)), "request 12")
    assert SECRET not in all_bytes(project)
    assert journal.operations() == ()
    assert project.verify_state() == ()


def test_one_half_of_a_finished_journey_can_be_erased(project):
    journal, operation = OperationsJournal(project), an_operation(SECRET)
    journal.intent([operation])
    there = project.events()[-1]
    journal.done(operation)
    journal.intent([a_restore(operation)])
    journal.done(a_restore(operation))
    project.erase([there.commitments["item"]], "request 12")
    assert journal.operations() == ()
    assert project.verify_state() == ()
    assert project.verify_chain() == ()


def test_an_erasure_is_merged_too(project, sent):
    decide(project, retire(SECRET), step="2")
    sent.merge(project.events())
    project.erase(pieces_of(project, bytes_text(SECRET)), "request 12")
    sent.merge(project.events())
    assert {place.path for place in sent.decisions()} == {b"a"}
    assert sent.verify_chain() == ()


def test_a_backup_that_was_cut_short_does_not_keep_anything_from_being_erased(project):
    decide(project, retire(SECRET), step="2")
    project.path.with_name(project.path.name + ".bak-1").touch()
    project.erase(pieces_of(project, bytes_text(SECRET)), "request 12")
    assert SECRET not in all_bytes(project)


def test_erasing_what_is_not_here_does_nothing(project):
    before = project.events()
    project.erase(["0" * 64], "nothing")
    assert project.events() == before
